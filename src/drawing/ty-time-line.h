/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-theme.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TyLane:
 * @TY_LANE_STUDY: where somebody studied
 * @TY_LANE_WORK: what somebody did for a living
 * @TY_LANE_POSTS: posts held
 * @TY_LANE_PARTY: joining the party, honours, penalties
 * @TY_LANE_OTHER: papers and the dates that a county keeps itself
 *
 * The lanes of a time line, from above.
 */
typedef enum
{
  TY_LANE_STUDY,
  TY_LANE_WORK,
  TY_LANE_POSTS,
  TY_LANE_PARTY,
  TY_LANE_OTHER,
  TY_N_LANES,
} TyLane;

/**
 * TyTimeLineBox:
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height
 * @text_x: where its text begins
 * @text_width: how wide the text is; 0 = there is no room for one
 *
 * Where a mark was placed, in pixels.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double text_x;
  double text_width;
} TyTimeLineBox;

typedef struct _TyTimeLine TyTimeLine;

TyTimeLine *ty_time_line_new        (TyDate               as_of,
                                     const char          *as_of_label) G_GNUC_WARN_UNUSED_RESULT;
void        ty_time_line_free       (TyTimeLine          *self);
void        ty_time_line_set_lane   (TyTimeLine          *self,
                                     TyLane               lane,
                                     const char          *label);
void        ty_time_line_add_period (TyTimeLine          *self,
                                     TyLane               lane,
                                     TyDate               from,
                                     TyDate               until,
                                     const char          *text,
                                     const char          *whole);
void        ty_time_line_add_event  (TyTimeLine          *self,
                                     TyLane               lane,
                                     TyDate               day,
                                     const char          *text,
                                     const char          *whole);
guint       ty_time_line_get_n      (TyTimeLine          *self);
char       *ty_time_line_dup_range  (TyTimeLine          *self) G_GNUC_WARN_UNUSED_RESULT;
int         ty_time_line_place      (TyTimeLine          *self,
                                     PangoLayout         *layout,
                                     double               width);
const TyTimeLineBox *
            ty_time_line_get_box    (TyTimeLine          *self,
                                     guint                number);
const char *ty_time_line_get_text   (TyTimeLine          *self,
                                     guint                number);
int         ty_time_line_find       (TyTimeLine          *self,
                                     double               x,
                                     double               y);
void        ty_time_line_draw       (TyTimeLine          *self,
                                     cairo_t             *cr,
                                     PangoLayout         *layout,
                                     const TyTheme       *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTimeLine, ty_time_line_free)

G_END_DECLS
