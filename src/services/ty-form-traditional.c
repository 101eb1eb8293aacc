/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-traditional"

#include "config.h"

#include "ty-form-traditional.h"

#include "ty-code-list.h"
#include "ty-post-name.h"

#include <string.h>

/* What the program itself says of somebody, in traditional characters: values of code lists, posts and the words
 * between. Names, units and whatever somebody wrote stay as they were written: 后 and 範 in a name cannot be told. */

typedef struct
{
  char *simplified;
  char *traditional;
} Pair;

static const struct
{
  const char *field;
  const char *list;
} coded[] = {
  { "sex", "sex" },
  { "ethnicity", "ethnicity" },
  { "health", "health" },
  { "political", "political" },
  { "marital", "marital" },
  { "education", "education" },
  { "full_time_level", "education" },
  { "full_time_degree", "degree" },
  { "in_service_level", "education" },
  { "in_service_degree", "degree" },
  { "source", "source" },
  { "reserve_source", "source" },
  { "reserve_way", "reserve_way_in" },
  { "relation", "kinship" },
};

static const char *const posts[] = { "present_post", "proposed_post", "dismissed_post", "post", "reserve_post" };

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->simplified);
  g_free (pair->traditional);
  g_free (pair);
}

/* Longer names before those that are a part of them. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  gsize first = strlen ((*(Pair *const *) a)->simplified), second = strlen ((*(Pair *const *) b)->simplified);

  return (first < second) - (first > second);
}

static void
add_pair (GPtrArray *pairs,
          char      *simplified,
          char      *traditional)
{
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair){ simplified, traditional };
  if (strcmp (simplified, traditional) == 0)
    pair_free (pair);
  else
    g_ptr_array_add (pairs, pair);
}

static gpointer
list_posts (gpointer data)
{
  static const char *const kinds[] = { "town", "township", "subdistrict" };
  GPtrArray *pairs = g_ptr_array_new_with_free_func (pair_free);
  TyCodeList *list = ty_code_list_get_shipped ("post"), *forms = ty_code_list_get_shipped ("party_form");

  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      const char *post = ty_code_get_key (ty_code_list_get_item (list, i));

      for (guint k = 0; k < ty_code_list_get_n_items (forms) + 1; k++)
        {
          const char *form = k > 0 ? ty_code_get_key (ty_code_list_get_item (forms, k - 1)) : NULL;

          add_pair (pairs, ty_post_name_dup_in (post, form, TY_LANGUAGE_ZH_CN),
                    ty_post_name_dup_in (post, form, TY_LANGUAGE_ZH_TW));
        }
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        add_pair (pairs, ty_post_name_dup_at (post, kinds[k], NULL, TY_LANGUAGE_ZH_CN),
                  ty_post_name_dup_at (post, kinds[k], NULL, TY_LANGUAGE_ZH_TW));
    }
  g_ptr_array_sort (pairs, compare_pairs);
  return pairs;
}

static void
replace_posts (TyFormValues *values,
               const char   *field)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *pairs = g_once (&once, list_posts, NULL);
  const char *text = ty_form_values_get (values, field);
  g_autoptr(GString) edited = g_string_new (text);

  for (guint i = 0; text != NULL && i < pairs->len; i++)
    {
      const Pair *pair = g_ptr_array_index (pairs, i);

      g_string_replace (edited, pair->simplified, pair->traditional, 0);
    }
  if (text != NULL)
    ty_form_values_set (values, field, edited->str);
}

static void
replace_codes (TyFormValues *values)
{
  for (guint i = 0; i < G_N_ELEMENTS (coded); i++)
    {
      const char *text = ty_form_values_get (values, coded[i].field);
      TyCode *code = text != NULL ? ty_code_list_find_word (ty_code_list_get_shipped (coded[i].list), text) : NULL;

      /* A word that only means the same stays as it was written. */
      if (code != NULL && strcmp (ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN), text) == 0)
        ty_form_values_set (values, coded[i].field, ty_code_get_label_in (code, TY_LANGUAGE_ZH_TW));
    }
}

static void
replace_word (TyFormValues *values,
              const char   *field,
              const char   *simplified,
              const char   *traditional)
{
  const char *text = ty_form_values_get (values, field);
  g_autoptr(GString) edited = text != NULL ? g_string_new (text) : NULL;

  if (edited == NULL)
    return;
  g_string_replace (edited, simplified, traditional, 0);
  ty_form_values_set (values, field, edited->str);
}

/* 2021年称职: results stand behind their years. */
static void
replace_results (TyFormValues *values)
{
  TyCodeList *list = ty_code_list_get_shipped ("annual_result");

  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      TyCode *code = ty_code_list_get_item (list, i);

      replace_word (values, "annual_results", ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN),
                    ty_code_get_label_in (code, TY_LANGUAGE_ZH_TW));
    }
}

/**
 * ty_form_traditional_apply:
 * @values: what the forms of a person say
 *
 * Says it in traditional characters, as far as the program said it.
 */
void
ty_form_traditional_apply (TyFormValues *values)
{
  replace_codes (values);
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    replace_posts (values, posts[i]);
  replace_results (values);
  replace_word (values, "birth", "岁", "歲");
  for (guint i = 0; i < ty_form_values_get_n (values, "family"); i++)
    replace_codes (ty_form_values_get_row (values, "family", i));
}
