/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A chart in words: for who does not see it, and for other programs. */

#define SUMMARY_ROWS 12 /* a summary is listened to; the table has all */

static const struct
{
  const char *word;
  const char *label;
} kinds[TY_N_CHART_KINDS] = {
  [TY_CHART_FIGURE] = { "figure", NC_("kind of chart", "Figure") },
  [TY_CHART_BAR] = { "bar", NC_("kind of chart", "Bars") },
  [TY_CHART_BAR_ACROSS] = { "bar-across", NC_("kind of chart", "Lying bars") },
  [TY_CHART_STACKED] = { "stacked-bar", NC_("kind of chart", "Stacked bars") },
  [TY_CHART_BEFORE_AFTER] = { "before-after", NC_("kind of chart", "Before and after") },
  [TY_CHART_LINE] = { "line", NC_("kind of chart", "Line") },
  [TY_CHART_PIE] = { "pie", NC_("kind of chart", "Ring") },
  [TY_CHART_PYRAMID] = { "pyramid", NC_("kind of chart", "Pyramid of ages") },
  [TY_CHART_HEAT] = { "heat", NC_("kind of chart", "Shaded table") },
  [TY_CHART_FUNNEL] = { "funnel", NC_("kind of chart", "Funnel") },
  [TY_CHART_RANKING] = { "ranking", NC_("kind of chart", "Ranking") },
  [TY_CHART_TABLE] = { "table", NC_("kind of chart", "Table") },
  [TY_CHART_TEXT] = { "text", NC_("kind of chart", "Text") },
  [TY_CHART_TILES] = { "tiles", NC_("kind of chart", "Tiles of villages") },
};

/**
 * ty_chart_kind_to_word:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_chart_kind_to_word (TyChartKind kind)
{
  g_return_val_if_fail ((guint) kind < TY_N_CHART_KINDS, NULL);

  return kinds[kind].word;
}

/**
 * ty_chart_kind_from_word:
 * @word: (nullable): a word
 * @kind: (out): the kind
 *
 * Returns: whether there is a kind of this word
 */
gboolean
ty_chart_kind_from_word (const char  *word,
                         TyChartKind *kind)
{
  for (guint i = 0; i < TY_N_CHART_KINDS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * ty_chart_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): what it is called, in the user's language
 */
const char *
ty_chart_kind_get_label (TyChartKind kind)
{
  g_return_val_if_fail ((guint) kind < TY_N_CHART_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of chart", kinds[kind].label);
}

/* A cell of a table cannot have what parts cells. */
static void
append_cell (GString    *text,
             const char *cell)
{
  for (const char *c = cell != NULL ? cell : ""; *c != '\0'; c++)
    g_string_append_c (text, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

static gboolean
has_groups (TyChart *chart)
{
  for (guint i = 0; i < ty_chart_get_n_categories (chart); i++)
    if (ty_chart_get_group (chart, i) != NULL)
      return TRUE;

  return FALSE;
}

static void
append_heads (TyChart  *chart,
              gboolean  groups,
              GString  *text)
{
  if (groups)
    g_string_append_c (text, '\t');
  append_cell (text, ty_chart_get_text (chart, TY_CHART_HEADING));
  for (guint i = 0; i < ty_chart_get_n_series (chart); i++)
    {
      g_string_append_c (text, '\t');
      append_cell (text, ty_chart_get_series (chart, i));
    }
  g_string_append_c (text, '\n');
}

static void
append_values (TyChart *chart,
               guint    category,
               GString *text)
{
  for (guint i = 0; i < ty_chart_get_n_series (chart); i++)
    {
      g_string_append_c (text, '\t');
      append_cell (text, ty_chart_get_value_text (chart, category, i));
    }
  g_string_append_c (text, '\n');
}

static gboolean
has_totals (TyChart *chart)
{
  for (guint i = 0; i < ty_chart_get_n_series (chart); i++)
    if (ty_chart_get_value_text (chart, TY_CHART_ALL, i) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * ty_chart_dup_table:
 * @self: a chart
 *
 * Returns: (transfer full): its numbers as a table: cells parted by tabs, rows by line breaks, heads first
 *   and totals last
 */
char *
ty_chart_dup_table (TyChart *self)
{
  GString *text = g_string_new (NULL);
  gboolean groups = has_groups (self);

  append_heads (self, groups, text);
  for (guint i = 0; i < ty_chart_get_n_categories (self); i++)
    {
      if (groups)
        {
          append_cell (text, ty_chart_get_group (self, i));
          g_string_append_c (text, '\t');
        }
      append_cell (text, ty_chart_get_category (self, i));
      append_values (self, i, text);
    }
  if (has_totals (self))
    {
      if (groups)
        g_string_append_c (text, '\t');
      append_cell (text, _("Total"));
      append_values (self, TY_CHART_ALL, text);
    }
  return g_string_free (text, FALSE);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_row (TyChart *self,
            guint    category,
            GString *text)
{
  for (guint i = 0; i < ty_chart_get_n_series (self); i++)
    {
      g_autofree char *readout = NULL;

      if (ty_chart_get_value_text (self, category, i) == NULL)
        continue;
      readout = ty_chart_dup_readout (self, ty_chart_get_mark (self, category, i));
      append_line (text, readout);
    }
}

/**
 * ty_chart_dup_summary:
 * @self: a chart
 *
 * Returns: (transfer full): what it says, in lines: for a screen reader
 */
char *
ty_chart_dup_summary (TyChart *self)
{
  static const TyChartText texts[] = { TY_CHART_SUBTITLE, TY_CHART_MESSAGE, TY_CHART_BODY, TY_CHART_CHANGE,
                                       TY_CHART_TARGET, TY_CHART_NOTE };
  GString *text = g_string_new (NULL);
  guint n = ty_chart_get_n_categories (self);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    append_line (text, ty_chart_get_text (self, texts[i]));
  for (guint i = 0; i < MIN (n, SUMMARY_ROWS); i++)
    append_row (self, i, text);
  if (n > SUMMARY_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - SUMMARY_ROWS),
                                               n - SUMMARY_ROWS);

      append_line (text, more);
    }
  append_row (self, TY_CHART_ALL, text);
  return g_string_free (text, FALSE);
}
