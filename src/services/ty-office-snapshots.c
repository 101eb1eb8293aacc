/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-snapshots"

#include "config.h"

#include "ty-office-snapshots.h"

#include "ty-kept-table.h"
#include "ty-office-private.h"

#include <string.h>

/* Of their settings, and of the actions that take and remove them. */
#define KIND "snapshot"

static int
compare_taken (gconstpointer a,
               gconstpointer b)
{
  const TySnapshot *left = *(TySnapshot * const *) a;
  const TySnapshot *right = *(TySnapshot * const *) b;

  return strcmp (right->taken, left->taken);
}

/* One of a newer program that this one cannot read is left out. */
static gpointer
list_snapshots (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr(GPtrArray) kept = ty_kept_table_list (ty_office_thread_get_database (thread), KIND, error);
  GPtrArray *list;

  if (kept == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_snapshot_free);
  for (guint i = 0; i < kept->len; i++)
    {
      TySnapshot *snapshot = ty_snapshot_from_json (((const TyKept *) g_ptr_array_index (kept, i))->value);

      if (snapshot != NULL)
        g_ptr_array_add (list, snapshot);
    }
  g_ptr_array_sort (list, compare_taken);
  return list;
}

/**
 * ty_office_list_snapshots_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Lists the snapshots of the file.
 */
void
ty_office_list_snapshots_async (TyOffice            *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_snapshots_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_snapshots, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_snapshots_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TySnapshot): the snapshots, the newest first
 */
GPtrArray *
ty_office_list_snapshots_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_snapshots_async, error);
}

typedef struct
{
  char *id;    /* (owned) */
  char *title; /* (owned) */
  char *user;  /* (owned) */
  char *json;  /* (owned) (nullable): none = it is removed */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_free (taking->id);
  g_free (taking->title);
  g_free (taking->user);
  g_free (taking->json);
  g_free (taking);
}

static gpointer
take_snapshot (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Taking *taking = data;

  return ty_kept_table_save (ty_office_thread_get_store (thread), taking->user, KIND, taking->id, taking->title,
                             taking->json, NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_take_snapshot_async:
 * @self: an open office
 * @snapshot: a snapshot, which is copied; who takes it is the user of the office
 * @remove: whether it is removed
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Keeps a snapshot in the file, or removes one, as one action.
 */
void
ty_office_take_snapshot_async (TyOffice            *self,
                               const TySnapshot    *snapshot,
                               gboolean             remove,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_take_snapshot_async, cancellable, callback, user_data);
  Taking *taking = g_new0 (Taking, 1);

  taking->id = g_strdup (snapshot->id);
  taking->title = g_strdup (snapshot->title);
  taking->user = g_strdup (self->user);
  taking->json = remove ? NULL : ty_snapshot_to_json (snapshot);
  ty_office_write (self, task, take_snapshot, taking, taking_free, NULL);
}

/**
 * ty_office_take_snapshot_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_take_snapshot_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_take_snapshot_async, error) != NULL;
}
