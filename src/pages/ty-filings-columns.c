/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filings-columns"

#include "config.h"

#include "ty-filings-columns.h"

#include "ty-column-heading.h"

#include <glib/gi18n-lib.h>

/* The columns of the table of filings, in the window and on the clipboard. */

#define PADDING 18  /* pixels, of both sides of a text */
#define USUAL_EM 14 /* pixels of a character in text of the usual size */

static const struct
{
  const char *property;
  const char *title;
  int width;
  gboolean number; /* dates and years stand at the right */
} columns[] = {
  { "state", N_("State"), 80, FALSE },
  { "number", N_("Filing number"), 172, FALSE },
  { "date", N_("Filing date"), 96, TRUE },
  { "matter", N_("Matter"), 64, FALSE },
  { "name", N_("Name"), 88, FALSE },
  { "township", N_("Township"), 110, FALSE },
  { "village", N_("Village"), 120, FALSE },
  { "post", N_("Post"), 150, FALSE },
  { "day", N_("Date of the change"), 96, TRUE },
  { "term", N_("Term"), 64, TRUE },
};

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), columns[column].number ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), g_str_equal (columns[column].property, "post") ? 16 : 1);
  if (columns[column].number)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  GtkWidget *cell = gtk_list_item_get_child (item);
  TyFiling *filing = gtk_list_item_get_item (item);
  const char *text = ty_filing_get_text (filing, columns[column].property);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, *text != '\0' ? text : NULL);
  gtk_widget_remove_css_class (cell, "ty-warn");
  if (column == 0 && ty_filing_is_open (filing))
    gtk_widget_add_css_class (cell, "ty-warn");
}

static int
measure (PangoLayout *layout,
         const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* In pixels. A column view of GTK 4.8 cuts a title without an ellipsis. */
static int
find_width (guint        column,
            PangoLayout *layout)
{
  int width = columns[column].width * MAX (measure (layout, "村"), USUAL_EM) / USUAL_EM;

  width = MAX (width, measure (layout, _(columns[column].title)) + PADDING);
  if (g_str_equal (columns[column].property, "matter"))
    width = MAX (width, measure (layout, C_("county filing", "Appointment")) + PADDING);
  return width;
}

/**
 * ty_filings_columns_add:
 * @view: a table of #TyFiling
 *
 * Gives it its columns, wider for whoever reads larger text.
 */
void
ty_filings_columns_add (GtkColumnView *view)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_fixed_width (column, find_width (i, layout));
      gtk_column_view_column_set_resizable (column, TRUE);
      if (g_str_equal (columns[i].property, "post"))
        {
          gtk_column_view_column_set_fixed_width (column, -1);
          gtk_column_view_column_set_expand (column, TRUE);
        }
      gtk_column_view_append_column (view, column);
      if (columns[i].number)
        ty_column_heading_align_end (view, i);
    }
}

/**
 * ty_filings_columns_get_n:
 *
 * Returns: how many columns there are
 */
guint
ty_filings_columns_get_n (void)
{
  return G_N_ELEMENTS (columns);
}

/**
 * ty_filings_columns_get_title:
 * @column: which, from 0
 *
 * Returns: (transfer none): what stands above it
 */
const char *
ty_filings_columns_get_title (guint column)
{
  return _(columns[column].title);
}

/**
 * ty_filings_columns_get_text:
 * @column: which, from 0
 * @filing: a filing
 *
 * Returns: (transfer none): what the filing says in it
 */
const char *
ty_filings_columns_get_text (guint     column,
                             TyFiling *filing)
{
  return ty_filing_get_text (filing, columns[column].property);
}
