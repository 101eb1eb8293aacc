/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"
#include "ty-table-head.h"
#include "ty-table-source.h"

G_BEGIN_DECLS

/**
 * TyProblemTable:
 * @source: a file that was read
 * @problems: (element-type TyImportProblem): what was found in it
 * @name: (nullable): the name of the file, for the names of its sheets beside those of other files
 *
 * A file that is given back with its problems. Nothing of it is owned.
 */
typedef struct
{
  TyTableSource *source;
  GPtrArray *problems;
  const char *name;
} TyProblemTable;

gboolean ty_problem_workbook_write (const TyProblemTable  *tables,
                                    guint                  n_tables,
                                    TyHeadingFunc          knows,
                                    gpointer               data,
                                    int                    fd,
                                    GCancellable          *cancellable,
                                    GError               **error);

G_END_DECLS
