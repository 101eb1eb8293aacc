/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-attachment-edit.h"
#include "ty-file-content.h"

G_BEGIN_DECLS

#define TY_ATTACHMENT_FILES_MOST (200 * 1024 * 1024) /* bytes, which are in memory until they are written */

/**
 * TyAttachmentFiles:
 * @attachments: (owned) (element-type TyNewAttachment): what can be attached
 * @problems: (owned) (element-type utf8): why others cannot, a sentence each that begins with the name
 * @n_bytes: size of those that can be attached, with what was read before
 *
 * Files that were read to be attached.
 */
typedef struct
{
  GPtrArray *attachments;
  GPtrArray *problems;
  gsize n_bytes;
} TyAttachmentFiles;

TyAttachmentFiles *ty_attachment_files_new         (gsize                 n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void               ty_attachment_files_free        (TyAttachmentFiles    *self);
void               ty_attachment_files_add_problem (TyAttachmentFiles    *self,
                                                    const char           *name,
                                                    const char           *message);
void               ty_attachment_files_read_one    (TyAttachmentFiles    *self,
                                                    const char           *path,
                                                    TyFileContentFunc     func,
                                                    gpointer              data,
                                                    GCancellable         *cancellable);

/* Reads outside of the threads of the store; nothing is written yet. */
void               ty_attachment_files_read_async  (const char * const   *paths,
                                                    gsize                 n_bytes,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
TyAttachmentFiles *ty_attachment_files_read_finish (GAsyncResult         *result,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAttachmentFiles, ty_attachment_files_free)

G_END_DECLS
