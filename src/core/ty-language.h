/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

/**
 * TyLanguage:
 * @TY_LANGUAGE_EN: English, the language of the sources
 * @TY_LANGUAGE_ZH_CN: Chinese in simplified script
 * @TY_LANGUAGE_ZH_TW: Chinese in traditional script
 *
 * The languages in which code lists and rules carry their labels.
 */
typedef enum
{
  TY_LANGUAGE_EN,
  TY_LANGUAGE_ZH_CN,
  TY_LANGUAGE_ZH_TW,
} TyLanguage;

#define TY_N_LANGUAGES (TY_LANGUAGE_ZH_TW + 1)

TyLanguage  ty_language_get_current (void);
TyLanguage  ty_language_from_names  (const char * const *names);
const char *ty_language_to_tag      (TyLanguage          language);

G_END_DECLS
