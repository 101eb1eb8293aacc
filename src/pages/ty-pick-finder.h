/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-pick-row.h"

G_BEGIN_DECLS

typedef enum
{
  TY_PICK_PEOPLE,
  TY_PICK_UNITS,
} TyPickKind;

void ty_pick_finder_attach        (TyPickRow  *row,
                                   TyOffice   *office,
                                   TyPickKind  kind);
void ty_pick_finder_clear_offered (TyPickRow  *row);
void ty_pick_finder_offer         (TyPickRow  *row,
                                   gint64      key,
                                   const char *label,
                                   const char *note);

G_END_DECLS
