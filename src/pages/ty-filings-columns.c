/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filings-columns"

#include "config.h"

#include "ty-filings-columns.h"

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
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          PangoLayout              *layout)
{
  guint column = get_column (factory);

  gtk_list_item_set_child (item, ty_text_cell_new (layout, takes_the_rest (column) ? columns[column].width : 0,
                                                   columns[column].number));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PangoLayout              *layout)
{
  guint column = get_column (factory);
  GtkWidget *cell = gtk_list_item_get_child (item);
  TyFiling *filing = gtk_list_item_get_item (item);

  ty_text_cell_set_text (TY_TEXT_CELL (cell), ty_filing_get_text (filing, columns[column].property));
  gtk_widget_remove_css_class (cell, "ty-warn");
  if (column == 0 && ty_filing_is_open (filing))
    gtk_widget_add_css_class (cell, "ty-warn");
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
 * @view: a table of #TyFiling
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
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), layout);
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
