/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cli-question.h"

G_BEGIN_DECLS

GArray *ty_cli_list_people (TyCliQuestion  *question,
                            const char     *path,
                            const char     *search,
                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
