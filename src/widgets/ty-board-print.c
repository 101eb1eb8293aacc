/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-print"

#include "config.h"

#include "ty-board-print.h"

/* A dashboard on paper by the dialog of the system: the pages are those of its PDF, on whatever paper is chosen. */

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  TyBoardSheet *sheet = user_data;

  ty_board_sheet_lay_out (sheet, gtk_print_context_get_width (context), gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) ty_board_sheet_get_n_pages (sheet));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  (void) operation;
  ty_board_sheet_draw_page (user_data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
free_cb (gpointer  data,
         GClosure *closure)
{
  (void) closure;
  ty_board_sheet_free (data);
}

/**
 * ty_board_print_operation_new:
 * @sheet: (transfer full): a sheet with all its cards
 *
 * Returns: (transfer full): prints it on A4 across, once it is run
 */
GtkPrintOperation *
ty_board_print_operation_new (TyBoardSheet *sheet)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (page, size);
  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The sheet has margins of its own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, ty_board_sheet_get_title (sheet));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), sheet);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), sheet, free_cb, 0);
  return operation;
}
