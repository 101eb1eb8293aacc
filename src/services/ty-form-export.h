/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-export.h"
#include "ty-form-target.h"
#include "ty-store.h"

G_BEGIN_DECLS

typedef struct _TyFormExport TyFormExport;

/**
 * TyFormExportSpec:
 * @template: which form
 * @people: (array length=n_people): keys, in the order in which they are drawn
 * @n_people: their number; 0 = one blank form
 * @path: the file, the archive or the folder
 * @format: what the files are
 * @pack: how they are handed out
 * @naming: (nullable): how files of one form each are called, nothing for the usual
 * @overwrite: whether files of a folder are replaced
 * @as_of: the day for which posts are written, and ages where the form has no day of its own
 *
 * Whose forms are drawn.
 */
typedef struct
{
  TyFormTemplate *template;
  const gint64 *people;
  guint n_people;
  const char *path;
  TyFormFormat format;
  TyFormPack pack;
  const char *naming;
  gboolean overwrite;
  TyDate as_of;
} TyFormExportSpec;

TyFormExport *ty_form_export_new          (TyDatabase                 *database,
                                           const TyFormExportSpec     *spec,
                                           TyAppointmentProgressFunc   progress,
                                           gpointer                    data,
                                           GCancellable               *cancellable,
                                           GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_form_export_free         (TyFormExport               *self);
gboolean      ty_form_export_commit       (TyFormExport               *self,
                                           TyStore                    *store,
                                           const char                 *user,
                                           GError                    **error);
const char   *ty_form_export_get_path     (TyFormExport               *self);
guint         ty_form_export_get_n_people (TyFormExport               *self);
guint         ty_form_export_get_n_pages  (TyFormExport               *self);
guint         ty_form_export_get_n_files  (TyFormExport               *self);
GPtrArray    *ty_form_export_get_failures (TyFormExport               *self);
GPtrArray    *ty_form_export_get_warnings (TyFormExport               *self);
char         *ty_form_export_dup_note     (TyFormTemplate             *template,
                                           guint                       n_people,
                                           TyDate                      as_of,
                                           const char                 *format,
                                           const char                 *file) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormExport, ty_form_export_free)

G_END_DECLS
