/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-form"

#include "config.h"

#include "ty-appointment-form.h"

#include <glib/gi18n-lib.h>

/**
 * TyAppointmentForm:
 *
 * What an appointment form (干部任免审批表) of somebody says that no other record does: what is proposed
 * and why, and the form’s own dates. The widths are those of field.md 3.
 *
 * “written” keeps how a form that was read put what the records say, as a JSON object of the elements
 * of an .lrmx, so that writing it again changes nothing that was not changed.
 */
static const TyFieldInfo fields[] = {
  [TY_APPOINTMENT_FORM_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_APPOINTMENT_FORM_PROFESSIONAL_TITLE] = TY_TEXT ("professional-title", "professional_title", N_("Professional title"), TY_PRIVACY_INTERNAL, 90),
  [TY_APPOINTMENT_FORM_PROPOSED_POST] = TY_TEXT ("proposed-post", "proposed_post", N_("Proposed post"), TY_PRIVACY_INTERNAL, 324),
  [TY_APPOINTMENT_FORM_DISMISSED_POST] = TY_TEXT ("dismissed-post", "dismissed_post", N_("Post to be given up"), TY_PRIVACY_INTERNAL, 324),
  [TY_APPOINTMENT_FORM_REASON] = TY_TEXT ("reason", "reason", N_("Reason of the appointment"), TY_PRIVACY_INTERNAL, 552),
  [TY_APPOINTMENT_FORM_REPORTING_UNIT] = TY_TEXT ("reporting-unit", "reporting_unit", N_("Reporting unit"), TY_PRIVACY_INTERNAL, 252),
  [TY_APPOINTMENT_FORM_AGE_DATE] = TY_DAY ("age-date", "age_date", N_("Age as of")),
  [TY_APPOINTMENT_FORM_FORM_DATE] = TY_DAY ("form-date", "form_date", N_("Date of the form")),
  [TY_APPOINTMENT_FORM_FILLED_BY] = TY_TEXT ("filled-by", "filled_by", N_("Filled in by"), TY_PRIVACY_INTERNAL, 18),
  [TY_APPOINTMENT_FORM_AGE_LIMIT] = TY_TEXT ("age-limit", "age_limit", N_("Age limit before the reform"), TY_PRIVACY_INTERNAL, 0),
  [TY_APPOINTMENT_FORM_WRITTEN] = { "written", "written", NULL, TY_FIELD_TEXT, NULL, NULL, TY_PRIVACY_SENSITIVE, 0, TY_FIELD_HIDDEN },
};

const TyRecordInfo ty_appointment_form_info = {
  .table = "appointment_form",
  .label = N_("Appointment form"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_appointment_form_get_type,
};

TY_DEFINE_RECORD (TyAppointmentForm, ty_appointment_form)
