/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"
#include "ty-table-column.h"
#include "ty-table-line.h"

G_BEGIN_DECLS

/* The heading is looked for among so many first rows with something in them, and what a column holds is
 * told by so many. */
#define TY_TABLE_HEAD_ROWS 30
#define TY_TABLE_CONTENT_ROWS 200

/**
 * TyHeadingFunc:
 * @text: what stands above a column
 * @data: the caller's
 *
 * Returns: whether somebody knows what a column of this heading holds
 */
typedef gboolean (*TyHeadingFunc) (const char *text,
                                   gpointer    data);

/**
 * TyTableRow:
 * @TY_TABLE_ROW_DATA: something is said here
 * @TY_TABLE_ROW_BLANK: nothing is said here
 * @TY_TABLE_ROW_HEAD: the heading or what stands above it
 * @TY_TABLE_ROW_HEADING: the heading once more, or numbers of the columns
 * @TY_TABLE_ROW_TOTAL: sums: 合计, 小计, 总计
 * @TY_TABLE_ROW_FOOTER: who filled it in, notes
 *
 * What a row of a table is.
 */
typedef enum
{
  TY_TABLE_ROW_DATA,
  TY_TABLE_ROW_BLANK,
  TY_TABLE_ROW_HEAD,
  TY_TABLE_ROW_HEADING,
  TY_TABLE_ROW_TOTAL,
  TY_TABLE_ROW_FOOTER,
} TyTableRow;

/**
 * TyTableHead:
 * @first_row: the first row of the heading, from 1; 0 = the table has none
 * @last_row: the last one; the first row of the table itself comes behind it
 * @n_known: how many columns have a heading that somebody knows
 * @titles: (owned) (element-type utf8): what stands above the heading, cleaned, one for each line
 * @columns: (owned) (element-type TyTableColumn): the columns with a heading, and those without one that
 *   hold something in the rows looked at, by place
 *
 * How a table begins.
 */
struct _TyTableHead
{
  guint first_row;
  guint last_row;
  guint n_known;
  GPtrArray *titles;
  GPtrArray *columns;
};

TyTableHead   *ty_table_head_find        (GPtrArray         *lines,
                                          GArray            *merges,
                                          TyHeadingFunc      knows,
                                          gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
TyTableHead   *ty_table_head_new_at      (GPtrArray         *lines,
                                          GArray            *merges,
                                          guint              first_row,
                                          guint              last_row,
                                          TyHeadingFunc      knows,
                                          gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
void           ty_table_head_free        (TyTableHead       *self);
TyTableColumn *ty_table_head_get_column  (TyTableHead       *self,
                                          guint              place);
TyTableRow     ty_table_head_tell_row    (TyTableHead       *self,
                                          const TyTableLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTableHead, ty_table_head_free)

G_END_DECLS
