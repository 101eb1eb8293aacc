/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-text-cell"

#include "config.h"

#include "ty-text-cell.h"

#include "ty-drawn-texts.h"

#define USUAL_WIDTH 2 /* times the least one, where there is room */

/**
 * TyTextCell:
 *
 * A cell of a table: one line of text, with an ellipsis where it is too long. The ellipsis is of a font with
 * another height, and a label or an inscription would stand higher with one than without; here all texts of a
 * row stand on one line. What stands in its place may change: only what is said otherwise is drawn again.
 */
struct _TyTextCell
{
  GtkWidget parent_instance;

  /* Owned */
  PangoLayout *layout; /* that of all cells of the table */
  TyRowPlace *place;   /* (nullable) */
  char *text;

  TyTextCellFunc func;
  gpointer data;
  int least;           /* pixels that it is wide at least */
  gboolean at_end;     /* numbers and dates stand at the right */
};

G_DEFINE_FINAL_TYPE (TyTextCell, ty_text_cell, GTK_TYPE_WIDGET)

static void
place_cb (TyRowPlace *place,
          gpointer    data)
{
  TyTextCell *self = TY_TEXT_CELL (data);
  gpointer item = ty_row_place_get_item (place);

  if (item != NULL)
    self->func (self, item, self->data);
}

static void
ty_text_cell_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TyTextCell *self = TY_TEXT_CELL (widget);
  int height, baseline;

  ty_drawn_texts_get_line (self->layout, &height, &baseline);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? height : self->least;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : USUAL_WIDTH * self->least;
}

static void
ty_text_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TyTextCell *self = TY_TEXT_CELL (widget);
  int height, baseline;

  ty_drawn_texts_get_line (self->layout, &height, &baseline);
  ty_drawn_texts_snapshot (widget, snapshot, self->layout, self->text,
                           &(TyTextPlace) {
                             .width = gtk_widget_get_width (widget),
                             .y = (gtk_widget_get_height (widget) - height) / 2,
                             .baseline = baseline,
                             .at_end = self->at_end,
                           });
}

/* What is cut is told whole. */
static gboolean
ty_text_cell_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard_mode,
                            GtkTooltip *tooltip)
{
  TyTextCell *self = TY_TEXT_CELL (widget);

  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  if (!pango_layout_is_ellipsized (self->layout))
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
ty_text_cell_dispose (GObject *object)
{
  ty_text_cell_set_place (TY_TEXT_CELL (object), NULL);

  G_OBJECT_CLASS (ty_text_cell_parent_class)->dispose (object);
}

static void
ty_text_cell_finalize (GObject *object)
{
  TyTextCell *self = TY_TEXT_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (ty_text_cell_parent_class)->finalize (object);
}

static void
ty_text_cell_class_init (TyTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_text_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_text_cell_finalize;
  widget_class->measure = ty_text_cell_measure;
  widget_class->snapshot = ty_text_cell_snapshot;
  widget_class->query_tooltip = ty_text_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ty_text_cell_init (TyTextCell *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * ty_text_cell_new:
 * @layout: with which all cells of the table draw: one line, with an ellipsis
 * @least: pixels that it is wide at least
 * @at_end: whether the text stands at the right
 * @func: has it say something of what stands in its place
 * @data: for @func
 *
 * Returns: (transfer floating): a cell without a place
 */
GtkWidget *
ty_text_cell_new (PangoLayout    *layout,
                  int             least,
                  gboolean        at_end,
                  TyTextCellFunc  func,
                  gpointer        data)
{
  TyTextCell *self = g_object_new (TY_TYPE_TEXT_CELL, NULL);

  self->layout = g_object_ref (layout);
  self->least = least;
  self->at_end = at_end;
  self->func = func;
  self->data = data;
  return GTK_WIDGET (self);
}

/**
 * ty_text_cell_set_place:
 * @self: a cell
 * @place: (nullable): its row
 */
void
ty_text_cell_set_place (TyTextCell *self,
                        TyRowPlace *place)
{
  g_return_if_fail (TY_IS_TEXT_CELL (self));

  if (self->place == place)
    return;
  if (self->place != NULL)
    ty_row_place_unwatch (self->place, place_cb, self);
  g_set_object (&self->place, place);
  if (place == NULL)
    return;

  ty_row_place_watch (place, place_cb, self);
  place_cb (place, self);
}

/**
 * ty_text_cell_set_text:
 * @self: a cell
 * @text: what stands there
 */
void
ty_text_cell_set_text (TyTextCell *self,
                       const char *text)
{
  g_return_if_fail (TY_IS_TEXT_CELL (self));

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
