/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-dashboards"

#include "config.h"

#include "ty-office-dashboards.h"

#include "ty-kept-table.h"
#include "ty-office-private.h"

#include <string.h>

#define KIND "dashboard"

typedef struct
{
  TyDashboard *dashboard; /* (owned) */
  char *user;             /* (owned) */
  gboolean reset;
} Edit;

typedef struct
{
  TyDashboard *dashboard; /* (owned) */
  TyCardCompare compare;
  TyDate as_of;
  gint64 scope;
} Asking;

/* The county’s own takes the place of that of the program with the same word. */
static void
add_own (GPtrArray   *list,
         TyDashboard *dashboard)
{
  dashboard->edited = TRUE;
  for (guint i = 0; i < list->len; i++)
    {
      TyDashboard *other = g_ptr_array_index (list, i);

      if (strcmp (other->word, dashboard->word) != 0)
        continue;
      dashboard->shipped = other->shipped;
      g_ptr_array_remove_index (list, i);
      g_ptr_array_insert (list, (int) i, dashboard);
      return;
    }
  g_ptr_array_add (list, dashboard);
}

/**
 * ty_dashboard_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Lists the dashboards of the program, as the county changed them, and behind them those of the county. One
 * that cannot be read at all, of a newer program, is left out.
 *
 * Returns: (transfer full) (nullable) (element-type TyDashboard): the dashboards
 */
GPtrArray *
ty_dashboard_list (TyDatabase  *database,
                   GError     **error)
{
  g_autoptr(GPtrArray) kept = ty_kept_table_list (database, KIND, error);
  GPtrArray *list;

  if (kept == NULL)
    return NULL;

  list = ty_dashboard_list_shipped ();
  for (guint i = 0; i < kept->len; i++)
    {
      const TyKept *row = g_ptr_array_index (kept, i);
      g_autoptr(GError) local_error = NULL;
      TyDashboard *dashboard = ty_dashboard_from_json (row->value, &local_error);

      if (dashboard != NULL)
        add_own (list, dashboard);
      else
        g_debug ("The dashboard %s is left out: %s", row->name, local_error->message);
    }
  return list;
}

/**
 * ty_dashboard_suggest_word:
 * @list: (element-type TyDashboard): the dashboards that there are
 * @word: the word of one that is copied
 *
 * Returns: (transfer full): a word that none has
 */
char *
ty_dashboard_suggest_word (GPtrArray  *list,
                           const char *word)
{
  g_autofree char *stem = g_strndup (word, 30);

  for (guint number = 2;; number++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u", stem, number);
      gboolean taken = FALSE;

      for (guint i = 0; i < list->len; i++)
        taken |= strcmp (((TyDashboard *) g_ptr_array_index (list, i))->word, other) == 0;
      if (!taken)
        return g_steal_pointer (&other);
    }
}

static gpointer
list_dashboards (TyOfficeThread  *thread,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  return ty_dashboard_list (ty_office_thread_get_database (thread), error);
}

/**
 * ty_office_list_dashboards_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Lists the dashboards of the program and of the county.
 */
void
ty_office_list_dashboards_async (TyOffice            *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_dashboards_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_dashboards, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_dashboards_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyDashboard): the dashboards
 */
GPtrArray *
ty_office_list_dashboards_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_dashboards_async, error);
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  ty_dashboard_free (edit->dashboard);
  g_free (edit->user);
  g_free (edit);
}

static gpointer
edit_dashboard (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Edit *edit = data;
  g_autofree char *json = edit->reset ? NULL : ty_dashboard_to_json (edit->dashboard);

  return ty_kept_table_save (ty_office_thread_get_store (thread), edit->user, KIND, edit->dashboard->word,
                             ty_label_get (edit->dashboard->title), json, NULL, error)
           ? TY_OFFICE_DONE : NULL;
}

static void
start_edit (TyOffice          *self,
            GTask             *task,
            const TyDashboard *dashboard,
            gboolean           reset)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->dashboard = ty_dashboard_copy (dashboard);
  edit->user = g_strdup (self->user);
  edit->reset = reset;
  ty_office_write (self, task, edit_dashboard, edit, edit_free, NULL);
}

/**
 * ty_office_save_dashboard_async:
 * @self: an open office
 * @dashboard: a dashboard, which is copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Keeps a dashboard as the county’s own, in the place of the one with the same word, as one action.
 */
void
ty_office_save_dashboard_async (TyOffice            *self,
                                const TyDashboard   *dashboard,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_dashboard_async, cancellable, callback,
                                              user_data);

  start_edit (self, task, dashboard, FALSE);
}

/**
 * ty_office_save_dashboard_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it is in the file
 */
gboolean
ty_office_save_dashboard_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_dashboard_async, error) != NULL;
}

/**
 * ty_office_reset_dashboard_async:
 * @self: an open office
 * @dashboard: a dashboard of the county
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Takes the county’s own away, so that one of the program is as it was shipped, as one action.
 */
void
ty_office_reset_dashboard_async (TyOffice            *self,
                                 const TyDashboard   *dashboard,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_reset_dashboard_async, cancellable, callback,
                                              user_data);

  start_edit (self, task, dashboard, TRUE);
}

/**
 * ty_office_reset_dashboard_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the county has none of its own any more
 */
gboolean
ty_office_reset_dashboard_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_reset_dashboard_async, error) != NULL;
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  ty_dashboard_free (asking->dashboard);
  g_free (asking);
}

static gpointer
count_dashboard (TyOfficeThread  *thread,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const Asking *asking = data;
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyColumns) columns = ty_engine_get_columns (engine, database, error);
  TyDashboardPlace place = {
    .columns = columns,
    .views = ty_engine_get_views (engine),
    .database = database,
    .as_of = asking->as_of,
    .scope = asking->scope,
    .compare = asking->compare,
  };

  return columns != NULL ? ty_dashboard_count (asking->dashboard, &place, cancellable, error) : NULL;
}

/**
 * ty_office_count_dashboard_async:
 * @self: an open office
 * @ask: what is asked, which is copied
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is counted
 * @user_data: for @callback
 *
 * Counts the cards of a dashboard at the cut-off date, in the scope or in the unit to which it is narrowed.
 */
void
ty_office_count_dashboard_async (TyOffice              *self,
                                 const TyDashboardAsk  *ask,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_dashboard_async, cancellable, callback,
                                              user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->dashboard = ty_dashboard_copy (ask->dashboard);
  asking->compare = ask->compare;
  asking->as_of = self->as_of;
  asking->scope = ask->narrow != 0 ? ask->narrow : self->scope;
  ty_office_read (self, task, count_dashboard, asking, asking_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_count_dashboard_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyCardAnswer): an answer for each card
 */
GPtrArray *
ty_office_count_dashboard_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_count_dashboard_async, error);
}
