/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-lrm"

#include "config.h"

#include "ty-lrm.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The file of the old editor (field.md 5): one record of 33 texts in double quotes, in GBK, and the
 * photo beside it. */

#define N_TEXTS 33
#define N_RELATIVES 7

enum
{
  LEVELS = 9,       /* full-time level # degree @ in-service level # degree */
  SCHOOLS = 10,
  RELATIONS = 20,   /* these five are lists, joined by @ */
  OCCUPATIONS = 24,
};

static const int fields[N_TEXTS] = {
  TY_APPOINTMENT_FIELD_NAME,
  TY_APPOINTMENT_FIELD_SEX,
  TY_APPOINTMENT_FIELD_BIRTH,
  TY_APPOINTMENT_FIELD_ETHNICITY,
  TY_APPOINTMENT_FIELD_NATIVE_PLACE,
  TY_APPOINTMENT_FIELD_PARTY,
  TY_APPOINTMENT_FIELD_HEALTH,
  TY_APPOINTMENT_FIELD_BIRTH_PLACE,
  TY_APPOINTMENT_FIELD_WORK_DATE,
  -1,
  -1,
  TY_APPOINTMENT_FIELD_PROFESSIONAL_TITLE,
  -1,
  -1,
  -1,
  -1,
  TY_APPOINTMENT_FIELD_SKILL,
  TY_APPOINTMENT_FIELD_RESUME,
  TY_APPOINTMENT_FIELD_HONOURS,
  TY_APPOINTMENT_FIELD_ANNUAL_RESULTS,
  -1,
  -1,
  -1,
  -1,
  -1,
  TY_APPOINTMENT_FIELD_PRESENT_POST,
  TY_APPOINTMENT_FIELD_PROPOSED_POST,
  TY_APPOINTMENT_FIELD_DISMISSED_POST,
  TY_APPOINTMENT_FIELD_REASON,
  TY_APPOINTMENT_FIELD_REPORTING_UNIT,
  TY_APPOINTMENT_FIELD_AGE_DATE,
  TY_APPOINTMENT_FIELD_FILLED_BY,
  TY_APPOINTMENT_FIELD_FORM_DATE,
};

static const TyAppointmentFileField levels[] = {
  TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL, TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE,
  TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL, TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE,
};
static const TyAppointmentFileField schools[] = {
  TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL_SCHOOL, TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE_SCHOOL,
  TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL_SCHOOL, TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE_SCHOOL,
};

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_DAMAGED,
                       _("The appointment file is cut off or damaged. Copy it again from where it came "
                         "from, or open it in the editor and save it again."));
  return FALSE;
}

/**
 * ty_lrm_is:
 * @bytes: a file
 *
 * Returns: whether it begins like an .lrm
 */
gboolean
ty_lrm_is (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return length > 3 && text[3] == '"';

  return length > 0 && text[0] == '"';
}

static char *
decode (GBytes  *bytes,
        GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  char *decoded;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (memchr (text, '\0', length) != NULL)
    {
      fail (error);
      return NULL;
    }
  if (g_utf8_validate (text, (gssize) length, NULL))
    return g_strndup (text, length);

  decoded = g_convert (text, (gssize) length, "UTF-8", "GB18030", NULL, NULL, NULL);
  if (decoded == NULL)
    fail (error);
  return decoded;
}

static void
set (TyAppointmentFile  *file,
     TyAppointmentFileField  field,
     const char         *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_auto(GStrv) lines = g_strsplit (trimmed, "\r\n", -1);

  if (*trimmed != '\0')
    ty_appointment_file_take (file, field, g_strjoinv ("\n", lines));
}

/* Two pairs, the parts of a pair divided by # and the pairs by @. */
static void
set_pairs (TyAppointmentFile        *file,
           const TyAppointmentFileField *of,
           const char               *text)
{
  g_auto(GStrv) pairs = g_strsplit (text, "@", 2);

  for (guint i = 0; i < 2 && pairs[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (pairs[i], "#", 2);

      for (guint j = 0; j < 2 && parts[j] != NULL; j++)
        set (file, of[2 * i + j], parts[j]);
    }
}

/* Each text stands in quotes, whatever quotes are in it: the old editor does not double them. */
static char **
split_texts (char *text)
{
  char *inner = g_strstrip (text);
  gsize length = strlen (inner);
  char **texts;

  if (length < 2 || inner[0] != '"' || inner[length - 1] != '"')
    return NULL;
  inner[length - 1] = '\0';
  texts = g_strsplit (inner + 1, "\",\"", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr(GString) plain = g_string_new (texts[i]);

      g_string_replace (plain, "\"\"", "\"", 0);
      g_free (texts[i]);
      texts[i] = g_string_free (g_steal_pointer (&plain), FALSE);
    }
  return texts;
}

static const char *
part_of (char  **parts,
         guint   place)
{
  return place < g_strv_length (parts) && *g_strstrip (parts[place]) != '\0' ? parts[place] : NULL;
}

static void
set_family (TyAppointmentFile *file,
            char             **texts)
{
  char **lists[OCCUPATIONS - RELATIONS + 1];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      lists[i] = g_strsplit (texts[RELATIONS + i], "@", -1);
      n = MAX (n, g_strv_length (lists[i]));
    }
  for (guint i = 0; i < MIN (n, TY_APPOINTMENT_MAX_RELATIVES); i++)
    if (part_of (lists[0], i) != NULL || part_of (lists[1], i) != NULL)
      ty_appointment_file_add_relative (file, part_of (lists[0], i), part_of (lists[1], i),
                                        part_of (lists[2], i), part_of (lists[3], i),
                                        part_of (lists[4], i));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_strfreev (lists[i]);
}

/* The photo has the name of the file and ends in .pic; without one there is none. */
static gboolean
read_photo (TyAppointmentFile  *file,
            const char         *path,
            GError            **error)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  static const char *const ends[] = { ".pic", ".PIC", ".Pic" };

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *stem = g_strndup (path, (gsize) (dot - path));
      g_autofree char *name = g_strconcat (stem, ends[i], NULL);
      g_autoptr(GFile) picture = g_file_new_for_path (name);
      g_autoptr(GFileInfo) info = g_file_query_info (picture, "standard::size,standard::type",
                                                     G_FILE_QUERY_INFO_NONE, NULL, NULL);

      if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
          || g_file_info_get_size (info) == 0
          || g_file_info_get_size (info) > TY_APPOINTMENT_FILE_BYTES)
        continue;
      file->photo = g_file_load_bytes (picture, NULL, NULL, NULL);
      return file->photo == NULL || ty_appointment_file_check_photo (file->photo, error);
    }
  return TRUE;
}

/**
 * ty_lrm_read:
 * @bytes: an .lrm file, in GBK or UTF-8
 * @path: (nullable): where it lies, for the .pic beside it
 * @error: a `TY_APPOINTMENT_FILE_ERROR`
 *
 * Returns: (transfer full) (nullable): what it says
 */
TyAppointmentFile *
ty_lrm_read (GBytes      *bytes,
             const char  *path,
             GError     **error)
{
  g_autoptr(TyAppointmentFile) file = ty_appointment_file_new ();
  g_autofree char *text = decode (bytes, error);
  g_auto(GStrv) texts = text != NULL ? split_texts (text) : NULL;

  if (text == NULL)
    return NULL;
  if (texts == NULL || g_strv_length (texts) < N_TEXTS || *g_strstrip (texts[0]) == '\0')
    {
      fail (error);
      return NULL;
    }

  for (guint i = 0; i < N_TEXTS; i++)
    if (fields[i] >= 0)
      set (file, (TyAppointmentFileField) fields[i], texts[i]);
  set_pairs (file, levels, texts[LEVELS]);
  set_pairs (file, schools, texts[SCHOOLS]);
  set_family (file, texts);

  return read_photo (file, path, error) ? g_steal_pointer (&file) : NULL;
}

static void
append_plain (GString    *line,
              const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (line, "\r\n");
    else if (*p == '"')
      g_string_append (line, "\"\"");
    else
      g_string_append_c (line, *p);
}

/* What divides the parts of a list is taken out of the parts. */
static void
append_part (GString    *line,
             const char *text)
{
  g_autofree char *part = g_strdelimit (g_strdup (text != NULL ? text : ""), "@#\r\n", ' ');

  append_plain (line, part);
}

static void
append_pairs (GString                  *line,
              TyAppointmentFile        *file,
              const TyAppointmentFileField *of)
{
  for (guint i = 0; i < 4; i++)
    {
      if (i > 0)
        g_string_append_c (line, i == 2 ? '@' : '#');
      append_part (line, ty_appointment_file_get (file, of[i]));
    }
}

static void
append_list (GString           *line,
             TyAppointmentFile *file,
             guint              which)
{
  for (guint i = 0; i < MAX (file->family->len, N_RELATIVES); i++)
    {
      TyAppointmentRelative *relative = i < file->family->len ? g_ptr_array_index (file->family, i)
                                                              : NULL;
      const char *texts[] = { relative != NULL ? relative->relation : NULL,
                              relative != NULL ? relative->name : NULL,
                              relative != NULL ? relative->birth : NULL,
                              relative != NULL ? relative->political : NULL,
                              relative != NULL ? relative->occupation : NULL };

      if (i > 0)
        g_string_append_c (line, '@');
      append_part (line, texts[which]);
    }
}

/**
 * ty_lrm_write:
 * @file: an appointment form
 * @error: %TY_APPOINTMENT_FILE_ERROR_FORMAT where a character is not in GB18030
 *
 * Writes the record of the old editor. It has no ID number and no form of 2025; the photo is written
 * beside it by the caller.
 *
 * Returns: (transfer full) (nullable): the bytes of an .lrm
 */
GBytes *
ty_lrm_write (TyAppointmentFile  *file,
              GError            **error)
{
  g_autoptr(GString) line = g_string_new (NULL);
  char *encoded;
  gsize length;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_string_append (line, i > 0 ? ",\"" : "\"");
      if (i == LEVELS || i == SCHOOLS)
        append_pairs (line, file, i == LEVELS ? levels : schools);
      else if (i >= RELATIONS && i <= OCCUPATIONS)
        append_list (line, file, i - RELATIONS);
      else if (fields[i] >= 0)
        append_plain (line, ty_appointment_file_get (file, (TyAppointmentFileField) fields[i]));
      g_string_append_c (line, '"');
    }

  encoded = g_convert (line->str, (gssize) line->len, "GB18030", "UTF-8", NULL, &length, NULL);
  if (encoded != NULL)
    return g_bytes_new_take (encoded, length);

  g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_FORMAT,
                       _("A character of this form cannot be written in the format of the old editor. "
                         "Choose .lrmx."));
  return NULL;
}
