/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _TyTableSheet TyTableSheet;

/**
 * TySheetColumn:
 * @heading: what stands above it, already translated
 * @share: how much of the width it takes, against the other columns; with a grid, in characters
 * @at_end: whether its texts stand at the right, as numbers do
 * @group: (nullable): what stands above it and its neighbours of the same group
 * @centred: whether its texts stand in the middle
 */
typedef struct
{
  const char *heading;
  double share;
  gboolean at_end;
  const char *group;
  gboolean centred;
} TySheetColumn;

TyTableSheet *ty_table_sheet_new       (const char                 *title,
                                        const char                 *subtitle,
                                        const char                 *footer,
                                        const TySheetColumn        *columns,
                                        guint                       n_columns) G_GNUC_WARN_UNUSED_RESULT;
void          ty_table_sheet_free      (TyTableSheet               *self);
void          ty_table_sheet_set_grid  (TyTableSheet               *self,
                                        const char                 *right,
                                        const char                 *below);
gboolean      ty_table_sheet_has_grid  (TyTableSheet               *self);
void          ty_table_sheet_add_row   (TyTableSheet               *self,
                                        const char *const          *cells);
void          ty_table_sheet_add_group (TyTableSheet               *self,
                                        const char                 *text);
const char   *ty_table_sheet_get_title (TyTableSheet               *self);
void          ty_table_sheet_begin     (TyTableSheet               *self,
                                        PangoContext               *context,
                                        const PangoFontDescription *font,
                                        double                      width,
                                        double                      height);
gboolean      ty_table_sheet_go_on     (TyTableSheet               *self,
                                        guint                       n_rows);
guint         ty_table_sheet_get_n_pages (TyTableSheet             *self);
guint         ty_table_sheet_lay_out   (TyTableSheet               *self,
                                        PangoContext               *context,
                                        const PangoFontDescription *font,
                                        double                      width,
                                        double                      height);
void          ty_table_sheet_draw_page (TyTableSheet               *self,
                                        cairo_t                    *cr,
                                        guint                       page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTableSheet, ty_table_sheet_free)

G_END_DECLS
