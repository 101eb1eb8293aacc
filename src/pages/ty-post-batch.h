/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-posts.h"

G_BEGIN_DECLS

/* A form for all that one document decides. Signal: “saved” (s text), after it was acknowledged; the window
 * then closes itself. */
#define TY_TYPE_POST_BATCH (ty_post_batch_get_type ())
G_DECLARE_FINAL_TYPE (TyPostBatch, ty_post_batch, TY, POST_BATCH, AdwWindow)

TyPostBatch *ty_post_batch_new      (TyOffice    *office) G_GNUC_WARN_UNUSED_RESULT;
void         ty_post_batch_set_text (TyPostBatch *self,
                                     const char  *text);
void         ty_post_batch_add_person (TyPostBatch *self,
                                       gint64       person,
                                       const char  *name);
guint        ty_post_batch_count    (TyPostBatch *self,
                                     guint       *n_unclear);

G_END_DECLS
