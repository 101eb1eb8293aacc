/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"
#include "ty-pages-types.h"
#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_RECORD_EDITOR (ty_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyRecordEditor, ty_record_editor, TY, RECORD_EDITOR, AdwWindow)

/* Signal “saved” (s text): the change was acknowledged; the text says what was done. */
TyRecordEditor *ty_record_editor_new           (TyOffice       *office,
                                                TyRecord       *stored,
                                                TyRecord       *record) G_GNUC_WARN_UNUSED_RESULT;
TyRecordEditor *ty_record_editor_new_own       (TyOffice       *office,
                                                gint64          person,
                                                GPtrArray      *fields,
                                                GPtrArray      *values);
gint64          ty_record_editor_get_key       (TyRecordEditor *self);
void            ty_record_editor_set_unit_name (TyRecordEditor *self,
                                                const char     *name);
void            ty_record_editor_set_linked_name (TyRecordEditor *self,
                                                 guint           field,
                                                 const char     *name);

G_END_DECLS
