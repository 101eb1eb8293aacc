/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-language.h"
#include "ty-model-types.h"

G_BEGIN_DECLS

const char *ty_township_post_get_name (const char *post_key,
                                       const char *unit_kind,
                                       TyLanguage  language);
const char *ty_township_post_find     (const char *title,
                                       const char *unit_kind);

G_END_DECLS
