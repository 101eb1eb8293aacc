/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-kind.h"
#include "ty-import-source.h"

G_BEGIN_DECLS

/**
 * TyImportSheet:
 * @place: the place of the sheet in its file
 * @name: (owned): its name
 * @head: (owned): how its table begins
 * @lines: (owned) (element-type TyTableLine): its first rows
 * @merges: (owned) (element-type TyCellRange): its merged blocks
 * @columns: (owned) (element-type TyImportColumn): its columns and what they mean
 * @from_above: of the row that is read: whether it got something from the row above without a merged block that
 *   says so, the first of several such rows
 *
 * A table before it is read as a whole.
 */
typedef struct
{
  guint place;
  char *name;
  TyTableHead *head;
  GPtrArray *lines;
  GArray *merges;
  GArray *columns;
  gboolean from_above;
} TyImportSheet;

typedef gboolean (*TyImportLineFunc) (TyImportSheet  *sheet,
                                      TyTableLine    *line,
                                      gpointer        data,
                                      GError        **error);

TyImportSheet *ty_import_sheet_new    (TyTableSource       *source,
                                       guint                place,
                                       const TyImportKind  *kind,
                                       GPtrArray           *targets,
                                       TyImportMapping     *mapping,
                                       GCancellable        *cancellable,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
TyImportSheet *ty_import_sheet_new_as (TyImportSheet       *other,
                                       const TyImportKind  *kind,
                                       GPtrArray           *targets,
                                       TyImportMapping     *mapping) G_GNUC_WARN_UNUSED_RESULT;
void           ty_import_sheet_free   (TyImportSheet       *self);
gboolean       ty_import_sheet_is_wanted (TyTableSource    *source,
                                       guint                place,
                                       const char          *only);
gboolean       ty_import_sheet_is_usable (TyImportSheet    *self,
                                       const TyImportKind  *kind);
gboolean       ty_import_sheet_read   (TyImportSheet       *self,
                                       TyTableSource       *source,
                                       TyImportLineFunc     func,
                                       gpointer             data,
                                       GCancellable        *cancellable,
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportSheet, ty_import_sheet_free)

G_END_DECLS
