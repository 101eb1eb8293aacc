/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-change.h"
#include "ty-history-names.h"

G_BEGIN_DECLS

const char *ty_change_words_get_label (const TyFieldInfo  *field);
char       *ty_change_words_dup_value (const TyFieldInfo  *field,
                                       const char         *value,
                                       TyHistoryNames     *names) G_GNUC_WARN_UNUSED_RESULT;
const char *ty_change_words_get_label_of (TyChange        *change,
                                       const TyFieldInfo  *field,
                                       TyHistoryNames     *names);
char       *ty_change_words_dup_value_of (TyChange        *change,
                                       const TyFieldInfo  *field,
                                       const char         *value,
                                       TyHistoryNames     *names) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_change_words_dup_owner (TyChange           *change,
                                       TyHistoryNames     *names) G_GNUC_WARN_UNUSED_RESULT;
const char *ty_change_words_get_done  (TyChangeKind        kind);

G_END_DECLS
