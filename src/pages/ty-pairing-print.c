/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-print"

#include "config.h"

#include "ty-pairing-print.h"

#include "ty-programme.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* The board on paper: a table of pairs, state by state. Nothing that identifies somebody but the name is on
 * the board, and that can be left out. */

#define N_COLUMNS 9

static char *
dup_talks (const TyPairFace *face)
{
  return face->talks_due > 0 ? g_strdup_printf ("%u/%u", face->talks, face->talks_due) : g_strdup ("");
}

static char *
dup_goals (const TyPairFace *face)
{
  return face->goals > 0 ? g_strdup_printf ("%u/%u", face->goals_done, face->goals) : g_strdup ("");
}

static void
add_card (TyTableSheet        *sheet,
          const TyPairingCard *card,
          gboolean             names)
{
  const TyPairFace *face = card->face;
  g_autofree char *tags = face->tags != NULL ? g_strjoinv ("、", face->tags) : g_strdup ("");
  g_autofree char *talks = dup_talks (face);
  g_autofree char *goals = dup_goals (face);
  g_autofree char *mentee = names ? g_strdup (face->name) : ty_text_mask_name (face->name);
  g_autofree char *mentor = face->mentor == NULL ? g_strdup ("")
                              : names ? g_strdup (face->mentor) : ty_text_mask_name (face->mentor);
  const char *cells[N_COLUMNS] = { mentee, face->place, tags, mentor, face->level, talks, face->since, goals,
                                   face->note };

  for (guint i = 0; i < N_COLUMNS; i++)
    if (cells[i] == NULL)
      cells[i] = "";
  ty_table_sheet_add_row (sheet, cells);
}

static void
add_column (TyTableSheet    *sheet,
            GPtrArray       *cards,
            TyPairingColumn  column,
            gboolean         names)
{
  g_autofree char *count = NULL;
  g_autofree char *heading = NULL;
  guint n = 0;

  for (guint i = 0; i < cards->len; i++)
    n += ((TyPairingCard *) g_ptr_array_index (cards, i))->column == column;
  if (n == 0)
    return;

  count = ty_text_format_count (n);
  heading = g_strdup_printf ("%s　%s", ty_pairing_column_get_label (column), count);
  ty_table_sheet_add_group (sheet, heading);
  for (guint i = 0; i < cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (cards, i);

      if (card->column == column)
        add_card (sheet, card, names);
    }
}

/**
 * ty_pairing_print_build:
 * @board: a board
 * @cards: (element-type TyPairingCard): those of its cards that are printed
 * @office: the county, and the cut-off date for which @board was read
 * @names: whether names are printed whole; else only surnames
 *
 * Returns: (transfer full): the cards by state
 */
TyTableSheet *
ty_pairing_print_build (TyPairingBoard *board,
                        GPtrArray      *cards,
                        TyOffice       *office,
                        gboolean        names)
{
  const TySheetColumn columns[N_COLUMNS] = {
    { _("Mentee"), 9, FALSE },
    { _("Village"), 16, FALSE },
    { _("Needs"), 19, FALSE },
    { _("Mentor"), 9, FALSE },
    { C_("mentors", "Level"), 7, FALSE },
    { _("Talks"), 6, TRUE },
    { _("Last talk"), 12, FALSE },
    { _("Goals"), 6, TRUE },
    { _("Note"), 18, FALSE },
  };
  g_autofree char *day = ty_date_to_record (ty_office_get_as_of (office));
  g_autofree char *as_of = g_strdup_printf (_("As of %s"), day);
  g_autofree char *subtitle = g_strdup_printf ("%s　%s", ty_office_get_county_name (office), as_of);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  g_autofree char *footer = g_strdup_printf (_("Printed on %s"), today);
  TyTableSheet *sheet = ty_table_sheet_new (ty_record_get_text (board->programme, TY_PROGRAMME_NAME), subtitle,
                                            footer, columns, N_COLUMNS);

  ty_table_sheet_set_grid (sheet, "", "");
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    add_column (sheet, cards, i, names);
  return sheet;
}
