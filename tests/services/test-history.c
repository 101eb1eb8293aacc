/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-history-list.h"
#include "ty-person-edit.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <string.h>

#define NUMBER "990101198002210018"
#define N_MANY 100000

/* The history as the page asks for it: filters, entries, details, and taking back what was chosen. */

static void
edit (TyTestOffice *county,
      const char   *user,
      gint64        person,
      guint         field,
      const char   *value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (county->store), &ty_person_info,
                                             person, &error);

  g_assert_no_error (error);
  ty_record_set_text (record, field, value);
  ty_person_edit_run (county->store, user, TY_PERSON (record), NULL, &error);
  g_assert_no_error (error);
}

static TyHistoryIndex *
list (TyOffice              *office,
      const TyHistoryFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyHistoryIndex *index;

  ty_office_list_history_async (office, filter, NULL, ty_test_office_keep_result, &result);
  index = ty_office_list_history_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return index;
}

static guint
count (TyOffice        *office,
       TyHistoryFilter  filter)
{
  g_autoptr(TyHistoryIndex) index = list (office, &filter);
  guint n = 0;

  for (guint i = 0; i < index->days->len; i++)
    n += g_array_index (index->days, TyHistoryDay, i).count;
  g_assert_cmpuint (n, ==, index->seqs->len);
  return index->seqs->len;
}

static guint
count_text (TyOffice   *office,
            const char *text)
{
  return count (office, (TyHistoryFilter) { .text = text });
}

static TyHistoryDetail *
load (TyOffice *office,
      gint64    seq)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyHistoryDetail *detail;

  ty_office_load_action_async (office, seq, 100, NULL, ty_test_office_keep_result, &result);
  detail = ty_office_load_action_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return detail;
}

static gboolean
take_back (TyOffice  *office,
           gint64     seq,
           gint64    *by,
           GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  ty_office_take_back_async (office, seq, NULL, ty_test_office_keep_result, &result);
  label = ty_office_take_back_finish (office, ty_test_office_await (&result), by, error);
  return label != NULL;
}

static gint64
find_last (TyOffice *office)
{
  const TyHistoryFilter everything = { 0 };
  g_autoptr(TyHistoryIndex) index = list (office, &everything);

  return g_array_index (index->seqs, gint64, 0);
}

static TyTestOffice *
make_county (gint64 *zhang,
             gint64 *han)
{
  TyTestOffice *county = ty_test_office_new ();

  *zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  *han = ty_test_office_add_person (county, "韩国华", "1", "1975-05", NULL);
  ty_test_office_add_post (county, *zhang, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, *han, county->plum, "D1", "2021-10", NULL);
  edit (county, "李敏", *zhang, TY_PERSON_PHONE, "19900001111");
  edit (county, "李敏", *han, TY_PERSON_PHONE, "19900002222");
  edit (county, "王强", *zhang, TY_PERSON_ADDRESS, "上松村一组");
  return county;
}

static void
test_filters (void)
{
  gint64 zhang, han;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  const TyHistoryFilter everything = { 0 };
  g_autoptr(TyHistoryIndex) all = list (office, &everything);
  guint n_all = all->seqs->len;
  TyDate today = ty_date_today ();

  g_assert_cmpuint (all->n_all, ==, n_all);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .user = "李敏" }), ==, 2);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .user = "王强" }), ==, 1);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .kind = "person.edit" }), ==, 3);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .user = "李敏", .person = zhang }), ==, 1);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .kind = "person.edit", .person = zhang }), ==,
                    2);

  /* A unit has what is below it, and what was done to who serves there. */
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .kind = "person.edit",
                                                       .unit = county->pine }), ==, 2);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .kind = "person.edit",
                                                       .unit = county->north }), ==, 2);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .kind = "person.edit",
                                                       .unit = county->south }), ==, 1);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .kind = "person.edit",
                                                       .unit = county->creek }), ==, 0);

  g_assert_cmpuint (count (office, (TyHistoryFilter) { .from = today, .until = today }), ==, n_all);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .from = ty_date_add_days (today, 2) }), ==, 0);
  g_assert_cmpuint (count (office, (TyHistoryFilter) { .until = ty_date_add_days (today, -2) }), ==, 0);
}

/* Names in both scripts, pinyin and initials, words of the sentence, the user; all of them together. */
static void
test_search (void)
{
  gint64 zhang, han;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  guint of_zhang = count (office, (TyHistoryFilter) { .person = zhang });

  g_assert_cmpuint (of_zhang, >, 2);
  g_assert_cmpuint (count_text (office, "张晓明"), ==, of_zhang);
  g_assert_cmpuint (count_text (office, "張曉明"), ==, of_zhang);
  g_assert_cmpuint (count_text (office, "晓明 王强"), ==, 1);
  g_assert_cmpuint (count_text (office, "person edited 李敏"), ==, 2);
  g_assert_cmpuint (count_text (office, "晓明 国华"), ==, 0);
  g_assert_cmpuint (count_text (office, "上松"), >=, 1);
  g_assert_cmpuint (count_text (office, "hgh person edited"), ==, 1);
  g_assert_cmpuint (count_text (office, "nobody"), ==, 0);
}

/* The counts of a filter are those of the list as filtered by the others. */
static void
test_facets (void)
{
  gint64 zhang, han;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  const TyHistoryFilter filter = { .kind = "person.edit", .user = "王强" };
  g_autoptr(TyHistoryIndex) index = list (office, &filter);
  const TyHistoryFacet *facet;

  g_assert_cmpuint (index->seqs->len, ==, 1);
  g_assert_cmpuint (index->users->len, ==, 2);
  facet = g_ptr_array_index (index->users, 0);
  g_assert_cmpstr (facet->word, ==, "李敏");
  g_assert_cmpuint (facet->count, ==, 2);
  g_assert_cmpuint (index->kinds->len, ==, 1);
  facet = g_ptr_array_index (index->kinds, 0);
  g_assert_cmpuint (facet->count, ==, 1);
}

static TyHistoryLine *
find_line (TyHistoryDetail *detail,
           const char      *label)
{
  for (guint i = 0; i < detail->lines->len; i++)
    if (strcmp (ty_history_line_get_label (g_ptr_array_index (detail->lines, i)), label) == 0)
      return g_ptr_array_index (detail->lines, i);

  return NULL;
}

/* Old and new values by label; what is sensitive is masked. */
static void
test_detail (void)
{
  gint64 zhang, han;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyHistoryDetail) detail = NULL;
  TyHistoryLine *line;

  edit (county, "李敏", zhang, TY_PERSON_PHONE, "19900003333");
  office = ty_test_office_open (county);
  detail = load (office, find_last (office));
  g_assert_cmpstr (ty_history_entry_get_text (detail->entry), ==, "Person edited: 张晓明");
  g_assert_nonnull (strstr (ty_history_entry_get_markup (detail->entry), "<a href=\"person/"));
  g_assert_cmpstr (ty_history_entry_get_fields (detail->entry), ==, "Phone");
  g_assert_cmpuint (detail->n_records, ==, 1);
  g_assert_null (detail->reason);
  line = find_line (detail, "Phone");
  g_assert_nonnull (line);
  g_assert_cmpstr (ty_history_line_get_old (line), ==, "199****1111");
  g_assert_cmpstr (ty_history_line_get_new (line), ==, "199****3333");

  g_clear_pointer (&detail, ty_history_detail_free);
  detail = load (office, 1);
  g_assert_nonnull (detail->reason);
  g_assert_cmpint (detail->later, ==, 0);
}

static void
test_take_back (void)
{
  gint64 zhang, han, last, undo, redo;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyHistoryDetail) detail = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;

  last = find_last (office);

  /* The phone of the first person, although the second one was edited since. */
  g_assert_true (take_back (office, last - 1, &undo, &error));
  g_assert_no_error (error);
  g_assert_cmpint (undo, ==, last + 1);
  detail = load (office, last - 1);
  g_assert_cmpint (ty_action_get_reverted_by (ty_history_entry_get_action (detail->entry)), ==, undo);
  g_assert_nonnull (detail->reverting);

  /* To take the undo back is to do it again. */
  g_assert_true (take_back (office, undo, &redo, &error));
  g_clear_pointer (&detail, ty_history_detail_free);
  detail = load (office, redo);
  g_assert_cmpstr (ty_action_get_kind (ty_history_entry_get_action (detail->entry)), ==, "redo");

  /* The same person was edited later: that is told before, and when it is tried. */
  g_clear_pointer (&detail, ty_history_detail_free);
  detail = load (office, last - 2);
  g_assert_cmpint (detail->later, ==, last);
  g_assert_nonnull (strstr (detail->reason, "王强"));
  g_assert_false (take_back (office, last - 2, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, detail->reason);
  number = g_strdup_printf ("number %d", (int) last);
  g_assert_nonnull (strstr (error->message, number));
}

/* The list. */

static void
settle (TyHistoryList *history)
{
  guint quiet = 0;

  while (quiet < 5)
    {
      g_main_context_iteration (NULL, FALSE);
      quiet = ty_history_list_is_answered (history) ? quiet + 1 : 0;
      g_usleep (1000);
    }
}

typedef struct
{
  guint n_calls, position, removed, added;
} Change;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  Change *change = user_data;

  change->n_calls++;
  change->position = position;
  change->removed = removed;
  change->added = added;
}

/* A new action comes below the heading of its day; nothing else moves, and what it took back says so. */
static void
test_live (void)
{
  gint64 zhang, han, last;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyHistoryList) history = ty_history_list_new (office);
  g_autoptr(TyHistoryItem) heading = NULL;
  g_autoptr(TyHistoryItem) item = NULL;
  g_autoptr(TyHistoryItem) same = NULL;
  Change change = { 0 };
  TyHistoryEntry *entry;
  guint n;

  ty_history_list_reload (history);
  settle (history);
  last = find_last (office);
  heading = g_list_model_get_item (G_LIST_MODEL (history), 0);
  item = g_list_model_get_item (G_LIST_MODEL (history), 1);
  g_assert_true (ty_history_item_is_heading (heading));
  g_assert_cmpint (ty_history_item_get_seq (item), ==, last);
  settle (history);
  g_assert_nonnull (ty_history_item_get_entry (item));
  n = ty_history_item_get_count (heading);

  g_signal_connect (history, "items-changed", G_CALLBACK (changed_cb), &change);
  g_assert_true (take_back (office, last, NULL, NULL));
  ty_history_list_reload (history);
  settle (history);
  g_assert_cmpuint (change.n_calls, ==, 1);
  g_assert_cmpuint (change.position, ==, 1);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);
  g_assert_cmpuint (ty_history_item_get_count (heading), ==, n + 1);
  same = g_list_model_get_item (G_LIST_MODEL (history), 2);
  g_assert_true (same == item);
  entry = ty_history_item_get_entry (item);
  g_assert_cmpint (ty_action_get_state (ty_history_entry_get_action (entry)), ==, TY_ACTION_REVERTED);
  g_signal_handlers_disconnect_by_data (history, &change);
}

/* The actions of the file once more and once more, an hour apart, until they are many. The chain does
 * not hold over them, which nobody looks at here. */
static void
multiply (TyTestOffice *county)
{
  g_autoptr(GError) error = NULL;
  TyDatabase *database = ty_store_get_database (county->store);
  gint64 last = 0;
  g_autofree char *sql = NULL;

  g_assert_true (ty_database_get_integer (database, "SELECT max(seq) FROM action", &last, &error));
  sql = g_strdup_printf (
    "BEGIN;"
    "WITH RECURSIVE round (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM round WHERE n < %d) "
    "INSERT INTO action SELECT a.seq + n * 3, a.writer, strftime ('%%Y-%%m-%%dT%%H:%%M:%%SZ', "
    "'2001-01-01', '+' || n || ' hours'), a.user, a.kind, a.detail, a.schema_version, NULL, NULL, "
    "a.n_changes, a.change_hashes, a.changeset, a.hash FROM round JOIN action a ON a.seq > %d;"
    "INSERT INTO action_subject SELECT s.kind, s.id, a.seq FROM action a JOIN action_subject s "
    "ON s.seq = %d + 1 + (a.seq - %d - 1) %% 3 WHERE a.seq > %d;"
    "COMMIT", N_MANY / 3, (int) last - 3, (int) last - 3, (int) last - 3, (int) last);
  g_assert_true (ty_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static void
measure (TyOffice        *office,
         const char      *what,
         TyHistoryFilter  filter,
         guint            at_least)
{
  gint64 start = g_get_monotonic_time ();
  guint n = count (office, filter);

  g_test_message ("%s: %u actions in %.0f ms", what, n, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (n, >=, at_least);
}

static void
test_many (void)
{
  gint64 zhang, han, start;
  g_autoptr(TyTestOffice) county = make_county (&zhang, &han);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyHistoryList) history = NULL;
  g_autoptr(TyHistoryItem) item = NULL;
  g_autoptr(TyHistoryDetail) detail = NULL;
  guint n;

  multiply (county);
  office = ty_test_office_open (county);
  measure (office, "all", (TyHistoryFilter) { 0 }, N_MANY - 2);
  measure (office, "user", (TyHistoryFilter) { .user = "王强" }, N_MANY / 3);
  measure (office, "person", (TyHistoryFilter) { .person = han }, N_MANY / 3);
  measure (office, "unit", (TyHistoryFilter) { .unit = county->north }, N_MANY / 3);
  measure (office, "words", (TyHistoryFilter) { .text = "國華 李敏" }, N_MANY / 3);
  measure (office, "period", (TyHistoryFilter) { .from = ty_date_new (2002, 1, 1),
                                                 .until = ty_date_new (2002, 1, 31) }, 2000);

  /* Only what is looked at is read. */
  history = ty_history_list_new (office);
  ty_history_list_reload (history);
  settle (history);
  n = g_list_model_get_n_items (G_LIST_MODEL (history));
  g_assert_cmpuint (n, >, N_MANY);
  item = g_list_model_get_item (G_LIST_MODEL (history), n / 2);
  if (ty_history_item_is_heading (item))
    {
      g_clear_object (&item);
      item = g_list_model_get_item (G_LIST_MODEL (history), n / 2 + 1);
    }
  settle (history);
  g_assert_nonnull (ty_history_item_get_entry (item));
  g_assert_cmpuint (ty_history_list_count_read (history), <=, 2);

  start = g_get_monotonic_time ();
  detail = load (office, 5000);
  g_assert_nonnull (detail->reason);
  g_test_message ("an old action with its reason in %.0f ms",
                  (g_get_monotonic_time () - start) / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();
  g_test_add_func ("/office-history/filters", test_filters);
  g_test_add_func ("/office-history/search", test_search);
  g_test_add_func ("/office-history/facets", test_facets);
  g_test_add_func ("/office-history/detail", test_detail);
  g_test_add_func ("/office-history/take-back", test_take_back);
  g_test_add_func ("/office-history/live", test_live);
  g_test_add_func ("/office-history/many", test_many);
  return g_test_run ();
}
