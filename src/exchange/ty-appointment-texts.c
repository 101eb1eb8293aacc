/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-texts"

#include "config.h"

#include "ty-appointment-texts.h"

#include "ty-code-list.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-resume-text.h"

#include <string.h>

/* Records as the texts of an official form, which is in simplified Chinese whatever the language of the
 * program. */

static const char *
get_label (const char *list,
           const char *key)
{
  TyCode *code = key != NULL ? ty_code_list_lookup (ty_code_list_get_shipped (list), key) : NULL;

  return code != NULL ? ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN) : key;
}

/* 197805, or 19780512 where the day is known; a year alone has the month 00. */
static char *
dup_digits (TyDate date)
{
  if (!ty_date_is_known (date))
    return NULL;
  if (date.day != 0)
    return g_strdup_printf ("%04u%02u%02u", date.year, date.month, date.day);

  return g_strdup_printf ("%04u%02u", date.year, date.month);
}

static TyDate
drop_day (TyDate date)
{
  return ty_date_new (date.year, date.month, 0);
}

static void
set_field (TyAppointmentFile      *file,
           TyAppointmentFileField  field,
           TyRecord               *record,
           guint                   from)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[from];
  const char *value = ty_record_get_text (record, from);

  if (info->kind == TY_FIELD_CODE)
    ty_appointment_file_set (file, field, get_label (info->code_list, value));
  else if (info->kind == TY_FIELD_DATE)
    ty_appointment_file_take (file, field, dup_digits (ty_record_get_date (record, from)));
  else
    ty_appointment_file_set (file, field, value);
}

/* Members of the party have a month there, others the short name of what they are in; a member of the
 * league and who is in no party leave it blank (field.md 6.5). */
static void
set_party (TyAppointmentFile *file,
           TyRecord          *person)
{
  const char *key = ty_record_get_text (person, TY_PERSON_POLITICAL);
  const char *text = ty_record_get_text (person, TY_PERSON_POLITICAL_TEXT);
  TyCode *code = key != NULL ? ty_code_list_lookup (ty_code_list_get_shipped ("political"), key) : NULL;
  TyDate date = drop_day (ty_record_get_date (person, TY_PERSON_PARTY_DATE));

  if (text != NULL)
    ty_appointment_file_set (file, TY_APPOINTMENT_FIELD_PARTY, text);
  else if (ty_date_is_known (date))
    ty_appointment_file_take (file, TY_APPOINTMENT_FIELD_PARTY, dup_digits (date));
  else if (code != NULL && strcmp (key, "03") != 0 && strcmp (key, "13") != 0)
    ty_appointment_file_set (file, TY_APPOINTMENT_FIELD_PARTY, ty_code_get_attribute (code, "short"));
}

static void
set_person (TyAppointmentFile *file,
            TyRecord          *person)
{
  const char *written = ty_record_get_text (person, TY_PERSON_ETHNICITY_TEXT);

  set_field (file, TY_APPOINTMENT_FIELD_NAME, person, TY_PERSON_NAME);
  set_field (file, TY_APPOINTMENT_FIELD_SEX, person, TY_PERSON_SEX);
  ty_appointment_file_take (file, TY_APPOINTMENT_FIELD_BIRTH,
                            dup_digits (drop_day (ty_record_get_date (person, TY_PERSON_BIRTH))));
  set_field (file, TY_APPOINTMENT_FIELD_ETHNICITY, person, TY_PERSON_ETHNICITY);
  if (written != NULL)
    ty_appointment_file_set (file, TY_APPOINTMENT_FIELD_ETHNICITY, written);
  set_field (file, TY_APPOINTMENT_FIELD_NATIVE_PLACE, person, TY_PERSON_NATIVE_PLACE);
  set_field (file, TY_APPOINTMENT_FIELD_BIRTH_PLACE, person, TY_PERSON_BIRTH_PLACE);
  set_party (file, person);
  ty_appointment_file_take (file, TY_APPOINTMENT_FIELD_WORK_DATE,
                            dup_digits (drop_day (ty_record_get_date (person, TY_PERSON_WORK_DATE))));
  set_field (file, TY_APPOINTMENT_FIELD_HEALTH, person, TY_PERSON_HEALTH);
  set_field (file, TY_APPOINTMENT_FIELD_SKILL, person, TY_PERSON_SKILL);
  set_field (file, TY_APPOINTMENT_FIELD_ID_NUMBER, person, TY_PERSON_ID_NUMBER);
}

static void
set_form (TyAppointmentFile *file,
          TyRecord          *form)
{
  set_field (file, TY_APPOINTMENT_FIELD_PROFESSIONAL_TITLE, form, TY_APPOINTMENT_FORM_PROFESSIONAL_TITLE);
  set_field (file, TY_APPOINTMENT_FIELD_PROPOSED_POST, form, TY_APPOINTMENT_FORM_PROPOSED_POST);
  set_field (file, TY_APPOINTMENT_FIELD_DISMISSED_POST, form, TY_APPOINTMENT_FORM_DISMISSED_POST);
  set_field (file, TY_APPOINTMENT_FIELD_REASON, form, TY_APPOINTMENT_FORM_REASON);
  set_field (file, TY_APPOINTMENT_FIELD_REPORTING_UNIT, form, TY_APPOINTMENT_FORM_REPORTING_UNIT);
  set_field (file, TY_APPOINTMENT_FIELD_AGE_DATE, form, TY_APPOINTMENT_FORM_AGE_DATE);
  set_field (file, TY_APPOINTMENT_FIELD_FORM_DATE, form, TY_APPOINTMENT_FORM_FORM_DATE);
  set_field (file, TY_APPOINTMENT_FIELD_FILLED_BY, form, TY_APPOINTMENT_FORM_FILLED_BY);
  set_field (file, TY_APPOINTMENT_FIELD_AGE_LIMIT, form, TY_APPOINTMENT_FORM_AGE_LIMIT);
}

/* The higher level comes first in the list; what is not known is the lowest. */
static gboolean
is_higher (const char *key,
           const char *other)
{
  if (key == NULL || other == NULL)
    return key != NULL;

  return strcmp (key, other) < 0;
}

static TyRecord *
find_highest (GPtrArray  *studies,
              const char *mode,
              guint       field)
{
  TyRecord *highest = NULL;

  for (guint i = 0; i < studies->len; i++)
    {
      TyRecord *study = g_ptr_array_index (studies, i);
      const char *value = ty_record_get_text (study, field);
      const char *way = ty_record_get_text (study, TY_EDUCATION_MODE);

      /* Of which no way is said was studied before work. */
      if (strcmp (way != NULL ? way : "fulltime", mode) != 0
          || (value == NULL && (field != TY_EDUCATION_LEVEL
                                || ty_record_get_text (study, TY_EDUCATION_LEVEL_TEXT) == NULL)))
        continue;
      if (highest == NULL || is_higher (value, ty_record_get_text (highest, field)))
        highest = study;
    }
  return highest;
}

/* 结业 and 肄业 must be written (field.md 3). */
static char *
dup_level (TyRecord *study)
{
  const char *outcome = ty_record_get_text (study, TY_EDUCATION_OUTCOME);
  const char *level = ty_record_get_text (study, TY_EDUCATION_LEVEL);

  if (level == NULL)
    return g_strdup (ty_record_get_text (study, TY_EDUCATION_LEVEL_TEXT));

  return g_strconcat (get_label ("education", level),
                      outcome == NULL || strcmp (outcome, "graduated") == 0
                        ? "" : get_label ("education_outcome", outcome), NULL);
}

static void
set_studies (TyAppointmentFile      *file,
             GPtrArray              *studies,
             const char             *mode,
             TyAppointmentFileField  level)
{
  TyRecord *highest = find_highest (studies, mode, TY_EDUCATION_LEVEL);
  TyRecord *degree = find_highest (studies, mode, TY_EDUCATION_DEGREE);

  if (highest != NULL)
    {
      ty_appointment_file_take (file, level, dup_level (highest));
      ty_appointment_file_set (file, level + 2, ty_record_get_text (highest, TY_EDUCATION_SCHOOL));
    }
  if (degree != NULL)
    {
      ty_appointment_file_set (file, level + 1,
                               get_label ("degree", ty_record_get_text (degree, TY_EDUCATION_DEGREE)));
      ty_appointment_file_set (file, level + 3, ty_record_get_text (degree, TY_EDUCATION_SCHOOL));
    }
}

static void
add_family (TyAppointmentFile *file,
            GPtrArray         *family)
{
  for (guint i = 0; i < family->len; i++)
    {
      TyRecord *member = g_ptr_array_index (family, i);
      const char *political = ty_record_get_text (member, TY_FAMILY_MEMBER_POLITICAL);
      TyCode *code = political != NULL
                       ? ty_code_list_lookup (ty_code_list_get_shipped ("political"), political) : NULL;
      g_autofree char *birth = dup_digits (ty_record_get_date (member, TY_FAMILY_MEMBER_BIRTH));

      ty_appointment_file_add_relative (file,
                                        get_label ("kinship",
                                                   ty_record_get_text (member, TY_FAMILY_MEMBER_RELATION)),
                                        ty_record_get_text (member, TY_FAMILY_MEMBER_NAME), birth,
                                        code != NULL ? ty_code_get_attribute (code, "short") : political,
                                        ty_record_get_text (member, TY_FAMILY_MEMBER_OCCUPATION));
    }
}

static void
take_some (TyAppointmentFile      *file,
           TyAppointmentFileField  field,
           char                   *text)
{
  if (*text != '\0')
    ty_appointment_file_take (file, field, text);
  else
    g_free (text);
}

/**
 * ty_appointment_texts_new:
 * @records: records of one person, each list in the order of the form
 * @n_years: of how many years the results are written; 0 = all
 *
 * Writes the fields of the form (field.md 3) except the posts, the photo and the dates that follow from
 * rules.
 *
 * Returns: (transfer full): the form
 */
TyAppointmentFile *
ty_appointment_texts_new (TyAppointmentRecords *records,
                          guint                 n_years)
{
  TyAppointmentFile *file = ty_appointment_file_new ();

  set_person (file, TY_RECORD (records->person));
  set_form (file, TY_RECORD (records->form));
  set_studies (file, records->studies, "fulltime", TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL);
  set_studies (file, records->studies, "inservice", TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL);
  take_some (file, TY_APPOINTMENT_FIELD_RESUME, ty_resume_text_write (records->resume));
  ty_appointment_file_take (file, TY_APPOINTMENT_FIELD_HONOURS,
                            ty_appointment_merits_write (records->honours, records->penalties));
  take_some (file, TY_APPOINTMENT_FIELD_ANNUAL_RESULTS,
             ty_appointment_results_write (records->results, n_years));
  add_family (file, records->family);
  return file;
}
