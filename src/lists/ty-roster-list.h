/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-roster.h"

G_BEGIN_DECLS

/* A windowed GListModel over a vector of keys: items are TyRosterItem, which answer at once and get
 * their row when its page has arrived; 32 rows a page, 64 pages kept. Properties: "n-items",
 * "n-people" (u), "loading" (b). Signals: "failed" (GError); "replaced": other people, or in another
 * order. */
#define TY_TYPE_ROSTER_LIST (ty_roster_list_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterList, ty_roster_list, TY, ROSTER_LIST, GObject)

TyRosterList *ty_roster_list_new        (TyOffice            *office) G_GNUC_WARN_UNUSED_RESULT;
void          ty_roster_list_set_query  (TyRosterList        *self,
                                         const TyRosterQuery *query);
void          ty_roster_list_reload     (TyRosterList        *self);
TyOffice     *ty_roster_list_get_office (TyRosterList        *self);
void          ty_roster_list_set_following (TyRosterList     *self,
                                         gboolean             following);
void          ty_roster_list_set_seen   (TyRosterList        *self,
                                         guint                first,
                                         guint                last);
gboolean      ty_roster_list_find       (TyRosterList        *self,
                                         gint64               person,
                                         guint               *position);
gint64        ty_roster_list_get_person (TyRosterList        *self,
                                         guint                position);
guint         ty_roster_list_get_n_people (TyRosterList      *self);
void          ty_roster_list_set_gradual (TyRosterList       *self,
                                         gboolean             gradual);
gboolean      ty_roster_list_is_growing (TyRosterList        *self);
gboolean      ty_roster_list_is_shrinking (TyRosterList      *self);
gboolean      ty_roster_list_is_hasty     (TyRosterList      *self);
void          ty_roster_list_grow       (TyRosterList        *self);
void          ty_roster_list_grow_up    (TyRosterList        *self);

/* Properties: "person" (int64), "position" (uint), "row" (TyRosterRow, NULL while loading),
 * "loading" (b). */
#define TY_TYPE_ROSTER_ITEM (ty_roster_item_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterItem, ty_roster_item, TY, ROSTER_ITEM, GObject)

typedef void (*TyRosterItemFunc) (TyRosterItem *item,
                                  gpointer      data);

TyRosterRow  *ty_roster_item_get_row    (TyRosterItem        *self);
void          ty_roster_item_watch      (TyRosterItem        *self,
                                         TyRosterItemFunc     func,
                                         gpointer             data);
void          ty_roster_item_unwatch    (TyRosterItem        *self,
                                         TyRosterItemFunc     func,
                                         gpointer             data);

G_END_DECLS
