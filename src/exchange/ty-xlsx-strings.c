/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-strings"

#include "config.h"

#include "ty-xlsx-strings.h"

#include "ty-xlsx-error.h"
#include "ty-xlsx-text.h"
#include "ty-xml-part.h"

#define PART_MAX_BYTES (G_GUINT64_CONSTANT (512) << 20)

/**
 * TyXlsxStrings:
 *
 * The texts that cells name by number, one behind the other.
 */
struct _TyXlsxStrings
{
  GString *texts;   /* (owned): each ends with a NUL */
  GArray *offsets;  /* (owned) (element-type guint32): where each begins */
};

static gboolean
read_string (TyXlsxStrings  *self,
             TyXmlPart      *part,
             GError        **error)
{
  guint32 offset = (guint32) self->texts->len;

  if (!ty_xlsx_text_read_rich (part, self->texts, error))
    return FALSE;

  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->offsets, offset);
  if (self->texts->len > TY_XLSX_MAX_STRING_BYTES || self->offsets->len > TY_XLSX_MAX_STRINGS)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }

  return TRUE;
}

/**
 * ty_xlsx_strings_load:
 * @zip: a workbook
 * @name: (nullable): the part of the shared strings, or %NULL where the workbook has none
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: (transfer full) (nullable): the texts
 */
TyXlsxStrings *
ty_xlsx_strings_load (TyZipFile     *zip,
                      const char    *name,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(TyXlsxStrings) self = g_new0 (TyXlsxStrings, 1);
  g_autoptr(TyXmlPart) part = NULL;

  self->texts = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (name == NULL)
    return g_steal_pointer (&self);

  part = ty_xml_part_open (zip, name, PART_MAX_BYTES, cancellable, error);
  if (part == NULL)
    return NULL;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (part, error);

      if (step == TY_XML_ERROR)
        return NULL;
      if (step == TY_XML_DONE)
        return g_steal_pointer (&self);
      if (step == TY_XML_START && ty_xml_part_get_depth (part) == 1 && ty_xml_part_is (part, "si")
          && !read_string (self, part, error))
        return NULL;
    }
}

void
ty_xlsx_strings_free (TyXlsxStrings *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * ty_xlsx_strings_get:
 * @self: the texts
 * @index: a number, from 0
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none of this number
 */
const char *
ty_xlsx_strings_get (TyXlsxStrings *self,
                     guint64        index)
{
  if (index >= self->offsets->len)
    return NULL;

  return self->texts->str + g_array_index (self->offsets, guint32, index);
}
