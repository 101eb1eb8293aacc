/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-columns-box"

#include "config.h"

#include "ty-columns-box.h"

#include "ty-text-scale.h"

/**
 * TyColumnsBox:
 *
 * Children in columns of equal width: as many as have room for what they would like to show, or for the
 * width that was set, so that larger text or a small window make more rows and no shorter words. The rows are filled evenly: six
 * children where five have room stand three by three.
 */
struct _TyColumnsBox
{
  GtkWidget parent_instance;
  guint max_columns;
  int spacing; /* pixels, between columns and between rows */
  int column_width; /* pixels that a column likes to have with text of the usual size; -1 = what the widest child likes */
};

typedef enum
{
  PROP_MAX_COLUMNS = 1,
  PROP_SPACING,
  PROP_COLUMN_WIDTH,
} TyColumnsBoxProps;

static GParamSpec *properties[PROP_COLUMN_WIDTH + 1];

G_DEFINE_FINAL_TYPE (TyColumnsBox, ty_columns_box, GTK_TYPE_WIDGET)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (TyColumnsBox *self)
{
  return skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

/* Of the widest child; returns how many there are. */
static int
measure_widest (TyColumnsBox *self,
                int          *minimum,
                int          *natural)
{
  int n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      n++;
    }
  if (self->column_width >= 0)
    *natural = MAX ((int) (self->column_width * ty_text_scale_get (GTK_WIDGET (self))), *minimum);
  return n;
}

static int
count_columns (TyColumnsBox *self,
               int           width)
{
  int minimum, natural;
  int n = measure_widest (self, &minimum, &natural);
  int room = natural + self->spacing > 0 ? (width + self->spacing) / (natural + self->spacing) : n;
  int columns = CLAMP (room, 1, MIN ((int) self->max_columns, MAX (n, 1)));
  int rows = (n + columns - 1) / columns;

  return rows > 0 ? (n + rows - 1) / rows : 1;
}

static int
get_column_width (TyColumnsBox *self,
                  int           width,
                  int           columns)
{
  return MAX ((width - (columns - 1) * self->spacing) / columns, 0);
}

/* Pixels that do not divide evenly go to single columns, so that the last one ends at the edge. */
static int
get_column_start (TyColumnsBox *self,
                  int           width,
                  int           columns,
                  int           column)
{
  return column * (width + self->spacing) / columns;
}

/* Of the row that begins with a child; @next becomes the first of the row below. */
static int
measure_row (GtkWidget  *child,
             int         width,
             int         columns,
             GtkWidget **next)
{
  int height = 0;

  for (int i = 0; i < columns && child != NULL; i++, child = get_next (child))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &child_minimum, NULL, NULL, NULL);
      height = MAX (height, child_minimum);
    }
  *next = child;
  return height;
}

static int
measure_rows (TyColumnsBox *self,
              int           width)
{
  int columns = count_columns (self, width);
  int column_width = get_column_width (self, width, columns);
  GtkWidget *child = get_first (self);
  int height = 0;

  while (child != NULL)
    height += measure_row (child, column_width, columns, &child) + self->spacing;
  return MAX (height - self->spacing, 0);
}

static GtkSizeRequestMode
ty_columns_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ty_columns_box_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TyColumnsBox *self = TY_COLUMNS_BOX (widget);
  int widest, liked;
  int columns = MIN (measure_widest (self, &widest, &liked), (int) self->max_columns);
  int whole = columns * (liked + self->spacing) - (columns > 0 ? self->spacing : 0);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = whole;
    }
  else
    *minimum = *natural = measure_rows (self, for_size >= 0 ? for_size : whole);
}

static void
ty_columns_box_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TyColumnsBox *self = TY_COLUMNS_BOX (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = count_columns (self, width);
  int column_width = get_column_width (self, width, columns);
  GtkWidget *child = get_first (self);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      int row_height = measure_row (child, column_width, columns, &next);

      for (int i = 0; child != next; i++, child = get_next (child))
        {
          int column = mirrored ? columns - 1 - i : i;
          int x = get_column_start (self, width, columns, column);
          int end = get_column_start (self, width, columns, column + 1) - self->spacing;
          GtkAllocation place = { x, y, MAX (end - x, column_width), row_height };

          gtk_widget_size_allocate (child, &place, -1);
        }
      y += row_height + self->spacing;
    }
}

static void
ty_columns_box_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyColumnsBox *self = TY_COLUMNS_BOX (object);

  switch ((TyColumnsBoxProps) prop_id)
    {
    case PROP_MAX_COLUMNS:
      g_value_set_uint (value, self->max_columns);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_columns_box_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TyColumnsBox *self = TY_COLUMNS_BOX (object);

  switch ((TyColumnsBoxProps) prop_id)
    {
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_uint (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_columns_box_dispose (GObject *object)
{
  ty_columns_box_clear (TY_COLUMNS_BOX (object));

  G_OBJECT_CLASS (ty_columns_box_parent_class)->dispose (object);
}

static void
ty_columns_box_class_init (TyColumnsBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_columns_box_get_property;
  object_class->set_property = ty_columns_box_set_property;
  object_class->dispose = ty_columns_box_dispose;
  widget_class->get_request_mode = ty_columns_box_get_request_mode;
  widget_class->measure = ty_columns_box_measure;
  widget_class->size_allocate = ty_columns_box_size_allocate;

  properties[PROP_MAX_COLUMNS] = g_param_spec_uint ("max-columns", NULL, NULL, 1, 100, 2, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 12, flags);
  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, -1, 10000, -1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_columns_box_init (TyColumnsBox *self)
{
  self->max_columns = 2;
  self->spacing = 12;
  self->column_width = -1;
}

/**
 * ty_columns_box_new:
 *
 * Returns: (transfer floating): a box of two columns at most
 */
GtkWidget *
ty_columns_box_new (void)
{
  return g_object_new (TY_TYPE_COLUMNS_BOX, NULL);
}

/**
 * ty_columns_box_append:
 * @self: a box
 * @child: (transfer floating): a widget without a parent
 */
void
ty_columns_box_append (TyColumnsBox *self,
                       GtkWidget    *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * ty_columns_box_clear:
 * @self: a box
 *
 * Takes all children out of it.
 */
void
ty_columns_box_clear (TyColumnsBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
