/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-post-words.h"

G_BEGIN_DECLS

gboolean ty_post_unit_is_village       (const char        *text);
gboolean ty_post_unit_is_community     (const char        *text);
gboolean ty_post_unit_is_name          (const char        *rest,
                                        const TyPostMatch *match);
void     ty_post_unit_trim_qualifiers  (GString           *rest,
                                        const TyPostMatch *match);
void     ty_post_unit_trim_connectors  (GString           *rest);

G_END_DECLS
