/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

void                  ty_font_features_add      (PangoAttrList *attributes);
PangoFontDescription *ty_font_features_dup_font (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
