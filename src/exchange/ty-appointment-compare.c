/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-compare"

#include "config.h"

#include "ty-appointment-plan.h"

#include "ty-annual-result.h"
#include "ty-appointment-post.h"
#include "ty-code-list.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-penalty.h"
#include "ty-resume-text.h"
#include "ty-store-error.h"
#include "ty-table.h"
#include "ty-text.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an appointment file says otherwise than the county file. What it does not say changes nothing. */

typedef struct
{
  TyAppointmentLine *line; /* (unowned) */
  TyDatabase *database;    /* (unowned) */
} Comparing;

static void
edit_free (gpointer data)
{
  TyAppointmentEdit *edit = data;

  g_clear_object (&edit->before);
  g_clear_object (&edit->after);
  g_free (edit);
}

void
ty_appointment_change_free (gpointer data)
{
  TyAppointmentChange *change = data;

  g_free (change->label);
  g_free (change->old);
  g_free (change->new);
  g_free (change->value);
  g_clear_pointer (&change->edits, g_ptr_array_unref);
  g_free (change);
}

static TyAppointmentChange *
add_change (Comparing  *comparing,
            const char *label,
            char       *old,
            char       *new)
{
  TyAppointmentChange *change = g_new0 (TyAppointmentChange, 1);

  change->label = g_strdup (label);
  change->old = old;
  change->new = new;
  change->accepted = TRUE;
  g_ptr_array_add (comparing->line->changes, change);
  return change;
}

static void
add_edit (TyAppointmentChange *change,
          TyRecord            *before,
          TyRecord            *after)
{
  TyAppointmentEdit *edit = g_new0 (TyAppointmentEdit, 1);

  if (change->edits == NULL)
    change->edits = g_ptr_array_new_with_free_func (edit_free);
  g_set_object (&edit->before, before);
  g_set_object (&edit->after, after);
  g_ptr_array_add (change->edits, edit);
}

static char *
dup_label (const TyFieldInfo *field,
           const char        *value)
{
  TyCode *code;

  if (value == NULL)
    return NULL;
  if (field->kind == TY_FIELD_DATE)
    return ty_date_to_record (ty_date_from_iso (value));
  if (field->kind != TY_FIELD_CODE)
    return g_strdup (value);

  code = ty_code_list_lookup (ty_code_list_get_shipped (field->code_list), value);
  return g_strdup (code != NULL ? ty_code_get_label (code) : value);
}

/* 1978 says nothing against 1978-05, nor a month against a day of it. */
static gboolean
is_said (const TyFieldInfo *field,
         const char        *present,
         const char        *value)
{
  if (present == NULL)
    return FALSE;

  return strcmp (present, value) == 0
         || (field->kind == TY_FIELD_DATE && g_str_has_prefix (present, value));
}

/* A month says that somebody is in the party, not whether on probation. */
static gboolean
is_on_probation (const TyRecordInfo *info,
                 guint               field,
                 const char         *present)
{
  return info == &ty_person_info && field == TY_PERSON_POLITICAL && g_strcmp0 (present, "02") == 0;
}

static void
compare_fields (Comparing *comparing,
                TyRecord  *present,
                TyRecord  *said)
{
  const TyRecordInfo *info = ty_record_get_info (said);

  for (guint i = info->n_keys; i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];
      const char *value = TY_FIELD_IS_NUMBER (field) ? NULL : ty_record_get_text (said, i);
      TyAppointmentChange *change;

      if (value == NULL || (field->flags & TY_FIELD_HIDDEN) != 0
          || is_said (field, ty_record_get_text (present, i), value)
          || (strcmp (value, "01") == 0 && is_on_probation (info, i, ty_record_get_text (present, i)))
          || (info == &ty_person_info && i == TY_PERSON_NAME))
        continue;
      change = add_change (comparing, _(field->label), dup_label (field, ty_record_get_text (present, i)),
                           dup_label (field, value));
      change->info = info;
      change->field = i;
      change->value = g_strdup (value);
      change->sensitive = field->privacy == TY_PRIVACY_SENSITIVE;
    }
}

static gboolean
is_text (TyRecord   *record,
         guint       field,
         const char *text)
{
  return g_strcmp0 (ty_record_get_text (record, field), text) == 0;
}

static gboolean
is_level (TyRecord *study,
          TyRecord *said)
{
  return is_text (study, TY_EDUCATION_LEVEL, ty_record_get_text (said, TY_EDUCATION_LEVEL))
         && is_text (study, TY_EDUCATION_OUTCOME, ty_record_get_text (said, TY_EDUCATION_OUTCOME))
         && is_text (study, TY_EDUCATION_LEVEL_TEXT, ty_record_get_text (said, TY_EDUCATION_LEVEL_TEXT));
}

/* The study of the same way that has this level, or, of a degree alone, this degree. */
static TyRecord *
find_study (GPtrArray *studies,
            TyRecord  *said)
{
  gboolean has_level = ty_record_get_text (said, TY_EDUCATION_LEVEL) != NULL
                       || ty_record_get_text (said, TY_EDUCATION_LEVEL_TEXT) != NULL;

  for (guint i = 0; i < studies->len; i++)
    {
      TyRecord *study = g_ptr_array_index (studies, i);

      if (!is_text (study, TY_EDUCATION_MODE, ty_record_get_text (said, TY_EDUCATION_MODE))
          && ty_record_get_text (study, TY_EDUCATION_MODE) != NULL)
        continue;
      if (has_level ? is_level (study, said)
                    : is_text (study, TY_EDUCATION_DEGREE, ty_record_get_text (said, TY_EDUCATION_DEGREE)))
        return study;
    }
  return NULL;
}

static char *
dup_study (TyRecord *study)
{
  static const guint fields[] = { TY_EDUCATION_LEVEL, TY_EDUCATION_LEVEL_TEXT, TY_EDUCATION_DEGREE,
                                  TY_EDUCATION_SCHOOL };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *part = dup_label (&ty_education_info.fields[fields[i]],
                                         ty_record_get_text (study, fields[i]));

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
    }
  return g_string_free (text, FALSE);
}

static void
compare_study (Comparing *comparing,
               GPtrArray *studies,
               TyRecord  *said)
{
  static const guint fields[] = { TY_EDUCATION_MODE, TY_EDUCATION_DEGREE, TY_EDUCATION_SCHOOL };
  TyRecord *study = find_study (studies, said);
  g_autoptr(TyRecord) after = study != NULL ? ty_record_dup (study) : g_object_ref (said);
  TyAppointmentChange *change;

  for (guint i = 0; study != NULL && i < G_N_ELEMENTS (fields); i++)
    if (ty_record_get_text (said, fields[i]) != NULL)
      ty_record_set_text (after, fields[i], ty_record_get_text (said, fields[i]));
  if (study != NULL && ty_record_equal (study, after))
    return;

  change = add_change (comparing, _(ty_education_info.label), study != NULL ? dup_study (study) : NULL,
                       dup_study (after));
  add_edit (change, study, after);
}

/* A list is taken as a whole, since its rows have no names by which they would be known again. */
static void
replace_all (TyAppointmentChange *change,
             GPtrArray           *present,
             GPtrArray           *said)
{
  for (guint i = 0; i < present->len; i++)
    add_edit (change, g_ptr_array_index (present, i), NULL);
  for (guint i = 0; i < said->len; i++)
    add_edit (change, NULL, g_ptr_array_index (said, i));
}

static int
compare_segments (gconstpointer a,
                  gconstpointer b)
{
  TyRecord *first = *(TyRecord *const *) a;
  TyRecord *second = *(TyRecord *const *) b;
  TyDate from = ty_record_get_date (first, TY_RESUME_ENTRY_FROM_DATE);
  TyDate other = ty_record_get_date (second, TY_RESUME_ENTRY_FROM_DATE);
  gint64 id = ty_record_get_integer (first, TY_RESUME_ENTRY_ID);
  gint64 other_id = ty_record_get_integer (second, TY_RESUME_ENTRY_ID);

  /* Those without dates stand at the end. */
  if (ty_date_is_known (from) != ty_date_is_known (other))
    return ty_date_is_known (from) ? -1 : 1;
  if (ty_date_compare (from, other) != 0)
    return ty_date_compare (from, other);

  return (id > other_id) - (id < other_id);
}

/**
 * ty_appointment_sort_resume:
 * @entries: (element-type TyResumeEntry): segments of one person
 *
 * Brings them into the order of the form: by their beginnings, those without dates at the end.
 */
void
ty_appointment_sort_resume (GPtrArray *entries)
{
  g_ptr_array_sort (entries, compare_segments);
}

static void
compare_resume (Comparing *comparing,
                GPtrArray *present)
{
  GPtrArray *said = comparing->line->records->resume;
  g_autofree char *old = NULL;
  g_autofree char *new = ty_resume_text_write (said);

  ty_appointment_sort_resume (present);
  old = ty_resume_text_write (present);
  if (said->len == 0 || strcmp (old, new) == 0)
    return;

  replace_all (add_change (comparing, _("Résumé"), *old != '\0' ? g_steal_pointer (&old) : NULL,
                           g_steal_pointer (&new)), present, said);
}

static char *
dup_family (GPtrArray *members)
{
  static const guint fields[] = { TY_FAMILY_MEMBER_RELATION, TY_FAMILY_MEMBER_NAME, TY_FAMILY_MEMBER_BIRTH,
                                  TY_FAMILY_MEMBER_POLITICAL, TY_FAMILY_MEMBER_OCCUPATION };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          g_autofree char *part = dup_label (&ty_family_member_info.fields[fields[j]],
                                             ty_record_get_text (g_ptr_array_index (members, i), fields[j]));

          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", part != NULL ? part : "—");
        }
    }
  return g_string_free (text, FALSE);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = ty_record_get_integer (*(TyRecord *const *) a, TY_FAMILY_MEMBER_POSITION);
  gint64 second = ty_record_get_integer (*(TyRecord *const *) b, TY_FAMILY_MEMBER_POSITION);

  return (first > second) - (first < second);
}

static void
compare_family (Comparing *comparing,
                GPtrArray *present)
{
  GPtrArray *said = comparing->line->records->family;
  g_autofree char *old = NULL;
  g_autofree char *new = dup_family (said);
  TyAppointmentChange *change;

  g_ptr_array_sort (present, compare_positions);
  old = dup_family (present);
  if (said->len == 0 || strcmp (old, new) == 0)
    return;

  change = add_change (comparing, _("Family"), *old != '\0' ? g_steal_pointer (&old) : NULL,
                       g_steal_pointer (&new));
  change->sensitive = TRUE;
  replace_all (change, present, said);
}

static gboolean
has_row (GPtrArray *rows,
         TyRecord  *said,
         guint      date_field,
         guint      title_field)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (is_text (row, title_field, ty_record_get_text (said, title_field))
          && is_said (&ty_record_get_info (row)->fields[date_field],
                      ty_record_get_text (row, date_field) != NULL ? ty_record_get_text (row, date_field)
                                                                   : "",
                      ty_record_get_text (said, date_field) != NULL ? ty_record_get_text (said, date_field)
                                                                    : ""))
        return TRUE;
    }
  return FALSE;
}

/* Honours and penalties are only added: a form has the more important ones. */
static void
compare_merits (Comparing *comparing,
                GPtrArray *present,
                GPtrArray *said,
                guint      date_field,
                guint      title_field)
{
  for (guint i = 0; i < said->len; i++)
    {
      TyRecord *row = g_ptr_array_index (said, i);
      const TyRecordInfo *info = ty_record_get_info (row);
      g_autofree char *date = NULL;

      if (has_row (present, row, date_field, title_field))
        continue;
      date = ty_date_to_record (ty_record_get_date (row, date_field));
      add_edit (add_change (comparing, _(info->label), NULL,
                            g_strstrip (g_strconcat (date, " ", ty_record_get_text (row, title_field), NULL))),
                NULL, row);
    }
}

static void
compare_results (Comparing *comparing,
                 GPtrArray *present)
{
  GPtrArray *said = comparing->line->records->results;
  const TyFieldInfo *field = &ty_annual_result_info.fields[TY_ANNUAL_RESULT_RESULT];

  for (guint i = 0; i < said->len; i++)
    {
      TyRecord *row = g_ptr_array_index (said, i);
      gint64 year = ty_record_get_integer (row, TY_ANNUAL_RESULT_YEAR);
      g_autofree char *label = NULL;
      TyRecord *before = NULL;

      for (guint j = 0; j < present->len; j++)
        if (ty_record_get_integer (g_ptr_array_index (present, j), TY_ANNUAL_RESULT_YEAR) == year)
          before = g_ptr_array_index (present, j);
      if (before != NULL && is_text (before, TY_ANNUAL_RESULT_RESULT,
                                     ty_record_get_text (row, TY_ANNUAL_RESULT_RESULT)))
        continue;
      /* Translators: the label of a yearly result, and a year */
      label = g_strdup_printf (_("%s, %d"), _(ty_annual_result_info.label), (int) year);
      add_edit (add_change (comparing, label,
                            before != NULL ? dup_label (field, ty_record_get_text (before, TY_ANNUAL_RESULT_RESULT))
                                           : NULL,
                            dup_label (field, ty_record_get_text (row, TY_ANNUAL_RESULT_RESULT))),
                before, row);
    }
}

static void
compare_photo (Comparing *comparing,
               TyRecord  *person)
{
  GBytes *photo = comparing->line->file->photo;
  g_autofree char *sha256 = photo != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, photo) : NULL;
  const char *present = ty_record_get_text (person, TY_PERSON_PHOTO);
  TyAppointmentChange *change;

  if (photo == NULL || g_strcmp0 (present, sha256) == 0)
    return;
  change = add_change (comparing, _(ty_person_info.fields[TY_PERSON_PHOTO].label),
                       present != NULL ? g_strdup (_("Another photo")) : NULL,
                       g_strdup (_("Photo of the file")));
  change->info = &ty_person_info;
  change->field = TY_PERSON_PHOTO;
  change->value = g_steal_pointer (&sha256);
}

static GPtrArray *
list_of (Comparing           *comparing,
         const TyRecordInfo  *info,
         GError             **error)
{
  if (comparing->line->person == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return ty_table_list_of (comparing->database, info, "person", comparing->line->person, error);
}

static gboolean
compare_rows (Comparing  *comparing,
              GError    **error)
{
  TyAppointmentRecords *said = comparing->line->records;
  g_autoptr(GPtrArray) studies = list_of (comparing, &ty_education_info, error);
  g_autoptr(GPtrArray) resume = studies != NULL ? list_of (comparing, &ty_resume_entry_info, error) : NULL;
  g_autoptr(GPtrArray) family = resume != NULL ? list_of (comparing, &ty_family_member_info, error) : NULL;
  g_autoptr(GPtrArray) honours = family != NULL ? list_of (comparing, &ty_honour_info, error) : NULL;
  g_autoptr(GPtrArray) penalties = honours != NULL ? list_of (comparing, &ty_penalty_info, error) : NULL;
  g_autoptr(GPtrArray) results = penalties != NULL ? list_of (comparing, &ty_annual_result_info, error) : NULL;

  if (results == NULL)
    return FALSE;
  for (guint i = 0; i < said->studies->len; i++)
    compare_study (comparing, studies, g_ptr_array_index (said->studies, i));
  compare_resume (comparing, resume);
  compare_family (comparing, family);
  compare_merits (comparing, honours, said->honours, TY_HONOUR_DATE, TY_HONOUR_TITLE);
  compare_merits (comparing, penalties, said->penalties, TY_PENALTY_DATE, TY_PENALTY_TITLE);
  compare_results (comparing, results);
  return TRUE;
}

/* Posts are only taken of somebody who has none: those of the county file have dates and documents,
 * of which the form says nothing. */
static gboolean
compare_posts (Comparing  *comparing,
               TyDate      as_of,
               GError    **error)
{
  g_autoptr(GPtrArray) present = list_of (comparing, &ty_appointment_info, error);
  g_autoptr(GPtrArray) states = NULL;
  g_autoptr(GPtrArray) said = NULL;

  if (present == NULL)
    return FALSE;
  if (present->len > 0)
    return TRUE;

  states = ty_unit_table_list (comparing->database, as_of, error);
  if (states == NULL)
    return FALSE;
  said = ty_appointment_post_parse (states, comparing->line->file, comparing->line->records);
  if (said->len > 0)
    replace_all (add_change (comparing, _(ty_appointment_info.label), NULL,
                             g_strdup (ty_appointment_file_get (comparing->line->file,
                                                                TY_APPOINTMENT_FIELD_PRESENT_POST))),
                 present, said);
  return TRUE;
}

/**
 * ty_appointment_line_compare:
 * @line: a line whose person is known
 * @database: a connection
 * @as_of: the day for which posts are compared
 * @error: a `TY_STORE_ERROR`
 *
 * Fills the changes of the line.
 *
 * Returns: whether it was compared
 */
gboolean
ty_appointment_line_compare (TyAppointmentLine  *line,
                             TyDatabase         *database,
                             TyDate              as_of,
                             GError            **error)
{
  Comparing comparing = { line, database };
  g_autoptr(TyRecord) person = NULL;
  g_autoptr(GPtrArray) forms = list_of (&comparing, &ty_appointment_form_info, error);
  g_autoptr(TyRecord) form = NULL;

  if (forms == NULL)
    return FALSE;
  person = line->person == 0 ? TY_RECORD (ty_person_new ())
                             : ty_table_get (database, &ty_person_info, line->person, error);
  if (person == NULL)
    return FALSE;
  form = forms->len > 0 ? g_object_ref (g_ptr_array_index (forms, 0))
                        : TY_RECORD (ty_appointment_form_new ());

  compare_fields (&comparing, person, TY_RECORD (line->records->person));
  compare_photo (&comparing, person);
  compare_fields (&comparing, form, TY_RECORD (line->records->form));
  return compare_rows (&comparing, error) && compare_posts (&comparing, as_of, error);
}

static gboolean
is_same_change (TyAppointmentChange *a,
                TyAppointmentChange *b)
{
  return strcmp (a->label, b->label) == 0 && g_strcmp0 (a->old, b->old) == 0 && strcmp (a->new, b->new) == 0;
}

/**
 * ty_appointment_line_is_current:
 * @line: a line that was compared
 * @database: a connection
 * @as_of: the day for which it was compared
 * @error: %TY_STORE_ERROR_CONSTRAINT where it would not change the same any more
 *
 * Returns: whether the county file still says what it said when the line was compared
 */
gboolean
ty_appointment_line_is_current (TyAppointmentLine  *line,
                                TyDatabase         *database,
                                TyDate              as_of,
                                GError            **error)
{
  g_autoptr(GPtrArray) changes = line->changes;
  gboolean compared, current;

  line->changes = g_ptr_array_new_with_free_func (ty_appointment_change_free);
  compared = ty_appointment_line_compare (line, database, as_of, error);
  current = compared && changes->len == line->changes->len;
  for (guint i = 0; current && i < changes->len; i++)
    current = is_same_change (g_ptr_array_index (changes, i), g_ptr_array_index (line->changes, i));
  g_ptr_array_unref (line->changes);
  line->changes = g_steal_pointer (&changes);

  if (compared && !current)
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                 _("The record of %s was changed meanwhile. Read the files again."), line->name);
  return current;
}
