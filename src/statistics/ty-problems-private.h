/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person-rows.h"
#include "ty-problems.h"

G_BEGIN_DECLS

/* Who is in a scope: whoever serves or served there. */
#define TY_PROBLEM_FACTS (TY_FACT_IN_OFFICE | TY_FACT_DEPARTED | TY_FACT_RESERVE | TY_FACT_MENTOR)

/**
 * TySearch:
 * @view: (nullable): the date and the scope; %NULL for what is found on whatever date in whatever scope
 * @columns: the generation
 * @units: its units
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @person: key of the one person who is looked at, or 0 for everybody
 * @kept: what the county collects, as in #TyPersonQuestion
 * @rows: (owned) (nullable): the records of people, once they are asked for
 * @spans: (owned): numbers of spans by unit, the one that begins first in front
 * @first: (owned): by number of the unit: where they begin; one more
 * @list: (owned): what was found
 * @pace: (nullable): how long it may take
 * @n_done: of how many people the records were looked at
 *
 * A search for problems that is under way.
 */
typedef struct
{
  TyView *view;
  TyColumns *columns;
  TyUnits *units;
  TyDatabase *database;
  TyDate today;
  gint64 person;
  guint32 kept;
  TyPersonRows *rows;
  guint32 *spans;
  guint32 *first;
  TyProblemList *list;
  const TyProblemPace *pace;
  guint n_done;
} TySearch;

/**
 * TyVisitFunc:
 * @search: a search
 * @index: place of a person in the chunk
 * @found: (element-type TyProblem): what was found of the person; what is left in it is freed, but for %NULL
 * @data: its data
 */
typedef void (*TyVisitFunc) (TySearch  *search,
                             guint      index,
                             GPtrArray *found,
                             gpointer   data);

void     ty_search_init           (TySearch       *self,
                                   TyView         *view,
                                   TyColumns      *columns,
                                   TyDatabase     *database,
                                   TyDate          today);
void     ty_search_clear          (TySearch       *self);
TyProblemList *ty_search_steal_list (TySearch     *self) G_GNUC_WARN_UNUSED_RESULT;
void     ty_search_add            (TySearch       *self,
                                   TyProblem      *problem);
void     ty_search_tell_progress  (TySearch       *self);
void     ty_search_set_places     (TySearch       *self);
void     ty_search_index_spans    (TySearch       *self);
char    *ty_search_dup_unit_name  (TySearch       *self,
                                   guint32         unit);
gboolean ty_search_is_covered     (TySearch       *self,
                                   guint32         unit,
                                   gint32          from,
                                   gint32          until);
gboolean ty_search_has_unit       (TySearch       *self,
                                   guint32         unit);
gboolean ty_search_overlap        (gint32          from,
                                   gint32          until,
                                   gint32          other_from,
                                   gint32          other_until);
gboolean ty_search_check_county   (TySearch       *self,
                                   GError        **error);
void     ty_search_check_units    (TySearch       *self);
gboolean ty_search_check_terms    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_heads    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_seats    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_likes    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_work     (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_person   (TySearch       *self,
                                   GError        **error);
gboolean ty_search_visit          (TySearch       *self,
                                   guint           number,
                                   guint           from,
                                   guint           until,
                                   TyVisitFunc     func,
                                   gpointer        data,
                                   GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TySearch, ty_search_clear)

G_END_DECLS
