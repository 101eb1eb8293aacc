/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TyFilterNamedFunc:
 * @name: the name that was given
 * @data: what was given to ty_filter_namer_ask()
 *
 * Takes a name.
 */
typedef void (*TyFilterNamedFunc) (const char *name,
                                   gpointer    data);

void ty_filter_namer_ask (GtkWindow          *parent,
                          const char         *heading,
                          const char         *name,
                          TyFilterNamedFunc   func,
                          gpointer            object);

void ty_filter_namer_ask_of (GtkWindow       *parent,
                             const char      *heading,
                             const char      *label,
                             const char      *name,
                             TyFilterNamedFunc func,
                             gpointer         object);

G_END_DECLS
