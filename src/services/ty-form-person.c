/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-person"

#include "config.h"

#include "ty-form-person.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-education.h"
#include "ty-mandate.h"
#include "ty-period.h"
#include "ty-person.h"
#include "ty-post-name.h"
#include "ty-reserve.h"
#include "ty-retirement.h"
#include "ty-table.h"
#include "ty-unit-state.h"

#include <string.h>

/* What the sheets of village cadres say beyond an appointment form. Forms are in simplified Chinese whatever
 * the language of the program. */

const char *const ty_form_person_words[] = {
  "phone", "address", "marital", "political", "note", "education", "school", "village", "township", "post",
  "post_since", "cadre_since", "source", "reserve_unit", "reserve_post", "reserve_since", "reserve_way",
  "reserve_source", "reserve_note", NULL
};

typedef struct
{
  TyFormValues *values;
  TyDatabase *database;
  GPtrArray *states;
  gint64 person;
  TyDate as_of;
  guint age_limit;
  gboolean is_official; /* a post beyond the villages is held */
} Filler;

static const char *
get_label (const char *list,
           const char *key)
{
  TyCode *code = key != NULL ? ty_code_list_lookup (ty_code_list_get_shipped (list), key) : NULL;

  return code != NULL ? ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN) : key;
}

/* 2021.03, as far as it is known. */
static char *
dup_month (TyDate date)
{
  if (!ty_date_is_known (date))
    return NULL;

  return date.month != 0 ? g_strdup_printf ("%04u.%02u", date.year, date.month)
                         : g_strdup_printf ("%04u", date.year);
}

static TyRecord *
find_state (GPtrArray *states,
            gint64     unit)
{
  for (guint i = 0; i < states->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (states, i), TY_UNIT_STATE_UNIT) == unit)
      return g_ptr_array_index (states, i);

  return NULL;
}

static gboolean
is_of_level (TyRecord   *state,
             const char *level)
{
  return state != NULL && g_strcmp0 (ty_record_get_text (state, TY_UNIT_STATE_LEVEL), level) == 0;
}

/* The village and the township of a unit. */
static void
set_places (Filler *filler,
            gint64  unit)
{
  TyRecord *state = find_state (filler->states, unit);

  if (is_of_level (state, "village"))
    {
      ty_form_values_set (filler->values, "village", ty_record_get_text (state, TY_UNIT_STATE_NAME));
      state = find_state (filler->states, ty_record_get_integer (state, TY_UNIT_STATE_PARENT));
    }
  if (is_of_level (state, "township"))
    ty_form_values_set (filler->values, "township", ty_record_get_text (state, TY_UNIT_STATE_NAME));
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  int first = ty_post_name_get_rank (ty_record_get_text (*(TyRecord *const *) a, TY_APPOINTMENT_POST));
  int second = ty_post_name_get_rank (ty_record_get_text (*(TyRecord *const *) b, TY_APPOINTMENT_POST));

  return (first > second) - (first < second);
}

static gboolean
is_in_force (Filler   *filler,
             TyRecord *row,
             guint     from,
             guint     until)
{
  const TyPeriod period = { ty_record_get_date (row, from), ty_record_get_date (row, until) };

  return ty_period_contains (period, filler->as_of);
}

static char *
dup_post_name (TyRecord *state,
               TyRecord *post)
{
  const char *kind = state != NULL ? ty_record_get_text (state, TY_UNIT_STATE_KIND) : NULL;
  const char *form = state != NULL ? ty_record_get_text (state, TY_UNIT_STATE_PARTY_FORM) : NULL;

  return ty_post_name_dup_of (post, kind, form, TY_LANGUAGE_ZH_CN);
}

/* The posts in the unit of the highest one, joined as they are read out. */
static void
set_posts (Filler    *filler,
           GPtrArray *held)
{
  TyRecord *first = held->len > 0 ? g_ptr_array_index (held, 0) : NULL;
  gint64 unit = first != NULL ? ty_record_get_integer (first, TY_APPOINTMENT_UNIT) : 0;
  TyRecord *state = first != NULL ? find_state (filler->states, unit) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < held->len; i++)
    {
      TyRecord *post = g_ptr_array_index (held, i);
      g_autofree char *name = dup_post_name (state, post);

      if (ty_record_get_integer (post, TY_APPOINTMENT_UNIT) == unit)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", name);
    }
  ty_form_values_take (filler->values, "post", g_string_free (text, FALSE));
  if (first == NULL)
    return;
  set_places (filler, unit);
  ty_form_values_take (filler->values, "post_since",
                       dup_month (ty_record_get_date (first, TY_APPOINTMENT_FROM_DATE)));
}

/* Since when somebody has been a cadre at all. */
static TyDate
find_earliest (GPtrArray *appointments)
{
  TyDate earliest = TY_DATE_NONE;

  for (guint i = 0; i < appointments->len; i++)
    {
      TyDate from = ty_record_get_date (g_ptr_array_index (appointments, i), TY_APPOINTMENT_FROM_DATE);

      if (ty_date_is_known (from) && (!ty_date_is_known (earliest) || ty_date_compare (from, earliest) < 0))
        earliest = from;
    }
  return earliest;
}

/* Those of townships and of the county, and who was sent to a village, are civil servants or the like. */
static gboolean
has_official (GPtrArray *held)
{
  static const char *const bodies[] = { "township", "county", NULL };
  static const char *const sent[] = { "X1", "X2", NULL };

  for (guint i = 0; i < held->len; i++)
    {
      const char *body = ty_record_get_text (g_ptr_array_index (held, i), TY_APPOINTMENT_BODY);

      const char *post = ty_record_get_text (g_ptr_array_index (held, i), TY_APPOINTMENT_POST);

      if ((body != NULL && g_strv_contains (bodies, body)) || (post != NULL && g_strv_contains (sent, post)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_posts (Filler  *filler,
           GError **error)
{
  g_autoptr(GPtrArray) all = ty_table_list_of (filler->database, &ty_appointment_info, "person", filler->person,
                                               error);
  g_autoptr(GPtrArray) held = g_ptr_array_new ();

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (is_in_force (filler, g_ptr_array_index (all, i), TY_APPOINTMENT_FROM_DATE, TY_APPOINTMENT_UNTIL_DATE))
      g_ptr_array_add (held, g_ptr_array_index (all, i));
  g_ptr_array_sort (held, compare_ranks);
  filler->is_official = has_official (held);
  set_posts (filler, held);
  ty_form_values_take (filler->values, "cadre_since", dup_month (find_earliest (all)));
  return TRUE;
}

/* The last one of which a source is told. */
static gboolean
add_source (Filler  *filler,
            GError **error)
{
  g_autoptr(GPtrArray) mandates = ty_table_list_of (filler->database, &ty_mandate_info, "person",
                                                    filler->person, error);
  TyDate last = TY_DATE_NONE;

  for (guint i = 0; mandates != NULL && i < mandates->len; i++)
    {
      TyRecord *mandate = g_ptr_array_index (mandates, i);
      const char *text = ty_record_get_text (mandate, TY_MANDATE_SOURCE_TEXT);
      TyDate date = ty_record_get_date (mandate, TY_MANDATE_DATE);

      if (text == NULL)
        text = get_label ("source", ty_record_get_text (mandate, TY_MANDATE_SOURCE));
      if (text == NULL || ty_date_compare (date, filler->as_of) > 0 || ty_date_compare (date, last) < 0)
        continue;
      ty_form_values_set (filler->values, "source", text);
      last = date;
    }
  return mandates != NULL;
}

static gboolean
add_reserve (Filler  *filler,
             GError **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (filler->database, &ty_reserve_info, "person", filler->person,
                                                error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      gint64 unit = ty_record_get_integer (row, TY_RESERVE_UNIT);
      TyRecord *state = find_state (filler->states, unit);
      const char *post = ty_record_get_text (row, TY_RESERVE_POST);

      if (!is_in_force (filler, row, TY_RESERVE_FROM_DATE, TY_RESERVE_UNTIL_DATE))
        continue;
      if (ty_form_values_get (filler->values, "township") == NULL)
        set_places (filler, unit);
      ty_form_values_set (filler->values, "reserve_unit",
                          state != NULL ? ty_record_get_text (state, TY_UNIT_STATE_NAME) : NULL);
      if (post != NULL)
        ty_form_values_take (filler->values, "reserve_post",
                             ty_post_name_dup_at (post, state != NULL
                                                          ? ty_record_get_text (state, TY_UNIT_STATE_KIND)
                                                          : NULL,
                                                  state != NULL
                                                    ? ty_record_get_text (state, TY_UNIT_STATE_PARTY_FORM)
                                                    : NULL, TY_LANGUAGE_ZH_CN));
      ty_form_values_take (filler->values, "reserve_since",
                           dup_month (ty_record_get_date (row, TY_RESERVE_FROM_DATE)));
      ty_form_values_set (filler->values, "reserve_way",
                          get_label ("reserve_way_in", ty_record_get_text (row, TY_RESERVE_WAY_IN)));
      ty_form_values_set (filler->values, "reserve_source",
                          get_label ("source", ty_record_get_text (row, TY_RESERVE_SOURCE)));
      ty_form_values_set (filler->values, "reserve_note", ty_record_get_text (row, TY_RESERVE_NOTE));
    }
  return rows != NULL;
}

/* The higher level comes first in the list of levels. */
static gboolean
add_education (Filler  *filler,
               GError **error)
{
  g_autoptr(GPtrArray) studies = ty_table_list_of (filler->database, &ty_education_info, "person",
                                                   filler->person, error);
  TyRecord *highest = NULL;

  for (guint i = 0; studies != NULL && i < studies->len; i++)
    {
      TyRecord *study = g_ptr_array_index (studies, i);
      const char *level = ty_record_get_text (study, TY_EDUCATION_LEVEL);
      const char *known = highest != NULL ? ty_record_get_text (highest, TY_EDUCATION_LEVEL) : NULL;

      if (highest == NULL || (level != NULL && (known == NULL || strcmp (level, known) < 0)))
        highest = study;
    }
  if (highest != NULL)
    {
      const char *text = ty_record_get_text (highest, TY_EDUCATION_LEVEL_TEXT);
      const char *level = ty_record_get_text (highest, TY_EDUCATION_LEVEL);

      ty_form_values_set (filler->values, "education", level != NULL ? get_label ("education", level) : text);
      ty_form_values_set (filler->values, "school", ty_record_get_text (highest, TY_EDUCATION_SCHOOL));
    }
  return studies != NULL;
}

/* 到龄时间, where no form has brought it: of officials the statutory age, which the form may say as that before the
 * reform; of village cadres the rule of the county. */
static void
set_limit (Filler   *filler,
           TyRecord *person)
{
  const char *before = ty_form_values_get (filler->values, "age_limit");
  gboolean is_woman = g_strcmp0 (ty_record_get_text (person, TY_PERSON_SEX), "2") == 0;
  TyDate birth = ty_record_get_date (person, TY_PERSON_BIRTH);
  guint64 base;

  if (ty_form_values_get (filler->values, "limit_date") != NULL)
    return;
  if (before == NULL || !g_ascii_string_to_unsigned (before, 10, 50, 70, &base, NULL))
    base = is_woman ? 55 : 60;
  ty_form_values_take (filler->values, "limit_date",
                       dup_month (filler->is_official || before != NULL
                                    ? ty_retirement_get_month (birth, (guint) base)
                                    : ty_retirement_add_years (birth, filler->age_limit)));
}

static gboolean
add_record (Filler  *filler,
            GError **error)
{
  g_autoptr(TyRecord) person = ty_table_get (filler->database, &ty_person_info, filler->person, error);
  const char *political;

  if (person == NULL)
    return FALSE;
  political = ty_record_get_text (person, TY_PERSON_POLITICAL_TEXT);
  if (political == NULL)
    political = get_label ("political", ty_record_get_text (person, TY_PERSON_POLITICAL));
  ty_form_values_set (filler->values, "political", political);
  ty_form_values_set (filler->values, "phone", ty_record_get_text (person, TY_PERSON_PHONE));
  ty_form_values_set (filler->values, "address", ty_record_get_text (person, TY_PERSON_ADDRESS));
  ty_form_values_set (filler->values, "note", ty_record_get_text (person, TY_PERSON_NOTE));
  ty_form_values_set (filler->values, "marital",
                      get_label ("marital", ty_record_get_text (person, TY_PERSON_MARITAL)));
  set_limit (filler, person);
  return TRUE;
}

/**
 * ty_form_person_add:
 * @values: what is known of the person so far
 * @database: a connection
 * @states: (element-type TyUnitState): the units on the day
 * @person: the key of a person
 * @as_of: the day for which posts are written
 * @age_limit: the age limit of village cadres, in years
 * @error: a `TY_STORE_ERROR`
 *
 * Adds what the sheets of village cadres say.
 *
 * Returns: whether it could be read
 */
gboolean
ty_form_person_add (TyFormValues  *values,
                    TyDatabase    *database,
                    GPtrArray     *states,
                    gint64         person,
                    TyDate         as_of,
                    guint          age_limit,
                    GError       **error)
{
  Filler filler = { values, database, states, person, as_of, age_limit, FALSE };

  return add_posts (&filler, error) && add_record (&filler, error) && add_source (&filler, error)
         && add_reserve (&filler, error) && add_education (&filler, error);
}
