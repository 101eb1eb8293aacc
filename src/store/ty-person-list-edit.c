/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-list-edit"

#include "config.h"

#include "ty-person-list-edit.h"

#include "ty-action-log.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-person-list-table.h"
#include "ty-person.h"
#include "ty-table.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* Named lists put together by hand. Each edit is one action, whose label has the name of the list and
 * how many people it is about. */

typedef struct
{
  TyActionSpec spec;
  const TyPersonListEdit *edit;
  TyRecord *list;            /* (unowned) (nullable): as it shall be */
  gint64 key;                /* of the list */
  TyPersonListChange change;
  char *detail;              /* (owned) (nullable) */
} Run;

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                       _("The list is no longer there. It was removed or its making was undone."));
  return FALSE;
}

static void
set_detail (Run        *run,
            const char *name)
{
  g_autofree char *people = g_strdup_printf ("%u", run->change.n_people);

  g_free (run->detail);
  run->detail = ty_action_detail_new ("list", name, "people", people,
                                       run->edit->by != NULL ? "by" : NULL, run->edit->by, NULL);
  run->spec.detail = run->detail;
}

static TyRecord *
find_list (GPtrArray *lists,
           gint64     key)
{
  for (guint i = 0; i < lists->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (lists, i), TY_PERSON_LIST_ID) == key)
      return g_ptr_array_index (lists, i);

  return NULL;
}

/* Which list is meant, and what its action is called. */
static TyRecord *
get_list (Run         *run,
          TyDatabase  *database,
          GError     **error)
{
  g_autoptr(GPtrArray) lists = ty_person_list_table_list_all (database, error);
  TyRecord *list = lists != NULL ? find_list (lists, run->key) : NULL;

  if (lists != NULL && list == NULL)
    fail_gone (error);
  return list != NULL ? g_object_ref (list) : NULL;
}

/* A list is asked for by its name, on a command line too. */
static gboolean
check_list (TyDatabase  *database,
            TyRecord    *list,
            GPtrArray  **lists,
            GError     **error)
{
  const char *name = ty_record_get_text (list, TY_PERSON_LIST_NAME);

  *lists = ty_person_list_table_list_all (database, error);
  if (*lists == NULL)
    return FALSE;

  for (guint i = 0; i < (*lists)->len; i++)
    {
      TyRecord *other = g_ptr_array_index (*lists, i);

      if (ty_record_get_integer (other, TY_PERSON_LIST_ID)
            == ty_record_get_integer (list, TY_PERSON_LIST_ID)
          || g_strcmp0 (ty_record_get_text (other, TY_PERSON_LIST_NAME), name) != 0)
        continue;
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                   _("%s: another list is called “%s” already."),
                   _(ty_person_list_info.fields[TY_PERSON_LIST_NAME].label), name);
      return FALSE;
    }
  return TRUE;
}

/* Blanks inside of a name are part of it, other than in names of people. */
static gboolean
clean_list (TyRecord  *list,
            GError   **error)
{
  static const guint fields[] = { TY_PERSON_LIST_NAME, TY_PERSON_LIST_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = ty_record_get_text (list, fields[i]);
      g_autofree char *clean = text != NULL ? ty_text_clean (text) : NULL;

      ty_record_set_text (list, fields[i], clean != NULL && *clean != '\0' ? clean : NULL);
    }
  return ty_entry_check (list, ty_date_today (), error);
}

/* The rows of a list, each with the person for whom it stands: who was merged is on the list as the
 * other one. */
typedef struct
{
  GPtrArray *rows;     /* (owned) (element-type TyPersonListMember): in their order */
  GHashTable *merged;  /* (owned): key of a merged person to that of the other */
} Members;

static void
members_clear (Members *members)
{
  g_clear_pointer (&members->rows, g_ptr_array_unref);
  g_clear_pointer (&members->merged, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Members, members_clear)

static gint64 *
dup_key (gint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

static gboolean
read_members (Members     *members,
              TyDatabase  *database,
              gint64       list,
              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_person_list_table_select_merged (database, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  members->merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  ty_statement_bind_int (statement, 0, list);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_hash_table_insert (members->merged, dup_key (ty_statement_get_int (statement, 0)),
                         dup_key (ty_statement_get_int (statement, 2)));
  if (step == TY_STEP_ERROR)
    return FALSE;

  members->rows = ty_person_list_table_list_members (database, list, error);
  return members->rows != NULL;
}

static gint64
get_person (const Members *members,
            TyRecord      *row)
{
  gint64 person = ty_record_get_integer (row, TY_PERSON_LIST_MEMBER_PERSON);
  const gint64 *other = g_hash_table_lookup (members->merged, &person);

  return other != NULL ? *other : person;
}

static GHashTable *
make_set (const gint64 *people,
          guint         n_people)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_people; i++)
    g_hash_table_add (set, (gpointer) &people[i]);
  return set;
}

static gboolean
is_in (GHashTable *set,
       gint64      person)
{
  return g_hash_table_contains (set, &person);
}

/* Writes the positions of those only that stand elsewhere than before. */
static gboolean
write_order (TyDatabase  *database,
             GPtrArray   *rows,
             GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (ty_record_get_integer (row, TY_PERSON_LIST_MEMBER_POSITION) == i + 1)
        continue;
      ty_record_set_integer (row, TY_PERSON_LIST_MEMBER_POSITION, i + 1);
      if (!ty_table_update (database, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_person (TyDatabase  *database,
           gint64       person,
           GError     **error)
{
  g_autoptr(GPtrArray) people = ty_table_list_of (database, &ty_person_info, "id", person, error);

  if (people != NULL && people->len == 0)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                         _("Somebody of those who were chosen is no longer in the file. Choose again."));
  return people != NULL && people->len > 0;
}

static gboolean
append_people (Run         *run,
               TyDatabase  *database,
               gint64       list,
               GError     **error)
{
  g_auto(Members) members = { 0 };
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 position = 0;

  if (!read_members (&members, database, list, error))
    return FALSE;
  for (guint i = 0; i < members.rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (members.rows, i);

      position = MAX (position, ty_record_get_integer (row, TY_PERSON_LIST_MEMBER_POSITION));
      g_hash_table_add (known, dup_key (get_person (&members, row)));
    }
  for (guint i = 0; i < run->edit->n_people; i++)
    {
      g_autoptr(TyRecord) row = TY_RECORD (ty_person_list_member_new ());

      if (!g_hash_table_add (known, dup_key (run->edit->people[i])))
        continue;
      ty_record_set_integer (row, TY_PERSON_LIST_MEMBER_LIST, list);
      ty_record_set_integer (row, TY_PERSON_LIST_MEMBER_PERSON, run->edit->people[i]);
      ty_record_set_integer (row, TY_PERSON_LIST_MEMBER_POSITION, ++position);
      if (!is_person (database, run->edit->people[i], error) || !ty_table_insert (database, row, error))
        return FALSE;
      run->change.n_people++;
    }
  return TRUE;
}

static gboolean
add_list (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) lists = NULL;
  gint64 position = 0;

  if (!check_list (database, run->list, &lists, error))
    return FALSE;
  for (guint i = 0; i < lists->len; i++)
    position = MAX (position, ty_record_get_integer (g_ptr_array_index (lists, i),
                                                     TY_PERSON_LIST_POSITION));
  run->change.list = ty_store_mint_id (store);
  ty_record_set_integer (run->list, TY_PERSON_LIST_ID, run->change.list);
  ty_record_set_integer (run->list, TY_PERSON_LIST_POSITION, position + 1);
  if (!ty_table_insert (database, run->list, error)
      || !append_people (run, database, run->change.list, error))
    return FALSE;

  set_detail (run, ty_record_get_text (run->list, TY_PERSON_LIST_NAME));
  return TRUE;
}

static gboolean
change_list (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) lists = NULL;
  TyRecord *now;

  if (!check_list (database, run->list, &lists, error))
    return FALSE;
  now = find_list (lists, run->key);
  if (now == NULL)
    return fail_gone (error);
  /* Its place among the lists is no matter of the form. */
  if (g_strcmp0 (ty_record_get_text (now, TY_PERSON_LIST_NAME),
                 ty_record_get_text (TY_RECORD (run->edit->stored), TY_PERSON_LIST_NAME)) != 0
      || g_strcmp0 (ty_record_get_text (now, TY_PERSON_LIST_NOTE),
                    ty_record_get_text (TY_RECORD (run->edit->stored), TY_PERSON_LIST_NOTE)) != 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("The record was changed meanwhile. Close the form, look at it and edit "
                             "it again."));
      return FALSE;
    }
  ty_record_set_integer (run->list, TY_PERSON_LIST_POSITION,
                         ty_record_get_integer (now, TY_PERSON_LIST_POSITION));
  set_detail (run, ty_record_get_text (run->list, TY_PERSON_LIST_NAME));
  return ty_table_update (database, run->list, error);
}

static gboolean
delete_rows (TyDatabase  *database,
             GPtrArray   *rows,
             GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!ty_table_delete (database, g_ptr_array_index (rows, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
remove_list (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) list = get_list (run, database, error);
  g_autoptr(GPtrArray) rows = NULL;

  if (list == NULL)
    return FALSE;
  rows = ty_person_list_table_list_members (database, run->key, error);
  if (rows == NULL || !delete_rows (database, rows, error))
    return FALSE;

  run->change.n_people = rows->len;
  set_detail (run, ty_record_get_text (list, TY_PERSON_LIST_NAME));
  return ty_table_delete (database, list, error);
}

/* The lists change places; their numbers are those that were there. */
static gboolean
move_list (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) lists = ty_person_list_table_list_all (database, error);
  TyRecord *list = lists != NULL ? find_list (lists, run->key) : NULL;
  guint place;
  int to;

  if (lists == NULL)
    return FALSE;
  if (list == NULL || !g_ptr_array_find (lists, list, &place))
    return fail_gone (error);

  to = CLAMP ((int) place + run->edit->step, 0, (int) lists->len - 1);
  g_ptr_array_insert (lists, to, g_object_ref (list));
  g_ptr_array_remove_index (lists, to <= (int) place ? place + 1 : place);
  set_detail (run, ty_record_get_text (list, TY_PERSON_LIST_NAME));
  for (guint i = 0; i < lists->len; i++)
    {
      TyRecord *other = g_ptr_array_index (lists, i);

      if (ty_record_get_integer (other, TY_PERSON_LIST_POSITION) == i + 1)
        continue;
      ty_record_set_integer (other, TY_PERSON_LIST_POSITION, i + 1);
      if (!ty_table_update (database, other, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_people (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) list = get_list (run, database, error);

  if (list == NULL || !append_people (run, database, run->key, error))
    return FALSE;

  set_detail (run, ty_record_get_text (list, TY_PERSON_LIST_NAME));
  return TRUE;
}

static gboolean
take_people (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) list = get_list (run, database, error);
  g_autoptr(GHashTable) people = make_set (run->edit->people, run->edit->n_people);
  g_auto(Members) members = { 0 };

  if (list == NULL || !read_members (&members, database, run->key, error))
    return FALSE;
  for (guint i = 0; i < members.rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (members.rows, i);

      if (!is_in (people, get_person (&members, row)))
        continue;
      if (!ty_table_delete (database, row, error))
        return FALSE;
      run->change.n_people++;
    }
  set_detail (run, ty_record_get_text (list, TY_PERSON_LIST_NAME));
  return TRUE;
}

static void
move_rows (GPtrArray  *from,
           Members    *members,
           GHashTable *people,
           GPtrArray  *to)
{
  for (guint i = 0; i < from->len; i++)
    if (is_in (people, get_person (members, g_ptr_array_index (from, i))))
      g_ptr_array_add (to, g_ptr_array_index (from, i));
}

/* They keep their order among themselves. */
static gboolean
place_people (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) list = get_list (run, database, error);
  g_autoptr(GHashTable) people = make_set (run->edit->people, run->edit->n_people);
  g_auto(Members) members = { 0 };
  g_autoptr(GPtrArray) ordered = g_ptr_array_new ();
  gboolean placed = FALSE;

  if (list == NULL || !read_members (&members, database, run->key, error))
    return FALSE;
  for (guint i = 0; i < members.rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (members.rows, i);
      gint64 person = get_person (&members, row);

      if (person == run->edit->before && !placed)
        {
          move_rows (members.rows, &members, people, ordered);
          placed = TRUE;
        }
      if (!is_in (people, person))
        g_ptr_array_add (ordered, row);
    }
  if (!placed)
    move_rows (members.rows, &members, people, ordered);
  run->change.n_people = run->edit->n_people;
  set_detail (run, ty_record_get_text (list, TY_PERSON_LIST_NAME));
  return write_order (database, ordered, error);
}

typedef struct
{
  GHashTable *places;
  const Members *members;
} Sorting;

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Sorting *sorting = user_data;
  gint64 first = get_person (sorting->members, *(TyRecord *const *) a);
  gint64 second = get_person (sorting->members, *(TyRecord *const *) b);
  guint first_place = GPOINTER_TO_UINT (g_hash_table_lookup (sorting->places, &first));
  guint second_place = GPOINTER_TO_UINT (g_hash_table_lookup (sorting->places, &second));

  /* Whom the order does not know comes last. */
  return (first_place - 1 > second_place - 1) - (first_place - 1 < second_place - 1);
}

static gboolean
sort_people (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  Run *run = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) list = get_list (run, database, error);
  g_autoptr(GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto(Members) members = { 0 };
  Sorting sorting = { places, &members };

  if (list == NULL || !read_members (&members, database, run->key, error))
    return FALSE;
  for (guint i = 0; i < run->edit->n_people; i++)
    g_hash_table_insert (places, (gpointer) &run->edit->people[i], GUINT_TO_POINTER (i + 1));
  g_ptr_array_sort_with_data (members.rows, compare_places, &sorting);
  run->change.n_people = members.rows->len;
  set_detail (run, ty_record_get_text (list, TY_PERSON_LIST_NAME));
  return write_order (database, members.rows, error);
}

static const struct
{
  const char *kind;
  TyActionFunc func;
} ops[] = {
  [TY_PERSON_LIST_ADD] = { "list.add", add_list },
  [TY_PERSON_LIST_CHANGE] = { "list.edit", change_list },
  [TY_PERSON_LIST_REMOVE] = { "list.remove", remove_list },
  [TY_PERSON_LIST_MOVE] = { "list.move", move_list },
  [TY_PERSON_LIST_PUT] = { "list.put", put_people },
  [TY_PERSON_LIST_TAKE] = { "list.take", take_people },
  [TY_PERSON_LIST_PLACE] = { "list.place", place_people },
  [TY_PERSON_LIST_SORT] = { "list.sort", sort_people },
};

/**
 * ty_person_list_edit_run:
 * @store: a store that writes
 * @user: who edits
 * @edit: what is done; a new or changed list is cleaned, and a new one gets a key and a place behind the
 *   others
 * @change: (out) (optional): what was done
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`, also where the list was
 *   changed since it was read, or is gone
 *
 * Edits a named list, as one action. Nobody is ever added to the file or removed from it. Two lists
 * cannot have one name.
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_person_list_edit_run (TyStore                 *store,
                         const char              *user,
                         const TyPersonListEdit  *edit,
                         TyPersonListChange      *change,
                         GError                 **error)
{
  Run run = { .spec = { user, ops[edit->op].kind, NULL, 0 }, .edit = edit };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (edit->op != TY_PERSON_LIST_ADD || edit->list != NULL, FALSE);
  g_return_val_if_fail (edit->op != TY_PERSON_LIST_CHANGE || (edit->list != NULL && edit->stored != NULL),
                        FALSE);

  run.list = TY_RECORD (edit->list);
  run.key = edit->op == TY_PERSON_LIST_CHANGE ? ty_record_get_integer (run.list, TY_PERSON_LIST_ID)
                                              : edit->key;
  if (run.list != NULL && !clean_list (run.list, error))
    return FALSE;

  run.change.list = run.key;
  done = ty_store_run (store, &run.spec, ops[edit->op].func, &run, error);
  run.change.seq = run.spec.seq;
  if (change != NULL)
    *change = run.change;
  g_free (run.detail);
  return done;
}
