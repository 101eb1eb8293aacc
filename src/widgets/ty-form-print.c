/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-print"

#include "config.h"

#include "ty-form-print.h"

#define POINTS (72.0 / 25.4)

/* Forms by the dialog of the system. The paper is as large as each form says and has no margins of ours: where
 * a printer pulls it in askew, everything is moved by some millimetres. */

typedef struct
{
  TyFormSet *forms;
  TyFormSides sides;
  double right; /* millimetres */
  double down;  /* millimetres */
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  ty_form_set_free (job->forms);
  g_free (job);
}

static guint
get_page (const Job *job,
          int        number)
{
  if (job->sides == TY_FORM_SIDES_ALL)
    return (guint) number;

  return (guint) number * 2 + (job->sides == TY_FORM_SIDES_BACKS ? 1 : 0);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  const Job *job = user_data;
  int n = (int) ty_form_set_get_n_pages (job->forms);

  if (job->sides != TY_FORM_SIDES_ALL)
    n = job->sides == TY_FORM_SIDES_FRONTS ? (n + 1) / 2 : n / 2;
  gtk_print_operation_set_n_pages (operation, MAX (n, 1));
}

static GtkPageSetup *
make_setup (double width,
            double height)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = NULL;
  double short_side = MIN (width, height) / POINTS, long_side = MAX (width, height) / POINTS;

  if (short_side > 209 && short_side < 211 && long_side > 296 && long_side < 298)
    size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else
    size = gtk_paper_size_new_custom ("touyan-form", "B5", short_side, long_side, GTK_UNIT_MM);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  return setup;
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                number,
         gpointer           user_data)
{
  const Job *job = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint page = get_page (job, number);

  if (page >= ty_form_set_get_n_pages (job->forms))
    return;

  cairo_save (cr);
  cairo_translate (cr, job->right * POINTS, job->down * POINTS);
  ty_form_set_draw_page (job->forms, page, cr);
  cairo_restore (cr);
}

/**
 * ty_form_print_operation_new:
 * @forms: (transfer full): forms with at least one page
 * @title: what the job is called
 * @sides: which pages
 * @right: by how many millimetres all is moved to the right
 * @down: by how many millimetres all is moved down
 *
 * Returns: (transfer full): prints them once it is run
 */
GtkPrintOperation *
ty_form_print_operation_new (TyFormSet   *forms,
                             const char  *title,
                             TyFormSides  sides,
                             double       right,
                             double       down)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = NULL;
  Job *job = g_new0 (Job, 1);
  double width, height;

  *job = (Job){ forms, sides, right, down };
  ty_form_set_get_page_size (forms, 0, &width, &height);
  setup = make_setup (width, height);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), job, job_free, 0);
  return operation;
}
