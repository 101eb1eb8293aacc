/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-bulk-run.h"
#include "ty-check.h"
#include "ty-content-hash.h"
#include "ty-county.h"
#include "ty-history.h"
#include "ty-id-number.h"
#include "ty-model.h"
#include "ty-sample.h"
#include "ty-test-county.h"
#include "ty-unit-table.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define N_VILLAGES 2400

/* A question to the file, and what the answer may be. */
typedef struct
{
  const char *what;
  const char *sql;
  gint64 least;
  gint64 most;
} Count;

#define ELECTED(t) "substr(" t ".post, 1, 1) IN ('D', 'C', 'J')"
#define PAIR "appointment a JOIN appointment b ON a.person = b.person AND a.unit = b.unit"
#define AGE "(202112 - substr(birth, 1, 4) * 100 - substr(birth, 6, 2)) / 100"
#define PERCENT(what, of) "SELECT 100 * (SELECT count(*) FROM " what ") / (SELECT count(*) FROM " of ")"

static char *folder;

static gboolean
try_sample (const char       *name,
            TySampleOptions  *options,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return ty_sample_create (path, options, "tester", cancellable, error);
}

static TyStore *
make_sample (const char *name,
             guint       n_villages,
             guint32     seed)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TySampleOptions options = { .n_villages = n_villages, .seed = seed };
  g_autoptr(GError) error = NULL;
  TyStore *store;

  try_sample (name, &options, NULL, &error);
  g_assert_no_error (error);
  store = ty_store_open (path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  return store;
}

/* Made once. */
static TyStore *
get_mass (void)
{
  static TyStore *store;

  if (store == NULL)
    store = make_sample ("mass.touyan", N_VILLAGES, TY_SAMPLE_DEFAULT_SEED);
  return store;
}

static void
assert_counts (const Count *counts,
               guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 number = ty_test_county_count (get_mass (), counts[i].sql);

      if (number < counts[i].least || number > counts[i].most)
        g_error ("%s: %" G_GINT64_FORMAT " is not between %" G_GINT64_FORMAT
                 " and %" G_GINT64_FORMAT,
                 counts[i].what, number, counts[i].least, counts[i].most);
    }
}

static const Count sizes[] = {
  { "villages", "SELECT count(*) FROM unit_state WHERE level = 'village'", 2400, 2400 },
  { "townships", "SELECT count(*) FROM unit_state WHERE level = 'township'", 133, 133 },
  { "counties", "SELECT count(*) FROM unit_state WHERE level = 'county'", 11, 11 },
  { "cities", "SELECT count(*) FROM unit_state WHERE level = 'city'", 2, 2 },
  { "provinces", "SELECT count(*) FROM unit_state WHERE level = 'province'", 1, 1 },
  { "units", "SELECT count(*) FROM unit", 2547, 2547 },
  { "people", "SELECT count(*) FROM person", 15600, 16500 },
  { "appointments of a person in percent", PERCENT ("appointment", "person"), 125, 145 },
  { "educations of a person in percent", PERCENT ("education", "person"), 112, 119 },
  { "other tables",
    "SELECT (SELECT count(*) FROM background) + (SELECT count(*) FROM resume_entry) + "
    "(SELECT count(*) FROM family_member) + (SELECT count(*) FROM honour) + "
    "(SELECT count(*) FROM annual_result) + (SELECT count(*) FROM mandate) + "
    "(SELECT count(*) FROM term) + (SELECT count(*) FROM blob)", 0, 0 },
};

static void
test_sizes (void)
{
  assert_counts (sizes, G_N_ELEMENTS (sizes));
}

/* What must never be there. */
#define CHILD "unit_state c JOIN unit_state p ON p.unit = c.parent"
static const Count faults[] = {
  { "a unit without its state",
    "SELECT count(*) FROM unit WHERE id NOT IN (SELECT unit FROM unit_state)", 0, 0 },
  { "more than one root", "SELECT count(*) FROM unit_state WHERE parent IS NULL", 1, 1 },
  { "a parent of another level",
    "SELECT count(*) FROM " CHILD " WHERE p.level || '-' || c.level NOT IN ('province-city', "
    "'city-county', 'county-township', 'township-village')", 0, 0 },
  { "a level that is not that of the kind",
    "SELECT count(*) FROM unit_state WHERE kind || '-' || level NOT IN ('province-province', "
    "'city-city', 'county-county', 'subdistrict-township', 'town-township', 'township-township', "
    "'village-village', 'community-village')", 0, 0 },
  { "siblings of one name",
    "SELECT count(*) FROM unit_state a JOIN unit_state b ON a.parent = b.parent AND "
    "a.name = b.name AND a.unit < b.unit", 0, 0 },
  { "one place in the order for two",
    "SELECT count(*) - count(DISTINCT position) FROM unit_state", 0, 0 },
  { "a child before its parent", "SELECT count(*) FROM " CHILD " WHERE c.position <= p.position", 0, 0 },
  { "siblings not in the order of their codes",
    "SELECT count(*) FROM unit_state a JOIN unit_state b ON a.parent = b.parent "
    "WHERE a.position < b.position AND a.code >= b.code", 0, 0 },
  { "no code", "SELECT count(*) FROM unit_state WHERE code IS NULL OR code NOT GLOB '99*'", 0, 0 },
  { "one code for two", "SELECT count(*) - count(DISTINCT code) FROM unit_state", 0, 0 },
  { "a code of another place",
    "SELECT count(*) FROM " CHILD " WHERE substr(c.code, 1, length(rtrim(p.code, '0'))) <> "
    "rtrim(p.code, '0')", 0, 0 },
  { "a code of a wrong length",
    "SELECT count(*) FROM unit_state WHERE length(code) <> CASE level WHEN 'village' THEN 12 "
    "WHEN 'township' THEN 9 ELSE 6 END", 0, 0 },
  { "a village without its form",
    "SELECT count(*) FROM unit_state WHERE (level = 'village') <> (party_form NOT NULL)", 0, 0 },
  { "somebody without a post",
    "SELECT count(*) FROM person WHERE id NOT IN (SELECT person FROM appointment)", 0, 0 },
  { "somebody without education",
    "SELECT count(*) FROM person WHERE id NOT IN (SELECT person FROM education)", 0, 0 },
  { "somebody departed",
    "SELECT count(*) FROM appointment WHERE until_date NOT NULL OR end_reason NOT NULL", 0, 0 },
  { "a post since a day in the future",
    "SELECT count(*) FROM appointment WHERE from_date IS NULL OR from_date > '2026-06'", 0, 0 },
  { "a post elsewhere than in a village",
    "SELECT count(*) FROM appointment a JOIN unit_state u ON u.unit = a.unit "
    "WHERE u.level <> 'village'", 0, 0 },
  { "a post of the wrong kind of village",
    "SELECT count(*) FROM appointment a JOIN unit_state u ON u.unit = a.unit "
    "WHERE (u.kind = 'community' AND a.post GLOB 'C*') OR (u.kind = 'village' AND a.post GLOB 'J*')", 0, 0 },
  { "one post twice",
    "SELECT count(*) FROM " PAIR " WHERE a.id < b.id AND a.post = b.post", 0, 0 },
  { "two secretaries",
    "SELECT count(*) FROM (SELECT unit FROM appointment WHERE post = 'D1' GROUP BY unit "
    "HAVING count(*) > 1)", 0, 0 },
  { "a village without secretary",
    "SELECT count(*) FROM unit_state WHERE level = 'village' AND unit NOT IN "
    "(SELECT unit FROM appointment WHERE post = 'D1')", 0, 0 },
  { "three villages",
    "SELECT count(*) FROM (SELECT person FROM appointment GROUP BY person "
    "HAVING count(DISTINCT unit) > 2)", 0, 0 },
  { "a party post outside the party",
    "SELECT count(*) FROM person WHERE political <> '01' AND id IN "
    "(SELECT person FROM appointment WHERE post GLOB 'D*')", 0, 0 },
  { "a party date outside the party",
    "SELECT count(*) FROM person WHERE (political IN ('01', '02')) <> (party_date NOT NULL)", 0, 0 },
  { "in the party as a child",
    "SELECT count(*) FROM person WHERE party_date < printf('%d', substr(birth, 1, 4) + 18) || "
    "substr(birth, 5)", 0, 0 },
  { "the party post before the party",
    "SELECT count(*) FROM person p JOIN appointment a ON a.person = p.id "
    "WHERE a.post GLOB 'D*' AND party_date > from_date", 0, 0 },
  { "the post before work",
    "SELECT count(*) FROM person p JOIN appointment a ON a.person = p.id "
    "WHERE work_date > from_date", 0, 0 },
  { "the birth not to the month", "SELECT count(*) FROM person WHERE length(birth) <> 7", 0, 0 },
  { "a value that the mass does not have",
    "SELECT count(*) FROM person WHERE phone NOT NULL OR address NOT NULL OR photo NOT NULL", 0, 0 },
  { "no pinyin",
    "SELECT count(*) FROM person WHERE coalesce(pinyin, '') NOT GLOB '[a-z]*' OR "
    "pinyin GLOB '*[^a-z ]*'", 0, 0 },
  { "full-time and still there",
    "SELECT count(*) FROM education WHERE mode = 'fulltime' AND outcome = 'studying'", 0, 0 },
  { "graduated in the future",
    "SELECT count(*) FROM education WHERE outcome <> 'studying' AND until_date > '2026-06'", 0, 0 },
  { "finished before it was begun",
    "SELECT count(*) FROM education WHERE until_date <= from_date", 0, 0 },
};

static void
test_faults (void)
{
  assert_counts (faults, G_N_ELEMENTS (faults));
}

/* Each key must be one of its code list. */
static void
test_keys (void)
{
  static const struct { const char *table; const char *column; const char *list; } choices[] = {
    { "unit_state", "level", "unit_level" }, { "unit_state", "kind", "unit_kind" },
    { "unit_state", "party_form", "party_form" }, { "person", "sex", "sex" },
    { "person", "ethnicity", "ethnicity" }, { "person", "political", "political" },
    { "education", "mode", "education_mode" }, { "education", "level", "education" },
    { "education", "outcome", "education_outcome" }, { "education", "degree", "degree" },
    { "appointment", "post", "post" }, { "appointment", "body", "body" },
    { "appointment", "how", "appointment_how" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *sql
        = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s NOT IN (SELECT key FROM code WHERE "
                           "list = '%s')", choices[i].table, choices[i].column, choices[i].list);

      g_test_message ("%s", choices[i].column);
      g_assert_cmpint (ty_test_county_count (get_mass (), sql), ==, 0);
    }
}

/* The shares, in percent. */
static const Count shares[] = {
  { "communities",
    PERCENT ("unit_state WHERE kind = 'community'", "unit_state WHERE level = 'village'"), 9, 15 },
  { "forms", "SELECT count(DISTINCT party_form) FROM unit_state", 3, 3 },
  { "dual-role heads",
    PERCENT (PAIR " WHERE a.post = 'D1' AND b.post IN ('C1', 'J1')", "unit_state WHERE level = 'village'"), 83, 88 },
  { "villages without head, in a thousand",
    "SELECT 1000 * (SELECT count(*) FROM unit_state WHERE level = 'village' AND unit NOT IN "
    "(SELECT unit FROM appointment WHERE post IN ('C1', 'J1'))) / 2400", 2, 25 },
  { "specialists",
    PERCENT ("(SELECT DISTINCT unit FROM appointment WHERE post = 'P9')",
             "unit_state WHERE level = 'village'"), 78, 88 },
  { "cross-appointments",
    PERCENT ("(SELECT DISTINCT a.person FROM " PAIR " WHERE a.post GLOB 'D[2-6]' AND "
             "b.post GLOB '[CJ]*')",
             "(SELECT DISTINCT person FROM appointment WHERE post GLOB 'D[2-6]' OR "
             "post GLOB '[CJ][23]')"), 20, 30 },
  { "two villages, in ten thousand",
    "SELECT 10000 * (SELECT count(*) FROM (SELECT person FROM appointment GROUP BY person "
    "HAVING count(DISTINCT unit) = 2)) / (SELECT count(*) FROM person)", 25, 80 },
  { "women", PERCENT ("person WHERE sex = '2'", "person"), 24, 30 },
  { "minorities", PERCENT ("person WHERE ethnicity <> '01'", "person"), 5, 10 },
  { "names of one", PERCENT ("person WHERE length(name) = 2", "person"), 25, 35 },
  { "different names", PERCENT ("(SELECT DISTINCT name FROM person)", "person"), 40, 100 },
  { "party", PERCENT ("person WHERE political = '01'", "person"), 78, 92 },
  { "probationary, in a thousand",
    "SELECT 1000 * (SELECT count(*) FROM person WHERE political = '02') / "
    "(SELECT count(*) FROM person)", 5, 30 },
  { "since 2021", PERCENT ("appointment WHERE from_date = '2021-10'", "appointment"), 58, 72 },
  { "since 2017 or before", PERCENT ("appointment WHERE from_date < '2021-10'", "appointment"), 9, 20 },
  { "later", PERCENT ("appointment WHERE from_date > '2021-10'", "appointment"), 15, 25 },
  { "years of joining", "SELECT count(DISTINCT substr(from_date, 1, 4)) FROM appointment", 19, 22 },
  { "35 and under", PERCENT ("person WHERE " AGE " <= 35", "person"), 25, 45 },
  { "61 and more, in a thousand",
    "SELECT 1000 * (SELECT count(*) FROM person WHERE " AGE " >= 61) / (SELECT count(*) FROM person)", 2, 30 },
  { "full-time college",
    PERCENT ("education WHERE mode = 'fulltime' AND level IN ('21', '31')", "person"), 25, 55 },
  { "in service", PERCENT ("education WHERE mode = 'inservice'", "person"), 12, 19 },
  { "graduated", PERCENT ("education WHERE outcome = 'graduated'", "education"), 88, 97 },
  { "studying, in a thousand",
    "SELECT 1000 * (SELECT count(*) FROM education WHERE outcome = 'studying') / "
    "(SELECT count(*) FROM education)", 5, 50 },
  { "finishing in the future", "SELECT count(*) FROM education WHERE until_date > '2026-06'", 50, 900 },
  { "undated", PERCENT ("education WHERE until_date IS NULL", "education"), 2, 8 },
};

static void
test_shares (void)
{
  assert_counts (shares, G_N_ELEMENTS (shares));
}

static void
test_numbers (void)
{
  g_autoptr(TyStatement) statement
    = ty_database_prepare (ty_store_get_database (get_mass ()),
                           "SELECT id_number, birth, sex FROM person", NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (statement);
  while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    {
      const char *number = ty_statement_get_text (statement, 0);
      TyDate birth = ty_id_number_get_birth (number);
      g_autofree char *month = g_strdup_printf ("%04u-%02u", birth.year, birth.month);

      g_assert_true (ty_id_number_check (number, &error));
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (number, "99"));
      g_assert_cmpstr (month, ==, ty_statement_get_text (statement, 1));
      g_assert_cmpint (ty_id_number_get_sex (number), ==,
                       ty_statement_get_text (statement, 2)[0] - '0');
      g_assert_true (g_hash_table_add (seen, g_strdup (number)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==,
                    ty_test_county_count (get_mass (), "SELECT count(*) FROM person"));
}

static void
test_root (void)
{
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (get_mass ()), NULL);
  TyRecord *record = TY_RECORD (root);

  g_assert_cmpstr (ty_record_get_text (record, TY_UNIT_STATE_NAME), ==, "云屏省");
  g_assert_cmpstr (ty_record_get_text (record, TY_UNIT_STATE_CODE), ==, "990000");
  g_assert_cmpstr (ty_record_get_text (record, TY_UNIT_STATE_LEVEL), ==, "province");
}

/* One action that cannot be taken back, whose hash is that of the content. */
static void
test_history (void)
{
  TyDatabase *database = ty_store_get_database (get_mass ());
  g_autoptr(GPtrArray) actions = ty_history_list (database, 0, 10, NULL);
  gint64 n_rows;
  g_autofree char *hash = ty_content_hash (database, &n_rows, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (actions->len, ==, 2);
  g_assert_cmpstr (ty_action_get_kind (g_ptr_array_index (actions, 0)), ==, "genesis");
  g_assert_nonnull (strstr (ty_action_get_detail (g_ptr_array_index (actions, 0)), hash));
  g_assert_cmpint (ty_test_county_count (get_mass (), "SELECT n_changes FROM action WHERE seq = 2"),
                   ==, n_rows);
  g_assert_false (ty_store_undo (get_mass (), "tester", 2, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FINAL);
  ty_test_county_assert_sound (get_mass ());
}

static char *
dup_schema (TyStore *store)
{
  g_autoptr(TyStatement) statement
    = ty_database_prepare (ty_store_get_database (store),
                           "SELECT type || name || tbl_name || coalesce(sql, '') "
                           "FROM sqlite_schema ORDER BY 1", NULL);
  GString *schema = g_string_new (NULL);

  g_assert_nonnull (statement);
  while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    g_string_append (schema, ty_statement_get_text (statement, 0));
  return g_string_free (schema, FALSE);
}

/* The indexes are there again, and the file is one of WAL mode like any other. */
static void
test_schema (void)
{
  g_autofree char *path = g_build_filename (folder, "empty.touyan", NULL);
  g_autoptr(TyStore) empty = ty_county_create (path, "石城县", NULL, "tester", NULL);
  g_autofree char *expected = dup_schema (empty);
  g_autofree char *found = dup_schema (get_mass ());
  g_autoptr(TyStatement) mode
    = ty_database_prepare (ty_store_get_database (get_mass ()), "PRAGMA journal_mode", NULL);

  g_assert_cmpstr (found, ==, expected);
  g_assert_true (ty_statement_step (mode, NULL) == TY_STEP_ROW);
  g_assert_cmpstr (ty_statement_get_text (mode, 0), ==, "wal");
}

static char *
dup_hash_of (const char *name,
             guint32     seed)
{
  g_autoptr(TyStore) store = make_sample (name, TY_SAMPLE_MOST_RICH_VILLAGES + 1, seed);
  gint64 n_rows;

  return ty_content_hash (ty_store_get_database (store), &n_rows, NULL);
}

static void
test_same_seed (void)
{
  g_autofree char *first = dup_hash_of ("first.touyan", 7);
  g_autofree char *again = dup_hash_of ("again.touyan", 7);
  g_autofree char *other = dup_hash_of ("other.touyan", 8);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

static void
assert_nothing_of (const char *name)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *found;

  while ((found = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (found, name));
}

typedef struct
{
  GCancellable *cancellable;
  guint after;
  guint last;
} Stop;

static void
stop_cb (guint    n_done,
         guint    n_villages,
         gpointer data)
{
  Stop *stop = data;

  g_assert_cmpuint (n_done, >, stop->last);
  g_assert_cmpuint (n_done, <=, n_villages);
  stop->last = n_done;
  if (n_done >= stop->after)
    g_cancellable_cancel (stop->cancellable);
}

/* At the beginning, in the middle, and when only the indexes are missing. */
static void
test_cancelled (void)
{
  static const guint moments[] = { 0, 1, 1000, N_VILLAGES };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      Stop stop = { cancellable, moments[i], 0 };
      TySampleOptions options = { N_VILLAGES, 1, stop_cb, &stop };
      g_autoptr(GError) error = NULL;

      if (moments[i] == 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (try_sample ("cancelled", &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_nothing_of ("cancelled");
    }
}

/* Where the file may not grow on, as on a full disk. */
static void
test_full (void)
{
  TySampleOptions options = { N_VILLAGES, 1, NULL, NULL };
  struct rlimit before, small;
  g_autoptr(GError) error = NULL;
  gboolean done;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 3 * 1000 * 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  done = try_sample ("full", &options, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (done);
  g_assert_true (error->domain == TY_STORE_ERROR);
  assert_nothing_of ("full");
}

static gboolean
fail (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No");
  return FALSE;
}

/* A load that fails leaves the file as it was, with its indexes. */
static void
test_failed_load (void)
{
  g_autofree char *path = g_build_filename (folder, "load.touyan", NULL);
  g_autoptr(TyStore) store = ty_county_create (path, "石城县", NULL, "tester", NULL);
  g_autofree char *schema = dup_schema (store);
  g_autofree char *after = NULL;
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  g_assert_false (ty_store_run_bulk (store, &spec, fail, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  after = dup_schema (store);
  g_assert_cmpstr (after, ==, schema);
  ty_test_county_add (store, "还在的人");
  ty_test_county_assert_sound (store);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  ty_model_init ();
  folder = g_dir_make_tmp ("touyan-mass-XXXXXX", NULL);

  g_test_add_func ("/sample-mass/sizes", test_sizes);
  g_test_add_func ("/sample-mass/faults", test_faults);
  g_test_add_func ("/sample-mass/keys", test_keys);
  g_test_add_func ("/sample-mass/shares", test_shares);
  g_test_add_func ("/sample-mass/numbers", test_numbers);
  g_test_add_func ("/sample-mass/root", test_root);
  g_test_add_func ("/sample-mass/history", test_history);
  g_test_add_func ("/sample-mass/schema", test_schema);
  g_test_add_func ("/sample-mass/same-seed", test_same_seed);
  g_test_add_func ("/sample-mass/cancelled", test_cancelled);
  g_test_add_func ("/sample-mass/full", test_full);
  g_test_add_func ("/sample-mass/failed-load", test_failed_load);

  result = g_test_run ();
  if (g_test_subprocess ())
    return result;
  g_object_unref (get_mass ());
  ty_test_remove_tree (folder);
  g_free (folder);
  return result;
}
