/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-group-edit.h"

G_BEGIN_DECLS

/**
 * TyGroupChoice:
 * @word: its word
 * @op: what is done
 * @info: the person, or the kind of rows
 * @field: of a set: which field
 *
 * Something that can be done with many people at once.
 */
typedef struct
{
  const char *word;
  TyGroupOp op;
  const TyRecordInfo *info;
  guint field;
} TyGroupChoice;

extern const TyGroupChoice ty_group_choices[];
extern const guint ty_n_group_choices;

char *ty_group_choice_dup_label     (guint what) G_GNUC_WARN_UNUSED_RESULT;
char *ty_group_choice_describe_done (guint what,
                                     guint n_people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
