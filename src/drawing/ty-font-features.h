/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

void ty_font_features_add (PangoAttrList *attributes);

G_END_DECLS
