/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-template-parse"

#include "config.h"

#include "ty-form-json.h"

#include "ty-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PAGES 20
#define MOST_COLUMNS 100
#define MOST_ROWS 500
#define MOST_POINTS 20.0

static const char *const of_words[] = { "person", "people", "village", "pairing", NULL };
static const char *const parity_words[] = { "all", "odd", "even", NULL };
static const char *const language_words[] = { "zh-cn", "zh-tw", NULL };

typedef struct
{
  JsonObject *styles; /* (nullable) */
  TyFormPage *page;
  const char *where;
} Place;

/* A table while it is taken apart: edges in millimetres, and which of its squares are taken. */
typedef struct
{
  double x, y;
  double outer, inner;
  GArray *columns;   /* (owned) (element-type double): edges */
  GArray *rows;      /* (owned) (element-type double): edges */
  gboolean *taken;   /* (owned): row by row */
  guint group;
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->columns, g_array_unref);
  g_clear_pointer (&table->rows, g_array_unref);
  g_clear_pointer (&table->taken, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static TyFormBox *
box_new (int item)
{
  TyFormBox *box = g_new0 (TyFormBox, 1);

  box->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_text_free);
  box->item = item;
  return box;
}

static gboolean
read_texts (const Place  *place,
            JsonObject   *object,
            const char   *name,
            TyFormBox    *box,
            GError      **error)
{
  JsonArray *array;

  if (!ty_form_json_read_array (object, name, place->where, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!ty_form_text_parse (place->styles, json_array_get_element (array, i), place->where, box->texts,
                             error))
      return FALSE;

  return TRUE;
}

/* What stands in a box: one text, several, two of which only one may be needed, a photo, or nothing. */
static gboolean
read_content (const Place  *place,
              JsonNode     *node,
              TyFormBox    *box,
              GError      **error)
{
  JsonObject *object;
  int parity = TY_FORM_EVERY_PAGE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ty_form_text_parse (place->styles, node, place->where, box->texts, error);

  object = json_node_get_object (node);
  box->stack = json_object_has_member (object, "stack");
  if (!ty_form_json_read_choice (object, "on", place->where, parity_words, &parity, error))
    return FALSE;
  box->parity = (TyFormParity) parity;
  if (!ty_form_json_read_switch (object, "photo", place->where, &box->photo, error)
      || !ty_form_json_read_switch (object, "turned", place->where, &box->turned, error)
      || !ty_form_json_read_switch (object, "flow", place->where, &box->flow, error)
      || !ty_form_json_read_switch (object, "rule", place->where, &box->rule, error)
      || !read_texts (place, object, "texts", box, error)
      || !read_texts (place, object, "stack", box, error))
    return FALSE;
  if (!json_object_has_member (object, "field") && !json_object_has_member (object, "label"))
    return (!box->flow || box->texts->len == 1) || ty_form_json_fail (place->where, "flow", error);

  return ty_form_text_parse (place->styles, node, place->where, box->texts, error);
}

/* Lines that are not drawn: of l, t, r, b. */
static gboolean
read_open (const Place  *place,
           JsonNode     *node,
           TyFormBox    *box,
           GError      **error)
{
  static const char letters[] = "ltrb";
  g_autofree char *open = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  if (!ty_form_json_read_string (json_node_get_object (node), "open", place->where, &open, error))
    return FALSE;
  for (const char *p = open; p != NULL && *p != '\0'; p++)
    {
      const char *found = strchr (letters, *p);

      if (found == NULL)
        return ty_form_json_fail (place->where, "open", error);
      box->lines[found - letters] = 0;
    }
  return TRUE;
}

static double
get_edge (GArray *edges,
          guint   i)
{
  return g_array_index (edges, double, i);
}

/* Each box draws its left and upper line, and at the end of the table the others. */
static void
place_box (const Table *table,
           TyFormBox   *box,
           guint        column,
           guint        row,
           guint        columns,
           guint        rows)
{
  gboolean last_column = column + columns == table->columns->len - 1;
  gboolean last_row = row + rows == table->rows->len - 1;

  box->x = table->x + get_edge (table->columns, column);
  box->y = table->y + get_edge (table->rows, row);
  box->width = table->x + get_edge (table->columns, column + columns) - box->x;
  box->height = table->y + get_edge (table->rows, row + rows) - box->y;
  box->lines[TY_FORM_LEFT] = column == 0 ? table->outer : table->inner;
  box->lines[TY_FORM_TOP] = row == 0 ? table->outer : table->inner;
  box->lines[TY_FORM_RIGHT] = last_column ? table->outer : 0;
  box->lines[TY_FORM_BOTTOM] = last_row ? table->outer : 0;
  box->closing = table->outer;
  box->group = table->group;
}

static gboolean
take_squares (Table *table,
              guint  column,
              guint  row,
              guint  columns,
              guint  rows)
{
  guint n_columns = table->columns->len - 1;

  if (column + columns > n_columns || row + rows > table->rows->len - 1)
    return FALSE;
  for (guint r = row; r < row + rows; r++)
    for (guint c = column; c < column + columns; c++)
      {
        if (table->taken[r * n_columns + c])
          return FALSE;
        table->taken[r * n_columns + c] = TRUE;
      }
  return TRUE;
}

static guint
find_free (const Table *table,
           guint        row)
{
  guint n_columns = table->columns->len - 1;
  guint column = 0;

  while (column < n_columns && table->taken[row * n_columns + column])
    column++;
  return column;
}

static gboolean
read_cell (const Place  *place,
           Table        *table,
           JsonNode     *node,
           guint         row,
           int           item,
           GError      **error)
{
  g_autoptr(TyFormBox) box = box_new (item);
  guint columns = 1, rows = 1;
  guint column = find_free (table, row);

  if (JSON_NODE_HOLDS_OBJECT (node)
      && (!ty_form_json_read_count (json_node_get_object (node), "columns", place->where, MOST_COLUMNS,
                                    &columns, error)
          || !ty_form_json_read_count (json_node_get_object (node), "rows", place->where, MOST_ROWS, &rows,
                                       error)))
    return FALSE;
  if (columns == 0 || rows == 0 || !take_squares (table, column, row, columns, rows))
    return ty_form_json_fail (place->where, "cells", error);

  place_box (table, box, column, row, columns, rows);
  if (!read_content (place, node, box, error) || !read_open (place, node, box, error))
    return FALSE;
  g_ptr_array_add (place->page->boxes, g_steal_pointer (&box));
  return TRUE;
}

static gboolean
read_cells (const Place  *place,
            Table        *table,
            JsonObject   *object,
            guint         row,
            int           item,
            GError      **error)
{
  JsonArray *cells;

  if (!ty_form_json_read_array (object, "cells", place->where, &cells, error))
    return FALSE;
  for (guint i = 0; cells != NULL && i < json_array_get_length (cells); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.cells[%u]", place->where, i);
      const Place inner = { place->styles, place->page, where };

      if (!read_cell (&inner, table, json_array_get_element (cells, i), row, item, error))
        return FALSE;
    }
  /* A square that nobody takes would be a hole without lines. */
  return find_free (table, row) == table->columns->len - 1 || ty_form_json_fail (place->where, "cells", error);
}

/* Widths or heights become edges. */
static gboolean
add_edge (GArray *edges,
          double  length)
{
  double edge = edges->len > 0 ? g_array_index (edges, double, edges->len - 1) + length : 0;

  g_array_append_val (edges, edge);
  return length > 0 && edge <= TY_FORM_MOST_MM;
}

static gboolean
read_columns (const Place  *place,
              JsonObject   *object,
              Table        *table,
              GError      **error)
{
  JsonArray *widths;

  if (!ty_form_json_read_array (object, "columns", place->where, &widths, error))
    return FALSE;
  if (widths == NULL || json_array_get_length (widths) == 0 || json_array_get_length (widths) > MOST_COLUMNS)
    return ty_form_json_fail (place->where, "columns", error);

  table->columns = g_array_new (FALSE, FALSE, sizeof (double));
  add_edge (table->columns, 1);
  for (guint i = 0; i < json_array_get_length (widths); i++)
    {
      JsonNode *node = json_array_get_element (widths, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || !add_edge (table->columns, json_node_get_double (node)))
        return ty_form_json_fail (place->where, "columns", error);
    }
  return TRUE;
}

static gboolean
read_heights (const Place  *place,
              JsonArray    *rows,
              Table        *table,
              GError      **error)
{
  table->rows = g_array_new (FALSE, FALSE, sizeof (double));
  add_edge (table->rows, 1);
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.rows[%u]", place->where, i);
      JsonObject *row = ty_form_json_get_object (json_array_get_element (rows, i), where, error);
      double height = 0;
      guint repeat = 1;

      if (row == NULL || !ty_form_json_read_number (row, "height", where, TY_FORM_MOST_MM, &height, error)
          || !ty_form_json_read_count (row, "repeat", where, MOST_ROWS, &repeat, error))
        return FALSE;
      for (guint k = 0; k < repeat; k++)
        if (!add_edge (table->rows, height))
          return ty_form_json_fail (where, "height", error);
    }
  return (table->rows->len > 1 && table->rows->len <= MOST_ROWS)
         || ty_form_json_fail (place->where, "rows", error);
}

/* A row that is repeated stands for rows of the list. */
static gboolean
read_rows (const Place  *place,
           JsonArray    *rows,
           Table        *table,
           int           item,
           GError      **error)
{
  guint row = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.rows[%u]", place->where, i);
      const Place inner = { place->styles, place->page, where };
      JsonObject *object = json_array_get_object_element (rows, i);
      gboolean repeated = json_object_has_member (object, "repeat");
      guint repeat = 1;

      if (!ty_form_json_read_count (object, "repeat", where, MOST_ROWS, &repeat, error))
        return FALSE;
      if (repeated && (place->page->list == NULL || item >= 0))
        return ty_form_json_fail (where, "repeat", error);
      for (guint k = 0; k < repeat; k++)
        if (!read_cells (&inner, table, object, row++, repeated ? (int) place->page->n_items++ : item, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_table (const Place  *place,
            JsonNode     *node,
            double        x,
            double        y,
            int           item,
            GError      **error)
{
  JsonObject *object = ty_form_json_get_object (node, place->where, error);
  g_auto(Table) table = { .outer = 1.5, .inner = 1 };
  JsonArray *rows;

  if (object == NULL
      || !ty_form_json_read_pair (object, "at", place->where, &table.x, &table.y, error)
      || !ty_form_json_read_number (object, "outer", place->where, MOST_POINTS, &table.outer, error)
      || !ty_form_json_read_number (object, "inner", place->where, MOST_POINTS, &table.inner, error)
      || !ty_form_json_read_array (object, "rows", place->where, &rows, error)
      || !read_columns (place, object, &table, error)
      || !read_heights (place, rows, &table, error))
    return FALSE;

  table.group = place->page->n_groups++;
  table.x += x;
  table.y += y;
  table.taken = g_new0 (gboolean, (table.columns->len - 1) * (table.rows->len - 1));
  return read_rows (place, rows, &table, item, error);
}

static gboolean
read_box (const Place  *place,
          JsonNode     *node,
          double        x,
          double        y,
          int           item,
          GError      **error)
{
  g_autoptr(TyFormBox) box = box_new (item);
  JsonObject *object = ty_form_json_get_object (node, place->where, error);
  double lines = 0;

  if (object == NULL
      || !ty_form_json_read_pair (object, "at", place->where, &box->x, &box->y, error)
      || !ty_form_json_read_pair (object, "area", place->where, &box->width, &box->height, error)
      || !ty_form_json_read_number (object, "lines", place->where, MOST_POINTS, &lines, error))
    return FALSE;

  box->group = place->page->n_groups++;
  box->x += x;
  box->y += y;
  for (guint i = 0; i < TY_FORM_N_SIDES; i++)
    box->lines[i] = lines;
  if (!read_open (place, node, box, error) || !read_content (place, node, box, error))
    return FALSE;
  g_ptr_array_add (place->page->boxes, g_steal_pointer (&box));
  return TRUE;
}

typedef gboolean (*ReadFunc) (const Place  *place,
                              JsonNode     *node,
                              double        x,
                              double        y,
                              int           item,
                              GError      **error);

static gboolean
read_each (const Place  *place,
           JsonObject   *object,
           const char   *name,
           ReadFunc      func,
           double        x,
           double        y,
           int           item,
           GError      **error)
{
  JsonArray *array;

  if (!ty_form_json_read_array (object, name, place->where, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.%s[%u]", place->where, name, i);
      const Place inner = { place->styles, place->page, where };

      if (!func (&inner, json_array_get_element (array, i), x, y, item, error))
        return FALSE;
    }
  return TRUE;
}

/* Cards of one size, each with a row of the list. */
static gboolean
read_grid (const Place  *place,
           JsonObject   *page,
           GError      **error)
{
  JsonNode *node = json_object_get_member (page, "grid");
  g_autofree char *where = g_strconcat (place->where, ".grid", NULL);
  const Place inner = { place->styles, place->page, where };
  JsonObject *object = node != NULL ? ty_form_json_get_object (node, where, error) : NULL;
  double x, y, width, height;
  guint columns = 1, rows = 1;

  if (node == NULL)
    return TRUE;
  if (object == NULL
      || !ty_form_json_read_pair (object, "at", where, &x, &y, error)
      || !ty_form_json_read_pair (object, "each", where, &width, &height, error)
      || !ty_form_json_read_count (object, "columns", where, MOST_COLUMNS, &columns, error)
      || !ty_form_json_read_count (object, "rows", where, MOST_ROWS, &rows, error))
    return FALSE;
  if (columns == 0 || rows == 0 || place->page->list == NULL || place->page->n_items > 0)
    return ty_form_json_fail (where, "columns", error);

  place->page->n_items = columns * rows;
  for (guint i = 0; i < columns * rows; i++)
    {
      double left = x + width * (i % columns);
      double top = y + height * (i / columns);

      if (!read_each (&inner, object, "tables", read_table, left, top, (int) i, error)
          || !read_each (&inner, object, "boxes", read_box, left, top, (int) i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_page (const Place  *place,
           JsonNode     *node,
           GError      **error)
{
  JsonObject *object = ty_form_json_get_object (node, place->where, error);
  TyFormPage *page = place->page;

  page->fill = TRUE;
  if (object == NULL
      || !ty_form_json_read_string (object, "list", place->where, &page->list, error)
      || !ty_form_json_read_switch (object, "extra", place->where, &page->extra, error)
      || !ty_form_json_read_switch (object, "repeat", place->where, &page->repeat, error)
      || !ty_form_json_read_switch (object, "fill", place->where, &page->fill, error)
      || (json_object_has_member (object, "paper")
          && !ty_form_json_read_pair (object, "paper", place->where, &page->width, &page->height, error))
      || !read_each (place, object, "tables", read_table, 0, 0, -1, error)
      || !read_each (place, object, "boxes", read_box, 0, 0, -1, error)
      || !read_grid (place, object, error)
      || !ty_form_running_parse (page, place->styles, object, place->where, error))
    return FALSE;

  return page->list == NULL || page->n_items > 0 || page->running != NULL || ty_form_json_fail (place->where, "list", error);
}

/* A name, or one for each language. */
static char *
dup_name (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "name");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node),
                                   ty_language_to_tag (ty_language_get_current ()));
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_dup_string (node) : NULL;
}

static gboolean
read_pages (TyFormTemplate  *self,
            JsonObject      *root,
            double           width,
            double           height,
            GError         **error)
{
  JsonNode *styles = json_object_get_member (root, "styles");
  JsonArray *pages;

  if (styles != NULL && !JSON_NODE_HOLDS_OBJECT (styles))
    return ty_form_json_fail ("{}", "styles", error);
  if (!ty_form_json_read_array (root, "pages", "{}", &pages, error))
    return FALSE;
  if (pages == NULL || json_array_get_length (pages) == 0 || json_array_get_length (pages) > MOST_PAGES)
    return ty_form_json_fail ("{}", "pages", error);

  for (guint i = 0; i < json_array_get_length (pages); i++)
    {
      g_autofree char *where = g_strdup_printf ("pages[%u]", i);
      TyFormPage *page = g_new0 (TyFormPage, 1);
      const Place place = { styles != NULL ? json_node_get_object (styles) : NULL, page, where };

      page->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_box_free);
      page->width = width;
      page->height = height;
      g_ptr_array_add (self->pages, page);
      if (!read_page (&place, json_array_get_element (pages, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_root (TyFormTemplate  *self,
           JsonObject      *root,
           GError         **error)
{
  int of = TY_FORM_OF_PERSON, language = 0;
  double width, height;

  if (!ty_form_json_read_string (root, "id", "{}", &self->id, error)
      || !ty_form_json_read_string (root, "title", "{}", &self->title, error)
      || !ty_form_json_read_choice (root, "of", "{}", of_words, &of, error)
      || !ty_form_json_read_choice (root, "language", "{}", language_words, &language, error))
    return FALSE;
  if (self->id == NULL || self->title == NULL)
    return ty_form_json_fail ("{}", self->id == NULL ? "id" : "title", error);
  if (!ty_form_json_read_pair (root, "paper", "{}", &width, &height, error))
    return FALSE;
  if (width < 10 || height < 10)
    return ty_form_json_fail ("{}", "paper", error);

  self->of = (TyFormOf) of;
  self->traditional = language == 1;
  self->name = dup_name (root);
  if (self->name == NULL)
    self->name = g_strdup (self->title);
  return read_pages (self, root, width, height, error);
}

gboolean
ty_form_template_parse (TyFormTemplate  *self,
                        const char      *json,
                        gssize           length,
                        gboolean         traditional,
                        GError         **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) local = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      g_set_error (error, TY_FORM_TEMPLATE_ERROR, TY_FORM_TEMPLATE_ERROR_SYNTAX,
                   _("The template of the form is no JSON: %s"), local->message);
      return FALSE;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return ty_form_json_fail ("{}", "{…}", error);

  if (traditional)
    ty_form_words_translate (root);
  if (!read_root (self, json_node_get_object (root), error))
    return FALSE;

  self->traditional = self->traditional || traditional;
  return TRUE;
}
