/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-person.h"
#include "ty-time-line.h"

G_BEGIN_DECLS

TyTimeLine *ty_person_time_line_new   (TyPersonFile *file,
                                       TyDate        as_of) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *ty_person_time_line_build (TyPersonFile *file,
                                       TyDate        as_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
