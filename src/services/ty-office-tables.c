/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-tables"

#include "config.h"

#include "ty-office-tables.h"

#include "ty-backup-folder.h"
#include "ty-import-mapping-table.h"
#include "ty-office-private.h"

typedef struct
{
  GPtrArray *sources;         /* (owned) (nullable) */
  TyImportMapping *mapping;   /* (owned) (nullable) */
  TyImportPlan *plan;         /* (owned) (nullable) */
  const TyImportKind *kind;   /* (nullable) */
  TyImportOptions options;
  TyProgress *progress;       /* (owned) (nullable) */
  char *user;                 /* (owned) */
  char *path;                 /* (owned) (nullable) */
} Tables;

static Tables *
tables_new (TyOffice *self)
{
  Tables *tables = g_new0 (Tables, 1);

  tables->user = g_strdup (self->user);
  return tables;
}

static void
tables_free (gpointer data)
{
  Tables *tables = data;

  g_clear_pointer (&tables->sources, g_ptr_array_unref);
  g_clear_pointer (&tables->mapping, ty_import_mapping_free);
  g_clear_pointer (&tables->plan, ty_import_plan_unref);
  if (tables->progress != NULL)
    ty_progress_end (tables->progress);
  g_clear_pointer (&tables->progress, ty_progress_unref);
  g_free (tables->user);
  g_free (tables->path);
  g_free (tables);
}

static void
table_free (gpointer data)
{
  TyImportTable *table = data;

  g_clear_pointer (&table->look, ty_import_look_free);
  g_clear_pointer (&table->source, ty_import_source_unref);
  g_free (table->problem);
  g_free (table->name);
  g_free (table);
}

/* A table that cannot be read says so, and keeps nobody from looking at the others. */
static gpointer
look_at_tables (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  Tables *work = data;
  TyDatabase *database = ty_store_get_database (ty_office_thread_get_store (thread));
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);

  for (guint i = 0; i < work->sources->len; i++)
    {
      TyImportTable *table = g_new0 (TyImportTable, 1);
      g_autoptr(GError) local = NULL;

      g_ptr_array_add (tables, table);
      table->source = ty_import_source_ref (g_ptr_array_index (work->sources, i));
      table->look = ty_import_look_new (database, table->source, work->kind, NULL, cancellable, &local);
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      table->problem = local != NULL ? g_strdup (local->message) : NULL;
    }
  return g_steal_pointer (&tables);
}

/**
 * ty_office_look_at_tables_async:
 * @self: an open office
 * @sources: (element-type TyImportSource): files and pasted tables, which nobody touches until the answer
 * @kind: (nullable): what the tables are; %NULL to find out of each
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Looks at the first rows of tables and finds what their columns mean, by a named mapping where one fits.
 */
void
ty_office_look_at_tables_async (TyOffice            *self,
                                GPtrArray           *sources,
                                const TyImportKind  *kind,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_look_at_tables_async, cancellable, callback,
                                              user_data);
  Tables *tables = tables_new (self);

  tables->sources = g_ptr_array_ref (sources);
  tables->kind = kind;
  ty_office_read (self, task, look_at_tables, tables, tables_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_look_at_tables_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type TyImportTable): what each of them looks like, or why it cannot be
 *   read
 */
GPtrArray *
ty_office_look_at_tables_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_look_at_tables_async, error);
}

static gpointer
plan_import (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Tables *tables = data;

  return ty_import_run_plan (ty_office_thread_get_store (thread), tables->sources, &tables->options,
                             tables->mapping, tables->progress != NULL ? ty_progress_tell : NULL,
                             tables->progress, cancellable, error);
}

/**
 * ty_office_plan_import_async:
 * @self: an open office that may be written
 * @sources: (element-type TyImportSource): files and pasted tables of one kind, which nobody touches until the
 *   answer
 * @options: how they are understood
 * @mapping: (nullable): what is said of their columns
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Finds what each row would change. It is done by the writer, since the import is tried out and taken back.
 */
void
ty_office_plan_import_async (TyOffice              *self,
                             GPtrArray             *sources,
                             const TyImportOptions *options,
                             TyImportMapping       *mapping,
                             TyProgressFunc         progress,
                             gpointer               progress_data,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_plan_import_async, cancellable, callback,
                                              user_data);
  Tables *tables = tables_new (self);

  tables->sources = g_ptr_array_ref (sources);
  tables->options = *options;
  tables->mapping = mapping != NULL ? ty_import_mapping_copy (mapping) : NULL;
  tables->progress = progress != NULL ? ty_progress_new (progress, progress_data) : NULL;
  ty_office_write (self, task, plan_import, tables, tables_free, (GDestroyNotify) ty_import_plan_unref);
}

/**
 * ty_office_plan_import_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why nothing can be compared
 *
 * Returns: (transfer full) (nullable): what each row would change
 */
TyImportPlan *
ty_office_plan_import_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_plan_import_async, error);
}

static gpointer
answer_import (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  Tables *tables = data;

  return ty_import_run_answers (ty_office_thread_get_store (thread), tables->plan, cancellable, error)
           ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_answer_import_async:
 * @self: an open office that may be written
 * @plan: a plan, which nobody touches until the answer
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Compares the rows anew of which ty_import_plan_answer() said who they are.
 */
void
ty_office_answer_import_async (TyOffice            *self,
                               TyImportPlan        *plan,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_answer_import_async, cancellable, callback,
                                              user_data);
  Tables *tables = tables_new (self);

  tables->plan = ty_import_plan_ref (plan);
  ty_office_write (self, task, answer_import, tables, tables_free, NULL);
}

gboolean
ty_office_answer_import_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_answer_import_async, error) != NULL;
}

static gpointer
apply_import (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Tables *tables = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autofree char *folder = ty_backup_folder_get_default (ty_store_get_path (store));
  g_autofree char *backup = ty_backup_folder_add (folder, store, error);

  if (backup == NULL)
    return NULL;

  return ty_import_run_apply (store, tables->plan, tables->user,
                              tables->progress != NULL ? ty_progress_tell : NULL, tables->progress, cancellable,
                              error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_apply_import_async:
 * @self: an open office that may be written
 * @plan: a plan, which nobody touches until the answer
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing of the file that is being imported is taken over
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Backs the file up and takes over what is accepted, one action for each table.
 */
void
ty_office_apply_import_async (TyOffice            *self,
                              TyImportPlan        *plan,
                              TyProgressFunc       progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_apply_import_async, cancellable, callback,
                                              user_data);
  Tables *tables = tables_new (self);

  tables->plan = ty_import_plan_ref (plan);
  tables->progress = progress != NULL ? ty_progress_new (progress, progress_data) : NULL;
  ty_office_write (self, task, apply_import, tables, tables_free, NULL);
}

gboolean
ty_office_apply_import_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_apply_import_async, error) != NULL;
}

static gpointer
save_mapping (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Tables *tables = data;

  return ty_import_mapping_table_save (ty_office_thread_get_store (thread), tables->user, tables->mapping, NULL,
                                       error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_mapping_async:
 * @self: an open office that may be written
 * @mapping: a mapping with a name
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Keeps a mapping for the next table of this look, in the place of the one with the same name.
 */
void
ty_office_save_mapping_async (TyOffice            *self,
                              TyImportMapping     *mapping,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_mapping_async, cancellable, callback,
                                              user_data);
  Tables *tables = tables_new (self);

  tables->mapping = ty_import_mapping_copy (mapping);
  ty_office_write (self, task, save_mapping, tables, tables_free, NULL);
}

gboolean
ty_office_save_mapping_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_mapping_async, error) != NULL;
}

static gpointer
save_problems (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  Tables *tables = data;

  return (ty_import_plan_get_n_parts (tables->plan) > 1
            ? ty_import_problems_write_all (tables->plan, tables->path, cancellable, error)
            : ty_import_problems_write (tables->plan, 0, tables->path, cancellable, error)) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_problems_async:
 * @self: an open office
 * @plan: a plan, which nobody touches until the answer
 * @path: the workbook to write; of a plan of several tables the folder for one of each that has problems
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes tables once more with their problems marked.
 */
void
ty_office_save_problems_async (TyOffice            *self,
                               TyImportPlan        *plan,
                               const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_problems_async, cancellable, callback,
                                              user_data);
  Tables *tables = tables_new (self);

  tables->plan = ty_import_plan_ref (plan);
  tables->path = g_strdup (path);
  ty_office_read (self, task, save_problems, tables, tables_free, NULL);
}

gboolean
ty_office_save_problems_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_problems_async, error) != NULL;
}
