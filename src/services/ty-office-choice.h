/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-roster.h"

G_BEGIN_DECLS

/* How many rows are copied at once: more are too much for a clipboard. */
#define TY_ROSTER_TABLE_ROWS 20000

/**
 * TyPeopleSummary:
 * @n_people: how many they are
 * @average_age: (owned): the mean of the ages in full years, with two decimals, or —
 *
 * What is told about the people who are chosen.
 */
typedef struct
{
  guint n_people;
  char *average_age;
} TyPeopleSummary;

/**
 * TyPersonValue:
 * @dimension: by what
 * @key: (owned): key of the value
 * @label: (owned): its name in the user’s language
 *
 * A value of a dimension that a person has.
 */
typedef struct
{
  const TyDimension *dimension;
  char *key;
  char *label;
} TyPersonValue;

/**
 * TyPeopleTable:
 * @text: (owned): lines of texts with tabs between them, the first with the headings
 * @html: (owned): the same as a table
 * @n_rows: how many people it has
 * @sensitive: whether it has a column that is masked
 *
 * Rows of a roster for other programs. What is masked in the roster is masked here.
 */
typedef struct
{
  char *text;
  char *html;
  guint n_rows;
  gboolean sensitive;
} TyPeopleTable;

/**
 * TyTableColumn:
 * @text: which text of a row
 * @heading: its heading
 */
typedef struct
{
  TyRosterText text;
  const char *heading;
} TyTableColumn;

void             ty_people_summary_free          (TyPeopleSummary      *self);
void             ty_person_value_free            (TyPersonValue        *self);
void             ty_people_table_free            (TyPeopleTable        *self);

/* How many people each condition would leave, instead of that of the query. */
void             ty_office_count_conditions_async (TyOffice             *self,
                                                   const TyRosterQuery  *query,
                                                   const TyCondition    *conditions,
                                                   guint                 n_conditions,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GArray          *ty_office_count_conditions_finish (TyOffice            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/* At the office's cut-off date. */
void             ty_office_sum_up_people_async   (TyOffice             *self,
                                                  TyWho                 who,
                                                  GArray               *people,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
TyPeopleSummary *ty_office_sum_up_people_finish  (TyOffice             *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void             ty_office_find_values_async     (TyOffice             *self,
                                                  TyWho                 who,
                                                  gint64                person,
                                                  const TyDimension * const *dimensions,
                                                  guint                 n_dimensions,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray       *ty_office_find_values_finish    (TyOffice             *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void             ty_office_make_table_async      (TyOffice             *self,
                                                  GArray               *people,
                                                  const TyTableColumn  *columns,
                                                  guint                 n_columns,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
TyPeopleTable   *ty_office_make_table_finish     (TyOffice             *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPeopleSummary, ty_people_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPeopleTable, ty_people_table_free)

G_END_DECLS
