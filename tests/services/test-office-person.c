/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action.h"
#include "ty-entry.h"
#include "ty-office-history.h"
#include "ty-office-division.h"
#include "ty-office-person.h"
#include "ty-test-office.h"

#define NUMBER "990101198002210018"
#define OTHER_NUMBER "990101199001010027"

static gboolean
save (TyOffice  *office,
      TyPerson  *person,
      GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_save_person_async (office, person, NULL, ty_test_office_keep_result, &result);
  return ty_office_save_person_finish (office, ty_test_office_await (&result), error);
}

static gint64
find_last_action (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) actions = NULL;

  ty_office_list_actions_async (office, 0, 1, NULL, ty_test_office_keep_result, &result);
  actions = ty_office_list_actions_finish (office, ty_test_office_await (&result), NULL);
  return ty_action_get_seq (g_ptr_array_index (actions, 0));
}

static void
test_file (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyPersonFile) file = NULL;
  const TyPost *newest, *oldest;

  ty_test_office_add_post (county, person, county->pine, "C1", "2017-12", NULL);
  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, person, county->creek, "D2", NULL, "2017-12");
  ty_test_office_add_study (county, person, "37", "graduated");
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_new (2022, 1, 31));
  file = ty_test_office_load_person (office, person);

  g_assert_cmpstr (ty_record_get_text (TY_RECORD (file->person), TY_PERSON_NAME), ==, "张晓明");
  g_assert_cmpint (file->age, ==, 41);
  g_assert_cmpstr (file->title, ==, "云岭镇 上松村 Party secretary, "
                                    "Head of the villagers’ committee");
  g_assert_cmpuint (file->educations->len, ==, 1);
  g_assert_cmpuint (file->posts->len, ==, 3);
  newest = g_ptr_array_index (file->posts, 0);
  g_assert_cmpstr (newest->post_label, ==, "Party secretary");
  g_assert_cmpstr (newest->unit_name, ==, "云岭镇 上松村");
  g_assert_true (newest->current);
  oldest = g_ptr_array_index (file->posts, 2);
  g_assert_cmpstr (oldest->unit_name, ==, "云岭镇 下溪村");
  g_assert_false (oldest->current);
  g_assert_cmpint (oldest->until.year, ==, 2017);

  g_clear_pointer (&file, ty_person_file_free);
  ty_office_set_as_of (office, ty_date_new (2018, 1, 31));
  file = ty_test_office_load_person (office, person);
  newest = g_ptr_array_index (file->posts, 0);
  g_assert_false (newest->current);
  g_assert_cmpstr (file->title, ==, "云岭镇 上松村 Head of the villagers’ committee");
}

static void
test_gone (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_load_person_async (office, 42, NULL, ty_test_office_keep_result, &result);
  g_assert_null (ty_office_load_person_finish (office, ty_test_office_await (&result), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
}

typedef struct
{
  TyPersonField field;
  const char *text;
  int code;
  const char *label;
} Rule;

static void
test_rules (void)
{
  static const Rule rules[] = {
    { TY_PERSON_NAME, NULL, TY_ENTRY_ERROR_REQUIRED, "Name" },
    { TY_PERSON_NAME, "   ", TY_ENTRY_ERROR_REQUIRED, "Name" },
    { TY_PERSON_NAME, "一二三四五六七八九十一二三四五六七八九", TY_ENTRY_ERROR_TOO_LONG, "Name" },
    { TY_PERSON_NATIVE_PLACE, "一二三四五六七八九十一二三四五六七八九", TY_ENTRY_ERROR_TOO_LONG, "Native place" },
    { TY_PERSON_ID_NUMBER, "990101198002210019", TY_ENTRY_ERROR_ID_NUMBER, "ID number" },
    { TY_PERSON_ID_NUMBER, OTHER_NUMBER, TY_ENTRY_ERROR_DUPLICATE, "ID number" },
    { TY_PERSON_BIRTH, "1980-13", TY_ENTRY_ERROR_DATE, "Born" },
    { TY_PERSON_BIRTH, "2199-01-01", TY_ENTRY_ERROR_FUTURE, "Born" },
    { TY_PERSON_PARTY_DATE, "some day", TY_ENTRY_ERROR_DATE, "Joined the party" },
    { TY_PERSON_PINYIN, "zhang1 xiao3 ming2", TY_ENTRY_ERROR_PINYIN, "Pinyin" },
    { TY_PERSON_PINYIN, "张 xiao ming", TY_ENTRY_ERROR_PINYIN, "Pinyin" },
  };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = NULL;
  gint64 last;

  ty_test_office_add_person (county, "李梅", "2", "1990-01", OTHER_NUMBER);
  office = ty_test_office_open (county);
  last = find_last_action (office);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
      g_autoptr(GError) error = NULL;

      ty_record_set_text (TY_RECORD (file->person), rules[i].field, rules[i].text);
      g_assert_false (save (office, file->person, &error));
      g_assert_error (error, TY_ENTRY_ERROR, rules[i].code);
      g_assert_true (g_str_has_prefix (error->message, rules[i].label));
    }
  g_assert_cmpint (find_last_action (office), ==, last);
  g_assert_null (ty_office_get_undo_label (office));
}

static void
test_accepted (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  g_autoptr(TyPersonFile) saved = NULL;
  TyRecord *record = TY_RECORD (file->person);

  ty_record_set_text (record, TY_PERSON_NAME, " 欧阳 晓明 ");
  ty_record_set_text (record, TY_PERSON_NATIVE_PLACE, "一二三四五六七八九十一二三四五六七八");
  ty_record_set_text (record, TY_PERSON_PHONE, "199 0000 0001");
  ty_record_set_text (record, TY_PERSON_PARTY_DATE, "2003-07");
  g_assert_true (save (office, file->person, NULL));
  /* The caller's own record is left alone. */
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_PHONE), ==, "199 0000 0001");

  saved = ty_test_office_load_person (office, person);
  record = TY_RECORD (saved->person);
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_NAME), ==, "欧阳晓明");
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_PINYIN), ==, "ou yang xiao ming");
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_PHONE), ==, "19900000001");
}

static void
edit (TyOffice      *office,
      gint64         person,
      TyPersonField  field,
      const char    *text,
      const char    *pinyin)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  g_autoptr(TyPersonFile) saved = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (file->person), field, text);
  g_assert_true (save (office, file->person, &error));
  g_assert_no_error (error);
  saved = ty_test_office_load_person (office, person);
  g_assert_cmpstr (ty_record_get_text (TY_RECORD (saved->person), TY_PERSON_PINYIN), ==, pinyin);
}

static void
test_own_pinyin (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  g_autoptr(TyPersonFile) saved = NULL;

  /* Both at a time. */
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_NAME, "曾小明");
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PINYIN, "Céng  Xiǎo Míng");
  g_assert_true (save (office, file->person, NULL));
  saved = ty_test_office_load_person (office, person);
  g_assert_cmpstr (ty_record_get_text (TY_RECORD (saved->person), TY_PERSON_PINYIN), ==,
                   "ceng xiao ming");

  edit (office, person, TY_PERSON_PHONE, "19900000001", "ceng xiao ming");
  edit (office, person, TY_PERSON_NAME, "曾大明", "ceng da ming");
  edit (office, person, TY_PERSON_NAME, "王大明", "wang da ming");
  edit (office, person, TY_PERSON_NAME, "曾大明", "zeng da ming");
  edit (office, person, TY_PERSON_PINYIN, "lü da ming", "lv da ming");
  edit (office, person, TY_PERSON_PINYIN, NULL, "zeng da ming");
}

static void
test_unchanged (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  gint64 last = find_last_action (office);
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_NAME, "张 晓明");
  g_assert_true (save (office, file->person, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_last_action (office), ==, last);
}

static void
test_note_shown (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = NULL;
  gint64 last = find_last_action (office);
  gint64 n_events = 0;

  ty_office_note_shown_async (office, person, "id_number", ty_test_office_keep_result, &result);
  g_assert_true (ty_office_note_shown_finish (office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_last_action (office), ==, last);
  ty_test_office_close (office);

  store = ty_store_open (county->path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  ty_database_get_integer (ty_store_get_database (store),
                           "SELECT count(*) FROM event WHERE kind = 'sensitive.shown' "
                           "AND detail LIKE '%id_number%'", &n_events, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_events, ==, 1);
}

static char *
find_division (TyOffice   *office,
               const char *division)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *name;

  ty_office_find_division_async (office, division, NULL, ty_test_office_keep_result, &result);
  name = ty_office_find_division_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return name;
}

/* The county of the file by its code, another one by its province, and what is no code by nothing. */
static void
test_division (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autofree char *own = find_division (office, "990101");
  g_autofree char *other = find_division (office, "532999");
  g_autofree char *none = find_division (office, "990199");

  g_assert_cmpstr (own, ==, "石城县");
  g_assert_cmpstr (other, ==, "Yunnan");
  g_assert_cmpstr (none, ==, "");
  ty_test_office_close (office);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-person/file", test_file);
  g_test_add_func ("/office-person/gone", test_gone);
  g_test_add_func ("/office-person/rules", test_rules);
  g_test_add_func ("/office-person/accepted", test_accepted);
  g_test_add_func ("/office-person/own-pinyin", test_own_pinyin);
  g_test_add_func ("/office-person/unchanged", test_unchanged);
  g_test_add_func ("/office-person/note-shown", test_note_shown);
  g_test_add_func ("/office-person/division", test_division);
  return g_test_run ();
}
