/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-import-sheet.h"

G_BEGIN_DECLS

/**
 * TyImportLook:
 * @kind: what the table seems to be, or is said to be
 * @fields: (owned) (element-type TyCustomField): the fields of the county
 * @targets: (owned) (element-type TyImportTarget): what a column can mean
 * @sheets: (owned) (element-type utf8): the names of the sheets
 * @sheet: (owned) (nullable): the first table that is one of this kind, else the first that has a heading
 * @usable: whether it is one of this kind
 * @mapping: (owned) (nullable): what is said of its columns: the mapping that was given, or a named one for tables
 *   of this look
 * @format: (owned): of the file
 * @encoding: (owned) (nullable): of its text
 *
 * What a file looks like before it is compared.
 */
typedef struct
{
  const TyImportKind *kind;
  GPtrArray *fields;
  GPtrArray *targets;
  GPtrArray *sheets;
  TyImportSheet *sheet;
  gboolean usable;
  TyImportMapping *mapping;
  char *format;
  char *encoding;
} TyImportLook;

TyImportLook    *ty_import_look_new         (TyDatabase          *database,
                                             TyImportSource      *source,
                                             const TyImportKind  *kind,
                                             TyImportMapping     *mapping,
                                             GCancellable        *cancellable,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void             ty_import_look_free        (TyImportLook        *self);
TyImportMapping *ty_import_look_dup_mapping (TyImportLook        *self,
                                             const char          *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportLook, ty_import_look_free)

G_END_DECLS
