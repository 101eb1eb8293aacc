/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-filing-edit.h"

G_BEGIN_DECLS

/**
 * TyFilingRow:
 * @key: what is or should be filed
 * @unit: key of the unit
 * @post: key of the post, interned
 * @day: from when the post is held, of a removal until when it was
 * @year: year of the term, or 0
 * @number: (nullable): the number of the filing; that of the index
 * @date: its date
 * @open: whether it is still to be filed
 *
 * A county filing (备案), or one that is missing.
 */
typedef struct
{
  TyFilingKey key;
  gint64 unit;
  const char *post;
  TyDate day;
  int year;
  const char *number;
  TyDate date;
  gboolean open;
} TyFilingRow;

typedef struct _TyFilingIndex TyFilingIndex;

TyFilingIndex *ty_filing_index_load     (TyDatabase     *database,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyFilingIndex *ty_filing_index_ref      (TyFilingIndex  *self);
void           ty_filing_index_unref    (TyFilingIndex  *self);
GArray        *ty_filing_index_list     (TyFilingIndex  *self,
                                         TyDate          as_of) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_filing_index_find_any (TyDatabase     *database,
                                         gboolean       *found,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFilingIndex, ty_filing_index_unref)

G_END_DECLS
