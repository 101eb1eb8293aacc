/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-attachment.h"
#include "ty-store.h"

G_BEGIN_DECLS

#define TY_ATTACHMENT_MOST_BYTES (20 * 1024 * 1024)

/**
 * TyNewAttachment:
 * @row: (owned): title, date, name of the file and note; the rest follows from the bytes
 * @bytes: (owned): the file
 * @known: (out): whether the person has the same file already, so that it was not added again
 *
 * A file that is to be attached.
 */
typedef struct
{
  TyAttachment *row;
  GBytes *bytes;
  gboolean known;
} TyNewAttachment;

TyNewAttachment *ty_new_attachment_new  (const char       *file_name,
                                         GBytes           *bytes,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
TyNewAttachment *ty_new_attachment_dup  (const TyNewAttachment *self) G_GNUC_WARN_UNUSED_RESULT;
void             ty_new_attachment_free (TyNewAttachment  *self);

gboolean         ty_attachment_edit_add (TyStore          *store,
                                         const char       *user,
                                         gint64            person,
                                         GPtrArray        *attachments,
                                         gint64           *seq,
                                         GError          **error);
gboolean         ty_attachment_edit_insert_of_talk (TyStore    *store,
                                         TyRecord         *talk,
                                         GPtrArray        *attachments,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyNewAttachment, ty_new_attachment_free)

G_END_DECLS
