/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-office-history.h"
#include "ty-office-roster.h"
#include "ty-office-units.h"
#include "ty-office-villages.h"
#include "ty-period.h"
#include "ty-sample.h"
#include "ty-seat.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <string.h>

/* Townships and villages with their figures, against a plain count over the tables. */

static void
write_seats (TyTestOffice *county,
             gint64        unit,
             const char   *body,
             int           seats,
             const char   *from)
{
  TySeatChange change = { body, seats, 0 };
  g_autoptr(GError) error = NULL;

  ty_seat_edit_run (county->store, "tester", &unit, 1, &change, 1, ty_date_from_iso (from), NULL,
                    &error);
  g_assert_no_error (error);
}

/* The number beside the entry of the sidebar is that of the table. */
static TyVillageTable *
load_villages (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) counted = NULL;
  g_autoptr(GError) error = NULL;
  TyVillageTable *table;
  int n;

  ty_office_load_villages_async (office, NULL, ty_test_office_keep_result, &result);
  table = ty_office_load_villages_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  ty_office_count_villages_async (office, NULL, ty_test_office_keep_result, &counted);
  n = ty_office_count_villages_finish (office, ty_test_office_await (&counted), &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, (int) table->total.n_villages);
  return table;
}

static TyVillageFile *
load_village (TyOffice *office,
              gint64    unit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyVillageFile *file;

  ty_office_load_village_async (office, unit, NULL, ty_test_office_keep_result, &result);
  file = ty_office_load_village_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return file;
}

static void
set_seats (TyOffice   *office,
           gint64      unit,
           const char *body,
           int         seats,
           const char *from,
           gboolean    expected)
{
  const TySeatChange change = { body, seats, 0 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean changed;

  ty_office_set_seats_async (office, &unit, 1, &change, 1, ty_date_from_iso (from), NULL,
                             ty_test_office_keep_result, &result);
  ty_office_set_seats_finish (office, ty_test_office_await (&result), &changed, &error);
  g_assert_no_error (error);
  g_assert_true (changed == expected);
}

static void
undo (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
move_unit (TyOffice *office,
           gint64    unit,
           gint64    before)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_move_unit_async (office, unit, before, NULL, ty_test_office_keep_result, &result);
  ty_office_move_unit_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static const TyVillageRow *
find_row (TyVillageTable *table,
          gint64          unit)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (ty_village_table_get (table, i)->unit == unit)
      return ty_village_table_get (table, i);

  return NULL;
}

static guint
count_roster (TyOffice    *office,
              gint64       scope,
              TyWho        who,
              TyCondition  condition)
{
  const TyRosterQuery query = { .who = who, .condition = condition };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;
  gint64 before = ty_office_get_scope (office);

  ty_office_set_scope (office, scope);
  ty_office_list_roster_async (office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  ty_office_set_scope (office, before);
  return people->len;
}

/* What the tables say, row by row. */
typedef struct
{
  TyStore *store;
  GPtrArray *appointments;
  GPtrArray *seats;
  TyDate as_of;
} Oracle;

static GPtrArray *
read_all (TyDatabase         *database,
          const TyRecordInfo *info)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_table_select (database, info, "", &error);
  GPtrArray *rows = ty_table_collect (statement, info, &error);

  g_assert_no_error (error);
  return rows;
}

static void
oracle_init (Oracle     *oracle,
             const char *path,
             TyDate      as_of)
{
  g_autoptr(GError) error = NULL;
  TyDatabase *database;

  oracle->store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  database = ty_store_get_database (oracle->store);
  oracle->as_of = as_of;
  oracle->appointments = read_all (database, &ty_appointment_info);
  oracle->seats = read_all (database, &ty_seat_info);
}

static void
oracle_clear (Oracle *oracle)
{
  g_ptr_array_unref (oracle->appointments);
  g_ptr_array_unref (oracle->seats);
  ty_store_close (oracle->store, NULL);
  g_object_unref (oracle->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Oracle, oracle_clear)

static gboolean
is_in_force (Oracle   *oracle,
             TyRecord *record,
             guint     from,
             guint     until)
{
  TyPeriod period = { ty_record_get_date (record, from), ty_record_get_date (record, until) };

  return ty_period_contains (period, oracle->as_of);
}

static const char *
get_body (TyRecord *appointment)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"),
                                      ty_record_get_text (appointment, TY_APPOINTMENT_POST));

  return code != NULL ? ty_code_get_attribute (code, "body") : "";
}

static guint
count_people (Oracle     *oracle,
              gint64      unit,
              const char *body)
{
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < oracle->appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (oracle->appointments, i);
      gint64 person = ty_record_get_integer (appointment, TY_APPOINTMENT_PERSON);

      if (ty_record_get_integer (appointment, TY_APPOINTMENT_UNIT) == unit
          && g_str_equal (get_body (appointment), body)
          && is_in_force (oracle, appointment, TY_APPOINTMENT_FROM_DATE,
                          TY_APPOINTMENT_UNTIL_DATE))
        g_hash_table_add (people, g_memdup2 (&person, sizeof person));
    }
  return g_hash_table_size (people);
}

static TySeatCount
count_seats (Oracle *oracle,
             gint64  unit)
{
  TySeatCount count = { 0 };

  for (guint i = 0; i < oracle->seats->len; i++)
    {
      TyRecord *seat = g_ptr_array_index (oracle->seats, i);
      gint64 approved = ty_record_get_integer (seat, TY_SEAT_SEATS);
      gint64 filled;

      if (ty_record_get_integer (seat, TY_SEAT_UNIT) != unit
          || !is_in_force (oracle, seat, TY_SEAT_FROM_DATE, TY_SEAT_UNTIL_DATE))
        continue;
      filled = count_people (oracle, unit, ty_record_get_text (seat, TY_SEAT_BODY));
      count.approved += approved;
      count.filled += filled;
      count.vacant += MAX (approved - filled, 0);
      count.over += MAX (filled - approved, 0);
    }
  return count;
}

static void
assert_seats (TySeatCount found,
              TySeatCount expected)
{
  g_assert_cmpuint (found.approved, ==, expected.approved);
  g_assert_cmpuint (found.filled, ==, expected.filled);
  g_assert_cmpuint (found.vacant, ==, expected.vacant);
  g_assert_cmpuint (found.over, ==, expected.over);
  /* Whoever is too many in one body fills no seat of another. */
  g_assert_cmpint ((int) found.vacant - (int) found.over, ==,
                   (int) found.approved - (int) found.filled);
}

static void
add_seats (TySeatCount *sum,
           TySeatCount  count)
{
  sum->approved += count.approved;
  sum->filled += count.filled;
  sum->vacant += count.vacant;
  sum->over += count.over;
}

/* The page of a village says what its row says. */
static void
assert_file (TyOffice           *office,
             const TyVillageRow *row)
{
  g_autoptr(TyVillageFile) file = load_village (office, row->unit);
  TySeatCount count = { 0 };

  g_assert_true (file->exists);
  g_assert_cmpstr (file->name, ==, row->name);
  g_assert_cmpuint (file->figures[1].amount.sum, ==, row->members);
  g_assert_cmpint (file->dual_role, ==, row->n_dual > 0);
  for (guint i = 0; i < file->teams->len; i++)
    {
      TyTeam *team = g_ptr_array_index (file->teams, i);

      if (team->seats < 0)
        continue;
      g_assert_cmpuint (team->vacancies->len, ==, team->count.vacant);
      add_seats (&count, team->count);
    }
  assert_seats (count, row->seats);
}

static void
assert_table (TyOffice   *office,
              const char *path)
{
  g_auto(Oracle) oracle = { 0 };
  g_autoptr(TyVillageTable) table = load_villages (office);
  TySeatCount total = { 0 };
  guint n_villages = 0;

  oracle_init (&oracle, path, ty_office_get_as_of (office));
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TyVillageRow *row = ty_village_table_get (table, i);

      g_assert_cmpuint (row->members, ==,
                        count_roster (office, row->unit, TY_WHO_MEMBERS, TY_CONDITION_NONE));
      g_assert_cmpuint (row->women, ==,
                        count_roster (office, row->unit, TY_WHO_MEMBERS, TY_CONDITION_FEMALE));
      if (!row->is_village)
        continue;
      g_assert_cmpint (row->n_led, ==,
                       count_roster (office, row->unit, TY_WHO_SECRETARIES, TY_CONDITION_NONE) > 0);
      g_assert_cmpint (row->n_led, ==, row->secretary != NULL);
      assert_seats (row->seats, count_seats (&oracle, row->unit));
      g_assert_cmpint (row->n_short, ==, row->seats.vacant > 0);
      add_seats (&total, row->seats);
      n_villages++;
      if (i % 7 == 0)
        assert_file (office, row);
    }
  assert_seats (table->total.seats, total);
  g_assert_cmpuint (table->total.n_villages, ==, n_villages);
}

/* Each row lies where the tree says, and the sums of a township are those of its villages. */
static void
assert_shape (TyVillageTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TyVillageRow *row = ty_village_table_get (table, i);
      TySeatCount sum = { 0 };
      guint n = 0;

      g_assert_cmpuint (row->end, >, i);
      if (row->above != TY_VILLAGE_NONE)
        {
          const TyVillageRow *above = ty_village_table_get (table, row->above);

          g_assert_cmpint (above->unit, ==, row->parent);
          g_assert_cmpuint (above->depth + 1, ==, row->depth);
          g_assert_cmpuint (row->end, <=, above->end);
        }
      for (guint j = i; j < row->end; j++)
        {
          const TyVillageRow *below = ty_village_table_get (table, j);

          if (!below->is_village)
            continue;
          add_seats (&sum, below->seats);
          n++;
        }
      assert_seats (row->seats, sum);
      g_assert_cmpuint (row->n_villages, ==, n);
    }
}

static void
test_small (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 li = ty_test_office_add_person (county, "李一", "2", "1980-01", NULL);
  gint64 wang = ty_test_office_add_person (county, "王二", "1", "1970-01", NULL);
  g_autoptr(TyVillageTable) table = NULL;
  const TyVillageRow *row;
  TyOffice *office;

  ty_test_office_add_post (county, li, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, li, county->pine, "C1", "2021-10", NULL);
  ty_test_office_add_post (county, li, county->pine, "D4", "2021-10", NULL);
  ty_test_office_add_post (county, wang, county->pine, "C2", "2017-12", "2021-10");
  ty_test_office_add_post (county, wang, county->plum, "J3", "2021-10", NULL);
  write_seats (county, county->pine, "party", 3, "2021-10");
  write_seats (county, county->pine, "village_committee", 1, "2021-10");
  write_seats (county, county->plum, "residents_committee", 0, "2021-10");
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_from_iso ("2021-12-31"));

  table = load_villages (office);
  assert_shape (table);
  g_assert_cmpuint (table->rows->len, ==, 5);
  g_assert_cmpstr (ty_village_table_get (table, 0)->name, ==, "云岭镇");
  g_assert_cmpstr (ty_village_table_get (table, 1)->name, ==, "上松村");
  row = find_row (table, county->pine);
  g_assert_cmpstr (row->secretary, ==, "李一");
  assert_seats (row->seats, (TySeatCount){ 4, 2, 2, 0 });
  g_assert_cmpuint (row->n_dual, ==, 1);
  g_assert_cmpuint (row->women, ==, 1);
  assert_seats (find_row (table, county->plum)->seats, (TySeatCount){ 0, 1, 0, 1 });
  row = find_row (table, county->creek);
  g_assert_null (row->secretary);
  g_assert_cmpuint (row->n_unset, ==, 1);
  g_assert_cmpuint (find_row (table, county->north)->n_unset, ==, 1);
  g_assert_cmpuint (find_row (table, county->north)->n_short, ==, 1);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

/* The date and the scope of the header are obeyed. */
static void
test_scope (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 wang = ty_test_office_add_person (county, "王二", "1", "1970-01", NULL);
  g_autoptr(TyVillageTable) south = NULL;
  g_autoptr(TyVillageTable) village = NULL;
  g_autoptr(TyVillageTable) before = NULL;
  TyOffice *office;

  ty_test_office_add_post (county, wang, county->plum, "D1", "2021-10", NULL);
  write_seats (county, county->plum, "party", 1, "2021-10");
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_from_iso ("2021-12-31"));
  ty_office_set_scope (office, county->south);
  south = load_villages (office);
  g_assert_cmpuint (south->rows->len, ==, 1);
  g_assert_cmpint (ty_village_table_get (south, 0)->unit, ==, county->plum);
  g_assert_cmpuint (ty_village_table_get (south, 0)->depth, ==, 0);
  ty_office_set_scope (office, county->plum);
  village = load_villages (office);
  g_assert_cmpuint (village->rows->len, ==, 1);
  g_assert_cmpuint (village->total.n_led, ==, 1);

  ty_office_set_as_of (office, ty_date_from_iso ("2021-09-30"));
  before = load_villages (office);
  g_assert_cmpuint (before->total.n_led, ==, 0);
  g_assert_cmpuint (before->total.n_unset, ==, 1);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

static void
test_sample (void)
{
  const TySampleOptions options = { .n_villages = 60, .seed = 11 };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autofree char *path = g_build_filename (county->folder, "样例.touyan", NULL);
  g_autoptr(TyVillageTable) table = NULL;
  g_autoptr(GError) error = NULL;
  TyOffice *office;

  ty_store_close (county->store, NULL);
  g_clear_object (&county->store);
  ty_sample_create (path, &options, "tester", NULL, &error);
  g_assert_no_error (error);
  g_free (county->path);
  county->path = g_steal_pointer (&path);
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_from_iso ("2021-12-31"));
  table = load_villages (office);
  assert_shape (table);
  /* The sample has villages of each kind, so that the page can be seen with all of them. */
  g_assert_cmpuint (table->total.n_short, >, 5);
  g_assert_cmpuint (table->total.n_short, <, 40);
  g_assert_cmpuint (table->total.seats.over, >, 0);
  g_assert_cmpuint (table->total.n_unset, >, 0);
  g_assert_cmpuint (table->total.n_led, <, table->total.n_villages);
  assert_table (office, county->path);
  ty_office_set_as_of (office, ty_date_from_iso ("2019-06-30"));
  assert_table (office, county->path);
  ty_office_set_scope (office, ty_village_table_get (table, 0)->unit);
  assert_table (office, county->path);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

static void
add_random_posts (TyTestOffice *county)
{
  static const char *const posts[] = { "D1", "D3", "D4", "C1", "C3", "J1", "J3", "S1", "S2", "P9" };
  const gint64 units[] = { county->pine, county->creek, county->plum };

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *name = g_strdup_printf ("张%u", i);
      gint64 person = ty_test_office_add_person (county, name, i % 3 == 0 ? "2" : "1", "1980", NULL);

      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        ty_test_office_add_post (county, person, units[g_test_rand_int_range (0, 3)],
                                 posts[g_test_rand_int_range (0, G_N_ELEMENTS (posts))],
                                 g_test_rand_bit () ? "2017-12" : "2021-10",
                                 g_test_rand_bit () ? "2022-05-01" : NULL);
    }
}

static void
test_random (void)
{
  static const char *const bodies[] = { "party", "village_committee", "supervision" };
  static const char *const days[] = { "2018-01-01", "2021-12-31", "2023-01-01" };

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr(TyTestOffice) county = ty_test_office_new ();
      const gint64 units[] = { county->pine, county->creek, county->plum };
      TyOffice *office;

      add_random_posts (county);
      for (guint i = 0; i < 12; i++)
        write_seats (county, units[g_test_rand_int_range (0, 3)],
                     bodies[g_test_rand_int_range (0, 3)], g_test_rand_int_range (-1, 9),
                     days[g_test_rand_int_range (0, 3)]);
      office = ty_test_office_open (county);
      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        {
          ty_office_set_as_of (office, ty_date_from_iso (days[i]));
          assert_table (office, county->path);
        }
      ty_test_office_close (office);
      g_assert_finalize_object (office);
    }
}

static TyTeam *
get_team (TyVillageFile *file,
          guint          team)
{
  g_assert_cmpuint (team, <, file->teams->len);
  return g_ptr_array_index (file->teams, team);
}

static void
test_team (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 li = ty_test_office_add_person (county, "李<一>", "2", "1980-01", NULL);
  gint64 wang = ty_test_office_add_person (county, "王二", "1", "1970-01", NULL);
  gint64 zhao = ty_test_office_add_person (county, "赵三", "1", "1960-01", NULL);
  g_autoptr(TyVillageFile) file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  TyTeamMember *member;
  TyVacancy *vacancy;
  TyOffice *office;

  ty_test_office_add_post (county, li, county->pine, "D3", "2021-10", NULL);
  ty_test_office_add_post (county, li, county->pine, "D4", "2021-10", NULL);
  ty_test_office_add_post (county, li, county->pine, "C1", "2021-10", NULL);
  ty_test_office_add_post (county, wang, county->pine, "D1", "2017-12", "2022-03");
  ty_test_office_add_post (county, zhao, county->pine, "D3", "2017-12", "2021-10");
  write_seats (county, county->pine, "party", 3, "2021-10");
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_from_iso ("2022-06-30"));
  file = load_village (office, county->pine);

  g_assert_cmpuint (file->teams->len, ==, 3);
  g_assert_cmpstr (get_team (file, 0)->body, ==, "party");
  g_assert_cmpstr (get_team (file, 1)->body, ==, "village_committee");
  g_assert_cmpstr (get_team (file, 2)->body, ==, "supervision");
  g_assert_cmpint (get_team (file, 1)->seats, ==, -1);
  g_assert_cmpuint (get_team (file, 0)->members->len, ==, 1);
  member = g_ptr_array_index (get_team (file, 0)->members, 0);
  g_assert_cmpint (member->person, ==, li);
  g_assert_true (member->linked);
  g_assert_cmpstr (member->since, ==, "2021.10");
  g_assert_nonnull (strstr (member->posts, ", "));

  /* The secretary’s seat first, since that day; the other since it was approved. */
  g_assert_cmpuint (ty_village_file_count_vacancies (file), ==, 2);
  vacancy = g_ptr_array_index (get_team (file, 0)->vacancies, 0);
  g_assert_cmpstr (vacancy->post, ==, "Party secretary");
  g_assert_cmpstr (vacancy->since, ==, "2022.03");
  vacancy = g_ptr_array_index (get_team (file, 0)->vacancies, 1);
  g_assert_cmpstr (vacancy->post, ==, "Member of the party committee");
  g_assert_cmpstr (vacancy->since, ==, "2021.10");

  text = ty_village_file_dup_text (file);
  g_assert_true (g_str_has_prefix (text, "Body\tPosts\tName\tSex\tAge\tEducation\tSince\n"));
  g_assert_nonnull (strstr (text, "\t李<一>\tFemale\t42\t"));
  g_assert_nonnull (strstr (text, "\tParty secretary\tVacant\t\t\t\t2022.03\n"));
  html = ty_village_file_dup_html (file);
  g_assert_nonnull (strstr (html, "<td>李&lt;一&gt;</td>"));
  g_assert_nonnull (strstr (html, "<caption>上松村</caption>"));

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

/* Set here, seen at once in both places, and taken back. */
static void
test_set_seats (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  TyOffice *office = ty_test_office_open (county);
  g_autoptr(TyVillageTable) before = NULL;
  g_autoptr(TyVillageTable) after = NULL;
  g_autoptr(TyVillageTable) undone = NULL;
  g_autoptr(TyVillageFile) file = NULL;

  ty_office_set_as_of (office, ty_date_from_iso ("2022-06-30"));
  before = load_villages (office);
  g_assert_cmpuint (before->total.n_unset, ==, 3);
  set_seats (office, county->plum, "village_committee", 5, "2022-01-01", TRUE);
  set_seats (office, county->plum, "village_committee", 5, "2022-01-01", FALSE);
  after = load_villages (office);
  assert_seats (find_row (after, county->plum)->seats, (TySeatCount){ 5, 0, 5, 0 });
  file = load_village (office, county->plum);
  g_assert_cmpuint (file->seats->len, ==, 1);
  g_assert_cmpuint (file->actions->len, >=, 1);
  g_assert_cmpuint (ty_village_file_count_vacancies (file), ==, 5);

  undo (office);
  undone = load_villages (office);
  g_assert_cmpuint (undone->total.n_unset, ==, 3);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

/* What was dragged here is obeyed by whatever lists units. */
static void
test_move (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  TyOffice *office = ty_test_office_open (county);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) children = NULL;
  g_autoptr(TyVillageTable) moved = NULL;
  g_autoptr(TyVillageTable) undone = NULL;

  move_unit (office, county->north, 0);
  move_unit (office, county->creek, county->pine);
  moved = load_villages (office);
  assert_shape (moved);
  g_assert_cmpint (ty_village_table_get (moved, 0)->unit, ==, county->south);
  g_assert_cmpint (ty_village_table_get (moved, 2)->unit, ==, county->north);
  g_assert_cmpint (ty_village_table_get (moved, 3)->unit, ==, county->creek);
  g_assert_cmpint (ty_village_table_get (moved, 4)->unit, ==, county->pine);
  ty_office_list_children_async (office, county->county, NULL, ty_test_office_keep_result, &result);
  children = ty_office_list_children_finish (office, ty_test_office_await (&result), NULL);
  g_assert_cmpint (ty_unit_item_get_unit (g_ptr_array_index (children, 0)), ==, county->south);
  g_clear_object (&result);

  undo (office);
  undo (office);
  undone = load_villages (office);
  g_assert_cmpint (ty_village_table_get (undone, 0)->unit, ==, county->north);
  g_assert_cmpint (ty_village_table_get (undone, 1)->unit, ==, county->pine);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

static void
test_gone (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  TyOffice *office = ty_test_office_open (county);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_load_village_async (office, 12345, NULL, ty_test_office_keep_result, &result);
  g_assert_null (ty_office_load_village_finish (office, ty_test_office_await (&result), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  g_clear_object (&result);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/villages/small", test_small);
  g_test_add_func ("/villages/scope", test_scope);
  g_test_add_func ("/villages/sample", test_sample);
  g_test_add_func ("/villages/random", test_random);
  g_test_add_func ("/villages/team", test_team);
  g_test_add_func ("/villages/set-seats", test_set_seats);
  g_test_add_func ("/villages/move", test_move);
  g_test_add_func ("/villages/gone", test_gone);

  return g_test_run ();
}
