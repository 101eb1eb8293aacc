/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-word-finder"

#include "config.h"

#include "ty-unit-word-finder.h"

#include "ty-unit-names.h"

/* Deeper than any tree of units; a unit that is its own ancestor ends here. */
#define MAX_DEPTH 16

/**
 * TyUnitWordFinder:
 *
 * What units were called on a day, for tens of thousands of them: the columns know it of all that existed. The
 * others are read from the file, by the names they had last.
 */
struct _TyUnitWordFinder
{
  TyView *view;       /* (owned) */
  TyUnits *units;     /* (unowned): those of the view */
  TyUnitNames *names; /* (owned) */
  GQuark township;
};

/**
 * ty_unit_word_finder_new:
 * @view: the day
 * @database: a connection of the same state of the file, which outlives it
 *
 * Returns: (transfer full): a finder
 */
TyUnitWordFinder *
ty_unit_word_finder_new (TyView     *view,
                         TyDatabase *database)
{
  TyUnitWordFinder *self = g_new0 (TyUnitWordFinder, 1);

  self->view = ty_view_ref (view);
  self->units = ty_columns_get_units (ty_view_get_columns (view));
  self->names = ty_unit_names_new (database);
  self->township = g_quark_from_static_string ("township");
  return self;
}

void
ty_unit_word_finder_free (TyUnitWordFinder *self)
{
  ty_unit_names_free (self->names);
  ty_view_unref (self->view);
  g_free (self);
}

static void
read_words (TyUnitWordFinder *self,
            gint64            unit,
            TyUnitWords      *words)
{
  TyDate day = ty_view_get_as_of (self->view);
  TyUnitState *state = ty_unit_names_find (self->names, unit, day);
  TyUnitState *township = ty_unit_names_find_at_level (self->names, unit, day, "township");

  *words = (TyUnitWords){ 0, "", "", NULL, NULL };
  if (township != NULL)
    {
      words->township = ty_record_get_integer (TY_RECORD (township), TY_UNIT_STATE_UNIT);
      words->township_name = ty_record_get_text (TY_RECORD (township), TY_UNIT_STATE_NAME);
    }
  if (state == NULL)
    return;

  words->name = ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_NAME);
  words->kind = g_intern_string (ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_KIND));
  words->party_form = g_intern_string (ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_PARTY_FORM));
}

/**
 * ty_unit_word_finder_find:
 * @self: a finder
 * @unit: key of a unit
 * @words: (out): what it was called
 *
 * What did not exist on the day has the name that it had last.
 */
void
ty_unit_word_finder_find (TyUnitWordFinder *self,
                          gint64            unit,
                          TyUnitWords      *words)
{
  gint32 day = ty_view_get_day (self->view);
  guint32 number = ty_units_find (self->units, unit);

  *words = (TyUnitWords){ 0, "", NULL, NULL, NULL };
  for (guint depth = 0; number != TY_UNIT_NONE && depth < MAX_DEPTH; depth++)
    {
      const TyUnitSpan *span = ty_units_find_span (self->units, number, day);

      if (span == NULL)
        {
          words->name = NULL;
          break;
        }
      if (depth == 0)
        {
          words->name = span->name;
          words->kind = g_quark_to_string (span->kind);
          words->party_form = g_quark_to_string (span->party_form);
        }
      if (span->level == self->township)
        {
          words->township = ty_units_get_id (self->units, number);
          words->township_name = span->name;
          return;
        }
      number = span->parent;
    }
  if (words->name == NULL)
    read_words (self, unit, words);
}
