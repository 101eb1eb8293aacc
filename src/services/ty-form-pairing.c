/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-pairing"

#include "config.h"

#include "ty-form-pairing.h"

#include "ty-code-list.h"
#include "ty-mentor-strength.h"
#include "ty-mentor.h"
#include "ty-milestone.h"
#include "ty-pairing-review.h"
#include "ty-pairing.h"
#include "ty-period.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-talk.h"

#include <string.h>

/* What the forms of a pairing say: the words of the mentee as on every form, those of the mentor behind “mentor”,
 * and what the two agreed and did. */

/* A text of a talk that is longer goes on in a further row of the form, so that nothing is cut: what fits a box of
 * the form at its smallest size. */
#define MOST_LINES 8
#define LINE_CHARACTERS 48

const char *const ty_form_pairing_words[] = {
  "mentor", "mentor_sex", "mentor_birth", "mentor_birth_month", "mentor_ethnicity", "mentor_political",
  "mentor_education", "mentor_phone", "mentor_post", "mentor_level", "mentor_strengths", "programme",
  "mentee_post", "pairing_from", "pairing_until", "pairing_state", "talks_wanted", "talks_done", "goal", "plan", "reviews",
  "result", NULL
};

static const char *const talk_words[] = { "no", "talk_date", "talk_form", "talk_place", "topics", "situation",
                                          "next_step", NULL };

/* What is said of a mentor, and the word of it in the forms of that person. */
static const char *const mentor_words[][2] = {
  { "mentor", "name" }, { "mentor_sex", "sex" }, { "mentor_birth", "birth" }, { "mentor_birth_month", "birth_month" },
  { "mentor_ethnicity", "ethnicity" }, { "mentor_political", "political" }, { "mentor_education", "education" },
  { "mentor_phone", "phone" }, { "mentor_post", "present_post" },
};

typedef struct
{
  TyFormValues *values;
  TyDatabase *database;
  TyRecord *pairing;
  TyDate as_of;
  TyLanguage language;
} Filler;

/**
 * ty_form_pairing_knows:
 * @list: (nullable): the word of a list of rows
 * @field: a word
 *
 * Returns: whether the word is filled in for pairings only
 */
gboolean
ty_form_pairing_knows (const char *list,
                       const char *field)
{
  if (g_strcmp0 (list, "talks") == 0 && g_strv_contains (talk_words, field))
    return TRUE;

  return g_strv_contains (ty_form_pairing_words, field);
}

static gboolean
is_state (TyRecord   *pairing,
          const char *first,
          const char *second)
{
  const char *state = ty_record_get_text (pairing, TY_PAIRING_STATE);

  return g_strcmp0 (state, first) == 0 || g_strcmp0 (state, second) == 0;
}

/* What is agreed upon has its papers before it begins; on a day of the past nothing was known of it. */
static gboolean
is_in_force (TyRecord *pairing,
             TyDate    as_of)
{
  TyDate from = ty_record_get_date (pairing, TY_PAIRING_FROM_DATE);
  TyDate until = ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE);

  if (is_state (pairing, "proposed", "agreed"))
    return !ty_date_is_known (from) || ty_date_compare (from, as_of) <= 0
           || ty_date_compare (as_of, ty_date_today ()) >= 0;
  if (ty_date_is_known (from) && ty_date_compare (from, as_of) > 0)
    return FALSE;
  return is_state (pairing, "under_way", "review") || (ty_date_is_known (until) && ty_date_compare (until, as_of) > 0);
}

static int
compare_begins (gconstpointer a,
                gconstpointer b)
{
  TyRecord *first = *(TyRecord *const *) a, *second = *(TyRecord *const *) b;
  int by_date = ty_date_compare (ty_record_get_date (first, TY_PAIRING_FROM_DATE),
                                 ty_record_get_date (second, TY_PAIRING_FROM_DATE));
  gint64 keys[2] = { ty_record_get_integer (first, TY_PAIRING_PERSON),
                     ty_record_get_integer (second, TY_PAIRING_PERSON) };

  return by_date != 0 ? by_date : (keys[0] > keys[1]) - (keys[0] < keys[1]);
}

/* The last of those that have ended by the day. */
static TyRecord *
find_last (GPtrArray *all,
           TyDate     as_of)
{
  TyRecord *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      TyRecord *pairing = g_ptr_array_index (all, i);
      TyDate until = ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE);

      if (ty_date_is_known (until) && ty_date_compare (until, as_of) <= 0
          && (last == NULL || ty_date_compare (until, ty_record_get_date (last, TY_PAIRING_UNTIL_DATE)) > 0))
        last = pairing;
    }
  return last;
}

/**
 * ty_form_pairing_list:
 * @database: a connection
 * @person: key of a person
 * @as_of: a day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairing): the pairings of the person, as mentee and as mentor,
 *   that are proposed, agreed or go on on the day; where there are none, the last one that has ended
 */
GPtrArray *
ty_form_pairing_list (TyDatabase  *database,
                      gint64       person,
                      TyDate       as_of,
                      GError     **error)
{
  g_autoptr(GPtrArray) all = ty_table_list_of (database, &ty_pairing_info, "person", person, error);
  g_autoptr(GPtrArray) others = all != NULL ? ty_table_list_of (database, &ty_pairing_info, "mentor", person, error)
                                            : NULL;
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  TyRecord *last;

  if (others == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&others));
  for (guint i = 0; i < all->len; i++)
    if (is_in_force (g_ptr_array_index (all, i), as_of))
      g_ptr_array_add (list, g_object_ref (g_ptr_array_index (all, i)));
  last = list->len == 0 ? find_last (all, as_of) : NULL;
  if (last != NULL)
    g_ptr_array_add (list, g_object_ref (last));
  g_ptr_array_sort (list, compare_begins);
  return g_steal_pointer (&list);
}

static const char *
get_label (Filler     *filler,
           const char *list,
           const char *key)
{
  TyCode *code = key != NULL ? ty_code_list_lookup (ty_code_list_get_shipped (list), key) : NULL;

  return code != NULL ? ty_code_get_label_in (code, filler->language) : key;
}

/* 2026年3月31日, as far as it is known. */
static char *
dup_day (TyDate date)
{
  if (!ty_date_is_known (date))
    return NULL;
  if (date.month == 0)
    return g_strdup_printf ("%u年", date.year);

  return date.day != 0 ? g_strdup_printf ("%u年%u月%u日", date.year, date.month, date.day)
                       : g_strdup_printf ("%u年%u月", date.year, date.month);
}

/* What two people have together belongs to the pairing of the two in which its day lies. */
static gboolean
is_of_pairing (Filler   *filler,
               TyRecord *row,
               guint     mentor,
               TyDate    date)
{
  TyDate from = ty_record_get_date (filler->pairing, TY_PAIRING_FROM_DATE);
  TyDate until = ty_record_get_date (filler->pairing, TY_PAIRING_UNTIL_DATE);

  if (ty_record_get_integer (row, mentor) != ty_record_get_integer (filler->pairing, TY_PAIRING_MENTOR))
    return FALSE;
  if (!ty_date_is_known (date))
    return TRUE;
  return (!ty_date_is_known (from) || ty_date_compare (date, from) >= 0)
         && (!ty_date_is_known (until) || ty_date_compare (date, until) <= 0
             || is_state (filler->pairing, "under_way", "review"));
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      field)
{
  return ty_date_compare (ty_record_get_date (*(TyRecord *const *) a, GPOINTER_TO_UINT (field)),
                          ty_record_get_date (*(TyRecord *const *) b, GPOINTER_TO_UINT (field)));
}

static GPtrArray *
list_rows (Filler              *filler,
           const TyRecordInfo  *info,
           guint                mentor,
           guint                date,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (filler->database, info, "person",
                                                ty_record_get_integer (filler->pairing, TY_PAIRING_PERSON), error);

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    {
      TyRecord *row = g_ptr_array_index (rows, i - 1);

      if (!is_of_pairing (filler, row, mentor, ty_record_get_date (row, date)))
        g_ptr_array_remove_index (rows, i - 1);
    }
  if (rows != NULL)
    g_ptr_array_sort_with_data (rows, compare_dates, GUINT_TO_POINTER (date));
  return g_steal_pointer (&rows);
}

/* The part of a text that a box holds; @text is moved behind it. */
static char *
take_part (const char **text)
{
  const char *start = *text, *p = start;
  guint lines = 1, characters = 0;

  while (p != NULL && *p != '\0')
    {
      if (*p == '\n' || characters == LINE_CHARACTERS)
        {
          characters = 0;
          if (++lines > MOST_LINES)
            break;
        }
      characters += *p != '\n';
      p = g_utf8_next_char (p);
    }
  *text = p != NULL && *p == '\n' ? p + 1 : p;
  return p != NULL && p > start ? g_strndup (start, (gsize) (p - start)) : NULL;
}

static void
add_talk (Filler   *filler,
          TyRecord *talk,
          guint     number)
{
  static const struct
  {
    const char *word;
    guint field;
  } texts[] = {
    { "topics", TY_TALK_TOPICS }, { "situation", TY_TALK_SITUATION }, { "next_step", TY_TALK_NEXT_STEP },
  };
  const char *left[G_N_ELEMENTS (texts)];
  gboolean more;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    left[i] = ty_record_get_text (talk, texts[i].field);
  do
    {
      TyFormValues *row = ty_form_values_add_row (filler->values, "talks");

      more = FALSE;
      ty_form_values_take (row, "no", g_strdup_printf ("%u", number));
      ty_form_values_take (row, "talk_date", dup_day (ty_record_get_date (talk, TY_TALK_DATE)));
      ty_form_values_set (row, "talk_form", get_label (filler, "talk_form", ty_record_get_text (talk, TY_TALK_FORM)));
      ty_form_values_set (row, "talk_place", ty_record_get_text (talk, TY_TALK_PLACE));
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          ty_form_values_take (row, texts[i].word, take_part (&left[i]));
          more = more || (left[i] != NULL && *left[i] != '\0');
        }
    }
  while (more);
}

static gboolean
add_talks (Filler  *filler,
           GError **error)
{
  g_autoptr(GPtrArray) talks = list_rows (filler, &ty_talk_info, TY_TALK_MENTOR, TY_TALK_DATE, error);
  guint n = 0;

  for (guint i = 0; talks != NULL && i < talks->len; i++)
    {
      TyRecord *talk = g_ptr_array_index (talks, i);

      if (ty_date_compare (ty_record_get_date (talk, TY_TALK_DATE), filler->as_of) <= 0)
        add_talk (filler, talk, ++n);
    }
  if (n > 0)
    ty_form_values_take (filler->values, "talks_done", g_strdup_printf ("%u", n));
  return talks != NULL;
}

/* （1）2026年3月31日前：…（2026年3月28日完成）。 */
static void
append_milestone (Filler   *filler,
                  GString  *text,
                  TyRecord *row,
                  guint     number)
{
  g_autofree char *due = dup_day (ty_record_get_date (row, TY_MILESTONE_DUE_DATE));
  TyDate reached = ty_record_get_date (row, TY_MILESTONE_DONE_DATE);
  g_autofree char *done = ty_date_compare (reached, filler->as_of) <= 0 ? dup_day (reached) : NULL;

  g_string_append_printf (text, "%s（%u）", text->len > 0 ? "\n" : "", number);
  if (due != NULL)
    g_string_append_printf (text, "%s前，", due);
  g_string_append (text, ty_record_get_text (row, TY_MILESTONE_TITLE));
  if (done != NULL)
    g_string_append_printf (text, "（%s完成）", done);
  g_string_append (text, "。");
}

static gboolean
add_plan (Filler  *filler,
          GError **error)
{
  g_autoptr(GPtrArray) rows = list_rows (filler, &ty_milestone_info, TY_MILESTONE_MENTOR, TY_MILESTONE_DUE_DATE,
                                         error);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    append_milestone (filler, text, g_ptr_array_index (rows, i), i + 1);
  if (text->len > 0)
    ty_form_values_set (filler->values, "plan", text->str);
  return rows != NULL;
}

/* 2026年6月30日，导师评价：较好。… */
static gboolean
add_reviews (Filler  *filler,
             GError **error)
{
  g_autoptr(GPtrArray) rows = list_rows (filler, &ty_pairing_review_info, TY_PAIRING_REVIEW_MENTOR,
                                         TY_PAIRING_REVIEW_DATE, error);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      const char *verdict = get_label (filler, "pairing_verdict", ty_record_get_text (row, TY_PAIRING_REVIEW_VERDICT));
      const char *remark = ty_record_get_text (row, TY_PAIRING_REVIEW_REMARK);
      TyDate date = ty_record_get_date (row, TY_PAIRING_REVIEW_DATE);
      g_autofree char *day = dup_day (date);

      if (ty_date_compare (date, filler->as_of) > 0)
        continue;
      g_string_append_printf (text, "%s%s%s%s%s%s", text->len > 0 ? "\n" : "", day != NULL ? day : "",
                              day != NULL ? "，" : "",
                              get_label (filler, "pairing_side", ty_record_get_text (row, TY_PAIRING_REVIEW_SIDE)),
                              filler->language == TY_LANGUAGE_ZH_TW ? "評價：" : "评价：",
                              verdict != NULL ? verdict : "");
      if (remark != NULL)
        g_string_append_printf (text, "%s%s", verdict != NULL ? "。" : "", remark);
    }
  if (text->len > 0)
    ty_form_values_set (filler->values, "reviews", text->str);
  return rows != NULL;
}

/* How it came to its end, as far as that lies before the day. */
static void
add_result (Filler *filler)
{
  TyRecord *pairing = filler->pairing;
  const char *result = get_label (filler, "pairing_result", ty_record_get_text (pairing, TY_PAIRING_RESULT));
  const char *reason = ty_record_get_text (pairing, TY_PAIRING_REASON);
  TyDate until = ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE);
  g_autofree char *day = dup_day (until);

  if (result == NULL || ty_date_compare (until, filler->as_of) > 0)
    return;
  ty_form_values_take (filler->values, "result",
                       g_strdup_printf ("%s%s%s%s%s", day != NULL ? day : "", day != NULL ? "，" : "", result,
                                        reason != NULL ? "。" : "", reason != NULL ? reason : ""));
}

/* Who holds no post yet is prepared for one. */
static void
add_mentee_post (Filler *filler)
{
  TyFormValues *values = filler->values;
  const char *post = ty_form_values_get (values, "present_post");
  const char *village = ty_form_values_get (values, "reserve_unit");
  const char *township = ty_form_values_get (values, "township");

  if (post != NULL || village == NULL)
    ty_form_values_set (values, "mentee_post", post);
  else
    ty_form_values_take (values, "mentee_post",
                         g_strdup_printf ("%s%s%s", township != NULL ? township : "", village,
                                          filler->language == TY_LANGUAGE_ZH_TW ? "後備幹部" : "后备干部"));
}

static gboolean
add_programme (Filler  *filler,
               GError **error)
{
  g_autoptr(TyRecord) programme = ty_table_get (filler->database, &ty_programme_info,
                                                ty_record_get_integer (filler->pairing, TY_PAIRING_PROGRAMME), error);
  gint64 talks = programme != NULL ? ty_record_get_integer (programme, TY_PROGRAMME_TALKS) : 0;

  if (programme == NULL)
    return FALSE;
  ty_form_values_set (filler->values, "programme", ty_record_get_text (programme, TY_PROGRAMME_NAME));
  if (talks > 0)
    ty_form_values_take (filler->values, "talks_wanted", g_strdup_printf ("%" G_GINT64_FORMAT, talks));
  return TRUE;
}

/* The level is that of the last membership in the pool that had begun. */
static gboolean
add_mentor (Filler        *filler,
            TyFormValues  *mentor,
            GError       **error)
{
  gint64 key = ty_record_get_integer (filler->pairing, TY_PAIRING_MENTOR);
  g_autoptr(GPtrArray) pool = ty_table_list_of (filler->database, &ty_mentor_info, "person", key, error);
  g_autoptr(GPtrArray) strengths = pool != NULL ? ty_table_list_of (filler->database, &ty_mentor_strength_info,
                                                                    "person", key, error) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (strengths == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (mentor_words); i++)
    ty_form_values_set (filler->values, mentor_words[i][0], ty_form_values_get (mentor, mentor_words[i][1]));
  for (guint i = 0; i < pool->len; i++)
    if (ty_date_compare (ty_record_get_date (g_ptr_array_index (pool, i), TY_MENTOR_FROM_DATE), filler->as_of) <= 0)
      ty_form_values_set (filler->values, "mentor_level",
                          get_label (filler, "unit_level",
                                     ty_record_get_text (g_ptr_array_index (pool, i), TY_MENTOR_LEVEL)));
  for (guint i = 0; i < strengths->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            get_label (filler, "strength", ty_record_get_text (g_ptr_array_index (strengths, i),
                                                                               TY_MENTOR_STRENGTH_STRENGTH)));
  if (text->len > 0)
    ty_form_values_set (filler->values, "mentor_strengths", text->str);
  return TRUE;
}

/**
 * ty_form_pairing_add:
 * @values: what the forms of the mentee say
 * @mentor: what the forms of the mentor say
 * @database: a connection
 * @pairing: the pairing of the two
 * @as_of: up to which day talks and reviews are told
 * @language: of the form
 * @error: a `TY_STORE_ERROR`
 *
 * Adds to @values what the forms of a pairing say.
 *
 * Returns: whether it could be read
 */
gboolean
ty_form_pairing_add (TyFormValues  *values,
                     TyFormValues  *mentor,
                     TyDatabase    *database,
                     TyRecord      *pairing,
                     TyDate         as_of,
                     TyLanguage     language,
                     GError       **error)
{
  Filler filler = { values, database, pairing, as_of, language };

  ty_form_values_take (values, "pairing_from", dup_day (ty_record_get_date (pairing, TY_PAIRING_FROM_DATE)));
  ty_form_values_take (values, "pairing_until", dup_day (ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE)));
  ty_form_values_set (values, "pairing_state",
                      get_label (&filler, "pairing_state", ty_record_get_text (pairing, TY_PAIRING_STATE)));
  ty_form_values_set (values, "goal", ty_record_get_text (pairing, TY_PAIRING_GOAL));
  add_result (&filler);
  add_mentee_post (&filler);
  return add_mentor (&filler, mentor, error) && add_programme (&filler, error) && add_talks (&filler, error)
         && add_plan (&filler, error) && add_reviews (&filler, error);
}
