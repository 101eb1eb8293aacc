/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_ZIP_MAX_FILE_BYTES:
 *
 * The largest file that is opened.
 */
#define TY_ZIP_MAX_FILE_BYTES (G_GUINT64_CONSTANT (256) << 20)

/**
 * TY_ZIP_MAX_MEMBERS:
 *
 * The most members a zip may have. A workbook has some twenty, and one more a picture.
 */
#define TY_ZIP_MAX_MEMBERS 2000

/**
 * TY_ZIP_MAX_RATIO:
 *
 * How many times as large as the whole file a member may become, once it is above
 * %TY_ZIP_FREE_BYTES. Sheets reach 10 to 40 times; deflate can do 1,032.
 */
#define TY_ZIP_MAX_RATIO 200
#define TY_ZIP_FREE_BYTES (1 << 20)

TyZipFile *ty_zip_file_new       (GFile         *file,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void       ty_zip_file_free      (TyZipFile     *self);
gboolean   ty_zip_file_has_part  (TyZipFile     *self,
                                  const char    *name);
TyZipPass *ty_zip_file_open_part (TyZipFile     *self,
                                  const char    *name,
                                  guint64        limit,
                                  GCancellable  *cancellable,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyZipFile, ty_zip_file_free)

G_END_DECLS
