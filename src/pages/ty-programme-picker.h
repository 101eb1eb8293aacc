/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-pick-row.h"

G_BEGIN_DECLS

void ty_programme_picker_attach (TyPickRow *row,
                                 TyOffice  *office);

G_END_DECLS
