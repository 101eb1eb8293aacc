/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-lrmx-writer"

#include "config.h"

#include "ty-lrmx-writer.h"

#include <string.h>

#define LINE_END "\r\n"

static gboolean
is_xml (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
}

/* Characters that XML cannot have are left out, and lines end as the editor ends them. */
static void
append_text (GString    *xml,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (xml, LINE_END);
      else if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (is_xml (c))
        g_string_append_unichar (xml, c);
    }
}

static void
append_element (GString    *xml,
                const char *indent,
                const char *name,
                const char *text)
{
  g_string_append (xml, indent);
  if (text == NULL || *text == '\0')
    {
      g_string_append_printf (xml, "<%s />" LINE_END, name);
      return;
    }

  g_string_append_printf (xml, "<%s>", name);
  append_text (xml, text);
  g_string_append_printf (xml, "</%s>" LINE_END, name);
}

static void
append_family (GString   *xml,
               GPtrArray *family)
{
  if (family->len == 0)
    {
      g_string_append (xml, "  <JiaTingChengYuan />" LINE_END);
      return;
    }

  g_string_append (xml, "  <JiaTingChengYuan>" LINE_END);
  for (guint i = 0; i < family->len; i++)
    {
      TyAppointmentRelative *relative = g_ptr_array_index (family, i);

      g_string_append (xml, "    <Item>" LINE_END);
      append_element (xml, "      ", "ChengWei", relative->relation);
      append_element (xml, "      ", "XingMing", relative->name);
      append_element (xml, "      ", "ChuShengRiQi", relative->birth);
      append_element (xml, "      ", "ZhengZhiMianMao", relative->political);
      append_element (xml, "      ", "GongZuoDanWeiJiZhiWu", relative->occupation);
      g_string_append (xml, "    </Item>" LINE_END);
    }
  g_string_append (xml, "  </JiaTingChengYuan>" LINE_END);
}

static void
append_photo (GString *xml,
              GBytes  *photo)
{
  g_autofree char *code = NULL;
  gsize size;
  const guchar *bytes;

  if (photo == NULL)
    {
      append_element (xml, "  ", "ZhaoPian", NULL);
      return;
    }
  bytes = g_bytes_get_data (photo, &size);
  code = g_base64_encode (bytes, size);
  append_element (xml, "  ", "ZhaoPian", code);
}

/**
 * ty_lrmx_write:
 * @file: an appointment form
 *
 * Writes it as the official editor does (field.md 4.4): all elements in their order, empty ones too;
 * those of the form of 2025 only where something stands in them; then what was not known when it was
 * read.
 *
 * Returns: (transfer full): the bytes of an .lrmx
 */
GBytes *
ty_lrmx_write (TyAppointmentFile *file)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>" LINE_END "<Person>" LINE_END);
  gsize length;

  for (TyAppointmentFileField field = 0; field < TY_APPOINTMENT_N_FIELDS; field++)
    {
      const char *text = ty_appointment_file_get (file, field);

      if (field == TY_APPOINTMENT_FIELD_REPORTING_UNIT)
        append_family (xml, file->family);
      if (field == TY_APPOINTMENT_FIELD_VERSION)
        append_photo (xml, file->photo);
      if (text != NULL || !ty_appointment_field_is_of_2025 (field))
        append_element (xml, "  ", ty_appointment_field_get_element (field), text);
    }
  for (guint i = 0; i < file->extras->len; i++)
    g_string_append_printf (xml, "  %s" LINE_END, (const char *) g_ptr_array_index (file->extras, i));

  g_string_append (xml, "</Person>" LINE_END);
  length = xml->len;
  return g_bytes_new_take (g_string_free (xml, FALSE), length);
}
