/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-draw"

#include "config.h"

#include "ty-form-photo.h"
#include "ty-form-private.h"
#include "ty-form-visit.h"

/* A line, in millimetres. */
typedef struct
{
  double thickness; /* points */
  double x1, y1, x2, y2;
} Line;

typedef struct
{
  TyFormWriter *writer; /* (unowned) */
  cairo_t *cr;          /* (unowned) */
  GArray *lines;        /* (unowned) (element-type Line) */
} Pen;

static void
add_line (GArray *lines,
          double  thickness,
          double  x1,
          double  y1,
          double  x2,
          double  y2)
{
  const Line line = { thickness, x1, y1, x2, y2 };

  if (thickness > 0)
    g_array_append_val (lines, line);
}

static void
add_lines (const TyFormBox *box,
           gpointer         data)
{
  Pen *pen = data;
  double right = box->x + box->width, bottom = box->y + box->height;

  add_line (pen->lines, box->lines[TY_FORM_LEFT], box->x, box->y, box->x, bottom);
  add_line (pen->lines, box->lines[TY_FORM_TOP], box->x, box->y, right, box->y);
  add_line (pen->lines, box->lines[TY_FORM_RIGHT], right, box->y, right, bottom);
  add_line (pen->lines, box->lines[TY_FORM_BOTTOM], box->x, bottom, right, bottom);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const double *first = a, *second = b;

  for (guint i = 0; i < sizeof (Line) / sizeof (double); i++)
    if (first[i] != second[i])
      return first[i] < second[i] ? -1 : 1;
  return 0;
}

/* Lines of one thickness are one path, and lines of two neighbours are drawn once: a PDF of many small strokes takes
 * half as long again. */
static void
draw_lines (Pen *pen)
{
  g_array_sort (pen->lines, compare_lines);
  for (guint i = 0; i < pen->lines->len; i++)
    {
      const Line *line = &g_array_index (pen->lines, Line, i);
      const Line *next = i + 1 < pen->lines->len ? line + 1 : NULL;

      if (next == NULL || compare_lines (line, next) != 0)
        {
          cairo_move_to (pen->cr, line->x1 * TY_FORM_POINTS, line->y1 * TY_FORM_POINTS);
          cairo_line_to (pen->cr, line->x2 * TY_FORM_POINTS, line->y2 * TY_FORM_POINTS);
        }
      if (next == NULL || next->thickness != line->thickness)
        {
          cairo_set_line_width (pen->cr, line->thickness);
          cairo_stroke (pen->cr);
        }
    }
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
  static const TyFormVisitor ruler = { add_lines, NULL, NULL, NULL };
  static const TyFormVisitor visitor = { begin_box, draw_text, draw_photo, end_box };
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Pen pen = { self->writer, cr, lines };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  ty_form_visit_page (self, page, &ruler, &pen);
  draw_lines (&pen);
  ty_form_visit_page (self, page, &visitor, &pen);
  cairo_restore (cr);
}
