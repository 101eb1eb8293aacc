/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-village-item.h"

G_BEGIN_DECLS

typedef enum
{
  TY_VILLAGE_TEXT_NAME,
  TY_VILLAGE_TEXT_FORM,
  TY_VILLAGE_TEXT_SECRETARY,
  TY_VILLAGE_TEXT_DUAL,
  TY_VILLAGE_TEXT_MEMBERS,
  TY_VILLAGE_TEXT_APPROVED,
  TY_VILLAGE_TEXT_FILLED,
  TY_VILLAGE_TEXT_VACANT,
  TY_VILLAGE_TEXT_AGE,
  TY_VILLAGE_TEXT_WOMEN,
} TyVillageText;

#define TY_TYPE_VILLAGE_CELL (ty_village_cell_get_type ())
G_DECLARE_FINAL_TYPE (TyVillageCell, ty_village_cell, TY, VILLAGE_CELL, GtkWidget)

GtkWidget     *ty_village_cell_new       (PangoLayout   *layout,
                                          TyVillageText  which,
                                          gboolean       at_end) G_GNUC_WARN_UNUSED_RESULT;
void           ty_village_cell_set_item  (TyVillageCell *self,
                                          TyVillageItem *item);
TyVillageItem *ty_village_cell_get_item  (TyVillageCell *self);
gboolean       ty_village_cell_is_arrow  (TyVillageCell *self,
                                          double         x);
char          *ty_village_text_dup       (const TyVillageRow *row,
                                          TyVillageText       which) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
