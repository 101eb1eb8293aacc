/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-row-grid"

#include "config.h"

#include "ty-row-grid.h"

#include "ty-text.h"

#define MAX_LINE 8  /* characters that stay on one line in a column that is not the last */
#define MIN_LAST 10 /* half-width characters for which the last column has at least room */

/**
 * TyRowGrid:
 *
 * Short rows of texts with aligned columns, parted by hairlines. The last column takes what is
 * left. Long texts wrap; names and dates never do.
 */
struct _TyRowGrid
{
  AdwBin parent_instance;

  /* Borrowed: a child */
  GtkGrid *grid;

  guint n_rows;
};

G_DEFINE_FINAL_TYPE (TyRowGrid, ty_row_grid, ADW_TYPE_BIN)

static gboolean
may_wrap (const char *text)
{
  return strchr (text, ' ') != NULL ||
         (g_utf8_strlen (text, -1) > MAX_LINE && !g_ascii_isdigit (*text));
}

static void
ty_row_grid_class_init (TyRowGridClass *klass)
{
}

static void
ty_row_grid_init (TyRowGrid *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ty-rows");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/**
 * ty_row_grid_new:
 *
 * Returns: (transfer floating): a grid without rows
 */
GtkWidget *
ty_row_grid_new (void)
{
  return g_object_new (TY_TYPE_ROW_GRID, NULL);
}

/**
 * ty_row_grid_add:
 * @self: a grid
 * @heading: whether it is the row of headings
 * @texts: (array zero-terminated=1): the texts from left to right
 *
 * Adds a row below the others.
 */
void
ty_row_grid_add (TyRowGrid          *self,
                 gboolean            heading,
                 const char * const *texts)
{
  g_return_if_fail (TY_IS_ROW_GRID (self));

  for (int i = 0; texts[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);
      gboolean last = texts[i + 1] == NULL;

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "numeric");
      if (self->n_rows > 0)
        gtk_widget_add_css_class (label, "ty-lined");
      if (heading)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_widget_set_hexpand (label, last);
      gtk_label_set_wrap (GTK_LABEL (label), last || may_wrap (texts[i]));
      if (last)
        gtk_label_set_width_chars (GTK_LABEL (label), MIN (ty_text_width (texts[i]), MIN_LAST));
      gtk_grid_attach (self->grid, label, i, (int) self->n_rows, 1, 1);
    }
  self->n_rows++;
}

/**
 * ty_row_grid_dim_last:
 * @self: a grid with a row
 *
 * What the last row tells is over.
 */
void
ty_row_grid_dim_last (TyRowGrid *self)
{
  GtkWidget *label;

  g_return_if_fail (TY_IS_ROW_GRID (self));
  g_return_if_fail (self->n_rows > 0);

  for (int i = 0; (label = gtk_grid_get_child_at (self->grid, i, (int) self->n_rows - 1)) != NULL; i++)
    gtk_widget_add_css_class (label, "dim-label");
}

/**
 * ty_row_grid_add_button:
 * @self: a grid with a row
 * @name: what the button does, for its tooltip and for a screen reader
 * @action: name of the action
 * @target: (transfer floating): its parameter
 *
 * Adds a button to edit the last row, at its end.
 */
void
ty_row_grid_add_button (TyRowGrid  *self,
                        const char *name,
                        const char *action,
                        GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  GtkWidget *child;
  int column = 0;

  g_return_if_fail (TY_IS_ROW_GRID (self));
  g_return_if_fail (self->n_rows > 0);

  while ((child = gtk_grid_get_child_at (self->grid, column, (int) self->n_rows - 1)) != NULL)
    column++;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_grid_attach (self->grid, button, column, (int) self->n_rows - 1, 1, 1);
}

/**
 * ty_row_grid_get_n_rows:
 * @self: a grid
 *
 * Returns: how many rows it has, headings included
 */
guint
ty_row_grid_get_n_rows (TyRowGrid *self)
{
  g_return_val_if_fail (TY_IS_ROW_GRID (self), 0);

  return self->n_rows;
}
