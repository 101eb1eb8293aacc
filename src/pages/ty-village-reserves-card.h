/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-village-file.h"

G_BEGIN_DECLS

GtkWidget *ty_village_reserves_card_build (TyVillageFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
