/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-statement.h"

G_BEGIN_DECLS

typedef struct _TyGatherRow TyGatherRow;

/**
 * TyGatherFunc:
 * @row: a row, valid during the call
 * @data: what was given to ty_gather_run()
 * @error: what went wrong
 *
 * Takes a row. It may step other statements of the connection, but not gather.
 *
 * Returns: whether it goes on
 */
typedef gboolean (*TyGatherFunc) (const TyGatherRow *row,
                                  gpointer           data,
                                  GError           **error);

gboolean    ty_gather_run          (TyStatement        *statement,
                                    int                 index,
                                    TyGatherFunc        func,
                                    gpointer            data,
                                    GError            **error);
gint64      ty_gather_row_get_key  (const TyGatherRow  *row);
gint64      ty_gather_row_get_int  (const TyGatherRow  *row,
                                    int                 column);
const char *ty_gather_row_get_text (const TyGatherRow  *row,
                                    int                 column,
                                    gsize              *length);

G_END_DECLS
