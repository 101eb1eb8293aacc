/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-draw"

#include "config.h"

#include "ty-form-photo.h"
#include "ty-form-private.h"
#include "ty-form-visit.h"

typedef struct
{
  TyFormWriter *writer; /* (unowned) */
  cairo_t *cr;          /* (unowned) */
} Pen;

static void
draw_line (cairo_t *cr,
           double   thickness,
           double   x1,
           double   y1,
           double   x2,
           double   y2)
{
  if (thickness <= 0)
    return;

  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x1 * TY_FORM_POINTS, y1 * TY_FORM_POINTS);
  cairo_line_to (cr, x2 * TY_FORM_POINTS, y2 * TY_FORM_POINTS);
  cairo_stroke (cr);
}

/* Upside down around the middle of the box. */
static void
turn (cairo_t         *cr,
      const TyFormBox *box)
{
  double x = (box->x + box->width / 2) * TY_FORM_POINTS, y = (box->y + box->height / 2) * TY_FORM_POINTS;

  cairo_translate (cr, x, y);
  cairo_rotate (cr, G_PI);
  cairo_translate (cr, -x, -y);
}

static void
begin_box (const TyFormBox *box,
           gpointer         data)
{
  Pen *pen = data;
  double right = box->x + box->width, bottom = box->y + box->height;

  draw_line (pen->cr, box->lines[TY_FORM_LEFT], box->x, box->y, box->x, bottom);
  draw_line (pen->cr, box->lines[TY_FORM_TOP], box->x, box->y, right, box->y);
  draw_line (pen->cr, box->lines[TY_FORM_RIGHT], right, box->y, right, bottom);
  draw_line (pen->cr, box->lines[TY_FORM_BOTTOM], box->x, bottom, right, bottom);
  cairo_save (pen->cr);
  if (box->turned)
    turn (pen->cr, box);
}

static void
draw_text (const TyFormLaid *laid,
           gpointer          data)
{
  Pen *pen = data;

  ty_form_writer_draw (pen->writer, laid->fitted, pen->cr, laid->first, laid->n_lines, laid->x, laid->y,
                       laid->width);
}

static gboolean
draw_photo (const TyFormBox  *box,
            GBytes           *photo,
            gpointer          data,
            GError          **error)
{
  Pen *pen = data;

  return ty_form_photo_draw (pen->cr, photo, (box->x + TY_FORM_PHOTO_PAD) * TY_FORM_POINTS,
                             (box->y + TY_FORM_PHOTO_PAD) * TY_FORM_POINTS,
                             (box->width - 2 * TY_FORM_PHOTO_PAD) * TY_FORM_POINTS,
                             (box->height - 2 * TY_FORM_PHOTO_PAD) * TY_FORM_POINTS, error);
}

static void
end_box (const TyFormBox *box,
         gpointer         data)
{
  Pen *pen = data;

  cairo_restore (pen->cr);
}

/**
 * ty_form_draw_page:
 * @self: a form
 * @page: which page, from 0
 * @cr: where to draw, with the corner of the paper at 0, 0, in points
 */
void
ty_form_draw_page (TyForm  *self,
                   guint    page,
                   cairo_t *cr)
{
  static const TyFormVisitor visitor = { begin_box, draw_text, draw_photo, end_box };
  Pen pen = { self->writer, cr };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  ty_form_visit_page (self, page, &visitor, &pen);
  cairo_restore (cr);
}
