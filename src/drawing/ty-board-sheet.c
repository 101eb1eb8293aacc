/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-sheet"

#include "config.h"

#include "ty-board-sheet.h"

#include "ty-font-features.h"

#include <math.h>
#include <pango/pangocairo.h>

#define MARGIN 30.0 /* points */
#define GAP 8.0
#define PADDING 10.0
#define EM 9.5       /* body text of a card, and 5 more for the title of the page */
#define ROW 86.0     /* a row of the grid */
#define STRETCH 1.5  /* how much higher rows get where the page has room */
#define HEAD 46.0
#define FOOT 22.0
#define RADIUS 5.0

typedef struct
{
  TyChart *chart; /* (owned) */
  guint columns;
  guint rows;
} Card;

/* A card where it stands; a card that goes on has more than one. */
typedef struct
{
  guint page;
  TyChartBox box;
  TyChartPicture *picture; /* (owned) */
} Place;

/**
 * TyBoardSheet:
 *
 * A dashboard on paper: its cards in a grid on as many pages as they need, on each the title, whose it is and
 * from when, and the number of the page. A long table goes on on pages of its own, with its heading.
 */
struct _TyBoardSheet
{
  char *title;  /* (owned) */
  char *line;   /* (owned) */
  char *footer; /* (owned) */
  GArray *cards;  /* (owned) (element-type Card) */
  GArray *places; /* (owned) (element-type Place) */
  PangoContext *context; /* (owned) */
  double width;
  double height; /* of a page; that of all there is where it was not said */
  guint n_pages;
  guint first_number; /* of a set: how many pages stand before */
  guint n_numbered;   /* of a set: how many pages it has; 0 of a sheet alone */
};

static void
clear_card (gpointer data)
{
  ty_chart_unref (((Card *) data)->chart);
}

static void
clear_place (gpointer data)
{
  ty_chart_picture_free (((Place *) data)->picture);
}

/* Places of glyphs are those of paper. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = ty_font_features_dup_font ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * ty_board_sheet_new:
 * @title: the title, on each page
 * @line: whose numbers they are and from when: 石城县　截至 2021.12.31
 * @footer: (nullable): what stands at the lower edge
 *
 * Returns: (transfer full): a sheet without cards
 */
TyBoardSheet *
ty_board_sheet_new (const char *title,
                    const char *line,
                    const char *footer)
{
  TyBoardSheet *self = g_new0 (TyBoardSheet, 1);

  self->title = g_strdup (title != NULL ? title : "");
  self->line = g_strdup (line != NULL ? line : "");
  self->footer = g_strdup (footer != NULL ? footer : "");
  self->cards = g_array_new (FALSE, FALSE, sizeof (Card));
  g_array_set_clear_func (self->cards, clear_card);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->context = make_context ();
  return self;
}

void
ty_board_sheet_free (TyBoardSheet *self)
{
  g_array_unref (self->cards);
  g_array_unref (self->places);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->line);
  g_free (self->footer);
  g_free (self);
}

/**
 * ty_board_sheet_get_title:
 * @self: a sheet
 *
 * Returns: (transfer none): its title
 */
const char *
ty_board_sheet_get_title (TyBoardSheet *self)
{
  return self->title;
}

/**
 * ty_board_sheet_add:
 * @self: a sheet that is not laid out
 * @chart: what a card shows
 * @columns: its width, up to %TY_BOARD_COLUMNS
 * @rows: its height
 */
void
ty_board_sheet_add (TyBoardSheet *self,
                    TyChart      *chart,
                    guint         columns,
                    guint         rows)
{
  Card card = { ty_chart_ref (chart), CLAMP (columns, 1, TY_BOARD_COLUMNS), CLAMP (rows, 1, 6) };

  g_array_append_val (self->cards, card);
}

static double
get_height (guint  rows,
            double row)
{
  return rows * row + (rows - 1) * GAP;
}

static TyChartPicture *
make_picture (TyBoardSheet *self,
              TyChart      *chart,
              TyChartBox    box)
{
  return ty_chart_picture_new (chart, self->context, EM, MAX (box.width - 2 * PADDING, 0),
                               MAX (box.height - 2 * PADDING, 0), TY_CHART_PICTURE_NORMAL);
}

static void
add_place (TyBoardSheet *self,
           TyChart      *chart,
           guint         page,
           TyChartBox    box)
{
  Place place = { page, box, make_picture (self, chart, box) };

  g_array_append_val (self->places, place);
}

static double
get_width (TyBoardSheet *self,
           guint         columns)
{
  return columns * (self->width - 2 * MARGIN + GAP) / TY_BOARD_COLUMNS - GAP;
}

/* A row of the grid. */
typedef struct
{
  guint n;          /* how many cards have room beside each other */
  double height;    /* that all of them need */
  gboolean figures; /* there are only figures, which stay of one size */
} Row;

/* The cards from @first on. What needs more than a page goes on on pages of its own. */
static Row
measure_row (TyBoardSheet *self,
             guint         first)
{
  double most = self->height > 0 ? self->height - 2 * MARGIN - HEAD - FOOT : G_MAXDOUBLE;
  Row row = { 0, 0, TRUE };
  guint columns = 0;

  for (guint i = first; i < self->cards->len; i++)
    {
      const Card *card = &g_array_index (self->cards, Card, i);
      double needs = 2 * PADDING + ty_chart_get_needed_height (card->chart, self->context, EM,
                                                               get_width (self, card->columns) - 2 * PADDING);

      if (row.n > 0 && columns + card->columns > TY_BOARD_COLUMNS)
        break;
      columns += card->columns;
      row.height = MAX (row.height, MIN (MAX (get_height (card->rows, ROW), needs), most));
      row.figures &= ty_chart_get_kind (card->chart) == TY_CHART_FIGURE;
      row.n++;
    }
  return row;
}

/* The cards of a page. */
typedef struct
{
  guint n;
  double height;
  double growing; /* how much of it may become higher */
} Page;

static Page
measure_page (TyBoardSheet *self,
              guint         first,
              double        room)
{
  Page page = { 0, 0, 0 };

  while (first + page.n < self->cards->len)
    {
      Row row = measure_row (self, first + page.n);
      double needs = row.height + (page.n > 0 ? GAP : 0);

      if (page.n > 0 && page.height + needs > room)
        break;
      page.height += needs;
      page.growing += row.figures ? 0 : row.height;
      page.n += row.n;
    }
  return page;
}

static void
place_page (TyBoardSheet *self,
            guint         first,
            guint         n,
            guint         page,
            double        stretch)
{
  double y = MARGIN + HEAD;
  guint done = 0;

  while (done < n)
    {
      Row row = measure_row (self, first + done);
      double height = row.figures ? row.height : row.height * stretch;
      guint at = 0;

      for (guint i = 0; i < row.n; i++)
        {
          const Card *card = &g_array_index (self->cards, Card, first + done + i);
          TyChartBox box = { MARGIN + at * (get_width (self, 1) + GAP), y, get_width (self, card->columns), height };

          add_place (self, card->chart, page, box);
          at += card->columns;
        }
      y += height + GAP;
      done += row.n;
    }
}

/* What had no room on its card goes on on pages of its own, all of it and with its heading. */
static void
place_rest (TyBoardSheet *self,
            TyChart      *chart)
{
  TyChartBox box = { MARGIN, MARGIN + HEAD, self->width - 2 * MARGIN, self->height - 2 * MARGIN - HEAD - FOOT };
  guint first = 0, n = ty_chart_get_n_categories (chart);

  while (first < n)
    {
      g_autoptr(TyChart) slice = ty_chart_slice_fitting (chart, first, self->context, EM, box.width - 2 * PADDING,
                                                         box.height - 2 * PADDING, TY_CHART_PICTURE_NORMAL);

      add_place (self, slice, self->n_pages++, box);
      first += ty_chart_get_n_categories (slice);
    }
}

static double
measure_all (TyBoardSheet *self)
{
  return measure_page (self, 0, INFINITY).height + 2 * MARGIN + HEAD + FOOT;
}

/**
 * ty_board_sheet_lay_out:
 * @self: a sheet with all its cards
 * @width: of a page, in points
 * @height: of a page, in points; 0 for one page that is as high as it needs to be
 */
void
ty_board_sheet_lay_out (TyBoardSheet *self,
                        double        width,
                        double        height)
{
  gboolean one = height <= 0;
  guint first = 0, n_cards;

  g_array_set_size (self->places, 0);
  self->n_pages = 0;
  self->width = width;
  self->height = one ? 0 : height;
  if (one)
    self->height = measure_all (self);
  while (first < self->cards->len)
    {
      double room = self->height - 2 * MARGIN - HEAD - FOOT;
      Page page = measure_page (self, first, room + 0.5);
      double stretch = page.growing > 0 ? 1 + (room - page.height) / page.growing : 1;

      place_page (self, first, page.n, self->n_pages++, CLAMP (stretch, 1, STRETCH));
      first += page.n;
    }
  n_cards = self->places->len;
  for (guint i = 0; i < n_cards && !one; i++)
    {
      TyChartPicture *picture = g_array_index (self->places, Place, i).picture;

      if (ty_chart_picture_get_n_left (picture) > 0)
        place_rest (self, ty_chart_picture_get_chart (picture));
    }
  self->n_pages = MAX (self->n_pages, 1);
}

/**
 * ty_board_sheet_set_numbers:
 * @self: a sheet that is laid out
 * @first: how many pages of its set stand before it
 * @n: how many the set has
 *
 * Numbers its pages as those of a set.
 */
void
ty_board_sheet_set_numbers (TyBoardSheet *self,
                            guint         first,
                            guint         n)
{
  self->first_number = first;
  self->n_numbered = n;
}

/**
 * ty_board_sheet_get_n_pages:
 * @self: a sheet that is laid out
 *
 * Returns: how many pages it has
 */
guint
ty_board_sheet_get_n_pages (TyBoardSheet *self)
{
  return self->n_pages;
}

/**
 * ty_board_sheet_get_page_size:
 * @self: a sheet that is laid out
 * @width: (out): in points
 * @height: (out): in points
 */
void
ty_board_sheet_get_page_size (TyBoardSheet *self,
                              double       *width,
                              double       *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * ty_board_sheet_get_n_pictures:
 * @self: a sheet that is laid out
 *
 * Returns: how many pictures there are on all pages
 */
guint
ty_board_sheet_get_n_pictures (TyBoardSheet *self)
{
  return self->places->len;
}

/**
 * ty_board_sheet_get_picture:
 * @self: a sheet that is laid out
 * @number: which picture
 *
 * Returns: (transfer none): the picture
 */
TyChartPicture *
ty_board_sheet_get_picture (TyBoardSheet *self,
                            guint         number)
{
  g_return_val_if_fail (number < self->places->len, NULL);

  return g_array_index (self->places, Place, number).picture;
}

typedef struct
{
  const char *text;
  double size;
  gboolean bold;
  TyColorName color;
  double x;
  double y;
  gboolean at_end;
} Text;

static void
draw_text (TyBoardSheet  *self,
           cairo_t       *cr,
           const TyTheme *theme,
           const Text    *text)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoRectangle logical;

  pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text->text, -1);
  if (!text->at_end)
    {
      pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN) * PANGO_SCALE));
      pango_layout_set_height (layout, 0);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (layout, NULL, &logical);
  ty_theme_set_source (theme, cr, text->color);
  cairo_move_to (cr, text->at_end ? text->x - (double) logical.width / PANGO_SCALE : text->x, text->y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_frame (TyBoardSheet  *self,
            cairo_t       *cr,
            const TyTheme *theme,
            guint          page)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", self->first_number + page + 1,
                                             self->n_numbered > 0 ? self->n_numbered : self->n_pages);
  double bottom = self->height - MARGIN - FOOT + GAP;
  const Text texts[] = {
    { self->title, EM + 6, TRUE, TY_COLOR_FG, MARGIN, MARGIN - 6, FALSE },
    { self->line, EM, FALSE, TY_COLOR_DIM, MARGIN, MARGIN + 18, FALSE },
    { self->footer, EM - 1, FALSE, TY_COLOR_DIM, MARGIN, bottom + 4, FALSE },
    { number, EM - 1, FALSE, TY_COLOR_DIM, self->width - MARGIN, bottom + 4, TRUE },
  };

  cairo_set_line_width (cr, 0.75);
  ty_theme_set_source (theme, cr, TY_COLOR_LINE2);
  cairo_move_to (cr, MARGIN, bottom);
  cairo_line_to (cr, self->width - MARGIN, bottom);
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    draw_text (self, cr, theme, &texts[i]);
}

static void
draw_card (cairo_t       *cr,
           const TyTheme *theme,
           const Place   *place)
{
  TyChartBox box = place->box;

  cairo_new_path (cr);
  cairo_arc (cr, box.x + RADIUS, box.y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_arc (cr, box.x + box.width - RADIUS, box.y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - RADIUS, box.y + box.height - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, box.x + RADIUS, box.y + box.height - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_close_path (cr);
  ty_theme_set_source (theme, cr, TY_COLOR_LINE2);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_translate (cr, box.x + PADDING, box.y + PADDING);
  ty_chart_picture_draw (place->picture, cr, theme, TY_CHART_NONE, TY_CHART_NONE);
  cairo_restore (cr);
}

/**
 * ty_board_sheet_draw_page:
 * @self: a sheet that is laid out
 * @cr: where it is drawn, in points
 * @page: which page
 *
 * Draws a page in the look of paper.
 */
void
ty_board_sheet_draw_page (TyBoardSheet *self,
                          cairo_t      *cr,
                          guint         page)
{
  TyTheme theme;

  ty_theme_init_paper (&theme);
  ty_theme_set_source (&theme, cr, TY_COLOR_CARD);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  draw_frame (self, cr, &theme, page);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->page == page)
        draw_card (cr, &theme, place);
    }
}
