/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-chart-picture.h"
#include "ty-label-break.h"

#include <cairo.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define EM 14.0
#define N_RANDOM 24

/* Texts as they come: short, long, without a blank, in English, with characters outside of the plane. */
static const char *const words[] = {
  "一肩挑", "35 岁及以下", "全日制本科及以上学历的村党组织书记", "女", "云岭镇", "Full-time bachelor and higher",
  "𠮷田镇", "2021年12月31日", "(未填)", "",
};

static PangoContext *context;

static void
make_context (void)
{
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC,sans-serif 10");

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
}

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
  TyChart *chart = ty_chart_new (TY_CHART_BEFORE_AFTER, "村党组织书记结构");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "占书记的 %");
  ty_chart_add_series (chart, "换届前", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "换届后", TY_CHART_NOW);
  ty_chart_add_category (chart, "一肩挑", NULL);
  ty_chart_add_category (chart, "35 岁及以下", "年龄");
  set_number (chart, 0, 0, 41.33);
  set_number (chart, 0, 1, 98.63);
  ty_chart_set_value (chart, 1, 0, 0, "0");
  set_number (chart, 1, 1, 21.92);
  return chart;
}

static void
test_marks (void)
{
  g_autoptr(TyChart) chart = make_pair ();
  guint category, series;

  g_assert_cmpuint (ty_chart_get_n_marks (chart), ==, 9);
  g_assert_cmpuint (ty_chart_get_mark (chart, 0, 0), ==, 0);
  g_assert_cmpuint (ty_chart_get_mark (chart, 1, 1), ==, 4);
  g_assert_cmpuint (ty_chart_get_mark (chart, 1, TY_CHART_ALL), ==, 5);
  g_assert_cmpuint (ty_chart_get_mark (chart, TY_CHART_ALL, 1), ==, 7);
  g_assert_cmpuint (ty_chart_get_mark (chart, TY_CHART_ALL, TY_CHART_ALL), ==, 8);
  for (guint i = 0; i < ty_chart_get_n_marks (chart); i++)
    {
      ty_chart_locate (chart, i, &category, &series);
      g_assert_cmpuint (ty_chart_get_mark (chart, category, series), ==, i);
    }
  ty_chart_locate (chart, 7, &category, &series);
  g_assert_cmpuint (category, ==, TY_CHART_ALL);
  g_assert_cmpuint (series, ==, 1);
}

static void
test_words (void)
{
  g_autoptr(TyChart) chart = make_pair ();
  g_autofree char *first = ty_chart_dup_readout (chart, 1);
  g_autofree char *own = NULL;
  g_autofree char *table = NULL;
  g_autofree char *summary = ty_chart_dup_summary (chart);

  for (guint i = 0; i < TY_N_CHART_KINDS; i++)
    {
      TyChartKind kind;

      g_assert_true (ty_chart_kind_from_word (ty_chart_kind_to_word (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_nonnull (ty_chart_kind_get_label (i));
    }
  g_assert_false (ty_chart_kind_from_word ("gauge", &(TyChartKind){ 0 }));
  g_assert_cmpstr (first, ==, "一肩挑 换届后: 98.63");
  g_assert_nonnull (strstr (summary, "占书记的 %\n一肩挑 换届前: 41.33"));

  ty_chart_set_readout (chart, 0, 1, "72 人\t98.63 %");
  own = ty_chart_dup_readout (chart, 1);
  g_assert_cmpstr (own, ==, "72 人\t98.63 %");
  ty_chart_set_text (chart, TY_CHART_HEADING, "指\t标");
  ty_chart_set_value (chart, TY_CHART_ALL, 1, 3, "3");
  table = ty_chart_dup_table (chart);
  g_assert_cmpstr (table, ==, "\t指 标\t换届前\t换届后\n\t一肩挑\t41.33\t98.63\n年龄\t35 岁及以下\t0\t21.92\n"
                              "\tTotal\t\t3\n");
}

/* What is pointed at is what is drawn there; the arrows lead from bar to bar. */
static void
test_find (void)
{
  g_autoptr(TyChart) chart = make_pair ();
  g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, EM, 400, 240, 0);
  TyChartBox before, now, zero;

  g_assert_true (ty_chart_picture_get_bounds (picture, 0, &before));
  g_assert_true (ty_chart_picture_get_bounds (picture, 1, &now));
  g_assert_cmpfloat (before.x + before.width, <=, now.x);
  g_assert_cmpfloat_with_epsilon (before.height / now.height, 41.33 / 98.63, 0.02);
  g_assert_cmpfloat_with_epsilon (before.y + before.height, now.y + now.height, 1);
  g_assert_cmpuint (ty_chart_picture_find (picture, now.x + now.width / 2, now.y + 2), ==, 1);
  g_assert_cmpuint (ty_chart_picture_find (picture, before.x + 2, before.y + before.height / 2), ==, 0);
  /* A zero has no bar, and room. */
  g_assert_true (ty_chart_picture_get_bounds (picture, 3, &zero));
  g_assert_cmpuint (ty_chart_picture_find (picture, zero.x + zero.width / 2, zero.y + zero.height / 2), ==, 3);
  g_assert_cmpuint (ty_chart_picture_find (picture, 399, 1), ==, TY_CHART_NONE);

  g_assert_cmpuint (ty_chart_picture_step (picture, TY_CHART_NONE, 1, 0), ==, 0);
  g_assert_cmpuint (ty_chart_picture_step (picture, 0, 1, 0), ==, 1);
  g_assert_cmpuint (ty_chart_picture_step (picture, 4, 1, 0), ==, 4);
}

static gboolean
has_label (TyChartPicture *picture,
           const char     *whole)
{
  for (guint i = 0; i < ty_chart_picture_get_n_labels (picture); i++)
    if (strcmp (ty_chart_picture_get_label (picture, i)->whole, whole) == 0)
      return TRUE;

  return FALSE;
}

static void
test_labels (void)
{
  g_autoptr(TyChart) chart = make_pair ();
  g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, EM, 500, 240, 0);
  static const char *const texts[] = { "村党组织书记结构", "占书记的 %", "换届前", "换届后", "一肩挑",
                                       "35 岁及以下", "41.33", "98.63", "0", "21.92" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (has_label (picture, texts[i]));
}

static TyChart *
make_random (GRand       *rand,
             TyChartKind  kind)
{
  TyChart *chart = ty_chart_new (kind, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  guint n = (guint) g_rand_int_range (rand, 0, 24), n_series = (guint) g_rand_int_range (rand, 0, 5);
  double scale = pow (10, g_rand_double_range (rand, -2, 6));
  double low = g_rand_boolean (rand) ? 0 : -0.5;

  for (guint i = 0; i < TY_N_CHART_TEXTS; i++)
    if (i != TY_CHART_MESSAGE && g_rand_boolean (rand))
      ty_chart_set_text (chart, i, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  for (guint s = 0; s < n_series; s++)
    ty_chart_add_series (chart, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                         (TyChartSeriesFlags) g_rand_int_range (rand, 0, 16));
  for (guint c = 0; c < n; c++)
    {
      ty_chart_add_category (chart, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                             words[c * G_N_ELEMENTS (words) / n]);
      for (guint s = 0; s < n_series; s++)
        if (g_rand_int_range (rand, 0, 6) > 0)
          set_number (chart, c, s, g_rand_double_range (rand, low, 1) * scale);
    }
  if (g_rand_boolean (rand))
    ty_chart_set_target (chart, g_rand_double (rand) * scale, "目标");
  return chart;
}

static void
get_corners (const TyChartLabel *label,
             double              corners[4][2])
{
  static const double ends[4][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };

  for (guint i = 0; i < 4; i++)
    {
      double x = ends[i][0] * label->width, y = ends[i][1] * label->height;

      corners[i][0] = label->x + x * cos (label->angle) - y * sin (label->angle);
      corners[i][1] = label->y + x * sin (label->angle) + y * cos (label->angle);
    }
}

/* How far two boxes, one of them upright after turning back, reach into each other along the axes of the first. */
static double
measure_overlap (const TyChartLabel *a,
                 const TyChartLabel *b)
{
  double corners[4][2], low[2] = { INFINITY, INFINITY }, high[2] = { -INFINITY, -INFINITY };

  get_corners (b, corners);
  for (guint i = 0; i < 4; i++)
    {
      double x = corners[i][0] - a->x, y = corners[i][1] - a->y;
      double along = x * cos (a->angle) + y * sin (a->angle), down = y * cos (a->angle) - x * sin (a->angle);

      low[0] = MIN (low[0], along);
      high[0] = MAX (high[0], along);
      low[1] = MIN (low[1], down);
      high[1] = MAX (high[1], down);
    }
  return MIN (MIN (high[0], a->width) - MAX (low[0], 0), MIN (high[1], a->height) - MAX (low[1], 0));
}

static void
check_picture (TyChartPicture *picture,
               double          width,
               double          height)
{
  guint n = ty_chart_picture_get_n_labels (picture);

  for (guint i = 0; i < n; i++)
    {
      const TyChartLabel *label = ty_chart_picture_get_label (picture, i);
      double corners[4][2];

      get_corners (label, corners);
      for (guint k = 0; k < 4; k++)
        {
          g_assert_cmpfloat (corners[k][0], >=, -1);
          g_assert_cmpfloat (corners[k][0], <=, width + 1);
          g_assert_cmpfloat (corners[k][1], >=, -1);
          g_assert_cmpfloat (corners[k][1], <=, height + 1);
        }
      for (guint k = 0; k < i; k++)
        {
          const TyChartLabel *other = ty_chart_picture_get_label (picture, k);

          if (MIN (measure_overlap (label, other), measure_overlap (other, label)) > 1)
            g_error ("“%s” meets “%s”", label->text, other->text);
        }
    }
}

/* Second lines begin with words, which no blank tells in Chinese. */
static void
test_breaks (void)
{
  static const struct
  {
    const char *label;
    const char *broken;
  } labels[] = {
    { "35 岁及以下", "35 岁\n及以下" },
    { "35 歲及以下", "35 歲\n及以下" },
    { "服务基层志愿者", "服务基层\n志愿者" },
    { "服務基層志願者", "服務基層\n志願者" },
    { "监督委员会主任", "监督\n委员会主任" },
    { "县级帮带覆盖率", "县级帮带\n覆盖率" },
    { "縣級幫帶覆蓋率", "縣級幫帶\n覆蓋率" },
    { "村（居）委会核定职数", "村（居）委会\n核定职数" },
    { "“四个一”落实率", "“四个一”\n落实率" },
    { "大专及以上", "大专\n及以上" },
    { "Full-time bachelor and higher", "Full-time\nbachelor and higher" },
    { "𠮷田镇", "𠮷\n田镇" },
    { "Households", NULL },
    { "村", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *broken = ty_label_break (labels[i].label);

      g_assert_cmpstr (broken, ==, labels[i].broken);
    }
}

static const TyChartLabel *
find_label (TyChartPicture *picture,
            const char     *text)
{
  for (guint i = 0; i < ty_chart_picture_get_n_labels (picture); i++)
    if (g_str_equal (ty_chart_picture_get_label (picture, i)->text, text))
      return ty_chart_picture_get_label (picture, i);

  return NULL;
}

/* The first of the turned labels is whole, too. */
static void
test_turned (void)
{
  static const char *const posts[] = { "党组织书记", "村委会主任", "党组织副书记", "村委会副主任", "居委会副主任",
                                       "党组织纪检委员", "党组织组织委员", "村委会委员", "居委会委员", "监督委员会主任" };

  for (guint kind = 0; kind < 2; kind++)
    {
      g_autoptr(TyChart) chart = ty_chart_new (kind == 0 ? TY_CHART_BAR : TY_CHART_LINE, "到龄人员");
      g_autoptr(TyChartPicture) picture = NULL;

      ty_chart_add_series (chart, "人数", TY_CHART_NOW);
      for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
        {
          ty_chart_add_category (chart, posts[i], NULL);
          set_number (chart, i, 0, 1 + i % 3);
        }
      picture = ty_chart_picture_new (chart, context, EM, 540, 220, 0);
      for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
        g_assert_nonnull (find_label (picture, posts[i]));
      check_picture (picture, 540, 220);
    }
}

/* Numbers that are a little wider than their bars stay off each other. */
static void
test_pair (void)
{
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_BAR, "两委成员结构");

  ty_chart_add_series (chart, "换届前", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "换届后", TY_CHART_NOW);
  for (guint i = 0; i < 6; i++)
    {
      ty_chart_add_category (chart, "女性", NULL);
      set_number (chart, i, 0, 22.27);
      set_number (chart, i, 1, 23.19);
    }
  for (double width = 400; width < 700; width += 7)
    {
      g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, EM, width, 330, 0);
      const TyChartLabel *before = find_label (picture, "22.27");
      const TyChartLabel *after = find_label (picture, "23.19");

      if (before != NULL && after != NULL && fabs (before->y - after->y) < before->height)
        g_assert_cmpfloat (before->x + before->width + 3, <=, after->x);
    }
}

/* Where the texts of a figure need more lines, it asks for them, and the number is there. */
static void
test_needed (void)
{
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_FIGURE, "Operating income above the threshold");
  double least, height, width = 180;

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "Villages and communities");
  ty_chart_set_text (chart, TY_CHART_NOTE, "134 → 135 villages");
  ty_chart_set_text (chart, TY_CHART_CHANGE, "▲ 0.65");
  ty_chart_set_text (chart, TY_CHART_UNIT, "%");
  ty_chart_add_series (chart, "2025.11.26", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "2026.11.26", TY_CHART_NOW);
  ty_chart_add_category (chart, "", NULL);
  set_number (chart, 0, 0, 87.01);
  set_number (chart, 0, 1, 87.66);
  ty_chart_get_minimum (chart, context, EM, &width, &least);
  height = ty_chart_get_needed_height (chart, context, EM, 180);
  g_assert_cmpfloat (height, >, least + 20);
  {
    g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, EM, 180, height, 0);
    const TyChartLabel *number = find_label (picture, "87.66");

    g_assert_nonnull (number);
    g_assert_cmpfloat (number->height, >, 1.5 * EM);
  }
  g_assert_cmpfloat (ty_chart_get_needed_height (chart, context, EM, 900), ==, least);
}

/* A card with a table has all its rows, also below headings of two lines. */
static void
test_table (void)
{
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_TABLE, "Townships");

  for (guint s = 0; s < 9; s++)
    ty_chart_add_series (chart, "Average operating income (10,000 yuan)", TY_CHART_NOW);
  for (guint i = 0; i < 9; i++)
    {
      ty_chart_add_category (chart, "云岭镇", NULL);
      for (guint s = 0; s < 9; s++)
        set_number (chart, i, s, 1234 * i + s);
    }
  for (guint s = 0; s < 9; s++)
    set_number (chart, TY_CHART_ALL, s, 98765);
  for (guint i = 0; i < 2; i++)
    {
      double width = i == 0 ? 1100 : 4000, height = ty_chart_get_needed_height (chart, context, EM, width);
      g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, EM, width, height, 0);

      g_assert_cmpuint (ty_chart_picture_get_n_left (picture), ==, 0);
      g_assert_nonnull (find_label (picture, "98765.00"));
    }
}

/* Tiles have the names of villages, without what all of them are, where each township has room in one line. */
static void
test_tiles (void)
{
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_TILES, "各村空缺职数");

  ty_chart_add_series (chart, "空缺", TY_CHART_NOW);
  for (guint i = 0; i < 36; i++)
    {
      ty_chart_add_category (chart, i == 0 ? "后凤泉村" : i == 1 ? "迎宾社区" : "上村", i < 18 ? "云岭镇" : "柏川镇");
      set_number (chart, i, 0, i % 3);
    }
  for (guint i = 0; i < 2; i++)
    {
      double width = i == 0 ? 1600 : 620, height = ty_chart_get_needed_height (chart, context, EM, width);
      g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, EM, width, height, 0);

      g_assert_cmpuint (ty_chart_picture_get_n_left (picture), ==, 0);
      g_assert_cmpint (find_label (picture, "后凤泉") != NULL, ==, i == 0);
      g_assert_cmpint (find_label (picture, "迎宾") != NULL, ==, i == 0);
      g_assert_cmpint (find_label (picture, "上村") != NULL, ==, i == 0);
    }
}

/* A number stands below the dot of a dip, where the line leaves it room. */
static void
test_dip (void)
{
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_LINE, "平均年龄走势");
  g_autoptr(TyChartPicture) picture = NULL;
  static const double values[] = { 46.9, 44.28, 45.28, 48.28, 44.31, 49.28 };

  ty_chart_add_series (chart, "书记", TY_CHART_NOW);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ty_chart_add_category (chart, "村", NULL);
      set_number (chart, i, 0, values[i]);
    }
  picture = ty_chart_picture_new (chart, context, EM, 640, 260, 0);
  for (guint i = 1; i < 3; i++)
    {
      TyChartBox dot;
      g_autofree char *text = g_strdup_printf ("%.2f", values[i]);

      g_assert_true (ty_chart_picture_get_bounds (picture, ty_chart_get_mark (chart, i, 0), &dot));
      if (i == 1)
        g_assert_cmpfloat (find_label (picture, text)->y, >, dot.y);
      else
        g_assert_cmpfloat (find_label (picture, text)->y, <, dot.y);
    }
}

/* Whatever the numbers, labels and sizes are: no label meets another one, none leaves the picture. */
static void
test_boxes (gconstpointer data)
{
  TyChartKind kind = GPOINTER_TO_UINT (data);
  GRand *rand = g_rand_new_with_seed (20211231 + kind);
  TyTheme theme;

  ty_theme_init_paper (&theme);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr(TyChart) chart = make_random (rand, kind);
      double width = g_rand_int_range (rand, 0, 900), height = g_rand_int_range (rand, 0, 500);
      double em = i % 4 == 3 ? 3 * EM : EM;
      g_autoptr(TyChartPicture) picture = ty_chart_picture_new (chart, context, em, width, height, 0);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
      cairo_t *cr = cairo_create (surface);

      check_picture (picture, width, height);
      ty_chart_picture_draw (picture, cr, &theme, 0, TY_CHART_NONE);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);

  make_context ();
  g_test_add_func ("/chart/marks", test_marks);
  g_test_add_func ("/chart/words", test_words);
  g_test_add_func ("/chart/find", test_find);
  g_test_add_func ("/chart/labels", test_labels);
  g_test_add_func ("/chart/breaks", test_breaks);
  g_test_add_func ("/chart/turned", test_turned);
  g_test_add_func ("/chart/pair", test_pair);
  g_test_add_func ("/chart/needed", test_needed);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/chart/tiles", test_tiles);
  g_test_add_func ("/chart/dip", test_dip);
  for (guint i = 0; i < TY_N_CHART_KINDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/boxes/%s", ty_chart_kind_to_word (i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_boxes);
    }
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
