/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-person.h"
#include "ty-office-roster.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
} Fixture;

static const TyRosterQuery in_office = { TY_WHO_IN_OFFICE, TY_CONDITION_NONE, NULL,
    { { TY_SORT_OFFICIAL, FALSE } }, 1 };

/* Five people in office and one who has left; keys in the order of this list. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02-21", "990101198002210018");
  gint64 li = ty_test_office_add_person (county, "刘梅", "2", "1990-01", NULL);
  gint64 zeng = ty_test_office_add_person (county, "曾国强", "1", NULL, NULL);
  gint64 ding = ty_test_office_add_person (county, "丁一", NULL, "1975", NULL);
  gint64 ouyang = ty_test_office_add_person (county, "歐陽靜", "2", "1985-06", NULL);
  gint64 wang = ty_test_office_add_person (county, "王退", "1", "1955-06", NULL);

  fixture->county = county;
  ty_test_office_add_post (county, zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, zhang, county->pine, "C1", "2021-10", NULL);
  ty_test_office_add_post (county, li, county->pine, "D2", "2021-10", NULL);
  ty_test_office_add_post (county, zeng, county->creek, "D4", NULL, NULL);
  ty_test_office_add_post (county, ding, county->plum, "J1", "2019-03-05", NULL);
  ty_test_office_add_post (county, ouyang, county->creek, "D1", "2021-11", NULL);
  ty_test_office_add_post (county, wang, county->plum, "D1", "2010-01", "2017-12");
  ty_test_office_add_post (county, wang, county->creek, "D3", NULL, "2009-12");
  ty_test_office_add_study (county, zhang, "37", "graduated");
  ty_test_office_add_study (county, zhang, "31", "graduated");
  ty_test_office_add_study (county, li, "21", "graduated");
  ty_test_office_add_study (county, ding, "21", "incomplete");
  ty_test_office_add_study (county, ding, "38", "graduated");
  ty_test_county_exec (county->store,
                       "UPDATE person SET phone = '+86 139-0000-1111' WHERE name = '刘梅'");
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

static GArray *
list (TyOffice            *office,
      const TyRosterQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *people;

  ty_office_list_roster_async (office, query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people;
}

static GPtrArray *
load_rows (TyOffice     *office,
           const gint64 *people,
           guint         n_people)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;

  ty_office_load_rows_async (office, people, n_people, NULL, ty_test_office_keep_result, &result);
  rows = ty_office_load_rows_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return rows;
}

/* The given names are in the order of the list, joined by blanks. */
static void
assert_names (Fixture             *fixture,
              const TyRosterQuery *query,
              const char          *expected)
{
  g_autoptr(GArray) people = list (fixture->office, query);
  g_autoptr(GPtrArray) rows = load_rows (fixture->office, (gint64 *) people->data, people->len);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ty_roster_row_get_name (g_ptr_array_index (rows, i)));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_sorted (Fixture      *fixture,
               TySort  sort,
               const char   *ascending,
               const char   *descending)
{
  TyRosterQuery query = in_office;

  query.keys[0].sort = sort;
  assert_names (fixture, &query, ascending);
  query.keys[0].descending = TRUE;
  assert_names (fixture, &query, descending);
}

static void
test_sorts (Fixture       *fixture,
            gconstpointer  data)
{
  assert_sorted (fixture, TY_SORT_OFFICIAL, "张晓明 刘梅 歐陽靜 曾国强 丁一",
                 "丁一 曾国强 歐陽靜 刘梅 张晓明");
  assert_sorted (fixture, TY_SORT_NAME, "丁一 刘梅 歐陽靜 曾国强 张晓明",
                 "张晓明 曾国强 歐陽靜 刘梅 丁一");
  assert_sorted (fixture, TY_SORT_STROKES, "丁一 刘梅 张晓明 曾国强 歐陽靜",
                 "歐陽靜 曾国强 张晓明 刘梅 丁一");
  assert_sorted (fixture, TY_SORT_SEX, "张晓明 曾国强 刘梅 歐陽靜 丁一",
                 "刘梅 歐陽靜 张晓明 曾国强 丁一");
  assert_sorted (fixture, TY_SORT_BIRTH, "丁一 张晓明 歐陽靜 刘梅 曾国强",
                 "刘梅 歐陽靜 张晓明 丁一 曾国强");
  assert_sorted (fixture, TY_SORT_UNIT, "张晓明 刘梅 歐陽靜 曾国强 丁一",
                 "丁一 歐陽靜 曾国强 张晓明 刘梅");
  assert_sorted (fixture, TY_SORT_POST, "张晓明 歐陽靜 丁一 刘梅 曾国强",
                 "曾国强 刘梅 丁一 张晓明 歐陽靜");
  assert_sorted (fixture, TY_SORT_SINCE, "张晓明 丁一 刘梅 歐陽靜 曾国强",
                 "歐陽靜 刘梅 丁一 张晓明 曾国强");
  assert_sorted (fixture, TY_SORT_EDUCATION, "刘梅 张晓明 丁一 歐陽靜 曾国强",
                 "丁一 张晓明 刘梅 歐陽靜 曾国强");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const searches[][2] = {
    { "zxm", "张晓明" },
    { "ZXM", "张晓明" },
    { "zhangxiaoming", "张晓明" },
    { "Zhang Xiao", "张晓明" },
    { "xiaom", "张晓明" },
    { "张", "张晓明" },
    { "張曉", "张晓明" },
    { "晓 明", "张晓明" },
    { "欧阳", "歐陽靜" },
    { "ouyang", "歐陽靜" },
    { "zgq", "曾国强" },
    { "zeng", "曾国强" },
    { "上松", "张晓明 刘梅" },
    { "下溪村", "歐陽靜 曾国强" },
    { "梅", "刘梅 丁一" },
    { "歐陽", "歐陽靜" },
    { "曾國強", "曾国强" },
    { "上鬆", "张晓明 刘梅" },
    { "990101198002210018", "张晓明" },
    { "９９０１０１１９８００２２１００１８", "张晓明" },
    { "139 0000 1111", "刘梅" },
    { "13900001111", "刘梅" },
    { "0001111", "刘梅" },
    { "000111", "" },
    { "1390000111122", "" },
    { "99010119800221001", "" },
    { "张3", "" },
    { "nobody", "" },
    { " ", "张晓明 刘梅 歐陽靜 曾国强 丁一" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      TyRosterQuery query = in_office;

      query.search = searches[i][0];
      g_test_message ("searching “%s”", searches[i][0]);
      assert_names (fixture, &query, searches[i][1]);
    }
}

/* What a reader keeps in memory follows the file. */
static void
test_search_after_edit (Fixture       *fixture,
                        gconstpointer  data)
{
  TyRosterQuery query = in_office;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = NULL;

  query.search = "晓明";
  people = list (fixture->office, &query);
  g_assert_cmpuint (people->len, ==, 1);
  ty_office_load_person_async (fixture->office, g_array_index (people, gint64, 0), NULL,
                               ty_test_office_keep_result, &loaded);
  file = ty_office_load_person_finish (fixture->office, ty_test_office_await (&loaded), &error);
  g_assert_no_error (error);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_NAME, "张新名");
  ty_office_save_person_async (fixture->office, file->person, NULL, ty_test_office_keep_result,
                               &saved);
  ty_office_save_person_finish (fixture->office, ty_test_office_await (&saved), &error);
  g_assert_no_error (error);

  assert_names (fixture, &query, "");
  query.search = "zhangxinming";
  assert_names (fixture, &query, "张新名");
}

static void
test_population (Fixture       *fixture,
                 gconstpointer  data)
{
  TyRosterQuery query = in_office;

  query.who = TY_WHO_SECRETARIES;
  assert_names (fixture, &query, "张晓明 歐陽靜");
  query.condition = TY_CONDITION_FEMALE;
  assert_names (fixture, &query, "歐陽靜");
  query = (TyRosterQuery){ TY_WHO_DEPARTED, TY_CONDITION_NONE, "梅园",
    { { TY_SORT_SINCE, TRUE } }, 1 };
  assert_names (fixture, &query, "王退");

  ty_office_set_scope (fixture->office, fixture->county->north);
  assert_names (fixture, &in_office, "张晓明 刘梅 歐陽靜 曾国强");
  ty_office_set_as_of (fixture->office, ty_date_new (2018, 1, 1));
  assert_names (fixture, &in_office, "张晓明 曾国强");
}

static void
assert_texts (TyRosterRow *row,
              ...)
{
  va_list pairs;
  const char *name;

  va_start (pairs, row);
  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const char *expected = va_arg (pairs, const char *);
      g_autofree char *text = NULL;

      g_object_get (row, name, &text, NULL);
      g_assert_cmpstr (text, ==, expected);
    }
  va_end (pairs);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GArray) people = list (fixture->office, &in_office);
  g_autoptr(GPtrArray) rows = load_rows (fixture->office, (gint64 *) people->data, people->len);

  assert_texts (g_ptr_array_index (rows, 0), "name", "张晓明", "sex", "Male", "birth", "1980.02",
                "age", "41", "township", "云岭镇", "village", "上松村", "posts",
                "Party secretary, Head of the villagers’ committee", "since",
                "2017.12", "education", "Junior college", "id-number", "990101 19800221 ****",
                NULL);
  assert_texts (g_ptr_array_index (rows, 3), "name", "曾国强", "birth", "", "age", "—", "since", "",
                "education", "not filled in", "id-number", "", NULL);
  assert_texts (g_ptr_array_index (rows, 4), "name", "丁一", "birth", "1975", "since", "2019.03",
                "education", "Junior high school", NULL);
}

static void
test_departed_row (Fixture       *fixture,
                   gconstpointer  data)
{
  const TyRosterQuery query = { TY_WHO_DEPARTED, TY_CONDITION_NONE, NULL,
    { { TY_SORT_OFFICIAL, FALSE } }, 1 };
  g_autoptr(GArray) people = list (fixture->office, &query);
  g_autoptr(GPtrArray) rows = load_rows (fixture->office, (gint64 *) people->data, people->len);

  g_assert_cmpuint (rows->len, ==, 1);
  assert_texts (g_ptr_array_index (rows, 0), "name", "王退", "township", "石泉乡", "village",
                "梅园社区", "posts", "Party secretary", "since", "", NULL);
}

/* In a process of its own: the language must be set before there are threads. */
static void
test_chinese (void)
{
  Fixture fixture;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  set_up (&fixture, NULL);
  people = list (fixture.office, &in_office);
  rows = load_rows (fixture.office, (gint64 *) people->data, people->len);
  assert_texts (g_ptr_array_index (rows, 0), "sex", "男", "posts", "党支部书记、村委会主任",
                "education", "大专", NULL);
  assert_texts (g_ptr_array_index (rows, 2), "posts", "党总支书记", NULL);
  assert_texts (g_ptr_array_index (rows, 3), "posts", "党总支纪检委员", NULL);
  assert_texts (g_ptr_array_index (rows, 4), "posts", "居委会主任", NULL);
  tear_down (&fixture, NULL);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 nobody = 42;
  g_autoptr(GPtrArray) rows = load_rows (fixture->office, &nobody, 1);
  gboolean gone = FALSE;

  g_object_get (g_ptr_array_index (rows, 0), "gone", &gone, NULL);
  g_assert_true (gone);
  g_assert_cmpint (ty_roster_row_get_person (g_ptr_array_index (rows, 0)), ==, nobody);
  g_assert_cmpstr (ty_roster_row_get_name (g_ptr_array_index (rows, 0)), ==,
                   "No longer in the file");
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/roster/sorts", Fixture, NULL, set_up, test_sorts, tear_down);
  g_test_add ("/roster/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/roster/search-after-edit", Fixture, NULL, set_up, test_search_after_edit, tear_down);
  g_test_add ("/roster/population", Fixture, NULL, set_up, test_population, tear_down);
  g_test_add ("/roster/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/roster/departed-row", Fixture, NULL, set_up, test_departed_row, tear_down);
  g_test_add_func ("/roster/chinese", test_chinese);
  g_test_add ("/roster/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
