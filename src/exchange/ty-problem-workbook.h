/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"
#include "ty-table-head.h"
#include "ty-table-source.h"

G_BEGIN_DECLS

gboolean ty_problem_workbook_write (TyTableSource  *source,
                                    GPtrArray      *problems,
                                    TyHeadingFunc   knows,
                                    gpointer        data,
                                    int             fd,
                                    GCancellable   *cancellable,
                                    GError        **error);

G_END_DECLS
