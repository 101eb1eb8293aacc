/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-time-line"

#include "config.h"

#include "ty-person-time-line.h"

#include "ty-attachment.h"
#include "ty-course.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-education.h"
#include "ty-format.h"
#include "ty-honour.h"
#include "ty-penalty.h"
#include "ty-training-table.h"
#include "ty-resume-entry.h"
#include "ty-section.h"
#include "ty-time-line-view.h"

#include <glib/gi18n-lib.h>

static char *
describe (TyDate      from,
          TyDate      until,
          const char *text)
{
  g_autofree char *range = ty_format_range (from, until);

  return g_strconcat (range, "　", text, NULL);
}

/* What was finished without it being known when it began is a dot. */
static void
add_studies (TyTimeLine   *line,
             TyPersonFile *file)
{
  for (guint i = 0; i < file->educations->len; i++)
    {
      TyRecord *education = g_ptr_array_index (file->educations, i);
      TyDate from = ty_record_get_date (education, TY_EDUCATION_FROM_DATE);
      TyDate until = ty_record_get_date (education, TY_EDUCATION_UNTIL_DATE);
      const char *school = ty_record_get_text (education, TY_EDUCATION_SCHOOL);
      g_autofree char *level = ty_format_code ("education",
                                               ty_record_get_text (education, TY_EDUCATION_LEVEL));
      const char *text = school != NULL && *school != '\0' ? school : level;
      g_autofree char *whole = g_strconcat (text, "　", level, NULL);
      g_autofree char *told = ty_date_is_known (from) ? describe (from, until, whole) : NULL;
      g_autofree char *month = ty_format_month (until);
      g_autofree char *ended = g_strconcat (month, "　", whole, NULL);

      if (ty_date_is_known (from))
        ty_time_line_add_period (line, TY_LANE_STUDY, from, until, text, told);
      else
        ty_time_line_add_event (line, TY_LANE_STUDY, until, text, ended);
    }
}

static gboolean
is_same_month (TyDate a,
               TyDate b)
{
  return ty_date_is_known (a) && a.year == b.year && a.month == b.month;
}

/* Whether a study or a post says it already. */
static gboolean
is_told (TyPersonFile *file,
         TyDate        from)
{
  for (guint i = 0; i < file->educations->len; i++)
    if (is_same_month (from, ty_record_get_date (g_ptr_array_index (file->educations, i),
                                                 TY_EDUCATION_FROM_DATE)))
      return TRUE;
  for (guint i = 0; i < file->posts->len; i++)
    if (is_same_month (from, ((TyPost *) g_ptr_array_index (file->posts, i))->from))
      return TRUE;

  return FALSE;
}

static void
add_work (TyTimeLine   *line,
          TyPersonFile *file)
{
  for (guint i = 0; i < file->resume->len; i++)
    {
      TyRecord *entry = g_ptr_array_index (file->resume, i);
      TyDate from = ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE);
      TyDate until = ty_record_get_date (entry, TY_RESUME_ENTRY_UNTIL_DATE);
      const char *text = ty_record_get_text (entry, TY_RESUME_ENTRY_TEXT);
      g_autofree char *whole = describe (from, until, text != NULL ? text : "");

      if (text != NULL && !is_told (file, from))
        ty_time_line_add_period (line, TY_LANE_WORK, from, until, text, whole);
    }
}

/* The highest post is named first: the newest stand in front in the file. */
static void
add_posts (TyTimeLine   *line,
           TyPersonFile *file)
{
  for (guint i = 0; i < file->posts->len; i++)
    {
      const TyPost *post = g_ptr_array_index (file->posts, i);
      g_autofree char *text = g_strconcat (post->unit_name, " ", post->post_label, NULL);
      g_autofree char *whole = describe (post->from, post->until, text);

      ty_time_line_add_period (line, TY_LANE_POSTS, post->from, post->until, post->post_label, whole);
    }
}

static void
add_party (TyTimeLine   *line,
           TyPersonFile *file)
{
  TyDate joined = ty_record_get_date (TY_RECORD (file->person), TY_PERSON_PARTY_DATE);
  g_autofree char *month = ty_format_month (joined);
  /* Translators: a month, as in “2011.11 入党”. */
  g_autofree char *text = g_strdup_printf (_("%s joined"), month);

  ty_time_line_add_event (line, TY_LANE_PARTY, joined, text, text);
  for (guint i = 0; i < file->honours->len; i++)
    {
      TyRecord *honour = g_ptr_array_index (file->honours, i);
      TyDate day = ty_record_get_date (honour, TY_HONOUR_DATE);
      const char *title = ty_record_get_text (honour, TY_HONOUR_TITLE);
      g_autofree char *when = ty_format_month (day);
      g_autofree char *whole = g_strconcat (when, "　", title, NULL);

      if (title != NULL)
        ty_time_line_add_event (line, TY_LANE_PARTY, day, title, whole);
    }
}

/* A bar as long as it is in effect, where that is known. */
static void
add_penalties (TyTimeLine   *line,
               TyPersonFile *file)
{
  for (guint i = 0; i < file->penalties->len; i++)
    {
      TyRecord *penalty = g_ptr_array_index (file->penalties, i);
      TyDate day = ty_record_get_date (penalty, TY_PENALTY_DATE);
      TyDate until = ty_record_get_date (penalty, TY_PENALTY_UNTIL_DATE);
      const char *title = ty_record_get_text (penalty, TY_PENALTY_TITLE);
      g_autofree char *when = ty_format_month (day);
      g_autofree char *whole = g_strconcat (when, "　", title, NULL);

      if (title == NULL || !ty_date_is_known (day))
        continue;
      if (ty_date_is_known (until))
        {
          g_autofree char *told = describe (day, until, title);

          ty_time_line_add_period (line, TY_LANE_PARTY, day, until, title, told);
        }
      else
        ty_time_line_add_event (line, TY_LANE_PARTY, day, title, whole);
    }
}

/* Courses that somebody came to. */
static guint
add_training (TyTimeLine   *line,
              TyPersonFile *file)
{
  guint before = ty_time_line_get_n (line);

  for (guint i = 0; i < file->training->len; i++)
    {
      TyRecord *attendance = g_ptr_array_index (file->training, i);
      TyRecord *course = ty_person_file_find_course (file, attendance);
      const char *name = course != NULL ? ty_record_get_text (course, TY_COURSE_NAME) : NULL;
      TyDate day = course != NULL ? ty_record_get_date (course, TY_COURSE_FROM_DATE) : TY_DATE_NONE;
      g_autofree char *when = ty_format_month (day);
      g_autofree char *whole = g_strconcat (when, "　", name, NULL);

      if (name != NULL && ty_training_get_days (attendance, course) > 0)
        ty_time_line_add_event (line, TY_LANE_OTHER, day, name, whole);
    }
  return ty_time_line_get_n (line) - before;
}

/* A paper stands at its own day, not at the one on which it was scanned. */
static guint
add_attachments (TyTimeLine   *line,
                 TyPersonFile *file)
{
  guint before = ty_time_line_get_n (line);

  for (guint i = 0; i < file->attachments->len; i++)
    {
      TyRecord *attachment = g_ptr_array_index (file->attachments, i);
      TyDate day = ty_record_get_date (attachment, TY_ATTACHMENT_DATE);
      const char *title = ty_record_get_text (attachment, TY_ATTACHMENT_TITLE);
      g_autofree char *when = ty_date_to_record (day);
      g_autofree char *whole = g_strconcat (when, "　", title, NULL);

      if (title != NULL)
        ty_time_line_add_event (line, TY_LANE_OTHER, day, title, whole);
    }
  return ty_time_line_get_n (line) - before;
}

/* Of the fields of the county those that are dates; what is sensitive is not drawn. */
static guint
add_own_dates (TyTimeLine   *line,
               TyPersonFile *file)
{
  guint before = ty_time_line_get_n (line);

  for (guint i = 0; i < file->own_fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (file->own_fields, i);
      TyRecord *value = ty_custom_table_find_value (file->own_values, ty_custom_field_get_key (field));
      g_autofree char *when = NULL;
      g_autofree char *whole = NULL;
      TyDate day;

      if (value == NULL || ty_custom_field_get_kind (field) != TY_CUSTOM_KIND_DATE
          || ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE)
        continue;
      day = ty_date_from_iso (ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE));
      when = ty_date_to_record (day);
      whole = g_strconcat (when, "　", ty_custom_field_get_name (field), NULL);
      ty_time_line_add_event (line, TY_LANE_OTHER, day, ty_custom_field_get_name (field), whole);
    }
  return ty_time_line_get_n (line) - before;
}

/* Most people have nothing of it: then the lane is not there. */
static void
add_other (TyTimeLine   *line,
           TyPersonFile *file)
{
  guint n_papers = add_attachments (line, file);
  guint n_training = add_training (line, file);
  guint n_own = add_own_dates (line, file);
  const char *title = C_("lane of a time line", "Other");

  if (n_own == 0 && n_training == 0)
    title = C_("lane of a time line", "Papers");
  else if (n_own == 0 && n_papers == 0)
    title = C_("lane of a time line", "Training");
  if (n_papers + n_training + n_own > 0)
    ty_time_line_set_lane (line, TY_LANE_OTHER, title);
}

/**
 * ty_person_time_line_new: (skip)
 * @file: a person's file
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): the person's life in lanes
 */
TyTimeLine *
ty_person_time_line_new (TyPersonFile *file,
                         TyDate        as_of)
{
  /* Translators: below the line of the cut-off date in a drawing. */
  TyTimeLine *line = ty_time_line_new (as_of, C_("drawing", "As of"));

  ty_time_line_set_lane (line, TY_LANE_STUDY, _("Study"));
  ty_time_line_set_lane (line, TY_LANE_WORK, _("Work"));
  ty_time_line_set_lane (line, TY_LANE_POSTS, _("Posts"));
  ty_time_line_set_lane (line, TY_LANE_PARTY, C_("lane of a time line", "Party"));
  add_studies (line, file);
  add_work (line, file);
  add_posts (line, file);
  add_party (line, file);
  add_penalties (line, file);
  add_other (line, file);
  return line;
}

/**
 * ty_person_time_line_build:
 * @file: a person's file
 * @as_of: the cut-off date
 *
 * Returns: (transfer floating) (nullable): a section with the person's life in lanes, or %NULL where
 * nothing of it has a date
 */
GtkWidget *
ty_person_time_line_build (TyPersonFile *file,
                           TyDate        as_of)
{
  g_autoptr(TyTimeLine) line = ty_person_time_line_new (file, as_of);
  g_autofree char *range = NULL;
  GtkWidget *section;

  if (ty_time_line_get_n (line) == 0)
    return NULL;

  range = ty_time_line_dup_range (line);
  section = ty_section_new (_("Time line"));
  g_object_set (section, "caption", range, NULL);
  ty_section_set_content (TY_SECTION (section), ty_time_line_view_new (g_steal_pointer (&line)));
  return section;
}
