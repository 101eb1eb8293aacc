/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-document"

#include "config.h"

#include "ty-form-document.h"

#include "ty-docx-writer.h"
#include "ty-form-pdf.h"
#include "ty-form-word.h"

#include <string.h>

static const char *const extensions[] = { "pdf", "docx" };

/**
 * TyFormDocument:
 *
 * Forms in one file, whatever it is: what was added is in the file and no longer in memory.
 */
struct _TyFormDocument
{
  TyFormPdf *pdf;        /* (owned) (nullable) */
  TyFormWord *word;      /* (owned) (nullable) */
  TyDocxWriter *writer;  /* (owned) (nullable): of @word */
};

/**
 * ty_form_format_get_extension:
 * @format: a format
 *
 * Returns: (transfer none): how names of such files end, without the dot
 */
const char *
ty_form_format_get_extension (TyFormFormat format)
{
  return extensions[format];
}

/**
 * ty_form_format_parse:
 * @extension: how the name of a file ends, without the dot
 * @format: (out): the format
 *
 * Returns: whether forms can be written so
 */
gboolean
ty_form_format_parse (const char   *extension,
                      TyFormFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_ascii_strcasecmp (extensions[i], extension) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static guint
keep_picture (GBytes      *picture,
              const char  *extension,
              gpointer     data,
              GError     **error)
{
  TyFormDocument *self = data;

  return ty_docx_writer_add_picture (self->writer, picture, extension, error);
}

static guint
keep_footer (const char  *xml,
             gpointer     data,
             GError     **error)
{
  TyFormDocument *self = data;

  return ty_docx_writer_add_footer (self->writer, xml, error);
}

/**
 * ty_form_document_new:
 * @format: what it is
 * @fd: an open file, which stays open until the document is gone
 * @template: of which form
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a document without pages
 */
TyFormDocument *
ty_form_document_new (TyFormFormat     format,
                      int              fd,
                      TyFormTemplate  *template,
                      GError         **error)
{
  g_autoptr(TyFormDocument) self = g_new0 (TyFormDocument, 1);
  const char *title = ty_form_template_get_title (template);

  if (format == TY_FORM_FORMAT_PDF)
    {
      self->pdf = ty_form_pdf_new (fd, title);
      return g_steal_pointer (&self);
    }
  self->writer = ty_docx_writer_new (fd, title, ty_form_template_get_n_footers (template), error);
  if (self->writer == NULL)
    return NULL;
  self->word = ty_form_word_new (keep_picture, keep_footer, self);
  return g_steal_pointer (&self);
}

void
ty_form_document_free (TyFormDocument *self)
{
  g_clear_pointer (&self->pdf, ty_form_pdf_free);
  g_clear_pointer (&self->word, ty_form_word_free);
  g_clear_pointer (&self->writer, ty_docx_writer_free);
  g_free (self);
}

static gboolean
pass_on (TyFormDocument  *self,
         GError         **error)
{
  GString *xml = ty_form_word_get_xml (self->word);
  gboolean done = ty_docx_writer_add (self->writer, xml->str, xml->len, error);

  g_string_truncate (xml, 0);
  return done;
}

/**
 * ty_form_document_add:
 * @self: a document
 * @form: what is added at its end
 * @bookmark: (nullable): whose form it is
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether it is written
 */
gboolean
ty_form_document_add (TyFormDocument  *self,
                      TyForm          *form,
                      const char      *bookmark,
                      GError         **error)
{
  if (self->pdf != NULL)
    return ty_form_pdf_add (self->pdf, form, bookmark, error);

  return ty_form_word_add (self->word, form, error) && pass_on (self, error);
}

/**
 * ty_form_document_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has so far
 */
guint
ty_form_document_get_n_pages (TyFormDocument *self)
{
  return self->pdf != NULL ? ty_form_pdf_get_n_pages (self->pdf) : ty_form_word_get_n_pages (self->word);
}

/**
 * ty_form_document_finish:
 * @self: a document
 * @error: a `G_IO_ERROR`
 *
 * Writes what stands at the end. Nothing can be added then.
 *
 * Returns: whether all of it is written
 */
gboolean
ty_form_document_finish (TyFormDocument  *self,
                         GError         **error)
{
  if (self->pdf != NULL)
    return ty_form_pdf_finish (self->pdf, error);

  ty_form_word_finish (self->word);
  return pass_on (self, error) && ty_docx_writer_finish (self->writer, error);
}
