/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-side-box"

#include "config.h"

#include "ty-side-box.h"

#define SPACING 12 /* pixels */
#define BEHIND 18  /* pixels between the line and the second */
#define SHARE 0.46 /* of the room, for a second that shares it */

/**
 * TySideBox:
 *
 * A first child and a second at its right, which has what room the first would not use, up to what it
 * would itself; one that grows has all of it, and takes nothing of what the first likes. Of two that share, the
 * second has nearly half of the room before the first gets more than it needs. Where both have
 * no room beside each other, the second stands below the first. One that is divided has a line between the two
 * where they stand side by side. A third child stands at the end of the first line, as wide as it likes to be.
 */
struct _TySideBox
{
  GtkWidget parent_instance;

  gboolean second_grows;
  gboolean shares;
  GtkWidget *line; /* (owned) (nullable): where it is divided */
};

typedef enum
{
  PROP_SECOND_GROWS = 1,
  PROP_SHARES,
  PROP_DIVIDED,
} TySideBoxProps;

static GParamSpec *properties[PROP_DIVIDED + 1];

G_DEFINE_FINAL_TYPE (TySideBox, ty_side_box, GTK_TYPE_WIDGET)

/* Without the line, wherever that is. */
static GtkWidget *
skip_line (GtkWidget *self,
           GtkWidget *child)
{
  return child != NULL && child == TY_SIDE_BOX (self)->line ? gtk_widget_get_next_sibling (child) : child;
}

static GtkWidget *
get_first (GtkWidget *self)
{
  return skip_line (self, gtk_widget_get_first_child (self));
}

static GtkWidget *
get_next (GtkWidget *self,
          GtkWidget *child)
{
  return child != NULL ? skip_line (self, gtk_widget_get_next_sibling (child)) : NULL;
}

/* The second, if there is one to be seen. */
static GtkWidget *
get_second (GtkWidget *self)
{
  GtkWidget *second = get_next (self, get_first (self));

  return second != NULL && gtk_widget_should_layout (second) ? second : NULL;
}

/* What stands at the end, if there is something. */
static GtkWidget *
get_third (GtkWidget *self)
{
  GtkWidget *third = get_next (self, get_next (self, get_first (self)));

  return third != NULL && gtk_widget_should_layout (third) ? third : NULL;
}

/* Between two that stand side by side. */
static int
get_gap (GtkWidget *self)
{
  return TY_SIDE_BOX (self)->line != NULL ? SPACING + 1 + BEHIND : SPACING;
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

/* What the third takes of the line. */
static int
get_end_width (GtkWidget *self)
{
  int minimum, natural;

  measure_width (get_third (self), &minimum, &natural);
  return natural > 0 ? natural + SPACING : 0;
}

/* How wide the second is beside the first; 0 where it stands below, or nowhere. */
static int
get_side_width (GtkWidget *self,
                int        width)
{
  int first, first_liked, second, second_liked;
  int gap = get_gap (self);

  width -= get_end_width (self);
  measure_width (get_first (self), &first, &first_liked);
  measure_width (get_second (self), &second, &second_liked);
  if (TY_SIDE_BOX (self)->second_grows)
    first = first_liked;
  if (get_second (self) == NULL || first + gap + second > width)
    return 0;

  if (TY_SIDE_BOX (self)->shares)
    first_liked = MIN (first_liked, MAX ((int) ((width - gap) * (1 - SHARE)), first));
  return CLAMP (width - gap - first_liked, second,
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
  int end = get_end_width (self);
  int height = MAX (measure_height (get_first (self), width - end - (side > 0 ? get_gap (self) + side : 0)),
                    measure_height (get_third (self), end - SPACING));

  if (side > 0)
    return MAX (height, measure_height (second, side));
  return height + (second != NULL ? SPACING + measure_height (second, width) : 0);
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
  *minimum = MAX (first + get_end_width (widget), second);
  *natural = first_liked + get_end_width (widget) + (get_second (widget) != NULL ? get_gap (widget) + second_liked : 0);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_for (widget, for_size >= 0 ? for_size : *natural);
}

static void
place (GtkWidget     *self,
       GtkWidget     *child,
       GtkAllocation  place)
{
  if (child == NULL)
    return;

  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (self) - place.x - place.width;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
ty_side_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TySideBox *self = TY_SIDE_BOX (widget);
  int side = get_side_width (widget, width);
  int end = get_end_width (widget);
  int gap = get_gap (widget);
  int rest = width - end - (side > 0 ? gap + side : 0);
  int above = MAX (measure_height (get_first (widget), rest), measure_height (get_third (widget), end - SPACING));
  int line = side > 0 ? height : above;
  GtkAllocation second = { rest + gap, 0, side, height };

  if (side == 0)
    second = (GtkAllocation) { 0, above + SPACING, width, MAX (height - above - SPACING, 0) };
  place (widget, get_first (widget), (GtkAllocation) { 0, 0, rest, line });
  place (widget, get_second (widget), second);
  if (end > 0)
    place (widget, get_third (widget), (GtkAllocation) { width - end + SPACING, 0, end - SPACING, line });
  if (self->line != NULL)
    gtk_widget_set_child_visible (self->line, side > 0);
  place (widget, self->line, (GtkAllocation) { rest + SPACING, 0, 1, height });
}

static void
set_divided (TySideBox *self,
             gboolean   divided)
{
  if (divided == (self->line != NULL))
    return;

  if (!divided)
    {
      g_clear_pointer (&self->line, gtk_widget_unparent);
      return;
    }
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->line, "ty-divider");
  gtk_widget_insert_before (self->line, GTK_WIDGET (self), NULL);
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
  else if (prop_id == PROP_DIVIDED)
    g_value_set_boolean (value, TY_SIDE_BOX (object)->line != NULL);
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
  else if (prop_id == PROP_DIVIDED)
    set_divided (TY_SIDE_BOX (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_side_box_dispose (GObject *object)
{
  GtkWidget *child;

  set_divided (TY_SIDE_BOX (object), FALSE);
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
  properties[PROP_DIVIDED] = g_param_spec_boolean ("divided", NULL, NULL, FALSE,
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
