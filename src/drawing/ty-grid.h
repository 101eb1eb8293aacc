/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TY_TYPE_GRID (ty_grid_get_type ())

/**
 * TyGridKind:
 * @TY_GRID_TEXT: a text that is no number, such as the dash of what is not known
 * @TY_GRID_COUNT: a whole number
 * @TY_GRID_DECIMAL: a number with decimals
 *
 * What a cell holds.
 */
typedef enum
{
  TY_GRID_TEXT,
  TY_GRID_COUNT,
  TY_GRID_DECIMAL,
} TyGridKind;

typedef struct _TyGrid TyGrid;

GType       ty_grid_get_type        (void);
TyGrid     *ty_grid_new             (const char *title,
                                     const char *corner) G_GNUC_WARN_UNUSED_RESULT;
TyGrid     *ty_grid_ref             (TyGrid     *self);
void        ty_grid_unref           (TyGrid     *self);
void        ty_grid_set_notes       (TyGrid     *self,
                                     const char *left,
                                     const char *right);
guint       ty_grid_add_column      (TyGrid     *self,
                                     const char *group,
                                     const char *title,
                                     const char *part);
guint       ty_grid_add_row         (TyGrid     *self,
                                     const char *label,
                                     gboolean    total);
void        ty_grid_set_cell        (TyGrid     *self,
                                     guint       row,
                                     guint       column,
                                     TyGridKind  kind,
                                     const char *text,
                                     double      number,
                                     gboolean    leads);
const char *ty_grid_get_title       (TyGrid     *self);
const char *ty_grid_get_corner      (TyGrid     *self);
const char *ty_grid_get_left        (TyGrid     *self);
const char *ty_grid_get_right       (TyGrid     *self);
guint       ty_grid_get_n_columns   (TyGrid     *self);
guint       ty_grid_get_n_rows      (TyGrid     *self);
guint       ty_grid_get_n_levels    (TyGrid     *self);
gboolean    ty_grid_has_parts       (TyGrid     *self);
const char *ty_grid_get_heading     (TyGrid     *self,
                                     guint       level,
                                     guint       column);
guint       ty_grid_get_span        (TyGrid     *self,
                                     guint       level,
                                     guint       column);
const char *ty_grid_get_label       (TyGrid     *self,
                                     guint       row);
gboolean    ty_grid_is_total        (TyGrid     *self,
                                     guint       row);
const char *ty_grid_get_text        (TyGrid     *self,
                                     guint       row,
                                     guint       column);
TyGridKind  ty_grid_get_kind        (TyGrid     *self,
                                     guint       row,
                                     guint       column);
double      ty_grid_get_number      (TyGrid     *self,
                                     guint       row,
                                     guint       column);
gboolean    ty_grid_leads           (TyGrid     *self,
                                     guint       row,
                                     guint       column);
char       *ty_grid_dup_name        (TyGrid     *self,
                                     guint       row,
                                     guint       column) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_grid_to_text         (TyGrid     *self) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_grid_to_html         (TyGrid     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyGrid, ty_grid_unref)

G_END_DECLS
