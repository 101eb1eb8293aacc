/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-content"

#include "config.h"

#include "ty-form-content.h"

#include "ty-appointment-texts.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* What a form says of somebody, as a template calls it. Forms on paper are the appointment file in other
 * clothes: its digits become dates, and ages are those of the form’s own day. */

static const struct
{
  const char *word;
  TyAppointmentFileField field;
} plain_fields[] = {
  { "name", TY_APPOINTMENT_FIELD_NAME },
  { "sex", TY_APPOINTMENT_FIELD_SEX },
  { "ethnicity", TY_APPOINTMENT_FIELD_ETHNICITY },
  { "native_place", TY_APPOINTMENT_FIELD_NATIVE_PLACE },
  { "birth_place", TY_APPOINTMENT_FIELD_BIRTH_PLACE },
  { "health", TY_APPOINTMENT_FIELD_HEALTH },
  { "professional_title", TY_APPOINTMENT_FIELD_PROFESSIONAL_TITLE },
  { "skill", TY_APPOINTMENT_FIELD_SKILL },
  { "full_time_level", TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL },
  { "full_time_degree", TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE },
  { "full_time_level_school", TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL_SCHOOL },
  { "full_time_degree_school", TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE_SCHOOL },
  { "in_service_level", TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL },
  { "in_service_degree", TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE },
  { "in_service_level_school", TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL_SCHOOL },
  { "in_service_degree_school", TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE_SCHOOL },
  { "present_post", TY_APPOINTMENT_FIELD_PRESENT_POST },
  { "proposed_post", TY_APPOINTMENT_FIELD_PROPOSED_POST },
  { "dismissed_post", TY_APPOINTMENT_FIELD_DISMISSED_POST },
  { "resume", TY_APPOINTMENT_FIELD_RESUME },
  { "honours", TY_APPOINTMENT_FIELD_HONOURS },
  { "annual_results", TY_APPOINTMENT_FIELD_ANNUAL_RESULTS },
  { "reason", TY_APPOINTMENT_FIELD_REASON },
  { "reporting_unit", TY_APPOINTMENT_FIELD_REPORTING_UNIT },
  { "filled_by", TY_APPOINTMENT_FIELD_FILLED_BY },
  { "id_number", TY_APPOINTMENT_FIELD_ID_NUMBER },
};

/* Fields in which digits are months. */
static const struct
{
  const char *word;
  TyAppointmentFileField field;
} date_fields[] = {
  { "birth_month", TY_APPOINTMENT_FIELD_BIRTH },
  { "party_date", TY_APPOINTMENT_FIELD_PARTY },
  { "work_date", TY_APPOINTMENT_FIELD_WORK_DATE },
  { "limit_date", TY_APPOINTMENT_FIELD_LIMIT_DATE },
};

/* What else there is. */
static const char *const other_words[] = { "birth", "age", "form_date", "page", "pages", NULL };

static const char *const family_words[] = { "relation", "name", "age", "political", "occupation", NULL };

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* 197805 or 19780512, of which a month may be 00. */
static TyDate
parse_digits (const char *text)
{
  gsize n = text != NULL ? count_digits (text) : 0;
  guint number[3] = { 0 };
  TyDate date;

  if ((n != 6 && n != 8) || text[n] != '\0' || sscanf (text, "%4u%2u%2u", &number[0], &number[1], &number[2]) < 2)
    return TY_DATE_NONE;

  date = ty_date_new (number[0], number[1], number[1] != 0 ? number[2] : 0);
  return ty_date_is_valid (date) ? date : TY_DATE_NONE;
}

/* 200108；民建 is 2001.08；民建 on paper; what is no month stays as it is. */
static char *
dup_dotted (const char *text)
{
  GString *dotted = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize n = count_digits (text);
      g_autofree char *digits = g_strndup (text, n);
      TyDate date = parse_digits (digits);

      if (n == 0)
        g_string_append_c (dotted, *text++);
      else if (date.month != 0)
        g_string_append_printf (dotted, "%04u.%02u", date.year, date.month);
      else if (ty_date_is_known (date))
        g_string_append_printf (dotted, "%04u", date.year);
      else
        g_string_append (dotted, digits);
      text += n;
    }
  return g_string_free (dotted, FALSE);
}

/* Full years to the month, or -1 where the month is not known or still to come. */
static int
get_age (TyDate birth,
         TyDate on)
{
  if (birth.month == 0 || !ty_date_is_known (on))
    return -1;

  birth.day = 0;
  on.day = 0;
  return ty_date_compare (birth, on) <= 0 ? ty_date_full_years (birth, on) : -1;
}

/* The day for which ages are told (field.md 6.2). */
static TyDate
get_age_date (TyAppointmentFile *file,
              TyDate             as_of)
{
  TyDate date = parse_digits (ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_AGE_DATE));

  if (!ty_date_is_known (date))
    date = parse_digits (ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_FORM_DATE));
  return ty_date_is_known (date) ? date : as_of;
}

static void
set_birth (TyFormValues *values,
           const char   *text,
           TyDate        on)
{
  g_autofree char *dotted = text != NULL ? dup_dotted (text) : NULL;
  int age = get_age (parse_digits (text), on);

  if (age < 0)
    {
      ty_form_values_set (values, "birth", dotted);
      return;
    }
  ty_form_values_take (values, "age", g_strdup_printf ("%d", age));
  ty_form_values_take (values, "birth", g_strdup_printf ("%s\n（%d岁）", dotted, age));
}

/* 2021年12月31日, as far as it is known. */
static char *
dup_day (TyDate date)
{
  if (date.day != 0)
    return g_strdup_printf ("%u年%u月%u日", date.year, date.month, date.day);

  return date.month != 0 ? g_strdup_printf ("%u年%u月", date.year, date.month) : NULL;
}

/* Who has died has no age. */
static gboolean
is_dead (const char *occupation)
{
  static const char *const words[] = { "去世", "已故", "病故", "亡故", "逝世" };

  for (guint i = 0; occupation != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (occupation, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_relative (TyFormValues          *values,
              TyAppointmentRelative *relative,
              TyDate                 on)
{
  TyFormValues *row = ty_form_values_add_row (values, "family");
  int age = get_age (parse_digits (relative->birth), on);

  ty_form_values_set (row, "relation", relative->relation);
  ty_form_values_set (row, "name", relative->name);
  ty_form_values_set (row, "political", relative->political);
  ty_form_values_set (row, "occupation", relative->occupation);
  if (age >= 0 && !is_dead (relative->occupation))
    ty_form_values_take (row, "age", g_strdup_printf ("%d", age));
}

/**
 * ty_form_content_new_blank:
 *
 * Returns: (transfer full): what a blank form says
 */
TyFormValues *
ty_form_content_new_blank (void)
{
  return ty_form_values_new ();
}

/**
 * ty_form_content_new_of_file:
 * @file: an appointment file
 * @as_of: the day for which ages are told where the form has no day of its own
 *
 * Returns: (transfer full): what the form says on paper
 */
TyFormValues *
ty_form_content_new_of_file (TyAppointmentFile *file,
                             TyDate             as_of)
{
  TyFormValues *values = ty_form_values_new ();
  TyDate on = get_age_date (file, as_of);

  for (guint i = 0; i < G_N_ELEMENTS (plain_fields); i++)
    ty_form_values_set (values, plain_fields[i].word, ty_appointment_file_get (file, plain_fields[i].field));
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    {
      const char *text = ty_appointment_file_get (file, date_fields[i].field);

      ty_form_values_take (values, date_fields[i].word, text != NULL ? dup_dotted (text) : NULL);
    }
  set_birth (values, ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_BIRTH), on);
  ty_form_values_take (values, "form_date",
                       dup_day (parse_digits (ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_FORM_DATE))));
  for (guint i = 0; i < file->family->len; i++)
    add_relative (values, g_ptr_array_index (file->family, i), on);
  ty_form_values_set_photo (values, file->photo);
  return values;
}

/**
 * ty_form_content_new_of_person:
 * @database: a connection
 * @person: the key of a person
 * @as_of: the day for which posts are written
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what the forms of the person say
 */
TyFormValues *
ty_form_content_new_of_person (TyDatabase  *database,
                               gint64       person,
                               TyDate       as_of,
                               GError     **error)
{
  g_autoptr(TyAppointmentFile) file = ty_appointment_file_make (database, person, as_of, error);

  return file != NULL ? ty_form_content_new_of_file (file, as_of) : NULL;
}

static gboolean
is_known (const char *list,
          const char *field)
{
  if (g_strcmp0 (list, "family") == 0)
    return g_strv_contains (family_words, field);

  for (guint i = 0; i < G_N_ELEMENTS (plain_fields); i++)
    if (strcmp (plain_fields[i].word, field) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    if (strcmp (date_fields[i].word, field) == 0)
      return TRUE;
  return g_strv_contains (other_words, field);
}

static void
note_unknown (const char *list,
              const char *field,
              gpointer    data)
{
  char **unknown = data;

  if (*unknown == NULL && !is_known (list, field))
    *unknown = g_strdup (field);
}

/**
 * ty_form_content_check:
 * @template: a form
 * @error: a `TY_FORM_TEMPLATE_ERROR` that names a field that nobody fills in
 *
 * Returns: whether all fields of the form are known
 */
gboolean
ty_form_content_check (TyFormTemplate  *template,
                       GError         **error)
{
  g_autofree char *unknown = NULL;

  ty_form_template_foreach_field (template, note_unknown, &unknown);
  if (unknown == NULL)
    return TRUE;

  g_set_error (error, TY_FORM_TEMPLATE_ERROR, TY_FORM_TEMPLATE_ERROR_VALUE,
               _("The template of the form has a field that is not known: “%s”."), unknown);
  return FALSE;
}
