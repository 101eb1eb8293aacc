/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-sheet"

#include "config.h"

#include "ty-board-set.h"
#include "ty-board-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <unistd.h>

/* Sheets as files: PDF with pages, SVG and PNG with all of it in one picture. */

typedef struct
{
  int fd;
  int broken; /* the error number of the first write that failed */
} Sink;

/* Cairo 1.16 does not survive a PDF that cannot be written: the rest is swallowed, and looked at in the end. */
static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  while (length > 0 && sink->broken == 0)
    {
      gssize n = write (sink->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          sink->broken = n < 0 ? errno : ENOSPC;
          break;
        }
      data += n;
      length -= (unsigned int) n;
    }
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (const Sink      *sink,
       cairo_status_t   status,
       GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS && sink->broken == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, sink->broken != 0 ? g_io_error_from_errno (sink->broken) : G_IO_ERROR_FAILED,
               _("The file cannot be written: %s. Choose another folder, or make room there."),
               sink->broken != 0 ? g_strerror (sink->broken) : cairo_status_to_string (status));
  return FALSE;
}

/* The pages of a sheet or of a set. */
typedef struct
{
  TyBoardSheet *sheet; /* (nullable) */
  TyBoardSet *set;     /* (nullable) */
  const char *title;
  double width;
  double height;
  guint n_pages;
} Pages;

/* Viewers list the dashboards beside the pages. */
static void
add_outline (cairo_surface_t *surface,
             TyBoardSet      *set)
{
  for (guint i = 0; i < ty_board_set_get_n_sheets (set); i++)
    {
      g_autofree char *place = g_strdup_printf ("page=%u", ty_board_set_get_first_page (set, i) + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                     ty_board_sheet_get_title (ty_board_set_get_sheet (set, i)), place, 0);
    }
}

static void
draw_pages (const Pages *pages,
            cairo_t     *cr)
{
  for (guint i = 0; i < pages->n_pages; i++)
    {
      if (pages->set != NULL)
        ty_board_set_draw_page (pages->set, cr, i);
      else
        ty_board_sheet_draw_page (pages->sheet, cr, i);
      cairo_show_page (cr);
    }
}

static gboolean
write_pages (const Pages  *pages,
             int           fd,
             GError      **error)
{
  Sink sink = { fd, 0 };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, pages->width, pages->height);
  cairo_status_t status;
  cairo_t *cr;
  gboolean done;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pages->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Touyan");
  cr = cairo_create (surface);
  draw_pages (pages, cr);
  if (pages->set != NULL)
    add_outline (surface, pages->set);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  done = check (&sink, status, error);
  cairo_surface_destroy (surface);
  return done;
}

/**
 * ty_board_sheet_write_pdf:
 * @self: a sheet that is laid out
 * @fd: an open file, which stays open
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all of it was written
 */
gboolean
ty_board_sheet_write_pdf (TyBoardSheet  *self,
                          int            fd,
                          GError       **error)
{
  Pages pages = { .sheet = self, .title = ty_board_sheet_get_title (self),
                  .n_pages = ty_board_sheet_get_n_pages (self) };

  ty_board_sheet_get_page_size (self, &pages.width, &pages.height);
  return write_pages (&pages, fd, error);
}

/**
 * ty_board_set_write_pdf:
 * @self: a set of at least one dashboard, that is laid out
 * @fd: an open file, which stays open
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all of it was written
 */
gboolean
ty_board_set_write_pdf (TyBoardSet  *self,
                        int          fd,
                        GError     **error)
{
  Pages pages = { .set = self, .title = ty_board_set_get_title (self), .n_pages = ty_board_set_get_n_pages (self) };

  ty_board_sheet_get_page_size (ty_board_set_get_sheet (self, 0), &pages.width, &pages.height);
  return write_pages (&pages, fd, error);
}

/**
 * ty_board_sheet_write_svg:
 * @self: a sheet that is laid out as one page
 * @fd: an open file, which stays open
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all of it was written
 */
gboolean
ty_board_sheet_write_svg (TyBoardSheet  *self,
                          int            fd,
                          GError       **error)
{
  Sink sink = { fd, 0 };
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  gboolean done;

  ty_board_sheet_get_page_size (self, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, &sink, width, height);
  cr = cairo_create (surface);
  ty_board_sheet_draw_page (self, cr, 0);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  done = check (&sink, status, error);
  cairo_surface_destroy (surface);
  return done;
}

/**
 * ty_board_sheet_write_png:
 * @self: a sheet that is laid out as one page
 * @fd: an open file, which stays open
 * @pixels: how wide the picture is, from %TY_BOARD_PIXELS_LEAST to %TY_BOARD_PIXELS_MOST
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all of it was written
 */
gboolean
ty_board_sheet_write_png (TyBoardSheet  *self,
                          int            fd,
                          guint          pixels,
                          GError       **error)
{
  Sink sink = { fd, 0 };
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  gboolean done;

  ty_board_sheet_get_page_size (self, &width, &height);
  scale = CLAMP (pixels, TY_BOARD_PIXELS_LEAST, TY_BOARD_PIXELS_MOST) / width;
  /* Cairo has no picture that is higher than a short integer. */
  scale = MIN (scale, 32000 / height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  ty_board_sheet_draw_page (self, cr, 0);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, &sink);
  done = check (&sink, status, error);
  cairo_surface_destroy (surface);
  return done;
}
