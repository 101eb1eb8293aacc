/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-script-table"

#include "config.h"

#include "ty-script-table.h"

#include <opencc/opencc.h>

/* CJK Extension A and the unified ideographs of the BMP, then Extensions B to F. */
static const struct
{
  gunichar first;
  gunichar last;
} ranges[] = {
  { 0x3400, 0x9FFF },
  { 0x20000, 0x2EBEF },
};

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
add_range (GHashTable *table,
           opencc_t    opencc,
           gunichar    first,
           gunichar    last)
{
  g_autofree char *list = list_characters (first, last);
  char *converted = opencc_convert_utf8 (opencc, list, (size_t) -1);
  const char *p = converted;

  if (converted == NULL)
    return;

  for (gunichar c = first; c <= last && *p != '\0'; c++)
    {
      gunichar simple = g_utf8_get_char (p);

      if (simple != c)
        g_hash_table_insert (table, GUINT_TO_POINTER (c), GUINT_TO_POINTER (simple));
      while (*p != '\n' && *p != '\0')
        p++;
      if (*p == '\n')
        p++;
    }
  opencc_convert_utf8_free (converted);
}

static gpointer
build_table (gpointer data)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);
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
  gpointer simple;

  if (character < ranges[0].first)
    return character;

  g_once (&once, build_table, NULL);
  simple = g_hash_table_lookup (once.retval, GUINT_TO_POINTER (character));
  return simple != NULL ? GPOINTER_TO_UINT (simple) : character;
}
