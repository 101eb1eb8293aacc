/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-collect-about.h"
#include "ty-collect-write.h"
#include "ty-import-plan.h"

G_BEGIN_DECLS

/**
 * TyCollectStatus:
 * @TY_COLLECT_REPORTED: its workbook is there
 * @TY_COLLECT_MISSING: no workbook of it is there
 * @TY_COLLECT_TWICE: there are several of one township; none of them is read
 * @TY_COLLECT_OTHER: a workbook for something else: another county, kind or day
 * @TY_COLLECT_UNREADABLE: a file that is no such workbook, or is damaged
 *
 * How a township or a file stands in a collection.
 */
typedef enum
{
  TY_COLLECT_REPORTED,
  TY_COLLECT_MISSING,
  TY_COLLECT_TWICE,
  TY_COLLECT_OTHER,
  TY_COLLECT_UNREADABLE,
} TyCollectStatus;

#define TY_N_COLLECT_STATUSES (TY_COLLECT_UNREADABLE + 1)

/**
 * TyCollectAnswer:
 * @status: how it stands
 * @township: key of the township, or 0
 * @name: (owned): the township, or the file where it is of none
 * @path: (owned) (nullable): the file
 * @reason: (owned) (nullable): why it is not read, a sentence
 * @about: (owned) (nullable): what the workbook says of itself
 * @part: its place in the plan, or -1
 *
 * A township that was asked, or a file that belongs to none.
 */
typedef struct
{
  TyCollectStatus status;
  gint64 township;
  char *name;
  char *path;
  char *reason;
  TyCollectAbout *about;
  int part;
} TyCollectAnswer;

/**
 * TyCollectAnswers:
 * @list: (owned) (element-type TyCollectAnswer): townships in the official order, then other files
 * @plan: (owned) (nullable): what the workbooks would change; none where none could be read
 *
 * What came back.
 */
typedef struct
{
  GPtrArray *list;
  TyImportPlan *plan;
} TyCollectAnswers;

TyCollectAnswers *ty_collect_read            (TyStore                *store,
                                              const char *const      *places,
                                              const TyImportKind     *kind,
                                              TyDate                  end_missing,
                                              TyCollectProgressFunc   progress,
                                              gpointer                progress_data,
                                              GCancellable           *cancellable,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              ty_collect_answers_free    (TyCollectAnswers       *self);
guint             ty_collect_answers_count   (TyCollectAnswers       *self,
                                              TyCollectStatus         status);
guint             ty_collect_answers_count_rows (TyCollectAnswers    *self,
                                              const TyCollectAnswer  *answer,
                                              TyImportState           state);
const char       *ty_collect_status_to_string (TyCollectStatus        self);
const char       *ty_collect_status_get_label (TyCollectStatus        self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCollectAnswers, ty_collect_answers_free)

G_END_DECLS
