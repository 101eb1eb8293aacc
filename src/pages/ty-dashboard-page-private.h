/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-board-grid.h"
#include "ty-board-sheet.h"
#include "ty-card-answer.h"
#include "ty-chart-json.h"
#include "ty-dashboard-card.h"
#include "ty-dashboard-page.h"
#include "ty-drill-panel.h"
#include "ty-office-dashboards.h"
#include "ty-office-snapshots.h"

G_BEGIN_DECLS

/**
 * TyDashboardPage:
 *
 * A dashboard: cards whose every mark leads to its people or villages. A click on a township narrows the other cards.
 * What is counted and shown is in ty-dashboard-page.c, what is changed in ty-dashboard-page-edit.c,
 * and snapshots in ty-dashboard-page-snapshots.c.
 */
struct _TyDashboardPage
{
  TyPage parent_instance;

  /* Template */
  GtkMenuButton *title_button;
  GtkLabel *title_label;
  GtkLabel *edited_label;
  GtkLabel *dates_label;
  GtkDropDown *compare_drop;
  GtkWidget *narrow_button;
  GtkLabel *narrow_label;
  GtkToggleButton *edit_button;
  GtkWidget *add_button;
  GtkMenuButton *export_button;
  AdwSplitButton *present_button;
  GtkWidget *frozen_bar;
  GtkLabel *frozen_label;
  GtkToggleButton *today_button;
  GtkScrolledWindow *scrolled;
  TyBoardGrid *grid;
  TyDrillPanel *panel;
  GtkStack *stack;

  /* Owned */
  GSimpleActionGroup *actions;
  GCancellable *refreshing; /* (nullable): of what is read first */
  GPtrArray *dashboards;    /* (nullable) (element-type TyDashboard) */
  TyDashboard *dashboard;   /* (nullable): the one that is shown */
  GPtrArray *answers;       /* (nullable) (element-type TyCardAnswer): in the whole scope */
  GPtrArray *narrowed;      /* (nullable) (element-type TyCardAnswer): in the unit to which it is narrowed */
  GPtrArray *cards;         /* (element-type TyDashboardCard) (unowned) */
  GPtrArray *charts;        /* (element-type TyChart) */
  GPtrArray *snapshots;     /* (nullable) (element-type TySnapshot) */
  char *snapshot_id;        /* (nullable): of the one that shall be shown instead */
  char *word;               /* of the dashboard that shall be shown */
  char *narrow_name;        /* (nullable) */
  GtkWidget *menu;          /* (nullable): of a card; its parent is the page */

  TySnapshot *snapshot;     /* (unowned) (nullable): the one that is shown, among @snapshots */
  gint64 scope;             /* for which it was asked the last time */
  gint64 narrow;            /* unit to which it is narrowed, or 0 */
  TyCardCompare compare;
  guint chosen_card;        /* whose mark leads to the panel; or #G_MAXUINT */
  gboolean filling;
};

/* ty-dashboard-page.c */
const TyCardAnswer *ty_dashboard_page_get_answer (TyDashboardPage *self,
                                                  guint            card);

void ty_dashboard_page_go_on          (TyDashboardPage *self);
void ty_dashboard_page_set_narrow     (TyDashboardPage *self,
                                       gint64           unit,
                                       const char      *name);

/* ty-dashboard-page-drill.c */
void ty_dashboard_page_close_panel    (TyDashboardPage *self);

/* ty-dashboard-page-present.c */
void ty_dashboard_page_present        (TyPage          *page);

/* ty-dashboard-page-set.c */
void ty_dashboard_page_add_set_actions (TyDashboardPage *self,
                                        GMenu           *menu);
void ty_dashboard_page_export_set_to  (TyDashboardPage *self,
                                       gboolean         a4,
                                       GFile           *file);

/* ty-dashboard-page-print.c */
void ty_dashboard_page_print          (TyPage          *page);
TyBoardSheet *ty_dashboard_page_make_sheet (TyDashboardPage *self) G_GNUC_WARN_UNUSED_RESULT;

/* ty-dashboard-page-snapshots.c */
void ty_dashboard_page_add_snapshot_actions (TyDashboardPage *self);
void ty_dashboard_page_list_snapshots (TyDashboardPage *self,
                                       GCancellable    *cancellable);
void ty_dashboard_page_leave_snapshot (TyDashboardPage *self);
void ty_dashboard_page_show_frozen    (TyDashboardPage *self);
GMenuModel *ty_dashboard_page_make_snapshot_menu (TyDashboardPage *self) G_GNUC_WARN_UNUSED_RESULT;

/* ty-dashboard-page-export.c */
void ty_dashboard_page_add_export_actions (TyDashboardPage *self);
void ty_dashboard_page_export_to      (TyDashboardPage *self,
                                       const char      *word,
                                       guint            card,
                                       GFile           *file);
char *ty_dashboard_page_dup_place     (TyDashboardPage *self) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *ty_dashboard_page_make_export_menu (guint card) G_GNUC_WARN_UNUSED_RESULT;

/* ty-dashboard-page-edit.c */
void ty_dashboard_page_add_actions    (TyDashboardPage *self);
void ty_dashboard_page_update_actions (TyDashboardPage *self);
void ty_dashboard_page_show_menu      (TyDashboardPage *self,
                                       TyDashboardCard *card,
                                       GtkWidget       *at);
void ty_dashboard_page_move_card      (TyDashboardPage *self,
                                       guint            from,
                                       guint            to);
void ty_dashboard_page_fill_menus     (TyDashboardPage *self);

G_END_DECLS
