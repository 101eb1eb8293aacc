/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-changeset-guard.h"
#include "ty-changeset.h"
#include "ty-history.h"
#include "ty-test-county.h"

/* The changesets of a history with inserts, updates and deletions. */
static GPtrArray *
load_changesets (TyTestCounty *county)
{
  TyDatabase *database = ty_store_get_database (county->store);
  GPtrArray *changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) actions = NULL;

  ty_test_county_add (county->store, "甲");
  ty_test_county_set_phone (county->store, "甲", "19900000001");
  g_assert_true (ty_store_undo (county->store, "tester", 0, NULL, NULL));
  g_assert_true (ty_store_undo (county->store, "tester", 0, NULL, NULL));

  actions = ty_history_list (database, 0, 4, NULL);
  for (guint i = 0; i < actions->len; i++)
    g_ptr_array_add (changesets,
                     ty_history_load_changeset (database,
                                                ty_action_get_seq (g_ptr_array_index (actions, i)),
                                                NULL, NULL));
  g_assert_cmpuint (changesets->len, ==, 4);
  return changesets;
}

/* Reads and inverts bytes in memory of just their length, so that reading beyond it is seen. */
static void
try_bytes (gconstpointer data,
           size_t        length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(GPtrArray) changes = ty_changeset_decode (bytes, NULL);
  g_autoptr(GBytes) inverse = ty_changeset_invert (bytes, NULL);

  if (!ty_changeset_guard_check (bytes))
    {
      g_assert_null (changes);
      g_assert_null (inverse);
    }
  else
    g_assert_nonnull (changes);
}

static void
test_sound (TyTestCounty  *county,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) changesets = load_changesets (county);
  g_autoptr(GBytes) first = ty_history_load_changeset (ty_store_get_database (county->store), 1, NULL,
                                                       NULL);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);

  for (guint i = 0; i < changesets->len; i++)
    g_assert_true (ty_changeset_guard_check (g_ptr_array_index (changesets, i)));
  g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
  g_assert_true (ty_changeset_guard_check (first));
  g_assert_true (ty_changeset_guard_check (nothing));
}

static void
test_cut_off (TyTestCounty  *county,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) changesets = load_changesets (county);

  for (guint i = 0; i < changesets->len; i++)
    {
      size_t length;
      const guint8 *bytes = g_bytes_get_data (g_ptr_array_index (changesets, i), &length);
      guint n_good = 0;

      for (size_t cut = 1; cut < length; cut++)
        {
          g_autoptr(GBytes) part = g_bytes_new (bytes, cut);

          try_bytes (bytes, cut);
          n_good += ty_changeset_guard_check (part);
        }
      /* The head of the table alone is a changeset of nothing. */
      g_assert_cmpuint (n_good, <=, 1);
    }
}

static void
test_flipped (TyTestCounty  *county,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) changesets = load_changesets (county);

  for (guint i = 0; i < changesets->len; i++)
    {
      size_t length;
      gconstpointer bytes = g_bytes_get_data (g_ptr_array_index (changesets, i), &length);
      g_autofree guint8 *copy = g_memdup2 (bytes, length);

      for (size_t place = 0; place < length; place++)
        for (guint value = 0; value < 256; value++)
          {
            guint8 before = copy[place];

            copy[place] = (guint8) value;
            try_bytes (copy, length);
            copy[place] = before;
          }
    }
}

/* Lengths that a varint can say and no memory holds. */
static void
test_lengths (TyTestCounty  *county,
              gconstpointer  data)
{
  static const guint8 huge[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  static const guint8 head[] = { 'T', 2, 1, 1, 'b', 'a', 'c', 'k', 'g', 'r', 'o', 'u', 'n', 'd', 0, 18,
                                 0, 1, 0, 0, 0, 0, 0, 0, 0, 7, 3 };
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GBytes) good = NULL;
  g_autoptr(GBytes) bad = NULL;

  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) "\x03" "abc", 4);
  good = g_bytes_new (bytes->data, bytes->len);
  g_assert_true (ty_changeset_guard_check (good));

  g_byte_array_set_size (bytes, sizeof head);
  g_byte_array_append (bytes, huge, sizeof huge);
  bad = g_bytes_new (bytes->data, bytes->len);
  g_assert_false (ty_changeset_guard_check (bad));
  try_bytes (bytes->data, bytes->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/changeset/sound", test_sound);
  TY_TEST_ADD ("/changeset/cut-off", test_cut_off);
  TY_TEST_ADD ("/changeset/flipped", test_flipped);
  TY_TEST_ADD ("/changeset/lengths", test_lengths);
  return g_test_run ();
}
