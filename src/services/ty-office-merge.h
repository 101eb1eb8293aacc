/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-person.h"
#include "ty-person-merge.h"

G_BEGIN_DECLS

/**
 * TyMergeSide:
 * @TY_MERGE_KEPT: the record that stays
 * @TY_MERGE_OTHER: the record that becomes a pointer
 *
 * One of the two.
 */
typedef enum
{
  TY_MERGE_KEPT,
  TY_MERGE_OTHER,
} TyMergeSide;

#define TY_MERGE_N_SIDES 2

/**
 * TyMergeField:
 * @field: a field of a person
 * @differs: whether the two have different values
 * @sensitive: whether @masked are other texts than @texts
 * @texts: (owned): the values in words, by side
 * @masked: (owned): the same as they are shown until somebody asks for them
 *
 * A field that one of them knows. Pinyin that follows its name, and texts that follow their code, are
 * left out.
 */
typedef struct
{
  guint field;
  gboolean differs;
  gboolean sensitive;
  char *texts[TY_MERGE_N_SIDES];
  char *masked[TY_MERGE_N_SIDES];
} TyMergeField;

/**
 * TyMergeLine:
 * @info: what kind of record
 * @row: (unowned) (nullable): what becomes of it; of none only the record that stays has it
 * @sensitive: whether @masked are other texts than @texts
 * @texts: (owned) (nullable): what it says on each side; %NULL on a side that has nothing there
 * @masked: (owned) (nullable): the same as they are shown until somebody asks for them
 *
 * A row of one of them, or one that both have.
 */
typedef struct
{
  const TyRecordInfo *info;
  TyMergeRow *row;
  gboolean sensitive;
  char *texts[TY_MERGE_N_SIDES];
  char *masked[TY_MERGE_N_SIDES];
} TyMergeLine;

/**
 * TyMergePreview:
 * @merge: (owned): what becomes of them; whoever asks chooses here
 * @files: (owned): everything about both, by side
 * @fields: (owned) (element-type TyMergeField): those that differ first
 * @lines: (owned) (element-type TyMergeLine): the rows of both, by kind
 *
 * Two records side by side.
 */
typedef struct
{
  TyPersonMerge *merge;
  TyPersonFile *files[TY_MERGE_N_SIDES];
  GPtrArray *fields;
  GPtrArray *lines;
} TyMergePreview;

void            ty_merge_preview_free          (TyMergePreview       *self);

void            ty_office_preview_merge_async  (TyOffice             *self,
                                                gint64                kept,
                                                gint64                other,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TyMergePreview *ty_office_preview_merge_finish (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error);
/* One action, with undo. */
void            ty_office_merge_people_async   (TyOffice             *self,
                                                TyPersonMerge        *merge,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        ty_office_merge_people_finish  (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyMergePreview, ty_merge_preview_free)

G_END_DECLS
