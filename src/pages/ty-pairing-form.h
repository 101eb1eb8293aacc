/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-pairing.h"

G_BEGIN_DECLS

/* A form about pairings. Signal “saved” (s text): the change was acknowledged; the text says what was done. */
#define TY_TYPE_PAIRING_FORM (ty_pairing_form_get_type ())
G_DECLARE_FINAL_TYPE (TyPairingForm, ty_pairing_form, TY, PAIRING_FORM, AdwWindow)

/**
 * TyPairingFormFunc:
 * @form: the form
 * @data: as given
 *
 * Reads what was entered and calls ty_pairing_form_run(), or says by ty_pairing_form_fail() what is wrong.
 */
typedef void (*TyPairingFormFunc) (TyPairingForm *form,
                                   gpointer       data);

TyPairingForm *ty_pairing_form_new        (TyOffice            *office,
                                           const char          *title,
                                           const char          *subtitle,
                                           const char          *button,
                                           TyPairingFormFunc    func,
                                           gpointer             data,
                                           GDestroyNotify       destroy) G_GNUC_WARN_UNUSED_RESULT;
TyOffice      *ty_pairing_form_get_office (TyPairingForm       *self);
void           ty_pairing_form_add_group  (TyPairingForm       *self,
                                           GtkWidget           *group);
void           ty_pairing_form_fail       (TyPairingForm       *self,
                                           const char          *message,
                                           GtkWidget           *at);
void           ty_pairing_form_begin      (TyPairingForm       *self,
                                           char                *text);
void           ty_pairing_form_end        (TyPairingForm       *self,
                                           const GError        *error);
void           ty_pairing_form_run        (TyPairingForm       *self,
                                           const TyPairingEdit *edit,
                                           char                *text);

G_END_DECLS
