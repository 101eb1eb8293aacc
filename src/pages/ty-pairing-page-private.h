/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pair-board.h"
#include "ty-pairing-board.h"
#include "ty-pairing-page.h"

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
  AdwStatusPage *none_page;

  /* Owned */
  TyPairingBoard *data; /* (nullable): what is shown */
  GPtrArray *shown;     /* (element-type TyPairingCard): of these those that fit the filters */
  GtkWidget *menu;      /* (nullable) */
  GtkEventController *keys; /* (nullable) */

  gint64 programme;     /* which one is asked for; 0 = the first */
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
TyPairingCard *ty_pairing_page_get_chosen    (TyPairingPage  *self);

/* The page. */
void           ty_pairing_page_show          (TyPairingPage  *self);

G_END_DECLS
