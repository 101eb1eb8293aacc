/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-filing-edit.h"

G_BEGIN_DECLS

/**
 * TyFilingRow:
 * @key: what is or should be filed
 * @name: (owned): name of the person
 * @unit: key of the unit
 * @post: key of the post, interned
 * @day: from when the post is held, of a removal until when it was
 * @year: year of the term, or 0
 * @number: (owned) (nullable): the number of the filing
 * @date: its date
 * @open: whether it is still to be filed
 *
 * A county filing (备案), or one that is missing.
 */
typedef struct
{
  TyFilingKey key;
  char *name;
  gint64 unit;
  const char *post;
  TyDate day;
  int year;
  char *number;
  TyDate date;
  gboolean open;
} TyFilingRow;

void       ty_filing_row_free       (TyFilingRow  *self);
GPtrArray *ty_filing_table_list     (TyDatabase   *database,
                                     TyDate        as_of,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_filing_table_has_rows (TyDatabase   *database,
                                     gboolean     *has_rows,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
