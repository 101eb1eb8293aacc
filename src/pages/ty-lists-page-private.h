/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-lists-page.h"
#include "ty-office-lists.h"
#include "ty-problem-bar.h"

G_BEGIN_DECLS

/**
 * TyListsPage:
 *
 * The lists of people that were put together by hand (名单): at the left which there are, at the right who
 * is on one, as a roster in the order of the list. What is shown is in ty-lists-page.c, what is done with
 * it in ty-lists-page-actions.c.
 */
struct _TyListsPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkStack *list_stack;
  GtkListBox *list_box;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkLabel *note_label;
  TyProblemBar *merged_bar;
  TyPeoplePage *people;

  /* Owned */
  GPtrArray *lists;          /* (nullable) (element-type TyListEntry) until they were read */
  GCancellable *counting;    /* (nullable) while they are read for the entry of the sidebar */
  GtkWidget *menu;           /* (nullable): of a list; its parent is the page */

  gint64 current;            /* key of the list that is shown, 0 = none */
  gint64 wanted;             /* key of one that is shown as soon as it is there */
  gboolean listing;
  gboolean filling;
};

/* ty-lists-page.c */
const TyListEntry *ty_lists_page_find_entry     (TyListsPage    *self);

/* ty-lists-page-actions.c */
void               ty_lists_page_install_actions (GtkWidgetClass *widget_class);
void               ty_lists_page_update_actions (TyListsPage    *self);
void               ty_lists_page_add_controllers (TyListsPage   *self);

G_END_DECLS
