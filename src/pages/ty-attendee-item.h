/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-row.h"
#include "ty-training-table.h"

G_BEGIN_DECLS

#define TY_TYPE_ATTENDEE_ITEM (ty_attendee_item_get_type ())
G_DECLARE_FINAL_TYPE (TyAttendeeItem, ty_attendee_item, TY, ATTENDEE_ITEM, GObject)

typedef enum
{
  TY_ATTENDEE_COLUMN_NAME,
  TY_ATTENDEE_COLUMN_UNIT,
  TY_ATTENDEE_COLUMN_POSTS,
  TY_ATTENDEE_COLUMN_DAYS,
  TY_ATTENDEE_COLUMN_RESULT,
  TY_ATTENDEE_COLUMN_CERTIFICATE,
} TyAttendeeColumn;

#define TY_N_ATTENDEE_COLUMNS (TY_ATTENDEE_COLUMN_CERTIFICATE + 1)

TyAttendeeItem *ty_attendee_item_new        (const TyAttendanceRow *row,
                                             TyRecord              *course,
                                             TyRosterRow           *person) G_GNUC_WARN_UNUSED_RESULT;
TyRecord       *ty_attendee_item_get        (TyAttendeeItem        *self);
gint64          ty_attendee_item_get_person (TyAttendeeItem        *self);
const char     *ty_attendee_item_get_text   (TyAttendeeItem        *self,
                                             TyAttendeeColumn       column);

G_END_DECLS
