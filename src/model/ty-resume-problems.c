/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-resume-problems"

#include "config.h"

#include "ty-person-problems.h"

#include "ty-appointment.h"
#include "ty-period.h"
#include "ty-person.h"
#include "ty-post-name.h"
#include "ty-resume-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The résumé goes from the first work or study until now, to the month and without a gap (field.md
 * 6.1). The next segment begins in the month in which the one before ended, or in the one after it. */

#define NEVER G_MAXINT

typedef struct
{
  const TyPersonRecords *records;
  const TyPersonQuestion *question;
  GPtrArray *problems;
  GPtrArray *segments;  /* (owned) (element-type TyResumeEntry): the earliest first */
  const char *name;
} Check;

static void
add (Check         *check,
     TyProblemKind  kind,
     char          *text)
{
  g_ptr_array_add (check->problems,
                   ty_problem_new (kind, ty_record_get_integer (check->records->person, TY_PERSON_ID),
                                   0, check->name, text));
}

static TyRecord *
get_segment (Check *check,
             guint  place)
{
  return g_ptr_array_index (check->segments, place);
}

static int
get_month (TyDate date,
           guint  unknown)
{
  return date.year * 12 + (int) (date.month != 0 ? date.month : unknown);
}

static int
compare_segments (gconstpointer a,
                  gconstpointer b)
{
  return ty_date_compare (ty_record_get_date (*(TyRecord **) a, TY_RESUME_ENTRY_FROM_DATE),
                          ty_record_get_date (*(TyRecord **) b, TY_RESUME_ENTRY_FROM_DATE));
}

/* What ran beside another segment stands on a line of its own where it crosses two of them. */
static gboolean
is_beside (TyRecord *segment)
{
  static const char *const words[] = { "（其间", "(其间", "其间", "（期间", "（其間", "其間", "（期間" };
  const char *text = ty_record_get_text (segment, TY_RESUME_ENTRY_TEXT);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;

  return FALSE;
}

/* Where the next segment begins with the same year, it is told once. */
static gboolean
begins_with (Check  *check,
             TyDate  date)
{
  for (guint i = 0; i < check->segments->len; i++)
    if (ty_date_compare (ty_record_get_date (get_segment (check, i), TY_RESUME_ENTRY_FROM_DATE), date)
        == 0)
      return TRUE;

  return FALSE;
}

static void
check_dates (Check    *check,
             TyRecord *segment)
{
  TyDate from = ty_record_get_date (segment, TY_RESUME_ENTRY_FROM_DATE);
  TyDate until = ty_record_get_date (segment, TY_RESUME_ENTRY_UNTIL_DATE);
  const char *text = ty_record_get_text (segment, TY_RESUME_ENTRY_TEXT);
  g_autofree char *began = ty_date_to_record (from);
  g_autofree char *ended = ty_date_to_record (until);

  if (text == NULL)
    text = "";
  if (ty_date_is_known (from) && ty_date_is_known (until)
      && get_month (until, 12) < get_month (from, 1))
    /* Translators: a name, what was done, and two dates */
    add (check, TY_PROBLEM_RESUME_PERIOD,
         g_strdup_printf (_("The résumé of %s: “%s” ends in %s, before it begins in %s."), check->name,
                          text, ended, began));
  if (!ty_date_is_known (from))
    /* Translators: a name, and what was done */
    add (check, TY_PROBLEM_RESUME_MONTH,
         g_strdup_printf (_("The résumé of %s does not say when “%s” began."), check->name, text));
  else if (from.month == 0)
    /* Translators: a name, what was done, and a year */
    add (check, TY_PROBLEM_RESUME_MONTH,
         g_strdup_printf (_("The résumé of %s only has the year in which “%s” began, %s."), check->name,
                          text, began));
  else if (ty_date_is_known (until) && until.month == 0 && !begins_with (check, until))
    /* Translators: a name, what was done, and a year */
    add (check, TY_PROBLEM_RESUME_MONTH,
         g_strdup_printf (_("The résumé of %s only has the year in which “%s” ended, %s."), check->name,
                          text, ended));
}

static void
check_neighbours (Check  *check,
                  TyDate  reached,
                  TyDate  from)
{
  g_autofree char *ended = ty_date_to_record (reached);
  g_autofree char *began = ty_date_to_record (from);
  gboolean open = !ty_date_is_known (reached);

  if (open)
    /* Translators: a name and a date */
    add (check, TY_PROBLEM_RESUME_OVERLAP,
         g_strdup_printf (_("The résumé of %s has a segment without an end before the one that begins "
                            "in %s."), check->name, began));
  else if (get_month (from, 1) - get_month (reached, 12) > 1)
    /* Translators: a name and two dates */
    add (check, TY_PROBLEM_RESUME_GAP,
         g_strdup_printf (_("The résumé of %s says nothing between %s and %s."), check->name, ended,
                          began));
  else if (get_month (reached, 1) - get_month (from, 12) > 1)
    /* Translators: a name and two dates */
    add (check, TY_PROBLEM_RESUME_OVERLAP,
         g_strdup_printf (_("The résumé of %s has a segment until %s and one that begins in %s."),
                          check->name, ended, began));
}

static void
check_sequence (Check *check)
{
  TyDate reached = TY_DATE_NONE;
  gboolean first = TRUE;

  for (guint i = 0; i < check->segments->len; i++)
    {
      TyRecord *segment = get_segment (check, i);
      TyDate from = ty_record_get_date (segment, TY_RESUME_ENTRY_FROM_DATE);
      TyDate until = ty_record_get_date (segment, TY_RESUME_ENTRY_UNTIL_DATE);

      check_dates (check, segment);
      if (!ty_date_is_known (from) || is_beside (segment)
          || (ty_date_is_known (until) && ty_date_compare (until, from) < 0))
        continue;
      if (!first)
        check_neighbours (check, reached, from);
      if (first || !ty_date_is_known (until) || ty_date_compare (until, reached) > 0)
        reached = until;
      first = FALSE;
    }
}

static void
check_start (Check *check)
{
  TyDate work = ty_record_get_date (check->records->person, TY_PERSON_WORK_DATE);

  for (guint i = 0; i < check->segments->len; i++)
    {
      TyDate from = ty_record_get_date (get_segment (check, i), TY_RESUME_ENTRY_FROM_DATE);

      if (!ty_date_is_known (from))
        continue;
      if (ty_date_is_known (work) && get_month (from, 1) - get_month (work, 12) > 1)
        {
          g_autofree char *started = ty_date_to_record (work);
          g_autofree char *begins = ty_date_to_record (from);

          /* Translators: a name and two dates */
          add (check, TY_PROBLEM_RESUME_START,
               g_strdup_printf (_("%s started work in %s, but the résumé begins in %s."), check->name,
                                started, begins));
        }
      return;
    }
}

/* The post that comes first among those that are held, if any. */
static TyRecord *
find_main_post (Check *check)
{
  TyRecord *best = NULL;
  int best_rank = 0;

  for (guint i = 0; check->records->appointments != NULL && i < check->records->appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (check->records->appointments, i);
      TyPeriod period = { ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE),
                          ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE) };
      int rank = ty_post_name_get_rank (ty_record_get_text (appointment, TY_APPOINTMENT_POST));

      if (ty_period_contains (period, check->question->as_of) && (best == NULL || rank < best_rank))
        {
          best = appointment;
          best_rank = rank;
        }
    }
  return best;
}

/* Whether the word stands there, and none of those in front of it that make less of it. */
static gboolean
has_word (const char *text,
          const char *word)
{
  static const char *const lesser[] = { "副", "第一" };

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    {
      gboolean plain = TRUE;

      for (guint i = 0; i < G_N_ELEMENTS (lesser); i++)
        {
          size_t length = strlen (lesser[i]);

          if ((size_t) (found - text) >= length && strncmp (found - length, lesser[i], length) == 0)
            plain = FALSE;
        }
      if (plain)
        return TRUE;
    }
  return FALSE;
}

/* Only what leads a village is looked for by its word: the other posts have too many names. */
static gboolean
tells_post (const char *text,
            const char *post)
{
  if (g_strcmp0 (post, "D1") == 0)
    return has_word (text, "书记") || has_word (text, "書記") || has_word (text, "支书")
           || has_word (text, "支書");
  if (g_strcmp0 (post, "C1") == 0 || g_strcmp0 (post, "J1") == 0)
    return has_word (text, "主任");
  return TRUE;
}

static void
check_post (Check *check)
{
  TyRecord *post = find_main_post (check);
  const char *key = post != NULL ? ty_record_get_text (post, TY_APPOINTMENT_POST) : NULL;
  g_autofree char *label = NULL;
  const char *last = NULL;

  if (post == NULL || check->segments->len == 0)
    return;
  for (guint i = 0; i < check->segments->len; i++)
    {
      TyRecord *segment = get_segment (check, i);
      TyPeriod period = { ty_record_get_date (segment, TY_RESUME_ENTRY_FROM_DATE),
                          ty_record_get_date (segment, TY_RESUME_ENTRY_UNTIL_DATE) };
      const char *text = ty_record_get_text (segment, TY_RESUME_ENTRY_TEXT);

      if (!ty_period_contains (period, check->question->as_of) || is_beside (segment))
        continue;
      last = text != NULL ? text : "";
      if (tells_post (last, key))
        return;
    }

  label = ty_post_name_dup (key, NULL);
  if (last == NULL)
    {
      g_autofree char *day = ty_date_to_record (check->question->as_of);

      /* Translators: a name, a post, and the cut-off date */
      add (check, TY_PROBLEM_RESUME_POST,
           g_strdup_printf (_("%s has the post “%s”, but the résumé says nothing of %s."), check->name,
                            label, day));
    }
  else
    /* Translators: a name, a post, and what the résumé says */
    add (check, TY_PROBLEM_RESUME_POST,
         g_strdup_printf (_("%s has the post “%s”, but the résumé says “%s”."), check->name, label,
                          last));
}

/**
 * ty_resume_problems_find:
 * @records: what is on record of a person
 * @question: from where it is looked at
 * @problems: (element-type TyProblem): where what is found is added
 *
 * Looks for what cannot be right in the résumé of one person. Who has none has no problem with it.
 */
void
ty_resume_problems_find (const TyPersonRecords  *records,
                         const TyPersonQuestion *question,
                         GPtrArray              *problems)
{
  Check check = { records, question, problems, NULL,
                  ty_record_get_text (records->person, TY_PERSON_NAME) };

  if (records->resume == NULL || records->resume->len == 0)
    return;
  if (check.name == NULL)
    check.name = "?";
  check.segments = g_ptr_array_sized_new (records->resume->len);
  g_ptr_array_extend (check.segments, records->resume, NULL, NULL);
  g_ptr_array_sort (check.segments, compare_segments);
  check_sequence (&check);
  check_start (&check);
  check_post (&check);
  g_ptr_array_unref (check.segments);
}
