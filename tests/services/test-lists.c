/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-cells.h"
#include "ty-content-hash.h"
#include "ty-entry.h"
#include "ty-history.h"
#include "ty-office-lists.h"
#include "ty-office-paste.h"
#include "ty-office-roster.h"
#include "ty-person.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <string.h>

/* Named lists: put together, ordered, filtered, pasted; all of it undone again. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 ding;   /* two strokes */
  gint64 wang;   /* four */
  gint64 li;     /* seven */
  gint64 zhang;  /* 弓 as simplified: seven */
  gint64 zeng;   /* read zeng as a surname; twelve */
  gint64 twins[2];
} Fixture;

static const char *
number_of (Fixture *fixture)
{
  return "990101197803124510";
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();

  fixture->county = county;
  fixture->zeng = ty_test_office_add_person (county, "曾小明", "1", "1990-01", NULL);
  fixture->li = ty_test_office_add_person (county, "李云", "2", "1985-05", NULL);
  fixture->wang = ty_test_office_add_person (county, "王建国", "1", "1978-03-12", number_of (fixture));
  fixture->zhang = ty_test_office_add_person (county, "张三", "1", "1980-06", NULL);
  fixture->ding = ty_test_office_add_person (county, "丁一", "1", "1982-07", NULL);
  fixture->twins[0] = ty_test_office_add_person (county, "刘洋", "1", "1981-02", NULL);
  fixture->twins[1] = ty_test_office_add_person (county, "刘洋", "2", "1991-11", NULL);
  ty_test_office_add_post (county, fixture->zeng, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->li, county->creek, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->wang, county->plum, "D1", "2017-10", "2021-10");
  ty_test_office_add_post (county, fixture->zhang, county->pine, "D9", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->twins[0], county->creek, "D9", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->twins[1], county->plum, "D9", "2021-10", NULL);
  ty_test_office_done (county);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2021, 12, 31));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static gboolean
try_edit (Fixture                 *fixture,
          const TyPersonListEdit  *edit,
          TyPersonListChange      *change,
          GError                 **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_edit_list_async (fixture->office, edit, NULL, ty_test_office_keep_result, &result);
  return ty_office_edit_list_finish (fixture->office, ty_test_office_await (&result), change, error);
}

static TyPersonListChange
edit (Fixture                *fixture,
      const TyPersonListEdit *edit)
{
  g_autoptr(GError) error = NULL;
  TyPersonListChange change;

  try_edit (fixture, edit, &change, &error);
  g_assert_no_error (error);
  return change;
}

static gint64
make_list (Fixture      *fixture,
           const char   *name,
           const gint64 *people,
           guint         n_people)
{
  g_autoptr(TyPersonList) list = ty_person_list_new ();

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, name);
  return edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_ADD, .list = list, .people = people,
                                              .n_people = n_people }).list;
}

static GArray *
list_people (Fixture         *fixture,
             gint64           list,
             const TySortKey *key)
{
  g_autoptr(TyPopulation) population = ty_population_new_list (list);
  TyRosterQuery query = { .who = TY_WHO_EVERYBODY, .population = population };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *people;

  if (key != NULL)
    {
      query.keys[0] = *key;
      query.n_keys = 1;
    }
  ty_office_list_roster_async (fixture->office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people;
}

static void
assert_order (Fixture      *fixture,
              gint64        list,
              const gint64 *wanted,
              guint         n)
{
  g_autoptr(GArray) people = list_people (fixture, list, NULL);

  g_assert_cmpmem (people->data, people->len * sizeof (gint64), wanted, n * sizeof (gint64));
}

static GPtrArray *
read_lists (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *lists;

  ty_office_list_lists_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  lists = ty_office_list_lists_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return lists;
}

/* The file as a reader beside the office sees it. */
static char *
dup_hash (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  gint64 n_rows;
  char *hash;

  g_assert_no_error (error);
  hash = ty_content_hash (ty_store_get_database (store), &n_rows, &error);
  g_assert_no_error (error);
  g_assert_true (ty_store_close (store, NULL));
  return hash;
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
sort_list (Fixture *fixture,
           gint64   list,
           TySort   sort)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_sort_list_async (fixture->office, list, sort, NULL, ty_test_office_keep_result, &result);
  ty_office_sort_list_finish (fixture->office, ty_test_office_await (&result), NULL, &error);
  g_assert_no_error (error);
}

/* Everything that is done to a list is one action with the list’s name, and undo gives the content of
 * before, to the byte. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 three[] = { fixture->li, fixture->wang, fixture->ding };
  const gint64 more[] = { fixture->wang, fixture->zhang };
  const gint64 all[] = { fixture->li, fixture->wang, fixture->ding, fixture->zhang };
  const gint64 left[] = { fixture->li, fixture->ding, fixture->zhang };
  const gint64 placed[] = { fixture->ding, fixture->li, fixture->zhang };
  g_autofree char *empty = dup_hash (fixture);
  g_autofree char *made = NULL;
  g_autofree char *put = NULL;
  gint64 list = make_list (fixture, "换届考察 对象", three, 3);
  TyPersonListChange change;

  assert_order (fixture, list, three, 3);
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==, "List “换届考察 对象” made, 3 people");
  made = dup_hash (fixture);

  change = edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_PUT, .key = list, .people = more,
                                                .n_people = 2 });
  g_assert_cmpuint (change.n_people, ==, 1);
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==,
                   "Put on the list “换届考察 对象”, 1 person");
  assert_order (fixture, list, all, 4);
  put = dup_hash (fixture);

  /* Nothing is another, and nothing is written. */
  change = edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_PUT, .key = list, .people = more,
                                                .n_people = 2 });
  g_assert_cmpuint (change.n_people, ==, 0);
  g_assert_cmpint (change.seq, ==, 0);

  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_TAKE, .key = list, .people = more,
                                       .n_people = 1 });
  assert_order (fixture, list, left, 3);
  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_PLACE, .key = list, .people = &fixture->ding,
                                       .n_people = 1, .before = fixture->li });
  assert_order (fixture, list, placed, 3);
  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_REMOVE, .key = list });
  assert_order (fixture, list, NULL, 0);
  for (guint i = 0; i < 3; i++)
    undo (fixture);
  {
    g_autofree char *now = dup_hash (fixture);

    g_assert_cmpstr (now, ==, put);
  }
  undo (fixture);
  {
    g_autofree char *now = dup_hash (fixture);

    g_assert_cmpstr (now, ==, made);
  }
  assert_order (fixture, list, three, 3);
  undo (fixture);
  {
    g_autofree char *now = dup_hash (fixture);

    g_assert_cmpstr (now, ==, empty);
  }
}

/* 丁 2, 王 4, 刘 6, 张 7 and 李 7 (弓 begins with 横折, 木 with 横: 李 before 张), 曾 12. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  const gint64 by_hand[] = { fixture->zeng, fixture->zhang, fixture->li, fixture->wang, fixture->ding };
  const gint64 by_strokes[] = { fixture->ding, fixture->wang, fixture->li, fixture->zhang,
                                fixture->zeng };
  const gint64 by_pinyin[] = { fixture->ding, fixture->li, fixture->wang, fixture->zeng,
                               fixture->zhang };
  gint64 list = make_list (fixture, "名单", by_hand, 5);
  const TySortKey strokes = { TY_SORT_STROKES, FALSE };
  g_autofree char *before = dup_hash (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GArray) shown = NULL;

  assert_order (fixture, list, by_hand, 5);
  shown = list_people (fixture, list, &strokes);
  g_assert_cmpmem (shown->data, shown->len * 8, by_strokes, sizeof by_strokes);
  sort_list (fixture, list, TY_SORT_STROKES);
  assert_order (fixture, list, by_strokes, 5);
  sort_list (fixture, list, TY_SORT_NAME);
  assert_order (fixture, list, by_pinyin, 5);
  /* In the official order stand first those of the first village, then who has no post now. */
  sort_list (fixture, list, TY_SORT_OFFICIAL);
  g_clear_pointer (&shown, g_array_unref);
  shown = list_people (fixture, list, NULL);
  g_assert_cmpint (g_array_index (shown, gint64, 0), ==, fixture->zeng);
  g_assert_cmpint (g_array_index (shown, gint64, 1), ==, fixture->zhang);
  g_assert_cmpint (g_array_index (shown, gint64, 2), ==, fixture->li);
  for (guint i = 0; i < 3; i++)
    undo (fixture);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What was changed or removed meanwhile is not overwritten. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 list = make_list (fixture, "甲", &fixture->li, 1);
  g_autoptr(GPtrArray) lists = read_lists (fixture);
  TyPersonList *stored = ((TyListEntry *) g_ptr_array_index (lists, 0))->list;
  g_autoptr(TyRecord) renamed = ty_record_dup (TY_RECORD (stored));
  g_autoptr(TyRecord) other = ty_record_dup (TY_RECORD (stored));
  g_autoptr(TyPersonList) twin = ty_person_list_new ();
  g_autoptr(GError) error = NULL;
  const gint64 nobody = 4711;

  ty_record_set_text (renamed, TY_PERSON_LIST_NAME, "乙");
  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_CHANGE, .stored = stored,
                                       .list = TY_PERSON_LIST (renamed) });
  ty_record_set_text (other, TY_PERSON_LIST_NAME, "丙");
  g_assert_false (try_edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_CHANGE, .stored = stored,
                                                           .list = TY_PERSON_LIST (other) }, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  ty_record_set_text (TY_RECORD (twin), TY_PERSON_LIST_NAME, " 乙 ");
  g_assert_false (try_edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_ADD, .list = twin }, NULL,
                            &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
  g_clear_error (&error);
  ty_record_set_text (TY_RECORD (twin), TY_PERSON_LIST_NAME, "　");
  g_assert_false (try_edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_ADD, .list = twin }, NULL,
                            &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_REQUIRED);
  g_clear_error (&error);

  g_assert_false (try_edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_PUT, .key = list,
                                                           .people = &nobody, .n_people = 1 }, NULL,
                            &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_REMOVE, .key = list });
  g_assert_false (try_edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_PUT, .key = list,
                                                           .people = &fixture->li, .n_people = 1 }, NULL,
                            &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
}

/* As one record becomes a pointer to another. */
static void
merge (Fixture *fixture,
       gint64   one,
       gint64   other)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (fixture->office, one);

  ty_record_set_integer (TY_RECORD (file->person), TY_PERSON_MERGED_INTO, other);
  ty_office_save_person_async (fixture->office, file->person, NULL, ty_test_office_keep_result, &result);
  ty_office_save_person_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* Who departed is counted, and who was merged stands for as the other one: once, where both were on it. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  const gint64 people[] = { fixture->wang, fixture->twins[0], fixture->li, fixture->twins[1] };
  const gint64 left[] = { fixture->wang, fixture->twins[1], fixture->li };
  gint64 list = make_list (fixture, "名单", people, 4);
  g_autoptr(GPtrArray) lists = read_lists (fixture);
  const TyListEntry *entry = g_ptr_array_index (lists, 0);

  g_assert_cmpuint (entry->n_people, ==, 4);
  g_assert_cmpuint (entry->n_departed, ==, 1);
  g_assert_cmpuint (entry->merged->len, ==, 0);

  merge (fixture, fixture->twins[0], fixture->twins[1]);
  g_clear_pointer (&lists, g_ptr_array_unref);
  lists = read_lists (fixture);
  entry = g_ptr_array_index (lists, 0);
  g_assert_cmpuint (entry->n_people, ==, 3);
  g_assert_cmpuint (entry->merged->len, ==, 1);
  g_assert_cmpint (((TyMergedMember *) g_ptr_array_index (entry->merged, 0))->other, ==,
                   fixture->twins[1]);
  assert_order (fixture, list, left, 3);

  /* Taken off, the person is not left behind as a pointer. */
  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_TAKE, .key = list,
                                       .people = &fixture->twins[1], .n_people = 1 });
  g_clear_pointer (&lists, g_ptr_array_unref);
  lists = read_lists (fixture);
  entry = g_ptr_array_index (lists, 0);
  g_assert_cmpuint (entry->n_people, ==, 2);
  g_assert_cmpuint (entry->merged->len, ==, 0);
}

static void
test_lists_order (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 first = make_list (fixture, "一", NULL, 0);
  gint64 second = make_list (fixture, "二", NULL, 0);
  gint64 third = make_list (fixture, "三", NULL, 0);
  const gint64 wanted[] = { third, first, second };
  g_autoptr(GPtrArray) lists = NULL;

  edit (fixture, &(TyPersonListEdit) { .op = TY_PERSON_LIST_MOVE, .key = third, .step = -2 });
  lists = read_lists (fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (ty_list_entry_get_key (g_ptr_array_index (lists, i)), ==, wanted[i]);
}

/* Pasted text and its lines; cells are parted by |. */
static void
test_cells (void)
{
  static const struct { const char *text; const char *lines; } cases[] = {
    { "", "" },
    { "张三\n李四\n", "张三/李四" },
    { "张三\r\n\r\n  李四  \r\n", "张三/李四" },
    { "张三\t990101\n李四\t\n", "张三|990101/李四|" },
    { "\"张\n三\"\t1\n", "张 三|1" },
    { "\"a\"\"b\"\tc", "a\"b|c" },
    { "\"open\nline", "\"open/line" },
    { "张三、李四，王五；赵六", "张三/李四/王五/赵六" },
    { "张三\t李四、王五", "张三|李四、王五" },
    { "\t\t\n张三", "张三" },
    { "a\t", "a" },
    { "a\tb\rc", "a|b/c" },
    { "\xff张三", "\357\277\275张三" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lines = ty_cells_parse (cases[i].text);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint k = 0; k < lines->len; k++)
        {
          g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (lines, k));

          g_string_append_printf (found, "%s%s", k > 0 ? "/" : "", line);
        }
      g_assert_cmpstr (found->str, ==, cases[i].lines);
    }
}

static GPtrArray *
find_pasted (Fixture    *fixture,
             const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *lines;

  ty_office_find_pasted_async (fixture->office, text, NULL, ty_test_office_keep_result, &result);
  lines = ty_office_find_pasted_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return lines;
}

static gint64
find_one (Fixture    *fixture,
          const char *text,
          guint      *n_candidates)
{
  g_autoptr(GPtrArray) lines = find_pasted (fixture, text);
  const TyPastedLine *line;

  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  *n_candidates = line->rows->len;
  return ty_pasted_line_get_person (line);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  const struct { const char *text; gint64 person; guint n; } cases[] = {
    { "张三", fixture->zhang, 1 },
    { "张　三", fixture->zhang, 1 },
    { " 張 三 ", fixture->zhang, 1 },
    { "990101197803124510", fixture->wang, 1 },
    { "９９０１０１１９７８０３１２４５１０", fixture->wang, 1 },
    { "'990101 19780312 4510", fixture->wang, 1 },
    { "3\t王建国\t990101197803124510", fixture->wang, 1 },
    { "无此人", 0, 0 },
    { "刘洋", 0, 2 },
    { "刘洋\t1991.11", fixture->twins[1], 2 },
    { "刘洋\t1981.02", fixture->twins[0], 2 },
    { "姓名\n张三", fixture->zhang, 1 },
    { "张三\t990101197803124510", fixture->wang, 1 },
  };
  g_autoptr(GPtrArray) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n;
      gint64 person = find_one (fixture, cases[i].text, &n);

      if (person != cases[i].person || n != cases[i].n)
        g_test_message ("%s: %u candidates", cases[i].text, n);
      g_assert_cmpint (person, ==, cases[i].person);
      g_assert_cmpuint (n, ==, cases[i].n);
    }

  /* The names stand in the second column, behind one that holds words like names. */
  lines = find_pasted (fixture, "镇\t姓名\n李家\t丁一\n李家\t曾小明\n李家\t不在此\n");
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpint (ty_pasted_line_get_person (g_ptr_array_index (lines, 0)), ==, fixture->ding);
  g_assert_cmpint (ty_pasted_line_get_person (g_ptr_array_index (lines, 1)), ==, fixture->zeng);
  g_assert_cmpstr (((TyPastedLine *) g_ptr_array_index (lines, 2))->text, ==, "不在此");
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/lists/edit", test_edit);
  ADD ("/lists/order", test_order);
  ADD ("/lists/stale", test_stale);
  ADD ("/lists/states", test_states);
  ADD ("/lists/lists-order", test_lists_order);
  g_test_add_func ("/lists/cells", test_cells);
  ADD ("/lists/paste", test_paste);

  return g_test_run ();
}
