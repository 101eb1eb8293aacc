/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-compare"

#include "config.h"

#include "ty-office-compare.h"

#include "ty-office-private.h"
#include "ty-person-loader.h"
#include "ty-person-merge.h"

typedef struct
{
  GArray *people; /* (owned) (element-type gint64) */
  TyDate as_of;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_array_unref (request->people);
  g_free (request);
}

static gboolean
has_person (GPtrArray *files,
            gint64     person)
{
  for (guint i = 0; i < files->len; i++)
    {
      const TyPersonFile *file = g_ptr_array_index (files, i);

      if (ty_record_get_integer (TY_RECORD (file->person), TY_PERSON_ID) == person)
        return TRUE;
    }
  return FALSE;
}

/* Whoever came with an action that was undone is left out; who was merged into another is that one. */
static gboolean
add_person (TyDatabase    *database,
            TyView        *view,
            gint64         key,
            TyDate         as_of,
            GPtrArray     *files,
            GError       **error)
{
  g_autoptr(GError) problem = NULL;
  gint64 person = ty_person_merge_resolve (database, key, &problem);
  TyPersonFile *file;

  if (g_error_matches (problem, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND) || has_person (files, person))
    return TRUE;
  if (person == 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  file = ty_person_loader_load (database, person, as_of, error);
  if (file == NULL)
    return FALSE;
  file->tags = ty_person_tags_find (view, person);
  g_ptr_array_add (files, file);
  return TRUE;
}

static gpointer
load_people (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               request->as_of, 0, 0, error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_person_file_free);

  for (guint i = 0; view != NULL && i < request->people->len; i++)
    if (!add_person (database, view, g_array_index (request->people, gint64, i), request->as_of, files,
                     error))
      return NULL;

  return view != NULL ? g_steal_pointer (&files) : NULL;
}

/**
 * ty_office_load_people_async:
 * @self: an open office
 * @people: (array length=n_people): keys of people
 * @n_people: their number, at most %TY_COMPARE_MOST
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads everything about some people at the cut-off date.
 */
void
ty_office_load_people_async (TyOffice            *self,
                             const gint64        *people,
                             guint                n_people,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_people_async, cancellable, callback,
                                              user_data);
  Request *request;

  g_return_if_fail (n_people <= TY_COMPARE_MOST);

  request = g_new0 (Request, 1);
  request->people = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), people, n_people);
  request->as_of = self->as_of;
  ty_office_read (self, task, load_people, request, request_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_load_people_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPersonFile): those who are in the file, in the order
 *   in which they were asked for, each once
 */
GPtrArray *
ty_office_load_people_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_people_async, error);
}
