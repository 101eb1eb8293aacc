/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-docx-writer"

#include "config.h"

#include "ty-docx-writer.h"

#include "ty-zip-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The parts of a document around its text (ECMA-376-1, transitional). */

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* The relations of the document that are always there. */
#define N_RELATIONS 3

#define BUFFER_BYTES 65536

static const char content_types[] =
  HEAD "<Types xmlns=\"" PACKAGE "/content-types\">"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
  "<Default Extension=\"png\" ContentType=\"image/png\"/>"
  "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPES ".document.main+xml\"/>"
  "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPES ".styles+xml\"/>"
  "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPES ".settings+xml\"/>"
  "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" TYPES ".fontTable+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\" "
  "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>";

static const char relations[] =
  HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\" "
  "Target=\"docProps/core.xml\"/></Relationships>";

/* Between letters and characters a word processor would leave a blank, which changes where lines end. */
static const char styles[] =
  HEAD "<w:styles xmlns:w=\"" WORD "\"><w:docDefaults><w:rPrDefault><w:rPr>"
  "<w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\" w:cs=\"宋体\"/><w:sz w:val=\"21\"/>"
  "<w:szCs w:val=\"21\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
  "<w:pPrDefault><w:pPr><w:widowControl w:val=\"0\"/><w:overflowPunct w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/>"
  "<w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr>"
  "</w:pPrDefault></w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
  "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"b\"><w:name w:val=\"Normal Table\"/><w:uiPriority "
  "w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>"
  "<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
  "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";

/* With footers those of odd and even pages are told apart. */
static const char settings[] =
  HEAD "<w:settings xmlns:w=\"" WORD "\"><w:zoom w:percent=\"100\"/>%s<w:characterSpacingControl "
  "w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
  "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";

/* What a font is called elsewhere, where it is not found under its name. */
#define FONT(name, other) \
  "<w:font w:name=\"" name "\"><w:altName w:val=\"" other "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/>" \
  "<w:pitch w:val=\"variable\"/></w:font>"

static const char fonts[] =
  HEAD "<w:fonts xmlns:w=\"" WORD "\">" FONT ("宋体", "SimSun") FONT ("仿宋_GB2312", "仿宋") FONT ("楷体_GB2312", "楷体")
  FONT ("黑体", "SimHei") FONT ("方正小标宋简体", "FZXiaoBiaoSong-B05S") "</w:fonts>";

/**
 * TyDocxWriter:
 *
 * Writes a document for word processors. Pictures go into the zip at once; the text waits beside it in a file
 * without a name until all pictures are there, since a zip is written member by member, so that memory does not
 * grow with the document.
 */
struct _TyDocxWriter
{
  TyZipWriter *zip;    /* (owned) */
  GString *relations;  /* (owned): of pictures and footers */
  guint n_relations;   /* of these */
  guint n_pictures;
  guint n_footers;
  int text;            /* the file without a name, -1 = none */
};

static gboolean
add_part (TyDocxWriter  *self,
          const char    *name,
          const char    *xml,
          GError       **error)
{
  return ty_zip_writer_begin (self->zip, name, error) && ty_zip_writer_add (self->zip, xml, strlen (xml), error);
}

static char *
make_core (const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return g_strdup_printf (HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
                          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>%s</dc:title>"
                          "<dc:creator>Touyan</dc:creator></cp:coreProperties>", escaped);
}

static gboolean
fail (int       code,
      GError  **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The document cannot be written: %s."),
               g_strerror (code));
  return FALSE;
}

static gboolean
open_text (TyDocxWriter  *self,
           GError       **error)
{
  g_autofree char *path = NULL;

  self->text = g_file_open_tmp ("touyan-XXXXXX", &path, error);
  if (self->text < 0)
    return FALSE;

  g_unlink (path);
  return TRUE;
}

/* What the package holds stands at its beginning. */
static char *
make_content_types (guint n_footers)
{
  GString *types = g_string_new (content_types);

  for (guint i = 1; i <= n_footers; i++)
    g_string_append_printf (types, "<Override PartName=\"/word/footer%u.xml\" ContentType=\"" TYPES ".footer+xml\"/>", i);
  g_string_append (types, "</Types>");
  return g_string_free (types, FALSE);
}

/**
 * ty_docx_writer_new:
 * @fd: a regular file that stays open until the writer is gone
 * @title: of the document
 * @n_footers: how many footers follow
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a document without text
 */
TyDocxWriter *
ty_docx_writer_new (int          fd,
                    const char  *title,
                    guint        n_footers,
                    GError     **error)
{
  g_autoptr(TyDocxWriter) self = g_new0 (TyDocxWriter, 1);
  g_autofree char *core = make_core (title);
  g_autofree char *types = make_content_types (n_footers);
  g_autofree char *set = g_strdup_printf (settings, n_footers > 0 ? "<w:evenAndOddHeaders/>" : "");

  self->text = -1;
  self->relations = g_string_new (NULL);
  self->zip = ty_zip_writer_new (fd, error);
  if (self->zip == NULL
      || !add_part (self, "[Content_Types].xml", types, error)
      || !add_part (self, "_rels/.rels", relations, error)
      || !add_part (self, "docProps/core.xml", core, error)
      || !add_part (self, "word/styles.xml", styles, error)
      || !add_part (self, "word/settings.xml", set, error)
      || !add_part (self, "word/fontTable.xml", fonts, error)
      || !open_text (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ty_docx_writer_free (TyDocxWriter *self)
{
  g_clear_pointer (&self->zip, ty_zip_writer_free);
  g_string_free (self->relations, TRUE);
  if (self->text >= 0)
    close (self->text);
  g_free (self);
}

/**
 * ty_docx_writer_add_picture:
 * @self: a document
 * @picture: an encoded picture
 * @extension: `jpeg` or `png`
 * @error: a `G_IO_ERROR`
 *
 * Returns: the number of the relation by which the text names it, 0 where it cannot be written
 */
guint
ty_docx_writer_add_picture (TyDocxWriter  *self,
                            GBytes        *picture,
                            const char    *extension,
                            GError       **error)
{
  guint relation = N_RELATIONS + ++self->n_relations;
  g_autofree char *name = g_strdup_printf ("word/media/image%u.%s", ++self->n_pictures, extension);
  gsize length;
  const char *bytes = g_bytes_get_data (picture, &length);

  if (!ty_zip_writer_begin (self->zip, name, error) || !ty_zip_writer_add (self->zip, bytes, length, error))
    return 0;

  g_string_append_printf (self->relations, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/image\" "
                                           "Target=\"media/image%u.%s\"/>", relation, self->n_pictures, extension);
  return relation;
}

/**
 * ty_docx_writer_add_footer:
 * @self: a document that was said to have footers
 * @xml: one of them
 * @error: a `G_IO_ERROR`
 *
 * Returns: the number of the relation by which sections name it, 0 where it cannot be written
 */
guint
ty_docx_writer_add_footer (TyDocxWriter  *self,
                           const char    *xml,
                           GError       **error)
{
  guint relation = N_RELATIONS + ++self->n_relations;
  g_autofree char *name = g_strdup_printf ("word/footer%u.xml", ++self->n_footers);

  if (!add_part (self, name, xml, error))
    return 0;

  g_string_append_printf (self->relations, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/footer\" "
                                           "Target=\"footer%u.xml\"/>", relation, self->n_footers);
  return relation;
}

/**
 * ty_docx_writer_add:
 * @self: a document
 * @xml: (array length=length): more of the part `word/document.xml`
 * @length: bytes of @xml
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether it is kept
 */
gboolean
ty_docx_writer_add (TyDocxWriter  *self,
                    const char    *xml,
                    gsize          length,
                    GError       **error)
{
  while (length > 0)
    {
      gssize n = write (self->text, xml, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (n < 0 ? errno : ENOSPC, error);
      xml += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
copy_text (TyDocxWriter  *self,
           GError       **error)
{
  g_autofree char *buffer = g_malloc (BUFFER_BYTES);

  if (lseek (self->text, 0, SEEK_SET) < 0)
    return fail (errno, error);
  while (TRUE)
    {
      gssize n = read (self->text, buffer, BUFFER_BYTES);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (errno, error);
      if (n == 0)
        return TRUE;
      if (!ty_zip_writer_add (self->zip, buffer, (gsize) n, error))
        return FALSE;
    }
}

/**
 * ty_docx_writer_finish:
 * @self: a document with all its text
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the document is whole
 */
gboolean
ty_docx_writer_finish (TyDocxWriter  *self,
                       GError       **error)
{
  g_autofree char *parts = g_strconcat (HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
                                        "<Relationship Id=\"rId1\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
                                        "<Relationship Id=\"rId2\" Type=\"" OFFICE "/settings\" "
                                        "Target=\"settings.xml\"/><Relationship Id=\"rId3\" Type=\"" OFFICE "/fontTable\" "
                                        "Target=\"fontTable.xml\"/>", self->relations->str, "</Relationships>", NULL);

  return add_part (self, "word/_rels/document.xml.rels", parts, error)
         && ty_zip_writer_begin (self->zip, "word/document.xml", error) && copy_text (self, error)
         && ty_zip_writer_finish (self->zip, error);
}
