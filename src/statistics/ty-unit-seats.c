/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-seats"

#include "config.h"

#include "ty-unit-seats.h"

#include "ty-decimal.h"
#include "ty-dimension.h"
#include "ty-period.h"
#include "ty-view-private.h"

#include <string.h>

#define KEPT "unit-seats"

/* Seats of a body of a unit, and how many people sit there. */
typedef struct
{
  guint32 unit;
  guint body; /* value of the dimension */
  guint seats;
  guint women; /* how many of them are to be women’s */
  guint filled;
  guint filled_by_women;
} Body;

/* What a view keeps: by number of the unit. */
typedef struct
{
  TySeatCount *counts[TY_N_SEAT_KINDS]; /* (owned) */
} Kept;

typedef struct
{
  TyView *view;
  TyScale *bodies;   /* (owned): the dimension of bodies: by number of a post its body */
  GArray *rows;      /* (owned) (element-type Body): those of a unit together */
  guint32 *first;    /* (owned): by number of the unit: its first row, G_MAXUINT32 for none */
} Seats;

/**
 * ty_seat_count_add_body:
 * @self: a count
 * @seats: the approved seats of a body
 * @filled: how many people sit in it
 *
 * Adds a body.
 */
void
ty_seat_count_add_body (TySeatCount *self,
                        guint        seats,
                        guint        filled)
{
  self->approved += seats;
  self->filled += filled;
  self->vacant += seats > filled ? seats - filled : 0;
  self->over += filled > seats ? filled - seats : 0;
}

static void
read_seats (Seats *self)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  TyUnits *units = ty_columns_get_units (columns);
  GArray *marks = ty_marks_get_rows (ty_columns_get_marks (columns), TY_MARK_SEAT);
  GArray *women = ty_marks_get_rows (ty_columns_get_marks (columns), TY_MARK_SEAT_WOMEN);
  TyDate as_of = ty_view_get_as_of (self->view);

  memset (self->first, 0xff, (ty_units_get_n (units) + 1) * sizeof *self->first);
  for (guint i = 0; i < marks->len; i++)
    {
      const TyMarkRow *mark = &g_array_index (marks, TyMarkRow, i);
      guint32 unit = ty_units_find (units, mark->owner);
      /* The same rows in the same order. */
      Body row = { unit, 0, (guint) (mark->number / TY_DECIMAL_ONE),
                   (guint) (g_array_index (women, TyMarkRow, i).number / TY_DECIMAL_ONE), 0, 0 };

      if (unit == TY_UNIT_NONE || mark->key == NULL || !ty_scale_find (self->bodies, mark->key, &row.body)
          || !ty_period_contains ((TyPeriod){ mark->from, mark->until }, as_of))
        continue;
      if (self->first[unit] == G_MAXUINT32)
        self->first[unit] = self->rows->len;
      g_array_append_val (self->rows, row);
    }
}

/* Who has two posts in a body sits there once. */
static gboolean
sits_already (Seats         *self,
              const TyChunk *chunk,
              guint          first,
              guint          holding)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);

  for (guint i = first; i < holding; i++)
    if (unit[i] == unit[holding] && self->bodies->table[post[i]] == self->bodies->table[post[holding]]
        && ty_view_holds_post (self->view, chunk, i, (TyGroups){ NULL, 0 }))
      return TRUE;

  return FALSE;
}

static void
seat (Seats         *self,
      const TyChunk *chunk,
      guint          first,
      guint          holding,
      gboolean       woman)
{
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];
  guint body = self->bodies->table[TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding]];

  for (guint i = self->first[unit]; i < self->rows->len; i++)
    {
      Body *row = &g_array_index (self->rows, Body, i);

      if (row->unit != unit)
        return;
      if (row->body == body && !sits_already (self, chunk, first, holding))
        {
          row->filled++;
          row->filled_by_women += woman;
        }
    }
}

static void
count_people (Seats *self)
{
  TyColumns *columns = ty_view_get_columns (self->view);

  for (guint number = 0; number < ty_columns_get_n_chunks (columns); number++)
    {
      const TyChunk *chunk = ty_columns_get_chunk (columns, number);
      const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
      const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);

      const guint32 *facts;

      if (ty_view_is_far (self->view, chunk))
        continue;
      facts = ty_view_get_facts (self->view, number);
      for (guint person = 0; person < ty_chunk_get_n (chunk); person++)
        for (guint i = first[person]; i < first[person + 1]; i++)
          if (unit[i] != TY_UNIT_NONE && self->first[unit[i]] != G_MAXUINT32
              && ty_view_holds_post (self->view, chunk, i, (TyGroups){ NULL, 0 }))
            seat (self, chunk, first[person], i, (facts[person] & TY_FACT_FEMALE) != 0);
    }
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  for (TySeatKind kind = 0; kind < TY_N_SEAT_KINDS; kind++)
    g_free (kept->counts[kind]);
  g_free (kept);
}

static void
add_row (Seats      *self,
         Kept       *kept,
         const Body *row)
{
  const char *body = ty_scale_get_key (self->bodies, row->body);

  ty_seat_count_add_body (&kept->counts[TY_SEATS_ALL][row->unit], row->seats, row->filled);
  ty_seat_count_add_body (&kept->counts[TY_SEATS_WOMEN][row->unit], row->women, row->filled_by_women);
  if (strcmp (body, "party") == 0)
    ty_seat_count_add_body (&kept->counts[TY_SEATS_PARTY][row->unit], row->seats, row->filled);
  else if (strcmp (body, "village_committee") == 0 || strcmp (body, "residents_committee") == 0)
    ty_seat_count_add_body (&kept->counts[TY_SEATS_COMMITTEE][row->unit], row->seats, row->filled);
}

static Kept *
make_counts (TyView *view)
{
  guint n = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (view)));
  Kept *kept = g_new0 (Kept, 1);
  Seats self = { .view = view };

  for (TySeatKind kind = 0; kind < TY_N_SEAT_KINDS; kind++)
    kept->counts[kind] = g_new0 (TySeatCount, n + 1);
  self.bodies = ty_dimension_measure (ty_dimension_find ("body"), view);
  self.rows = g_array_new (FALSE, FALSE, sizeof (Body));
  self.first = g_new (guint32, n + 1);
  read_seats (&self);
  if (self.rows->len > 0)
    count_people (&self);
  for (guint i = 0; i < self.rows->len; i++)
    add_row (&self, kept, &g_array_index (self.rows, Body, i));
  ty_scale_unref (self.bodies);
  g_array_unref (self.rows);
  g_free (self.first);
  return kept;
}

/**
 * ty_unit_seats_get_of:
 * @view: a date and a scope
 * @kind: which seats
 *
 * Returns: (transfer none): by number of the unit: those seats that are approved on the date, and who sits on them; of
 *   those for women, the women of the bodies. The view keeps it
 */
const TySeatCount *
ty_unit_seats_get_of (TyView     *view,
                      TySeatKind  kind)
{
  const Kept *kept = ty_view_get_kept (view, KEPT);

  if (kept == NULL)
    {
      ty_view_keep (view, KEPT, make_counts (view), kept_free);
      kept = ty_view_get_kept (view, KEPT);
    }
  return kept->counts[kind];
}

/**
 * ty_unit_seats_get:
 * @view: a date and a scope
 *
 * Returns: (transfer none): by number of the unit: the seats that are approved on the date, and who sits on
 *   them; nothing where none are approved. The view keeps it
 */
const TySeatCount *
ty_unit_seats_get (TyView *view)
{
  return ty_unit_seats_get_of (view, TY_SEATS_ALL);
}
