/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-merge.h"

G_BEGIN_DECLS

/**
 * TyMergeGridKind:
 * @TY_MERGE_GRID_FIELDS: fields with different values, to choose
 * @TY_MERGE_GRID_CLASHES: rows of which there can only be one, to choose
 * @TY_MERGE_GRID_ROWS: rows that come together
 * @TY_MERGE_GRID_EQUAL: what both say
 *
 * A part of what the dialog shows of two records.
 */
typedef enum
{
  TY_MERGE_GRID_FIELDS,
  TY_MERGE_GRID_CLASHES,
  TY_MERGE_GRID_ROWS,
  TY_MERGE_GRID_EQUAL,
} TyMergeGridKind;

guint ty_merge_grid_fill (GtkGrid         *grid,
                          TyMergePreview  *preview,
                          TyMergeGridKind  kind,
                          gboolean         revealed);

G_END_DECLS
