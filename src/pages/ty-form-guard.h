/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds what stands in a form, in any words that differ where it differs. */
typedef void (*TyFormGuardFunc) (GtkWindow *form,
                                 GString   *state);

void     ty_form_guard_watch      (GtkWindow       *form);
void     ty_form_guard_watch_with (GtkWindow       *form,
                                   TyFormGuardFunc  func);
void     ty_form_guard_add_values (GtkWindow       *form,
                                   GString         *state);
gboolean ty_form_guard_is_begun   (GtkWindow       *form);
void     ty_form_guard_settle     (GtkWindow       *form);
void     ty_form_guard_close      (GtkWindow       *form);

G_END_DECLS
