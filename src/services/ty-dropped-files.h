/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TyDroppedKind:
 * @TY_DROPPED_COUNTY: a county file
 * @TY_DROPPED_ANSWERS: workbooks that came back from townships
 * @TY_DROPPED_IMPORT: tables, appointment files and photos
 * @TY_DROPPED_NOTHING: it could not be told; an error says why
 *
 * What files are that somebody dropped.
 */
typedef enum
{
  TY_DROPPED_COUNTY,
  TY_DROPPED_ANSWERS,
  TY_DROPPED_IMPORT,
  TY_DROPPED_NOTHING,
} TyDroppedKind;

void          ty_dropped_files_tell_async  (const char *const    *paths,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TyDroppedKind ty_dropped_files_tell_finish (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
