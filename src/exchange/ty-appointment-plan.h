/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-records.h"
#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyAppointmentState:
 * @TY_APPOINTMENT_STATE_REFUSED: cannot be taken over; `reason` says why
 * @TY_APPOINTMENT_STATE_NEW: of somebody who is not in the county file
 * @TY_APPOINTMENT_STATE_CHANGED: of somebody known, and says something else
 * @TY_APPOINTMENT_STATE_SAME: of somebody known, and says nothing new
 * @TY_APPOINTMENT_STATE_DOUBTFUL: perhaps of one of the `twins`; taken over only when the user says who
 *   it is
 *
 * How an appointment file stands to the county file.
 */
typedef enum
{
  TY_APPOINTMENT_STATE_REFUSED,
  TY_APPOINTMENT_STATE_NEW,
  TY_APPOINTMENT_STATE_CHANGED,
  TY_APPOINTMENT_STATE_SAME,
  TY_APPOINTMENT_STATE_DOUBTFUL,
} TyAppointmentState;

/**
 * TyAppointmentEdit:
 * @before: (owned) (nullable): the row as it is, none for a new one
 * @after: (owned) (nullable): the row as it shall be, none for one that goes
 */
typedef struct
{
  TyRecord *before;
  TyRecord *after;
} TyAppointmentEdit;

/**
 * TyAppointmentChange:
 * @label: (owned): what would change, in the user’s language
 * @old: (owned) (nullable): what the county file says
 * @new: (owned): what the appointment file says
 * @accepted: whether it shall be done; may be set until the import
 * @sensitive: whether it is masked until somebody asks
 * @info: (unowned) (nullable): for a change of one field of the person or of the form: which record
 * @field: the field of that record
 * @value: (owned) (nullable): its new value, as text
 * @edits: (owned) (nullable) (element-type TyAppointmentEdit): for a change of rows
 *
 * Something that an appointment file would change.
 */
typedef struct
{
  char *label;
  char *old;
  char *new;
  gboolean accepted;
  gboolean sensitive;
  const TyRecordInfo *info;
  guint field;
  char *value;
  GPtrArray *edits;
} TyAppointmentChange;

/**
 * TyAppointmentLine:
 * @path: (owned): the file
 * @file: (owned) (nullable): what it says, none where it was refused before
 * @records: (owned) (nullable): the same, as records
 * @name: (owned) (nullable): the name in it
 * @state: how it stands to the county file
 * @person: the key of the person, or 0
 * @twins: (owned) (element-type TyPerson): who it may be
 * @changes: (owned) (element-type TyAppointmentChange): what it would change
 * @reason: (owned) (nullable): why it is refused or doubtful, a sentence
 * @accepted: whether it shall be taken over; may be set until the import
 *
 * One appointment file before it is imported.
 */
typedef struct
{
  char *path;
  TyAppointmentFile *file;
  TyAppointmentRecords *records;
  char *name;
  TyAppointmentState state;
  gint64 person;
  GPtrArray *twins;
  GPtrArray *changes;
  char *reason;
  gboolean accepted;
} TyAppointmentLine;

GPtrArray  *ty_appointment_plan_new         (TyDatabase         *database,
                                             const char *const  *paths,
                                             TyDate              as_of,
                                             GCancellable       *cancellable,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ty_appointment_line_set_person  (TyAppointmentLine  *self,
                                             TyDatabase         *database,
                                             gint64              person,
                                             TyDate              as_of,
                                             GError            **error);
guint       ty_appointment_plan_count       (GPtrArray          *plan,
                                             TyAppointmentState  state);
const char *ty_appointment_state_get_word   (TyAppointmentState  state);
char       *ty_appointment_plan_to_json     (GPtrArray          *plan) G_GNUC_WARN_UNUSED_RESULT;

/* ty-appointment-compare.c */
gboolean    ty_appointment_line_compare     (TyAppointmentLine  *line,
                                             TyDatabase         *database,
                                             TyDate              as_of,
                                             GError            **error);
gboolean    ty_appointment_line_is_current  (TyAppointmentLine  *line,
                                             TyDatabase         *database,
                                             TyDate              as_of,
                                             GError            **error);
void        ty_appointment_change_free      (gpointer            data);

G_END_DECLS
