/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-sheet.h"
#include "ty-sheet-pdf.h"

G_BEGIN_DECLS

/**
 * TyRosterFormat:
 * @TY_ROSTER_XLSX: a workbook, to be printed and worked on
 * @TY_ROSTER_CSV: comma-separated values in UTF-8
 * @TY_ROSTER_CSV_GB18030: comma-separated values in GB 18030
 * @TY_ROSTER_PDF: on A4, to be looked at and printed
 * @TY_ROSTER_PAPER: the same for a printer, without a file
 *
 * As what a roster is written.
 */
typedef enum
{
  TY_ROSTER_XLSX,
  TY_ROSTER_CSV,
  TY_ROSTER_CSV_GB18030,
  TY_ROSTER_PDF,
  TY_ROSTER_PAPER,
} TyRosterFormat;

#define TY_N_ROSTER_FORMATS (TY_ROSTER_PAPER + 1)

/**
 * TyRosterHead:
 * @title: what stands above the roster
 * @unit: whose roster it is
 * @date: for which day
 * @filter: (nullable): how it was narrowed
 *
 * What a roster says of itself.
 */
typedef struct
{
  const char *title;
  const char *unit;
  const char *date;
  const char *filter;
} TyRosterHead;

typedef struct _TyRosterWriter TyRosterWriter;

TyRosterWriter *ty_roster_writer_new       (int                    fd,
                                            TyRosterFormat         format,
                                            const TyRosterLayout  *layout,
                                            const TyRosterHead    *head,
                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void            ty_roster_writer_free      (TyRosterWriter        *self);
gboolean        ty_roster_writer_add_group (TyRosterWriter        *self,
                                            const char            *text,
                                            GError               **error);
gboolean        ty_roster_writer_add_row   (TyRosterWriter        *self,
                                            TyRosterSheet         *sheet,
                                            GError               **error);
gboolean        ty_roster_writer_finish    (TyRosterWriter        *self,
                                            TySheetProgressFunc    progress,
                                            gpointer               data,
                                            GCancellable          *cancellable,
                                            GError               **error);
TyTableSheet   *ty_roster_writer_steal_sheet (TyRosterWriter      *self) G_GNUC_WARN_UNUSED_RESULT;
guint           ty_roster_writer_get_n_cut (TyRosterWriter        *self);

gboolean        ty_roster_format_is_paper  (TyRosterFormat         self);
const char     *ty_roster_format_to_string (TyRosterFormat         self);
gboolean        ty_roster_format_parse     (const char            *word,
                                            TyRosterFormat        *format);
const char     *ty_roster_format_get_suffix (TyRosterFormat        self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterWriter, ty_roster_writer_free)

G_END_DECLS
