/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-card-chart.h"
#include "ty-text.h"

#include <string.h>

/* Who is behind a mark, beside the cards. */

/**
 * ty_dashboard_page_close_panel:
 * @self: a page
 *
 * Takes away who is shown beside the cards.
 */
void
ty_dashboard_page_close_panel (TyDashboardPage *self)
{
  if (self->chosen_card < self->cards->len)
    {
      TyChartView *view = ty_dashboard_card_get_view (g_ptr_array_index (self->cards, self->chosen_card));

      ty_chart_view_set_selected (view, TY_CHART_NONE);
      if (gtk_widget_get_mapped (GTK_WIDGET (self->panel)))
        gtk_widget_grab_focus (GTK_WIDGET (view));
    }
  self->chosen_card = G_MAXUINT;
  gtk_widget_set_visible (GTK_WIDGET (self->panel), FALSE);
}

/* From the whole to the mark. */
static char *
dup_path (TyDashboardPage    *self,
          const TyCardAnswer *answer,
          guint               category,
          guint               series)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  g_autofree char *scope = NULL;
  GString *path = g_string_new (NULL);

  g_object_get (office, "scope-name", &scope, NULL);
  g_string_append (path, answer->scope != ty_office_get_scope (office) && self->narrow_name != NULL
                           ? self->narrow_name : scope != NULL && *scope != '\0' ? scope
                           : ty_office_get_county_name (office));
  if (answer->title != NULL)
    g_string_append_printf (path, " › %s", answer->title);
  if (category < answer->categories->len)
    g_string_append_printf (path, " › %s", ty_card_answer_get_category (answer, category)->label);
  if (series < answer->series->len)
    {
      const char *label = ty_card_answer_get_series (answer, series)->label;

      if (label != NULL && *label != '\0'
          && (category >= answer->categories->len
              || strcmp (label, ty_card_answer_get_category (answer, category)->label) != 0))
        g_string_append_printf (path, " › %s", label);
    }
  return g_string_free (path, FALSE);
}

static char *
dup_value (const TyCardAnswer *answer,
           guint               category,
           guint               series)
{
  const TyCardValue *value;
  g_autofree char *unit = NULL;
  g_autofree char *number = NULL;

  if (series >= answer->series->len || (category >= answer->categories->len && answer->totals->len == 0))
    return g_strdup ("");

  value = ty_card_answer_get_value (answer, category, series);
  unit = ty_card_answer_dup_unit (answer, ty_card_answer_get_figure (answer, category, series));
  number = ty_text_group_digits (value->text);
  return g_strdup_printf ("%s %s", number, unit);
}

static void
show_people (TyDashboardPage    *self,
             guint               card,
             guint               mark,
             const TyCardAnswer *answer,
             TyPopulation       *population)
{
  guint category, series;
  g_autofree char *path = NULL;
  g_autofree char *value = NULL;
  TyDrillSpec spec = { .population = population, .subject = answer->subject };

  ty_chart_locate (g_ptr_array_index (self->charts, card), mark, &category, &series);
  path = dup_path (self, answer, category, series);
  value = dup_value (answer, category, series);
  spec.path = path;
  spec.value = value;
  ty_dashboard_page_close_panel (self);
  self->chosen_card = card;
  ty_chart_view_set_selected (ty_dashboard_card_get_view (g_ptr_array_index (self->cards, card)), mark);
  ty_drill_panel_show (self->panel, ty_page_get_office (TY_PAGE (self)), &spec);
  gtk_widget_set_visible (GTK_WIDGET (self->panel), TRUE);
}

static gboolean
find_township (const TyCardAnswer *answer,
               guint               category,
               gint64             *unit)
{
  const TyCardLine *line;

  if (category >= answer->categories->len)
    return FALSE;

  line = ty_card_answer_get_category (answer, category);
  if (line->key == NULL || *line->key == '\0' || line->dimension >= answer->card->n_dimensions
      || strcmp (answer->card->dimensions[line->dimension]->key, "township") != 0)
    return FALSE;

  return g_ascii_string_to_signed (line->key, 10, 1, G_MAXINT64, unit, NULL);
}

/**
 * ty_dashboard_page_activate:
 * @self: a page
 * @card: which card
 * @mark: which of its marks
 *
 * Shows who is behind a mark; where it is a township, the other cards are narrowed to it.
 *
 * Returns: whether there is anybody to be shown
 */
gboolean
ty_dashboard_page_activate (TyDashboardPage *self,
                            guint            card,
                            guint            mark)
{
  const TyCardAnswer *answer = ty_dashboard_page_get_answer (self, card);
  g_autoptr(TyPopulation) population = NULL;
  guint category, series;
  gint64 unit;

  g_return_val_if_fail (TY_IS_DASHBOARD_PAGE (self), FALSE);

  if (answer == NULL || card >= self->charts->len)
    return FALSE;
  population = ty_card_chart_dup_population (answer, g_ptr_array_index (self->charts, card), mark);
  if (population == NULL)
    return FALSE;

  show_people (self, card, mark, answer, population);
  ty_chart_locate (g_ptr_array_index (self->charts, card), mark, &category, &series);
  if (find_township (answer, category, &unit))
    ty_dashboard_page_set_narrow (self, unit, ty_card_answer_get_category (answer, category)->label);
  return TRUE;
}
