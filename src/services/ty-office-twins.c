/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-twins"

#include "config.h"

#include "ty-office-twins.h"

#include "ty-office-person.h"
#include "ty-office-private.h"
#include "ty-person-loader.h"
#include "ty-person-table.h"

#define MOST_TWINS 10

typedef struct
{
  char *id_number; /* (nullable) */
  char *name;      /* (nullable) */
  TyDate birth;
  TyDate as_of;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->id_number);
  g_free (request->name);
  g_free (request);
}

/**
 * ty_twin_free:
 * @self: (transfer full): somebody who was found
 */
void
ty_twin_free (TyTwin *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

static gboolean
is_same_month (TyDate a,
               TyDate b)
{
  return ty_date_is_known (a) && a.month != 0 && a.year == b.year && a.month == b.month;
}

static gboolean
has_twin (GPtrArray *twins,
          gint64     person)
{
  for (guint i = 0; i < twins->len; i++)
    if (((TyTwin *) g_ptr_array_index (twins, i))->person == person)
      return TRUE;

  return FALSE;
}

/* Who was merged into another is nobody. */
static gboolean
add_twin (TyDatabase     *database,
          const Request  *request,
          TyRecord       *person,
          gboolean        same_number,
          GPtrArray      *twins,
          GError        **error)
{
  gint64 id = ty_record_get_integer (person, TY_PERSON_ID);
  g_autoptr(TyPersonFile) file = NULL;
  TyTwin *twin;

  if (twins->len == MOST_TWINS || has_twin (twins, id)
      || ty_record_get_integer (person, TY_PERSON_MERGED_INTO) != 0)
    return TRUE;

  file = ty_person_loader_load (database, id, request->as_of, error);
  if (file == NULL)
    return FALSE;

  twin = g_new0 (TyTwin, 1);
  twin->person = id;
  twin->name = g_strdup (ty_record_get_text (person, TY_PERSON_NAME));
  twin->birth = ty_record_get_date (person, TY_PERSON_BIRTH);
  twin->title = g_strdup (file->title);
  twin->same_number = same_number;
  g_ptr_array_add (twins, twin);
  return TRUE;
}

static gboolean
add_by_number (TyDatabase     *database,
               const Request  *request,
               GPtrArray      *twins,
               GError        **error)
{
  g_autoptr(GPtrArray) people = NULL;

  if (request->id_number == NULL || *request->id_number == '\0')
    return TRUE;

  people = ty_person_table_list_by_number (database, request->id_number, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (!add_twin (database, request, g_ptr_array_index (people, i), TRUE, twins, error))
      return FALSE;
  return people != NULL;
}

static gboolean
add_by_name (TyDatabase     *database,
             const Request  *request,
             GPtrArray      *twins,
             GError        **error)
{
  g_autoptr(GPtrArray) people = NULL;

  if (request->name == NULL || *request->name == '\0' || !ty_date_is_known (request->birth))
    return TRUE;

  people = ty_person_table_list_by_name (database, request->name, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      TyRecord *person = g_ptr_array_index (people, i);

      if (is_same_month (request->birth, ty_record_get_date (person, TY_PERSON_BIRTH))
          && !add_twin (database, request, person, FALSE, twins, error))
        return FALSE;
    }
  return people != NULL;
}

static gpointer
find_twins (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(GPtrArray) twins = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_twin_free);

  if (!add_by_number (database, request, twins, error)
      || !add_by_name (database, request, twins, error))
    return NULL;

  return g_steal_pointer (&twins);
}

/**
 * ty_office_find_twins_async:
 * @self: an open office
 * @id_number: (nullable): the ID number of whoever is about to be entered
 * @name: (nullable): the name
 * @birth: the date of birth; of none nobody is found by the name
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is known
 * @user_data: for @callback
 *
 * Finds who may be the same human: who has the ID number, and who has the same name and month of
 * birth (field.md 11.5).
 */
void
ty_office_find_twins_async (TyOffice            *self,
                            const char          *id_number,
                            const char          *name,
                            TyDate               birth,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_twins_async, cancellable,
                                              callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->id_number = g_strdup (id_number);
  request->name = g_strdup (name);
  request->birth = birth;
  request->as_of = self->as_of;
  ty_office_read (self, task, find_twins, request, request_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_find_twins_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (element-type TyTwin) (nullable): those with the number first
 */
GPtrArray *
ty_office_find_twins_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_twins_async, error);
}
