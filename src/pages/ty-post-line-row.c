/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-line-row"

#include "config.h"

#include "ty-post-line-row.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* What is not clear, or follows, has to be read wholly. */
static GtkWidget *
make_reason (const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * ty_post_line_row_new:
 * @line: a line of a document
 * @consequences: what follows from it, or the empty text
 * @warns: whether somebody should know that before it is done
 *
 * Returns: (transfer floating): a row that says what happens to whom, or what is not clear
 */
GtkWidget *
ty_post_line_row_new (TyPostLine *line,
                      const char *consequences,
                      gboolean    warns)
{
  const char *problem = ty_post_line_get_problem (line);
  g_autofree char *what = g_strconcat (line->unit_name, line->title, NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *tag = gtk_label_new (line->leaves ? C_("document", "Out") : C_("document", "In"));
  GtkWidget *name = gtk_label_new (*line->name != '\0' ? line->name : line->text);

  gtk_widget_add_css_class (tag, "ty-tag");
  gtk_widget_add_css_class (tag, line->leaves ? "neutral" : "accent");
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (head), tag);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), make_label (what));
  gtk_box_append (GTK_BOX (box), head);
  if (problem != NULL || *consequences != '\0')
    gtk_box_append (GTK_BOX (box), make_reason (problem != NULL ? problem : consequences,
                                                problem != NULL || warns ? "ty-warn" : "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  return row;
}
