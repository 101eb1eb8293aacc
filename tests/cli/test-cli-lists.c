/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-person-list-edit.h"
#include "ty-test-county.h"

#include <string.h>

/* The named lists on the command line. */

static gint64
make_list (TyStore      *store,
           const char   *name,
           const gint64 *people,
           guint         n_people)
{
  g_autoptr(TyPersonList) list = ty_person_list_new ();
  const TyPersonListEdit edit = { .op = TY_PERSON_LIST_ADD, .list = list, .people = people,
                                  .n_people = n_people };
  TyPersonListChange change;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, name);
  ty_person_list_edit_run (store, "tester", &edit, &change, &error);
  g_assert_no_error (error);
  return change.list;
}

static void
test_lists (TyTestCounty  *county,
            gconstpointer  data)
{
  static const char *const names[] = { "曾小明", "丁一", "王建国" };
  gint64 people[G_N_ELEMENTS (names)];
  g_autofree char *filter = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  const char *first, *second;
  gint64 list;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ty_test_county_add (county->store, names[i]);
      people[i] = ty_test_county_count (county->store, "SELECT max(id) FROM person");
    }
  list = make_list (county->store, "换届考察对象", people, 3);
  make_list (county->store, "空", NULL, 0);
  g_assert_cmpint (ty_test_cli_run (county->folder, &output, &errors, "lists", county->path, "--json", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (output, "换届考察对象"));
  g_assert_nonnull (strstr (output, "\"people\" : 3"));
  g_assert_nonnull (strstr (output, "\"people\" : 0"));

  /* As a condition among others: those on it, and everybody else. */
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&output, g_free);
      g_clear_pointer (&errors, g_free);
      g_free (filter);
      filter = g_strdup_printf ("%s{\"test\":\"list\",\"how\":\"is\",\"values\":[\"%" G_GINT64_FORMAT "\"]}%s",
                                i == 0 ? "" : "{\"not\":", list, i == 0 ? "" : "}");
      g_assert_cmpint (ty_test_cli_run (county->folder, &output, &errors, "list", county->path, "--who",
                                        "everybody", "--filter", filter, NULL), ==, 0);
      g_assert_true ((strstr (output, "曾小明") != NULL) == (i == 0));
      g_assert_true ((strstr (output, "王建国") != NULL) == (i == 0));
    }

  /* In the order of the list, though nobody of it has a post; in another one where that is asked for. */
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (ty_test_cli_run (county->folder, &output, &errors, "list", county->path, "--on-list",
                                    "换届考察对象", NULL), ==, 0);
  first = strstr (output, "曾小明");
  second = strstr (output, "丁一");
  g_assert_true (first != NULL && second > first && strstr (output, "王建国") > second);
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (ty_test_cli_run (county->folder, &output, &errors, "list", county->path, "--on-list",
                                    "换届考察对象", "--sort", "strokes", NULL), ==, 0);
  g_assert_true (strstr (output, "丁一") < strstr (output, "王建国")
                 && strstr (output, "王建国") < strstr (output, "曾小明"));

  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (ty_test_cli_run (county->folder, &output, &errors, "list", county->path, "--on-list", "无",
                                    NULL), ==, 2);
  g_assert_nonnull (strstr (errors, "换届考察对象"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TY_TEST_ADD ("/cli/lists", test_lists);

  return g_test_run ();
}
