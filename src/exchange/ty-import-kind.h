/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-mapping.h"
#include "ty-record.h"
#include "ty-roster-header.h"
#include "ty-table-head.h"

G_BEGIN_DECLS

/**
 * TyImportPeople:
 * @TY_IMPORT_PEOPLE_NONE: its rows are about units
 * @TY_IMPORT_PEOPLE_KNOWN: its rows are about people who are in the county file
 * @TY_IMPORT_PEOPLE_ANY: its rows may be about people who are new to the county file
 *
 * About whom a kind of table is.
 */
typedef enum
{
  TY_IMPORT_PEOPLE_NONE,
  TY_IMPORT_PEOPLE_KNOWN,
  TY_IMPORT_PEOPLE_ANY,
} TyImportPeople;

/**
 * TyImportKind:
 *
 * A kind of table that offices have, such as a roster or the results of a year.
 */
typedef struct _TyImportKind TyImportKind;

/**
 * TyImportRole:
 * @TY_IMPORT_ROLE_COLUMN: what a roster says of a person or of the unit
 * @TY_IMPORT_ROLE_FIELD: a field of the record that a row makes
 * @TY_IMPORT_ROLE_COURSE: a field of the course that a row names
 * @TY_IMPORT_ROLE_OWN: a field of the county
 *
 * Of what a target is.
 */
typedef enum
{
  TY_IMPORT_ROLE_COLUMN,
  TY_IMPORT_ROLE_FIELD,
  TY_IMPORT_ROLE_COURSE,
  TY_IMPORT_ROLE_OWN,
} TyImportRole;

/**
 * TyImportTarget:
 * @word: (owned): its word in a mapping, such as `person.birth`
 * @label: (owned): its name in the user’s language
 * @role: of what it is
 * @column: for %TY_IMPORT_ROLE_COLUMN
 * @info: (nullable): the kind of record
 * @field: its field, for %TY_IMPORT_ROLE_FIELD and %TY_IMPORT_ROLE_COURSE
 * @own: (nullable) (owned): a #TyCustomField, for %TY_IMPORT_ROLE_OWN
 * @words: (nullable): how offices call such a column
 *
 * What a column of a table can mean.
 */
typedef struct
{
  char *word;
  char *label;
  TyImportRole role;
  TyRosterColumn column;
  const TyRecordInfo *info;
  guint field;
  TyRecord *own;
  const char *words;
} TyImportTarget;

/**
 * TyImportColumn:
 * @place: where it is, from 0
 * @heading: (owned): what stands above it; unlike any other of the table
 * @content: what it looks like
 * @target: (unowned) (nullable): what it means; %NULL = it is not read
 * @year: of a table with a column for each year: the year, else 0
 * @said: whether the user or a named mapping said so
 *
 * A column of a table and what it means.
 */
typedef struct
{
  guint place;
  char *heading;
  TyTableContent content;
  const TyImportTarget *target;
  guint year;
  gboolean said;
} TyImportColumn;

guint               ty_import_kind_get_n      (void);
const TyImportKind *ty_import_kind_get        (guint                i);
const TyImportKind *ty_import_kind_find       (const char          *word);
const char         *ty_import_kind_get_word   (const TyImportKind  *self);
const char         *ty_import_kind_get_label  (const TyImportKind  *self);
TyImportPeople      ty_import_kind_get_people (const TyImportKind  *self);
const TyRecordInfo *ty_import_kind_get_info   (const TyImportKind  *self);
gboolean            ty_import_kind_is_roster  (const TyImportKind  *self);
gboolean            ty_import_kind_is_natural (const TyImportKind  *self,
                                               const TyFieldInfo   *field);
GPtrArray          *ty_import_kind_list_targets (const TyImportKind *self,
                                               GPtrArray           *fields) G_GNUC_WARN_UNUSED_RESULT;
GArray             *ty_import_kind_map        (const TyImportKind  *self,
                                               GPtrArray           *targets,
                                               GPtrArray           *columns,
                                               TyImportMapping     *mapping) G_GNUC_WARN_UNUSED_RESULT;
gboolean            ty_import_kind_knows      (const char          *heading,
                                               gpointer             targets);
guint               ty_import_kind_rate       (const TyImportKind  *self,
                                               GArray              *columns);
const TyImportTarget *ty_import_kind_find_target (GPtrArray        *targets,
                                               const char          *word,
                                               guint               *year);
char               *ty_import_column_dup_word (const TyImportColumn *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
