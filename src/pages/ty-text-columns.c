/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-text-columns"

#include "config.h"

#include "ty-text-columns.h"

#include "ty-clipboard.h"
#include "ty-column-heading.h"
#include "ty-font-features.h"
#include "ty-text-cell.h"

#include <glib/gi18n-lib.h>

/* A table whose cells are texts and nothing else, as it is seen and as it is copied. */

#define PADDING 18  /* pixels, of both sides of a text */
#define USUAL_EM 14 /* pixels of a character in text of the usual size */
#define LEAST 8     /* characters of the column that takes what is left */

typedef struct
{
  const TyTextColumn *columns;
  GPtrArray *made;       /* (owned) (element-type GtkColumnViewColumn): one for each, shown or not */
  guint n_columns;
  TyTextColumnFunc func;
  PangoLayout *layout; /* (owned): with which all cells draw */
  int em;              /* pixels of a character */
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->made);
  g_object_unref (table->layout);
  g_free (table);
}

typedef struct
{
  const Table *table; /* (unowned): of the view */
  guint number;
} Column;

static const Table *
get_table (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), "ty-text-columns");
}

static void
say (TyTextCell *cell,
     gpointer    item,
     gpointer    data)
{
  const Column *column = data;

  ty_text_cell_set_text (cell, column->table->func (item, column->number));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  const Column *column = user_data;
  const TyTextColumn *info = &column->table->columns[column->number];
  int least = info->width == 0 ? LEAST * column->table->em : 0;

  gtk_list_item_set_child (item, ty_text_cell_new (column->table->layout, least, info->at_end, say, user_data));
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

/* A column view of GTK 4.8 cuts a title without an ellipsis. */
static int
find_width (const TyTextColumn *info,
            PangoLayout        *layout)
{
  return MAX (info->width * MAX (measure (layout, "村"), USUAL_EM) / USUAL_EM,
              measure (layout, _(info->title)) + PADDING);
}

static void
free_column (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
add_column (GtkColumnView *view,
            Table         *table,
            guint          number)
{
  const TyTextColumn *info = &table->columns[number];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;
  Column *data = g_new0 (Column, 1);

  data->table = table;
  data->number = number;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb), data, free_column, 0);
  column = gtk_column_view_column_new (_(info->title), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, info->width == 0);
  if (info->width > 0)
    gtk_column_view_column_set_fixed_width (column, find_width (info, table->layout));
  gtk_column_view_append_column (view, column);
  g_ptr_array_add (table->made, g_object_ref (column));
  if (info->at_end)
    ty_column_heading_align_end (view, number);
}

/**
 * ty_text_columns_add:
 * @view: a table of #TyRowPlaces without columns
 * @columns: (array length=n_columns): its columns, which are kept as they are
 * @n_columns: how many
 * @func: says what stands in a cell
 *
 * Gives it its columns, wider for whoever reads larger text.
 */
void
ty_text_columns_add (GtkColumnView      *view,
                     const TyTextColumn *columns,
                     guint               n_columns,
                     TyTextColumnFunc    func)
{
  Table *table = g_new0 (Table, 1);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  table->columns = columns;
  table->made = g_ptr_array_new_with_free_func (g_object_unref);
  table->n_columns = n_columns;
  table->func = func;
  table->layout = make_layout (view);
  table->em = measure (table->layout, "村");
  g_object_set_data_full (G_OBJECT (view), "ty-text-columns", table, table_free);
  for (guint i = 0; i < n_columns; i++)
    add_column (view, table, i);
}

static gboolean
is_shown (const Table *table,
          guint        column)
{
  return gtk_column_view_column_get_column_view (g_ptr_array_index (table->made, column)) != NULL;
}

/**
 * ty_text_columns_show:
 * @view: a table
 * @column: one of its columns that is not at the right
 * @shown: whether it is there
 *
 * Takes a column out, or puts it back to its place. What is copied has all of them.
 */
void
ty_text_columns_show (GtkColumnView *view,
                      guint          column,
                      gboolean       shown)
{
  const Table *table = get_table (view);
  guint place = 0;

  g_return_if_fail (table != NULL);
  g_return_if_fail (column < table->n_columns && !table->columns[column].at_end);

  if (shown == is_shown (table, column))
    return;
  /* GTK 4.8 keeps the room of a column that is only hidden. */
  for (guint i = 0; i < column; i++)
    place += is_shown (table, i);
  if (shown)
    gtk_column_view_insert_column (view, place, g_ptr_array_index (table->made, column));
  else
    gtk_column_view_remove_column (view, g_ptr_array_index (table->made, column));
}

/**
 * ty_text_columns_measure:
 * @view: a table
 * @column: one of its columns
 * @characters: how many are to be seen of the column that takes what is left
 *
 * Returns: the pixels that the column needs
 */
int
ty_text_columns_measure (GtkColumnView *view,
                         guint          column,
                         guint          characters)
{
  const Table *table = get_table (view);

  g_return_val_if_fail (table != NULL && column < table->n_columns, 0);

  if (table->columns[column].width > 0)
    return find_width (&table->columns[column], table->layout);
  return (int) characters * table->em + PADDING;
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
 * ty_text_columns_copy:
 * @view: a table
 * @rows: its rows
 *
 * Puts them on the clipboard: spreadsheets paste the text, word processors the table.
 */
void
ty_text_columns_copy (GtkColumnView *view,
                      GListModel    *rows)
{
  const Table *table = get_table (view);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) html = g_string_new ("<table><tr>");

  g_return_if_fail (table != NULL);

  for (guint i = 0; i < table->n_columns; i++)
    add_cell (text, html, _(table->columns[i].title), "th", i == 0);
  for (guint row = 0; row < g_list_model_get_n_items (rows); row++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (rows, row);

      g_string_append_c (text, '\n');
      g_string_append (html, "</tr><tr>");
      for (guint i = 0; i < table->n_columns; i++)
        add_cell (text, html, table->func (item, i), "td", i == 0);
    }
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr></table>");
  ty_clipboard_put_table (GTK_WIDGET (view), text->str, html->str, FALSE);
}
