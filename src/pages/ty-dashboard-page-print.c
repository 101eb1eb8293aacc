/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-board-print.h"

#include <glib/gi18n-lib.h>

/* What the page shows, on paper. */

/* Beside today each card of a snapshot is there twice. */
static const TyCard *
get_card (TyDashboardPage *self,
          guint            number)
{
  const TySnapshot *snapshot = self->snapshot;
  gboolean paired = snapshot != NULL && self->charts->len != snapshot->charts->len;

  return ty_dashboard_get_card (snapshot != NULL ? snapshot->dashboard : self->dashboard, paired ? number / 2 : number);
}

/**
 * ty_dashboard_page_make_sheet:
 * @self: a page with cards
 *
 * Returns: (transfer full): the cards as they are seen, to be laid out
 */
TyBoardSheet *
ty_dashboard_page_make_sheet (TyDashboardPage *self)
{
  const TySnapshot *snapshot = self->snapshot;
  TyDate as_of = snapshot != NULL ? snapshot->as_of : ty_office_get_as_of (ty_page_get_office (TY_PAGE (self)));
  const TyLabel *title = snapshot != NULL ? snapshot->dashboard->title : self->dashboard->title;
  g_autofree char *place = ty_dashboard_page_dup_place (self);
  g_autofree char *day = ty_date_to_record (as_of);
  /* Translators: whose numbers they are, and the cut-off date */
  g_autofree char *line = g_strdup_printf (_("%s, as of %s"), place, day);
  g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (self);
  TyBoardSheet *sheet = ty_board_sheet_new (ty_label_get (title), line, line);

  for (guint i = 0; i < charts->len; i++)
    {
      const TyCard *card = get_card (self, i);

      ty_board_sheet_add (sheet, g_ptr_array_index (charts, i), card->width, card->height);
    }
  return sheet;
}

static void
done_cb (TyDashboardPage         *self,
         GtkPrintOperationResult  result,
         GtkPrintOperation       *operation)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  ty_page_tell_problem (TY_PAGE (self), error);
}

/**
 * ty_dashboard_page_print:
 * @page: a page of dashboards
 *
 * Prints its cards.
 */
void
ty_dashboard_page_print (TyPage *page)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (page);
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->dashboard == NULL || self->charts->len == 0)
    {
      ty_page_tell (page, _("There are no cards here that could be printed."));
      return;
    }

  operation = ty_board_print_operation_new (ty_dashboard_page_make_sheet (self));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}
