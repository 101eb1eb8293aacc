/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-village-file.h"

G_BEGIN_DECLS

GtkWidget *ty_village_years_card_build (TyVillageFile *file,
                                        TyDate         as_of);
GtkWidget *ty_village_class_card_build (TyVillageFile *file);

G_END_DECLS
