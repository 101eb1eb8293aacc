/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-status"

#include "config.h"

#include "ty-pairing-status.h"

#include "ty-pairing.h"

/* How pairings stand: what duties, ledger and figures have in common. */

static void
status_free (gpointer data)
{
  TyPairingStatus *status = data;

  g_clear_pointer (&status->row, ty_pairing_row_free);
  g_free (status);
}

/* Where somebody serves in the scope, else where somebody is prepared for it. */
static guint32
find_unit (TyView *view,
           gint64  person)
{
  static const TyFacts facts[] = { TY_FACT_SECRETARY, TY_FACT_MEMBER, TY_FACT_SPECIALIST, TY_FACT_ANYWHERE,
                                   TY_FACT_RESERVE };
  TyColumns *columns = ty_view_get_columns (view);
  const guint32 *first, *unit;
  const guint16 *post;
  const TyChunk *chunk;
  guint32 row, index;

  if (!ty_columns_find_person (columns, person, &row))
    return TY_UNIT_NONE;
  chunk = ty_columns_get_chunk (columns, row >> TY_CHUNK_SHIFT);
  index = row & (TY_CHUNK_PEOPLE - 1);
  first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    for (guint32 j = first[index]; j < first[index + 1]; j++)
      if ((ty_view_get_post_facts (view, post[j]) & facts[i]) != 0 && ty_view_is_held (view, chunk, j)
          && ty_view_has_unit (view, unit[j]))
        return unit[j];
  return TY_UNIT_NONE;
}

static gboolean
is_meeting (TyRecord *pairing)
{
  const char *state = ty_record_get_text (pairing, TY_PAIRING_STATE);

  return g_strcmp0 (state, "under_way") == 0 || g_strcmp0 (state, "review") == 0;
}

/* The state is that of today: what has ended since was under way on an earlier day. */
static gboolean
met_on (TyRecord *pairing,
        TyDate    as_of)
{
  const char *state = ty_record_get_text (pairing, TY_PAIRING_STATE);
  TyDate from = ty_record_get_date (pairing, TY_PAIRING_FROM_DATE);
  TyDate until = ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE);
  gboolean begun = ty_date_is_known (from) && ty_date_compare (from, as_of) <= 0;

  return begun && (is_meeting (pairing)
                   || ((g_strcmp0 (state, "done") == 0 || g_strcmp0 (state, "ended") == 0)
                       && ty_date_compare (until, as_of) > 0));
}

static void
judge_goals (TyPairingStatus *self,
             TyDate           as_of)
{
  for (guint i = 0; i < self->row->goals->len; i++)
    {
      TyPeriod goal = g_array_index (self->row->goals, TyPeriod, i);

      self->n_goals++;
      if (ty_date_is_known (goal.until) && ty_date_compare (goal.until, as_of) <= 0)
        self->n_reached++;
      else if (ty_milestone_is_overdue (goal.from, goal.until, as_of))
        {
          self->n_late++;
          if (!ty_date_is_known (self->goal) || ty_date_compare (goal.from, self->goal) < 0)
            self->goal = goal.from;
        }
    }
}

/**
 * ty_pairing_status_get_plan:
 * @self: how a pairing stands
 *
 * A pairing that goes on after its last day is judged as long as it has no result.
 *
 * Returns: what its talks are judged by, as long as @self lives
 */
TyTalkPlan
ty_pairing_status_get_plan (TyPairingStatus *self)
{
  TyRecord *pairing = self->row->pairing;

  return (TyTalkPlan){
    .period = { ty_record_get_date (pairing, TY_PAIRING_FROM_DATE),
                is_meeting (pairing) ? TY_DATE_NONE : ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE) },
    .talks = self->row->talks_wanted,
    .days = (const TyDate *) (gpointer) self->row->talks->data,
    .n_days = self->row->talks->len,
    .pauses = (const TyPeriod *) (gpointer) self->row->pauses->data,
    .n_pauses = self->row->pauses->len,
  };
}

static void
judge (TyPairingStatus *self,
       TyView          *view)
{
  TyRecord *pairing = self->row->pairing;
  TyDate as_of = ty_view_get_as_of (view);
  TyTalkPlan plan = ty_pairing_status_get_plan (self);

  self->until = ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE);
  self->township = self->unit != TY_UNIT_NONE
                     ? ty_unit_tree_get_at_level (ty_view_get_tree (view), self->unit, "township")
                     : TY_UNIT_NONE;
  self->meets = met_on (pairing, as_of);
  self->talks = ty_talk_plan_judge (&plan, as_of);
  self->overdue = self->meets && ty_talk_state_is_overdue (&self->talks);
  self->end = is_meeting (pairing) ? ty_pairing_end_judge (self->until, as_of) : TY_PAIRING_GOES_ON;
  judge_goals (self, as_of);
}

/**
 * ty_pairing_status_list:
 * @view: the day, and the scope of the mentees
 * @database: a connection of the same state of the file
 * @ended: whether also those that ended by the day are listed
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingStatus): the pairings of the mentees in the scope,
 *   by mentee; of the whole county also those whose mentee serves nowhere
 */
GPtrArray *
ty_pairing_status_list (TyView      *view,
                        TyDatabase  *database,
                        gboolean     ended,
                        GError     **error)
{
  TyDate as_of = ty_view_get_as_of (view);
  g_autoptr(GPtrArray) rows = ended ? ty_pairing_table_list_all (database, as_of, error)
                                    : ty_pairing_table_list_in_force (database, as_of, error);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (status_free);

  if (rows == NULL)
    return NULL;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      TyPairingStatus *status = g_new0 (TyPairingStatus, 1);

      status->row = g_ptr_array_index (rows, i);
      status->person = ty_record_get_integer (status->row->pairing, TY_PAIRING_PERSON);
      status->mentor = ty_record_get_integer (status->row->pairing, TY_PAIRING_MENTOR);
      status->unit = find_unit (view, status->person);
      if (status->unit == TY_UNIT_NONE && ty_view_get_scope (view) != 0)
        {
          status_free (status);
          continue;
        }
      judge (status, view);
      g_ptr_array_add (list, status);
    }
  return g_steal_pointer (&list);
}
