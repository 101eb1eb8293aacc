/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-delimited"

#include "config.h"

#include "ty-delimited.h"

#include "ty-cell-range.h"
#include "ty-csv-guard.h"
#include "ty-row-buffer.h"
#include "ty-xlsx-error.h"
#include "ty-xlsx-text.h"

#include <string.h>

/* The delimiter is told by so many first rows. */
#define SAMPLE_ROWS 60

/* A text that opens with a quotation mark which is never closed was meant so: it is not looked for
 * beyond what a cell can hold in UTF-8. */
#define MAX_QUOTED_BYTES (4 * TY_XLSX_MAX_CELL_CHARS)

/**
 * TyDelimited:
 *
 * A table as text: rows are lines, and cells have commas, semicolons, tabs or bars between them, whichever
 * gives most rows the same number of cells. A cell that begins with a quotation mark goes to the one that
 * closes it, with delimiters and line breaks; a mark that nothing closes is a character. Numbers and
 * dates are texts: what they were in the program that wrote them is not known.
 */
struct _TyDelimited
{
  char *text;        /* (owned) */
  const char *begin; /* behind what is no row */
  gboolean guarded;
  char delimiter;
};

static gboolean
ends_cell (char c,
           char delimiter)
{
  return c == delimiter || c == '\n' || c == '\r' || c == '\0';
}

/* The quotation mark that closes the cell which one opens before @begin, or %NULL. */
static const char *
find_end_of_quoted (const char *begin,
                    char        delimiter)
{
  for (const char *p = begin; *p != '\0' && p - begin < MAX_QUOTED_BYTES; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] == '"')
        p++;
      else
        return ends_cell (p[1], delimiter) ? p : NULL;
    }
  return NULL;
}

/* Steps over a cell; @inner and @length become what stands in it, with quotation marks still doubled. */
static const char *
skip_cell (const char  *p,
           char         delimiter,
           const char **inner,
           gsize       *length,
           gboolean    *quoted)
{
  const char *end = *p == '"' ? find_end_of_quoted (p + 1, delimiter) : NULL;

  *quoted = end != NULL;
  *inner = *quoted ? p + 1 : p;
  if (end == NULL)
    for (end = p; !ends_cell (*end, delimiter);)
      end++;
  *length = (gsize) (end - *inner);
  return *quoted ? end + 1 : end;
}

static const char *
skip_line_end (const char *p)
{
  if (*p == '\r')
    p++;
  else if (*p == '\n')
    return p + 1;
  return *p == '\n' ? p + 1 : p;
}

/* How many of the first rows have as many cells as most of them have, times that number. */
static guint
rate_delimiter (const char *text,
                char        delimiter)
{
  guint rows_of[64] = { 0 };
  guint best = 0;
  const char *p = text;

  for (guint row = 0; row < SAMPLE_ROWS && *p != '\0'; row++)
    {
      guint n = 0;
      const char *inner;
      gboolean quoted;
      gsize length;

      for (n = 1, p = skip_cell (p, delimiter, &inner, &length, &quoted); *p == delimiter; n++)
        p = skip_cell (p + 1, delimiter, &inner, &length, &quoted);
      p = skip_line_end (p);
      rows_of[MIN (n, G_N_ELEMENTS (rows_of)) - 1]++;
    }
  for (guint n = 2; n <= G_N_ELEMENTS (rows_of); n++)
    best = MAX (best, rows_of[n - 1] * 64 + (rows_of[n - 1] > 0 ? n : 0));
  return best;
}

static char
find_delimiter (const char *text)
{
  static const char delimiters[] = ",\t;|";
  char found = ',';
  guint best = 0;

  for (const char *p = delimiters; *p != '\0'; p++)
    {
      guint rate = rate_delimiter (text, *p);

      if (rate > best)
        found = *p;
      best = MAX (best, rate);
    }
  return found;
}

/* Some programs say it in a first line, sep=; */
static gboolean
take_declared (TyDelimited *self)
{
  const char *p = self->begin;

  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || p[4] == '\0' || (p[5] != '\n' && p[5] != '\r'))
    return FALSE;

  self->delimiter = p[4];
  self->begin = skip_line_end (p + 5);
  return TRUE;
}

/**
 * ty_delimited_new:
 * @text: (transfer full): UTF-8
 * @guarded: whether a text may have an apostrophe before it that keeps a spreadsheet from running it
 *
 * Returns: (transfer full): a table
 */
TyDelimited *
ty_delimited_new (char     *text,
                  gboolean  guarded)
{
  TyDelimited *self = g_new0 (TyDelimited, 1);

  self->text = text;
  self->begin = text;
  self->guarded = guarded;
  if (!take_declared (self))
    self->delimiter = find_delimiter (text);
  return self;
}

void
ty_delimited_free (TyDelimited *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * ty_delimited_get_delimiter:
 * @self: a table
 *
 * Returns: what stands between the cells
 */
char
ty_delimited_get_delimiter (TyDelimited *self)
{
  return self->delimiter;
}

/* Doubled quotation marks are one. */
static char *
undouble (const char *inner,
          gsize       length,
          gsize      *n)
{
  char *plain = g_malloc (length + 1);

  *n = 0;
  for (gsize i = 0; i < length; i++)
    {
      plain[(*n)++] = inner[i];
      i += inner[i] == '"' && i + 1 < length && inner[i + 1] == '"';
    }
  plain[*n] = '\0';
  return plain;
}

/* Other programs write ="0012" so that a spreadsheet keeps it as a text: its shown value is 0012. */
static void
take_out_of_formula (const char **text,
                     gsize       *length)
{
  if (*length >= 3 && g_str_has_prefix (*text, "=\"") && (*text)[*length - 1] == '"'
      && memchr (*text + 2, '"', *length - 3) == NULL)
    {
      *text += 2;
      *length -= 3;
    }
}

static gboolean
add_cell (TyDelimited  *self,
          TyRowBuffer  *buffer,
          guint         column,
          const char   *inner,
          gsize         length,
          gboolean      quoted,
          GError      **error)
{
  TyCell cell = { .column = column, .kind = TY_CELL_TEXT, .decimals = -1 };
  gsize n = length;
  g_autofree char *plain = quoted ? undouble (inner, length, &n) : g_strndup (inner, length);
  const char *text = plain;

  if (self->guarded)
    {
      text = ty_csv_guard_take_off (plain);
      n -= (gsize) (text - plain);
      take_out_of_formula (&text, &n);
    }
  return ty_row_buffer_add (buffer, cell, text, n, error);
}

static gboolean
read_row (TyDelimited  *self,
          const char  **cursor,
          TyRowBuffer  *buffer,
          guint        *column,
          GError      **error)
{
  const char *p = *cursor;

  for (*column = 0;; (*column)++)
    {
      const char *inner;
      gboolean quoted;
      gsize length;

      if (*column >= TY_SHEET_MAX_COLUMNS)
        {
          ty_xlsx_error_beyond (error);
          return FALSE;
        }
      p = skip_cell (p, self->delimiter, &inner, &length, &quoted);
      if (length > 0 && !add_cell (self, buffer, *column, inner, length, quoted, error))
        return FALSE;
      if (*p != self->delimiter)
        break;
      p++;
    }
  *cursor = skip_line_end (p);
  return TRUE;
}

/**
 * ty_delimited_read:
 * @self: a table
 * @name: its name, for messages
 * @func: (scope call): takes each row that is not blank
 * @data: for @func
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR` that names the place, %G_IO_ERROR_CANCELLED, or what @func sets
 *
 * Returns: whether the table was read to its end or to where @func wanted no more
 */
gboolean
ty_delimited_read (TyDelimited   *self,
                   const char    *name,
                   TyRowFunc      func,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(TyRowBuffer) buffer = ty_row_buffer_new ();
  const char *cursor = self->begin;

  for (guint row = 1; *cursor != '\0'; row++)
    {
      GError *local_error = NULL;
      guint column = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (row > TY_SHEET_MAX_ROWS)
        ty_xlsx_error_beyond (&local_error);
      else
        read_row (self, &cursor, buffer, &column, &local_error);
      if (local_error != NULL)
        {
          ty_xlsx_error_add_place (&local_error, name, row, (int) column);
          g_propagate_error (error, local_error);
          return FALSE;
        }
      if (!ty_row_buffer_give (buffer, row, func, data, &local_error))
        {
          if (local_error == NULL)
            return TRUE;
          g_propagate_error (error, local_error);
          return FALSE;
        }
    }
  return TRUE;
}
