/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-export-preview"

#include "config.h"

#include "ty-export-preview.h"

#define MAX_CHARS 16 /* of a cell before it is cut in the preview; the file has it whole, and headings are never cut */

struct _TyExportPreview
{
  AdwBin parent_instance;

  GtkGrid *grid; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (TyExportPreview, ty_export_preview, ADW_TYPE_BIN)

static void
ty_export_preview_class_init (TyExportPreviewClass *klass)
{
}

static void
ty_export_preview_init (TyExportPreview *self)
{
}

static void
add_label (TyExportPreview *self,
           guint            row,
           guint            column,
           const char      *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *start = row > 0 && g_utf8_strlen (line, -1) > MAX_CHARS
                             ? g_utf8_substring (line, 0, MAX_CHARS) : NULL;
  g_autofree char *cut = start != NULL ? g_strconcat (start, "…", NULL) : NULL;
  GtkWidget *label = gtk_label_new (cut != NULL ? cut : line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "ty-dense");
  if (row == 0)
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->grid, label, (int) column, (int) row, 1, 1);
}

/**
 * ty_export_preview_show:
 * @self: a preview
 * @layout: the columns
 * @rows: (element-type GStrv): the texts of the first rows
 */
void
ty_export_preview_show (TyExportPreview      *self,
                        const TyRosterLayout *layout,
                        GPtrArray            *rows)
{
  g_return_if_fail (TY_IS_EXPORT_PREVIEW (self));

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 16);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->grid), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->grid), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->grid), 10);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), 10);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  for (guint column = 0; column < layout->columns->len; column++)
    add_label (self, 0, column, ty_roster_layout_get (layout, column)->title);
  for (guint row = 0; row < rows->len; row++)
    for (guint column = 0; column < layout->columns->len; column++)
      add_label (self, row + 1, column, ((char **) g_ptr_array_index (rows, row))[column]);
}

/**
 * ty_export_preview_get_text:
 * @self: a preview
 * @row: 0 for the headings, 1 for the first row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): what stands there
 */
const char *
ty_export_preview_get_text (TyExportPreview *self,
                            guint            row,
                            guint            column)
{
  GtkWidget *label;

  g_return_val_if_fail (TY_IS_EXPORT_PREVIEW (self), NULL);

  label = self->grid != NULL ? gtk_grid_get_child_at (self->grid, (int) column, (int) row) : NULL;
  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}
