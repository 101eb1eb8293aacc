/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-name-index"

#include "config.h"

#include "ty-name-index.h"

#include "ty-column-table.h"

/* The names of units, by which people are found too. */
typedef struct
{
  TyNames *names;    /* (owned) */
  guint32 *numbers;  /* (owned): by number of the span */
} UnitNames;

/**
 * TyNameIndex:
 *
 * The names of everybody in a generation, as numbers of a dictionary that all generations share.
 */
struct _TyNameIndex
{
  gatomicrefcount count;
  TyColumns *columns;     /* (owned) */
  TyNames *names;         /* (owned) */
  GPtrArray *numbers;     /* (owned) (element-type guint32 *): by chunk, by person */
  UnitNames *units;       /* (owned): shared while the units stay the same */
};

static void
clear_unit_names (gpointer data)
{
  UnitNames *units = data;

  ty_names_unref (units->names);
  g_free (units->numbers);
}

static UnitNames *
make_unit_names (TyUnits *units)
{
  UnitNames *self = g_atomic_rc_box_new0 (UnitNames);
  guint n = ty_units_get_n_spans (units);

  self->names = ty_names_new ();
  self->numbers = g_new (guint32, n + 1);
  /* Villages are found by their names only: pinyin would find half the county. */
  for (guint i = 0; i < n; i++)
    self->numbers[i] = ty_names_add (self->names, ty_units_get_span (units, i)->name, "");
  return self;
}

/* Names on their way into a chunk. */
typedef struct
{
  TyNames *names;
  const gint64 *ids;
  guint32 *numbers;
  guint n;
  guint next;
} Reading;

static gboolean
take_name (const TyGatherRow  *row,
           gpointer            data,
           GError            **error)
{
  Reading *reading = data;
  gint64 person = ty_gather_row_get_key (row);

  while (reading->next < reading->n && reading->ids[reading->next] < person)
    reading->next++;
  if (reading->next < reading->n && reading->ids[reading->next] == person)
    reading->numbers[reading->next] = ty_names_add (reading->names, ty_gather_row_get_text (row, 1, NULL),
                                                    ty_gather_row_get_text (row, 2, NULL));
  return TRUE;
}

static guint32 *
read_numbers (TyNameIndex  *self,
              TyStatement  *statement,
              TyChunk      *chunk,
              GError      **error)
{
  const gint64 *ids = TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID);
  guint n = ty_chunk_get_n (chunk);
  guint32 *numbers = g_atomic_rc_box_alloc0 (MAX (n, 1) * sizeof *numbers);
  Reading reading = { self->names, ids, numbers, n, 0 };

  if (ty_column_table_gather (statement, ids[0], ids[n - 1], take_name, &reading, error))
    return numbers;

  g_atomic_rc_box_release (numbers);
  return NULL;
}

static GHashTable *
list_known (TyNameIndex *before)
{
  GHashTable *known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; before != NULL && i < before->numbers->len; i++)
    g_hash_table_insert (known, ty_columns_get_chunk (before->columns, i),
                         g_ptr_array_index (before->numbers, i));
  return known;
}

static gboolean
load_numbers (TyNameIndex   *self,
              TyDatabase    *database,
              TyNameIndex   *before,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(TyStatement) statement = ty_column_table_prepare (database, TY_COLUMN_TABLE_NAMES, error);
  g_autoptr(GHashTable) known = list_known (before);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < ty_columns_get_n_chunks (self->columns); i++)
    {
      TyChunk *chunk = ty_columns_get_chunk (self->columns, i);
      guint32 *numbers = g_hash_table_lookup (known, chunk);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      numbers = numbers != NULL ? g_atomic_rc_box_acquire (numbers)
                                : read_numbers (self, statement, chunk, error);
      if (numbers == NULL)
        return FALSE;
      g_ptr_array_add (self->numbers, numbers);
    }
  return TRUE;
}

/**
 * ty_name_index_load:
 * @columns: a generation
 * @database: a connection
 * @before: (nullable): the index of an earlier generation, from which what did not change is taken
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR` or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable): the names of its people and units
 */
TyNameIndex *
ty_name_index_load (TyColumns     *columns,
                    TyDatabase    *database,
                    TyNameIndex   *before,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(TyNameIndex) self = g_new0 (TyNameIndex, 1);
  TyUnits *units = ty_columns_get_units (columns);

  g_atomic_ref_count_init (&self->count);
  self->columns = ty_columns_ref (columns);
  self->names = before != NULL ? ty_names_ref (before->names) : ty_names_new ();
  self->numbers = g_ptr_array_new_with_free_func (g_atomic_rc_box_release);
  self->units = before != NULL && ty_columns_get_units (before->columns) == units
                  ? g_atomic_rc_box_acquire (before->units) : make_unit_names (units);
  return load_numbers (self, database, before, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_name_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): the same
 */
TyNameIndex *
ty_name_index_ref (TyNameIndex *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_name_index_unref (TyNameIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_ptr_array_unref (self->numbers);
  g_atomic_rc_box_release_full (self->units, clear_unit_names);
  ty_names_unref (self->names);
  ty_columns_unref (self->columns);
  g_free (self);
}

/**
 * ty_name_index_get_columns:
 * @self: an index
 *
 * Returns: (transfer none): the generation whose names it holds
 */
TyColumns *
ty_name_index_get_columns (TyNameIndex *self)
{
  return self->columns;
}

/**
 * ty_name_index_get_names:
 * @self: an index
 *
 * Returns: (transfer none): the distinct names of people
 */
TyNames *
ty_name_index_get_names (TyNameIndex *self)
{
  return self->names;
}

/**
 * ty_name_index_get_numbers:
 * @self: an index
 * @chunk: number of a chunk
 *
 * Returns: (transfer none): the number of the name of each of its people
 */
const guint32 *
ty_name_index_get_numbers (TyNameIndex *self,
                           guint        chunk)
{
  return g_ptr_array_index (self->numbers, chunk);
}

/**
 * ty_name_index_dup_name:
 * @self: an index
 * @row: row of a person in its columns
 *
 * Returns: (transfer full): the name of the person
 */
char *
ty_name_index_dup_name (TyNameIndex *self,
                        guint32      row)
{
  const guint32 *numbers = ty_name_index_get_numbers (self, row >> TY_CHUNK_SHIFT);

  return ty_names_dup_name (self->names, numbers[row & (TY_CHUNK_PEOPLE - 1)]);
}

/**
 * ty_name_index_get_unit_names:
 * @self: an index
 *
 * Returns: (transfer none): the distinct names of units
 */
TyNames *
ty_name_index_get_unit_names (TyNameIndex *self)
{
  return self->units->names;
}

/**
 * ty_name_index_get_span_numbers:
 * @self: an index
 *
 * Returns: (transfer none): the number of the name in each span of the units
 */
const guint32 *
ty_name_index_get_span_numbers (TyNameIndex *self)
{
  return self->units->numbers;
}
