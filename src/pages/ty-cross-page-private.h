/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-check-list.h"
#include "ty-cross-page.h"
#include "ty-drill-panel.h"
#include "ty-filter-node.h"
#include "ty-grid-view.h"
#include "ty-wrap-box.h"

G_BEGIN_DECLS

/**
 * TyCrossPage:
 *
 * Cross tables: the user says who is counted, by what the rows and the columns are and what is told of them, and
 * every cell leads to its people. What is asked and shown is in ty-cross-page.c, the choices are in
 * ty-cross-page-choices.c, and what is saved, copied, exported and printed in ty-cross-page-tables.c.
 */
struct _TyCrossPage
{
  TyPage parent_instance;

  /* Template */
  GtkMenuButton *table_button;
  GtkLabel *table_label;
  GtkLabel *changed_label;
  TyWrapBox *choices_box;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  GtkLabel *note_label;
  GtkLabel *left_label;
  GtkLabel *right_label;
  GtkStack *stack;
  TyGridView *view;
  AdwStatusPage *empty_page;
  AdwStatusPage *problem_page;
  GtkMenuButton *options_button;
  TyDrillPanel *panel;

  /* Made in code */
  GtkDropDown *who_drop;
  GtkDropDown *rows_drop;
  GtkMenuButton *columns_button;
  TyCheckList *columns_list;
  GtkMenuButton *measures_button;
  TyCheckList *measures_list;
  GtkDropDown *cells_drop;
  GtkWidget *cells_box;
  GtkDropDown *share_drop;
  GtkDropDown *compare_drop;
  GtkEditable *day_entry;

  /* Owned */
  GSimpleActionGroup *actions;
  TyTablePlan *plan;     /* (nullable) until the saved ones were read */
  TyFilterNode *filter;  /* (nullable): that of the plan, with the names of its values */
  GPtrArray *dimensions; /* (element-type TyDimension): what can be chosen of those who are counted */
  GPtrArray *measures;   /* (element-type TyMeasure) */
  GPtrArray *own;        /* (element-type TyDimension): fields of the county */
  GPtrArray *plans;      /* (nullable) (element-type TyTablePlan): the saved ones */
  TyCrossGrid *table;    /* (nullable) */
  GCancellable *reading; /* (nullable): of the names in a filter */

  TySubject subject;     /* of which the choices are */
  gboolean filling;      /* whether the choices are being set */
};

/* ty-cross-page.c */
void     ty_cross_page_change       (TyCrossPage *self);
void     ty_cross_page_set_filter   (TyCrossPage *self,
                                     TyFilterNode *filter);

/* ty-cross-page-choices.c */
void     ty_cross_page_add_choices  (TyCrossPage *self);
void     ty_cross_page_show_choices (TyCrossPage *self);
void     ty_cross_page_set_own_fields (TyCrossPage *self,
                                       GPtrArray   *fields);

/* ty-cross-page-tables.c */
void     ty_cross_page_add_actions  (TyCrossPage *self);
void     ty_cross_page_show_name    (TyCrossPage *self);
void     ty_cross_page_update_actions (TyCrossPage *self);
const TyTablePlan *ty_cross_page_find_saved (TyCrossPage *self,
                                             const char  *id);
void     ty_cross_page_print        (TyPage      *page);

G_END_DECLS
