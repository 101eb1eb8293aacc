/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-export.h"
#include "ty-office.h"
#include "ty-progress.h"

G_BEGIN_DECLS

/**
 * TyPaperUse:
 * @TY_PAPER_SHOWN: somebody looks at them
 * @TY_PAPER_SHOWN_AGAIN: the same people in another form; it was noted
 * @TY_PAPER_PRINTED: they are printed
 *
 * What forms are read for.
 */
typedef enum
{
  TY_PAPER_SHOWN,
  TY_PAPER_SHOWN_AGAIN,
  TY_PAPER_PRINTED,
} TyPaperUse;

/**
 * TyPaperExport:
 * @template: which form
 * @people: (element-type gint64): keys, in the order in which they are written; nobody = one blank form
 * @path: the file, the archive or the folder
 * @format: what the files are
 * @pack: how they are handed out
 * @naming: (nullable): how files of one form each are called, nothing for the usual
 * @overwrite: whether files of a folder are replaced
 *
 * Forms that are written.
 */
typedef struct
{
  TyFormTemplate *template;
  GArray *people;
  const char *path;
  TyFormFormat format;
  TyFormPack pack;
  const char *naming;
  gboolean overwrite;
} TyPaperExport;

/* Reads what forms say, to be shown or printed; that they are is noted before. */
void          ty_office_load_paper_async    (TyOffice             *self,
                                             TyFormTemplate       *template,
                                             GArray               *people,
                                             TyPaperUse            use,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *ty_office_load_paper_finish   (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes forms, and notes it. */
void          ty_office_export_paper_async  (TyOffice             *self,
                                             const TyPaperExport  *spec,
                                             TyProgressFunc        progress,
                                             gpointer              progress_data,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TyFormExport *ty_office_export_paper_finish (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
