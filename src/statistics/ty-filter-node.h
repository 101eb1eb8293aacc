/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filter-test.h"

G_BEGIN_DECLS

/* How deep groups may stand in one another. */
#define TY_FILTER_MOST_DEPTH 8

/**
 * TyFilterNode:
 * @negated: whether who does not meet it is meant
 * @children: (owned) (nullable) (element-type TyFilterNode): of a group; %NULL of a condition
 * @any: of a group: whether one of its conditions is enough
 * @field: (nullable): of a condition: what is asked; %NULL where nothing was chosen yet
 * @how: of a condition: how it is compared
 * @values: (owned) (element-type utf8): of a condition: with what
 * @labels: (owned) (element-type utf8) (nullable elements): the names of @values, where they are known
 * @other: (owned) (nullable): what has no field, such as another date: it is kept as it is
 *
 * A filter while somebody works on it: groups of conditions, each of which can be negated.
 */
typedef struct _TyFilterNode TyFilterNode;

struct _TyFilterNode
{
  gboolean negated;
  GPtrArray *children;
  gboolean any;
  const TyFilterField *field;
  TyFilterHow how;
  GPtrArray *values;
  GPtrArray *labels;
  TyPopulation *other;
};

TyFilterNode *ty_filter_node_new_group       (gboolean             any) G_GNUC_WARN_UNUSED_RESULT;
TyFilterNode *ty_filter_node_new_condition   (const TyFilterField *field) G_GNUC_WARN_UNUSED_RESULT;
TyFilterNode *ty_filter_node_new_for         (TyPopulation        *population) G_GNUC_WARN_UNUSED_RESULT;
TyFilterNode *ty_filter_node_copy            (TyFilterNode        *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_filter_node_free            (TyFilterNode        *self);
void          ty_filter_node_set_field       (TyFilterNode        *self,
                                              const TyFilterField *field);
void          ty_filter_node_add_value       (TyFilterNode        *self,
                                              const char          *key,
                                              const char          *label);
void          ty_filter_node_clear_values    (TyFilterNode        *self);
gboolean      ty_filter_node_is_empty        (TyFilterNode        *self);
gboolean      ty_filter_node_check           (TyFilterNode        *self,
                                              guint               *wrong,
                                              GError             **error);
TyPopulation *ty_filter_node_make_population (TyFilterNode        *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_filter_node_find_labels     (TyFilterNode        *self,
                                              TyView              *view);

/* ty-filter-words.c */
char         *ty_filter_node_dup_text        (TyFilterNode        *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFilterNode, ty_filter_node_free)

G_END_DECLS
