/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-json-scanner"

#include "config.h"

#include "ty-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK_BYTES 65536
#define MAX_NUMBER_BYTES 40

/**
 * TyJsonScanner:
 *
 * Reads JSON (RFC 8259) piece by piece, so that a county of any size needs no more memory than its
 * longest text. Only UTF-8; no text may hold the character NUL, which no file of ours can keep.
 */
struct _TyJsonScanner
{
  GInputStream *stream; /* (owned) */
  GString *text;        /* (owned): of the last name, text or number */
  gsize longest;        /* bytes of a text */
  gint64 integer;

  guint8 chunk[CHUNK_BYTES];
  gsize at;
  gsize filled;
  gboolean ended;

  guint line; /* of the next byte, from 1 */
  guint column;
  guint token_line; /* where the last token began */
  guint token_column;

  gboolean objects[TY_JSON_MAX_DEPTH]; /* which of the open ones are objects */
  gboolean begun[TY_JSON_MAX_DEPTH];   /* which of them have something in them */
  guint depth;
  gboolean named; /* a name was read, its value follows */
  gboolean done;  /* the one value was read */

  GCancellable *cancellable; /* (unowned) (nullable): of the call */
};

G_DEFINE_QUARK (ty-json-error-quark, ty_json_error)

/**
 * ty_json_scanner_new:
 * @stream: where the bytes come from
 * @longest: the most bytes of a text
 *
 * Returns: (transfer full): a scanner at the beginning
 */
TyJsonScanner *
ty_json_scanner_new (GInputStream *stream,
                     gsize         longest)
{
  TyJsonScanner *self = g_new0 (TyJsonScanner, 1);

  self->stream = g_object_ref (stream);
  self->text = g_string_new (NULL);
  self->longest = longest;
  self->line = self->column = 1;
  self->token_line = self->token_column = 1;
  return self;
}

void
ty_json_scanner_free (TyJsonScanner *self)
{
  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * ty_json_scanner_fail:
 * @self: a scanner
 * @code: what is wrong
 * @text: a sentence that says so
 * @error: where it goes, with the place of the last token before it
 *
 * Returns: %FALSE
 */
gboolean
ty_json_scanner_fail (TyJsonScanner  *self,
                      TyJsonError     code,
                      const char     *text,
                      GError        **error)
{
  g_set_error (error, TY_JSON_ERROR, (int) code,
               /* Translators: a place in a file, and a sentence that says what is wrong there */
               _("Line %u, column %u: %s"), self->token_line,
               self->token_column, text);
  return FALSE;
}

static gboolean
fail_syntax (TyJsonScanner  *self,
             const char     *text,
             GError        **error)
{
  self->token_line = self->line;
  self->token_column = self->column;
  return ty_json_scanner_fail (self, TY_JSON_ERROR_SYNTAX, text, error);
}

static gboolean
fill (TyJsonScanner  *self,
      GError        **error)
{
  gssize n;

  if (self->at < self->filled || self->ended)
    return TRUE;

  n = g_input_stream_read (self->stream, self->chunk, sizeof self->chunk, self->cancellable, error);
  if (n < 0)
    return FALSE;

  self->at = 0;
  self->filled = (gsize) n;
  self->ended = n == 0;
  return TRUE;
}

/* The next byte, or -1 at the end. */
static gboolean
peek (TyJsonScanner  *self,
      int            *byte,
      GError        **error)
{
  if (!fill (self, error))
    return FALSE;

  *byte = self->at < self->filled ? self->chunk[self->at] : -1;
  return TRUE;
}

static void
step (TyJsonScanner *self)
{
  guint8 byte = self->chunk[self->at++];

  if (byte == '\n')
    {
      self->line++;
      self->column = 1;
    }
  else if ((byte & 0xC0) != 0x80)
    {
      self->column++;
    }
}

static gboolean
peek_past_blanks (TyJsonScanner  *self,
                  int            *byte,
                  GError        **error)
{
  while (peek (self, byte, error))
    {
      if (*byte != ' ' && *byte != '\n' && *byte != '\r' && *byte != '\t')
        {
          self->token_line = self->line;
          self->token_column = self->column;
          return TRUE;
        }
      step (self);
    }
  return FALSE;
}

static gboolean
expect (TyJsonScanner  *self,
        const char     *word,
        const char     *otherwise,
        GError        **error)
{
  for (const char *p = word; *p != '\0'; p++)
    {
      int byte;

      if (!peek (self, &byte, error))
        return FALSE;
      if (byte != *p)
        return fail_syntax (self, otherwise, error);
      step (self);
    }
  return TRUE;
}

static gboolean
read_hex (TyJsonScanner  *self,
          gunichar       *unit,
          GError        **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int byte;

      if (!peek (self, &byte, error))
        return FALSE;
      if (byte < 0 || !g_ascii_isxdigit (byte))
        return fail_syntax (self, _("Four hexadecimal digits must follow \\u."), error);
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value ((char) byte);
      step (self);
    }
  return TRUE;
}

/* A character beyond the first 65,536 is written as two halves. */
static gboolean
read_unicode (TyJsonScanner  *self,
              GError        **error)
{
  gunichar unit, low;

  if (!read_hex (self, &unit, error))
    return FALSE;
  if (unit >= 0xD800 && unit < 0xDC00)
    {
      if (!expect (self, "\\u", _("This is half of a character."), error) || !read_hex (self, &low, error))
        return FALSE;
      if (low < 0xDC00 || low > 0xDFFF)
        return fail_syntax (self, _("This is half of a character."), error);
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  if (unit == 0 || !g_unichar_validate (unit))
    return fail_syntax (self, _("This is no character that a text can hold."), error);

  g_string_append_unichar (self->text, unit);
  return TRUE;
}

static gboolean
read_escape (TyJsonScanner  *self,
             GError        **error)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *found;
  int byte;

  step (self);
  if (!peek (self, &byte, error))
    return FALSE;
  if (byte == 'u')
    {
      step (self);
      return read_unicode (self, error);
    }
  found = byte > 0 ? strchr (from, byte) : NULL;
  if (found == NULL)
    return fail_syntax (self, _("After a backslash, this is not allowed."), error);

  g_string_append_c (self->text, to[found - from]);
  step (self);
  return TRUE;
}

/* As many plain bytes as lie ready. */
static void
take_plain (TyJsonScanner *self)
{
  gsize from = self->at;

  while (self->at < self->filled)
    {
      guint8 byte = self->chunk[self->at];

      if (byte == '"' || byte == '\\' || byte < 0x20)
        break;
      self->column += (byte & 0xC0) != 0x80;
      self->at++;
    }
  g_string_append_len (self->text, (const char *) self->chunk + from, (gssize) (self->at - from));
}

static gboolean
read_text (TyJsonScanner  *self,
           GError        **error)
{
  g_string_truncate (self->text, 0);
  step (self);
  for (;;)
    {
      int byte;

      if (!peek (self, &byte, error))
        return FALSE;
      if (byte == '"')
        break;
      if (byte < 0)
        return fail_syntax (self, _("The file ends within a text. It may not have been copied whole."), error);
      if (byte < 0x20)
        return fail_syntax (self, _("Line breaks and tabs in a text are written \\n and \\t."), error);
      if (byte == '\\' && !read_escape (self, error))
        return FALSE;
      if (byte != '\\')
        take_plain (self);
      if (self->text->len > self->longest)
        return ty_json_scanner_fail (self, TY_JSON_ERROR_LIMIT, _("This text is too long."), error);
    }
  step (self);
  if (!g_utf8_validate (self->text->str, (gssize) self->text->len, NULL))
    return ty_json_scanner_fail (self, TY_JSON_ERROR_SYNTAX, _("This text is not UTF-8."), error);

  return TRUE;
}

/* Digits, at least one. */
static gboolean
read_digits (TyJsonScanner  *self,
             GError        **error)
{
  gsize before = self->text->len;
  int byte;

  while (peek (self, &byte, error))
    {
      if (byte < '0' || byte > '9')
        return self->text->len > before || fail_syntax (self, _("This is no JSON value."), error);
      if (self->text->len > MAX_NUMBER_BYTES)
        return ty_json_scanner_fail (self, TY_JSON_ERROR_LIMIT, _("This number is too long."), error);
      g_string_append_c (self->text, (char) byte);
      step (self);
    }
  return FALSE;
}

/* Takes the next byte if it is one of some. */
static gboolean
take_one_of (TyJsonScanner  *self,
             const char     *bytes,
             gboolean       *taken,
             GError        **error)
{
  int byte;

  if (!peek (self, &byte, error))
    return FALSE;
  *taken = byte > 0 && strchr (bytes, byte) != NULL;
  if (*taken)
    {
      g_string_append_c (self->text, (char) byte);
      step (self);
    }
  return TRUE;
}

static gboolean
read_number (TyJsonScanner  *self,
             TyJsonToken    *token,
             GError        **error)
{
  gboolean taken, whole = TRUE;
  const char *digits;

  g_string_truncate (self->text, 0);
  if (!take_one_of (self, "-", &taken, error) || !read_digits (self, error))
    return FALSE;
  digits = self->text->str + (taken ? 1 : 0);
  if (*digits == '0' && digits[1] != '\0')
    return ty_json_scanner_fail (self, TY_JSON_ERROR_SYNTAX, _("A number does not begin with 0."), error);

  if (!take_one_of (self, ".", &taken, error) || (taken && !read_digits (self, error)))
    return FALSE;
  whole = !taken;
  if (!take_one_of (self, "eE", &taken, error))
    return FALSE;
  if (taken)
    {
      whole = FALSE;
      if (!take_one_of (self, "+-", &taken, error) || !read_digits (self, error))
        return FALSE;
    }
  *token = whole && g_ascii_string_to_signed (self->text->str, 10, G_MININT64, G_MAXINT64,
                                              &self->integer, NULL) ? TY_JSON_INTEGER : TY_JSON_NUMBER;
  return TRUE;
}

static gboolean
open_value (TyJsonScanner  *self,
            gboolean        object,
            GError        **error)
{
  if (self->depth == TY_JSON_MAX_DEPTH)
    return ty_json_scanner_fail (self, TY_JSON_ERROR_LIMIT, _("Too many objects stand within each other."),
                                 error);

  step (self);
  self->objects[self->depth] = object;
  self->begun[self->depth] = FALSE;
  self->depth++;
  return TRUE;
}

/* Whatever stands there now has a value before what follows. */
static void
note_value (TyJsonScanner *self)
{
  self->named = FALSE;
  if (self->depth > 0)
    self->begun[self->depth - 1] = TRUE;
  else
    self->done = TRUE;
}

static gboolean
read_value (TyJsonScanner  *self,
            int             byte,
            TyJsonToken    *token,
            GError        **error)
{
  if (byte == '{' || byte == '[')
    {
      *token = byte == '{' ? TY_JSON_OBJECT : TY_JSON_ARRAY;
      self->named = FALSE;
      return open_value (self, byte == '{', error);
    }

  switch (byte)
    {
    case '"':
      *token = TY_JSON_TEXT;
      if (!read_text (self, error))
        return FALSE;
      break;
    case 't':
    case 'f':
      *token = TY_JSON_BOOLEAN;
      self->integer = byte == 't';
      if (!expect (self, byte == 't' ? "true" : "false", _("This is no JSON value."), error))
        return FALSE;
      break;
    case 'n':
      *token = TY_JSON_NULL;
      if (!expect (self, "null", _("This is no JSON value."), error))
        return FALSE;
      break;
    case -1:
      return fail_syntax (self, _("The file ends too early. It may not have been copied whole."), error);
    default:
      if (!read_number (self, token, error))
        return FALSE;
    }
  note_value (self);
  return TRUE;
}

static gboolean
close_value (TyJsonScanner *self,
             TyJsonToken   *token)
{
  step (self);
  self->depth--;
  *token = self->objects[self->depth] ? TY_JSON_OBJECT_END : TY_JSON_ARRAY_END;
  note_value (self);
  return TRUE;
}

static gboolean
read_name (TyJsonScanner  *self,
           int             byte,
           TyJsonToken    *token,
           GError        **error)
{
  if (byte != '"')
    return fail_syntax (self, _("The name of a member, in quotation marks, must stand here."), error);
  if (!read_text (self, error))
    return FALSE;

  if (!peek_past_blanks (self, &byte, error))
    return FALSE;
  if (byte != ':')
    return fail_syntax (self, _("A colon must follow the name."), error);
  step (self);
  self->named = TRUE;
  *token = TY_JSON_NAME;
  return TRUE;
}

/* Within an object or an array, where no name waits for its value. */
static gboolean
read_next (TyJsonScanner  *self,
           int             byte,
           TyJsonToken    *token,
           GError        **error)
{
  gboolean object = self->objects[self->depth - 1];

  if (byte == (object ? '}' : ']'))
    return close_value (self, token);
  if (self->begun[self->depth - 1])
    {
      if (byte != ',')
        return fail_syntax (self, byte < 0 ? _("The file ends too early. It may not have been copied whole.")
                                           : _("A comma or the end must stand here."), error);
      step (self);
      if (!peek_past_blanks (self, &byte, error))
        return FALSE;
    }
  return object ? read_name (self, byte, token, error) : read_value (self, byte, token, error);
}

static gboolean
skip_mark (TyJsonScanner  *self,
           GError        **error)
{
  if (!fill (self, error))
    return FALSE;

  if (self->filled >= 3 && memcmp (self->chunk, "\xEF\xBB\xBF", 3) == 0)
    self->at = 3;
  return TRUE;
}

/**
 * ty_json_scanner_next:
 * @self: a scanner
 * @token: (out): what comes next
 * @cancellable: (nullable): stops it
 * @error: a `TY_JSON_ERROR` with line and column, or a `G_IO_ERROR`
 *
 * Returns: whether something comes next, which may be the end; after an error nothing else does
 */
gboolean
ty_json_scanner_next (TyJsonScanner  *self,
                      TyJsonToken    *token,
                      GCancellable   *cancellable,
                      GError        **error)
{
  gboolean first = self->filled == 0 && !self->ended;
  int byte;

  self->cancellable = cancellable;
  if ((first && !skip_mark (self, error)) || !peek_past_blanks (self, &byte, error))
    return FALSE;
  if (self->depth > 0 && !self->named)
    return read_next (self, byte, token, error);
  if (!self->done)
    return read_value (self, byte, token, error);
  if (byte >= 0)
    return fail_syntax (self, _("Nothing may follow the end of the object."), error);

  *token = TY_JSON_END;
  return TRUE;
}

/**
 * ty_json_scanner_get_text:
 * @self: a scanner at a name, a text or a number
 *
 * Returns: (transfer none): it, until the next token
 */
const char *
ty_json_scanner_get_text (TyJsonScanner *self)
{
  return self->text->str;
}

/**
 * ty_json_scanner_get_length:
 * @self: a scanner at a name, a text or a number
 *
 * Returns: its bytes
 */
gsize
ty_json_scanner_get_length (TyJsonScanner *self)
{
  return self->text->len;
}

/**
 * ty_json_scanner_get_integer:
 * @self: a scanner at an integer or a boolean
 *
 * Returns: it
 */
gint64
ty_json_scanner_get_integer (TyJsonScanner *self)
{
  return self->integer;
}
