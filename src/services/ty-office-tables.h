/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-look.h"
#include "ty-import-problems.h"
#include "ty-import-run.h"
#include "ty-office.h"
#include "ty-progress.h"

G_BEGIN_DECLS

/**
 * TyImportTable:
 * @source: (owned): a file, or what was pasted
 * @look: (owned) (nullable): what it looks like
 * @problem: (owned) (nullable): why it cannot be read, where it has no look
 * @name: (owned) (nullable): under which what its columns mean shall be kept
 * @by_hand: whether the user said what some columns mean
 *
 * A table that is to be imported.
 */
typedef struct
{
  TyImportSource *source;
  TyImportLook *look;
  char *problem;
  char *name;
  gboolean by_hand;
} TyImportTable;

/* Looks at the first rows of tables. */
void          ty_office_look_at_tables_async  (TyOffice               *self,
                                               GPtrArray              *sources,
                                               const TyImportKind     *kind,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
GPtrArray    *ty_office_look_at_tables_finish (TyOffice               *self,
                                               GAsyncResult           *result,
                                               GError                **error);

/* Finds what each row would change. */
void          ty_office_plan_import_async     (TyOffice               *self,
                                               GPtrArray              *sources,
                                               const TyImportOptions  *options,
                                               TyImportMapping        *mapping,
                                               TyProgressFunc          progress,
                                               gpointer                progress_data,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
TyImportPlan *ty_office_plan_import_finish    (TyOffice               *self,
                                               GAsyncResult           *result,
                                               GError                **error);

/* Compares the rows anew of which was said who they are. */
void          ty_office_answer_import_async   (TyOffice               *self,
                                               TyImportPlan           *plan,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
gboolean      ty_office_answer_import_finish  (TyOffice               *self,
                                               GAsyncResult           *result,
                                               GError                **error);

/* Takes over what is accepted, after a backup. */
void          ty_office_apply_import_async    (TyOffice               *self,
                                               TyImportPlan           *plan,
                                               TyProgressFunc          progress,
                                               gpointer                progress_data,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
gboolean      ty_office_apply_import_finish   (TyOffice               *self,
                                               GAsyncResult           *result,
                                               GError                **error);

/* Writes tables once more with their problems marked. */
void          ty_office_save_problems_async   (TyOffice               *self,
                                               TyImportPlan           *plan,
                                               const char             *path,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
gboolean      ty_office_save_problems_finish  (TyOffice               *self,
                                               GAsyncResult           *result,
                                               GError                **error);

/* Keeps what the columns of a table mean under a name. */
void          ty_office_save_mapping_async    (TyOffice               *self,
                                               TyImportMapping        *mapping,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
gboolean      ty_office_save_mapping_finish   (TyOffice               *self,
                                               GAsyncResult           *result,
                                               GError                **error);

G_END_DECLS
