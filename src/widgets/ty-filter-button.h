/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

/* A filter of a list: what it is about, what is chosen, and below it what can be chosen with counts.
 *
 * Properties: "title" (s, construct), "everything" (s, construct, the label of no choice), "top" and
 * "bottom" (GtkWidget, above and below the choices). Signal "chosen" (s word, s label): by the user, an
 * empty word for no choice. */
#define TY_TYPE_FILTER_BUTTON (ty_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (TyFilterButton, ty_filter_button, TY, FILTER_BUTTON, AdwBin)

void  ty_filter_button_clear_choices (TyFilterButton *self);
void  ty_filter_button_add_choice    (TyFilterButton *self,
                                      const char     *word,
                                      const char     *label,
                                      guint           count);
void  ty_filter_button_set_value     (TyFilterButton *self,
                                      const char     *word,
                                      const char     *label);
void  ty_filter_button_choose_first  (TyFilterButton *self);
void  ty_filter_button_close         (TyFilterButton *self);

G_END_DECLS
