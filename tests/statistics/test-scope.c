/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-scope"

#include "config.h"

#include "ty-action-log.h"
#include "ty-county.h"
#include "ty-date.h"
#include "ty-unit-table.h"

#include <glib/gstdio.h>
#include <string.h>

/* How a unit is named for the figures: by code, by key, or by names from the top. */

#define DAY ((TyDate){ 2021, 12, 31 })

typedef struct
{
  char *path;
  TyStore *store;
  gint64 county;
  gint64 yunling;
  gint64 shiquan;
  gint64 xiahe;        /* 云岭镇/下河村, with a code */
  gint64 dongshan_y;   /* 云岭镇/东山村 */
  gint64 dongshan_s;   /* 石泉镇/东山村 */
  gint64 closed;       /* 云岭镇/老河村, until 2021-10 */
} Fixture;

static gint64
add_unit (TyStore     *store,
          gint64       parent,
          const char  *name,
          const char  *code,
          const char  *until,
          GError     **error)
{
  g_autoptr(TyUnitState) state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  ty_record_set_integer (record, TY_UNIT_STATE_PARENT, parent);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, name);
  ty_record_set_text (record, TY_UNIT_STATE_CODE, code);
  ty_record_set_text (record, TY_UNIT_STATE_UNTIL_DATE, until);
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, "village");
  ty_record_set_text (record, TY_UNIT_STATE_KIND, "village");
  g_assert_true (ty_unit_table_add (store, state, error));
  return ty_record_get_integer (record, TY_UNIT_STATE_UNIT);
}

static gboolean
fill (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  Fixture *fixture = data;

  fixture->yunling = add_unit (store, fixture->county, "云岭镇", "990101101", NULL, error);
  fixture->shiquan = add_unit (store, fixture->county, "石泉镇", NULL, NULL, error);
  fixture->xiahe = add_unit (store, fixture->yunling, "下河村", "990101101201", NULL, error);
  fixture->dongshan_y = add_unit (store, fixture->yunling, "东山村", NULL, NULL, error);
  fixture->dongshan_s = add_unit (store, fixture->shiquan, "东山村", NULL, NULL, error);
  fixture->closed = add_unit (store, fixture->yunling, "老河村", "990101101209", "2021-10", error);
  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-scope-XXXXXX", NULL);
  TyActionSpec spec = { "tester", "unit.edit", NULL, 0 };
  g_autoptr(TyUnitState) root = NULL;
  g_autoptr(GError) error = NULL;

  fixture->path = g_build_filename (folder, "county.touyan", NULL);
  fixture->store = ty_county_create (fixture->path, "石城县", "990101", "tester", &error);
  g_assert_no_error (error);
  root = ty_unit_table_get_root (ty_store_get_database (fixture->store), &error);
  g_assert_no_error (error);
  fixture->county = ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);
  ty_store_run (fixture->store, &spec, fill, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  ty_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (fixture->path);
}

static void
assert_found (Fixture    *fixture,
              const char *name,
              gint64      unit)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", name);
  g_assert_cmpint (ty_unit_table_resolve (ty_store_get_database (fixture->store), name, DAY, &error),
                   ==, unit);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture      *fixture,
                const char   *name,
                TyStoreError  code,
                GError      **error)
{
  g_test_message ("%s", name);
  g_assert_cmpint (ty_unit_table_resolve (ty_store_get_database (fixture->store), name, DAY, error),
                   ==, 0);
  g_assert_error (*error, TY_STORE_ERROR, (int) code);
}

static void
test_found (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->dongshan_s);

  assert_found (fixture, "990101", fixture->county);
  assert_found (fixture, "990101101", fixture->yunling);
  assert_found (fixture, "990101101201", fixture->xiahe);
  assert_found (fixture, id, fixture->dongshan_s);
  assert_found (fixture, "石城县", fixture->county);
  assert_found (fixture, "石泉镇", fixture->shiquan);
  assert_found (fixture, "下河村", fixture->xiahe);
  assert_found (fixture, "云岭镇/下河村", fixture->xiahe);
  assert_found (fixture, "云岭镇/东山村", fixture->dongshan_y);
  assert_found (fixture, "石泉镇/东山村", fixture->dongshan_s);
  assert_found (fixture, "石城县/石泉镇/东山村", fixture->dongshan_s);
}

static void
test_ambiguous (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *one = g_strdup_printf ("云岭镇/东山村 (%" G_GINT64_FORMAT ")",
                                          fixture->dongshan_y);
  g_autofree char *other = g_strdup_printf ("石泉镇/东山村 (%" G_GINT64_FORMAT ")",
                                            fixture->dongshan_s);

  assert_refused (fixture, "东山村", TY_STORE_ERROR_CONSTRAINT, &error);
  g_assert_nonnull (strstr (error->message, "东山村"));
  g_assert_nonnull (strstr (error->message, one));
  g_assert_nonnull (strstr (error->message, other));
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const names[] = { "", "/", "西山村", "石泉镇/下河村", "石泉镇/云岭镇/下河村", "990102",
                                       "0", "-1", "12", "99999999999999999999", "云岭镇/",
                                       "下河村/云岭镇", "%", "老河村", "990101101209" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      assert_refused (fixture, names[i], TY_STORE_ERROR_NOT_FOUND, &error);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

/* A unit is looked for among those of the date. */
static void
test_date (Fixture       *fixture,
           gconstpointer  data)
{
  TyDatabase *database = ty_store_get_database (fixture->store);

  g_assert_cmpint (ty_unit_table_resolve (database, "老河村", (TyDate){ 2021, 9, 30 }, NULL), ==,
                   fixture->closed);
  g_assert_cmpint (ty_unit_table_resolve (database, "老河村", (TyDate){ 2021, 10, 1 }, NULL), ==, 0);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/scope/found", test_found);
  ADD ("/scope/ambiguous", test_ambiguous);
  ADD ("/scope/missing", test_missing);
  ADD ("/scope/date", test_date);
  return g_test_run ();
}
