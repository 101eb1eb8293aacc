/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_TAG (ty_tag_get_type ())
G_DECLARE_FINAL_TYPE (TyTag, ty_tag, TY, TAG, AdwBin)

GtkWidget *ty_tag_new (const char *label,
                       const char *look) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
