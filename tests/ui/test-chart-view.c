/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-chart-view.h"
#include "ty-test-widgets.h"
#include "ty-widgets.h"

#include <adwaita.h>

/* A chart in a window: what is pointed at, where the keyboard is, what is told of it. */

#define WIDTH 480
#define HEIGHT 260

static TyChart *
make_chart (double share)
{
  TyChart *chart = ty_chart_new (TY_CHART_BEFORE_AFTER, "结构");

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, "占书记的 %");
  ty_chart_add_series (chart, "换届前", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "换届后", TY_CHART_NOW);
  for (guint i = 0; i < 3; i++)
    {
      ty_chart_add_category (chart, i == 0 ? "一肩挑" : i == 1 ? "女性" : "大专及以上", NULL);
      ty_chart_set_value (chart, i, 0, 10 + i, "10");
      ty_chart_set_value (chart, i, 1, share, "72");
    }
  return chart;
}

static GtkWidget *
open_view (TyChartView **view)
{
  g_autoptr(TyChart) chart = make_chart (72);
  GtkWidget *window = gtk_window_new ();

  *view = TY_CHART_VIEW (ty_chart_view_new (chart));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*view));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (*view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (TyChartView *view,
       guint        key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0,
                         (GdkModifierType) 0, &handled);
  return handled;
}

static void
remember_cb (TyChartView *view,
             guint        mark,
             guint       *activated)
{
  (void) view;
  *activated = mark;
}

static void
test_keys (void)
{
  TyChartView *view;
  GtkWidget *window = open_view (&view);
  guint activated = TY_CHART_NONE;

  g_signal_connect (view, "mark-activated", G_CALLBACK (remember_cb), &activated);
  g_assert_cmpuint (ty_chart_view_get_focused (view), ==, TY_CHART_NONE);
  g_assert_true (press (view, GDK_KEY_Home));
  g_assert_cmpuint (ty_chart_view_get_focused (view), ==, 0);
  g_assert_true (press (view, GDK_KEY_Right));
  g_assert_cmpuint (ty_chart_view_get_focused (view), ==, 1);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "一肩挑 换届后: 72");
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_cmpuint (activated, ==, 1);
  /* At the end the focus is given on. */
  g_assert_true (press (view, GDK_KEY_Home));
  g_assert_false (press (view, GDK_KEY_Left));
  g_assert_false (press (view, GDK_KEY_F1));
  close_window (window);
}

static void
test_pointer (void)
{
  TyChartView *view;
  GtkWidget *window = open_view (&view);
  guint activated = TY_CHART_NONE;
  TyChartBox box;

  g_signal_connect (view, "mark-activated", G_CALLBACK (remember_cb), &activated);
  g_assert_true (ty_chart_picture_get_bounds (ty_chart_view_get_picture (view), 4, &box));
  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", box.x + 3,
                         box.y + 3);
  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_GESTURE_CLICK), "released", 1, box.x + 3,
                         box.y + 3);
  g_assert_cmpuint (activated, ==, 4);
  g_assert_cmpuint (ty_chart_view_get_focused (view), ==, 4);
  close_window (window);
}

/* New numbers stay where the keyboard was; a chart without that mark has none. */
static void
test_change (void)
{
  TyChartView *view;
  GtkWidget *window = open_view (&view);
  g_autoptr(TyChart) other = make_chart (30);
  g_autoptr(TyChart) none = ty_chart_new (TY_CHART_TEXT, "说明");
  TyChartPicture *before = ty_chart_view_get_picture (view);

  g_assert_true (press (view, GDK_KEY_End));
  ty_chart_view_set_selected (view, 2);
  ty_chart_view_set_chart (view, other);
  g_assert_true (ty_chart_view_get_chart (view) == other);
  g_assert_true (ty_chart_view_get_picture (view) != before);
  g_assert_cmpuint (ty_chart_view_get_focused (view), !=, TY_CHART_NONE);
  ty_chart_view_set_chart (view, none);
  g_assert_cmpuint (ty_chart_view_get_focused (view), ==, TY_CHART_NONE);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "说明");
  ty_chart_view_set_chart (view, NULL);
  g_assert_null (ty_chart_view_get_picture (view));
  g_assert_false (press (view, GDK_KEY_Home));
  close_window (window);
}

static guint
count_frames_of_change (TyChartView *view,
                        double       share,
                        gboolean     animated)
{
  g_autoptr(TyChart) chart = make_chart (share);

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-enable-animations", animated, NULL);
  ty_test_count_frames (GTK_WIDGET (view), NULL, NULL);
  ty_chart_view_set_chart (view, chart);
  return ty_test_count_frames (GTK_WIDGET (view), NULL, NULL);
}

/* Bars grow to their new numbers only where the system allows what moves; else they are there at once. */
static void
test_animation (void)
{
  TyChartView *view;
  GtkWidget *window = open_view (&view);
  gboolean animated;
  guint n_moving, n_still;

  g_object_get (gtk_widget_get_settings (window), "gtk-enable-animations", &animated, NULL);
  n_moving = count_frames_of_change (view, 30, TRUE);
  n_still = count_frames_of_change (view, 60, FALSE);
  g_test_message ("%u frames of an animation, %u without", n_moving, n_still);
  g_assert_cmpuint (n_still, >=, 1);
  g_assert_cmpuint (n_still, <=, 2);
  g_assert_cmpuint (n_moving, >, n_still);
  g_object_set (gtk_widget_get_settings (window), "gtk-enable-animations", animated, NULL);
  close_window (window);
}

static void
test_accessible (void)
{
  TyChartView *view;
  GtkWidget *window = open_view (&view);
  g_autofree char *summary = ty_chart_dup_summary (ty_chart_view_get_chart (view));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "结构");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_widgets_init ();

  g_test_add_func ("/chart-view/keys", test_keys);
  g_test_add_func ("/chart-view/pointer", test_pointer);
  g_test_add_func ("/chart-view/change", test_change);
  g_test_add_func ("/chart-view/animation", test_animation);
  g_test_add_func ("/chart-view/accessible", test_accessible);
  return g_test_run ();
}
