/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-completeness"

#include "config.h"

#include "ty-completeness.h"

#include "ty-resume-entry.h"

#include <glib/gi18n-lib.h>

#define NO_FIELD G_MAXUINT

static const struct
{
  const char *label;
  guint field; /* of the person */
} infos[TY_N_EXPECTED] = {
  [TY_EXPECTED_PHOTO] = { N_("Photo"), TY_PERSON_PHOTO },
  [TY_EXPECTED_SEX] = { N_("Sex"), TY_PERSON_SEX },
  [TY_EXPECTED_BIRTH] = { N_("Born"), TY_PERSON_BIRTH },
  [TY_EXPECTED_ETHNICITY] = { N_("Ethnicity"), TY_PERSON_ETHNICITY },
  [TY_EXPECTED_NATIVE_PLACE] = { N_("Native place"), TY_PERSON_NATIVE_PLACE },
  [TY_EXPECTED_POLITICAL] = { N_("Political status"), TY_PERSON_POLITICAL },
  [TY_EXPECTED_PARTY_DATE] = { N_("Joined the party"), TY_PERSON_PARTY_DATE },
  [TY_EXPECTED_WORK_DATE] = { N_("Started work"), TY_PERSON_WORK_DATE },
  [TY_EXPECTED_HEALTH] = { N_("Health"), TY_PERSON_HEALTH },
  [TY_EXPECTED_ID_NUMBER] = { N_("ID number"), TY_PERSON_ID_NUMBER },
  [TY_EXPECTED_PHONE] = { N_("Phone"), TY_PERSON_PHONE },
  [TY_EXPECTED_EDUCATION] = { N_("Education and degrees"), NO_FIELD },
  [TY_EXPECTED_RESUME] = { N_("Résumé"), NO_FIELD },
  [TY_EXPECTED_FAMILY] = { N_("Family members"), NO_FIELD },
};

/* What was written where no code fits it counts. */
static gboolean
has_field (TyRecord *person,
           guint     field)
{
  const char *text;

  if (ty_person_info.fields[field].kind == TY_FIELD_DATE)
    return ty_date_is_known (ty_record_get_date (person, field));

  text = ty_record_get_text (person, field);
  if (text == NULL && field == TY_PERSON_ETHNICITY)
    text = ty_record_get_text (person, TY_PERSON_ETHNICITY_TEXT);
  if (text == NULL && field == TY_PERSON_POLITICAL)
    text = ty_record_get_text (person, TY_PERSON_POLITICAL_TEXT);
  return text != NULL && *text != '\0';
}

static gboolean
is_party_member (TyRecord *person)
{
  const char *political = ty_record_get_text (person, TY_PERSON_POLITICAL);

  return g_strcmp0 (political, "01") == 0 || g_strcmp0 (political, "02") == 0;
}

static gboolean
is_asked (const TyPersonFile *file,
          TyExpected          expected)
{
  return expected != TY_EXPECTED_PARTY_DATE || is_party_member (TY_RECORD (file->person));
}

static gboolean
is_there (const TyPersonFile *file,
          TyExpected          expected)
{
  switch (expected)
    {
    case TY_EXPECTED_EDUCATION:
      return file->educations->len > 0;
    case TY_EXPECTED_RESUME:
      return file->resume->len > 0;
    case TY_EXPECTED_FAMILY:
      return file->family->len > 0;
    case TY_EXPECTED_PHOTO:
    case TY_EXPECTED_SEX:
    case TY_EXPECTED_BIRTH:
    case TY_EXPECTED_ETHNICITY:
    case TY_EXPECTED_NATIVE_PLACE:
    case TY_EXPECTED_POLITICAL:
    case TY_EXPECTED_PARTY_DATE:
    case TY_EXPECTED_WORK_DATE:
    case TY_EXPECTED_HEALTH:
    case TY_EXPECTED_ID_NUMBER:
    case TY_EXPECTED_PHONE:
    case TY_N_EXPECTED:
    default:
      return has_field (TY_RECORD (file->person), infos[expected].field);
    }
}

/**
 * ty_completeness_find:
 * @file: a person’s file
 *
 * Returns: how complete it is, and what is missing
 */
TyCompleteness
ty_completeness_find (const TyPersonFile *file)
{
  TyCompleteness found = { 0, 0 };
  guint n_asked = 0, n_there = 0;

  for (guint i = 0; i < TY_N_EXPECTED; i++)
    {
      if (!is_asked (file, i))
        continue;
      n_asked++;
      if (is_there (file, i))
        n_there++;
      else
        found.missing |= 1u << i;
    }
  found.percent = 100 * n_there / n_asked;
  return found;
}

/**
 * ty_expected_get_label:
 * @self: something that is expected
 *
 * Returns: (transfer none): what it is, in the user’s language
 */
const char *
ty_expected_get_label (TyExpected self)
{
  g_return_val_if_fail ((guint) self < TY_N_EXPECTED, NULL);

  return _(infos[self].label);
}

/**
 * ty_expected_get_field:
 * @self: something that is expected
 *
 * Returns: the field of the person that should say it, or %G_MAXUINT where rows of another kind do
 */
guint
ty_expected_get_field (TyExpected self)
{
  g_return_val_if_fail ((guint) self < TY_N_EXPECTED, NO_FIELD);

  return infos[self].field;
}

/* Months since the year 0, or -1 where the month is not known. */
static int
count_months (TyDate date)
{
  return ty_date_is_known (date) && date.month > 0 ? date.year * 12 + date.month - 1 : -1;
}

static TyDate
from_months (int months)
{
  return ty_date_new ((guint) (months / 12), (guint) (months % 12 + 1), 0);
}

/**
 * ty_resume_check_run:
 * @entries: (element-type TyResumeEntry): the résumé, in order of time
 * @check: (out caller-allocates): what is wrong
 *
 * Holds the months of a résumé against each other: an entry goes on in the month in which the one above
 * it ends, or in the next. Where a month is not known, nothing is said.
 *
 * Returns: whether nothing is wrong
 */
gboolean
ty_resume_check_run (GPtrArray     *entries,
                     TyResumeCheck *check)
{
  int end = -1;

  *check = (TyResumeCheck){ TY_DATE_NONE, TY_DATE_NONE, TY_DATE_NONE };
  for (guint i = 0; i < entries->len; i++)
    {
      TyRecord *entry = g_ptr_array_index (entries, i);
      int from = count_months (ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE));
      int until = count_months (ty_record_get_date (entry, TY_RESUME_ENTRY_UNTIL_DATE));

      if (end >= 0 && from > end + 1 && !ty_date_is_known (check->gap_from))
        {
          check->gap_from = from_months (end + 1);
          check->gap_until = from_months (from - 1);
        }
      if (end >= 0 && from >= 0 && from < end && !ty_date_is_known (check->overlap))
        check->overlap = from_months (from);
      end = until;
    }
  return !ty_date_is_known (check->gap_from) && !ty_date_is_known (check->overlap);
}
