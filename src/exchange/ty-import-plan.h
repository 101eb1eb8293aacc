/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-kind.h"
#include "ty-import-mapping.h"
#include "ty-import-report.h"
#include "ty-import-source.h"
#include "ty-record.h"

G_BEGIN_DECLS

/**
 * TyImportState:
 * @TY_IMPORT_STATE_REFUSED: cannot be taken over; `reason` says why
 * @TY_IMPORT_STATE_DOUBTFUL: perhaps of one of the `twins`; taken over only when the user says of whom
 * @TY_IMPORT_STATE_CHANGED: of what is known, and says something else
 * @TY_IMPORT_STATE_NEW: of what is not in the county file
 * @TY_IMPORT_STATE_SAME: of what is known, and says nothing new
 *
 * How a row stands to the county file, in the order in which rows are shown.
 */
typedef enum
{
  TY_IMPORT_STATE_REFUSED,
  TY_IMPORT_STATE_DOUBTFUL,
  TY_IMPORT_STATE_CHANGED,
  TY_IMPORT_STATE_NEW,
  TY_IMPORT_STATE_SAME,
} TyImportState;

#define TY_N_IMPORT_STATES (TY_IMPORT_STATE_SAME + 1)

#define TY_IMPORT_WHOLE_ROW G_MAXUINT

/**
 * TyImportChange:
 * @info: the kind of record
 * @field: the field, or %TY_IMPORT_WHOLE_ROW for a row that is new or of a field of the county
 * @own: key of a field of the county, or 0
 * @label: (unowned): what would change, in the user’s language
 * @old: (unowned) (nullable): what the county file says, in words
 * @new: (unowned): what the table says
 * @accepted: whether it shall be done; may be set until the import
 * @sensitive: whether it is masked until somebody asks
 * @follows: comes with another change, and cannot be refused alone
 *
 * Something that a row would change. Its texts are those of the plan.
 */
typedef struct
{
  const TyRecordInfo *info;
  guint field;
  gint64 own;
  const char *label;
  const char *old;
  const char *new;
  guint accepted : 1;
  guint sensitive : 1;
  guint follows : 1;
} TyImportChange;

/**
 * TyImportRow:
 * @part: the place of its source in the plan
 * @sheet: (unowned) (nullable): its sheet; none for what no row says, such as a post that ends
 * @row: its row, from 1, or 0
 * @name: (unowned) (nullable): who or what it is about
 * @place: (unowned) (nullable): the unit
 * @state: how it stands to the county file
 * @accepted: whether it shall be taken over; may be set until the import
 * @again: whether a row before is about the same person
 * @answered: whether the user said who it is
 * @pending: whether it is to be compared anew, after an answer
 * @subject: the key of the person or the unit, or 0 for a new one
 * @twins: (owned) (nullable) (element-type TyPerson): who it may be
 * @changes: (owned) (nullable) (element-type TyImportChange): what it would change
 * @reason: (unowned) (nullable): why it is refused or doubtful, a sentence
 *
 * A row of a table before it is imported.
 */
typedef struct
{
  guint part;
  const char *sheet;
  guint row;
  const char *name;
  const char *place;
  TyImportState state;
  guint accepted : 1;
  guint again : 1;
  guint answered : 1;
  guint pending : 1;
  gint64 subject;
  GPtrArray *twins;
  GArray *changes;
  const char *reason;
} TyImportRow;

/**
 * TyImportPart:
 * @source: (owned): the file
 * @report: (owned): what was found in it, with each problem and its place
 * @first_row: the place of its first row in the plan
 * @n_rows: how many rows are its own
 * @seq: the action that imported it, or 0
 *
 * What one source says.
 */
typedef struct
{
  TyImportSource *source;
  TyImportReport *report;
  guint first_row;
  guint n_rows;
  gint64 seq;
} TyImportPart;

/**
 * TyImportOptions:
 * @kind: what the tables are
 * @as_of: the date for which they speak
 * @end_missing: of a roster: the day the term changed, or none
 *
 * How tables are understood.
 */
typedef struct
{
  const TyImportKind *kind;
  TyDate as_of;
  TyDate end_missing;
} TyImportOptions;

/**
 * TyImportTopic:
 * @info: the kind of record
 * @field: the field, or %TY_IMPORT_WHOLE_ROW
 * @own: key of a field of the county, or 0
 * @label: (unowned): its label
 * @n: how many rows that are accepted would change it
 * @n_accepted: of these, how many shall
 *
 * A field that rows of a plan would change.
 */
typedef struct
{
  const TyRecordInfo *info;
  guint field;
  gint64 own;
  const char *label;
  guint n;
  guint n_accepted;
} TyImportTopic;

/**
 * TyImportPlan:
 *
 * What tables would change in the county file, row by row and field by field.
 */
typedef struct _TyImportPlan TyImportPlan;

TyImportPlan    *ty_import_plan_new          (const TyImportOptions *options,
                                              TyImportMapping       *mapping) G_GNUC_WARN_UNUSED_RESULT;
TyImportPlan    *ty_import_plan_ref          (TyImportPlan          *self);
void             ty_import_plan_unref        (TyImportPlan          *self);
const TyImportOptions *ty_import_plan_get_options (TyImportPlan     *self);
TyImportMapping *ty_import_plan_get_mapping  (TyImportPlan          *self);
TyImportPart    *ty_import_plan_add_part     (TyImportPlan          *self,
                                              TyImportSource        *source);
void             ty_import_plan_begin_part   (TyImportPlan          *self,
                                              TyImportPart          *part);
guint            ty_import_plan_get_n_parts  (TyImportPlan          *self);
TyImportPart    *ty_import_plan_get_part     (TyImportPlan          *self,
                                              guint                  i);
TyImportRow     *ty_import_plan_add_row      (TyImportPlan          *self,
                                              const char            *sheet,
                                              guint                  row,
                                              const char            *name,
                                              const char            *place);
guint            ty_import_plan_get_n_rows   (TyImportPlan          *self);
TyImportRow     *ty_import_plan_get_row      (TyImportPlan          *self,
                                              guint                  i);
guint            ty_import_plan_get_place_of (TyImportPlan          *self,
                                              const TyImportRow     *row);
gboolean         ty_import_plan_answer       (TyImportPlan          *self,
                                              guint                  i,
                                              gint64                 person);
guint            ty_import_plan_answer_single (TyImportPlan         *self);
void             ty_import_plan_clear_row    (TyImportPlan          *self,
                                              TyImportRow           *row);
const char      *ty_import_plan_intern       (TyImportPlan          *self,
                                              const char            *text);
guint            ty_import_plan_count        (TyImportPlan          *self,
                                              TyImportState          state);
guint            ty_import_plan_count_accepted (TyImportPlan        *self);
void             ty_import_plan_accept_state (TyImportPlan          *self,
                                              TyImportState          state,
                                              gboolean               accepted);
void             ty_import_plan_accept_topic (TyImportPlan          *self,
                                              const TyImportTopic   *field,
                                              gboolean               accepted);
GArray          *ty_import_plan_list_topics  (TyImportPlan          *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *ty_import_plan_list_problems (TyImportPlan         *self,
                                              const TyImportRow     *row) G_GNUC_WARN_UNUSED_RESULT;
char            *ty_import_plan_to_json      (TyImportPlan          *self) G_GNUC_WARN_UNUSED_RESULT;

char            *ty_import_row_dup_place     (const TyImportRow     *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ty_import_change_is_of   (const TyImportChange  *change,
                                              const TyImportTopic   *field);
char            *ty_import_topic_dup_word    (const TyImportTopic   *self) G_GNUC_WARN_UNUSED_RESULT;
const char      *ty_import_state_get_word    (TyImportState          self);
const char      *ty_import_state_get_label   (TyImportState          self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportPlan, ty_import_plan_unref)

G_END_DECLS
