/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-field-info.h"

G_BEGIN_DECLS

/**
 * TyRosterField:
 *
 * What a column of an exported roster can hold (field.md 9.1 and 9.2).
 */
typedef enum
{
  TY_ROSTER_FIELD_NUMBER, /* the place in the list, from 1 */
  TY_ROSTER_FIELD_TOWNSHIP,
  TY_ROSTER_FIELD_VILLAGE,
  TY_ROSTER_FIELD_NAME,
  TY_ROSTER_FIELD_POSTS,
  TY_ROSTER_FIELD_SEX,
  TY_ROSTER_FIELD_ETHNICITY,
  TY_ROSTER_FIELD_BIRTH,
  TY_ROSTER_FIELD_AGE,
  TY_ROSTER_FIELD_NATIVE_PLACE,
  TY_ROSTER_FIELD_BIRTH_PLACE,
  TY_ROSTER_FIELD_WORK_DATE,
  TY_ROSTER_FIELD_POLITICAL,
  TY_ROSTER_FIELD_PARTY_DATE,
  TY_ROSTER_FIELD_EDUCATION, /* the highest, and where */
  TY_ROSTER_FIELD_SCHOOL,
  TY_ROSTER_FIELD_FULL_TIME,
  TY_ROSTER_FIELD_FULL_TIME_DEGREE, /* the level, and the degree in a line of its own */
  TY_ROSTER_FIELD_FULL_TIME_SCHOOL,
  TY_ROSTER_FIELD_IN_SERVICE,
  TY_ROSTER_FIELD_IN_SERVICE_DEGREE,
  TY_ROSTER_FIELD_IN_SERVICE_SCHOOL,
  TY_ROSTER_FIELD_SKILL,
  TY_ROSTER_FIELD_SINCE,       /* of the highest post */
  TY_ROSTER_FIELD_FIRST_SINCE, /* of the first post in a village */
  TY_ROSTER_FIELD_DUAL_ROLE,
  TY_ROSTER_FIELD_CROSS,
  TY_ROSTER_FIELD_SOURCE,
  TY_ROSTER_FIELD_HEALTH,
  TY_ROSTER_FIELD_MARITAL,
  TY_ROSTER_FIELD_ID_NUMBER,
  TY_ROSTER_FIELD_PHONE,
  TY_ROSTER_FIELD_ADDRESS,
  TY_ROSTER_FIELD_NOTE,
  TY_ROSTER_FIELD_BLANK, /* room to write by hand */
  TY_N_ROSTER_FIELDS,
  TY_ROSTER_FIELD_OWN = TY_N_ROSTER_FIELDS, /* of a field of the county, which the column names */
} TyRosterField;

const char *ty_roster_field_to_string   (TyRosterField   self);
gboolean    ty_roster_field_parse       (const char     *word,
                                         TyRosterField  *field);
char       *ty_roster_field_dup_label   (TyRosterField   self) G_GNUC_WARN_UNUSED_RESULT;
TyPrivacy   ty_roster_field_get_privacy (TyRosterField   self);
double      ty_roster_field_get_width   (TyRosterField   self);
gboolean    ty_roster_field_is_long     (TyRosterField   self);

G_END_DECLS
