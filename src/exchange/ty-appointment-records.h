/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"
#include "ty-appointment-form.h"
#include "ty-date.h"
#include "ty-person.h"

G_BEGIN_DECLS

/**
 * TyAppointmentRecords:
 * @person: (owned): the fields of the person that the form says; the others are empty
 * @form: (owned): what only a form has
 * @studies: (owned) (element-type TyEducation): the levels and degrees
 * @resume: (owned) (element-type TyResumeEntry): the segments in their order
 * @family: (owned) (element-type TyFamilyMember): in the order of the form
 * @honours: (owned) (element-type TyHonour): those among honours and penalties
 * @penalties: (owned) (element-type TyPenalty): the others
 * @results: (owned) (element-type TyAnnualResult): one for each year
 * @remarks: (owned) (element-type utf8): sentences about what could not be taken over as it is
 *
 * What an appointment form says, as records without keys.
 */
typedef struct
{
  TyPerson *person;
  TyAppointmentForm *form;
  GPtrArray *studies;
  GPtrArray *resume;
  GPtrArray *family;
  GPtrArray *honours;
  GPtrArray *penalties;
  GPtrArray *results;
  GPtrArray *remarks;
} TyAppointmentRecords;

TyAppointmentRecords *ty_appointment_records_new       (TyAppointmentFile    *file) G_GNUC_WARN_UNUSED_RESULT;
void                  ty_appointment_records_free      (TyAppointmentRecords *self);

/* ty-appointment-merits.c */
void                  ty_appointment_merits_parse      (const char           *text,
                                                        GPtrArray            *honours,
                                                        GPtrArray            *penalties);
char                 *ty_appointment_merits_write      (GPtrArray            *honours,
                                                        GPtrArray            *penalties) G_GNUC_WARN_UNUSED_RESULT;
gboolean              ty_appointment_results_parse     (const char           *text,
                                                        GPtrArray            *results);
char                 *ty_appointment_results_write     (GPtrArray            *results,
                                                        guint                 n_years) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAppointmentRecords, ty_appointment_records_free)

G_END_DECLS
