/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-group-edit.h"

G_BEGIN_DECLS

/**
 * TyGroupChoice:
 * @word: its word
 * @op: what is done
 * @info: the person, or the kind of rows
 * @field: of a set: which field
 * @own: (nullable): of a field of the county: which one
 *
 * Something that can be done with many people at once.
 */
typedef struct
{
  const char *word;
  TyGroupOp op;
  const TyRecordInfo *info;
  guint field;
  TyCustomField *own;
} TyGroupChoice;

extern const TyGroupChoice ty_group_choices[];
extern const guint ty_n_group_choices;

TyGroupChoice *ty_group_choice_new_own       (TyCustomField       *field) G_GNUC_WARN_UNUSED_RESULT;
void           ty_group_choice_free_own      (TyGroupChoice       *self);
char          *ty_group_choice_dup_label     (const TyGroupChoice *self) G_GNUC_WARN_UNUSED_RESULT;
char          *ty_group_choice_describe_done (const TyGroupChoice *self,
                                              guint                n_people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
