/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-person.h"

G_BEGIN_DECLS

gboolean ty_sample_resume_write (const TySamplePerson  *person,
                                 gint64                 id,
                                 GRand                 *rand,
                                 TyDatabase            *database,
                                 GError               **error);

G_END_DECLS
