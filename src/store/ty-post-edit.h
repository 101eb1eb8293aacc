/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-post-change.h"
#include "ty-store.h"

G_BEGIN_DECLS

gboolean ty_post_edit_run       (TyStore     *store,
                                 const char  *user,
                                 GPtrArray   *changes,
                                 gint64      *seq,
                                 GError     **error);
gboolean ty_post_edit_give_term (TyStore     *store,
                                 TyDate       date,
                                 gint64      *term,
                                 GError     **error);

G_END_DECLS
