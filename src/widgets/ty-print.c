/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-print"

#include "config.h"

#include "ty-print.h"

#define MARGIN 15      /* mm, at each side */
#define GRID_MARGIN 12 /* of a roster, which is wide */
#define ROWS_AT_ONCE 100

/* A table on paper by the dialog of the system, which has a preview and writes PDF. */

typedef struct
{
  TyTableSheet *sheet;
  PangoFontDescription *font;
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  ty_table_sheet_free (job->sheet);
  pango_font_description_free (job->font);
  g_free (job);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  Job *job = user_data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  ty_table_sheet_begin (job->sheet, pango, job->font, gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context));
  g_object_unref (pango);
}

/* Asked again and again until all rows have a page, so that a long roster does not stop the window. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             gpointer           user_data)
{
  Job *job = user_data;

  if (ty_table_sheet_go_on (job->sheet, ROWS_AT_ONCE))
    return FALSE;

  gtk_print_operation_set_n_pages (operation, (int) ty_table_sheet_get_n_pages (job->sheet));
  return TRUE;
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  Job *job = user_data;

  ty_table_sheet_draw_page (job->sheet, gtk_print_context_get_cairo_context (context), (guint) page);
}

static GtkPageSetup *
make_page (TyTableSheet *sheet)
{
  double margin = ty_table_sheet_has_grid (sheet) ? GRID_MARGIN : MARGIN;
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  if (ty_table_sheet_has_grid (sheet))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_top_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, margin, GTK_UNIT_MM);
  return setup;
}

/**
 * ty_print_operation_new:
 * @sheet: (transfer full): a table
 * @font: in which it is printed; its sizes are those of paper
 *
 * Returns: (transfer full): prints it on A4, a roster across the page, once it is run
 */
GtkPrintOperation *
ty_print_operation_new (TyTableSheet               *sheet,
                        const PangoFontDescription *font)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) page = make_page (sheet);
  Job *job = g_new0 (Job, 1);

  job->sheet = sheet;
  job->font = pango_font_description_copy (font);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, ty_table_sheet_get_title (sheet));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), job, job_free, 0);
  return operation;
}
