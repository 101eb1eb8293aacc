/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-portraits"

#include "config.h"

#include "ty-office-portraits.h"

#include "ty-blob-table.h"
#include "ty-office-private.h"
#include "ty-person.h"
#include "ty-photo.h"
#include "ty-table.h"

typedef struct
{
  gint64 *people;
  guint n_people;
  int size;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->people);
  g_free (request);
}

/* A photo that cannot be read is shown as none; the check of the file tells it. */
static GdkPixbuf *
load_portrait (TyDatabase *database,
               gint64      person,
               int         size)
{
  g_autoptr(TyRecord) record = ty_table_get (database, &ty_person_info, person, NULL);
  const char *hash = record != NULL ? ty_record_get_text (record, TY_PERSON_PHOTO) : NULL;
  g_autoptr(GBytes) photo = hash != NULL ? ty_blob_table_load (database, hash, NULL) : NULL;

  return photo != NULL ? ty_photo_thumbnail (photo, size, NULL) : NULL;
}

static gpointer
load_portraits (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Request *request = data;
  g_autoptr(GHashTable) portraits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < request->n_people; i++)
    {
      GdkPixbuf *portrait;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      portrait = load_portrait (ty_office_thread_get_database (thread), request->people[i], request->size);
      if (portrait != NULL)
        g_hash_table_insert (portraits, g_memdup2 (&request->people[i], sizeof (gint64)), portrait);
    }
  return g_steal_pointer (&portraits);
}

/**
 * ty_office_load_portraits_async:
 * @self: an open office
 * @people: (array length=n_people): whose
 * @n_people: their number
 * @size: of the longer side, in pixels
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads photos and makes them small, outside of the main thread.
 */
void
ty_office_load_portraits_async (TyOffice            *self,
                                const gint64        *people,
                                guint                n_people,
                                int                  size,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_portraits_async, cancellable, callback,
                                              user_data);
  Request *request = g_new0 (Request, 1);

  request->people = g_memdup2 (people, n_people * sizeof *people);
  request->n_people = n_people;
  request->size = size;
  ty_office_read (self, task, load_portraits, request, request_free, (GDestroyNotify) g_hash_table_unref);
}

/**
 * ty_office_load_portraits_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64 GdkPixbuf): by person
 */
GHashTable *
ty_office_load_portraits_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_portraits_async, error);
}
