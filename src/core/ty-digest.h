/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

#define TY_DIGEST_BYTES 32

TyDigest *ty_digest_new         (void);
void      ty_digest_free        (TyDigest     *self);
void      ty_digest_add_bytes   (TyDigest     *self,
                                 gconstpointer data,
                                 size_t        length);
void      ty_digest_add_text    (TyDigest     *self,
                                 const char   *text);
void      ty_digest_add_integer (TyDigest     *self,
                                 gint64        number);
void      ty_digest_finish      (TyDigest     *self,
                                 guint8        hash[TY_DIGEST_BYTES]);
char     *ty_digest_to_hex      (const guint8  hash[TY_DIGEST_BYTES]) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyDigest, ty_digest_free)

G_END_DECLS
