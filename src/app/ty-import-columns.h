/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-import-look.h"

G_BEGIN_DECLS

#define TY_TYPE_IMPORT_COLUMNS (ty_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (TyImportColumns, ty_import_columns, TY, IMPORT_COLUMNS, AdwBin)

void  ty_import_columns_set_look (TyImportColumns *self,
                                  TyImportLook    *look);
char *ty_import_columns_dup_hint (TyImportLook    *look,
                                  gboolean         by_hand) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
