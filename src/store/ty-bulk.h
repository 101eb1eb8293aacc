/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"
#include "ty-store.h"

G_BEGIN_DECLS

typedef struct _TyBulk TyBulk;

TyBulk   *ty_bulk_new      (TyStore             *store,
                            const TyRecordInfo  *info,
                            GError             **error);
void      ty_bulk_free     (TyBulk              *self);
void      ty_bulk_set_text (TyBulk              *self,
                            guint                field,
                            const char          *text);
void      ty_bulk_set_int  (TyBulk              *self,
                            guint                field,
                            gint64               number);
gboolean  ty_bulk_insert   (TyBulk              *self,
                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyBulk, ty_bulk_free)

G_END_DECLS
