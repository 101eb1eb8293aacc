/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-media-type"

#include "config.h"

#include "ty-media-type.h"

#include "ty-image-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a file is follows from its bytes: a name says what somebody wishes it to be. Only what is
 * listed here can be attached, and it is opened under a name that fits it. */

#define TEXT_LOOK 65536 /* bytes of a text that are looked at for characters that no text has */

typedef enum
{
  FAMILY_PDF,
  FAMILY_IMAGE,
  FAMILY_OLE,    /* the compound files of Word, Excel and WPS until 2003 */
  FAMILY_ZIP,    /* packages: OOXML, OFD, OpenDocument */
  FAMILY_OTHER,
} Family;

static const struct
{
  const char *media_type;
  const char *label;
  const char *icon;
  Family family;
  const char *suffixes[5]; /* the first is given to a name without one */
} types[] = {
  { "application/pdf", N_("PDF"), "x-office-document-symbolic", FAMILY_PDF, { "pdf" } },
  { "image/jpeg", N_("JPEG image"), "image-x-generic-symbolic", FAMILY_IMAGE, { "jpg", "jpeg", "jpe" } },
  { "image/png", N_("PNG image"), "image-x-generic-symbolic", FAMILY_IMAGE, { "png" } },
  { "image/tiff", N_("TIFF image"), "image-x-generic-symbolic", FAMILY_IMAGE, { "tif", "tiff" } },
  { "image/webp", N_("WebP image"), "image-x-generic-symbolic", FAMILY_IMAGE, { "webp" } },
  { "application/ofd", N_("OFD document"), "x-office-document-symbolic", FAMILY_ZIP, { "ofd" } },
  { "application/msword", N_("Word or WPS document"), "x-office-document-symbolic", FAMILY_OLE,
    { "doc", "wps", "dot", "wpt" } },
  { "application/vnd.ms-excel", N_("Excel or WPS workbook"), "x-office-spreadsheet-symbolic", FAMILY_OLE,
    { "xls", "et", "xlt", "ett" } },
  { "application/vnd.ms-powerpoint", N_("PowerPoint or WPS slides"), "x-office-presentation-symbolic",
    FAMILY_OLE, { "ppt", "dps", "pps", "dpt" } },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    N_("Word or WPS document"), "x-office-document-symbolic", FAMILY_ZIP, { "docx", "dotx", "wps" } },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    N_("Excel or WPS workbook"), "x-office-spreadsheet-symbolic", FAMILY_ZIP, { "xlsx", "xltx", "et" } },
  { "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    N_("PowerPoint or WPS slides"), "x-office-presentation-symbolic", FAMILY_ZIP, { "pptx", "ppsx", "dps" } },
  { "application/vnd.oasis.opendocument.text", N_("OpenDocument text"), "x-office-document-symbolic",
    FAMILY_ZIP, { "odt" } },
  { "application/vnd.oasis.opendocument.spreadsheet", N_("OpenDocument spreadsheet"),
    "x-office-spreadsheet-symbolic", FAMILY_ZIP, { "ods" } },
  { "application/rtf", N_("RTF document"), "x-office-document-symbolic", FAMILY_OTHER, { "rtf" } },
  { "text/plain", N_("Text"), "text-x-generic-symbolic", FAMILY_OTHER, { "txt", "csv", "log", "md" } },
};

static gboolean
has (const guint8 *data,
     gsize         length,
     const char   *text,
     gsize         n)
{
  return data != NULL && memmem (data, length, text, n) != NULL;
}

#define HAS(text) has (data, length, text, sizeof (text) - 1)
#define BEGINS(text) (length >= sizeof (text) - 1 && memcmp (data, text, sizeof (text) - 1) == 0)

/* The names of the members of a package stand in it as they are. */
static const char *
find_zip (const guint8 *data,
          gsize         length)
{
  if (HAS ("mimetypeapplication/vnd.oasis.opendocument.text"))
    return "application/vnd.oasis.opendocument.text";
  if (HAS ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
    return "application/vnd.oasis.opendocument.spreadsheet";
  if (HAS ("OFD.xml"))
    return "application/ofd";
  if (!HAS ("[Content_Types].xml"))
    return NULL;
  if (HAS ("word/document"))
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (HAS ("xl/workbook"))
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (HAS ("ppt/presentation"))
    return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return NULL;
}

/* The streams of a compound file are named in UTF-16. */
static const char *
find_ole (const guint8 *data,
          gsize         length)
{
  static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
  static const char book[] = "B\0o\0o\0k\0\0";
  static const char workbook[] = "W\0o\0r\0k\0b\0o\0o\0k";
  static const char slides[] = "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t";

  if (has (data, length, word, sizeof word - 1))
    return "application/msword";
  if (has (data, length, slides, sizeof slides - 1))
    return "application/vnd.ms-powerpoint";
  if (has (data, length, workbook, sizeof workbook - 1) || has (data, length, book, sizeof book - 1))
    return "application/vnd.ms-excel";
  return NULL;
}

static gboolean
is_plain (const guint8 *data,
          gsize         length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] < 0x20 && data[i] != '\t' && data[i] != '\n' && data[i] != '\r' && data[i] != '\f')
      return FALSE;

  return TRUE;
}

/* A text may be cut within its last character. */
static gboolean
is_text (const guint8 *data,
         gsize         length)
{
  gsize n = MIN (length, TEXT_LOOK);
  const char *end;
  g_autofree char *converted = NULL;
  gsize n_read = 0;

  if (BEGINS ("\xff\xfe") || BEGINS ("\xfe\xff"))
    return length % 2 == 0;
  if (!is_plain (data, n))
    return FALSE;
  if (g_utf8_validate_len ((const char *) data, n, &end) || (gsize) ((const guint8 *) end - data) + 4 > n)
    return TRUE;

  converted = g_convert ((const char *) data, (gssize) n, "UTF-8", "GB18030", &n_read, NULL, NULL);
  return converted != NULL || n_read + 4 > n;
}

/**
 * ty_media_type_find:
 * @data: (array length=length): a file
 * @length: how many bytes
 *
 * Returns: (transfer none) (nullable): what it is by its content, such as `application/pdf`; %NULL for
 *   anything that cannot be attached
 */
const char *
ty_media_type_find (const guint8 *data,
                    gsize         length)
{
  static const char *const images[] = {
    [TY_IMAGE_JPEG] = "image/jpeg", [TY_IMAGE_PNG] = "image/png", [TY_IMAGE_TIFF] = "image/tiff",
    [TY_IMAGE_WEBP] = "image/webp",
  };
  TyImageHeader header;

  if (length == 0)
    return NULL;
  if (ty_image_header_read (data, length, &header))
    return images[header.format];
  if (has (data, MIN (length, 1024), "%PDF-", 5))
    return "application/pdf";
  if (BEGINS ("PK\x03\x04"))
    return find_zip (data, length);
  if (BEGINS ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    return find_ole (data, length);
  if (BEGINS ("{\\rtf"))
    return "application/rtf";

  return is_text (data, length) ? "text/plain" : NULL;
}

static guint
find_type (const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].media_type, media_type) == 0)
      return i;

  return G_N_ELEMENTS (types);
}

/**
 * ty_media_type_get_label:
 * @media_type: (nullable): a type
 *
 * Returns: (transfer none): what people call it, in the user’s language
 */
const char *
ty_media_type_get_label (const char *media_type)
{
  guint i = find_type (media_type);

  return i < G_N_ELEMENTS (types) ? _(types[i].label) : _("File");
}

/**
 * ty_media_type_get_icon:
 * @media_type: (nullable): a type
 *
 * Returns: (transfer none): name of an icon for it
 */
const char *
ty_media_type_get_icon (const char *media_type)
{
  guint i = find_type (media_type);

  return i < G_N_ELEMENTS (types) ? types[i].icon : "text-x-generic-symbolic";
}

/**
 * ty_media_type_is_image:
 * @media_type: (nullable): a type
 *
 * Returns: whether a small picture of it can be shown
 */
gboolean
ty_media_type_is_image (const char *media_type)
{
  guint i = find_type (media_type);

  return i < G_N_ELEMENTS (types) && types[i].family == FAMILY_IMAGE;
}

static gboolean
has_suffix_of (guint       type,
               const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types[type].suffixes) && types[type].suffixes[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, types[type].suffixes[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * ty_media_type_dup_name:
 * @media_type: (nullable): a type
 * @name: a name, of whatever origin
 *
 * Makes a name for a file of that type: without anything that leads to another folder or hides the
 * file, and with an ending by which the system takes the file for nothing else.
 *
 * Returns: (transfer full): the name
 */
char *
ty_media_type_dup_name (const char *media_type,
                        const char *name)
{
  guint i = find_type (media_type);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *clean = NULL;

  g_strdelimit (valid, "/\\:*?\"<>|\n\r\t", ' ');
  g_strstrip (valid);
  while (*valid == '.')
    *valid = '_';
  clean = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 60));
  if (g_utf8_strlen (valid, -1) > 60 && strrchr (valid, '.') != NULL && i < G_N_ELEMENTS (types)
      && has_suffix_of (i, valid))
    return g_strdup_printf ("%s%s", clean, strrchr (valid, '.'));
  if (*clean == '\0')
    return g_strdup_printf ("%s.%s", _("File"), i < G_N_ELEMENTS (types) ? types[i].suffixes[0] : "bin");
  if (i == G_N_ELEMENTS (types))
    return g_strdup_printf ("%s.bin", clean);
  if (has_suffix_of (i, clean))
    return g_steal_pointer (&clean);

  return g_strdup_printf ("%s.%s", clean, types[i].suffixes[0]);
}

/**
 * ty_media_type_dup_accepted:
 *
 * Returns: (transfer full): endings of all files that can be attached, joined by commas
 */
char *
ty_media_type_dup_accepted (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint k = 0; k < G_N_ELEMENTS (types[i].suffixes) && types[i].suffixes[k] != NULL; k++)
      if (g_hash_table_add (seen, (gpointer) types[i].suffixes[k]))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", types[i].suffixes[k]);

  return g_strdup (text->str);
}
