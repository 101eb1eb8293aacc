/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bitmap.h"

G_BEGIN_DECLS

typedef struct _TyNames TyNames;

TyNames  *ty_names_new              (void) G_GNUC_WARN_UNUSED_RESULT;
TyNames  *ty_names_ref              (TyNames    *self);
void      ty_names_unref            (TyNames    *self);
guint32   ty_names_add              (TyNames    *self,
                                     const char *name,
                                     const char *pinyin);
guint     ty_names_get_n            (TyNames    *self);
gsize     ty_names_get_size         (TyNames    *self);
char     *ty_names_dup_name         (TyNames    *self,
                                     guint32     number) G_GNUC_WARN_UNUSED_RESULT;
TyBitmap *ty_names_search           (TyNames    *self,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
guint8   *ty_names_rank             (TyNames    *self,
                                     const char *text,
                                     guint      *n) G_GNUC_WARN_UNUSED_RESULT;
GArray   *ty_names_dup_pinyin_ranks (TyNames    *self) G_GNUC_WARN_UNUSED_RESULT;
GArray   *ty_names_dup_stroke_ranks (TyNames    *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyNames, ty_names_unref)

G_END_DECLS
