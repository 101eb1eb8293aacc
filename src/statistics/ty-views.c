/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-views"

#include "config.h"

#include "ty-views.h"

/* What is shown, the day before the term, and a few to go back to; beyond these the dates of a trend, and what
 * cards were narrowed to, as long as they have room: a view takes four bytes for each person in its scope. */
#define MIN_VIEWS 4
#define MAX_VIEWS 24
#define MAX_SIZE (128 * 1024 * 1024)

typedef struct
{
  TyView *view; /* (owned) */
  int term;     /* as it was asked for */
} Kept;

/**
 * TyViews:
 *
 * The views that were used last. Any thread may call it.
 */
struct _TyViews
{
  GMutex mutex;
  GArray *kept; /* (owned) (element-type Kept): the one used last at the end; guarded by mutex */
};

static void
clear_kept (gpointer data)
{
  Kept *kept = data;

  ty_view_unref (kept->view);
}

/**
 * ty_views_new:
 *
 * Returns: (transfer full): an empty collection
 */
TyViews *
ty_views_new (void)
{
  TyViews *self = g_new0 (TyViews, 1);

  g_mutex_init (&self->mutex);
  self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->kept, clear_kept);
  return self;
}

void
ty_views_free (TyViews *self)
{
  g_array_unref (self->kept);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* The view of that place, of whatever generation; %G_MAXUINT where there is none. */
static guint
find (TyViews *self,
      TyDate   as_of,
      gint64   scope,
      int      term)
{
  for (guint i = self->kept->len; i > 0; i--)
    {
      const Kept *kept = &g_array_index (self->kept, Kept, i - 1);

      if (ty_view_get_day (kept->view) == ty_date_to_days (as_of)
          && ty_view_get_scope (kept->view) == scope
          && (kept->term == term || ty_view_get_term (kept->view) == term))
        return i - 1;
    }
  return G_MAXUINT;
}

/* The old one of the same place, taken out of the collection. */
static TyView *
steal (TyViews *self,
       TyDate   as_of,
       gint64   scope,
       int      term)
{
  guint i = find (self, as_of, scope, term);
  TyView *view = i != G_MAXUINT ? ty_view_ref (g_array_index (self->kept, Kept, i).view) : NULL;

  if (view != NULL)
    g_array_remove_index (self->kept, i);
  return view;
}

static void
keep (TyViews *self,
      TyView  *view,
      int      term)
{
  Kept kept = { ty_view_ref (view), term };
  gsize size = 0;

  g_array_append_val (self->kept, kept);
  for (guint i = 0; i < self->kept->len; i++)
    size += ty_view_get_size (g_array_index (self->kept, Kept, i).view);
  while (self->kept->len > MAX_VIEWS || (self->kept->len > MIN_VIEWS && size > MAX_SIZE))
    {
      size -= ty_view_get_size (g_array_index (self->kept, Kept, 0).view);
      g_array_remove_index (self->kept, 0);
    }
}

/**
 * ty_views_get:
 * @self: a collection
 * @columns: the generation that is asked
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @term: year of a term election, or 0 for that of the term in which @as_of lies
 *
 * Returns: (transfer full): the view; asked again after a change, only what changed is scanned
 */
TyView *
ty_views_get (TyViews   *self,
              TyColumns *columns,
              TyDate     as_of,
              gint64     scope,
              int        term)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr(TyView) before = steal (self, as_of, scope, term);
  TyView *view = before != NULL && ty_view_get_columns (before) == columns
                   ? ty_view_ref (before)
                   : ty_view_new (columns, as_of, scope, term, before);

  keep (self, view, term);
  return view;
}

/**
 * ty_views_clear:
 * @self: a collection
 *
 * Forgets all views, and so the columns that they hold.
 */
void
ty_views_clear (TyViews *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_array_set_size (self->kept, 0);
}
