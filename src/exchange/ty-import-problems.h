/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-plan.h"

G_BEGIN_DECLS

guint    ty_import_problems_count      (TyImportPlan  *plan,
                                        guint          part);
gboolean ty_import_problems_write      (TyImportPlan  *plan,
                                        guint          part,
                                        const char    *path,
                                        GCancellable  *cancellable,
                                        GError       **error);
gboolean ty_import_problems_write_book (TyImportPlan  *plan,
                                        const char    *path,
                                        GCancellable  *cancellable,
                                        GError       **error);
gboolean ty_import_problems_write_all  (TyImportPlan  *plan,
                                        const char    *folder,
                                        GCancellable  *cancellable,
                                        GError       **error);
char    *ty_import_problems_dup_name   (TyImportPlan  *plan,
                                        guint          part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
