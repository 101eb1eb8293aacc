/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-grid.h"
#include "ty-store.h"
#include "ty-table-sheet.h"

G_BEGIN_DECLS

gboolean      ty_grid_book_write (TyGrid      *grid,
                                  const char  *path,
                                  TyStore     *store,
                                  const char  *user,
                                  GError     **error);
TyTableSheet *ty_grid_sheet_new  (TyGrid      *grid) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
