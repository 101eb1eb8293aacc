/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-attachment-edit"

#include "config.h"

#include "ty-attachment-edit.h"

#include "ty-action-log.h"
#include "ty-blob-table.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-file-content.h"
#include "ty-media-type.h"
#include "ty-table.h"
#include "ty-talk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TITLE_CHARACTERS 100

/* The name without its ending says mostly what it is. */
static char *
make_title (const char *file_name)
{
  g_autofree char *valid = g_utf8_make_valid (file_name, -1);
  char *dot = strrchr (valid, '.');

  if (dot != NULL && dot != valid)
    *dot = '\0';
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= TITLE_CHARACTERS)
    return g_steal_pointer (&valid);

  return g_utf8_substring (valid, 0, TITLE_CHARACTERS);
}

/**
 * ty_new_attachment_new:
 * @file_name: what the file is called, without a folder
 * @bytes: the file
 * @error: %TY_STORE_ERROR_CONSTRAINT with a sentence that says what can be attached
 *
 * Returns: (transfer full) (nullable): an attachment whose title is the name of the file
 */
TyNewAttachment *
ty_new_attachment_new (const char  *file_name,
                       GBytes      *bytes,
                       GError     **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *media_type = ty_media_type_find (data, length);
  g_autofree char *valid = g_utf8_make_valid (file_name, -1);
  g_autofree char *sha256 = NULL;
  TyNewAttachment *self;

  if (length > TY_ATTACHMENT_MOST_BYTES)
    {
      g_autofree char *limit = ty_file_content_dup_size (TY_ATTACHMENT_MOST_BYTES);

      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                   _("The file is larger than %s. Make it smaller, for instance by scanning it with a "
                     "lower resolution."), limit);
      return NULL;
    }
  if (media_type == NULL)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("Files of this kind cannot be attached. Use PDF, OFD, a picture (JPEG, PNG, "
                             "TIFF, WebP), a document of WPS or Office, or plain text."));
      return NULL;
    }

  self = g_new0 (TyNewAttachment, 1);
  self->bytes = g_bytes_ref (bytes);
  self->row = ty_attachment_new ();
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  ty_record_take_text (TY_RECORD (self->row), TY_ATTACHMENT_TITLE, make_title (valid));
  ty_record_set_text (TY_RECORD (self->row), TY_ATTACHMENT_FILE_NAME, valid);
  ty_record_set_text (TY_RECORD (self->row), TY_ATTACHMENT_MEDIA_TYPE, media_type);
  ty_record_set_text (TY_RECORD (self->row), TY_ATTACHMENT_SHA256, sha256);
  ty_record_set_integer (TY_RECORD (self->row), TY_ATTACHMENT_SIZE, (gint64) length);
  return self;
}

/**
 * ty_new_attachment_free:
 * @self: (transfer full): an attachment
 */
void
ty_new_attachment_free (TyNewAttachment *self)
{
  g_clear_object (&self->row);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * ty_new_attachment_dup:
 * @self: an attachment
 *
 * Returns: (transfer full): the same, for another thread; the bytes are shared
 */
TyNewAttachment *
ty_new_attachment_dup (const TyNewAttachment *self)
{
  TyNewAttachment *copy = g_new0 (TyNewAttachment, 1);

  copy->row = TY_ATTACHMENT (ty_record_dup (TY_RECORD (self->row)));
  copy->bytes = g_bytes_ref (self->bytes);
  return copy;
}

/* Into the file of a person, under a key of its own. */
static gboolean
insert (TyStore   *store,
        gint64     person,
        TyRecord  *row,
        GBytes    *bytes,
        GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autofree char *sha256 = ty_blob_table_add (database, bytes,
                                               ty_record_get_text (row, TY_ATTACHMENT_MEDIA_TYPE), error);

  if (sha256 == NULL)
    return FALSE;
  ty_record_set_integer (row, TY_ATTACHMENT_PERSON, person);
  ty_record_set_integer (row, TY_ATTACHMENT_ID, ty_store_mint_id (store));
  return ty_table_insert (database, row, error);
}

typedef struct
{
  gint64 person;
  GPtrArray *attachments;
  GHashTable *hashes; /* what the person has */
  guint n_added;
} Edit;

static gboolean
add_one (TyStore          *store,
         Edit             *edit,
         TyNewAttachment  *attachment,
         GError          **error)
{
  TyRecord *row = TY_RECORD (attachment->row);

  attachment->known = !g_hash_table_add (edit->hashes,
                                         g_strdup (ty_record_get_text (row, TY_ATTACHMENT_SHA256)));
  if (attachment->known)
    return TRUE;

  edit->n_added++;
  return insert (store, edit->person, row, attachment->bytes, error);
}

static gboolean
add_all (TyStore   *store,
         gpointer   data,
         GError   **error)
{
  Edit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, &ty_attachment_info, "person", edit->person,
                                                error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *sha256 = ty_record_get_text (g_ptr_array_index (rows, i), TY_ATTACHMENT_SHA256);

      if (sha256 != NULL)
        g_hash_table_add (edit->hashes, g_strdup (sha256));
    }
  for (guint i = 0; i < edit->attachments->len; i++)
    if (!add_one (store, edit, g_ptr_array_index (edit->attachments, i), error))
      return FALSE;
  if (edit->n_added > 0)
    return TRUE;

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                       _("The same file is attached to this person already."));
  return FALSE;
}

/**
 * ty_attachment_edit_add:
 * @store: a store that writes
 * @user: who attaches
 * @person: key of the person
 * @attachments: (element-type TyNewAttachment): at least one; they get their keys
 * @seq: (out) (optional): the action
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Attaches files to the file of a person, all of them as one action. What the person has already, by
 * its bytes, is not added again.
 *
 * Returns: whether they are in the file
 */
gboolean
ty_attachment_edit_add (TyStore     *store,
                        const char  *user,
                        gint64       person,
                        GPtrArray   *attachments,
                        gint64      *seq,
                        GError     **error)
{
  g_autoptr(GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *detail = ty_action_detail_new ("table", ty_attachment_info.table, NULL);
  Edit edit = { person, attachments, hashes, 0 };
  TyActionSpec spec = { user, "row.add", detail, 0 };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (attachments->len > 0, FALSE);

  for (guint i = 0; i < attachments->len; i++)
    {
      TyNewAttachment *attachment = g_ptr_array_index (attachments, i);

      ty_entry_clean (TY_RECORD (attachment->row));
      if (!ty_entry_check (TY_RECORD (attachment->row), ty_date_today (), error))
        return FALSE;
    }
  done = ty_store_run (store, &spec, add_all, &edit, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_attachment_edit_insert_of_talk:
 * @store: a store that writes, inside an action
 * @talk: a row of `talk` that is in the file
 * @attachments: (element-type TyNewAttachment): what belongs to it; they stay as they are
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Attaches files to the mentee of a talk, with the day of the talk. A file that the mentee has already is
 * attached once more, since it belongs to this talk, too; its bytes are in the county file once.
 *
 * Returns: whether they are in the file
 */
gboolean
ty_attachment_edit_insert_of_talk (TyStore    *store,
                                   TyRecord   *talk,
                                   GPtrArray  *attachments,
                                   GError    **error)
{
  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  for (guint i = 0; i < attachments->len; i++)
    {
      const TyNewAttachment *attachment = g_ptr_array_index (attachments, i);
      g_autoptr(TyRecord) row = ty_record_dup (TY_RECORD (attachment->row));

      ty_record_set_date (row, TY_ATTACHMENT_DATE, ty_record_get_date (talk, TY_TALK_DATE));
      ty_record_set_integer (row, TY_ATTACHMENT_TALK, ty_record_get_integer (talk, TY_TALK_ID));
      ty_entry_clean (row);
      if (!ty_entry_check (row, ty_date_today (), error)
          || !insert (store, ty_record_get_integer (talk, TY_TALK_PERSON), row, attachment->bytes, error))
        return FALSE;
    }
  return TRUE;
}
