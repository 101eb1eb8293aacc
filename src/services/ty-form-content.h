/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"
#include "ty-database.h"
#include "ty-form-template.h"
#include "ty-form-values.h"
#include "ty-record.h"

G_BEGIN_DECLS

typedef struct _TyFormContent TyFormContent;

gboolean       ty_form_content_check       (TyFormTemplate     *template,
                                            GError            **error);
TyFormContent *ty_form_content_new         (TyDatabase         *database,
                                            TyDate              as_of,
                                            gboolean            traditional,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void           ty_form_content_free        (TyFormContent      *self);
TyFormValues  *ty_form_content_make_person (TyFormContent      *self,
                                            gint64              person,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
TyFormValues  *ty_form_content_make_pairing (TyFormContent    *self,
                                            TyRecord           *pairing,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
TyDatabase    *ty_form_content_get_database (TyFormContent    *self);
TyFormValues  *ty_form_content_make_list   (TyFormContent      *self,
                                            TyFormValues       *like) G_GNUC_WARN_UNUSED_RESULT;
TyFormValues  *ty_form_content_new_of_file (TyAppointmentFile  *file,
                                            TyDate              as_of) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormContent, ty_form_content_free)

G_END_DECLS
