/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_SECTION (ty_section_get_type ())
G_DECLARE_FINAL_TYPE (TySection, ty_section, TY, SECTION, AdwBin)

GtkWidget *ty_section_new         (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void       ty_section_set_content (TySection  *self,
                                   GtkWidget  *content);
void       ty_section_set_suffix  (TySection  *self,
                                   GtkWidget  *suffix);

G_END_DECLS
