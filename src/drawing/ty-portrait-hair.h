/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-portrait-face.h"

G_BEGIN_DECLS

gboolean ty_portrait_hair_hides_ears  (const TyPortraitFace *face);
void     ty_portrait_hair_draw_behind (const TyPortraitFace *face,
                                       cairo_t              *cr);
void     ty_portrait_hair_draw        (const TyPortraitFace *face,
                                       cairo_t              *cr);

G_END_DECLS
