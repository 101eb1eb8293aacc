/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-compare-facts"

#include "config.h"

#include "ty-compare-facts.h"

#include "ty-annual-result.h"
#include "ty-education.h"
#include "ty-format.h"
#include "ty-honour.h"
#include "ty-resume-entry.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_HONOURS 3
#define MOST_RESULTS 3
#define MOST_ENTRIES 3 /* of a résumé: the last ones */

/* Lines of a cell are parted by a line feed; a part that is not known is left out. */

static void
add_line (GString    *text,
          const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static gboolean
is_later (TyDate date,
          TyDate as_of)
{
  return ty_date_is_known (date) && ty_date_compare (date, as_of) > 0;
}

/* 42 岁（1984.02） */
static char *
dup_age (TyPersonFile *file)
{
  g_autofree char *age = ty_format_age (file->age);
  g_autofree char *month = ty_format_month (ty_record_get_date (TY_RECORD (file->person), TY_PERSON_BIRTH));

  if (*month == '\0')
    return g_steal_pointer (&age);
  /* Translators: an age and the month of birth: 42 (1984.02) */
  return g_strdup_printf (C_("age and birth", "%s (%s)"), age, month);
}

static char *
dup_tenure (TyPersonFile *file,
            TyDate        as_of)
{
  for (guint i = 0; i < file->posts->len; i++)
    {
      const TyPost *post = g_ptr_array_index (file->posts, i);

      if (post->current && ty_date_is_known (post->from))
        return ty_format_tenure (post->from, as_of);
    }
  return g_strdup ("");
}

static char *
dup_studies (TyPersonFile *file,
             const char   *mode,
             TyDate        as_of)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < file->educations->len; i++)
    {
      TyRecord *education = g_ptr_array_index (file->educations, i);
      const char *school = ty_record_get_text (education, TY_EDUCATION_SCHOOL);
      g_autofree char *level = NULL;
      g_autofree char *line = NULL;

      if (g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_MODE), mode) != 0
          || !ty_words_is_finished (education, as_of))
        continue;
      level = ty_words_dup_level (education);
      line = g_strjoin ("　", level != NULL ? level : ty_record_get_text (education, TY_EDUCATION_LEVEL_TEXT),
                        school, NULL);
      add_line (text, line);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_party (TyPersonFile *file)
{
  TyRecord *person = TY_RECORD (file->person);
  const char *written = ty_record_get_text (person, TY_PERSON_POLITICAL_TEXT);
  g_autofree char *label = ty_format_code ("political", ty_record_get_text (person, TY_PERSON_POLITICAL));
  g_autofree char *month = ty_format_month (ty_record_get_date (person, TY_PERSON_PARTY_DATE));
  g_autofree char *joined = g_strdup_printf (_("%s joined"), month);
  GString *text = g_string_new (NULL);

  add_line (text, *label != '\0' ? label : written);
  add_line (text, *month != '\0' ? joined : NULL);
  return g_string_free (text, FALSE);
}

static char *
dup_honours (TyPersonFile *file,
             TyDate        as_of)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < file->honours->len; i++)
    {
      TyRecord *honour = g_ptr_array_index (file->honours, i);
      TyDate day = ty_record_get_date (honour, TY_HONOUR_DATE);
      g_autofree char *month = ty_format_month (day);
      g_autofree char *line = g_strjoin (*month != '\0' ? " " : "", month,
                                         ty_record_get_text (honour, TY_HONOUR_TITLE), NULL);

      if (is_later (day, as_of))
        continue;
      if (n++ < MOST_HONOURS)
        add_line (text, line);
    }
  if (n > MOST_HONOURS)
    /* Translators: behind the newest honours: how many there are besides */
    g_string_append_printf (text, ngettext (" and %u more honour", " and %u more honours", n - MOST_HONOURS),
                            n - MOST_HONOURS);
  return g_string_free (text, FALSE);
}

static char *
dup_results (TyPersonFile *file,
             TyDate        as_of)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < file->results->len && n < MOST_RESULTS; i++)
    {
      TyRecord *result = g_ptr_array_index (file->results, i);
      int year = (int) ty_record_get_integer (result, TY_ANNUAL_RESULT_YEAR);
      const char *label = ty_words_get_label ("annual_result",
                                              ty_record_get_text (result, TY_ANNUAL_RESULT_RESULT));
      g_autofree char *line = g_strdup_printf ("%d %s", year, label != NULL ? label : "");

      if (year > as_of.year)
        continue;
      add_line (text, line);
      n++;
    }
  return g_string_free (text, FALSE);
}

/* A line with the time, and one with what was done then. */
static char *
dup_resume (TyPersonFile *file,
            TyDate        as_of)
{
  GString *text = g_string_new (NULL);
  guint end = file->resume->len;

  while (end > 0 && is_later (ty_record_get_date (g_ptr_array_index (file->resume, end - 1),
                                                  TY_RESUME_ENTRY_FROM_DATE), as_of))
    end--;
  for (guint i = end > MOST_ENTRIES ? end - MOST_ENTRIES : 0; i < end; i++)
    {
      TyRecord *entry = g_ptr_array_index (file->resume, i);
      g_autofree char *range = ty_format_range (ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE),
                                                ty_record_get_date (entry, TY_RESUME_ENTRY_UNTIL_DATE));
      g_autofree char *line = g_strjoin ("　", range, ty_record_get_text (entry, TY_RESUME_ENTRY_TEXT),
                                         NULL);

      add_line (text, line);
    }
  return g_string_free (text, FALSE);
}

/**
 * ty_compare_fact_get_label:
 * @fact: what is told
 *
 * Returns: (transfer none): what it is called in the user’s language
 */
const char *
ty_compare_fact_get_label (TyCompareFact fact)
{
  static const char *const labels[TY_N_COMPARE_FACTS] = {
    [TY_COMPARE_POSTS] = N_("Present posts"),
    [TY_COMPARE_AGE] = N_("Age"),
    [TY_COMPARE_TENURE] = N_("Tenure"),
    [TY_COMPARE_FULL_TIME] = N_("Full-time study"),
    [TY_COMPARE_IN_SERVICE] = N_("In-service study"),
    [TY_COMPARE_PARTY] = N_("Political status"),
    [TY_COMPARE_SOURCES] = N_("Background"),
    [TY_COMPARE_HONOURS] = N_("Honours"),
    [TY_COMPARE_RESULTS] = N_("Annual assessment"),
    [TY_COMPARE_TAGS] = N_("Tags"),
    [TY_COMPARE_RESUME] = N_("Résumé"),
  };

  return _(labels[fact]);
}

/**
 * ty_compare_fact_dup_text:
 * @fact: what is told
 * @file: everything about a person
 * @as_of: the cut-off date; what came later is not told
 *
 * Returns: (transfer full): it in words, in lines; the empty text where it is not known
 */
char *
ty_compare_fact_dup_text (TyCompareFact  fact,
                          TyPersonFile  *file,
                          TyDate         as_of)
{
  switch (fact)
    {
    case TY_COMPARE_POSTS:
      return g_strdup (file->title);
    case TY_COMPARE_AGE:
      return dup_age (file);
    case TY_COMPARE_TENURE:
      return dup_tenure (file, as_of);
    case TY_COMPARE_FULL_TIME:
      return dup_studies (file, "fulltime", as_of);
    case TY_COMPARE_IN_SERVICE:
      return dup_studies (file, "inservice", as_of);
    case TY_COMPARE_PARTY:
      return dup_party (file);
    case TY_COMPARE_SOURCES:
      return g_strdup (file->sources);
    case TY_COMPARE_HONOURS:
      return dup_honours (file, as_of);
    case TY_COMPARE_RESULTS:
      return dup_results (file, as_of);
    case TY_COMPARE_RESUME:
      return dup_resume (file, as_of);
    case TY_COMPARE_TAGS:
    default:
      return ty_person_tags_dup_text (file->tags);
    }
}

static guint
count_equal (char  **texts,
             guint   n,
             guint   which)
{
  guint equal = 0;

  for (guint i = 0; i < n; i++)
    equal += strcmp (texts[i], texts[which]) == 0;
  return equal;
}

/**
 * ty_compare_fact_find_odd:
 * @fact: what is told
 * @files: (element-type TyPersonFile): who stand side by side
 * @as_of: the cut-off date
 * @differs: (out): whether not all of them are equal
 *
 * Where most are equal, the others stand out; where nobody is like most, nobody does: then all are
 * different, and a mark at each would say nothing.
 *
 * Returns: those who stand out, a bit each
 */
guint
ty_compare_fact_find_odd (TyCompareFact  fact,
                          GPtrArray     *files,
                          TyDate         as_of,
                          gboolean      *differs)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint most = 0, odd = 0;

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (texts, ty_compare_fact_dup_text (fact, g_ptr_array_index (files, i), as_of));
  for (guint i = 0; i < files->len; i++)
    most = MAX (most, count_equal ((char **) texts->pdata, texts->len, i));
  *differs = most < files->len;
  if (most * 2 <= files->len)
    return 0;

  for (guint i = 0; i < files->len; i++)
    if (count_equal ((char **) texts->pdata, texts->len, i) < most)
      odd |= 1u << i;
  return odd;
}

/* As a table for other programs. */

static const char *
get_name (TyPersonFile *file)
{
  const char *name = ty_record_get_text (TY_RECORD (file->person), TY_PERSON_NAME);

  return name != NULL ? name : "";
}

/* A cell of a spreadsheet has one line. */
static char *
dup_flat (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv (ty_words_get_separator (), lines);
}

/**
 * ty_compare_facts_dup_text:
 * @files: (element-type TyPersonFile): who stand side by side
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): the table with tabs between its cells
 */
char *
ty_compare_facts_dup_text (GPtrArray *files,
                           TyDate     as_of)
{
  GString *table = g_string_new (_("Name"));

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (table, "\t%s", get_name (g_ptr_array_index (files, i)));
  for (guint fact = 0; fact < TY_N_COMPARE_FACTS; fact++)
    {
      g_string_append_printf (table, "\n%s", ty_compare_fact_get_label (fact));
      for (guint i = 0; i < files->len; i++)
        {
          g_autofree char *text = ty_compare_fact_dup_text (fact, g_ptr_array_index (files, i), as_of);
          g_autofree char *flat = dup_flat (text);

          g_string_append_printf (table, "\t%s", flat);
        }
    }
  g_string_append_c (table, '\n');
  return g_string_free (table, FALSE);
}

static void
add_cell (GString    *html,
          const char *element,
          const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto(GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *joined = g_strjoinv ("<br>", lines);

  g_string_append_printf (html, "<%s>%s</%s>", element, joined, element);
}

/**
 * ty_compare_facts_dup_html:
 * @files: (element-type TyPersonFile): who stand side by side
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): the table as HTML
 */
char *
ty_compare_facts_dup_html (GPtrArray *files,
                           TyDate     as_of)
{
  GString *html = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body><table>\n<tr>");

  add_cell (html, "th", _("Name"));
  for (guint i = 0; i < files->len; i++)
    add_cell (html, "th", get_name (g_ptr_array_index (files, i)));
  g_string_append (html, "</tr>\n");
  for (guint fact = 0; fact < TY_N_COMPARE_FACTS; fact++)
    {
      g_string_append (html, "<tr>");
      add_cell (html, "th", ty_compare_fact_get_label (fact));
      for (guint i = 0; i < files->len; i++)
        {
          g_autofree char *text = ty_compare_fact_dup_text (fact, g_ptr_array_index (files, i), as_of);

          add_cell (html, "td", text);
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table></body></html>\n");
  return g_string_free (html, FALSE);
}
