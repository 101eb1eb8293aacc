/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-registry"

#include "config.h"

#include "ty-record-registry.h"

#include "ty-annual-result.h"
#include "ty-appointment-form.h"
#include "ty-appointment.h"
#include "ty-appraisal.h"
#include "ty-attachment.h"
#include "ty-attendance.h"
#include "ty-background.h"
#include "ty-code-row.h"
#include "ty-course.h"
#include "ty-custom-field.h"
#include "ty-custom-value.h"
#include "ty-difficulty.h"
#include "ty-education.h"
#include "ty-exclusion.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-import-unit.h"
#include "ty-import.h"
#include "ty-mandate.h"
#include "ty-mentor-strength.h"
#include "ty-mentor.h"
#include "ty-milestone.h"
#include "ty-need.h"
#include "ty-pairing-pause.h"
#include "ty-pairing-review.h"
#include "ty-pairing.h"
#include "ty-penalty.h"
#include "ty-person-list-member.h"
#include "ty-person-list.h"
#include "ty-person.h"
#include "ty-programme-need.h"
#include "ty-programme-weight.h"
#include "ty-programme.h"
#include "ty-reserve.h"
#include "ty-resume-entry.h"
#include "ty-saved-filter.h"
#include "ty-seat.h"
#include "ty-setting.h"
#include "ty-talk.h"
#include "ty-term.h"
#include "ty-unit-state.h"
#include "ty-unit-year.h"
#include "ty-unit.h"
#include "ty-wish.h"

#include <string.h>

/* Parents before children, as a copy of all rows must be written. */
static const TyRecordInfo *registry[] = {
  &ty_code_row_info,
  &ty_setting_info,
  &ty_unit_info,
  &ty_unit_state_info,
  &ty_seat_info,
  &ty_unit_year_info,
  &ty_difficulty_info,
  &ty_person_info,
  &ty_background_info,
  &ty_education_info,
  &ty_resume_entry_info,
  &ty_family_member_info,
  &ty_honour_info,
  &ty_annual_result_info,
  &ty_penalty_info,
  &ty_appraisal_info,
  &ty_course_info,
  &ty_attendance_info,
  &ty_appointment_info,
  &ty_term_info,
  &ty_mandate_info,
  &ty_reserve_info,
  &ty_mentor_info,
  &ty_mentor_strength_info,
  &ty_programme_info,
  &ty_programme_need_info,
  &ty_programme_weight_info,
  &ty_need_info,
  &ty_pairing_info,
  &ty_talk_info,
  &ty_milestone_info,
  &ty_pairing_review_info,
  &ty_pairing_pause_info,
  &ty_exclusion_info,
  &ty_wish_info,
  &ty_custom_field_info,
  &ty_custom_value_info,
  &ty_attachment_info,
  &ty_appointment_form_info,
  &ty_person_list_info,
  &ty_person_list_member_info,
  &ty_saved_filter_info,
  &ty_import_info,
  &ty_import_unit_info,
};

/**
 * ty_record_registry_list:
 * @n_infos: (out): their number
 *
 * Returns: (transfer none) (array length=n_infos): the tables under history
 */
const TyRecordInfo *const *
ty_record_registry_list (guint *n_infos)
{
  *n_infos = G_N_ELEMENTS (registry);
  return registry;
}

/**
 * ty_record_registry_find:
 * @table: name of a table
 *
 * Returns: (transfer none) (nullable): its fields, if it is a table under history
 */
const TyRecordInfo *
ty_record_registry_find (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (registry); i++)
    if (strcmp (registry[i]->table, table) == 0)
      return registry[i];

  return NULL;
}
