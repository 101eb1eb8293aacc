/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-script-table"

#include "config.h"

#include "ty-script-table.h"

#include <opencc/opencc.h>

#define FIRST 0x3400
#define LAST 0x9FFF

/* CJK Extension A and the unified ideographs of the BMP, then Extensions B to F. */
static const struct
{
  gunichar first;
  gunichar last;
} ranges[] = {
  { FIRST, LAST },
  { 0x20000, 0x2EBEF },
};

typedef struct
{
  gunichar common[LAST - FIRST + 1];
  GHashTable *rare;
} Table;

/* OpenCC converts phrases by context (乾坤 stays, 乾淨 changes). A line break after each character
 * keeps it from that. */
static char *
list_characters (gunichar first,
                 gunichar last)
{
  GString *list = g_string_sized_new ((last - first + 1) * 5);

  for (gunichar c = first; c <= last; c++)
    {
      g_string_append_unichar (list, c);
      g_string_append_c (list, '\n');
    }

  return g_string_free (list, FALSE);
}

static void
add (Table    *table,
     gunichar  character,
     gunichar  simple)
{
  if (character <= LAST)
    table->common[character - FIRST] = simple;
  else if (simple != character)
    g_hash_table_insert (table->rare, GUINT_TO_POINTER (character), GUINT_TO_POINTER (simple));
}

static void
add_range (Table    *table,
           opencc_t  opencc,
           gunichar  first,
           gunichar  last)
{
  g_autofree char *list = list_characters (first, last);
  char *converted = opencc_convert_utf8 (opencc, list, (size_t) -1);
  const char *p = converted;

  if (converted == NULL)
    return;

  for (gunichar c = first; c <= last && *p != '\0'; c++)
    {
      add (table, c, g_utf8_get_char (p));
      while (*p != '\n' && *p != '\0')
        p++;
      if (*p == '\n')
        p++;
    }
  opencc_convert_utf8_free (converted);
}

static Table *
new_table (void)
{
  Table *table = g_new (Table, 1);

  for (guint i = 0; i < G_N_ELEMENTS (table->common); i++)
    table->common[i] = FIRST + i;
  table->rare = g_hash_table_new (NULL, NULL);
  return table;
}

static gpointer
build_table (gpointer data)
{
  Table *table = new_table ();
  opencc_t opencc = opencc_open ("t2s.json");

  if (opencc == (opencc_t) -1)
    {
      g_warning ("OpenCC has no t2s.json, search will not find across the two scripts");
      return table;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    add_range (table, opencc, ranges[i].first, ranges[i].last);
  opencc_close (opencc);

  return table;
}

/**
 * ty_script_table_simplify:
 * @character: any character
 *
 * Always gives the same character for the same character, whatever stands beside it, so that a
 * part of a folded text is the folded part. The first call reads OpenCC's dictionary; the
 * table does not change after that and may be asked from any thread.
 *
 * Returns: the character in simplified script, @character itself where it has no other form
 */
gunichar
ty_script_table_simplify (gunichar character)
{
  static GOnce once = G_ONCE_INIT;
  const Table *table;
  gpointer simple;

  if (character < FIRST)
    return character;

  table = g_once (&once, build_table, NULL);
  if (character <= LAST)
    return table->common[character - FIRST];

  simple = g_hash_table_lookup (table->rare, GUINT_TO_POINTER (character));
  return simple != NULL ? GPOINTER_TO_UINT (simple) : character;
}
