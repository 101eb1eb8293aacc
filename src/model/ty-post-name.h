/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-language.h"
#include "ty-record.h"

G_BEGIN_DECLS

char *ty_post_name_dup      (const char *post_key,
                             const char *party_form) G_GNUC_WARN_UNUSED_RESULT;
char *ty_post_name_dup_in   (const char *post_key,
                             const char *party_form,
                             TyLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
char *ty_post_name_dup_at   (const char *post_key,
                             const char *unit_kind,
                             const char *party_form,
                             TyLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
char *ty_post_name_dup_of   (TyRecord   *appointment,
                             const char *unit_kind,
                             const char *party_form,
                             TyLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
int   ty_post_name_get_rank (const char *post_key);

G_END_DECLS
