/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cell.h"
#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyTableContent:
 * @TY_TABLE_CONTENT_NOTHING: all cells looked at are empty
 * @TY_TABLE_CONTENT_TEXT: anything else
 * @TY_TABLE_CONTENT_ID_NUMBER: ID numbers, also those that a number cell has spoilt
 * @TY_TABLE_CONTENT_MOBILE: mobile phone numbers
 * @TY_TABLE_CONTENT_DATE: dates, as far as known
 * @TY_TABLE_CONTENT_NUMBER: other numbers
 * @TY_TABLE_CONTENT_NAME: names of people
 *
 * What most cells of a column are, by their look.
 */
typedef enum
{
  TY_TABLE_CONTENT_NOTHING,
  TY_TABLE_CONTENT_TEXT,
  TY_TABLE_CONTENT_ID_NUMBER,
  TY_TABLE_CONTENT_MOBILE,
  TY_TABLE_CONTENT_DATE,
  TY_TABLE_CONTENT_NUMBER,
  TY_TABLE_CONTENT_NAME,
} TyTableContent;

#define TY_N_TABLE_CONTENTS (TY_TABLE_CONTENT_NAME + 1)

/**
 * TyTableColumn:
 * @place: where it is, from 0
 * @heading: (owned): what stands above it, with what stands above that and a slash between:
 *   `全日制教育/学历`; empty where nothing does
 * @own: (owned): the lowest of these alone: `学历`
 * @content: what it holds, as far as the first rows tell
 *
 * A column of a table.
 */
struct _TyTableColumn
{
  guint place;
  char *heading;
  char *own;
  TyTableContent content;
};

void           ty_table_column_free  (TyTableColumn *self);
TyTableContent ty_table_content_find (const TyCell  *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTableColumn, ty_table_column_free)

G_END_DECLS
