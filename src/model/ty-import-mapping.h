/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TY_IMPORT_MAPPING_ERROR_SYNTAX,
} TyImportMappingError;

#define TY_IMPORT_MAPPING_ERROR (ty_import_mapping_error_quark ())

/**
 * TyImportMapping:
 *
 * What the columns of a table mean: a target for each heading, such as `person.birth`, `own:5`, or nothing for
 * a column that is not read. Under a name it is kept for the next file of the same look.
 */
typedef struct _TyImportMapping TyImportMapping;

GQuark           ty_import_mapping_error_quark  (void);
TyImportMapping *ty_import_mapping_new          (const char       *name,
                                                 const char       *kind) G_GNUC_WARN_UNUSED_RESULT;
TyImportMapping *ty_import_mapping_copy         (TyImportMapping  *self) G_GNUC_WARN_UNUSED_RESULT;
void             ty_import_mapping_free         (TyImportMapping  *self);
const char      *ty_import_mapping_get_name     (TyImportMapping  *self);
const char      *ty_import_mapping_get_kind     (TyImportMapping  *self);
guint            ty_import_mapping_get_n_columns (TyImportMapping *self);
void             ty_import_mapping_set          (TyImportMapping  *self,
                                                 const char       *heading,
                                                 const char       *target);
const char      *ty_import_mapping_get          (TyImportMapping  *self,
                                                 const char       *heading);
gboolean         ty_import_mapping_fits         (TyImportMapping  *self,
                                                 GPtrArray        *headings);
TyImportMapping *ty_import_mapping_from_json    (const char       *json,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char            *ty_import_mapping_to_json      (TyImportMapping  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportMapping, ty_import_mapping_free)

G_END_DECLS
