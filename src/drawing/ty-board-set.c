/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-set"

#include "config.h"

#include "ty-board-set.h"

#include <glib/gi18n-lib.h>

/* The contents are a table that fills its page. */
#define ROWS 6

/**
 * TyBoardSet:
 *
 * Several dashboards as one set of papers for a meeting: in front the title with the contents, then each
 * dashboard from a page of its own on, with its title, whose numbers they are and from when. Pages are numbered
 * through.
 */
struct _TyBoardSet
{
  char *title; /* (owned) */
  char *line;  /* (owned) */
  GPtrArray *sheets;      /* (owned) (element-type TyBoardSheet) */
  TyBoardSheet *contents; /* (owned) (nullable): until it is laid out */
};

/**
 * ty_board_set_new:
 * @title: the title of the whole
 * @line: whose numbers they are and from when
 *
 * Returns: (transfer full): a set without dashboards
 */
TyBoardSet *
ty_board_set_new (const char *title,
                  const char *line)
{
  TyBoardSet *self = g_new0 (TyBoardSet, 1);

  self->title = g_strdup (title);
  self->line = g_strdup (line);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_board_sheet_free);
  return self;
}

void
ty_board_set_free (TyBoardSet *self)
{
  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->contents, ty_board_sheet_free);
  g_free (self->title);
  g_free (self->line);
  g_free (self);
}

/**
 * ty_board_set_add:
 * @self: a set that is not laid out
 * @title: the title of a dashboard
 *
 * Returns: (transfer none): its sheet, without cards
 */
TyBoardSheet *
ty_board_set_add (TyBoardSet *self,
                  const char *title)
{
  TyBoardSheet *sheet = ty_board_sheet_new (title, self->line, self->title);

  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/**
 * ty_board_set_get_title:
 * @self: a set
 *
 * Returns: (transfer none): its title
 */
const char *
ty_board_set_get_title (TyBoardSet *self)
{
  return self->title;
}

/**
 * ty_board_set_get_n_sheets:
 * @self: a set
 *
 * Returns: how many dashboards it has
 */
guint
ty_board_set_get_n_sheets (TyBoardSet *self)
{
  return self->sheets->len;
}

/**
 * ty_board_set_get_sheet:
 * @self: a set
 * @sheet: which of its dashboards
 *
 * Returns: (transfer none): its sheet
 */
TyBoardSheet *
ty_board_set_get_sheet (TyBoardSet *self,
                        guint       sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, sheet);
}

/* With the pages on which the dashboards begin behind so many pages of contents. */
static TyBoardSheet *
make_contents (TyBoardSet *self,
               guint       n_pages)
{
  TyBoardSheet *sheet = ty_board_sheet_new (self->title, self->line, self->title);
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_TABLE, _("Contents"));
  guint page = n_pages + 1;

  ty_chart_add_series (chart, _("Page"), TY_CHART_NOW);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      TyBoardSheet *one = g_ptr_array_index (self->sheets, i);
      g_autofree char *number = g_strdup_printf ("%u", page);
      guint row = ty_chart_add_category (chart, ty_board_sheet_get_title (one), NULL);

      ty_chart_set_value (chart, row, 0, page, number);
      page += ty_board_sheet_get_n_pages (one);
    }
  ty_board_sheet_add (sheet, chart, TY_BOARD_COLUMNS, ROWS);
  return sheet;
}

static void
number_pages (TyBoardSet *self)
{
  guint n = ty_board_set_get_n_pages (self);

  ty_board_sheet_set_numbers (self->contents, 0, n);
  for (guint i = 0; i < self->sheets->len; i++)
    ty_board_sheet_set_numbers (g_ptr_array_index (self->sheets, i), ty_board_set_get_first_page (self, i), n);
}

/**
 * ty_board_set_lay_out:
 * @self: a set with all its dashboards, and these with all their cards
 * @width: of a page, in points
 * @height: of a page, in points
 */
void
ty_board_set_lay_out (TyBoardSet *self,
                      double      width,
                      double      height)
{
  guint n = 1;

  for (guint i = 0; i < self->sheets->len; i++)
    ty_board_sheet_lay_out (g_ptr_array_index (self->sheets, i), width, height);
  /* A long table of contents goes on, and then all begins later: its length does not depend on the numbers. */
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->contents, ty_board_sheet_free);
      self->contents = make_contents (self, n);
      ty_board_sheet_lay_out (self->contents, width, height);
      n = ty_board_sheet_get_n_pages (self->contents);
    }
  number_pages (self);
}

/**
 * ty_board_set_get_first_page:
 * @self: a set that is laid out
 * @sheet: which of its dashboards, or their number for the end
 *
 * Returns: the page on which it begins, from 0
 */
guint
ty_board_set_get_first_page (TyBoardSet *self,
                             guint       sheet)
{
  guint page = ty_board_sheet_get_n_pages (self->contents);

  for (guint i = 0; i < sheet; i++)
    page += ty_board_sheet_get_n_pages (g_ptr_array_index (self->sheets, i));
  return page;
}

/**
 * ty_board_set_get_n_pages:
 * @self: a set that is laid out
 *
 * Returns: how many pages it has
 */
guint
ty_board_set_get_n_pages (TyBoardSet *self)
{
  return ty_board_set_get_first_page (self, self->sheets->len);
}

/**
 * ty_board_set_draw_page:
 * @self: a set that is laid out
 * @cr: where it is drawn, in points
 * @page: which page, from 0
 */
void
ty_board_set_draw_page (TyBoardSet *self,
                        cairo_t    *cr,
                        guint       page)
{
  guint sheet = self->sheets->len;

  while (sheet > 0 && ty_board_set_get_first_page (self, sheet - 1) > page)
    sheet--;
  if (sheet == 0)
    ty_board_sheet_draw_page (self->contents, cr, page);
  else
    ty_board_sheet_draw_page (g_ptr_array_index (self->sheets, sheet - 1), cr,
                              page - ty_board_set_get_first_page (self, sheet - 1));
}
