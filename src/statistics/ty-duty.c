/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-duty"

#include "config.h"

#include "ty-duty.h"

#include "ty-decimal.h"

#include <glib/gi18n-lib.h>

/* How long before the end of a period somebody has to think of it. */
#define DAYS_AHEAD 365

struct _TyDutyScan
{
  TyView *view;         /* (unowned) */
  const TyChunk *chunk; /* (unowned) */
  guint8 *filed;        /* (owned): by holding: whether the county filing is there */
  int age_limit;
  TyDate as_of;
  gint64 least_training; /* in units of 1 / TY_DECIMAL_ONE */
};

/**
 * TyDutyFunc:
 * @scan: a chunk on a date
 * @index: one of its people
 * @found: (out caller-allocates): by when, and about which post
 *
 * Returns: whether it is a duty
 */
typedef gboolean (*TyDutyFunc) (TyDutyScan *scan,
                                guint       index,
                                TyDutyCase *found);

static gint32
get_birth (TyDutyScan *self,
           guint       index)
{
  return TY_CHUNK_PEOPLE_FIELD (self->chunk, gint32, TY_PEOPLE_BIRTH)[index];
}

/* Ages go by months. */
static void
take_age_limit (TyDutyScan *self,
                guint       index,
                TyDutyCase *found)
{
  TyDate birth = ty_date_from_days (get_birth (self, index));

  found->due = ty_date_new (birth.year + (guint) self->age_limit, birth.month, 0);
}

static gboolean
has_reached_age (TyDutyScan *self,
                 guint       index,
                 TyDutyCase *found)
{
  if (ty_view_get_age (self->view, get_birth (self, index)) < self->age_limit)
    return FALSE;

  take_age_limit (self, index, found);
  return TRUE;
}

static gboolean
is_near_age (TyDutyScan *self,
             guint       index,
             TyDutyCase *found)
{
  int age = ty_view_get_age (self->view, get_birth (self, index));

  if (age < 0 || age != self->age_limit - 1)
    return FALSE;

  take_age_limit (self, index, found);
  return TRUE;
}

static guint32
get_facts (TyDutyScan *self,
           guint       holding)
{
  return ty_view_get_post_facts (self->view, TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint16,
                                                                      TY_HOLDINGS_POST)[holding]);
}

static gboolean
is_unfiled (TyDutyScan *self,
            guint       index,
            TyDutyCase *found)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if ((get_facts (self, i) & TY_FACT_SECRETARY) != 0 && !self->filed[i]
        && ty_view_is_held (self->view, self->chunk, i))
      {
        found->holding = i;
        return TRUE;
      }
  return FALSE;
}

/* The holding of a kind that ends first. */
static gboolean
find_end (TyDutyScan *self,
          guint       index,
          TyFacts     facts,
          TyDutyCase *found)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (self->chunk, gint32, TY_HOLDINGS_UNTIL);
  gint32 end = ty_view_get_day (self->view) + DAYS_AHEAD + 1;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (until[i] < end && (get_facts (self, i) & facts) != 0
        && ty_view_is_held (self->view, self->chunk, i))
      {
        end = until[i];
        found->holding = i;
      }
  if (found->holding == TY_DUTY_NO_HOLDING)
    return FALSE;

  found->due = ty_date_from_days (end);
  return TRUE;
}

static gboolean
find_end_of_post (TyDutyScan *self,
                  guint       index,
                  TyDutyCase *found)
{
  return find_end (self, index, TY_FACT_ANYWHERE, found);
}

static gboolean
find_end_of_reserve (TyDutyScan *self,
                     guint       index,
                     TyDutyCase *found)
{
  return find_end (self, index, TY_FACT_RESERVE, found);
}

static gboolean
find_end_of_mentor (TyDutyScan *self,
                    guint       index,
                    TyDutyCase *found)
{
  return find_end (self, index, TY_FACT_MENTOR, found);
}

/* Earlier in the year there is time enough. Only a file that has courses misses somebody there. */
static gboolean
is_below_training (TyDutyScan *self,
                   guint       index,
                   TyDutyCase *found)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  TyMarks *marks = ty_columns_get_marks (columns);
  TyDate as_of = self->as_of;
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  gint64 person = TY_CHUNK_PEOPLE_FIELD (self->chunk, gint64, TY_PEOPLE_ID)[index];

  if (as_of.month < 10 || !ty_marks_have_training (marks))
    return FALSE;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if ((get_facts (self, i) & TY_FACT_SECRETARY) != 0 && ty_view_is_held (self->view, self->chunk, i)
        && ty_marks_get_days (marks, person, as_of) < self->least_training)
      {
        found->holding = i;
        found->due = ty_date_new (as_of.year, 12, 31);
        return TRUE;
      }
  return FALSE;
}

static const struct
{
  const char *key;
  const char *label;
  TyWho who;         /* of whom it is asked: the roster that shows them */
  TyDutyFunc find;
} infos[TY_N_DUTIES] = {
  [TY_DUTY_AGE_REACHED] = { "age_reached", N_("Age limit reached"), TY_WHO_IN_OFFICE,
                            has_reached_age },
  [TY_DUTY_AGE_NEAR] = { "age_near", N_("Age limit within a year"), TY_WHO_IN_OFFICE, is_near_age },
  [TY_DUTY_UNFILED] = { "unfiled", N_("County filing missing"), TY_WHO_SECRETARIES, is_unfiled },
  [TY_DUTY_POST_ENDS] = { "post_ends", N_("Post ends within a year"), TY_WHO_IN_OFFICE,
                          find_end_of_post },
  [TY_DUTY_RESERVE_ENDS] = { "reserve_ends", N_("Time as a reserve ends within a year"),
                             TY_WHO_RESERVES, find_end_of_reserve },
  [TY_DUTY_MENTOR_ENDS] = { "mentor_ends", N_("Time as a mentor ends within a year"), TY_WHO_MENTORS,
                            find_end_of_mentor },
  [TY_DUTY_TRAINING] = { "training_below", N_("Too little training this year"), TY_WHO_SECRETARIES,
                         is_below_training },
};

/**
 * ty_duty_get_key:
 * @self: a duty
 *
 * Returns: (transfer none): its word, a value of the dimension `duty`
 */
const char *
ty_duty_get_key (TyDuty self)
{
  return infos[self].key;
}

/**
 * ty_duty_dup_label:
 * @self: a duty
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_duty_dup_label (TyDuty self)
{
  return g_strdup (_(infos[self].label));
}

/**
 * ty_duty_get_who:
 * @self: a duty
 *
 * Returns: of whom it is asked
 */
TyWho
ty_duty_get_who (TyDuty self)
{
  return infos[self].who;
}

/**
 * ty_duty_scan_new:
 * @view: a date, which outlives the scan
 * @chunk: number of a chunk
 *
 * Returns: (transfer full): what the duties about these people are found with
 */
TyDutyScan *
ty_duty_scan_new (TyView *view,
                  guint   chunk)
{
  TyColumns *columns = ty_view_get_columns (view);
  TyDutyScan *self = g_new0 (TyDutyScan, 1);
  const guint32 *holding;
  const gint32 *filed;

  self->view = view;
  self->chunk = ty_columns_get_chunk (columns, chunk);
  self->age_limit = ty_county_rules_get_age_limit (ty_columns_get_rules (columns));
  self->as_of = ty_date_from_days (ty_view_get_day (view));
  self->least_training = (gint64) ty_county_rules_get_training_days_minimum (ty_columns_get_rules (columns))
                         * TY_DECIMAL_ONE;
  self->filed = g_new0 (guint8, self->chunk->rows[TY_ROWS_HOLDINGS].n + 1);
  holding = TY_CHUNK_MANDATES_FIELD (self->chunk, guint32, TY_MANDATES_HOLDING);
  filed = TY_CHUNK_MANDATES_FIELD (self->chunk, gint32, TY_MANDATES_FILED);
  for (guint i = 0; i < self->chunk->rows[TY_ROWS_MANDATES].n; i++)
    self->filed[holding[i]] |= filed[i] <= ty_view_get_day (view);
  return self;
}

void
ty_duty_scan_free (TyDutyScan *self)
{
  g_free (self->filed);
  g_free (self);
}

/**
 * ty_duty_scan_find:
 * @self: a scan
 * @duty: a duty
 * @index: which of the people of the chunk
 * @found: (out caller-allocates): by when, and about which post
 *
 * Returns: whether the office has to do it
 */
gboolean
ty_duty_scan_find (TyDutyScan *self,
                   TyDuty      duty,
                   guint       index,
                   TyDutyCase *found)
{
  *found = (TyDutyCase) { TY_DATE_NONE, TY_DUTY_NO_HOLDING };
  return infos[duty].find (self, index, found);
}
