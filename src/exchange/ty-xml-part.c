/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xml-part"

#include "config.h"

#include "ty-xml-part.h"

#include "ty-xlsx-error.h"
#include "ty-xml-source.h"
#include "ty-xml-token.h"
#include "ty-xml-window.h"
#include "ty-zip-file.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *value;
  gsize name_length;
} Attribute;

/**
 * TyXmlPart:
 *
 * One XML member of a zip, read step by step while it is unpacked, or a document of its own. Names are compared without
 * their namespace, which differs between the Transitional and the Strict form of OOXML and means
 * the same. A document type or an entity stops the reading; nothing is ever loaded.
 *
 * A step looks at the bytes from one `<` to the next, which stay where they were unpacked: names, values and texts
 * are decoded in their place and end with a 0 there. So a worksheet of a hundred thousand rows is read at half
 * the speed at which it is unpacked, and nothing is allocated for a cell.
 */
struct _TyXmlPart
{
  TyXmlWindow window;
  char held;           /* the byte at the start, in whose place a text ends with a 0 */
  gboolean holds;
  gboolean begun;

  GString *names;      /* (owned): of the open elements, with their prefixes, each with a 0 behind it */
  gsize places[TY_XML_MAX_DEPTH + 1];
  guint n_open;
  guint depth;
  gboolean had_root;
  gboolean end_is_due; /* for <a/>, which has no end of its own */

  const char *name;    /* without its prefix */
  const char *text;
  Attribute attributes[TY_XML_MAX_ATTRIBUTES];
  guint n_attributes;
  guint next_attribute;
};

static TyXmlPart *
part_new (TyXmlSource *source,
          gsize        limit)
{
  TyXmlPart *self = g_new0 (TyXmlPart, 1);

  ty_xml_window_init (&self->window, source, limit);
  self->names = g_string_new (NULL);
  self->text = "";
  return self;
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
  TyZipPass *pass = ty_zip_file_open_part (zip, name, limit, cancellable, error);

  return pass != NULL ? part_new (ty_xml_source_new (pass), TY_XML_MAX_PIECE_BYTES) : NULL;
}

/**
 * ty_xml_part_open_bytes:
 * @bytes: an XML document, as UTF-8 or UTF-16
 * @limit: the most bytes that one text may have
 *
 * Returns: (transfer full): the document, before its first step
 */
TyXmlPart *
ty_xml_part_open_bytes (GBytes *bytes,
                        gsize   limit)
{
  return part_new (ty_xml_source_new_for_bytes (bytes), limit);
}

void
ty_xml_part_free (TyXmlPart *self)
{
  ty_xml_window_clear (&self->window);
  g_string_free (self->names, TRUE);
  g_free (self);
}

static TyXmlStep
fail_damaged (GError **error)
{
  ty_xlsx_error_damaged (error);
  return TY_XML_ERROR;
}

static TyXmlStep
fail_large (GError **error)
{
  ty_xlsx_error_unpacks (error);
  return TY_XML_ERROR;
}

static TyXmlStep
fail_hostile (GError **error)
{
  ty_xlsx_error_hostile (error);
  return TY_XML_ERROR;
}

static const char *
skip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static TyXmlStep
push_name (TyXmlPart   *self,
           const char  *name,
           GError     **error)
{
  if (self->n_open == 0 && self->had_root)
    return fail_damaged (error);
  if (self->n_open > TY_XML_MAX_DEPTH)
    return fail_large (error);

  self->had_root = TRUE;
  self->depth = self->n_open;
  self->places[self->n_open++] = self->names->len;
  g_string_append_len (self->names, name, (gssize) strlen (name) + 1);
  self->name = skip_prefix (self->names->str + self->places[self->depth]);
  return TY_XML_START;
}

/* The name stays readable until another element begins. */
static TyXmlStep
pop_name (TyXmlPart *self)
{
  self->depth = --self->n_open;
  self->name = skip_prefix (self->names->str + self->places[self->depth]);
  self->names->len = self->places[self->depth];
  return TY_XML_END;
}

static gboolean
is_twice (TyXmlPart       *self,
          const Attribute *attribute)
{
  for (guint i = 0; i < self->n_attributes; i++)
    if (self->attributes[i].name_length == attribute->name_length
        && memcmp (self->attributes[i].name, attribute->name, attribute->name_length) == 0)
      return TRUE;

  return FALSE;
}

/* One attribute from @text on, which has @length bytes to the end of the tag; returns how many it has, or 0. */
static gsize
read_attribute (TyXmlPart  *self,
                char       *text,
                gsize       length,
                GError    **error)
{
  Attribute attribute = { .name = text, .name_length = ty_xml_token_skip_name (text, length) };
  gsize n = attribute.name_length;
  TyXmlTokenState state;
  gsize value_length;
  char *value, *close;

  n += ty_xml_token_skip_blanks (text + n, length - n);
  if (attribute.name_length == 0 || n == length || text[n++] != '=')
    return fail_damaged (error);
  n += ty_xml_token_skip_blanks (text + n, length - n);
  if (n == length || (text[n] != '"' && text[n] != '\''))
    return fail_damaged (error);
  value = text + n + 1;
  close = memchr (value, text[n], length - n - 1);
  if (close == NULL || is_twice (self, &attribute)
      || !ty_xml_token_is_readable (attribute.name, attribute.name_length))
    return fail_damaged (error);
  if (self->n_attributes == TY_XML_MAX_ATTRIBUTES)
    return fail_large (error);

  n = (gsize) (close - text) + 1;
  value_length = (gsize) (close - value);
  state = ty_xml_token_decode (value, &value_length, TRUE);
  if (state != TY_XML_TOKEN_GOOD)
    return state == TY_XML_TOKEN_ENTITY ? fail_hostile (error) : fail_damaged (error);
  value[value_length] = '\0';
  attribute.value = value;
  self->attributes[self->n_attributes++] = attribute;
  return n;
}

/* The names end only when all of the tag was read, since a 0 stands where the = was. */
static void
end_names (TyXmlPart *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->n_attributes; i++)
    {
      Attribute attribute = self->attributes[i];

      ((char *) attribute.name)[attribute.name_length] = '\0';
      if (g_str_has_prefix (attribute.name, "xmlns:"))
        continue;
      attribute.name = skip_prefix (attribute.name);
      self->attributes[kept++] = attribute;
    }
  self->n_attributes = kept;
}

static TyXmlStep
read_start (TyXmlPart  *self,
            GError    **error)
{
  gsize end, n, name_length;
  char *text;
  TyXmlStep step;

  if (!ty_xml_window_find_tag_end (&self->window, &end, error))
    return TY_XML_ERROR;

  text = self->window.buffer + self->window.start + 1;
  self->window.start += end + 1;
  self->end_is_due = end > 1 && text[end - 2] == '/';
  end -= 1 + self->end_is_due;
  name_length = ty_xml_token_skip_name (text, end);
  if (name_length == 0 || !ty_xml_token_is_readable (text, name_length))
    return fail_damaged (error);

  self->n_attributes = self->next_attribute = 0;
  for (n = name_length; n < end;)
    {
      gsize blanks = ty_xml_token_skip_blanks (text + n, end - n);
      gsize length;

      n += blanks;
      if (n == end)
        break;
      if (blanks == 0)
        return fail_damaged (error);
      length = read_attribute (self, text + n, end - n, error);
      if (length == 0)
        return TY_XML_ERROR;
      n += length;
    }
  text[name_length] = '\0';
  end_names (self);
  step = push_name (self, text, error);
  return step;
}

static TyXmlStep
read_end (TyXmlPart  *self,
          GError    **error)
{
  gsize end, length, name_length;
  const char *name, *open;

  if (!ty_xml_window_find_whole (&self->window, ">", 2, &end, error))
    return TY_XML_ERROR;

  name = self->window.buffer + self->window.start + 2;
  length = end - 2;
  self->window.start += end + 1;
  name_length = ty_xml_token_skip_name (name, length);
  if (self->n_open == 0 || name_length + ty_xml_token_skip_blanks (name + name_length, length - name_length) != length)
    return fail_damaged (error);
  open = self->names->str + self->places[self->n_open - 1];
  if (strncmp (open, name, name_length) != 0 || open[name_length] != '\0')
    return fail_damaged (error);

  return pop_name (self);
}

/* The text of @length bytes from @begin on is what was met; outside of the root there are only blanks. */
static TyXmlStep
take_text (TyXmlPart  *self,
           char       *begin,
           gsize       length,
           gboolean    decodes,
           GError    **error)
{
  TyXmlTokenState state = TY_XML_TOKEN_GOOD;

  if (self->n_open == 0)
    return ty_xml_token_skip_blanks (begin, length) == length ? TY_XML_DONE : fail_damaged (error);
  if (decodes)
    state = ty_xml_token_decode (begin, &length, FALSE);
  else if (!ty_xml_token_is_readable (begin, length))
    state = TY_XML_TOKEN_DAMAGED;
  if (state != TY_XML_TOKEN_GOOD)
    return state == TY_XML_TOKEN_ENTITY ? fail_hostile (error) : fail_damaged (error);

  begin[length] = '\0';
  self->text = begin;
  return TY_XML_TEXT;
}

static TyXmlStep
read_text (TyXmlPart  *self,
           GError    **error)
{
  gsize place;
  gboolean found;
  char *begin;

  if (!ty_xml_window_find (&self->window, "<", 0, &place, &found, error))
    return TY_XML_ERROR;

  begin = self->window.buffer + self->window.start;
  self->window.start += place;
  if (found && self->n_open > 0)
    {
      self->held = self->window.buffer[self->window.start];
      self->holds = TRUE;
    }
  return take_text (self, begin, place, TRUE, error);
}

/* A comment, CDATA, or the declarations of a document type. %TY_XML_DONE is nothing to be told. */
static TyXmlStep
read_bang (TyXmlPart  *self,
           GError    **error)
{
  static const char cdata[] = "<![CDATA[";
  char *begin;
  gsize place;

  if (!ty_xml_window_has (&self->window, strlen (cdata), error))
    return TY_XML_ERROR;
  begin = self->window.buffer + self->window.start;
  if (ty_xml_window_get_n (&self->window) >= 4 && memcmp (begin, "<!--", 4) == 0)
    {
      if (!ty_xml_window_find_whole (&self->window, "-->", 4, &place, error))
        return TY_XML_ERROR;
      if (!ty_xml_token_is_readable (self->window.buffer + self->window.start, place))
        return fail_damaged (error);
      self->window.start += place + 3;
      return TY_XML_DONE;
    }
  if (ty_xml_window_get_n (&self->window) < strlen (cdata) || memcmp (begin, cdata, strlen (cdata)) != 0)
    {
      gboolean declares = ty_xml_window_get_n (&self->window) > 2 && begin[2] != '-' && begin[2] != '[';

      return declares ? fail_hostile (error) : fail_damaged (error);
    }

  if (!ty_xml_window_find_whole (&self->window, "]]>", strlen (cdata), &place, error))
    return TY_XML_ERROR;
  begin = self->window.buffer + self->window.start + strlen (cdata);
  self->window.start += place + 3;
  if (self->n_open == 0)
    return fail_damaged (error);
  return take_text (self, begin, place - strlen (cdata), FALSE, error);
}

static TyXmlStep
read_order (TyXmlPart  *self,
            GError    **error)
{
  gsize place;

  if (!ty_xml_window_find_whole (&self->window, "?>", 2, &place, error))
    return TY_XML_ERROR;
  if (!ty_xml_token_is_readable (self->window.buffer + self->window.start, place))
    return fail_damaged (error);

  self->window.start += place + 2;
  return TY_XML_DONE;
}

static gboolean
skip_mark (TyXmlPart  *self,
           GError    **error)
{
  if (!ty_xml_window_has (&self->window, 3, error))
    return FALSE;
  if (ty_xml_window_get_n (&self->window) >= 3
      && memcmp (self->window.buffer + self->window.start, "\xEF\xBB\xBF", 3) == 0)
    self->window.start += 3;

  self->begun = TRUE;
  return TRUE;
}

/* Behind the XML only the check sum of the member is left to see. */
static TyXmlStep
finish (TyXmlPart  *self,
        GError    **error)
{
  if (self->n_open > 0 || !self->had_root)
    return fail_damaged (error);

  return ty_xml_source_drain (self->window.source, error) ? TY_XML_DONE : TY_XML_ERROR;
}

/* What begins at the start; %TY_XML_DONE for what is not told. */
static TyXmlStep
read_next (TyXmlPart  *self,
           GError    **error)
{
  if (self->window.buffer[self->window.start] != '<')
    return read_text (self, error);
  if (!ty_xml_window_has (&self->window, 2, error))
    return TY_XML_ERROR;
  if (ty_xml_window_get_n (&self->window) < 2)
    return fail_damaged (error);

  switch (self->window.buffer[self->window.start + 1])
    {
    case '/':
      return read_end (self, error);
    case '!':
      return read_bang (self, error);
    case '?':
      return read_order (self, error);
    default:
      return read_start (self, error);
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
  if (self->holds)
    self->window.buffer[self->window.start] = self->held;
  self->holds = FALSE;
  if (self->end_is_due)
    {
      self->end_is_due = FALSE;
      return pop_name (self);
    }
  if (!self->begun && !skip_mark (self, error))
    return TY_XML_ERROR;

  while (TRUE)
    {
      TyXmlStep step;

      if (!ty_xml_window_has (&self->window, 1, error))
        return TY_XML_ERROR;
      if (ty_xml_window_get_n (&self->window) == 0)
        return finish (self, error);
      step = read_next (self, error);
      if (step != TY_XML_DONE)
        return step;
    }
}

/* One step within an element that is passed over; @level counts the open ones. */
static gboolean
skip_step (TyXmlPart  *self,
           guint      *level,
           GError    **error)
{
  gsize place;
  gboolean found;

  if (!ty_xml_window_has (&self->window, 2, error))
    return FALSE;
  if (ty_xml_window_get_n (&self->window) < 2)
    return fail_damaged (error) == TY_XML_DONE;
  if (self->window.buffer[self->window.start] != '<')
    {
      if (!ty_xml_window_find (&self->window, "<", 0, &place, &found, error))
        return FALSE;
      self->window.start += place;
      return TRUE;
    }

  switch (self->window.buffer[self->window.start + 1])
    {
    case '!':
      return read_bang (self, error) != TY_XML_ERROR;
    case '?':
      return read_order (self, error) != TY_XML_ERROR;
    case '/':
      if (--*level == 0)
        return read_end (self, error) == TY_XML_END;
      if (!ty_xml_window_find_whole (&self->window, ">", 2, &place, error))
        return FALSE;
      self->window.start += place + 1;
      return TRUE;
    default:
      if (!ty_xml_window_find_tag_end (&self->window, &place, error))
        return FALSE;
      *level += self->window.buffer[self->window.start + place - 1] != '/';
      self->window.start += place + 1;
      return TRUE;
    }
}

/**
 * ty_xml_part_skip:
 * @self: a part that stands on a start
 * @error: a `TY_XLSX_ERROR`
 *
 * Passes over the element with all that is in it, of which only the brackets are looked at, and stands on its end.
 *
 * Returns: whether it had an end
 */
gboolean
ty_xml_part_skip (TyXmlPart  *self,
                  GError    **error)
{
  guint level = 1;

  if (self->end_is_due)
    return ty_xml_part_next (self, error) == TY_XML_END;

  while (level > 0)
    if (!skip_step (self, &level, error))
      return FALSE;

  return TRUE;
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
  return strcmp (self->name, name) == 0;
}

/**
 * ty_xml_part_get_name:
 * @self: a part that stands on a start or an end
 *
 * Returns: (transfer none): the name of the element without a prefix, valid until the next step
 */
const char *
ty_xml_part_get_name (TyXmlPart *self)
{
  return self->name;
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
  return self->text;
}

/**
 * ty_xml_part_next_attribute:
 * @self: a part that stands on a start
 * @name: (out) (transfer none): the name without its prefix
 * @value: (out) (transfer none): the value, valid until the next step
 *
 * Steps to the next attribute of the element; behind the last one the first comes again.
 *
 * Returns: whether there was one more
 */
gboolean
ty_xml_part_next_attribute (TyXmlPart   *self,
                            const char **name,
                            const char **value)
{
  if (self->next_attribute == self->n_attributes)
    {
      self->next_attribute = 0;
      return FALSE;
    }

  *name = self->attributes[self->next_attribute].name;
  *value = self->attributes[self->next_attribute++].value;
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
  for (guint i = 0; i < self->n_attributes; i++)
    if (strcmp (self->attributes[i].name, name) == 0)
      return g_strdup (self->attributes[i].value);

  return NULL;
}
