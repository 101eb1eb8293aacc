/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-person.h"

G_BEGIN_DECLS

GtkWidget *ty_person_mandates_build (TyPersonFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
