/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-content"

#include "config.h"

#include "ty-form-content.h"

#include "ty-appointment-texts.h"
#include "ty-county.h"
#include "ty-county-rules.h"
#include "ty-form-pairing.h"
#include "ty-form-person.h"
#include "ty-form-traditional.h"
#include "ty-pairing.h"
#include "ty-unit-state.h"
#include "ty-unit-table.h"

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
  { "age_limit", TY_APPOINTMENT_FIELD_AGE_LIMIT },
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

/* What else there is, of people and of a whole form. */
static const char *const other_words[] = { "birth", "age", "form_date", "biography", "notice", "no", "page", "pages", "unit",
                                           "date", "count", NULL };

static const char *const family_words[] = { "relation", "name", "age", "political", "occupation", NULL };

/**
 * TyFormContent:
 *
 * Reads what forms say: units are read once for all people.
 */
struct _TyFormContent
{
  TyDatabase *database; /* (unowned) */
  TyDate as_of;
  GPtrArray *states;    /* (owned) (element-type TyUnitState) */
  gboolean traditional;
  guint age_limit;      /* of village cadres, by the rules of the county */
};

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

/* 2002.00--2021.10 is 2002--2021.10 on paper: of a month that is not known nothing is said. */
static char *
dup_resume (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ".00", -1);
  GString *resume = g_string_new (parts[0]);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      gboolean of_year = resume->len >= 4 && g_ascii_isdigit (resume->str[resume->len - 1])
                         && g_ascii_isdigit (resume->str[resume->len - 4]) && !g_ascii_isdigit (*parts[i]);

      g_string_append_printf (resume, "%s%s", of_year ? "" : ".00", parts[i]);
    }
  return g_string_free (resume, FALSE);
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
  if (ty_form_values_get (values, "resume") != NULL)
    ty_form_values_take (values, "resume", dup_resume (ty_form_values_get (values, "resume")));
  set_birth (values, ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_BIRTH), on);
  ty_form_values_take (values, "form_date",
                       dup_day (parse_digits (ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_FORM_DATE))));
  for (guint i = 0; i < file->family->len; i++)
    add_relative (values, g_ptr_array_index (file->family, i), on);
  ty_form_values_set_photo (values, file->photo);
  return values;
}

/**
 * ty_form_content_new:
 * @database: a connection, kept as long as the content
 * @as_of: the day for which posts are written, and ages where a form has no day of its own
 * @traditional: whether the forms are in traditional characters
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): who reads what forms say
 */
TyFormContent *
ty_form_content_new (TyDatabase  *database,
                     TyDate       as_of,
                     gboolean     traditional,
                     GError     **error)
{
  g_autoptr(GPtrArray) states = ty_unit_table_list (database, as_of, error);
  g_autofree char *json = states != NULL ? ty_county_dup_rules (database, error) : NULL;
  g_autoptr(TyCountyRules) rules = json != NULL ? ty_county_rules_new_from_json (json, NULL) : NULL;
  TyFormContent *self;

  if (json == NULL)
    return NULL;
  if (rules == NULL)
    rules = ty_county_rules_new_shipped ();
  self = g_new0 (TyFormContent, 1);
  self->database = database;
  self->as_of = as_of;
  self->traditional = traditional;
  self->states = g_steal_pointer (&states);
  self->age_limit = (guint) ty_county_rules_get_age_limit (rules);
  return self;
}

void
ty_form_content_free (TyFormContent *self)
{
  g_ptr_array_unref (self->states);
  g_free (self);
}

/* 1978年5月, of 1978.05. */
static char *
dup_spoken (const char *dotted)
{
  guint year, month;

  if (dotted == NULL || sscanf (dotted, "%4u.%2u", &year, &month) != 2)
    return NULL;

  return g_strdup_printf ("%u年%u月", year, month);
}

static void
append_part (GString    *text,
             const char *before,
             const char *value,
             const char *after)
{
  if (value != NULL)
    g_string_append_printf (text, "，%s%s%s", before, value, after);
}

/* The words between what is said of somebody. */
typedef struct
{
  const char *education;
  const char *party;
  const char *work;
  const char *present;
  const char *proposed;
} Phrases;

static const Phrases *
get_phrases (TyFormContent *self)
{
  static const Phrases simplified = { "学历", "加入中国共产党", "参加工作", "现任", "拟任" };
  static const Phrases traditional = { "學歷", "加入中國共產黨", "參加工作", "現任", "擬任" };

  return self->traditional ? &traditional : &simplified;
}

/* 张三，男，汉族，1978年5月生，…: what is said of somebody in a meeting. */
static char *
dup_biography (TyFormValues  *values,
               const Phrases *phrases)
{
  g_autofree char *birth = dup_spoken (ty_form_values_get (values, "birth_month"));
  g_autofree char *party = dup_spoken (ty_form_values_get (values, "party_date"));
  g_autofree char *work = dup_spoken (ty_form_values_get (values, "work_date"));
  const char *name = ty_form_values_get (values, "name");
  const char *post = ty_form_values_get (values, "present_post");
  GString *text = g_string_new (name);

  append_part (text, "", ty_form_values_get (values, "sex"), "");
  append_part (text, "", ty_form_values_get (values, "ethnicity"), "");
  append_part (text, "", birth, "生");
  append_part (text, "", ty_form_values_get (values, "native_place"), "人");
  append_part (text, "", ty_form_values_get (values, "education"), phrases->education);
  append_part (text, "", party, phrases->party);
  append_part (text, "", work, phrases->work);
  g_string_append (text, "。");
  if (post != NULL)
    g_string_append_printf (text, "%s%s。", phrases->present, post);
  return g_string_free (text, FALSE);
}

/* 张三，男，汉族，…，现任…，拟任…: who stands in a notice. */
static char *
dup_notice (TyFormValues  *values,
            const Phrases *phrases)
{
  g_autofree char *birth = dup_spoken (ty_form_values_get (values, "birth_month"));
  GString *text = g_string_new (ty_form_values_get (values, "name"));

  append_part (text, "", ty_form_values_get (values, "sex"), "");
  append_part (text, "", ty_form_values_get (values, "ethnicity"), "");
  append_part (text, "", birth, "生");
  append_part (text, "", ty_form_values_get (values, "education"), phrases->education);
  append_part (text, "", ty_form_values_get (values, "political"), "");
  append_part (text, phrases->present, ty_form_values_get (values, "present_post"), "");
  append_part (text, phrases->proposed, ty_form_values_get (values, "proposed_post"), "");
  g_string_append (text, "。");
  return g_string_free (text, FALSE);
}

/* The unit above all others, which keeps the file. */
static const char *
get_unit_name (TyFormContent *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (self->states, i);

      if (ty_record_get_integer (state, TY_UNIT_STATE_PARENT) == 0)
        return ty_record_get_text (state, TY_UNIT_STATE_NAME);
    }
  return NULL;
}

/**
 * ty_form_content_make_person:
 * @self: content
 * @person: the key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what the forms of the person say
 */
TyFormValues *
ty_form_content_make_person (TyFormContent  *self,
                             gint64          person,
                             GError        **error)
{
  g_autoptr(TyAppointmentFile) file = ty_appointment_file_make (self->database, self->states, person,
                                                                self->as_of, error);
  g_autoptr(TyFormValues) values = file != NULL ? ty_form_content_new_of_file (file, self->as_of) : NULL;

  if (values == NULL
      || !ty_form_person_add (values, self->database, self->states, person, self->as_of, self->age_limit, error))
    return NULL;

  if (self->traditional)
    ty_form_traditional_apply (values);
  ty_form_values_take (values, "biography", dup_biography (values, get_phrases (self)));
  ty_form_values_take (values, "notice", dup_notice (values, get_phrases (self)));
  ty_form_values_set (values, "unit", get_unit_name (self));
  ty_form_values_take (values, "date", dup_day (self->as_of));
  return g_steal_pointer (&values);
}

/**
 * ty_form_content_make_pairing:
 * @self: content
 * @pairing: a pairing
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what the forms of the pairing say; of the mentee as those of a person do
 */
TyFormValues *
ty_form_content_make_pairing (TyFormContent  *self,
                              TyRecord       *pairing,
                              GError        **error)
{
  g_autoptr(TyFormValues) values = ty_form_content_make_person (
    self, ty_record_get_integer (pairing, TY_PAIRING_PERSON), error);
  g_autoptr(TyFormValues) mentor = values != NULL ? ty_form_content_make_person (
    self, ty_record_get_integer (pairing, TY_PAIRING_MENTOR), error) : NULL;

  if (mentor == NULL
      || !ty_form_pairing_add (values, mentor, self->database, pairing, self->as_of,
                               self->traditional ? TY_LANGUAGE_ZH_TW : TY_LANGUAGE_ZH_CN, error))
    return NULL;

  return g_steal_pointer (&values);
}

/**
 * ty_form_content_get_database:
 * @self: content
 *
 * Returns: (transfer none): the connection from which it reads
 */
TyDatabase *
ty_form_content_get_database (TyFormContent *self)
{
  return self->database;
}

/**
 * ty_form_content_make_list:
 * @self: content
 * @like: (nullable): somebody of the village of which the list is
 *
 * Returns: (transfer full): what a list of people says above them
 */
TyFormValues *
ty_form_content_make_list (TyFormContent *self,
                           TyFormValues  *like)
{
  TyFormValues *values = ty_form_values_new ();

  ty_form_values_set (values, "unit", get_unit_name (self));
  ty_form_values_take (values, "date", dup_day (self->as_of));
  ty_form_values_set (values, "village", ty_form_values_get (like, "village"));
  ty_form_values_set (values, "township", ty_form_values_get (like, "township"));
  return values;
}

typedef struct
{
  TyFormOf of;
  char *unknown;
} Check;

static gboolean
is_known (TyFormOf    of,
          const char *list,
          const char *field)
{
  if (g_strcmp0 (list, "family") == 0)
    return g_strv_contains (family_words, field);
  if (of == TY_FORM_OF_PAIRING && ty_form_pairing_knows (list, field))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (plain_fields); i++)
    if (strcmp (plain_fields[i].word, field) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    if (strcmp (date_fields[i].word, field) == 0)
      return TRUE;
  return g_strv_contains (ty_form_person_words, field) || g_strv_contains (other_words, field);
}

static void
note_unknown (const char *list,
              const char *field,
              gpointer    data)
{
  Check *check = data;

  if (check->unknown == NULL && !is_known (check->of, list, field))
    check->unknown = g_strdup (field);
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
  Check check = { ty_form_template_get_of (template), NULL };
  g_autofree char *unknown = NULL;

  ty_form_template_foreach_field (template, note_unknown, &check);
  unknown = check.unknown;
  if (unknown == NULL)
    return TRUE;

  g_set_error (error, TY_FORM_TEMPLATE_ERROR, TY_FORM_TEMPLATE_ERROR_VALUE,
               _("The template of the form has a field that is not known: “%s”."), unknown);
  return FALSE;
}
