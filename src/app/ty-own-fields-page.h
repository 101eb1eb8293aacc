/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_OWN_FIELDS_PAGE (ty_own_fields_page_get_type ())
G_DECLARE_FINAL_TYPE (TyOwnFieldsPage, ty_own_fields_page, TY, OWN_FIELDS_PAGE, AdwPreferencesPage)

GtkWidget *ty_own_fields_page_new (TyOffice *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
