/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-loader"

#include "config.h"

#include "ty-roster-loader.h"

#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-decimal.h"
#include "ty-education.h"
#include "ty-mask.h"
#include "ty-person.h"
#include "ty-roster-post.h"
#include "ty-roster-row-private.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/* Makes lines of the roster from the rows of some people. */

typedef struct
{
  TyDatabase *database;
  TyUnitNames *names;
  GPtrArray *fields; /* (element-type TyCustomField): those of the county */
  TyDate as_of;
} Loader;

static char *
dup_age (TyDate birth,
         TyDate as_of)
{
  int age = ty_date_full_years (birth, as_of);

  return age >= 0 ? g_strdup_printf ("%d", age) : g_strdup ("—");
}

/* What is sensitive is masked. */
static void
take_text (TyRosterRow  *row,
           TyRosterText  which,
           TyRecord     *record,
           guint         field)
{
  const char *text = ty_record_get_text (record, field);

  if (text != NULL)
    ty_roster_row_take (row, which, ty_mask_apply (&ty_record_get_info (record)->fields[field], text));
}

static void
fill_person (TyRosterRow *row,
             TyRecord    *person,
             TyDate       as_of)
{
  TyDate birth = ty_record_get_date (person, TY_PERSON_BIRTH);

  take_text (row, TY_ROSTER_TEXT_NAME, person, TY_PERSON_NAME);
  ty_roster_row_take (row, TY_ROSTER_TEXT_SEX,
                      ty_words_dup_label ("sex", ty_record_get_text (person, TY_PERSON_SEX), NULL));
  ty_roster_row_take (row, TY_ROSTER_TEXT_BIRTH, ty_words_dup_month (birth));
  ty_roster_row_take (row, TY_ROSTER_TEXT_AGE, dup_age (birth, as_of));
  ty_roster_row_take (row, TY_ROSTER_TEXT_ETHNICITY,
                      ty_words_dup_label ("ethnicity", ty_record_get_text (person, TY_PERSON_ETHNICITY),
                                 ty_record_get_text (person, TY_PERSON_ETHNICITY_TEXT)));
  ty_roster_row_take (row, TY_ROSTER_TEXT_POLITICAL,
                      ty_words_dup_label ("political", ty_record_get_text (person, TY_PERSON_POLITICAL),
                                 ty_record_get_text (person, TY_PERSON_POLITICAL_TEXT)));
  take_text (row, TY_ROSTER_TEXT_ID_NUMBER, person, TY_PERSON_ID_NUMBER);
  take_text (row, TY_ROSTER_TEXT_PHONE, person, TY_PERSON_PHONE);
}

static void
fill_unit (TyRosterRow  *row,
           TyRosterText  which,
           Loader       *loader,
           gint64        unit,
           TyDate        day,
           const char   *level)
{
  TyUnitState *state = ty_unit_names_find_at_level (loader->names, unit, day, level);

  if (state != NULL)
    take_text (row, which, TY_RECORD (state), TY_UNIT_STATE_NAME);
}

static gboolean
fill_posts (TyRosterRow  *row,
            Loader       *loader,
            gint64        person,
            GError      **error)
{
  g_autoptr(GArray) posts = ty_roster_table_list_posts_of (loader->database, person, loader->as_of,
                                                           error);
  const TyRosterPostRow *chosen;
  TyDate day;

  if (posts == NULL)
    return FALSE;
  chosen = ty_roster_post_choose ((TyRosterPostRow *) posts->data, posts->len, loader->as_of);
  if (chosen == NULL)
    return TRUE;

  day = ty_roster_post_get_day (chosen, loader->as_of);
  ty_roster_row_set_unit (row, chosen->unit);
  fill_unit (row, TY_ROSTER_TEXT_TOWNSHIP, loader, chosen->unit, day, "township");
  fill_unit (row, TY_ROSTER_TEXT_VILLAGE, loader, chosen->unit, day, "village");
  if (ty_roster_post_is_held (chosen, loader->as_of))
    {
      ty_roster_row_take (row, TY_ROSTER_TEXT_POSTS, ty_words_dup_posts (loader->names, posts, loader->as_of));
      ty_roster_row_take (row, TY_ROSTER_TEXT_SINCE, ty_words_dup_month (chosen->from));
    }
  else
    ty_roster_row_take (row, TY_ROSTER_TEXT_POSTS,
                        ty_words_dup_row_post (loader->names, chosen, day));
  return TRUE;
}

static gboolean
fill_education (TyRosterRow  *row,
                Loader       *loader,
                gint64        person,
                GError      **error)
{
  g_autoptr(GPtrArray) educations = ty_table_list_of (loader->database, &ty_education_info,
                                                      "person", person, error);
  TyRecord *highest = NULL;
  const char *text = NULL;
  int best = G_MAXINT;

  if (educations == NULL)
    return FALSE;
  for (guint i = 0; i < educations->len; i++)
    {
      TyRecord *education = g_ptr_array_index (educations, i);
      int rank = ty_roster_study_rank (ty_record_get_text (education, TY_EDUCATION_LEVEL),
                                       ty_record_get_text (education, TY_EDUCATION_OUTCOME));

      if (text == NULL)
        text = ty_record_get_text (education, TY_EDUCATION_LEVEL_TEXT);
      if (rank >= best || !ty_words_is_finished (education, loader->as_of))
        continue;
      best = rank;
      highest = education;
    }

  ty_roster_row_take (row, TY_ROSTER_TEXT_EDUCATION,
                      highest != NULL ? ty_words_dup_short_level (highest)
                                      : g_strdup (text != NULL ? text : _("not filled in")));
  return TRUE;
}

/* A county without fields of its own reads nothing for them. */
static gboolean
fill_own (TyRosterRow  *row,
          Loader       *loader,
          gint64        person,
          GError      **error)
{
  g_autoptr(GPtrArray) values = NULL;

  if (loader->fields->len == 0)
    return TRUE;

  values = ty_table_list_of (loader->database, &ty_custom_value_info, "person", person, error);
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      TyRecord *value = g_ptr_array_index (values, i);
      gint64 key = ty_record_get_integer (value, TY_CUSTOM_VALUE_FIELD);
      TyRecord *field = ty_custom_table_find_field (loader->fields, key);

      if (field != NULL)
        ty_roster_row_take (row, ty_roster_text_of_own (key),
                            ty_custom_field_dup_masked (TY_CUSTOM_FIELD (field),
                                                        ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE)));
    }
  return values != NULL;
}

static TyRosterRow *
load_row (Loader   *loader,
          gint64    person,
          GError  **error)
{
  g_autoptr(GPtrArray) people = ty_table_list_of (loader->database, &ty_person_info, "id", person,
                                                  error);
  g_autoptr(TyRosterRow) row = NULL;

  if (people == NULL)
    return NULL;
  if (people->len == 0)
    return ty_roster_row_new_gone (person);

  row = ty_roster_row_new (person);
  fill_person (row, g_ptr_array_index (people, 0), loader->as_of);
  if (!fill_posts (row, loader, person, error) || !fill_education (row, loader, person, error)
      || !fill_own (row, loader, person, error))
    return NULL;

  return g_steal_pointer (&row);
}

/**
 * ty_roster_loader_load:
 * @database: a connection
 * @people: (array length=n_people): keys of people
 * @n_people: their number
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterRow): a row for each, in the same order;
 * one who is gone has a row that says so
 */
GPtrArray *
ty_roster_loader_load (TyDatabase    *database,
                       const gint64  *people,
                       guint          n_people,
                       TyDate         as_of,
                       GError       **error)
{
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);
  Loader loader = { database, names, fields, as_of };

  if (fields == NULL)
    return NULL;

  for (guint i = 0; i < n_people; i++)
    {
      TyRosterRow *row = load_row (&loader, people[i], error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

/* Of the village as of the date. Where nothing is recorded, nothing is told. */
static void
add_unit_marks (TyRosterRow *row,
                TyView      *view)
{
  TyColumns *columns = ty_view_get_columns (view);
  TyMarks *marks = ty_columns_get_marks (columns);
  gint64 unit = ty_roster_row_get_unit (row);
  gint64 least = (gint64) ty_county_rules_get_weak_economy_income (ty_columns_get_rules (columns)) * TY_DECIMAL_ONE;
  const char *class = unit != 0 ? ty_marks_get_present (marks, TY_MARK_CLASS, unit, ty_view_get_as_of (view)) : NULL;
  gint64 income;

  if (class != NULL)
    ty_roster_row_take (row, TY_ROSTER_TEXT_DIFFICULTY, ty_words_dup_label ("unit_class", class, class));
  if (unit != 0 && ty_marks_get_of_year (marks, TY_MARK_INCOME, unit, ty_view_get_as_of (view), &income))
    ty_roster_row_take (row, TY_ROSTER_TEXT_ECONOMY, g_strdup (income < least ? C_("collective economy", "Weak")
                                                                              : _("Not weak")));
}

/* As the dimensions of the same names count. A file without any training misses nobody there. */
static void
add_marks (TyRosterRow *row,
           TyView      *view)
{
  TyMarks *marks = ty_columns_get_marks (ty_view_get_columns (view));
  gint64 person = ty_roster_row_get_person (row);
  const char *grade = ty_marks_get_grade (marks, person, ty_view_get_as_of (view));

  if (ty_marks_have_training (marks))
    ty_roster_row_take (row, TY_ROSTER_TEXT_TRAINING,
                        ty_decimal_format (ty_marks_get_days (marks, person, ty_view_get_as_of (view))));
  if (grade != NULL)
    ty_roster_row_take (row, TY_ROSTER_TEXT_APPRAISAL, ty_words_dup_label ("appraisal_grade", grade, grade));
  add_unit_marks (row, view);
}

/**
 * ty_roster_loader_add_tags:
 * @rows: (element-type TyRosterRow): rows that were not handed out yet
 * @view: everybody on their date, in the whole county
 *
 * Adds what a roster tells of people in a word, of their training and appraisals, and of their villages.
 */
void
ty_roster_loader_add_tags (GPtrArray *rows,
                           TyView    *view)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TyRosterRow *row = g_ptr_array_index (rows, i);

      ty_roster_row_set_tags (row, ty_person_tags_find (view, ty_roster_row_get_person (row))
                                   & TY_PERSON_TAGS_OF_ROSTER);
      add_marks (row, view);
    }
}
