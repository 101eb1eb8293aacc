/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-records"

#include "config.h"

#include "ty-appointment-records.h"

#include "ty-code-list.h"
#include "ty-education-word.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-id-number.h"
#include "ty-resume-text.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TyAppointmentFile *file;       /* (unowned) */
  TyAppointmentRecords *records; /* (unowned) */
} Taking;

void
ty_appointment_records_free (TyAppointmentRecords *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->form);
  g_clear_pointer (&self->studies, g_ptr_array_unref);
  g_clear_pointer (&self->resume, g_ptr_array_unref);
  g_clear_pointer (&self->family, g_ptr_array_unref);
  g_clear_pointer (&self->honours, g_ptr_array_unref);
  g_clear_pointer (&self->penalties, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_free (self);
}

static const char *
find_code (const char *list,
           const char *word)
{
  TyCode *code = ty_code_list_find_word (ty_code_list_get_shipped (list), word);

  return code != NULL ? ty_code_get_key (code) : NULL;
}

static const char *
get (Taking             *taking,
     TyAppointmentFileField  field)
{
  return ty_appointment_file_get (taking->file, field);
}

/* Where a field of the form goes as it is. */
static void
take_text (Taking             *taking,
           TyAppointmentFileField  field,
           TyRecord           *record,
           guint               to)
{
  const char *text = get (taking, field);

  if (text != NULL)
    ty_record_take_text (record, to, ty_text_clean (text));
}

static void
take_date (Taking             *taking,
           TyAppointmentFileField  field,
           TyRecord           *record,
           guint               to)
{
  const char *text = get (taking, field);
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[to];
  TyDate date;

  if (text == NULL)
    return;
  if (ty_date_parse_record (text, &date, NULL, NULL))
    ty_record_set_date (record, to, date);
  else
    /* Translators: the label of a field, and what stands there */
    g_ptr_array_add (taking->records->remarks,
                     g_strdup_printf (_("%s: “%s” is not a date and was left out."), _(info->label), text));
}

/* A word of a code list; where it is not known, it is kept as text if the person has a field for it. */
static void
take_word (Taking             *taking,
           TyAppointmentFileField  field,
           guint               to,
           int                 text_field)
{
  TyRecord *person = TY_RECORD (taking->records->person);
  const TyFieldInfo *info = &ty_person_info.fields[to];
  const char *text = get (taking, field);
  const char *key = text != NULL ? find_code (info->code_list, text) : NULL;

  if (text == NULL)
    return;
  ty_record_set_text (person, to, key);
  if (key == NULL && text_field >= 0)
    ty_record_set_text (person, (guint) text_field, text);
  if (key == NULL)
    /* Translators: the label of a field, and what stands there */
    g_ptr_array_add (taking->records->remarks,
                     g_strdup_printf (_("%s: “%s” is not a known word."), _(info->label), text));
}

/* The field of the party holds a month, the name of another party, or both: 200108；民建. */
static void
take_party (Taking *taking)
{
  TyRecord *person = TY_RECORD (taking->records->person);
  const char *text = get (taking, TY_APPOINTMENT_FIELD_PARTY);
  g_autofree char *plain = NULL;
  g_auto(GStrv) parts = NULL;
  TyDate date;

  if (text == NULL)
    return;
  plain = ty_text_clean (text);
  parts = g_strsplit (plain, "；", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const char *key = find_code ("political", part);

      if (ty_date_parse_record (part, &date, NULL, NULL))
        {
          ty_record_set_date (person, TY_PERSON_PARTY_DATE, date);
          ty_record_set_text (person, TY_PERSON_POLITICAL, "01");
        }
      else if (key != NULL && ty_record_get_text (person, TY_PERSON_POLITICAL) == NULL)
        ty_record_set_text (person, TY_PERSON_POLITICAL, key);
      else if (*part != '\0')
        ty_record_set_text (person, TY_PERSON_POLITICAL_TEXT, plain);
    }
}

static void
take_id_number (Taking *taking)
{
  const char *text = get (taking, TY_APPOINTMENT_FIELD_ID_NUMBER);
  g_autofree char *number = text != NULL ? ty_text_clean_code (text) : NULL;
  g_autofree char *upgraded = number != NULL ? ty_id_number_upgrade (number, NULL) : NULL;
  g_autofree char *masked = NULL;

  if (number == NULL)
    return;
  if (upgraded != NULL)
    {
      ty_record_set_text (TY_RECORD (taking->records->person), TY_PERSON_ID_NUMBER, upgraded);
      return;
    }
  masked = ty_text_mask_id_number (number);
  /* Translators: an ID number of which some digits are hidden */
  g_ptr_array_add (taking->records->remarks,
                   g_strdup_printf (_("The ID number %s cannot be right and was left out."), masked));
}

static void
take_birth (Taking *taking)
{
  TyRecord *person = TY_RECORD (taking->records->person);
  const char *number = ty_record_get_text (person, TY_PERSON_ID_NUMBER);

  take_date (taking, TY_APPOINTMENT_FIELD_BIRTH, person, TY_PERSON_BIRTH);
  if (number != NULL && !ty_date_is_known (ty_record_get_date (person, TY_PERSON_BIRTH)))
    {
      TyDate birth = ty_id_number_get_birth (number);

      ty_record_set_date (person, TY_PERSON_BIRTH, ty_date_new (birth.year, birth.month, 0));
    }
}

static void
take_person (Taking *taking)
{
  TyRecord *person = TY_RECORD (taking->records->person);

  if (get (taking, TY_APPOINTMENT_FIELD_NAME) != NULL)
    ty_record_take_text (person, TY_PERSON_NAME,
                         ty_text_clean_name (get (taking, TY_APPOINTMENT_FIELD_NAME)));
  take_id_number (taking);
  take_word (taking, TY_APPOINTMENT_FIELD_SEX, TY_PERSON_SEX, -1);
  take_birth (taking);
  take_word (taking, TY_APPOINTMENT_FIELD_ETHNICITY, TY_PERSON_ETHNICITY, TY_PERSON_ETHNICITY_TEXT);
  take_text (taking, TY_APPOINTMENT_FIELD_NATIVE_PLACE, person, TY_PERSON_NATIVE_PLACE);
  take_text (taking, TY_APPOINTMENT_FIELD_BIRTH_PLACE, person, TY_PERSON_BIRTH_PLACE);
  take_party (taking);
  take_date (taking, TY_APPOINTMENT_FIELD_WORK_DATE, person, TY_PERSON_WORK_DATE);
  take_word (taking, TY_APPOINTMENT_FIELD_HEALTH, TY_PERSON_HEALTH, -1);
  take_text (taking, TY_APPOINTMENT_FIELD_SKILL, person, TY_PERSON_SKILL);
}

static void
take_form (Taking *taking)
{
  TyRecord *form = TY_RECORD (taking->records->form);

  take_text (taking, TY_APPOINTMENT_FIELD_PROFESSIONAL_TITLE, form, TY_APPOINTMENT_FORM_PROFESSIONAL_TITLE);
  take_text (taking, TY_APPOINTMENT_FIELD_PROPOSED_POST, form, TY_APPOINTMENT_FORM_PROPOSED_POST);
  take_text (taking, TY_APPOINTMENT_FIELD_DISMISSED_POST, form, TY_APPOINTMENT_FORM_DISMISSED_POST);
  take_text (taking, TY_APPOINTMENT_FIELD_REASON, form, TY_APPOINTMENT_FORM_REASON);
  take_text (taking, TY_APPOINTMENT_FIELD_REPORTING_UNIT, form, TY_APPOINTMENT_FORM_REPORTING_UNIT);
  take_date (taking, TY_APPOINTMENT_FIELD_AGE_DATE, form, TY_APPOINTMENT_FORM_AGE_DATE);
  take_date (taking, TY_APPOINTMENT_FIELD_FORM_DATE, form, TY_APPOINTMENT_FORM_FORM_DATE);
  take_text (taking, TY_APPOINTMENT_FIELD_FILLED_BY, form, TY_APPOINTMENT_FORM_FILLED_BY);
  take_text (taking, TY_APPOINTMENT_FIELD_AGE_LIMIT, form, TY_APPOINTMENT_FORM_AGE_LIMIT);
}

static TyRecord *
add_study (Taking     *taking,
           const char *mode,
           const char *school)
{
  TyRecord *study = TY_RECORD (ty_education_new ());

  ty_record_set_text (study, TY_EDUCATION_MODE, mode);
  if (school != NULL)
    ty_record_take_text (study, TY_EDUCATION_SCHOOL, ty_text_clean (school));
  g_ptr_array_add (taking->records->studies, study);
  return study;
}

static void
set_level (TyRecord   *study,
           const char *text)
{
  const char *level, *outcome;

  if (ty_education_word_parse (text, &level, &outcome, NULL))
    {
      ty_record_set_text (study, TY_EDUCATION_LEVEL, level);
      ty_record_set_text (study, TY_EDUCATION_OUTCOME, outcome);
    }
  else
    ty_record_take_text (study, TY_EDUCATION_LEVEL_TEXT, ty_text_clean (text));
}

/* A level and a degree of one school are one study, of two schools two (field.md 3). */
static void
take_study (Taking             *taking,
            const char         *mode,
            TyAppointmentFileField  level_field)
{
  const char *level = get (taking, level_field);
  const char *degree = get (taking, level_field + 1);
  const char *level_school = get (taking, level_field + 2);
  const char *degree_school = get (taking, level_field + 3);
  const char *degree_key = degree != NULL ? find_code ("degree", degree) : NULL;
  TyRecord *study = NULL;

  if (level != NULL)
    {
      study = add_study (taking, mode, level_school);
      set_level (study, level);
    }
  if (degree == NULL)
    return;
  if (degree_key == NULL)
    {
      /* Translators: the degree as it was written */
      g_ptr_array_add (taking->records->remarks,
                       g_strdup_printf (_("The degree “%s” is not a known word."), degree));
      return;
    }
  if (study == NULL || (degree_school != NULL && g_strcmp0 (degree_school, level_school) != 0))
    study = add_study (taking, mode, degree_school != NULL ? degree_school : level_school);
  ty_record_set_text (study, TY_EDUCATION_DEGREE, degree_key);
}

static void
take_relative (Taking                *taking,
               TyAppointmentRelative *relative,
               guint                  position)
{
  TyRecord *member = TY_RECORD (ty_family_member_new ());
  const char *relation = relative->relation != NULL ? find_code ("kinship", relative->relation) : NULL;
  TyDate birth;

  if (relation == NULL && relative->relation != NULL)
    /* Translators: the relation as it was written */
    g_ptr_array_add (taking->records->remarks,
                     g_strdup_printf (_("The relation “%s” is not a known word and was kept as it is."),
                                      relative->relation));
  ty_record_set_text (member, TY_FAMILY_MEMBER_RELATION,
                      relation != NULL ? relation : relative->relation);
  if (relative->name != NULL)
    ty_record_take_text (member, TY_FAMILY_MEMBER_NAME, ty_text_clean_name (relative->name));
  if (relative->birth != NULL && ty_date_parse_record (relative->birth, &birth, NULL, NULL))
    ty_record_set_date (member, TY_FAMILY_MEMBER_BIRTH, birth);
  if (relative->political != NULL)
    ty_record_set_text (member, TY_FAMILY_MEMBER_POLITICAL, find_code ("political", relative->political));
  if (relative->occupation != NULL)
    ty_record_take_text (member, TY_FAMILY_MEMBER_OCCUPATION, ty_text_clean (relative->occupation));
  ty_record_set_integer (member, TY_FAMILY_MEMBER_POSITION, position);
  g_ptr_array_add (taking->records->family, member);
}

static void
take_lists (Taking *taking)
{
  TyAppointmentRecords *records = taking->records;
  const char *merits = get (taking, TY_APPOINTMENT_FIELD_HONOURS);
  const char *results = get (taking, TY_APPOINTMENT_FIELD_ANNUAL_RESULTS);
  const char *resume = get (taking, TY_APPOINTMENT_FIELD_RESUME);

  records->resume = resume != NULL ? ty_resume_text_parse (resume)
                                   : g_ptr_array_new_with_free_func (g_object_unref);
  if (merits != NULL)
    ty_appointment_merits_parse (merits, records->honours, records->penalties);
  if (results != NULL && !ty_appointment_results_parse (results, records->results))
    /* Translators: the yearly results as they were written */
    g_ptr_array_add (records->remarks,
                     g_strdup_printf (_("Not every year in “%s” has a known result."), results));
  for (guint i = 0; i < taking->file->family->len; i++)
    take_relative (taking, g_ptr_array_index (taking->file->family, i), i + 1);
}

/**
 * ty_appointment_records_new:
 * @file: an appointment form
 *
 * Understands a form. Nothing is guessed: what is not understood is a remark, and stays in what was
 * written.
 *
 * Returns: (transfer full): what it says, as records without keys
 */
TyAppointmentRecords *
ty_appointment_records_new (TyAppointmentFile *file)
{
  TyAppointmentRecords *self = g_new0 (TyAppointmentRecords, 1);
  Taking taking = { file, self };

  self->person = ty_person_new ();
  self->form = ty_appointment_form_new ();
  self->studies = g_ptr_array_new_with_free_func (g_object_unref);
  self->family = g_ptr_array_new_with_free_func (g_object_unref);
  self->honours = g_ptr_array_new_with_free_func (g_object_unref);
  self->penalties = g_ptr_array_new_with_free_func (g_object_unref);
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  self->remarks = g_ptr_array_new_with_free_func (g_free);

  take_person (&taking);
  take_form (&taking);
  take_study (&taking, "fulltime", TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL);
  take_study (&taking, "inservice", TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL);
  take_lists (&taking);
  return self;
}
