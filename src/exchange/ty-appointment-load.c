/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-load"

#include "config.h"

#include "ty-appointment-texts.h"

#include "ty-annual-result.h"
#include "ty-appointment-post.h"
#include "ty-appointment-written.h"
#include "ty-blob-table.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-penalty.h"
#include "ty-period.h"
#include "ty-post-name.h"
#include "ty-resume-entry.h"
#include "ty-table.h"
#include "ty-unit-state.h"

#include <string.h>

/* The years of which an official form wants the results; practice is three (field.md 3). */
#define N_YEARS 3

static int
compare_dates (TyRecord *first,
               TyRecord *second,
               guint     field)
{
  return ty_date_compare (ty_record_get_date (first, field), ty_record_get_date (second, field));
}

static int
compare_honours (gconstpointer a,
                 gconstpointer b)
{
  return compare_dates (*(TyRecord *const *) a, *(TyRecord *const *) b, TY_HONOUR_DATE);
}

static int
compare_penalties (gconstpointer a,
                   gconstpointer b)
{
  return compare_dates (*(TyRecord *const *) a, *(TyRecord *const *) b, TY_PENALTY_DATE);
}

static int
compare_family (gconstpointer a,
                gconstpointer b)
{
  gint64 first = ty_record_get_integer (*(TyRecord *const *) a, TY_FAMILY_MEMBER_POSITION);
  gint64 second = ty_record_get_integer (*(TyRecord *const *) b, TY_FAMILY_MEMBER_POSITION);

  return (first > second) - (first < second);
}

static void
sort_nothing (GPtrArray *rows)
{
}

static void
sort_honours (GPtrArray *rows)
{
  g_ptr_array_sort (rows, compare_honours);
}

static void
sort_penalties (GPtrArray *rows)
{
  g_ptr_array_sort (rows, compare_penalties);
}

static void
sort_family (GPtrArray *rows)
{
  g_ptr_array_sort (rows, compare_family);
}

/**
 * ty_appointment_records_load:
 * @database: a connection
 * @person: the key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what the county file says of the person, each list in the order of
 *   the form
 */
TyAppointmentRecords *
ty_appointment_records_load (TyDatabase  *database,
                             gint64       person,
                             GError     **error)
{
  g_autoptr(TyAppointmentRecords) self = g_new0 (TyAppointmentRecords, 1);
  g_autoptr(GPtrArray) forms = NULL;
  const struct
  {
    GPtrArray **rows;
    const TyRecordInfo *info;
    void (*sort) (GPtrArray *rows);
  } lists[] = {
    { &self->studies, &ty_education_info, sort_nothing },
    { &self->resume, &ty_resume_entry_info, ty_appointment_sort_resume },
    { &self->family, &ty_family_member_info, sort_family },
    { &self->honours, &ty_honour_info, sort_honours },
    { &self->penalties, &ty_penalty_info, sort_penalties },
    { &self->results, &ty_annual_result_info, sort_nothing },
  };

  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->person = TY_PERSON (ty_table_get (database, &ty_person_info, person, error));
  if (self->person == NULL)
    return NULL;
  forms = ty_table_list_of (database, &ty_appointment_form_info, "person", person, error);
  if (forms == NULL)
    return NULL;
  self->form = forms->len > 0 ? g_object_ref (g_ptr_array_index (forms, 0)) : ty_appointment_form_new ();
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      *lists[i].rows = ty_table_list_of (database, lists[i].info, "person", person, error);
      if (*lists[i].rows == NULL)
        return NULL;
      lists[i].sort (*lists[i].rows);
    }
  return g_steal_pointer (&self);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  int first = ty_post_name_get_rank (ty_record_get_text (*(TyRecord *const *) a, TY_APPOINTMENT_POST));
  int second = ty_post_name_get_rank (ty_record_get_text (*(TyRecord *const *) b, TY_APPOINTMENT_POST));

  return (first > second) - (first < second);
}

static GPtrArray *
list_held (TyDatabase  *database,
           gint64       person,
           TyDate       as_of,
           GError     **error)
{
  g_autoptr(GPtrArray) all = ty_table_list_of (database, &ty_appointment_info, "person", person, error);
  GPtrArray *held;

  if (all == NULL)
    return NULL;
  held = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (all, i);
      TyPeriod period = { ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE),
                          ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE) };

      if (ty_period_contains (period, as_of))
        g_ptr_array_add (held, g_object_ref (appointment));
    }
  g_ptr_array_sort (held, compare_ranks);
  return held;
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

/* 云岭镇下松河村: below the county, which the form does not say. */
static char *
dup_path (GPtrArray *states,
          TyRecord  *state)
{
  GString *path = g_string_new (NULL);

  for (guint depth = 0; state != NULL && depth < 8; depth++)
    {
      gint64 parent = ty_record_get_integer (state, TY_UNIT_STATE_PARENT);

      if (parent == 0 && depth > 0)
        break;
      g_string_prepend (path, ty_record_get_text (state, TY_UNIT_STATE_NAME));
      state = find_state (states, parent);
    }
  return g_string_free (path, FALSE);
}

static char *
dup_post_name (TyRecord *state,
               TyRecord *post)
{
  const char *kind = state != NULL ? ty_record_get_text (state, TY_UNIT_STATE_KIND) : NULL;
  const char *form = state != NULL ? ty_record_get_text (state, TY_UNIT_STATE_PARTY_FORM) : NULL;

  return ty_post_name_dup_of (post, kind, form, TY_LANGUAGE_ZH_CN);
}

static char *
dup_posts (GPtrArray *held,
           GPtrArray *states)
{
  GString *text = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < held->len; i++)
    {
      TyRecord *post = g_ptr_array_index (held, i);
      gint64 unit = ty_record_get_integer (post, TY_APPOINTMENT_UNIT);
      TyRecord *state = find_state (states, unit);
      g_autofree char *path = dup_path (states, state);
      g_autofree char *name = dup_post_name (state, post);

      if (text->len > 0)
        g_string_append (text, unit == last ? "、" : "，");
      if (unit != last)
        g_string_append (text, path);
      g_string_append (text, name);
      last = unit;
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_post (GPtrArray *posts,
          TyRecord  *post)
{
  for (guint i = 0; i < posts->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (posts, i), TY_APPOINTMENT_UNIT)
          == ty_record_get_integer (post, TY_APPOINTMENT_UNIT)
        && g_strcmp0 (ty_record_get_text (g_ptr_array_index (posts, i), TY_APPOINTMENT_POST),
                      ty_record_get_text (post, TY_APPOINTMENT_POST)) == 0
        && g_strcmp0 (ty_record_get_text (g_ptr_array_index (posts, i), TY_APPOINTMENT_TITLE),
                      ty_record_get_text (post, TY_APPOINTMENT_TITLE)) == 0)
      return TRUE;

  return FALSE;
}

/* As it was written, while the posts are those. A post outside of the county’s units stays as written. */
static gboolean
set_posts (TyAppointmentFile  *file,
           TyAppointmentFile  *written,
           TyDatabase         *database,
           GPtrArray          *states,
           gint64              person,
           TyDate              as_of,
           GError            **error)
{
  g_autoptr(GPtrArray) held = list_held (database, person, as_of, error);
  g_autoptr(TyAppointmentRecords) understood = ty_appointment_records_new (written);
  g_autoptr(GPtrArray) said = ty_appointment_post_parse (states, written, understood);
  gboolean same;

  if (held == NULL)
    return FALSE;
  same = said->len == held->len;
  for (guint i = 0; same && i < said->len; i++)
    same = has_post (held, g_ptr_array_index (said, i));
  if (same)
    ty_appointment_file_set (file, TY_APPOINTMENT_FIELD_PRESENT_POST,
                             ty_appointment_file_get (written, TY_APPOINTMENT_FIELD_PRESENT_POST));
  else if (held->len > 0)
    ty_appointment_file_take (file, TY_APPOINTMENT_FIELD_PRESENT_POST, dup_posts (held, states));
  return TRUE;
}

static gboolean
is_same_relative (TyAppointmentRelative *a,
                  TyAppointmentRelative *b)
{
  return g_strcmp0 (a->relation, b->relation) == 0 && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->birth, b->birth) == 0 && g_strcmp0 (a->political, b->political) == 0
         && g_strcmp0 (a->occupation, b->occupation) == 0;
}

static void
swap_family (TyAppointmentFile *file,
             TyAppointmentFile *written,
             TyAppointmentFile *as_read)
{
  gboolean same = file->family->len == as_read->family->len;
  GPtrArray *family = file->family;

  for (guint i = 0; same && i < family->len; i++)
    same = is_same_relative (g_ptr_array_index (family, i), g_ptr_array_index (as_read->family, i));
  if (same)
    {
      file->family = written->family;
      written->family = family;
    }
}

/* Where the records still say what was read, the words are those of then: what a record cannot hold is
 * not lost, and a résumé keeps its lines. */
static void
keep_words (TyAppointmentFile *file,
            TyAppointmentFile *written)
{
  g_autoptr(TyAppointmentRecords) understood = ty_appointment_records_new (written);
  g_autoptr(TyAppointmentFile) as_read = ty_appointment_texts_new (understood, N_YEARS);
  GPtrArray *extras = file->extras;

  for (TyAppointmentFileField field = 0; field < TY_APPOINTMENT_N_FIELDS; field++)
    if (field != TY_APPOINTMENT_FIELD_PRESENT_POST
        && g_strcmp0 (ty_appointment_file_get (file, field), ty_appointment_file_get (as_read, field)) == 0)
      ty_appointment_file_set (file, field, ty_appointment_file_get (written, field));
  swap_family (file, written, as_read);
  file->extras = written->extras;
  written->extras = extras;
}

/**
 * ty_appointment_file_make:
 * @database: a connection
 * @states: (element-type TyUnitState): the units on @as_of, read once for many people
 * @person: the key of a person
 * @as_of: the day for which the posts are written
 * @error: a `TY_STORE_ERROR`
 *
 * Fills in the appointment form of somebody. Where the county file got its data from a form and they
 * were not changed, the words are those of that form.
 *
 * Returns: (transfer full) (nullable): the form
 */
TyAppointmentFile *
ty_appointment_file_make (TyDatabase  *database,
                          GPtrArray   *states,
                          gint64       person,
                          TyDate       as_of,
                          GError     **error)
{
  g_autoptr(TyAppointmentRecords) records = ty_appointment_records_load (database, person, error);
  g_autoptr(TyAppointmentFile) file = NULL;
  g_autoptr(TyAppointmentFile) written = NULL;
  const char *words, *photo;

  if (records == NULL)
    return NULL;
  words = ty_record_get_text (TY_RECORD (records->form), TY_APPOINTMENT_FORM_WRITTEN);
  written = ty_appointment_written_parse (words);
  file = ty_appointment_texts_new (records, N_YEARS);
  if (words != NULL)
    keep_words (file, written);
  if (!set_posts (file, written, database, states, person, as_of, error))
    return NULL;

  photo = ty_record_get_text (TY_RECORD (records->person), TY_PERSON_PHOTO);
  if (photo != NULL)
    file->photo = ty_blob_table_load (database, photo, error);
  return photo == NULL || file->photo != NULL ? g_steal_pointer (&file) : NULL;
}
