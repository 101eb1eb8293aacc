/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-test-county.h"

#include <string.h>

/* touyan-cli history and touyan-cli undo --action, as they are typed. */

typedef struct
{
  TyTestCounty county;
  gint64 added, phoned, other; /* one person added and edited, another one added between */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ty_test_county_set_up (&fixture->county, data);
  fixture->added = ty_test_county_add (fixture->county.store, "张晓明");
  fixture->other = ty_test_county_add (fixture->county.store, "韩国华");
  fixture->phoned = ty_test_county_set_phone (fixture->county.store, "张晓明", "19900001111");
  g_clear_object (&fixture->county.store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_county_tear_down (&fixture->county, data);
}

static int
undo (Fixture  *fixture,
      gint64    action,
      char    **errors)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, action);

  return ty_test_cli_run (fixture->county.folder, NULL, errors, "undo", fixture->county.path,
                          "--action", number, "--user", "tester", NULL);
}

static void
assert_good (Fixture *fixture)
{
  g_assert_cmpint (ty_test_cli_run (fixture->county.folder, NULL, NULL, "check",
                                    fixture->county.path, NULL), ==, 0);
}

/* The reason names the later action, and nothing is changed; once that is gone, it can be taken back. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *reason = NULL;
  g_autofree char *number = g_strdup_printf ("number %d.", (int) fixture->phoned);

  g_assert_cmpint (undo (fixture, fixture->added, &reason), !=, 0);
  g_assert_nonnull (strstr (reason, "a later action changed the same records"));
  g_assert_nonnull (strstr (reason, number));
  assert_good (fixture);

  g_assert_cmpint (undo (fixture, fixture->other, NULL), ==, 0);
  g_assert_cmpint (undo (fixture, fixture->phoned, NULL), ==, 0);
  g_assert_cmpint (undo (fixture, fixture->added, NULL), ==, 0);
  assert_good (fixture);
  g_assert_cmpint (undo (fixture, fixture->added, NULL), !=, 0);
}

static guint
count_lines (Fixture    *fixture,
             const char *option,
             const char *value)
{
  g_autofree char *output = NULL;
  guint n = 0;

  g_assert_cmpint (ty_test_cli_run (fixture->county.folder, &output, NULL, "history", "--brief",
                                    fixture->county.path, option, value, NULL), ==, 0);
  for (const char *p = output; (p = strchr (p, '\n')) != NULL; p++)
    n++;
  return n;
}

/* Also of somebody whose record is gone. */
static void
test_asked (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *errors = NULL;

  g_assert_cmpuint (count_lines (fixture, "--search", "張曉明"), ==, 2);
  g_assert_cmpuint (count_lines (fixture, "--search", "国华"), ==, 1);
  g_assert_cmpint (undo (fixture, fixture->other, NULL), ==, 0);
  g_assert_cmpuint (count_lines (fixture, "--search", "国华"), ==, 2);
  g_assert_cmpuint (count_lines (fixture, "--by", "tester"), ==, 5);
  g_assert_cmpuint (count_lines (fixture, "--kind", "undo"), ==, 1);
  g_assert_cmpuint (count_lines (fixture, "--until", "2020-12-31"), ==, 0);
  g_assert_cmpint (ty_test_cli_run (fixture->county.folder, NULL, &errors, "history",
                                    fixture->county.path, "--from", "2020", NULL), !=, 0);
  g_assert_nonnull (strstr (errors, "2021-12-31"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-history/chosen", Fixture, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/cli-history/asked", Fixture, NULL, set_up, test_asked, tear_down);
  return g_test_run ();
}
