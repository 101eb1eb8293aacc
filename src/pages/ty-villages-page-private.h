/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-village-list.h"
#include "ty-villages-page.h"
#include "ty-wrap-box.h"

G_BEGIN_DECLS

struct _TyVillagesPage
{
  TyPage parent_instance;

  /* Template */
  GtkSearchEntry *search;
  TyWrapBox *chips;
  GtkLabel *count_label;
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkColumnView *view;
  GtkMultiSelection *selection;
  GtkRevealer *bar;
  GtkLabel *selected_label;

  /* Owned */
  TyVillageList *list;
  GSimpleActionGroup *actions;
  GCancellable *finding;  /* (nullable): of the names that are looked for */

  GtkWidget *drop_row;    /* (unowned) (nullable): over which something is dragged */
  gint64 moved;           /* the unit that was moved, which is selected when it stands there, or 0 */
};

/* ty-villages-order.c */
void       ty_villages_order_install (TyVillagesPage *self);
void       ty_villages_order_step    (TyVillagesPage *self,
                                      int             step);
void       ty_villages_order_settle  (TyVillagesPage *self);
GtkWidget *ty_villages_order_get_row (GtkWidget      *widget);

/* ty-villages-page.c */
gint64     ty_villages_page_get_selected (TyVillagesPage *self,
                                          guint          *position);

G_END_DECLS
