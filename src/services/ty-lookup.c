/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-lookup"

#include "config.h"

#include "ty-lookup.h"

#include "ty-engine.h"
#include "ty-read-view.h"
#include "ty-store.h"

/**
 * TyLookup:
 *
 * A county file that is asked a few things and closed again, by one thread without a main loop. All
 * answers are of one state of the file, whoever writes meanwhile.
 */
struct _TyLookup
{
  TyStore *store;   /* (owned) */
  TyEngine *engine; /* (owned) */
};

/**
 * ty_lookup_open:
 * @path: a county file
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the file, of which the columns are being loaded
 */
TyLookup *
ty_lookup_open (const char  *path,
                GError     **error)
{
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_ONLY, error);
  TyLookup *self;

  if (store == NULL || !ty_read_view_begin (ty_store_get_database (store), error))
    return NULL;

  self = g_new0 (TyLookup, 1);
  self->store = g_steal_pointer (&store);
  self->engine = ty_engine_new ();
  ty_engine_start (self->engine, path);
  return self;
}

void
ty_lookup_free (TyLookup *self)
{
  g_autoptr(GError) error = NULL;

  ty_engine_free (self->engine);
  ty_read_view_end (ty_store_get_database (self->store));
  if (!ty_store_close (self->store, &error))
    g_debug ("The file was left with its companions: %s", error->message);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * ty_lookup_get_database:
 * @self: a file
 *
 * Returns: (transfer none): its connection
 */
TyDatabase *
ty_lookup_get_database (TyLookup *self)
{
  return ty_store_get_database (self->store);
}

/**
 * ty_lookup_get_views:
 * @self: a file
 *
 * Returns: (transfer none): where views of other dates are kept
 */
TyViews *
ty_lookup_get_views (TyLookup *self)
{
  return ty_engine_get_views (self->engine);
}

/**
 * ty_lookup_get_view:
 * @self: a file
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @term: year of a term election, or 0 for that of the term in which @as_of lies
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): everybody on that date in that scope
 */
TyView *
ty_lookup_get_view (TyLookup  *self,
                    TyDate     as_of,
                    gint64     scope,
                    int        term,
                    GError   **error)
{
  return ty_engine_get_view (self->engine, ty_lookup_get_database (self), as_of, scope, term, error);
}

/**
 * ty_lookup_get_order:
 * @self: a file
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): everybody on that date in the official order
 */
TyOrder *
ty_lookup_get_order (TyLookup  *self,
                     TyDate     as_of,
                     gint64     scope,
                     GError   **error)
{
  return ty_engine_get_order (self->engine, ty_lookup_get_database (self), as_of, scope, error);
}
