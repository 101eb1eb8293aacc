/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-file-names"

#include "config.h"

#include "ty-file-names.h"

#include <string.h>

/* The longest name of a file is 255 bytes; room is left for what tells two apart and for a draft beside it. */
#define MOST_BYTES 180

/**
 * TyFileNames:
 *
 * Names for files of one folder or one archive, each of them once: two people of one name have two files.
 */
struct _TyFileNames
{
  char *extension;    /* (owned) */
  GHashTable *taken;  /* (owned) (element-type utf8): folded, since some systems know no difference */
};

/**
 * ty_file_names_new:
 * @extension: of all files, without the dot
 *
 * Returns: (transfer full): names, none of them taken
 */
TyFileNames *
ty_file_names_new (const char *extension)
{
  TyFileNames *self = g_new0 (TyFileNames, 1);

  self->extension = g_strdup (extension);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ty_file_names_free (TyFileNames *self)
{
  g_hash_table_unref (self->taken);
  g_free (self->extension);
  g_free (self);
}

/* What cannot stand in the name of a file is left out. */
static char *
dup_stem (const char *text)
{
  GString *stem = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && stem->len < MOST_BYTES; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x20 && (c >= 0x80 || strchr ("/\\:*?\"<>|", (int) c) == NULL))
        g_string_append_unichar (stem, c);
    }
  g_strstrip (stem->str);
  if (*stem->str == '\0' || *stem->str == '.')
    g_string_assign (stem, "_");
  return g_string_free (stem, FALSE);
}

static gboolean
take (TyFileNames *self,
      const char  *name)
{
  return g_hash_table_add (self->taken, g_utf8_casefold (name, -1));
}

/**
 * ty_file_names_take:
 * @self: names
 * @text: what the file is called after
 * @other: (nullable): what tells it from another one of that name, as the month of birth
 *
 * Returns: (transfer full): the name of a file, which nobody else gets: 张三.pdf, then 张三_197805.pdf, then
 *   张三_2.pdf
 */
char *
ty_file_names_take (TyFileNames *self,
                    const char  *text,
                    const char  *other)
{
  g_autofree char *stem = dup_stem (text);
  g_autofree char *apart = other != NULL ? dup_stem (other) : NULL;
  char *name = g_strdup_printf ("%s.%s", stem, self->extension);

  for (guint i = 1; !take (self, name); i++)
    {
      g_free (name);
      name = i == 1 && apart != NULL ? g_strdup_printf ("%s_%s.%s", stem, apart, self->extension)
                                     : g_strdup_printf ("%s_%u.%s", stem, i, self->extension);
    }
  return name;
}
