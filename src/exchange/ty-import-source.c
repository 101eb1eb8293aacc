/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-source"

#include "config.h"

#include "ty-import-source.h"

#include <glib/gi18n-lib.h>

struct _TyImportSource
{
  gatomicrefcount count;
  char *path;  /* (owned) (nullable) */
  char *text;  /* (owned) (nullable) */
  char *name;  /* (owned) */
  char *sheet; /* (owned) (nullable): the only one that is read */
  char *sum;   /* (owned) (nullable): of the file when it was opened first */
  TyImportMapping *mapping; /* (owned) (nullable): what is said of its columns alone */
  GHashTable *merges; /* (owned): its merged cells, as long as it is that file */
};

static TyImportSource *
source_new (const char *path,
            const char *text)
{
  TyImportSource *self = g_new0 (TyImportSource, 1);

  g_atomic_ref_count_init (&self->count);
  self->merges = ty_table_source_new_merges ();
  self->path = g_strdup (path);
  self->text = g_strdup (text);
  self->name = path != NULL ? g_filename_display_basename (path) : g_strdup (_("Pasted table"));
  return self;
}

/**
 * ty_import_source_new_for_path:
 * @path: a file
 *
 * Returns: (transfer full): the source
 */
TyImportSource *
ty_import_source_new_for_path (const char *path)
{
  return source_new (path, NULL);
}

/**
 * ty_import_source_new_for_text:
 * @text: what was pasted
 *
 * Returns: (transfer full): the source
 */
TyImportSource *
ty_import_source_new_for_text (const char *text)
{
  return source_new (NULL, text);
}

TyImportSource *
ty_import_source_ref (TyImportSource *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_import_source_unref (TyImportSource *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_free (self->path);
  g_free (self->text);
  g_free (self->name);
  g_free (self->sheet);
  g_free (self->sum);
  g_clear_pointer (&self->mapping, ty_import_mapping_free);
  g_hash_table_unref (self->merges);
  g_free (self);
}

/**
 * ty_import_source_get_path:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the file, or %NULL for what was pasted
 */
const char *
ty_import_source_get_path (TyImportSource *self)
{
  return self->path;
}

/**
 * ty_import_source_get_name:
 * @self: a source
 *
 * Returns: (transfer none): the name of the file, for people
 */
const char *
ty_import_source_get_name (TyImportSource *self)
{
  return self->name;
}

/**
 * ty_import_source_get_sheet:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the only sheet that is read, or %NULL for all that are shown
 */
const char *
ty_import_source_get_sheet (TyImportSource *self)
{
  return self->sheet;
}

/**
 * ty_import_source_set_sheet:
 * @self: a source
 * @sheet: (nullable): the name of the only sheet that is read, or %NULL for all that are shown
 */
void
ty_import_source_set_sheet (TyImportSource *self,
                            const char     *sheet)
{
  g_autofree char *copy = g_strdup (sheet);

  g_free (self->sheet);
  self->sheet = g_steal_pointer (&copy);
}

/**
 * ty_import_source_get_mapping:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what is said of its columns, or %NULL where it is said of all sources
 */
TyImportMapping *
ty_import_source_get_mapping (TyImportSource *self)
{
  return self->mapping;
}

/**
 * ty_import_source_set_mapping:
 * @self: a source
 * @mapping: (transfer full) (nullable): what is said of its columns, which differ from those of other sources
 */
void
ty_import_source_set_mapping (TyImportSource  *self,
                              TyImportMapping *mapping)
{
  g_clear_pointer (&self->mapping, ty_import_mapping_free);
  self->mapping = mapping;
}

/**
 * ty_import_source_dup_sum:
 * @self: a source
 *
 * Returns: (transfer full) (nullable): the SHA-256 of what it says now
 */
char *
ty_import_source_dup_sum (TyImportSource *self)
{
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (self->path == NULL)
    return g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->text, -1);

  file = g_mapped_file_new (self->path, FALSE, NULL);
  bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

/**
 * ty_import_source_open:
 * @self: a source
 * @error: a `TY_XLSX_ERROR` or a `G_IO_ERROR`
 *
 * Opens it and remembers what it says.
 *
 * Returns: (transfer full) (nullable): its tables
 */
TyTableSource *
ty_import_source_open (TyImportSource  *self,
                       GError         **error)
{
  g_autoptr(GFile) file = self->path != NULL ? g_file_new_for_path (self->path) : NULL;
  g_autofree char *sum = ty_import_source_dup_sum (self);
  TyTableSource *tables;

  if (g_strcmp0 (sum, self->sum) != 0)
    {
      g_hash_table_unref (self->merges);
      self->merges = ty_table_source_new_merges ();
    }
  g_free (self->sum);
  self->sum = g_steal_pointer (&sum);
  tables = file != NULL ? ty_table_source_open (file, error) : ty_table_source_new_for_text (self->text);
  if (tables != NULL)
    ty_table_source_set_merges (tables, self->merges);
  return tables;
}

/**
 * ty_import_source_has_changed:
 * @self: a source that was opened
 *
 * Returns: whether it says something else than when it was opened
 */
gboolean
ty_import_source_has_changed (TyImportSource *self)
{
  g_autofree char *sum = ty_import_source_dup_sum (self);

  return g_strcmp0 (sum, self->sum) != 0;
}
