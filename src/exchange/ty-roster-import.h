/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-import-report.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyRosterImportOptions:
 * @path: the roster, an .xlsx
 * @user: who imports
 * @as_of: the date for which the roster speaks
 * @end_missing: the day the term changed, or none: posts that the roster no longer names end on it
 * @dry_run: only report
 * @skip_errors: import the rows without errors and list the others
 *
 * How a roster is imported.
 */
typedef struct
{
  const char *path;
  const char *user;
  TyDate as_of;
  TyDate end_missing;
  gboolean dry_run;
  gboolean skip_errors;
} TyRosterImportOptions;

TyImportReport *ty_roster_import_run (TyStore                      *store,
                                      const TyRosterImportOptions  *options,
                                      GCancellable                 *cancellable,
                                      GError                      **error);

G_END_DECLS
