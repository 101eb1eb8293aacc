/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-entry.h"
#include "ty-office-pairing.h"
#include "ty-pairing.h"
#include "ty-programme-need.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-test-office.h"

/* Programmes are made, changed and removed as a whole. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 programme;
  gint64 people[2];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);
  g_autoptr(GError) error = NULL;

  fixture->county = county;
  fixture->programme = ty_store_mint_id (county->store);
  ty_record_set_integer (programme, TY_PROGRAMME_ID, fixture->programme);
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  g_assert_true (ty_table_insert (ty_store_get_database (county->store), programme, &error));
  fixture->people[0] = ty_test_office_add_person (county, "曾小明", "1", "1995-01", NULL);
  fixture->people[1] = ty_test_office_add_person (county, "赵钱", "1", "1970-01", NULL);
  ty_test_office_done (county);
  fixture->office = ty_test_office_open (county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static void
add_pairing (Fixture *fixture)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingEdit edit = { .kind = TY_PAIRING_ADD, .pairings = rows, .day = ty_date_new (2026, 1, 31) };
  TyRecord *pairing = ty_record_new (&ty_pairing_info);

  ty_record_set_integer (pairing, TY_PAIRING_PERSON, fixture->people[0]);
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, fixture->people[1]);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, fixture->programme);
  g_ptr_array_add (rows, pairing);
  ty_office_edit_pairings_async (fixture->office, &edit, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_edit_pairings_finish (fixture->office, ty_test_office_await (&result), NULL, &error));
}

static gint64
save_programme (Fixture           *fixture,
                TyProgrammeRules  *stored,
                TyProgrammeRules  *rules,
                GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_save_programme_async (fixture->office, stored, rules, NULL, ty_test_office_keep_result, &result);
  return ty_office_save_programme_finish (fixture->office, ty_test_office_await (&result), error);
}

static GPtrArray *
list_programmes (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *all;

  ty_office_list_programmes_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  all = ty_office_list_programmes_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return all;
}

static void
test_programmes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyProgrammeRules) rules = ty_programme_rules_new ();
  g_autoptr(TyProgrammeRules) stored = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (rules->programme, TY_PROGRAMME_NAME, "青蓝帮带");
  g_assert_cmpint (save_programme (fixture, NULL, rules, &error), ==, 0);
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
  g_clear_error (&error);
  ty_record_set_text (rules->programme, TY_PROGRAMME_NAME, "书记带专干");
  g_assert_cmpint (save_programme (fixture, NULL, rules, &error), !=, 0);

  all = list_programmes (fixture);
  g_assert_cmpuint (all->len, ==, 2);
  stored = ty_programme_rules_dup (g_ptr_array_index (all, 1));
  g_clear_pointer (&rules, ty_programme_rules_free);
  rules = ty_programme_rules_dup (stored);
  ty_record_set_integer (rules->programme, TY_PROGRAMME_TALKS, 4);
  {
    g_autoptr(TyRecord) need = ty_record_new (&ty_programme_need_info);

    ty_record_set_text (need, TY_PROGRAMME_NEED_KIND, "specialist");
    ty_record_set_integer (need, TY_PROGRAMME_NEED_URGENCY, 1);
    g_ptr_array_add (rules->needs, g_steal_pointer (&need));
  }
  g_assert_cmpint (save_programme (fixture, stored, rules, &error), !=, 0);
  g_assert_cmpint (save_programme (fixture, stored, rules, &error), ==, 0);
  g_assert_nonnull (strstr (error->message, "changed meanwhile"));
  g_clear_error (&error);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = list_programmes (fixture);
  g_assert_cmpint (save_programme (fixture, g_ptr_array_index (all, 1), NULL, &error), !=, 0);
  add_pairing (fixture);
  g_assert_cmpint (save_programme (fixture, g_ptr_array_index (all, 0), NULL, &error), ==, 0);
  g_assert_nonnull (strstr (error->message, "pairings of this programme"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();
  g_test_add ("/services/programmes/edit", Fixture, NULL, set_up, test_programmes, tear_down);
  return g_test_run ();
}
