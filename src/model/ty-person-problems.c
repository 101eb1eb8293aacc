/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-problems"

#include "config.h"

#include "ty-person-problems.h"

#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-id-number.h"
#include "ty-language.h"
#include "ty-person.h"
#include "ty-resume-entry.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FULL_AGE 18        /* party, work and office begin */
#define LEAGUE_AGE 28      /* the Youth League ends */
#define OLDEST 100
#define PARENT_AGE 14      /* at least between a parent and a child */

#define BIT(field) (1u << (field))

/* What figures cannot do without; an education is the fourth of them. */
#define REQUIRED_FIELDS (BIT (TY_PERSON_SEX) | BIT (TY_PERSON_BIRTH) | BIT (TY_PERSON_POLITICAL))

/* Asked for where the county has them of others. */
static const TyPersonField material_fields[] = {
  TY_PERSON_ETHNICITY, TY_PERSON_NATIVE_PLACE, TY_PERSON_BIRTH_PLACE, TY_PERSON_WORK_DATE,
  TY_PERSON_HEALTH, TY_PERSON_ID_NUMBER, TY_PERSON_PHONE, TY_PERSON_PHOTO,
};

typedef struct
{
  const TyPersonRecords *records;
  const TyPersonQuestion *question;
  GPtrArray *problems;
  const char *name;
} Check;

static const char *
get_text (Check *check,
          guint  field)
{
  return ty_record_get_text (check->records->person, field);
}

static TyDate
get_date (Check *check,
          guint  field)
{
  return ty_record_get_date (check->records->person, field);
}

static void
add (Check         *check,
     TyProblemKind  kind,
     char          *text)
{
  g_ptr_array_add (check->problems,
                   ty_problem_new (kind, ty_record_get_integer (check->records->person, TY_PERSON_ID),
                                   0, check->name, text));
}

/* What is found only of people in office, from one day until another. */
static void
add_while (Check         *check,
           TyProblemKind  kind,
           gint32         from,
           gint32         until,
           char          *text)
{
  TyProblem *problem;

  add (check, kind, text);
  problem = g_ptr_array_index (check->problems, check->problems->len - 1);
  problem->from = from;
  problem->until = until;
  problem->in_office = TRUE;
}

/* Who may have been born in any month of the year is given the benefit of it. */
static int
get_most_years (TyDate birth,
                TyDate date)
{
  if (date.month == 0)
    date.month = 12;
  if (birth.month == 0)
    birth.month = 1;
  return ty_date_full_years (birth, date);
}

static gboolean
is_coming (Check  *check,
           TyDate  date)
{
  return ty_date_is_known (date) && ty_date_compare (date, check->question->today) > 0;
}

/* ID number. */

static gboolean
agree (TyDate stated,
       TyDate told)
{
  return stated.year == told.year && (stated.month == 0 || stated.month == told.month)
         && (stated.day == 0 || stated.day == told.day);
}

/* The number stays masked, and so does what of it is told: the error of the check has it in full. */
static char *
dup_id_text (const char   *name,
             const char   *number,
             const GError *error)
{
  g_autofree char *masked = ty_text_mask_id_number (number);

  switch (error->code)
    {
    case TY_ID_NUMBER_ERROR_LENGTH:
      /* Translators: a name, a masked ID number, and how long it is */
      return g_strdup_printf (_("The ID number of %s, %s, has %d characters, not 18."), name, masked,
                              (int) g_utf8_strlen (number, -1));
    case TY_ID_NUMBER_ERROR_BIRTH:
      return g_strdup_printf (_("The ID number of %s, %s, has no possible date of birth."), name, masked);
    case TY_ID_NUMBER_ERROR_CHECK_DIGIT:
      return g_strdup_printf (_("The ID number of %s, %s, has a wrong check digit."), name, masked);
    case TY_ID_NUMBER_ERROR_CHARACTERS:
    default:
      return g_strdup_printf (_("The ID number of %s, %s, has a character that does not belong there."),
                              name, masked);
    }
}

static void
check_id_number (Check *check)
{
  const char *number = get_text (check, TY_PERSON_ID_NUMBER);
  const char *sex = get_text (check, TY_PERSON_SEX);
  TyDate stated = get_date (check, TY_PERSON_BIRTH);
  g_autoptr(GError) error = NULL;
  TyDate told;

  if (number == NULL || *number == '\0')
    return;
  if (!ty_id_number_check (number, &error))
    {
      add (check, TY_PROBLEM_ID_NUMBER, dup_id_text (check->name, number, error));
      return;
    }

  told = ty_id_number_get_birth (number);
  if (ty_date_is_known (stated) && !agree (stated, told))
    {
      g_autofree char *birth = ty_date_to_record (stated);
      g_autofree char *other = ty_date_to_record (told);

      /* Translators: a name and two dates */
      add (check, TY_PROBLEM_ID_BIRTH,
           g_strdup_printf (_("%s is recorded as born %s, the ID number says %s."), check->name, birth,
                            other));
    }
  if (sex != NULL && (g_str_equal (sex, "1") || g_str_equal (sex, "2"))
      && sex[0] - '0' != ty_id_number_get_sex (number))
    add (check, TY_PROBLEM_ID_SEX,
         sex[0] == '1'
           ? g_strdup_printf (_("%s is recorded as a man, the ID number says a woman."), check->name)
           : g_strdup_printf (_("%s is recorded as a woman, the ID number says a man."), check->name));
}

/* Ages. */

/* The day on which a form first gives an age: the first of a month. */
static gint32
get_day_of_age (TyDate birth,
                int    years)
{
  return ty_date_to_days (ty_date_new ((guint) (birth.year + years), MAX (birth.month, 1), 1));
}

/* In office from one age until another. */
static void
check_age (Check  *check,
           TyDate  birth,
           gint32  from,
           gint32  until)
{
  TyDate as_of = check->question->as_of;
  char *text = NULL;

  if (!ty_person_question_includes (check->question, from, until, TRUE))
    return;
  if (ty_date_is_known (as_of))
    {
      g_autofree char *born = ty_date_to_record (birth);

      /* Translators: a name, an age and the date of birth */
      text = g_strdup_printf (_("%s is in office at the age of %d, born %s."), check->name,
                              ty_date_full_years (birth, as_of), born);
    }
  add_while (check, TY_PROBLEM_AGE, from, until, text);
}

static void
check_league (Check  *check,
              TyDate  birth)
{
  TyDate as_of = check->question->as_of;
  gint32 from = get_day_of_age (birth, LEAGUE_AGE);

  if (g_strcmp0 (get_text (check, TY_PERSON_POLITICAL), "03") == 0
      && ty_person_question_includes (check->question, from, G_MAXINT32, TRUE))
    add_while (check, TY_PROBLEM_LEAGUE_AGE, from, G_MAXINT32,
               ty_date_is_known (as_of)
                 ? g_strdup_printf (_("%s is recorded as a member of the Youth League at the age of %d."),
                                    check->name, ty_date_full_years (birth, as_of))
                 : NULL);
}

static void
check_ages (Check *check)
{
  TyDate birth = get_date (check, TY_PERSON_BIRTH);
  TyDate party = get_date (check, TY_PERSON_PARTY_DATE);
  TyDate work = get_date (check, TY_PERSON_WORK_DATE);
  g_autofree char *born = ty_date_to_record (birth);

  if (!ty_date_is_known (birth))
    return;
  check_age (check, birth, get_day_of_age (birth, 0), get_day_of_age (birth, FULL_AGE));
  check_age (check, birth, get_day_of_age (birth, OLDEST + 1), G_MAXINT32);
  if (ty_date_is_known (party) && get_most_years (birth, party) < FULL_AGE)
    {
      g_autofree char *joined = ty_date_to_record (party);

      /* Translators: a name and two dates */
      add (check, TY_PROBLEM_PARTY_AGE,
           g_strdup_printf (_("%s, born %s, joined the party before the age of 18, in %s."), check->name,
                            born, joined));
    }
  if (ty_date_is_known (work) && get_most_years (birth, work) < FULL_AGE)
    {
      g_autofree char *started = ty_date_to_record (work);

      /* Translators: a name and two dates */
      add (check, TY_PROBLEM_WORK_AGE,
           g_strdup_printf (_("%s, born %s, started work before the age of 18, in %s."), check->name,
                            born, started));
    }
  check_league (check, birth);
}

static void
check_party (Check *check)
{
  const char *political = get_text (check, TY_PERSON_POLITICAL);
  TyDate joined = get_date (check, TY_PERSON_PARTY_DATE);
  gboolean member;

  if (political == NULL || *political == '\0')
    return;

  member = g_str_equal (political, "01") || g_str_equal (political, "02");
  if (member && !ty_date_is_known (joined))
    add (check, TY_PROBLEM_PARTY_DATE,
         g_strdup_printf (_("%s is a party member without a date of joining."), check->name));
  else if (!member && ty_date_is_known (joined))
    {
      g_autofree char *date = ty_date_to_record (joined);

      /* Translators: a name and a date */
      add (check, TY_PROBLEM_PARTY_DATE,
           g_strdup_printf (_("%s is recorded as having joined the party in %s, but not as a party "
                              "member."), check->name, date));
    }
}

/* What is still to come. */

static void
add_coming (Check      *check,
            const char *what,
            TyDate      date)
{
  g_autofree char *text = ty_date_to_record (date);

  /* Translators: a name, a field such as “Joined the party”, and a date */
  add (check, TY_PROBLEM_FUTURE,
       g_strdup_printf (_("%s: the date of “%s” is still to come: %s."), check->name, what, text));
}

static void
check_coming_of (Check     *check,
                 GPtrArray *rows,
                 guint      field)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      const TyRecordInfo *info = ty_record_get_info (row);

      if (is_coming (check, ty_record_get_date (row, field)))
        add_coming (check, _(info->label), ty_record_get_date (row, field));
    }
}

/* A birth that is to come is told by those who count ages. A course of study may end in the future. */
static void
check_coming (Check *check)
{
  static const TyPersonField fields[] = { TY_PERSON_PARTY_DATE, TY_PERSON_WORK_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (is_coming (check, get_date (check, fields[i])))
      add_coming (check, _(ty_person_info.fields[fields[i]].label), get_date (check, fields[i]));
  check_coming_of (check, check->records->resume, TY_RESUME_ENTRY_FROM_DATE);
  check_coming_of (check, check->records->educations, TY_EDUCATION_FROM_DATE);
  check_coming_of (check, check->records->family, TY_FAMILY_MEMBER_BIRTH);
  check_coming_of (check, check->records->honours, TY_HONOUR_DATE);
}

/* Education. */

static gboolean
is_party_school (const char *level)
{
  static const char *const levels[] = { "1A", "1B", "22", "23", "32", "34", NULL };

  return level != NULL && g_strv_contains (levels, level);
}

static void
check_educations (Check *check)
{
  for (guint i = 0; check->records->educations != NULL && i < check->records->educations->len; i++)
    {
      TyRecord *education = g_ptr_array_index (check->records->educations, i);
      TyDate from = ty_record_get_date (education, TY_EDUCATION_FROM_DATE);
      TyDate until = ty_record_get_date (education, TY_EDUCATION_UNTIL_DATE);
      const char *level = ty_record_get_text (education, TY_EDUCATION_LEVEL);

      if (ty_date_is_known (from) && ty_date_is_known (until) && ty_date_compare (until, from) < 0)
        {
          g_autofree char *began = ty_date_to_record (from);
          g_autofree char *ended = ty_date_to_record (until);

          /* Translators: a name and two dates */
          add (check, TY_PROBLEM_EDUCATION_PERIOD,
               g_strdup_printf (_("A course of study of %s ends in %s, before it begins in %s."),
                                check->name, ended, began));
        }
      if (is_party_school (level)
          && g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_MODE), "fulltime") == 0)
        add (check, TY_PROBLEM_EDUCATION_MODE,
             g_strdup_printf (_("A party-school education of %s is recorded as full-time."),
                              check->name));
    }
}

/* Family. */

/* 1 for a parent, -1 for a child by birth, 0 for anybody else: steps and adoptions tell no age. */
static int
get_generation (const char *relation)
{
  static const char *const parents[] = { "10", "11", NULL };
  static const char *const children[] = { "14", "15", "20", "21", "22", "23", "24", "28", "29", "30", "31",
                                          "32", "35", NULL };

  if (relation == NULL)
    return 0;
  if (g_strv_contains (parents, relation))
    return 1;
  return g_strv_contains (children, relation) ? -1 : 0;
}

static void
check_family (Check *check)
{
  TyDate own = get_date (check, TY_PERSON_BIRTH);

  for (guint i = 0; check->records->family != NULL && i < check->records->family->len; i++)
    {
      TyRecord *member = g_ptr_array_index (check->records->family, i);
      int generation = get_generation (ty_record_get_text (member, TY_FAMILY_MEMBER_RELATION));
      TyDate birth = ty_record_get_date (member, TY_FAMILY_MEMBER_BIRTH);
      const char *name = ty_record_get_text (member, TY_FAMILY_MEMBER_NAME);
      g_autofree char *born = NULL, *other = NULL;

      if (generation == 0 || !ty_date_is_known (own) || !ty_date_is_known (birth))
        continue;
      if (get_most_years (generation > 0 ? birth : own, generation > 0 ? own : birth) >= PARENT_AGE)
        continue;

      born = ty_date_to_record (own);
      other = ty_date_to_record (birth);
      if (name == NULL)
        name = "?";
      /* Translators: a name and the date of birth, then those of the parent or the child */
      add (check, TY_PROBLEM_FAMILY_AGE,
           generation > 0
             ? g_strdup_printf (_("%s, born %s, has the parent %s, born %s."), check->name, born, name,
                                other)
             : g_strdup_printf (_("%s, born %s, has the child %s, born %s."), check->name, born, name,
                                other));
    }
}

/* What is missing. */

static gboolean
is_empty (Check *check,
          guint  field)
{
  const char *text;

  if (ty_person_info.fields[field].kind == TY_FIELD_DATE)
    return !ty_date_is_known (get_date (check, field));

  text = get_text (check, field);
  return text == NULL || *text == '\0';
}

static void
name_missing (GString    *list,
              const char *label)
{
  if (list->len > 0)
    g_string_append (list, ty_language_get_current () == TY_LANGUAGE_EN ? ", " : "、");
  g_string_append (list, label);
}

static gboolean
has_education (Check *check)
{
  GPtrArray *educations = check->records->educations;

  for (guint i = 0; educations != NULL && i < educations->len; i++)
    if (ty_record_get_text (g_ptr_array_index (educations, i), TY_EDUCATION_LEVEL) != NULL
        || ty_record_get_text (g_ptr_array_index (educations, i), TY_EDUCATION_LEVEL_TEXT) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_missing (Check         *check,
             TyProblemKind  kind,
             GString       *missing)
{
  if (missing->len > 0)
    /* Translators: a name, and what is not filled in */
    add_while (check, kind, G_MININT32, G_MAXINT32,
               g_strdup_printf (_("%s: not filled in: %s."), check->name, missing->str));
}

/* One problem for each person, whatever is missing. */
static void
check_missing (Check *check)
{
  g_autoptr(GString) required = g_string_new (NULL);
  g_autoptr(GString) material = g_string_new (NULL);
  guint32 kept = check->question->kept;

  if (!ty_person_question_includes (check->question, G_MININT32, G_MAXINT32, TRUE))
    return;
  for (guint field = 0; field < ty_person_info.n_fields; field++)
    if ((REQUIRED_FIELDS & BIT (field)) != 0 && is_empty (check, field))
      name_missing (required, _(ty_person_info.fields[field].label));
  if (!has_education (check))
    name_missing (required, _("Education"));
  for (guint i = 0; i < G_N_ELEMENTS (material_fields); i++)
    if ((kept & BIT (material_fields[i])) != 0 && is_empty (check, material_fields[i]))
      name_missing (material, _(ty_person_info.fields[material_fields[i]].label));
  if ((kept & TY_MATERIAL_RESUME) != 0
      && (check->records->resume == NULL || check->records->resume->len == 0))
    name_missing (material, _("Résumé"));
  if ((kept & TY_MATERIAL_FAMILY) != 0
      && (check->records->family == NULL || check->records->family->len == 0))
    name_missing (material, _("Family"));

  add_missing (check, TY_PROBLEM_REQUIRED, required);
  add_missing (check, TY_PROBLEM_MATERIAL, material);
}

/**
 * ty_person_question_includes:
 * @self: a question
 * @from: a day
 * @until: a later day
 * @in_office: whether it is only about people in office
 *
 * Returns: whether it asks for what is found from one day until the other
 */
gboolean
ty_person_question_includes (const TyPersonQuestion *self,
                             gint32                  from,
                             gint32                  until,
                             gboolean                in_office)
{
  gint32 day;

  if (!ty_date_is_known (self->as_of))
    return from < until;

  day = ty_date_to_days (self->as_of);
  return from <= day && day < until && (self->in_office || !in_office);
}

/**
 * ty_person_problems_find:
 * @records: what is on record of a person
 * @question: from where it is looked at
 * @problems: (element-type TyProblem): where what is found is added
 *
 * Looks for what cannot be right, or is not complete, in the records of one person alone. Reads nothing
 * else.
 */
void
ty_person_problems_find (const TyPersonRecords  *records,
                         const TyPersonQuestion *question,
                         GPtrArray              *problems)
{
  Check check = { records, question, problems, ty_record_get_text (records->person, TY_PERSON_NAME) };

  if (check.name == NULL)
    check.name = "?";
  check_id_number (&check);
  check_ages (&check);
  check_party (&check);
  check_coming (&check);
  check_educations (&check);
  check_family (&check);
  check_missing (&check);
  ty_resume_problems_find (records, question, problems);
}
