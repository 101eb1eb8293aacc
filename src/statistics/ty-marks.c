/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-marks"

#include "config.h"

#include "ty-marks.h"

#include "ty-decimal.h"
#include "ty-period.h"

#include <string.h>

/**
 * TyMarks:
 *
 * What is known of few people and of villages beside posts: courses, appraisals, honours, pairings, difficulty
 * classes, seats and incomes, as they are in a generation of the columns. They are small beside everybody and are read whole
 * after each action: a course that becomes longer touches no person. Each kind is in the order of its
 * owners, and within one in that of its dates.
 */
struct _TyMarks
{
  gatomicrefcount count;
  GArray *kinds[TY_N_MARK_KINDS]; /* (owned) (element-type TyMarkRow) */
};

/**
 * ty_marks_load:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what the file has of them
 */
TyMarks *
ty_marks_load (TyDatabase  *database,
               GError     **error)
{
  g_autoptr(TyMarks) self = g_new0 (TyMarks, 1);

  g_atomic_ref_count_init (&self->count);
  for (TyMarkKind kind = 0; kind < TY_N_MARK_KINDS; kind++)
    if ((self->kinds[kind] = ty_mark_table_list (database, kind, error)) == NULL)
      return NULL;

  return g_steal_pointer (&self);
}

static gboolean
is_current (TyMarkKind  kind,
            GHashTable *tables)
{
  const char *const *sources = ty_mark_table_get_sources (kind);

  for (guint i = 0; sources[i] != NULL; i++)
    if (g_hash_table_contains (tables, sources[i]))
      return FALSE;

  return TRUE;
}

/**
 * ty_marks_refresh:
 * @self: marks of an earlier generation
 * @tables: (element-type utf8): the tables that changed since
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Reads again what changed, and shares the rest: talks of ten years are not read because a name was corrected.
 *
 * Returns: (transfer full) (nullable): what the file has of them now
 */
TyMarks *
ty_marks_refresh (TyMarks     *self,
                  GHashTable  *tables,
                  TyDatabase  *database,
                  GError     **error)
{
  g_autoptr(TyMarks) next = g_new0 (TyMarks, 1);

  g_atomic_ref_count_init (&next->count);
  for (TyMarkKind kind = 0; kind < TY_N_MARK_KINDS; kind++)
    {
      next->kinds[kind] = is_current (kind, tables) ? g_array_ref (self->kinds[kind])
                                                    : ty_mark_table_list (database, kind, error);
      if (next->kinds[kind] == NULL)
        return NULL;
    }
  return g_steal_pointer (&next);
}

/**
 * ty_marks_ref:
 * @self: marks
 *
 * Returns: (transfer full): the same
 */
TyMarks *
ty_marks_ref (TyMarks *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_marks_unref (TyMarks *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  for (TyMarkKind kind = 0; kind < TY_N_MARK_KINDS; kind++)
    g_clear_pointer (&self->kinds[kind], g_array_unref);
  g_free (self);
}

static const TyMarkRow *
get_row (TyMarks    *self,
         TyMarkKind  kind,
         guint       number)
{
  return &g_array_index (self->kinds[kind], TyMarkRow, number);
}

/* The first row of an owner, or where it would stand. */
static guint
find_first (TyMarks    *self,
            TyMarkKind  kind,
            gint64      owner)
{
  guint low = 0;
  guint high = self->kinds[kind]->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_row (self, kind, middle)->owner < owner)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_of (TyMarks    *self,
       TyMarkKind  kind,
       guint       number,
       gint64      owner)
{
  return number < self->kinds[kind]->len && get_row (self, kind, number)->owner == owner;
}

/**
 * ty_marks_have_training:
 * @self: marks
 *
 * Returns: whether anybody took part in a course: a file without any misses nobody there
 */
gboolean
ty_marks_have_training (TyMarks *self)
{
  return self->kinds[TY_MARK_TRAINING]->len > 0;
}

/**
 * ty_marks_get_days:
 * @self: marks
 * @person: key of a person
 * @as_of: the cut-off date
 *
 * Returns: days of training in the year of the date up to it, in units of 1 / %TY_DECIMAL_ONE
 */
gint64
ty_marks_get_days (TyMarks *self,
                   gint64   person,
                   TyDate   as_of)
{
  gint64 sum = 0;

  for (guint i = find_first (self, TY_MARK_TRAINING, person); is_of (self, TY_MARK_TRAINING, i, person); i++)
    {
      const TyMarkRow *row = get_row (self, TY_MARK_TRAINING, i);

      if (row->from.year == as_of.year && ty_date_compare (row->from, as_of) <= 0)
        sum += MAX (row->number, 0);
    }
  return sum;
}

/**
 * ty_marks_get_grade:
 * @self: marks
 * @person: key of a person
 * @as_of: the cut-off date
 *
 * Returns: (transfer none) (nullable): grade of the newest appraisal whose period had ended; of several that
 *   ended on the same day, that of the longest period
 */
const char *
ty_marks_get_grade (TyMarks *self,
                    gint64   person,
                    TyDate   as_of)
{
  const char *grade = NULL;

  for (guint i = find_first (self, TY_MARK_APPRAISAL, person); is_of (self, TY_MARK_APPRAISAL, i, person); i++)
    {
      const TyMarkRow *row = get_row (self, TY_MARK_APPRAISAL, i);

      if (ty_date_compare (row->from, as_of) <= 0)
        grade = row->key;
    }
  return grade;
}

/**
 * ty_marks_get_present:
 * @self: marks
 * @kind: difficulty classes, reserves, pairings
 * @owner: key of the unit or the person
 * @as_of: the cut-off date
 *
 * Returns: (transfer none) (nullable): the word of the one in force; of several in force the newest
 */
const char *
ty_marks_get_present (TyMarks    *self,
                      TyMarkKind  kind,
                      gint64      owner,
                      TyDate      as_of)
{
  const char *key = NULL;

  for (guint i = find_first (self, kind, owner); is_of (self, kind, i, owner); i++)
    {
      const TyMarkRow *row = get_row (self, kind, i);

      if (ty_period_contains ((TyPeriod){ row->from, row->until }, as_of))
        key = row->key;
    }
  return key;
}

/**
 * ty_marks_count_present:
 * @self: marks
 * @kind: what has a period
 * @owner: key of the unit or the person
 * @as_of: the cut-off date
 *
 * Returns: how many are in force
 */
guint
ty_marks_count_present (TyMarks    *self,
                        TyMarkKind  kind,
                        gint64      owner,
                        TyDate      as_of)
{
  guint n = 0;

  for (guint i = find_first (self, kind, owner); is_of (self, kind, i, owner); i++)
    {
      const TyMarkRow *row = get_row (self, kind, i);

      n += ty_period_contains ((TyPeriod){ row->from, row->until }, as_of);
    }
  return n;
}

/**
 * ty_marks_count:
 * @self: marks
 * @kind: what has a day
 * @owner: key of the person
 * @from: the first day that counts, %TY_DATE_NONE for all, also those without a day
 * @as_of: the last
 *
 * Returns: how many lie between
 */
guint
ty_marks_count (TyMarks    *self,
                TyMarkKind  kind,
                gint64      owner,
                TyDate      from,
                TyDate      as_of)
{
  guint n = 0;

  for (guint i = find_first (self, kind, owner); is_of (self, kind, i, owner); i++)
    {
      TyDate day = get_row (self, kind, i)->from;

      n += (!ty_date_is_known (from) || ty_date_compare (day, from) >= 0) && ty_date_compare (day, as_of) <= 0;
    }
  return n;
}

/**
 * ty_marks_get_of_year:
 * @self: marks
 * @kind: what a village tells of a year
 * @unit: key of a unit
 * @as_of: the cut-off date
 * @number: (out): what it tells, in units of 1 / %TY_DECIMAL_ONE
 *
 * Finds what is told of the last year that had ended, or ends, on the date and of which it is told.
 *
 * Returns: whether it is known
 */
gboolean
ty_marks_get_of_year (TyMarks    *self,
                      TyMarkKind  kind,
                      gint64      unit,
                      TyDate      as_of,
                      gint64     *number)
{
  gboolean known = FALSE;

  for (guint i = find_first (self, kind, unit); is_of (self, kind, i, unit); i++)
    {
      const TyMarkRow *row = get_row (self, kind, i);

      if (ty_date_compare (row->from, as_of) > 0)
        continue;
      *number = row->number;
      known = TRUE;
    }
  return known;
}

/**
 * ty_marks_find:
 * @self: marks
 * @kind: a kind
 * @owner: key of the person or the unit
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n) (nullable): those of the owner, in the order of their dates
 */
const TyMarkRow *
ty_marks_find (TyMarks    *self,
               TyMarkKind  kind,
               gint64      owner,
               guint      *n)
{
  guint first = find_first (self, kind, owner);

  for (*n = 0; is_of (self, kind, first + *n, owner);)
    (*n)++;
  return *n > 0 ? get_row (self, kind, first) : NULL;
}

/**
 * ty_marks_get_rows:
 * @self: marks
 * @kind: a kind
 *
 * Returns: (transfer none) (element-type TyMarkRow): all of them, in the order of their owners
 */
GArray *
ty_marks_get_rows (TyMarks    *self,
                   TyMarkKind  kind)
{
  return self->kinds[kind];
}
