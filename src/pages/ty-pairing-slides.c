/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-slides"

#include "config.h"

#include "ty-pairing-slides.h"

#include "ty-programme.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The board in a meeting: how many stand where, how the townships do, and the pairs of each column. Of names only the
 * surnames are left, since everybody sees them. */

static TyChart *
new_chart (TyPairingBoard *board,
           TyChartKind     kind,
           const char     *title)
{
  TyChart *chart = ty_chart_new (kind, title);

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, ty_record_get_text (board->programme, TY_PROGRAMME_NAME));
  return chart;
}

static void
set_count (TyChart *chart,
           guint    category,
           guint    series,
           guint    n)
{
  g_autofree char *text = ty_text_format_count (n);

  ty_chart_set_value (chart, category, series, n, text);
}

static TyChart *
make_states (TyPairingBoard *board,
             GPtrArray      *cards)
{
  TyChart *chart = new_chart (board, TY_CHART_BAR, _("Pairs by state"));
  guint counts[TY_N_PAIRING_COLUMNS] = { 0 };

  for (guint i = 0; i < cards->len; i++)
    counts[((const TyPairingCard *) g_ptr_array_index (cards, i))->column]++;
  ty_chart_add_series (chart, _("Pairs"), TY_CHART_NOW);
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    set_count (chart, ty_chart_add_category (chart, ty_pairing_column_get_label (i), NULL), 0, counts[i]);
  return chart;
}

/* Who waits, who is paired, and where talks or milestones are late. */
static TyChart *
make_townships (TyPairingBoard *board,
                GPtrArray      *cards)
{
  TyChart *chart = new_chart (board, TY_CHART_BAR_ACROSS, _("Pairs by township"));

  ty_chart_add_series (chart, _("Paired"), TY_CHART_NOW);
  ty_chart_add_series (chart, _("Waiting"), TY_CHART_NOW);
  ty_chart_add_series (chart, _("Overdue"), TY_CHART_NOW);
  for (guint i = 0; i < board->townships->len; i++)
    {
      const TyBoardTownship *township = g_ptr_array_index (board->townships, i);
      guint counts[3] = { 0 };
      guint category;

      for (guint j = 0; j < cards->len; j++)
        {
          const TyPairingCard *card = g_ptr_array_index (cards, j);

          if (card->township != township->unit || card->column == TY_PAIRING_COLUMN_CLOSED)
            continue;
          counts[card->column == TY_PAIRING_COLUMN_WAITING ? 1 : 0]++;
          counts[2] += card->overdue;
        }
      category = ty_chart_add_category (chart, township->name, NULL);
      for (guint series = 0; series < G_N_ELEMENTS (counts); series++)
        set_count (chart, category, series, counts[series]);
    }
  return chart;
}

static void
add_card (TyChart             *chart,
          const TyPairingCard *card)
{
  const TyPairFace *face = card->face;
  g_autofree char *mentee = ty_text_mask_name (face->name != NULL ? face->name : "—");
  g_autofree char *mentor = face->mentor != NULL ? ty_text_mask_name (face->mentor) : NULL;
  g_autofree char *tags = face->tags != NULL ? g_strjoinv ("、", face->tags) : NULL;
  g_autofree char *talks = face->talks_due > 0 ? g_strdup_printf ("%u/%u", face->talks, face->talks_due) : NULL;
  const char *texts[] = { face->place, tags, mentor, talks, face->since };
  guint category = ty_chart_add_category (chart, mentee, NULL);

  for (guint i = 0; i < ty_chart_get_n_series (chart); i++)
    ty_chart_set_value (chart, category, i, NAN, texts[i] != NULL ? texts[i] : "");
}

static TyChart *
make_column (TyPairingBoard  *board,
             GPtrArray       *cards,
             TyPairingColumn  column)
{
  const char *heads[] = { _("Village"), _("Needs"), _("Mentor"), _("Talks"), _("Last talk") };
  TyChart *chart = new_chart (board, TY_CHART_TABLE, ty_pairing_column_get_label (column));

  ty_chart_set_text (chart, TY_CHART_HEADING, _("Mentee"));
  /* Who waits has neither a mentor nor talks. */
  for (guint i = 0; i < (column == TY_PAIRING_COLUMN_WAITING ? 2 : G_N_ELEMENTS (heads)); i++)
    ty_chart_add_series (chart, heads[i], TY_CHART_NOW);
  for (guint i = 0; i < cards->len; i++)
    if (((const TyPairingCard *) g_ptr_array_index (cards, i))->column == column)
      add_card (chart, g_ptr_array_index (cards, i));
  return chart;
}

/**
 * ty_pairing_slides_build:
 * @board: a board with a programme
 * @cards: (element-type TyPairingCard): those of its cards that are shown
 *
 * Returns: (transfer full) (element-type TyChart): what is shown in a meeting, without whole names; nothing where there
 *   is no card
 */
GPtrArray *
ty_pairing_slides_build (TyPairingBoard *board,
                         GPtrArray      *cards)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);

  if (cards->len == 0)
    return charts;
  g_ptr_array_add (charts, make_states (board, cards));
  if (board->townships->len > 1)
    g_ptr_array_add (charts, make_townships (board, cards));
  for (guint column = 0; column < TY_N_PAIRING_COLUMNS; column++)
    {
      g_autoptr(TyChart) chart = make_column (board, cards, column);

      if (column != TY_PAIRING_COLUMN_CLOSED && ty_chart_get_n_categories (chart) > 0)
        g_ptr_array_add (charts, g_steal_pointer (&chart));
    }
  return charts;
}
