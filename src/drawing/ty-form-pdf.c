/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-pdf"

#include "config.h"

#include "ty-form-pdf.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/**
 * TyFormPdf:
 *
 * A PDF of forms, written page by page: what was drawn is in the file and no longer in memory. Its fonts are
 * embedded, its text can be searched for, and each form has a bookmark.
 */
struct _TyFormPdf
{
  int fd;
  int broken;                /* the error number of the first write that failed */
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n_pages;
};

/* Cairo 1.16 does not survive a PDF that cannot be written: what went wrong is noted, and the rest of the data
 * is swallowed until somebody looks. */
static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  TyFormPdf *self = closure;

  while (length > 0 && self->broken == 0)
    {
      gssize n = write (self->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          self->broken = n < 0 ? errno : ENOSPC;
          break;
        }
      data += n;
      length -= (unsigned int) n;
    }
  return CAIRO_STATUS_SUCCESS;
}

/**
 * ty_form_pdf_new:
 * @fd: an open file, which stays open
 * @title: the title of the document
 *
 * Returns: (transfer full): a PDF without pages
 */
TyFormPdf *
ty_form_pdf_new (int         fd,
                 const char *title)
{
  TyFormPdf *self = g_new0 (TyFormPdf, 1);

  self->fd = fd;
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self, 595, 842);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Touyan");
  self->cr = cairo_create (self->surface);
  return self;
}

void
ty_form_pdf_free (TyFormPdf *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

static gboolean
check (TyFormPdf  *self,
       GError    **error)
{
  cairo_status_t status = cairo_status (self->cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS && self->broken == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, self->broken != 0 ? g_io_error_from_errno (self->broken) : G_IO_ERROR_FAILED,
               _("The PDF cannot be written: %s"),
               self->broken != 0 ? g_strerror (self->broken) : cairo_status_to_string (status));
  return FALSE;
}

/**
 * ty_form_pdf_add:
 * @self: a PDF
 * @form: what is added at its end
 * @bookmark: (nullable): what its bookmark says
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether it is written
 */
gboolean
ty_form_pdf_add (TyFormPdf   *self,
                 TyForm      *form,
                 const char  *bookmark,
                 GError     **error)
{
  for (guint i = 0; i < ty_form_get_n_pages (form); i++)
    {
      double width, height;

      ty_form_get_page_size (form, i, &width, &height);
      cairo_pdf_surface_set_size (self->surface, width, height);
      ty_form_draw_page (form, i, self->cr);
      self->n_pages++;
      if (i == 0 && bookmark != NULL)
        {
          g_autofree char *link = g_strdup_printf ("page=%u", self->n_pages);

          cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, bookmark, link, 0);
        }
      cairo_show_page (self->cr);
    }
  return check (self, error);
}

/**
 * ty_form_pdf_get_n_pages:
 * @self: a PDF
 *
 * Returns: how many pages it has so far
 */
guint
ty_form_pdf_get_n_pages (TyFormPdf *self)
{
  return self->n_pages;
}

/**
 * ty_form_pdf_finish:
 * @self: a PDF
 * @error: a `G_IO_ERROR`
 *
 * Writes what stands at the end of a PDF, its fonts among it. Nothing can be added then.
 *
 * Returns: whether all of it is written
 */
gboolean
ty_form_pdf_finish (TyFormPdf  *self,
                    GError    **error)
{
  cairo_surface_finish (self->surface);
  if (self->broken == 0 && cairo_surface_status (self->surface) == CAIRO_STATUS_SUCCESS)
    return TRUE;

  return check (self, error);
}
