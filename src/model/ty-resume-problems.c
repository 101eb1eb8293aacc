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

/* A post or a segment, from one day until another. */
typedef struct
{
  gint32 from;
  gint32 until;
  int rank;         /* of the post */
  const char *text; /* (unowned): key of the post, or what the segment says */
} Held;

static GArray *
list_posts (Check *check)
{
  GPtrArray *appointments = check->records->appointments;
  GArray *posts = g_array_new (FALSE, FALSE, sizeof (Held));

  for (guint i = 0; appointments != NULL && i < appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (appointments, i);
      TyPeriod period = { ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE),
                          ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE) };
      const char *post = ty_record_get_text (appointment, TY_APPOINTMENT_POST);
      Held held = { ty_period_get_first_day (period), ty_period_get_end_day (period),
                    ty_post_name_get_rank (post), post };

      g_array_append_val (posts, held);
    }
  return posts;
}

/* Without what ran beside others. */
static GArray *
list_segments (Check *check)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Held));

  for (guint i = 0; i < check->segments->len; i++)
    {
      TyRecord *segment = get_segment (check, i);
      TyPeriod period = { ty_record_get_date (segment, TY_RESUME_ENTRY_FROM_DATE),
                          ty_record_get_date (segment, TY_RESUME_ENTRY_UNTIL_DATE) };
      const char *text = ty_record_get_text (segment, TY_RESUME_ENTRY_TEXT);
      Held held = { ty_period_get_first_day (period), ty_period_get_end_day (period), 0,
                    text != NULL ? text : "" };

      if (!is_beside (segment))
        g_array_append_val (segments, held);
    }
  return segments;
}

static gboolean
is_held (const Held *held,
         gint32      day)
{
  return held->from <= day && day < held->until;
}

/* The post that comes first among those that are held on a day, if any. */
static const Held *
find_main_post (GArray *posts,
                gint32  day)
{
  const Held *best = NULL;

  for (guint i = 0; i < posts->len; i++)
    {
      const Held *post = &g_array_index (posts, Held, i);

      if (is_held (post, day) && (best == NULL || post->rank < best->rank))
        best = post;
    }
  return best;
}

/* The main post of a day, unless the segments of that day tell it; and what the last of them says, if any. */
static const Held *
find_untold_post (GArray      *posts,
                  GArray      *segments,
                  gint32       day,
                  const char **last)
{
  const Held *post = find_main_post (posts, day);

  *last = NULL;
  for (guint i = 0; post != NULL && i < segments->len; i++)
    {
      const Held *segment = &g_array_index (segments, Held, i);

      if (!is_held (segment, day))
        continue;
      *last = segment->text;
      if (tells_post (segment->text, post->text))
        return NULL;
    }
  return post;
}

static char *
dup_untold_text (Check      *check,
                 const Held *post,
                 const char *last)
{
  g_autofree char *label = ty_post_name_dup (post->text, NULL);
  g_autofree char *day = ty_date_to_record (check->question->as_of);

  if (last != NULL)
    /* Translators: a name, a post, and what the résumé says */
    return g_strdup_printf (_("%s has the post “%s”, but the résumé says “%s”."), check->name, label, last);

  /* Translators: a name, a post, and the cut-off date */
  return g_strdup_printf (_("%s has the post “%s”, but the résumé says nothing of %s."), check->name, label,
                          day);
}

static void
add_while (Check  *check,
           gint32  from,
           gint32  until,
           char   *text)
{
  TyProblem *problem;

  add (check, TY_PROBLEM_RESUME_POST, text);
  problem = g_ptr_array_index (check->problems, check->problems->len - 1);
  problem->from = from;
  problem->until = until;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint32 first = *(const gint32 *) a;
  gint32 second = *(const gint32 *) b;

  return (first > second) - (first < second);
}

/* From one of these days until the next everything stays as it is. */
static GArray *
list_days (GArray *posts,
           GArray *segments)
{
  GArray *lists[] = { posts, segments };
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const Held *held = &g_array_index (lists[i], Held, j);

        g_array_append_val (days, held->from);
        g_array_append_val (days, held->until);
      }
  g_array_sort (days, compare_days);
  return days;
}

/* On whatever date: without the sentence, which tells it. */
static void
check_post_on_all_days (Check  *check,
                        GArray *posts,
                        GArray *segments)
{
  g_autoptr(GArray) days = list_days (posts, segments);
  gboolean before = FALSE;

  for (guint i = 0; i + 1 < days->len; i++)
    {
      gint32 day = g_array_index (days, gint32, i);
      gint32 next = g_array_index (days, gint32, i + 1);
      const char *last;

      if (day == next)
        continue;
      if (find_untold_post (posts, segments, day, &last) == NULL)
        before = FALSE;
      else if (before)
        ((TyProblem *) g_ptr_array_index (check->problems, check->problems->len - 1))->until = next;
      else
        {
          add_while (check, day, next, NULL);
          before = TRUE;
        }
    }
}

static void
check_post (Check *check)
{
  g_autoptr(GArray) posts = list_posts (check);
  g_autoptr(GArray) segments = NULL;
  const Held *post;
  const char *last;

  if (posts->len == 0)
    return;
  segments = list_segments (check);
  if (!ty_date_is_known (check->question->as_of))
    {
      check_post_on_all_days (check, posts, segments);
      return;
    }
  post = find_untold_post (posts, segments, ty_date_to_days (check->question->as_of), &last);
  if (post != NULL)
    add (check, TY_PROBLEM_RESUME_POST, dup_untold_text (check, post, last));
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
