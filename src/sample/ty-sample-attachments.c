/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-attachments"

#include "config.h"

#include "ty-sample-attachments.h"

#include "ty-attachment-edit.h"
#include "ty-blob-table.h"
#include "ty-person.h"
#include "ty-table.h"

#include <string.h>

/* Some have papers in their file: what was written about them before the election, and the picture of
 * their form. They are few and small, drawn by nothing, so that nothing else of the sample changes. */

#define EVERY 12 /* person with papers */
#define DATE "2021-09"

static gboolean
attach (TyStore          *store,
        gint64            person,
        TyNewAttachment  *attachment,
        const char       *title,
        GError          **error)
{
  TyRecord *row = TY_RECORD (attachment->row);
  g_autofree char *sha256 = NULL;

  sha256 = ty_blob_table_add (ty_store_get_database (store), attachment->bytes,
                              ty_record_get_text (row, TY_ATTACHMENT_MEDIA_TYPE), error);
  if (sha256 == NULL)
    return FALSE;

  ty_record_set_integer (row, TY_ATTACHMENT_PERSON, person);
  ty_record_set_integer (row, TY_ATTACHMENT_ID, ty_store_mint_id (store));
  ty_record_set_text (row, TY_ATTACHMENT_TITLE, title);
  ty_record_set_text (row, TY_ATTACHMENT_DATE, DATE);
  return ty_table_insert (ty_store_get_database (store), row, error);
}

static gboolean
attach_report (TyStore   *store,
               TyRecord  *person,
               GError   **error)
{
  g_autofree char *text = g_strdup_printf ("%s同志考察材料（示例）\n\n该同志政治素质好，群众基础好，熟悉本村情况。\n",
                                           ty_record_get_text (person, TY_PERSON_NAME));
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(TyNewAttachment) attachment = ty_new_attachment_new ("考察材料.txt", bytes, error);

  return attachment != NULL
         && attach (store, ty_record_get_integer (person, TY_PERSON_ID), attachment, "考察材料", error);
}

static gboolean
attach_picture (TyStore   *store,
                TyRecord  *person,
                GError   **error)
{
  const char *photo = ty_record_get_text (person, TY_PERSON_PHOTO);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(TyNewAttachment) attachment = NULL;

  if (photo == NULL)
    return TRUE;
  bytes = ty_blob_table_load (ty_store_get_database (store), photo, error);
  attachment = bytes != NULL ? ty_new_attachment_new ("登记表照片.png", bytes, error) : NULL;
  return attachment != NULL
         && attach (store, ty_record_get_integer (person, TY_PERSON_ID), attachment, "登记表照片", error);
}

/**
 * ty_sample_attachments_write:
 * @world: the sample, whose people were written
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the papers of some people were written
 */
gboolean
ty_sample_attachments_write (const TySampleWorld  *world,
                             TyStore              *store,
                             GError              **error)
{
  for (guint i = 0; i < world->people->len; i += EVERY)
    {
      const TySamplePerson *someone = g_ptr_array_index (world->people, i);
      g_autoptr(TyRecord) person = ty_table_get (ty_store_get_database (store), &ty_person_info, someone->id,
                                                 error);

      if (person == NULL || !attach_report (store, person, error) || !attach_picture (store, person, error))
        return FALSE;
    }
  return TRUE;
}
