/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-honour.h"
#include "ty-mentor.h"
#include "ty-office-mentors.h"
#include "ty-person-list-member.h"
#include "ty-person-list.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <string.h>

/* Mentors proposed by the records: who fits a rule and who just does not, and how they enter the pool. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 list;
} Fixture;

static void
insert (Fixture  *fixture,
        TyRecord *row)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (fixture->county->store), row, &error);
  g_assert_no_error (error);
}

static gint64
add_secretary (Fixture    *fixture,
               const char *name,
               gint64      village,
               const char *from,
               const char *until,
               gboolean    honoured)
{
  gint64 person = ty_test_office_add_person (fixture->county, name, "1", "1968-01", NULL);
  g_autoptr(TyRecord) honour = ty_record_new (&ty_honour_info);

  ty_test_office_add_post (fixture->county, person, village, "D1", from, until);
  if (honoured)
    {
      ty_record_set_integer (honour, TY_HONOUR_PERSON, person);
      ty_record_set_integer (honour, TY_HONOUR_ID, ty_store_mint_id (fixture->county->store));
      ty_record_set_text (honour, TY_HONOUR_TITLE, "担当作为好支书");
      ty_record_set_text (honour, TY_HONOUR_DATE, "2020-06");
      insert (fixture, honour);
    }
  return person;
}

static void
add_list (Fixture *fixture,
          gint64   person)
{
  g_autoptr(TyRecord) list = ty_record_new (&ty_person_list_info);
  g_autoptr(TyRecord) member = ty_record_new (&ty_person_list_member_info);

  fixture->list = ty_store_mint_id (fixture->county->store);
  ty_record_set_integer (list, TY_PERSON_LIST_ID, fixture->list);
  ty_record_set_text (list, TY_PERSON_LIST_NAME, "导师人选");
  insert (fixture, list);
  ty_record_set_integer (member, TY_PERSON_LIST_MEMBER_LIST, fixture->list);
  ty_record_set_integer (member, TY_PERSON_LIST_MEMBER_PERSON, person);
  insert (fixture, member);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 listed;
  gint64 leader;

  fixture->county = county;
  add_secretary (fixture, "钱荣", county->pine, "2016-06-30", NULL, TRUE);
  add_secretary (fixture, "李近", county->creek, "2016-07-02", NULL, TRUE);
  /* Ten years in two parts, of which the second begins before the first ends. */
  {
    gint64 person = add_secretary (fixture, "孙续", county->plum, "2015-01-01", "2021-10-01", TRUE);

    ty_test_office_add_post (county, person, county->plum, "D1", "2021-05-01", NULL);
  }
  add_secretary (fixture, "周退", county->pine, "2005-01-01", "2016-06-30", FALSE);
  add_secretary (fixture, "吴短", county->creek, "2010-01-01", "2016-07-02", FALSE);
  leader = ty_test_office_add_person (county, "郑镇", "1", "1980-01", NULL);
  ty_test_office_add_post (county, leader, county->north, "T5", "2020-01-01", NULL);
  listed = ty_test_office_add_person (county, "王列", "2", "1985-01", NULL);
  add_list (fixture, listed);
  ty_test_office_done (county);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2026, 6, 30));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static GPtrArray *
propose (Fixture             *fixture,
         const TyMentorRules *rules)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *found;

  ty_office_propose_mentors_async (fixture->office, rules, NULL, ty_test_office_keep_result, &result);
  found = ty_office_propose_mentors_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return found;
}

static const TyMentorProposal *
find (GPtrArray  *found,
      const char *name)
{
  for (guint i = 0; i < found->len; i++)
    if (strcmp (((TyMentorProposal *) g_ptr_array_index (found, i))->name, name) == 0)
      return g_ptr_array_index (found, i);
  return NULL;
}

/* Ten years are ten years: a day less is not enough, and times that overlap count once. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  TyMentorRules rules;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) fewer = NULL;

  ty_mentor_rules_init (&rules);
  found = propose (fixture, &rules);
  g_assert_nonnull (find (found, "钱荣"));
  g_assert_null (find (found, "李近"));
  g_assert_nonnull (find (found, "孙续"));
  g_assert_cmpstr (find (found, "孙续")->reason, ==, "Secretary for 11 years, 1 honour");
  g_assert_nonnull (find (found, "周退"));
  g_assert_cmpstr (find (found, "周退")->reason, ==, "Was secretary for 11 years");
  g_assert_cmpstr (find (found, "周退")->level, ==, "village");
  g_assert_null (find (found, "吴短"));
  g_assert_nonnull (find (found, "郑镇"));
  g_assert_cmpstr (find (found, "郑镇")->level, ==, "township");
  g_assert_cmpint (find (found, "郑镇")->unit, ==, fixture->county->north);
  g_assert_null (find (found, "王列"));

  rules.years[TY_MENTOR_HONOURED] = 9;
  rules.wanted[TY_MENTOR_DEPARTED] = FALSE;
  rules.list = fixture->list;
  fewer = propose (fixture, &rules);
  g_assert_nonnull (find (fewer, "李近"));
  g_assert_null (find (fewer, "周退"));
  g_assert_nonnull (find (fewer, "王列"));
}

/* Only those who work in the scope, and nobody whom the rules do not want. */
static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  TyMentorRules rules;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) none = NULL;

  ty_mentor_rules_init (&rules);
  ty_office_set_scope (fixture->office, fixture->county->south);
  found = propose (fixture, &rules);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (find (found, "孙续"));
  memset (rules.wanted, 0, sizeof rules.wanted);
  none = propose (fixture, &rules);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
add (Fixture    *fixture,
     GPtrArray  *rows,
     GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_add_mentors_async (fixture->office, rows, NULL, ty_test_office_keep_result, &result);
  return ty_office_add_mentors_finish (fixture->office, ty_test_office_await (&result), error);
}

/* All enter at once, are not proposed again, and one undo takes all of them back. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  TyMentorRules rules;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_mentor_rules_init (&rules);
  found = propose (fixture, &rules);
  for (guint i = 0; i < found->len; i++)
    {
      TyRecord *row = ty_record_new (&ty_mentor_info);

      ty_record_set_integer (row, TY_MENTOR_PERSON, ((TyMentorProposal *) g_ptr_array_index (found, i))->person);
      ty_record_set_date (row, TY_MENTOR_FROM_DATE, ty_date_new (2026, 6, 30));
      ty_record_set_integer (row, TY_MENTOR_CAPACITY, 2);
      g_ptr_array_add (rows, row);
    }
  g_assert_true (add (fixture, rows, &error));
  g_assert_no_error (error);
  after = propose (fixture, &rules);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_false (add (fixture, rows, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Pool of mentors, 4 people added");
  again = propose (fixture, &rules);
  g_assert_cmpuint (again->len, ==, found->len);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/mentors/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/mentors/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/mentors/add", Fixture, NULL, set_up, test_add, tear_down);
  return g_test_run ();
}
