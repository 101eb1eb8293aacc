/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-kind.h"
#include "ty-import-sheet.h"
#include "ty-record.h"
#include "ty-roster-entry.h"

G_BEGIN_DECLS

/**
 * TyImportRecord:
 * @record: (owned): what a row says
 * @said: the fields that it says, one bit for each
 *
 * A record as far as a row says it: what it does not say changes nothing.
 */
typedef struct
{
  TyRecord *record;
  guint64 said;
} TyImportRecord;

/**
 * TyImportEntry:
 * @who: (owned): of whom and where
 * @records: (owned) (element-type TyImportRecord): what it says, of a table with a column for each year a record
 *   for each year
 * @course: the course that it names; its record is %NULL where it names none
 *
 * One row of a table of records, understood.
 */
typedef struct
{
  TyRosterEntry *who;
  GArray *records;
  TyImportRecord course;
} TyImportEntry;

TyRosterHeader *ty_import_entry_new_header (TyImportSheet       *sheet) G_GNUC_WARN_UNUSED_RESULT;
TyImportEntry  *ty_import_entry_parse      (const TyImportKind  *kind,
                                            TyImportSheet       *sheet,
                                            TyRosterHeader      *header,
                                            TyTableLine         *line,
                                            TyDate               as_of,
                                            TyImportReport      *report) G_GNUC_WARN_UNUSED_RESULT;
void            ty_import_entry_free       (TyImportEntry       *self);
gboolean        ty_import_entry_is_nothing (TyImportSheet       *sheet,
                                            TyTableLine         *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportEntry, ty_import_entry_free)

G_END_DECLS
