/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

typedef void (*TyDayQuestionFunc) (TyPage   *page,
                                   gpointer  data);

void ty_day_question_ask (TyPage            *page,
                          TyDayQuestionFunc  func,
                          gpointer           data,
                          GDestroyNotify     destroy);

G_END_DECLS
