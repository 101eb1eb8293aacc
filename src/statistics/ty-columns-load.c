/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-columns"

#include "config.h"

#include "ty-columns-private.h"

#include "ty-chunk-reader.h"
#include "ty-column-table.h"
#include "ty-dimension-need.h"
#include "ty-history.h"
#include "ty-parallel.h"

#include <string.h>

/* Parts for each thread: one that is done sooner takes another. */
#define PARTS_OF_THREAD 6

typedef struct
{
  TyColumns *columns;
  TyDatabase **databases;
  GArray *cuts;
  GPtrArray **parts;         /* (owned): chunks of each part */
  GError **errors;           /* (owned): by database */
  GCancellable *cancellable;
  gint units_taken;          /* atomic */
  gint next;                 /* atomic: the part that nobody has taken yet */
} Load;

static gint64
get_cut (Load *load,
         guint part)
{
  return part < load->cuts->len ? g_array_index (load->cuts, gint64, part) : G_MAXINT64;
}

static void
read_parts (guint    item,
            gpointer data)
{
  Load *load = data;
  GError **error = &load->errors[item];
  g_autoptr(TyChunkReader) reader = ty_chunk_reader_new (load->databases[item], load->columns->units,
                                                         load->columns->books->books, error);

  /* What the units were is read beside the people, by whoever comes first. */
  if (g_atomic_int_compare_and_exchange (&load->units_taken, FALSE, TRUE)
      && !ty_units_load_spans (load->columns->units, load->databases[item], error))
    return;
  while (reader != NULL)
    {
      guint part = (guint) g_atomic_int_add (&load->next, 1);
      gint64 first = part == 0 ? G_MININT64 : get_cut (load, part - 1);

      if (part > load->cuts->len)
        return;
      /* A key is positive and smaller than the end of the last part. */
      if (!ty_chunk_reader_read (reader, first, get_cut (load, part) - 1, load->parts[part],
                                 load->cancellable, error))
        return;
    }
}

static gboolean
collect (Load    *load,
         guint    n_databases,
         GError **error)
{
  for (guint i = 0; i < n_databases; i++)
    if (load->errors[i] != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&load->errors[i]));
        return FALSE;
      }

  for (guint i = 0; i <= load->cuts->len; i++)
    g_ptr_array_extend_and_steal (load->columns->chunks, g_steal_pointer (&load->parts[i]));
  return TRUE;
}

static void
load_clear (Load  *load,
            guint  n_databases)
{
  for (guint i = 0; i <= load->cuts->len; i++)
    g_clear_pointer (&load->parts[i], g_ptr_array_unref);
  for (guint i = 0; i < n_databases; i++)
    g_clear_error (&load->errors[i]);
  g_free (load->parts);
  g_free (load->errors);
  g_array_unref (load->cuts);
}

static gboolean
read_people (TyColumns     *self,
             TyDatabase   **databases,
             guint          n_databases,
             GCancellable  *cancellable,
             GError       **error)
{
  Load load = { .columns = self, .databases = databases, .cancellable = cancellable };
  gboolean done;

  load.cuts = ty_column_table_split (databases[0],
                                     n_databases > 1 ? n_databases * PARTS_OF_THREAD : 1, error);
  if (load.cuts == NULL)
    return FALSE;

  load.parts = g_new0 (GPtrArray *, load.cuts->len + 1);
  load.errors = g_new0 (GError *, n_databases);
  for (guint i = 0; i <= load.cuts->len; i++)
    load.parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chunk_unref);
  ty_parallel_run (n_databases, read_parts, &load);
  done = collect (&load, n_databases, error);
  load_clear (&load, n_databases);
  return done;
}

/* Labels of dimensions of programmes are asked for where no file is at hand. */
static void
note_programmes (TyMarks *marks)
{
  GArray *names = ty_marks_get_rows (marks, TY_MARK_PROGRAMME_NAME);

  for (guint i = 0; i < names->len; i++)
    {
      const TyMarkRow *row = &g_array_index (names, TyMarkRow, i);

      ty_dimension_need_set_name (row->owner, row->key);
    }
}

static gboolean
read_lists (TyColumns   *self,
            TyColumns   *before,
            TyDatabase  *database,
            GError     **error)
{
  g_autoptr(GHashTable) tables = before != NULL ? ty_history_list_tables_since (database, before->seq, error) : NULL;

  if (before != NULL && tables == NULL)
    return FALSE;

  self->lists = ty_person_lists_load (database, error);
  if (self->lists != NULL)
    self->marks = before != NULL ? ty_marks_refresh (before->marks, tables, database, error)
                                 : ty_marks_load (database, error);
  if (self->marks != NULL)
    note_programmes (self->marks);
  return self->marks != NULL;
}

/**
 * ty_columns_load:
 * @databases: (array length=n_databases): connections that all see the same state of the file; each
 *   is used by one thread
 * @n_databases: how many, at least one
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR` or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable): everybody in the file
 */
TyColumns *
ty_columns_load (TyDatabase    **databases,
                 guint           n_databases,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr(TyColumns) self = ty_columns_new (NULL);

  g_return_val_if_fail (n_databases > 0, NULL);

  self->units = ty_units_load_ids (databases[0], NULL, error);
  if (self->units == NULL
      || !ty_column_table_get_seq (databases[0], &self->seq, error)
      || !ty_columns_read_terms (self, databases[0], error)
      || !ty_columns_read_rules (self, NULL, databases[0], error)
      || !read_lists (self, NULL, databases[0], error)
      || !ty_columns_read_fields (self, databases[0], error)
      || !read_people (self, databases, n_databases, cancellable, error))
    return NULL;

  ty_columns_finish (self);
  return g_steal_pointer (&self);
}

typedef struct
{
  TyColumns *columns; /* the new generation */
  TyChunkReader *reader;
  GArray *people;     /* (element-type gint64): those who were touched, ascending */
} Refresh;

/* What grew too large is cut in equal parts; what is empty goes. */
static void
add_chunk (TyColumns *self,
           TyChunk   *chunk)
{
  guint n = ty_chunk_get_n (chunk);
  guint n_parts = (n + TY_CHUNK_PEOPLE - 1) / TY_CHUNK_PEOPLE;

  ty_chunk_finish (chunk);
  if (n_parts == 1)
    g_ptr_array_add (self->chunks, ty_chunk_ref (chunk));
  for (guint i = 0; n_parts > 1 && i < n_parts; i++)
    {
      TyChunk *part = ty_chunk_new ();

      ty_chunk_append_range (part, chunk, (guint) ((guint64) n * i / n_parts),
                             (guint) ((guint64) n * (i + 1) / n_parts));
      ty_chunk_finish (part);
      g_ptr_array_add (self->chunks, part);
    }
}

/* Reads the people again who were touched, and takes the others as they were. */
static gboolean
replace_chunk (Refresh       *refresh,
               const TyChunk *old,
               guint          first,
               guint          end,
               GError       **error)
{
  g_autoptr(TyChunk) chunk = ty_chunk_new ();
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chunk_unref);
  guint done = 0;

  for (guint i = first; i < end; i++)
    {
      gint64 person = g_array_index (refresh->people, gint64, i);
      guint index;
      gboolean known = ty_chunk_find (old, person, &index);

      ty_chunk_append_range (chunk, old, done, index);
      done = known ? index + 1 : index;
      g_ptr_array_set_size (read, 0);
      if (!ty_chunk_reader_read (refresh->reader, person, person, read, NULL, error))
        return FALSE;
      if (read->len > 0)
        ty_chunk_append_range (chunk, g_ptr_array_index (read, 0), 0, 1);
    }
  ty_chunk_append_range (chunk, old, done, ty_chunk_get_n (old));
  add_chunk (refresh->columns, chunk);
  return TRUE;
}

static gboolean
replace_chunks (TyColumns  *self,
                Refresh    *refresh,
                GError    **error)
{
  guint next = 0;

  for (guint i = 0; i < self->chunks->len; i++)
    {
      TyChunk *old = ty_columns_get_chunk (self, i);
      guint first = next;

      while (next < refresh->people->len
             && ty_columns_find_chunk (self, g_array_index (refresh->people, gint64, next)) == i)
        next++;
      if (next == first)
        g_ptr_array_add (refresh->columns->chunks, ty_chunk_ref (old));
      else if (!replace_chunk (refresh, old, first, next, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refresh_people (TyColumns   *self,
                Refresh     *refresh,
                TyDatabase  *database,
                GError     **error)
{
  g_autoptr(TyChunkReader) reader = ty_chunk_reader_new (database, refresh->columns->units,
                                                         refresh->columns->books->books, error);
  g_autoptr(TyChunk) nobody = ty_chunk_new ();

  if (reader == NULL)
    return FALSE;

  refresh->reader = reader;
  if (self->chunks->len > 0)
    return replace_chunks (self, refresh, error);

  ty_chunk_finish (nobody);
  return replace_chunk (refresh, nobody, 0, refresh->people->len, error);
}

/* A post touches its unit too: what the units were is read again only where it differs. */
static TyUnits *
refresh_units (TyColumns   *self,
               gint64       last_seq,
               TyDatabase  *database,
               GError     **error)
{
  for (gint64 seq = self->seq + 1; seq <= last_seq; seq++)
    {
      g_autoptr(GArray) units = ty_history_list_subjects (database, seq, "unit", error);
      gboolean current = TRUE;

      if (units == NULL)
        return NULL;
      for (guint i = 0; i < units->len && current; i++)
        if (!ty_units_compare (self->units, database, g_array_index (units, gint64, i), &current,
                               error))
          return NULL;
      if (!current)
        return ty_units_load (database, self->units, error);
    }
  return ty_units_ref (self->units);
}

/**
 * ty_columns_refresh:
 * @self: a generation
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Reads again whom the actions after @self touched, and shares the rest.
 *
 * Returns: (transfer full) (nullable): the generation of the last action; @self itself where nothing
 * was done since
 */
TyColumns *
ty_columns_refresh (TyColumns   *self,
                    TyDatabase  *database,
                    GError     **error)
{
  g_autoptr(TyColumns) next = NULL;
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  Refresh refresh = { NULL, NULL, people };
  gboolean units_touched, all;
  gint64 seq;

  if (!ty_history_list_subjects_since (database, self->seq, people, &units_touched, &all, &seq,
                                       error))
    return NULL;
  if (seq == self->seq)
    return ty_columns_ref (self);
  if (all)
    return ty_columns_load (&database, 1, NULL, error);

  refresh.columns = next = ty_columns_new (self);
  next->seq = seq;
  next->units = units_touched ? refresh_units (self, seq, database, error)
                              : ty_units_ref (self->units);
  if (next->units == NULL || !ty_columns_read_terms (next, database, error)
      || !ty_columns_read_rules (next, self, database, error)
      || !read_lists (next, self, database, error)
      || !ty_columns_read_fields (next, database, error)
      || !refresh_people (self, &refresh, database, error))
    return NULL;

  ty_columns_finish (next);
  return g_steal_pointer (&next);
}
