/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-lrmx-reader"

#include "config.h"

#include "ty-lrmx-reader.h"

#include "ty-xlsx-error.h"
#include "ty-xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is kept of elements that are none of the form's. */
#define MAX_EXTRA_BYTES (256 * 1024)

typedef struct
{
  TyXmlPart *part;           /* (owned) */
  TyAppointmentFile *file;   /* (unowned) */
  gsize n_extra_bytes;
} Reading;

static void
set_error (GError                 **error,
           TyAppointmentFileError   code)
{
  const char *message = _("The appointment file is cut off or damaged. Copy it again from where it came "
                          "from, or open it in the editor and save it again.");

  if (code == TY_APPOINTMENT_FILE_ERROR_FORMAT)
    message = _("This is not an appointment file. Choose a file that ends in .lrmx or .lrm.");
  else if (code == TY_APPOINTMENT_FILE_ERROR_HOSTILE)
    message = _("The file holds declarations that no appointment file needs, and was not read: it may "
                "be meant to do harm. Ask where the file comes from.");
  else if (code == TY_APPOINTMENT_FILE_ERROR_TOO_LARGE)
    message = _("The file holds far more than an appointment form has, and was not read.");
  g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, (int) code, message);
}

/* The XML layer speaks of workbooks. */
static gboolean
translate (GError  *failure,
           GError **error)
{
  TyAppointmentFileError code = TY_APPOINTMENT_FILE_ERROR_DAMAGED;

  if (g_error_matches (failure, TY_XLSX_ERROR, TY_XLSX_ERROR_HOSTILE))
    code = TY_APPOINTMENT_FILE_ERROR_HOSTILE;
  else if (g_error_matches (failure, TY_XLSX_ERROR, TY_XLSX_ERROR_TOO_LARGE))
    code = TY_APPOINTMENT_FILE_ERROR_TOO_LARGE;
  g_error_free (failure);
  set_error (error, code);
  return FALSE;
}

static TyXmlStep
next (Reading  *reading,
      GError  **error)
{
  GError *failure = NULL;
  TyXmlStep step = ty_xml_part_next (reading->part, &failure);

  if (step == TY_XML_ERROR)
    translate (failure, error);
  return step;
}

/* The whole text of the element that was just begun; elements in it are passed over. */
static char *
read_text (Reading  *reading,
           GError  **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint depth = ty_xml_part_get_depth (reading->part);

  while (TRUE)
    {
      TyXmlStep step = next (reading, error);

      if (step == TY_XML_ERROR)
        return NULL;
      if (step == TY_XML_TEXT)
        g_string_append (text, ty_xml_part_get_text (reading->part));
      else if (step == TY_XML_END && ty_xml_part_get_depth (reading->part) == depth)
        break;
    }
  /* A line end may be written as a character: &#xD; before the line feed. */
  g_string_replace (text, "\r\n", "\n", 0);
  g_strdelimit (text->str, "\r", '\n');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F);
}

/* Blanks at the ends, full width and without width among them; nothing but blanks is nothing. */
static char *
trim (char *text)
{
  const char *begin = text;
  const char *end = text + strlen (text);
  char *trimmed;

  while (*begin != '\0' && is_blank (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  trimmed = begin != end ? g_strndup (begin, (gsize) (end - begin)) : NULL;
  g_free (text);
  return trimmed;
}

static gboolean
read_relative (Reading  *reading,
               GError  **error)
{
  static const char *const names[] = {
    "ChengWei", "XingMing", "ChuShengRiQi", "ZhengZhiMianMao", "GongZuoDanWeiJiZhiWu",
  };
  guint depth = ty_xml_part_get_depth (reading->part);
  char *texts[G_N_ELEMENTS (names)] = { NULL };
  TyXmlStep step;
  gboolean any = FALSE;

  while ((step = next (reading, error)) != TY_XML_ERROR)
    {
      if (step == TY_XML_END && ty_xml_part_get_depth (reading->part) == depth)
        break;
      for (guint i = 0; step == TY_XML_START && i < G_N_ELEMENTS (names); i++)
        if (ty_xml_part_is (reading->part, names[i]))
          {
            char *text = read_text (reading, error);

            if (text == NULL)
              step = TY_XML_ERROR;
            g_free (texts[i]);
            texts[i] = text != NULL ? trim (text) : NULL;
            any |= texts[i] != NULL;
            break;
          }
      if (step == TY_XML_ERROR)
        break;
    }
  if (step != TY_XML_ERROR && any && reading->file->family->len < TY_APPOINTMENT_MAX_RELATIVES)
    ty_appointment_file_add_relative (reading->file, texts[0], texts[1], texts[2], texts[3], texts[4]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (texts[i]);
  return step != TY_XML_ERROR;
}

static gboolean
read_family (Reading  *reading,
             GError  **error)
{
  guint depth = ty_xml_part_get_depth (reading->part);

  while (TRUE)
    {
      TyXmlStep step = next (reading, error);

      if (step == TY_XML_ERROR)
        return FALSE;
      if (step == TY_XML_END && ty_xml_part_get_depth (reading->part) == depth)
        return TRUE;
      if (step == TY_XML_START && ty_xml_part_is (reading->part, "Item")
          && !read_relative (reading, error))
        return FALSE;
    }
}

static gboolean
is_base64 (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("+/= \t\r\n", *p) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
read_photo (Reading  *reading,
            GError  **error)
{
  g_autofree char *text = read_text (reading, error);
  g_autofree guchar *bytes = NULL;
  const char *code = text;
  const char *comma;
  gsize length = 0;

  if (text == NULL)
    return FALSE;
  text = trim (g_steal_pointer (&text));
  if (text == NULL)
    return TRUE;

  code = text;
  comma = g_str_has_prefix (text, "data:") ? strchr (text, ',') : NULL;
  if (comma != NULL)
    code = comma + 1;
  if (is_base64 (code))
    bytes = g_base64_decode (code, &length);
  g_clear_pointer (&reading->file->photo, g_bytes_unref);
  reading->file->photo = g_bytes_new (bytes, length);
  return ty_appointment_file_check_photo (reading->file->photo, error);
}

static void
append_escaped (GString    *xml,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (xml, escaped);
}

static void
append_start (Reading *reading,
              GString *xml)
{
  const char *name, *value;

  g_string_append_printf (xml, "<%s", ty_xml_part_get_name (reading->part));
  while (ty_xml_part_next_attribute (reading->part, &name, &value))
    {
      g_string_append_printf (xml, " %s=\"", name);
      append_escaped (xml, value);
      g_string_append_c (xml, '"');
    }
  g_string_append_c (xml, '>');
}

/* An element that is none of the form's is kept as it is, to be written back. */
static gboolean
read_extra (Reading  *reading,
            GError  **error)
{
  g_autoptr(GString) xml = g_string_new (NULL);
  guint depth = ty_xml_part_get_depth (reading->part);

  append_start (reading, xml);
  while (TRUE)
    {
      TyXmlStep step = next (reading, error);

      if (step == TY_XML_ERROR)
        return FALSE;
      if (step == TY_XML_START)
        append_start (reading, xml);
      else if (step == TY_XML_TEXT)
        append_escaped (xml, ty_xml_part_get_text (reading->part));
      else
        g_string_append_printf (xml, "</%s>", ty_xml_part_get_name (reading->part));
      if (reading->n_extra_bytes + xml->len > MAX_EXTRA_BYTES)
        {
          set_error (error, TY_APPOINTMENT_FILE_ERROR_TOO_LARGE);
          return FALSE;
        }
      if (step == TY_XML_END && ty_xml_part_get_depth (reading->part) == depth)
        break;
    }
  reading->n_extra_bytes += xml->len;
  g_ptr_array_add (reading->file->extras, g_string_free (g_steal_pointer (&xml), FALSE));
  return TRUE;
}

static gboolean
read_element (Reading  *reading,
              GError  **error)
{
  int field = ty_appointment_field_find (ty_xml_part_get_name (reading->part));
  char *text;

  if (ty_xml_part_is (reading->part, "JiaTingChengYuan"))
    return read_family (reading, error);
  if (ty_xml_part_is (reading->part, "ZhaoPian"))
    return read_photo (reading, error);
  if (field < 0)
    return read_extra (reading, error);

  text = read_text (reading, error);
  if (text == NULL)
    return FALSE;
  ty_appointment_file_take (reading->file, (TyAppointmentFileField) field, trim (text));
  return TRUE;
}

static gboolean
read_person (Reading  *reading,
             GError  **error)
{
  TyXmlStep step = next (reading, error);

  if (step == TY_XML_ERROR)
    return FALSE;
  if (step != TY_XML_START || !ty_xml_part_is (reading->part, "Person"))
    {
      set_error (error, TY_APPOINTMENT_FILE_ERROR_FORMAT);
      return FALSE;
    }
  while ((step = next (reading, error)) != TY_XML_DONE)
    if (step == TY_XML_ERROR || (step == TY_XML_START && !read_element (reading, error)))
      return FALSE;

  if (ty_appointment_file_get (reading->file, TY_APPOINTMENT_FIELD_NAME) != NULL)
    return TRUE;
  g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_FORMAT,
                       _("The appointment file has no name in it."));
  return FALSE;
}

/* A file may say UTF-8 of itself and be written in the encoding of the old editor. */
static GBytes *
to_utf8 (GBytes  *bytes,
         GError **error)
{
  gsize length, n_written;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *converted = NULL;

  if (length >= 2 && (text[0] == '\xFF' || text[0] == '\xFE'))
    return g_bytes_ref (bytes);
  if (g_utf8_validate_len (text, length, NULL))
    return g_bytes_ref (bytes);

  converted = g_convert (text, (gssize) length, "UTF-8", "GB18030", NULL, &n_written, NULL);
  if (converted == NULL)
    {
      set_error (error, TY_APPOINTMENT_FILE_ERROR_DAMAGED);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&converted), n_written);
}

/**
 * ty_lrmx_read:
 * @bytes: an .lrmx file
 * @error: a `TY_APPOINTMENT_FILE_ERROR`
 *
 * Reads the XML of the official editor (field.md 4): elements in any order, blank ones as empty, and
 * those that are not known kept for writing back. Document types and entities are refused.
 *
 * Returns: (transfer full) (nullable): what it says
 */
TyAppointmentFile *
ty_lrmx_read (GBytes  *bytes,
              GError **error)
{
  g_autoptr(GBytes) utf8 = to_utf8 (bytes, error);
  g_autoptr(TyAppointmentFile) file = NULL;
  Reading reading = { NULL, NULL, 0 };
  gboolean done;

  if (utf8 == NULL)
    return NULL;
  reading.part = ty_xml_part_open_bytes (utf8, TY_APPOINTMENT_FILE_BYTES);
  file = ty_appointment_file_new ();
  reading.file = file;
  done = read_person (&reading, error);
  ty_xml_part_free (reading.part);
  return done ? g_steal_pointer (&file) : NULL;
}
