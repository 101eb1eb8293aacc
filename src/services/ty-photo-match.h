/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-photo-batch.h"

G_BEGIN_DECLS

typedef struct _TyPhotoMatch TyPhotoMatch;

TyPhotoMatch *ty_photo_match_new  (TyDatabase    *database,
                                   TyDate         as_of) G_GNUC_WARN_UNUSED_RESULT;
void          ty_photo_match_free (TyPhotoMatch  *self);
char         *ty_photo_match_mask (const char    *file_name) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_photo_match_run  (TyPhotoMatch  *self,
                                   TyPhotoFile   *file,
                                   GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPhotoMatch, ty_photo_match_free)

G_END_DECLS
