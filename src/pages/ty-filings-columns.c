/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filings-columns"

#include "config.h"

#include "ty-filings-columns.h"

#include "ty-clipboard.h"
#include "ty-column-heading.h"
#include "ty-font-features.h"
#include "ty-text-cell.h"

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
  { "day", N_("Changed on"), 96, TRUE },
  { "term", N_("Term"), 64, TRUE },
};

#define LAYOUT "ty-filings-layout"
#define COLUMN "ty-column"

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN));
}

static gboolean
takes_the_rest (guint column)
{
  return g_str_equal (columns[column].property, "post");
}

static void
say (TyTextCell *cell,
     gpointer    item,
     gpointer    data)
{
  guint column = GPOINTER_TO_UINT (data);

  ty_text_cell_set_text (cell, ty_filing_get_text (item, columns[column].property));
  if (column != 0)
    return;
  if (ty_filing_is_open (item))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "ty-warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "ty-warn");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          PangoLayout              *layout)
{
  guint column = get_column (factory);

  gtk_list_item_set_child (item, ty_text_cell_new (layout, takes_the_rest (column) ? columns[column].width : 0,
                                                   columns[column].number, say, GUINT_TO_POINTER (column)));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  ty_text_cell_set_place (TY_TEXT_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  ty_text_cell_set_place (TY_TEXT_CELL (gtk_list_item_get_child (item)), NULL);
}

/* Numbers are of one width. */
static PangoLayout *
make_layout (GtkColumnView *view)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  ty_font_features_add (attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static int
measure (PangoLayout *layout,
         const char  *text)
{
  int width;

  pango_layout_set_width (layout, -1);
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
 * @view: a table of #TyRowPlaces for #TyFiling
 *
 * Gives it its columns, wider for whoever reads larger text.
 */
void
ty_filings_columns_add (GtkColumnView *view)
{
  PangoLayout *layout = make_layout (view);

  g_object_set_data_full (G_OBJECT (view), LAYOUT, layout, g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), COLUMN, GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), layout);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_fixed_width (column, find_width (i, layout));
      gtk_column_view_column_set_resizable (column, TRUE);
      /* All with words have their part of a wide window. */
      gtk_column_view_column_set_expand (column, !columns[i].number);
      if (takes_the_rest (i))
        gtk_column_view_column_set_fixed_width (column, -1);
      gtk_column_view_append_column (view, column);
      if (columns[i].number)
        ty_column_heading_align_end (view, i);
    }
}

static void
add_cell (GString    *text,
          GString    *html,
          const char *cell,
          const char *tag,
          gboolean    first)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);

  g_string_append_printf (text, "%s%s", first ? "" : "\t", cell);
  g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
}

/**
 * ty_filings_columns_copy:
 * @view: a table with these columns
 * @filings: rows of it, #TyFiling
 *
 * Puts them on the clipboard: spreadsheets paste the text, word processors the table.
 */
void
ty_filings_columns_copy (GtkColumnView *view,
                         GListModel    *filings)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) html = g_string_new ("<table><tr>");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (text, html, _(columns[i].title), "th", i == 0);
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>");
  for (guint row = 0; row < g_list_model_get_n_items (filings); row++)
    {
      g_autoptr(TyFiling) filing = g_list_model_get_item (filings, row);

      g_string_append (html, "<tr>");
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        add_cell (text, html, ty_filing_get_text (filing, columns[i].property), "td", i == 0);
      g_string_append_c (text, '\n');
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
  ty_clipboard_put_table (GTK_WIDGET (view), text->str, html->str, FALSE);
}
