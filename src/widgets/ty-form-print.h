/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-form-set.h"

G_BEGIN_DECLS

/**
 * TyFormSides:
 * @TY_FORM_SIDES_ALL: every page
 * @TY_FORM_SIDES_FRONTS: the first, the third and so on
 * @TY_FORM_SIDES_BACKS: the others, for paper that is turned by hand
 *
 * Which pages are printed.
 */
typedef enum
{
  TY_FORM_SIDES_ALL,
  TY_FORM_SIDES_FRONTS,
  TY_FORM_SIDES_BACKS,
} TyFormSides;

GtkPrintOperation *ty_form_print_operation_new (TyFormSet   *forms,
                                                const char  *title,
                                                TyFormSides  sides,
                                                double       right,
                                                double       down) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
