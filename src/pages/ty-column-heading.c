/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-column-heading"

#include "config.h"

#include "ty-column-heading.h"

/* GTK has no call for the place of a heading: a title holds a box with the label and, where it can
 * be sorted, the arrow, which goes in front here so that the label ends where the cells end. */
static void
align_title (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (!GTK_IS_BOX (box) || !GTK_IS_LABEL (label))
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (gtk_widget_get_last_child (box) != label)
    gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
}

/**
 * ty_column_heading_align_end:
 * @view: a table
 * @column: which of its columns, from 0
 *
 * Has the heading end where cells end whose numbers or dates stand at the right.
 */
void
ty_column_heading_align_end (GtkColumnView *view,
                             guint          column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < column && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  if (title != NULL)
    align_title (title);
}
