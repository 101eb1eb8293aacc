/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grid-view"

#include "config.h"

#include "ty-grid-view-private.h"

#include "ty-font-features.h"

#include <glib/gi18n-lib.h>

#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 240

/**
 * TyGridView:
 *
 * Shows a table of figures that may be long and wide, draws only what is seen, and goes from cell to cell by the
 * arrows. Where the keyboard is, is told in words to a screen reader.
 */
static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyGridView, ty_grid_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TyGridViewProps;

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
scrollable_init (GtkScrollableInterface *iface)
{
}

static void
tell_cell (TyGridView *self)
{
  g_autofree char *name = NULL;

  if (self->grid == NULL || self->row >= ty_grid_get_n_rows (self->grid)
      || self->column >= ty_grid_get_n_columns (self->grid))
    return;

  name = ty_grid_dup_name (self->grid, self->row, self->column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
value_changed_cb (TyGridView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (TyGridView     *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  g_autoptr(GtkAdjustment) other = adjustment != NULL ? g_object_ref_sink (adjustment)
                                     : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], other);
  g_signal_connect_object (other, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
configure (TyGridView     *self,
           GtkOrientation  orientation,
           double          whole,
           double          page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double step = orientation == GTK_ORIENTATION_VERTICAL ? 3 * self->layout.row : 60;
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, whole - page));

  gtk_adjustment_configure (adjustment, value, 0, MAX (whole, page), step, page * 0.9, page);
}

static void
ty_grid_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TyGridView *self = TY_GRID_VIEW (widget);

  if (self->grid == NULL)
    return;

  ty_grid_view_lay_out (self, width);
  self->laid_out = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, ty_grid_view_get_total (self), width);
  configure (self, GTK_ORIENTATION_VERTICAL,
             self->layout.head + (double) self->layout.row * ty_grid_get_n_rows (self->grid), height);
}

static void
ty_grid_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
ty_grid_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TyGridView *self = TY_GRID_VIEW (widget);
  cairo_t *cr;

  if (self->grid == NULL || !self->laid_out)
    return;

  if (self->restyled)
    ty_grid_view_lay_out (self, gtk_widget_get_width (widget));
  self->restyled = FALSE;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                 gtk_widget_get_height (widget)));
  ty_grid_view_draw (self, cr);
  cairo_destroy (cr);
}

static gboolean
ty_grid_view_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  TyGridView *self = TY_GRID_VIEW (widget);
  guint row = self->row, column = self->column;
  g_autofree char *name = NULL;

  if (!keyboard && !ty_grid_view_find (self, x, y, &row, &column))
    return FALSE;
  if (self->grid == NULL || row >= ty_grid_get_n_rows (self->grid)
      || column >= ty_grid_get_n_columns (self->grid))
    return FALSE;

  name = ty_grid_dup_name (self->grid, row, column);
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static void
ty_grid_view_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ty_grid_view_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (TY_GRID_VIEW (widget)->text);
  TY_GRID_VIEW (widget)->restyled = TRUE;
  gtk_widget_queue_draw (widget);
}

/* Where the keyboard is. */

static void
show_range (GtkAdjustment *adjustment,
            double         start,
            double         end,
            double         covered)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment) - covered;

  if (start < value)
    gtk_adjustment_set_value (adjustment, start);
  else if (end > value + page)
    gtk_adjustment_set_value (adjustment, end - page);
}

static void
set_cell (TyGridView *self,
          guint       row,
          guint       column)
{
  self->row = row;
  self->column = column;
  tell_cell (self);
  if (self->laid_out)
    {
      show_range (self->adjustments[GTK_ORIENTATION_HORIZONTAL], ty_grid_view_get_start (self, column),
                  ty_grid_view_get_start (self, column + 1), self->layout.label);
      show_range (self->adjustments[GTK_ORIENTATION_VERTICAL], (double) self->layout.row * row,
                  (double) self->layout.row * (row + 1), self->layout.head);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (TyGridView *self)
{
  if (ty_grid_leads (self->grid, self->row, self->column))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->row, self->column);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static guint
move (guint at,
      int   by,
      guint n)
{
  return (guint) CLAMP ((int) at + by, 0, (int) n - 1);
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint                  keyval,
            guint                  keycode,
            GdkModifierType        state,
            TyGridView            *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  guint n_rows, n_columns;
  int page;

  if (self->grid == NULL || ty_grid_get_n_rows (self->grid) == 0 || (state & GDK_ALT_MASK) != 0)
    return FALSE;

  n_rows = ty_grid_get_n_rows (self->grid);
  n_columns = ty_grid_get_n_columns (self->grid);
  page = MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.head) / MAX (self->layout.row, 1) - 1);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      set_cell (self, self->row, move (self->column, keyval == GDK_KEY_Left ? -1 : 1, n_columns));
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      set_cell (self, move (self->row, keyval == GDK_KEY_Up ? -1 : 1, n_rows), self->column);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      set_cell (self, move (self->row, keyval == GDK_KEY_Page_Up ? -page : page, n_rows), self->column);
      return TRUE;
    case GDK_KEY_Home:
      set_cell (self, control ? 0 : self->row, 0);
      return TRUE;
    case GDK_KEY_End:
      set_cell (self, control ? n_rows - 1 : self->row, n_columns - 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TyGridView      *self)
{
  guint row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!ty_grid_view_find (self, x, y, &row, &column))
    return;

  set_cell (self, row, column);
  if (ty_grid_leads (self->grid, row, column))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, row, column);
}

static void
hover (TyGridView *self,
       guint       row,
       guint       column)
{
  gboolean leads = row != TY_GRID_VIEW_NONE && ty_grid_leads (self->grid, row, column);

  if (self->hover_row == row && self->hover_column == column)
    return;

  self->hover_row = row;
  self->hover_column = column;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), leads ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TyGridView               *self)
{
  guint row, column;

  ty_grid_view_find (self, x, y, &row, &column);
  hover (self, row, column);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          TyGridView               *self)
{
  hover (self, TY_GRID_VIEW_NONE, TY_GRID_VIEW_NONE);
}

static void
focus_cb (GtkEventControllerFocus *controller,
          TyGridView              *self)
{
  tell_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ty_grid_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TyGridView *self = TY_GRID_VIEW (object);

  switch ((TyGridViewProps) prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_grid_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TyGridView *self = TY_GRID_VIEW (object);

  switch ((TyGridViewProps) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_grid_view_dispose (GObject *object)
{
  TyGridView *self = TY_GRID_VIEW (object);

  g_clear_pointer (&self->grid, ty_grid_unref);
  g_clear_object (&self->text);
  g_clear_pointer (&self->plain, pango_attr_list_unref);
  g_clear_pointer (&self->bold, pango_attr_list_unref);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_clear_pointer (&self->layout.widths, g_array_unref);
  g_clear_pointer (&self->layout.starts, g_array_unref);

  G_OBJECT_CLASS (ty_grid_view_parent_class)->dispose (object);
}

static void
ty_grid_view_class_init (TyGridViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_grid_view_get_property;
  object_class->set_property = ty_grid_view_set_property;
  object_class->dispose = ty_grid_view_dispose;
  widget_class->size_allocate = ty_grid_view_size_allocate;
  widget_class->measure = ty_grid_view_measure;
  widget_class->snapshot = ty_grid_view_snapshot;
  widget_class->query_tooltip = ty_grid_view_query_tooltip;
  widget_class->css_changed = ty_grid_view_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", TY_TYPE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "ty-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
add_controllers (TyGridView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
ty_grid_view_init (TyGridView *self)
{
  self->hover_row = self->hover_column = TY_GRID_VIEW_NONE;
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->plain = pango_attr_list_new ();
  ty_font_features_add (self->plain);
  self->bold = pango_attr_list_copy (self->plain);
  pango_attr_list_insert (self->bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  self->layout.widths = g_array_new (FALSE, FALSE, sizeof (int));
  self->layout.starts = g_array_new (FALSE, FALSE, sizeof (int));
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-dense");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  add_controllers (self);
}

/**
 * ty_grid_view_new:
 *
 * Returns: (transfer floating): a view of no table
 */
GtkWidget *
ty_grid_view_new (void)
{
  return g_object_new (TY_TYPE_GRID_VIEW, NULL);
}

/**
 * ty_grid_view_get_grid:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the table that it shows
 */
TyGrid *
ty_grid_view_get_grid (TyGridView *self)
{
  g_return_val_if_fail (TY_IS_GRID_VIEW (self), NULL);

  return self->grid;
}

/**
 * ty_grid_view_set_grid:
 * @self: a view
 * @grid: (nullable): a table
 *
 * Shows another table. The keyboard stays where it is, as far as there is such a cell.
 */
void
ty_grid_view_set_grid (TyGridView *self,
                       TyGrid     *grid)
{
  TyGrid *old = self->grid;

  g_return_if_fail (TY_IS_GRID_VIEW (self));

  self->grid = grid != NULL ? ty_grid_ref (grid) : NULL;
  g_clear_pointer (&old, ty_grid_unref);
  self->laid_out = FALSE;
  self->hover_row = self->hover_column = TY_GRID_VIEW_NONE;
  if (grid != NULL)
    {
      self->row = MIN (self->row, MAX (ty_grid_get_n_rows (grid), 1) - 1);
      self->column = MIN (self->column, MAX (ty_grid_get_n_columns (grid), 1) - 1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      ty_grid_get_title (grid), -1);
      tell_cell (self);
    }
  /* Where scroll bars come or go while only the view is allocated, GTK 4.8 forgets what is around it, and draws
   * nothing there. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ty_grid_view_get_cell:
 * @self: a view
 * @row: (out): a row
 * @column: (out): a column
 *
 * Returns: whether there is a table; where the keyboard is in it
 */
gboolean
ty_grid_view_get_cell (TyGridView *self,
                       guint      *row,
                       guint      *column)
{
  g_return_val_if_fail (TY_IS_GRID_VIEW (self), FALSE);

  *row = self->row;
  *column = self->column;
  return self->grid != NULL && self->row < ty_grid_get_n_rows (self->grid)
         && self->column < ty_grid_get_n_columns (self->grid);
}
