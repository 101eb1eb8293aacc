/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gallery"

#include "config.h"

#include "ty-gallery-charts.h"

#include "ty-chart-view.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A chart of each kind. The county is invented; its numbers stand in Chinese in every language, as texts
 * of a county file do. */

#define SPACING 12
#define PADDING 16
#define WIDTH 560
#define HEIGHT 300

static const char *const townships[] = { "云岭镇", "柏川镇", "石泉镇", "河湾镇", "松坪乡", "桃园乡", "清溪乡", "南沟乡" };

static void
set_number (TyChart    *chart,
            guint       category,
            guint       series,
            double      value,
            int         decimals)
{
  g_autofree char *text = g_strdup_printf ("%.*f", value == 0 ? 0 : decimals, value);

  ty_chart_set_value (chart, category, series, value, text);
}

static void
add_townships (TyChart *chart)
{
  for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
    ty_chart_add_category (chart, townships[i], NULL);
}

static TyChart *
make_figure (void)
{
  TyChart *chart = ty_chart_new (TY_CHART_FIGURE, "一肩挑");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "村党组织书记");
  ty_chart_set_text (chart, TY_CHART_NOTE, "31 → 72 人");
  ty_chart_set_text (chart, TY_CHART_UNIT, "%");
  ty_chart_set_text (chart, TY_CHART_CHANGE, "▲ 57.30");
  ty_chart_set_target (chart, 100, "目标 100 %");
  ty_chart_add_series (chart, "换届后", TY_CHART_NOW);
  ty_chart_add_series (chart, "换届前", TY_CHART_BEFORE);
  ty_chart_add_category (chart, "一肩挑", NULL);
  set_number (chart, 0, 0, 98.63, 2);
  set_number (chart, 0, 1, 41.33, 2);
  return chart;
}

static TyChart *
make_bars (TyChartKind kind)
{
  TyChart *chart = ty_chart_new (kind, "后备干部");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "人");
  ty_chart_set_target (chart, 15, "每乡镇 15 人");
  ty_chart_add_series (chart, "书记后备", TY_CHART_NOW);
  ty_chart_add_series (chart, "委员后备", TY_CHART_NOW);
  ty_chart_add_series (chart, "专职干部后备", TY_CHART_NOW);
  add_townships (chart);
  for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
    {
      set_number (chart, i, 0, 3 * i + 4, 0);
      set_number (chart, i, 1, 20 - 2 * i, 0);
      set_number (chart, i, 2, 4 + i % 3, 0);
      set_number (chart, i, TY_CHART_ALL, 28 + i + i % 3, 0);
    }
  return chart;
}

static TyChart *
make_before_after (void)
{
  static const struct { const char *label; double before; double now; } rows[] = {
    { "一肩挑", 41.33, 98.63 }, { "35 岁及以下", 0, 21.92 }, { "45 岁及以下", 9.33, 47.95 },
    { "50 岁及以下", 40, 80.82 }, { "大专及以上", 49.33, 75.34 }, { "全日制本科", 5.33, 9.59 }, { "女性", 4, 5.48 },
  };
  TyChart *chart = ty_chart_new (TY_CHART_BEFORE_AFTER, "村党组织书记结构");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "占书记的 %");
  ty_chart_add_series (chart, "换届前 2020.12.31", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "换届后 2021.12.31", TY_CHART_NOW);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ty_chart_add_category (chart, rows[i].label, NULL);
      set_number (chart, i, 0, rows[i].before, 2);
      set_number (chart, i, 1, rows[i].now, 2);
    }
  return chart;
}

static TyChart *
make_line (void)
{
  TyChart *chart = ty_chart_new (TY_CHART_LINE, "平均年龄");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "岁");
  ty_chart_add_series (chart, "书记", TY_CHART_NOW);
  ty_chart_add_series (chart, "两委成员", TY_CHART_NOW);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u年", 2014 + i);

      ty_chart_add_category (chart, year, NULL);
      set_number (chart, i, 0, 53.76 - 1.2 * i, 2);
      set_number (chart, i, 1, 49.68 - 0.9 * i + 0.7 * (i % 2), 2);
    }
  return chart;
}

static TyChart *
make_parts (TyChartKind kind)
{
  static const struct { const char *label; const char *text; double value; const char *share; } parts[] = {
    { "后备人选", "141", 141, "100 %" }, { "培养对象", "96", 96, "68.09 %" }, { "提名人选", "58", 58, "41.13 %" },
    { "当选", "41", 41, "29.08 %" },
  };
  guint n = kind == TY_CHART_PIE ? 3 : G_N_ELEMENTS (parts);
  TyChart *chart = ty_chart_new (kind, kind == TY_CHART_PIE ? "后备干部来源" : "后备干部培养");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "人");
  ty_chart_add_series (chart, "人数", TY_CHART_NOW);
  ty_chart_add_series (chart, "占比", TY_CHART_BESIDE);
  for (guint i = 0; i < n; i++)
    {
      ty_chart_add_category (chart, parts[i].label, NULL);
      ty_chart_set_value (chart, i, 0, parts[i].value, parts[i].text);
      ty_chart_set_value (chart, i, 1, NAN, parts[i].share);
    }
  ty_chart_set_value (chart, TY_CHART_ALL, 0, 295, "295");
  return chart;
}

static TyChart *
make_pyramid (void)
{
  static const struct { const char *label; double now[2]; double before[2]; } rows[] = {
    { "61 及以上", { 0, 0 }, { 71, 13 } }, { "56—60", { 54, 17 }, { 52, 15 } }, { "51—55", { 36, 12 }, { 52, 8 } },
    { "46—50", { 70, 20 }, { 88, 14 } }, { "41—45", { 46, 14 }, { 44, 9 } }, { "36—40", { 51, 16 }, { 37, 10 } },
    { "31—35", { 46, 13 }, { 26, 4 } }, { "26—30", { 35, 14 }, { 20, 2 } }, { "25 及以下", { 19, 9 }, { 0, 0 } },
  };
  TyChart *chart = ty_chart_new (TY_CHART_PYRAMID, "两委成员年龄、性别");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "人");
  ty_chart_add_series (chart, "男", TY_CHART_NOW);
  ty_chart_add_series (chart, "女", TY_CHART_NOW);
  ty_chart_add_series (chart, "男，换届前", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "女，换届前", TY_CHART_BEFORE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ty_chart_add_category (chart, rows[i].label, NULL);
      for (guint k = 0; k < 2; k++)
        {
          set_number (chart, i, k, rows[i].now[k], 0);
          set_number (chart, i, 2 + k, rows[i].before[k], 0);
        }
    }
  ty_chart_set_value (chart, TY_CHART_ALL, 0, 357, "357");
  ty_chart_set_value (chart, TY_CHART_ALL, 1, 115, "115");
  return chart;
}

static TyChart *
make_grid (TyChartKind kind)
{
  static const char *const heads[] = { "书记平均年龄", "成员平均年龄", "35 岁及以下 %", "大专及以上 %", "女性 %", "一肩挑 %" };
  TyChart *chart = ty_chart_new (kind, "乡镇对照");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "2021.12.31");
  ty_chart_set_text (chart, TY_CHART_HEADING, "乡镇");
  ty_chart_set_text (chart, TY_CHART_LOW, "弱");
  ty_chart_set_text (chart, TY_CHART_HIGH, "强");
  for (guint k = 0; k < G_N_ELEMENTS (heads); k++)
    ty_chart_add_series (chart, heads[k], k < 2 ? TY_CHART_TURNED : TY_CHART_ZERO_WARNS);
  add_townships (chart);
  for (guint k = 0; k < G_N_ELEMENTS (heads); k++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
        set_number (chart, i, k, k == 5 ? i == 3 ? 88.89 : 100 : k == 4 && i == 4 ? 0 : 40.1 + (13 * i + 7 * k) % 19, 2);
      set_number (chart, TY_CHART_ALL, k, 44.45 + k, 2);
    }
  return chart;
}

static TyChart *
make_text (void)
{
  TyChart *chart = ty_chart_new (TY_CHART_TEXT, "说明");

  ty_chart_set_text (chart, TY_CHART_BODY, "换届后，一肩挑比例由 41.33 % 上升到 98.63 %，书记平均年龄下降 9.31 岁。\n"
                                           "尚有 15 个村（社区）没有 35 岁及以下的两委成员。");
  return chart;
}

static TyChart *
make_tiles (void)
{
  static const char *const villages[] = { "下松河", "新杨沟", "大李塬", "小杨坡", "北杨沟", "前白沟", "北桃坡", "前杨川", "西马川" };
  TyChart *chart = ty_chart_new (TY_CHART_TILES, "各村 35 岁及以下成员数");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "73 个村（社区）");
  ty_chart_set_text (chart, TY_CHART_NOTE, "15 个村（社区）没有");
  ty_chart_add_series (chart, "35 岁及以下", TY_CHART_ZERO_WARNS);
  ty_chart_add_step (chart, 0, "0 人");
  ty_chart_add_step (chart, 1, "1 人");
  ty_chart_add_step (chart, 2, "2 人");
  ty_chart_add_step (chart, 3, "3 人");
  ty_chart_add_step (chart, 4, "4 人及以上");
  for (guint i = 0; i < 4; i++)
    for (guint k = 0; k < G_N_ELEMENTS (villages) - i % 2; k++)
      set_number (chart, ty_chart_add_category (chart, villages[(k + 2 * i) % G_N_ELEMENTS (villages)], townships[i]), 0,
                  (3 * i + 5 * k) % 6, 0);
  return chart;
}

/**
 * ty_gallery_make_chart:
 * @kind: a kind of chart
 *
 * Returns: (transfer full): a chart of this kind, with numbers of an invented county
 */
TyChart *
ty_gallery_make_chart (TyChartKind kind)
{
  switch (kind)
    {
    case TY_CHART_FIGURE:
      return make_figure ();
    case TY_CHART_BAR:
    case TY_CHART_BAR_ACROSS:
    case TY_CHART_STACKED:
      return make_bars (kind);
    case TY_CHART_BEFORE_AFTER:
      return make_before_after ();
    case TY_CHART_LINE:
      return make_line ();
    case TY_CHART_PIE:
    case TY_CHART_FUNNEL:
    case TY_CHART_RANKING:
      return make_parts (kind);
    case TY_CHART_PYRAMID:
      return make_pyramid ();
    case TY_CHART_HEAT:
    case TY_CHART_TABLE:
      return make_grid (kind);
    case TY_CHART_TILES:
      return make_tiles ();
    case TY_CHART_TEXT:
    case TY_N_CHART_KINDS:
    default:
      return make_text ();
    }
}

static GtkWidget *
make_card (TyChart *chart)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = ty_chart_view_new (chart);

  g_object_set (view, "hexpand", TRUE, "vexpand", TRUE, "margin-start", PADDING, "margin-end", PADDING,
                "margin-top", PADDING - 2, "margin-bottom", PADDING - 2, NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_size_request (card, ty_chart_get_kind (chart) == TY_CHART_FIGURE ? WIDTH / 2 : WIDTH,
                               ty_chart_get_kind (chart) == TY_CHART_FIGURE ? HEIGHT / 2 : HEIGHT);
  gtk_box_append (GTK_BOX (card), view);
  return card;
}

/**
 * ty_gallery_build_charts:
 *
 * Returns: (transfer floating): a chart of each kind, and one that cannot be drawn
 */
GtkWidget *
ty_gallery_build_charts (void)
{
  GtkWidget *wrap = ty_wrap_box_new (SPACING);
  g_autoptr(TyChart) none = ty_chart_new (TY_CHART_BAR, "后备干部");

  for (guint i = 0; i < TY_N_CHART_KINDS; i++)
    {
      g_autoptr(TyChart) chart = ty_gallery_make_chart (i);

      ty_wrap_box_append (TY_WRAP_BOX (wrap), make_card (chart));
    }
  ty_chart_set_text (none, TY_CHART_MESSAGE, _("Nobody here at this date"));
  ty_wrap_box_append (TY_WRAP_BOX (wrap), make_card (none));
  return wrap;
}
