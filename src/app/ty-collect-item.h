/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TY_TYPE_COLLECT_ITEM (ty_collect_item_get_type ())
G_DECLARE_FINAL_TYPE (TyCollectItem, ty_collect_item, TY, COLLECT_ITEM, GObject)

TyCollectItem *ty_collect_item_new      (const char    *outcome,
                                         const char    *name,
                                         const char    *text) G_GNUC_WARN_UNUSED_RESULT;
const char    *ty_collect_item_get_name (TyCollectItem *self);
const char    *ty_collect_item_get_text (TyCollectItem *self);

G_END_DECLS
