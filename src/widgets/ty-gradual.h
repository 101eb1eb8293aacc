/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TyGradualFunc:
 * @owner: a widget that is filled gradually
 *
 * Makes a small piece of it, of a millisecond or two.
 *
 * Returns: whether there is more to make
 */
typedef gboolean (*TyGradualFunc) (GtkWidget *owner);

void     ty_gradual_start  (GtkWidget     *owner,
                            TyGradualFunc  func);
void     ty_gradual_stop   (GtkWidget     *owner);
void     ty_gradual_finish (GtkWidget     *owner);
gboolean ty_gradual_is_on  (GtkWidget     *owner);

G_END_DECLS
