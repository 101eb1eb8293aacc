/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TY_FILE_CONTENT_LINK,       /* a link, where none is followed */
  TY_FILE_CONTENT_NO_FILE,    /* a folder, a pipe or a device */
  TY_FILE_CONTENT_EMPTY,
  TY_FILE_CONTENT_TOO_LARGE,
  TY_FILE_CONTENT_UNREADABLE,
} TyFileContentError;

#define TY_FILE_CONTENT_ERROR (ty_file_content_error_quark ())

/**
 * TyFileContentFunc:
 * @n_read: how many bytes are read
 * @n_bytes: how many there are
 * @data: the caller's
 *
 * Hears how far it is, in the thread that reads.
 */
typedef void (*TyFileContentFunc) (gsize    n_read,
                                   gsize    n_bytes,
                                   gpointer data);

GQuark  ty_file_content_error_quark (void);

GBytes *ty_file_content_read        (const char         *path,
                                     gsize               most,
                                     gboolean            follow_links,
                                     TyFileContentFunc   func,
                                     gpointer            data,
                                     GCancellable       *cancellable,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char   *ty_file_content_dup_size    (guint64             bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
