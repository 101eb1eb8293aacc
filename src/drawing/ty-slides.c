/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-slides"

#include "config.h"

#include "ty-slides-private.h"

#include "ty-font-features.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#define TOP 64.0
#define TITLE 76.0
#define TITLE_LEAST 64.0
#define TEXT 42.0

/**
 * TySlides:
 *
 * Charts for a screen that is looked at from afar: one a slide, or as many as can be read, with title, county, scope,
 * date and number. What has no room on a slide goes on on the next one. The slides are laid out once, and scaled to any
 * screen.
 */

static void
clear_part (gpointer data)
{
  TySlidePart *part = data;

  ty_chart_unref (part->chart);
  ty_chart_picture_free (part->picture);
}

static void
clear_slide (gpointer data)
{
  TySlide *slide = data;

  g_array_unref (slide->parts);
  g_free (slide->title);
  g_free (slide->notes);
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = ty_font_features_dup_font ();
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
  self->slides = g_array_new (FALSE, FALSE, sizeof (TySlide));
  g_array_set_clear_func (self->slides, clear_slide);
  self->context = make_context ();
  return self;
}

/**
 * ty_slides_new_like:
 * @other: slides
 *
 * Returns: (transfer full): slides without any, of the same county, scope and date
 */
TySlides *
ty_slides_new_like (TySlides *other)
{
  return ty_slides_new (other->county, other->line);
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

const TySlide *
ty_slides_get (TySlides *self,
               guint     number)
{
  return &g_array_index (self->slides, TySlide, number);
}

static TyChartPicture *
make_picture (TySlides *self,
              TyChart  *chart)
{
  return ty_chart_picture_new (chart, self->context, TY_SLIDE_EM, TY_SLIDE_AREA_WIDTH, TY_SLIDE_AREA_HEIGHT,
                               TY_CHART_PICTURE_UNTITLED);
}

/* Appends a slide without charts. */
TySlide *
ty_slides_begin (TySlides   *self,
                 const char *title,
                 const char *notes)
{
  TySlide slide = {
    .parts = g_array_new (FALSE, FALSE, sizeof (TySlidePart)),
    .title = g_strdup (title != NULL ? title : ""),
    .notes = g_strdup (notes),
  };

  g_array_set_clear_func (slide.parts, clear_part);
  g_array_append_val (self->slides, slide);
  return &g_array_index (self->slides, TySlide, self->slides->len - 1);
}

/* A figure that changed says what was found; everything else says what it is about. */
static char *
dup_title (TyChart *chart)
{
  const char *title = ty_chart_get_text (chart, TY_CHART_TITLE);
  const char *change = ty_chart_get_text (chart, TY_CHART_CHANGE);
  const char *unit = ty_chart_get_text (chart, TY_CHART_UNIT);
  g_autofree char *much = NULL;

  if (ty_chart_get_kind (chart) != TY_CHART_FIGURE || change == NULL || title == NULL
      || !(g_str_has_prefix (change, "▲ ") || g_str_has_prefix (change, "▼ ")))
    return g_strdup (title);

  if (g_strcmp0 (unit, "%") == 0)
    /* Translators: by how much a share changed: 57.30 percentage points */
    much = g_strdup_printf (_("%s percentage points"), change + strlen ("▲ "));
  else
    much = g_strjoin (" ", change + strlen ("▲ "), unit, NULL);
  /* Translators: the title of a slide, what is counted and by how much it rose */
  return g_strdup_printf (g_str_has_prefix (change, "▲") ? _("%1$s: up %2$s")
                          /* Translators: the title of a slide, what is counted and by how much it fell */
                                                         : _("%1$s: down %2$s"), title, much);
}

static void
add_slide (TySlides   *self,
           TyChart    *chart,
           guint       first,
           const char *notes)
{
  g_autofree char *title = dup_title (chart);
  TySlide *slide = ty_slides_begin (self, title, notes);
  TySlidePart part = {
    .chart = ty_chart_ref (chart),
    .picture = make_picture (self, chart),
    .source = self->n_sources,
    .first = first,
    .x = TY_SLIDE_SIDE,
    .y = TY_SLIDE_AREA_TOP,
  };

  g_array_append_val (slide->parts, part);
}

/**
 * ty_slides_add:
 * @self: slides
 * @chart: what is shown; its title is that of the slide
 * @notes: (nullable): what only the speaker sees
 *
 * Returns: the number of the chart, by ty_slides_locate()
 */
guint
ty_slides_add (TySlides   *self,
               TyChart    *chart,
               const char *notes)
{
  guint first = 0, n = ty_chart_get_n_categories (chart);
  g_autoptr(TyChartPicture) whole = make_picture (self, chart);

  if (ty_chart_picture_get_n_left (whole) == 0)
    add_slide (self, chart, 0, notes);
  while (ty_chart_picture_get_n_left (whole) > 0 && first < n)
    {
      g_autoptr(TyChart) slice = ty_chart_slice_fitting (chart, first, self->context, TY_SLIDE_EM, TY_SLIDE_AREA_WIDTH,
                                                         TY_SLIDE_AREA_HEIGHT, TY_CHART_PICTURE_UNTITLED);

      add_slide (self, slice, first, notes);
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
  g_return_val_if_fail (number < self->slides->len, NULL);

  return ty_slides_get (self, number)->title;
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

  return ty_slides_get (self, number)->notes;
}

/**
 * ty_slides_get_n_parts:
 * @self: slides
 * @number: which slide
 *
 * Returns: how many charts it shows
 */
guint
ty_slides_get_n_parts (TySlides *self,
                       guint     number)
{
  g_return_val_if_fail (number < self->slides->len, 0);

  return ty_slides_get (self, number)->parts->len;
}

static const TySlidePart *
get_part (TySlides *self,
          guint     number,
          guint     part)
{
  return &g_array_index (ty_slides_get (self, number)->parts, TySlidePart, part);
}

/**
 * ty_slides_get_picture:
 * @self: slides
 * @number: which slide
 * @part: which of its charts
 *
 * Returns: (transfer none): the chart as it is laid out
 */
TyChartPicture *
ty_slides_get_picture (TySlides *self,
                       guint     number,
                       guint     part)
{
  g_return_val_if_fail (number < self->slides->len, NULL);
  g_return_val_if_fail (part < ty_slides_get (self, number)->parts->len, NULL);

  return get_part (self, number, part)->picture;
}

/**
 * ty_slides_dup_summary:
 * @self: slides
 * @number: which slide
 *
 * Returns: (transfer full): what it says, for who does not see it
 */
char *
ty_slides_dup_summary (TySlides *self,
                       guint     number)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (number < self->slides->len, g_string_free (text, FALSE));

  for (guint i = 0; i < ty_slides_get (self, number)->parts->len; i++)
    {
      g_autofree char *summary = ty_chart_dup_summary (get_part (self, number, i)->chart);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", summary);
    }
  return g_string_free (text, FALSE);
}

/* The marks of a slide are those of its charts, one chart after the other. */
static const TySlidePart *
split (TySlides *self,
       guint     number,
       guint     mark,
       guint    *own)
{
  for (guint i = 0; mark != TY_CHART_NONE && i < ty_slides_get (self, number)->parts->len; i++)
    {
      const TySlidePart *part = get_part (self, number, i);
      guint n = ty_chart_get_n_marks (part->chart);

      *own = mark;
      if (mark < n)
        return part;
      mark -= n;
    }
  return NULL;
}

/**
 * ty_slides_locate:
 * @self: slides
 * @number: which slide
 * @mark: a mark of it
 * @category: (out): its category in the whole chart, or #TY_CHART_ALL
 * @series: (out): its series, or #TY_CHART_ALL
 *
 * The marks of a part of a list are told as those of the whole list.
 *
 * Returns: the number of the chart, in the order in which they were added; #TY_CHART_NONE where there is no such mark
 */
guint
ty_slides_locate (TySlides *self,
                  guint     number,
                  guint     mark,
                  guint    *category,
                  guint    *series)
{
  const TySlidePart *part;
  guint own;

  *category = *series = TY_CHART_ALL;
  g_return_val_if_fail (number < self->slides->len, TY_CHART_NONE);

  part = split (self, number, mark, &own);
  if (part == NULL)
    return TY_CHART_NONE;

  ty_chart_locate (part->chart, own, category, series);
  if (*category != TY_CHART_ALL)
    *category += part->first;
  return part->source;
}

/**
 * ty_slides_step:
 * @self: slides
 * @number: which slide
 * @mark: a mark of it, or #TY_CHART_NONE
 * @back: whether the one before is asked for
 *
 * Returns: the mark that the keyboard reaches next, the first after the last; #TY_CHART_NONE where there are none
 */
guint
ty_slides_step (TySlides *self,
                guint     number,
                guint     mark,
                gboolean  back)
{
  guint n = 0;

  if (number >= self->slides->len)
    return TY_CHART_NONE;

  for (guint i = 0; i < ty_slides_get (self, number)->parts->len; i++)
    n += ty_chart_get_n_marks (get_part (self, number, i)->chart);
  for (guint i = 0; i < n; i++)
    {
      const TySlidePart *part;
      TyChartBox box;
      guint own;

      mark = mark == TY_CHART_NONE ? (back ? n - 1 : 0) : (mark + (back ? n - 1 : 1)) % n;
      part = split (self, number, mark, &own);
      if (part != NULL && ty_chart_picture_get_bounds (part->picture, own, &box))
        return mark;
    }
  return TY_CHART_NONE;
}

/**
 * ty_slides_dup_readout:
 * @self: slides
 * @number: which slide
 * @mark: a mark of it
 *
 * Returns: (transfer full) (nullable): what the mark says; %NULL where there is no such mark
 */
char *
ty_slides_dup_readout (TySlides *self,
                       guint     number,
                       guint     mark)
{
  const TySlidePart *part;
  guint own;

  g_return_val_if_fail (number < self->slides->len, NULL);

  part = split (self, number, mark, &own);
  return part != NULL ? ty_chart_dup_readout (part->chart, own) : NULL;
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
 * Returns: the mark of the slide there, or #TY_CHART_NONE
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

  for (guint i = 0, before = 0; i < ty_slides_get (self, number)->parts->len; i++)
    {
      const TySlidePart *part = get_part (self, number, i);
      guint mark = ty_chart_picture_find (part->picture, (x - left) / scale - part->x, (y - top) / scale - part->y);

      if (mark != TY_CHART_NONE)
        return before + mark;
      before += ty_chart_get_n_marks (part->chart);
    }
  return TY_CHART_NONE;
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
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  ty_font_features_add (attributes);
  pango_layout_set_attributes (layout, attributes);
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
  Text text = { ty_slides_get_title (self, number), TITLE, TRUE, TY_COLOR_FG, TY_SLIDE_SIDE, TOP,
                TY_SLIDE_WIDTH - 2 * TY_SLIDE_SIDE, 0 };
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
  double y = TY_SLIDE_HEIGHT - TY_SLIDE_FOOT, room = TY_SLIDE_WIDTH - 2 * TY_SLIDE_SIDE - 240;
  Text county = { self->county, TEXT, TRUE, TY_COLOR_FG, TY_SLIDE_SIDE, y + 20, room / 2, 0 };
  Text line = { self->line, TEXT, FALSE, TY_COLOR_DIM, 0, y + 20, 0, 0 };
  Text at = { page, TEXT, FALSE, TY_COLOR_DIM, TY_SLIDE_WIDTH - TY_SLIDE_SIDE, y + 20, 240, 1 };

  ty_theme_set_source (theme, cr, TY_COLOR_LINE2);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, TY_SLIDE_SIDE, y);
  cairo_line_to (cr, TY_SLIDE_WIDTH - TY_SLIDE_SIDE, y);
  cairo_stroke (cr);
  line.x = draw_text (self, cr, theme, &county) + 36;
  line.room = TY_SLIDE_SIDE + room - line.x;
  draw_text (self, cr, theme, &line);
  draw_text (self, cr, theme, &at);
}

/* What is pointed at is told last, over all charts. */
static void
draw_parts (TySlides      *self,
            guint          number,
            cairo_t       *cr,
            const TyTheme *theme,
            guint          hovered,
            guint          focused)
{
  guint own_hovered = TY_CHART_NONE, own_focused = TY_CHART_NONE, told;
  const TySlidePart *over = split (self, number, hovered, &own_hovered);
  const TySlidePart *on = split (self, number, focused, &own_focused);
  const TySlidePart *telling = over != NULL ? over : on;

  for (guint i = 0; i < ty_slides_get (self, number)->parts->len; i++)
    {
      const TySlidePart *part = get_part (self, number, i);

      cairo_save (cr);
      cairo_translate (cr, part->x, part->y);
      ty_chart_picture_draw (part->picture, cr, theme, part == over ? own_hovered : TY_CHART_NONE,
                             part == on ? own_focused : TY_CHART_NONE);
      cairo_restore (cr);
    }
  if (telling == NULL)
    return;

  told = over != NULL ? own_hovered : own_focused;
  cairo_translate (cr, telling->x, telling->y);
  ty_chart_picture_draw_readout (telling->picture, cr, theme, told);
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
  draw_parts (self, number, cr, theme, hovered, focused);
  cairo_restore (cr);
}
