/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photo-edit"

#include "config.h"

#include "ty-photo-edit.h"

#include "ty-action-log.h"
#include "ty-blob-table.h"
#include "ty-person.h"
#include "ty-table.h"

typedef struct
{
  gint64 person;
  GBytes *photo;          /* (nullable): none = it is removed */
  const char *media_type;
  guint n_photos;
  TyPhotoNextFunc next;
  gpointer data;
} Edit;

static gboolean
set_photo (TyStore     *store,
           gint64       person,
           GBytes      *photo,
           const char  *media_type,
           GError     **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) record = ty_table_get (database, &ty_person_info, person, error);
  g_autofree char *sha256 = NULL;

  if (record == NULL)
    return FALSE;
  if (photo != NULL)
    {
      sha256 = ty_blob_table_add (database, photo, media_type, error);
      if (sha256 == NULL)
        return FALSE;
    }
  ty_record_set_text (record, TY_PERSON_PHOTO, sha256);
  return ty_table_update (database, record, error);
}

static gboolean
set_one (TyStore   *store,
         gpointer   data,
         GError   **error)
{
  const Edit *edit = data;

  return set_photo (store, edit->person, edit->photo, edit->media_type, error);
}

static gboolean
set_many (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  const Edit *edit = data;

  for (guint i = 0; i < edit->n_photos; i++)
    {
      g_autoptr(GBytes) photo = NULL;
      gint64 person;

      if (!edit->next (i, &person, &photo, edit->data, error)
          || !set_photo (store, person, photo, edit->media_type, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_photo_edit_set:
 * @store: a store that writes
 * @user: who does it
 * @person: key of a person
 * @photo: (nullable): the photo as it shall be kept; none = it is removed
 * @media_type: (nullable): what it is
 * @seq: (out) (optional): the action
 * @error: a `TY_STORE_ERROR`
 *
 * Gives a person another photo or none, as one action. The bytes of the former one stay for undo.
 *
 * Returns: whether the file is so
 */
gboolean
ty_photo_edit_set (TyStore     *store,
                   const char  *user,
                   gint64       person,
                   GBytes      *photo,
                   const char  *media_type,
                   gint64      *seq,
                   GError     **error)
{
  Edit edit = { .person = person, .photo = photo, .media_type = media_type };
  TyActionSpec spec = { user, photo != NULL ? "photo.set" : "photo.remove", NULL, 0 };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = ty_store_run (store, &spec, set_one, &edit, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_photo_edit_set_many:
 * @store: a store that writes
 * @user: who does it
 * @n_photos: how many
 * @media_type: what they are
 * @next: hands them over
 * @data: for @next
 * @seq: (out) (optional): the action
 * @error: a `TY_STORE_ERROR`, or what @next told
 *
 * Gives many people photos, all of them as one action.
 *
 * Returns: whether all have them; where one fails, none has
 */
gboolean
ty_photo_edit_set_many (TyStore          *store,
                        const char       *user,
                        guint             n_photos,
                        const char       *media_type,
                        TyPhotoNextFunc   next,
                        gpointer          data,
                        gint64           *seq,
                        GError          **error)
{
  Edit edit = { .n_photos = n_photos, .media_type = media_type, .next = next, .data = data };
  g_autofree char *detail = g_strdup_printf ("{\"people\":%u}", n_photos);
  TyActionSpec spec = { user, "photos.import", detail, 0 };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = ty_store_run (store, &spec, set_many, &edit, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
