/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the records of an open file tell, on whatever cut-off date and in whatever scope, so that another of
 * these asks no record again. Any thread may use it, with a connection of its own. */
typedef struct _TyProblemIndex TyProblemIndex;

TyProblemIndex *ty_problem_index_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void            ty_problem_index_free  (TyProblemIndex *self);
void            ty_problem_index_clear (TyProblemIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyProblemIndex, ty_problem_index_free)

G_END_DECLS
