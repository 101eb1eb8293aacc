/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-village-file.h"

G_BEGIN_DECLS

GtkWidget *ty_village_team_build         (TyVillageFile *file,
                                          TyTeam        *team) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_village_team_build_figure  (TyVillageFile *file,
                                          guint          index) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_village_team_build_ages    (TyVillageFile *file) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_village_team_build_seats   (TyVillageFile *file) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_village_team_build_history (TyVillageFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
