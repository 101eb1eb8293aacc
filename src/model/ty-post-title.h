/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-parsed-post.h"

G_BEGIN_DECLS

typedef enum
{
  TY_POST_TITLE_ERROR_EMPTY,
  TY_POST_TITLE_ERROR_UNKNOWN,
} TyPostTitleError;

#define TY_POST_TITLE_ERROR (ty_post_title_error_quark ())

GQuark     ty_post_title_error_quark (void);
GPtrArray *ty_post_title_parse       (const char  *text,
                                      const char  *unit_kind,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_post_title_take        (const char  *text,
                                      const char  *unit_kind,
                                      gboolean    *unsure,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
