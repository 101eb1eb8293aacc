/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment.h"
#include "ty-database.h"
#include "ty-entry.h"
#include "ty-mandate.h"
#include "ty-office-filings.h"
#include "ty-office-history.h"
#include "ty-office-posts.h"
#include "ty-office-rows.h"
#include "ty-test-office.h"

/* A village with a secretary, 李四, and somebody who may follow, 张三. */
typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 zhang;
  gint64 li;
} Fixture;

static void
set_up (Fixture *self)
{
  self->county = ty_test_office_new ();
  self->zhang = ty_test_office_add_person (self->county, "张三", "1", "1985-02", NULL);
  self->li = ty_test_office_add_person (self->county, "李四", "1", "1970-05", NULL);
  ty_test_office_add_post (self->county, self->li, self->county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (self->county, self->li, self->county->pine, "C1", "2017-12", NULL);
  ty_test_office_add_post (self->county, self->zhang, self->county->creek, "D3", "2020-01", NULL);
  ty_test_office_add_term (self->county, 2021, "2021-10");
  self->office = ty_test_office_open (self->county);
}

static void
tear_down (Fixture *self)
{
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

/* What the file says, by a connection of its own. */
static int
ask (Fixture    *self,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyDatabase) database = ty_database_open (self->county->path, TY_DATABASE_READ_ONLY, &error);
  gint64 value = 0;

  g_assert_no_error (error);
  ty_database_get_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return (int) value;
}

#define HELD(name, post) \
  "SELECT count(*) FROM appointment a JOIN person p ON p.id = a.person WHERE p.name = '" name "' " \
  "AND post = '" post "' AND until_date IS NULL"
#define ENDED(name, reason) \
  "SELECT count(*) FROM appointment a JOIN person p ON p.id = a.person WHERE p.name = '" name "' " \
  "AND until_date = '2024-03-05' AND end_reason = '" reason "'"

static GPtrArray *
look (Fixture   *self,
      GPtrArray *changes)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *notes;

  ty_office_look_at_posts_async (self->office, changes, NULL, ty_test_office_keep_result, &result);
  notes = ty_office_look_at_posts_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return notes;
}

static char *
try_to_change (Fixture    *self,
               GPtrArray  *changes,
               GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_change_posts_async (self->office, changes, NULL, ty_test_office_keep_result, &result);
  return ty_office_change_posts_finish (self->office, ty_test_office_await (&result), error);
}

static void
assert_changed (Fixture    *self,
                GPtrArray  *changes,
                const char *said)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = try_to_change (self, changes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, said);
  g_assert_cmpstr (ty_office_get_undo_label (self->office), ==, said);
}

static void
undo (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (self->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_change_free);
}

static TyPostChange *
add (GPtrArray  *changes,
     TyPostMove  move,
     gint64      person)
{
  TyPostChange *change = ty_post_change_new (move, person);

  change->date = ty_date_new (2024, 3, 5);
  g_ptr_array_add (changes, change);
  return change;
}

static TyPostNote *
find_note (GPtrArray      *notes,
           TyPostNoteKind  kind)
{
  for (guint i = 0; i < notes->len; i++)
    if (((TyPostNote *) g_ptr_array_index (notes, i))->kind == kind)
      return g_ptr_array_index (notes, i);

  return NULL;
}

/* A new secretary: who was it is offered to end, and ends with the same action. */
static void
test_appoint (void)
{
  Fixture self = { 0 };
  g_autoptr(GPtrArray) changes = changes_new ();
  g_autoptr(GPtrArray) notes = NULL;
  TyPostChange *change;
  TyPostNote *offer;

  set_up (&self);
  change = add (changes, TY_MOVE_APPOINT, self.zhang);
  change->unit = self.county->pine;
  change->post = "D1";
  change->how = "appointed";
  change->document = g_strdup ("石组干〔2024〕5号");
  change->filing_number = g_strdup ("石组备〔2024〕9号");
  change->filing_date = ty_date_new (2024, 3, 12);
  notes = look (&self, changes);
  offer = find_note (notes, TY_POST_NOTE_OFFER);
  g_assert_nonnull (offer);
  g_assert_cmpint (offer->end.person, ==, self.li);
  g_assert_true (offer->proposed);
  g_assert_nonnull (find_note (notes, TY_POST_NOTE_WARN));
  ty_post_change_add_end (change, offer->end);

  assert_changed (&self, changes, "张三 appointed as 上松村 Party secretary");
  g_assert_cmpint (ask (&self, HELD ("张三", "D1")), ==, 1);
  g_assert_cmpint (ask (&self, HELD ("张三", "D3")), ==, 1);
  g_assert_cmpint (ask (&self, HELD ("李四", "D1")), ==, 0);
  g_assert_cmpint (ask (&self, HELD ("李四", "C1")), ==, 1);
  g_assert_cmpint (ask (&self, ENDED ("李四", "removed")), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM appointment WHERE document = '石组干〔2024〕5号' "
                        "AND how = 'appointed' AND body = 'party'"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT t.year FROM mandate m JOIN term t ON t.id = m.term WHERE "
                        "filing_number = '石组备〔2024〕9号' AND filing_date = '2024-03-12'"), ==, 2021);
  undo (&self);
  g_assert_cmpint (ask (&self, HELD ("张三", "D1")), ==, 0);
  g_assert_cmpint (ask (&self, HELD ("李四", "D1")), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM mandate"), ==, 0);
  tear_down (&self);
}

/* The way out, with its document and filing; of a date before the beginning nothing is written. */
static void
test_remove (void)
{
  Fixture self = { 0 };
  g_autoptr(GPtrArray) changes = changes_new ();
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GError) error = NULL;
  TyPostChange *change;

  set_up (&self);
  change = add (changes, TY_MOVE_REMOVE, self.li);
  notes = look (&self, changes);
  g_assert_cmpuint (notes->len, ==, 2);
  ty_post_change_add_end (change, ((TyPostNote *) g_ptr_array_index (notes, 0))->end);
  change->date = ty_date_new (2016, 1, 1);
  g_assert_null (try_to_change (&self, changes, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_PERIOD);
  g_assert_true (g_str_has_prefix (error->message, "Date"));

  change->date = ty_date_new (2024, 3, 5);
  change->document = g_strdup ("石组干〔2024〕6号");
  change->filing_number = g_strdup ("石组备〔2024〕10号");
  assert_changed (&self, changes, "李四 removed from the post of 上松村 Party secretary");
  g_assert_cmpint (ask (&self, ENDED ("李四", "removed")), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM appointment WHERE end_document = '石组干〔2024〕6号' "
                        "AND end_filing_number = '石组备〔2024〕10号'"), ==, 1);
  undo (&self);
  g_assert_cmpint (ask (&self, HELD ("李四", "D1")), ==, 1);
  tear_down (&self);
}

/* From one village to another, as one action. */
static void
test_transfer (void)
{
  Fixture self = { 0 };
  g_autoptr(GPtrArray) changes = changes_new ();
  g_autoptr(GPtrArray) notes = NULL;
  TyPostChange *change;

  set_up (&self);
  change = add (changes, TY_MOVE_TRANSFER, self.zhang);
  change->unit = self.county->plum;
  change->post = "C1";
  notes = look (&self, changes);
  g_assert_true (find_note (notes, TY_POST_NOTE_OWN)->proposed);
  ty_post_change_add_end (change, find_note (notes, TY_POST_NOTE_OWN)->end);
  assert_changed (&self, changes, "张三 transferred to the post of 梅园社区 Head of the residents’ committee");
  g_assert_cmpint (ask (&self, HELD ("张三", "J1")), ==, 1);
  g_assert_cmpint (ask (&self, ENDED ("张三", "transferred")), ==, 1);
  tear_down (&self);
}

/* Who retires or has died leaves everything; nobody takes a post afterwards, and nobody dies tomorrow. */
static void
test_leave_all (void)
{
  const struct { TyPostMove move; const char *said; const char *ended; } cases[] = {
    { TY_MOVE_RETIRE, "李四 retired", ENDED ("李四", "retired") },
    { TY_MOVE_DIE, "李四 died", ENDED ("李四", "died") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture self = { 0 };
      g_autoptr(GPtrArray) changes = changes_new ();
      g_autoptr(GPtrArray) later = changes_new ();
      g_autoptr(GError) error = NULL;
      TyPostChange *change;

      set_up (&self);
      add (changes, cases[i].move, self.li);
      assert_changed (&self, changes, cases[i].said);
      g_assert_cmpint (ask (&self, cases[i].ended), ==, 2);

      change = add (later, TY_MOVE_APPOINT, self.li);
      change->unit = self.county->creek;
      change->post = "D2";
      g_free (try_to_change (&self, later, &error));
      if (cases[i].move == TY_MOVE_DIE)
        g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
      else
        g_assert_no_error (error);
      tear_down (&self);
    }
}

static void
test_rules (void)
{
  TyDate today = ty_date_new (2024, 3, 5);
  g_autoptr(TyPostChange) change = ty_post_change_new (TY_MOVE_DIE, 1);
  g_autoptr(GError) future = NULL;
  g_autoptr(GError) far = NULL;
  g_autoptr(GError) missing = NULL;

  change->date = ty_date_new (2024, 3, 6);
  g_assert_false (ty_post_change_check (change, today, &future));
  g_assert_error (future, TY_ENTRY_ERROR, TY_ENTRY_ERROR_FUTURE);
  change->move = TY_MOVE_RETIRE;
  g_assert_true (ty_post_change_check (change, today, NULL));
  change->date = ty_date_new (2034, 3, 6);
  g_assert_false (ty_post_change_check (change, today, &far));
  g_assert_error (far, TY_ENTRY_ERROR, TY_ENTRY_ERROR_FUTURE);
  change->move = TY_MOVE_APPOINT;
  g_assert_false (ty_post_change_check (change, today, &missing));
  g_assert_error (missing, TY_ENTRY_ERROR, TY_ENTRY_ERROR_REQUIRED);
}

/* Many at once are one action, or nothing: 张三 becomes a reserve, 李四 already is a secretary there. */
static void
test_many (void)
{
  Fixture self = { 0 };
  g_autoptr(GPtrArray) changes = changes_new ();
  g_autoptr(GError) error = NULL;
  TyPostChange *change;

  set_up (&self);
  change = add (changes, TY_MOVE_APPOINT, self.zhang);
  change->unit = TY_POST_OWN_UNIT;
  change->post = "P9";
  change = add (changes, TY_MOVE_APPOINT, self.li);
  change->unit = TY_POST_OWN_UNIT;
  change->post = "D1";
  g_assert_null (try_to_change (&self, changes, &error));
  g_assert_true (g_str_has_prefix (error->message, "李四"));
  g_assert_cmpint (ask (&self, HELD ("张三", "P9")), ==, 0);

  change->post = "P9";
  assert_changed (&self, changes, "2 people appointed");
  g_assert_cmpint (ask (&self, "SELECT count(DISTINCT unit) FROM appointment WHERE post = 'P9'"), ==, 2);
  undo (&self);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM appointment WHERE post = 'P9'"), ==, 0);
  tear_down (&self);
}

/* In and out of the pool; who is appointed is offered to leave it. */
static void
test_reserves (void)
{
  Fixture self = { 0 };
  g_autoptr(GPtrArray) in = changes_new ();
  g_autoptr(GPtrArray) out = changes_new ();
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GPtrArray) consequences = NULL;
  g_autoptr(GPtrArray) appoint = changes_new ();
  TyPostChange *change;

  set_up (&self);
  change = add (in, TY_MOVE_RESERVE, self.zhang);
  change->unit = self.county->pine;
  change->post = "D1";
  change->how = "organization";
  assert_changed (&self, in, "张三 taken into the reserve pool for the post of 上松村 Party secretary");
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM reserve WHERE way_in = 'organization' AND "
                        "from_date = '2024-03-05'"), ==, 1);

  change = add (appoint, TY_MOVE_APPOINT, self.zhang);
  change->unit = self.county->pine;
  change->post = "D2";
  consequences = look (&self, appoint);
  g_assert_true (find_note (consequences, TY_POST_NOTE_OFFER)->end.reserve);

  change = add (out, TY_MOVE_RESERVE_END, self.zhang);
  change->reason = "own_wish";
  notes = look (&self, out);
  ty_post_change_add_end (change, find_note (notes, TY_POST_NOTE_OWN)->end);
  assert_changed (&self, out, "张三 taken out of the reserve pool");
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM reserve WHERE way_out = 'own_wish'"), ==, 1);
  tear_down (&self);
}

/* To correct an appointment leaves its mandate alone. */
static void
test_mandate_stays (void)
{
  Fixture self = { 0 };
  g_autoptr(GPtrArray) changes = changes_new ();
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(TyRecord) edited = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyRecord *stored;
  TyPostChange *change;

  set_up (&self);
  change = add (changes, TY_MOVE_APPOINT, self.zhang);
  change->unit = self.county->pine;
  change->post = "D2";
  change->how = "elected";
  change->batch = "from_reserves";
  g_free (try_to_change (&self, changes, &error));
  g_assert_no_error (error);
  file = ty_test_office_load_person (self.office, self.zhang);
  stored = ((TyPost *) g_ptr_array_index (file->posts, 0))->appointment;
  edited = ty_record_dup (stored);
  ty_record_set_text (edited, TY_APPOINTMENT_NOTE, "更正");
  ty_office_save_row_async (self.office, stored, edited, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_row_finish (self.office, ty_test_office_await (&result), &error));
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM mandate WHERE batch = 'from_reserves' "
                        "AND date = '2024-03-05'"), ==, 1);
  tear_down (&self);
}

static void
file (Fixture           *self,
      const TyFilingKey *keys,
      guint              n_keys,
      const char        *number)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_set_filings_async (self->office, keys, n_keys, number, ty_date_new (2024, 4, 1), NULL,
                               ty_test_office_keep_result, &result);
  g_assert_true (ty_office_set_filings_finish (self->office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
}

/* The number beside the entry of the sidebar is that of the list, unless the file never had a filing. */
static void
assert_counted (Fixture *self,
                guint    n_filed)
{
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) counted = NULL;
  g_autoptr(GPtrArray) filings = NULL;
  TyFilingCount count;
  guint n_open = 0;

  ty_office_list_filings_async (self->office, NULL, ty_test_office_keep_result, &listed);
  filings = ty_office_list_filings_finish (self->office, ty_test_office_await (&listed), NULL);
  ty_office_count_filings_async (self->office, NULL, ty_test_office_keep_result, &counted);
  g_assert_true (ty_office_count_filings_finish (self->office, ty_test_office_await (&counted), &count, NULL));
  for (guint i = 0; i < filings->len; i++)
    n_open += ty_filing_is_open (g_ptr_array_index (filings, i));
  g_assert_cmpuint (filings->len - n_open, ==, n_filed);
  g_assert_cmpuint (count.n_filed, ==, n_filed);
  g_assert_cmpuint (count.n_open, ==, n_filed > 0 ? n_open : 0);
}

/* One number for several, as one action; an appointment without a mandate gets one. */
static void
test_filings (void)
{
  Fixture self = { 0 };
  g_autoptr(TyPersonFile) zhang = NULL;
  g_autoptr(TyPersonFile) li = NULL;
  TyFilingKey keys[2];

  set_up (&self);
  zhang = ty_test_office_load_person (self.office, self.zhang);
  li = ty_test_office_load_person (self.office, self.li);
  keys[0] = (TyFilingKey){ self.zhang, ty_record_get_integer (((TyPost *) g_ptr_array_index (zhang->posts, 0))->appointment, TY_APPOINTMENT_ID), 0, FALSE };
  keys[1] = (TyFilingKey){ self.li, ty_record_get_integer (((TyPost *) g_ptr_array_index (li->posts, 0))->appointment, TY_APPOINTMENT_ID), 0, FALSE };
  assert_counted (&self, 0);
  file (&self, keys, 2, "石组备〔2024〕12号");
  ty_office_set_as_of (self.office, ty_date_new (2024, 6, 1));
  assert_counted (&self, 2);
  ty_office_set_scope (self.office, self.county->pine);
  assert_counted (&self, 1);
  ty_office_set_scope (self.office, 0);
  g_assert_cmpstr (ty_office_get_undo_label (self.office), ==,
                   "County filing 石组备〔2024〕12号 entered for 2 posts");
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM mandate WHERE filing_number = '石组备〔2024〕12号' "
                        "AND filing_date = '2024-04-01'"), ==, 2);
  keys[0].removal = TRUE;
  file (&self, keys, 1, "石组备〔2024〕13号");
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM appointment WHERE end_filing_date = '2024-04-01'"), ==, 1);
  undo (&self);
  undo (&self);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM mandate"), ==, 0);
  tear_down (&self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

  g_test_add_func ("/office-posts/appoint", test_appoint);
  g_test_add_func ("/office-posts/remove", test_remove);
  g_test_add_func ("/office-posts/transfer", test_transfer);
  g_test_add_func ("/office-posts/leave-all", test_leave_all);
  g_test_add_func ("/office-posts/rules", test_rules);
  g_test_add_func ("/office-posts/many", test_many);
  g_test_add_func ("/office-posts/reserves", test_reserves);
  g_test_add_func ("/office-posts/mandate-stays", test_mandate_stays);
  g_test_add_func ("/office-posts/filings", test_filings);
  return g_test_run ();
}
