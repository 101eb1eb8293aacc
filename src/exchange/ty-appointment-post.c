/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-post"

#include "config.h"

#include "ty-appointment-post.h"

#include "ty-code-list.h"
#include "ty-parsed-post.h"
#include "ty-post-title.h"
#include "ty-resume-entry.h"
#include "ty-text.h"
#include "ty-unit-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TyRecord *
find_unit (GPtrArray *states,
           gint64     unit)
{
  for (guint i = 0; i < states->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (states, i), TY_UNIT_STATE_UNIT) == unit)
      return g_ptr_array_index (states, i);

  return NULL;
}

/* How much of @text a unit is, with the names of the units around it or without. */
static gsize
match_unit (GPtrArray  *states,
            TyRecord   *state,
            const char *text)
{
  g_autofree char *path = g_strdup (ty_record_get_text (state, TY_UNIT_STATE_NAME));
  gsize length = 0;

  for (guint depth = 0; state != NULL && depth < 8; depth++)
    {
      char *longer;

      if (g_str_has_prefix (text, path))
        length = strlen (path);
      state = find_unit (states, ty_record_get_integer (state, TY_UNIT_STATE_PARENT));
      if (state == NULL)
        break;
      longer = g_strconcat (ty_record_get_text (state, TY_UNIT_STATE_NAME), path, NULL);
      g_free (path);
      path = longer;
    }
  return length;
}

/* The unit of which the names make the longest beginning of @text; two of one name are none. */
static TyRecord *
find_named (GPtrArray   *states,
            const char  *text,
            gsize       *length)
{
  TyRecord *found = NULL;
  gboolean twice = FALSE;

  *length = 0;
  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      gsize matched = match_unit (states, state, text);

      if (matched == 0 || matched < *length)
        continue;
      twice = matched == *length;
      found = state;
      *length = matched;
    }
  return twice ? NULL : found;
}

/* When the last segment of the résumé began that has not ended. */
static TyDate
find_start (GPtrArray *resume)
{
  TyDate start = TY_DATE_NONE;

  for (guint i = 0; i < resume->len; i++)
    {
      TyRecord *entry = g_ptr_array_index (resume, i);
      TyDate from = ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE);

      if (ty_date_is_known (from)
          && !ty_date_is_known (ty_record_get_date (entry, TY_RESUME_ENTRY_UNTIL_DATE))
          && ty_date_compare (from, start) > 0)
        start = from;
    }
  return start;
}

static void
add_post (GPtrArray    *appointments,
          TyParsedPost *post,
          gint64        unit,
          TyDate        start)
{
  TyRecord *appointment = TY_RECORD (ty_appointment_new ());
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post->post_key);

  ty_record_set_integer (appointment, TY_APPOINTMENT_UNIT, unit);
  ty_record_set_text (appointment, TY_APPOINTMENT_POST, post->post_key);
  if (code != NULL)
    ty_record_set_text (appointment, TY_APPOINTMENT_BODY, ty_code_get_attribute (code, "body"));
  ty_record_set_text (appointment, TY_APPOINTMENT_TITLE, post->title);
  ty_record_set_date (appointment, TY_APPOINTMENT_FROM_DATE, start);
  g_ptr_array_add (appointments, appointment);
}

static void
remark (TyAppointmentRecords *records,
        const char           *title)
{
  /* Translators: a post as it was written */
  g_autofree char *text = g_strdup_printf (_("The present post “%s” names no unit and post of the county "
                                             "file and was not taken over."), title);

  if (!g_ptr_array_find_with_equal_func (records->remarks, text, g_str_equal, NULL))
    g_ptr_array_add (records->remarks, g_steal_pointer (&text));
}

/* 云岭镇党委委员，下松河村党支部书记: a part that names no unit goes on with the one before. */
static gboolean
parse_part (GPtrArray   *states,
            const char  *part,
            TyRecord   **unit,
            TyDate       start,
            GPtrArray   *appointments)
{
  g_autoptr(GPtrArray) posts = NULL;
  gsize length;
  TyRecord *named = find_named (states, part, &length);

  if (named != NULL)
    *unit = named;
  if (*unit != NULL)
    posts = ty_post_title_parse (part + (named != NULL ? length : 0),
                                 ty_record_get_text (*unit, TY_UNIT_STATE_KIND), NULL);
  for (guint i = 0; posts != NULL && i < posts->len; i++)
    add_post (appointments, g_ptr_array_index (posts, i),
              ty_record_get_integer (*unit, TY_UNIT_STATE_UNIT), start);
  return posts != NULL;
}

static char **
split_parts (const char *title)
{
  g_autoptr(GString) plain = g_string_new (title);
  static const char *const commas[] = { "，", "；", ";" };

  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    g_string_replace (plain, commas[i], ",", 0);
  return g_strsplit (plain->str, ",", -1);
}

/**
 * ty_appointment_post_parse:
 * @states: (element-type TyUnitState): the units with the names of the day
 * @file: an appointment form
 * @records: what it says, as records; gets a remark where the post is not understood
 *
 * Understands the present post (现任职务) of somebody who has none in the county file. It begins when the
 * last segment of the résumé does.
 *
 * Returns: (transfer full) (element-type TyAppointment): the posts, without a person and keys
 */
GPtrArray *
ty_appointment_post_parse (GPtrArray            *states,
                           TyAppointmentFile    *file,
                           TyAppointmentRecords *records)
{
  const char *written = ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_PRESENT_POST);
  g_autoptr(GPtrArray) appointments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_auto(GStrv) parts = NULL;
  TyRecord *unit = NULL;

  if (written == NULL)
    return g_steal_pointer (&appointments);

  title = ty_text_clean (written);
  parts = split_parts (title);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0'
        && !parse_part (states, parts[i], &unit, find_start (records->resume), appointments))
      {
        remark (records, title);
        g_ptr_array_set_size (appointments, 0);
        break;
      }
  return g_steal_pointer (&appointments);
}
