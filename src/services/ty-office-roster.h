/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-condition.h"
#include "ty-dimension.h"
#include "ty-office.h"
#include "ty-order.h"
#include "ty-population.h"
#include "ty-roster-row.h"

G_BEGIN_DECLS

#define TY_ROSTER_KEYS 4
#define TY_ROSTER_FILTERS 8

/**
 * TyRosterFilter:
 * @dimension: by what
 * @values: (array zero-terminated=1): keys of its values, of which a person must have one
 *
 * What was chosen among the values of a dimension.
 */
typedef struct
{
  const TyDimension *dimension;
  const char * const *values;
} TyRosterFilter;

/**
 * TyRosterQuery:
 * @who: who
 * @condition: what is asked of them
 * @search: (nullable): part of a name, of its pinyin or initials, a village, a whole ID number or a phone,
 *   in either script
 * @keys: (array length=n_keys): the order, the first key before all others
 * @n_keys: none = the official order
 * @filters: (array length=n_filters): what was chosen among the values of dimensions
 * @n_filters: their number
 * @population: (nullable): who must be in it too
 *
 * What a roster shows.
 */
struct _TyRosterQuery
{
  TyWho who;
  TyCondition condition;
  const char *search;
  TySortKey keys[TY_ROSTER_KEYS];
  guint n_keys;
  TyRosterFilter filters[TY_ROSTER_FILTERS];
  guint n_filters;
  TyPopulation *population;
};

/**
 * TyFacet:
 * @dimension: by what
 * @keys: (owned) (array zero-terminated=1): keys of its values; the first is empty: not filled in
 * @labels: (owned) (array zero-terminated=1): their names in the user’s language
 * @counts: (owned): how many people have each, of those whom all other filters let through
 *
 * The values of a dimension, to choose from.
 */
typedef struct
{
  const TyDimension *dimension;
  char **keys;
  char **labels;
  guint *counts;
} TyFacet;

TyRosterQuery *ty_roster_query_copy (const TyRosterQuery  *self) G_GNUC_WARN_UNUSED_RESULT;
void           ty_roster_query_free (TyRosterQuery        *self);
void           ty_facet_free        (TyFacet              *self);

/* At the office's cut-off date and scope: the keys of the people in order. */
void       ty_office_list_roster_async   (TyOffice             *self,
                                          const TyRosterQuery  *query,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GArray    *ty_office_list_roster_finish  (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* At the office's cut-off date and scope: how many have each value of some dimensions. */
void       ty_office_count_facets_async  (TyOffice             *self,
                                          const TyRosterQuery  *query,
                                          const TyDimension * const *dimensions,
                                          guint                 n_dimensions,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_count_facets_finish (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* The rows of some people, in the order asked for; one who is gone has a row that says so. */
void       ty_office_load_rows_async     (TyOffice             *self,
                                          const gint64         *people,
                                          guint                 n_people,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_load_rows_finish    (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterQuery, ty_roster_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFacet, ty_facet_free)

G_END_DECLS
