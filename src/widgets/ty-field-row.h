/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-custom-field.h"
#include "ty-record.h"
#include "ty-widgets-types.h"

G_BEGIN_DECLS

TyFieldRow *ty_field_row_new        (TyRecord   *record,
                                     guint       field) G_GNUC_WARN_UNUSED_RESULT;
TyFieldRow *ty_field_row_new_custom (TyRecord   *record,
                                     guint       field,
                                     TyCustomField *custom) G_GNUC_WARN_UNUSED_RESULT;
void        ty_field_row_free       (TyFieldRow *self);
GtkWidget  *ty_field_row_get_widget (TyFieldRow *self);
const TyFieldInfo *ty_field_row_get_info (TyFieldRow *self);
gboolean    ty_field_row_apply      (TyFieldRow *self,
                                     TyRecord   *record);
void        ty_field_row_propose    (TyFieldRow *self,
                                     TyRecord   *record);
void        ty_field_row_read_date  (TyFieldRow *self,
                                     TyRecord   *record);
void        ty_field_row_set_error  (TyFieldRow *self,
                                     const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFieldRow, ty_field_row_free)

G_END_DECLS
