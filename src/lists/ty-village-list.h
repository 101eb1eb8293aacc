/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-village-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TyVillageFlags:
 * @TY_VILLAGE_SHORT: with vacant seats
 * @TY_VILLAGE_LEADERLESS: without a secretary
 * @TY_VILLAGE_NOT_DUAL: the secretary is not the head
 * @TY_VILLAGE_OVER: with more people than approved seats
 * @TY_VILLAGE_UNSET: without approved seats
 *
 * What villages may be picked by. Of several, all must be true.
 */
typedef enum
{
  TY_VILLAGE_SHORT = 1 << 0,
  TY_VILLAGE_LEADERLESS = 1 << 1,
  TY_VILLAGE_NOT_DUAL = 1 << 2,
  TY_VILLAGE_OVER = 1 << 3,
  TY_VILLAGE_UNSET = 1 << 4,
} TyVillageFlags;

#define TY_VILLAGE_N_FLAGS 5

/* Townships and villages as a tree laid flat, a GListModel of TyVillageItem. The items are made when
 * they are looked at. */
#define TY_TYPE_VILLAGE_LIST (ty_village_list_get_type ())
G_DECLARE_FINAL_TYPE (TyVillageList, ty_village_list, TY, VILLAGE_LIST, GObject)

TyVillageList  *ty_village_list_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void            ty_village_list_take_table    (TyVillageList  *self,
                                               TyVillageTable *table);
TyVillageTable *ty_village_list_get_table     (TyVillageList  *self);
void            ty_village_list_set_flags     (TyVillageList  *self,
                                               TyVillageFlags  flags);
TyVillageFlags  ty_village_list_get_flags     (TyVillageList  *self);
gboolean        ty_village_list_is_picked     (TyVillageList  *self);
void            ty_village_list_set_found     (TyVillageList  *self,
                                               GHashTable     *units);
void            ty_village_list_set_expanded  (TyVillageList  *self,
                                               gint64          unit,
                                               gboolean        expanded);
gboolean        ty_village_list_find          (TyVillageList  *self,
                                               gint64          unit,
                                               guint          *position);
const TyVillageRow *ty_village_list_get_row   (TyVillageList  *self,
                                               guint           position);
void            ty_village_list_count         (TyVillageList  *self,
                                               TyVillageFlags  with,
                                               guint           counts[TY_VILLAGE_N_FLAGS]);
gboolean        ty_village_list_find_place    (TyVillageList  *self,
                                               guint           position,
                                               int             step,
                                               gint64         *before);
gboolean        ty_village_list_find_drop     (TyVillageList  *self,
                                               gint64          unit,
                                               guint           position,
                                               gboolean        behind,
                                               gint64         *before);

G_END_DECLS
