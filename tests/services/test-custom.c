/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-custom-edit.h"
#include "ty-custom-name.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-entry.h"
#include "ty-history-detail.h"
#include "ty-office-custom.h"
#include "ty-office-export.h"
#include "ty-office-history.h"
#include "ty-office-import.h"
#include "ty-office-roster.h"
#include "ty-test-office.h"
#include "ty-test-xlsx.h"

#include <glib/gstdio.h>

#include <string.h>

#define NUMBER "990101198002210018"

static TyCustomField *
make_field (const char *name,
            const char *kind,
            const char *choices,
            const char *privacy)
{
  TyCustomField *field = ty_custom_field_new ();

  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_NAME, name);
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_KIND, kind);
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_CHOICES, choices);
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_PRIVACY, privacy);
  return field;
}

static gboolean
save_field (TyOffice       *office,
            TyCustomField  *stored,
            TyCustomField  *field,
            GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_save_field_async (office, stored, field, NULL, ty_test_office_keep_result, &result);
  return ty_office_save_field_finish (office, ty_test_office_await (&result), error);
}

static GPtrArray *
list_fields (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *fields;

  ty_office_list_fields_async (office, NULL, ty_test_office_keep_result, &result);
  fields = ty_office_list_fields_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return fields;
}

static TyCustomField *
add_field (TyOffice   *office,
           const char *name,
           const char *kind,
           const char *choices,
           const char *privacy)
{
  g_autoptr(TyCustomField) field = make_field (name, kind, choices, privacy);
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GError) error = NULL;

  save_field (office, NULL, field, &error);
  g_assert_no_error (error);
  fields = list_fields (office);
  return g_object_ref (((TyOwnField *) g_ptr_array_index (fields, fields->len - 1))->field);
}

static gboolean
set_value (TyOffice       *office,
           gint64          person,
           TyCustomField  *field,
           const char     *stored,
           const char     *typed,
           GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  TyCustomChange change = { ty_custom_field_get_key (field), stored, typed };

  ty_office_set_own_values_async (office, person, &change, 1, NULL, ty_test_office_keep_result,
                                  &result);
  return ty_office_set_own_values_finish (office, ty_test_office_await (&result), error);
}

static void
set_well (TyOffice      *office,
          gint64         person,
          TyCustomField *field,
          const char    *stored,
          const char    *typed)
{
  g_autoptr(GError) error = NULL;

  set_value (office, person, field, stored, typed, &error);
  g_assert_no_error (error);
}

/* What somebody has in a field, as it is stored; "" for nothing. */
static char *
dup_value (TyOffice      *office,
           gint64         person,
           TyCustomField *field)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  TyRecord *value = ty_custom_table_find_value (file->own_values, ty_custom_field_get_key (field));

  return g_strdup (value != NULL ? ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE) : "");
}

static void
assert_value (TyOffice      *office,
              gint64         person,
              TyCustomField *field,
              const char    *expected)
{
  g_autofree char *value = dup_value (office, person, field);

  g_assert_cmpstr (value, ==, expected);
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

static guint
count_fields (TyOffice *office)
{
  g_autoptr(GPtrArray) fields = list_fields (office);

  return fields->len;
}

static const struct
{
  const char *kind;
  const char *typed;
  const char *stored; /* (nullable): no value */
} entries[] = {
  { "text", "  两 处 ", "两 处" },  { "text", "", "" },
  { "number", "12", "12" },         { "number", "012.50", "12.5" },
  { "number", "１２", "12" },       { "number", "-0", "0" },
  { "number", "1,200", "1200" },    { "number", "-3.0", "-3" },
  { "number", "十二", NULL },       { "number", "1.2.3", NULL },
  { "number", "12万", NULL },       { "number", "1234567890123456", NULL },
  { "date", "2021.5", "2021-05" },  { "date", "2021", "2021" },
  { "date", "2021.12.31", "2021-12-31" }, { "date", "2021.13", NULL },
  { "date", "昨天", NULL },         { "choice", "b2", "B2" },
  { "choice", "无", "无" },         { "choice", "A9", NULL },
  { "yes-no", "是", "yes" },        { "yes-no", "无", "no" },
  { "yes-no", "Y", "yes" },         { "yes-no", "也许", NULL },
};

static void
test_values_by_kind (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(TyCustomField) field = make_field ("驾驶证", entries[i].kind, "C1,B2；无", "internal");
      g_autofree char *value = NULL;
      g_autofree char *again = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s: %s", entries[i].kind, entries[i].typed);
      ty_custom_field_clean (field);
      g_assert_cmpint (ty_custom_field_parse (field, entries[i].typed, &value, &error), ==,
                       entries[i].stored != NULL);
      if (entries[i].stored == NULL)
        {
          g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_VALUE);
          g_assert_true (g_str_has_prefix (error->message, "驾驶证"));
          continue;
        }
      g_assert_cmpstr (value != NULL ? value : "", ==, entries[i].stored);
      /* What is stored, or shown, is read as what it is. */
      g_assert_true (ty_custom_field_parse (field, value, &again, NULL));
      g_assert_cmpstr (again, ==, value);
    }
}

static void
assert_refused (TyOffice   *office,
                const char *name,
                const char *kind,
                const char *choices,
                int         code)
{
  g_autoptr(TyCustomField) field = make_field (name, kind, choices, "internal");
  g_autoptr(GError) error = NULL;

  g_assert_false (save_field (office, NULL, field, &error));
  g_assert_error (error, TY_ENTRY_ERROR, code);
}

/* Names are those of no other column, and nothing is written where something is wrong. */
static void
test_names (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) field = add_field (office, "驾 驶证", "text", "甲、乙", "internal");

  g_assert_cmpstr (ty_custom_field_get_name (field), ==, "驾驶证");
  g_assert_null (ty_record_get_text (TY_RECORD (field), TY_CUSTOM_FIELD_CHOICES));
  assert_refused (office, "驾驶证", "number", NULL, TY_ENTRY_ERROR_DUPLICATE);
  assert_refused (office, "駕駛證", "number", NULL, TY_ENTRY_ERROR_DUPLICATE);
  assert_refused (office, "学历", "text", NULL, TY_ENTRY_ERROR_DUPLICATE);
  assert_refused (office, "联系电话", "text", NULL, TY_ENTRY_ERROR_DUPLICATE);
  assert_refused (office, "", "text", NULL, TY_ENTRY_ERROR_REQUIRED);
  assert_refused (office, "2021", "text", NULL, TY_ENTRY_ERROR_REQUIRED);
  assert_refused (office, "工龄", NULL, NULL, TY_ENTRY_ERROR_REQUIRED);
  assert_refused (office, "等级", "choice", "甲", TY_ENTRY_ERROR_REQUIRED);
  assert_refused (office, "一个比二十个汉字还要长得多的自定义字段的名称", "text", NULL, TY_ENTRY_ERROR_TOO_LONG);
  g_assert_cmpuint (count_fields (office), ==, 1);
}

/* Made, filled in, removed with its values, and all of it brought back. */
static void
test_remove_and_undo (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 first = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  gint64 second = ty_test_office_add_person (county, "李梅", "2", "1985-03", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) field = add_field (office, "驾驶证", "choice", "C1、B2", "internal");
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  set_well (office, first, field, NULL, "C1");
  set_well (office, second, field, NULL, "b2");
  assert_value (office, second, field, "B2");
  set_well (office, second, field, "B2", "");
  assert_value (office, second, field, "");
  undo (office);
  assert_value (office, second, field, "B2");

  fields = list_fields (office);
  g_assert_cmpuint (((TyOwnField *) g_ptr_array_index (fields, 0))->n_people, ==, 2);
  ty_office_remove_field_async (office, ty_custom_field_get_key (field), NULL,
                                ty_test_office_keep_result, &result);
  ty_office_remove_field_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_fields (office), ==, 0);
  assert_value (office, first, field, "");
  g_assert_nonnull (strstr (ty_office_get_undo_label (office), "驾驶证"));

  /* What is gone can be filled in no more. */
  g_assert_false (set_value (office, first, field, NULL, "C1", &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);

  undo (office);
  g_assert_cmpuint (count_fields (office), ==, 1);
  assert_value (office, first, field, "C1");
  assert_value (office, second, field, "B2");
}

/* Who read a value before another wrote it overwrites nothing. */
static void
test_stale (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) field = add_field (office, "工龄", "number", NULL, "internal");
  g_autoptr(TyCustomField) mine = NULL;
  g_autoptr(TyCustomField) other = NULL;
  g_autoptr(GError) error = NULL;

  set_well (office, person, field, NULL, "5");
  g_assert_false (set_value (office, person, field, NULL, "6", &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  assert_value (office, person, field, "5");
  g_clear_error (&error);

  mine = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (field)));
  other = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (field)));
  ty_record_set_text (TY_RECORD (mine), TY_CUSTOM_FIELD_NAME, "村龄");
  ty_record_set_text (TY_RECORD (other), TY_CUSTOM_FIELD_NAME, "司龄");
  save_field (office, field, mine, &error);
  g_assert_no_error (error);
  g_assert_false (save_field (office, field, other, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
}

/* A choice that is written otherwise takes its people along; one that is taken out must be nobody's. */
static void
test_choices (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) field = add_field (office, "驾驶证", "choice", "C1、B2、无", "internal");
  g_autoptr(TyCustomField) renamed = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (field)));
  g_autoptr(TyCustomField) fewer = NULL;
  g_autoptr(TyCustomField) kind = NULL;
  g_autoptr(GError) error = NULL;

  set_well (office, person, field, NULL, "B2");
  ty_record_set_text (TY_RECORD (renamed), TY_CUSTOM_FIELD_CHOICES, "C1\n大货 B2\n没有");
  save_field (office, field, renamed, &error);
  g_assert_no_error (error);
  assert_value (office, person, field, "大货 B2");
  undo (office);
  assert_value (office, person, field, "B2");

  fewer = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (field)));
  ty_record_set_text (TY_RECORD (fewer), TY_CUSTOM_FIELD_CHOICES, "C1、无");
  g_assert_false (save_field (office, field, fewer, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_VALUE);
  g_clear_error (&error);
  ty_record_set_text (TY_RECORD (fewer), TY_CUSTOM_FIELD_CHOICES, "B2、C1");
  save_field (office, field, fewer, &error);
  g_assert_no_error (error);

  kind = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (fewer)));
  ty_record_set_text (TY_RECORD (kind), TY_CUSTOM_FIELD_KIND, "number");
  g_assert_false (save_field (office, fewer, kind, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_VALUE);
}

static void
move (TyOffice      *office,
      TyCustomField *field,
      int            step)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_move_field_async (office, ty_custom_field_get_key (field), step, NULL,
                              ty_test_office_keep_result, &result);
  ty_office_move_field_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
assert_order (TyOffice   *office,
              const char *expected)
{
  g_autoptr(GPtrArray) fields = list_fields (office);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append (names, ty_custom_field_get_name (((TyOwnField *) g_ptr_array_index (fields, i))->field));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_order (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) a = add_field (office, "甲", "text", NULL, "internal");
  g_autoptr(TyCustomField) b = add_field (office, "乙", "text", NULL, "internal");
  g_autoptr(TyCustomField) c = add_field (office, "丙", "text", NULL, "internal");

  assert_order (office, "甲乙丙");
  move (office, c, -1);
  assert_order (office, "甲丙乙");
  move (office, a, 5);
  assert_order (office, "丙乙甲");
  move (office, b, 0);
  undo (office);
  assert_order (office, "甲丙乙");
}

static TyHistoryDetail *
load_detail (TyOffice *office,
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
tells (TyHistoryDetail *detail,
       const char      *label,
       const char      *after)
{
  for (guint i = 0; i < detail->lines->len; i++)
    {
      g_autofree char *own_label = NULL;
      g_autofree char *own_after = NULL;

      g_object_get (g_ptr_array_index (detail->lines, i), "label", &own_label, "new", &own_after,
                    NULL);
      if (g_strcmp0 (own_label, label) == 0 && g_strcmp0 (own_after, after) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The history names the field, and masks what is sensitive, also when the field is gone. */
static void
test_history (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) field = add_field (office, "驾驶证", "text", NULL, "internal");
  g_autoptr(TyCustomField) secret = add_field (office, "困难情况", "text", NULL, "sensitive");
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  gint64 of_field, of_secret;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyHistoryDetail) plain = NULL;
  g_autoptr(TyHistoryDetail) masked = NULL;
  g_autoptr(TyHistoryDetail) gone = NULL;

  set_well (office, person, field, NULL, "C1");
  set_well (office, person, secret, NULL, "患病");
  ty_office_list_actions_async (office, 0, 2, NULL, ty_test_office_keep_result, &listed);
  actions = ty_office_list_actions_finish (office, ty_test_office_await (&listed), NULL);
  of_secret = ty_action_get_seq (g_ptr_array_index (actions, 0));
  of_field = ty_action_get_seq (g_ptr_array_index (actions, 1));
  plain = load_detail (office, of_field);
  g_assert_true (tells (plain, "驾驶证", "C1"));
  masked = load_detail (office, of_secret);
  g_assert_true (tells (masked, "困难情况", "****"));

  ty_office_remove_field_async (office, ty_custom_field_get_key (field), NULL,
                                ty_test_office_keep_result, &result);
  g_assert_true (ty_office_remove_field_finish (office, ty_test_office_await (&result), NULL));
  gone = load_detail (office, of_field);
  g_assert_true (tells (gone, "驾驶证", "C1"));
}

static char *
write_roster (TyTestOffice *county)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  char *path = g_build_filename (county->folder, "roster.xlsx", NULL);

  ty_test_xlsx_add_row (xlsx, "姓名", "性别", "出生年月", "身份证号", "乡镇", "村", "职务", "駕駛證", "联系农户数", "困难情况", NULL);
  ty_test_xlsx_add_row (xlsx, "张晓明", "男", "1980.02", NUMBER, "云岭镇", "下溪村", "党总支书记", "c1", "很多", "患病", NULL);
  ty_test_xlsx_save (xlsx, path);
  return path;
}

/* A heading that is the name of a field, in either script, is read into it; what does not fit is told. */
static void
test_import (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autofree char *path = write_roster (county);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyCustomField) licence = add_field (office, "驾驶证", "choice", "C1、B2", "internal");
  g_autoptr(TyCustomField) number = add_field (office, "联系农户数", "number", NULL, "internal");
  g_autoptr(TyCustomField) secret = add_field (office, "困难情况", "number", NULL, "sensitive");
  const TyRosterImportOptions options = { .path = path, .as_of = { 2021, 12, 31 } };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyImportReport) report = NULL;
  guint n_told = 0;

  ty_office_import_roster_async (office, &options, NULL, ty_test_office_keep_result, &result);
  report = ty_office_import_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (report->imported);
  assert_value (office, person, licence, "C1");
  assert_value (office, person, number, "");
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TyImportProblem *problem = g_ptr_array_index (report->problems, i);

      if (!g_str_equal (problem->kind, "own-value"))
        continue;
      n_told++;
      g_assert_false (problem->error);
      g_assert_cmpuint (problem->row, ==, 2);
      g_assert_cmpstr (problem->value, ==, g_str_equal (problem->heading, "困难情况") ? "****" : "很多");
    }
  g_assert_cmpuint (n_told, ==, 2);
  undo (office);
  assert_value (office, person, licence, "");
}

static TyRosterLayout *
make_layout (TyOffice *office)
{
  static const struct { TyRosterField field; const char *title; } columns[] = {
    { TY_ROSTER_FIELD_TOWNSHIP, "乡镇" }, { TY_ROSTER_FIELD_VILLAGE, "村" },
    { TY_ROSTER_FIELD_NAME, "姓名" },     { TY_ROSTER_FIELD_POSTS, "职务" },
    { TY_ROSTER_FIELD_ID_NUMBER, "身份证号" },
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) layouts = NULL;
  TyRosterLayout *layout;

  ty_office_list_layouts_async (office, NULL, ty_test_office_keep_result, &result);
  layouts = ty_office_list_layouts_finish (office, ty_test_office_await (&result), NULL);
  layout = ty_roster_layout_copy (g_ptr_array_index (layouts, 0));
  g_ptr_array_set_size (layout->columns, 0);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const TyRosterLayoutColumn column = { .field = columns[i].field, .title = (char *) columns[i].title,
                                            .width = 10 };

      ty_roster_layout_add_copy (layout, &column);
    }
  for (guint i = 0; i < layout->own->len; i++)
    ty_roster_layout_add_own (layout, g_ptr_array_index (layout->own, i));
  return layout;
}

/* What is exported comes back as it was, and a layout with such columns is kept as it is. */
static void
test_round_trip (void)
{
  static const TyRosterQuery everybody = { .who = TY_WHO_IN_OFFICE };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autofree char *path = g_build_filename (county->folder, "out.xlsx", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCustomField) licence = NULL;
  g_autoptr(TyCustomField) date = NULL;
  g_autoptr(TyCustomField) secret = NULL;
  g_autoptr(TyRosterLayout) layout = NULL;
  g_autoptr(TyRosterLayout) again = NULL;
  g_autoptr(TyRosterExport) exported = NULL;
  g_autoptr(TyImportReport) report = NULL;
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  TyOfficeExport spec = { .query = &everybody, .format = TY_ROSTER_XLSX, .path = path };
  const TyRosterImportOptions options = { .path = path, .as_of = { 2022, 6, 30 } };

  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", NULL);
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_new (2022, 1, 31));
  licence = add_field (office, "会开收割机", "yes-no", NULL, "internal");
  date = add_field (office, "安全培训", "date", NULL, "internal");
  secret = add_field (office, "困难情况", "text", NULL, "sensitive");
  set_well (office, person, licence, NULL, "是");
  set_well (office, person, date, NULL, "2021.05");
  set_well (office, person, secret, NULL, "老人患病");

  layout = make_layout (office);
  json = ty_roster_layout_to_json (layout);
  again = ty_roster_layout_from_json (json, &error);
  g_assert_no_error (error);
  /* Whoever does not know the file takes such a column for sensitive. */
  ty_roster_layout_remove_sensitive (again);
  g_assert_cmpuint (again->columns->len, ==, 4);
  ty_roster_layout_remove_sensitive (again);
  spec.layout = layout;
  ty_office_export_roster_async (office, &spec, NULL, NULL, NULL, ty_test_office_keep_result, &first);
  exported = ty_office_export_roster_finish (office, ty_test_office_await (&first), &error);
  g_assert_no_error (error);

  set_well (office, person, licence, "yes", "");
  set_well (office, person, date, "2021-05", "2022");
  set_well (office, person, secret, "老人患病", "");
  ty_office_import_roster_async (office, &options, NULL, ty_test_office_keep_result, &second);
  report = ty_office_import_roster_finish (office, ty_test_office_await (&second), &error);
  g_assert_no_error (error);
  g_assert_true (report->imported);
  assert_value (office, person, licence, "yes");
  assert_value (office, person, date, "2021-05");
  assert_value (office, person, secret, "老人患病");
  ty_roster_layout_remove_sensitive (layout);
  g_assert_cmpuint (layout->columns->len, ==, 6);
  g_remove (path);
}

static guint
count_people (TyOffice   *office,
              const char *dimension,
              const char *value)
{
  const char *values[] = { value, NULL };
  TyRosterQuery query = { .who = TY_WHO_EVERYBODY, .n_filters = 1 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;

  query.filters[0] = (TyRosterFilter){ ty_dimension_find (dimension), values };
  ty_office_list_roster_async (office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people->len;
}

/* Filters know a value as soon as it is written, and a field that is gone is nobody’s. */
static void
test_filters (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 a = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  gint64 b = ty_test_office_add_person (county, "李梅", "2", "1985-03", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCustomField) licence = NULL;
  g_autoptr(TyCustomField) number = NULL;
  g_autofree char *of_licence = NULL;
  g_autofree char *of_number = NULL;
  g_autofree char *at_least = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  ty_test_office_add_person (county, "王强", "1", "1990-01", NULL);
  office = ty_test_office_open (county);
  licence = add_field (office, "驾驶证", "choice", "C1、B2", "internal");
  number = add_field (office, "联系农户数", "number", NULL, "internal");
  of_licence = ty_custom_field_dup_word (licence);
  of_number = ty_custom_field_dup_word (number);
  at_least = g_strconcat (of_number, ">=10", NULL);
  g_assert_cmpuint (count_people (office, of_licence, "C1"), ==, 0);
  set_well (office, a, licence, NULL, "C1");
  set_well (office, a, number, NULL, "9.5");
  set_well (office, b, number, NULL, "100");
  g_assert_cmpuint (count_people (office, of_licence, "C1"), ==, 1);
  g_assert_cmpuint (count_people (office, of_licence, ""), ==, 2);
  g_assert_cmpuint (count_people (office, at_least, "yes"), ==, 1);
  g_assert_cmpuint (count_people (office, at_least, "no"), ==, 1);
  g_assert_cmpuint (count_people (office, at_least, ""), ==, 1);
  label = ty_dimension_dup_label (ty_dimension_find (at_least));
  g_assert_cmpstr (label, ==, "联系农户数>=10");

  ty_office_remove_field_async (office, ty_custom_field_get_key (number), NULL,
                                ty_test_office_keep_result, &result);
  g_assert_true (ty_office_remove_field_finish (office, ty_test_office_await (&result), NULL));
  g_assert_cmpuint (count_people (office, at_least, ""), ==, 3);
  undo (office);
  g_assert_cmpuint (count_people (office, at_least, "yes"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

  g_test_add_func ("/custom/values-by-kind", test_values_by_kind);
  g_test_add_func ("/custom/names", test_names);
  g_test_add_func ("/custom/remove-and-undo", test_remove_and_undo);
  g_test_add_func ("/custom/stale", test_stale);
  g_test_add_func ("/custom/choices", test_choices);
  g_test_add_func ("/custom/order", test_order);
  g_test_add_func ("/custom/history", test_history);
  g_test_add_func ("/custom/import", test_import);
  g_test_add_func ("/custom/round-trip", test_round_trip);
  g_test_add_func ("/custom/filters", test_filters);

  return g_test_run ();
}
