/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-history-entry.h"
#include "ty-mandate.h"
#include "ty-office-agenda.h"
#include "ty-office-roster.h"
#include "ty-office-villages.h"
#include "ty-table.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

#include <string.h>

/* What is to be done, against SQL over the tables and against the rosters to which it leads. */

static TyAgenda *
ask_agenda (TyOffice *office,
            gboolean  whole)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyAgenda *agenda;

  ty_office_load_agenda_async (office, whole, NULL, ty_test_office_keep_result, &result);
  agenda = ty_office_load_agenda_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return agenda;
}

static TyAgenda *
load_agenda (TyOffice *office)
{
  TyAgenda *agenda = ask_agenda (office, TRUE);

  g_assert_true (agenda->whole);
  return agenda;
}

static guint
sum_up (TyAgenda   *agenda,
        const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < agenda->items->len; i++)
    if (g_str_equal (ty_agenda_get (agenda, i)->kind, kind))
      n += ty_agenda_get (agenda, i)->n;
  return n;
}

static TyAgendaItem *
find_item (TyAgenda   *agenda,
           const char *kind)
{
  for (guint i = 0; i < agenda->items->len; i++)
    if (g_str_equal (ty_agenda_get (agenda, i)->kind, kind))
      return ty_agenda_get (agenda, i);

  return NULL;
}

/* The roster to which an item leads has as many people as it says. */
static void
assert_roster (TyOffice           *office,
               const TyAgendaItem *item)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;
  const char *who, *dimension, *key, *label;
  const char *values[2] = { NULL, NULL };
  TyRosterQuery query = { .n_filters = 1 };

  g_assert_cmpstr (g_variant_get_type_string (item->target), ==, "(ssss)");
  g_variant_get (item->target, "(&s&s&s&s)", &who, &dimension, &key, &label);
  values[0] = key;
  query.who = ty_who_from_string (who);
  query.filters[0] = (TyRosterFilter) { ty_dimension_find (dimension), values };
  ty_office_list_roster_async (office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, item->n);
}

/* What is due first stands in front, and what has no date behind. */
static void
assert_order (TyAgenda *agenda)
{
  for (guint i = 0; i < agenda->items->len; i++)
    {
      const TyAgendaItem *item = ty_agenda_get (agenda, i);
      const TyAgendaItem *before = i > 0 ? ty_agenda_get (agenda, i - 1) : NULL;

      g_assert_cmpint (ty_date_is_known (item->due), ==, item->group != TY_AGENDA_UNDATED);
      if (item->group == TY_AGENDA_LATE)
        g_assert_cmpint (ty_date_to_days (item->due), <, ty_date_to_days (agenda->as_of));
      if (before != NULL)
        g_assert_cmpint (before->group, <=, item->group);
      if (before != NULL && before->group == item->group)
        g_assert_cmpint (ty_date_compare (before->due, item->due), <=, 0);
      g_assert_cmpuint (item->n, >, 0);
      g_assert_cmpstr (item->text, !=, "");
    }
}

/* The units of the scope on a date: @ is the day, # the key of the scope, 0 for all. */
#define HERE \
  "WITH RECURSIVE state AS (SELECT * FROM unit_state WHERE coalesce (from_date, '') <= '@' " \
  "AND coalesce (until_date, '~') > '@'), here (unit) AS (SELECT unit FROM state WHERE unit = # " \
  "OR (# = 0 AND parent IS NULL) UNION SELECT s.unit FROM state s JOIN here h ON s.parent = h.unit) "
#define HELD "coalesce (from_date, '') <= '@' AND coalesce (until_date, '~') > '@' " \
             "AND unit IN (SELECT unit FROM here)"
#define SOON "until_date <= date ('@', '+365 days')"
#define MONTHS(day) "(substr (" day ", 1, 4) * 12 + substr (" day ", 6, 2))"
#define AGED(age) \
  HERE "SELECT count(*) FROM person WHERE birth IS NOT NULL AND (" MONTHS ("'@'") " - " MONTHS ("birth") \
  ") / 12 " age " AND id IN (SELECT person FROM appointment WHERE " HELD ")"

static const struct
{
  const char *kind;
  const char *sql;
} oracle[] = {
  { "age_reached", AGED (">= 60") },
  { "age_near", AGED ("= 59") },
  { "unfiled", HERE "SELECT count(DISTINCT person) FROM appointment a WHERE post = 'D1' AND " HELD
               " AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person = a.person "
               "AND m.appointment = a.id AND filing_number IS NOT NULL AND filing_date <= '@')" },
  { "post_ends", HERE "SELECT count(DISTINCT person) FROM appointment WHERE " HELD " AND " SOON },
  { "reserve_ends", HERE "SELECT count(DISTINCT person) FROM reserve WHERE " HELD " AND " SOON },
  { "mentor_ends", HERE "SELECT count(DISTINCT person) FROM mentor WHERE coalesce (from_date, '') <= '@' "
                   "AND coalesce (until_date, '~') > '@' AND (unit IN (SELECT unit FROM here) "
                   "OR (unit IS NULL AND # = 0)) AND " SOON },
  { "training_below", HERE "SELECT count(DISTINCT person) FROM appointment p WHERE post = 'D1' AND " HELD
                      " AND substr ('@', 6, 2) >= '10' AND EXISTS (SELECT 1 FROM attendance) AND "
                      "(SELECT total (coalesce (a.days, c.days)) FROM attendance a JOIN course c "
                      "ON c.id = a.course WHERE a.person = p.person AND c.from_date BETWEEN "
                      "substr ('@', 1, 4) AND '@' AND a.result IS NOT 'absent') < 3" },
};

static guint
ask (TyStore    *store,
     const char *sql,
     const char *day,
     gint64      scope)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, scope);
  g_auto(GStrv) days = g_strsplit (sql, "@", -1);
  g_autofree char *dated = g_strjoinv (day, days);
  g_auto(GStrv) keys = g_strsplit (dated, "#", -1);
  g_autofree char *whole = g_strjoinv (key, keys);

  return (guint) ty_test_county_count (store, whole);
}

static guint
count_vacancies (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyVillageTable) table = NULL;

  ty_office_load_villages_async (office, NULL, ty_test_office_keep_result, &result);
  table = ty_office_load_villages_finish (office, ty_test_office_await (&result), NULL);
  return table->total.seats.vacant;
}

static guint
compare (TyOffice   *office,
         TyStore    *store,
         const char *day,
         gint64      scope)
{
  g_autoptr(TyAgenda) agenda = NULL;
  guint n_found = 0;

  ty_office_set_as_of (office, ty_date_from_iso (day));
  ty_office_set_scope (office, scope);
  agenda = load_agenda (office);
  assert_order (agenda);
  for (guint i = 0; i < G_N_ELEMENTS (oracle); i++)
    {
      guint expected = ask (store, oracle[i].sql, day, scope);
      const TyAgendaItem *item = find_item (agenda, oracle[i].kind);

      g_test_message ("%s in %" G_GINT64_FORMAT ": %s %u", day, scope, oracle[i].kind, expected);
      g_assert_cmpuint (sum_up (agenda, oracle[i].kind), ==, expected);
      if (item != NULL && g_str_equal (item->action, "win.show-value"))
        assert_roster (office, item);
      n_found += expected > 0;
    }
  g_assert_cmpuint (sum_up (agenda, "vacant"), ==, count_vacancies (office));
  return n_found;
}

static void
test_sample (void)
{
  static const char *const days[] = { "2015-03-01", "2021-09-15", "2021-12-24", "2024-06-30", "2026-11-26" };
  g_autofree char *folder = g_dir_make_tmp ("touyan-agenda-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.touyan", NULL);
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autoptr(GAsyncResult) made = NULL;
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gint64 township;
  guint n_found = 0;

  ty_office_create_sample_async (office, path, NULL, ty_test_office_keep_result, &made);
  ty_office_create_sample_finish (office, ty_test_office_await (&made), &error);
  g_assert_no_error (error);
  store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  township = ty_test_county_count (store, "SELECT min(unit) FROM unit_state WHERE level = 'township'");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      n_found += compare (office, store, days[i], 0);
      n_found += compare (office, store, days[i], township);
    }
  g_assert_cmpuint (n_found, >, G_N_ELEMENTS (days) * 2);

  ty_store_close (store, NULL);
  ty_test_office_close (office);
  ty_test_remove_tree (folder);
}

/* A term ends after the years of the county’s rules, and is thought of a year before. */
static void
test_term (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);
  g_autoptr(TyOffice) office = NULL;
  static const struct { const char *day; gboolean found; TyAgendaGroup group; } cases[] = {
    { "2021-12-24", FALSE, 0 }, { "2025-09-30", FALSE, 0 }, { "2025-10-01", TRUE, TY_AGENDA_LATER },
    { "2026-03-01", TRUE, TY_AGENDA_THIS_YEAR }, { "2026-10-01", TRUE, TY_AGENDA_TODAY },
    { "2026-10-02", TRUE, TY_AGENDA_LATE },
  };

  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_term (county, 2021, "2021-10");
  office = ty_test_office_open (county);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TyAgenda) agenda = NULL;
      const TyAgendaItem *item;

      ty_office_set_as_of (office, ty_date_from_iso (cases[i].day));
      agenda = load_agenda (office);
      item = find_item (agenda, "term");
      g_assert_cmpint (item != NULL, ==, cases[i].found);
      if (item == NULL)
        continue;
      g_assert_cmpint (item->group, ==, cases[i].group);
      g_assert_cmpuint (item->n, ==, 1);
    }
  ty_test_office_close (office);
}

/* Few are named and lead to the person; what was filed is no duty from that day on. */
static void
test_filing (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 filed = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);
  gint64 unfiled = ty_test_office_add_person (county, "陶国庆", "1", "1979-10", NULL);
  g_autoptr(TyMandate) mandate = ty_mandate_new ();
  TyRecord *record = TY_RECORD (mandate);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyAgenda) before = NULL;
  g_autoptr(TyAgenda) after = NULL;
  const TyAgendaItem *item;
  g_autoptr(GError) error = NULL;

  ty_test_office_add_post (county, filed, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, unfiled, county->creek, "D1", "2021-10", NULL);
  ty_test_office_add_term (county, 2021, "2021-10");
  ty_record_set_integer (record, TY_MANDATE_PERSON, filed);
  ty_record_set_integer (record, TY_MANDATE_APPOINTMENT,
                         ty_test_county_count (county->store, "SELECT min(id) FROM appointment"));
  ty_record_set_integer (record, TY_MANDATE_TERM,
                         ty_test_county_count (county->store, "SELECT id FROM term"));
  ty_record_set_text (record, TY_MANDATE_FILING_NUMBER, "石组备〔2021〕41号");
  ty_record_set_date (record, TY_MANDATE_FILING_DATE, ty_date_from_iso ("2021-12-24"));
  ty_table_insert (ty_store_get_database (county->store), record, &error);
  g_assert_no_error (error);
  office = ty_test_office_open (county);

  ty_office_set_as_of (office, ty_date_from_iso ("2021-12-23"));
  before = load_agenda (office);
  g_assert_cmpuint (sum_up (before, "unfiled"), ==, 2);
  ty_office_set_as_of (office, ty_date_from_iso ("2021-12-24"));
  after = load_agenda (office);
  g_assert_cmpuint (sum_up (after, "unfiled"), ==, 1);
  item = find_item (after, "unfiled");
  g_assert_cmpstr (item->action, ==, "win.show-person");
  g_assert_cmpint (g_variant_get_int64 (item->target), ==, unfiled);
  g_assert_nonnull (strstr (item->where, "陶国庆"));
  g_assert_cmpint (item->group, ==, TY_AGENDA_UNDATED);

  ty_office_set_scope (office, county->plum);
  g_clear_pointer (&after, ty_agenda_free);
  after = load_agenda (office);
  g_assert_cmpuint (after->items->len, ==, 0);
  ty_test_office_close (office);
}

/* A county that keeps no filings here is not told that all are missing. */
static void
test_no_filings (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyAgenda) agenda = NULL;

  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", NULL);
  office = ty_test_office_open (county);
  agenda = load_agenda (office);
  g_assert_cmpuint (agenda->items->len, ==, 0);
  ty_test_office_close (office);
}

/* A record that cannot be right leads to the person, and says what to do. */
static void
test_problem (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyAgenda) agenda = NULL;
  const TyAgendaItem *item;

  ty_test_office_add_post (county, person, county->pine, "C3", "2021-10", NULL);
  ty_test_office_add_post (county, person, county->pine, "C3", "2022-10", NULL);
  office = ty_test_office_open (county);
  agenda = load_agenda (office);
  g_assert_cmpuint (sum_up (agenda, "problem"), ==, 1);
  item = find_item (agenda, "problem");
  g_assert_cmpstr (item->action, ==, "win.show-person");
  g_assert_cmpint (g_variant_get_int64 (item->target), ==, person);
  g_assert_nonnull (strstr (item->detail, "任秀兰"));

  ty_office_set_scope (office, county->plum);
  g_clear_pointer (&agenda, ty_agenda_free);
  agenda = load_agenda (office);
  g_assert_cmpuint (agenda->items->len, ==, 0);
  ty_test_office_close (office);
}

/* Many of them are one line that leads to the checks. */
static void
test_problems (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyAgenda) agenda = NULL;
  const TyAgendaItem *item;

  for (guint i = 0; i < 4; i++)
    {
      gint64 person = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);

      ty_test_office_add_post (county, person, county->pine, "C3", "2021-10", NULL);
      ty_test_office_add_post (county, person, county->pine, "C3", "2022-10", NULL);
    }
  office = ty_test_office_open (county);

  /* All records are looked at only where that is asked for, and what was counted is remembered. */
  agenda = ask_agenda (office, FALSE);
  g_assert_false (agenda->whole);
  g_assert_cmpuint (sum_up (agenda, "problem"), ==, 0);
  g_clear_pointer (&agenda, ty_agenda_free);
  agenda = load_agenda (office);
  g_assert_cmpuint (sum_up (agenda, "problem"), ==, 4);
  g_clear_pointer (&agenda, ty_agenda_free);
  agenda = ask_agenda (office, FALSE);
  g_assert_true (agenda->whole);
  item = find_item (agenda, "problem");
  g_assert_cmpuint (item->n, ==, 4);
  g_assert_cmpstr (item->action, ==, "win.show-page");
  g_assert_cmpstr (g_variant_get_string (item->target, NULL), ==, "checks");
  ty_test_office_close (office);
}

static void
test_recent (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  gint64 seq = 0;

  ty_test_office_done (county);
  office = ty_test_office_open (county);
  ty_office_load_recent_async (office, 2, NULL, ty_test_office_keep_result, &result);
  entries = ty_office_load_recent_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 0);
  g_assert_cmpuint (entries->len, <=, 2);
  for (guint i = 0; i < entries->len; i++)
    {
      TyHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (ty_history_entry_get_text (entry), !=, "");
      if (i > 0)
        g_assert_cmpint (ty_history_entry_get_seq (entry), <, seq);
      seq = ty_history_entry_get_seq (entry);
    }
  ty_test_office_close (office);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agenda/sample", test_sample);
  g_test_add_func ("/agenda/term", test_term);
  g_test_add_func ("/agenda/filing", test_filing);
  g_test_add_func ("/agenda/no-filings", test_no_filings);
  g_test_add_func ("/agenda/problem", test_problem);
  g_test_add_func ("/agenda/problems", test_problems);
  g_test_add_func ("/agenda/recent", test_recent);

  return g_test_run ();
}
