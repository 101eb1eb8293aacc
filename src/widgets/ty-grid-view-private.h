/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-grid-view.h"

G_BEGIN_DECLS

/* Lines of headings at most. */
#define TY_GRID_VIEW_LEVELS 3

#define TY_GRID_VIEW_PADDING 8

/**
 * TyGridLayout:
 * @label: width of the labels
 * @widths: (owned) (element-type int): of the columns
 * @starts: (owned) (element-type int): where they begin, behind the labels; one more than columns
 * @levels: heights of the lines of headings
 * @head: height of all of them
 * @row: height of a row
 *
 * Where everything stands in a table, in pixels.
 */
typedef struct
{
  int label;
  GArray *widths;
  GArray *starts;
  int levels[TY_GRID_VIEW_LEVELS];
  int head;
  int row;
} TyGridLayout;

/* Where nothing is. */
#define TY_GRID_VIEW_NONE G_MAXUINT

struct _TyGridView
{
  GtkWidget parent_instance;

  /* Owned */
  TyGrid *grid;               /* (nullable) */
  PangoLayout *text;
  PangoAttrList *plain;
  PangoAttrList *bold;
  GtkAdjustment *adjustments[2]; /* (nullable): by #GtkOrientation */
  TyGridLayout layout;

  GtkScrollablePolicy policies[2];
  gboolean laid_out;
  gboolean restyled;          /* whether the font may be another one since */
  guint row;                  /* where the keyboard is */
  guint column;
  guint hover_row;            /* where the pointer is */
  guint hover_column;
};

/* ty-grid-view-layout.c */
void     ty_grid_view_lay_out    (TyGridView *self,
                                  int         width);
char    *ty_grid_view_dup_heading (TyGridView *self,
                                  guint       level,
                                  guint       column) G_GNUC_WARN_UNUSED_RESULT;
int      ty_grid_view_get_start  (TyGridView *self,
                                  guint       column);
int      ty_grid_view_get_total  (TyGridView *self);
gboolean ty_grid_view_find       (TyGridView *self,
                                  double      x,
                                  double      y,
                                  guint      *row,
                                  guint      *column);

/* ty-grid-view-draw.c */
void     ty_grid_view_draw       (TyGridView *self,
                                  cairo_t    *cr);

G_END_DECLS
