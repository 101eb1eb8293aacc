/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"
#include "ty-date.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyBoardFormat:
 * @TY_BOARD_PDF: pages
 * @TY_BOARD_SVG: one picture of lines
 * @TY_BOARD_PNG: one picture of pixels
 * @TY_BOARD_XLSX: the numbers, a table for each card
 *
 * As what a dashboard leaves the program.
 */
typedef enum
{
  TY_BOARD_PDF,
  TY_BOARD_SVG,
  TY_BOARD_PNG,
  TY_BOARD_XLSX,
} TyBoardFormat;

/**
 * TyBoardExportSpec:
 * @path: the file to write
 * @format: as what
 * @a4: for pages: A4 across instead of 16 : 9
 * @pixels: for pixels: how wide the picture is; 0 for 1920
 * @set: whether it is a set of dashboards with contents, each begun by ty_board_export_begin()
 * @word: the word of the dashboard, for the note; of a set all of them
 * @title: the title of the dashboard, or of the set
 * @unit_name: of which county or unit
 * @as_of: the cut-off date
 *
 * What is exported.
 */
typedef struct
{
  const char *path;
  TyBoardFormat format;
  gboolean a4;
  guint pixels;
  gboolean set;
  const char *word;
  const char *title;
  const char *unit_name;
  TyDate as_of;
} TyBoardExportSpec;

typedef struct _TyBoardExport TyBoardExport;

gboolean       ty_board_format_parse   (const char               *word,
                                        TyBoardFormat            *format);
TyBoardExport *ty_board_export_new     (const TyBoardExportSpec  *spec,
                                        GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void           ty_board_export_free    (TyBoardExport            *self);
void           ty_board_export_begin   (TyBoardExport            *self,
                                        const char               *title);
void           ty_board_export_add     (TyBoardExport            *self,
                                        TyChart                  *chart,
                                        guint                     columns,
                                        guint                     rows);
gboolean       ty_board_export_write   (TyBoardExport            *self,
                                        GError                  **error);
gboolean       ty_board_export_commit  (TyBoardExport            *self,
                                        TyStore                  *store,
                                        const char               *user,
                                        GError                  **error);
guint          ty_board_export_get_n_pages (TyBoardExport        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyBoardExport, ty_board_export_free)

G_END_DECLS
