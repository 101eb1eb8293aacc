/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xml-part"

#include "config.h"

#include "ty-xml-part.h"

#include "ty-xlsx-error.h"
#include "ty-xml-source.h"
#include "ty-zip-file.h"

#include <libxml/parser.h>
#include <libxml/xmlreader.h>

/**
 * TyXmlPart:
 *
 * One XML member of a zip, read step by step while it is unpacked, or a document of its own. Names are compared without
 * their namespace, which differs between the Transitional and the Strict form of OOXML and means
 * the same. A document type or an entity stops the reading; nothing is ever loaded.
 */
struct _TyXmlPart
{
  TyXmlSource *source;      /* (owned) */
  xmlTextReader *reader;    /* (owned) */
  GError *error;            /* (owned) (nullable): of the source */
  int failure;              /* the first xmlParserErrors that was fatal */
  guint depth;
  gboolean end_is_due;      /* for <a/>, which has no end of its own */
  gboolean in_attributes;
};

static int
read_cb (void *data,
         char *buffer,
         int   length)
{
  TyXmlPart *self = data;

  if (self->error != NULL)
    return -1;

  return (int) ty_xml_source_read (self->source, buffer, (gsize) length, &self->error);
}

static int
close_cb (void *data)
{
  return 0;
}

static void
error_cb (void        *data,
          xmlErrorPtr  error)
{
  TyXmlPart *self = data;

  if (error->level == XML_ERR_FATAL && self->failure == XML_ERR_OK)
    self->failure = error->code;
}

static gboolean
begin (TyXmlPart  *self,
       GError    **error)
{
  self->reader = xmlReaderForIO (read_cb, close_cb, self, NULL, "UTF-8",
                                 XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC);
  if (self->reader == NULL)
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }

  xmlTextReaderSetStructuredErrorHandler (self->reader, error_cb, self);
  return TRUE;
}

/**
 * ty_xml_part_open:
 * @zip: a zip, which lives longer than the part
 * @name: the name of a member
 * @limit: the most bytes that it may unpack to
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: (transfer full) (nullable): the part, before its first step
 */
TyXmlPart *
ty_xml_part_open (TyZipFile     *zip,
                  const char    *name,
                  guint64        limit,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(TyXmlPart) self = g_new0 (TyXmlPart, 1);
  TyZipPass *pass;

  pass = ty_zip_file_open_part (zip, name, limit, cancellable, error);
  if (pass == NULL)
    return NULL;

  self->source = ty_xml_source_new (pass);
  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_xml_part_open_bytes:
 * @bytes: an XML document, as UTF-8 or UTF-16
 * @limit: the most bytes that one text may have
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: (transfer full) (nullable): the document, before its first step
 */
TyXmlPart *
ty_xml_part_open_bytes (GBytes  *bytes,
                        gsize    limit,
                        GError **error)
{
  g_autoptr(TyXmlPart) self = g_new0 (TyXmlPart, 1);

  self->source = ty_xml_source_new_for_bytes (bytes, limit);
  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

void
ty_xml_part_free (TyXmlPart *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->source, ty_xml_source_free);
  g_clear_error (&self->error);
  g_free (self);
}

static TyXmlStep
fail (TyXmlPart  *self,
      GError    **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return TY_XML_ERROR;
    }

  switch (self->failure)
    {
    case XML_ERR_ENTITY_LOOP:
    case XML_ERR_ENTITY_PE_INTERNAL:
    case XML_ERR_UNDECLARED_ENTITY:
      ty_xlsx_error_hostile (error);
      break;
    /* A text, an attribute or a name above the bounds of the parser. */
    case XML_ERR_NO_MEMORY:
    case XML_ERR_INTERNAL_ERROR:
    case XML_ERR_NAME_TOO_LONG:
      ty_xlsx_error_unpacks (error);
      break;
    default:
      ty_xlsx_error_damaged (error);
      break;
    }
  return TY_XML_ERROR;
}

/* Behind the XML only the check sum of the member is left to see. */
static TyXmlStep
finish (TyXmlPart  *self,
        GError    **error)
{
  if (self->error != NULL || self->failure != XML_ERR_OK)
    return fail (self, error);

  return ty_xml_source_drain (self->source, error) ? TY_XML_DONE : TY_XML_ERROR;
}

static gboolean
has_too_many_names (TyXmlPart *self)
{
  xmlNode *node = xmlTextReaderCurrentNode (self->reader);

  return node != NULL && node->doc != NULL && node->doc->dict != NULL
         && xmlDictSize (node->doc->dict) > TY_XML_MAX_NAMES;
}

static TyXmlStep
step_of_node (TyXmlPart  *self,
              GError    **error)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      self->depth = (guint) xmlTextReaderDepth (self->reader);
      if (self->depth > TY_XML_MAX_DEPTH)
        {
          ty_xlsx_error_unpacks (error);
          return TY_XML_ERROR;
        }
      self->end_is_due = xmlTextReaderIsEmptyElement (self->reader) == 1;
      return TY_XML_START;
    case XML_READER_TYPE_END_ELEMENT:
      self->depth = (guint) xmlTextReaderDepth (self->reader);
      return TY_XML_END;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return TY_XML_TEXT;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
    case XML_READER_TYPE_ENTITY:
      ty_xlsx_error_hostile (error);
      return TY_XML_ERROR;
    default:
      return TY_XML_DONE;
    }
}

/**
 * ty_xml_part_next:
 * @self: a part
 * @error: a `TY_XLSX_ERROR`
 *
 * Steps on. Nothing is called after an error or after the end.
 *
 * Returns: what was met
 */
TyXmlStep
ty_xml_part_next (TyXmlPart  *self,
                  GError    **error)
{
  if (self->in_attributes)
    xmlTextReaderMoveToElement (self->reader);
  self->in_attributes = FALSE;

  if (self->end_is_due)
    {
      self->end_is_due = FALSE;
      return TY_XML_END;
    }

  while (TRUE)
    {
      int result = xmlTextReaderRead (self->reader);
      TyXmlStep step;

      if (result < 0)
        return fail (self, error);
      if (result == 0)
        return finish (self, error);

      if (has_too_many_names (self))
        {
          ty_xlsx_error_unpacks (error);
          return TY_XML_ERROR;
        }
      step = step_of_node (self, error);
      if (step != TY_XML_DONE)
        return step;
    }
}

/**
 * ty_xml_part_get_depth:
 * @self: a part that stands on a start or an end
 *
 * Returns: how many elements are around this one; 0 for the root
 */
guint
ty_xml_part_get_depth (TyXmlPart *self)
{
  return self->depth;
}

/**
 * ty_xml_part_is:
 * @self: a part that stands on a start or an end
 * @name: a name without a prefix
 *
 * Returns: whether the element has this name
 */
gboolean
ty_xml_part_is (TyXmlPart  *self,
                const char *name)
{
  return g_strcmp0 (ty_xml_part_get_name (self), name) == 0;
}

/**
 * ty_xml_part_get_name:
 * @self: a part that stands on a start or an end
 *
 * Returns: (transfer none): the name of the element without a prefix
 */
const char *
ty_xml_part_get_name (TyXmlPart *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

/**
 * ty_xml_part_get_text:
 * @self: a part that stands on characters
 *
 * Returns: (transfer none): the characters, valid until the next step
 */
const char *
ty_xml_part_get_text (TyXmlPart *self)
{
  const xmlChar *text = xmlTextReaderConstValue (self->reader);

  return text != NULL ? (const char *) text : "";
}

/**
 * ty_xml_part_next_attribute:
 * @self: a part that stands on a start
 * @name: (out) (transfer none): the name without its prefix
 * @value: (out) (transfer none): the value, valid until the next call
 *
 * Steps to the next attribute of the element.
 *
 * Returns: whether there was one more
 */
gboolean
ty_xml_part_next_attribute (TyXmlPart   *self,
                            const char **name,
                            const char **value)
{
  const xmlChar *text;

  if (xmlTextReaderMoveToNextAttribute (self->reader) != 1)
    {
      if (self->in_attributes)
        xmlTextReaderMoveToElement (self->reader);
      self->in_attributes = FALSE;
      return FALSE;
    }

  self->in_attributes = TRUE;
  text = xmlTextReaderConstValue (self->reader);
  *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  *value = text != NULL ? (const char *) text : "";
  return TRUE;
}

/**
 * ty_xml_part_dup_attribute:
 * @self: a part that stands on a start
 * @name: the name of an attribute without its prefix
 *
 * Returns: (transfer full) (nullable): its value, or %NULL where the element has none
 */
char *
ty_xml_part_dup_attribute (TyXmlPart  *self,
                           const char *name)
{
  const char *found;
  const char *value;
  char *copy = NULL;

  while (ty_xml_part_next_attribute (self, &found, &value))
    if (copy == NULL && g_strcmp0 (found, name) == 0)
      copy = g_strdup (value);

  return copy;
}
