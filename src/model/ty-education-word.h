/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

gboolean ty_education_word_parse  (const char  *word,
                                   const char **level,
                                   const char **outcome,
                                   const char **mode);
gboolean ty_education_is_college  (const char  *level,
                                   const char  *outcome);
gboolean ty_education_is_bachelor (const char  *level,
                                   const char  *outcome);

G_END_DECLS
