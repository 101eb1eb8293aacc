/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-marks"

#include "config.h"

#include "ty-mark-talks.h"

#include "ty-decimal.h"
#include "ty-pairing-due.h"

#define MOST_TALKS 1000 /* a month */

/* The mentor is the key of a row, interned: what two people have together is told by it. */

static gboolean
is_begun (const TyMarkRow *pairing,
          TyDate           as_of)
{
  return ty_date_is_known (pairing->from) && ty_date_compare (pairing->from, as_of) <= 0
         && (!ty_date_is_known (pairing->until) || ty_date_compare (pairing->until, as_of) > 0);
}

/* A talk counts for the pairing in which its day lies. */
static void
add_days (TyMarks         *marks,
          gint64           person,
          const TyMarkRow *pairing,
          GArray          *days)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (marks, TY_MARK_TALK, person, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].key == pairing->key && ty_date_compare (rows[i].from, pairing->from) >= 0
        && (!ty_date_is_known (pairing->until) || ty_date_compare (rows[i].from, pairing->until) < 0))
      g_array_append_val (days, rows[i].from);
}

static void
add_pauses (TyMarks         *marks,
            gint64           person,
            const TyMarkRow *pairing,
            GArray          *pauses)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (marks, TY_MARK_PAUSE, person, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].key == pairing->key)
      {
        TyPeriod pause = { rows[i].from, rows[i].until };

        g_array_append_val (pauses, pause);
      }
}

static void
judge (TyMarks         *marks,
       gint64           person,
       const TyMarkRow *pairing,
       TyDate           as_of,
       TyTalkMark      *mark)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (TyDate));
  g_autoptr(GArray) pauses = g_array_new (FALSE, FALSE, sizeof (TyPeriod));
  TyTalkPlan plan = { { pairing->from, pairing->until },
                      (guint) CLAMP (pairing->number / TY_DECIMAL_ONE, 0, MOST_TALKS) };
  TyTalkState state;

  add_days (marks, person, pairing, days);
  add_pauses (marks, person, pairing, pauses);
  plan.days = (const TyDate *) (gpointer) days->data;
  plan.n_days = days->len;
  plan.pauses = (const TyPeriod *) (gpointer) pauses->data;
  plan.n_pauses = pauses->len;
  state = ty_talk_plan_judge (&plan, as_of);
  mark->meets = TRUE;
  mark->overdue = mark->overdue || ty_talk_state_is_overdue (&state);
  mark->due += state.due;
  mark->done += state.done;
}

/**
 * ty_mark_talks_judge:
 * @marks: the marks of a generation
 * @person: key of a person
 * @as_of: the cut-off date
 *
 * Judges the talks of a mentee as the ledger does (`ty_pairing_status_list()`).
 *
 * Returns: how they stand
 */
TyTalkMark
ty_mark_talks_judge (TyMarks *marks,
                     gint64   person,
                     TyDate   as_of)
{
  TyTalkMark mark = { FALSE, FALSE, 0, 0 };
  guint n;
  const TyMarkRow *rows = ty_marks_find (marks, TY_MARK_MEETING, person, &n);

  for (guint i = 0; i < n; i++)
    if (is_begun (&rows[i], as_of))
      judge (marks, person, &rows[i], as_of, &mark);
  return mark;
}
