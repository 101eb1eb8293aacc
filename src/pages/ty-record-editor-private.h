/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-problem-bar.h"
#include "ty-record-editor.h"
#include "ty-widgets-types.h"

G_BEGIN_DECLS

/**
 * TyRecordEditor:
 *
 * A form for a record, made from its table of fields: the basic information of a person, or a row of
 * the person’s file; or one for what the person has in the fields of the county, made from these. The signal “saved” comes after the change was acknowledged; the window then
 * closes itself.
 */
struct _TyRecordEditor
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  AdwPreferencesGroup *group;
  AdwPreferencesGroup *remove_group;
  AdwPreferencesGroup *twins_group;
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;

  /* Owned */
  TyOffice *office;
  TyRecord *stored;      /* (nullable): as it is in the file */
  TyRecord *original;    /* what the form began with, cleaned */
  TyRecord *record;      /* a copy that is edited */
  GPtrArray *rows;       /* (element-type TyFieldRow) */
  GPtrArray *own;        /* (nullable) (element-type TyCustomValue): what each row edits, where the
                            fields are those of the county */
  GPtrArray *own_stored; /* (nullable) (element-type utf8): what stood there, by row */
  GCancellable *cancellable;
  char *division;        /* (nullable): of the ID number whose place was proposed */
  GCancellable *looking; /* (nullable) while somebody who is the same is */
  GPtrArray *twins;      /* (element-type GtkWidget) (unowned elements): who may be the same */

  gint64 twin;           /* with whom the new person is to be merged once saved, or 0 */
  gint64 key;            /* of the new person or course, once saved */
};

void ty_record_editor_begin    (TyRecordEditor *self);
void ty_record_editor_finish   (TyRecordEditor *self,
                                gboolean        saved,
                                gboolean        removed,
                                const GError   *error);
TyFieldRow *ty_record_editor_find_row (TyRecordEditor *self,
                                       guint           field);
/* In ty-record-editor-own.c. */
void ty_record_editor_save_own   (TyRecordEditor *self);
void ty_record_editor_save_field (TyRecordEditor *self);
void ty_record_editor_watch_kind (TyRecordEditor *self);

/* In ty-record-editor-course.c. */
void ty_record_editor_save_course (TyRecordEditor *self);

G_END_DECLS
