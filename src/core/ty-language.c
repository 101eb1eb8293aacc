/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-language"

#include "config.h"

#include "ty-language.h"

/**
 * ty_language_to_tag:
 * @language: a language
 *
 * Returns: (transfer none): `en`, `zh_CN` or `zh_TW`, as columns of code lists are named
 */
const char *
ty_language_to_tag (TyLanguage language)
{
  static const char * const tags[TY_N_LANGUAGES] = { "en", "zh_CN", "zh_TW" };

  g_return_val_if_fail ((guint) language < TY_N_LANGUAGES, "en");

  return tags[language];
}

static gboolean
is_traditional (const char *name)
{
  static const char * const prefixes[] = { "zh_TW", "zh-TW", "zh_HK", "zh-HK", "zh_MO", "zh-MO",
                                           "zh_Hant", "zh-Hant" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return TRUE;

  return FALSE;
}

/**
 * ty_language_from_names:
 * @names: (array zero-terminated=1): locale names, the one liked best first
 *
 * Taiwan, Hong Kong, Macau and every other locale in traditional script read zh_TW; all other
 * Chinese locales read zh_CN.
 *
 * Returns: the first of our languages among @names, English if there is none
 */
TyLanguage
ty_language_from_names (const char * const *names)
{
  g_return_val_if_fail (names != NULL, TY_LANGUAGE_EN);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (is_traditional (names[i]))
        return TY_LANGUAGE_ZH_TW;
      if (g_str_has_prefix (names[i], "zh"))
        return TY_LANGUAGE_ZH_CN;
      if (g_str_has_prefix (names[i], "en") || g_strcmp0 (names[i], "C") == 0)
        return TY_LANGUAGE_EN;
    }

  return TY_LANGUAGE_EN;
}

/**
 * ty_language_get_current:
 *
 * Returns: the language of the user, by the environment
 */
TyLanguage
ty_language_get_current (void)
{
  return ty_language_from_names (g_get_language_names ());
}
