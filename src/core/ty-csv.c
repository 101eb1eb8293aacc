/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-csv"

#include "config.h"

#include "ty-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ty-csv-error-quark, ty_csv_error)

/* Reads what follows an opening quote, and the closing one; a doubled quote is a quote. */
static gboolean
take_quoted (const char **cursor,
             GString     *cell)
{
  const char *p = *cursor;

  while (*p != '\0')
    {
      if (*p != '"')
        g_string_append_c (cell, *p++);
      else if (p[1] == '"')
        {
          g_string_append_c (cell, '"');
          p += 2;
        }
      else
        {
          *cursor = p + 1;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
take_cell (const char **cursor,
           GString     *cell)
{
  if (**cursor == '"')
    {
      (*cursor)++;
      if (!take_quoted (cursor, cell))
        return FALSE;
    }
  else
    {
      size_t length = strcspn (*cursor, ",\r\n\"");

      g_string_append_len (cell, *cursor, (gssize) length);
      *cursor += length;
    }

  return **cursor == ',' || **cursor == '\r' || **cursor == '\n' || **cursor == '\0';
}

static char **
take_record (const char **cursor)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  while (TRUE)
    {
      g_autoptr(GString) cell = g_string_new (NULL);

      if (!take_cell (cursor, cell))
        return NULL;
      g_ptr_array_add (cells, g_strdup (cell->str));
      if (**cursor != ',')
        break;
      (*cursor)++;
    }
  if (**cursor == '\r')
    (*cursor)++;
  if (**cursor == '\n')
    (*cursor)++;
  g_ptr_array_add (cells, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

/**
 * ty_csv_parse:
 * @text: UTF-8, with or without a byte order mark
 * @error: a `TY_CSV_ERROR`
 *
 * Reads comma-separated values strictly by RFC 4180: every record has as many cells as the first,
 * quotes stand only around a whole cell. It is meant for our own resources; what offices call CSV
 * has its own reader.
 *
 * Returns: (transfer full) (element-type GStrv): the records, the header among them; %NULL on error
 */
GPtrArray *
ty_csv_parse (const char  *text,
              GError     **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *cursor = text;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TY_CSV_ERROR, TY_CSV_ERROR_ENCODING, _("The text is not UTF-8."));
      return NULL;
    }
  if (g_str_has_prefix (cursor, "\xEF\xBB\xBF"))
    cursor += 3;

  while (*cursor != '\0')
    {
      g_auto(GStrv) record = take_record (&cursor);

      if (record == NULL)
        {
          g_set_error (error, TY_CSV_ERROR, TY_CSV_ERROR_QUOTE,
                       _("Record %u has a quotation mark in the wrong place."), records->len + 1);
          return NULL;
        }
      if (records->len > 0
          && g_strv_length (record) != g_strv_length (g_ptr_array_index (records, 0)))
        {
          g_set_error (error, TY_CSV_ERROR, TY_CSV_ERROR_COLUMNS,
                       _("Record %u has %u cells, the header has %u."), records->len + 1,
                       g_strv_length (record), g_strv_length (g_ptr_array_index (records, 0)));
          return NULL;
        }
      g_ptr_array_add (records, g_steal_pointer (&record));
    }

  return g_steal_pointer (&records);
}
