/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-lists"

#include "config.h"

#include "ty-office-lists.h"

#include "ty-office-private.h"
#include "ty-person-list-table.h"
#include "ty-population.h"
#include "ty-question.h"

/* Lists of people put together by hand (名单). */

static void
merged_member_free (gpointer data)
{
  TyMergedMember *member = data;

  g_free (member->name);
  g_free (member->other_name);
  g_free (member);
}

void
ty_list_entry_free (TyListEntry *self)
{
  g_clear_object (&self->list);
  g_clear_pointer (&self->merged, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_list_entry_get_key:
 * @self: a list
 *
 * Returns: its key
 */
gint64
ty_list_entry_get_key (const TyListEntry *self)
{
  return ty_record_get_integer (TY_RECORD (self->list), TY_PERSON_LIST_ID);
}

/**
 * ty_list_entry_get_name:
 * @self: a list
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_list_entry_get_name (const TyListEntry *self)
{
  return ty_record_get_text (TY_RECORD (self->list), TY_PERSON_LIST_NAME);
}

static gboolean
add_merged (TyListEntry  *entry,
            TyDatabase   *database,
            GError      **error)
{
  g_autoptr(TyStatement) statement = ty_person_list_table_select_merged (database, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, ty_list_entry_get_key (entry));
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyMergedMember *member = g_new0 (TyMergedMember, 1);

      member->name = g_strdup (ty_statement_get_text (statement, 1));
      member->other = ty_statement_get_int (statement, 2);
      member->other_name = g_strdup (ty_statement_get_text (statement, 3));
      g_ptr_array_add (entry->merged, member);
    }
  return step == TY_STEP_DONE;
}

static guint
count_departed (gint64   list,
                TyView  *view,
                TyViews *views)
{
  g_autoptr(TyPopulation) on_list = ty_population_new_list (list);
  g_autoptr(TyPopulation) departed = ty_population_new_who (TY_WHO_DEPARTED);
  g_autoptr(TyPopulation) both = ty_population_new_and (departed, on_list);

  return ty_population_count (both, view, views);
}

static TyListEntry *
make_entry (TyRecord     *record,
            TyDatabase   *database,
            TyView       *view,
            TyViews      *views,
            GError      **error)
{
  g_autoptr(TyListEntry) self = g_new0 (TyListEntry, 1);
  const TyNamedList *list = ty_person_lists_find (ty_columns_get_lists (ty_view_get_columns (view)),
                                                  ty_record_get_integer (record, TY_PERSON_LIST_ID));

  self->list = TY_PERSON_LIST (g_object_ref (record));
  self->merged = g_ptr_array_new_with_free_func (merged_member_free);
  if (list == NULL)
    return g_steal_pointer (&self);

  self->n_people = list->people->len;
  self->n_departed = count_departed (list->id, view, views);
  if (list->n_merged > 0 && !add_merged (self, database, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gpointer
list_lists (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const TyDate *as_of = data;
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (engine, database, *as_of, 0, 0, error);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_list_entry_free);

  if (view == NULL)
    return NULL;
  records = ty_person_list_table_list_all (database, error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      TyListEntry *entry = make_entry (g_ptr_array_index (records, i), database, view,
                                       ty_engine_get_views (engine), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

/**
 * ty_office_list_lists_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the named lists, with how many are on each at the cut-off date, whatever the scope.
 */
void
ty_office_list_lists_async (TyOffice            *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_lists_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_lists, g_memdup2 (&self->as_of, sizeof self->as_of), g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_lists_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyListEntry): the lists in their order
 */
GPtrArray *
ty_office_list_lists_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_lists_async, error);
}

typedef struct
{
  char *user;
  TyPersonListEdit edit; /* its records, people and text are owned */
  TySort sort;
  TyDate as_of;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->edit.stored);
  g_clear_object (&request->edit.list);
  g_free ((gint64 *) request->edit.people);
  g_free ((char *) request->edit.by);
  g_free (request->user);
  g_free (request);
}

static Request *
request_new (TyOffice               *self,
             const TyPersonListEdit *edit)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->as_of = self->as_of;
  request->edit = *edit;
  if (edit->stored != NULL)
    request->edit.stored = TY_PERSON_LIST (ty_record_dup (TY_RECORD (edit->stored)));
  if (edit->list != NULL)
    request->edit.list = TY_PERSON_LIST (ty_record_dup (TY_RECORD (edit->list)));
  request->edit.people = g_memdup2 (edit->people, edit->n_people * sizeof *edit->people);
  request->edit.by = g_strdup (edit->by);
  return request;
}

static gpointer
edit_list (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Request *request = data;
  g_autofree TyPersonListChange *change = g_new0 (TyPersonListChange, 1);

  if (!ty_person_list_edit_run (ty_office_thread_get_store (thread), request->user, &request->edit,
                                change, error))
    return NULL;
  return g_steal_pointer (&change);
}

static gboolean
finish_edit (TyOffice            *self,
             GAsyncResult        *result,
             gpointer             tag,
             TyPersonListChange  *change,
             GError             **error)
{
  g_autofree TyPersonListChange *done = ty_office_task_finish (self, result, tag, error);

  if (done != NULL && change != NULL)
    *change = *done;
  return done != NULL;
}

/**
 * ty_office_edit_list_async:
 * @self: an open office
 * @edit: what is done, which is copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Edits a named list, as one action.
 */
void
ty_office_edit_list_async (TyOffice               *self,
                           const TyPersonListEdit *edit,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_edit_list_async, cancellable, callback,
                                              user_data);

  ty_office_write (self, task, edit_list, request_new (self, edit), request_free, g_free);
}

/**
 * ty_office_edit_list_finish:
 * @self: an office
 * @result: what the callback was given
 * @change: (out) (optional): what was done
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_edit_list_finish (TyOffice            *self,
                            GAsyncResult        *result,
                            TyPersonListChange  *change,
                            GError             **error)
{
  return finish_edit (self, result, ty_office_edit_list_async, change, error);
}

/* The people of the list in the order of the sort, whatever the scope. */
static GArray *
list_sorted (TyOfficeThread  *thread,
             const Request   *request,
             GError         **error)
{
  TyEngine *engine = ty_office_thread_get_engine (thread);
  g_autoptr(TyOrder) order = ty_engine_get_order (engine, ty_office_thread_get_database (thread),
                                                  request->as_of, 0, error);
  g_autoptr(TyPopulation) population = ty_population_new_list (request->edit.key);
  const TySortKey key = { request->sort, FALSE };
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(GArray) sorted = NULL;
  GArray *people;

  if (order == NULL)
    return NULL;
  rows = ty_population_mark (population, ty_order_get_view (order), ty_engine_get_views (engine));
  sorted = ty_order_sort (order, rows, &key, 1);
  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 person = ty_columns_get_person (ty_view_get_columns (ty_order_get_view (order)),
                                             g_array_index (sorted, guint32, i));

      g_array_append_val (people, person);
    }
  return people;
}

static gpointer
sort_list (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Request *request = data;
  g_autoptr(GArray) people = list_sorted (thread, request, error);
  g_autofree TyPersonListChange *change = g_new0 (TyPersonListChange, 1);
  TyPersonListEdit edit = request->edit;

  if (people == NULL)
    return NULL;

  edit.people = (const gint64 *) (gpointer) people->data;
  edit.n_people = people->len;
  if (!ty_person_list_edit_run (ty_office_thread_get_store (thread), request->user, &edit, change, error))
    return NULL;
  return g_steal_pointer (&change);
}

/**
 * ty_office_sort_list_async:
 * @self: an open office
 * @list: key of a list
 * @sort: the order: by pinyin, by strokes of the surname, the official one …
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Gives a list another order, as one action. Posts and units are those of the cut-off date.
 */
void
ty_office_sort_list_async (TyOffice            *self,
                           gint64               list,
                           TySort               sort,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_sort_list_async, cancellable, callback,
                                              user_data);
  const TyPersonListEdit edit = { .op = TY_PERSON_LIST_SORT, .key = list,
                                  .by = ty_sort_to_string (sort) };
  Request *request = request_new (self, &edit);

  request->sort = sort;
  ty_office_write (self, task, sort_list, request, request_free, g_free);
}

/**
 * ty_office_sort_list_finish:
 * @self: an office
 * @result: what the callback was given
 * @change: (out) (optional): what was done
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the list has the order
 */
gboolean
ty_office_sort_list_finish (TyOffice            *self,
                            GAsyncResult        *result,
                            TyPersonListChange  *change,
                            GError             **error)
{
  return finish_edit (self, result, ty_office_sort_list_async, change, error);
}
