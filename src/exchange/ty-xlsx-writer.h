/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-date.h"

G_BEGIN_DECLS

/* What a sheet of a workbook can hold. */
#define TY_XLSX_MAX_ROWS 1048576
#define TY_XLSX_MAX_COLUMNS 16384

/**
 * TyXlsxStyle:
 * @TY_XLSX_TEXT: a text in its grid, from the left, wrapped
 * @TY_XLSX_CENTRED: a short text in the middle
 * @TY_XLSX_NUMBER: a number
 * @TY_XLSX_DAY: a day
 * @TY_XLSX_HEADING: the heading of a column
 * @TY_XLSX_GROUP: the heading of a group of rows
 * @TY_XLSX_TITLE: the title of the table
 * @TY_XLSX_LINE: what stands below the title, from the left
 * @TY_XLSX_LINE_END: the same, from the right
 * @TY_XLSX_DECIMAL: a number with two decimals
 * @TY_XLSX_WRONG: a text in which something is wrong
 * @TY_XLSX_WRONG_NUMBER: such a number
 * @TY_XLSX_WRONG_DECIMAL: such a number with two decimals
 * @TY_XLSX_WRONG_DAY: such a day
 * @TY_XLSX_DOUBTFUL: a text that somebody should look at
 * @TY_XLSX_DOUBTFUL_NUMBER: such a number
 * @TY_XLSX_DOUBTFUL_DECIMAL: such a number with two decimals
 * @TY_XLSX_DOUBTFUL_DAY: such a day
 * @TY_XLSX_OPEN_TEXT: a text that may be written over in a protected sheet
 * @TY_XLSX_OPEN_CENTRED: such a short text
 * @TY_XLSX_OPEN_NUMBER: such a number
 * @TY_XLSX_LOCKED: a short text that may not, on grey
 *
 * How a cell looks. Texts are typed as texts also by their format, so that an ID number stays one
 * when its cell is edited.
 */
typedef enum
{
  TY_XLSX_TEXT = 1,
  TY_XLSX_CENTRED,
  TY_XLSX_NUMBER,
  TY_XLSX_DAY,
  TY_XLSX_HEADING,
  TY_XLSX_GROUP,
  TY_XLSX_TITLE,
  TY_XLSX_LINE,
  TY_XLSX_LINE_END,
  TY_XLSX_DECIMAL,
  TY_XLSX_WRONG,
  TY_XLSX_WRONG_NUMBER,
  TY_XLSX_WRONG_DECIMAL,
  TY_XLSX_WRONG_DAY,
  TY_XLSX_DOUBTFUL,
  TY_XLSX_DOUBTFUL_NUMBER,
  TY_XLSX_DOUBTFUL_DECIMAL,
  TY_XLSX_DOUBTFUL_DAY,
  TY_XLSX_OPEN_TEXT,
  TY_XLSX_OPEN_CENTRED,
  TY_XLSX_OPEN_NUMBER,
  TY_XLSX_LOCKED,
} TyXlsxStyle;

/**
 * TyXlsxRuleKind:
 * @TY_XLSX_RULE_LIST: one of the texts of a list, offered as a drop-down
 * @TY_XLSX_RULE_HINT_LIST: the same, but another text is only asked about
 * @TY_XLSX_RULE_LENGTH: a text of so many characters
 * @TY_XLSX_RULE_NUMBER: a number
 *
 * What may be typed into a cell.
 */
typedef enum
{
  TY_XLSX_RULE_LIST,
  TY_XLSX_RULE_HINT_LIST,
  TY_XLSX_RULE_LENGTH,
  TY_XLSX_RULE_NUMBER,
} TyXlsxRuleKind;

/**
 * TyXlsxRule:
 * @kind: what may be typed
 * @column: the column, from 0
 * @first_row: the first row, from 1
 * @last_row: the last one
 * @sheet: for a list: the name of the sheet on which it stands
 * @list: for a list: its column there, from 0; it begins in the first row
 * @n: how many rows the list has, or characters the text
 * @message: what is said of anything else
 *
 * A rule for the cells of a column.
 */
typedef struct
{
  TyXlsxRuleKind kind;
  guint column;
  guint first_row;
  guint last_row;
  const char *sheet;
  guint list;
  guint n;
  const char *message;
} TyXlsxRule;

/**
 * TyXlsxPage:
 * @name: name of the sheet; what no sheet may be called is left out
 * @widths: (array length=n_columns): widths of the columns in characters
 * @n_columns: how many columns there are
 * @n_frozen_rows: how many rows stay in sight
 * @n_frozen_columns: how many columns stay in sight
 * @first_repeated: the first row that is printed on each page, from 1; 0 = none
 * @last_repeated: the last one
 * @header: (array fixed-size=3) (nullable): what is printed above each page but the first: left,
 *   middle and right
 * @footer: (array fixed-size=3) (nullable): what is printed below each page
 * @hidden: whether its tab is not shown
 * @guarded: whether only cells of open styles can be changed
 * @n_hidden_columns: how many columns from the left are not shown
 * @rules: (array length=n_rules) (nullable): what may be typed; they stay with the caller until the workbook is
 *   finished
 * @n_rules: how many
 *
 * How a sheet looks and is printed: A4, landscape, one page wide.
 */
typedef struct
{
  const char *name;
  const double *widths;
  guint n_columns;
  guint n_frozen_rows;
  guint n_frozen_columns;
  guint first_repeated;
  guint last_repeated;
  const char *header[3];
  const char *footer[3];
  gboolean hidden;
  gboolean guarded;
  guint n_hidden_columns;
  const TyXlsxRule *rules;
  guint n_rules;
} TyXlsxPage;

/* In a header or footer: the number of the page, and how many pages there are. */
#define TY_XLSX_PAGE_NUMBER "\x01"
#define TY_XLSX_N_PAGES "\x02"

TyXlsxWriter *ty_xlsx_writer_new        (int                fd,
                                         const TyXlsxPage  *page,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
TyXlsxWriter *ty_xlsx_writer_new_book   (int                fd,
                                         const TyXlsxPage  *pages,
                                         guint              n_pages,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_xlsx_writer_free       (TyXlsxWriter      *self);
gboolean      ty_xlsx_writer_next_sheet (TyXlsxWriter      *self,
                                         GError           **error);
void          ty_xlsx_writer_begin_row  (TyXlsxWriter      *self,
                                         double             height);
void          ty_xlsx_writer_begin_fitting_row (TyXlsxWriter *self,
                                         double             estimate);
void          ty_xlsx_writer_add_text   (TyXlsxWriter      *self,
                                         TyXlsxStyle        style,
                                         const char        *text);
void          ty_xlsx_writer_add_number (TyXlsxWriter      *self,
                                         TyXlsxStyle        style,
                                         double             number);
void          ty_xlsx_writer_add_date   (TyXlsxWriter      *self,
                                         TyXlsxStyle        style,
                                         TyDate             date);
void          ty_xlsx_writer_merge      (TyXlsxWriter      *self,
                                         guint              first,
                                         guint              last,
                                         guint              n_rows);
gboolean      ty_xlsx_writer_end_row    (TyXlsxWriter      *self,
                                         GError           **error);
gboolean      ty_xlsx_writer_finish     (TyXlsxWriter      *self,
                                         GError           **error);
guint         ty_xlsx_writer_get_n_cut  (TyXlsxWriter      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsxWriter, ty_xlsx_writer_free)

G_END_DECLS
