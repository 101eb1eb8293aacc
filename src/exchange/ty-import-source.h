/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-mapping.h"
#include "ty-table-source.h"

G_BEGIN_DECLS

/**
 * TyImportSource:
 *
 * From where tables are read: a file, or what was pasted. It is read again for each step, and told to be another
 * where it was changed in between.
 */
typedef struct _TyImportSource TyImportSource;

TyImportSource *ty_import_source_new_for_path (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
TyImportSource *ty_import_source_new_for_text (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
TyImportSource *ty_import_source_ref          (TyImportSource  *self);
void            ty_import_source_unref        (TyImportSource  *self);
const char     *ty_import_source_get_path     (TyImportSource  *self);
const char     *ty_import_source_get_name     (TyImportSource  *self);
const char     *ty_import_source_get_sheet    (TyImportSource  *self);
void            ty_import_source_set_sheet    (TyImportSource  *self,
                                               const char      *sheet);
char           *ty_import_source_dup_sum      (TyImportSource  *self) G_GNUC_WARN_UNUSED_RESULT;
TyTableSource  *ty_import_source_open         (TyImportSource  *self,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ty_import_source_has_changed  (TyImportSource  *self);
TyImportMapping *ty_import_source_get_mapping (TyImportSource  *self);
void             ty_import_source_set_mapping (TyImportSource  *self,
                                               TyImportMapping *mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportSource, ty_import_source_unref)

G_END_DECLS
