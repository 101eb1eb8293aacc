/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-list.h"

G_BEGIN_DECLS

#define TY_ROSTER_PAGE_SIZE 32

/**
 * TyRosterPage:
 * @number: which page, from 0
 * @n_items: how many items it has
 * @items: (owned) (array length=n_items): its items, made when first asked for
 * @people: (unowned) (array length=n_items): their keys
 * @rows: (owned) (nullable) (element-type TyRosterRow): their rows, once they have come
 * @serial: of the last request; an answer to an older one is thrown away
 * @loading: whether an answer is awaited
 * @wanted: whether it is still to be asked for
 * @link: place in the list of pages, the one used last in front
 *
 * Some rows of a roster that are kept in memory.
 */
typedef struct
{
  guint number;
  guint n_items;
  TyRosterItem *items[TY_ROSTER_PAGE_SIZE];
  const gint64 *people;
  GPtrArray *rows;
  guint serial;
  gboolean loading;
  gboolean wanted;
  GList link;
} TyRosterPage;

TyRosterPage *ty_roster_page_new      (guint          number,
                                       const gint64  *people,
                                       guint          n_items) G_GNUC_WARN_UNUSED_RESULT;
void          ty_roster_page_free     (TyRosterPage  *self);
TyRosterItem *ty_roster_page_get_item (TyRosterPage  *self,
                                       guint          index);
gboolean      ty_roster_page_is_held  (TyRosterPage  *self);
gboolean      ty_roster_page_has_held (TyRosterPage  *self,
                                       guint          index);
void          ty_roster_page_replace  (TyRosterPage  *self,
                                       const gint64  *people,
                                       guint          n_items);
void          ty_roster_page_begin    (TyRosterPage  *self,
                                       guint          serial);
void          ty_roster_page_end      (TyRosterPage  *self,
                                       GPtrArray     *rows);

G_END_DECLS
