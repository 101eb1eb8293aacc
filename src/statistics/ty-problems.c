/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems"

#include "config.h"

#include "ty-problems-private.h"

/* Three kinds of checks meet here: those of units and of the county as a whole
 * (ty-problems-units.c, ty-problems-county.c, ty-problems-work.c), those of posts, for which the columns are enough, and
 * those of one person's records alone, which are pure functions of the model. The records are
 * streamed chunk by chunk, so that a province needs no more memory than a county. */

/**
 * ty_search_add:
 * @self: a search
 * @problem: (transfer full): what was found
 *
 * Counts it, and keeps it unless there are enough of its kind.
 */
void
ty_search_add (TySearch  *self,
               TyProblem *problem)
{
  if (self->list->counts[problem->kind]++ < TY_PROBLEMS_KEPT)
    g_ptr_array_add (self->list->problems, problem);
  else
    ty_problem_free (problem);
}

/**
 * ty_search_has_unit:
 * @self: a search
 * @unit: number of a unit
 *
 * Returns: whether it is looked at; a unit that does not exist on the date is one of the whole county
 */
gboolean
ty_search_has_unit (TySearch *self,
                    guint32   unit)
{
  return ty_view_get_scope (self->view) == 0 || ty_view_has_unit (self->view, unit);
}

void
ty_problem_list_free (TyProblemList *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * ty_problem_list_count:
 * @self: a list
 * @severity: a severity
 *
 * Returns: how many problems are of it, whether they are kept or not
 */
guint
ty_problem_list_count (TyProblemList *self,
                       TySeverity     severity)
{
  guint count = 0;

  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    if (ty_problem_kind_get_info (i)->severity == severity)
      count += self->counts[i];

  return count;
}

static void
search_init (TySearch   *self,
             TyView     *view,
             TyDatabase *database,
             TyDate      today,
             gint64      person)
{
  *self = (TySearch){ .view = view, .columns = ty_view_get_columns (view), .database = database,
                      .today = today, .person = person };
  self->units = ty_columns_get_units (self->columns);
  self->list = g_new0 (TyProblemList, 1);
  self->list->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_problem_free);
  ty_search_index_spans (self);
}

/* What was counted on a day is kept with the view, which is of one state of the file. */
static char *
dup_count_name (TyDate today)
{
  g_autofree char *day = ty_date_to_iso (today);

  return g_strconcat ("errors on ", day, NULL);
}

static void
keep_count (TySearch *self)
{
  g_autofree char *name = dup_count_name (self->today);
  guint *n = g_new (guint, 1);

  *n = ty_problem_list_count (self->list, TY_SEVERITY_ERROR);
  ty_view_keep (self->view, name, n, g_free);
}

static TyProblemList *
search_end (TySearch *self,
            gboolean  done)
{
  if (done)
    ty_search_set_places (self);
  if (done && self->person == 0)
    keep_count (self);
  g_free (self->spans);
  g_free (self->first);
  if (!done)
    g_clear_pointer (&self->list, ty_problem_list_free);
  return self->list;
}

/**
 * ty_problems_find:
 * @view: the cut-off date and the scope
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for records that cannot be right, or are not complete. Dates that contradict each other are found on
 * every cut-off date; ages, seats, present posts and what is missing are those of the date. People are in a
 * scope who serve or served there; units and terms of the county are looked at where they belong to the
 * scope.
 *
 * Returns: (transfer full) (nullable): what was found, first of units, then of people in the order of their
 *   keys
 */
TyProblemList *
ty_problems_find (TyView                 *view,
                  TyDatabase             *database,
                  TyDate                  today,
                  TyProblemProgressFunc   progress,
                  gpointer                data,
                  GCancellable           *cancellable,
                  GError                **error)
{
  TySearch search;

  search_init (&search, view, database, today, 0);
  ty_search_check_units (&search);
  return search_end (&search, ty_search_check_terms (&search, error)
                                && ty_search_check_seats (&search, error)
                                && ty_search_check_heads (&search, error)
                                && ty_search_check_likes (&search, error)
                                && ty_search_check_work (&search, error)
                                && ty_search_check_people (&search, progress, data, cancellable, error));
}

/**
 * ty_problems_are_counted:
 * @view: the cut-off date and the scope
 * @today: the day after which nothing can have happened
 * @n_errors: (out): how many records cannot be right, where it is known
 *
 * Returns: whether ty_problems_find() was asked for this view before
 */
gboolean
ty_problems_are_counted (TyView *view,
                         TyDate  today,
                         guint  *n_errors)
{
  g_autofree char *name = dup_count_name (today);
  const guint *kept = ty_view_get_kept (view, name);

  *n_errors = kept != NULL ? *kept : 0;
  return kept != NULL;
}

/**
 * ty_problems_count:
 * @view: the cut-off date and the scope
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @n_errors: (out): how many records cannot be right
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`
 *
 * Counts what ty_problems_find() finds, or remembers it where it was asked for this view before.
 *
 * Returns: whether it could be counted
 */
gboolean
ty_problems_count (TyView        *view,
                   TyDatabase    *database,
                   TyDate         today,
                   guint         *n_errors,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(TyProblemList) list = NULL;

  if (ty_problems_are_counted (view, today, n_errors))
    return TRUE;

  list = ty_problems_find (view, database, today, NULL, NULL, cancellable, error);
  if (list == NULL)
    return FALSE;

  *n_errors = ty_problem_list_count (list, TY_SEVERITY_ERROR);
  return TRUE;
}

/**
 * ty_problems_find_of:
 * @view: the cut-off date; everybody is in the scope of the whole county
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @person: key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for the same in all that concerns one person.
 *
 * Returns: (transfer full) (nullable): what was found; nothing of somebody who is not there
 */
TyProblemList *
ty_problems_find_of (TyView      *view,
                     TyDatabase  *database,
                     TyDate       today,
                     gint64       person,
                     GError     **error)
{
  TySearch search;

  search_init (&search, view, database, today, person);
  return search_end (&search, ty_search_check_heads (&search, error)
                                && ty_search_check_likes (&search, error)
                                && ty_search_check_work (&search, error)
                                && ty_search_check_people (&search, NULL, NULL, NULL, error));
}
