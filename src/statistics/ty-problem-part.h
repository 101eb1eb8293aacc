/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-problems-private.h"

G_BEGIN_DECLS

/* What the posts and records of the people in one chunk tell, on whatever date. It is only read. */
typedef struct _TyProblemPart TyProblemPart;

TyProblemPart *ty_problem_part_read       (TySearch       *search,
                                           guint           number,
                                           guint32         kept,
                                           const guint     room[TY_N_PROBLEM_KINDS],
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyProblemPart *ty_problem_part_ref        (TyProblemPart  *self);
void           ty_problem_part_unref      (TyProblemPart  *self);
gboolean       ty_problem_part_is_of      (TyProblemPart  *self,
                                           TyChunk        *chunk,
                                           TyUnits        *units,
                                           guint32         kept,
                                           TyDate          today);
guint          ty_problem_part_get_n_told (TyProblemPart  *self,
                                           TyProblemKind   kind);
gboolean       ty_problem_part_list       (TyProblemPart  *self,
                                           TySearch       *search,
                                           guint           number,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyProblemPart, ty_problem_part_unref)

G_END_DECLS
