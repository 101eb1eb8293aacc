/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-import-plan.h"
#include "ty-roster-units.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyImportTape:
 *
 * Stands between an import and the county file. While a plan is made it writes down what each row changes; when
 * the plan is carried out it lets through what was accepted, and holds each change against what was written
 * down. So the plan and the deed are the same code. Without a tape everything is let through.
 */
typedef struct _TyImportTape TyImportTape;

TyImportTape *ty_import_tape_new         (TyStore        *store,
                                          TyImportPlan   *plan,
                                          gboolean        applying) G_GNUC_WARN_UNUSED_RESULT;
void          ty_import_tape_free        (TyImportTape   *self);
TyImportPlan *ty_import_tape_get_plan    (TyImportTape   *self);
gboolean      ty_import_tape_is_applying (TyImportTape   *self);
void          ty_import_tape_set_units   (TyImportTape   *self,
                                          TyRosterUnits  *units);
void          ty_import_tape_set_pending (TyImportTape   *self);
void          ty_import_tape_begin_part  (TyImportTape   *self,
                                          TyImportPart   *part);
void          ty_import_tape_leave_unwritten (TyImportTape *self);
gboolean      ty_import_tape_is_unwritten (TyImportTape *self);
TyImportRow  *ty_import_tape_get_row     (TyImportTape   *self);
gboolean      ty_import_tape_begin_row   (TyImportTape   *self,
                                          const char     *sheet,
                                          guint           row,
                                          const char     *name,
                                          const char     *place,
                                          GError        **error);
gboolean      ty_import_tape_end_row     (TyImportTape   *self,
                                          GError        **error);
void          ty_import_tape_refuse      (TyImportTape   *self,
                                          const char     *reason);
gboolean      ty_import_tape_put         (TyImportTape   *self,
                                          TyDatabase     *database,
                                          TyRecord       *before,
                                          TyRecord       *after,
                                          gboolean       *kept,
                                          GError        **error);
gboolean      ty_import_tape_put_own     (TyImportTape   *self,
                                          TyStore        *store,
                                          TyCustomField  *field,
                                          gint64          person,
                                          const char     *old,
                                          const char     *value,
                                          GError        **error);
void          ty_import_tape_note        (TyImportTape   *self,
                                          const TyRecordInfo *info,
                                          const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportTape, ty_import_tape_free)

G_END_DECLS
