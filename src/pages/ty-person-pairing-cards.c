/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-pairing-cards"

#include "config.h"

#include "ty-person-pairing-cards.h"

#include "ty-exclusion.h"
#include "ty-format.h"
#include "ty-mentor-strength.h"
#include "ty-milestone.h"
#include "ty-need.h"
#include "ty-pairing-pause.h"
#include "ty-pairing-review.h"
#include "ty-pairing.h"
#include "ty-row-grid.h"
#include "ty-talk.h"
#include "ty-text.h"
#include "ty-wish.h"

#include <glib/gi18n-lib.h>

/* How somebody is helped, and helps. What the cells of a row say is a table: the cards differ in nothing else. */

#define MOST_CELLS 6

typedef enum
{
  CELL_NONE,
  CELL_PERIOD, /* from the field to the one behind it */
  CELL_DATE,
  CELL_CODE,
  CELL_TEXT,
  CELL_LINK,
  CELL_OTHER,  /* with whom: the mentor, or to the mentor the mentee */
  CELL_WAIVED,
  CELL_FILES,  /* how many attachments a talk has */
} CellKind;

typedef struct
{
  CellKind kind;
  guint field;
} Cell;

typedef struct
{
  TyPersonSection section;
  Cell cells[MOST_CELLS];
} Card;

static const Card cards[] = {
  { TY_PERSON_SECTION_STRENGTHS, { { CELL_CODE, TY_MENTOR_STRENGTH_STRENGTH } } },
  { TY_PERSON_SECTION_NEEDS,
    { { CELL_PERIOD, TY_NEED_FROM_DATE }, { CELL_CODE, TY_NEED_KIND }, { CELL_WAIVED, TY_NEED_WAIVED },
      { CELL_TEXT, TY_NEED_REASON } } },
  { TY_PERSON_SECTION_PAIRINGS,
    { { CELL_PERIOD, TY_PAIRING_FROM_DATE }, { CELL_OTHER, TY_PAIRING_MENTOR }, { CELL_LINK, TY_PAIRING_PROGRAMME },
      { CELL_CODE, TY_PAIRING_STATE }, { CELL_CODE, TY_PAIRING_RESULT } } },
  { TY_PERSON_SECTION_TALKS,
    { { CELL_DATE, TY_TALK_DATE }, { CELL_OTHER, TY_TALK_MENTOR }, { CELL_CODE, TY_TALK_FORM },
      { CELL_FILES, TY_TALK_ID }, { CELL_TEXT, TY_TALK_TOPICS }, { CELL_TEXT, TY_TALK_NEXT_STEP } } },
  { TY_PERSON_SECTION_MILESTONES,
    { { CELL_DATE, TY_MILESTONE_DUE_DATE }, { CELL_TEXT, TY_MILESTONE_TITLE }, { CELL_DATE, TY_MILESTONE_DONE_DATE },
      { CELL_OTHER, TY_MILESTONE_MENTOR } } },
  { TY_PERSON_SECTION_REVIEWS,
    { { CELL_DATE, TY_PAIRING_REVIEW_DATE }, { CELL_CODE, TY_PAIRING_REVIEW_SIDE },
      { CELL_CODE, TY_PAIRING_REVIEW_VERDICT }, { CELL_OTHER, TY_PAIRING_REVIEW_MENTOR },
      { CELL_TEXT, TY_PAIRING_REVIEW_REMARK } } },
  { TY_PERSON_SECTION_PAUSES,
    { { CELL_PERIOD, TY_PAIRING_PAUSE_FROM_DATE }, { CELL_OTHER, TY_PAIRING_PAUSE_MENTOR },
      { CELL_TEXT, TY_PAIRING_PAUSE_REASON } } },
  { TY_PERSON_SECTION_WISHES, { { CELL_LINK, TY_WISH_OTHER }, { CELL_TEXT, TY_WISH_NOTE } } },
  { TY_PERSON_SECTION_EXCLUSIONS, { { CELL_OTHER, TY_EXCLUSION_OTHER }, { CELL_TEXT, TY_EXCLUSION_REASON } } },
};

static const Card *
find_card (TyPersonSection section)
{
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (cards[i].section == section)
      return &cards[i];

  return NULL;
}

/* Rows of others name the person as the mentor: what matters then is who is helped. */
static char *
dup_other (TyPersonFile *file,
           TyRecord     *row,
           guint         field)
{
  gint64 self = ty_record_get_integer (TY_RECORD (file->person), TY_PERSON_ID);
  gboolean is_mentee = ty_record_get_integer (row, 0) == self;
  const char *name = ty_person_file_get_linked_name (file, ty_record_get_integer (row, is_mentee ? field : 0));

  if (ty_record_get_info (row) == &ty_exclusion_info)
    return g_strdup (name);
  /* Translators: of a pairing: who helps the person, or whom the person helps */
  return g_strdup_printf (is_mentee ? _("mentor %s") : _("mentee %s"), name);
}

static char *
dup_files (TyPersonFile *file,
           TyRecord     *talk)
{
  guint n = ty_person_file_count_talk_files (file, talk);
  g_autofree char *number = ty_text_format_count (n);

  return n > 0 ? g_strdup_printf (ngettext ("%s attachment", "%s attachments", n), number) : g_strdup ("");
}

static char *
dup_cell (TyPersonFile *file,
          TyRecord     *row,
          Cell          cell)
{
  const TyFieldInfo *info = &ty_record_get_info (row)->fields[cell.field];
  const char *text = !TY_FIELD_IS_NUMBER (info) ? ty_record_get_text (row, cell.field) : NULL;

  switch (cell.kind)
    {
    case CELL_PERIOD:
      return ty_format_range (ty_record_get_date (row, cell.field), ty_record_get_date (row, cell.field + 1));
    case CELL_DATE:
      return ty_date_to_record (ty_record_get_date (row, cell.field));
    case CELL_CODE:
      return text != NULL ? ty_format_code (info->code_list, text) : g_strdup ("");
    case CELL_LINK:
      return g_strdup (ty_person_file_get_linked_name (file, ty_record_get_integer (row, cell.field)));
    case CELL_OTHER:
      return dup_other (file, row, cell.field);
    case CELL_WAIVED:
      return g_strdup (g_strcmp0 (text, "yes") == 0 ? _("waived") : _("added"));
    case CELL_FILES:
      return dup_files (file, row);
    case CELL_TEXT:
    case CELL_NONE:
    default:
      return g_strdup (text != NULL ? text : "");
    }
}

/* Whether it would be the same in all rows: the pairing says it once. */
static gboolean
is_of_one (TyPersonSection  section,
           TyPersonFile    *file,
           Cell             cell)
{
  guint n = ty_person_section_count (section, file);
  g_autofree char *first = dup_cell (file, ty_person_section_get_row (section, file, 0), cell);

  if (file->pairings->len != 1)
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *other = dup_cell (file, ty_person_section_get_row (section, file, i), cell);

      if (!g_str_equal (first, other))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_any (TyPersonSection  section,
         TyPersonFile    *file,
         Cell             cell)
{
  for (guint i = 0; i < ty_person_section_count (section, file); i++)
    {
      g_autofree char *text = dup_cell (file, ty_person_section_get_row (section, file, i), cell);

      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

/* A column that nobody has, or all have alike, would only take room from the others. */
static gboolean
is_shown (TyPersonSection  section,
          TyPersonFile    *file,
          Cell             cell)
{
  if (cell.kind == CELL_OTHER && section >= TY_PERSON_SECTION_TALKS && section <= TY_PERSON_SECTION_PAUSES
      && is_of_one (section, file, cell))
    return FALSE;
  return has_any (section, file, cell);
}

/**
 * ty_person_pairing_cards_have:
 * @section: a section
 *
 * Returns: whether its card is made here
 */
gboolean
ty_person_pairing_cards_have (TyPersonSection section)
{
  return find_card (section) != NULL;
}

/**
 * ty_person_pairing_card_build:
 * @section: a section about pairings with at least one row
 * @file: a person’s file
 *
 * Returns: (transfer floating): its rows; those in which the person is the mentor stand behind
 */
GtkWidget *
ty_person_pairing_card_build (TyPersonSection  section,
                              TyPersonFile    *file)
{
  GtkWidget *grid = ty_row_grid_new ();
  const Card *card = find_card (section);
  Cell shown[MOST_CELLS];
  guint n_shown = 0;

  for (guint j = 0; j < MOST_CELLS && card->cells[j].kind != CELL_NONE; j++)
    if (is_shown (section, file, card->cells[j]))
      shown[n_shown++] = card->cells[j];
  for (guint i = 0; i < ty_person_section_count (section, file); i++)
    {
      TyRecord *row = ty_person_section_get_row (section, file, i);
      const char *texts[MOST_CELLS + 1] = { NULL };

      for (guint j = 0; j < n_shown; j++)
        texts[j] = dup_cell (file, row, shown[j]);
      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      ty_row_grid_add_button (TY_ROW_GRID (grid), ty_person_section_get_edit_label (section), "person.edit-row",
                              g_variant_new ("(uu)", (guint) section, i));
      for (guint j = 0; j < n_shown; j++)
        g_free ((char *) texts[j]);
    }
  return grid;
}
