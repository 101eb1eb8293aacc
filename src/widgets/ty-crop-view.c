/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-crop-view"

#include "config.h"

#include "ty-crop-view.h"

#include <glib/gi18n-lib.h>

#define REACH 14.0        /* pixels around a corner in which it is taken */
#define HANDLE 10.0f      /* pixels, side of the square at a corner */
#define STEP 0.02         /* of the picture, for an arrow */
#define FINE_STEP 0.004   /* with Shift */
#define ZOOM 1.05
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 300

/**
 * TyCropView:
 *
 * A picture and the part of it that is kept: a rectangle of the shape of a photo, which is moved and sized
 * with the mouse, or with arrows, plus and minus.
 */
struct _TyCropView
{
  GtkWidget parent_instance;

  /* Owned */
  GdkPixbuf *picture;  /* (nullable) */
  GdkTexture *texture; /* (nullable) */

  TyCrop crop;
  TyCrop grasped;      /* as it was when the mouse took it */
  int corner;          /* which #TyCropCorner the mouse has; -1 = the whole */
  gboolean dragging;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyCropView, ty_crop_view, GTK_TYPE_WIDGET)

/* Where the picture lies in the widget, and how many pixels of the widget are one of the picture. */
static double
get_place (TyCropView *self,
           double     *x,
           double     *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (width / self->crop.image_width, height / self->crop.image_height);

  *x = (width - self->crop.image_width * scale) / 2;
  *y = (height - self->crop.image_height * scale) / 2;
  return scale;
}

static void
tell_changed (TyCropView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
get_rect (TyCropView      *self,
          graphene_rect_t *rect)
{
  double x, y;
  double scale = get_place (self, &x, &y);

  graphene_rect_init (rect, (float) (x + self->crop.x * scale), (float) (y + self->crop.y * scale),
                      (float) (self->crop.width * scale), (float) (ty_crop_get_height (&self->crop) * scale));
}

static void
get_corner (const graphene_rect_t *rect,
            TyCropCorner           corner,
            graphene_point_t      *point)
{
  gboolean right = corner == TY_CROP_TOP_RIGHT || corner == TY_CROP_BOTTOM_RIGHT;
  gboolean bottom = corner == TY_CROP_BOTTOM_LEFT || corner == TY_CROP_BOTTOM_RIGHT;

  graphene_point_init (point, rect->origin.x + (right ? rect->size.width : 0),
                       rect->origin.y + (bottom ? rect->size.height : 0));
}

/* Which corner is there, or -1. */
static int
find_corner (TyCropView *self,
             double      x,
             double      y)
{
  graphene_rect_t rect;

  get_rect (self, &rect);
  for (int i = TY_CROP_TOP_LEFT; i <= TY_CROP_BOTTOM_RIGHT; i++)
    {
      graphene_point_t point;

      get_corner (&rect, (TyCropCorner) i, &point);
      if (ABS (point.x - x) <= REACH && ABS (point.y - y) <= REACH)
        return i;
    }
  return -1;
}

static void
drag_begin_cb (TyCropView     *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  graphene_rect_t rect;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->picture == NULL)
    return;

  get_rect (self, &rect);
  self->corner = find_corner (self, x, y);
  self->dragging = self->corner >= 0
                   || graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  self->grasped = self->crop;
}

static void
drag_update_cb (TyCropView     *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double left, top, start_x, start_y, scale;

  if (!self->dragging || self->picture == NULL)
    return;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  scale = get_place (self, &left, &top);
  self->crop = self->grasped;
  if (self->corner < 0)
    ty_crop_move (&self->crop, dx / scale, dy / scale);
  else
    ty_crop_drag (&self->crop, (TyCropCorner) self->corner, (start_x + dx - left) / scale,
                  (start_y + dy - top) / scale);
  tell_changed (self);
}

static void
drag_end_cb (TyCropView     *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  self->dragging = FALSE;
}

static void
motion_cb (TyCropView               *self,
           double                    x,
           double                    y,
           GtkEventControllerMotion *motion)
{
  static const char *const cursors[] = { "nw-resize", "ne-resize", "sw-resize", "se-resize" };
  int corner;

  if (self->picture == NULL || self->dragging)
    return;

  corner = find_corner (self, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), corner >= 0 ? cursors[corner] : "move");
}

static gboolean
scroll_cb (TyCropView               *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  if (self->picture == NULL || dy == 0)
    return FALSE;

  ty_crop_zoom (&self->crop, dy > 0 ? ZOOM : 1 / ZOOM);
  tell_changed (self);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TyCropView *self = TY_CROP_VIEW (widget);
  double dx, dy, side;

  if (self->picture == NULL)
    return FALSE;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  side = MAX (self->crop.image_width, self->crop.image_height);
  ty_crop_move (&self->crop, dx * side, dy * side);
  tell_changed (self);
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TyCropView *self = TY_CROP_VIEW (widget);

  if (self->picture == NULL)
    return FALSE;

  ty_crop_zoom (&self->crop, g_variant_get_double (arguments));
  tell_changed (self);
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ty_crop_view_turn (TY_CROP_VIEW (widget), g_variant_get_boolean (arguments));
  return TRUE;
}

static void
ty_crop_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

/* What is not kept lies in the dark, on all four sides. */
static void
snapshot_shade (GtkSnapshot           *snapshot,
                const graphene_rect_t *picture,
                const graphene_rect_t *rect)
{
  const GdkRGBA dark = { 0, 0, 0, 0.6f };
  float right = picture->origin.x + picture->size.width;
  float bottom = picture->origin.y + picture->size.height;
  float rect_right = rect->origin.x + rect->size.width;
  float rect_bottom = rect->origin.y + rect->size.height;

  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT (picture->origin.x, picture->origin.y, picture->size.width,
                                                  rect->origin.y - picture->origin.y));
  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT (picture->origin.x, rect_bottom, picture->size.width,
                                                  MAX (0, bottom - rect_bottom)));
  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT (picture->origin.x, rect->origin.y,
                                                  rect->origin.x - picture->origin.x, rect->size.height));
  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT (rect_right, rect->origin.y, MAX (0, right - rect_right),
                                                  rect->size.height));
}

static void
snapshot_frame (GtkSnapshot           *snapshot,
                const graphene_rect_t *rect)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA black = { 0, 0, 0, 0.5f };
  const GdkRGBA colors[] = { white, white, white, white };
  const GdkRGBA edges[] = { black, black, black, black };
  const float widths[] = { 2, 2, 2, 2 };
  const float thin[] = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
  for (int i = TY_CROP_TOP_LEFT; i <= TY_CROP_BOTTOM_RIGHT; i++)
    {
      graphene_point_t point;
      graphene_rect_t handle;

      get_corner (rect, (TyCropCorner) i, &point);
      graphene_rect_init (&handle, point.x - HANDLE / 2, point.y - HANDLE / 2, HANDLE, HANDLE);
      gtk_snapshot_append_color (snapshot, &white, &handle);
      gsk_rounded_rect_init_from_rect (&outline, &handle, 0);
      gtk_snapshot_append_border (snapshot, &outline, thin, edges);
    }
}

static void
ty_crop_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TyCropView *self = TY_CROP_VIEW (widget);
  graphene_rect_t picture, rect;
  double x, y, scale;

  if (self->texture == NULL)
    return;

  scale = get_place (self, &x, &y);
  graphene_rect_init (&picture, (float) x, (float) y, (float) (self->crop.image_width * scale),
                      (float) (self->crop.image_height * scale));
  gtk_snapshot_append_texture (snapshot, self->texture, &picture);
  get_rect (self, &rect);
  snapshot_shade (snapshot, &picture, &rect);
  snapshot_frame (snapshot, &rect);
}

static void
ty_crop_view_dispose (GObject *object)
{
  TyCropView *self = TY_CROP_VIEW (object);

  g_clear_object (&self->picture);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (ty_crop_view_parent_class)->dispose (object);
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          double          dx,
          double          dy)
{
  const guint keys[] = { key, keypad_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, move_cb, "(dd)", dx * STEP, dy * STEP);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_SHIFT_MASK, move_cb, "(dd)", dx * FINE_STEP,
                                    dy * FINE_STEP);
    }
}

static void
add_zoom (GtkWidgetClass *widget_class,
          guint           key,
          double          factor)
{
  gtk_widget_class_add_binding (widget_class, key, 0, zoom_cb, "d", factor);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, zoom_cb, "d", factor);
}

static void
ty_crop_view_class_init (TyCropViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_crop_view_dispose;
  widget_class->measure = ty_crop_view_measure;
  widget_class->snapshot = ty_crop_view_snapshot;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_CROP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "cropview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  add_zoom (widget_class, GDK_KEY_plus, ZOOM);
  add_zoom (widget_class, GDK_KEY_equal, ZOOM);
  add_zoom (widget_class, GDK_KEY_KP_Add, ZOOM);
  add_zoom (widget_class, GDK_KEY_minus, 1 / ZOOM);
  add_zoom (widget_class, GDK_KEY_KP_Subtract, 1 / ZOOM);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketleft, 0, turn_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketright, 0, turn_cb, "b", TRUE);
}

static void
ty_crop_view_init (TyCropView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_widget_add_css_class (widget, "ty-crop");
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Part of the picture that is kept"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrows move it, plus and minus size it, [ and ] turn the picture."), -1);
  self->crop = (TyCrop){ 4, 5, 0, 0, 4 };
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
}

/**
 * ty_crop_view_new:
 *
 * Returns: (transfer floating): a view without a picture
 */
GtkWidget *
ty_crop_view_new (void)
{
  return g_object_new (TY_TYPE_CROP_VIEW, NULL);
}

static void
take_picture (TyCropView *self,
              GdkPixbuf  *picture)
{
  g_set_object (&self->picture, picture);
  g_clear_object (&self->texture);
  if (picture != NULL)
    self->texture = gdk_texture_new_for_pixbuf (picture);
}

/**
 * ty_crop_view_set_picture:
 * @self: a view
 * @picture: (nullable): an upright picture
 *
 * Shows another picture; the largest part in its middle is kept.
 */
void
ty_crop_view_set_picture (TyCropView *self,
                          GdkPixbuf  *picture)
{
  g_return_if_fail (TY_IS_CROP_VIEW (self));

  take_picture (self, picture);
  if (picture != NULL)
    ty_crop_init (&self->crop, gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture));
  tell_changed (self);
}

/**
 * ty_crop_view_get_picture:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the picture as it is turned
 */
GdkPixbuf *
ty_crop_view_get_picture (TyCropView *self)
{
  g_return_val_if_fail (TY_IS_CROP_VIEW (self), NULL);

  return self->picture;
}

/**
 * ty_crop_view_get_crop:
 * @self: a view with a picture
 * @crop: (out): what is kept
 */
void
ty_crop_view_get_crop (TyCropView *self,
                       TyCrop     *crop)
{
  g_return_if_fail (TY_IS_CROP_VIEW (self));

  *crop = self->crop;
}

/**
 * ty_crop_view_set_crop:
 * @self: a view with a picture
 * @crop: what is kept of it
 */
void
ty_crop_view_set_crop (TyCropView   *self,
                       const TyCrop *crop)
{
  g_return_if_fail (TY_IS_CROP_VIEW (self));

  self->crop = *crop;
  ty_crop_move (&self->crop, 0, 0);
  tell_changed (self);
}

/**
 * ty_crop_view_turn:
 * @self: a view
 * @clockwise: in which direction
 *
 * Turns the picture by a quarter.
 */
void
ty_crop_view_turn (TyCropView *self,
                   gboolean    clockwise)
{
  g_autoptr(GdkPixbuf) turned = NULL;

  g_return_if_fail (TY_IS_CROP_VIEW (self));

  if (self->picture == NULL)
    return;
  turned = gdk_pixbuf_rotate_simple (self->picture, clockwise ? GDK_PIXBUF_ROTATE_CLOCKWISE
                                                              : GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE);
  if (turned == NULL)
    return;

  take_picture (self, turned);
  ty_crop_turn (&self->crop, clockwise);
  tell_changed (self);
}

/**
 * ty_crop_view_reset:
 * @self: a view
 *
 * Keeps as much as can be, in the middle.
 */
void
ty_crop_view_reset (TyCropView *self)
{
  g_return_if_fail (TY_IS_CROP_VIEW (self));

  if (self->picture == NULL)
    return;
  ty_crop_init (&self->crop, gdk_pixbuf_get_width (self->picture), gdk_pixbuf_get_height (self->picture));
  tell_changed (self);
}
