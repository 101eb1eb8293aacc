/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of the first steps: what it is, and the button that does it. */
#define TY_TYPE_FIRST_STEP (ty_first_step_get_type ())
G_DECLARE_FINAL_TYPE (TyFirstStep, ty_first_step, TY, FIRST_STEP, GtkListBoxRow)

GtkWidget *ty_first_step_new (guint        number,
                              const char  *title,
                              const char  *button,
                              const char  *action,
                              GVariant    *target) G_GNUC_WARN_UNUSED_RESULT;
void       ty_first_step_set (TyFirstStep *self,
                              const char  *text,
                              gboolean     done,
                              gboolean     next);

G_END_DECLS
