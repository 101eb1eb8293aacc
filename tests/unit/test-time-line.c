/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-time-line.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Random lives, placed in random widths: what is drawn must not lie on each other. */

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoLayout *layout;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1400, 400);
  fixture->cr = cairo_create (fixture->surface);
  fixture->layout = pango_cairo_create_layout (fixture->cr);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->layout);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
}

static TyTimeLine *
make_line (void)
{
  static const char *const labels[] = { "学习", "工作", "任职", "党内", "其他" };
  TyTimeLine *line = ty_time_line_new (ty_date_new (2021, 12, 24), "截至");

  for (guint i = 0; i < TY_N_LANES; i++)
    ty_time_line_set_lane (line, i, labels[i]);
  return line;
}

static TyDate
random_date (void)
{
  return ty_date_new ((guint) g_test_rand_int_range (1980, 2026), (guint) g_test_rand_int_range (1, 13),
                      (guint) g_test_rand_int_range (0, 29));
}

static void
add_random (TyTimeLine *line,
            guint       number)
{
  static const char *const texts[] = { "", "村委会主任", "党支部书记、村委会主任", "在外经商" };
  const char *text = texts[g_test_rand_int_range (0, 4)];
  g_autofree char *whole = g_strdup_printf ("%u %s", number, text);
  TyLane lane = (TyLane) g_test_rand_int_range (0, TY_N_LANES);

  if (g_test_rand_int_range (0, 4) == 0)
    ty_time_line_add_event (line, lane, random_date (), text, whole);
  else
    ty_time_line_add_period (line, lane,
                             g_test_rand_int_range (0, 8) == 0 ? TY_DATE_NONE : random_date (),
                             g_test_rand_int_range (0, 4) == 0 ? TY_DATE_NONE : random_date (),
                             text, whole);
}

static gboolean
is_beside (double a,
           double a_width,
           double b,
           double b_width)
{
  return a + a_width <= b + 1.5 || b + b_width <= a + 1.5;
}

/* Boxes in one row, and a text and the box of another. */
static void
assert_apart (const TyTimeLineBox *a,
              const TyTimeLineBox *b)
{
  double middle = a->y + a->height / 2;

  if (middle < b->y || middle > b->y + b->height)
    return;

  g_assert_true (is_beside (a->x, a->width, b->x, b->width));
  if (a->text_width > 0)
    g_assert_true (is_beside (a->text_x, a->text_width, b->x, b->width));
  if (a->text_width > 0 && b->text_width > 0)
    g_assert_true (is_beside (a->text_x, a->text_width, b->text_x, b->text_width));
}

static void
assert_placed (TyTimeLine *line,
               int         width,
               int         height)
{
  for (guint i = 0; i < ty_time_line_get_n (line); i++)
    {
      const TyTimeLineBox *box = ty_time_line_get_box (line, i);

      g_assert_cmpfloat (box->x, >=, 0);
      g_assert_cmpfloat (box->x + box->width, <=, width);
      g_assert_cmpfloat (box->text_x + box->text_width, <=, width);
      g_assert_cmpfloat (box->y + box->height, <=, height);
      g_assert_cmpint (ty_time_line_find (line, box->x + box->width / 2, box->y + box->height / 2),
                       ==, (int) i);
      for (guint j = 0; j < ty_time_line_get_n (line); j++)
        if (j != i)
          assert_apart (box, ty_time_line_get_box (line, j));
    }
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  static const TyTheme theme;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(TyTimeLine) line = make_line ();
      guint n = (guint) g_test_rand_int_range (0, 12);
      int width = g_test_rand_int_range (480, 1400);
      int height;

      for (guint i = 0; i < n; i++)
        add_random (line, i);
      g_assert_cmpuint (ty_time_line_get_n (line), <=, n);
      height = ty_time_line_place (line, fixture->layout, width);
      assert_placed (line, width, height);
      ty_time_line_draw (line, fixture->cr, fixture->layout, &theme);
      g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
    }
}

/* What begins after the cut-off date is not there; two posts of the same days are one bar. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyTimeLine) line = make_line ();
  const TyTimeLineBox *box;
  double end;

  ty_time_line_add_period (line, TY_LANE_POSTS, ty_date_new (2021, 10, 0), TY_DATE_NONE, "书记", "a");
  ty_time_line_add_period (line, TY_LANE_POSTS, ty_date_new (2021, 10, 0), TY_DATE_NONE, "主任", "b");
  ty_time_line_add_period (line, TY_LANE_POSTS, ty_date_new (2022, 1, 1), TY_DATE_NONE, "站长", "c");
  ty_time_line_add_period (line, TY_LANE_WORK, TY_DATE_NONE, ty_date_new (2021, 10, 0), "务农", "d");
  ty_time_line_add_event (line, TY_LANE_PARTY, TY_DATE_NONE, "入党", "e");
  ty_time_line_add_event (line, TY_LANE_PARTY, ty_date_new (2022, 1, 0), "入党", "f");
  g_assert_cmpuint (ty_time_line_get_n (line), ==, 2);

  ty_time_line_place (line, fixture->layout, 800);
  box = ty_time_line_get_box (line, 0);
  g_assert_cmpstr (ty_time_line_get_text (line, 0), ==, "d");
  g_assert_cmpstr (ty_time_line_get_text (line, 1), ==, "a\nb");
  end = box->x + box->width;
  g_assert_cmpfloat_with_epsilon (end, ty_time_line_get_box (line, 1)->x, 0.01);
  g_assert_cmpint (ty_time_line_find (line, 0, 0), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/time-line/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/time-line/marks", Fixture, NULL, set_up, test_marks, tear_down);

  return g_test_run ();
}
