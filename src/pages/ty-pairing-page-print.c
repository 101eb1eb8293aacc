/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page-print"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-board-presentation.h"
#include "ty-pairing-print.h"
#include "ty-pairing-slides.h"
#include "ty-print.h"
#include "ty-programme.h"

#include <glib/gi18n-lib.h>

static void
printed_cb (TyPairingPage           *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  ty_page_tell_problem (TY_PAGE (self), error);
}

static void
print (TyPairingPage *self,
       gboolean       names)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->data == NULL || self->shown->len == 0)
    {
      ty_page_tell (TY_PAGE (self), _("There is no card that could be printed."));
      return;
    }

  operation = ty_print_operation_new (ty_pairing_print_build (self->data, self->shown,
                                                              ty_page_get_office (TY_PAGE (self)), names),
                                      pango_context_get_font_description (context));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

/**
 * ty_pairing_page_print:
 * @page: a page
 *
 * Prints the cards that are shown.
 */
void
ty_pairing_page_print (TyPage *page)
{
  print (TY_PAIRING_PAGE (page), TRUE);
}

/**
 * ty_pairing_page_print_nameless:
 * @self: a page
 *
 * Prints the cards that are shown, for a meeting: without names.
 */
void
ty_pairing_page_print_nameless (TyPairingPage *self)
{
  print (self, FALSE);
}

/**
 * ty_pairing_page_list_people:
 * @self: a page
 *
 * Returns: (transfer full) (element-type gint64): whose papers are meant: the mentee of the card that is chosen, else
 *   those of all cards that are shown and have a mentor
 */
GArray *
ty_pairing_page_list_people (TyPairingPage *self)
{
  const TyPairingCard *chosen;
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (TY_IS_PAIRING_PAGE (self), people);

  chosen = ty_pairing_page_get_chosen (self);
  if (chosen != NULL && chosen->record != NULL)
    g_array_append_val (people, chosen->person);
  for (guint i = 0; (chosen == NULL || chosen->record == NULL) && self->shown != NULL && i < self->shown->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (self->shown, i);

      if (card->record != NULL)
        g_array_append_val (people, card->person);
    }
  return people;
}

/**
 * ty_pairing_page_present:
 * @page: a page
 *
 * Shows the cards that are shown over the whole screen, for a meeting: without whole names.
 */
void
ty_pairing_page_present (TyPage *page)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  TyOffice *office = ty_page_get_office (page);
  g_autoptr(GPtrArray) charts = NULL;
  g_autofree char *place = NULL;
  TyPresentation *presentation = NULL;
  TyBoardPresentationSpec spec = { 0 };

  if (self->data != NULL && self->data->programme != NULL)
    {
      charts = ty_pairing_slides_build (self->data, self->shown);
      g_object_get (office, "scope-name", &place, NULL);
      spec.title = ty_record_get_text (self->data->programme, TY_PROGRAMME_NAME);
      spec.place = place;
      spec.as_of = ty_office_get_as_of (office);
      spec.charts = charts;
      presentation = ty_board_presentation_new (office, &spec);
    }
  if (presentation != NULL)
    ty_presentation_start (presentation, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  else
    ty_page_tell (page, _("There is no card that could be shown."));
}
