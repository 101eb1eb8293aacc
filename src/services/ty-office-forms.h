/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-export.h"
#include "ty-appointment-plan.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* Reads appointment files and compares them with the county file. */
void       ty_office_plan_forms_async    (TyOffice             *self,
                                          const char *const    *paths,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_plan_forms_finish   (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* Says whose file a line of a plan is. */
void       ty_office_set_form_person_async  (TyOffice             *self,
                                             GPtrArray            *plan,
                                             guint                 line,
                                             gint64                person,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean   ty_office_set_form_person_finish (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Takes over what is accepted, as one action after a backup. */
void       ty_office_import_forms_async  (TyOffice             *self,
                                          GPtrArray            *plan,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   ty_office_import_forms_finish (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* Notes the export and writes a file for each person. */
void       ty_office_export_forms_async  (TyOffice             *self,
                                          GArray               *people,
                                          const char           *folder,
                                          TyAppointmentFormat   format,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_export_forms_finish (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
