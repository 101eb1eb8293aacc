/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-population.h"
#include "ty-roster-row.h"

G_BEGIN_DECLS

/**
 * TyRosterSort:
 *
 * The order of a roster. The official order is by unit, then by post, then by pinyin.
 */
typedef enum
{
  TY_ROSTER_SORT_OFFICIAL,
  TY_ROSTER_SORT_NAME,    /* by pinyin */
  TY_ROSTER_SORT_STROKES, /* by strokes of the surname */
  TY_ROSTER_SORT_SEX,
  TY_ROSTER_SORT_BIRTH,
  TY_ROSTER_SORT_UNIT,
  TY_ROSTER_SORT_POST,
  TY_ROSTER_SORT_SINCE,
  TY_ROSTER_SORT_EDUCATION,
} TyRosterSort;

/**
 * TyRosterQuery:
 * @population: who
 * @condition: what is asked of them
 * @search: (nullable): part of a name, of its pinyin or initials, a village, or a whole ID number,
 *   in either script
 * @sort: the order
 * @descending: whether it is turned round
 *
 * What a roster shows.
 */
struct _TyRosterQuery
{
  TyPopulation population;
  TyCondition condition;
  const char *search;
  TyRosterSort sort;
  gboolean descending;
};

/* At the office's cut-off date and scope: the keys of the people in order. */
void       ty_office_list_roster_async   (TyOffice             *self,
                                          const TyRosterQuery  *query,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GArray    *ty_office_list_roster_finish  (TyOffice             *self,
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

G_END_DECLS
