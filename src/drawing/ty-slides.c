/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-slides"

#include "config.h"

#include "ty-slides.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The measures of a slide, in its logical pixels: large enough for the back row. */
#define SIDE 84.0
#define TOP 64.0
#define FOOT 104.0
#define TITLE 76.0
#define TITLE_LEAST 64.0
#define TEXT 42.0
#define EM 49.0 /* of a chart: its labels have 42 then */
#define CHART_TOP 196.0
#define CHART_GAP 32.0
#define CHART_WIDTH (TY_SLIDE_WIDTH - 2 * SIDE)
#define CHART_HEIGHT (TY_SLIDE_HEIGHT - CHART_TOP - FOOT - CHART_GAP)

typedef struct
{
  TyChart *chart; /* (owned) */
  char *notes;    /* (owned) (nullable) */
  guint source;   /* of which chart that was added it is a part */
  TyChartPicture *picture; /* (owned) */
} Slide;

/**
 * TySlides:
 *
 * Charts for a screen that is looked at from afar: one a slide, with title, county, scope, date and number.
 * What has no room on a slide goes on on the next one. The slides are laid out once, and scaled to any screen.
 */
struct _TySlides
{
  char *county; /* (owned) */
  char *line;   /* (owned) */
  GArray *slides; /* (owned) (element-type Slide) */
  PangoContext *context; /* (owned) */
  guint n_sources;
};

static void
clear_slide (gpointer data)
{
  Slide *slide = data;

  ty_chart_unref (slide->chart);
  ty_chart_picture_free (slide->picture);
  g_free (slide->notes);
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  const char *language = pango_language_to_string (pango_language_get_default ());
  gboolean traditional = g_ascii_strncasecmp (language, "zh-tw", 5) == 0
                         || g_ascii_strncasecmp (language, "zh-hk", 5) == 0;
  PangoFontDescription *font = pango_font_description_from_string (traditional ? "Noto Sans CJK TC,sans-serif 10"
                                                                               : "Noto Sans CJK SC,sans-serif 10");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * ty_slides_new:
 * @county: whose numbers they are
 * @line: the scope and the date, as they stand on each slide
 *
 * Returns: (transfer full): slides, without any
 */
TySlides *
ty_slides_new (const char *county,
               const char *line)
{
  TySlides *self = g_rc_box_new0 (TySlides);

  self->county = g_strdup (county != NULL ? county : "");
  self->line = g_strdup (line != NULL ? line : "");
  self->slides = g_array_new (FALSE, FALSE, sizeof (Slide));
  g_array_set_clear_func (self->slides, clear_slide);
  self->context = make_context ();
  return self;
}

TySlides *
ty_slides_ref (TySlides *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TySlides *self = data;

  g_array_unref (self->slides);
  g_object_unref (self->context);
  g_free (self->county);
  g_free (self->line);
}

void
ty_slides_unref (TySlides *self)
{
  g_rc_box_release_full (self, clear);
}

static TyChartPicture *
make_picture (TySlides *self,
              TyChart  *chart)
{
  return ty_chart_picture_new (chart, self->context, EM, CHART_WIDTH, CHART_HEIGHT, TY_CHART_PICTURE_UNTITLED);
}

static void
add_slide (TySlides   *self,
           TyChart    *chart,
           const char *notes)
{
  Slide slide = { ty_chart_ref (chart), g_strdup (notes), self->n_sources, make_picture (self, chart) };

  g_array_append_val (self->slides, slide);
}

/**
 * ty_slides_add:
 * @self: slides
 * @chart: what is shown; its title is that of the slide
 * @notes: (nullable): what only the speaker sees
 *
 * Returns: the number of the chart, by ty_slides_get_source()
 */
guint
ty_slides_add (TySlides   *self,
               TyChart    *chart,
               const char *notes)
{
  guint first = 0, n = ty_chart_get_n_categories (chart);
  g_autoptr(TyChartPicture) whole = make_picture (self, chart);

  if (ty_chart_picture_get_n_left (whole) == 0)
    add_slide (self, chart, notes);
  while (ty_chart_picture_get_n_left (whole) > 0 && first < n)
    {
      g_autoptr(TyChart) slice = ty_chart_slice_fitting (chart, first, self->context, EM, CHART_WIDTH, CHART_HEIGHT,
                                                         TY_CHART_PICTURE_UNTITLED);

      add_slide (self, slice, notes);
      first += ty_chart_get_n_categories (slice);
    }
  return self->n_sources++;
}

/**
 * ty_slides_get_n:
 * @self: slides
 *
 * Returns: how many there are
 */
guint
ty_slides_get_n (TySlides *self)
{
  return self->slides->len;
}

static const Slide *
get_slide (TySlides *self,
           guint     number)
{
  return &g_array_index (self->slides, Slide, number);
}

/**
 * ty_slides_get_source:
 * @self: slides
 * @number: which slide
 *
 * Returns: the number of the chart that it shows, or shows a part of
 */
guint
ty_slides_get_source (TySlides *self,
                      guint     number)
{
  g_return_val_if_fail (number < self->slides->len, 0);

  return get_slide (self, number)->source;
}

/**
 * ty_slides_get_title:
 * @self: slides
 * @number: which slide
 *
 * Returns: (transfer none): its title
 */
const char *
ty_slides_get_title (TySlides *self,
                     guint     number)
{
  const char *title;

  g_return_val_if_fail (number < self->slides->len, NULL);

  title = ty_chart_get_text (get_slide (self, number)->chart, TY_CHART_TITLE);
  return title != NULL ? title : "";
}

/**
 * ty_slides_get_notes:
 * @self: slides
 * @number: which slide
 *
 * Returns: (transfer none) (nullable): what only the speaker sees
 */
const char *
ty_slides_get_notes (TySlides *self,
                     guint     number)
{
  g_return_val_if_fail (number < self->slides->len, NULL);

  return get_slide (self, number)->notes;
}

/**
 * ty_slides_get_picture:
 * @self: slides
 * @number: which slide
 *
 * Returns: (transfer none): its chart as it is laid out
 */
TyChartPicture *
ty_slides_get_picture (TySlides *self,
                       guint     number)
{
  g_return_val_if_fail (number < self->slides->len, NULL);

  return get_slide (self, number)->picture;
}

/* The same scale for both directions: what is left of a screen of another shape stays empty. */
static double
get_scale (double  width,
           double  height,
           double *left,
           double *top)
{
  double scale = MIN (width / TY_SLIDE_WIDTH, height / TY_SLIDE_HEIGHT);

  *left = (width - TY_SLIDE_WIDTH * scale) / 2;
  *top = (height - TY_SLIDE_HEIGHT * scale) / 2;
  return scale;
}

/**
 * ty_slides_find:
 * @self: slides
 * @number: which slide
 * @width: of the screen
 * @height: of the screen
 * @x: a place on it
 * @y: the same downwards
 *
 * Returns: the mark of the chart there, or #TY_CHART_NONE
 */
guint
ty_slides_find (TySlides *self,
                guint     number,
                double    width,
                double    height,
                double    x,
                double    y)
{
  double left, top, scale = get_scale (width, height, &left, &top);

  if (number >= self->slides->len || scale <= 0)
    return TY_CHART_NONE;

  return ty_chart_picture_find (get_slide (self, number)->picture, (x - left) / scale - SIDE,
                                (y - top) / scale - CHART_TOP);
}

typedef struct
{
  const char *text;
  double size;
  gboolean bold;
  TyColorName color;
  double x;
  double y;
  double room;
  double align;
} Text;

static PangoLayout *
make_layout (TySlides   *self,
             const Text *text,
             double      size)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text->text, -1);
  return layout;
}

/* Returns where the text ends. */
static double
draw_text (TySlides      *self,
           cairo_t       *cr,
           const TyTheme *theme,
           const Text    *text)
{
  PangoRectangle logical;
  g_autoptr(PangoLayout) layout = make_layout (self, text, text->size);

  pango_layout_get_extents (layout, NULL, &logical);
  if (logical.width > text->room * PANGO_SCALE)
    {
      pango_layout_set_width (layout, (int) (text->room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_extents (layout, NULL, &logical);
    }
  ty_theme_set_source (theme, cr, text->color);
  cairo_move_to (cr, text->x - text->align * logical.width / PANGO_SCALE, text->y);
  pango_cairo_show_layout (cr, layout);
  return text->x + (double) logical.width / PANGO_SCALE;
}

/* A long title gets smaller before it is cut. */
static void
draw_title (TySlides      *self,
            cairo_t       *cr,
            const TyTheme *theme,
            guint          number)
{
  Text text = { ty_slides_get_title (self, number), TITLE, TRUE, TY_COLOR_FG, SIDE, TOP,
                TY_SLIDE_WIDTH - 2 * SIDE, 0 };
  g_autoptr(PangoLayout) layout = make_layout (self, &text, TITLE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > text.room)
    text.size = MAX (TITLE * text.room / width, TITLE_LEAST);
  draw_text (self, cr, theme, &text);
}

static void
draw_foot (TySlides      *self,
           cairo_t       *cr,
           const TyTheme *theme,
           guint          number)
{
  g_autofree char *page = g_strdup_printf ("%u / %u", number + 1, self->slides->len);
  double y = TY_SLIDE_HEIGHT - FOOT, room = TY_SLIDE_WIDTH - 2 * SIDE - 240;
  Text county = { self->county, TEXT, TRUE, TY_COLOR_FG, SIDE, y + 20, room / 2, 0 };
  Text line = { self->line, TEXT, FALSE, TY_COLOR_DIM, 0, y + 20, 0, 0 };
  Text at = { page, TEXT, FALSE, TY_COLOR_DIM, TY_SLIDE_WIDTH - SIDE, y + 20, 240, 1 };

  ty_theme_set_source (theme, cr, TY_COLOR_LINE2);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, SIDE, y);
  cairo_line_to (cr, TY_SLIDE_WIDTH - SIDE, y);
  cairo_stroke (cr);
  line.x = draw_text (self, cr, theme, &county) + 36;
  line.room = SIDE + room - line.x;
  draw_text (self, cr, theme, &line);
  draw_text (self, cr, theme, &at);
}

/**
 * ty_slides_draw:
 * @self: slides
 * @number: which slide
 * @cr: where it is drawn
 * @theme: the colours
 * @width: of the screen, or of a part of it
 * @height: the same downwards
 * @hovered: the mark at which one points, or #TY_CHART_NONE
 * @focused: the mark that has the keyboard, or #TY_CHART_NONE
 */
void
ty_slides_draw (TySlides      *self,
                guint          number,
                cairo_t       *cr,
                const TyTheme *theme,
                double         width,
                double         height,
                guint          hovered,
                guint          focused)
{
  double left, top, scale = get_scale (width, height, &left, &top);
  guint told = hovered != TY_CHART_NONE ? hovered : focused;

  ty_theme_set_source (theme, cr, TY_COLOR_CARD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  if (number >= self->slides->len || scale <= 0)
    return;

  cairo_save (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  draw_title (self, cr, theme, number);
  draw_foot (self, cr, theme, number);
  cairo_translate (cr, SIDE, CHART_TOP);
  ty_chart_picture_draw (get_slide (self, number)->picture, cr, theme, hovered, focused);
  if (told != TY_CHART_NONE)
    ty_chart_picture_draw_readout (get_slide (self, number)->picture, cr, theme, told);
  cairo_restore (cr);
}
