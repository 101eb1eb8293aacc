/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TyFileKind:
 * @TY_FILE_KIND_COUNTY: county files, `*.touyan`
 * @TY_FILE_KIND_ROSTER: tables: `*.xlsx` to write, `*.xls` and texts also to read
 * @TY_FILE_KIND_CSV: comma-separated values, `*.csv`
 * @TY_FILE_KIND_PDF: PDF, `*.pdf`
 * @TY_FILE_KIND_SVG: pictures of lines, `*.svg`
 * @TY_FILE_KIND_PNG: pictures of pixels, `*.png`
 * @TY_FILE_KIND_IMPORT: what can be imported: tables, appointment files and photos
 * @TY_FILE_KIND_FORM: appointment files, `*.lrmx` and `*.lrm`
 * @TY_FILE_KIND_FOLDER: a folder
 * @TY_FILE_KIND_PHOTO: pictures that can be photos, JPEG or PNG
 * @TY_FILE_KIND_ATTACHMENT: what can be attached to a person’s file
 * @TY_FILE_KIND_DOCX: documents for word processors, `*.docx`
 * @TY_FILE_KIND_ZIP: archives, `*.zip`
 *
 * What a file dialog asks for.
 */
typedef enum
{
  TY_FILE_KIND_COUNTY,
  TY_FILE_KIND_ROSTER,
  TY_FILE_KIND_CSV,
  TY_FILE_KIND_PDF,
  TY_FILE_KIND_SVG,
  TY_FILE_KIND_PNG,
  TY_FILE_KIND_IMPORT,
  TY_FILE_KIND_FORM,
  TY_FILE_KIND_FOLDER,
  TY_FILE_KIND_PHOTO,
  TY_FILE_KIND_ATTACHMENT,
  TY_FILE_KIND_DOCX,
  TY_FILE_KIND_ZIP,
  TY_N_FILE_KINDS,
} TyFileKind;

void   ty_file_dialog_open_async (GtkWindow            *parent,
                                  const char           *title,
                                  TyFileKind            kind,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void   ty_file_dialog_save_async (GtkWindow            *parent,
                                  const char           *title,
                                  TyFileKind            kind,
                                  const char           *name,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void   ty_file_dialog_save_in_async (GtkWindow         *parent,
                                  const char           *title,
                                  TyFileKind            kind,
                                  const char           *folder,
                                  const char           *name,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void   ty_file_dialog_open_several_async (GtkWindow    *parent,
                                  const char           *title,
                                  TyFileKind            kind,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GListModel *ty_file_dialog_finish_several (GAsyncResult *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GFile *ty_file_dialog_finish     (GAsyncResult         *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
