/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form"

#include "config.h"

#include "ty-form.h"

#include "ty-form-photo.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Between a photo and the lines around it, in millimetres. */
#define PHOTO_PAD 0.3

/* A text is laid out in a box without an end to see how long it is. */
#define ENDLESS 1e6

/* What is written on the last line of a box whose text goes on. It is part of the form, and so in its
 * language. */
static const char *const goes_on[] = { "（下接续页）", "（下接續頁）" };

typedef struct
{
  TyFormPage *page;  /* (unowned) */
  guint cursor;      /* the first row of its list */
  guint line;        /* the first line of what goes on */
} Sheet;

/* What had no room in its box. */
typedef struct
{
  const char *heading;   /* (unowned) */
  TyFormFitted fitted;
} Rest;

/**
 * TyForm:
 *
 * A template with values: it knows how many pages it has, and draws them. What does not fit into its box
 * in the smallest type goes on on further pages, as rows do that are more than the form has room for.
 */
struct _TyForm
{
  TyFormTemplate *template;
  TyFormWriter *writer;  /* (unowned) */
  TyFormValues *values;  /* (unowned) */
  GArray *sheets;        /* (element-type Sheet) */
  GPtrArray *rests;      /* (element-type Rest) */
  guint n_rest_lines;
  GPtrArray *warnings;   /* (element-type utf8) */
};

typedef struct
{
  double x, y, width, height; /* points, without the padding */
} Room;

static void
rest_free (gpointer data)
{
  Rest *rest = data;

  ty_form_fitted_clear (&rest->fitted);
  g_free (rest);
}

static Room
get_room (const TyFormBox  *box,
          const TyFormText *text)
{
  return (Room) {
    (box->x + text->pad[TY_FORM_LEFT]) * TY_FORM_POINTS,
    (box->y + text->pad[TY_FORM_TOP]) * TY_FORM_POINTS,
    MAX (box->width - text->pad[TY_FORM_LEFT] - text->pad[TY_FORM_RIGHT], 1) * TY_FORM_POINTS,
    MAX (box->height - text->pad[TY_FORM_TOP] - text->pad[TY_FORM_BOTTOM], 1) * TY_FORM_POINTS,
  };
}

static guint
count_room_lines (double height,
                  double pitch,
                  double size)
{
  return height < size ? 0 : (guint) floor ((height - size) / pitch + 0.001) + 1;
}

/* A line is kept free for the note that it goes on. */
static guint
count_kept_lines (const Room         *room,
                  const TyFormFitted *fitted)
{
  guint n = count_room_lines (room->height, fitted->pitch, fitted->size);

  return n > 0 ? n - 1 : 0;
}

static const TyFormBox *
find_flow (TyFormPage *page)
{
  for (guint i = 0; i < page->boxes->len; i++)
    {
      const TyFormBox *box = g_ptr_array_index (page->boxes, i);

      if (box->flow)
        return box;
    }
  return NULL;
}

static const TyFormBox *
find_any_flow (TyForm *self)
{
  for (guint i = 0; i < self->template->pages->len; i++)
    {
      const TyFormBox *box = find_flow (g_ptr_array_index (self->template->pages, i));

      if (box != NULL)
        return box;
    }
  return NULL;
}

static char *
dup_vertical (const char *text)
{
  GString *vertical = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p > text)
        g_string_append_c (vertical, '\n');
      g_string_append_unichar (vertical, g_utf8_get_char (p));
    }
  return g_string_free (vertical, FALSE);
}

static char *
dup_written (const TyFormText *style,
             const char       *text)
{
  if (style->vertical)
    return dup_vertical (text);

  return style->hang > 0 ? ty_form_writer_dup_hanging (text) : g_strchomp (g_strdup (text));
}

/* Where the line begins, in the text of the layout. */
static const char *
get_line_text (const TyFormFitted *fitted,
               int                 line)
{
  PangoLayoutLine *at = pango_layout_get_line_readonly (fitted->layout, line);

  return pango_layout_get_text (fitted->layout) + (at != NULL ? at->start_index : 0);
}

static void
add_rest (TyForm           *self,
          const TyFormBox  *flow,
          const TyFormText *style,
          const char       *text)
{
  const TyFormText *flowing = g_ptr_array_index (flow->texts, 0);
  Rest *rest = g_new0 (Rest, 1);
  TyFormText with_hang = *flowing;
  Room room = get_room (flow, flowing);

  with_hang.hang = style->hang;
  rest->heading = style->rest;
  ty_form_writer_fit (self->writer, &with_hang, text, room.width, ENDLESS, &rest->fitted);
  g_ptr_array_add (self->rests, rest);
  self->n_rest_lines += 1 + (guint) rest->fitted.n_lines;
  g_ptr_array_add (self->warnings,
                   /* Translators: a heading of the form, as 简历 */
                   g_strdup_printf (_("“%s” has no room in its box and goes on on a further page."),
                                    style->rest));
}

static void
find_rest (TyForm           *self,
           const TyFormBox  *flow,
           const TyFormBox  *box,
           const TyFormText *style)
{
  const char *text = style->field != NULL ? ty_form_values_get (self->values, style->field) : NULL;
  Room room = get_room (box, style);
  g_autofree char *written = NULL;
  g_auto(TyFormFitted) fitted = { 0 };
  guint n;

  if (style->rest == NULL || text == NULL)
    return;
  written = dup_written (style, text);
  if (!ty_form_writer_may_overrun (style, written, room.width, room.height))
    return;
  ty_form_writer_fit (self->writer, style, written, room.width, room.height, &fitted);
  n = count_kept_lines (&room, &fitted);
  if (fitted.overfull && n < (guint) fitted.n_lines)
    add_rest (self, flow, style, get_line_text (&fitted, (int) n));
}

static void
find_rests (TyForm *self)
{
  const TyFormBox *flow = find_any_flow (self);

  for (guint i = 0; flow != NULL && i < self->template->pages->len; i++)
    {
      TyFormPage *page = g_ptr_array_index (self->template->pages, i);

      for (guint k = 0; k < page->boxes->len; k++)
        {
          const TyFormBox *box = g_ptr_array_index (page->boxes, k);

          for (guint t = 0; box->item < 0 && t < box->texts->len; t++)
            find_rest (self, flow, box, g_ptr_array_index (box->texts, t));
        }
    }
}

static guint
get_n_rows (TyForm     *self,
            TyFormPage *page)
{
  return page->list != NULL ? ty_form_values_get_n (self->values, page->list) : 0;
}

/* The rows of a list that earlier pages have said. */
static guint
get_cursor (TyForm     *self,
            const char *list)
{
  guint cursor = 0;

  for (guint i = 0; list != NULL && i < self->sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (self->sheets, Sheet, i);

      if (g_strcmp0 (sheet->page->list, list) == 0)
        cursor = sheet->cursor + sheet->page->n_items;
    }
  return cursor;
}

static guint
get_flow_capacity (const TyFormBox *flow)
{
  const TyFormText *style = g_ptr_array_index (flow->texts, 0);
  Room room = get_room (flow, style);
  double pitch = style->line > 0 ? style->line
                 : style->lead < 0 ? style->size * (1 - style->lead) : style->size + style->lead;

  return MAX (count_room_lines (room.height, pitch, style->size), 2);
}

static void
add_sheets (TyForm     *self,
            TyFormPage *page)
{
  const TyFormBox *flow = find_flow (page);
  Sheet sheet = { page, get_cursor (self, page->list), 0 };
  guint n_rows = get_n_rows (self, page);
  guint n_lines = flow != NULL ? self->n_rest_lines : 0;

  if (page->extra && n_lines == 0 && sheet.cursor >= n_rows)
    return;
  if (page->extra && page->list != NULL)
    g_ptr_array_add (self->warnings,
                     g_strdup (_("There are more rows than the form has; they go on on a further page.")));
  do
    {
      g_array_append_val (self->sheets, sheet);
      sheet.cursor += page->n_items;
      sheet.line += flow != NULL ? get_flow_capacity (flow) : 0;
    }
  while ((page->repeat && sheet.cursor < n_rows) || sheet.line < n_lines);
}

/**
 * ty_form_new:
 * @template: how it looks
 * @writer: a writer of the same script, which is kept as long as the form
 * @values: what is written, which is kept as long as the form
 *
 * Returns: (transfer full): the form
 */
TyForm *
ty_form_new (TyFormTemplate *template,
             TyFormWriter   *writer,
             TyFormValues   *values)
{
  TyForm *self = g_new0 (TyForm, 1);

  self->template = ty_form_template_ref (template);
  self->writer = writer;
  self->values = values;
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  self->rests = g_ptr_array_new_with_free_func (rest_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  find_rests (self);
  for (guint i = 0; i < template->pages->len; i++)
    add_sheets (self, g_ptr_array_index (template->pages, i));
  return self;
}

void
ty_form_free (TyForm *self)
{
  g_array_unref (self->sheets);
  g_ptr_array_unref (self->rests);
  g_ptr_array_unref (self->warnings);
  ty_form_template_unref (self->template);
  g_free (self);
}

/**
 * ty_form_get_n_pages:
 * @self: a form
 *
 * Returns: how many pages it has
 */
guint
ty_form_get_n_pages (TyForm *self)
{
  return self->sheets->len;
}

/**
 * ty_form_get_page_size:
 * @self: a form
 * @page: which page, from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
ty_form_get_page_size (TyForm *self,
                       guint   page,
                       double *width,
                       double *height)
{
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, page);

  *width = sheet->page->width * TY_FORM_POINTS;
  *height = sheet->page->height * TY_FORM_POINTS;
}

/**
 * ty_form_get_warnings:
 * @self: a form
 *
 * Returns: (transfer none) (element-type utf8): sentences about what is not as it usually is; of photos they
 *   are known when their page was drawn
 */
GPtrArray *
ty_form_get_warnings (TyForm *self)
{
  return self->warnings;
}

typedef struct
{
  TyForm *form;
  const Sheet *sheet;
  guint number;         /* of the page, from 0 */
  TyFormValues *values; /* (nullable): of the row or of the form */
  cairo_t *cr;
} Pen;

static void
append_field (const Pen  *pen,
              GString    *text,
              const char *field)
{
  const char *value = ty_form_values_get (pen->values, field);

  if (strcmp (field, "page") == 0)
    g_string_append_printf (text, "%u", pen->number + 1);
  else if (strcmp (field, "pages") == 0)
    g_string_append_printf (text, "%u", pen->form->sheets->len);
  else if (value == NULL)
    value = ty_form_values_get (pen->form->values, field);
  if (value != NULL)
    g_string_append (text, value);
}

static char *
dup_label (const Pen  *pen,
           const char *label)
{
  GString *text = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; )
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *field = end != NULL ? g_strndup (p + 1, end - p - 1) : NULL;

      if (field == NULL)
        g_string_append_c (text, *p++);
      else
        {
          append_field (pen, text, field);
          p = end + 1;
        }
    }
  return g_string_free (text, FALSE);
}

/* The label stands where the field is empty. */
static void
fit_text (const Pen        *pen,
          const TyFormText *style,
          const Room       *room,
          TyFormFitted     *fitted)
{
  const char *value = style->field != NULL ? ty_form_values_get (pen->values, style->field) : NULL;
  g_autofree char *written = NULL;

  memset (fitted, 0, sizeof *fitted);
  if (value != NULL)
    written = dup_written (style, value);
  else if (style->label != NULL && strchr (style->label, '{') != NULL)
    written = dup_label (pen, style->label);
  else if (style->label != NULL)
    ty_form_writer_fit_label (pen->form->writer, style, room->width, room->height, fitted);
  if (written != NULL)
    ty_form_writer_fit (pen->form->writer, style, written, room->width, room->height, fitted);
}

static double
get_top (const TyFormText   *style,
         const Room         *room,
         const TyFormFitted *fitted)
{
  double free = MAX (room->height - fitted->height, 0);

  return room->y + (style->down == TY_FORM_START ? 0 : style->down == TY_FORM_MIDDLE ? free / 2 : free);
}

static void
draw_goes_on (const Pen        *pen,
              const TyFormText *style,
              const Room       *room,
              double            y)
{
  TyFormText note = { .font = style->font, .size = style->least, .least = style->least, .step = 1, .lead = 0,
                      .across = TY_FORM_END };
  g_auto(TyFormFitted) fitted = { 0 };

  ty_form_writer_fit (pen->form->writer, &note, goes_on[pen->form->template->traditional != FALSE],
                      room->width, room->height, &fitted);
  ty_form_writer_draw (pen->form->writer, &fitted, pen->cr, 0, 1, room->x, y, room->width);
}

static void
draw_text (const Pen        *pen,
           const TyFormBox  *box,
           const TyFormText *style)
{
  Room room = get_room (box, style);
  g_auto(TyFormFitted) fitted = { 0 };
  guint n;

  fit_text (pen, style, &room, &fitted);
  if (fitted.layout == NULL)
    return;
  n = (guint) fitted.n_lines;
  if (fitted.overfull && style->rest != NULL)
    {
      n = count_kept_lines (&room, &fitted);
      draw_goes_on (pen, style, &room, room.y + n * fitted.pitch);
    }
  ty_form_writer_draw (pen->form->writer, &fitted, pen->cr, 0, (int) n, room.x,
                       n < (guint) fitted.n_lines ? room.y : get_top (style, &room, &fitted), room.width);
}

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

/* Whether what is written there is also written above. */
static gboolean
is_said (const Pen       *pen,
         const TyFormBox *box,
         guint            text)
{
  const TyFormText *style = g_ptr_array_index (box->texts, text);
  const char *value = ty_form_values_get (pen->values, style->field);

  for (guint i = 0; i < text; i++)
    {
      const TyFormText *other = g_ptr_array_index (box->texts, i);

      if (g_strcmp0 (ty_form_values_get (pen->values, other->field), value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Texts below each other: those that are empty or the same take no room. */
static void
draw_stack (const Pen       *pen,
            const TyFormBox *box)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < box->texts->len; i++)
    {
      TyFormText *style = g_ptr_array_index (box->texts, i);

      if (style->field != NULL && ty_form_values_get (pen->values, style->field) != NULL
          && !is_said (pen, box, i))
        g_ptr_array_add (said, style);
    }
  for (guint i = 0; i < said->len; i++)
    {
      TyFormBox part = *box;

      part.height = box->height / said->len;
      part.y = box->y + i * part.height;
      draw_text (pen, &part, g_ptr_array_index (said, i));
      if (i > 0 && box->rule)
        draw_line (pen->cr, box->lines[TY_FORM_LEFT], part.x, part.y, part.x + part.width, part.y);
    }
}

/* A page may be drawn more than once. */
static void
add_warning (TyForm *self,
             char   *warning)
{
  if (g_ptr_array_find_with_equal_func (self->warnings, warning, g_str_equal, NULL))
    g_free (warning);
  else
    g_ptr_array_add (self->warnings, warning);
}

static void
draw_photo (const Pen       *pen,
            const TyFormBox *box)
{
  GBytes *photo = ty_form_values_get_photo (pen->values);
  g_autoptr(GError) error = NULL;

  if (photo == NULL
      || ty_form_photo_draw (pen->cr, photo, (box->x + PHOTO_PAD) * TY_FORM_POINTS,
                             (box->y + PHOTO_PAD) * TY_FORM_POINTS,
                             (box->width - 2 * PHOTO_PAD) * TY_FORM_POINTS,
                             (box->height - 2 * PHOTO_PAD) * TY_FORM_POINTS, &error))
    return;

  add_warning (pen->form, g_strdup_printf (_("The photo is left out. %s"), error->message));
}

static void
draw_rest_line (const Pen        *pen,
                const Room       *room,
                const TyFormText *style,
                const Rest       *rest,
                int               line,
                double            y)
{
  TyFormText heading = { .font = style->font, .size = style->size, .least = style->size, .step = 1,
                         .lead = style->lead, .line = style->line, .bold = TRUE };
  g_auto(TyFormFitted) fitted = { 0 };

  if (line >= 0)
    {
      ty_form_writer_draw (pen->form->writer, &rest->fitted, pen->cr, line, 1, room->x, y, room->width);
      return;
    }
  ty_form_writer_fit (pen->form->writer, &heading, rest->heading, room->width, ENDLESS, &fitted);
  ty_form_writer_draw (pen->form->writer, &fitted, pen->cr, 0, 1, room->x, y, room->width);
}

/* The lines of all that goes on, a heading before each, from that of the page on. */
static void
draw_flow (const Pen       *pen,
           const TyFormBox *box)
{
  const TyFormText *style = g_ptr_array_index (box->texts, 0);
  Room room = get_room (box, style);
  guint last = pen->sheet->line + get_flow_capacity (box);
  guint at = 0;

  for (guint i = 0; i < pen->form->rests->len; i++)
    {
      const Rest *rest = g_ptr_array_index (pen->form->rests, i);

      for (int line = -1; line < rest->fitted.n_lines; line++, at++)
        if (at >= pen->sheet->line && at < last)
          draw_rest_line (pen, &room, style, rest, line,
                          room.y + (at - pen->sheet->line) * rest->fitted.pitch);
    }
}

static void
draw_lines (const Pen       *pen,
            const TyFormBox *box)
{
  double right = box->x + box->width, bottom = box->y + box->height;
  double below = box->lines[TY_FORM_BOTTOM];

  if (box->item >= 0 && !pen->sheet->page->fill && below == 0
      && pen->sheet->cursor + (guint) box->item + 1 == get_n_rows (pen->form, pen->sheet->page))
    below = box->closing;
  draw_line (pen->cr, box->lines[TY_FORM_LEFT], box->x, box->y, box->x, bottom);
  draw_line (pen->cr, box->lines[TY_FORM_TOP], box->x, box->y, right, box->y);
  draw_line (pen->cr, box->lines[TY_FORM_RIGHT], right, box->y, right, bottom);
  draw_line (pen->cr, below, box->x, bottom, right, bottom);
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
draw_content (const Pen       *pen,
              const TyFormBox *box)
{
  cairo_save (pen->cr);
  if (box->turned)
    turn (pen->cr, box);
  if (box->photo)
    draw_photo (pen, box);
  if (box->flow)
    draw_flow (pen, box);
  else if (box->stack)
    draw_stack (pen, box);
  else
    for (guint i = 0; i < box->texts->len; i++)
      draw_text (pen, box, g_ptr_array_index (box->texts, i));
  cairo_restore (pen->cr);
}

static void
draw_box (Pen             *pen,
          const TyFormBox *box)
{
  TyFormPage *page = pen->sheet->page;

  pen->values = box->item < 0 ? pen->form->values
                              : ty_form_values_get_row (pen->form->values, page->list,
                                                        pen->sheet->cursor + (guint) box->item);
  if (pen->values == NULL && !page->fill)
    return;

  draw_lines (pen, box);
  draw_content (pen, box);
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
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, page);
  Pen pen = { self, sheet, page, NULL, cr };

  g_return_if_fail (page < self->sheets->len);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  for (guint i = 0; i < sheet->page->boxes->len; i++)
    draw_box (&pen, g_ptr_array_index (sheet->page->boxes, i));
  cairo_restore (cr);
}
