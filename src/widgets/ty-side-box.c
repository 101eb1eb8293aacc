/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-side-box"

#include "config.h"

#include "ty-side-box.h"

#define SPACING 12 /* pixels */
#define SHARE 0.46 /* of the room, for a second that shares it */

/**
 * TySideBox:
 *
 * A first child and a second at its right, which has what room the first would not use, up to what it
 * would itself; one that grows has all of it, and takes nothing of what the first likes. Of two that share, the
 * second has nearly half of the room before the first gets more than it needs. Where both have
 * no room beside each other, the second stands below the first.
 */
struct _TySideBox
{
  GtkWidget parent_instance;

  gboolean second_grows;
  gboolean shares;
};

typedef enum
{
  PROP_SECOND_GROWS = 1,
  PROP_SHARES,
} TySideBoxProps;

static GParamSpec *properties[PROP_SHARES + 1];

G_DEFINE_FINAL_TYPE (TySideBox, ty_side_box, GTK_TYPE_WIDGET)

static GtkWidget *
get_first (GtkWidget *self)
{
  return gtk_widget_get_first_child (self);
}

/* The second, if there is one to be seen. */
static GtkWidget *
get_second (GtkWidget *self)
{
  GtkWidget *second = get_first (self) != NULL ? gtk_widget_get_next_sibling (get_first (self)) : NULL;

  return second != NULL && gtk_widget_should_layout (second) ? second : NULL;
}

static void
measure_width (GtkWidget *child,
               int       *minimum,
               int       *natural)
{
  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int height = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* How wide the second is beside the first; 0 where it stands below, or nowhere. */
static int
get_side_width (GtkWidget *self,
                int        width)
{
  int first, first_liked, second, second_liked;

  measure_width (get_first (self), &first, &first_liked);
  measure_width (get_second (self), &second, &second_liked);
  if (TY_SIDE_BOX (self)->second_grows)
    first = first_liked;
  if (get_second (self) == NULL || first + SPACING + second > width)
    return 0;

  if (TY_SIDE_BOX (self)->shares)
    first_liked = MIN (first_liked, MAX ((int) ((width - SPACING) * (1 - SHARE)), first));
  return CLAMP (width - SPACING - first_liked, second,
                TY_SIDE_BOX (self)->second_grows ? width : MAX (second, second_liked));
}

static GtkSizeRequestMode
ty_side_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_for (GtkWidget *self,
             int        width)
{
  GtkWidget *second = get_second (self);
  int side = get_side_width (self, width);

  if (side > 0)
    return MAX (measure_height (get_first (self), width - SPACING - side),
                measure_height (second, side));
  return measure_height (get_first (self), width)
         + (second != NULL ? SPACING + measure_height (second, width) : 0);
}

static void
ty_side_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  int first, first_liked, second, second_liked;

  measure_width (get_first (widget), &first, &first_liked);
  measure_width (get_second (widget), &second, &second_liked);
  *minimum_baseline = *natural_baseline = -1;
  *minimum = MAX (first, second);
  *natural = first_liked + (get_second (widget) != NULL ? SPACING + second_liked : 0);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_for (widget, for_size >= 0 ? for_size : *natural);
}

static void
ty_side_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = get_first (widget), *second = get_second (widget);
  int side = get_side_width (widget, width);
  int rest = side > 0 ? width - SPACING - side : width;
  int above = measure_height (first, rest);
  GtkAllocation place = { mirrored ? width - rest : 0, 0, rest, side > 0 ? height : above };
  GtkAllocation beside = { mirrored ? 0 : rest + SPACING, 0, side, height };
  GtkAllocation below = { 0, above + SPACING, width, MAX (height - above - SPACING, 0) };

  if (first != NULL)
    gtk_widget_size_allocate (first, &place, -1);
  if (second != NULL)
    gtk_widget_size_allocate (second, side > 0 ? &beside : &below, -1);
}

static void
ty_side_box_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_SECOND_GROWS)
    g_value_set_boolean (value, TY_SIDE_BOX (object)->second_grows);
  else if (prop_id == PROP_SHARES)
    g_value_set_boolean (value, TY_SIDE_BOX (object)->shares);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_side_box_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (prop_id == PROP_SECOND_GROWS || prop_id == PROP_SHARES)
    {
      TySideBox *self = TY_SIDE_BOX (object);

      *(prop_id == PROP_SHARES ? &self->shares : &self->second_grows) = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_side_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = get_first (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ty_side_box_parent_class)->dispose (object);
}

static void
ty_side_box_class_init (TySideBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_side_box_dispose;
  G_OBJECT_CLASS (klass)->get_property = ty_side_box_get_property;
  G_OBJECT_CLASS (klass)->set_property = ty_side_box_set_property;
  widget_class->get_request_mode = ty_side_box_get_request_mode;
  widget_class->measure = ty_side_box_measure;
  widget_class->size_allocate = ty_side_box_size_allocate;

  properties[PROP_SECOND_GROWS] = g_param_spec_boolean ("second-grows", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHARES] = g_param_spec_boolean ("shares", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
}

static void
ty_side_box_init (TySideBox *self)
{
}

/**
 * ty_side_box_new:
 *
 * Returns: (transfer floating): a box for two children, which a .ui file gives it
 */
GtkWidget *
ty_side_box_new (void)
{
  return g_object_new (TY_TYPE_SIDE_BOX, NULL);
}
