/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-check-report.h"

G_BEGIN_DECLS

/* How much the checks found, by severity and by check; one of them can be chosen. Signal "chosen": what is
 * chosen became another. */
#define TY_TYPE_CHECK_INDEX (ty_check_index_get_type ())
G_DECLARE_FINAL_TYPE (TyCheckIndex, ty_check_index, TY, CHECK_INDEX, AdwBin)

void        ty_check_index_show     (TyCheckIndex  *self,
                                     const guint    counts[TY_N_PROBLEM_KINDS]);
const char *ty_check_index_get_word (TyCheckIndex  *self);
void        ty_check_index_choose   (TyCheckIndex  *self,
                                     const char    *word);
gboolean    ty_check_index_matches  (TyCheckIndex  *self,
                                     TyProblemKind  kind);

G_END_DECLS
