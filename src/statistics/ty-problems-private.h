/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-problems.h"

G_BEGIN_DECLS

/* Who is in a scope: whoever serves or served there. */
#define TY_PROBLEM_FACTS (TY_FACT_IN_OFFICE | TY_FACT_DEPARTED | TY_FACT_RESERVE | TY_FACT_MENTOR)

/**
 * TySearch:
 * @view: the date and the scope
 * @columns: its generation
 * @units: the units of the generation
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @person: key of the one person who is looked at, or 0 for everybody
 * @spans: (owned): numbers of spans by unit, the one that begins first in front
 * @first: (owned): by number of the unit: where they begin; one more
 * @list: (owned): what was found
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
  guint32 *spans;
  guint32 *first;
  TyProblemList *list;
} TySearch;

void     ty_search_add            (TySearch       *self,
                                   TyProblem      *problem);
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
void     ty_search_check_units    (TySearch       *self);
gboolean ty_search_check_terms    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_heads    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_seats    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_likes    (TySearch       *self,
                                   GError        **error);
gboolean ty_search_has_person     (TySearch       *self,
                                   gint64          person);
gboolean ty_search_check_work     (TySearch       *self,
                                   GError        **error);
gboolean ty_search_check_people   (TySearch       *self,
                                   TyProblemProgressFunc progress,
                                   gpointer        data,
                                   GCancellable   *cancellable,
                                   GError        **error);

G_END_DECLS
