/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-education-word"

#include "config.h"

#include "ty-education-word.h"

#include "ty-code-list.h"
#include "ty-text.h"

#include <string.h>

/* What stands around the level in a roster: how it was studied and how it ended. */
typedef struct
{
  const char *word;
  const char *list;
  const char *key;
} Hint;

/* Longer words first. All are taken out before the level is looked up. */
static const Hint hints[] = {
  { "非全日制", "education_mode", "inservice" },
  { "全日制", "education_mode", "fulltime" },
  { "网络教育", "education_mode", "inservice" },
  { "继续教育", "education_mode", "inservice" },
  { "成人教育", "education_mode", "inservice" },
  { "开放教育", "education_mode", "inservice" },
  { "自学考试", "education_mode", "inservice" },
  { "广播电视大学", "education_mode", "inservice" },
  { "成教", "education_mode", "inservice" },
  { "成人", "education_mode", "inservice" },
  { "函授", "education_mode", "inservice" },
  { "自考", "education_mode", "inservice" },
  { "电大", "education_mode", "inservice" },
  { "夜大", "education_mode", "inservice" },
  { "业余", "education_mode", "inservice" },
  { "在职", "education_mode", "inservice" },
  { "未毕业", "education_outcome", "studying" },
  { "在读", "education_outcome", "studying" },
  { "就读", "education_outcome", "studying" },
  { "肄业", "education_outcome", "incomplete" },
  { "结业", "education_outcome", "completed" },
  { "毕业", "education_outcome", "graduated" },
  { "文化程度", NULL, NULL },
  { "文化", NULL, NULL },
  { "学历", NULL, NULL },
  { "学位", NULL, NULL },
};

static gboolean
take_out (GString    *text,
          const char *word)
{
  return g_string_replace (text, word, "", 1) > 0;
}

/* A label of a list, in any of our languages: (Studying). */
static void
take_hint (const char  *word,
           const char  *list,
           const char **key)
{
  TyCode *code = ty_code_list_find_word (ty_code_list_get_shipped (list), word);

  if (code != NULL)
    *key = ty_code_get_key (code);
}

/* "大专(函授)" loses its brackets: what stands in them was a hint, or says nothing about the
 * level. Brackets that belong to a word, as in 省(区、市)委党校大学, were looked up before. */
static void
drop_brackets (GString     *text,
               const char **outcome,
               const char **mode)
{
  char *open, *close;

  while ((open = strchr (text->str, '(')) != NULL && (close = strchr (open, ')')) != NULL)
    {
      g_autofree char *inner = g_strndup (open + 1, (gsize) (close - open - 1));

      take_hint (inner, "education_outcome", outcome);
      take_hint (inner, "education_mode", mode);
      g_string_erase (text, open - text->str, close - open + 1);
    }
}

static const char *
find_level (const char *word)
{
  TyCode *code = ty_code_list_find_word (ty_code_list_get_shipped ("education"), word);

  return code != NULL ? ty_code_get_key (code) : NULL;
}

static const char *
find_level_among_hints (const char  *word,
                        const char **outcome,
                        const char **mode)
{
  g_autofree char *folded = ty_text_fold (word);
  g_autoptr(GString) text = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      if (!take_out (text, hints[i].word) || hints[i].list == NULL)
        continue;
      if (g_str_equal (hints[i].list, "education_mode"))
        *mode = hints[i].key;
      else
        *outcome = hints[i].key;
    }
  drop_brackets (text, outcome, mode);

  return find_level (text->str);
}

/**
 * ty_education_word_parse:
 * @word: what a roster says about an education: `大学本科`, `大专（函授）`, `省委党校研究生`, `本科肄业`
 * @level: (out) (transfer none): the level, a key of the list `education` (ZB64)
 * @outcome: (out) (optional) (transfer none): a key of `education_outcome`; `graduated` where the
 *   word says nothing else
 * @mode: (out) (optional) (transfer none) (nullable): a key of `education_mode`, %NULL where the
 *   word does not say it; party-school degrees are always in service (field.md 3)
 *
 * Codes of GB/T 4658 are no words: there 22 is another thing than here (field.md 8.4).
 *
 * Returns: %FALSE for an unknown word, and nothing is set
 */
gboolean
ty_education_word_parse (const char  *word,
                         const char **level,
                         const char **outcome,
                         const char **mode)
{
  const char *found, *found_outcome = "graduated", *found_mode = NULL;

  g_return_val_if_fail (word != NULL, FALSE);
  g_return_val_if_fail (level != NULL, FALSE);

  found = find_level (word);
  if (found == NULL)
    found = find_level_among_hints (word, &found_outcome, &found_mode);
  if (found == NULL)
    return FALSE;

  if (strstr (word, "党校") != NULL || strstr (word, "黨校") != NULL)
    found_mode = "inservice";
  *level = found;
  if (outcome != NULL)
    *outcome = found_outcome;
  if (mode != NULL)
    *mode = found_mode;
  return TRUE;
}

/**
 * ty_education_is_college:
 * @level: (nullable): a key of `education` (ZB64)
 * @outcome: (nullable): a key of `education_outcome`
 *
 * Returns: whether it counts as college or higher (大专及以上): level 1*, 2* or 31 to 34, graduated
 */
gboolean
ty_education_is_college (const char *level,
                         const char *outcome)
{
  if (level == NULL || g_strcmp0 (outcome, "graduated") != 0)
    return FALSE;

  return level[0] == '1' || level[0] == '2'
         || (level[0] == '3' && level[1] >= '1' && level[1] <= '4');
}

/**
 * ty_education_is_bachelor:
 * @level: (nullable): a key of `education` (ZB64)
 * @outcome: (nullable): a key of `education_outcome`
 *
 * Returns: whether it counts as bachelor or higher (本科及以上): level 1* or 2*, graduated
 */
gboolean
ty_education_is_bachelor (const char *level,
                          const char *outcome)
{
  if (level == NULL || g_strcmp0 (outcome, "graduated") != 0)
    return FALSE;

  return level[0] == '1' || level[0] == '2';
}
