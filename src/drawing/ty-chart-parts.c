/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include "ty-font-features.h"
#include "ty-label-break.h"

#include <string.h>

/* The parts of which pictures of charts are put together: labels that meet no other, shapes, rules. */

#define BODY 14.0 /* pixels: the size for which the measures of the visual language are said */
#define TIGHT 1.14 /* how high letters are against their size: characters, and tails of letters */
#define EDGE 0.5  /* pixels by which a label may seem to leave the area */

PangoLayout *
ty_picture_make_layout (TyChartPicture *self,
                        const char     *text,
                        double          size,
                        gboolean        bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, self->em * size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  ty_font_features_add (attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

void
ty_picture_measure (TyChartPicture *self,
                    const char     *text,
                    double          size,
                    gboolean        bold,
                    double         *width,
                    double         *height)
{
  g_autoptr(PangoLayout) layout = ty_picture_make_layout (self, text, size, bold);

  get_size (layout, width, height);
}

/* How high a line is; Chinese characters and digits may come from different fonts. */
double
ty_picture_get_line (TyChartPicture *self,
                     double          size)
{
  double height;

  ty_picture_measure (self, "国0g", size, FALSE, NULL, &height);
  return height;
}

/* How far below the upper edge of a line its letters stand. */
double
ty_picture_get_baseline (TyChartPicture *self,
                         double          size)
{
  g_autoptr(PangoLayout) layout = ty_picture_make_layout (self, "国0g", size, FALSE);

  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

static void
get_corners (const TyChartLabel *label,
             double              corners[4][2])
{
  double c = cos (label->angle), s = sin (label->angle);

  for (guint i = 0; i < 4; i++)
    {
      double x = i == 1 || i == 2 ? label->width : 0;
      double y = i >= 2 ? label->height : 0;

      corners[i][0] = label->x + x * c - y * s;
      corners[i][1] = label->y + x * s + y * c;
    }
}

/* Whether the sides of a box part it from another one. */
static gboolean
is_apart (double a[4][2],
          double b[4][2])
{
  for (guint side = 0; side < 2; side++)
    {
      double dx = a[side + 1][0] - a[side][0], dy = a[side + 1][1] - a[side][1];
      double low[2] = { INFINITY, INFINITY }, high[2] = { -INFINITY, -INFINITY };

      for (guint i = 0; i < 8; i++)
        {
          double *corner = i < 4 ? a[i] : b[i - 4];
          double along = corner[0] * dx + corner[1] * dy;

          low[i / 4] = MIN (low[i / 4], along);
          high[i / 4] = MAX (high[i / 4], along);
        }
      if (high[0] <= low[1] || high[1] <= low[0])
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (TyChartPicture     *self,
         const TyChartLabel *label)
{
  double corners[4][2];

  get_corners (label, corners);
  for (guint i = 0; i < 4; i++)
    if (corners[i][0] < -EDGE || corners[i][0] > self->width + EDGE || corners[i][1] < -EDGE
        || corners[i][1] > self->height + EDGE)
      return FALSE;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const TyPlacedLabel *placed = g_ptr_array_index (self->labels, i);
      double other[4][2];

      get_corners (&placed->label, other);
      if (!is_apart (corners, other) && !is_apart (other, corners))
        return FALSE;
    }
  return TRUE;
}

/* Sets a text within its room, and says whether all of it is there. */
static void
fit (PangoLayout       *layout,
     const TyLabelSpec *spec)
{
  double width;

  get_size (layout, &width, NULL);
  if (spec->room <= 0 || (width <= spec->room && spec->lines <= 1))
    return;

  pango_layout_set_width (layout, (int) ceil (spec->room * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) MAX (spec->lines, 1));
  pango_layout_set_alignment (layout, spec->align == 0.5 ? PANGO_ALIGN_CENTER
                                      : spec->align > 0.5 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* What is drawn of a text that ends with an ellipsis; of a wrapped one, all of it. */
static char *
dup_shown (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutLine *line;
  PangoLayoutRun *run;
  GSList *last;

  if (!pango_layout_is_ellipsized (layout))
    return g_strdup (text);

  line = pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);
  last = g_slist_last (line->runs);
  run = last != NULL ? last->data : NULL;
  return run != NULL ? g_strdup_printf ("%.*s…", run->item->offset, text) : g_strdup ("…");
}

static void
free_placed (gpointer data)
{
  TyPlacedLabel *placed = data;

  g_free ((char *) placed->label.text);
  g_free ((char *) placed->label.whole);
  g_object_unref (placed->layout);
  g_free (placed);
}

static TyPlacedLabel *
make_placed (PangoLayout       *layout,
             const TyLabelSpec *spec,
             double             em)
{
  TyPlacedLabel *placed = g_new0 (TyPlacedLabel, 1);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  placed->layout = g_object_ref (layout);
  placed->color = spec->color;
  placed->on_shade = spec->on_shade;
  placed->label = (TyChartLabel){
    .text = dup_shown (layout),
    .whole = g_strdup (spec->whole != NULL ? spec->whole : spec->text),
    .x = spec->x - spec->align * (double) logical.width / PANGO_SCALE,
    .y = spec->y,
    .width = (double) logical.width / PANGO_SCALE,
    .height = (double) logical.height / PANGO_SCALE,
    .angle = spec->angle,
    .size = em * spec->size,
    .mark = spec->mark,
  };
  if (spec->tight && placed->label.height > TIGHT * placed->label.size)
    {
      placed->trim = (placed->label.height - TIGHT * placed->label.size) / 2;
      placed->label.y += placed->trim;
      placed->label.height -= 2 * placed->trim;
    }
  return placed;
}

/**
 * ty_picture_add_label:
 * @self: a picture
 * @spec: what and where
 * @box: (out) (optional): where it stands
 *
 * Places a text if it meets no other and does not leave the picture.
 *
 * Returns: whether it was placed
 */
gboolean
ty_picture_add_label (TyChartPicture    *self,
                      const TyLabelSpec *spec,
                      TyChartBox        *box)
{
  g_autoptr(PangoLayout) layout = NULL;
  TyPlacedLabel *placed;

  if (spec->text == NULL || *spec->text == '\0')
    return FALSE;

  layout = ty_picture_make_layout (self, spec->text, spec->size, spec->bold);
  fit (layout, spec);
  placed = make_placed (layout, spec, self->em);
  if (box != NULL)
    *box = (TyChartBox){ placed->label.x, placed->label.y, placed->label.width, placed->label.height };
  /* Of a text without room not even its first letter and the ellipsis are there. */
  if ((spec->room > 0 && placed->label.width > spec->room + 1) || (!spec->must && !is_free (self, &placed->label)))
    {
      free_placed (placed);
      return FALSE;
    }
  g_ptr_array_add (self->labels, placed);
  return TRUE;
}

TyShape *
ty_picture_add_shape (TyChartPicture *self,
                      TyShapeKind     kind,
                      guint           mark,
                      TyChartBox      box,
                      TyColorName     color,
                      TyFill          fill)
{
  TyShape shape = { .kind = kind, .mark = mark, .box = box, .color = color, .fill = fill };

  g_array_append_val (self->shapes, shape);
  return &g_array_index (self->shapes, TyShape, self->shapes->len - 1);
}

void
ty_picture_add_hit (TyChartPicture *self,
                    guint           mark,
                    TyChartBox      box)
{
  ty_picture_add_shape (self, TY_SHAPE_HIT, mark, box, TY_COLOR_FG, TY_FILL_SOLID);
}

void
ty_picture_add_rule (TyChartPicture *self,
                     double          x1,
                     double          y1,
                     double          x2,
                     double          y2,
                     double          width,
                     TyColorName     color,
                     gboolean        dashed)
{
  TyRule rule = { x1, y1, x2, y2, width, color, dashed };

  g_array_append_val (self->rules, rule);
}

/* Four hues, then the same ones hatched: what comes after is told by its label alone. */
void
ty_picture_get_part_look (guint        part,
                          TyColorName *color,
                          TyFill      *fill)
{
  static const struct
  {
    TyColorName color;
    TyFill fill;
  } looks[] = {
    { TY_COLOR_SERIES_1, TY_FILL_SOLID },  { TY_COLOR_SERIES_2, TY_FILL_SOLID },
    { TY_COLOR_SERIES_3, TY_FILL_OTHER },  { TY_COLOR_SERIES_4, TY_FILL_BEFORE },
    { TY_COLOR_SERIES_1, TY_FILL_OTHER },  { TY_COLOR_SERIES_2, TY_FILL_BEFORE },
    { TY_COLOR_SERIES_3, TY_FILL_BEFORE }, { TY_COLOR_SERIES_4, TY_FILL_OTHER },
  };

  *color = looks[part % G_N_ELEMENTS (looks)].color;
  *fill = looks[part % G_N_ELEMENTS (looks)].fill;
}

void
ty_picture_get_look (TyChartPicture *self,
                     guint           series,
                     TyColorName    *color,
                     TyFill         *fill)
{
  guint part = 0;

  *color = TY_COLOR_SERIES_4;
  *fill = TY_FILL_BEFORE;
  if (ty_chart_get_flags (self->chart, series) & TY_CHART_BEFORE)
    return;

  for (guint i = 0; i < series; i++)
    part += !(ty_chart_get_flags (self->chart, i) & (TY_CHART_BEFORE | TY_CHART_BESIDE));
  ty_picture_get_part_look (part, color, fill);
}

/* The series that have marks. */
guint
ty_picture_count_series (TyChartPicture *self)
{
  guint n = 0;

  for (guint i = 0; i < ty_chart_get_n_series (self->chart); i++)
    n += !(ty_chart_get_flags (self->chart, i) & TY_CHART_BESIDE);
  return n;
}

/**
 * ty_picture_break_label:
 * @self: a picture
 * @text: a label
 * @size: against body text
 * @room: the greatest width
 *
 * Returns: (transfer full) (nullable): the label in one or two lines, %NULL where it has no room in two
 */
char *
ty_picture_break_label (TyChartPicture *self,
                        const char     *text,
                        double          size,
                        double          room)
{
  g_autofree char *broken = NULL;
  double width;

  ty_picture_measure (self, text, size, FALSE, &width, NULL);
  if (width <= room)
    return g_strdup (text);

  broken = ty_label_break (text);
  if (broken == NULL)
    return NULL;

  ty_picture_measure (self, broken, size, FALSE, &width, NULL);
  return width <= room ? g_steal_pointer (&broken) : NULL;
}

static void
clear_shape (gpointer data)
{
  g_free (((TyShape *) data)->points);
}

static TyChartPicture *
make_picture (TyChart             *chart,
              PangoContext        *context,
              double               em,
              double               width,
              double               height,
              TyChartPictureFlags  flags)
{
  TyChartPicture *self = g_new0 (TyChartPicture, 1);

  self->chart = ty_chart_ref (chart);
  self->context = g_object_ref (context);
  self->em = em;
  self->u = em / BODY;
  self->width = width;
  self->height = height;
  self->flags = flags;
  self->shapes = g_array_new (FALSE, FALSE, sizeof (TyShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->rules = g_array_new (FALSE, FALSE, sizeof (TyRule));
  self->labels = g_ptr_array_new_with_free_func (free_placed);
  return self;
}

static void
place_message (TyChartPicture *self,
               TyChartBox      area,
               const char     *message)
{
  double line = ty_picture_get_line (self, TY_SIZE_BODY);
  guint lines = (guint) MAX (area.height / line, 1);
  TyLabelSpec spec = {
    .text = message, .size = TY_SIZE_BODY, .color = TY_COLOR_DIM, .x = area.x, .y = area.y,
    .room = area.width, .lines = lines, .mark = TY_CHART_NONE,
  };

  ty_picture_add_label (self, &spec, NULL);
}

typedef void (*PlaceFunc) (TyChartPicture *self,
                           TyChartBox      area);

static PlaceFunc
get_place (TyChartKind kind)
{
  static const PlaceFunc places[TY_N_CHART_KINDS] = {
    [TY_CHART_FIGURE] = ty_chart_figure_place,
    [TY_CHART_BAR] = ty_chart_bar_place,
    [TY_CHART_BAR_ACROSS] = ty_chart_across_place,
    [TY_CHART_STACKED] = ty_chart_bar_place,
    [TY_CHART_BEFORE_AFTER] = ty_chart_bar_place,
    [TY_CHART_LINE] = ty_chart_line_place,
    [TY_CHART_PIE] = ty_chart_pie_place,
    [TY_CHART_PYRAMID] = ty_chart_pyramid_place,
    [TY_CHART_HEAT] = ty_chart_heat_place,
    [TY_CHART_FUNNEL] = ty_chart_across_place,
    [TY_CHART_RANKING] = ty_chart_across_place,
    [TY_CHART_TABLE] = ty_chart_table_place,
    [TY_CHART_TEXT] = ty_chart_text_place,
    [TY_CHART_TILES] = ty_chart_tiles_place,
  };

  return places[kind];
}

/**
 * ty_chart_picture_new:
 * @chart: what is shown; it is not changed any more
 * @context: for its texts, with the family of the font set
 * @em: the size of body text, in pixels; all measures follow it
 * @width: in pixels
 * @height: in pixels
 * @flags: what is laid out
 *
 * Lays a chart out. No label of it meets another one or leaves the picture: what has no room is wrapped,
 * turned, shortened, and left to the read-out at last.
 *
 * Returns: (transfer full): how it is drawn
 */
TyChartPicture *
ty_chart_picture_new (TyChart             *chart,
                      PangoContext        *context,
                      double               em,
                      double               width,
                      double               height,
                      TyChartPictureFlags  flags)
{
  TyChartPicture *self = make_picture (chart, context, em, width, height, flags);
  const char *message = ty_chart_get_text (chart, TY_CHART_MESSAGE);
  TyChartKind kind = ty_chart_get_kind (chart);
  TyChartBox area = { 0, 0, width, height };

  if (kind != TY_CHART_FIGURE || message != NULL)
    area = ty_chart_head_place (self);
  if (message != NULL)
    place_message (self, area, message);
  else
    get_place (kind) (self, area);
  return self;
}

void
ty_chart_picture_free (TyChartPicture *self)
{
  ty_chart_unref (self->chart);
  g_object_unref (self->context);
  g_array_unref (self->shapes);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->labels);
  g_free (self);
}
