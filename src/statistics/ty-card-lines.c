/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-count"

#include "config.h"

#include "ty-card-count-private.h"

#include "ty-dimension-band.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The categories and the series of a card, by its kind. They stand in the order in which they are drawn,
 * so that a mark of a chart is the value of the same numbers. */

/* More series than these cannot be told apart. */
#define MOST_SERIES 16

/* More marks than these say nothing to anybody. */
static const guint most_categories[TY_N_CARD_KINDS] = {
  [TY_CARD_FIGURE] = 1,
  [TY_CARD_BAR] = 60,
  [TY_CARD_STACKED_BAR] = 60,
  [TY_CARD_BEFORE_AFTER] = 60,
  [TY_CARD_LINE] = 60,
  [TY_CARD_PIE] = 30,
  [TY_CARD_PYRAMID] = 30,
  [TY_CARD_HEAT] = 200,
  [TY_CARD_FUNNEL] = TY_CARD_FIGURES,
  [TY_CARD_RANKING] = G_MAXUINT,
  [TY_CARD_TABLE] = 20000,
  [TY_CARD_TEXT] = TY_CARD_FIGURES,
  [TY_CARD_TILES] = 3000,
};

static gboolean
say_too_many (TyCardCount *self,
              guint        n)
{
  self->answer->message = g_strdup_printf (
    ngettext ("The card would have %u value, which nobody can read. Choose a smaller scope.",
              "The card would have %u values, which nobody can read. Choose a smaller scope.", n), n);
  return FALSE;
}

static TyCardLine *
add_category (TyCardCount *self,
              const char  *label,
              guint        row)
{
  g_array_append_val (self->rows, row);
  return ty_card_answer_add_category (self->answer, label);
}

static TyCardLine *
add_one_series (TyCardCount    *self,
                TyCardLineKind  kind,
                const char     *label,
                guint           column)
{
  TyCardLine *line = ty_card_answer_add_series (self->answer, label);

  line->kind = kind;
  g_array_append_val (self->columns, column);
  return line;
}

static gboolean
compares (TyCardCount *self)
{
  return self->view_before != NULL;
}

/* A day; on both sides of a term election it is said which side. */
static char *
dup_day (TyCardCount    *self,
         TyCardLineKind  kind)
{
  gboolean before = kind == TY_CARD_LINE_BEFORE;
  g_autofree char *day = ty_date_to_record (before ? self->answer->before : self->as_of);

  if (kind == TY_CARD_LINE_CHANGE)
    return g_strdup (_("Change"));
  if (!compares (self) || self->how != TY_CARD_BEFORE_TERM)
    return g_steal_pointer (&day);
  if (self->card->kind == TY_CARD_FIGURE)
    return g_strdup (before ? _("Before the election") : _("After the election"));

  /* Translators: a date follows; 换届前 2020.12.31 */
  return g_strdup_printf (before ? C_("term election", "Before %s") : C_("term election", "After %s"), day);
}

/* A series for each date, and in a table what changed. With several figures their labels stand before. */
static void
add_series (TyCardCount *self,
            const char  *label,
            guint        figure)
{
  static const TyCardLineKind order[] = { TY_CARD_LINE_BEFORE, TY_CARD_LINE_NOW, TY_CARD_LINE_CHANGE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *day = dup_day (self, order[i]);
      g_autofree char *both = label != NULL && compares (self) ? g_strdup_printf ("%s %s", label, day) : NULL;
      TyCardLine *line;

      if ((order[i] != TY_CARD_LINE_NOW && !compares (self))
          || (order[i] == TY_CARD_LINE_CHANGE && self->card->kind != TY_CARD_TABLE))
        continue;
      line = add_one_series (self, order[i], both != NULL ? both : label != NULL ? label : day,
                             TY_CROSS_TABLE_ALL);
      line->figure = figure;
    }
}

static gboolean
add_figures (TyCardCount *self)
{
  for (guint i = 0; i < self->card->figures->len; i++)
    {
      g_autofree char *label = ty_card_dup_label (self->card, i);

      add_category (self, label, TY_CROSS_TABLE_ALL)->figure = i;
    }
  add_series (self, NULL, TY_CARD_NO_FIGURE);
  return TRUE;
}

static TyCrossTable *
get_table (TyCardCount *self,
           guint        figure)
{
  return ty_card_count_get_table (self, g_array_index (self->figures, TyCardAsk, figure));
}

/* Whether nobody has the value, whichever figure is asked. */
static gboolean
is_empty (TyCardCount *self,
          guint        dimension,
          guint        value)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (!ty_cross_table_is_empty (get_table (self, i), dimension, value))
      return FALSE;

  return TRUE;
}

/* Units and bands of age are shown without anybody, too: that there is nobody says something. Of a list of
 * codes only what somebody has; but a pyramid always has two sides. */
static gboolean
is_shown (TyCardCount *self,
          guint        dimension,
          guint        value)
{
  const TyDimension *by = self->card->dimensions[dimension];
  const char *key = ty_cross_table_get_key (get_table (self, 0), dimension, value);
  guint n_ends;

  if (*key != '\0'
      && (ty_dimension_suits (by, TY_SUBJECT_VILLAGES) || strcmp (by->key, "age_band") == 0
          || ty_dimension_band_get_ends (by, &n_ends) != NULL))
    return TRUE;
  if (self->card->kind == TY_CARD_PYRAMID && (strcmp (key, "1") == 0 || strcmp (key, "2") == 0))
    return TRUE;

  return !is_empty (self, dimension, value);
}

static GArray *
choose_values (TyCardCount *self,
               guint        dimension)
{
  guint n = ty_cross_table_get_n_values (get_table (self, 0), dimension);
  GArray *values = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  gboolean units = ty_dimension_suits (self->card->dimensions[dimension], TY_SUBJECT_VILLAGES);

  /* All units are, and a province has many: their keys are not asked for. Who is in none comes last. */
  for (guint value = 0; value < n; value++)
    if ((units && value + 1 < n) || is_shown (self, dimension, value))
      g_array_append_val (values, value);
  return values;
}

typedef struct
{
  guint value;
  guint place;
  gboolean known;
  double number;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Ranked *first = a, *second = b;
  int order;

  if (first->known != second->known)
    return first->known ? -1 : 1;

  order = (first->number < second->number) - (first->number > second->number);
  if (GPOINTER_TO_INT (data))
    order = -order;
  return first->known && order != 0 ? order : first->place < second->place ? -1 : 1;
}

/* Of equal numbers the first in the official order comes first. */
static void
rank_values (TyCardCount *self,
             GArray      *values)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  TyCardAsk asked = g_array_index (self->figures, TyCardAsk, 0);
  guint n;

  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      TyCardValue shown = { 0 };
      Ranked rank;

      ty_card_count_fill (self, 0, ty_cross_table_get_amount (get_table (self, 0), 0, value,
                                                              TY_CROSS_TABLE_ALL, asked.measure), &shown);
      rank = (Ranked){ value, i, shown.known, shown.number };
      g_array_append_val (ranked, rank);
      g_free (shown.text);
    }
  g_array_sort_with_data (ranked, compare_ranked, GINT_TO_POINTER (self->card->lowest));
  n = self->card->limit > 0 ? MIN (self->card->limit, ranked->len) : ranked->len;
  if (n < ranked->len)
    /* Translators: below a ranking: how many of how many it shows */
    self->answer->note = g_strdup_printf (_("%u of %u"), n, ranked->len);
  g_array_set_size (values, 0);
  for (guint i = 0; i < n; i++)
    g_array_append_val (values, g_array_index (ranked, Ranked, i).value);
}

/* The oldest stand at the top of a pyramid. */
static void
reverse (GArray *values)
{
  for (guint i = 0; i < values->len / 2; i++)
    {
      guint *a = &g_array_index (values, guint, i);
      guint *b = &g_array_index (values, guint, values->len - 1 - i);
      guint other = *a;

      *a = *b;
      *b = other;
    }
}

/* The name of the unit above a village, for the tiles. */
static char *
dup_group (TyCardCount *self,
           const char  *key)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (self->view));
  TyUnitTree *tree = ty_view_get_tree (self->view);
  guint32 unit = ty_units_find (units, g_ascii_strtoll (key, NULL, 10));
  guint32 above = unit != TY_UNIT_NONE ? ty_unit_tree_get_parent (tree, unit) : TY_UNIT_NONE;
  const TyUnitSpan *span = above != TY_UNIT_NONE ? ty_unit_tree_get_span (tree, above) : NULL;

  return span != NULL ? g_strdup (span->name) : NULL;
}

static gboolean
add_values (TyCardCount *self)
{
  TyCrossTable *table = get_table (self, 0);
  g_autoptr(GArray) values = choose_values (self, 0);

  if (values->len > most_categories[self->card->kind])
    return say_too_many (self, values->len);
  if (self->card->kind == TY_CARD_RANKING)
    rank_values (self, values);
  if (self->card->kind == TY_CARD_PYRAMID)
    reverse (values);
  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      TyCardLine *line = add_category (self, ty_cross_table_get_label (table, 0, value), value);

      line->key = g_strdup (ty_cross_table_get_key (table, 0, value));
      if (self->card->kind == TY_CARD_TILES)
        line->group = dup_group (self, line->key);
    }
  return TRUE;
}

/* The two sides of a pyramid are told by their place; only what was before needs a word, and a short one. */
static char *
dup_side (TyCardCount    *self,
          TyCardLineKind  kind)
{
  if (self->card->kind != TY_CARD_PYRAMID)
    return dup_day (self, kind);
  if (kind == TY_CARD_LINE_NOW)
    return NULL;

  return self->how == TY_CARD_BEFORE_TERM ? g_strdup (C_("term election", "before")) : dup_day (self, kind);
}

static void
add_values_as_series (TyCardCount    *self,
                      GArray         *values,
                      guint           dimension,
                      TyCardLineKind  kind)
{
  TyCrossTable *table = get_table (self, 0);

  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      const char *label = ty_cross_table_get_label (table, dimension, value);
      g_autofree char *day = compares (self) ? dup_side (self, kind) : NULL;
      g_autofree char *both = day != NULL ? g_strdup_printf ("%s %s", label, day) : NULL;
      TyCardLine *line = add_one_series (self, kind, both != NULL ? both : label, value);

      line->key = g_strdup (ty_cross_table_get_key (table, dimension, value));
      line->dimension = dimension;
    }
}

/* The cells of two dimensions. A pyramid has what was before behind what is. */
static gboolean
add_cells (TyCardCount *self)
{
  g_autoptr(GArray) values = choose_values (self, 1);

  if (values->len > (self->card->kind == TY_CARD_TABLE ? G_MAXUINT : MOST_SERIES))
    return say_too_many (self, values->len);

  add_values_as_series (self, values, 1, TY_CARD_LINE_NOW);
  if (compares (self))
    add_values_as_series (self, values, 1, TY_CARD_LINE_BEFORE);
  if (self->card->kind == TY_CARD_TABLE)
    add_one_series (self, TY_CARD_LINE_TOTAL, _("Total"), TY_CROSS_TABLE_ALL);
  return TRUE;
}

static gboolean
add_line_series (TyCardCount *self)
{
  guint last = (self->card->n_dates - 1) * self->card->figures->len;
  TyCrossTable *table = ty_card_count_get_table (self, g_array_index (self->dates, TyCardAsk, last));
  guint n = 0;

  if (self->card->n_dimensions == 0)
    {
      for (guint i = 0; i < self->card->figures->len; i++)
        {
          g_autofree char *label = ty_card_dup_label (self->card, i);

          add_one_series (self, TY_CARD_LINE_NOW, label, TY_CROSS_TABLE_ALL)->figure = i;
        }
      return TRUE;
    }

  for (guint i = 0; i < ty_cross_table_get_n_values (table, 0); i++)
    if (!ty_cross_table_is_empty (table, 0, i))
      {
        TyCardLine *line = add_one_series (self, TY_CARD_LINE_NOW, ty_cross_table_get_label (table, 0, i), i);

        line->key = g_strdup (ty_cross_table_get_key (table, 0, i));
        n++;
      }
  return n <= MOST_SERIES || say_too_many (self, n);
}

/* By days: 2021.12; a day of a month is that of the cut-off date. */
static gboolean
add_dates (TyCardCount *self)
{
  for (guint i = 0; i < self->card->n_dates; i++)
    {
      TyDate date = ty_card_count_get_date (self, i);
      g_autofree char *label = g_strdup_printf ("%u.%02u", date.year, date.month);

      add_category (self, label, TY_CROSS_TABLE_ALL)->date = date;
    }
  return add_line_series (self);
}

/**
 * ty_card_count_add_lines: (skip)
 * @self: a card of which everything was counted
 *
 * Gives its answer the categories and the series.
 *
 * Returns: whether there are not too many of them; the answer says so
 */
gboolean
ty_card_count_add_lines (TyCardCount *self)
{
  if (self->card->kind == TY_CARD_LINE)
    return add_dates (self);
  if (self->card->n_dimensions == 0)
    return add_figures (self);
  if (!add_values (self))
    return FALSE;
  if (self->card->n_dimensions == 2)
    return add_cells (self);

  for (guint i = 0; i < self->card->figures->len; i++)
    {
      g_autofree char *label = ty_card_dup_label (self->card, i);

      add_series (self, self->card->figures->len > 1 || !compares (self) ? label : NULL, i);
    }
  return TRUE;
}
