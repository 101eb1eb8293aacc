/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-reminders.h"
#include "ty-pairing.h"
#include "ty-programme.h"
#include "ty-reminder.h"
#include "ty-settings.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <string.h>

/* Reminders come only where they are wished, once a day, and name nobody. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  TyReminder *reminder;
  guint n_told;
  char *text; /* (owned) (nullable) */
} Fixture;

static void
told_cb (const char *title,
         const char *text,
         gpointer    data)
{
  Fixture *fixture = data;

  g_assert_null (strstr (title, "曾小明"));
  g_free (fixture->text);
  fixture->text = g_strdup (text);
  fixture->n_told++;
}

static void
insert (Fixture  *fixture,
        TyRecord *row)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (fixture->county->store), row, &error);
  g_assert_no_error (error);
}

/* Nobody ever talked, and the time is over. */
static void
add_late_pair (Fixture *fixture)
{
  gint64 mentee = ty_test_office_add_person (fixture->county, "曾小明", "1", "1995-01", NULL);
  gint64 mentor = ty_test_office_add_person (fixture->county, "赵钱", "1", "1970-01", NULL);
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);
  g_autoptr(TyRecord) pairing = ty_record_new (&ty_pairing_info);

  ty_test_office_add_post (fixture->county, mentee, fixture->county->pine, "D1", "2020-01", NULL);
  ty_record_set_integer (programme, TY_PROGRAMME_ID, ty_store_mint_id (fixture->county->store));
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_TALKS, 4);
  insert (fixture, programme);
  ty_record_set_integer (pairing, TY_PAIRING_PERSON, mentee);
  ty_record_set_integer (pairing, TY_PAIRING_ID, ty_store_mint_id (fixture->county->store));
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, mentor);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, ty_record_get_integer (programme, TY_PROGRAMME_ID));
  ty_record_set_text (pairing, TY_PAIRING_STATE, "under_way");
  ty_record_set_text (pairing, TY_PAIRING_FROM_DATE, "2021-01-01");
  ty_record_set_text (pairing, TY_PAIRING_UNTIL_DATE, "2021-12-31");
  insert (fixture, pairing);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_settings_reset (ty_settings_get (), "remind-pairings");
  g_settings_reset (ty_settings_get (), "reminded-on");
  fixture->county = ty_test_office_new ();
  if (data != NULL)
    add_late_pair (fixture);
  ty_test_office_done (fixture->county);
  fixture->office = ty_test_office_open (fixture->county);
  fixture->reminder = ty_reminder_new ();
  ty_reminder_set_func (fixture->reminder, told_cb, fixture);
  g_object_set (fixture->reminder, "office", fixture->office, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->reminder);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
  g_free (fixture->text);
}

static void
await_day (void)
{
  g_autofree char *today = ty_date_to_iso (ty_date_today ());

  for (;;)
    {
      g_autofree char *day = g_settings_get_string (ty_settings_get (), "reminded-on");

      if (g_str_equal (day, today))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_wished (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  TyReminders reminders;

  /* What was asked before this is answered: nothing was asked for by the reminder itself. */
  ty_office_count_reminders_async (fixture->office, ty_date_today (), NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_count_reminders_finish (fixture->office, ty_test_office_await (&result), &reminders, NULL));
  g_assert_cmpuint (reminders.n_talks, ==, 1);
  g_assert_cmpuint (fixture->n_told, ==, 0);

  g_settings_set_boolean (ty_settings_get (), "remind-pairings", TRUE);
  await_day ();
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "1 pair with overdue talks, 1 pair that ends");

  /* Once a day, also where it is wished anew. */
  g_settings_set_boolean (ty_settings_get (), "remind-pairings", FALSE);
  g_settings_set_boolean (ty_settings_get (), "remind-pairings", TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_settings_set_boolean (ty_settings_get (), "remind-pairings", TRUE);
  await_day ();
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reminder/wished", Fixture, "late", set_up, test_wished, tear_down);
  g_test_add ("/reminder/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  return g_test_run ();
}
