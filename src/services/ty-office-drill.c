/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-drill"

#include "config.h"

#include "ty-office-drill.h"

#include "ty-office-private.h"
#include "ty-unit-names.h"

/* What is behind a figure that does not count people. */

typedef struct
{
  TyPopulation *population; /* (owned) */
  TyDate as_of;
  gint64 scope;
} Question;

void
ty_drill_unit_free (TyDrillUnit *self)
{
  g_free (self->name);
  g_free (self->above);
  g_free (self);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  ty_population_unref (question->population);
  g_free (question);
}

static GArray *
list (TyOfficeThread  *thread,
      const Question  *question,
      GError         **error)
{
  TyDatabase *database = ty_office_thread_get_database (thread);
  TyEngine *engine = ty_office_thread_get_engine (thread);
  g_autoptr(TyView) view = ty_engine_get_view (engine, database, question->as_of, question->scope, 0, error);
  g_autoptr(TyPopulation) population = view != NULL ? ty_population_resolve (question->population, view, database,
                                                                            error) : NULL;

  return population != NULL ? ty_population_list (population, view, ty_engine_get_views (engine)) : NULL;
}

static gpointer
list_villages (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Question *question = data;
  g_autoptr(GArray) keys = list (thread, question, error);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (ty_office_thread_get_database (thread));
  GPtrArray *units;

  if (keys == NULL)
    return NULL;

  units = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_drill_unit_free);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      TyUnitState *above = ty_unit_names_find_at_level (names, key, question->as_of, "township");
      TyDrillUnit *unit = g_new0 (TyDrillUnit, 1);

      unit->unit = key;
      unit->name = g_strdup (ty_unit_names_get (names, key, question->as_of));
      unit->above = g_strdup (above != NULL ? ty_record_get_text (TY_RECORD (above), TY_UNIT_STATE_NAME) : "");
      g_ptr_array_add (units, unit);
    }
  return units;
}

static void
ask (TyOffice     *self,
     GTask        *task,
     TyPopulation *population,
     TyOfficeFunc  func,
     GDestroyNotify result_free)
{
  Question *question = g_new0 (Question, 1);

  question->population = ty_population_ref (population);
  question->as_of = self->as_of;
  question->scope = self->scope;
  ty_office_read (self, task, func, question, question_free, result_free);
}

/**
 * ty_office_list_villages_of_async:
 * @self: an open office
 * @population: a population of villages
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are known
 * @user_data: for @callback
 *
 * Lists villages with their names on the cut-off date.
 */
void
ty_office_list_villages_of_async (TyOffice            *self,
                                  TyPopulation        *population,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_villages_of_async, cancellable, callback,
                                              user_data);

  ask (self, task, population, list_villages, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_villages_of_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_POPULATION_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyDrillUnit): the villages in their order
 */
GPtrArray *
ty_office_list_villages_of_finish (TyOffice      *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_villages_of_async, error);
}

static gpointer
list_holders (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(GArray) posts = list (thread, data, error);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *people;

  if (posts == NULL)
    return NULL;

  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < posts->len; i++)
    {
      TyPostRef *post = &g_array_index (posts, TyPostRef, i);

      if (g_hash_table_add (seen, &post->person))
        g_array_append_val (people, post->person);
    }
  return people;
}

/**
 * ty_office_list_holders_async:
 * @self: an open office
 * @population: a population of posts held
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are known
 * @user_data: for @callback
 *
 * Lists who holds the posts, each person once.
 */
void
ty_office_list_holders_async (TyOffice            *self,
                              TyPopulation        *population,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_holders_async, cancellable, callback, user_data);

  ask (self, task, population, list_holders, (GDestroyNotify) g_array_unref);
}

/**
 * ty_office_list_holders_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_POPULATION_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the people
 */
GArray *
ty_office_list_holders_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_holders_async, error);
}
