/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-table"

#include "config.h"

#include "ty-cli-table.h"

#define GAP "  "

/**
 * TyCliTable:
 *
 * A table of texts for a terminal, where a Chinese character takes two columns.
 */
struct _TyCliTable
{
  guint n_columns;
  guint n_left;
  guint *widths;    /* (owned) */
  GPtrArray *cells; /* (owned): row by row */
};

/**
 * ty_cli_table_new:
 * @n_columns: how many columns
 * @n_left: how many of them, from the first, begin at the left; the others are numbers
 *
 * Returns: (transfer full): an empty table
 */
TyCliTable *
ty_cli_table_new (guint n_columns,
                  guint n_left)
{
  TyCliTable *self = g_new0 (TyCliTable, 1);

  self->n_columns = n_columns;
  self->n_left = n_left;
  self->widths = g_new0 (guint, n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ty_cli_table_free (TyCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self);
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* Whatever stands in a file: it must not move the cursor of a terminal. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_strdup (plain->str);
}

/**
 * ty_cli_table_add:
 * @self: a table
 * @text: the next cell of its row, or the first of a new row
 */
void
ty_cli_table_add (TyCliTable *self,
                  const char *text)
{
  guint column = self->cells->len % self->n_columns;
  char *plain = dup_plain (text);

  self->widths[column] = MAX (self->widths[column], get_width (plain));
  g_ptr_array_add (self->cells, plain);
}

static void
print_row (TyCliTable *self,
           guint       first)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = g_ptr_array_index (self->cells, first + i);
      int blanks = (int) (self->widths[i] - get_width (text));

      if (i > 0)
        g_string_append (line, GAP);
      if (i < self->n_left)
        g_string_append_printf (line, "%s%*s", text, blanks, "");
      else
        g_string_append_printf (line, "%*s%s", blanks, "", text);
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_print ("%s\n", line->str);
}

/**
 * ty_cli_table_print:
 * @self: a table of whole rows
 *
 * Prints its rows and forgets them. Rows that come later stand under them: the columns only grow
 * wider.
 */
void
ty_cli_table_print (TyCliTable *self)
{
  for (guint i = 0; i + self->n_columns <= self->cells->len; i += self->n_columns)
    print_row (self, i);
  g_ptr_array_set_size (self->cells, 0);
}
