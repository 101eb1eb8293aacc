/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-mentor-board.h"
#include "ty-pair-board.h"
#include "ty-pairing-board.h"
#include "ty-pairing-page.h"
#include "ty-pairing-plan.h"

G_BEGIN_DECLS

struct _TyPairingPage
{
  TyPage parent_instance;

  /* Template */
  GtkWidget *toolbar;
  GtkMenuButton *programme_button;
  GtkLabel *programme_label;
  GtkLabel *period_label;
  GtkBox *figures;
  GtkToggleButton *filter_button;
  GtkEditable *search;
  GtkDropDown *township_drop;
  GtkDropDown *need_drop;
  GtkToggleButton *late_button;
  GtkLabel *count_label;
  GtkStack *stack;
  TyPairBoard *board;
  TyMentorBoard *mentors;
  AdwStatusPage *none_page;
  GtkWidget *pane_frame;
  GtkBox *pane;

  /* Owned */
  TyPairingBoard *data; /* (nullable): what is shown */
  GPtrArray *shown;     /* (element-type TyPairingCard): of these those that fit the filters */
  GtkWidget *menu;      /* (nullable) */
  TyPairingPlan *plan;  /* (nullable): of which it is known how well pairs fit */
  GCancellable *planning; /* (nullable) */
  GHashTable *portraits;  /* (element-type gint64 GdkTexture): %NULL for who has no photo */
  GCancellable *loading_portraits; /* (nullable) */
  GtkEventController *keys; /* (nullable) */

  gint64 programme;     /* which one is asked for; 0 = the first */
  guint plan_id;        /* of what waits until nothing changes */
  gboolean wide;        /* whether the window has room for the pane */
  gboolean filling;     /* whether the choices of filters are being made */
};

/* The filters. */
void           ty_pairing_page_take_data     (TyPairingPage  *self,
                                              TyPairingBoard *data);
void           ty_pairing_page_filter        (TyPairingPage  *self);
void           ty_pairing_page_clear_filters (TyPairingPage  *self);
gboolean       ty_pairing_page_is_filtered   (TyPairingPage  *self);

/* What is done. */
void           ty_pairing_page_install_actions (GtkWidgetClass *widget_class);
void           ty_pairing_page_update_actions (TyPairingPage *self);
void           ty_pairing_page_move          (TyPairingPage  *self,
                                              TyPairingCard  *card,
                                              TyPairingColumn column);
void           ty_pairing_page_show_menu     (TyPairingPage  *self,
                                              GtkWidget      *card);
void           ty_pairing_page_reassign      (TyPairingPage  *self,
                                              gint64          person,
                                              gint64          pairing,
                                              gint64          mentor);
TyPairingCard *ty_pairing_page_get_chosen    (TyPairingPage  *self);

/* The pool of mentors. */
void           ty_pairing_page_install_pool_actions (GtkWidgetClass *widget_class);

/* How well pairs fit, and photos: behind the board. */
void           ty_pairing_page_ask_plan      (TyPairingPage  *self);
void           ty_pairing_page_stop_plan     (TyPairingPage  *self);
void           ty_pairing_page_update_pane   (TyPairingPage  *self);
void           ty_pairing_page_follow_width  (TyPairingPage  *self,
                                              gboolean        follow);
void           ty_pairing_page_show_portraits (TyPairingPage *self);
void           ty_pairing_page_forget_portraits (TyPairingPage *self);

/* The page. */
void           ty_pairing_page_show          (TyPairingPage  *self);
gboolean       ty_pairing_page_is_by_mentor  (TyPairingPage  *self);
void           ty_pairing_page_print         (TyPage         *page);
void           ty_pairing_page_print_nameless (TyPairingPage *self);
void           ty_pairing_page_present       (TyPage         *page);

G_END_DECLS
