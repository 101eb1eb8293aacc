/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-cell"

#include "config.h"

#include "ty-roster-cell.h"

/**
 * TyRosterCell:
 *
 * A cell of the roster: one text of the row in its place, with an ellipsis where it is too long. A
 * column view of GTK 4.8 keeps 205 rows with all their cells, so that a cell is as little as can be:
 * it measures no text of its own, and all cells of a view draw with the same layout.
 */
struct _TyRosterCell
{
  GtkWidget parent_instance;

  /* Owned */
  PangoLayout *layout;
  TyRosterItem *item; /* (nullable) */

  TyRosterText which;
  gboolean at_end;    /* numbers and dates stand at the right */
};

G_DEFINE_FINAL_TYPE (TyRosterCell, ty_roster_cell, GTK_TYPE_WIDGET)

static TyRosterRow *
get_row (TyRosterCell *self)
{
  return self->item != NULL ? ty_roster_item_get_row (self->item) : NULL;
}

/* The name for assistive technologies waits for the row: it costs as much as all the rest. */
static void
row_cb (TyRosterItem *item,
        gpointer      data)
{
  TyRosterCell *self = TY_ROSTER_CELL (data);
  TyRosterRow *row = get_row (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    ty_roster_row_get_text (row, self->which), -1);
}

/* The same for all texts of a font. */
static int
get_line_height (PangoLayout *layout)
{
  static GQuark quark;
  guint serial = pango_context_get_serial (pango_layout_get_context (layout));
  guint known;
  int height;

  if (quark == 0)
    quark = g_quark_from_static_string ("ty-line-height");
  known = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (layout), quark));
  if (known != 0 && known >> 8 == (serial & 0xffffff))
    return known & 0xff;

  pango_layout_set_text (layout, "村", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  height = CLAMP (height, 1, 0xff);
  g_object_set_qdata (G_OBJECT (layout), quark, GUINT_TO_POINTER (serial << 8 | (guint) height));
  return height;
}

static void
ty_roster_cell_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TyRosterCell *self = TY_ROSTER_CELL (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? get_line_height (self->layout) : 0;
  *natural = *minimum;
}

static void
ty_roster_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TyRosterCell *self = TY_ROSTER_CELL (widget);
  TyRosterRow *row = get_row (self);
  int width = gtk_widget_get_width (widget);
  int text_width, text_height;

  if (row == NULL)
    return;

  pango_layout_set_text (self->layout, ty_roster_row_get_text (row, self->which), -1);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              self->at_end ? width - text_width : 0,
                              (gtk_widget_get_height (widget) - text_height) / 2, self->layout);
}

static void
ty_roster_cell_dispose (GObject *object)
{
  TyRosterCell *self = TY_ROSTER_CELL (object);

  ty_roster_cell_set_item (self, NULL);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (ty_roster_cell_parent_class)->dispose (object);
}

static void
ty_roster_cell_class_init (TyRosterCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_roster_cell_dispose;
  widget_class->measure = ty_roster_cell_measure;
  widget_class->snapshot = ty_roster_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ty_roster_cell_init (TyRosterCell *self)
{
}

/**
 * ty_roster_cell_new:
 * @layout: with which all cells draw
 * @which: the text that it shows
 * @at_end: whether the text stands at the right
 *
 * Returns: (transfer floating): a cell without a place
 */
GtkWidget *
ty_roster_cell_new (PangoLayout  *layout,
                    TyRosterText  which,
                    gboolean      at_end)
{
  TyRosterCell *self = g_object_new (TY_TYPE_ROSTER_CELL, NULL);

  self->layout = g_object_ref (layout);
  self->which = which;
  self->at_end = at_end;
  return GTK_WIDGET (self);
}

/**
 * ty_roster_cell_set_item:
 * @self: a cell
 * @item: (nullable): the place that it shows
 *
 * A place whose row has not come is empty, and not what was shown before.
 */
void
ty_roster_cell_set_item (TyRosterCell *self,
                         TyRosterItem *item)
{
  g_return_if_fail (TY_IS_ROSTER_CELL (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    ty_roster_item_unwatch (self->item, row_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  ty_roster_item_watch (item, row_cb, self);
  row_cb (item, self);
}
