/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-card"

#include "config.h"

#include "ty-dashboard-card.h"

#include <glib/gi18n-lib.h>

/**
 * TyDashboardCard:
 *
 * A chart on a card. While cards are edited it has a button for its menu and can be dragged to another place; the menu
 * is there always, by the right button and the menu key.
 */
struct _TyDashboardCard
{
  AdwBin parent_instance;

  TyChartView *view;          /* (unowned) */
  GtkWidget *button;          /* (unowned) */
  GtkEventController *source; /* (unowned) */
  guint number;
};

enum
{
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_MENU,
  SIGNAL_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyDashboardCard, ty_dashboard_card, ADW_TYPE_BIN)

static void
activated_cb (TyDashboardCard *self,
              guint            mark,
              TyChartView     *view)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, mark);
}

static void
button_cb (TyDashboardCard *self,
           GtkButton       *button)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0, button);
}

static void
pressed_cb (TyDashboardCard *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, self);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  g_signal_emit (widget, signals[SIGNAL_MENU], 0, widget);
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource   *source,
            double           x,
            double           y,
            TyDashboardCard *self)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, self->number);
}

static void
drag_begin_cb (GtkDragSource   *source,
               GdkDrag         *drag,
               TyDashboardCard *self)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 24, 24);
}

static gboolean
drop_cb (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         TyDashboardCard *self)
{
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, g_value_get_uint (value));
  return TRUE;
}

static void
ty_dashboard_card_class_init (TyDashboardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", TY_TYPE_DASHBOARD_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_MENU] = g_signal_new ("menu", TY_TYPE_DASHBOARD_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", TY_TYPE_DASHBOARD_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

static void
add_controllers (TyDashboardCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  self->source = GTK_EVENT_CONTROLLER (source);
  gtk_event_controller_set_propagation_phase (self->source, GTK_PHASE_NONE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), self->source);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
ty_dashboard_card_init (TyDashboardCard *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = TY_CHART_VIEW (ty_chart_view_new (NULL));
  self->button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, _("What can be done with the card"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Card menu"), -1);
  gtk_widget_add_css_class (self->button, "osd");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->button);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), self->button, FALSE);
  adw_bin_set_child (ADW_BIN (self), overlay);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-board-card");
  g_signal_connect_object (self->view, "mark-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (button_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
}

/**
 * ty_dashboard_card_new:
 * @number: which card of its dashboard
 *
 * Returns: (transfer floating): a card without a chart
 */
GtkWidget *
ty_dashboard_card_new (guint number)
{
  TyDashboardCard *self = g_object_new (TY_TYPE_DASHBOARD_CARD, NULL);

  self->number = number;
  return GTK_WIDGET (self);
}

/**
 * ty_dashboard_card_get_number:
 * @self: a card
 *
 * Returns: which card of its dashboard
 */
guint
ty_dashboard_card_get_number (TyDashboardCard *self)
{
  g_return_val_if_fail (TY_IS_DASHBOARD_CARD (self), 0);

  return self->number;
}

/**
 * ty_dashboard_card_get_view:
 * @self: a card
 *
 * Returns: (transfer none): its chart as it is shown
 */
TyChartView *
ty_dashboard_card_get_view (TyDashboardCard *self)
{
  g_return_val_if_fail (TY_IS_DASHBOARD_CARD (self), NULL);

  return self->view;
}

/**
 * ty_dashboard_card_set_chart:
 * @self: a card
 * @chart: what it shows
 */
void
ty_dashboard_card_set_chart (TyDashboardCard *self,
                             TyChart         *chart)
{
  g_return_if_fail (TY_IS_DASHBOARD_CARD (self));

  ty_chart_view_set_chart (self->view, chart);
}

/**
 * ty_dashboard_card_set_editable:
 * @self: a card
 * @editable: whether it has a button for its menu and can be dragged
 */
void
ty_dashboard_card_set_editable (TyDashboardCard *self,
                                gboolean         editable)
{
  g_return_if_fail (TY_IS_DASHBOARD_CARD (self));

  gtk_widget_set_visible (self->button, editable);
  gtk_event_controller_set_propagation_phase (self->source, editable ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
}
