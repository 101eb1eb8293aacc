/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-name-index.h"
#include "ty-views.h"

G_BEGIN_DECLS

char *test_answers_dup_rows    (TyColumns         *columns,
                                TyNameIndex       *names) G_GNUC_WARN_UNUSED_RESULT;
char *test_answers_dup_figures (TyColumns         *columns,
                                TyNameIndex       *names,
                                TyViews           *views,
                                const char *const *days,
                                const gint64      *scopes,
                                guint              n_places) G_GNUC_WARN_UNUSED_RESULT;
void  test_answers_assert_people (TyColumns       *first,
                                TyColumns         *second);
void  test_answers_assert_same (const char        *first,
                                const char        *second);

G_END_DECLS
