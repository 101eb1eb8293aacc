/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-board-sheet.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* Dashboards on paper: what the PDF says is what the charts say, and nothing is left out. */

#define N_ROWS 120

static void
set_number (TyChart *chart,
            guint    category,
            guint    series,
            double   value)
{
  g_autofree char *text = g_strdup_printf ("%.2f", value);

  ty_chart_set_value (chart, category, series, value, text);
}

static TyChart *
make_pair (void)
{
  static const char *const labels[] = { "一肩挑", "大专及以上", "女性" };
  TyChart *chart = ty_chart_new (TY_CHART_BEFORE_AFTER, "村党组织书记结构");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "占书记的比例");
  ty_chart_add_series (chart, "换届前", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "换届后", TY_CHART_NOW);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      ty_chart_add_category (chart, labels[i], NULL);
      set_number (chart, i, 0, 12.34 + i);
      set_number (chart, i, 1, 56.78 + i);
    }
  return chart;
}

static TyChart *
make_table (TyChartKind kind)
{
  TyChart *chart = ty_chart_new (kind, "各村成员");

  ty_chart_set_text (chart, TY_CHART_HEADING, "村");
  ty_chart_add_series (chart, "人数", TY_CHART_NOW);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *label = g_strdup_printf ("第%03u村", i);

      ty_chart_add_category (chart, label, NULL);
      set_number (chart, i, 0, i);
    }
  ty_chart_set_value (chart, TY_CHART_ALL, 0, 7140, "7140.00");
  return chart;
}

/* The text of the PDF without blanks, label by label. */
static char *
read_pdf (TyBoardSheet *sheet)
{
  g_autofree char *path = NULL;
  const char *argv[] = { "pdftotext", "-raw", NULL, "-", NULL };
  g_autofree char *text = NULL;
  GString *bare = g_string_new (NULL);
  int fd = g_file_open_tmp ("touyan-board-XXXXXX.pdf", &path, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (ty_board_sheet_write_pdf (sheet, fd, &error));
  g_assert_no_error (error);
  close (fd);
  argv[2] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (bare, g_utf8_get_char (c));
  return g_string_free (bare, FALSE);
}

static char *
dup_bare (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n\t", -1);

  return g_strjoinv ("", words);
}

static void
test_labels (void)
{
  g_autoptr(TyBoardSheet) sheet = ty_board_sheet_new ("总览", "石城县，截至 2021.12.31", "组织部");
  g_autoptr(TyChart) chart = make_pair ();
  g_autofree char *pdf = NULL;
  TyChartPicture *picture;

  ty_board_sheet_add (sheet, chart, 6, 3);
  ty_board_sheet_lay_out (sheet, TY_BOARD_A4_WIDTH, TY_BOARD_A4_HEIGHT);
  pdf = read_pdf (sheet);
  g_assert_cmpuint (ty_board_sheet_get_n_pages (sheet), ==, 1);
  g_assert_cmpuint (ty_board_sheet_get_n_pictures (sheet), ==, 1);
  g_assert_nonnull (strstr (pdf, "总览"));
  g_assert_nonnull (strstr (pdf, "截至2021.12.31"));
  g_assert_nonnull (strstr (pdf, "1/1"));
  picture = ty_board_sheet_get_picture (sheet, 0);
  g_assert_cmpuint (ty_chart_picture_get_n_labels (picture), >=, 13);
  for (guint i = 0; i < ty_chart_picture_get_n_labels (picture); i++)
    {
      g_autofree char *label = dup_bare (ty_chart_picture_get_label (picture, i)->text);

      if (strstr (pdf, label) == NULL)
        g_error ("“%s” is not in “%s”", label, pdf);
    }
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* What has no room on its card goes on, row by row, with its heading. */
static void
test_long (gconstpointer data)
{
  g_autoptr(TyBoardSheet) sheet = ty_board_sheet_new ("总览", "石城县", NULL);
  g_autoptr(TyChart) chart = make_table (GPOINTER_TO_UINT (data));
  g_autofree char *pdf = NULL;
  guint n_pages;

  ty_board_sheet_add (sheet, chart, 6, 2);
  ty_board_sheet_lay_out (sheet, TY_BOARD_WIDE_WIDTH, TY_BOARD_WIDE_HEIGHT);
  n_pages = ty_board_sheet_get_n_pages (sheet);
  g_assert_cmpuint (n_pages, >, 3);
  pdf = read_pdf (sheet);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *label = g_strdup_printf ("第%03u村", i);

      g_assert_cmpuint (count (pdf, label), >=, 1);
      g_assert_cmpuint (count (pdf, label), <=, 2);
    }
  g_assert_cmpuint (count (pdf, "各村成员"), ==, n_pages);
  g_assert_cmpuint (count (pdf, "7140.00"), >=, 1);
  for (guint i = 0; i < ty_board_sheet_get_n_pictures (sheet); i++)
    g_assert_true (i == 0 || ty_chart_picture_get_n_left (ty_board_sheet_get_picture (sheet, i)) == 0);
}

/* A PNG is as wide as was asked for; an SVG is one. */
static void
test_pictures (void)
{
  g_autoptr(TyBoardSheet) sheet = ty_board_sheet_new ("总览", "石城县", NULL);
  g_autoptr(TyChart) chart = make_pair ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *svg = NULL;
  int fd = g_file_open_tmp ("touyan-board-XXXXXX", &path, NULL);
  cairo_surface_t *surface;

  ty_board_sheet_add (sheet, chart, 6, 2);
  ty_board_sheet_lay_out (sheet, 1000, 0);
  g_assert_true (ty_board_sheet_write_png (sheet, fd, 640, &error));
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 640);
  cairo_surface_destroy (surface);

  g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  g_assert_true (ty_board_sheet_write_svg (sheet, fd, &error));
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  g_assert_nonnull (strstr (svg, "<svg"));
  g_assert_null (strstr (svg, "<image"));
  close (fd);
  g_unlink (path);
}

/* Who cannot write is told so. */
static void
test_broken (void)
{
  g_autoptr(TyBoardSheet) sheet = ty_board_sheet_new ("总览", "石城县", NULL);
  g_autoptr(TyChart) chart = make_pair ();
  g_autoptr(GError) error = NULL;

  ty_board_sheet_add (sheet, chart, 6, 2);
  ty_board_sheet_lay_out (sheet, 1000, 0);
  g_assert_false (ty_board_sheet_write_pdf (sheet, -1, &error));
  g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (EBADF));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/labels", test_labels);
  g_test_add_data_func ("/board/long/table", GUINT_TO_POINTER (TY_CHART_TABLE), test_long);
  g_test_add_data_func ("/board/long/ranking", GUINT_TO_POINTER (TY_CHART_RANKING), test_long);
  g_test_add_data_func ("/board/long/heat", GUINT_TO_POINTER (TY_CHART_HEAT), test_long);
  g_test_add_func ("/board/pictures", test_pictures);
  g_test_add_func ("/board/broken", test_broken);
  return g_test_run ();
}
