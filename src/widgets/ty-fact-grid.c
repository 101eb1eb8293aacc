/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-fact-grid"

#include "config.h"

#include "ty-fact-grid.h"

#define SPACING 12   /* pixels, between a key and its value */
#define KEY_WIDTH 56 /* at least; four characters */

/**
 * TyFactGrid:
 *
 * Pairs of a key and a value, in one or more columns. Empty values are left out.
 */
struct _TyFactGrid
{
  AdwBin parent_instance;

  /* Borrowed: a child */
  GtkGrid *grid;

  guint columns;
  guint n_facts;
};

G_DEFINE_FINAL_TYPE (TyFactGrid, ty_fact_grid, ADW_TYPE_BIN)

static void
ty_fact_grid_class_init (TyFactGridClass *klass)
{
}

static void
ty_fact_grid_init (TyFactGrid *self)
{
  self->columns = 1;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, SPACING);
  gtk_grid_set_row_spacing (self->grid, 4);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/**
 * ty_fact_grid_new:
 * @columns: how many pairs stand beside each other, at least 1
 *
 * Returns: (transfer floating): an empty grid
 */
GtkWidget *
ty_fact_grid_new (guint columns)
{
  TyFactGrid *self = g_object_new (TY_TYPE_FACT_GRID, NULL);

  self->columns = MAX (columns, 1);
  return GTK_WIDGET (self);
}

/**
 * ty_fact_grid_add:
 * @self: a grid
 * @key: what it is, already translated
 * @value: (nullable): the value; nothing is added for none
 *
 * Adds a pair of texts.
 */
void
ty_fact_grid_add (TyFactGrid *self,
                  const char *key,
                  const char *value)
{
  GtkWidget *label;

  g_return_if_fail (TY_IS_FACT_GRID (self));

  if (value == NULL || *value == '\0')
    return;

  label = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  ty_fact_grid_add_widget (self, key, label);
}

/**
 * ty_fact_grid_add_widget:
 * @self: a grid
 * @key: what it is, already translated
 * @value: (transfer floating): what shows the value
 *
 * Adds a key and a widget, which is labelled by the key.
 */
void
ty_fact_grid_add_widget (TyFactGrid *self,
                         const char *key,
                         GtkWidget  *value)
{
  GtkWidget *name;
  int column, row;

  g_return_if_fail (TY_IS_FACT_GRID (self));

  column = (int) (self->n_facts % self->columns) * 2;
  row = (int) (self->n_facts / self->columns);

  name = gtk_label_new (key);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_size_request (name, KEY_WIDTH, -1);
  gtk_widget_add_css_class (name, "dim-label");
  if (column > 0)
    gtk_widget_set_margin_start (name, SPACING);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_valign (value, GTK_ALIGN_START);

  gtk_grid_attach (self->grid, name, column, row, 1, 1);
  gtk_grid_attach (self->grid, value, column + 1, row, 1, 1);
  self->n_facts++;
}

/**
 * ty_fact_grid_get_n_facts:
 * @self: a grid
 *
 * Returns: how many pairs it shows
 */
guint
ty_fact_grid_get_n_facts (TyFactGrid *self)
{
  g_return_val_if_fail (TY_IS_FACT_GRID (self), 0);

  return self->n_facts;
}
