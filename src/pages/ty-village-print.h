/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-table-sheet.h"
#include "ty-village-file.h"

G_BEGIN_DECLS

TyTableSheet *ty_village_print_build (TyVillageFile *file,
                                      TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
