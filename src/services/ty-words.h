/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-record.h"
#include "ty-roster-table.h"
#include "ty-unit-names.h"

G_BEGIN_DECLS

const char *ty_words_get_label   (const char       *list,
                                  const char       *key);
const char *ty_words_get_separator (void);
char       *ty_words_dup_month   (TyDate            date) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_words_dup_post    (TyUnitNames      *names,
                                  gint64            unit,
                                  const char       *post,
                                  TyDate            day) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_words_dup_row_post (TyUnitNames      *names,
                                  const TyRosterPostRow *row,
                                  TyDate            day) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_words_dup_post_of (TyUnitNames      *names,
                                  TyRecord         *appointment,
                                  TyDate            day) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *ty_words_sort_posts  (GArray           *posts,
                                  TyDate            as_of);
char       *ty_words_dup_posts   (TyUnitNames      *names,
                                  GArray           *posts,
                                  TyDate            as_of) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_words_dup_posts_in (TyUnitNames     *names,
                                  GArray           *posts,
                                  gint64            unit,
                                  TyDate            as_of) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_words_dup_label   (const char       *list,
                                  const char       *key,
                                  const char       *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ty_words_is_finished (TyRecord         *education,
                                  TyDate            as_of);
char       *ty_words_dup_level   (TyRecord         *education) G_GNUC_WARN_UNUSED_RESULT;
const char *ty_words_get_short_level (const char       *level);
char       *ty_words_dup_short_level (TyRecord       *education) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
