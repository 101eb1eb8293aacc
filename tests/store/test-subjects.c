/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-history.h"
#include "ty-record-registry.h"
#include "ty-table.h"
#include "ty-test-county.h"

#include <string.h>

/* Whom the actions after a sequence touched: what every table of a person must tell, whatever is
 * done to its rows. */

typedef gboolean (*WriteFunc) (TyDatabase  *database,
                               TyRecord    *record,
                               GError     **error);

/* To which rows of a person may refer, besides people, units and appointments. */
static const char *const parent_tables[] = { "term", "custom_field", "person_list", "course",
                                             "programme" };

typedef struct
{
  gint64 person;
  gint64 unit;
  gint64 appointment;
  gint64 parents[G_N_ELEMENTS (parent_tables)];
} Keys;

typedef struct
{
  WriteFunc func;
  TyRecord *record;
} Writing;

typedef struct
{
  GArray *people; /* (owned) (element-type gint64) */
  gboolean units, all;
  gint64 last;
} Since;

static gboolean
write_record (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  Writing *writing = data;

  return writing->func (ty_store_get_database (store), writing->record, error);
}

static gint64
run (TyTestCounty *county,
     WriteFunc     func,
     TyRecord     *record)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  Writing writing = { func, record };
  g_autoptr(GError) error = NULL;

  ty_store_run (county->store, &spec, write_record, &writing, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spec.seq, >, 0);
  return spec.seq;
}

static void
since_set (Since        *since,
           TyTestCounty *county,
           gint64        seq)
{
  g_autoptr(GError) error = NULL;

  if (since->people == NULL)
    since->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  ty_history_list_subjects_since (ty_store_get_database (county->store), seq, since->people,
                                  &since->units, &since->all, &since->last, &error);
  g_assert_no_error (error);
}

static void
since_clear (Since *since)
{
  g_array_unref (since->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Since, since_clear)

static gint64
get_key (const TyFieldInfo *field,
         const Keys        *keys,
         TyStore           *store)
{
  if (g_strcmp0 (field->reference, "person") == 0)
    return keys->person;
  if (g_strcmp0 (field->reference, "unit") == 0)
    return keys->unit;
  if (g_strcmp0 (field->reference, "appointment") == 0)
    return keys->appointment;
  for (guint i = 0; i < G_N_ELEMENTS (parent_tables); i++)
    if (g_strcmp0 (field->reference, parent_tables[i]) == 0)
      return keys->parents[i];

  return ty_store_mint_id (store);
}

static TyRecord *
make_record (const TyRecordInfo *info,
             const Keys         *keys,
             TyStore            *store)
{
  TyRecord *record = ty_record_new (info);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == TY_FIELD_REFERENCE)
      ty_record_set_integer (record, i, get_key (&info->fields[i], keys, store));
    else if (info->fields[i].kind == TY_FIELD_INTEGER)
      ty_record_set_integer (record, i, 2020);
    else
      ty_record_set_text (record, i, "2020");

  return record;
}

/* Changes the last field that is no key, if there is one. */
static gboolean
change_record (TyRecord *record)
{
  const TyRecordInfo *info = ty_record_get_info (record);

  for (guint i = info->n_fields; i > info->n_keys; i--)
    if (info->fields[i - 1].kind == TY_FIELD_INTEGER)
      {
        ty_record_set_integer (record, i - 1, 2021);
        return TRUE;
      }
    else if (info->fields[i - 1].kind != TY_FIELD_REFERENCE)
      {
        ty_record_set_text (record, i - 1, "2021");
        return TRUE;
      }
  return FALSE;
}

static gint64
add_person (TyTestCounty *county,
            const char   *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM person WHERE name = '%s'", name);

  ty_test_county_add (county->store, name);
  return ty_test_county_count (county->store, sql);
}

static void
add_parents (TyTestCounty *county,
             Keys         *keys)
{
  g_autoptr(TyRecord) appointment = NULL;

  keys->person = add_person (county, "甲");
  keys->unit = ty_test_county_count (county->store, "SELECT id FROM unit");
  for (guint i = 0; i < G_N_ELEMENTS (parent_tables); i++)
    {
      g_autoptr(TyRecord) parent = make_record (ty_record_registry_find (parent_tables[i]), keys,
                                                county->store);

      run (county, ty_table_insert, parent);
      keys->parents[i] = ty_record_get_integer (parent, 0);
    }
  appointment = make_record (&ty_appointment_info, keys, county->store);
  run (county, ty_table_insert, appointment);
  keys->appointment = ty_record_get_integer (appointment, TY_APPOINTMENT_ID);
}

static void
assert_touches (TyTestCounty       *county,
                const TyRecordInfo *info,
                const Keys         *keys,
                gint64              seq)
{
  g_auto(Since) since = { 0 };
  gboolean links = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    links |= g_strcmp0 (info->fields[i].reference, "unit") == 0;

  since_set (&since, county, seq - 1);
  g_test_message ("%s", info->table);
  g_assert_cmpuint (since.people->len, ==, 1);
  g_assert_cmpint (g_array_index (since.people, gint64, 0), ==, keys->person);
  g_assert_cmpint (since.units, ==, links);
  g_assert_false (since.all);
  g_assert_cmpint (since.last, ==, seq);
}

/* Inserted, updated, deleted, and all of that taken back: each time the person is named, and the
 * unit where there is one. */
static void
test_tables (TyTestCounty  *county,
             gconstpointer  data)
{
  Keys keys = { 0 };
  guint n, n_tables = 0;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  add_parents (county, &keys);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TyRecord) record = NULL;

      if (g_strcmp0 (infos[i]->fields[0].reference, "person") != 0
          || strcmp (infos[i]->table, "person") == 0)
        continue;
      n_tables++;
      record = make_record (infos[i], &keys, county->store);
      assert_touches (county, infos[i], &keys, run (county, ty_table_insert, record));
      if (change_record (record))
        {
          gint64 seq = run (county, ty_table_update, record);

          assert_touches (county, infos[i], &keys, seq);
          g_assert_true (ty_store_undo (county->store, "tester", seq, &seq, NULL));
          assert_touches (county, infos[i], &keys, seq);
        }
      assert_touches (county, infos[i], &keys, run (county, ty_table_delete, record));
    }
  g_assert_cmpuint (n_tables, >=, 10);
  ty_test_county_assert_sound (county->store);
}

static void
test_since (TyTestCounty  *county,
            gconstpointer  data)
{
  g_auto(Since) since = { 0 };
  gint64 people[3];

  people[0] = add_person (county, "甲");
  people[1] = add_person (county, "乙");
  people[2] = add_person (county, "丙");
  ty_test_county_set_phone (county->store, "丙", "1");
  ty_test_county_set_phone (county->store, "乙", "2");
  ty_test_county_set_phone (county->store, "丙", "3");

  since_set (&since, county, 4);
  g_assert_cmpuint (since.people->len, ==, 2);
  g_assert_cmpint (g_array_index (since.people, gint64, 0), ==, people[1]);
  g_assert_cmpint (g_array_index (since.people, gint64, 1), ==, people[2]);
  g_assert_false (since.units);
  g_assert_false (since.all);
  g_assert_cmpint (since.last, ==, 7);

  since_set (&since, county, since.last);
  g_assert_cmpuint (since.people->len, ==, 0);
  g_assert_cmpint (since.last, ==, 7);

  since_set (&since, county, 0);
  g_assert_cmpuint (since.people->len, ==, 3);
  g_assert_cmpint (g_array_index (since.people, gint64, 0), ==, people[0]);
  g_assert_true (since.units);
  g_assert_false (since.all);
}

static gboolean
add_people (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  return ty_database_exec (ty_store_get_database (store),
                           "INSERT INTO person (id, name) VALUES (1, '甲'), (2, '乙')", error);
}

/* What is made at once is not noted one by one. */
static void
test_genesis (TyTestCounty  *county,
              gconstpointer  data)
{
  g_auto(Since) since = { 0 };
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run_genesis (county->store, &spec, add_people, NULL, &error);
  g_assert_no_error (error);
  since_set (&since, county, spec.seq - 1);
  g_assert_true (since.all);
  g_assert_cmpint (since.last, ==, spec.seq);

  ty_test_county_set_phone (county->store, "甲", "1");
  since_set (&since, county, spec.seq);
  g_assert_false (since.all);
  g_assert_cmpuint (since.people->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/subjects/tables", test_tables);
  TY_TEST_ADD ("/subjects/since", test_since);
  TY_TEST_ADD ("/subjects/genesis", test_genesis);
  return g_test_run ();
}
