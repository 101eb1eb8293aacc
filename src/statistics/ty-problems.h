/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-problem-index.h"
#include "ty-problem.h"
#include "ty-view.h"

G_BEGIN_DECLS

/* Of one kind so many are kept with their sentences; all are counted. */
#define TY_PROBLEMS_KEPT 5000

/* Of more people the records are looked at only when somebody asks for it: it takes a while. */
#define TY_PROBLEMS_MOST_UNASKED 10000

/**
 * TyProblemList:
 * @problems: (owned) (element-type TyProblem): what was found, at most %TY_PROBLEMS_KEPT of a kind
 * @counts: how many there are of each kind
 * @n_done: of how many people the records were looked at
 * @n_people: how many people there are
 *
 * What cannot be right, or is not complete, in a file.
 */
typedef struct
{
  GPtrArray *problems;
  guint counts[TY_N_PROBLEM_KINDS];
  guint n_done;
  guint n_people;
} TyProblemList;

/**
 * TyProblemProgressFunc:
 * @n_done: of how many people the records were looked at
 * @n_people: how many there are
 * @data: its data
 */
typedef void (*TyProblemProgressFunc) (guint    n_done,
                                       guint    n_people,
                                       gpointer data);

/**
 * TyProblemPace:
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @until: the monotonic time after which no more people are looked at, though some always are; 0 = all
 *
 * How long a search may take.
 */
typedef struct
{
  TyProblemProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
  gint64 until;
} TyProblemPace;

TyProblemList *ty_problems_find      (TyProblemIndex         *index,
                                      TyView                 *view,
                                      TyDatabase             *database,
                                      TyDate                  today,
                                      const TyProblemPace    *pace,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
TyProblemList *ty_problems_find_of   (TyView                 *view,
                                      TyDatabase             *database,
                                      TyDate                  today,
                                      gint64                  person,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_problems_are_counted (TyView               *view,
                                      TyDate                  today,
                                      guint                  *n_errors);
gboolean       ty_problems_count     (TyProblemIndex         *index,
                                      TyView                 *view,
                                      TyDatabase             *database,
                                      TyDate                  today,
                                      guint                  *n_errors,
                                      GCancellable           *cancellable,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void           ty_problem_list_free  (TyProblemList          *self);
guint          ty_problem_list_count (TyProblemList          *self,
                                      TySeverity              severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyProblemList, ty_problem_list_free)

G_END_DECLS
