/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-person.h"

G_BEGIN_DECLS

const char *ty_sample_post_get_body        (const char           *post);
gboolean    ty_sample_post_is_elected      (const char           *post);
gboolean    ty_sample_post_is_filed        (const char           *post);
char       *ty_sample_post_dup_title       (const char           *post,
                                            const TySamplePlace  *place) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_sample_post_dup_posts       (const TySamplePerson *person,
                                            TySampleMonth         month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
