/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-stroke-table"

#include "config.h"

#include "ty-stroke-table.h"

#include "ty-strokes-resource.h"

#include <string.h>

/* The unified ideographs of the BMP; the few others of the list are looked up. */
#define FIRST 0x4E00
#define LAST 0x9FFF

typedef struct
{
  guint16 place; /* from 1; 0 is not in the list */
  guint8 n_strokes;
} Entry;

typedef struct
{
  Entry common[LAST - FIRST + 1];
  GHashTable *rare; /* of character to Entry */
} Table;

static void
add (Table    *table,
     gunichar  character,
     Entry     entry)
{
  if (character >= FIRST && character <= LAST)
    table->common[character - FIRST] = entry;
  else
    g_hash_table_insert (table->rare, GUINT_TO_POINTER (character), g_memdup2 (&entry, sizeof entry));
}

/* The list is in the order of places, so that the strokes themselves need not be compared. */
static void
add_lines (Table      *table,
           const char *lines)
{
  const char *line = strchr (lines, '\n') + 1;
  guint16 place = 1;

  while (*line != '\0')
    {
      const char *strokes = strchr (line, ',') + 1;
      const char *end = strchr (strokes, '\n');
      Entry entry = { place++, (guint8) (end - strokes) };

      add (table, g_utf8_get_char (line), entry);
      line = end + 1;
    }
}

static gpointer
build_table (gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Table *table = g_new0 (Table, 1);

  ty_strokes_register_resource ();
  bytes = g_resources_lookup_data ("/org/touyan/Touyan/strokes.csv", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                   &error);
  if (bytes == NULL)
    g_error ("%s", error->message);

  table->rare = g_hash_table_new (NULL, NULL);
  add_lines (table, g_bytes_get_data (bytes, NULL));
  return table;
}

/**
 * ty_stroke_table_find:
 * @character: any character
 * @n_strokes: (out): how many strokes it has
 * @place: (out): its place among all characters of the list: by the number of strokes, then by the
 *   first stroke, the second and so on (横 竖 撇 点 折), then by structure
 *
 * The characters of the Table of General Standard Characters in the order of GB 13000.1, and the
 * traditional forms of the commoner ones. Any thread may call it.
 *
 * Returns: whether the character is in the list
 */
gboolean
ty_stroke_table_find (gunichar  character,
                      guint    *n_strokes,
                      guint    *place)
{
  static GOnce once = G_ONCE_INIT;
  const Table *table = g_once (&once, build_table, NULL);
  const Entry *entry = character >= FIRST && character <= LAST
                         ? &table->common[character - FIRST]
                         : g_hash_table_lookup (table->rare, GUINT_TO_POINTER (character));

  if (entry == NULL || entry->place == 0)
    return FALSE;

  *n_strokes = entry->n_strokes;
  *place = entry->place;
  return TRUE;
}
