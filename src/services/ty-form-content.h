/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"
#include "ty-database.h"
#include "ty-form-template.h"
#include "ty-form-values.h"

G_BEGIN_DECLS

gboolean      ty_form_content_check         (TyFormTemplate     *template,
                                             GError            **error);
TyFormValues *ty_form_content_new_blank     (void) G_GNUC_WARN_UNUSED_RESULT;
TyFormValues *ty_form_content_new_of_file   (TyAppointmentFile  *file,
                                             TyDate              as_of) G_GNUC_WARN_UNUSED_RESULT;
TyFormValues *ty_form_content_new_of_person (TyDatabase         *database,
                                             gint64              person,
                                             TyDate              as_of,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
