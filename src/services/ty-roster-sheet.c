/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-sheet"

#include "config.h"

#include "ty-roster-sheet.h"

#include "ty-background.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-education.h"
#include "ty-mandate.h"
#include "ty-person.h"
#include "ty-roster-post.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/* The tables of which the rows of one person after the other are read. */
typedef enum
{
  TABLE_PERSON,
  TABLE_EDUCATION,
  TABLE_BACKGROUND,
  TABLE_MANDATE,
  TABLE_OWN,
  N_TABLES,
} Table;

static const struct
{
  const TyRecordInfo *info;
  const char *clauses;
} tables[N_TABLES] = {
  [TABLE_PERSON] = { &ty_person_info, "WHERE id = ?" },
  [TABLE_EDUCATION] = { &ty_education_info, "WHERE person = ? ORDER BY id" },
  [TABLE_BACKGROUND] = { &ty_background_info, "WHERE person = ? ORDER BY source" },
  [TABLE_MANDATE] = { &ty_mandate_info, "WHERE person = ? ORDER BY appointment, term" },
  [TABLE_OWN] = { &ty_custom_value_info, "WHERE person = ? ORDER BY field" },
};

/**
 * TyRosterSheet:
 *
 * Makes the texts of an exported roster, one person after the other. Unlike a line of the window it
 * masks nothing: what is sensitive is there only where the layout asks for it. What is not known is
 * empty. Only those tables are read of which the layout has a column.
 */
struct _TyRosterSheet
{
  TyDatabase *database;               /* (unowned) */
  TyUnitNames *names;                 /* (owned) */
  TyStatement *statements[N_TABLES];  /* (owned) (nullable) until they are needed */
  TyDate as_of;
  char *texts[TY_N_ROSTER_FIELDS];    /* (owned) (nullable) */
  gboolean wanted[TY_N_ROSTER_FIELDS];
  gboolean exact;                     /* whether it will be read again */
  GPtrArray *own_fields;              /* (owned) (element-type TyCustomField): that are columns */
  GPtrArray *own_texts;               /* (owned) (element-type utf8): what the person has in them */
};

static void
want (TyRosterSheet              *self,
      const TyRosterLayout       *layout,
      const TyRosterLayoutColumn *column)
{
  TyCustomField *field;

  if (column->field != TY_ROSTER_FIELD_OWN)
    {
      self->wanted[column->field] = TRUE;
      return;
    }
  field = ty_roster_layout_find_own (layout, column->own);
  if (field != NULL)
    g_ptr_array_add (self->own_fields, g_object_ref (field));
}

/**
 * ty_roster_sheet_new:
 * @database: a connection, which outlives it
 * @layout: which columns are wanted
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): a maker of rows
 */
TyRosterSheet *
ty_roster_sheet_new (TyDatabase           *database,
                     const TyRosterLayout *layout,
                     TyDate                as_of)
{
  TyRosterSheet *self = g_new0 (TyRosterSheet, 1);

  self->database = database;
  self->names = ty_unit_names_new (database);
  self->as_of = as_of;
  self->own_fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->own_texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < layout->columns->len; i++)
    want (self, layout, ty_roster_layout_get (layout, i));
  /* They also tell where a group begins. */
  if (layout->groups != TY_ROSTER_GROUPS_NONE)
    self->wanted[TY_ROSTER_FIELD_TOWNSHIP] = self->wanted[TY_ROSTER_FIELD_VILLAGE] = TRUE;
  return self;
}

/**
 * ty_roster_sheet_set_exact:
 * @self: a maker of rows
 *
 * From here on the outcome of an education is said wherever it is not that of others, so that what is read
 * again says the same.
 */
void
ty_roster_sheet_set_exact (TyRosterSheet *self)
{
  self->exact = TRUE;
}

static void
clear_texts (TyRosterSheet *self)
{
  for (guint i = 0; i < TY_N_ROSTER_FIELDS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_ptr_array_set_size (self->own_texts, 0);
}

void
ty_roster_sheet_free (TyRosterSheet *self)
{
  clear_texts (self);
  g_ptr_array_unref (self->own_fields);
  g_ptr_array_unref (self->own_texts);
  for (guint i = 0; i < N_TABLES; i++)
    g_clear_pointer (&self->statements[i], ty_statement_free);
  ty_unit_names_free (self->names);
  g_free (self);
}

static GPtrArray *
list_rows (TyRosterSheet  *self,
           Table           table,
           gint64          person,
           GError        **error)
{
  TyStatement *statement = self->statements[table];

  if (statement == NULL)
    statement = self->statements[table] = ty_table_select (self->database, tables[table].info,
                                                           tables[table].clauses, error);
  if (statement == NULL)
    return NULL;

  ty_statement_reset (statement);
  ty_statement_bind_int (statement, 0, person);
  return ty_table_collect (statement, tables[table].info, error);
}

static gboolean
wants_any (TyRosterSheet *self,
           TyRosterField  first,
           TyRosterField  last)
{
  for (guint i = first; i <= last; i++)
    if (self->wanted[i])
      return TRUE;

  return FALSE;
}

static void
take (TyRosterSheet *self,
      TyRosterField  field,
      char          *text)
{
  g_free (self->texts[field]);
  self->texts[field] = text;
}

static void
take_facts (TyRosterSheet       *self,
            const TyRosterFacts *facts)
{
  take (self, TY_ROSTER_FIELD_NUMBER, g_strdup_printf ("%u", facts->number));
  take (self, TY_ROSTER_FIELD_DUAL_ROLE,
        g_strdup (facts->dual_role ? C_("roster", "Yes") : C_("roster", "No")));
  take (self, TY_ROSTER_FIELD_CROSS,
        g_strdup (facts->cross ? C_("roster", "Yes") : C_("roster", "No")));
}

static void
take_age (TyRosterSheet *self,
          TyDate         birth)
{
  int age = ty_date_full_years (birth, self->as_of);

  take (self, TY_ROSTER_FIELD_AGE, age >= 0 ? g_strdup_printf ("%d", age) : NULL);
}

static void
take_labels (TyRosterSheet *self,
             TyRecord      *person)
{
  static const struct
  {
    TyRosterField field;
    const char *list;
    int key;
    int text; /* what was written where no code fits, or -1 */
  } labels[] = {
    { TY_ROSTER_FIELD_SEX, "sex", TY_PERSON_SEX, -1 },
    { TY_ROSTER_FIELD_ETHNICITY, "ethnicity", TY_PERSON_ETHNICITY, TY_PERSON_ETHNICITY_TEXT },
    { TY_ROSTER_FIELD_POLITICAL, "political", TY_PERSON_POLITICAL, TY_PERSON_POLITICAL_TEXT },
    { TY_ROSTER_FIELD_HEALTH, "health", TY_PERSON_HEALTH, -1 },
    { TY_ROSTER_FIELD_MARITAL, "marital", TY_PERSON_MARITAL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (self->wanted[labels[i].field])
      take (self, labels[i].field,
            ty_words_dup_label (labels[i].list, ty_record_get_text (person, (guint) labels[i].key),
                                labels[i].text < 0
                                  ? NULL : ty_record_get_text (person, (guint) labels[i].text)));
}

static void
take_texts (TyRosterSheet *self,
            TyRecord      *person)
{
  static const struct
  {
    TyRosterField field;
    guint of;
    gboolean is_date;
  } texts[] = {
    { TY_ROSTER_FIELD_NAME, TY_PERSON_NAME, FALSE },
    { TY_ROSTER_FIELD_BIRTH, TY_PERSON_BIRTH, TRUE },
    { TY_ROSTER_FIELD_NATIVE_PLACE, TY_PERSON_NATIVE_PLACE, FALSE },
    { TY_ROSTER_FIELD_BIRTH_PLACE, TY_PERSON_BIRTH_PLACE, FALSE },
    { TY_ROSTER_FIELD_WORK_DATE, TY_PERSON_WORK_DATE, TRUE },
    { TY_ROSTER_FIELD_PARTY_DATE, TY_PERSON_PARTY_DATE, TRUE },
    { TY_ROSTER_FIELD_SKILL, TY_PERSON_SKILL, FALSE },
    { TY_ROSTER_FIELD_ID_NUMBER, TY_PERSON_ID_NUMBER, FALSE },
    { TY_ROSTER_FIELD_PHONE, TY_PERSON_PHONE, FALSE },
    { TY_ROSTER_FIELD_ADDRESS, TY_PERSON_ADDRESS, FALSE },
    { TY_ROSTER_FIELD_NOTE, TY_PERSON_NOTE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (self->wanted[texts[i].field])
      take (self, texts[i].field,
            texts[i].is_date ? ty_words_dup_month (ty_record_get_date (person, texts[i].of))
                             : g_strdup (ty_record_get_text (person, texts[i].of)));
}

/* Somebody who is gone meanwhile leaves an empty row. */
static gboolean
load_person (TyRosterSheet  *self,
             gint64          person,
             GError        **error)
{
  g_autoptr(GPtrArray) people = list_rows (self, TABLE_PERSON, person, error);

  if (people == NULL)
    return FALSE;
  if (people->len == 0)
    return TRUE;

  take_texts (self, g_ptr_array_index (people, 0));
  take_labels (self, g_ptr_array_index (people, 0));
  take_age (self, ty_record_get_date (g_ptr_array_index (people, 0), TY_PERSON_BIRTH));
  return TRUE;
}

static char *
dup_unit (TyRosterSheet *self,
          gint64         unit,
          TyDate         day,
          const char    *level)
{
  TyUnitState *state = ty_unit_names_find_at_level (self->names, unit, day, level);

  return state != NULL ? g_strdup (ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_NAME)) : NULL;
}

/* When the first post in a village began of which the beginning is known. */
static char *
dup_first_since (TyRosterSheet *self,
                 GArray        *posts)
{
  TyDate first = TY_DATE_NONE;

  for (guint i = 0; i < posts->len; i++)
    {
      const TyRosterPostRow *post = &g_array_index (posts, TyRosterPostRow, i);

      if (!ty_date_is_known (post->from)
          || (ty_date_is_known (first) && ty_date_compare (first, post->from) <= 0)
          || ty_unit_names_find_at_level (self->names, post->unit, post->from, "village") == NULL)
        continue;
      first = post->from;
    }
  return ty_words_dup_month (first);
}

static gboolean
load_posts (TyRosterSheet  *self,
            gint64          person,
            GError        **error)
{
  g_autoptr(GArray) posts = ty_roster_table_list_posts_of (self->database, person, self->as_of,
                                                           error);
  const TyRosterPostRow *chosen;
  TyDate day;
  gboolean held;

  if (posts == NULL)
    return FALSE;
  chosen = ty_roster_post_choose ((TyRosterPostRow *) posts->data, posts->len, self->as_of);
  if (chosen == NULL)
    return TRUE;

  day = ty_roster_post_get_day (chosen, self->as_of);
  held = ty_roster_post_is_held (chosen, self->as_of);
  take (self, TY_ROSTER_FIELD_TOWNSHIP, dup_unit (self, chosen->unit, day, "township"));
  take (self, TY_ROSTER_FIELD_VILLAGE, dup_unit (self, chosen->unit, day, "village"));
  take (self, TY_ROSTER_FIELD_POSTS,
        held ? ty_words_dup_posts_in (self->names, posts, chosen->unit, self->as_of)
             : ty_words_dup_row_post (self->names, chosen, day));
  take (self, TY_ROSTER_FIELD_SINCE, held ? ty_words_dup_month (chosen->from) : NULL);
  if (self->wanted[TY_ROSTER_FIELD_FIRST_SINCE])
    take (self, TY_ROSTER_FIELD_FIRST_SINCE, dup_first_since (self, posts));
  return TRUE;
}

/* The highest course of a mode, or of all where none is given, that had ended by the cut-off date. */
static TyRecord *
find_highest (GPtrArray  *educations,
              const char *mode,
              TyDate      as_of)
{
  TyRecord *highest = NULL;
  int best = G_MAXINT;

  for (guint i = 0; i < educations->len; i++)
    {
      TyRecord *education = g_ptr_array_index (educations, i);
      int rank = ty_roster_study_rank (ty_record_get_text (education, TY_EDUCATION_LEVEL),
                                       ty_record_get_text (education, TY_EDUCATION_OUTCOME));

      if ((mode != NULL && g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_MODE), mode) != 0)
          || rank >= best || !ty_words_is_finished (education, as_of))
        continue;
      best = rank;
      highest = education;
    }
  return highest;
}

/* What was written stands where no level is known at all. */
static char *
dup_written (GPtrArray *educations)
{
  for (guint i = 0; i < educations->len; i++)
    {
      const char *text = ty_record_get_text (g_ptr_array_index (educations, i),
                                             TY_EDUCATION_LEVEL_TEXT);

      if (text != NULL)
        return g_strdup (text);
    }
  return NULL;
}

/* The level with the degree in a line of its own. */
static char *
dup_level_and_degree (TyRecord *education)
{
  const char *degree = ty_words_get_label ("degree",
                                           ty_record_get_text (education, TY_EDUCATION_DEGREE));
  char *level = ty_words_dup_level (education);
  char *both;

  if (degree == NULL)
    return level;

  both = level != NULL ? g_strconcat (level, "\n", degree, NULL) : g_strdup (degree);
  g_free (level);
  return both;
}

static char *
dup_level (TyRosterSheet *self,
           TyRecord      *education)
{
  const char *level = ty_record_get_text (education, TY_EDUCATION_LEVEL);
  const char *outcome = ty_record_get_text (education, TY_EDUCATION_OUTCOME);

  if (!self->exact || level == NULL || outcome == NULL || g_str_equal (outcome, "graduated"))
    return ty_words_dup_level (education);

  return g_strdup_printf (_("%s (%s)"), ty_words_get_label ("education", level),
                          ty_words_get_label ("education_outcome", outcome));
}

/* The columns of a mode stand one behind the other: level, level with degree, school. */
static void
take_study (TyRosterSheet *self,
            GPtrArray     *educations,
            const char    *mode,
            TyRosterField  level)
{
  TyRecord *education = find_highest (educations, mode, self->as_of);

  if (education == NULL)
    return;

  take (self, level, dup_level (self, education));
  take (self, level + 1, dup_level_and_degree (education));
  take (self, level + 2, g_strdup (ty_record_get_text (education, TY_EDUCATION_SCHOOL)));
}

static void
take_highest (TyRosterSheet *self,
              GPtrArray     *educations)
{
  TyRecord *education = find_highest (educations, NULL, self->as_of);

  if (education == NULL)
    {
      take (self, TY_ROSTER_FIELD_EDUCATION, dup_written (educations));
      return;
    }
  take (self, TY_ROSTER_FIELD_EDUCATION, ty_words_dup_level (education));
  take (self, TY_ROSTER_FIELD_SCHOOL, g_strdup (ty_record_get_text (education, TY_EDUCATION_SCHOOL)));
}

static gboolean
load_studies (TyRosterSheet  *self,
              gint64          person,
              GError        **error)
{
  g_autoptr(GPtrArray) educations = list_rows (self, TABLE_EDUCATION, person, error);

  if (educations == NULL)
    return FALSE;

  take_highest (self, educations);
  take_study (self, educations, "fulltime", TY_ROSTER_FIELD_FULL_TIME);
  take_study (self, educations, "inservice", TY_ROSTER_FIELD_IN_SERVICE);
  return TRUE;
}

/* The source by which somebody came into a post, the last mandate before others. */
static char *
dup_mandate_source (GPtrArray *mandates,
                    TyDate     as_of)
{
  for (guint i = mandates->len; i > 0; i--)
    {
      TyRecord *mandate = g_ptr_array_index (mandates, i - 1);
      TyDate date = ty_record_get_date (mandate, TY_MANDATE_DATE);

      if (!ty_date_is_known (date) || ty_date_compare (date, as_of) <= 0)
        return ty_words_dup_label ("source", ty_record_get_text (mandate, TY_MANDATE_SOURCE),
                                   ty_record_get_text (mandate, TY_MANDATE_SOURCE_TEXT));
    }
  return NULL;
}

static char *
dup_backgrounds (GPtrArray *backgrounds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < backgrounds->len; i++)
    {
      if (text->len > 0)
        g_string_append (text, ty_words_get_separator ());
      g_string_append (text, ty_words_get_label ("source",
                                                 ty_record_get_text (g_ptr_array_index (backgrounds, i),
                                                                     TY_BACKGROUND_SOURCE)));
    }
  return g_string_free (text, FALSE);
}

static gboolean
load_source (TyRosterSheet  *self,
             gint64          person,
             GError        **error)
{
  g_autoptr(GPtrArray) backgrounds = list_rows (self, TABLE_BACKGROUND, person, error);
  g_autoptr(GPtrArray) mandates = NULL;

  if (backgrounds == NULL)
    return FALSE;
  if (backgrounds->len > 0)
    {
      take (self, TY_ROSTER_FIELD_SOURCE, dup_backgrounds (backgrounds));
      return TRUE;
    }

  mandates = list_rows (self, TABLE_MANDATE, person, error);
  if (mandates == NULL)
    return FALSE;
  take (self, TY_ROSTER_FIELD_SOURCE, dup_mandate_source (mandates, self->as_of));
  return TRUE;
}

static gboolean
load_own (TyRosterSheet  *self,
          gint64          person,
          GError        **error)
{
  g_autoptr(GPtrArray) values = list_rows (self, TABLE_OWN, person, error);

  for (guint i = 0; values != NULL && i < self->own_fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (self->own_fields, i);
      TyRecord *value = ty_custom_table_find_value (values, ty_custom_field_get_key (field));

      g_ptr_array_add (self->own_texts,
                       value != NULL ? ty_custom_field_dup_shown (
                                         field, ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE)) : NULL);
    }
  return values != NULL;
}

/**
 * ty_roster_sheet_load:
 * @self: a maker of rows
 * @person: key of a person
 * @facts: what else the row says
 * @error: a `TY_STORE_ERROR`
 *
 * Makes the next row; the texts of the one before are gone.
 *
 * Returns: whether it is made
 */
gboolean
ty_roster_sheet_load (TyRosterSheet        *self,
                      gint64                person,
                      const TyRosterFacts  *facts,
                      GError              **error)
{
  clear_texts (self);
  take_facts (self, facts);
  if (!load_person (self, person, error))
    return FALSE;
  if ((wants_any (self, TY_ROSTER_FIELD_TOWNSHIP, TY_ROSTER_FIELD_VILLAGE)
       || wants_any (self, TY_ROSTER_FIELD_POSTS, TY_ROSTER_FIELD_POSTS)
       || wants_any (self, TY_ROSTER_FIELD_SINCE, TY_ROSTER_FIELD_FIRST_SINCE))
      && !load_posts (self, person, error))
    return FALSE;
  if (wants_any (self, TY_ROSTER_FIELD_EDUCATION, TY_ROSTER_FIELD_IN_SERVICE_SCHOOL)
      && !load_studies (self, person, error))
    return FALSE;

  return (!self->wanted[TY_ROSTER_FIELD_SOURCE] || load_source (self, person, error))
         && (self->own_fields->len == 0 || load_own (self, person, error));
}

/**
 * ty_roster_sheet_get_text:
 * @self: a maker of rows with a row
 * @field: a column of the layout
 *
 * Returns: (transfer none) (nullable): its text; of a number its digits
 */
const char *
ty_roster_sheet_get_text (TyRosterSheet *self,
                          TyRosterField  field)
{
  g_return_val_if_fail ((guint) field < TY_N_ROSTER_FIELDS, NULL);

  return self->texts[field];
}

/**
 * ty_roster_sheet_get_column:
 * @self: a sheet with a person
 * @column: a column of its layout
 *
 * Returns: (transfer none) (nullable): what stands in the column
 */
const char *
ty_roster_sheet_get_column (TyRosterSheet              *self,
                            const TyRosterLayoutColumn *column)
{
  if (column->field != TY_ROSTER_FIELD_OWN)
    return ty_roster_sheet_get_text (self, column->field);

  for (guint i = 0; i < self->own_texts->len; i++)
    if (ty_custom_field_get_key (g_ptr_array_index (self->own_fields, i)) == column->own)
      return g_ptr_array_index (self->own_texts, i);

  return NULL;
}

/**
 * ty_roster_sheet_is_number:
 * @field: a column
 *
 * Returns: whether it holds numbers that one can reckon with; an ID number is none
 */
gboolean
ty_roster_sheet_is_number (TyRosterField field)
{
  return field == TY_ROSTER_FIELD_NUMBER || field == TY_ROSTER_FIELD_AGE;
}
