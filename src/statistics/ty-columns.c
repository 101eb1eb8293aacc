/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-columns"

#include "config.h"

#include "ty-columns-private.h"

#include "ty-county.h"
#include "ty-custom-table.h"
#include "ty-dimension-own.h"
#include "ty-term-table.h"
#include "ty-term.h"

#define MAX_BYTE 255
#define MAX_BIT 32
#define MAX_SHORT 65535
#define MAX_WORD (G_MAXUINT32 - 1)

static void
free_books (gpointer data)
{
  TyBooks *books = data;

  for (guint i = 0; i < TY_N_BOOKS; i++)
    ty_codebook_free (books->books[i]);
}

static TyBooks *
new_books (void)
{
  TyBooks *books = g_atomic_rc_box_new0 (TyBooks);

  books->books[TY_BOOK_POST] = ty_codebook_new ("post", MAX_SHORT);
  books->books[TY_BOOK_STUDY] = ty_codebook_new (NULL, MAX_SHORT);
  books->books[TY_BOOK_ETHNICITY] = ty_codebook_new ("ethnicity", MAX_BYTE);
  books->books[TY_BOOK_POLITICAL] = ty_codebook_new ("political", MAX_BYTE);
  books->books[TY_BOOK_SOURCE] = ty_codebook_new ("source", MAX_BIT);
  books->books[TY_BOOK_BATCH] = ty_codebook_new ("batch", MAX_BYTE);
  books->books[TY_BOOK_HOW] = ty_codebook_new ("appointment_how", MAX_BYTE);
  books->books[TY_BOOK_END] = ty_codebook_new ("end_reason", MAX_BYTE);
  books->books[TY_BOOK_OWN_FIELD] = ty_codebook_new (NULL, MAX_SHORT);
  books->books[TY_BOOK_OWN_VALUE] = ty_codebook_new (NULL, MAX_WORD);
  return books;
}

/**
 * ty_columns_new:
 * @before: (nullable): the generation before it
 *
 * Returns: (transfer full): a generation without people, with the codebooks of the one before
 */
TyColumns *
ty_columns_new (TyColumns *before)
{
  TyColumns *self = g_new0 (TyColumns, 1);

  g_atomic_ref_count_init (&self->count);
  self->books = before != NULL ? g_atomic_rc_box_acquire (before->books) : new_books ();
  self->chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chunk_unref);
  return self;
}

/**
 * ty_columns_ref:
 * @self: a generation
 *
 * Returns: (transfer full): the same
 */
TyColumns *
ty_columns_ref (TyColumns *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_columns_unref (TyColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->units, ty_units_unref);
  g_clear_pointer (&self->lists, ty_person_lists_unref);
  g_clear_pointer (&self->marks, ty_marks_unref);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->rules);
  g_free (self->rules_json);
  g_ptr_array_unref (self->chunks);
  g_atomic_rc_box_release_full (self->books, free_books);
  g_free (self);
}

/**
 * ty_columns_read_terms:
 * @self: a generation that is being made
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether its terms were read
 */
gboolean
ty_columns_read_terms (TyColumns   *self,
                       TyDatabase  *database,
                       GError     **error)
{
  g_autoptr(GPtrArray) terms = ty_term_table_list (database, error);

  if (terms == NULL)
    return FALSE;

  g_clear_pointer (&self->terms, g_array_unref);
  self->terms = g_array_new (FALSE, FALSE, sizeof (TyTermRow));
  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);
      TyTermRow row = { ty_record_get_integer (term, TY_TERM_ID),
                        (int) ty_record_get_integer (term, TY_TERM_YEAR),
                        ty_date_to_days (ty_record_get_date (term, TY_TERM_FROM_DATE)) };

      g_array_append_val (self->terms, row);
    }
  return TRUE;
}

/**
 * ty_columns_read_fields: (skip)
 * @self: columns that are being made
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the fields of the county could be read
 */
gboolean
ty_columns_read_fields (TyColumns   *self,
                        TyDatabase  *database,
                        GError     **error)
{
  self->fields = ty_custom_table_list_fields (database, error);
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    ty_dimension_own_set_name (g_ptr_array_index (self->fields, i));

  return self->fields != NULL;
}

/**
 * ty_columns_read_rules:
 * @self: a generation that is being made
 * @before: (nullable): the one before
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Reads the county’s rules. Where they are none, the shipped ones hold.
 *
 * Returns: whether the file could be read
 */
gboolean
ty_columns_read_rules (TyColumns   *self,
                       TyColumns   *before,
                       TyDatabase  *database,
                       GError     **error)
{
  self->rules_json = ty_county_dup_rules (database, error);
  if (self->rules_json == NULL)
    return FALSE;
  if (before != NULL && g_str_equal (before->rules_json, self->rules_json))
    {
      self->rules = g_object_ref (before->rules);
      return TRUE;
    }

  self->rules = ty_county_rules_new_from_json (self->rules_json, NULL);
  if (self->rules == NULL)
    {
      g_debug ("The county’s rules cannot be read, and the shipped ones hold");
      self->rules = ty_county_rules_new_shipped ();
    }
  return TRUE;
}

/**
 * ty_columns_finish:
 * @self: a generation whose chunks are there
 *
 * Counts its people.
 */
void
ty_columns_finish (TyColumns *self)
{
  self->n_people = 0;
  for (guint i = 0; i < self->chunks->len; i++)
    self->n_people += ty_chunk_get_n (g_ptr_array_index (self->chunks, i));
}

/**
 * ty_columns_get_seq:
 * @self: a generation
 *
 * Returns: the sequence of the last action that it knows
 */
gint64
ty_columns_get_seq (TyColumns *self)
{
  return self->seq;
}

/**
 * ty_columns_get_n_people:
 * @self: a generation
 *
 * Returns: how many people the file holds; one merged into another is not counted
 */
guint
ty_columns_get_n_people (TyColumns *self)
{
  return self->n_people;
}

/**
 * ty_columns_get_n_chunks:
 * @self: a generation
 *
 * Returns: in how many chunks they are
 */
guint
ty_columns_get_n_chunks (TyColumns *self)
{
  return self->chunks->len;
}

/**
 * ty_columns_get_chunk:
 * @self: a generation
 * @number: which chunk; its people have the rows from @number << %TY_CHUNK_SHIFT
 *
 * Returns: (transfer none): the chunk
 */
TyChunk *
ty_columns_get_chunk (TyColumns *self,
                      guint      number)
{
  return g_ptr_array_index (self->chunks, number);
}

/**
 * ty_columns_get_units:
 * @self: a generation
 *
 * Returns: (transfer none): its units
 */
TyUnits *
ty_columns_get_units (TyColumns *self)
{
  return self->units;
}

/**
 * ty_columns_get_book:
 * @self: a generation
 * @kind: which codebook
 *
 * Returns: (transfer none): the codebook
 */
TyCodebook *
ty_columns_get_book (TyColumns      *self,
                     TyCodebookKind  kind)
{
  return self->books->books[kind];
}

/**
 * ty_columns_get_terms:
 * @self: a generation
 *
 * Returns: (transfer none) (element-type TyTermRow): the terms, the newest first
 */
GArray *
ty_columns_get_terms (TyColumns *self)
{
  return self->terms;
}

/**
 * ty_columns_get_fields:
 * @self: columns
 *
 * Returns: (transfer none) (element-type TyCustomField): the fields of the county in their order
 */
GPtrArray *
ty_columns_get_fields (TyColumns *self)
{
  return self->fields;
}

/**
 * ty_columns_get_field:
 * @self: columns
 * @key: key of a field of the county
 *
 * Returns: (transfer none) (nullable): the field
 */
TyCustomField *
ty_columns_get_field (TyColumns *self,
                      gint64     key)
{
  TyRecord *field = ty_custom_table_find_field (self->fields, key);

  return field != NULL ? TY_CUSTOM_FIELD (field) : NULL;
}

/**
 * ty_columns_get_rules:
 * @self: a generation
 *
 * Returns: (transfer none): the county’s rules
 */
TyCountyRules *
ty_columns_get_rules (TyColumns *self)
{
  return self->rules;
}

/**
 * ty_columns_get_lists:
 * @self: a generation
 *
 * Returns: (transfer none): the named lists of the file
 */
TyPersonLists *
ty_columns_get_lists (TyColumns *self)
{
  return self->lists;
}

/**
 * ty_columns_get_marks:
 * @self: a generation
 *
 * Returns: (transfer none): courses, appraisals, and what villages tell
 */
TyMarks *
ty_columns_get_marks (TyColumns *self)
{
  return self->marks;
}

/**
 * ty_columns_get_person:
 * @self: a generation
 * @row: the row of a person
 *
 * Returns: key of the person in the file, or 0 where no person has the row
 */
gint64
ty_columns_get_person (TyColumns *self,
                       guint32    row)
{
  guint number = row >> TY_CHUNK_SHIFT;
  guint index = row & (TY_CHUNK_PEOPLE - 1);
  TyChunk *chunk;

  if (number >= self->chunks->len)
    return 0;

  chunk = g_ptr_array_index (self->chunks, number);
  return index < ty_chunk_get_n (chunk)
           ? TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[index] : 0;
}

/**
 * ty_columns_find_chunk:
 * @self: a generation with at least one chunk
 * @person: key of a person
 *
 * Returns: number of the chunk in which the person is, or would be
 */
guint
ty_columns_find_chunk (TyColumns *self,
                       gint64     person)
{
  guint low = 0;
  guint high = self->chunks->len;

  /* The last whose first person does not come behind. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      TyChunk *chunk = g_ptr_array_index (self->chunks, middle);

      if (TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[0] <= person)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * ty_columns_find_person:
 * @self: a generation
 * @person: key of a person
 * @row: (out): the person’s row
 *
 * Returns: whether the file holds the person
 */
gboolean
ty_columns_find_person (TyColumns *self,
                        gint64     person,
                        guint32   *row)
{
  guint number, index;

  if (self->chunks->len == 0)
    return FALSE;

  number = ty_columns_find_chunk (self, person);
  if (!ty_chunk_find (g_ptr_array_index (self->chunks, number), person, &index))
    return FALSE;

  *row = (number << TY_CHUNK_SHIFT) | index;
  return TRUE;
}

/**
 * ty_columns_get_size:
 * @self: a generation
 *
 * Returns: the bytes that its chunks take
 */
gsize
ty_columns_get_size (TyColumns *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->chunks->len; i++)
    size += ty_chunk_get_size (g_ptr_array_index (self->chunks, i));
  return size;
}
