/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem"

#include "config.h"

#include "ty-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define E TY_SEVERITY_ERROR
#define W TY_SEVERITY_WARNING
#define H TY_SEVERITY_HINT

static const TyProblemInfo infos[TY_N_PROBLEM_KINDS] = {
  [TY_PROBLEM_CIRCLE] = {
    "circle", N_("Unit below itself"), E, "unit_state", "parent", "8.6",
    N_("Choose again to which unit it belongs; until then it stands at the top.") },
  [TY_PROBLEM_STATES] = {
    "states", N_("Unit of two kinds at once"), E, "unit_state", "until_date", "8.6",
    N_("Let the earlier one end on the day on which the later one begins; until then the later one "
       "counts.") },
  [TY_PROBLEM_UNIT_PERIOD] = {
    "unit-period", N_("Time of a unit"), E, "unit_state", "until_date", "8.6",
    N_("Correct its dates.") },
  [TY_PROBLEM_TERMS] = {
    "terms", N_("Overlapping terms"), E, "term", "until_date", "11.5",
    N_("Let the earlier term end on the day on which the later one begins.") },
  [TY_PROBLEM_HEADS] = {
    "heads", N_("Two in the same leading post"), E, "appointment", "until_date", "11.5",
    N_("End the post of the one who left, or correct the dates.") },
  [TY_PROBLEM_SEATS] = {
    "seats", N_("More people than approved seats"), W, "seat", "seats", "9.3",
    N_("End the posts of those who left, or set the approved seats anew.") },
  [TY_PROBLEM_CLASSES] = {
    "classes", N_("Two difficulty classes at once"), E, "unit_class", "until_date", "9.3",
    N_("Let the earlier class end on the day on which the later one begins.") },
  [TY_PROBLEM_BIRTH] = {
    "birth", N_("Date of birth"), E, "person", "birth", "6.2",
    N_("Correct it.") },
  [TY_PROBLEM_AGE] = {
    "age", N_("Age in office"), E, "person", "birth", "3",
    N_("Compare the date of birth with the papers; where it is right, end the post.") },
  [TY_PROBLEM_PERIOD] = {
    "period", N_("Time of a post"), E, "appointment", "until_date", "11.5",
    N_("Correct its dates.") },
  [TY_PROBLEM_TWICE] = {
    "twice", N_("One post twice"), E, "appointment", "post", "11.5",
    N_("Delete one of the two, or correct its dates.") },
  [TY_PROBLEM_OUTSIDE] = {
    "outside", N_("Post outside the time of its unit"), W, "appointment", "unit", "11.5",
    N_("Correct the dates of the post or of the unit.") },
  [TY_PROBLEM_ID_TWICE] = {
    "id-twice", N_("Same ID number twice"), E, "person", "id_number", "11.5",
    N_("Where both are one person, keep one record; otherwise correct the number that is wrong.") },
  [TY_PROBLEM_SAME_PERSON] = {
    "same-person", N_("Perhaps the same person"), H, "person", "id_number", "11.4",
    N_("Fill in both ID numbers: they tell whether this is one person.") },
  [TY_PROBLEM_ID_NUMBER] = {
    "id-number", N_("ID number"), E, "person", "id_number", "8.7",
    N_("Copy the number from the identity card again.") },
  [TY_PROBLEM_ID_BIRTH] = {
    "id-birth", N_("ID number against birth"), W, "person", "birth", "8.7",
    N_("Compare both with the personnel file; what its review found counts.") },
  [TY_PROBLEM_ID_SEX] = {
    "id-sex", N_("ID number against sex"), W, "person", "sex", "8.7",
    N_("Correct the sex or the ID number.") },
  [TY_PROBLEM_FUTURE] = {
    "future", N_("Date still to come"), E, "person", NULL, "6.1",
    N_("Correct the date.") },
  [TY_PROBLEM_PARTY_AGE] = {
    "party-age", N_("Joined the party before 18"), W, "person", "party_date", "3",
    N_("Compare the date of birth and that of joining with the personnel file.") },
  [TY_PROBLEM_PARTY_DATE] = {
    "party-date", N_("Party membership and date of joining"), W, "person", "party_date", "3",
    N_("Fill in the one that is missing, or take away the one that is wrong.") },
  [TY_PROBLEM_LEAGUE_AGE] = {
    "league-age", N_("League member of 28 or older"), W, "person", "political", "3",
    N_("Correct the political status.") },
  [TY_PROBLEM_WORK_AGE] = {
    "work-age", N_("Started work before 18"), H, "person", "work_date", "3",
    N_("Compare the date of birth and that of starting work with the personnel file.") },
  [TY_PROBLEM_RESUME_PERIOD] = {
    "resume-period", N_("Time of a résumé segment"), E, "resume_entry", "until_date", "6.1",
    N_("Correct its dates.") },
  [TY_PROBLEM_RESUME_OVERLAP] = {
    "resume-overlap", N_("Overlap in the résumé"), W, "resume_entry", "until_date", "6.1",
    N_("Let the earlier segment end in the month in which the later one begins; what ran beside "
       "another belongs in its brackets.") },
  [TY_PROBLEM_RESUME_GAP] = {
    "resume-gap", N_("Gap in the résumé"), W, "resume_entry", "from_date", "6.1",
    N_("Write what was done in between; being ill or waiting for a post is written, too.") },
  [TY_PROBLEM_RESUME_START] = {
    "resume-start", N_("Beginning of the résumé"), W, "resume_entry", "from_date", "6.1",
    N_("Begin the résumé with the first work or study, or correct the date of starting work.") },
  [TY_PROBLEM_RESUME_POST] = {
    "resume-post", N_("Résumé against present post"), W, "resume_entry", "text", "6.1",
    N_("Add a segment that begins with the present post, or correct the post.") },
  [TY_PROBLEM_RESUME_MONTH] = {
    "resume-month", N_("Month of a résumé segment"), H, "resume_entry", "from_date", "6.1",
    N_("Look up the month in the personnel file.") },
  [TY_PROBLEM_EDUCATION_PERIOD] = {
    "education-period", N_("Time of a course of study"), E, "education", "until_date", "11.5",
    N_("Correct its dates.") },
  [TY_PROBLEM_EDUCATION_MODE] = {
    "education-mode", N_("Party-school education"), W, "education", "mode", "3",
    N_("Set its mode to in-service; a national degree that was earned there is no party-school "
       "education.") },
  [TY_PROBLEM_FAMILY_AGE] = {
    "family-age", N_("Age of a parent or child"), W, "family_member", "birth", "6.4",
    N_("Correct the date of birth or the relation.") },
  [TY_PROBLEM_TRAINING_DAYS] = {
    "training-days", N_("More days attended than the course had"), E, "attendance", "days", "11.5",
    N_("Correct the days attended or those of the course.") },
  [TY_PROBLEM_APPRAISALS] = {
    "appraisal-twice", N_("Appraised twice for one period"), W, "appraisal", "period", "11.5",
    N_("Delete one of the two, or correct its period.") },
  [TY_PROBLEM_REQUIRED] = {
    "required", N_("Required field not filled in"), W, "person", NULL, "11.5",
    N_("Fill it in; until then figures count the person as not filled in.") },
  [TY_PROBLEM_MATERIAL] = {
    "material", N_("Material missing"), H, "person", NULL, "1.2",
    N_("Ask the person or the township for it.") },
};

/**
 * ty_problem_new:
 * @kind: why it cannot be right
 * @person: key of the person, or 0
 * @unit: key of the unit, or 0
 * @name: (nullable): what the person or the unit is called
 * @text: (transfer full) (nullable): a sentence that says what is wrong
 *
 * Returns: (transfer full): the problem, on whatever cut-off date
 */
TyProblem *
ty_problem_new (TyProblemKind  kind,
                gint64         person,
                gint64         unit,
                const char    *name,
                char          *text)
{
  TyProblem *self = g_new0 (TyProblem, 1);

  self->kind = kind;
  self->person = person;
  self->unit = self->place = unit;
  self->from = G_MININT32;
  self->until = G_MAXINT32;
  self->name = g_strdup (name != NULL ? name : "");
  self->text = text;
  return self;
}

/**
 * ty_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): the same
 */
TyProblem *
ty_problem_copy (const TyProblem *self)
{
  TyProblem *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->text = g_strdup (self->text);
  return copy;
}

void
ty_problem_free (TyProblem *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

/**
 * ty_problem_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): what is to be known of the check
 */
const TyProblemInfo *
ty_problem_kind_get_info (TyProblemKind kind)
{
  g_return_val_if_fail (kind < TY_N_PROBLEM_KINDS, NULL);

  return &infos[kind];
}

/**
 * ty_problem_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): what is looked for, in the user's language
 */
const char *
ty_problem_kind_get_label (TyProblemKind kind)
{
  return _(ty_problem_kind_get_info (kind)->label);
}

/**
 * ty_problem_kind_get_advice:
 * @kind: a kind
 *
 * Returns: (transfer none): what to do, as a sentence in the user's language
 */
const char *
ty_problem_kind_get_advice (TyProblemKind kind)
{
  return _(ty_problem_kind_get_info (kind)->advice);
}

/**
 * ty_problem_kind_find:
 * @word: a word of JSON
 * @kind: (out): its kind
 *
 * Returns: whether there is one
 */
gboolean
ty_problem_kind_find (const char    *word,
                      TyProblemKind *kind)
{
  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    if (strcmp (infos[i].word, word) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_severity_to_string:
 * @severity: a severity
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_severity_to_string (TySeverity severity)
{
  static const char *const words[TY_N_SEVERITIES] = { "error", "warning", "hint" };

  return words[severity];
}

/**
 * ty_severity_get_label:
 * @severity: a severity
 *
 * Returns: (transfer none): what it is called in the user's language
 */
const char *
ty_severity_get_label (TySeverity severity)
{
  switch (severity)
    {
    case TY_SEVERITY_ERROR:
      return C_("severity", "Error");
    case TY_SEVERITY_WARNING:
      return C_("severity", "Warning");
    case TY_SEVERITY_HINT:
    default:
      return C_("severity", "Hint");
    }
}
