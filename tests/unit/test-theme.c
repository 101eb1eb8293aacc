/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-bars.h"
#include "ty-theme.h"
#include "ty-time-line.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define SIZE 120

/* The value of a colour in a style sheet, or -1. */
static gint64
find_color (const char *css,
            const char *name)
{
  g_autofree char *begin = g_strdup_printf ("@define-color %s #", name);
  const char *found = strstr (css, begin);

  return found != NULL ? g_ascii_strtoll (found + strlen (begin), NULL, 16) : -1;
}

static gint64
get_color (const TyColor *color)
{
  return lround (color->red * 255) << 16 | lround (color->green * 255) << 8 | lround (color->blue * 255);
}

/* Paper has the light colours of the window: there is one table, and this keeps both alike. */
static void
test_paper (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "style.css", NULL);
  g_autofree char *css = NULL;
  TyTheme theme;

  g_assert_true (g_file_get_contents (path, &css, NULL, NULL));
  ty_theme_init_paper (&theme);
  for (guint i = 0; i < TY_N_COLORS; i++)
    g_assert_cmpint (get_color (&theme.colors[i]), ==, find_color (css, ty_color_name_to_css (i)));
  g_assert_true (theme.distinct);
}

/* Every look names every colour of drawings, so that none is left out in the dark. */
static void
test_dark (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "style-dark.css",
                                                 NULL);
  g_autofree char *css = NULL;

  g_assert_true (g_file_get_contents (path, &css, NULL, NULL));
  for (guint i = 0; i < TY_N_COLORS; i++)
    g_assert_cmpint (find_color (css, ty_color_name_to_css (i)), >=, 0);
}

/* The share of dark pixels of a square that was filled, inside its outline. */
static double
measure_ink (TyColorName color,
             TyFill      fill,
             cairo_surface_t **surface)
{
  TyTheme theme;
  cairo_t *cr;
  guint n = 0;

  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cr = cairo_create (*surface);
  ty_theme_init_paper (&theme);
  ty_theme_set_source (&theme, cr, TY_COLOR_CARD);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, SIZE, SIZE);
  ty_theme_fill (&theme, cr, color, fill);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (*surface);

  for (int y = 10; y < SIZE - 10; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (*surface)
                                                         + y * cairo_image_surface_get_stride (*surface));

      for (int x = 10; x < SIZE - 10; x++)
        n += (row[x] >> 8 & 0xff) < 0xd0;
    }
  return (double) n / ((SIZE - 20) * (SIZE - 20));
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)))[x]
         & 0xffffff;
}

/* Lines with white between them, that rise, in an outline; and gaps that fall. */
static void
test_hatch (void)
{
  cairo_surface_t *surface;
  const double share = 2.6 / 6;

  g_assert_cmpfloat_with_epsilon (measure_ink (TY_COLOR_SERIES_4, TY_FILL_BEFORE, &surface), share, 0.12);
  for (int i = 20; i < 60; i += 7)
    {
      g_assert_cmphex (get_pixel (surface, i, 60), ==, get_pixel (surface, i + 10, 50));
      g_assert_cmphex (get_pixel (surface, i, 0), ==, 0x868f8c);
      g_assert_cmphex (get_pixel (surface, 0, i), ==, 0x868f8c);
    }
  cairo_surface_destroy (surface);

  g_assert_cmpfloat (measure_ink (TY_COLOR_SERIES_3, TY_FILL_OTHER, &surface), >, 0.6);
  for (int i = 20; i < 60; i += 7)
    g_assert_cmphex (get_pixel (surface, i, 50), ==, get_pixel (surface, i + 10, 60));
  cairo_surface_destroy (surface);

  g_assert_cmpfloat (measure_ink (TY_COLOR_SERIES_1, TY_FILL_SOLID, &surface), ==, 1);
  cairo_surface_destroy (surface);
}

static cairo_status_t
count_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* On paper hatching is lines and no picture. */
static void
test_pdf (void)
{
  g_autoptr(GString) pdf = g_string_new (NULL);
  g_autoptr(TyBars) bars = ty_bars_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, pdf, 400, 200);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  TyTheme theme;

  ty_bars_add (bars, "35 岁及以下", 3, 5);
  ty_bars_add (bars, "36—45 岁", 4, 0);
  ty_theme_init_paper (&theme);
  ty_bars_draw (bars, cr, layout, 400, 200, &theme);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (pdf->len, >, 500);
  g_assert_null (g_strstr_len (pdf->str, (gssize) pdf->len, "/Subtype /Image"));
}

/* The bar of now is solid and as high as its share, that of before is hatched; a zero has none. */
static void
test_bars (void)
{
  g_autoptr(TyBars) bars = ty_bars_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  guint solid = 0, hatched = 0;
  TyTheme theme;

  ty_bars_add (bars, "a", 4, 2);
  ty_bars_add (bars, "b", 0, 0);
  ty_theme_init_paper (&theme);
  ty_theme_set_source (&theme, cr, TY_COLOR_CARD);
  cairo_paint (cr);
  ty_bars_draw (bars, cr, layout, 200, 200, &theme);
  cairo_surface_flush (surface);
  for (int y = 0; y < 200; y++)
    {
      hatched += get_pixel (surface, 30, y) != 0xffffff;
      solid += get_pixel (surface, 65, y) == 0x0b5257;
      g_assert_cmphex (get_pixel (surface, 165, y), !=, 0x0b5257);
    }
  g_assert_cmpuint (solid, >, 60);
  g_assert_cmpuint (solid, <, 100);
  g_assert_cmpuint (hatched, >, 40);
  g_assert_cmpint (ty_bars_find (bars, 150, 200), ==, 1);
  g_assert_cmpint (ty_bars_find (bars, 200, 200), ==, -1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A pale bar of a time line is seen on paper by its outline. */
static void
test_time_line (void)
{
  for (guint distinct = 0; distinct < 2; distinct++)
    {
      g_autoptr(TyTimeLine) line = ty_time_line_new (ty_date_new (2021, 12, 24), "截至");
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 200);
      cairo_t *cr = cairo_create (surface);
      g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
      const TyTimeLineBox *box;
      TyTheme theme;

      ty_time_line_set_lane (line, TY_LANE_STUDY, "学习");
      ty_time_line_add_period (line, TY_LANE_STUDY, ty_date_new (2001, 9, 0), ty_date_new (2011, 7, 0),
                               "", "");
      ty_theme_init_paper (&theme);
      theme.distinct = distinct == 1;
      ty_theme_set_source (&theme, cr, TY_COLOR_CARD);
      cairo_paint (cr);
      ty_time_line_place (line, layout, 600);
      ty_time_line_draw (line, cr, layout, &theme);
      cairo_surface_flush (surface);
      box = ty_time_line_get_box (line, 0);
      g_assert_cmphex (get_pixel (surface, (int) (box->x + box->width / 2), (int) (box->y + 9)), ==,
                       0xcbdedc);
      g_assert_cmphex (get_pixel (surface, (int) (box->x + box->width / 2), (int) box->y), ==,
                       distinct == 1 ? 0x5a6360 : 0xcbdedc);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/paper", test_paper);
  g_test_add_func ("/theme/dark", test_dark);
  g_test_add_func ("/theme/hatch", test_hatch);
  g_test_add_func ("/theme/pdf", test_pdf);
  g_test_add_func ("/theme/bars", test_bars);
  g_test_add_func ("/theme/time-line", test_time_line);
  return g_test_run ();
}
