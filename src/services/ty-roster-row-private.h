/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-row.h"

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
} TyRosterText;

#define TY_ROSTER_N_TEXTS (TY_ROSTER_TEXT_PHONE + 1)

TyRosterRow *ty_roster_row_new      (gint64        person) G_GNUC_WARN_UNUSED_RESULT;
TyRosterRow *ty_roster_row_new_gone (gint64        person) G_GNUC_WARN_UNUSED_RESULT;
void         ty_roster_row_take     (TyRosterRow  *self,
                                     TyRosterText  which,
                                     char         *text);

G_END_DECLS
