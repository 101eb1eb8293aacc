/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

/* The value of who has none: not filled in (未填). It is the first of every scale. */
#define TY_SCALE_NONE 0

typedef struct _TyScale TyScale;

/**
 * TyScaleKind:
 * @TY_SCALE_PEOPLE: each person has one value
 * @TY_SCALE_MARKS: each person has any number of values
 * @TY_SCALE_POSTS: each post has one value, so that a person has those of the posts held in the scope
 * @TY_SCALE_UNITS: each unit has one value; who is asked for is asked in the units of each value
 *
 * How the values of a scale lie.
 */
typedef enum
{
  TY_SCALE_PEOPLE,
  TY_SCALE_MARKS,
  TY_SCALE_POSTS,
  TY_SCALE_UNITS,
} TyScaleKind;

/**
 * TyScaleFunc:
 * @scale: a scale
 * @view: its view
 * @chunk: number of a chunk
 * @values: (out caller-allocates): for each of its people the value, or for %TY_SCALE_MARKS a bit
 *   for each value but %TY_SCALE_NONE, beginning with the lowest
 *
 * Finds the values of the people of a chunk. Several threads may call it.
 */
typedef void (*TyScaleFunc) (const TyScale *scale,
                             TyView        *view,
                             guint          chunk,
                             guint32       *values);

/**
 * TyScaleFindFunc:
 * @scale: a scale
 * @view: its view
 * @chunk: a chunk of its generation
 * @index: one of its people
 * @groups: to what the scope is narrowed
 *
 * Returns: the value of one person in a narrower scope; of marks a bit for each
 */
typedef guint32 (*TyScaleFindFunc) (const TyScale *scale,
                                    TyView        *view,
                                    const TyChunk *chunk,
                                    guint          index,
                                    TyGroups       groups);

/**
 * TyScale:
 * @kind: how the values lie
 * @keys: (owned) (element-type utf8): keys of the values; the first is empty; of units none
 * @labels: (owned) (element-type utf8): their names in the user’s language; of units none
 * @units: (owned) (nullable) (element-type guint32): numbers of the units, where the values are units
 * @unit_keys: (owned) (nullable): their keys as texts, once they were asked for
 * @tree: (owned) (nullable): in which the units are called
 * @all_units: (owned) (nullable): the units themselves
 * @fill: (nullable): of people and marks: finds the values
 * @find: (nullable): of people and marks whose values come from their posts: finds them in a narrower scope
 * @table: (owned) (nullable): of posts and units: the value of each by number; of people what
 *   @fill needs
 * @n_table: how many entries it has, where that differs from file to file
 * @before: (owned) (nullable): of comings and goings: the date with which it is compared
 * @scoped: of @fill: whether only who holds or held something in the scope can have a value
 * @own_field: number of the county’s own field in its codebook
 * @dimension: (unowned): the #TyDimension that it is of
 *
 * The values of a dimension on one date in one scope.
 */
struct _TyScale
{
  gatomicrefcount count;
  TyScaleKind kind;
  GPtrArray *keys;
  GPtrArray *labels;
  GArray *units;
  char **unit_keys;
  TyUnitTree *tree;
  TyUnits *all_units;
  TyScaleFunc fill;
  TyScaleFindFunc find;
  guint32 *table;
  guint n_table;
  TyView *before;
  gboolean scoped;
  guint own_field;
  gconstpointer dimension;
};

TyScale    *ty_scale_new       (void) G_GNUC_WARN_UNUSED_RESULT;
TyScale    *ty_scale_ref       (TyScale     *self);
void        ty_scale_unref     (TyScale     *self);
void        ty_scale_set_units (TyScale     *self,
                                TyView      *view);
guint       ty_scale_add_unit  (TyScale     *self,
                                guint32      unit);
guint       ty_scale_add       (TyScale     *self,
                                const char  *key,
                                const char  *label);
guint       ty_scale_add_codes (TyScale     *self,
                                const char  *list);
guint       ty_scale_get_n     (TyScale     *self);
const char *ty_scale_get_key   (TyScale     *self,
                                guint        value);
const char *ty_scale_get_label (TyScale     *self,
                                guint        value);
gint64      ty_scale_get_unit  (TyScale     *self,
                                guint        value);
gboolean    ty_scale_find      (TyScale     *self,
                                const char  *key,
                                guint       *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyScale, ty_scale_unref)

G_END_DECLS
