/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean ty_form_photo_draw (cairo_t  *cr,
                             GBytes   *photo,
                             double    x,
                             double    y,
                             double    width,
                             double    height,
                             GError  **error);

G_END_DECLS
