/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-person.h"

G_BEGIN_DECLS

GtkWidget *ty_person_tags_build (const TyPersonFile *file) G_GNUC_WARN_UNUSED_RESULT;
char      *ty_person_tags_dup_trail (const TyPersonFile *file) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_person_completeness_build (const TyPersonFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
