/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyPhotoNextFunc:
 * @index: which photo, from 0
 * @person: (out): key of the person
 * @photo: (out) (transfer full): a JPEG or PNG
 * @data: the caller's
 * @error: why it cannot be had
 *
 * Hands over the photos of many people one after the other, so that they need not all be in memory.
 *
 * Returns: whether there is one
 */
typedef gboolean (*TyPhotoNextFunc) (guint      index,
                                     gint64    *person,
                                     GBytes   **photo,
                                     gpointer   data,
                                     GError   **error);

gboolean ty_photo_edit_set      (TyStore          *store,
                                 const char       *user,
                                 gint64            person,
                                 GBytes           *photo,
                                 const char       *media_type,
                                 gint64           *seq,
                                 GError          **error);
gboolean ty_photo_edit_set_many (TyStore          *store,
                                 const char       *user,
                                 guint             n_photos,
                                 const char       *media_type,
                                 TyPhotoNextFunc   next,
                                 gpointer          data,
                                 gint64           *seq,
                                 GError          **error);

G_END_DECLS
