/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-roster-entry.h"
#include "ty-table-line.h"

G_BEGIN_DECLS

GArray  *ty_roster_own_find_columns (GPtrArray       *fields,
                                     GPtrArray       *lines,
                                     guint            header_row) G_GNUC_WARN_UNUSED_RESULT;
GArray  *ty_roster_own_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void     ty_roster_own_add          (GArray          *columns,
                                     guint            place,
                                     TyCustomField   *field);
void     ty_roster_own_read         (GArray          *columns,
                                     TyTableLine    *line,
                                     TyRosterEntry   *entry,
                                     TyImportReport  *report);

G_END_DECLS
