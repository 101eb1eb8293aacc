/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-plan.h"
#include "ty-import-window.h"

G_BEGIN_DECLS

void ty_import_save_problems (TyImportWindow *window,
                              TyOffice       *office,
                              TyImportPlan   *plan);

G_END_DECLS
