/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-words"

#include "config.h"

#include "ty-words.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-education.h"
#include "ty-post-name.h"
#include "ty-roster-post.h"

#include <glib/gi18n-lib.h>

/* How rows and pages say what the file holds as codes. */

/**
 * ty_words_get_label:
 * @list: id of a code list
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): its label in the user’s language; a key that the list does
 * not know stands for itself
 */
const char *
ty_words_get_label (const char *list,
                    const char *key)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped (list), key);

  return code != NULL ? ty_code_get_label (code) : key;
}

/**
 * ty_words_get_separator:
 *
 * Returns: (transfer none): what stands between the items of a list
 */
const char *
ty_words_get_separator (void)
{
  return ty_language_get_current () == TY_LANGUAGE_EN ? ", " : "、";
}

/**
 * ty_words_dup_month:
 * @date: a date
 *
 * Returns: (transfer full): as rosters write it: `1978.05`, `1978`, or the empty text
 */
char *
ty_words_dup_month (TyDate date)
{
  date.day = 0;
  return ty_date_to_record (date);
}

/**
 * ty_words_dup_post:
 * @names: the units
 * @unit: key of the unit
 * @post: key of the post
 * @day: a day on which it was held
 *
 * Returns: (transfer full): the post as it was called in that unit: `党总支书记`
 */
char *
ty_words_dup_post (TyUnitNames *names,
                   gint64       unit,
                   const char  *post,
                   TyDate       day)
{
  TyUnitState *state = ty_unit_names_find (names, unit, day);

  if (state == NULL)
    return ty_post_name_dup (post, NULL);

  return ty_post_name_dup_at (post, ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_KIND),
                              ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_PARTY_FORM),
                              ty_language_get_current ());
}

/**
 * ty_words_dup_row_post:
 * @names: the units
 * @row: an appointment
 * @day: a day on which it was held
 *
 * Returns: (transfer full): the post in its own words, or as it was called in that unit
 */
char *
ty_words_dup_row_post (TyUnitNames           *names,
                       const TyRosterPostRow *row,
                       TyDate                 day)
{
  return row->title != NULL ? g_strdup (row->title) : ty_words_dup_post (names, row->unit, row->post, day);
}

/**
 * ty_words_dup_post_of:
 * @names: the units
 * @appointment: an appointment
 * @day: a day on which it was held
 *
 * Returns: (transfer full): the post in its own words, or as it was called in that unit
 */
char *
ty_words_dup_post_of (TyUnitNames *names,
                      TyRecord    *appointment,
                      TyDate       day)
{
  TyUnitState *state = ty_unit_names_find (names, ty_record_get_integer (appointment, TY_APPOINTMENT_UNIT), day);

  return ty_post_name_dup_of (appointment,
                              state != NULL ? ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_KIND) : NULL,
                              state != NULL ? ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_PARTY_FORM)
                                            : NULL, ty_language_get_current ());
}

static int
compare_posts (gconstpointer a,
               gconstpointer b)
{
  return ty_roster_post_compare_rank (*(gpointer *) a, *(gpointer *) b);
}

/**
 * ty_words_sort_posts:
 * @posts: (element-type TyRosterPostRow): posts of one person that had begun
 * @as_of: the cut-off date
 *
 * Returns: (transfer full) (element-type TyRosterPostRow): those of @posts that are held, the
 * highest first
 */
GPtrArray *
ty_words_sort_posts (GArray *posts,
                     TyDate  as_of)
{
  GPtrArray *held = g_ptr_array_new ();

  for (guint i = 0; i < posts->len; i++)
    if (ty_roster_post_is_held (&g_array_index (posts, TyRosterPostRow, i), as_of))
      g_ptr_array_add (held, &g_array_index (posts, TyRosterPostRow, i));
  g_ptr_array_sort (held, compare_posts);
  return held;
}

/**
 * ty_words_dup_posts:
 * @names: the units
 * @posts: (element-type TyRosterPostRow): posts of one person that had begun
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): those that are held, the highest first: `党总支书记、村委会主任`
 */
char *
ty_words_dup_posts (TyUnitNames *names,
                    GArray      *posts,
                    TyDate       as_of)
{
  g_autoptr(GPtrArray) held = ty_words_sort_posts (posts, as_of);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < held->len; i++)
    {
      const TyRosterPostRow *post = g_ptr_array_index (held, i);
      g_autofree char *text = ty_words_dup_row_post (names, post, as_of);

      /* The same post in two villages is said once. */
      if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (ty_words_get_separator (), (char **) texts->pdata);
}

/* The village, or the township itself, with its township where the two are not of the same. */
static char *
dup_other_unit (TyUnitNames *names,
                gint64       unit,
                gint64       other,
                TyDate       day)
{
  TyUnitState *township = ty_unit_names_find_at_level (names, unit, day, "township");
  TyUnitState *others = ty_unit_names_find_at_level (names, other, day, "township");
  TyUnitState *village = ty_unit_names_find_at_level (names, other, day, "village");
  const char *above = others != NULL && (others != township || village == NULL)
                        ? ty_record_get_text (TY_RECORD (others), TY_UNIT_STATE_NAME) : "";

  return g_strconcat (above, village != NULL ? ty_record_get_text (TY_RECORD (village), TY_UNIT_STATE_NAME) : "",
                      NULL);
}

/**
 * ty_words_dup_posts_in:
 * @names: the units
 * @posts: (element-type TyRosterPostRow): posts of one person that had begun
 * @unit: key of the unit that stands beside the posts
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): those that are held, the highest first; those of another unit with its name:
 * `党总支书记、村委会主任、东山村党组织委员`
 */
char *
ty_words_dup_posts_in (TyUnitNames *names,
                       GArray      *posts,
                       gint64       unit,
                       TyDate       as_of)
{
  const char *blank = ty_language_get_current () == TY_LANGUAGE_EN ? " " : "";
  g_autoptr(GPtrArray) held = ty_words_sort_posts (posts, as_of);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < held->len; i++)
    {
      const TyRosterPostRow *post = g_ptr_array_index (held, i);
      g_autofree char *words = ty_words_dup_row_post (names, post, as_of);
      g_autofree char *place = post->unit != unit ? dup_other_unit (names, unit, post->unit, as_of) : NULL;

      g_ptr_array_add (texts, place != NULL ? g_strconcat (place, blank, words, NULL) : g_steal_pointer (&words));
    }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (ty_words_get_separator (), (char **) texts->pdata);
}

/**
 * ty_words_dup_label:
 * @list: id of a code list
 * @key: (nullable): a key
 * @text: (nullable): what was written
 *
 * Returns: (transfer full) (nullable): the label of the key; what was written stands where no code
 * fits it
 */
char *
ty_words_dup_label (const char *list,
                    const char *key,
                    const char *text)
{
  return g_strdup (key != NULL ? ty_words_get_label (list, key) : text);
}

/**
 * ty_words_is_finished:
 * @education: a course of study
 * @as_of: the cut-off date
 *
 * Returns: whether it had ended by then, or nobody knows when it did
 */
gboolean
ty_words_is_finished (TyRecord *education,
                      TyDate    as_of)
{
  TyDate until = ty_record_get_date (education, TY_EDUCATION_UNTIL_DATE);

  return !ty_date_is_known (until) || ty_date_compare (until, as_of) <= 0;
}

/* Levels that have a long name in ZB64, as a column of a roster has room for them: 省（区、市）委党校大专. */
static const struct { const char *level; const char *word; } short_levels[] = {
  { "1A", N_("Party school, postgraduate") }, { "1B", N_("Party school, postgraduate") },
  { "22", N_("Party school, university") },   { "23", N_("Party school, university") },
  { "32", N_("Party school, college") },      { "34", N_("Party school, college") },
};

/**
 * ty_words_get_short_level:
 * @level: (nullable): a key of `education`
 *
 * Returns: (transfer none) (nullable): its label, in few words where it is long
 */
const char *
ty_words_get_short_level (const char *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_levels); i++)
    if (g_strcmp0 (short_levels[i].level, level) == 0)
      return _(short_levels[i].word);

  return ty_words_get_label ("education", level);
}

/**
 * ty_words_dup_short_level:
 * @education: a course of study
 *
 * Returns: (transfer full) (nullable): its level as ty_words_dup_level() has it, in few words
 */
char *
ty_words_dup_short_level (TyRecord *education)
{
  if (ty_roster_study_is_unfinished (ty_record_get_text (education, TY_EDUCATION_OUTCOME)))
    return ty_words_dup_level (education);

  return g_strdup (ty_words_get_short_level (ty_record_get_text (education, TY_EDUCATION_LEVEL)));
}

/**
 * ty_words_dup_level:
 * @education: a course of study
 *
 * Returns: (transfer full) (nullable): its level; one that was begun and not reached is not shown as
 * if it were
 */
char *
ty_words_dup_level (TyRecord *education)
{
  const char *level = ty_words_get_label ("education",
                                          ty_record_get_text (education, TY_EDUCATION_LEVEL));
  const char *outcome = ty_record_get_text (education, TY_EDUCATION_OUTCOME);

  if (!ty_roster_study_is_unfinished (outcome))
    return g_strdup (level);

  /* Translators: a level of education and how far it got, such as “University (Not finished)” */
  return g_strdup_printf (_("%s (%s)"), level, ty_words_get_label ("education_outcome", outcome));
}
