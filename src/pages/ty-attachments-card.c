/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-attachments-card"

#include "config.h"

#include "ty-attachments-card.h"

#include "ty-attachment.h"
#include "ty-file-content.h"
#include "ty-file-row.h"
#include "ty-format.h"
#include "ty-media-type.h"
#include "ty-office-attachments.h"
#include "ty-page.h"
#include "ty-person-sections.h"
#include "ty-talk.h"

#include <glib/gi18n-lib.h>

#define MOST_PICTURES 64 /* that are kept for the next time that the page is drawn */

/**
 * TyAttachmentsCard:
 *
 * What is attached to a person’s file, a row each. Small pictures come one after the other, when the card
 * is on the screen.
 */
struct _TyAttachmentsCard
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *attachments;    /* (element-type TyAttachment) */
  GCancellable *cancellable;

  /* Borrowed: children */
  GPtrArray *rows;           /* (owned) (element-type TyFileRow) (unowned elements) */

  guint next;                /* whose picture is asked for next */
  gboolean asking;
};

G_DEFINE_FINAL_TYPE (TyAttachmentsCard, ty_attachments_card, ADW_TYPE_BIN)

/* A page is drawn anew after every change of the person; its pictures are the same. */
static GHashTable *
get_pictures (void)
{
  static GHashTable *pictures;

  if (pictures == NULL)
    pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return pictures;
}

static void
keep_picture (const char *sha256,
              GdkTexture *texture)
{
  GHashTable *pictures = get_pictures ();

  if (g_hash_table_size (pictures) >= MOST_PICTURES)
    g_hash_table_remove_all (pictures);
  g_hash_table_insert (pictures, g_strdup (sha256), g_object_ref (texture));
}

static char *
describe_talk (TyRecord *talk)
{
  g_autofree char *day = ty_date_to_record (ty_record_get_date (talk, TY_TALK_DATE));

  /* Translators: of an attachment: the talk of that day */
  return g_strdup_printf (_("talk of %s"), day);
}

/* The day of the talk is that of its files, unless another one was entered. */
static char *
describe (TyPersonFile *file,
          TyRecord     *attachment)
{
  TyRecord *talk = ty_person_file_find_talk (file, attachment);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  TyDate date = ty_record_get_date (attachment, TY_ATTACHMENT_DATE);
  const char *note = ty_record_get_text (attachment, TY_ATTACHMENT_NOTE);

  g_ptr_array_add (parts, g_strdup (ty_media_type_get_label (
    ty_record_get_text (attachment, TY_ATTACHMENT_MEDIA_TYPE))));
  g_ptr_array_add (parts, ty_file_content_dup_size (
    (guint64) ty_record_get_integer (attachment, TY_ATTACHMENT_SIZE)));
  if (talk != NULL)
    g_ptr_array_add (parts, describe_talk (talk));
  if (ty_date_is_known (date) && (talk == NULL || ty_date_compare (date, ty_record_get_date (talk, TY_TALK_DATE)) != 0))
    g_ptr_array_add (parts, ty_date_to_record (date));
  if (note != NULL)
    g_ptr_array_add (parts, g_strdup (note));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("　", (char **) parts->pdata);
}

static void
add_row (TyAttachmentsCard *self,
         TyPersonFile      *file,
         GtkBox            *box,
         guint              index)
{
  TyRecord *attachment = g_ptr_array_index (self->attachments, index);
  const char *title = ty_record_get_text (attachment, TY_ATTACHMENT_TITLE);
  g_autofree char *caption = describe (file, attachment);
  GtkWidget *row = ty_file_row_new (
    ty_media_type_get_icon (ty_record_get_text (attachment, TY_ATTACHMENT_MEDIA_TYPE)),
    title != NULL ? title : "", caption);

  if (index > 0)
    gtk_widget_add_css_class (row, "ty-lined");
  ty_file_row_add_button (TY_FILE_ROW (row), "document-open-symbolic", _("Open the attachment"),
                          "person.open-file", g_variant_new_uint32 (index));
  ty_file_row_add_button (TY_FILE_ROW (row), "document-save-symbolic", _("Save the attachment as a file"),
                          "person.save-file", g_variant_new_uint32 (index));
  ty_file_row_add_button (TY_FILE_ROW (row), "document-edit-symbolic", _("Edit the attachment"),
                          "person.edit-row",
                          g_variant_new ("(uu)", (guint) TY_PERSON_SECTION_ATTACHMENTS, index));
  g_ptr_array_add (self->rows, row);
  gtk_box_append (box, row);
}

static void ask_for_next (TyAttachmentsCard *self);

static void
picture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) picture = ty_office_load_thumbnail_finish (TY_OFFICE (source), result, &error);
  TyAttachmentsCard *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_ATTACHMENTS_CARD (user_data);
  self->asking = FALSE;
  if (picture != NULL)
    {
      TyRecord *attachment = g_ptr_array_index (self->attachments, self->next);
      g_autoptr(GdkTexture) texture = gdk_texture_new_for_pixbuf (picture);

      keep_picture (ty_record_get_text (attachment, TY_ATTACHMENT_SHA256), texture);
      ty_file_row_set_picture (g_ptr_array_index (self->rows, self->next), GDK_PAINTABLE (texture));
    }

  /* One that cannot be shown keeps its icon; opening it says why. */
  self->next++;
  ask_for_next (self);
}

static void
ask_for_next (TyAttachmentsCard *self)
{
  TyPage *page = TY_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), TY_TYPE_PAGE));

  if (page == NULL || self->asking)
    return;
  for (; self->next < self->attachments->len; self->next++)
    {
      TyRecord *attachment = g_ptr_array_index (self->attachments, self->next);
      const char *sha256 = ty_record_get_text (attachment, TY_ATTACHMENT_SHA256);
      GdkTexture *kept = sha256 != NULL ? g_hash_table_lookup (get_pictures (), sha256) : NULL;

      if (kept != NULL)
        {
          ty_file_row_set_picture (g_ptr_array_index (self->rows, self->next), GDK_PAINTABLE (kept));
          continue;
        }
      if (sha256 == NULL
          || !ty_media_type_is_image (ty_record_get_text (attachment, TY_ATTACHMENT_MEDIA_TYPE)))
        continue;
      self->asking = TRUE;
      ty_office_load_thumbnail_async (ty_page_get_office (page), sha256, TY_FILE_ROW_PICTURE * 2,
                                      self->cancellable, picture_cb, self);
      return;
    }
}

static void
ty_attachments_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_attachments_card_parent_class)->map (widget);

  ask_for_next (TY_ATTACHMENTS_CARD (widget));
}

static void
ty_attachments_card_dispose (GObject *object)
{
  TyAttachmentsCard *self = TY_ATTACHMENTS_CARD (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ty_attachments_card_parent_class)->dispose (object);
}

static void
ty_attachments_card_finalize (GObject *object)
{
  TyAttachmentsCard *self = TY_ATTACHMENTS_CARD (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_attachments_card_parent_class)->finalize (object);
}

static void
ty_attachments_card_class_init (TyAttachmentsCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ty_attachments_card_dispose;
  object_class->finalize = ty_attachments_card_finalize;
  GTK_WIDGET_CLASS (klass)->map = ty_attachments_card_map;
}

static void
ty_attachments_card_init (TyAttachmentsCard *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * ty_attachments_card_new:
 * @file: a person’s file
 *
 * Returns: (transfer floating): what is attached to it
 */
GtkWidget *
ty_attachments_card_new (TyPersonFile *file)
{
  TyAttachmentsCard *self = g_object_new (TY_TYPE_ATTACHMENTS_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->attachments = g_ptr_array_ref (file->attachments);
  for (guint i = 0; i < self->attachments->len; i++)
    add_row (self, file, GTK_BOX (box), i);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
