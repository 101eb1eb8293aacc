/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-blob-table.h"
#include "ty-check.h"
#include "ty-figures.h"
#include "ty-history.h"
#include "ty-store-private.h"
#include "ty-test-county.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* One flipped bit: the program never crashes, and whatever it changes in what is read is either
 * refused at the opening or found by the check. SQLite has no page checksums. */

#define N_FLIPS 300 /* of each kind of file; the more tables there are, the longer takes each opening */
#define N_SOAK_FLIPS 10000
#define CHECK_LIMIT (32 << 20)

/* What the file is. */
#define GENESIS 1
#define LARGE 2 /* too large to be looked at while it is opened */

typedef struct
{
  char *folder; /* in memory where there is such a place: thousands of copies */
  char *path;
  char *bytes;
  size_t length;
  char *state; /* all rows of all tables */
  guint n_refused, n_found, n_silent, n_same;
} Damage;

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_strdup ("/dev/shm/touyan-test-XXXXXX");

  if (g_access ("/dev/shm", W_OK) == 0 && g_mkdtemp (folder) != NULL)
    return folder;
  g_free (folder);
  folder = g_dir_make_tmp ("touyan-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static gboolean
add_photo (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("drawn", 5);
  g_autofree char *hash = ty_blob_table_add (ty_store_get_database (store), bytes, "image/png", error);
  g_autofree char *sql = g_strdup_printf ("UPDATE person SET photo = '%s' WHERE name = '甲'", hash);

  return hash != NULL && ty_database_exec (ty_store_get_database (store), sql, error);
}

static gboolean
appoint (TyStore   *store,
         gpointer   data,
         GError   **error)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO appointment (person, id, unit, post, body, from_date) "
    "SELECT person.id, %" G_GINT64_FORMAT ", unit.id, 'party_secretary', 'party', '2021-10-01' "
    "FROM person, unit WHERE name = '甲'", ty_store_mint_id (store));

  return ty_database_exec (ty_store_get_database (store), sql, error);
}

static gboolean
dismiss (TyStore   *store,
         gpointer   data,
         GError   **error)
{
  return ty_database_exec (ty_store_get_database (store),
                           "UPDATE appointment SET until_date = '2023-01-01'", error);
}

static void
run (TyStore      *store,
     TyActionFunc  func)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (store, &spec, func, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spec.seq, >, 0);
}

static gboolean
make_people (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO person (id, name, phone) VALUES (%" G_GINT64_FORMAT ", '人%d', '1990000%04d')",
        ty_store_mint_id (store), i, i);

      if (!ty_database_exec (ty_store_get_database (store), sql, error))
        return FALSE;
    }
  return TRUE;
}

/* People of whom the history keeps only a sum. */
static void
run_genesis (TyStore *store)
{
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run_genesis (store, &spec, make_people, NULL, &error);
  g_assert_no_error (error);
}

static void
append_table (TyDatabase *database,
              const char *table,
              GChecksum  *sum,
              gboolean   *failed)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, NULL);
  TyStep step = TY_STEP_ERROR;

  while (statement != NULL && (step = ty_statement_step (statement, NULL)) == TY_STEP_ROW)
    for (int i = 0; i < ty_statement_get_n_columns (statement); i++)
      {
        size_t length;
        gconstpointer data = ty_statement_get_bytes (statement, i, &length);
        guint8 head[2] = { (guint8) ty_statement_is_null (statement, i), (guint8) length };

        g_checksum_update (sum, head, sizeof head);
        if (data != NULL)
          g_checksum_update (sum, data, (gssize) length);
      }
  *failed |= step == TY_STEP_ERROR;
}

/* The changes of all actions, as they are read: SQLite takes several bytes for a NULL. */
static void
append_changes (TyDatabase *database,
                GChecksum  *sum,
                gboolean   *failed)
{
  g_autoptr(GPtrArray) actions = ty_history_list (database, 0, 100, NULL);

  *failed |= actions == NULL;
  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      gint64 seq = ty_action_get_seq (g_ptr_array_index (actions, i));
      g_autoptr(GPtrArray) changes = ty_history_list_changes (database, seq, NULL);

      *failed |= changes == NULL;
      for (guint j = 0; changes != NULL && j < changes->len; j++)
        {
          TyChange *change = g_ptr_array_index (changes, j);
          g_autofree char *head = g_strdup_printf ("%d %s %s", change->kind, change->info->table,
                                                   change->key);

          g_checksum_update (sum, (const guint8 *) head, -1);
          for (guint k = 0; k < change->columns->len; k++)
            {
              const char *before = g_ptr_array_index (change->old_values, k);
              const char *after = g_ptr_array_index (change->new_values, k);
              g_autofree char *line = g_strdup_printf ("%s %d%s %d%s\n",
                                                       (char *) g_ptr_array_index (change->columns, k),
                                                       before != NULL, before != NULL ? before : "",
                                                       after != NULL, after != NULL ? after : "");

              g_checksum_update (sum, (const guint8 *) line, -1);
            }
        }
    }
}

/* A sum over all that any table holds, or NULL where it cannot be read. Without the names of the
 * writers, that only decide when a new one is drawn, and the type and number of a photo, that
 * nothing reads. */
static char *
dup_state (TyStore *store)
{
  static const char *const tables[] = {
    "code", "setting", "unit", "unit_state", "person", "background", "education", "resume_entry",
    "family_member", "honour", "annual_result", "appointment", "term", "mandate", "reserve",
    "mentor", "seat", "import", "import_unit", "action_subject", "event",
    "(SELECT sha256, bytes FROM blob)",
    "(SELECT seq, writer, at, user, kind, detail, schema_version, reverts, root, n_changes, "
    "change_hashes, hash FROM action)",
  };
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean failed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    append_table (ty_store_get_database (store), tables[i], sum, &failed);
  append_changes (ty_store_get_database (store), sum, &failed);
  return failed ? NULL : g_strdup (g_checksum_get_string (sum));
}

static void
damage_set_up (Damage        *damage,
               gconstpointer  data)
{
  TyTestCounty county;
  g_autoptr(GError) error = NULL;

  ty_test_county_set_up (&county, NULL);
  if ((GPOINTER_TO_INT (data) & GENESIS) != 0)
    run_genesis (county.store);
  ty_test_county_add (county.store, "甲");
  ty_test_county_add (county.store, "乙");
  ty_test_county_set_phone (county.store, "甲", "19900001234");
  run (county.store, add_photo);
  run (county.store, appoint);
  run (county.store, dismiss);
  g_assert_true (ty_store_undo (county.store, "tester", 0, NULL, &error));
  g_assert_true (ty_store_add_event (county.store, "tester", "exported", "{}", &error));
  damage->state = dup_state (county.store);
  g_assert_nonnull (damage->state);
  ty_test_county_assert_sound (county.store);
  g_assert_true (ty_store_close (county.store, &error));
  g_assert_true (g_file_get_contents (county.path, &damage->bytes, &damage->length, &error));
  ty_test_county_tear_down (&county, NULL);

  damage->folder = make_folder ();
  damage->path = g_build_filename (damage->folder, "flipped.touyan", NULL);
  if ((GPOINTER_TO_INT (data) & LARGE) != 0)
    ty_store_set_check_limit (0);
}

static void
damage_tear_down (Damage        *damage,
                  gconstpointer  data)
{
  ty_store_set_check_limit (CHECK_LIMIT);
  ty_test_remove_tree (damage->folder);
  g_free (damage->folder);
  g_free (damage->path);
  g_free (damage->bytes);
  g_free (damage->state);
}

static void
write_flipped (Damage *damage,
               size_t  position,
               guint   bit)
{
  g_autoptr(GError) error = NULL;
  char byte = damage->bytes[position];

  damage->bytes[position] = (char) (byte ^ (1 << bit));
  g_file_set_contents_full (damage->path, damage->bytes, (gssize) damage->length,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  damage->bytes[position] = byte;
}

static void
assert_told (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == TY_STORE_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/* What the program reads on every day; whatever comes of it, it comes without a crash. */
static void
read_all (TyStore *store)
{
  TyDatabase *database = ty_store_get_database (store);
  TyDate date = ty_date_new (2022, 1, 1);
  g_autoptr(TyFigures) figures = ty_figures_load (database, date, 0, 2021, NULL);
  g_autoptr(GPtrArray) actions = ty_history_list (database, 0, 100, NULL);
  g_autofree char *json = figures != NULL ? ty_figures_to_json (figures) : NULL;

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      TyAction *action = g_ptr_array_index (actions, i);
      g_autofree char *label = ty_action_dup_label (action);
      g_autoptr(GPtrArray) changes = ty_history_list_changes (database, ty_action_get_seq (action), NULL);

      g_assert_nonnull (label);
    }
}

static gboolean
check_finds (TyStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = ty_check_run (store, &error);

  if (findings == NULL)
    assert_told (error);
  return findings == NULL || findings->len > 0;
}

static gboolean
look_at_flipped (Damage *damage,
                 size_t  position,
                 guint   bit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (damage->path, TY_STORE_READ_ONLY, &error);
  g_autofree char *state = NULL;
  gboolean found, same;

  if (store == NULL)
    {
      assert_told (error);
      damage->n_refused++;
      return FALSE;
    }

  read_all (store);
  state = dup_state (store);
  found = check_finds (store);
  same = g_strcmp0 (state, damage->state) == 0;
  damage->n_found += found;
  damage->n_same += !found && same;
  if (!found && !same)
    {
      damage->n_silent++;
      g_test_message ("Not found: byte %d, bit %u", (int) position, bit);
    }
  return !found;
}

/* What was found good must be good to work with. */
static void
write_to_flipped (Damage   *damage,
                  gboolean  good)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (damage->path, TY_STORE_READ_WRITE, &error);

  if (store == NULL)
    {
      assert_told (error);
      g_assert_false (good);
      return;
    }
  if (good)
    {
      g_assert_true (ty_store_undo (store, "tester", 0, NULL, &error));
      run (store, appoint);
      g_assert_true (ty_store_close (store, &error));
      return;
    }
  if (!ty_store_undo (store, "tester", 0, NULL, &error))
    assert_told (error);
  g_clear_error (&error);
  if (!ty_store_run (store, &spec, appoint, NULL, &error))
    assert_told (error);
  g_clear_error (&error);
  if (!ty_store_close (store, &error))
    assert_told (error);
}

static void
remove_companions (Damage *damage)
{
  g_autofree char *log = g_strconcat (damage->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (damage->path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
}

static void
test_flipped_bits (Damage        *damage,
                   gconstpointer  data)
{
  guint n_flips = g_getenv ("TY_SOAK") != NULL ? N_SOAK_FLIPS : N_FLIPS;
  guint start = (guint) g_test_rand_int_range (0, 1 << 16);

  /* The header and the schema, and then places all over the file. */
  for (guint i = 0; i < n_flips; i++)
    {
      size_t position = i < 100 ? i : (start + (guint64) i * damage->length / n_flips) % damage->length;
      guint bit = (guint) g_test_rand_int_range (0, 8);

      write_flipped (damage, position, bit);
      write_to_flipped (damage, look_at_flipped (damage, position, bit));
      remove_companions (damage);
    }
  g_test_message ("%u flips: %u refused, %u found, %u without effect, %u not found", n_flips,
                  damage->n_refused, damage->n_found, damage->n_same, damage->n_silent);
  g_assert_cmpuint (damage->n_silent, ==, 0);
  g_assert_cmpuint (damage->n_refused, >, 0);
  g_assert_cmpuint (damage->n_found, >, 0);
}

static void
add (const char *path,
     int         what)
{
  g_test_add (path, Damage, GINT_TO_POINTER (what), damage_set_up, test_flipped_bits,
              damage_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/damage/recorded", 0);
  add ("/damage/genesis", GENESIS);
  add ("/damage/large", GENESIS | LARGE);
  return g_test_run ();
}
