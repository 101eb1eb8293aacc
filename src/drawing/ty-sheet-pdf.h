/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-table-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TySheetProgressFunc:
 * @n_done: how many pages are written
 * @n_pages: how many there are
 * @data: the caller's
 *
 * Hears how far it is, in the thread that writes.
 */
typedef void (*TySheetProgressFunc) (guint    n_done,
                                     guint    n_pages,
                                     gpointer data);

gboolean ty_sheet_pdf_write (TyTableSheet         *sheet,
                             int                   fd,
                             TySheetProgressFunc   progress,
                             gpointer              data,
                             GCancellable         *cancellable,
                             GError              **error);

G_END_DECLS
