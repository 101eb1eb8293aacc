/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-person-tag.h"
#include "ty-services-types.h"

G_BEGIN_DECLS

typedef enum
{
  TY_ROSTER_TEXT_NAME,
  TY_ROSTER_TEXT_SEX,
  TY_ROSTER_TEXT_BIRTH,
  TY_ROSTER_TEXT_AGE,
  TY_ROSTER_TEXT_ETHNICITY,
  TY_ROSTER_TEXT_POLITICAL,
  TY_ROSTER_TEXT_TOWNSHIP,
  TY_ROSTER_TEXT_VILLAGE,
  TY_ROSTER_TEXT_POSTS,
  TY_ROSTER_TEXT_SINCE,
  TY_ROSTER_TEXT_EDUCATION,
  TY_ROSTER_TEXT_ID_NUMBER,
  TY_ROSTER_TEXT_PHONE,
  TY_ROSTER_TEXT_TAGS,
  TY_ROSTER_TEXT_TRAINING,
  TY_ROSTER_TEXT_APPRAISAL,
  TY_ROSTER_TEXT_DIFFICULTY,
  TY_ROSTER_TEXT_ECONOMY,
} TyRosterText;

#define TY_ROSTER_N_TEXTS (TY_ROSTER_TEXT_ECONOMY + 1)

/* From here on, what people have in the fields of the county: see ty_roster_text_of_own(). */
#define TY_ROSTER_TEXT_OWN 64

/* A line of the roster, ready to be shown. Properties, all readable: "person" (int64), "name",
 * "sex", "birth" (1978.05), "age" (43, or —), "ethnicity", "political", "township", "village",
 * "posts" (党支部书记、村委会主任), "since" (2021.10), "education" (the highest level), "id-number"
 * (masked), "phone" (masked), "tags" (近龄、后备), "training" (days of the year: 3.5), "appraisal" (the
 * last grade), "difficulty" and "economy" (of the village: 重点, 薄弱), "gone" (b: no longer in the file). */
#define TY_TYPE_ROSTER_ROW (ty_roster_row_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterRow, ty_roster_row, TY, ROSTER_ROW, GObject)

gint64      ty_roster_row_get_person (TyRosterRow *self);
const char *ty_roster_row_get_name   (TyRosterRow *self);
const char *ty_roster_row_get_text   (TyRosterRow *self,
                                      TyRosterText which);
gint64      ty_roster_row_get_unit   (TyRosterRow *self);
TyPersonTags ty_roster_row_get_tags  (TyRosterRow *self);

TyRosterText ty_roster_text_of_own   (gint64       field);
gboolean    ty_roster_text_is_masked (TyRosterText self);

G_END_DECLS
