/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

/**
 * TyPinyinReading:
 * @TY_PINYIN_SURNAME: as a surname: 曾 zeng, 单 shan
 * @TY_PINYIN_GIVEN: in a given name or any word
 *
 * Where a character stands in a name.
 */
typedef enum
{
  TY_PINYIN_SURNAME,
  TY_PINYIN_GIVEN,
} TyPinyinReading;

const char *ty_pinyin_table_read          (gunichar        character,
                                           TyPinyinReading reading);
const char *ty_pinyin_table_read_compound (gunichar        first,
                                           gunichar        second);

G_END_DECLS
