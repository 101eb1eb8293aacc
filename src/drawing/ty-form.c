/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form"

#include "config.h"

#include "ty-form-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
rest_free (gpointer data)
{
  TyFormRest *rest = data;

  ty_form_fitted_clear (&rest->fitted);
  g_free (rest);
}

/* What a text has of its box. */
TyFormRoom
ty_form_get_room (const TyFormBox  *box,
                  const TyFormText *text)
{
  return (TyFormRoom) {
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
guint
ty_form_count_kept_lines (const TyFormRoom   *room,
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

/* As it is laid out: one character below the other, or with its dates apart. */
char *
ty_form_dup_written (const TyFormText *style,
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
  TyFormRest *rest = g_new0 (TyFormRest, 1);
  TyFormText with_hang = *flowing;
  TyFormRoom room = ty_form_get_room (flow, flowing);

  with_hang.hang = style->hang;
  rest->heading = style->rest;
  rest->style = style;
  ty_form_writer_fit (self->writer, &with_hang, text, room.width, TY_FORM_ENDLESS, &rest->fitted);
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
  TyFormRoom room = ty_form_get_room (box, style);
  g_autofree char *written = NULL;
  g_auto(TyFormFitted) fitted = { 0 };
  guint n;

  if (style->rest == NULL || text == NULL)
    return;
  written = ty_form_dup_written (style, text);
  if (!ty_form_writer_may_overrun (style, written, room.width, room.height))
    return;
  ty_form_writer_fit (self->writer, style, written, room.width, room.height, &fitted);
  n = ty_form_count_kept_lines (&room, &fitted);
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

guint
ty_form_get_n_rows (TyForm     *self,
                    TyFormPage *page)
{
  return page->list != NULL ? ty_form_values_get_n (self->values, page->list) : 0;
}

static void
find_runs (TyForm *self)
{
  for (guint i = 0; i < self->template->pages->len; i++)
    {
      TyFormPage *page = g_ptr_array_index (self->template->pages, i);

      if (page->running != NULL && self->runs->len == 0)
        self->n_run_lines = ty_form_runs_add (self, page);
    }
}

/* The rows of a list that earlier pages have said. */
static guint
get_cursor (TyForm     *self,
            const char *list)
{
  guint cursor = 0;

  for (guint i = 0; list != NULL && i < self->sheets->len; i++)
    {
      const TyFormSheet *sheet = &g_array_index (self->sheets, TyFormSheet, i);

      if (g_strcmp0 (sheet->page->list, list) == 0)
        cursor = sheet->cursor + sheet->page->n_items;
    }
  return cursor;
}

/* How many lines the box has in which rests go on. */
guint
ty_form_get_flow_capacity (const TyFormBox *flow)
{
  const TyFormText *style = g_ptr_array_index (flow->texts, 0);
  TyFormRoom room = ty_form_get_room (flow, style);
  double pitch = style->line > 0 ? style->line
                 : style->lead < 0 ? style->size * (1 - style->lead) : style->size + style->lead;

  return MAX (count_room_lines (room.height, pitch, style->size), 2);
}

/* {field} or {field|what stands there if it is empty}, for blanks that are filled in by hand. */
static void
append_field (TyForm       *self,
              TyFormValues *values,
              GString      *text,
              char         *field,
              guint         page)
{
  char *otherwise = strchr (field, '|');
  const char *value;

  if (otherwise != NULL)
    *otherwise++ = '\0';
  value = values != NULL ? ty_form_values_get (values, field) : NULL;

  if (strcmp (field, "page") == 0)
    g_string_append_printf (text, "%u", page + 1);
  else if (strcmp (field, "pages") == 0)
    g_string_append_printf (text, "%u", self->sheets->len);
  else if (value == NULL)
    value = ty_form_values_get (self->values, field);
  if (value == NULL)
    value = otherwise;
  if (value != NULL)
    g_string_append (text, value);
}

/* A label with its fields filled in. */
char *
ty_form_dup_label (TyForm       *self,
                   TyFormValues *values,
                   const char   *label,
                   guint         page)
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
          append_field (self, values, text, field, page);
          p = end + 1;
        }
    }
  return g_string_free (text, FALSE);
}

static void
add_sheets (TyForm     *self,
            TyFormPage *page)
{
  const TyFormBox *flow = find_flow (page);
  TyFormSheet sheet = { page, get_cursor (self, page->list), 0 };
  guint n_rows = ty_form_get_n_rows (self, page);
  guint n_lines = page->running != NULL ? self->n_run_lines : flow != NULL ? self->n_rest_lines : 0;
  guint capacity = page->running != NULL ? page->running->lines : flow != NULL ? ty_form_get_flow_capacity (flow) : 0;

  if (page->extra && n_lines == 0 && sheet.cursor >= n_rows)
    return;
  if (page->extra && page->list != NULL)
    g_ptr_array_add (self->warnings,
                     g_strdup (_("There are more rows than the form has; they go on on a further page.")));
  do
    {
      g_array_append_val (self->sheets, sheet);
      sheet.cursor += page->n_items;
      sheet.line += capacity;
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
  self->sheets = g_array_new (FALSE, FALSE, sizeof (TyFormSheet));
  self->rests = g_ptr_array_new_with_free_func (rest_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->runs = ty_form_runs_new ();
  find_rests (self);
  find_runs (self);
  for (guint i = 0; i < template->pages->len; i++)
    add_sheets (self, g_ptr_array_index (template->pages, i));
  return self;
}

void
ty_form_free (TyForm *self)
{
  g_array_unref (self->sheets);
  g_ptr_array_unref (self->rests);
  g_ptr_array_unref (self->runs);
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
  const TyFormSheet *sheet = &g_array_index (self->sheets, TyFormSheet, page);

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

/* A page may be drawn more than once. */
void
ty_form_add_warning (TyForm *self,
                     char   *warning)
{
  if (g_ptr_array_find_with_equal_func (self->warnings, warning, g_str_equal, NULL))
    g_free (warning);
  else
    g_ptr_array_add (self->warnings, warning);
}
