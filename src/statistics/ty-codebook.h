/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is not filled in has this number in every codebook. */
#define TY_CODEBOOK_NONE 0

typedef struct _TyCodebook TyCodebook;

TyCodebook *ty_codebook_new   (const char *list,
                               guint       limit) G_GNUC_WARN_UNUSED_RESULT;
void        ty_codebook_free  (TyCodebook *self);
guint       ty_codebook_add   (TyCodebook *self,
                               const char *key);
guint       ty_codebook_find  (TyCodebook *self,
                               const char *key);
guint       ty_codebook_get_n (TyCodebook *self);
const char *ty_codebook_get   (TyCodebook *self,
                               guint       number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCodebook, ty_codebook_free)

G_END_DECLS
