/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-slides.h"

G_BEGIN_DECLS

/* The measures of a slide, in its logical pixels: large enough for the back row. */
#define TY_SLIDE_SIDE 84.0
#define TY_SLIDE_FOOT 104.0
#define TY_SLIDE_EM 49.0 /* of a chart: its labels have 42 then */
#define TY_SLIDE_AREA_TOP 196.0
#define TY_SLIDE_AREA_GAP 32.0
#define TY_SLIDE_AREA_WIDTH (TY_SLIDE_WIDTH - 2 * TY_SLIDE_SIDE)
#define TY_SLIDE_AREA_HEIGHT (TY_SLIDE_HEIGHT - TY_SLIDE_AREA_TOP - TY_SLIDE_FOOT - TY_SLIDE_AREA_GAP)

/* A chart on a slide. */
typedef struct
{
  TyChart *chart; /* (owned) */
  TyChartPicture *picture; /* (owned) */
  guint source; /* of which chart that was added it is a part */
  guint first;  /* which category of that chart is its first one */
  double x;     /* where the picture stands on the slide */
  double y;
} TySlidePart;

typedef struct
{
  GArray *parts; /* (owned) (element-type TySlidePart) */
  char *title;   /* (owned) */
  char *notes;   /* (owned) (nullable) */
} TySlide;

struct _TySlides
{
  char *county; /* (owned) */
  char *line;   /* (owned) */
  GArray *slides; /* (owned) (element-type TySlide) */
  PangoContext *context; /* (owned) */
  guint n_sources;
};

/* ty-slides.c */
TySlide       *ty_slides_begin (TySlides   *self,
                                const char *title,
                                const char *notes);
const TySlide *ty_slides_get   (TySlides   *self,
                                guint       number);

G_END_DECLS
