/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyImportProblem:
 * @error: whether the row cannot be imported; else a remark
 * @kind: (transfer none): its word in JSON, such as `check-digit`
 * @sheet: (owned): name of the sheet
 * @row: row of the sheet, from 1; 0 = the whole sheet
 * @column: (owned) (nullable): column as a spreadsheet names it, such as `F`
 * @heading: (owned) (nullable): what stands above the column
 * @value: (owned) (nullable): what stands in the cell; sensitive values are masked
 * @text: (owned): a sentence for the user, without the place
 *
 * Something about a cell, a row or a sheet that the user must know.
 */
typedef struct
{
  gboolean error;
  const char *kind;
  char *sheet;
  guint row;
  char *column;
  char *heading;
  char *value;
  char *text;
} TyImportProblem;

/**
 * TyImportReport:
 * @imported: whether the county file was changed
 * @seq: the action, or 0
 * @n_rows: rows of people that were read
 * @n_skipped: rows left out for errors
 * @new_people: people new to the file
 * @known_people: people recognised by their ID number
 * @changed_people: of these, with at least one changed field
 * @new_units: townships and villages made
 * @new_posts: appointments begun
 * @ended_posts: appointments ended
 * @assumed_starts: posts whose start was assumed
 * @vanished_villages: (owned) (element-type utf8): villages with people before and none on the roster
 * @n_errors: problems that are errors
 * @n_warnings: problems that are not
 * @problems: (owned) (element-type TyImportProblem): in the order of the rows
 *
 * What an import did, or in a dry run would do.
 */
struct _TyImportReport
{
  gboolean imported;
  gint64 seq;
  guint n_rows;
  guint n_skipped;
  guint new_people;
  guint known_people;
  guint changed_people;
  guint new_units;
  guint new_posts;
  guint ended_posts;
  guint assumed_starts;
  GPtrArray *vanished_villages;
  guint n_errors;
  guint n_warnings;
  GPtrArray *problems;
};

TyImportReport *ty_import_report_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void            ty_import_report_free       (TyImportReport   *self);
TyImportProblem      *ty_import_report_add        (TyImportReport   *self,
                                             gboolean          error,
                                             const char       *kind,
                                             const char       *sheet,
                                             guint             row,
                                             char             *text);
char           *ty_import_report_to_json    (TyImportReport   *self) G_GNUC_WARN_UNUSED_RESULT;
char           *ty_problem_dup_place        (const TyImportProblem  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportReport, ty_import_report_free)

G_END_DECLS
