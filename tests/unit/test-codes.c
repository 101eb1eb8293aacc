/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-code-list.h"
#include "ty-county-rules.h"

#include <string.h>

static gboolean
is_latin (const char *label)
{
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return FALSE;

  return TRUE;
}

/* Every shipped list loads, which also means that no word stands for two codes. */
static void
test_all (void)
{
  const char * const *ids = ty_code_list_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TyCodeList) list = ty_code_list_load_shipped (ids[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ty_code_list_get_n_items (list), >, 0);
      g_assert_true (i == 0 || strcmp (ids[i - 1], ids[i]) < 0);

      for (guint j = 0; j < ty_code_list_get_n_items (list); j++)
        {
          TyCode *code = ty_code_list_get_item (list, j);
          const char *parent = ty_code_get_parent (code);

          g_assert_cmpstr (ty_code_get_list_id (code), ==, ids[i]);
          g_assert_true (parent == NULL || ty_code_list_lookup (list, parent) != NULL);
          for (int k = 0; k < TY_N_LANGUAGES; k++)
            {
              const char *label = ty_code_get_label_in (code, (TyLanguage) k);

              g_assert_true (label != NULL && *label != '\0');
              g_assert_cmpint (is_latin (label), ==, k == TY_LANGUAGE_EN);
              g_assert_true (ty_code_list_find_word (list, label) == code);
            }
        }
    }
}

/* How many entries the standards have. */
static void
test_sizes (void)
{
  static const struct { const char *id; guint n; } sizes[] = {
    { "sex", 4 },           { "marital", 8 },        { "ethnicity", 56 + 2 },
    { "political", 13 },    { "education", 19 },     { "education_gb", 40 },
    { "degree", 56 },       { "kinship", 81 },       { "health", 3 },
    { "annual_result", 14 }, { "post", 42 },         { "body", 9 },
    { "settlement_class", 7 }, { "division_class", 8 }, { "batch", 4 },
    { "province", 34 },       { "reserve_way_in", 5 }, { "reserve_way_out", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TyCodeList *list = ty_code_list_get_shipped (sizes[i].id);

      g_assert_cmpuint (ty_code_list_get_n_items (list), ==, sizes[i].n);
    }
}

static void
test_words (void)
{
  static const struct { const char *list; const char *word; const char *key; } cases[] = {
    { "sex", "男", "1" }, { "sex", "女性", "2" }, { "political", "党员", "01" },
    { "political", "中国共产党党员", "01" }, { "political", "中共黨員", "01" },
    { "political", "预备党员", "02" }, { "political", "中共党员（预备）", "02" },
    { "political", "团员", "03" }, { "political", "群众", "13" }, { "political", "無黨派人士", "12" },
    { "ethnicity", "汉", "01" }, { "ethnicity", "漢族", "01" }, { "ethnicity", "回 族", "03" },
    { "ethnicity", "畲族", "22" }, { "education", "本科", "21" }, { "source", "退伍军人", "veteran" },
    { "source", "返乡大学生", "returning_graduate" }, { "source", "现任干部", "incumbent" },
    { "party_form", "总支", "general_branch" }, { "unit_kind", "社區", "community" },
    { "post", "Party secretary", "D1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyCodeList *list = ty_code_list_get_shipped (cases[i].list);
      TyCode *code = ty_code_list_find_word (list, cases[i].word);

      g_test_message ("%s", cases[i].word);
      g_assert_nonnull (code);
      g_assert_cmpstr (ty_code_get_key (code), ==, cases[i].key);
    }
  g_assert_null (ty_code_list_find_word (ty_code_list_get_shipped ("political"), "路人"));
  g_assert_null (ty_code_list_find_word (ty_code_list_get_shipped ("political"), NULL));
  g_assert_null (ty_code_list_find_word (ty_code_list_get_shipped ("political"), " "));
}

/* 四个一批: where the secretaries come from follows from the source. */
static void
test_references (void)
{
  static const struct { const char *list; const char *attribute; const char *target; } refs[] = {
    { "source", "batch", "batch" },         { "post", "body", "body" },
    { "unit_kind", "level", "unit_level" }, { "education_gb", "zb64", "education" },
    { "education_gb", "outcome", "education_outcome" },
  };
  guint n_batches = 0;

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      TyCodeList *list = ty_code_list_get_shipped (refs[i].list);
      TyCodeList *target = ty_code_list_get_shipped (refs[i].target);

      for (guint j = 0; j < ty_code_list_get_n_items (list); j++)
        {
          TyCode *code = ty_code_list_get_item (list, j);
          const char *value = ty_code_get_attribute (code, refs[i].attribute);

          g_assert_true (value == NULL || ty_code_list_lookup (target, value) != NULL);
          n_batches += value != NULL && i == 0;
        }
    }
  g_assert_cmpuint (n_batches, ==, 4);
}

/* The official order within a village: secretary, head, deputies, members, supervision. */
static void
test_ranks (void)
{
  static const char *order[] = { "K1", "T1", "D1", "C1", "D2", "C2", "D4", "D5", "D6",
                                 "D3", "C3", "S1", "S3", "S2", "E1", "X1", "P9", "P10", "P11" };
  TyCodeList *posts = ty_code_list_get_shipped ("post");
  guint committees = 0, heads = 0;

  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (ty_code_get_integer (ty_code_list_lookup (posts, order[i - 1]), "rank"), <,
                     ty_code_get_integer (ty_code_list_lookup (posts, order[i]), "rank"));
  for (guint i = 0; i < ty_code_list_get_n_items (posts); i++)
    {
      TyCode *code = ty_code_list_get_item (posts, i);

      committees += ty_code_get_flag (code, "two_committees");
      heads += ty_code_get_flag (code, "head");
      g_assert_cmpint (ty_code_get_flag (code, "two_committees"), ==,
                       strchr ("DCJ", ty_code_get_key (code)[0]) != NULL);
    }
  g_assert_cmpuint (committees, ==, 6 + 3 + 3);
  g_assert_cmpuint (heads, ==, 3);
}

static void
test_list_model (void)
{
  static const char csv[] = "key,en,zh_CN,zh_TW,parent\na,A,甲,,\nb,B,乙,乙,a\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCodeList) list = ty_code_list_new_from_csv ("x", csv, &error);
  g_autoptr(TyCode) second = NULL;
  TyCode *first;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == TY_TYPE_CODE);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));
  second = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (ty_code_get_key (second), ==, "b");
  g_assert_cmpstr (ty_code_get_parent (second), ==, "a");
  first = ty_code_list_get_item (list, 0);
  g_assert_cmpstr (ty_code_get_label_in (first, TY_LANGUAGE_ZH_TW), ==, "甲");
  g_assert_null (ty_code_get_attribute (second, "rank"));
  g_assert_cmpint (ty_code_get_integer (second, "rank"), ==, 0);

  g_clear_object (&second);
  g_assert_finalize_object (g_steal_pointer (&list));
}

static void
test_bad_lists (void)
{
  static const struct { const char *csv; int code; } cases[] = {
    { "", TY_CODE_LIST_ERROR_SYNTAX },
    { "key,en\na\n", TY_CODE_LIST_ERROR_SYNTAX },
    { "key,en\na,A\na,B\n", TY_CODE_LIST_ERROR_DUPLICATE },
    { "key,en\n,A\n", TY_CODE_LIST_ERROR_DUPLICATE },
    { "en,zh_CN\nA,甲\n", TY_CODE_LIST_ERROR_DUPLICATE },
    { "key,en\na,A\nb,a\n", TY_CODE_LIST_ERROR_DUPLICATE },
  };
  g_autoptr(GError) missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ty_code_list_new_from_csv ("x", cases[i].csv, &error));
      g_assert_error (error, TY_CODE_LIST_ERROR, cases[i].code);
    }
  g_assert_null (ty_code_list_load_shipped ("no_such_list", &missing));
  g_assert_error (missing, TY_CODE_LIST_ERROR, TY_CODE_LIST_ERROR_UNKNOWN);
}

static void
test_rules (void)
{
  g_autoptr(TyCountyRules) rules = ty_county_rules_new_shipped ();
  GArray *steps = ty_county_rules_get_age_steps (rules);
  GPtrArray *bands = ty_county_rules_get_age_bands (rules);
  const TyAgeBand *oldest;

  g_assert_cmpint (ty_county_rules_get_age_limit (rules), ==, 60);
  g_assert_cmpint (ty_county_rules_get_decimals (rules), ==, 2);
  g_assert_cmpint (ty_county_rules_get_talks_per_month (rules, "reserve"), ==, 4);
  g_assert_cmpint (ty_county_rules_get_talks_per_month (rules, "no such kind"), ==, 0);
  g_assert_cmpint (ty_county_rules_get_training_days_minimum (rules), ==, 3);
  g_assert_cmpint (ty_county_rules_get_annual_pay_minimum (rules), ==, 40000);
  g_assert_cmpint (ty_county_rules_get_reserves_per_post (rules), ==, 2);
  g_assert_cmpint (ty_county_rules_get_weak_economy_income (rules), ==, 100000);
  g_assert_cmpint (ty_county_rules_get_term_years (rules), ==, 5);
  g_assert_cmpint (ty_county_rules_get_backup (rules, "keep_all_days"), ==, 2);
  g_assert_cmpint (ty_county_rules_get_backup (rules, "daily"), ==, 12);
  g_assert_cmpint (ty_county_rules_get_backup (rules, "weekly"), ==, 10);
  g_assert_cmpint (ty_county_rules_get_backup (rules, "monthly"), ==, 9);

  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpint (g_array_index (steps, int, 0), ==, 35);
  g_assert_cmpint (g_array_index (steps, int, 2), ==, 50);

  /* Every age lies in exactly one band. */
  for (int age = 0; age <= 120; age++)
    {
      guint n = 0;

      for (guint i = 0; i < bands->len; i++)
        n += ty_age_band_contains (g_ptr_array_index (bands, i), age);
      g_assert_cmpuint (n, ==, 1);
    }
  g_assert_false (ty_age_band_contains (g_ptr_array_index (bands, 0), -1));
  oldest = g_ptr_array_index (bands, 5);
  g_assert_cmpstr (ty_age_band_get_label_in (oldest, TY_LANGUAGE_ZH_CN), ==, "60 岁以上");
}

static void
test_own_rules (void)
{
  static const char *bad[] = {
    "[]", "{", "", "{\"age_limit\": 5}", "{\"age_limit\": \"60\"}", "{\"age_steps\": [45, 35]}",
    "{\"age_bands\": [{\"key\": \"a\", \"to\": 35}, {\"key\": \"b\", \"from\": 35}]}",
    "{\"age_bands\": [{\"from\": 1}]}", "{\"age_bands\": 7}", "{\"backup\": {\"daily\": -1}}",
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCountyRules) rules = ty_county_rules_new_from_json ("{\"age_limit\": 58}", &error);
  g_autoptr(TyCountyRules) again = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (ty_county_rules_get_age_limit (rules), ==, 58);
  g_assert_cmpint (ty_county_rules_get_decimals (rules), ==, 2);
  g_assert_cmpuint (ty_county_rules_get_age_bands (rules)->len, ==, 6);

  json = ty_county_rules_to_json (rules);
  again = ty_county_rules_new_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ty_county_rules_get_age_limit (again), ==, 58);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) local = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (ty_county_rules_new_from_json (bad[i], &local));
      g_assert_nonnull (local);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codes/all", test_all);
  g_test_add_func ("/codes/sizes", test_sizes);
  g_test_add_func ("/codes/words", test_words);
  g_test_add_func ("/codes/references", test_references);
  g_test_add_func ("/codes/ranks", test_ranks);
  g_test_add_func ("/codes/list-model", test_list_model);
  g_test_add_func ("/codes/bad-lists", test_bad_lists);
  g_test_add_func ("/codes/rules", test_rules);
  g_test_add_func ("/codes/own-rules", test_own_rules);
  return g_test_run ();
}
