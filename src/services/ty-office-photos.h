/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-crop.h"
#include "ty-office.h"
#include "ty-photo-batch.h"
#include "ty-photo.h"
#include "ty-progress.h"

G_BEGIN_DECLS

/* A file becomes a picture that can be cut: limits are looked at before it is decoded. */
void          ty_office_read_photo_async     (TyOffice             *self,
                                              const char           *path,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GdkPixbuf    *ty_office_read_photo_finish    (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* One action, with undo. */
void          ty_office_set_photo_async      (TyOffice             *self,
                                              gint64                person,
                                              GdkPixbuf            *picture,
                                              const TyCrop         *crop,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean      ty_office_set_photo_finish     (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* A folder of photos: looked at first, imported then as one action, with undo. */
void          ty_office_scan_photos_async    (TyOffice             *self,
                                              const char *const    *paths,
                                              TyProgressFunc        progress,
                                              gpointer              progress_data,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
TyPhotoBatch *ty_office_scan_photos_finish   (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void          ty_office_import_photos_async  (TyOffice             *self,
                                              TyPhotoBatch         *batch,
                                              TyProgressFunc        progress,
                                              gpointer              progress_data,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean      ty_office_import_photos_finish (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
