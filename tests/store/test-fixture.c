/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-figures.h"
#include "ty-history.h"
#include "ty-test-county.h"

#include <glib/gstdio.h>
#include <string.h>

/* A county file of each version of the schema, as tests/data/fixtures/make-fixture.sh made it: it
 * opens, its history is whole and can be taken back, and its figures are what they were. */

#define N_VERSIONS 1

typedef struct
{
  char *folder;
  char *path;
  char *figures; /* as they were printed when the file was made */
  TyStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *stem = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "fixtures",
                                            data, NULL);
  g_autofree char *source = g_strconcat (stem, ".touyan", NULL);
  g_autofree char *figures = g_strconcat (stem, ".json", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  size_t length;

  g_assert_true (g_file_get_contents (source, &bytes, &length, &error));
  g_assert_true (g_file_get_contents (figures, &self->figures, NULL, &error));
  self->folder = g_dir_make_tmp ("touyan-test-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "石城县.touyan", NULL);
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, &error));
  self->store = ty_store_open (self->path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->store);
  ty_test_remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->figures);
}

static void
assert_figures (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFigures) figures = ty_figures_load (ty_store_get_database (self->store),
                                                  ty_date_new (2022, 1, 1), 0, 2021, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  json = ty_figures_to_json (figures);
  g_assert_cmpstr (json, ==, g_strstrip (self->figures));
}

static gint64
count (Fixture    *self,
       const char *what)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM ", what, NULL);

  return ty_test_county_count (self->store, sql);
}

static void
undo (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  ty_store_undo (self->store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
}

static void
test_opens (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) actions = ty_history_list (ty_store_get_database (self->store), 0, 100, NULL);
  static const char *const kinds[] = {
    "person.edit", "roster.import", "undo", "person.edit", "roster.import", "create",
  };

  ty_test_county_assert_sound (self->store);
  assert_figures (self);
  g_assert_cmpint (count (self, "person"), ==, 35);
  g_assert_cmpuint (actions->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < actions->len; i++)
    {
      TyAction *action = g_ptr_array_index (actions, i);
      g_autofree char *label = ty_action_dup_label (action);

      g_assert_cmpstr (ty_action_get_kind (action), ==, kinds[i]);
      g_assert_cmpstr (ty_action_get_user (action), ==, "fixture");
      g_assert_cmpuint (strlen (label), >, 0);
    }
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *content = ty_test_county_dup_content (self->store);
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (count (self, "person WHERE phone = '19900000002'"), ==, 1);
  undo (self);
  g_assert_cmpint (count (self, "person WHERE phone IS NOT NULL"), ==, 0);
  undo (self);
  g_assert_cmpint (count (self, "person"), ==, 28);
  g_assert_cmpint (count (self, "term"), ==, 0);
  undo (self);
  g_assert_cmpint (count (self, "person"), ==, 0);
  g_assert_cmpint (count (self, "unit"), ==, 1);
  g_assert_false (ty_store_undo (self->store, "tester", 0, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  for (int i = 0; i < 3; i++)
    {
      ty_store_redo (self->store, "tester", NULL, &error);
      g_assert_no_error (error);
    }
  again = ty_test_county_dup_content (self->store);
  g_assert_cmpstr (again, ==, content);
  assert_figures (self);
  ty_test_county_assert_sound (self->store);
}

/* It was made elsewhere: what is written here is written by a writer of its own. */
static void
test_written_on (Fixture       *self,
                 gconstpointer  data)
{
  ty_test_county_add (self->store, "新来的");
  g_assert_cmpint (count (self, "person"), ==, 36);
  ty_test_county_assert_sound (self->store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i <= N_VERSIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("v%d", i);
      const char *version = g_intern_string (name);
      g_autofree char *opens = g_strdup_printf ("/fixture/%s/opens", name);
      g_autofree char *undoes = g_strdup_printf ("/fixture/%s/undo", name);
      g_autofree char *writes = g_strdup_printf ("/fixture/%s/written-on", name);

      g_test_add (opens, Fixture, version, set_up, test_opens, tear_down);
      g_test_add (undoes, Fixture, version, set_up, test_undo, tear_down);
      g_test_add (writes, Fixture, version, set_up, test_written_on, tear_down);
    }
  return g_test_run ();
}
