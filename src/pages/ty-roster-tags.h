/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-person-tag.h"

G_BEGIN_DECLS

void ty_roster_tags_snapshot (GtkWidget    *widget,
                              GtkSnapshot  *snapshot,
                              PangoLayout  *layout,
                              TyPersonTags  tags);

G_END_DECLS
