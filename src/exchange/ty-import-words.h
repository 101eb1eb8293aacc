/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-field-info.h"
#include "ty-roster-header.h"

G_BEGIN_DECLS

const char *ty_import_words_of_field  (const TyRecordInfo *info,
                                       const TyFieldInfo  *field);
const char *ty_import_word_of_column (TyRosterColumn      column);
const char *ty_import_label_of_column (TyRosterColumn      column);

G_END_DECLS
