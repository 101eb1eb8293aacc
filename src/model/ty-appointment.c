/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment"

#include "config.h"

#include "ty-appointment.h"

#include <glib/gi18n-lib.h>

/**
 * TyAppointment:
 *
 * An unbroken holding of a post by a person in a unit. How it began is filed with its mandate in a term;
 * how it ended, whether by a document and with which county filing, stands here. A post that no code says
 * has that of other posts, and is called by its own words (`title`).
 */
static const TyFieldInfo fields[] = {
  [TY_APPOINTMENT_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_APPOINTMENT_ID] = TY_KEY ("id", "id", NULL),
  [TY_APPOINTMENT_UNIT] = TY_REQUIRED_LINK ("unit", "unit", N_("Unit"), "unit"),
  [TY_APPOINTMENT_POST] = TY_REQUIRED_CHOICE ("post", "post", N_("Post"), "post"),
  [TY_APPOINTMENT_BODY] = TY_CHOICE ("body", "body", N_("Body"), "body"),
  [TY_APPOINTMENT_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_APPOINTMENT_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_APPOINTMENT_HOW] = TY_CHOICE ("how", "how", N_("How"), "appointment_how"),
  [TY_APPOINTMENT_DOCUMENT] = TY_TEXT ("document", "document", N_("Document"), TY_PRIVACY_INTERNAL, 0),
  [TY_APPOINTMENT_END_REASON] = TY_CHOICE ("end-reason", "end_reason", N_("Reason of the end"), "end_reason"),
  [TY_APPOINTMENT_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
  [TY_APPOINTMENT_END_DOCUMENT] = TY_TEXT ("end-document", "end_document", N_("Document of the end"),
                                           TY_PRIVACY_INTERNAL, 0),
  [TY_APPOINTMENT_END_FILING_NUMBER] = TY_TEXT ("end-filing-number", "end_filing_number",
                                                N_("Filing number of the end"), TY_PRIVACY_INTERNAL, 0),
  [TY_APPOINTMENT_END_FILING_DATE] = TY_DAY ("end-filing-date", "end_filing_date",
                                             N_("Filing date of the end")),
  [TY_APPOINTMENT_TITLE] = TY_TEXT ("title", "title", N_("Post in own words"), TY_PRIVACY_INTERNAL, 20),
};

const TyRecordInfo ty_appointment_info = {
  .table = "appointment",
  .label = N_("Appointment"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_appointment_get_type,
};

TY_DEFINE_RECORD (TyAppointment, ty_appointment)
