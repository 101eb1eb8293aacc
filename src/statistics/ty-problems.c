/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems"

#include "config.h"

#include "ty-problem-index-private.h"

/* Three kinds of checks meet here: those of units and of the county as a whole
 * (ty-problems-units.c, ty-problems-county.c, ty-problems-work.c), those of posts, for which the columns are enough, and
 * those of one person's records alone, which are pure functions of the model. What is found on whatever date in
 * whatever scope stands in an index (ty-problem-index.c), of which each date and scope is told its own. The records
 * are streamed chunk by chunk, so that a province needs no more memory than a county. */

/**
 * ty_search_init:
 * @self: (out caller-allocates): a search
 * @view: (nullable): the date and the scope, or %NULL for all of them
 * @columns: the generation
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 */
void
ty_search_init (TySearch   *self,
                TyView     *view,
                TyColumns  *columns,
                TyDatabase *database,
                TyDate      today)
{
  *self = (TySearch){ .view = view, .columns = columns, .database = database, .today = today };
  self->units = ty_columns_get_units (columns);
  self->list = g_new0 (TyProblemList, 1);
  self->list->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_problem_free);
  ty_search_index_spans (self);
}

void
ty_search_clear (TySearch *self)
{
  g_clear_pointer (&self->rows, ty_person_rows_free);
  g_clear_pointer (&self->spans, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->list, ty_problem_list_free);
}

/**
 * ty_search_steal_list:
 * @self: a search that is at its end
 *
 * Returns: (transfer full): what was found
 */
TyProblemList *
ty_search_steal_list (TySearch *self)
{
  return g_steal_pointer (&self->list);
}

/**
 * ty_search_has_unit:
 * @self: a search on a date in a scope
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

/* Whether the person serves or served in the scope. */
static gboolean
has_person (TySearch *self,
            gint64    person)
{
  guint32 row;

  return ty_columns_find_person (self->columns, person, &row)
         && (ty_view_get_facts (self->view, row >> TY_CHUNK_SHIFT)[row & (TY_CHUNK_PEOPLE - 1)]
             & TY_PROBLEM_FACTS) != 0;
}

/* What is about a unit is found where the unit is, and what is about the county only in the whole of it. */
static gboolean
includes (TySearch        *self,
          const TyProblem *problem)
{
  gint32 day = ty_view_get_day (self->view);

  if (day < problem->from || day >= problem->until)
    return FALSE;
  if (ty_view_get_scope (self->view) == 0)
    return TRUE;
  if (problem->unit != 0)
    {
      guint32 unit = ty_units_find (self->units, problem->unit);

      return unit != TY_UNIT_NONE && ty_view_has_unit (self->view, unit);
    }
  return problem->person != 0 && has_person (self, problem->person);
}

/**
 * ty_search_add:
 * @self: a search
 * @problem: (transfer full): what was found
 *
 * Counts it where it is of the date and the scope, and keeps it unless there are enough of its kind.
 */
void
ty_search_add (TySearch  *self,
               TyProblem *problem)
{
  if (self->view == NULL
      || (includes (self, problem) && self->list->counts[problem->kind]++ < TY_PROBLEMS_KEPT))
    g_ptr_array_add (self->list->problems, problem);
  else
    ty_problem_free (problem);
}

/**
 * ty_search_tell_progress:
 * @self: a search
 *
 * Tells how far it is.
 */
void
ty_search_tell_progress (TySearch *self)
{
  if (self->pace != NULL && self->pace->progress != NULL)
    self->pace->progress (self->n_done, ty_columns_get_n_people (self->columns), self->pace->data);
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

/* What was counted on a day is kept with the view, which is of one state of the file. */
static char *
dup_count_name (TyDate today)
{
  g_autofree char *day = ty_date_to_iso (today);

  return g_strconcat ("errors on ", day, NULL);
}

static void
keep_count (TyView        *view,
            TyDate         today,
            TyProblemList *list)
{
  g_autofree char *name = dup_count_name (today);
  guint *n = g_new (guint, 1);

  *n = ty_problem_list_count (list, TY_SEVERITY_ERROR);
  ty_view_keep (view, name, n, g_free);
}

/**
 * ty_search_check_county: (skip)
 * @self: a search on whatever date
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for all that is not about the records of one person, but for the seats, which are those of a date.
 *
 * Returns: whether it was read
 */
gboolean
ty_search_check_county (TySearch  *self,
                        GError   **error)
{
  ty_search_check_units (self);
  return ty_search_check_terms (self, error) && ty_search_check_heads (self, error)
         && ty_search_check_likes (self, error) && ty_search_check_work (self, error);
}

/**
 * ty_problems_find:
 * @index: an index of the file
 * @view: the cut-off date and the scope
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @pace: (nullable): how long it may take
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for records that cannot be right, or are not complete. Dates that contradict each other are found on
 * every cut-off date; ages, seats, present posts and what is missing are those of the date. People are in a
 * scope who serve or served there; units and terms of the county are looked at where they belong to the
 * scope. Records are read where they are not in the index yet.
 *
 * Returns: (transfer full) (nullable): what was found, first of units, then of people in the order of their
 *   keys; not all where the time was short
 */
TyProblemList *
ty_problems_find (TyProblemIndex       *index,
                  TyView               *view,
                  TyDatabase           *database,
                  TyDate                today,
                  const TyProblemPace  *pace,
                  GError              **error)
{
  static const TyProblemPace patient = { 0 };
  TyColumns *columns = ty_view_get_columns (view);
  g_autoptr(GMutexLocker) locker = ty_problem_index_lock (index);
  g_auto(TySearch) search = { 0 };

  if (!ty_problem_index_update (index, columns, database, today, pace != NULL ? pace : &patient, error))
    return NULL;

  ty_search_init (&search, view, columns, database, today);
  if (!ty_search_check_seats (&search, error) || !ty_problem_index_list (index, &search, error))
    return NULL;

  ty_search_set_places (&search);
  if (search.list->n_done == search.list->n_people)
    keep_count (view, today, search.list);
  return ty_search_steal_list (&search);
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
 * @index: an index of the file
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
ty_problems_count (TyProblemIndex  *index,
                   TyView          *view,
                   TyDatabase      *database,
                   TyDate           today,
                   guint           *n_errors,
                   GCancellable    *cancellable,
                   GError         **error)
{
  const TyProblemPace pace = { .cancellable = cancellable };
  g_autoptr(TyProblemList) list = NULL;

  if (ty_problems_are_counted (view, today, n_errors))
    return TRUE;

  list = ty_problems_find (index, view, database, today, &pace, error);
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
  g_auto(TySearch) search = { 0 };

  ty_search_init (&search, view, ty_view_get_columns (view), database, today);
  search.person = person;
  if (!ty_search_check_heads (&search, error) || !ty_search_check_likes (&search, error)
      || !ty_search_check_work (&search, error) || !ty_search_check_person (&search, error))
    return NULL;

  ty_search_set_places (&search);
  return ty_search_steal_list (&search);
}
