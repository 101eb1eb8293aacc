/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-page"

#include "config.h"

#include "ty-person-page-private.h"

#include "ty-clipboard.h"
#include "ty-custom-value.h"
#include "ty-office-person.h"

#include <glib/gi18n-lib.h>

/* What is masked in a person’s file is shown when somebody asks for it, and that is noted; once the page is
 * left it is masked again. */

/* What is to be shown once it is noted. */
typedef struct
{
  TyPersonPage *page; /* (owned) */
  gint64 person;
  TyRevealed bit;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->page);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* Where it is shown. */
static TyPersonSection
find_section (TyRevealed bit)
{
  for (guint i = 0; i < TY_N_PERSON_SECTIONS; i++)
    if (bit == TY_REVEALED_SECTION (i))
      return i;

  return TY_PERSON_SECTION_BASICS;
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Asked) asked = user_data;
  g_autoptr(GError) error = NULL;
  TyPersonPage *self = asked->page;

  if (!ty_office_note_shown_finish (TY_OFFICE (source), result, &error))
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  if (self->file == NULL || self->person != asked->person
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->revealed |= asked->bit;
  ty_person_page_rebuild (self, find_section (asked->bit));
}

/**
 * ty_person_page_reveal:
 * @self: a page that shows somebody
 * @bit: what is to be shown on the page
 * @what: the column of the person, or the table of the rows
 *
 * Notes in the events that something masked is shown, and shows it then: what cannot be noted stays masked.
 */
void
ty_person_page_reveal (TyPersonPage *self,
                       TyRevealed    bit,
                       const char   *what)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->page = g_object_ref (self);
  asked->person = self->person;
  asked->bit = bit;
  ty_office_note_shown_async (ty_page_get_office (TY_PAGE (self)), self->person, what, noted_cb, asked);
}

static void
reveal_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);
  guint field = g_variant_get_uint32 (parameter);

  if (self->file != NULL && field < ty_person_info.n_fields)
    ty_person_page_reveal (self, TY_REVEALED_FIELD (field), ty_person_info.fields[field].column);
}

static void
reveal_section_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);
  guint section = g_variant_get_uint32 (parameter);

  if (self->file != NULL && section == TY_PERSON_SECTION_OWN)
    ty_person_page_reveal (self, TY_REVEALED_SECTION (section), ty_custom_value_info.table);
  else if (self->file != NULL && section < TY_N_PERSON_SECTIONS
           && ty_person_section_get_info (section) != NULL)
    ty_person_page_reveal (self, TY_REVEALED_SECTION (section), ty_person_section_get_info (section)->table);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);
  guint field = g_variant_get_uint32 (parameter);
  const char *value = NULL;
  g_autofree char *text = NULL;

  if (self->file != NULL && field < ty_person_info.n_fields
      && (self->revealed & TY_REVEALED_FIELD (field)) != 0)
    value = ty_record_get_text (TY_RECORD (self->file->person), field);
  if (value == NULL)
    return;

  ty_clipboard_put_text (widget, value, TRUE);
  /* Translators: a field such as “ID number” */
  text = g_strdup_printf (_("Copied: %s."), _(ty_person_info.fields[field].label));
  ty_page_tell_copied (TY_PAGE (self), text, TRUE);
}

/* Who comes back later, or somebody else at the same desk, asks again. */
static void
unmap_cb (TyPersonPage *self)
{
  TyRevealed revealed = self->revealed;

  self->revealed = 0;
  for (guint i = 0; self->file != NULL && i < 64; i++)
    if ((revealed & G_GUINT64_CONSTANT (1) << i) != 0)
      ty_person_page_rebuild (self, find_section (G_GUINT64_CONSTANT (1) << i));
}

/**
 * ty_person_page_install_privacy:
 * @widget_class: class of the page
 */
void
ty_person_page_install_privacy (GtkWidgetClass *widget_class)
{
  G_STATIC_ASSERT (TY_PERSON_MERGED_INTO < 32 && TY_N_PERSON_SECTIONS <= 32);

  gtk_widget_class_install_action (widget_class, "person.reveal", "u", reveal_action);
  gtk_widget_class_install_action (widget_class, "person.reveal-section", "u", reveal_section_action);
  gtk_widget_class_install_action (widget_class, "person.copy", "u", copy_action);
}

/**
 * ty_person_page_start_privacy:
 * @self: a page
 *
 * Masks everything again whenever the page goes out of sight.
 */
void
ty_person_page_start_privacy (TyPersonPage *self)
{
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}
