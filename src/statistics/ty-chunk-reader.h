/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chunk.h"
#include "ty-codebook.h"
#include "ty-database.h"
#include "ty-units.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TyChunkReader TyChunkReader;

TyChunkReader *ty_chunk_reader_new  (TyDatabase     *database,
                                     TyUnits        *units,
                                     TyCodebook    **books,
                                     GError        **error);
void           ty_chunk_reader_free (TyChunkReader  *self);
gboolean       ty_chunk_reader_read (TyChunkReader  *self,
                                     gint64          first,
                                     gint64          last,
                                     GPtrArray      *chunks,
                                     GCancellable   *cancellable,
                                     GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyChunkReader, ty_chunk_reader_free)

G_END_DECLS
