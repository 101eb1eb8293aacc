/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cells"

#include "config.h"

#include "ty-cells.h"

#include "ty-text.h"

#include <string.h>

/* What spreadsheets put on the clipboard: lines of cells with tabs between them. A cell with a tab, a
 * line break or a quotation mark in it stands in quotation marks. */

static gboolean
ends_cell (char c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* Whether a quotation mark that opens a cell is closed at the end of one: else somebody just wrote it. */
static const char *
find_end_of_quoted (const char *begin)
{
  for (const char *p = begin; *p != '\0'; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] == '"')
        p++;
      else
        return ends_cell (p[1]) ? p : NULL;
    }
  return NULL;
}

static char *
take_cell (const char **cursor)
{
  const char *end = **cursor == '"' ? find_end_of_quoted (*cursor + 1) : NULL;
  g_autoptr(GString) cell = g_string_new (NULL);

  if (end == NULL)
    {
      size_t length = strcspn (*cursor, "\t\r\n");

      g_string_append_len (cell, *cursor, (gssize) length);
      *cursor += length;
    }
  else
    {
      for (const char *p = *cursor + 1; p < end; p++)
        {
          g_string_append_c (cell, *p);
          p += p[0] == '"';
        }
      *cursor = end + 1;
    }
  return ty_text_clean (cell->str);
}

static gboolean
is_empty (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;

  return TRUE;
}

/* In a sentence, names stand with signs between them. */
static void
add_line (GPtrArray *lines,
          char     **cells)
{
  g_auto(GStrv) owned = cells;
  g_autoptr(GString) plain = NULL;
  g_auto(GStrv) parts = NULL;

  if (is_empty (cells))
    return;
  if (cells[1] != NULL)
    {
      g_ptr_array_add (lines, g_steal_pointer (&owned));
      return;
    }

  plain = g_string_new (cells[0]);
  g_string_replace (plain, "、", "\n", 0);
  g_string_replace (plain, "，", "\n", 0);
  g_string_replace (plain, "；", "\n", 0);
  g_string_replace (plain, ",", "\n", 0);
  g_string_replace (plain, ";", "\n", 0);
  parts = g_strsplit (plain->str, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char **line = g_new0 (char *, 2);

      line[0] = ty_text_clean (parts[i]);
      if (*line[0] != '\0')
        g_ptr_array_add (lines, line);
      else
        g_strfreev (line);
    }
}

/**
 * ty_cells_parse:
 * @text: what was pasted: a column, several columns, or names with signs between them
 *
 * Returns: (transfer full) (element-type GStrv): the lines that are not empty, each with its cells, which
 * are clean
 */
GPtrArray *
ty_cells_parse (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *valid = NULL;
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();
  const char *cursor;

  g_return_val_if_fail (text != NULL, lines);

  valid = g_utf8_make_valid (text, -1);
  for (cursor = valid; *cursor != '\0';)
    {
      g_autofree char *cell = take_cell (&cursor);

      g_strv_builder_add (cells, cell);
      if (*cursor == '\t')
        {
          cursor++;
          if (*cursor != '\0')
            continue;
        }
      cursor += *cursor == '\r';
      cursor += *cursor == '\n';
      add_line (lines, g_strv_builder_end (cells));
    }
  return lines;
}
