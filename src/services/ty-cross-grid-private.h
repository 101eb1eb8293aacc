/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cross-grid.h"

#include "ty-cross-table.h"

G_BEGIN_DECLS

/* What a column tells of its cells. */
typedef enum
{
  TY_CROSS_GRID_NUMBER,
  TY_CROSS_GRID_SHARE,
  TY_CROSS_GRID_CHANGE,
} TyCrossGridPart;

typedef struct
{
  const TyDimension *dimension; /* (nullable): by what, besides the rows */
  char *key;                    /* (owned) (nullable): of its value */
  const TyMeasure *measure;
  TyCrossGridPart part;
  guint date;                   /* 0 for the date of the table, 1 for the one before */
  TyCrossTable *table;          /* (unowned): only while the table is made */
  guint value;
  guint number;                 /* of the measure in that table */
} TyCrossGridColumn;

/**
 * TyCrossGrid:
 *
 * A cross table with its totals, shares and changes as texts, and who is behind each cell. Several dimensions
 * stand side by side as groups of columns.
 */
struct _TyCrossGrid
{
  TyTablePlan *plan;
  TyGrid *grid;
  GArray *columns;    /* (element-type TyCrossGridColumn) */
  GPtrArray *keys;    /* (element-type utf8) (nullable elements): of the rows; %NULL = all */
  char *note;         /* (nullable) */
  TyDate before;      /* with which it is compared, or none */
  guint n;
};

G_END_DECLS
