/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-plan.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyImportProgressFunc:
 * @n_done: how many rows are done
 * @n_all: how many there are; 0 = not known yet
 * @data: the caller's
 *
 * Hears, in the thread that works, how far it is.
 */
typedef void (*TyImportProgressFunc) (guint    n_done,
                                      guint    n_all,
                                      gpointer data);

TyImportPlan *ty_import_run_plan    (TyStore               *store,
                                     GPtrArray             *sources,
                                     const TyImportOptions *options,
                                     TyImportMapping       *mapping,
                                     TyImportProgressFunc   progress,
                                     gpointer               progress_data,
                                     GCancellable          *cancellable,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_import_run_answers (TyStore               *store,
                                     TyImportPlan          *plan,
                                     GCancellable          *cancellable,
                                     GError               **error);
gboolean      ty_import_run_apply   (TyStore               *store,
                                     TyImportPlan          *plan,
                                     const char            *user,
                                     TyImportProgressFunc   progress,
                                     gpointer               progress_data,
                                     GCancellable          *cancellable,
                                     GError               **error);

G_END_DECLS
