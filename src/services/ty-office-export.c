/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-export"

#include "config.h"

#include "ty-office-export.h"

#include "ty-columns.h"
#include "ty-office-private.h"
#include "ty-roster-layout-table.h"
#include "ty-roster-query.h"
#include "ty-unit-names.h"

/* How far it is, told in the main thread until the writing ends. */
typedef struct
{
  TyRosterProgressFunc func;
  gpointer data;
  gboolean ended; /* in the main thread only */
} Progress;

typedef struct
{
  TyRosterQuery *query;   /* (owned) */
  TyRosterLayout *layout; /* (owned) */
  GArray *people;         /* (owned) (nullable) */
  char *path;             /* (owned) (nullable): of a preview none */
  char *filter_text;      /* (owned) (nullable) */
  char *unit_name;        /* (owned): of the county, until the scope is known */
  Progress *progress;     /* (owned): counted atomically */
  TyRosterFormat format;
  guint n_rows;           /* of a preview */
  TyDate as_of;
  gint64 scope;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  ty_roster_query_free (export->query);
  ty_roster_layout_free (export->layout);
  g_clear_pointer (&export->people, g_array_unref);
  g_free (export->path);
  g_free (export->filter_text);
  g_free (export->unit_name);
  g_atomic_rc_box_release (export->progress);
  g_free (export);
}

static Export *
export_new (TyOffice             *self,
            const TyOfficeExport *spec)
{
  Export *export = g_new0 (Export, 1);

  export->query = ty_roster_query_copy (spec->query);
  export->layout = ty_roster_layout_copy (spec->layout);
  if (spec->n_people > 0)
    {
      export->people = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (export->people, spec->people, spec->n_people);
    }
  export->path = g_strdup (spec->path);
  export->filter_text = g_strdup (spec->filter_text);
  export->unit_name = g_strdup (ty_office_get_county_name (self));
  export->progress = g_atomic_rc_box_new0 (Progress);
  export->format = spec->format;
  export->as_of = self->as_of;
  export->scope = self->scope;
  return export;
}

typedef struct
{
  Progress *progress;
  guint n_done;
  guint n_people;
} Tick;

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  g_atomic_rc_box_release (tick->progress);
  g_free (tick);
}

static gboolean
tick_cb (gpointer user_data)
{
  const Tick *tick = user_data;

  if (!tick->progress->ended)
    tick->progress->func (tick->n_done, tick->n_people, tick->progress->data);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (guint    n_done,
               guint    n_people,
               gpointer data)
{
  Progress *progress = data;
  Tick *tick;

  if (progress->func == NULL)
    return;

  tick = g_new (Tick, 1);
  *tick = (Tick){ g_atomic_rc_box_acquire (progress), n_done, n_people };
  g_idle_add_full (G_PRIORITY_DEFAULT, tick_cb, tick, tick_free);
}

/* Who was chosen one by one. */
static TyBitmap *
mark_people (const Export *export,
             TyColumns    *columns,
             guint         n_bits)
{
  TyBitmap *chosen = ty_bitmap_new (n_bits);

  for (guint i = 0; i < export->people->len; i++)
    {
      guint32 row;

      if (ty_columns_find_person (columns, g_array_index (export->people, gint64, i), &row))
        ty_bitmap_set (chosen, row);
    }
  return chosen;
}

static TyBitmap *
find_rows (TyOfficeThread  *thread,
           const Export    *export,
           TyOrder         *order,
           GError         **error)
{
  TyBitmap *rows = ty_roster_query_find (export->query, order,
                                         ty_engine_get_views (ty_office_thread_get_engine (thread)),
                                         ty_office_thread_get_database (thread), error);

  if (rows != NULL && export->people != NULL)
    {
      TyColumns *columns = ty_view_get_columns (ty_order_get_view (order));
      g_autoptr(TyBitmap) chosen = mark_people (export, columns, rows->n_bits);

      ty_bitmap_and (rows, chosen);
    }
  return rows;
}

static TyOrder *
get_order (TyOfficeThread  *thread,
           const Export    *export,
           GError         **error)
{
  return ty_engine_get_order (ty_office_thread_get_engine (thread),
                              ty_office_thread_get_database (thread), export->as_of, export->scope,
                              error);
}

static TyRosterExportSpec
make_spec (const Export *export,
           TyPopulation *population)
{
  return (TyRosterExportSpec){
    .layout = export->layout,
    .format = export->format,
    .path = export->path,
    .unit_name = export->unit_name,
    .filter_text = export->filter_text,
    .population = population,
    .searched = export->people != NULL
                || (export->query->search != NULL && *export->query->search != '\0'),
    .keys = export->query->keys,
    .n_keys = export->query->n_keys,
  };
}

/* The office may not know yet what its scope is called. */
static void
name_unit (TyOfficeThread *thread,
           Export         *export)
{
  g_autoptr(TyUnitNames) names = ty_unit_names_new (ty_office_thread_get_database (thread));

  if (export->scope == 0)
    return;

  g_free (export->unit_name);
  export->unit_name = g_strdup (ty_unit_names_get (names, export->scope, export->as_of));
}

static gpointer
write_roster (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Export *export = data;
  g_autoptr(TyOrder) order = get_order (thread, export, error);
  g_autoptr(TyBitmap) rows = order != NULL ? find_rows (thread, export, order, error) : NULL;
  g_autoptr(TyPopulation) population = NULL;
  TyRosterExportSpec spec;

  if (rows == NULL)
    return NULL;

  name_unit (thread, export);
  population = ty_roster_query_make_population (export->query, NULL);
  spec = make_spec (export, population);
  return ty_roster_export_new (ty_office_thread_get_database (thread), order,
                               ty_engine_get_views (ty_office_thread_get_engine (thread)), rows, &spec,
                               tell_progress, export->progress, cancellable, error);
}

typedef struct
{
  TyRosterExport *export; /* (owned) (nullable) once it is given back */
  char *user;
} Commit;

static void
commit_free (gpointer data)
{
  Commit *commit = data;

  g_clear_pointer (&commit->export, ty_roster_export_free);
  g_free (commit->user);
  g_free (commit);
}

static gpointer
commit_roster (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  Commit *commit = data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !ty_roster_export_commit (commit->export, ty_office_thread_get_store (thread), commit->user,
                                   error))
    return NULL;

  return g_steal_pointer (&commit->export);
}

typedef struct
{
  GTask *task;        /* (owned): of the caller */
  Progress *progress; /* (owned) */
} Written;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TyOffice *self = TY_OFFICE (source);
  g_autofree Written *written = user_data;
  g_autoptr(GTask) task = written->task;
  GError *error = NULL;
  TyRosterExport *export = g_task_propagate_pointer (G_TASK (result), &error);
  Commit *commit;

  written->progress->ended = TRUE;
  g_atomic_rc_box_release (written->progress);
  if (export == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  commit = g_new0 (Commit, 1);
  commit->export = export;
  commit->user = g_strdup (self->user);
  ty_office_write (self, task, commit_roster, commit, commit_free,
                   (GDestroyNotify) ty_roster_export_free);
}

/**
 * ty_office_export_roster_async:
 * @self: an open office
 * @spec: what is exported
 * @progress: (nullable): hears in the main thread how far it is, until the callback at the latest
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing is left
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes a roster at the cut-off date in the scope. It is written by a reader, beside its place; the
 * writer then notes the export in the history and puts the file there. Where there is no path, the sheet of
 * the export is given to a printer instead.
 */
void
ty_office_export_roster_async (TyOffice              *self,
                               const TyOfficeExport  *spec,
                               TyRosterProgressFunc   progress,
                               gpointer               progress_data,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  g_autoptr(GTask) writing = NULL;
  GTask *task;
  Export *export;
  Written *written;

  g_return_if_fail (spec->query != NULL && spec->layout != NULL);

  /* What is in its place is told so, even if it was cancelled a moment later. */
  task = ty_office_task_new (self, ty_office_export_roster_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  export = export_new (self, spec);
  export->progress->func = progress;
  export->progress->data = progress_data;
  written = g_new (Written, 1);
  *written = (Written){ task, g_atomic_rc_box_acquire (export->progress) };
  writing = ty_office_task_new (self, written_cb, cancellable, written_cb, written);
  ty_office_read (self, writing, write_roster, export, export_free,
                  (GDestroyNotify) ty_roster_export_free);
}

/**
 * ty_office_export_roster_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was exported; %NULL where nothing was
 */
TyRosterExport *
ty_office_export_roster_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_roster_async, error);
}

static gpointer
preview_roster (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Export *export = data;
  g_autoptr(TyOrder) order = get_order (thread, export, error);
  g_autoptr(TyBitmap) rows = order != NULL ? find_rows (thread, export, order, error) : NULL;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  TyRosterExportSpec spec = make_spec (export, NULL);

  if (rows == NULL
      || !ty_roster_export_preview (ty_office_thread_get_database (thread), order,
                                    ty_engine_get_views (ty_office_thread_get_engine (thread)), rows,
                                    &spec, export->n_rows, texts, error))
    return NULL;

  return g_steal_pointer (&texts);
}

/**
 * ty_office_preview_roster_async:
 * @self: an open office
 * @spec: what would be exported; its path is not looked at
 * @n_rows: how many rows at most
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the first rows of a roster as they would be written.
 */
void
ty_office_preview_roster_async (TyOffice              *self,
                                const TyOfficeExport  *spec,
                                guint                  n_rows,
                                GCancellable          *cancellable,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_preview_roster_async, cancellable,
                                              callback, user_data);
  Export *export;

  g_return_if_fail (spec->query != NULL && spec->layout != NULL);

  export = export_new (self, spec);
  export->n_rows = n_rows;
  ty_office_read (self, task, preview_roster, export, export_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_preview_roster_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the texts of each row, column by column
 */
GPtrArray *
ty_office_preview_roster_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_preview_roster_async, error);
}

static gpointer
list_layouts (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  return ty_roster_layout_table_list (ty_office_thread_get_database (thread), error);
}

/**
 * ty_office_list_layouts_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Lists the layouts of the program and of the county.
 */
void
ty_office_list_layouts_async (TyOffice            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_layouts_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_layouts, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_layouts_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterLayout): the layouts
 */
GPtrArray *
ty_office_list_layouts_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_layouts_async, error);
}

typedef struct
{
  TyRosterLayout *layout; /* (owned) (nullable): what is saved */
  char *id;               /* (owned) (nullable): what is removed */
  char *user;             /* (owned) */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_pointer (&edit->layout, ty_roster_layout_free);
  g_free (edit->id);
  g_free (edit->user);
  g_free (edit);
}

static gpointer
edit_layout (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Edit *edit = data;
  TyStore *store = ty_office_thread_get_store (thread);
  gboolean done = edit->layout != NULL
                    ? ty_roster_layout_table_save (store, edit->user, edit->layout, NULL, error)
                    : ty_roster_layout_table_remove (store, edit->user, edit->id, NULL, error);

  return done ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_layout_async:
 * @self: an open office
 * @layout: a layout of the county
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Saves a layout as an action, in the place of the one with the same word.
 */
void
ty_office_save_layout_async (TyOffice             *self,
                             const TyRosterLayout *layout,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_layout_async, cancellable,
                                              callback, user_data);
  Edit *edit = g_new0 (Edit, 1);

  edit->layout = ty_roster_layout_copy (layout);
  edit->user = g_strdup (self->user);
  ty_office_write (self, task, edit_layout, edit, edit_free, NULL);
}

/**
 * ty_office_save_layout_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was saved
 */
gboolean
ty_office_save_layout_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_layout_async, error) != NULL;
}

/**
 * ty_office_remove_layout_async:
 * @self: an open office
 * @id: the word of a layout of the county
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is removed
 * @user_data: for @callback
 *
 * Removes a layout as an action.
 */
void
ty_office_remove_layout_async (TyOffice            *self,
                               const char          *id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_remove_layout_async, cancellable,
                                              callback, user_data);
  Edit *edit = g_new0 (Edit, 1);

  edit->id = g_strdup (id);
  edit->user = g_strdup (self->user);
  ty_office_write (self, task, edit_layout, edit, edit_free, NULL);
}

/**
 * ty_office_remove_layout_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was removed
 */
gboolean
ty_office_remove_layout_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_remove_layout_async, error) != NULL;
}
