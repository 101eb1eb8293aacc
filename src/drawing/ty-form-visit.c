/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-visit"

#include "config.h"

#include "ty-form-visit.h"

#include "ty-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands on a page and where, for whoever draws it or writes it down. */

/* What is written on the last line of a box whose text goes on. It is part of the form, and so in its
 * language. */
static const char *const goes_on[] = { "（下接续页）", "（下接續頁）" };

typedef struct
{
  TyForm *form;
  const TyFormSheet *sheet;
  guint number;         /* of the page, from 0 */
  TyFormValues *values; /* (nullable): of the row or of the form */
  const TyFormVisitor *visitor;
  gpointer data;
} Visit;

/* The label stands where the field is empty. */
static void
fit_text (const Visit      *visit,
          const TyFormText *style,
          const TyFormRoom *room,
          TyFormFitted     *fitted)
{
  const char *value = style->field != NULL ? ty_form_values_get (visit->values, style->field) : NULL;
  g_autofree char *written = NULL;

  memset (fitted, 0, sizeof *fitted);
  if (value != NULL)
    written = ty_form_dup_written (style, value);
  else if (style->label != NULL && strchr (style->label, '{') != NULL)
    written = ty_form_dup_label (visit->form, visit->values, style->label, visit->number);
  else if (style->label != NULL)
    ty_form_writer_fit_label (visit->form->writer, style, room->width, room->height, fitted);
  if (written != NULL)
    ty_form_writer_fit (visit->form->writer, style, written, room->width, room->height, fitted);
}

static double
get_top (const TyFormText   *style,
         const TyFormRoom   *room,
         const TyFormFitted *fitted)
{
  double free = MAX (room->height - fitted->height, 0);

  return room->y + (style->down == TY_FORM_START ? 0 : style->down == TY_FORM_MIDDLE ? free / 2 : free);
}

static void
tell_text (const Visit        *visit,
           const TyFormText   *style,
           const TyFormFitted *fitted,
           int                 first,
           int                 n_lines,
           const TyFormRoom   *room,
           double              y,
           gboolean            alone)
{
  const TyFormLaid laid = { style, fitted, first, n_lines, room->x, y, room->width, alone };

  visit->visitor->text (&laid, visit->data);
}

static void
visit_goes_on (const Visit      *visit,
               const TyFormText *style,
               const TyFormRoom *room,
               double            y)
{
  TyFormText note = { .font = style->font, .size = style->least, .least = style->least, .step = 1, .lead = 0,
                      .across = TY_FORM_END };
  g_auto(TyFormFitted) fitted = { 0 };

  ty_form_writer_fit (visit->form->writer, &note, goes_on[visit->form->template->traditional != FALSE],
                      room->width, room->height, &fitted);
  tell_text (visit, &note, &fitted, 0, 1, room, y, FALSE);
}

static void
visit_text (const Visit      *visit,
            const TyFormBox  *box,
            const TyFormText *style)
{
  TyFormRoom room = ty_form_get_room (box, style);
  g_auto(TyFormFitted) fitted = { 0 };
  guint n;

  if (visit->visitor->text == NULL)
    return;
  fit_text (visit, style, &room, &fitted);
  if (fitted.layout == NULL)
    return;
  n = (guint) fitted.n_lines;
  if (!fitted.overfull || style->rest == NULL)
    {
      tell_text (visit, style, &fitted, 0, (int) n, &room, get_top (style, &room, &fitted),
                 box->stack || box->texts->len == 1);
      return;
    }
  n = MIN (n, ty_form_count_kept_lines (&room, &fitted));
  tell_text (visit, style, &fitted, 0, (int) n, &room, room.y, FALSE);
  visit_goes_on (visit, style, &room, room.y + n * fitted.pitch);
}

/* Whether what is written there is also written above. */
static gboolean
is_said (const Visit     *visit,
         const TyFormBox *box,
         guint            text)
{
  const TyFormText *style = g_ptr_array_index (box->texts, text);
  const char *value = ty_form_values_get (visit->values, style->field);

  for (guint i = 0; i < text; i++)
    {
      const TyFormText *other = g_ptr_array_index (box->texts, i);

      if (g_strcmp0 (ty_form_values_get (visit->values, other->field), value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first of the parts has the upper line of the box, the last one the lower one. */
static TyFormBox
take_part (const TyFormBox *box,
           guint            part,
           guint            n_parts)
{
  TyFormBox of_part = *box;

  of_part.height = box->height / n_parts;
  of_part.y = box->y + part * of_part.height;
  if (part > 0)
    of_part.lines[TY_FORM_TOP] = box->rule ? box->lines[TY_FORM_LEFT] : 0;
  if (part + 1 < n_parts)
    of_part.lines[TY_FORM_BOTTOM] = 0;
  return of_part;
}

/* Texts below each other: those that are empty or the same take no room. */
static void
visit_stack (const Visit     *visit,
             const TyFormBox *box)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();
  guint n_parts;

  for (guint i = 0; i < box->texts->len; i++)
    {
      TyFormText *style = g_ptr_array_index (box->texts, i);

      if (style->field != NULL && ty_form_values_get (visit->values, style->field) != NULL
          && !is_said (visit, box, i))
        g_ptr_array_add (said, style);
    }
  n_parts = MAX (said->len, 1);
  for (guint i = 0; i < n_parts; i++)
    {
      TyFormBox part = take_part (box, i, n_parts);

      visit->visitor->begin (&part, visit->data);
      if (i < said->len)
        visit_text (visit, &part, g_ptr_array_index (said, i));
      if (visit->visitor->end != NULL)
        visit->visitor->end (&part, visit->data);
    }
}

static void
visit_photo (const Visit     *visit,
             const TyFormBox *box)
{
  GBytes *photo = ty_form_values_get_photo (visit->values);
  g_autoptr(GError) error = NULL;

  if (photo != NULL && visit->visitor->photo != NULL && !visit->visitor->photo (box, photo, visit->data, &error))
    ty_form_add_warning (visit->form, g_strdup_printf (_("The photo is left out. %s"), error->message));
}

static void
visit_rest_heading (const Visit      *visit,
                    const TyFormText *style,
                    const TyFormRest *rest,
                    const TyFormRoom *room,
                    double            y)
{
  TyFormText heading = { .font = style->font, .size = style->size, .least = style->size, .step = 1,
                         .lead = style->lead, .line = style->line, .bold = TRUE };
  g_auto(TyFormFitted) fitted = { 0 };

  ty_form_writer_fit (visit->form->writer, &heading, rest->heading, room->width, TY_FORM_ENDLESS, &fitted);
  tell_text (visit, &heading, &fitted, 0, 1, room, y, FALSE);
}

/* The lines of all that goes on, a heading before each, from that of the page on. */
static void
visit_flow (const Visit     *visit,
            const TyFormBox *box)
{
  const TyFormText *style = g_ptr_array_index (box->texts, 0);
  TyFormRoom room = ty_form_get_room (box, style);
  int first = (int) visit->sheet->line, last = first + (int) ty_form_get_flow_capacity (box);
  int at = 0;

  for (guint i = 0; visit->visitor->text != NULL && i < visit->form->rests->len; i++)
    {
      const TyFormRest *rest = g_ptr_array_index (visit->form->rests, i);
      int from = MAX (first - at - 1, 0), until = MIN (last - at - 1, rest->fitted.n_lines);

      if (at >= first && at < last)
        visit_rest_heading (visit, style, rest, &room, room.y + (at - first) * rest->fitted.pitch);
      if (from < until)
        tell_text (visit, rest->style, &rest->fitted, from, until - from, &room,
                   room.y + (at + 1 + from - first) * rest->fitted.pitch, FALSE);
      at += 1 + rest->fitted.n_lines;
    }
}

static TyFormBox
close_list (const Visit     *visit,
            const TyFormBox *box)
{
  TyFormBox closed = *box;

  if (box->item >= 0 && !visit->sheet->page->fill && box->lines[TY_FORM_BOTTOM] == 0
      && visit->sheet->cursor + (guint) box->item + 1 == ty_form_get_n_rows (visit->form, visit->sheet->page))
    closed.lines[TY_FORM_BOTTOM] = box->closing;
  return closed;
}

static void
visit_box (Visit           *visit,
           const TyFormBox *box)
{
  TyFormPage *page = visit->sheet->page;
  TyFormBox closed;

  visit->values = box->item < 0 ? visit->form->values
                                : ty_form_values_get_row (visit->form->values, page->list,
                                                          visit->sheet->cursor + (guint) box->item);
  if (visit->values == NULL && !page->fill)
    return;

  if (box->parity != TY_FORM_EVERY_PAGE && (box->parity == TY_FORM_ODD_PAGES) != (visit->number % 2 == 0))
    return;

  closed = close_list (visit, box);
  if (box->stack)
    {
      visit_stack (visit, &closed);
      return;
    }
  visit->visitor->begin (&closed, visit->data);
  if (box->photo)
    visit_photo (visit, box);
  if (box->flow)
    visit_flow (visit, box);
  else
    for (guint i = 0; i < box->texts->len; i++)
      visit_text (visit, box, g_ptr_array_index (box->texts, i));
  if (visit->visitor->end != NULL)
    visit->visitor->end (&closed, visit->data);
}

/* The lines of the running text that stand on the page. */
static void
visit_running (const Visit         *visit,
               const TyFormRunning *running)
{
  const TyFormBox box = { .x = running->x, .y = running->y, .width = running->width, .height = running->height,
                          .item = -1, .group = visit->sheet->page->n_groups };
  int first = (int) visit->sheet->line, last = first + (int) running->lines;
  double pitch = running->height / running->lines * TY_FORM_POINTS;

  visit->visitor->begin (&box, visit->data);
  for (guint i = 0; visit->visitor->text != NULL && i < visit->form->runs->len; i++)
    {
      const TyFormRun *run = g_ptr_array_index (visit->form->runs, i);
      TyFormRoom room = { running->x * TY_FORM_POINTS, running->y * TY_FORM_POINTS,
                          running->width * TY_FORM_POINTS - run->block->end * run->block->text->size, pitch };
      int from = MAX (first - (int) run->line, 0), until = MIN (last - (int) run->line, run->fitted.n_lines);

      if (from < until)
        tell_text (visit, run->block->text, &run->fitted, from, until - from, &room,
                   room.y + ((int) run->line + from - first + 0.5) * pitch - run->fitted.size / 2, FALSE);
    }
  if (visit->visitor->end != NULL)
    visit->visitor->end (&box, visit->data);
}

/**
 * ty_form_visit_page:
 * @self: a form
 * @page: which page, from 0
 * @visitor: who hears of what stands there
 * @data: for @visitor
 */
void
ty_form_visit_page (TyForm              *self,
                    guint                page,
                    const TyFormVisitor *visitor,
                    gpointer             data)
{
  const TyFormSheet *sheet = &g_array_index (self->sheets, TyFormSheet, page);
  Visit visit = { self, sheet, page, NULL, visitor, data };

  g_return_if_fail (page < self->sheets->len);

  for (guint i = 0; i < sheet->page->boxes->len; i++)
    visit_box (&visit, g_ptr_array_index (sheet->page->boxes, i));
  if (sheet->page->running != NULL)
    visit_running (&visit, sheet->page->running);
}
