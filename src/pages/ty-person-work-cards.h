/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-person.h"

G_BEGIN_DECLS

GtkWidget *ty_person_results_build    (TyPersonFile *file);
GtkWidget *ty_person_appraisals_build (TyPersonFile *file);
GtkWidget *ty_person_training_build   (TyPersonFile *file);
char      *ty_person_training_dup_caption (TyPersonFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
