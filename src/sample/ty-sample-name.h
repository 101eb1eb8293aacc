/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ty_sample_name_pick_surname (GRand      *rand,
                                         const char *ethnicity);
char       *ty_sample_name_new          (GRand      *rand,
                                         const char *surname,
                                         const char *ethnicity,
                                         int         sex,
                                         int         year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
