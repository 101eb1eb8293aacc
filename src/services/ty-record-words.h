/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-record.h"

G_BEGIN_DECLS

typedef struct _TyRecordWords TyRecordWords;

TyRecordWords *ty_record_words_new          (TyDatabase         *database,
                                             TyDate              as_of) G_GNUC_WARN_UNUSED_RESULT;
void           ty_record_words_free         (TyRecordWords      *self);
char          *ty_record_words_dup_value    (TyRecordWords      *self,
                                             TyRecord           *record,
                                             guint               field,
                                             gboolean            masked) G_GNUC_WARN_UNUSED_RESULT;
char          *ty_record_words_dup_line     (TyRecordWords      *self,
                                             TyRecord           *record,
                                             gboolean            masked) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_record_words_is_sensitive (const TyRecordInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRecordWords, ty_record_words_free)

G_END_DECLS
