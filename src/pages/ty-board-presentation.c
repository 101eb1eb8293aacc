/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-presentation"

#include "config.h"

#include "ty-board-presentation.h"

#include "ty-card-chart.h"
#include "ty-office-roster.h"
#include "ty-presentation-choices.h"
#include "ty-roster-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The cards of a dashboard as slides. Who is behind a mark is listed over the slide: names, ages and posts, and
 * nothing that identifies anybody. */

#define MOST_PEOPLE 200 /* nobody reads on in a meeting; the roster has all */

typedef struct
{
  TyOffice *office;   /* (owned) */
  GPtrArray *answers; /* (owned) (nullable) (element-type TyCardAnswer) */
  GPtrArray *charts;  /* (owned) (element-type TyChart): those that are shown */
  GArray *numbers;    /* (owned) (element-type guint): the answer of each of them */
  TySlides *slides;   /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Board;

/* What somebody asked for. */
typedef struct
{
  GWeakRef presentation;
  TyOffice *office; /* (owned) */
  char *title;      /* (owned) */
  guint n;
  GCancellable *cancellable; /* (owned) */
} Ask;

static void
board_free (gpointer data)
{
  Board *board = data;

  g_cancellable_cancel (board->cancellable);
  g_object_unref (board->cancellable);
  g_object_unref (board->office);
  g_clear_pointer (&board->answers, g_ptr_array_unref);
  g_ptr_array_unref (board->charts);
  g_array_unref (board->numbers);
  ty_slides_unref (board->slides);
  g_free (board);
}

static void
ask_free (Ask *ask)
{
  g_weak_ref_clear (&ask->presentation);
  g_object_unref (ask->office);
  g_object_unref (ask->cancellable);
  g_free (ask->title);
  g_free (ask);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static TyChart *
make_list (Ask       *ask,
           GPtrArray *rows)
{
  static const TyRosterText texts[] = { TY_ROSTER_TEXT_SEX, TY_ROSTER_TEXT_AGE, TY_ROSTER_TEXT_VILLAGE,
                                        TY_ROSTER_TEXT_POSTS };
  const char *heads[] = { _("Sex"), _("Age"), _("Village"), _("Posts") };
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u person", "%u people", ask->n), ask->n);
  TyChart *chart = ty_chart_new (TY_CHART_TABLE, ask->title);

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, subtitle);
  ty_chart_set_text (chart, TY_CHART_HEADING, _("Name"));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    ty_chart_add_series (chart, heads[i], TY_CHART_NOW);
  for (guint i = 0; i < rows->len; i++)
    {
      TyRosterRow *row = g_ptr_array_index (rows, i);
      guint category = ty_chart_add_category (chart, ty_roster_row_get_name (row), NULL);

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        ty_chart_set_value (chart, category, k, NAN, ty_roster_row_get_text (row, texts[k]));
    }
  if (ask->n > rows->len)
    ty_chart_set_text (chart, TY_CHART_NOTE, _("All of them are in the roster."));
  return chart;
}

static void
show_message (Ask        *ask,
              const char *message)
{
  g_autoptr(TyPresentation) presentation = g_weak_ref_get (&ask->presentation);
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_TEXT, ask->title);

  ty_chart_set_text (chart, TY_CHART_MESSAGE, message);
  if (presentation != NULL)
    ty_presentation_show_people (presentation, chart);
}

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Ask) ask = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_office_load_rows_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyPresentation) presentation = NULL;
  g_autoptr(TyChart) chart = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL)
    {
      show_message (ask, error->message);
      return;
    }

  presentation = g_weak_ref_get (&ask->presentation);
  chart = make_list (ask, rows);
  if (presentation != NULL)
    ty_presentation_show_people (presentation, chart);
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Ask) ask = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, &error);
  TyOffice *office = ask->office;
  GCancellable *cancellable = ask->cancellable;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (people == NULL || people->len == 0)
    {
      show_message (ask, people == NULL ? error->message : _("Nobody is behind this figure."));
      return;
    }

  ask->n = people->len;
  ty_office_load_rows_async (office, (const gint64 *) people->data, MIN (people->len, MOST_PEOPLE), cancellable,
                             rows_cb, g_steal_pointer (&ask));
}

static void
list_people (TyPresentation *presentation,
             Board          *board,
             TyChart        *chart,
             guint           mark,
             TyPopulation   *population)
{
  TyRosterQuery query = { .who = TY_WHO_EVERYBODY, .population = population };
  Ask *ask = g_new0 (Ask, 1);

  g_cancellable_cancel (board->cancellable);
  g_object_unref (board->cancellable);
  board->cancellable = g_cancellable_new ();
  g_weak_ref_init (&ask->presentation, presentation);
  ask->office = g_object_ref (board->office);
  ask->cancellable = g_object_ref (board->cancellable);
  ask->title = ty_chart_dup_readout (chart, mark);
  ty_office_list_roster_async (board->office, &query, board->cancellable, people_cb, ask);
}

/* Villages and posts are not listed here: the slide says how many they are. */
static void
activated_cb (TyPresentation *presentation,
              guint           slide,
              guint           mark,
              Board          *board)
{
  guint category, series, source = ty_slides_locate (board->slides, slide, mark, &category, &series);
  const TyCardAnswer *answer;
  g_autoptr(TyPopulation) population = NULL;
  TyChart *chart;
  TySubject subject;

  if (source >= board->charts->len || board->answers == NULL)
    return;

  chart = g_ptr_array_index (board->charts, source);
  answer = g_ptr_array_index (board->answers, g_array_index (board->numbers, guint, source));
  mark = ty_chart_get_mark (chart, category, series);
  population = ty_card_chart_dup_population (answer, chart, mark);
  if (population != NULL && ty_population_get_subject (population, &subject, NULL) && subject == TY_SUBJECT_PEOPLE)
    list_people (presentation, board, chart, mark, population);
}

static TySlides *
make_slides (TyOffice                      *office,
             const TyBoardPresentationSpec *spec)
{
  const char *county = ty_office_get_county_name (office);
  g_autofree char *day = ty_date_to_record (spec->as_of);
  g_autofree char *line = NULL;

  /* The county is named already. */
  if (spec->place == NULL || *spec->place == '\0' || g_strcmp0 (spec->place, county) == 0)
    line = g_strdup_printf (_("As of %s"), day);
  else
    /* Translators: whose numbers they are, and the cut-off date */
    line = g_strdup_printf (_("%s, as of %s"), spec->place, day);
  return ty_slides_new (county, line);
}

/* What cannot be shown has no slide. */
static void
keep_charts (Board     *board,
             GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    {
      TyChart *chart = g_ptr_array_index (charts, i);

      if (ty_chart_get_text (chart, TY_CHART_MESSAGE) != NULL)
        continue;
      g_ptr_array_add (board->charts, ty_chart_ref (chart));
      g_array_append_val (board->numbers, i);
    }
}

static void
fill_slides (Board      *board,
             const char *title)
{
  if (ty_presentation_choices_get_pages ())
    {
      ty_slides_add_page (board->slides, title, board->charts);
      return;
    }

  for (guint i = 0; i < board->charts->len; i++)
    {
      TyChart *chart = g_ptr_array_index (board->charts, i);

      ty_slides_add (board->slides, chart, ty_chart_get_text (chart, TY_CHART_NOTE));
    }
}

/**
 * ty_board_presentation_new:
 * @office: an open file
 * @spec: what is shown
 *
 * Returns: (transfer none) (nullable): the slides of a dashboard, to be started; %NULL where no card can be shown
 */
TyPresentation *
ty_board_presentation_new (TyOffice                      *office,
                           const TyBoardPresentationSpec *spec)
{
  TyPresentation *presentation;
  Board *board = g_new0 (Board, 1);

  board->office = g_object_ref (office);
  board->answers = spec->answers != NULL ? g_ptr_array_ref (spec->answers) : NULL;
  board->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  board->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  board->slides = make_slides (office, spec);
  board->cancellable = g_cancellable_new ();
  keep_charts (board, spec->charts);
  fill_slides (board, spec->title);
  if (ty_slides_get_n (board->slides) == 0)
    {
      board_free (board);
      return NULL;
    }

  presentation = ty_presentation_new (board->slides);
  g_object_set_data_full (G_OBJECT (presentation), "ty-board", board, board_free);
  g_signal_connect (presentation, "mark-activated", G_CALLBACK (activated_cb), board);
  return presentation;
}
