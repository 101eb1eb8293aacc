/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-cross"

#include "config.h"

#include "ty-office-cross.h"

#include "ty-entry.h"
#include "ty-grid-book.h"
#include "ty-kept-table.h"
#include "ty-office-private.h"
#include "ty-unit-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of their settings, and of the actions that save and remove them. */
#define KIND "cross"

typedef struct
{
  TyTablePlan *plan; /* (owned) */
  char *county;      /* (owned): what the whole is called */
  TyDate as_of;
  gint64 scope;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  ty_table_plan_free (question->plan);
  g_free (question->county);
  g_free (question);
}

static gpointer
count_cross (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Question *question = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  TyEngine *engine = ty_office_thread_get_engine (thread);
  g_autoptr(TyView) view = ty_engine_get_view (engine, database, question->as_of, question->scope, 0, error);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  TyCrossGridSpec spec = {
    .plan = question->plan,
    .view = view,
    .views = ty_engine_get_views (engine),
    .database = database,
    .unit_name = question->county,
  };

  if (view == NULL)
    return NULL;
  if (question->scope != 0)
    spec.unit_name = ty_unit_names_get (names, question->scope, question->as_of);

  return ty_cross_grid_new (&spec, error);
}

/**
 * ty_office_count_cross_async:
 * @self: an open office
 * @plan: what is counted, which is copied
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is counted
 * @user_data: for @callback
 *
 * Counts a cross table at the cut-off date in the scope.
 */
void
ty_office_count_cross_async (TyOffice            *self,
                             const TyTablePlan   *plan,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_cross_async, cancellable, callback,
                                              user_data);
  Question *question = g_new0 (Question, 1);

  question->plan = ty_table_plan_copy (plan);
  question->county = g_strdup (ty_office_get_county_name (self));
  question->as_of = self->as_of;
  question->scope = self->scope;
  ty_office_read (self, task, count_cross, question, question_free, (GDestroyNotify) ty_cross_grid_free);
}

/**
 * ty_office_count_cross_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_CROSS_TABLE_ERROR` or a `TY_POPULATION_ERROR` about what was chosen, or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the table
 */
TyCrossGrid *
ty_office_count_cross_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_count_cross_async, error);
}

/* One of the county takes the place of the one of the program with its word. */
static void
add_plan (GPtrArray   *list,
          TyTablePlan *plan)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((const TyTablePlan *) g_ptr_array_index (list, i))->id, plan->id) == 0)
      {
        g_ptr_array_remove_index (list, i);
        g_ptr_array_insert (list, (int) i, plan);
        return;
      }
  g_ptr_array_add (list, plan);
}

/* A table of a newer program that this one cannot read is left out. */
static GPtrArray *
list_plans (TyDatabase  *database,
            GError     **error)
{
  g_autoptr(GPtrArray) kept = ty_kept_table_list (database, KIND, error);
  GPtrArray *list;

  if (kept == NULL)
    return NULL;

  list = ty_table_plan_list_shipped ();
  for (guint i = 0; i < kept->len; i++)
    {
      const TyKept *row = g_ptr_array_index (kept, i);
      g_autoptr(GError) local_error = NULL;
      TyTablePlan *plan = ty_table_plan_from_json (row->value, &local_error);

      if (plan != NULL)
        add_plan (list, plan);
      else
        g_debug ("A cross table is left out: %s", local_error->message);
    }
  return list;
}

static gpointer
list_crosses (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  return list_plans (ty_office_thread_get_database (thread), error);
}

/**
 * ty_office_list_crosses_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Lists the saved cross tables: those of the program, behind them those of the county.
 */
void
ty_office_list_crosses_async (TyOffice            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_crosses_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_crosses, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_crosses_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyTablePlan): the tables
 */
GPtrArray *
ty_office_list_crosses_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_crosses_async, error);
}

typedef struct
{
  TyTablePlan *plan; /* (owned) */
  char *user;        /* (owned) */
  gboolean remove;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  ty_table_plan_free (saving->plan);
  g_free (saving->user);
  g_free (saving);
}

/* Who looks for a table looks for its name. */
static gboolean
check_name (TyDatabase         *database,
            const TyTablePlan  *plan,
            GError            **error)
{
  g_autoptr(GPtrArray) list = list_plans (database, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TyTablePlan *other = g_ptr_array_index (list, i);

      if (strcmp (other->id, plan->id) == 0 || strcmp (other->name, plan->name) != 0)
        continue;
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                   _("There is a cross table called “%s” already. Choose another name."), plan->name);
      return FALSE;
    }
  return list != NULL;
}

static gpointer
save_cross (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Saving *saving = data;
  g_autofree char *json = saving->remove ? NULL : ty_table_plan_to_json (saving->plan);

  if (!saving->remove && !check_name (ty_office_thread_get_database (thread), saving->plan, error))
    return NULL;

  return ty_kept_table_save (ty_office_thread_get_store (thread), saving->user, KIND, saving->plan->id,
                             saving->plan->name, json, NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_cross_async:
 * @self: an open office
 * @plan: a table, which is copied
 * @remove: whether it is removed; one of the program is then as it came
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Saves a table of the county in the place of the one with its word, or removes it, as one action.
 */
void
ty_office_save_cross_async (TyOffice            *self,
                            const TyTablePlan   *plan,
                            gboolean             remove,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_cross_async, cancellable, callback,
                                              user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->plan = ty_table_plan_copy (plan);
  saving->user = g_strdup (self->user);
  saving->remove = remove;
  ty_office_write (self, task, save_cross, saving, saving_free, NULL);
}

/**
 * ty_office_save_cross_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` about the name, or a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_save_cross_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_cross_async, error) != NULL;
}

typedef struct
{
  TyGrid *grid; /* (owned) */
  char *path;   /* (owned) */
  char *user;   /* (owned) */
} Book;

static void
book_free (gpointer data)
{
  Book *book = data;

  ty_grid_unref (book->grid);
  g_free (book->path);
  g_free (book->user);
  g_free (book);
}

static gpointer
write_book (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Book *book = data;

  return ty_grid_book_write (book->grid, book->path, ty_office_thread_get_store (thread), book->user, error)
           ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_export_grid_async:
 * @self: an open office
 * @grid: a table of figures
 * @path: where; what is there is replaced once the new one is whole
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is written
 * @user_data: for @callback
 *
 * Writes a table of figures as a workbook, and notes that in the history.
 */
void
ty_office_export_grid_async (TyOffice            *self,
                             TyGrid              *grid,
                             const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_export_grid_async, cancellable, callback,
                                              user_data);
  Book *book = g_new0 (Book, 1);

  book->grid = ty_grid_ref (grid);
  book->path = g_strdup (path);
  book->user = g_strdup (self->user);
  ty_office_write (self, task, write_book, book, book_free, NULL);
}

/**
 * ty_office_export_grid_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: whether the workbook is in its place
 */
gboolean
ty_office_export_grid_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_grid_async, error) != NULL;
}
