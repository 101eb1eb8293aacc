/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-text-cell"

#include "config.h"

#include "ty-text-cell.h"

#define USUAL_WIDTH 2 /* times the least one, where there is room */

/**
 * TyTextCell:
 *
 * A cell of a table: one line of text, with an ellipsis where it is too long. The ellipsis is of a font with
 * another height, and a label or an inscription would stand higher with one than without; here all texts of a
 * row stand on one line.
 */
struct _TyTextCell
{
  GtkWidget parent_instance;

  /* Owned */
  PangoLayout *layout; /* that of all cells of the table */
  char *text;

  int least;           /* pixels that it is wide at least */
  gboolean at_end;     /* numbers and dates stand at the right */
};

G_DEFINE_FINAL_TYPE (TyTextCell, ty_text_cell, GTK_TYPE_WIDGET)

/* Of a line without an ellipsis. */
static void
get_line (PangoLayout *layout,
          int         *height,
          int         *baseline)
{
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, "村", -1);
  pango_layout_get_pixel_size (layout, NULL, height);
  *baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));
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

  get_line (self->layout, &height, &baseline);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? height : self->least;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : USUAL_WIDTH * self->least;
}

static void
ty_text_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TyTextCell *self = TY_TEXT_CELL (widget);
  int width = gtk_widget_get_width (widget);
  int height, baseline, text_width;

  get_line (self->layout, &height, &baseline);
  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  baseline -= PANGO_PIXELS (pango_layout_get_baseline (self->layout));
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              self->at_end ? width - text_width : 0,
                              (gtk_widget_get_height (widget) - height) / 2 + baseline, self->layout);
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

  G_OBJECT_CLASS (klass)->finalize = ty_text_cell_finalize;
  widget_class->measure = ty_text_cell_measure;
  widget_class->snapshot = ty_text_cell_snapshot;
  widget_class->query_tooltip = ty_text_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "label");
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
 *
 * Returns: (transfer floating): a cell without a text
 */
GtkWidget *
ty_text_cell_new (PangoLayout *layout,
                  int          least,
                  gboolean     at_end)
{
  TyTextCell *self = g_object_new (TY_TYPE_TEXT_CELL, NULL);

  self->layout = g_object_ref (layout);
  self->least = least;
  self->at_end = at_end;
  return GTK_WIDGET (self);
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

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
