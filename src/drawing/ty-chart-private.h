/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart-picture.h"

#include <math.h>

G_BEGIN_DECLS

/* Sizes of letters against that of body text, as the visual language has them. */
#define TY_SIZE_CAPTION 0.86
#define TY_SIZE_DENSE 0.93
#define TY_SIZE_BODY 1.0
#define TY_SIZE_FIGURE 2.29

#define TY_CHART_GAP 6.0       /* pixels at 14 pixels a letter, as all measures of charts */
#define TY_CHART_TEXT_GAP 3.0  /* between a mark and its number */
#define TY_CHART_RADIUS 2.0

typedef enum
{
  TY_SHAPE_BOX,     /* a rectangle with round corners */
  TY_SHAPE_BAR,     /* the same, for what grows from the base line */
  TY_SHAPE_SECTOR,  /* of a ring: the middle, outer and inner radius, two angles */
  TY_SHAPE_SLICE,   /* of a funnel: a box whose lower side is shorter, by points */
  TY_SHAPE_DOT,     /* in a box */
  TY_SHAPE_LINE,    /* through points */
  TY_SHAPE_DASHED,  /* the outline of a rectangle, of what was before */
  TY_SHAPE_MISSING, /* a rectangle with an outline that warns */
  TY_SHAPE_HIT,     /* nothing is seen; where one may point at */
} TyShapeKind;

typedef struct
{
  TyShapeKind kind;
  guint mark;
  TyChartBox box;
  TyColorName color;
  TyFill fill;
  double begin; /* of a sector */
  double end;
  double *points; /* (owned) (nullable): x and y of each */
  guint n_points;
} TyShape;

typedef struct
{
  double x1, y1, x2, y2;
  double width;
  TyColorName color;
  gboolean dashed;
} TyRule;

/* A label that is to be placed. */
typedef struct
{
  const char *text;
  const char *whole; /* (nullable): what it says, where @text is only a part of it */
  double size; /* against body text */
  gboolean bold;
  TyColorName color;
  gboolean on_shade; /* the colour is that which is read best on @color */
  double x;
  double y;
  double align; /* which part of the text stands at @x: 0 its begin, 0.5 its middle, 1 its end */
  double room;  /* the greatest width; 0 for what it needs */
  guint lines;  /* the most; 0 for one */
  double angle; /* turned round its upper end */
  gboolean tight; /* a line of a list: its box has the height of its letters, without the room around them */
  gboolean must; /* it is known to meet no other */
  guint mark;
} TyLabelSpec;

typedef struct
{
  TyChartLabel label;
  PangoLayout *layout; /* (owned) */
  TyColorName color;
  gboolean on_shade;
  double trim; /* what is taken off above */
} TyPlacedLabel;

struct _TyChartPicture
{
  TyChart *chart;        /* (owned) */
  PangoContext *context; /* (owned) */
  double em;             /* pixels of body text */
  double u;              /* pixels of a measure: 1 where body text has 14 */
  double width;
  double height;
  TyChartPictureFlags flags;
  guint n_left;      /* categories that had no room */
  GArray *shapes;    /* (owned) (element-type TyShape) */
  GArray *rules;     /* (owned) (element-type TyRule) */
  GPtrArray *labels; /* (owned) (element-type TyPlacedLabel) */
};

/* Steps of an axis. */
typedef struct
{
  double low;
  double high;
  double step;
} TyAxis;

/* What the shades of a series mean. */
typedef struct
{
  TyChart *chart; /* (borrowed) */
  guint series;
  double low;
  double high;
} TyShade;

PangoLayout *ty_picture_make_layout   (TyChartPicture    *self,
                                       const char        *text,
                                       double             size,
                                       gboolean           bold);
void         ty_picture_measure       (TyChartPicture    *self,
                                       const char        *text,
                                       double             size,
                                       gboolean           bold,
                                       double            *width,
                                       double            *height);
double       ty_picture_get_line      (TyChartPicture    *self,
                                       double             size);
double       ty_picture_get_baseline  (TyChartPicture    *self,
                                       double             size);
gboolean     ty_picture_add_label     (TyChartPicture    *self,
                                       const TyLabelSpec *spec,
                                       TyChartBox        *box);
TyShape     *ty_picture_add_shape     (TyChartPicture    *self,
                                       TyShapeKind        kind,
                                       guint              mark,
                                       TyChartBox         box,
                                       TyColorName        color,
                                       TyFill             fill);
void         ty_picture_add_hit       (TyChartPicture    *self,
                                       guint              mark,
                                       TyChartBox         box);
void         ty_picture_add_rule      (TyChartPicture    *self,
                                       double             x1,
                                       double             y1,
                                       double             x2,
                                       double             y2,
                                       double             width,
                                       TyColorName        color,
                                       gboolean           dashed);
void         ty_picture_get_look      (TyChartPicture    *self,
                                       guint              series,
                                       TyColorName       *color,
                                       TyFill            *fill);
void         ty_picture_get_part_look (guint              part,
                                       TyColorName       *color,
                                       TyFill            *fill);
guint        ty_picture_count_series  (TyChartPicture    *self);
char        *ty_picture_break_label   (TyChartPicture    *self,
                                       const char        *text,
                                       double             size,
                                       double             room);
void         ty_picture_take_foot     (TyChartPicture    *self,
                                       TyChartBox        *area);

TyChartBox   ty_chart_head_place      (TyChartPicture    *self);

void         ty_axis_init             (TyAxis            *self,
                                       double             low,
                                       double             high,
                                       guint              most);
char        *ty_axis_dup_text         (const TyAxis      *self,
                                       double             value);
double       ty_axis_measure          (const TyAxis      *self,
                                       TyChartPicture    *picture);
void         ty_axis_place            (const TyAxis      *self,
                                       TyChartPicture    *picture,
                                       TyChartBox         plot,
                                       double             left);
double       ty_axis_get_y            (const TyAxis      *self,
                                       TyChartBox         plot,
                                       double             value);
double       ty_categories_measure_left (TyChartPicture  *self,
                                       TyChartBox         plot,
                                       double             room);
double       ty_categories_place      (TyChartPicture    *self,
                                       TyChartBox         plot,
                                       double             room,
                                       gboolean           really);

void         ty_shade_init            (TyShade           *self,
                                       TyChart           *chart,
                                       guint              series);
TyColorName  ty_shade_find            (const TyShade     *self,
                                       double             value);
gboolean     ty_shade_is_missing      (const TyShade     *self,
                                       double             value);
double       ty_shade_measure_ends    (TyChartPicture    *self);
void         ty_shade_place_ends      (TyChartPicture    *self,
                                       double             x,
                                       double             y);
void         ty_shade_take_steps      (TyChartPicture    *self,
                                       double             x,
                                       TyChartBox        *area);

void         ty_chart_across_place    (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_heat_place      (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_pie_place       (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_pyramid_place   (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_text_place      (TyChartPicture    *self,
                                       TyChartBox         area);
char        *ty_chart_tiles_dup_name  (const char        *name) G_GNUC_WARN_UNUSED_RESULT;
void         ty_chart_tiles_place     (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_figure_place    (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_bar_place       (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_line_place      (TyChartPicture    *self,
                                       TyChartBox         area);
void         ty_chart_table_place     (TyChartPicture    *self,
                                       TyChartBox         area);

G_END_DECLS
