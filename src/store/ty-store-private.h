/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

gint64   ty_store_get_writer   (TyStore  *self);
gboolean ty_store_ensure_writer (TyStore *self,
                                GError  **error);
void     ty_store_reload_writer (TyStore *self);
gboolean ty_store_save_counter (TyStore  *self,
                                GError  **error);
void     ty_store_set_check_limit (goffset bytes);

G_END_DECLS
