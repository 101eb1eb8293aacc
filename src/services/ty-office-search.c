/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-search"

#include "config.h"

#include "ty-office-search.h"

#include "ty-finder.h"
#include "ty-office-private.h"
#include "ty-roster-loader.h"

/* People by name wherever they are in the county, and whether they are still in office. */

typedef struct
{
  TyDate as_of;
  char *text;       /* (owned) (nullable) */
  guint limit;
  gint64 *people;   /* (owned) (nullable) */
  guint n_people;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free (question->people);
  g_free (question);
}

/**
 * ty_found_person_free:
 * @self: (transfer full): somebody
 */
void
ty_found_person_free (TyFoundPerson *self)
{
  g_clear_object (&self->row);
  g_free (self);
}

static GPtrArray *
make_found (GPtrArray     *rows,
            const TyFound *facts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_found_person_free);

  for (guint i = 0; i < rows->len; i++)
    {
      TyRosterRow *row = g_ptr_array_index (rows, i);
      TyFoundPerson *person;
      gboolean gone;

      g_object_get (row, "gone", &gone, NULL);
      if (gone)
        continue;
      person = g_new0 (TyFoundPerson, 1);
      person->row = g_object_ref (row);
      person->fit = facts[i].fit;
      person->departed = (facts[i].facts & TY_FACT_DEPARTED) != 0;
      person->reserve = (facts[i].facts & TY_FACT_RESERVE) != 0;
      person->mentor = (facts[i].facts & TY_FACT_MENTOR) != 0;
      g_ptr_array_add (found, person);
    }
  return found;
}

static gpointer
find_people (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Question *question = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyOrder) order = ty_engine_get_order (ty_office_thread_get_engine (thread), database,
                                                  question->as_of, 0, error);
  g_autoptr(GArray) found = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree gint64 *people = NULL;
  TyColumns *columns;

  /* The names may have taken long, and something else may have been typed meanwhile. */
  if (order == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  found = ty_finder_find_best (order, database, question->text, question->limit, error);
  if (found == NULL)
    return NULL;

  columns = ty_view_get_columns (ty_order_get_view (order));
  people = g_new (gint64, found->len + 1);
  for (guint i = 0; i < found->len; i++)
    people[i] = ty_columns_get_person (columns, g_array_index (found, TyFound, i).row);
  rows = ty_roster_loader_load (database, people, found->len, question->as_of, error);
  return rows != NULL ? make_found (rows, (const TyFound *) found->data) : NULL;
}

/**
 * ty_office_find_people_async:
 * @self: an open office
 * @text: what was typed: part of a name in either script, pinyin or initials, or a whole ID number
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are found
 * @user_data: for @callback
 *
 * Finds people in the whole county, whatever the scope, as they stood at the cut-off date. Until
 * ty_office_has_names() the answer waits for the names.
 */
void
ty_office_find_people_async (TyOffice            *self,
                             const char          *text,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_people_async, cancellable,
                                              callback, user_data);
  Question *question;

  g_return_if_fail (text != NULL);

  question = g_new0 (Question, 1);
  question->as_of = self->as_of;
  question->text = g_strdup (text);
  question->limit = limit;
  ty_office_read (self, task, find_people, question, question_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_find_people_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyFoundPerson): those whose names fit best, the
 * best first; who has departed stands behind those who fit as well
 */
GPtrArray *
ty_office_find_people_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_people_async, error);
}

static TyFacts
get_facts (TyView *view,
           gint64  person)
{
  guint32 row;

  if (!ty_columns_find_person (ty_view_get_columns (view), person, &row))
    return 0;

  return ty_view_get_facts (view, row >> TY_CHUNK_SHIFT)[row & (TY_CHUNK_PEOPLE - 1)];
}

static gpointer
look_up_people (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Question *question = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               question->as_of, 0, 0, error);
  g_autofree TyFound *facts = g_new0 (TyFound, question->n_people + 1);
  g_autoptr(GPtrArray) rows = NULL;

  if (view == NULL)
    return NULL;

  for (guint i = 0; i < question->n_people; i++)
    facts[i].facts = get_facts (view, question->people[i]);
  rows = ty_roster_loader_load (database, question->people, question->n_people, question->as_of,
                                error);
  return rows != NULL ? make_found (rows, facts) : NULL;
}

/**
 * ty_office_look_up_people_async:
 * @self: an open office
 * @people: (array length=n_people): keys of people
 * @n_people: their number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads what ty_office_find_people_async() tells of some people. Does not wait for the names.
 */
void
ty_office_look_up_people_async (TyOffice            *self,
                                const gint64        *people,
                                guint                n_people,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_look_up_people_async, cancellable,
                                              callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->as_of = self->as_of;
  question->people = g_memdup2 (people, n_people * sizeof *people);
  question->n_people = n_people;
  ty_office_read (self, task, look_up_people, question, question_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_look_up_people_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyFoundPerson): those who are in the file, in the
 * order asked for
 */
GPtrArray *
ty_office_look_up_people_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_look_up_people_async, error);
}

/**
 * ty_office_has_names:
 * @self: an office
 *
 * The names of a large file are read behind its columns, some seconds after it is open.
 *
 * Returns: whether people can be found by name without that wait
 */
gboolean
ty_office_has_names (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), FALSE);

  return ty_engine_has_names (self->share->engine);
}
