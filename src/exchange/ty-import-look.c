/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-look"

#include "config.h"

#include "ty-import-look.h"

#include "ty-custom-table.h"
#include "ty-import-mapping-table.h"

typedef struct
{
  TyDatabase *database;
  TyImportSource *source;
  TyTableSource *tables;
  TyImportMapping *mapping;  /* (nullable) */
  GCancellable *cancellable; /* (nullable) */
  GHashTable *sheets;        /* of TyImportSheet by place: those that were read */
} Looking;

/* The first rows of a sheet are read once, whatever they are taken for. */
static TyImportSheet *
get_sheet (Looking             *looking,
           guint                place,
           const TyImportKind  *kind,
           GPtrArray           *targets,
           TyImportMapping     *mapping,
           GError             **error)
{
  TyImportSheet *read = g_hash_table_lookup (looking->sheets, GUINT_TO_POINTER (place + 1));

  if (read == NULL)
    {
      read = ty_import_sheet_new (looking->tables, place, kind, targets, mapping, looking->cancellable, error);
      if (read == NULL)
        return NULL;
      g_hash_table_insert (looking->sheets, GUINT_TO_POINTER (place + 1), read);
    }
  return ty_import_sheet_new_as (read, kind, targets, mapping);
}

void
ty_import_look_free (TyImportLook *self)
{
  g_clear_pointer (&self->sheet, ty_import_sheet_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->mapping, ty_import_mapping_free);
  g_free (self->format);
  g_free (self->encoding);
  g_free (self);
}

/* Takes the first sheet that is a table of the kind; @best is how well it is. */
static gboolean
look_as (TyImportLook        *self,
         Looking             *looking,
         const TyImportKind  *kind,
         TyImportMapping     *mapping,
         guint               *best,
         GError             **error)
{
  g_autoptr(GPtrArray) targets = ty_import_kind_list_targets (kind, self->fields);
  const char *only = ty_import_source_get_sheet (looking->source);

  for (guint i = 0; i < ty_table_source_get_n_sheets (looking->tables); i++)
    {
      g_autoptr(TyImportSheet) sheet = NULL;
      guint rate;

      if (!ty_import_sheet_is_wanted (looking->tables, i, only))
        continue;
      sheet = get_sheet (looking, i, kind, targets, mapping, error);
      if (sheet == NULL)
        return FALSE;
      rate = ty_import_sheet_is_usable (sheet, kind) ? ty_import_kind_rate (kind, sheet->columns) : 0;
      if (self->sheet != NULL && rate <= *best)
        continue;

      *best = rate;
      self->kind = kind;
      self->usable = rate > 0;
      g_clear_pointer (&self->sheet, ty_import_sheet_free);
      g_clear_pointer (&self->targets, g_ptr_array_unref);
      self->sheet = g_steal_pointer (&sheet);
      self->targets = g_ptr_array_ref (targets);
    }
  return TRUE;
}

static GPtrArray *
list_headings (TyImportSheet *sheet)
{
  GPtrArray *headings = g_ptr_array_new ();

  for (guint i = 0; i < sheet->columns->len; i++)
    g_ptr_array_add (headings, g_array_index (sheet->columns, TyImportColumn, i).heading);
  return headings;
}

/* A table that looks like one for which the county has a mapping is read by it. */
static gboolean
recognise (TyImportLook        *self,
           Looking             *looking,
           const TyImportKind  *wanted,
           GError             **error)
{
  g_autoptr(GPtrArray) known = ty_import_mapping_table_list (looking->database, error);
  g_autoptr(GPtrArray) headings = self->sheet != NULL ? list_headings (self->sheet) : NULL;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; headings != NULL && i < known->len; i++)
    {
      TyImportMapping *mapping = g_ptr_array_index (known, i);
      const TyImportKind *kind = ty_import_kind_find (ty_import_mapping_get_kind (mapping));
      guint best = 0;

      if (kind == NULL || (wanted != NULL && wanted != kind) || !ty_import_mapping_fits (mapping, headings))
        continue;
      self->mapping = ty_import_mapping_copy (mapping);
      g_clear_pointer (&headings, g_ptr_array_unref);
      g_clear_pointer (&self->sheet, ty_import_sheet_free);
      return look_as (self, looking, kind, mapping, &best, error);
    }
  return TRUE;
}

static gboolean
look (TyImportLook        *self,
      Looking             *looking,
      const TyImportKind  *kind,
      GError             **error)
{
  guint best = 0;

  if (kind != NULL)
    {
      if (!look_as (self, looking, kind, looking->mapping, &best, error))
        return FALSE;
    }
  else
    for (guint i = 0; i < ty_import_kind_get_n (); i++)
      if (!look_as (self, looking, ty_import_kind_get (i), looking->mapping, &best, error))
        return FALSE;
  if (looking->mapping == NULL)
    return recognise (self, looking, kind, error);

  self->mapping = ty_import_mapping_copy (looking->mapping);
  return TRUE;
}

/**
 * ty_import_look_new:
 * @database: a connection
 * @source: a file or a pasted table
 * @kind: (nullable): what the table is; %NULL to find out
 * @mapping: (nullable): what is said of its columns; %NULL to look for a named mapping for tables of this look
 * @cancellable: (nullable): stops it
 * @error: a `TY_XLSX_ERROR`, a `TY_STORE_ERROR` or %G_IO_ERROR_CANCELLED
 *
 * Looks at the first rows of a file.
 *
 * Returns: (transfer full) (nullable): what it looks like
 */
TyImportLook *
ty_import_look_new (TyDatabase          *database,
                    TyImportSource      *source,
                    const TyImportKind  *kind,
                    TyImportMapping     *mapping,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr(TyImportLook) self = g_new0 (TyImportLook, 1);
  g_autoptr(TyTableSource) tables = ty_import_source_open (source, error);
  g_autoptr(GHashTable) sheets
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ty_import_sheet_free);
  Looking looking = { database, source, tables, mapping, cancellable, sheets };

  if (tables == NULL)
    return NULL;

  self->kind = kind != NULL ? kind : ty_import_kind_get (0);
  self->format = g_strdup (ty_table_source_get_format (tables));
  self->encoding = g_strdup (ty_table_source_get_encoding (tables));
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ty_table_source_get_n_sheets (tables); i++)
    if (ty_table_source_get_sheet_shown (tables, i))
      g_ptr_array_add (self->sheets, g_strdup (ty_table_source_get_sheet_name (tables, i)));
  self->fields = ty_custom_table_list_fields (database, error);
  if (self->fields == NULL || !look (self, &looking, kind, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_import_look_dup_mapping:
 * @self: a look with a sheet
 * @name: (nullable): a name for the mapping
 *
 * Returns: (transfer full): what its columns mean now
 */
TyImportMapping *
ty_import_look_dup_mapping (TyImportLook *self,
                            const char   *name)
{
  TyImportMapping *mapping = ty_import_mapping_new (name, ty_import_kind_get_word (self->kind));

  for (guint i = 0; self->sheet != NULL && i < self->sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (self->sheet->columns, TyImportColumn, i);
      g_autofree char *word = ty_import_column_dup_word (column);

      ty_import_mapping_set (mapping, column->heading, word);
    }
  return mapping;
}
