/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-training-table.h"

G_BEGIN_DECLS

#define TY_TYPE_COURSE_ITEM (ty_course_item_get_type ())
G_DECLARE_FINAL_TYPE (TyCourseItem, ty_course_item, TY, COURSE_ITEM, GObject)

typedef enum
{
  TY_COURSE_COLUMN_WHEN,
  TY_COURSE_COLUMN_NAME,
  TY_COURSE_COLUMN_KIND,
  TY_COURSE_COLUMN_LEVEL,
  TY_COURSE_COLUMN_DAYS,
  TY_COURSE_COLUMN_ENTERED,
  TY_COURSE_COLUMN_CAME,
} TyCourseColumn;

#define TY_N_COURSE_COLUMNS (TY_COURSE_COLUMN_CAME + 1)

TyCourseItem *ty_course_item_new      (const TyCourseRow *row) G_GNUC_WARN_UNUSED_RESULT;
TyRecord     *ty_course_item_get      (TyCourseItem      *self);
gint64        ty_course_item_get_key  (TyCourseItem      *self);
const char   *ty_course_item_get_text (TyCourseItem      *self,
                                       TyCourseColumn     column);
char         *ty_course_item_dup_when (TyRecord       *course) G_GNUC_WARN_UNUSED_RESULT;
char         *ty_course_item_dup_facts (TyCourseItem  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_course_item_fits     (TyCourseItem      *self,
                                       const char        *folded,
                                       int                year);

G_END_DECLS
