/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-field"

#include "config.h"

#include "ty-roster-field.h"

#include "ty-education.h"
#include "ty-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A column that shows one field of a record has that field's label and privacy class, unless it is
 * called otherwise in a roster. What is reckoned is as private as what it is reckoned from. */
typedef struct
{
  const char *word;
  const TyRecordInfo *info; /* (nullable) */
  guint field;              /* of @info */
  const char *label;        /* (nullable) */
  double width;             /* in characters of a sheet, two for a Chinese one */
  gboolean is_long;         /* stands from the left: it differs much in length */
} Field;

#define OF_PERSON(field) &ty_person_info, TY_PERSON_##field
#define OF_EDUCATION(field) &ty_education_info, TY_EDUCATION_##field

static const Field fields[TY_N_ROSTER_FIELDS] = {
  [TY_ROSTER_FIELD_NUMBER] = { "number", NULL, 0, NC_("roster", "No."), 5, FALSE },
  [TY_ROSTER_FIELD_TOWNSHIP] = { "township", NULL, 0, NC_("roster", "Township (sub-district)"), 12, FALSE },
  [TY_ROSTER_FIELD_VILLAGE] = { "village", NULL, 0, NC_("roster", "Village (community)"), 14, FALSE },
  [TY_ROSTER_FIELD_NAME] = { "name", OF_PERSON (NAME), NULL, 9, FALSE },
  [TY_ROSTER_FIELD_POSTS] = { "posts", NULL, 0, NC_("roster", "Present posts"), 22, TRUE },
  [TY_ROSTER_FIELD_SEX] = { "sex", OF_PERSON (SEX), NULL, 5, FALSE },
  [TY_ROSTER_FIELD_ETHNICITY] = { "ethnicity", OF_PERSON (ETHNICITY), NULL, 7, FALSE },
  [TY_ROSTER_FIELD_BIRTH] = { "birth", OF_PERSON (BIRTH), NC_("roster", "Born"), 9, FALSE },
  [TY_ROSTER_FIELD_AGE] = { "age", OF_PERSON (BIRTH), NC_("roster", "Age"), 5, FALSE },
  [TY_ROSTER_FIELD_NATIVE_PLACE] = { "native_place", OF_PERSON (NATIVE_PLACE), NULL, 11, FALSE },
  [TY_ROSTER_FIELD_BIRTH_PLACE] = { "birth_place", OF_PERSON (BIRTH_PLACE), NULL, 11, FALSE },
  [TY_ROSTER_FIELD_WORK_DATE] = { "work_date", OF_PERSON (WORK_DATE), NC_("roster", "Started work"), 9, FALSE },
  [TY_ROSTER_FIELD_POLITICAL] = { "political", OF_PERSON (POLITICAL), NULL, 11, FALSE },
  [TY_ROSTER_FIELD_PARTY_DATE] = { "party_date", OF_PERSON (PARTY_DATE), NC_("roster", "Joined the party"), 9, FALSE },
  [TY_ROSTER_FIELD_EDUCATION] = { "education", OF_EDUCATION (LEVEL), NC_("roster", "Highest education"), 11, FALSE },
  [TY_ROSTER_FIELD_SCHOOL] = { "school", OF_EDUCATION (SCHOOL), NC_("roster", "School and subject"), 20, TRUE },
  [TY_ROSTER_FIELD_FULL_TIME] = { "full_time", OF_EDUCATION (LEVEL), NC_("roster", "Full-time education"), 11, FALSE },
  [TY_ROSTER_FIELD_FULL_TIME_DEGREE] = { "full_time_degree", OF_EDUCATION (LEVEL), NC_("roster", "Full-time level and degree"), 11, FALSE },
  [TY_ROSTER_FIELD_FULL_TIME_SCHOOL] = { "full_time_school", OF_EDUCATION (SCHOOL), NC_("roster", "Full-time education, school and subject"), 20, TRUE },
  [TY_ROSTER_FIELD_IN_SERVICE] = { "in_service", OF_EDUCATION (LEVEL), NC_("roster", "In-service education"), 11, FALSE },
  [TY_ROSTER_FIELD_IN_SERVICE_DEGREE] = { "in_service_degree", OF_EDUCATION (LEVEL), NC_("roster", "In-service level and degree"), 11, FALSE },
  [TY_ROSTER_FIELD_IN_SERVICE_SCHOOL] = { "in_service_school", OF_EDUCATION (SCHOOL), NC_("roster", "In-service education, school and subject"), 20, TRUE },
  [TY_ROSTER_FIELD_SKILL] = { "skill", OF_PERSON (SKILL), NULL, 12, TRUE },
  [TY_ROSTER_FIELD_SINCE] = { "since", NULL, 0, NC_("roster", "In the present post since"), 9, FALSE },
  [TY_ROSTER_FIELD_FIRST_SINCE] = { "first_since", NULL, 0, NC_("roster", "Village cadre since"), 9, FALSE },
  [TY_ROSTER_FIELD_DUAL_ROLE] = { "dual_role", NULL, 0, NC_("roster", "Dual role"), 7, FALSE },
  [TY_ROSTER_FIELD_CROSS] = { "cross", NULL, 0, NC_("roster", "Cross-appointment"), 7, FALSE },
  [TY_ROSTER_FIELD_SOURCE] = { "source", NULL, 0, NC_("roster", "Source"), 14, FALSE },
  [TY_ROSTER_FIELD_HEALTH] = { "health", OF_PERSON (HEALTH), NULL, 9, FALSE },
  [TY_ROSTER_FIELD_MARITAL] = { "marital", OF_PERSON (MARITAL), NULL, 9, FALSE },
  [TY_ROSTER_FIELD_ID_NUMBER] = { "id_number", OF_PERSON (ID_NUMBER), NULL, 21, FALSE },
  [TY_ROSTER_FIELD_PHONE] = { "phone", OF_PERSON (PHONE), NULL, 14, FALSE },
  [TY_ROSTER_FIELD_ADDRESS] = { "address", OF_PERSON (ADDRESS), NULL, 26, TRUE },
  [TY_ROSTER_FIELD_NOTE] = { "note", OF_PERSON (NOTE), NULL, 12, TRUE },
  [TY_ROSTER_FIELD_BLANK] = { "blank", NULL, 0, NC_("roster", "Blank"), 9, FALSE },
};

/**
 * ty_roster_field_to_string:
 * @self: a column
 *
 * Returns: (transfer none): its word in layouts and on the command line
 */
const char *
ty_roster_field_to_string (TyRosterField self)
{
  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FIELDS, NULL);

  return fields[self].word;
}

/**
 * ty_roster_field_parse:
 * @word: (nullable): a word
 * @field: (out): what it stands for
 *
 * Returns: whether there is such a column
 */
gboolean
ty_roster_field_parse (const char    *word,
                       TyRosterField *field)
{
  for (guint i = 0; word != NULL && i < TY_N_ROSTER_FIELDS; i++)
    if (strcmp (fields[i].word, word) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_roster_field_dup_label:
 * @self: a column
 *
 * Returns: (transfer full): what stands above it in the user’s language
 */
char *
ty_roster_field_dup_label (TyRosterField self)
{
  const Field *field = &fields[self];

  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FIELDS, NULL);

  return g_strdup (field->label != NULL ? g_dpgettext2 (NULL, "roster", field->label)
                                        : _(field->info->fields[field->field].label));
}

/**
 * ty_roster_field_get_privacy:
 * @self: a column
 *
 * Returns: the privacy class of what it shows
 */
TyPrivacy
ty_roster_field_get_privacy (TyRosterField self)
{
  const Field *field = &fields[self];

  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FIELDS, TY_PRIVACY_SENSITIVE);

  return field->info != NULL ? field->info->fields[field->field].privacy : TY_PRIVACY_PUBLIC;
}

/**
 * ty_roster_field_get_width:
 * @self: a column
 *
 * Returns: how wide it usually is, in characters of a sheet
 */
double
ty_roster_field_get_width (TyRosterField self)
{
  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FIELDS, 0);

  return fields[self].width;
}

/**
 * ty_roster_field_is_long:
 * @self: a column
 *
 * Returns: whether its texts differ so much in length that they stand from the left
 */
gboolean
ty_roster_field_is_long (TyRosterField self)
{
  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FIELDS, FALSE);

  return fields[self].is_long;
}
