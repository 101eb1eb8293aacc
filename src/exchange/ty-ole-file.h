/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_OLE_MAX_FILE_BYTES:
 *
 * The largest old workbook that is opened: it is held in memory. One of 65,536 rows of 30 columns has some
 * 30 MB.
 */
#define TY_OLE_MAX_FILE_BYTES (64u << 20)

gboolean ty_ole_file_is   (const char  *bytes,
                           gsize        length);
GBytes  *ty_ole_file_read (GBytes      *file,
                           const char  *name,
                           gboolean    *found,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
