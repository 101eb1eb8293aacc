/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-mask.h"
#include "ty-model.h"
#include "ty-private-use.h"
#include "ty-text.h"

/* What people paste and type into forms, as it is stored, or what is said against it. */

#define NONE -1

typedef struct
{
  guint field;
  const char *typed;
  const char *stored; /* (nullable): none where it is refused */
  int error;          /* of TyEntryError, or NONE */
} Case;

static TyRecord *
new_person (void)
{
  TyRecord *person = TY_RECORD (ty_person_new ());

  ty_record_set_text (person, TY_PERSON_NAME, "张晓明");
  return person;
}

static void
check_error (GError *error,
             int     code)
{
  if (code == NONE)
    g_assert_no_error (error);
  else
    g_assert_error (error, TY_ENTRY_ERROR, code);
}

static void
test_texts (void)
{
  static const Case cases[] = {
    { TY_PERSON_NAME, "张晓明\n", "张晓明", NONE },
    { TY_PERSON_NAME, "张\r\n晓\t明", "张晓明", NONE },
    { TY_PERSON_NAME, "　张　三　", "张三", NONE },
    { TY_PERSON_NAME, "阿卜杜．热合曼", "阿卜杜·热合曼", NONE },
    { TY_PERSON_NAME, "\xE2\x80\x8B张三\xEF\xBB\xBF", "张三", NONE },
    { TY_PERSON_NAME, " \n ", NULL, TY_ENTRY_ERROR_REQUIRED },
    { TY_PERSON_NAME, "张\xEE\xA1\xA3", NULL, TY_ENTRY_ERROR_PRIVATE_USE },
    { TY_PERSON_NAME, "张䶮", "张䶮", NONE },
    { TY_PERSON_NAME, "张\xEF\xA3\xBF", "张\xEF\xA3\xBF", NONE },
    { TY_PERSON_SKILL, "第一行\n第二行", "第一行 第二行", NONE },
    { TY_PERSON_PHONE, "１９９ ０００１ ２３４５", "19900012345", NONE },
    { TY_PERSON_ID_NUMBER, "'９９０１０１１９８００２２１００１８\n", "990101198002210018", NONE },
    { TY_PERSON_ID_NUMBER, "99010119800221001x", NULL, TY_ENTRY_ERROR_ID_NUMBER },
    { TY_PERSON_ID_NUMBER, "990101198002210019", NULL, TY_ENTRY_ERROR_ID_NUMBER },
    { TY_PERSON_BIRTH, "1980-13", NULL, TY_ENTRY_ERROR_DATE },
    { TY_PERSON_BIRTH, "2023-02", NULL, TY_ENTRY_ERROR_FUTURE },
    { TY_PERSON_BIRTH, "2022-01-31", "2022-01-31", NONE },
    { TY_PERSON_PARTY_DATE, "2030", NULL, TY_ENTRY_ERROR_FUTURE },
    { TY_PERSON_PINYIN, "zhāng xiǎo míng", "zhang xiao ming", NONE },
    { TY_PERSON_PINYIN, "张", NULL, TY_ENTRY_ERROR_PINYIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TyRecord) person = new_person ();
      g_autoptr(GError) error = NULL;

      ty_record_set_text (person, cases[i].field, cases[i].typed);
      ty_entry_clean (person);
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (ty_entry_check (person, ty_date_new (2022, 1, 31), &error), ==,
                       cases[i].error == NONE);
      check_error (error, cases[i].error);
      if (cases[i].stored != NULL)
        g_assert_cmpstr (ty_record_get_text (person, cases[i].field), ==, cases[i].stored);
      else
        g_assert_true (g_str_has_prefix (error->message, ty_person_info.fields[cases[i].field].label));
    }
}

/* Of each text that has a limit, what just fits and what just does not; a name of 300 characters. */
static void
check_width_of (const TyRecordInfo *info,
                guint               field)
{
  guint limit = info->fields[field].max_width;
  g_autoptr(TyRecord) record = ty_record_new (info);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TY_FIELD_REQUIRED) != 0)
      {
        if (TY_FIELD_IS_NUMBER (&info->fields[i]))
          ty_record_set_integer (record, i, 1);
        else
          ty_record_set_text (record, i, info->fields[i].kind == TY_FIELD_DATE ? "2020" : "1");
      }
  for (guint i = 0; i < limit; i++)
    g_string_append (text, "山");
  ty_record_set_text (record, field, text->str);
  g_assert_true (ty_entry_check (record, ty_date_new (2022, 1, 31), &error));
  g_assert_no_error (error);
  g_string_append (text, "a");
  ty_record_set_text (record, field, text->str);
  g_assert_false (ty_entry_check (record, ty_date_new (2022, 1, 31), &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_TOO_LONG);
  g_clear_error (&error);
  for (guint i = 0; i < 300; i++)
    g_string_append (text, "山");
  ty_record_set_text (record, field, text->str);
  g_assert_false (ty_entry_check (record, ty_date_new (2022, 1, 31), &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_TOO_LONG);
}

static void
test_widths (void)
{
  check_width_of (&ty_person_info, TY_PERSON_NAME);
  check_width_of (&ty_person_info, TY_PERSON_SKILL);
  check_width_of (&ty_person_info, TY_PERSON_NATIVE_PLACE);
  check_width_of (&ty_family_member_info, TY_FAMILY_MEMBER_NAME);
  check_width_of (&ty_family_member_info, TY_FAMILY_MEMBER_OCCUPATION);
}

static void
test_periods (void)
{
  static const struct
  {
    const char *from;
    const char *until;
    int error;
  } cases[] = {
    { "2021-10", "2021-09", TY_ENTRY_ERROR_PERIOD },
    { "2021-10-02", "2021-10-01", TY_ENTRY_ERROR_PERIOD },
    { "2021", "2020", TY_ENTRY_ERROR_PERIOD },
    { "2021", "2021", NONE },
    { "2021-10-01", "2021-10-01", NONE },
    { "2021-10", NULL, NONE },
    { NULL, "2021-10", NONE },
    { "2021-02-30", NULL, TY_ENTRY_ERROR_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TyRecord) post = TY_RECORD (ty_appointment_new ());
      g_autoptr(GError) error = NULL;

      ty_record_set_integer (post, TY_APPOINTMENT_PERSON, 1);
      ty_record_set_integer (post, TY_APPOINTMENT_UNIT, 1);
      ty_record_set_text (post, TY_APPOINTMENT_POST, "D1");
      ty_record_set_text (post, TY_APPOINTMENT_FROM_DATE, cases[i].from);
      ty_record_set_text (post, TY_APPOINTMENT_UNTIL_DATE, cases[i].until);
      ty_entry_clean (post);
      ty_entry_check (post, ty_date_new (2022, 1, 31), &error);
      check_error (error, cases[i].error);
    }
}

/* Dates as they are typed, also with an input method that writes full-width digits. */
static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    const char *iso; /* (nullable) */
  } cases[] = {
    { "１９７８．０５", "1978-05" }, { "1978年5月", "1978-05" }, { "2021年12月31日", "2021-12-31" },
    { "1978.05", "1978-05" },       { "1978-5", "1978-05" },    { "197805", "1978-05" },
    { "1978", "1978" },             { "yesterday", NULL },      { "1978.13", NULL },
    { "31.12.2021", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyDate date = TY_DATE_NONE;
      gboolean parsed = ty_date_parse_record (cases[i].typed, &date, NULL, NULL);
      g_autofree char *iso = parsed ? ty_date_to_iso (date) : NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_private_use (void)
{
  static const struct
  {
    const char *typed;
    const char *better; /* (nullable) */
    gboolean has;
  } cases[] = {
    { "张三", NULL, FALSE },
    { "", NULL, FALSE },
    { "刘\xEE\xA1\xA3", "刘䶮", TRUE },
    { "\xEE\xA0\x95", "⺁", TRUE },
    { "\xEE\xA1\xA4\xEE\xA0\x9E", "龻龴", TRUE },
    { "张\xEF\xA3\xBF", NULL, TRUE },
    { "张\xEE\xA1\xA3\xEF\xA3\xBF", "张䶮\xEF\xA3\xBF", TRUE },
    { "\xF3\xB0\x80\x80", NULL, TRUE },
    { "\xFF", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *better = ty_private_use_dup_encoded (cases[i].typed);

      g_assert_cmpstr (better, ==, cases[i].better);
      g_assert_cmpint (ty_private_use_has (cases[i].typed), ==, cases[i].has);
    }

  /* None of them stands for another one of private use, and none for two. */
  for (gunichar c = 0xE000; c < 0xF900; c++)
    if (ty_private_use_find (c) != 0)
      {
        g_assert_false (ty_private_use_is (ty_private_use_find (c)));
        for (gunichar d = c + 1; d < 0xF900; d++)
          g_assert_true (ty_private_use_find (d) != ty_private_use_find (c));
      }
}

static void
test_masks (void)
{
  static const struct
  {
    const TyRecordInfo *info;
    guint field;
    const char *value;
    const char *masked;
  } cases[] = {
    { &ty_person_info, TY_PERSON_ID_NUMBER, "990101198002210018", "990101 19800221 ****" },
    { &ty_person_info, TY_PERSON_PHONE, "19900012345", "199****2345" },
    { &ty_person_info, TY_PERSON_PHONE, "07971234567", "079****4567" },
    { &ty_person_info, TY_PERSON_PHONE, "120", "****" },
    { &ty_person_info, TY_PERSON_ADDRESS, "石泉镇一号", "****" },
    { &ty_person_info, TY_PERSON_NAME, "张三", "张三" },
    { &ty_person_info, TY_PERSON_PHONE, NULL, "" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_NAME, "李四", "李＊" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_NAME, "欧阳瑾瑜", "欧阳＊" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_NAME, "张晓明", "张＊" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_NAME, "欧阳", "欧＊" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_NAME, "张", "＊" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_OCCUPATION, "县医院医生", "****" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ty_mask_apply (&cases[i].info->fields[cases[i].field], cases[i].value);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
  g_assert_true (ty_mask_has_fields (&ty_family_member_info));
  g_assert_false (ty_mask_has_fields (&ty_honour_info));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_model_init ();
  g_test_add_func ("/entry/texts", test_texts);
  g_test_add_func ("/entry/widths", test_widths);
  g_test_add_func ("/entry/periods", test_periods);
  g_test_add_func ("/entry/dates", test_dates);
  g_test_add_func ("/entry/private-use", test_private_use);
  g_test_add_func ("/entry/masks", test_masks);
  return g_test_run ();
}
