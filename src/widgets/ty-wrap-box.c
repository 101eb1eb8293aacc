/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-wrap-box"

#include "config.h"

#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * TyWrapBox:
 *
 * Children one behind the other, each as wide as it likes to be; what has no room any more begins a new
 * line. So words in a language that needs more room make another line and are not cut. A child that expands
 * stands, with those behind it, at the end of its line.
 *
 * One that folds keeps to a single line instead: what has no room there stands behind a button at its end. What
 * was chosen stays in sight, and so does a child with the class `ty-stays`; only where these have no room in one
 * line there are more.
 *
 * A GtkFlowBox would put them in columns of equal width and make each a place for the focus.
 */
struct _TyWrapBox
{
  GtkWidget parent_instance;

  int spacing;      /* pixels, between children */
  int line_spacing; /* pixels, between lines */
  GtkWidget *more;  /* (owned) (nullable): the button behind which the rest stands, where it folds */
};

typedef enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  PROP_FOLDS,
} TyWrapBoxProps;

static GParamSpec *properties[PROP_FOLDS + 1];

static void ty_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyWrapBox, ty_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ty_wrap_box_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
ty_wrap_box_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  if (GTK_IS_WIDGET (child))
    ty_wrap_box_append (TY_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
ty_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ty_wrap_box_add_child;
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (TyWrapBox *self)
{
  return skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

/* As wide as it likes to be, or as is there. */
static int
get_width (GtkWidget *child,
           int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Without the button behind which the rest stands. */
static int
measure_children (TyWrapBox *self)
{
  int whole = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    if (child != self->more)
      whole += (whole > 0 ? self->spacing : 0) + get_width (child, G_MAXINT);
  return whole;
}

/* Where all have room in one line, there is nothing to fold. */
static gboolean
needs_more (TyWrapBox *self,
            int        width)
{
  return measure_children (self) > width;
}

/* A line that begins with a child; @next becomes the first of the line below. A line that stands at the
 * end of a line belongs to what follows it, and so is not left alone there. */
static int
measure_line (TyWrapBox  *self,
              GtkWidget  *child,
              int         width,
              GtkWidget **next)
{
  int x = 0, height = 0;

  for (; child != NULL && (child != self->more || needs_more (self, width)); child = get_next (child))
    {
      int child_width = get_width (child, width);
      int needed = child_width;
      GtkWidget *behind = GTK_IS_SEPARATOR (child) ? get_next (child) : NULL;

      if (behind != NULL)
        needed += self->spacing + get_width (behind, width);
      if (x > 0 && x + needed > width)
        break;
      x += child_width + self->spacing;
      height = MAX (height, get_height (child, child_width));
    }
  *next = child != self->more || needs_more (self, width) ? child : NULL;
  return height;
}

static int
measure_lines (TyWrapBox *self,
               int        width)
{
  GtkWidget *child = get_first (self);
  int height = 0;

  while (child != NULL)
    height += measure_line (self, child, width, &child) + self->line_spacing;
  return MAX (height - self->line_spacing, 0);
}

static gboolean
is_unfolded (TyWrapBox *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more));
}

/* Whether some children stand behind the button. */
static gboolean
is_folded (TyWrapBox *self,
           int        width)
{
  return self->more != NULL && !is_unfolded (self) && measure_children (self) > width;
}

static gboolean
stays (TyWrapBox *self,
       GtkWidget *child)
{
  return child == self->more || gtk_widget_has_css_class (child, "ty-stays")
         || gtk_widget_has_css_class (child, "active")
         || (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_CHECKED) != 0;
}

/* What is left of a line for those that may stand behind the button. */
static int
get_room (TyWrapBox *self,
          int        width)
{
  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    if (stays (self, child))
      width -= get_width (child, width) + self->spacing;
  return width;
}

/* The line between groups goes with what follows it. */
static gboolean
has_room (TyWrapBox *self,
          GtkWidget *child,
          int        room)
{
  GtkWidget *behind = GTK_IS_SEPARATOR (child) ? get_next (child) : NULL;
  int needed = get_width (child, G_MAXINT);

  if (behind != NULL && !stays (self, behind))
    needed += self->spacing + get_width (behind, G_MAXINT);
  return needed <= room;
}

static int
measure_highest (TyWrapBox *self)
{
  int height = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    height = MAX (height, get_height (child, -1));
  return height;
}

/* Places those that are in sight, or only measures them: one line, or more where what stays has no room in one.
 * Returns the height. */
static int
flow_folded (TyWrapBox *self,
             int        width,
             gboolean   place_them)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int line = measure_highest (self);
  int room = get_room (self, width);
  gboolean full = FALSE;
  int x = 0, y = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    {
      int child_width = get_width (child, width);
      gboolean kept = stays (self, child);
      GtkAllocation place;

      if (!kept && !full)
        full = !has_room (self, child, room);
      if (kept && x > 0 && x + child_width > width)
        {
          x = 0;
          y += line + self->line_spacing;
        }
      place = (GtkAllocation) { mirrored ? width - x - child_width : x, y, child_width, line };
      if (place_them)
        {
          gtk_widget_set_child_visible (child, kept || !full);
          gtk_widget_size_allocate (child, &place, -1);
        }
      if (kept || !full)
        x += child_width + self->spacing;
      if (!kept && !full)
        room -= child_width + self->spacing;
    }
  return y + line;
}

static void
more_toggled_cb (TyWrapBox *self)
{
  gboolean unfolded = is_unfolded (self);

  gtk_button_set_label (GTK_BUTTON (self->more), unfolded ? C_("chips", "Fewer") : C_("chips", "More"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_folds (TyWrapBox *self,
           gboolean   folds)
{
  if (folds == (self->more != NULL))
    return;

  if (!folds)
    {
      g_clear_pointer (&self->more, gtk_widget_unparent);
      return;
    }
  self->more = gtk_toggle_button_new ();
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more, "ty-chip-more");
  g_signal_connect_object (self->more, "toggled", G_CALLBACK (more_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (self->more, GTK_WIDGET (self), NULL);
  more_toggled_cb (self);
}

/* What is left of a line, where a child of it stands at the end. */
static int
measure_rest (TyWrapBox *self,
              GtkWidget *child,
              GtkWidget *next,
              int        width)
{
  int used = 0;
  gboolean expands = FALSE;

  for (; child != next; child = get_next (child))
    {
      if (used == 0 && GTK_IS_SEPARATOR (child))
        continue;
      used += (used > 0 ? self->spacing : 0) + get_width (child, width);
      expands |= gtk_widget_get_hexpand (child);
    }
  return expands ? MAX (width - used, 0) : 0;
}

static GtkSizeRequestMode
ty_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (TyWrapBox *self,
               int       *minimum,
               int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      if (child != self->more)
        *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
}

static void
ty_wrap_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TyWrapBox *self = TY_WRAP_BOX (widget);
  int widest, whole;

  *minimum_baseline = *natural_baseline = -1;
  measure_width (self, &widest, &whole);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = whole;
    }
  else if (self->more != NULL && for_size < 0)
    *minimum = *natural = measure_highest (self);
  else if (is_folded (self, for_size))
    *minimum = *natural = flow_folded (self, for_size, FALSE);
  else
    *minimum = *natural = measure_lines (self, for_size >= 0 ? for_size : whole);
}

static void
ty_wrap_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TyWrapBox *self = TY_WRAP_BOX (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_first (self);
  int y;

  if (is_folded (self, width))
    {
      flow_folded (self, width, TRUE);
      return;
    }
  if (self->more != NULL && !needs_more (self, width))
    {
      GtkAllocation nowhere = { 0, 0, get_width (self->more, G_MAXINT), height };

      gtk_widget_set_child_visible (self->more, FALSE);
      gtk_widget_size_allocate (self->more, &nowhere, -1);
    }

  /* Beside what is higher the lines stand in the middle. */
  y = MAX (height - measure_lines (self, width), 0) / 2;
  while (child != NULL && (child != self->more || needs_more (self, width)))
    {
      GtkWidget *next;
      int line_height = measure_line (self, child, width, &next);
      int rest = measure_rest (self, child, next, width);
      int x = 0;

      for (; child != next && (child != self->more || needs_more (self, width)); child = get_next (child))
        {
          int child_width = get_width (child, width);
          GtkAllocation place = { 0, y, child_width, line_height };

          if (gtk_widget_get_hexpand (child))
            {
              x += rest;
              rest = 0;
            }
          place.x = mirrored ? width - x - child_width : x;
          /* A line between groups that begins a line parts nothing. */
          gtk_widget_set_child_visible (child, child == self->more || !GTK_IS_SEPARATOR (child)
                                                || x > 0);
          if (gtk_widget_get_child_visible (child))
            x += child_width + self->spacing;
          gtk_widget_size_allocate (child, &place, -1);
        }
      y += line_height + self->line_spacing;
    }
}

static void
ty_wrap_box_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TyWrapBox *self = TY_WRAP_BOX (object);

  switch ((TyWrapBoxProps) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    case PROP_FOLDS:
      g_value_set_boolean (value, self->more != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_wrap_box_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TyWrapBox *self = TY_WRAP_BOX (object);

  switch ((TyWrapBoxProps) prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    case PROP_FOLDS:
      set_folds (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_wrap_box_dispose (GObject *object)
{
  ty_wrap_box_clear (TY_WRAP_BOX (object));
  g_clear_pointer (&TY_WRAP_BOX (object)->more, gtk_widget_unparent);

  G_OBJECT_CLASS (ty_wrap_box_parent_class)->dispose (object);
}

static void
ty_wrap_box_class_init (TyWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_wrap_box_get_property;
  object_class->set_property = ty_wrap_box_set_property;
  object_class->dispose = ty_wrap_box_dispose;
  widget_class->get_request_mode = ty_wrap_box_get_request_mode;
  widget_class->measure = ty_wrap_box_measure;
  widget_class->size_allocate = ty_wrap_box_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 6, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, 1000, 6, flags);
  properties[PROP_FOLDS] = g_param_spec_boolean ("folds", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_wrap_box_init (TyWrapBox *self)
{
  self->spacing = 6;
  self->line_spacing = 6;
}

/**
 * ty_wrap_box_new:
 * @spacing: pixels between children and between lines
 *
 * Returns: (transfer floating): a box without children
 */
GtkWidget *
ty_wrap_box_new (int spacing)
{
  return g_object_new (TY_TYPE_WRAP_BOX, "spacing", spacing, "line-spacing", spacing, NULL);
}

/**
 * ty_wrap_box_append:
 * @self: a box
 * @child: (transfer floating): a widget without a parent
 */
void
ty_wrap_box_append (TyWrapBox *self,
                    GtkWidget *child)
{
  g_return_if_fail (TY_IS_WRAP_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), self->more);
}

/**
 * ty_wrap_box_clear:
 * @self: a box
 *
 * Takes all children out of it.
 */
void
ty_wrap_box_clear (TyWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL && child != self->more)
    gtk_widget_unparent (child);
}
