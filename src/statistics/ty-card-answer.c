/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-answer"

#include "config.h"

#include "ty-card-answer.h"

#include "ty-measure-behind.h"

#include <glib/gi18n-lib.h>

static void
line_free (gpointer data)
{
  TyCardLine *line = data;

  g_free (line->label);
  g_free (line->group);
  g_free (line->key);
  g_free (line);
}

static void
clear_value (gpointer data)
{
  g_free (((TyCardValue *) data)->text);
}

static GArray *
new_values (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (TyCardValue));

  g_array_set_clear_func (values, clear_value);
  return values;
}

/**
 * ty_card_answer_new:
 * @card: what is asked, which is copied
 * @as_of: the cut-off date
 * @scope: the unit in which it is asked, 0 for the whole file
 * @before: the date with which it is compared, or %TY_DATE_NONE
 *
 * Returns: (transfer full): an answer without numbers
 */
TyCardAnswer *
ty_card_answer_new (const TyCard *card,
                    TyDate        as_of,
                    gint64        scope,
                    TyDate        before)
{
  TyCardAnswer *self = g_new0 (TyCardAnswer, 1);

  self->card = ty_card_copy (card);
  self->as_of = as_of;
  self->scope = scope;
  self->before = before;
  self->title = ty_card_dup_title (card);
  self->message = g_strdup (card->problem);
  self->categories = g_ptr_array_new_with_free_func (line_free);
  self->series = g_ptr_array_new_with_free_func (line_free);
  self->values = new_values ();
  self->totals = new_values ();
  self->trend = new_values ();
  return self;
}

void
ty_card_answer_free (TyCardAnswer *self)
{
  ty_card_free (self->card);
  g_free (self->title);
  g_free (self->message);
  g_free (self->note);
  g_free (self->text);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_array_unref (self->values);
  g_array_unref (self->totals);
  g_array_unref (self->trend);
  g_free (self);
}

static TyCardLine *
add_line (GPtrArray  *lines,
          const char *label)
{
  TyCardLine *line = g_new0 (TyCardLine, 1);

  line->label = g_strdup (label);
  line->figure = TY_CARD_NO_FIGURE;
  g_ptr_array_add (lines, line);
  return line;
}

/**
 * ty_card_answer_add_category: (skip)
 * @self: an answer that has no values yet
 * @label: what it is called
 *
 * Returns: (transfer none): the new last category
 */
TyCardLine *
ty_card_answer_add_category (TyCardAnswer *self,
                             const char   *label)
{
  return add_line (self->categories, label);
}

/**
 * ty_card_answer_add_series: (skip)
 * @self: an answer that has no values yet
 * @label: what it is called
 *
 * Returns: (transfer none): the new last series
 */
TyCardLine *
ty_card_answer_add_series (TyCardAnswer *self,
                           const char   *label)
{
  return add_line (self->series, label);
}

/**
 * ty_card_answer_get_category:
 * @self: an answer
 * @category: which, from 0
 *
 * Returns: (transfer none): the category
 */
const TyCardLine *
ty_card_answer_get_category (const TyCardAnswer *self,
                             guint               category)
{
  g_return_val_if_fail (category < self->categories->len, NULL);

  return g_ptr_array_index (self->categories, category);
}

/**
 * ty_card_answer_get_series:
 * @self: an answer
 * @series: which, from 0
 *
 * Returns: (transfer none): the series
 */
const TyCardLine *
ty_card_answer_get_series (const TyCardAnswer *self,
                           guint               series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return g_ptr_array_index (self->series, series);
}

/**
 * ty_card_answer_get_value:
 * @self: an answer without a message
 * @category: which category, or %TY_CARD_ALL for the total
 * @series: which series
 *
 * Returns: (transfer none): the value
 */
const TyCardValue *
ty_card_answer_get_value (const TyCardAnswer *self,
                          guint               category,
                          guint               series)
{
  if (category == TY_CARD_ALL)
    {
      g_return_val_if_fail (series < self->totals->len, NULL);
      return &g_array_index (self->totals, TyCardValue, series);
    }

  g_return_val_if_fail (category < self->categories->len && series < self->series->len, NULL);

  return &g_array_index (self->values, TyCardValue, category * self->series->len + series);
}

/**
 * ty_card_answer_get_figure:
 * @self: an answer
 * @category: which category, or %TY_CARD_ALL
 * @series: which series, or %TY_CARD_ALL
 *
 * Returns: which figure of the card the value is of; the first where it is of several
 */
guint
ty_card_answer_get_figure (const TyCardAnswer *self,
                           guint               category,
                           guint               series)
{
  guint figure = series != TY_CARD_ALL ? ty_card_answer_get_series (self, series)->figure : TY_CARD_NO_FIGURE;

  if (figure == TY_CARD_NO_FIGURE && category != TY_CARD_ALL)
    figure = ty_card_answer_get_category (self, category)->figure;
  return figure != TY_CARD_NO_FIGURE ? figure : 0;
}

/**
 * ty_card_answer_dup_unit:
 * @self: an answer
 * @figure: which figure of its card
 *
 * Returns: (transfer full): in what the figure is counted, in the user’s language: `%`, years, people
 */
char *
ty_card_answer_dup_unit (const TyCardAnswer *self,
                         guint               figure)
{
  return ty_measure_dup_unit (ty_card_get_figure (self->card, figure)->measure, self->subject);
}

static TyPopulation *
dup_counted (const TyCardAnswer *self,
             guint               figure)
{
  const TyMeasure *measure = ty_card_get_figure (self->card, figure)->measure;
  TyPopulation *population = ty_card_get_population (self->card, figure);
  g_autoptr(TyPopulation) met = ty_measure_dup_behind (measure);

  return met != NULL ? ty_population_new_and (population, met) : ty_population_ref (population);
}

static gboolean
is_of_units (const TyDimension *dimension)
{
  return ty_dimension_suits (dimension, TY_SUBJECT_VILLAGES);
}

/* Where the first dimension of units narrows the scope, as the numbers were counted; the others are
 * values. Villages and posts have one value each, so that nothing has to be narrowed for them. */
static TyPopulation *
dup_with_values (const TyCardAnswer  *self,
                 TyPopulation        *population,
                 const char         **keys)
{
  const TyCard *card = self->card;
  TyPopulation *whole = ty_population_ref (population);
  int narrowed = -1;

  for (guint i = 0; self->subject == TY_SUBJECT_PEOPLE && i < card->n_dimensions && narrowed < 0; i++)
    if (is_of_units (card->dimensions[i]))
      narrowed = (int) i;
  for (guint i = 0; i < card->n_dimensions; i++)
    if (keys[i] != NULL && (int) i != narrowed)
      {
        g_autoptr(TyPopulation) before = whole;
        g_autoptr(TyPopulation) value = ty_population_new_value (card->dimensions[i], keys[i]);

        whole = ty_population_new_and (before, value);
      }
  if (narrowed >= 0 && keys[narrowed] != NULL)
    {
      g_autoptr(TyPopulation) before = whole;

      whole = ty_population_new_in (card->dimensions[narrowed], keys[narrowed], before);
    }
  return whole;
}

static TyDate
get_date (const TyCardAnswer *self,
          const TyCardLine   *category,
          const TyCardLine   *series)
{
  if (category != NULL && ty_date_is_known (category->date))
    return category->date;

  return series != NULL && series->kind == TY_CARD_LINE_BEFORE ? self->before : self->as_of;
}

/* The entry of a legend may be of several figures: it leads to all of whom they are. */
static gboolean
is_of_several (const TyCardAnswer *self,
               const TyCardLine   *category,
               const TyCardLine   *series)
{
  return category == NULL && self->card->n_dimensions == 0 && self->card->figures->len > 1
         && (series == NULL || series->figure == TY_CARD_NO_FIGURE);
}

/**
 * ty_card_answer_find_unit:
 * @self: an answer
 * @category: which category
 * @unit: (out): key of a unit
 *
 * Returns: whether the category is a unit, to which the other cards can be narrowed
 */
gboolean
ty_card_answer_find_unit (const TyCardAnswer *self,
                          guint               category,
                          gint64             *unit)
{
  static const char *const levels[] = { "city", "county", "township", "village", NULL };
  const TyCardLine *line = ty_card_answer_get_category (self, category);

  if (line->key == NULL || *line->key == '\0' || line->dimension >= self->card->n_dimensions
      || !g_strv_contains (levels, self->card->dimensions[line->dimension]->key))
    return FALSE;

  return g_ascii_string_to_signed (line->key, 10, 1, G_MAXINT64, unit, NULL);
}

/**
 * ty_card_answer_dup_population:
 * @self: an answer without a message
 * @category: which category, or %TY_CARD_ALL for the total, or for the entry of a legend
 * @series: which series, or %TY_CARD_ALL for all of a category
 *
 * Finds who is behind a value. It is asked on the cut-off date in the whole file, whatever the date and the
 * scope of the answer: these are part of it. There are as many as the value says, of a share those of whom
 * it is true, of an average those whose number is known.
 *
 * Returns: (transfer full): the people, the villages or the posts
 */
TyPopulation *
ty_card_answer_dup_population (const TyCardAnswer *self,
                               guint               category,
                               guint               series)
{
  const TyCardLine *line = series != TY_CARD_ALL ? ty_card_answer_get_series (self, series) : NULL;
  const TyCardLine *place = category != TY_CARD_ALL ? ty_card_answer_get_category (self, category) : NULL;
  guint figure = ty_card_answer_get_figure (self, category, series);
  g_autoptr(TyPopulation) counted = is_of_several (self, place, line)
                                      ? ty_population_ref (ty_card_get_population (self->card, figure))
                                      : dup_counted (self, figure);
  g_autoptr(TyPopulation) whole = NULL;
  const char *keys[TY_CARD_DIMENSIONS] = { NULL, NULL };
  TyDate date = get_date (self, place, line);
  gboolean other_day = ty_date_compare (date, self->as_of) != 0;

  if (place != NULL && place->key != NULL)
    keys[place->dimension] = place->key;
  if (line != NULL && line->key != NULL)
    keys[line->dimension] = line->key;
  whole = dup_with_values (self, counted, keys);
  if (!other_day && self->scope == 0)
    return g_steal_pointer (&whole);

  return ty_population_new_at (other_day ? date : TY_DATE_NONE, self->scope, whole);
}

/**
 * ty_card_answer_get_good:
 * @self: an answer
 * @category: which category
 * @series: a series of changes or of now that stands behind one of before
 *
 * Returns: 1 where it went the way that is better, -1 where it went the other, 0 where it did not change or
 *   neither is better
 */
int
ty_card_answer_get_good (const TyCardAnswer *self,
                         guint               category,
                         guint               series)
{
  guint figure = ty_card_answer_get_figure (self, category, series);
  TyCardGood good = ty_card_get_figure (self->card, figure)->good;
  guint now = ty_card_answer_get_series (self, series)->kind == TY_CARD_LINE_CHANGE ? series - 1 : series;
  const TyCardValue *before, *after;
  int change;

  if (good == TY_CARD_GOOD_NONE || now == 0
      || ty_card_answer_get_series (self, now - 1)->kind != TY_CARD_LINE_BEFORE)
    return 0;

  before = ty_card_answer_get_value (self, category, now - 1);
  after = ty_card_answer_get_value (self, category, now);
  if (!before->known || !after->known)
    return 0;

  change = (after->number > before->number) - (after->number < before->number);
  return good == TY_CARD_GOOD_UP ? change : -change;
}
