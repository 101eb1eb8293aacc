/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sheet-pdf"

#include "config.h"

#include "ty-sheet-pdf.h"

#include "ty-font-features.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* A4, in points. */
#define LONG_SIDE 841.89
#define SHORT_SIDE 595.28
#define MARGIN 34
#define ROWS_AT_ONCE 256

/* A table as PDF without a display and without a dialog. Each page leaves memory when it is done. */

typedef struct
{
  int fd;
  int code; /* of errno, 0 as long as all is well */
} Sink;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  while (length > 0)
    {
      gssize n = write (sink->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          sink->code = errno;
          return CAIRO_STATUS_WRITE_ERROR;
        }
      data += n;
      length -= (unsigned int) n;
    }
  return CAIRO_STATUS_SUCCESS;
}

/* Places of glyphs are those of paper and not of pixels. */
static PangoContext *
make_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static gboolean
lay_out (TyTableSheet  *sheet,
         cairo_t       *cr,
         double         width,
         double         height,
         GCancellable  *cancellable,
         GError       **error)
{
  PangoContext *context = make_context (cr);
  PangoFontDescription *font = ty_font_features_dup_font ();

  ty_table_sheet_begin (sheet, context, font, width - 2 * MARGIN, height - 2 * MARGIN);
  pango_font_description_free (font);
  g_object_unref (context);
  while (ty_table_sheet_go_on (sheet, ROWS_AT_ONCE))
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;

  return TRUE;
}

static gboolean
draw_pages (TyTableSheet         *sheet,
            cairo_t              *cr,
            TySheetProgressFunc   progress,
            gpointer              data,
            GCancellable         *cancellable,
            GError              **error)
{
  guint n = ty_table_sheet_get_n_pages (sheet);

  for (guint page = 0; page < n; page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (page, n, data);
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      ty_table_sheet_draw_page (sheet, cr, page);
      cairo_restore (cr);
      cairo_show_page (cr);
      if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
        return TRUE;
    }
  return TRUE;
}

static gboolean
check_surface (cairo_surface_t  *surface,
               const Sink       *sink,
               GError          **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, sink->code != 0 ? g_io_error_from_errno (sink->code) : G_IO_ERROR_FAILED,
               _("The PDF cannot be written: %s. Choose another folder, or make room there."),
               sink->code != 0 ? g_strerror (sink->code) : cairo_status_to_string (status));
  return FALSE;
}

/**
 * ty_sheet_pdf_write:
 * @sheet: a table
 * @fd: where to write
 * @progress: (nullable): hears how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: a `G_IO_ERROR`
 *
 * Writes a table as PDF on A4, a roster across the page.
 *
 * Returns: whether all of it was written
 */
gboolean
ty_sheet_pdf_write (TyTableSheet         *sheet,
                    int                   fd,
                    TySheetProgressFunc   progress,
                    gpointer              data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  gboolean grid = ty_table_sheet_has_grid (sheet);
  double width = grid ? LONG_SIDE : SHORT_SIDE, height = grid ? SHORT_SIDE : LONG_SIDE;
  Sink sink = { fd, 0 };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, width, height);
  cairo_t *cr;
  gboolean done;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ty_table_sheet_get_title (sheet));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Touyan");
  cr = cairo_create (surface);
  done = lay_out (sheet, cr, width, height, cancellable, error)
         && draw_pages (sheet, cr, progress, data, cancellable, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  done = done && check_surface (surface, &sink, error);
  cairo_surface_destroy (surface);
  return done;
}
