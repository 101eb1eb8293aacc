/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-problem-index.h"
#include "ty-problems-private.h"

G_BEGIN_DECLS

GMutexLocker *ty_problem_index_lock   (TyProblemIndex       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_problem_index_update (TyProblemIndex       *self,
                                       TyColumns            *columns,
                                       TyDatabase           *database,
                                       TyDate                today,
                                       const TyProblemPace  *pace,
                                       GError              **error);
gboolean      ty_problem_index_list   (TyProblemIndex       *self,
                                       TySearch             *search,
                                       GError              **error);

G_END_DECLS
