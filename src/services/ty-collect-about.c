/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-about"

#include "config.h"

#include "ty-collect-about.h"

#include "ty-collect-sheet.h"
#include "ty-table-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMN "column:"
#define MAX_FACTS 400

/* The hidden parts of a workbook: what it is, and the key of each row. */

typedef struct
{
  TyCollectAbout *about;
  GHashTable *facts;   /* (owned) */
  GPtrArray *columns;  /* (owned) (element-type utf8): word and title, one after the other */
} Reading;

void
ty_collect_about_free (TyCollectAbout *self)
{
  g_free (self->id);
  g_free (self->township_name);
  g_free (self->sheet);
  g_clear_pointer (&self->mapping, ty_import_mapping_free);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

static gboolean
take_fact (guint          row,
           const TyCell  *cells,
           guint          n_cells,
           gpointer       data,
           GError       **error)
{
  Reading *reading = data;
  const char *name = ty_cell_at (cells, n_cells, 0)->text;
  const char *text = ty_cell_at (cells, n_cells, 1)->text;

  if (row > MAX_FACTS)
    return FALSE;
  if (g_str_has_prefix (name, COLUMN))
    {
      g_ptr_array_add (reading->columns, g_strdup (name + strlen (COLUMN)));
      g_ptr_array_add (reading->columns, g_strdup (text));
    }
  else
    {
      g_hash_table_insert (reading->facts, g_strdup (name), g_strdup (text));
    }
  return TRUE;
}

static const char *
get_fact (Reading    *reading,
          const char *name)
{
  const char *text = g_hash_table_lookup (reading->facts, name);

  return text != NULL ? text : "";
}

static gint64
get_number (Reading    *reading,
            const char *name)
{
  gint64 number;

  return g_ascii_string_to_signed (get_fact (reading, name), 10, 0, G_MAXINT64, &number, NULL) ? number : 0;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is no workbook that was sent out to townships. Import it by itself."));
  return FALSE;
}

static gboolean
understand (Reading  *reading,
            GError  **error)
{
  TyCollectAbout *about = reading->about;

  if (strcmp (get_fact (reading, "format"), TY_COLLECT_FORMAT) != 0)
    return fail (error);
  if (get_number (reading, "version") != TY_COLLECT_VERSION)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This workbook was made by another version of Touyan. Send it out anew."));
      return FALSE;
    }

  about->kind = ty_import_kind_find (get_fact (reading, "kind"));
  about->as_of = ty_date_from_iso (get_fact (reading, "as_of"));
  about->year = (guint) get_number (reading, "year");
  about->county = get_number (reading, "county");
  about->township = get_number (reading, "township");
  about->id = g_strdup (get_fact (reading, "id"));
  about->township_name = g_strdup (get_fact (reading, "township_name"));
  about->sheet = g_strdup (get_fact (reading, "sheet"));
  if (about->kind == NULL || !ty_collect_can (about->kind) || !ty_date_is_known (about->as_of)
      || about->township == 0)
    return fail (error);

  about->mapping = ty_import_mapping_new (NULL, ty_import_kind_get_word (about->kind));
  for (guint i = 0; i + 1 < reading->columns->len; i += 2)
    ty_import_mapping_set (about->mapping, g_ptr_array_index (reading->columns, i + 1),
                           g_ptr_array_index (reading->columns, i));
  return TRUE;
}

static gboolean
take_key (guint          row,
          const TyCell  *cells,
          guint          n_cells,
          gpointer       data,
          GError       **error)
{
  TyCollectAbout *about = data;
  gint64 key;

  if (g_ascii_string_to_signed (ty_cell_at (cells, n_cells, 0)->text, 10, 1, G_MAXINT64, &key, NULL))
    g_hash_table_insert (about->keys, GUINT_TO_POINTER (row), g_memdup2 (&key, sizeof key));
  return TRUE;
}

static int
find_sheet (TyTableSource *tables,
            const char    *name)
{
  for (guint i = 0; i < ty_table_source_get_n_sheets (tables); i++)
    if (g_strcmp0 (ty_table_source_get_sheet_name (tables, i), name) == 0)
      return (int) i;

  return -1;
}

static gboolean
read_about (Reading        *reading,
            TyTableSource  *tables,
            GCancellable   *cancellable,
            GError        **error)
{
  int about = find_sheet (tables, TY_COLLECT_ABOUT_SHEET);
  int sheet;

  if (about < 0)
    return fail (error);
  if (!ty_table_source_read_sheet (tables, (guint) about, take_fact, reading, cancellable, error)
      || !understand (reading, error))
    return FALSE;

  sheet = find_sheet (tables, reading->about->sheet);
  if (sheet < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The sheet “%s” was removed or has another name now."), reading->about->sheet);
      return FALSE;
    }
  return ty_table_source_read_sheet (tables, (guint) sheet, take_key, reading->about, cancellable, error);
}

/**
 * ty_collect_about_read:
 * @path: a workbook
 * @cancellable: (nullable): stops it
 * @error: a `TY_XLSX_ERROR` or a `G_IO_ERROR` that says why it is no answer
 *
 * Reads a workbook to the end, so that one that is damaged is told before all are compared.
 *
 * Returns: (transfer full) (nullable): what it says of itself
 */
TyCollectAbout *
ty_collect_about_read (const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyTableSource) tables = ty_table_source_open (file, error);
  g_autoptr(TyCollectAbout) self = g_new0 (TyCollectAbout, 1);
  g_autoptr(GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { self, facts, columns };

  self->keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (tables == NULL || !read_about (&reading, tables, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_collect_about_is_same:
 * @self: a workbook
 * @other: another
 *
 * Returns: whether they ask for the same
 */
gboolean
ty_collect_about_is_same (const TyCollectAbout *self,
                          const TyCollectAbout *other)
{
  return self->kind == other->kind && self->year == other->year
         && ty_date_compare (self->as_of, other->as_of) == 0;
}

/**
 * ty_collect_about_get_key:
 * @self: a workbook
 * @row: a row of its sheet, from 1
 *
 * Returns: the key of the person or unit that the row was written for, or 0 for a new one
 */
gint64
ty_collect_about_get_key (const TyCollectAbout *self,
                          guint                 row)
{
  const gint64 *key = g_hash_table_lookup (self->keys, GUINT_TO_POINTER (row));

  return key != NULL ? *key : 0;
}

/**
 * ty_collect_about_is_one:
 * @path: a file
 *
 * Returns: whether it is a workbook that was made to be filled in, also one that cannot be read any more
 */
gboolean
ty_collect_about_is_one (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyTableSource) tables = ty_table_source_open (file, NULL);

  return tables != NULL && find_sheet (tables, TY_COLLECT_ABOUT_SHEET) >= 0;
}
