/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-app-types.h"
#include "ty-photo-batch.h"

G_BEGIN_DECLS

#define TY_TYPE_PHOTO_ITEM (ty_photo_item_get_type ())
G_DECLARE_FINAL_TYPE (TyPhotoItem, ty_photo_item, TY, PHOTO_ITEM, GObject)

TyPhotoItem *ty_photo_item_new (TyPhotoBatch      *batch,
                                const TyPhotoFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
