/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-history.h"
#include "ty-test-model.h"

#include <string.h>

/* Random actions, undo, redo and undo of older ones, beside a model that knows nothing of SQLite:
 * rows as texts, an action as what became of which row. The model says before each step whether
 * it can succeed and what the tables hold afterwards. */

#define N_STEPS 300

typedef struct
{
  char *key;   /* (owned) */
  TyTestRow *before; /* (owned) (nullable) */
  TyTestRow *after;  /* (owned) (nullable) */
} Difference;

typedef struct
{
  gint64 seq;
  const char *kind;
  gboolean reverted;
  gint64 reverts;         /* or 0 */
  GPtrArray *differences; /* (owned) (element-type Difference) */
} Act;

typedef struct
{
  TyTestModel model;
  GPtrArray *acts; /* (owned) (element-type Act) */
  guint n_undone, n_redone, n_conflicts, n_older;
} Past;

static void
difference_free (gpointer data)
{
  Difference *difference = data;

  g_free (difference->key);
  ty_test_row_free (difference->before);
  ty_test_row_free (difference->after);
  g_free (difference);
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_ptr_array_unref (act->differences);
  g_free (act);
}

/* A new action: some random changes. */

typedef struct
{
  TyTestModel *model;
  GHashTable *before; /* key to TyTestRow: what the touched rows were */
} Writing;

static void
bind_part (TyStatement     *statement,
           const TyTestRow *row,
           gboolean         keys,
           int             *index)
{
  for (guint i = 0; row->table->columns[i].name != NULL; i++)
    if (ty_test_value_is_key (row->table->columns[i].kind) == keys)
      ty_statement_bind_text (statement, (*index)++, row->values[i]);
}

/* Writes a row as INSERT, UPDATE or DELETE; the model's own row says which. */
static void
write_row (Writing         *writing,
           TyStore         *store,
           const char      *key,
           const TyTestRow *row,
           const TyTestRow *new)
{
  const TyTestTable *table = (row != NULL ? row : new)->table;
  g_autoptr(GString) keys = g_string_new ("1"), sets = g_string_new (NULL);
  g_autoptr(GString) key_names = g_string_new (NULL), rest = g_string_new (NULL);
  g_autoptr(GString) marks = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr(TyStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  int index = 0;

  for (guint i = 0; table->columns[i].name != NULL; i++)
    {
      const char *name = table->columns[i].name;
      gboolean is = ty_test_value_is_key (table->columns[i].kind);

      g_string_append_printf (marks, "%s?", i > 0 ? ", " : "");
      g_string_append_printf (is ? key_names : rest, ", \"%s\"", name);
      if (is)
        g_string_append_printf (keys, " AND \"%s\" = ?", name);
      else
        g_string_append_printf (sets, "%s\"%s\" = ?", sets->len > 0 ? ", " : "", name);
    }
  if (row == NULL)
    sql = g_strdup_printf ("INSERT INTO \"%s\" (%s%s) VALUES (%s)", table->name, key_names->str + 2,
                           rest->str, marks->str);
  else if (new != NULL)
    sql = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE %s", table->name, sets->str, keys->str);
  else
    sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", table->name, keys->str);

  statement = ty_database_prepare (ty_store_get_database (store), sql, &error);
  g_assert_no_error (error);
  if (row != NULL && new != NULL)
    bind_part (statement, new, FALSE, &index);
  bind_part (statement, row != NULL ? row : new, TRUE, &index);
  if (row == NULL)
    bind_part (statement, new, FALSE, &index);
  ty_statement_run (statement, &error);
  g_assert_no_error (error);

  if (!g_hash_table_contains (writing->before, key))
    g_hash_table_insert (writing->before, g_strdup (key), ty_test_row_dup (row));
  ty_test_model_put (writing->model, key, new);
}

static void
insert_random (Writing           *writing,
               TyStore           *store,
               const TyTestTable *table)
{
  TyTestRow row = { table, { NULL } };
  g_autofree char *key = NULL;
  gboolean possible = TRUE;

  for (guint i = 0; table->columns[i].name != NULL; i++)
    {
      row.values[i] = ty_test_model_dup_value (writing->model, table->columns[i].kind);
      possible &= row.values[i] != NULL || !ty_test_value_is_key (table->columns[i].kind);
    }
  if (possible)
    {
      key = ty_test_row_dup_key (&row);
      if (!g_hash_table_contains (writing->model->rows, key))
        write_row (writing, store, key, NULL, &row);
    }
  for (guint i = 0; i < TY_TEST_MAX_COLUMNS; i++)
    g_free (row.values[i]);
}

static void
update_random (Writing           *writing,
               TyStore           *store,
               const TyTestTable *table)
{
  g_autofree char *key = NULL;
  TyTestRow *old = ty_test_row_dup (ty_test_model_pick (writing->model, table));
  TyTestRow *new = ty_test_row_dup (old);
  gboolean changeable = FALSE;

  for (guint i = 0; old != NULL && table->columns[i].name != NULL; i++)
    if (!ty_test_value_is_key (table->columns[i].kind))
      {
        changeable = TRUE;
        if (g_rand_int_range (writing->model->random, 0, 3) == 0)
          {
            g_free (new->values[i]);
            new->values[i] = ty_test_model_dup_value (writing->model, table->columns[i].kind);
          }
      }
  if (changeable)
    {
      key = ty_test_row_dup_key (old);
      write_row (writing, store, key, old, new);
    }
  ty_test_row_free (old);
  ty_test_row_free (new);
}

static void
delete_random (Writing           *writing,
               TyStore           *store,
               const TyTestTable *table)
{
  TyTestRow *old = ty_test_row_dup (ty_test_model_pick (writing->model, table));
  g_autofree char *key = NULL;

  if (old == NULL)
    return;
  key = ty_test_row_dup_key (old);
  g_hash_table_remove (writing->model->rows, key);
  if (ty_test_model_is_consistent (writing->model))
    {
      ty_test_model_put (writing->model, key, old);
      write_row (writing, store, key, old, NULL);
    }
  else
    ty_test_model_put (writing->model, key, old);
  ty_test_row_free (old);
}

/* Two people exchange their ID numbers, as after a mistake in the office's file. */
static void
swap_random (Writing *writing,
             TyStore *store)
{
  TyTestRow *first = ty_test_row_dup (ty_test_model_pick (writing->model, &ty_test_tables[0]));
  TyTestRow *second = ty_test_row_dup (ty_test_model_pick (writing->model, &ty_test_tables[0]));

  if (first != NULL && !ty_test_row_equal (first, second))
    {
      TyTestRow *new_first = ty_test_row_dup (first);
      TyTestRow *new_second = ty_test_row_dup (second);
      g_autofree char *first_key = ty_test_row_dup_key (first);
      g_autofree char *second_key = ty_test_row_dup_key (second);

      g_free (new_first->values[3]);
      g_free (new_second->values[3]);
      new_first->values[3] = g_strdup (second->values[3]);
      new_second->values[3] = g_strdup (first->values[3]);
      write_row (writing, store, first_key, first, new_first);
      write_row (writing, store, second_key, second, new_second);
      ty_test_row_free (new_first);
      ty_test_row_free (new_second);
    }
  ty_test_row_free (first);
  ty_test_row_free (second);
}

static gboolean
write_randomly (TyStore   *store,
                gpointer   data,
                GError   **error)
{
  Writing *writing = data;
  GRand *random = writing->model->random;
  int n_changes = g_rand_int_range (random, 1, 6);

  for (int i = 0; i < n_changes; i++)
    {
      const TyTestTable *table = &ty_test_tables[g_rand_int_range (random, 0, TY_TEST_N_TABLES)];

      switch (g_rand_int_range (random, 0, 8))
        {
        case 0:
        case 1:
        case 2:
          insert_random (writing, store, table);
          break;
        case 3:
        case 4:
        case 5:
          update_random (writing, store, table);
          break;
        case 6:
          delete_random (writing, store, table);
          break;
        default:
          swap_random (writing, store);
          break;
        }
    }
  return TRUE;
}

static Act *
act_new (gint64      seq,
         const char *kind)
{
  Act *act = g_new0 (Act, 1);

  act->seq = seq;
  act->kind = kind;
  act->differences = g_ptr_array_new_with_free_func (difference_free);
  return act;
}

static void
act_add (Act             *act,
         const char      *key,
         const TyTestRow *before,
         const TyTestRow *after)
{
  Difference *difference = g_new0 (Difference, 1);

  difference->key = g_strdup (key);
  difference->before = ty_test_row_dup (before);
  difference->after = ty_test_row_dup (after);
  g_ptr_array_add (act->differences, difference);
}

static void
step_write (Past *past)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ty_test_row_free);
  Writing writing = { &past->model, before };
  g_autoptr(GError) error = NULL;
  Act *act = act_new (0, "edit");
  GHashTableIter iter;
  gpointer key, value;

  ty_store_run (past->model.county->store, &spec, write_randomly, &writing, &error);
  g_assert_no_error (error);

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const TyTestRow *after = g_hash_table_lookup (past->model.rows, key);

      if (!ty_test_row_equal (value, after))
        act_add (act, key, value, after);
    }
  act->seq = spec.seq;
  if (act->differences->len > 0)
    {
      g_assert_cmpint (spec.seq, ==, (gint64) past->acts->len + 2);
      g_ptr_array_add (past->acts, act);
    }
  else
    {
      g_assert_cmpint (spec.seq, ==, 0);
      act_free (act);
    }
}

/* Undo and redo in the model. */

static Act *
find_act (Past   *past,
          gint64  seq)
{
  return seq > 1 ? g_ptr_array_index (past->acts, (guint) seq - 2) : NULL;
}

/* Which of the acts after one count: of an act, its undo, the undo of that, and so on, the first one if
 * they are odd, and none if they are even. */
static gboolean
counts_after (Past *past,
              Act  *act,
              Act  *target)
{
  guint length = 1;
  gint64 next = act->seq;

  if (act->reverts > target->seq)
    return FALSE; /* its first one speaks for all of them */
  for (guint i = 0; i < past->acts->len; i++)
    {
      Act *later = g_ptr_array_index (past->acts, i);

      if (later->reverts != next)
        continue;
      next = later->seq;
      length++;
    }
  return length % 2 == 1;
}

static gboolean
touches (Act        *act,
         const char *key)
{
  for (guint i = 0; i < act->differences->len; i++)
    if (strcmp (((Difference *) g_ptr_array_index (act->differences, i))->key, key) == 0)
      return TRUE;

  return FALSE;
}

#define PERSON_ID_NUMBER 3

static const char *
get_number (const TyTestRow *row)
{
  return row != NULL && row->table == &ty_test_tables[0] ? row->values[PERSON_ID_NUMBER] : NULL;
}

/* Whether an act gave an ID number to somebody who still has it. */
static gboolean
gave_number (Past       *past,
             Act        *act,
             const char *number)
{
  for (guint i = 0; i < act->differences->len; i++)
    {
      const Difference *difference = g_ptr_array_index (act->differences, i);
      const TyTestRow *now = g_hash_table_lookup (past->model.rows, difference->key);

      if (g_strcmp0 (get_number (difference->after), number) == 0
          && g_strcmp0 (get_number (difference->before), number) != 0
          && g_strcmp0 (get_number (now), number) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a later act that counts touched one of the rows, or gave away a number that would come
 * back. */
static gboolean
is_contradicted (Past *past,
                 Act  *target)
{
  for (guint i = 0; i < past->acts->len; i++)
    {
      Act *later = g_ptr_array_index (past->acts, i);

      if (later->seq <= target->seq || !counts_after (past, later, target))
        continue;
      for (guint j = 0; j < target->differences->len; j++)
        {
          const Difference *difference = g_ptr_array_index (target->differences, j);
          const char *number = get_number (difference->before);

          if (touches (later, difference->key))
            return TRUE;
          if (number != NULL && g_strcmp0 (number, get_number (difference->after)) != 0
              && gave_number (past, later, number))
            return TRUE;
        }
    }
  return FALSE;
}

/* Takes an act back in the model, or returns NULL and leaves it as it was. */
static Act *
past_revert (Past       *past,
             Act        *target,
             const char *kind)
{
  Act *act;

  if (is_contradicted (past, target))
    return NULL;

  act = act_new ((gint64) past->acts->len + 2, kind);
  act->reverts = target->seq;
  for (guint i = 0; i < target->differences->len; i++)
    {
      const Difference *difference = g_ptr_array_index (target->differences, i);
      const TyTestRow *now = g_hash_table_lookup (past->model.rows, difference->key);

      /* Since nobody touched it, the row is as the act left it. */
      g_assert_true (ty_test_row_equal (now, difference->after));
      act_add (act, difference->key, difference->after, difference->before);
      ty_test_model_put (&past->model, difference->key, difference->before);
    }
  if (ty_test_model_is_consistent (&past->model))
    return act;

  for (guint i = 0; i < act->differences->len; i++)
    {
      const Difference *difference = g_ptr_array_index (act->differences, i);

      ty_test_model_put (&past->model, difference->key, difference->before);
    }
  act_free (act);
  return NULL;
}

/* The reason ends with the number of a later action that can itself be taken back. */
static void
assert_names_later (Past       *past,
                    Act        *target,
                    const char *message)
{
  const char *number = g_strrstr (message, "number ");
  gint64 seq;

  g_assert_nonnull (number);
  seq = g_ascii_strtoll (number + strlen ("number "), NULL, 10);
  g_assert_cmpint (seq, >, target->seq);
  g_assert_cmpint (seq, <=, (gint64) past->acts->len + 1);
  g_assert_false (find_act (past, seq)->reverted);
}

static void
assert_reverted (Past     *past,
                 Act      *target,
                 Act      *act,
                 gboolean  done,
                 gint64    seq,
                 GError   *error)
{
  if (act == NULL)
    {
      g_assert_false (done);
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT);
      g_assert_cmpint (seq, ==, 0);
      assert_names_later (past, target, error->message);
      past->n_conflicts++;
      return;
    }
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpint (seq, ==, act->seq);
  target->reverted = TRUE;
  g_ptr_array_add (past->acts, act);
}

static Act *
find_last (Past     *past,
           gboolean  undo)
{
  for (guint i = past->acts->len; i > 0; i--)
    {
      Act *act = g_ptr_array_index (past->acts, i - 1);
      gboolean is_undo = strcmp (act->kind, "undo") == 0;

      if (!undo && strcmp (act->kind, "edit") == 0)
        return NULL;
      if (!act->reverted && is_undo != undo)
        return act;
    }
  return NULL;
}

static void
step_undo (Past *past)
{
  Act *target = find_last (past, TRUE);
  g_autoptr(GError) error = NULL;
  gint64 seq = 0;
  gboolean done = ty_store_undo (past->model.county->store, "tester", 0, &seq, &error);

  if (target == NULL)
    {
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);
      return;
    }
  assert_reverted (past, target, past_revert (past, target, "undo"), done, seq, error);
  past->n_undone += done;
}

static void
step_redo (Past *past)
{
  Act *target = find_last (past, FALSE);
  g_autoptr(GError) error = NULL;
  gint64 seq = 0;
  gboolean done = ty_store_redo (past->model.county->store, "tester", &seq, &error);

  if (target == NULL)
    {
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);
      return;
    }
  assert_reverted (past, target, past_revert (past, target, "redo"), done, seq, error);
  past->n_redone += done;
}

static void
assert_same_rows (GHashTable *first,
                  GHashTable *second)
{
  GHashTableIter iter;
  gpointer key, value;

  g_assert_cmpuint (g_hash_table_size (first), ==, g_hash_table_size (second));
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_assert_true (ty_test_row_equal (value, g_hash_table_lookup (second, key)));
}

/* The rows as they are when the acts are done once more from an empty file, without those that cancel
 * each other: what was taken back was never done. */
static void
assert_as_if_never_done (Past *past,
                         Act  *target,
                         Act  *undo)
{
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ty_test_row_free);
  Act start = { .seq = 0 };

  for (guint i = 0; i < past->acts->len; i++)
    {
      Act *act = g_ptr_array_index (past->acts, i);

      if (!counts_after (past, act, &start))
        continue;
      g_assert_true (act != target && act != undo);
      for (guint j = 0; j < act->differences->len; j++)
        {
          const Difference *difference = g_ptr_array_index (act->differences, j);

          if (difference->after != NULL)
            g_hash_table_replace (rows, g_strdup (difference->key), ty_test_row_dup (difference->after));
          else
            g_hash_table_remove (rows, difference->key);
        }
    }
  assert_same_rows (rows, past->model.rows);
}

static void
step_undo_older (Past *past)
{
  const char *kind;
  Act *target, *act;
  g_autoptr(GError) error = NULL;
  gint64 seq = 0;
  gboolean done;

  if (past->acts->len == 0)
    return;
  target = g_ptr_array_index (past->acts, g_rand_int_range (past->model.random, 0, (int) past->acts->len));
  done = ty_store_undo (past->model.county->store, "tester", target->seq, &seq, &error);
  if (target->reverted)
    {
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FINAL);
      return;
    }
  kind = strcmp (target->kind, "undo") == 0 ? "redo" : "undo";
  act = past_revert (past, target, kind);
  assert_reverted (past, target, act, done, seq, error);
  if (act != NULL)
    assert_as_if_never_done (past, target, act);
  past->n_older += done;
}

static void
step (Past *past)
{
  switch (g_rand_int_range (past->model.random, 0, 20))
    {
    case 0:
    case 1:
    case 2:
      step_undo (past);
      break;
    case 3:
    case 4:
      step_redo (past);
      break;
    case 5:
    case 6:
    case 7:
      step_undo_older (past);
      break;
    case 8:
      ty_test_county_reopen (past->model.county);
      break;
    default:
      step_write (past);
      break;
    }
}
static void
test_random (TyTestCounty  *county,
             gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  Past past = { { random, county, NULL }, NULL, 0, 0, 0, 0 };
  guint n_steps = g_getenv ("TY_SOAK") != NULL ? 10 * N_STEPS : N_STEPS;

  past.model.rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ty_test_row_free);
  past.acts = g_ptr_array_new_with_free_func (act_free);
  for (guint i = 0; i < n_steps; i++)
    {
      step (&past);
      ty_test_model_assert_store (&past.model);
    }
  ty_test_county_assert_sound (county->store);
  ty_test_model_assert_ends_empty (county);

  /* The test means something only if it met everything. */
  g_test_message ("%u acts, %u undone, %u redone, %u older ones undone, %u conflicts",
                  past.acts->len, past.n_undone, past.n_redone, past.n_older, past.n_conflicts);
  g_assert_cmpuint (past.n_undone, >, 0);
  g_assert_cmpuint (past.n_redone, >, 0);
  g_assert_cmpuint (past.n_older, >, 0);
  g_assert_cmpuint (past.n_conflicts, >, 0);
  g_ptr_array_unref (past.acts);
  g_hash_table_unref (past.model.rows);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/random/history", test_random);
  return g_test_run ();
}
