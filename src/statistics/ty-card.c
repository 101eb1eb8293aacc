/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card"

#include "config.h"

#include "ty-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ty-card-error-quark, ty_card_error)

/* What cards of a kind are made of. Where there are two dimensions, one figure fills the cells. */
static const struct
{
  const char *word;
  const char *label;
  guint least_dimensions;
  guint most_dimensions;
  guint least_figures;
  guint most_figures; /* of a card with a dimension; without one each figure is a mark */
} kinds[TY_N_CARD_KINDS] = {
  /* Translators: kinds of cards of a dashboard */
  [TY_CARD_FIGURE] = { "figure", NC_("card", "Figure"), 0, 0, 1, 1 },
  [TY_CARD_BAR] = { "bar", NC_("card", "Bars"), 0, 1, 1, 4 },
  [TY_CARD_STACKED_BAR] = { "stacked-bar", NC_("card", "Stacked bars"), 2, 2, 1, 1 },
  [TY_CARD_BEFORE_AFTER] = { "before-after", NC_("card", "Before and after"), 0, 1, 1, 1 },
  [TY_CARD_LINE] = { "line", NC_("card", "Line"), 0, 1, 1, 4 },
  [TY_CARD_PIE] = { "pie", NC_("card", "Pie"), 1, 1, 1, 1 },
  [TY_CARD_PYRAMID] = { "pyramid", NC_("card", "Pyramid of ages"), 2, 2, 1, 1 },
  [TY_CARD_HEAT] = { "heat", NC_("card", "Shaded table"), 1, 2, 1, 12 },
  [TY_CARD_FUNNEL] = { "funnel", NC_("card", "Funnel"), 0, 0, 2, TY_CARD_FIGURES },
  [TY_CARD_RANKING] = { "ranking", NC_("card", "Ranking"), 1, 1, 1, 1 },
  [TY_CARD_TABLE] = { "table", NC_("card", "Table"), 0, 2, 1, TY_CARD_FIGURES },
  [TY_CARD_TEXT] = { "text", NC_("card", "Text"), 0, 0, 0, TY_CARD_FIGURES },
  [TY_CARD_TILES] = { "tiles", NC_("card", "Village tiles"), 1, 1, 1, 1 },
};

/**
 * ty_card_kind_to_string:
 * @self: a kind
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_card_kind_to_string (TyCardKind self)
{
  g_return_val_if_fail ((guint) self < TY_N_CARD_KINDS, NULL);

  return kinds[self].word;
}

/**
 * ty_card_kind_parse:
 * @word: a word
 * @kind: (out): what it stands for
 *
 * Returns: whether there is such a kind
 */
gboolean
ty_card_kind_parse (const char *word,
                    TyCardKind *kind)
{
  for (guint i = 0; i < TY_N_CARD_KINDS; i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_card_kind_dup_label:
 * @self: a kind
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_card_kind_dup_label (TyCardKind self)
{
  g_return_val_if_fail ((guint) self < TY_N_CARD_KINDS, NULL);

  return g_strdup (g_dpgettext2 (NULL, "card", kinds[self].label));
}

/**
 * ty_card_new:
 * @kind: how it is shown
 *
 * Returns: (transfer full): a card without figures, a quarter of the dashboard wide
 */
TyCard *
ty_card_new (TyCardKind kind)
{
  TyCard *self = g_new0 (TyCard, 1);

  self->kind = kind;
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_figure_free);
  self->decimals = -1;
  self->width = TY_CARD_COLUMNS / 4;
  self->height = 1;
  return self;
}

/**
 * ty_card_figure_copy:
 * @self: a figure
 *
 * Returns: (transfer full): the same
 */
TyCardFigure *
ty_card_figure_copy (const TyCardFigure *self)
{
  TyCardFigure *copy = g_memdup2 (self, sizeof *self);

  copy->population = self->population != NULL ? ty_population_ref (self->population) : NULL;
  copy->label = ty_label_copy (self->label);
  return copy;
}

void
ty_card_figure_free (TyCardFigure *self)
{
  g_clear_pointer (&self->population, ty_population_unref);
  g_clear_pointer (&self->label, ty_label_free);
  g_free (self);
}

/**
 * ty_card_copy:
 * @self: a card
 *
 * Returns: (transfer full): the same
 */
TyCard *
ty_card_copy (const TyCard *self)
{
  TyCard *copy = g_memdup2 (self, sizeof *self);

  copy->title = ty_label_copy (self->title);
  copy->note = ty_label_copy (self->note);
  copy->text = ty_label_copy (self->text);
  copy->population = self->population != NULL ? ty_population_ref (self->population) : NULL;
  copy->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_figure_free);
  for (guint i = 0; i < self->figures->len; i++)
    g_ptr_array_add (copy->figures, ty_card_figure_copy (ty_card_get_figure (self, i)));
  copy->problem = g_strdup (self->problem);
  copy->written = g_strdup (self->written);
  return copy;
}

void
ty_card_free (TyCard *self)
{
  g_clear_pointer (&self->title, ty_label_free);
  g_clear_pointer (&self->note, ty_label_free);
  g_clear_pointer (&self->text, ty_label_free);
  g_clear_pointer (&self->population, ty_population_unref);
  g_ptr_array_unref (self->figures);
  g_free (self->problem);
  g_free (self->written);
  g_free (self);
}

/**
 * ty_card_add_figure:
 * @self: a card
 * @measure: what is counted
 *
 * Returns: (transfer none): the new figure, of the population of the card
 */
TyCardFigure *
ty_card_add_figure (TyCard          *self,
                    const TyMeasure *measure)
{
  TyCardFigure *figure = g_new0 (TyCardFigure, 1);

  figure->measure = measure;
  g_ptr_array_add (self->figures, figure);
  return figure;
}

/**
 * ty_card_get_figure:
 * @self: a card
 * @number: which, from 0
 *
 * Returns: (transfer none): the figure
 */
const TyCardFigure *
ty_card_get_figure (const TyCard *self,
                    guint         number)
{
  g_return_val_if_fail (number < self->figures->len, NULL);

  return g_ptr_array_index (self->figures, number);
}

/**
 * ty_card_get_population:
 * @self: a card that can be shown
 * @figure: which of its figures
 *
 * Returns: (transfer none) (nullable): of whom the figure is
 */
TyPopulation *
ty_card_get_population (const TyCard *self,
                        guint         figure)
{
  TyPopulation *own = ty_card_get_figure (self, figure)->population;

  return own != NULL ? own : self->population;
}

/**
 * ty_card_dup_label:
 * @self: a card
 * @figure: which of its figures
 *
 * Returns: (transfer full): what the figure is called
 */
char *
ty_card_dup_label (const TyCard *self,
                   guint         figure)
{
  const TyCardFigure *what = ty_card_get_figure (self, figure);

  return what->label != NULL ? g_strdup (ty_label_get (what->label)) : ty_measure_dup_label (what->measure);
}

/**
 * ty_card_dup_title:
 * @self: a card
 *
 * Returns: (transfer full): its title; without one, what its first figure is called
 */
char *
ty_card_dup_title (const TyCard *self)
{
  const char *title = ty_label_get (self->title);

  if (*title != '\0' || self->figures->len == 0)
    return g_strdup (title);

  return ty_card_dup_label (self, 0);
}

static gboolean
check_dimensions (const TyCard  *self,
                  GError       **error)
{
  g_autofree char *label = ty_card_kind_dup_label (self->kind);

  if (self->n_dimensions >= kinds[self->kind].least_dimensions
      && self->n_dimensions <= kinds[self->kind].most_dimensions)
    return TRUE;

  if (self->n_dimensions > kinds[self->kind].most_dimensions)
    /* Translators: a kind of card, and by how many things it can be sorted */
    g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
                 ngettext ("A card of the kind “%s” is by %u thing at most.",
                           "A card of the kind “%s” is by %u things at most.",
                           kinds[self->kind].most_dimensions), label, kinds[self->kind].most_dimensions);
  else
    g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
                 ngettext ("A card of the kind “%s” needs %u thing by which it counts.",
                           "A card of the kind “%s” needs %u things by which it counts.",
                           kinds[self->kind].least_dimensions), label, kinds[self->kind].least_dimensions);
  return FALSE;
}

static guint
get_most_figures (const TyCard *self)
{
  if (self->n_dimensions == TY_CARD_DIMENSIONS || self->kind == TY_CARD_FIGURE)
    return 1;
  if (self->n_dimensions == 0 && self->kind != TY_CARD_LINE)
    return TY_CARD_FIGURES;

  return self->kind == TY_CARD_LINE && self->n_dimensions == 1 ? 1 : kinds[self->kind].most_figures;
}

static gboolean
check_figures (const TyCard  *self,
               GError       **error)
{
  g_autofree char *label = ty_card_kind_dup_label (self->kind);
  guint n = self->figures->len;
  guint least = kinds[self->kind].least_figures;

  if (n >= least && n <= get_most_figures (self))
    return TRUE;

  if (n < least)
    g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
                 ngettext ("A card of the kind “%s” needs at least %u figure.",
                           "A card of the kind “%s” needs at least %u figures.", least), label, least);
  else
    g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
                 ngettext ("A card of the kind “%s” that is so sorted has room for %u figure.",
                           "A card of the kind “%s” that is so sorted has room for %u figures.",
                           get_most_figures (self)), label, get_most_figures (self));
  return FALSE;
}

static gboolean
fail_subject (const char  *word,
              GError     **error)
{
  g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
               /* Translators: a word such as “average_age” or “sex” */
               _("“%s” does not fit who is counted in the card."), word);
  return FALSE;
}

static gboolean
check_population (const TyCard  *self,
                  guint          figure,
                  GError       **error)
{
  TyPopulation *population = ty_card_get_population (self, figure);
  const TyMeasure *measure = ty_card_get_figure (self, figure)->measure;
  TySubject subject;

  if (population == NULL)
    {
      g_set_error_literal (error, TY_CARD_ERROR, TY_CARD_ERROR_SYNTAX,
                           _("The card does not say who is counted."));
      return FALSE;
    }
  if (!ty_population_get_subject (population, &subject, error))
    return FALSE;
  if (!ty_measure_suits (measure, subject))
    return fail_subject (measure->key, error);
  for (guint i = 0; i < self->n_dimensions; i++)
    if (!ty_dimension_suits (self->dimensions[i], subject))
      return fail_subject (self->dimensions[i]->key, error);
  return TRUE;
}

static gboolean
check_needs (const TyCard  *self,
             GError       **error)
{
  if (self->n_dimensions == 2 && self->dimensions[0] == self->dimensions[1])
    {
      g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
                   _("The card is by “%s” twice."), self->dimensions[0]->key);
      return FALSE;
    }
  if (self->kind == TY_CARD_LINE && self->every == TY_CARD_EVERY_NEVER)
    {
      g_set_error_literal (error, TY_CARD_ERROR, TY_CARD_ERROR_UNSUITABLE,
                           _("A line needs its dates: every year, every quarter or every month."));
      return FALSE;
    }
  if (self->kind == TY_CARD_TEXT && self->text == NULL)
    {
      g_set_error_literal (error, TY_CARD_ERROR, TY_CARD_ERROR_SYNTAX, _("The card has no text."));
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_card_check:
 * @self: a card
 * @error: a `TY_CARD_ERROR`, or a `TY_POPULATION_ERROR` where different things are mixed
 *
 * Returns: whether it can be shown: whether its dimensions and figures are those of its kind, and fit
 *   who is counted
 */
gboolean
ty_card_check (const TyCard  *self,
               GError       **error)
{
  if (!check_dimensions (self, error) || !check_figures (self, error) || !check_needs (self, error))
    return FALSE;
  for (guint i = 0; i < self->figures->len; i++)
    if (!check_population (self, i, error))
      return FALSE;

  return TRUE;
}
