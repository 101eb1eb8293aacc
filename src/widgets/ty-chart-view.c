/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart-view"

#include "config.h"

#include "ty-chart-view.h"

#include "ty-clipboard.h"
#include "ty-widget-theme.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 96 /* pixels: a chart gets smaller with its card, and is measured for more */
#define LEAST_HEIGHT 64
#define DURATION 200 /* milliseconds from old marks to new ones */

/**
 * TyChartView:
 *
 * Shows a chart. A mark is told when one points at it or goes to it with the arrows; a click, Enter or
 * the space bar activates it. All numbers stand in its description, and Ctrl+C copies them as a table.
 */
struct _TyChartView
{
  GtkWidget parent_instance;

  TyChart *chart;          /* (owned) (nullable) */
  TyChartPicture *picture; /* (owned) (nullable): for the present size */
  TyChartPicture *before;  /* (owned) (nullable): from which marks are on their way */
  AdwAnimation *animation; /* (owned) */
  double progress;
  TyChartPictureFlags flags;
  guint hovered;
  guint focused;
  guint selected;
};

G_DEFINE_FINAL_TYPE (TyChartView, ty_chart_view, GTK_TYPE_WIDGET)

static guint mark_activated_signal;

/* The size of body text, in pixels. */
static double
get_em (TyChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : 96) / 72;
}

static TyChartPicture *
make_picture (TyChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return ty_chart_picture_new (self->chart, gtk_widget_get_pango_context (widget), get_em (self),
                               gtk_widget_get_width (widget), gtk_widget_get_height (widget), self->flags);
}

/**
 * ty_chart_view_get_picture:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the chart as it is laid out for the present size
 */
TyChartPicture *
ty_chart_view_get_picture (TyChartView *self)
{
  double width, height;

  g_return_val_if_fail (TY_IS_CHART_VIEW (self), NULL);

  if (self->chart == NULL)
    return NULL;
  if (self->picture != NULL)
    {
      ty_chart_picture_get_size (self->picture, &width, &height);
      if ((int) width != gtk_widget_get_width (GTK_WIDGET (self))
          || (int) height != gtk_widget_get_height (GTK_WIDGET (self)))
        g_clear_pointer (&self->picture, ty_chart_picture_free);
    }
  if (self->picture == NULL)
    self->picture = make_picture (self);
  return self->picture;
}

/* What has no room in a line goes on below. */
static GtkSizeRequestMode
ty_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ty_chart_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TyChartView *self = TY_CHART_VIEW (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double width = 0, height = 0;

  *minimum_baseline = *natural_baseline = -1;
  if (self->chart != NULL)
    ty_chart_get_minimum (self->chart, gtk_widget_get_pango_context (widget), get_em (self), &width, &height);
  if (self->chart != NULL && !across && for_size > 0)
    height = ty_chart_get_needed_height (self->chart, gtk_widget_get_pango_context (widget), get_em (self), for_size);
  *natural = MAX ((int) (across ? width : height), across ? LEAST_WIDTH : LEAST_HEIGHT);
  *minimum = across ? LEAST_WIDTH : LEAST_HEIGHT;
}

/* Who works with the mouse alone sees no mark of the keyboard. */
static guint
get_shown_focus (TyChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean visible = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));

  if (visible && gtk_widget_has_focus (GTK_WIDGET (self)))
    return self->focused;

  return TY_CHART_NONE;
}

static gboolean
tells_readout (TyChartView *self,
               guint        mark)
{
  TyChartKind kind = self->chart != NULL ? ty_chart_get_kind (self->chart) : TY_CHART_TEXT;

  return mark != TY_CHART_NONE && kind != TY_CHART_FIGURE && kind != TY_CHART_TEXT && kind != TY_CHART_TABLE;
}

static void
draw (TyChartView    *self,
      TyChartPicture *picture,
      cairo_t        *cr)
{
  guint focused = get_shown_focus (self), told = self->hovered != TY_CHART_NONE ? self->hovered : focused;
  TyTheme theme;

  ty_widget_theme_read (GTK_WIDGET (self), &theme);
  if (self->before != NULL)
    {
      ty_chart_picture_draw_between (picture, self->before, self->progress, cr, &theme);
      return;
    }

  ty_chart_picture_draw (picture, cr, &theme, self->hovered, focused != TY_CHART_NONE ? focused : self->selected);
  if (tells_readout (self, told))
    ty_chart_picture_draw_readout (picture, cr, &theme, told);
}

static void
ty_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TyChartView *self = TY_CHART_VIEW (widget);
  TyChartPicture *picture = ty_chart_view_get_picture (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (picture == NULL)
    return;

  /* The ring of a mark at the edge reaches out a little. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-4, -4, width + 8, height + 8));
  draw (self, picture, cr);
  cairo_destroy (cr);
}

static gboolean
ty_chart_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  TyChartView *self = TY_CHART_VIEW (widget);
  TyChartPicture *picture = ty_chart_view_get_picture (self);
  guint mark = picture != NULL && !keyboard ? ty_chart_picture_find (picture, x, y) : TY_CHART_NONE;
  g_autofree char *text = NULL;

  /* Of most kinds it is drawn. */
  if (mark == TY_CHART_NONE || tells_readout (self, mark))
    return FALSE;

  text = ty_chart_dup_readout (self->chart, mark);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* The font may have become another one. */
static void
ty_chart_view_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  TyChartView *self = TY_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (ty_chart_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->picture, ty_chart_picture_free);
  gtk_widget_queue_resize (widget);
}

static void
ty_chart_view_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (ty_chart_view_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&TY_CHART_VIEW (widget)->picture, ty_chart_picture_free);
  gtk_widget_queue_resize (widget);
}

/* A screen reader hears the mark that has the keyboard as the name of the chart. */
static void
tell (TyChartView *self)
{
  g_autofree char *mark = self->focused != TY_CHART_NONE ? ty_chart_dup_readout (self->chart, self->focused) : NULL;
  const char *title = self->chart != NULL ? ty_chart_get_text (self->chart, TY_CHART_TITLE) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark != NULL ? mark : title != NULL ? title : "", -1);
}

static void
set_focused (TyChartView *self,
             guint        mark)
{
  if (mark == self->focused)
    return;

  self->focused = mark;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_hovered (TyChartView *self,
             guint        mark)
{
  if (mark == self->hovered)
    return;

  self->hovered = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != TY_CHART_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  data)
{
  TyChartView *self = TY_CHART_VIEW (data);
  TyChartPicture *picture = ty_chart_view_get_picture (self);

  (void) controller;
  set_hovered (self, picture != NULL ? ty_chart_picture_find (picture, x, y) : TY_CHART_NONE);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          gpointer                  data)
{
  (void) controller;
  set_hovered (TY_CHART_VIEW (data), TY_CHART_NONE);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         data)
{
  TyChartView *self = TY_CHART_VIEW (data);
  TyChartPicture *picture = ty_chart_view_get_picture (self);
  guint mark = picture != NULL ? ty_chart_picture_find (picture, x, y) : TY_CHART_NONE;

  (void) gesture;
  if (n_press != 1 || mark == TY_CHART_NONE)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_focused (self, mark);
  g_signal_emit (self, mark_activated_signal, 0, mark);
}

/* The first mark has the keyboard when it comes to the chart; it stays where it was otherwise. */
static void
focus_cb (GtkEventControllerFocus *controller,
          gpointer                 data)
{
  TyChartView *self = TY_CHART_VIEW (data);
  TyChartPicture *picture = ty_chart_view_get_picture (self);

  (void) controller;
  if (picture != NULL && self->focused == TY_CHART_NONE)
    set_focused (self, ty_chart_picture_step (picture, TY_CHART_NONE, 1, 0));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
blur_cb (GtkEventControllerFocus *controller,
         gpointer                 data)
{
  (void) controller;
  gtk_widget_queue_draw (GTK_WIDGET (data));
}

/* Where there is no mark in this direction the focus goes on to the next widget. */
static gboolean
step (TyChartView *self,
      int          dx,
      int          dy)
{
  TyChartPicture *picture = ty_chart_view_get_picture (self);
  guint mark = picture != NULL ? ty_chart_picture_step (picture, self->focused, dx, dy) : TY_CHART_NONE;

  if (mark == TY_CHART_NONE || mark == self->focused)
    return FALSE;

  set_focused (self, mark);
  return TRUE;
}

/* To the first or the last mark there is. */
static gboolean
jump (TyChartView *self,
      gboolean     last)
{
  TyChartPicture *picture = ty_chart_view_get_picture (self);
  guint n = self->chart != NULL ? ty_chart_get_n_marks (self->chart) : 0;
  TyChartBox box;

  for (guint i = 0; i < n && picture != NULL; i++)
    {
      guint mark = last ? n - 1 - i : i;

      if (!ty_chart_picture_get_bounds (picture, mark, &box))
        continue;
      set_focused (self, mark);
      return TRUE;
    }
  return FALSE;
}

static gboolean
activate (TyChartView *self)
{
  if (self->focused == TY_CHART_NONE)
    return FALSE;

  g_signal_emit (self, mark_activated_signal, 0, self->focused);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               data)
{
  TyChartView *self = TY_CHART_VIEW (data);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  (void) controller;
  (void) code;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, rtl ? 1 : -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step (self, rtl ? -1 : 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, 0, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return jump (self, FALSE);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return jump (self, TRUE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return activate (self);
    default:
      return FALSE;
    }
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  (void) args;
  (void) data;
  ty_chart_view_copy (TY_CHART_VIEW (widget));
  return TRUE;
}

static void
progress_cb (double   value,
             gpointer data)
{
  TyChartView *self = TY_CHART_VIEW (data);

  self->progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
done_cb (AdwAnimation *animation,
         gpointer      data)
{
  TyChartView *self = TY_CHART_VIEW (data);

  (void) animation;
  g_clear_pointer (&self->before, ty_chart_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ty_chart_view_dispose (GObject *object)
{
  TyChartView *self = TY_CHART_VIEW (object);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->before, ty_chart_picture_free);
  g_clear_pointer (&self->picture, ty_chart_picture_free);
  g_clear_pointer (&self->chart, ty_chart_unref);

  G_OBJECT_CLASS (ty_chart_view_parent_class)->dispose (object);
}

static void
ty_chart_view_class_init (TyChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_chart_view_dispose;
  widget_class->get_request_mode = ty_chart_view_get_request_mode;
  widget_class->measure = ty_chart_view_measure;
  widget_class->snapshot = ty_chart_view_snapshot;
  widget_class->query_tooltip = ty_chart_view_query_tooltip;
  widget_class->css_changed = ty_chart_view_css_changed;
  widget_class->system_setting_changed = ty_chart_view_system_setting_changed;

  /**
   * TyChartView::mark-activated:
   * @self: a view
   * @mark: the mark, as ty_chart_get_mark() numbers them
   *
   * Somebody wants to know who is behind a mark.
   */
  mark_activated_signal = g_signal_new ("mark-activated", TY_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
}

static void
add_controllers (TyChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (blur_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
ty_chart_view_init (TyChartView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (progress_cb, self, NULL);

  self->hovered = self->focused = self->selected = TY_CHART_NONE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, target);
  g_signal_connect (self->animation, "done", G_CALLBACK (done_cb), self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

/**
 * ty_chart_view_new:
 * @chart: (nullable): what is shown
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
ty_chart_view_new (TyChart *chart)
{
  TyChartView *self = g_object_new (TY_TYPE_CHART_VIEW, NULL);

  ty_chart_view_set_chart (self, chart);
  return GTK_WIDGET (self);
}

/* From old numbers to new ones of the same chart; never from nothing. */
static void
animate (TyChartView    *self,
         TyChartPicture *before)
{
  TyChart *old = ty_chart_picture_get_chart (before);
  gboolean alike = self->chart != NULL && ty_chart_get_kind (old) == ty_chart_get_kind (self->chart)
                   && ty_chart_get_n_marks (old) == ty_chart_get_n_marks (self->chart);

  if (!alike || !adw_get_enable_animations (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      ty_chart_picture_free (before);
      return;
    }

  self->before = before;
  self->progress = 0;
  adw_animation_play (self->animation);
}

/**
 * ty_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): what is shown
 */
void
ty_chart_view_set_chart (TyChartView *self,
                         TyChart     *chart)
{
  g_autofree char *summary = chart != NULL ? ty_chart_dup_summary (chart) : NULL;
  TyChartPicture *before;

  g_return_if_fail (TY_IS_CHART_VIEW (self));

  if (chart == self->chart)
    return;

  adw_animation_skip (self->animation);
  before = g_steal_pointer (&self->picture);
  if (chart != NULL)
    ty_chart_ref (chart);
  g_clear_pointer (&self->chart, ty_chart_unref);
  self->chart = chart;
  self->hovered = TY_CHART_NONE;
  if (chart == NULL || (self->focused != TY_CHART_NONE && self->focused >= ty_chart_get_n_marks (chart)))
    self->focused = TY_CHART_NONE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary != NULL ? summary : "", -1);
  tell (self);
  if (before != NULL)
    animate (self, before);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ty_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TyChart *
ty_chart_view_get_chart (TyChartView *self)
{
  g_return_val_if_fail (TY_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * ty_chart_view_set_flags:
 * @self: a view
 * @flags: what is laid out
 */
void
ty_chart_view_set_flags (TyChartView         *self,
                         TyChartPictureFlags  flags)
{
  g_return_if_fail (TY_IS_CHART_VIEW (self));

  if (flags == self->flags)
    return;

  self->flags = flags;
  g_clear_pointer (&self->picture, ty_chart_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ty_chart_view_set_selected:
 * @self: a view
 * @mark: the mark that is chosen, as one whose people are shown beside; or #TY_CHART_NONE
 */
void
ty_chart_view_set_selected (TyChartView *self,
                            guint        mark)
{
  g_return_if_fail (TY_IS_CHART_VIEW (self));

  if (mark == self->selected)
    return;

  self->selected = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ty_chart_view_get_selected:
 * @self: a view
 *
 * Returns: the mark that is chosen, or #TY_CHART_NONE
 */
guint
ty_chart_view_get_selected (TyChartView *self)
{
  g_return_val_if_fail (TY_IS_CHART_VIEW (self), TY_CHART_NONE);

  return self->selected;
}

/**
 * ty_chart_view_get_focused:
 * @self: a view
 *
 * Returns: the mark that has the keyboard, or #TY_CHART_NONE
 */
guint
ty_chart_view_get_focused (TyChartView *self)
{
  g_return_val_if_fail (TY_IS_CHART_VIEW (self), TY_CHART_NONE);

  return self->focused;
}

/**
 * ty_chart_view_copy:
 * @self: a view
 *
 * Puts its numbers on the clipboard, as a table.
 */
void
ty_chart_view_copy (TyChartView *self)
{
  g_autofree char *table = NULL;

  g_return_if_fail (TY_IS_CHART_VIEW (self));

  if (self->chart == NULL)
    return;

  table = ty_chart_dup_table (self->chart);
  ty_clipboard_put_text (GTK_WIDGET (self), table, FALSE);
}
