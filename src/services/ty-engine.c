/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-engine"

#include "config.h"

#include "ty-engine.h"

#include "ty-column-table.h"
#include "ty-parallel.h"
#include "ty-read-view.h"
#include "ty-store.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>

#define MAX_DATABASES 4
#define MAX_TRIES 50
#define MAX_ORDERS 2

typedef enum
{
  STATE_EMPTY,
  STATE_LOADING,
  STATE_READY,
  STATE_FAILED,    /* whoever asks reads the file himself */
  STATE_CANCELLED,
} State;

/**
 * TyEngine:
 *
 * The columns of an open county file, which all its threads ask: loaded beside the first window,
 * kept up to date by whoever writes, and by whoever reads where another process wrote. Each
 * answer is of one generation.
 */
struct _TyEngine
{
  GMutex mutex;          /* of what stands here; held for moments */
  GCond cond;            /* when the state became another one */
  State state;
  TyColumns *columns;    /* (owned) (nullable) */
  GThread *loader;       /* (owned) (nullable) */
  GCancellable *cancellable;
  char *path;            /* (owned) (nullable) */
  gboolean names_later;
  gint has_names;        /* atomic: whether the names of some generation were read */

  GMutex refreshing;     /* held by who makes the next generation */
  GMutex naming;         /* held by who reads names or orders people */
  TyNameIndex *names;    /* (owned) (nullable): guarded by naming */
  GPtrArray *orders;     /* (owned) (element-type TyOrder): the one used last at the end; the same */
  TyViews *views;        /* (owned) */
  TyProblemIndex *problems; /* (owned) */

  GMutex finding;        /* held by who reads the names of units */
  TyUnitFinder *finder;  /* (owned) (nullable): the same */

  GMutex filing;         /* held by who reads filings */
  TyFilingIndex *filings; /* (owned) (nullable): the same */
  gint64 filings_seq;    /* the generation whose filings they are */
  gint64 any_filing_seq; /* that of which it is known whether it has any, 0 = none */
  gboolean any_filing;
};

/**
 * ty_engine_new:
 *
 * Returns: (transfer full): an engine without a file
 */
TyEngine *
ty_engine_new (void)
{
  TyEngine *self = g_new0 (TyEngine, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_mutex_init (&self->refreshing);
  g_mutex_init (&self->naming);
  g_mutex_init (&self->finding);
  g_mutex_init (&self->filing);
  self->cancellable = g_cancellable_new ();
  self->views = ty_views_new ();
  self->problems = ty_problem_index_new ();
  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_order_unref);
  return self;
}

void
ty_engine_free (TyEngine *self)
{
  ty_engine_stop (self);
  ty_views_free (self->views);
  ty_problem_index_free (self->problems);
  g_ptr_array_unref (self->orders);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->refreshing);
  g_mutex_clear (&self->naming);
  g_mutex_clear (&self->finding);
  g_mutex_clear (&self->filing);
  g_free (self);
}

/* Never an older generation after a newer one. */
static void
publish (TyEngine  *self,
         TyColumns *columns,
         State      state)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (columns != NULL && self->state != STATE_CANCELLED
      && (self->columns == NULL || ty_columns_get_seq (self->columns) < ty_columns_get_seq (columns)))
    {
      g_clear_pointer (&self->columns, ty_columns_unref);
      self->columns = ty_columns_ref (columns);
    }
  if (self->state != STATE_CANCELLED)
    self->state = state;
  g_cond_broadcast (&self->cond);
}

static TyColumns *
get_current (TyEngine *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->columns != NULL ? ty_columns_ref (self->columns) : NULL;
}

/* Connections that all see the same state of the file. Between two of them somebody may have
 * written: then again. */
static gboolean
begin_views (TyDatabase **databases,
             guint        n,
             GError     **error)
{
  for (guint try = 0; try < MAX_TRIES; try++)
    {
      gboolean same = TRUE;
      gint64 first = 0;

      for (guint i = 0; i < n; i++)
        {
          gint64 seq;

          if (!ty_read_view_begin (databases[i], error)
              || !ty_column_table_get_seq (databases[i], &seq, error))
            return FALSE;
          first = i == 0 ? seq : first;
          same = same && seq == first;
        }
      if (same)
        return TRUE;
      for (guint i = 0; i < n; i++)
        ty_read_view_end (databases[i]);
    }
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_BUSY,
                       _("The file is being written to without a pause. Try again in a moment."));
  return FALSE;
}

static TyColumns *
load_columns (TyEngine    *self,
              TyDatabase **databases,
              guint        n,
              GError     **error)
{
  TyColumns *columns;

  if (!begin_views (databases, n, error))
    return NULL;

  columns = ty_columns_load (databases, n, self->cancellable, error);
  for (guint i = 0; i < n; i++)
    ty_read_view_end (databases[i]);
  return columns;
}

static TyNameIndex *
get_names (TyEngine    *self,
           TyColumns   *columns,
           TyDatabase  *database,
           GError     **error)
{
  TyNameIndex *names;

  if (self->names != NULL && ty_name_index_get_columns (self->names) == columns)
    return self->names;

  names = ty_name_index_load (columns, database, self->names, self->cancellable, error);
  if (names == NULL)
    return NULL;

  g_clear_pointer (&self->names, ty_name_index_unref);
  self->names = names;
  g_atomic_int_set (&self->has_names, TRUE);
  return names;
}

/* Names are looked at a moment later than figures: they follow when these are there. */
static void
load_names (TyEngine   *self,
            TyDatabase *database)
{
  g_autoptr(TyColumns) columns = get_current (self);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->naming);
  g_autoptr(GError) error = NULL;

  if (columns == NULL || !ty_read_view_begin (database, NULL))
    return;
  if (get_names (self, columns, database, &error) == NULL)
    g_debug ("The names will be read when they are needed: %s", error->message);
  ty_read_view_end (database);
}

static void
load_from (TyEngine    *self,
           TyStore    **stores,
           guint        n)
{
  TyDatabase *databases[MAX_DATABASES];
  g_autoptr(GError) error = NULL;
  g_autoptr(TyColumns) columns = NULL;

  for (guint i = 0; i < n; i++)
    databases[i] = ty_store_get_database (stores[i]);
  columns = load_columns (self, databases, n, &error);
  if (columns == NULL)
    g_debug ("The columns will be loaded when they are needed: %s", error->message);
  publish (self, columns, columns != NULL ? STATE_READY : STATE_FAILED);
  if (columns != NULL && !self->names_later)
    load_names (self, databases[0]);
}

static gpointer
load (gpointer data)
{
  TyEngine *self = data;
  guint wanted = MIN (ty_parallel_get_n_threads (), MAX_DATABASES);
  TyStore *stores[MAX_DATABASES];
  guint n = 0;

  while (n < wanted)
    {
      TyStore *store = ty_store_open (self->path, TY_STORE_READER, NULL);

      if (store == NULL)
        break;
      stores[n++] = store;
    }
  if (n > 0)
    load_from (self, stores, n);
  else
    publish (self, NULL, STATE_FAILED);
  for (guint i = 0; i < n; i++)
    {
      ty_store_close (stores[i], NULL);
      g_object_unref (stores[i]);
    }
  /* What the threads needed to load a million people goes back to the system: tens of megabytes. */
  malloc_trim (0);
  return NULL;
}

/**
 * ty_engine_set_names_later:
 * @self: an engine without a file
 *
 * Names are read only when they are needed: who asks for figures and is gone needs none.
 */
void
ty_engine_set_names_later (TyEngine *self)
{
  g_return_if_fail (self->loader == NULL);

  self->names_later = TRUE;
}

/**
 * ty_engine_start:
 * @self: an engine without a file
 * @path: a county file that is open
 *
 * Begins to load its columns.
 */
void
ty_engine_start (TyEngine   *self,
                 const char *path)
{
  g_return_if_fail (self->loader == NULL);

  g_cancellable_reset (self->cancellable);
  self->path = g_strdup (path);
  self->state = STATE_LOADING;
  self->loader = g_thread_new ("ty-loader", load, self);
}

/**
 * ty_engine_cancel:
 * @self: an engine
 *
 * Ends the loading soon; whoever waits for it is told that the file is closed. Does not wait.
 */
void
ty_engine_cancel (TyEngine *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_cancellable_cancel (self->cancellable);
  if (self->state == STATE_LOADING)
    self->state = STATE_CANCELLED;
  g_cond_broadcast (&self->cond);
}

/**
 * ty_engine_stop:
 * @self: an engine that nobody asks any more
 *
 * Waits for the end of the loading and forgets the file. May be called twice.
 */
void
ty_engine_stop (TyEngine *self)
{
  ty_engine_cancel (self);
  g_clear_pointer (&self->loader, g_thread_join);
  ty_views_clear (self->views);
  ty_problem_index_clear (self->problems);
  g_ptr_array_set_size (self->orders, 0);
  g_clear_pointer (&self->finder, ty_unit_finder_unref);
  g_clear_pointer (&self->filings, ty_filing_index_unref);
  self->any_filing_seq = 0;
  g_clear_pointer (&self->names, ty_name_index_unref);
  g_atomic_int_set (&self->has_names, FALSE);
  g_clear_pointer (&self->columns, ty_columns_unref);
  g_clear_pointer (&self->path, g_free);
  self->state = STATE_EMPTY;
}

/* Makes the generation that the connection sees, unless it is there already. Where there is a newer
 * one, the view of the connection moves on to it: rows and columns are of one state then. */
static TyColumns *
refresh (TyEngine    *self,
         TyDatabase  *database,
         GError     **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->refreshing);
  g_autoptr(TyColumns) columns = get_current (self);
  TyColumns *next = NULL;
  gint64 seq;

  if (!ty_column_table_get_seq (database, &seq, error))
    return NULL;
  if (columns != NULL && ty_columns_get_seq (columns) > seq)
    {
      ty_read_view_end (database);
      if (!ty_read_view_begin (database, error)
          || !ty_column_table_get_seq (database, &seq, error))
        return NULL;
    }
  if (columns != NULL && ty_columns_get_seq (columns) == seq)
    return g_steal_pointer (&columns);

  next = columns != NULL ? ty_columns_refresh (columns, database, error)
                         : ty_columns_load (&database, 1, self->cancellable, error);
  if (next != NULL)
    publish (self, next, STATE_READY);
  return next;
}

/**
 * ty_engine_catch_up:
 * @self: an engine
 * @database: the connection that has just written
 *
 * Publishes the generation of what was committed, before the write is acknowledged. While the
 * columns are still being loaded, that is left to whoever asks first.
 */
void
ty_engine_catch_up (TyEngine   *self,
                    TyDatabase *database)
{
  g_autoptr(TyColumns) before = get_current (self);
  g_autoptr(TyColumns) columns = NULL;
  g_autoptr(GError) error = NULL;

  if (before == NULL)
    return;

  columns = refresh (self, database, &error);
  if (columns == NULL)
    g_debug ("The columns follow later: %s", error->message);
}

static gboolean
wait_for_columns (TyEngine  *self,
                  GError   **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (self->state == STATE_LOADING)
    g_cond_wait (&self->cond, &self->mutex);
  if (self->state != STATE_CANCELLED)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("No county file is open."));
  return FALSE;
}

/**
 * ty_engine_get_columns:
 * @self: an engine
 * @database: a connection with one view of the file
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CLOSED
 *
 * Waits for the columns, if need be.
 *
 * Returns: (transfer full) (nullable): the generation of what the connection sees; where there is
 * a newer one, that, and the view of the connection moves on to it
 */
TyColumns *
ty_engine_get_columns (TyEngine    *self,
                       TyDatabase  *database,
                       GError     **error)
{
  return wait_for_columns (self, error) ? refresh (self, database, error) : NULL;
}

/**
 * ty_engine_get_view:
 * @self: an engine
 * @database: a connection with one view of the file
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @term: year of a term election, or 0 for that of the term in which @as_of lies
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CLOSED
 *
 * Returns: (transfer full) (nullable): everybody on that date in that scope
 */
TyView *
ty_engine_get_view (TyEngine    *self,
                    TyDatabase  *database,
                    TyDate       as_of,
                    gint64       scope,
                    int          term,
                    GError     **error)
{
  g_autoptr(TyColumns) columns = ty_engine_get_columns (self, database, error);

  return columns != NULL ? ty_views_get (self->views, columns, as_of, scope, term) : NULL;
}

/**
 * ty_engine_has_names:
 * @self: an engine
 *
 * Any thread may ask, and does not wait.
 *
 * Returns: whether names were read, so that whoever searches waits for moments only
 */
gboolean
ty_engine_has_names (TyEngine *self)
{
  return g_atomic_int_get (&self->has_names);
}

static TyOrder *
find_order (TyEngine *self,
            TyView   *view)
{
  for (guint i = self->orders->len; i > 0; i--)
    {
      TyOrder *order = g_ptr_array_index (self->orders, i - 1);

      if (ty_order_get_view (order) != view)
        continue;
      g_ptr_array_add (self->orders, g_ptr_array_steal_index (self->orders, i - 1));
      return ty_order_ref (order);
    }
  return NULL;
}

/* Those of earlier generations are of no use to anybody. */
static void
keep_order (TyEngine  *self,
            TyOrder   *order,
            TyColumns *columns)
{
  for (guint i = self->orders->len; i > 0; i--)
    if (ty_view_get_columns (ty_order_get_view (g_ptr_array_index (self->orders, i - 1))) != columns)
      g_ptr_array_remove_index (self->orders, i - 1);
  if (self->orders->len == MAX_ORDERS)
    g_ptr_array_remove_index (self->orders, 0);
  g_ptr_array_add (self->orders, ty_order_ref (order));
}

/**
 * ty_engine_get_order:
 * @self: an engine
 * @database: a connection with one view of the file
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CLOSED
 *
 * Returns: (transfer full) (nullable): everybody on that date in the official order; kept, so that
 * typing in a search entry sorts nothing
 */
TyOrder *
ty_engine_get_order (TyEngine    *self,
                     TyDatabase  *database,
                     TyDate       as_of,
                     gint64       scope,
                     GError     **error)
{
  g_autoptr(TyView) view = ty_engine_get_view (self, database, as_of, scope, 0, error);
  g_autoptr(GMutexLocker) locker = NULL;
  TyNameIndex *names;
  TyOrder *order;

  if (view == NULL)
    return NULL;

  locker = g_mutex_locker_new (&self->naming);
  order = find_order (self, view);
  if (order != NULL)
    return order;

  names = get_names (self, ty_view_get_columns (view), database, error);
  if (names == NULL)
    return NULL;
  order = ty_order_new (view, names);
  keep_order (self, order, ty_view_get_columns (view));
  return order;
}

/**
 * ty_engine_get_unit_finder:
 * @self: an engine
 * @database: a connection with one view of the file
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CLOSED
 *
 * Returns: (transfer full) (nullable): the names of all units; kept as long as the units stay the same
 */
TyUnitFinder *
ty_engine_get_unit_finder (TyEngine    *self,
                           TyDatabase  *database,
                           GError     **error)
{
  g_autoptr(TyColumns) columns = ty_engine_get_columns (self, database, error);
  g_autoptr(GMutexLocker) locker = NULL;

  if (columns == NULL)
    return NULL;

  locker = g_mutex_locker_new (&self->finding);
  if (self->finder == NULL
      || ty_unit_finder_get_units (self->finder) != ty_columns_get_units (columns))
    {
      g_clear_pointer (&self->finder, ty_unit_finder_unref);
      self->finder = ty_unit_finder_new (ty_columns_get_units (columns));
    }
  return ty_unit_finder_ref (self->finder);
}

/**
 * ty_engine_get_filings:
 * @self: an engine
 * @database: a connection with one view of the file, whose columns were asked for
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the county filings of all dates; kept until the file changes
 */
TyFilingIndex *
ty_engine_get_filings (TyEngine    *self,
                       TyDatabase  *database,
                       GError     **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->filing);
  gint64 seq;

  if (!ty_column_table_get_seq (database, &seq, error))
    return NULL;
  if (self->filings == NULL || self->filings_seq != seq)
    {
      g_clear_pointer (&self->filings, ty_filing_index_unref);
      self->filings = ty_filing_index_load (database, error);
      self->filings_seq = seq;
    }
  return self->filings != NULL ? ty_filing_index_ref (self->filings) : NULL;
}

/**
 * ty_engine_find_any_filing:
 * @self: an engine
 * @database: a connection with one view of the file
 * @found: (out): whether the file has the number of any county filing
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was found out; kept until the file changes
 */
gboolean
ty_engine_find_any_filing (TyEngine    *self,
                           TyDatabase  *database,
                           gboolean    *found,
                           GError     **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->filing);
  gint64 seq;

  if (!ty_column_table_get_seq (database, &seq, error))
    return FALSE;
  if (self->any_filing_seq == 0 || self->any_filing_seq != seq)
    {
      if (!ty_filing_index_find_any (database, &self->any_filing, error))
        return FALSE;
      self->any_filing_seq = seq;
    }
  *found = self->any_filing;
  return TRUE;
}

/**
 * ty_engine_get_views:
 * @self: an engine
 *
 * Returns: (transfer none): where views of other dates are kept
 */
TyViews *
ty_engine_get_views (TyEngine *self)
{
  return self->views;
}

/**
 * ty_engine_get_problems:
 * @self: an engine
 *
 * Returns: (transfer none): where what the checks found is kept
 */
TyProblemIndex *
ty_engine_get_problems (TyEngine *self)
{
  return self->problems;
}
