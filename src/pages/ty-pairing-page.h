/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-board.h"
#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_PAIRING_PAGE (ty_pairing_page_get_type ())
G_DECLARE_FINAL_TYPE (TyPairingPage, ty_pairing_page, TY, PAIRING_PAGE, TyPage)

GtkWidget      *ty_pairing_page_new            (TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;
TyPairingBoard *ty_pairing_page_get_board      (TyPairingPage *self);
gint64          ty_pairing_page_get_person     (TyPairingPage *self);
GArray         *ty_pairing_page_list_people    (TyPairingPage *self) G_GNUC_WARN_UNUSED_RESULT;
void            ty_pairing_page_show_programme (TyPairingPage *self,
                                                gint64         programme);

G_END_DECLS
