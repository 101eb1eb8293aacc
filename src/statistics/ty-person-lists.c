/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-lists"

#include "config.h"

#include "ty-person-lists.h"

#include "ty-person-list-table.h"

#include <string.h>

/**
 * TyPersonLists:
 *
 * The named lists of a generation of the columns. They are small beside everybody and are read whole
 * after each action: a list that is renamed or put in another order touches no person.
 */
struct _TyPersonLists
{
  gatomicrefcount count;
  GPtrArray *lists; /* (owned) (element-type TyNamedList): in their order */
};

static void
named_list_free (gpointer data)
{
  TyNamedList *list = data;

  g_free (list->name);
  g_array_unref (list->people);
  g_array_unref (list->sorted);
  g_free (list);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Somebody and who was merged into that one may both be on a list. */
static void
finish_list (TyNamedList *list)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = 0;

  for (guint i = 0; i < list->people->len; i++)
    {
      gint64 person = g_array_index (list->people, gint64, i);

      if (g_hash_table_contains (seen, &person))
        continue;
      g_array_index (list->people, gint64, n) = person;
      g_hash_table_add (seen, &g_array_index (list->people, gint64, n++));
    }
  g_array_set_size (list->people, n);
  g_array_append_vals (list->sorted, list->people->data, n);
  g_array_sort (list->sorted, compare_keys);
}

static gboolean
read_people (TyPersonLists  *self,
             TyDatabase     *database,
             GError        **error)
{
  g_autoptr(TyStatement) statement = ty_person_list_table_select_people (database, error);
  TyNamedList *list = NULL;
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);
      gint64 person = ty_statement_get_int (statement, 1);

      if (list == NULL || list->id != id)
        list = (TyNamedList *) ty_person_lists_find (self, id);
      if (list == NULL)
        continue;
      g_array_append_val (list->people, person);
      list->n_merged += ty_statement_get_int (statement, 2) != 0;
    }
  return step == TY_STEP_DONE;
}

/**
 * ty_person_lists_load:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the named lists of the file
 */
TyPersonLists *
ty_person_lists_load (TyDatabase  *database,
                      GError     **error)
{
  g_autoptr(GPtrArray) records = ty_person_list_table_list_all (database, error);
  g_autoptr(TyPersonLists) self = NULL;

  if (records == NULL)
    return NULL;

  self = g_new0 (TyPersonLists, 1);
  g_atomic_ref_count_init (&self->count);
  self->lists = g_ptr_array_new_with_free_func (named_list_free);
  for (guint i = 0; i < records->len; i++)
    {
      TyRecord *record = g_ptr_array_index (records, i);
      TyNamedList *list = g_new0 (TyNamedList, 1);

      list->id = ty_record_get_integer (record, TY_PERSON_LIST_ID);
      list->name = g_strdup (ty_record_get_text (record, TY_PERSON_LIST_NAME));
      list->people = g_array_new (FALSE, FALSE, sizeof (gint64));
      list->sorted = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (self->lists, list);
    }
  if (!read_people (self, database, error))
    return NULL;

  for (guint i = 0; i < self->lists->len; i++)
    finish_list (g_ptr_array_index (self->lists, i));
  return g_steal_pointer (&self);
}

/**
 * ty_person_lists_ref:
 * @self: lists
 *
 * Returns: (transfer full): the same
 */
TyPersonLists *
ty_person_lists_ref (TyPersonLists *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_person_lists_unref (TyPersonLists *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_ptr_array_unref (self->lists);
  g_free (self);
}

/**
 * ty_person_lists_get_n:
 * @self: lists
 *
 * Returns: how many there are
 */
guint
ty_person_lists_get_n (TyPersonLists *self)
{
  return self->lists->len;
}

/**
 * ty_person_lists_get:
 * @self: lists
 * @number: which, from 0, in their order
 *
 * Returns: (transfer none): the list
 */
const TyNamedList *
ty_person_lists_get (TyPersonLists *self,
                     guint          number)
{
  g_return_val_if_fail (number < self->lists->len, NULL);

  return g_ptr_array_index (self->lists, number);
}

/**
 * ty_person_lists_find:
 * @self: lists
 * @id: key of a list
 *
 * Returns: (transfer none) (nullable): the list
 */
const TyNamedList *
ty_person_lists_find (TyPersonLists *self,
                      gint64         id)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (ty_person_lists_get (self, i)->id == id)
      return ty_person_lists_get (self, i);

  return NULL;
}

/**
 * ty_person_lists_find_by_name:
 * @self: lists
 * @name: what it is called
 *
 * Returns: (transfer none) (nullable): the list
 */
const TyNamedList *
ty_person_lists_find_by_name (TyPersonLists *self,
                              const char    *name)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (strcmp (ty_person_lists_get (self, i)->name, name) == 0)
      return ty_person_lists_get (self, i);

  return NULL;
}
