/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "ty-attachment.h"
#include "ty-office.h"
#include "ty-progress.h"

G_BEGIN_DECLS

/**
 * TyAttachResult:
 * @n_added: how many files were attached
 * @problems: (owned) (element-type utf8): why others were not, a sentence each that begins with the name
 *
 * What came of attaching files.
 */
typedef struct
{
  guint n_added;
  GPtrArray *problems;
} TyAttachResult;

void            ty_attach_result_free             (TyAttachResult       *self);

/* Files are attached to a person: one action, with undo. Progress is in kilobytes. */
void            ty_office_attach_files_async      (TyOffice             *self,
                                                   gint64                person,
                                                   const char * const   *paths,
                                                   TyProgressFunc        progress,
                                                   gpointer              progress_data,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
TyAttachResult *ty_office_attach_files_finish     (TyOffice             *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
/* A copy for another program; noted in the history. */
void            ty_office_open_attachment_async   (TyOffice             *self,
                                                   TyAttachment         *attachment,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
char           *ty_office_open_attachment_finish  (TyOffice             *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
/* A copy outside of the county file; noted in the history. */
void            ty_office_save_attachment_async   (TyOffice             *self,
                                                   TyAttachment         *attachment,
                                                   const char           *path,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean        ty_office_save_attachment_finish  (TyOffice             *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            ty_office_load_thumbnail_async    (TyOffice             *self,
                                                   const char           *sha256,
                                                   int                   size,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GdkPixbuf      *ty_office_load_thumbnail_finish   (TyOffice             *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAttachResult, ty_attach_result_free)

G_END_DECLS
