/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-field-info.h"

G_BEGIN_DECLS

gboolean ty_subject_has_links (const TyRecordInfo  *info);
gboolean ty_subject_resolve   (TyDatabase          *database,
                               GArray              *subjects,
                               GError             **error);

G_END_DECLS
