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
/* Distances at which two areas are told apart at a glance; in high contrast every mark has an outline on top. */
#define LEAST_LIGHT 23.0
#define LEAST_DARK 22.0
#define LEAST_HC 21.0

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

  TyTheme theme;

  g_assert_true (g_file_get_contents (path, &css, NULL, NULL));
  ty_theme_init_dark (&theme);
  for (guint i = 0; i < TY_N_COLORS; i++)
    g_assert_cmpint (get_color (&theme.colors[i]), ==, find_color (css, ty_color_name_to_css (i)));
}

/* Colours as they are seen: linear, by those who lack one kind of cones, and then as distances that the eye has. */

static double
get_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_lab_part (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : t * 841 / 108 + 4.0 / 29;
}

/* Who sees all colours, and who does not see red, green or blue: Machado, Oliveira and Fernandes, 2009. */
static const double seen[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static void
get_lab (const TyColor *color,
         const double   matrix[3][3],
         double         lab[3])
{
  static const double xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                    { 0.2126729, 0.7151522, 0.0721750 },
                                    { 0.0193339, 0.1191920, 0.9503041 } };
  static const double white[3] = { 0.95047, 1, 1.08883 };
  double rgb[3] = { get_linear (color->red), get_linear (color->green), get_linear (color->blue) };
  double part[3];

  for (guint i = 0; i < 3; i++)
    {
      double value = 0;

      for (guint k = 0; k < 3; k++)
        value += xyz[i][k] * CLAMP (matrix[k][0] * rgb[0] + matrix[k][1] * rgb[1] + matrix[k][2] * rgb[2], 0, 1);
      part[i] = get_lab_part (value / white[i]);
    }
  lab[0] = 116 * part[1] - 16;
  lab[1] = 500 * (part[0] - part[1]);
  lab[2] = 200 * (part[1] - part[2]);
}

static double
measure_distance (const TyColor *a,
                  const TyColor *b,
                  guint          eyes)
{
  double one[3], other[3];

  get_lab (a, seen[eyes], one);
  get_lab (b, seen[eyes], other);
  return sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2) + pow (one[2] - other[2], 2));
}

static void
read_theme (const char *name,
            TyTheme    *theme)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", name, NULL);
  g_autofree char *css = NULL;

  g_assert_true (g_file_get_contents (path, &css, NULL, NULL));
  for (guint i = 0; i < TY_N_COLORS; i++)
    {
      gint64 color = find_color (css, ty_color_name_to_css (i));

      if (color >= 0)
        theme->colors[i] = (TyColor) { (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0 };
    }
}

static void
assert_told_apart (const TyTheme *theme,
                   double         least)
{
  static const TyColorName marks[] = { TY_COLOR_SERIES_1, TY_COLOR_SERIES_2, TY_COLOR_SERIES_3, TY_COLOR_SERIES_4,
                                       TY_COLOR_WARN_MARK };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_cmpfloat (ty_theme_measure_contrast (&theme->colors[marks[i]], &theme->colors[TY_COLOR_CARD]), >=, 3);
      for (guint k = 0; k < i; k++)
        for (guint eyes = 0; eyes < G_N_ELEMENTS (seen); eyes++)
          {
            double distance = measure_distance (&theme->colors[marks[i]], &theme->colors[marks[k]], eyes);

            g_test_message ("%u %u by eyes %u: %.1f", k, i, eyes, distance);
            g_assert_cmpfloat (distance, >=, least);
          }
    }
  g_assert_cmpfloat (ty_theme_measure_contrast (&theme->colors[TY_COLOR_FG], &theme->colors[TY_COLOR_CARD]), >=, 7);
  g_assert_cmpfloat (ty_theme_measure_contrast (&theme->colors[TY_COLOR_DIM], &theme->colors[TY_COLOR_CARD]), >=, 4.5);
}

/* Every mark reaches 3 to 1 on its card, and whoever sees colours otherwise tells the series apart, in every look. */
static void
test_colors (void)
{
  TyTheme theme;

  ty_theme_init_paper (&theme);
  assert_told_apart (&theme, LEAST_LIGHT);
  read_theme ("style-hc.css", &theme);
  assert_told_apart (&theme, LEAST_HC);
  ty_theme_init_dark (&theme);
  assert_told_apart (&theme, LEAST_DARK);
  read_theme ("style-hc-dark.css", &theme);
  assert_told_apart (&theme, LEAST_HC);
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

/* What does not reach the line is hatched, and behind the bars there is room for its name. */
static void
test_threshold (void)
{
  g_autoptr(TyBars) bars = ty_bars_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 200);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autofree char *number = NULL;
  guint solid[2] = { 0, 0 };
  TyTheme theme;

  ty_bars_set_tenths (bars, TRUE);
  ty_bars_set_threshold (bars, 100, "weak below 10");
  ty_bars_add (bars, "2020", 0, 79);
  ty_bars_add (bars, "2021", 0, 124);
  number = ty_bars_dup_number (bars, 124);
  g_assert_cmpstr (number, ==, "12.4");
  ty_theme_init_paper (&theme);
  ty_theme_set_source (&theme, cr, TY_COLOR_CARD);
  cairo_paint (cr);
  ty_bars_draw (bars, cr, layout, 300, 200, &theme);
  cairo_surface_flush (surface);
  for (int x = 0; x < 300; x++)
    solid[ty_bars_find (bars, x, 300) > 0] += get_pixel (surface, x, 160) == 0x0b5257;
  g_assert_cmpuint (solid[0], ==, 0);
  g_assert_cmpuint (solid[1], >, 20);
  g_assert_cmpint (ty_bars_find (bars, 295, 300), ==, -1);
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
  g_test_add_func ("/theme/colors", test_colors);
  g_test_add_func ("/theme/hatch", test_hatch);
  g_test_add_func ("/theme/pdf", test_pdf);
  g_test_add_func ("/theme/bars", test_bars);
  g_test_add_func ("/theme/threshold", test_threshold);
  g_test_add_func ("/theme/time-line", test_time_line);
  return g_test_run ();
}
