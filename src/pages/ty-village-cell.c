/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-cell"

#include "config.h"

#include "ty-village-cell.h"

#include "ty-drawn-texts.h"
#include "ty-format.h"
#include "ty-ratio.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define INDENT 18   /* for each level */
#define ARROW 18    /* room of the arrow */
#define ARROW_SIZE 4

/**
 * TyVillageCell:
 *
 * A cell of the table of villages: one text, in warm where somebody is missing; the name stands behind
 * the arrow of its level. It draws its text and nothing else, as the cells of the roster do.
 */
struct _TyVillageCell
{
  GtkWidget parent_instance;

  /* Owned */
  PangoLayout *layout;
  TyVillageItem *item; /* (nullable) */
  char *text;          /* (nullable) */

  TyVillageText which;
  gboolean at_end;     /* numbers stand at the right */
};

typedef enum
{
  PROP_LABEL = 1,
} TyVillageCellProps;

G_DEFINE_FINAL_TYPE (TyVillageCell, ty_village_cell, GTK_TYPE_WIDGET)

static char *
dup_number (guint number)
{
  return g_strdup_printf ("%u", number);
}

/* Of a township how many of its villages have none. */
static char *
dup_secretary (const TyVillageRow *row)
{
  guint lacking = row->n_villages - row->n_led;

  if (row->is_village)
    return g_strdup (row->secretary != NULL ? row->secretary : _("None"));
  if (lacking == 0)
    return g_strdup ("");

  /* Translators: how many villages have no secretary */
  return g_strdup_printf (ngettext ("%u lacking", "%u lacking", lacking), lacking);
}

static char *
dup_dual (const TyVillageRow *row)
{
  if (!row->is_village)
    return g_strdup_printf ("%u/%u", row->n_dual, row->n_villages);
  if (row->n_led == 0)
    return g_strdup ("—");

  return g_strdup (row->n_dual > 0 ? _("Yes") : _("No"));
}

/* Where nothing is approved there is nothing to count against. */
static char *
dup_seats (const TyVillageRow *row,
           guint               number)
{
  return row->n_unset == row->n_villages ? g_strdup ("—") : dup_number (number);
}

static char *
dup_vacant (const TyVillageRow *row)
{
  if (row->n_unset == row->n_villages)
    return g_strdup (row->is_village ? _("not set") : "—");
  if (row->seats.over == 0)
    return dup_number (row->seats.vacant);
  if (row->seats.vacant == 0)
    /* Translators: how many people are beyond the approved seats */
    return g_strdup_printf (_("%u over"), row->seats.over);

  /* Translators: vacant seats, and in other bodies people beyond the approved seats */
  return g_strdup_printf (_("%u, %u over"), row->seats.vacant, row->seats.over);
}

/**
 * ty_village_text_dup:
 * @row: a township or a village
 * @which: a column
 *
 * Returns: (transfer full): what stands in that column, in the user’s language
 */
char *
ty_village_text_dup (const TyVillageRow *row,
                     TyVillageText       which)
{
  switch (which)
    {
    case TY_VILLAGE_TEXT_NAME:
      return g_strdup (row->name);
    case TY_VILLAGE_TEXT_FORM:
      return ty_format_code ("party_form", row->party_form);
    case TY_VILLAGE_TEXT_SECRETARY:
      return dup_secretary (row);
    case TY_VILLAGE_TEXT_DUAL:
      return dup_dual (row);
    case TY_VILLAGE_TEXT_MEMBERS:
      return dup_number (row->members);
    case TY_VILLAGE_TEXT_APPROVED:
      return dup_seats (row, row->seats.approved);
    case TY_VILLAGE_TEXT_FILLED:
      return dup_seats (row, row->seats.filled);
    case TY_VILLAGE_TEXT_VACANT:
      return dup_vacant (row);
    case TY_VILLAGE_TEXT_AGE:
      return ty_ratio_format (row->age.sum, row->age.n, 1, 2);
    case TY_VILLAGE_TEXT_WOMEN:
    default:
      return dup_number (row->women);
    }
}

static gboolean
is_warm (TyVillageCell      *self,
         const TyVillageRow *row)
{
  if (self->which == TY_VILLAGE_TEXT_SECRETARY)
    return row->n_led < row->n_villages;

  return self->which == TY_VILLAGE_TEXT_VACANT && row->seats.vacant > 0;
}

static gboolean
is_dim (TyVillageCell      *self,
        const TyVillageRow *row)
{
  return row->n_unset == row->n_villages
         && (self->which == TY_VILLAGE_TEXT_APPROVED || self->which == TY_VILLAGE_TEXT_FILLED
             || self->which == TY_VILLAGE_TEXT_VACANT);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
changed_cb (TyVillageCell *self)
{
  const TyVillageRow *row = self->item != NULL ? ty_village_item_get_row (self->item) : NULL;

  g_clear_pointer (&self->text, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (row == NULL)
    return;

  self->text = ty_village_text_dup (row, self->which);
  set_class (GTK_WIDGET (self), "ty-warn", is_warm (self, row));
  set_class (GTK_WIDGET (self), "dim-label", is_dim (self, row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
}

static int
get_start (TyVillageCell *self)
{
  const TyVillageRow *row = self->item != NULL ? ty_village_item_get_row (self->item) : NULL;

  return self->which == TY_VILLAGE_TEXT_NAME && row != NULL ? (int) row->depth * INDENT + ARROW : 0;
}

static void
ty_village_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TyVillageCell *self = TY_VILLAGE_CELL (widget);
  int height, baseline;

  ty_drawn_texts_get_line (self->layout, &height, &baseline);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? height : 0;
  *natural = *minimum;
}

static void
draw_arrow (TyVillageCell *self,
            GtkSnapshot   *snapshot,
            int            end)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean expanded = ty_village_item_is_expanded (self->item);
  GdkRGBA color;
  cairo_t *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (end - ARROW, 0, ARROW, height));
  cairo_translate (cr, end - ARROW / 2.0 - 2, height / 2.0);
  if (expanded)
    cairo_rotate (cr, G_PI / 2);
  cairo_move_to (cr, -ARROW_SIZE / 2.0, -ARROW_SIZE);
  cairo_line_to (cr, ARROW_SIZE / 2.0, 0);
  cairo_line_to (cr, -ARROW_SIZE / 2.0, ARROW_SIZE);
  cairo_set_line_width (cr, 1.5);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ty_village_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TyVillageCell *self = TY_VILLAGE_CELL (widget);
  int start = get_start (self);
  int width = gtk_widget_get_width (widget) - start;
  int text_width, height;

  if (self->text == NULL || width <= 0)
    return;

  if (start > 0 && ty_village_item_has_children (self->item))
    draw_arrow (self, snapshot, start);
  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              start + (self->at_end ? width - text_width : 0),
                              floor ((gtk_widget_get_height (widget) - height) / 2.0), self->layout);
}

static void
pressed_cb (TyVillageCell   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  if (!ty_village_cell_is_arrow (self, x))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "villages.toggle", "x",
                              ty_village_item_get_unit (self->item));
}

static GdkContentProvider *
prepare_cb (TyVillageCell *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  if (self->item == NULL || ty_village_cell_is_arrow (self, x))
    return NULL;

  return gdk_content_provider_new_typed (G_TYPE_INT64, ty_village_item_get_unit (self->item));
}

/* The card that follows the pointer is the name. */
static void
drag_begin_cb (TyVillageCell *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static void
add_gestures (TyVillageCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
ty_village_cell_dispose (GObject *object)
{
  TyVillageCell *self = TY_VILLAGE_CELL (object);

  ty_village_cell_set_item (self, NULL);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (ty_village_cell_parent_class)->dispose (object);
}

static void
ty_village_cell_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyVillageCell *self = TY_VILLAGE_CELL (object);

  switch ((TyVillageCellProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_village_cell_class_init (TyVillageCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ty_village_cell_get_property;
  G_OBJECT_CLASS (klass)->dispose = ty_village_cell_dispose;
  widget_class->measure = ty_village_cell_measure;
  widget_class->snapshot = ty_village_cell_snapshot;

  /* As that of a GtkLabel: what is read out with the row. */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ty_village_cell_init (TyVillageCell *self)
{
}

/**
 * ty_village_cell_new:
 * @layout: with which all cells draw
 * @which: what it shows
 * @at_end: whether the text stands at the right
 *
 * Returns: (transfer floating): a cell of nothing yet
 */
GtkWidget *
ty_village_cell_new (PangoLayout   *layout,
                     TyVillageText  which,
                     gboolean       at_end)
{
  TyVillageCell *self = g_object_new (TY_TYPE_VILLAGE_CELL, NULL);

  self->layout = g_object_ref (layout);
  self->which = which;
  self->at_end = at_end;
  if (which == TY_VILLAGE_TEXT_NAME)
    add_gestures (self);
  return GTK_WIDGET (self);
}

/**
 * ty_village_cell_set_item:
 * @self: a cell
 * @item: (nullable): what it shows
 */
void
ty_village_cell_set_item (TyVillageCell *self,
                          TyVillageItem *item)
{
  g_return_if_fail (TY_IS_VILLAGE_CELL (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/**
 * ty_village_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TyVillageItem *
ty_village_cell_get_item (TyVillageCell *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_CELL (self), NULL);

  return self->item;
}

/**
 * ty_village_cell_is_arrow:
 * @self: a cell
 * @x: where in it, in pixels
 *
 * Returns: whether the arrow that shows or hides the units below is there
 */
gboolean
ty_village_cell_is_arrow (TyVillageCell *self,
                          double         x)
{
  g_return_val_if_fail (TY_IS_VILLAGE_CELL (self), FALSE);

  return self->item != NULL && ty_village_item_has_children (self->item) && get_start (self) > 0
         && x < get_start (self);
}
