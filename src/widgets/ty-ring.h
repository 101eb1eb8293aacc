/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_RING (ty_ring_get_type ())
G_DECLARE_FINAL_TYPE (TyRing, ty_ring, TY, RING, GtkWidget)

GtkWidget *ty_ring_new (guint percent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
