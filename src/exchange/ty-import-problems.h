/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-plan.h"

G_BEGIN_DECLS

guint    ty_import_problems_count (TyImportPlan  *plan,
                                   guint          part);
gboolean ty_import_problems_write (TyImportPlan  *plan,
                                   guint          part,
                                   const char    *path,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
