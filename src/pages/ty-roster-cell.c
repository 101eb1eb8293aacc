/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-cell"

#include "config.h"

#include "ty-roster-cell.h"

#include "ty-drawn-texts.h"
#include "ty-roster-tags.h"

#define NO_TEXT TY_ROSTER_N_TEXTS /* a check, which the style draws */
#define POSTS_WIDTH 21            /* heights of a line that posts like to have: two long ones */
#define POSTS_LEAST 6             /* that they have at least: one of them, in a table that is wider than its window */

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

typedef enum
{
  PROP_LABEL = 1,
} TyRosterCellProps;

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
  if (row != NULL && self->which != NO_TEXT)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    ty_roster_row_get_text (row, self->which), -1);
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
  int height, baseline;

  ty_drawn_texts_get_line (self->layout, &height, &baseline);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? height : 0;
  *natural = *minimum;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->which == TY_ROSTER_TEXT_POSTS)
    {
      *minimum = POSTS_LEAST * height;
      *natural = POSTS_WIDTH * height;
    }
}

static void
ty_roster_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TyRosterCell *self = TY_ROSTER_CELL (widget);
  TyRosterRow *row = get_row (self);
  int width = gtk_widget_get_width (widget);
  int height, baseline;

  if (row == NULL || self->which == NO_TEXT)
    return;
  if (self->which == TY_ROSTER_TEXT_TAGS)
    {
      ty_roster_tags_snapshot (widget, snapshot, self->layout, ty_roster_row_get_tags (row));
      return;
    }

  ty_drawn_texts_get_line (self->layout, &height, &baseline);
  ty_drawn_texts_snapshot (widget, snapshot, self->layout, ty_roster_row_get_text (row, self->which),
                           &(TyTextPlace) {
                             .width = width,
                             .y = (gtk_widget_get_height (widget) - height) / 2,
                             .baseline = baseline,
                             .at_end = self->at_end,
                           });
}

/* What is cut is told whole. */
static gboolean
ty_roster_cell_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard_mode,
                              GtkTooltip *tooltip)
{
  TyRosterCell *self = TY_ROSTER_CELL (widget);
  TyRosterRow *row = get_row (self);

  if (row == NULL || self->which == NO_TEXT || self->which == TY_ROSTER_TEXT_TAGS)
    return FALSE;

  pango_layout_set_text (self->layout, ty_roster_row_get_text (row, self->which), -1);
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  if (!pango_layout_is_ellipsized (self->layout))
    return FALSE;

  gtk_tooltip_set_text (tooltip, ty_roster_row_get_text (row, self->which));
  return TRUE;
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
ty_roster_cell_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyRosterCell *self = TY_ROSTER_CELL (object);
  TyRosterRow *row = get_row (self);

  switch ((TyRosterCellProps) prop_id)
    {
    case PROP_LABEL:
      if (row != NULL && self->which != NO_TEXT)
        g_value_set_string (value, ty_roster_row_get_text (row, self->which));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_roster_cell_class_init (TyRosterCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ty_roster_cell_get_property;
  G_OBJECT_CLASS (klass)->dispose = ty_roster_cell_dispose;
  widget_class->measure = ty_roster_cell_measure;
  widget_class->snapshot = ty_roster_cell_snapshot;
  widget_class->query_tooltip = ty_roster_cell_query_tooltip;

  /* As that of a GtkLabel: what is read out with the row. */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ty_roster_cell_init (TyRosterCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
 * ty_roster_cell_new_check:
 * @layout: with which all cells draw
 *
 * Returns: (transfer floating): a cell without a place that tells by its style whether the row is chosen
 */
GtkWidget *
ty_roster_cell_new_check (PangoLayout *layout)
{
  GtkWidget *self = ty_roster_cell_new (layout, NO_TEXT, FALSE);

  gtk_widget_add_css_class (self, "ty-check");
  gtk_widget_set_halign (self, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  return self;
}

/**
 * ty_roster_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the place that it shows
 */
TyRosterItem *
ty_roster_cell_get_item (TyRosterCell *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_CELL (self), NULL);

  return self->item;
}

/**
 * ty_roster_cell_is_check:
 * @self: a cell
 *
 * Returns: whether it tells that the row is chosen, and shows no text
 */
gboolean
ty_roster_cell_is_check (TyRosterCell *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_CELL (self), FALSE);

  return self->which == NO_TEXT;
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
