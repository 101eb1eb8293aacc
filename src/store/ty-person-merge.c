/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-merge"

#include "config.h"

#include "ty-person-merge.h"

#include "ty-action-log.h"
#include "ty-merge-rows.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

#define LONGEST_WAY 64 /* of pointers from record to record; only a damaged file has more */

static TyMergeRow *
merge_row_copy (const TyMergeRow *row)
{
  TyMergeRow *copy = g_memdup2 (row, sizeof *row);

  g_object_ref (copy->row);
  if (copy->twin != NULL)
    g_object_ref (copy->twin);
  return copy;
}

/**
 * ty_person_merge_free:
 * @self: (transfer full): what becomes of two records
 */
void
ty_person_merge_free (TyPersonMerge *self)
{
  g_clear_object (&self->kept);
  g_clear_object (&self->other);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_person_merge_copy:
 * @self: what becomes of two records
 *
 * The records themselves are shared: nobody changes them.
 *
 * Returns: (transfer full): the same, with choices of its own
 */
TyPersonMerge *
ty_person_merge_copy (TyPersonMerge *self)
{
  TyPersonMerge *copy = g_new0 (TyPersonMerge, 1);

  copy->kept = g_object_ref (self->kept);
  copy->other = g_object_ref (self->other);
  copy->taken = self->taken;
  copy->own = g_ptr_array_ref (self->own);
  copy->rows = g_ptr_array_new_with_free_func (ty_merge_row_free);
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (copy->rows, merge_row_copy (g_ptr_array_index (self->rows, i)));
  return copy;
}

static gboolean
has_value (TyRecord *person,
           guint     field)
{
  return TY_FIELD_IS_NUMBER (&ty_person_info.fields[field])
           ? ty_record_get_integer (person, field) != 0
           : ty_record_get_text (person, field) != NULL;
}

static gboolean
is_equal_field (TyPersonMerge *self,
                guint          field)
{
  TyRecord *kept = TY_RECORD (self->kept);
  TyRecord *other = TY_RECORD (self->other);

  return TY_FIELD_IS_NUMBER (&ty_person_info.fields[field])
           ? ty_record_get_integer (kept, field) == ty_record_get_integer (other, field)
           : g_strcmp0 (ty_record_get_text (kept, field), ty_record_get_text (other, field)) == 0;
}

/* The field of the code of which a text is what a roster wrote. */
static guint
find_code_of (guint field)
{
  const char *column = ty_person_info.fields[field].column;
  g_autofree char *code = NULL;
  const TyFieldInfo *info;

  if (!g_str_has_suffix (column, "_text"))
    return field;
  code = g_strndup (column, strlen (column) - strlen ("_text"));
  info = ty_record_info_find_field (&ty_person_info, code);
  return info != NULL ? (guint) (info - ty_person_info.fields) : field;
}

/**
 * ty_person_merge_get_leader:
 * @self: what becomes of two records
 * @field: a field of a person
 *
 * Pinyin belongs to its name, and what a roster wrote to the code that was made of it: where these
 * differ, both are taken from the same record.
 *
 * Returns: the field whose choice counts; mostly @field itself
 */
guint
ty_person_merge_get_leader (TyPersonMerge *self,
                            guint          field)
{
  guint leader = field == TY_PERSON_PINYIN ? TY_PERSON_NAME : find_code_of (field);

  return is_equal_field (self, leader) ? field : leader;
}

/**
 * ty_person_merge_differs:
 * @self: what becomes of two records
 * @field: a field of a person
 *
 * Returns: whether the two have different values, so that one is to be chosen
 */
gboolean
ty_person_merge_differs (TyPersonMerge *self,
                         guint          field)
{
  return field != TY_PERSON_ID && field != TY_PERSON_MERGED_INTO && !is_equal_field (self, field);
}

/**
 * ty_person_merge_takes:
 * @self: what becomes of two records
 * @field: a field of a person
 *
 * Returns: whether the value will be that of the record that goes
 */
gboolean
ty_person_merge_takes (TyPersonMerge *self,
                       guint          field)
{
  return ty_person_merge_differs (self, field)
         && (self->taken & (1u << ty_person_merge_get_leader (self, field))) != 0;
}

/**
 * ty_person_merge_count:
 * @self: what becomes of two records
 * @state: what becomes of a row
 *
 * Returns: of how many rows
 */
guint
ty_person_merge_count (TyPersonMerge *self,
                       TyMergeState   state)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((TyMergeRow *) g_ptr_array_index (self->rows, i))->state == state;
  return n;
}

/* What only one of them knows is taken; where both know something, that of the record that stays. */
static void
propose (TyPersonMerge *self)
{
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if (ty_person_merge_differs (self, i) && ty_person_merge_get_leader (self, i) == i
        && !has_value (TY_RECORD (self->kept), i))
      self->taken |= 1u << i;
}

static TyPerson *
load_person (TyDatabase  *database,
             gint64       id,
             GError     **error)
{
  TyRecord *person = ty_table_get (database, &ty_person_info, id, error);

  if (person == NULL)
    return NULL;
  if (ty_record_get_integer (person, TY_PERSON_MERGED_INTO) == 0)
    return TY_PERSON (person);

  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
               _("This record of %s was merged into another one already. Open that one."),
               ty_record_get_text (person, TY_PERSON_NAME));
  g_object_unref (person);
  return NULL;
}

/**
 * ty_person_merge_new:
 * @database: a connection
 * @kept: key of the record that stays
 * @other: key of the record that becomes a pointer
 * @error: a `TY_STORE_ERROR`, also where one of them was merged already
 *
 * Reads both records. What only one of them knows is taken, and else the values of the record that
 * stays; @taken and the rows that clash can then be chosen.
 *
 * Returns: (transfer full) (nullable): what becomes of them
 */
TyPersonMerge *
ty_person_merge_new (TyDatabase  *database,
                     gint64       kept,
                     gint64       other,
                     GError     **error)
{
  g_autoptr(TyPersonMerge) self = g_new0 (TyPersonMerge, 1);

  if (kept == other)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("A record cannot be merged with itself. Choose another one."));
      return NULL;
    }
  if ((self->kept = load_person (database, kept, error)) == NULL
      || (self->other = load_person (database, other, error)) == NULL
      || (self->own = ty_merge_rows_list (database, kept, error)) == NULL
      || (self->rows = ty_merge_rows_compare (database, self->own, kept, other, error)) == NULL)
    return NULL;

  propose (self);
  return g_steal_pointer (&self);
}

/* Running it. */

static gboolean
is_same_state (TyPersonMerge *self,
               TyPersonMerge *now)
{
  if (!ty_record_equal (TY_RECORD (self->kept), TY_RECORD (now->kept))
      || !ty_record_equal (TY_RECORD (self->other), TY_RECORD (now->other))
      || self->own->len != now->own->len || self->rows->len != now->rows->len)
    return FALSE;
  for (guint i = 0; i < self->own->len; i++)
    if (!ty_merge_rows_is_same (g_ptr_array_index (self->own, i), g_ptr_array_index (now->own, i)))
      return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!ty_merge_rows_is_same (((TyMergeRow *) g_ptr_array_index (self->rows, i))->row,
                                ((TyMergeRow *) g_ptr_array_index (now->rows, i))->row))
      return FALSE;

  return TRUE;
}

static gboolean
check_unchanged (TyDatabase     *database,
                 TyPersonMerge  *self,
                 GError        **error)
{
  g_autoptr(TyPersonMerge) now = ty_person_merge_new (
    database, ty_record_get_integer (TY_RECORD (self->kept), TY_PERSON_ID),
    ty_record_get_integer (TY_RECORD (self->other), TY_PERSON_ID), error);

  if (now == NULL)
    return FALSE;
  if (is_same_state (self, now))
    return TRUE;

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                       _("One of the two records was changed meanwhile. Look at both again."));
  return FALSE;
}

static gboolean
write_kept (TyDatabase     *database,
            TyPersonMerge  *self,
            GError        **error)
{
  TyRecord *other = TY_RECORD (self->other);
  g_autoptr(TyRecord) kept = ty_record_dup (TY_RECORD (self->kept));

  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if (!ty_person_merge_takes (self, i))
      continue;
    else if (TY_FIELD_IS_NUMBER (&ty_person_info.fields[i]))
      ty_record_set_integer (kept, i, ty_record_get_integer (other, i));
    else
      ty_record_set_text (kept, i, ty_record_get_text (other, i));

  return ty_record_equal (kept, TY_RECORD (self->kept)) || ty_table_update (database, kept, error);
}

static gboolean
write_pointer (TyDatabase     *database,
               TyPersonMerge  *self,
               GError        **error)
{
  g_autoptr(TyRecord) other = ty_record_dup (TY_RECORD (self->other));

  ty_record_set_integer (other, TY_PERSON_MERGED_INTO,
                         ty_record_get_integer (TY_RECORD (self->kept), TY_PERSON_ID));
  return ty_table_update (database, other, error);
}

static gboolean
merge (TyStore   *store,
       gpointer   data,
       GError   **error)
{
  TyPersonMerge *self = data;
  TyDatabase *database = ty_store_get_database (store);
  gint64 kept = ty_record_get_integer (TY_RECORD (self->kept), TY_PERSON_ID);
  gint64 other = ty_record_get_integer (TY_RECORD (self->other), TY_PERSON_ID);

  return check_unchanged (database, self, error)
         && write_kept (database, self, error)
         && ty_merge_rows_move (store, self->rows, self->own, kept, other, error)
         && ty_merge_rows_lead_on (database, kept, other, error)
         && write_pointer (database, self, error);
}

/**
 * ty_person_merge_run:
 * @store: a store that writes
 * @user: who merges
 * @merge: what was read and chosen
 * @seq: (out) (optional): the action
 * @error: a `TY_STORE_ERROR`, also where one of the records was changed since it was read
 *
 * Merges two records of one human, as one action: the chosen values and all rows are those of the
 * record that stays, and the other one leads to it.
 *
 * Returns: whether they are one
 */
gboolean
ty_person_merge_run (TyStore        *store,
                     const char     *user,
                     TyPersonMerge  *merge_,
                     gint64         *seq,
                     GError        **error)
{
  TyActionSpec spec = { user, "person.merge", NULL, 0 };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (merge_ != NULL, FALSE);

  done = ty_store_run (store, &spec, merge, merge_, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_person_merge_resolve:
 * @database: a connection
 * @person: key of a person
 * @error: %TY_STORE_ERROR_NOT_FOUND where the person is no longer there
 *
 * Returns: key of the record that it was merged into, or @person itself where it was not; 0 with an
 *   error
 */
gint64
ty_person_merge_resolve (TyDatabase  *database,
                         gint64       person,
                         GError     **error)
{
  for (guint i = 0; i < LONGEST_WAY; i++)
    {
      g_autoptr(TyRecord) record = ty_table_get (database, &ty_person_info, person, error);
      gint64 next;

      if (record == NULL)
        return 0;
      next = ty_record_get_integer (record, TY_PERSON_MERGED_INTO);
      if (next == 0)
        return person;
      person = next;
    }

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                       _("This record was merged in a circle. Check the file with “touyan-cli check”."));
  return 0;
}
