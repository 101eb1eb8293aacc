/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-csv.h"
#include "ty-language.h"
#include "ty-text.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} Pair;

static void
check_pairs (char      *(*function) (const char *),
             const Pair  *pairs,
             guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *result = function (pairs[i].text);

      g_assert_cmpstr (result, ==, pairs[i].expected);
    }
}

static void
test_fold (void)
{
  static const Pair pairs[] = {
    { "幹部", "干部" },           { "後備", "后备" },         { "黨組織書記", "党组织书记" },
    { " 王　明 ", "王明" },       { "Ｔｙ Ｐｅ", "type" },    { "阿卜杜·热合曼", "阿卜杜热合曼" },
    { "阿卜杜•热合曼", "阿卜杜热合曼" },                       { "阿卜杜．热合曼", "阿卜杜热合曼" },
    { "阿卜杜‧热合曼", "阿卜杜热合曼" },                       { "\xEF\xBB\xBF村\xE2\x80\x8B委", "村委" },
    { "村（居）委会", "村(居)委会" }, { "鍾書記", "钟书记" }, { "皇后", "皇后" },
    { "\xE8\x91\x9B\xF3\xA0\x84\x80", "葛" }, { "", "" },
  };

  check_pairs (ty_text_fold, pairs, G_N_ELEMENTS (pairs));
}

/* The key of a part is a part of the key, whatever stands beside it: else 乾坤 would not be found
 * by 乾. */
static void
test_fold_parts (void)
{
  static const char *words[] = { "李乾坤", "乾淨", "頭髮", "皇后鎮", "裡面", "瞭解", "藉口", "著作" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *whole = ty_text_fold (words[i]);

      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *part = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
          g_autofree char *folded = ty_text_fold (part);

          g_assert_nonnull (strstr (whole, folded));
        }
    }
}

static void
test_fold_invalid (void)
{
  g_autofree char *folded = ty_text_fold ("\xE6\x9D");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
}

/* An invisible character changes no key and keeps the text from the short way of plain names. */
static void
test_fold_plain (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *plain = NULL;
      g_autofree char *any = NULL;

      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        if (g_test_rand_int_range (0, 4) > 0)
          g_string_append_unichar (text, (gunichar) g_test_rand_int_range (0x4E00, 0xA000));
        else
          g_string_append_unichar (text, (gunichar) g_test_rand_int_range (0x20, 0x180));
      plain = ty_text_fold (text->str);
      g_string_append_unichar (text, 0x200B);
      any = ty_text_fold (text->str);
      g_assert_cmpstr (plain, ==, any);
    }
}

static gpointer
fold_in_thread (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *folded = ty_text_fold ("黨總支書記");

      g_assert_cmpstr (folded, ==, "党总支书记");
    }

  return NULL;
}

static void
test_fold_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fold", fold_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_clean (void)
{
  static const Pair texts[] = {
    { "  云岭镇　", "云岭镇" }, { "甲\r\n\t乙", "甲 乙" }, { "\xE2\x80\x8B甲\xEF\xBB\xBF", "甲" },
    { "", "" },                 { "　 \n", "" },           { "甲  乙", "甲 乙" },
  };
  static const Pair names[] = {
    { "王　明", "王明" },           { " 王  明 ", "王明" },      { "阿卜杜 • 热合曼", "阿卜杜·热合曼" },
    { "扎西・次仁", "扎西·次仁" },  { "John  Smith", "John Smith" },
  };
  static const Pair codes[] = {
    { "９９０１０１ 19820221 001x", "99010119820221001X" }, { "'19900002166", "19900002166" },
    { "199 0000\t2166", "19900002166" },                    { "　", "" },
  };

  check_pairs (ty_text_clean, texts, G_N_ELEMENTS (texts));
  check_pairs (ty_text_clean_name, names, G_N_ELEMENTS (names));
  check_pairs (ty_text_clean_code, codes, G_N_ELEMENTS (codes));
}

static void
test_width (void)
{
  g_assert_cmpuint (ty_text_width (""), ==, 0);
  g_assert_cmpuint (ty_text_width ("王明"), ==, 4);
  g_assert_cmpuint (ty_text_width ("1978.05--2021.10  "), ==, 18);
  g_assert_cmpuint (ty_text_width ("（其间：）"), ==, 10);
  g_assert_cmpuint (ty_text_width ("𬱖A"), ==, 3);
  g_assert_cmpuint (ty_text_width ("甲\xE2\x80\x8B乙"), ==, 4);
}

static void
test_mask (void)
{
  static const Pair numbers[] = {
    { "990101198202210015", "990101 19820221 ****" }, { "990101820221001", "990101 820221 ***" },
    { "99010119820221001", "****" },                  { "", "" },
    { "王王王王王王", "****" },
  };
  static const Pair phones[] = {
    { "19900002166", "199****2166" }, { "0797-5712345", "0797****" }, { "57123", "****" },
    { "", "" },                       { "打电话找他弟弟", "****" },
  };

  check_pairs (ty_text_mask_id_number, numbers, G_N_ELEMENTS (numbers));
  check_pairs (ty_text_mask_phone, phones, G_N_ELEMENTS (phones));
}

static void
test_csv (void)
{
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;
  char **record;

  records = ty_csv_parse ("\xEF\xBB\xBFkey,en\r\na,\"one, \"\"two\"\"\nthree\"\nb,\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 3);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record[0], ==, "key");
  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record[1], ==, "one, \"two\"\nthree");
  record = g_ptr_array_index (records, 2);
  g_assert_cmpstr (record[1], ==, "");

  g_assert_null (ty_csv_parse ("a,b\n1\n", &error));
  g_assert_error (error, TY_CSV_ERROR, TY_CSV_ERROR_COLUMNS);
  g_clear_error (&error);
  g_assert_null (ty_csv_parse ("a,\"b\n", &error));
  g_assert_error (error, TY_CSV_ERROR, TY_CSV_ERROR_QUOTE);
  g_clear_error (&error);
  g_assert_null (ty_csv_parse ("a\"b,c\n", &error));
  g_assert_error (error, TY_CSV_ERROR, TY_CSV_ERROR_QUOTE);
  g_clear_error (&error);
  g_assert_null (ty_csv_parse ("\xFF\n", &error));
  g_assert_error (error, TY_CSV_ERROR, TY_CSV_ERROR_ENCODING);
}

static void
test_language (void)
{
  static const struct { const char *names[4]; TyLanguage language; } cases[] = {
    { { "zh_TW.UTF-8", "zh_TW", "zh", "C" }, TY_LANGUAGE_ZH_TW },
    { { "zh_HK", "zh", NULL }, TY_LANGUAGE_ZH_TW },
    { { "zh_Hant_MY", NULL }, TY_LANGUAGE_ZH_TW },
    { { "zh_CN", "zh", NULL }, TY_LANGUAGE_ZH_CN },
    { { "zh", NULL }, TY_LANGUAGE_ZH_CN },
    { { "bo_CN", "zh_CN", NULL }, TY_LANGUAGE_ZH_CN },
    { { "en_GB", "zh_CN", NULL }, TY_LANGUAGE_EN },
    { { "C", NULL }, TY_LANGUAGE_EN },
    { { NULL }, TY_LANGUAGE_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *names[5] = { NULL };

      memcpy (names, cases[i].names, sizeof cases[i].names);
      g_assert_cmpint (ty_language_from_names (names), ==, cases[i].language);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold/parts", test_fold_parts);
  g_test_add_func ("/text/fold/invalid", test_fold_invalid);
  g_test_add_func ("/text/fold/plain", test_fold_plain);
  g_test_add_func ("/text/fold/threads", test_fold_threads);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/mask", test_mask);
  g_test_add_func ("/text/csv", test_csv);
  g_test_add_func ("/text/language", test_language);
  return g_test_run ();
}
