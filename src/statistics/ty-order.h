/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bitmap.h"
#include "ty-name-index.h"
#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TySort:
 * @TY_SORT_OFFICIAL: by unit, then by post, then by pinyin
 * @TY_SORT_NAME: by pinyin
 * @TY_SORT_STROKES: by strokes of the surname (姓氏笔画)
 * @TY_SORT_SEX: men first
 * @TY_SORT_BIRTH: the oldest first
 * @TY_SORT_UNIT: by the official order of units
 * @TY_SORT_POST: by the official order of posts
 * @TY_SORT_SINCE: by the day on which the post began
 * @TY_SORT_EDUCATION: the highest first
 * @TY_SORT_OWN: by what people have in a field of the county; it is named by the key and not among the
 *   orders of the program
 *
 * An order of people.
 */
typedef enum
{
  TY_SORT_OFFICIAL,
  TY_SORT_NAME,
  TY_SORT_STROKES,
  TY_SORT_SEX,
  TY_SORT_BIRTH,
  TY_SORT_UNIT,
  TY_SORT_POST,
  TY_SORT_SINCE,
  TY_SORT_EDUCATION,
  TY_SORT_OWN,
} TySort;

/**
 * TySortKey:
 * @sort: an order
 * @descending: whether it is turned round; who has no value comes last both ways
 * @own: of %TY_SORT_OWN: key of the field of the county; else 0
 */
typedef struct
{
  TySort sort;
  gboolean descending;
  gint64 own;
} TySortKey;

typedef struct _TyOrder TyOrder;

TyOrder     *ty_order_new       (TyView           *view,
                                 TyNameIndex      *names) G_GNUC_WARN_UNUSED_RESULT;
TyOrder     *ty_order_ref       (TyOrder          *self);
void         ty_order_unref     (TyOrder          *self);
TyView      *ty_order_get_view  (TyOrder          *self);
TyNameIndex *ty_order_get_names (TyOrder          *self);
GArray      *ty_order_sort      (TyOrder          *self,
                                 const TyBitmap   *rows,
                                 const TySortKey  *keys,
                                 guint             n_keys) G_GNUC_WARN_UNUSED_RESULT;
GArray      *ty_order_sort_list (TyOrder          *self,
                                 const TyBitmap   *rows,
                                 gint64            list,
                                 const TySortKey  *keys,
                                 guint             n_keys) G_GNUC_WARN_UNUSED_RESULT;
guint32      ty_order_find_place (TyOrder         *self,
                                  const TyChunk   *chunk,
                                  guint            index);

GArray      *ty_order_own_make_ranks (TyView       *view,
                                      gint64        field) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyOrder, ty_order_unref)

G_END_DECLS
