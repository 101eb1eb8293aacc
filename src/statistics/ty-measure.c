/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure.h"

#include "ty-main-post.h"
#include "ty-ratio.h"
#include "ty-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64
get_tenure (TyView        *view,
            const TyChunk *chunk,
            guint          index,
            const guint32 *ranks,
            TyGroups       groups)
{
  return ty_main_post_get_tenure (view, chunk, index, ranks, groups);
}

static gint64
count_posts (TyView        *view,
             const TyChunk *chunk,
             guint          index,
             const guint32 *ranks,
             TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  gint64 n = 0;

  for (guint i = first[index]; i < first[index + 1]; i++)
    n += ty_view_holds_post (view, chunk, i, groups);
  return n;
}

#define SHARE(condition, key, label) { key, label, TY_MEASURE_SHARE, condition, NULL }

static const TyMeasure measures[] = {
  { "count", N_("Number"), TY_MEASURE_COUNT, TY_CONDITION_NONE, NULL },
  { "average_age", N_("Average age"), TY_MEASURE_AVERAGE, TY_CONDITION_NONE, NULL },
  SHARE (TY_CONDITION_AGE_LE_35, "age_le_35", N_("35 and under")),
  SHARE (TY_CONDITION_AGE_LE_45, "age_le_45", N_("45 and under")),
  SHARE (TY_CONDITION_AGE_LE_50, "age_le_50", N_("50 and under")),
  SHARE (TY_CONDITION_COLLEGE, "college_and_above", N_("College and higher")),
  SHARE (TY_CONDITION_BACHELOR, "fulltime_bachelor_and_above",
         N_("Full-time bachelor and higher")),
  SHARE (TY_CONDITION_FEMALE, "female", N_("Women")),
  SHARE (TY_CONDITION_DUAL_ROLE, "dual_role", N_("Dual role")),
  SHARE (TY_CONDITION_CROSS, "cross_appointments", N_("Cross-appointment")),
  SHARE (TY_CONDITION_PARTY, "party", N_("Party members")),
  SHARE (TY_CONDITION_MINORITY, "minority", N_("Ethnic minorities")),
  SHARE (TY_CONDITION_RETAINED, "retained", N_("Retained")),
  SHARE (TY_CONDITION_FROM_RESERVES, "from_reserves", N_("From the reserves")),
  SHARE (TY_CONDITION_RETURNED_HOME, "returned_home", N_("Returned home")),
  SHARE (TY_CONDITION_DISPATCHED, "dispatched", N_("Dispatched")),
  { "average_tenure", N_("Average years in the post"), TY_MEASURE_AVERAGE, TY_CONDITION_NONE,
    get_tenure },
  { "posts", N_("Posts held"), TY_MEASURE_COUNT, TY_CONDITION_NONE, count_posts },
};

/**
 * ty_measure_get_n:
 *
 * Returns: how many measures there are
 */
guint
ty_measure_get_n (void)
{
  return G_N_ELEMENTS (measures);
}

/**
 * ty_measure_get:
 * @number: which, from 0
 *
 * Returns: (transfer none): the measure
 */
const TyMeasure *
ty_measure_get (guint number)
{
  g_return_val_if_fail (number < G_N_ELEMENTS (measures), NULL);

  return &measures[number];
}

/**
 * ty_measure_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the measure of that word
 */
const TyMeasure *
ty_measure_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].key, key) == 0)
      return &measures[i];

  return NULL;
}

/**
 * ty_measure_dup_label:
 * @self: a measure
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_measure_dup_label (const TyMeasure *self)
{
  return g_strdup (_(self->label));
}

/**
 * ty_measure_format:
 * @self: a measure
 * @amount: its value
 * @decimals: how many decimals of a share or an average
 *
 * Returns: (transfer full): the number, the share in per cent or the average, rounded half up; `—`
 * of an empty population
 */
char *
ty_measure_format (const TyMeasure *self,
                   TyAmount         amount,
                   int              decimals)
{
  switch (self->kind)
    {
    case TY_MEASURE_SHARE:
      return ty_ratio_format (amount.sum, amount.n, 100, decimals);
    case TY_MEASURE_AVERAGE:
      return ty_ratio_format (amount.sum, amount.n, 1, decimals);
    case TY_MEASURE_COUNT:
    default:
      return g_strdup_printf ("%" G_GUINT64_FORMAT, amount.sum);
    }
}

/**
 * ty_measure_suits:
 * @self: a measure
 * @subject: people, villages or posts
 *
 * Returns: whether it can be measured of them: villages and posts are counted
 */
gboolean
ty_measure_suits (const TyMeasure *self,
                  TySubject        subject)
{
  return subject == TY_SUBJECT_PEOPLE || strcmp (self->key, "count") == 0;
}

/**
 * ty_measure_dup_unit:
 * @self: a measure
 * @subject: of what
 *
 * Returns: (transfer full): in what it is counted, in the user’s language, to stand behind the number
 */
char *
ty_measure_dup_unit (const TyMeasure *self,
                     TySubject        subject)
{
  if (self->kind == TY_MEASURE_SHARE)
    return g_strdup ("%");
  if (self->kind == TY_MEASURE_AVERAGE)
    /* Translators: behind an age (岁) and behind a time (年) */
    return g_strdup (self->func == NULL ? C_("unit of a figure", "years of age")
                                        : C_("unit of a figure", "years"));

  switch (subject)
    {
    case TY_SUBJECT_VILLAGES:
      /* Translators: behind a number of villages and communities */
      return g_strdup (C_("unit of a figure", "villages"));
    case TY_SUBJECT_POSTS:
      return g_strdup (C_("unit of a figure", "posts"));
    case TY_SUBJECT_PEOPLE:
    default:
      return g_strdup (C_("unit of a figure", "people"));
    }
}

/**
 * ty_measure_get_counted:
 * @self: a measure of people
 *
 * Returns: what is asked besides of those who are behind it: of a share that of which it is one, of an average
 *   age that the age is known
 */
TyCondition
ty_measure_get_counted (const TyMeasure *self)
{
  if (self->kind == TY_MEASURE_AVERAGE && self->func == NULL)
    return TY_CONDITION_BIRTH_KNOWN;

  return self->condition;
}

static int
get_decimals (const TyMeasure *self,
              int              decimals)
{
  return self->kind == TY_MEASURE_COUNT ? 0 : CLAMP (decimals, 0, 4);
}

/**
 * ty_measure_get_shown:
 * @self: a measure
 * @amount: its value
 * @decimals: how many decimals of a share or an average
 * @shown: (out): the number that ty_measure_format() shows, without its point: 9863 for `98.63`
 *
 * Returns: whether there is a number; %FALSE where a dash is shown
 */
gboolean
ty_measure_get_shown (const TyMeasure *self,
                      TyAmount         amount,
                      int              decimals,
                      gint64          *shown)
{
  if (self->kind != TY_MEASURE_COUNT && amount.n == 0)
    return FALSE;

  *shown = self->kind == TY_MEASURE_COUNT
             ? (gint64) amount.sum
             : (gint64) ty_ratio_round (amount.sum, amount.n, self->kind == TY_MEASURE_SHARE ? 100 : 1,
                                        get_decimals (self, decimals));
  return TRUE;
}

/**
 * ty_measure_format_change:
 * @self: a measure
 * @now: its value
 * @before: what it was
 * @decimals: how many decimals of a share or an average
 *
 * Returns: (transfer full): the difference of the two shown values, of shares in
 * percentage points: `+57.30`; `—` where one of them is not known
 */
char *
ty_measure_format_change (const TyMeasure *self,
                          TyAmount         now,
                          TyAmount         before,
                          int              decimals)
{
  gint64 shown, shown_before, change, power = 1;

  if (!ty_measure_get_shown (self, now, decimals, &shown)
      || !ty_measure_get_shown (self, before, decimals, &shown_before))
    return g_strdup ("—");

  change = shown - shown_before;
  for (int i = 0; i < get_decimals (self, decimals); i++)
    power *= 10;
  if (power == 1)
    return g_strdup_printf (change != 0 ? "%+" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, change);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT,
                          change > 0 ? "+" : change < 0 ? "-" : "", ABS (change) / power,
                          get_decimals (self, decimals), ABS (change) % power);
}
