/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-loader"

#include "config.h"

#include "ty-person-loader.h"

#include "ty-annual-result.h"
#include "ty-appointment.h"
#include "ty-appraisal.h"
#include "ty-attachment.h"
#include "ty-attendance.h"
#include "ty-background.h"
#include "ty-blob-table.h"
#include "ty-code-list.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-mandate.h"
#include "ty-mentor.h"
#include "ty-penalty.h"
#include "ty-person-pairings.h"
#include "ty-post-name.h"
#include "ty-reserve.h"
#include "ty-resume-entry.h"
#include "ty-roster-post.h"
#include "ty-roster-table.h"
#include "ty-table.h"
#include "ty-term-table.h"
#include "ty-term.h"
#include "ty-training-table.h"
#include "ty-words.h"

typedef struct
{
  TyDatabase *database;
  gint64 person;
  TyDate as_of;
  TyUnitNames *names;   /* (owned) */
  GPtrArray *mandates;  /* (owned) (element-type TyMandate) */
} Loader;

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->names, ty_unit_names_free);
  g_clear_pointer (&loader->mandates, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static GPtrArray *
list_rows (Loader              *loader,
           const TyRecordInfo  *info,
           GError             **error)
{
  return ty_table_list_of (loader->database, info, "person", loader->person, error);
}

static int
compare_dates (TyRecord *a,
               TyRecord *b,
               guint     field)
{
  return ty_date_compare (ty_record_get_date (a, field), ty_record_get_date (b, field));
}

static int
compare_resume (gconstpointer a,
                gconstpointer b)
{
  return compare_dates (*(TyRecord **) a, *(TyRecord **) b, TY_RESUME_ENTRY_FROM_DATE);
}

static int
compare_honours (gconstpointer a,
                 gconstpointer b)
{
  return compare_dates (*(TyRecord **) b, *(TyRecord **) a, TY_HONOUR_DATE);
}

static int
compare_penalties (gconstpointer a,
                   gconstpointer b)
{
  return compare_dates (*(TyRecord **) b, *(TyRecord **) a, TY_PENALTY_DATE);
}

static int
compare_family (gconstpointer a,
                gconstpointer b)
{
  gint64 first = ty_record_get_integer (*(TyRecord **) a, TY_FAMILY_MEMBER_POSITION);
  gint64 second = ty_record_get_integer (*(TyRecord **) b, TY_FAMILY_MEMBER_POSITION);

  return (first > second) - (first < second);
}

static int
compare_results (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = ty_record_get_integer (*(TyRecord **) a, TY_ANNUAL_RESULT_YEAR);
  gint64 second = ty_record_get_integer (*(TyRecord **) b, TY_ANNUAL_RESULT_YEAR);

  return (first < second) - (first > second);
}

/* The year as a whole stands above its parts, and the later parts above the earlier. */
static int
compare_appraisals (gconstpointer a,
                    gconstpointer b)
{
  TyRecord *first = *(TyRecord **) a;
  TyRecord *second = *(TyRecord **) b;
  gint64 years[] = { ty_record_get_integer (first, TY_APPRAISAL_YEAR),
                     ty_record_get_integer (second, TY_APPRAISAL_YEAR) };

  if (years[0] != years[1])
    return (years[0] < years[1]) - (years[0] > years[1]);
  return g_strcmp0 (ty_record_get_text (second, TY_APPRAISAL_PERIOD),
                    ty_record_get_text (first, TY_APPRAISAL_PERIOD));
}

static int
compare_training (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  TyPersonFile *file = data;
  TyRecord *first = ty_person_file_find_course (file, *(TyRecord **) a);
  TyRecord *second = ty_person_file_find_course (file, *(TyRecord **) b);

  return first != NULL && second != NULL ? compare_dates (second, first, TY_COURSE_FROM_DATE) : 0;
}

static int
compare_reserves (gconstpointer a,
                  gconstpointer b)
{
  return compare_dates (*(TyRecord **) b, *(TyRecord **) a, TY_RESERVE_FROM_DATE);
}

static int
compare_mentors (gconstpointer a,
                 gconstpointer b)
{
  return compare_dates (*(TyRecord **) b, *(TyRecord **) a, TY_MENTOR_FROM_DATE);
}

/* What has no date came with the day on which it was attached: its key is newer. */
static int
compare_attachments (gconstpointer a,
                     gconstpointer b)
{
  TyRecord *first = *(TyRecord **) a;
  TyRecord *second = *(TyRecord **) b;
  int order = compare_dates (second, first, TY_ATTACHMENT_DATE);
  gint64 first_id = ty_record_get_integer (first, TY_ATTACHMENT_ID);
  gint64 second_id = ty_record_get_integer (second, TY_ATTACHMENT_ID);

  return order != 0 ? order : (first_id < second_id) - (first_id > second_id);
}

/* Newest first: by the day they began, what has no such day last, and the higher post first. */
static int
compare_appointments (gconstpointer a,
                      gconstpointer b)
{
  TyRecord *first = *(TyRecord **) a;
  TyRecord *second = *(TyRecord **) b;
  int order = -compare_dates (first, second, TY_APPOINTMENT_FROM_DATE);
  int first_rank, second_rank;

  if (order != 0)
    return order;

  first_rank = ty_post_name_get_rank (ty_record_get_text (first, TY_APPOINTMENT_POST));
  second_rank = ty_post_name_get_rank (ty_record_get_text (second, TY_APPOINTMENT_POST));
  return (first_rank > second_rank) - (first_rank < second_rank);
}

/* The filing number of the newest mandate that has one. */
static char *
dup_filing (Loader *loader,
            gint64  appointment)
{
  TyRecord *newest = NULL;

  for (guint i = 0; i < loader->mandates->len; i++)
    {
      TyRecord *mandate = g_ptr_array_index (loader->mandates, i);

      if (ty_record_get_integer (mandate, TY_MANDATE_APPOINTMENT) == appointment
          && ty_record_get_text (mandate, TY_MANDATE_FILING_NUMBER) != NULL
          && (newest == NULL || compare_dates (newest, mandate, TY_MANDATE_DATE) < 0))
        newest = mandate;
    }
  return newest != NULL ? g_strdup (ty_record_get_text (newest, TY_MANDATE_FILING_NUMBER)) : NULL;
}

static TyPost *
make_post (Loader   *loader,
           TyRecord *appointment)
{
  TyPost *post = g_new0 (TyPost, 1);
  gint64 unit = ty_record_get_integer (appointment, TY_APPOINTMENT_UNIT);
  TyRosterPostRow row = { 0 };
  TyDate day;

  post->from = row.from = ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE);
  post->until = row.until = ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE);
  post->current = ty_roster_post_is_held (&row, loader->as_of);
  day = ty_roster_post_get_day (&row, loader->as_of);
  post->unit = unit;
  post->unit_name = ty_unit_names_dup_path (loader->names, unit, day);
  post->post_label = ty_words_dup_post_of (loader->names, appointment, day);
  post->how = g_strdup (ty_words_get_label ("appointment_how",
                                            ty_record_get_text (appointment, TY_APPOINTMENT_HOW)));
  post->end_reason = g_strdup (ty_words_get_label ("end_reason",
                                                   ty_record_get_text (appointment,
                                                                       TY_APPOINTMENT_END_REASON)));
  post->appointment = g_object_ref (appointment);
  post->filing = dup_filing (loader, ty_record_get_integer (appointment, TY_APPOINTMENT_ID));
  return post;
}

static gboolean
load_posts (Loader        *loader,
            TyPersonFile  *file,
            GError       **error)
{
  g_autoptr(GPtrArray) appointments = list_rows (loader, &ty_appointment_info, error);

  if (appointments == NULL)
    return FALSE;
  loader->mandates = list_rows (loader, &ty_mandate_info, error);
  if (loader->mandates == NULL)
    return FALSE;

  g_ptr_array_sort (appointments, compare_appointments);
  file->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_free);
  for (guint i = 0; i < appointments->len; i++)
    g_ptr_array_add (file->posts, make_post (loader, g_ptr_array_index (appointments, i)));
  return TRUE;
}

static int
compare_mandates (gconstpointer a,
                  gconstpointer b)
{
  return compare_dates (*(TyRecord **) b, *(TyRecord **) a, TY_MANDATE_DATE);
}

static gboolean
has_mandate (TyPersonFile *file,
             gint64        appointment,
             gint64        term)
{
  for (guint i = 0; i < file->mandates->len; i++)
    {
      TyRecord *mandate = g_ptr_array_index (file->mandates, i);

      if (ty_record_get_integer (mandate, TY_MANDATE_APPOINTMENT) == appointment
          && ty_record_get_integer (mandate, TY_MANDATE_TERM) == term)
        return TRUE;
    }
  return FALSE;
}

/* Posts in the two committees are elected or confirmed in each term. */
static gboolean
is_of_terms (const TyPost *post)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"),
                                      ty_record_get_text (post->appointment, TY_APPOINTMENT_POST));

  return code != NULL && ty_code_get_flag (code, "two_committees");
}

static void
add_open_mandates (Loader       *loader,
                   TyPersonFile *file,
                   gint64        term)
{
  for (guint i = 0; term != 0 && i < file->posts->len; i++)
    {
      const TyPost *post = g_ptr_array_index (file->posts, i);
      gint64 appointment = ty_record_get_integer (post->appointment, TY_APPOINTMENT_ID);
      TyRecord *mandate;

      if (!post->current || !is_of_terms (post) || has_mandate (file, appointment, term))
        continue;
      mandate = ty_record_new (&ty_mandate_info);
      ty_record_set_integer (mandate, TY_MANDATE_PERSON, loader->person);
      ty_record_set_integer (mandate, TY_MANDATE_APPOINTMENT, appointment);
      ty_record_set_integer (mandate, TY_MANDATE_TERM, term);
      g_ptr_array_add (file->mandates, mandate);
    }
}

static gboolean
load_mandates (Loader        *loader,
               TyPersonFile  *file,
               GError       **error)
{
  g_autoptr(GPtrArray) terms = ty_term_table_list (loader->database, error);
  gint64 current = 0;

  if (terms == NULL)
    return FALSE;
  file->terms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);
      TyDate from = ty_record_get_date (term, TY_TERM_FROM_DATE);
      gint64 id = ty_record_get_integer (term, TY_TERM_ID);

      g_hash_table_insert (file->terms, g_memdup2 (&id, sizeof id),
                           GINT_TO_POINTER ((int) ty_record_get_integer (term, TY_TERM_YEAR)));
      if (current == 0 && ty_date_is_known (from) && ty_date_compare (from, loader->as_of) <= 0)
        current = id;
    }
  file->mandates = g_ptr_array_copy (loader->mandates, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (file->mandates, g_object_unref);
  g_ptr_array_sort (file->mandates, compare_mandates);
  file->n_mandates = file->mandates->len;
  add_open_mandates (loader, file, current);
  return TRUE;
}

/* The present posts by unit: `石泉镇 后凤泉村 党支部书记、村委会主任`. */
static char *
dup_title (Loader  *loader,
           GError **error)
{
  g_autoptr(GArray) posts = ty_roster_table_list_posts_of (loader->database, loader->person,
                                                           loader->as_of, error);
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(GString) title = g_string_new (NULL);
  gint64 unit = 0;

  if (posts == NULL)
    return NULL;
  held = ty_words_sort_posts (posts, loader->as_of);
  for (guint i = 0; i < held->len; i++)
    {
      const TyRosterPostRow *post = g_ptr_array_index (held, i);
      g_autofree char *name = ty_words_dup_row_post (loader->names, post, loader->as_of);

      if (i > 0)
        g_string_append (title, ty_words_get_separator ());
      if (post->unit != unit)
        {
          g_autofree char *path = ty_unit_names_dup_path (loader->names, post->unit, loader->as_of);

          g_string_append_printf (title, "%s ", path);
        }
      g_string_append (title, name);
      unit = post->unit;
    }
  return g_strdup (title->str);
}

static char *
dup_sources (GPtrArray *backgrounds)
{
  g_autoptr(GString) sources = g_string_new (NULL);

  for (guint i = 0; i < backgrounds->len; i++)
    {
      const char *source = ty_record_get_text (g_ptr_array_index (backgrounds, i),
                                               TY_BACKGROUND_SOURCE);

      g_string_append_printf (sources, "%s%s", i > 0 ? ty_words_get_separator () : "",
                              ty_words_get_label ("source", source));
    }
  return g_strdup (sources->str);
}

static gboolean
load_lists (Loader        *loader,
            TyPersonFile  *file,
            GError       **error)
{
  const struct
  {
    GPtrArray **list;
    const TyRecordInfo *info;
    GCompareFunc compare;
  } lists[] = {
    { &file->educations, &ty_education_info, NULL },
    { &file->resume, &ty_resume_entry_info, compare_resume },
    { &file->family, &ty_family_member_info, compare_family },
    { &file->honours, &ty_honour_info, compare_honours },
    { &file->penalties, &ty_penalty_info, compare_penalties },
    { &file->results, &ty_annual_result_info, compare_results },
    { &file->training, &ty_attendance_info, NULL },
    { &file->appraisals, &ty_appraisal_info, compare_appraisals },
    { &file->backgrounds, &ty_background_info, NULL },
    { &file->reserves, &ty_reserve_info, compare_reserves },
    { &file->mentors, &ty_mentor_info, compare_mentors },
    { &file->own_values, &ty_custom_value_info, NULL },
    { &file->attachments, &ty_attachment_info, compare_attachments },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      *lists[i].list = list_rows (loader, lists[i].info, error);
      if (*lists[i].list == NULL)
        return FALSE;
      if (lists[i].compare != NULL)
        g_ptr_array_sort (*lists[i].list, lists[i].compare);
    }
  file->own_fields = ty_custom_table_list_fields (loader->database, error);
  return file->own_fields != NULL;
}

static void
name_units (Loader       *loader,
            TyPersonFile *file,
            GPtrArray    *rows,
            guint         field)
{
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 unit = ty_record_get_integer (g_ptr_array_index (rows, i), field);

      if (unit != 0)
        g_hash_table_insert (file->unit_names, g_memdup2 (&unit, sizeof unit),
                             ty_unit_names_dup_path (loader->names, unit, loader->as_of));
    }
}

static void
add_up_training (Loader       *loader,
                 TyPersonFile *file)
{
  file->training_year = loader->as_of.year;
  for (guint i = 0; i < file->training->len; i++)
    {
      TyRecord *attendance = g_ptr_array_index (file->training, i);
      TyRecord *course = ty_person_file_find_course (file, attendance);
      TyDate day = course != NULL ? ty_record_get_date (course, TY_COURSE_FROM_DATE) : TY_DATE_NONE;

      if (ty_date_is_known (day) && day.year == loader->as_of.year
          && ty_date_compare (day, loader->as_of) <= 0)
        file->training_days += ty_training_get_days (attendance, course);
    }
}

static gboolean
load_courses (Loader        *loader,
              TyPersonFile  *file,
              GError       **error)
{
  g_autoptr(GPtrArray) courses = ty_training_table_list_courses_of (loader->database, loader->person,
                                                                    error);

  if (courses == NULL)
    return FALSE;
  file->courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < courses->len; i++)
    {
      TyRecord *course = g_ptr_array_index (courses, i);
      gint64 key = ty_record_get_integer (course, TY_COURSE_ID);

      g_hash_table_insert (file->courses, g_memdup2 (&key, sizeof key), g_object_ref (course));
    }
  g_ptr_array_sort_with_data (file->training, compare_training, file);
  add_up_training (loader, file);
  return TRUE;
}

static gboolean
load_photo (Loader        *loader,
            TyPersonFile  *file,
            GError       **error)
{
  const char *hash = ty_record_get_text (TY_RECORD (file->person), TY_PERSON_PHOTO);

  if (hash == NULL)
    return TRUE;

  file->photo = ty_blob_table_load (loader->database, hash, error);
  return file->photo != NULL;
}

/**
 * ty_person_loader_load:
 * @database: a connection
 * @person: key of a person
 * @as_of: the cut-off date
 * @error: %TY_STORE_ERROR_NOT_FOUND where the person is no longer there
 *
 * Returns: (transfer full) (nullable): everything about the person
 */
TyPersonFile *
ty_person_loader_load (TyDatabase  *database,
                       gint64       person,
                       TyDate       as_of,
                       GError     **error)
{
  g_auto(Loader) loader = { database, person, as_of, NULL, NULL };
  TyRecord *record = ty_table_get (database, &ty_person_info, person, error);
  g_autoptr(TyPersonFile) file = NULL;

  if (record == NULL)
    return NULL;

  file = g_new0 (TyPersonFile, 1);
  file->person = TY_PERSON (record);
  file->age = ty_date_full_years (ty_record_get_date (record, TY_PERSON_BIRTH), as_of);
  loader.names = ty_unit_names_new (database);
  file->unit_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if ((file->title = dup_title (&loader, error)) == NULL
      || !load_posts (&loader, file, error)
      || !load_mandates (&loader, file, error)
      || !load_lists (&loader, file, error)
      || !load_courses (&loader, file, error)
      || !ty_person_pairings_load (database, person, file, error)
      || !load_photo (&loader, file, error))
    return NULL;

  file->sources = dup_sources (file->backgrounds);
  name_units (&loader, file, file->reserves, TY_RESERVE_UNIT);
  name_units (&loader, file, file->mentors, TY_MENTOR_UNIT);
  return g_steal_pointer (&file);
}
