/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-custom"

#include "config.h"

#include "ty-office-custom.h"

#include "ty-custom-name.h"
#include "ty-custom-table.h"
#include "ty-office-private.h"

typedef struct
{
  char *user;
  TyCustomField *stored; /* (nullable) */
  TyCustomField *field;  /* (nullable) */
  gint64 key;            /* of a field or of a person */
  int step;
  GArray *changes;       /* (nullable) (element-type TyCustomChange) */
} Request;

static void
change_clear (gpointer data)
{
  TyCustomChange *change = data;

  g_free ((char *) change->stored);
  g_free ((char *) change->typed);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->stored);
  g_clear_object (&request->field);
  g_clear_pointer (&request->changes, g_array_unref);
  g_free (request->user);
  g_free (request);
}

static Request *
request_new (TyOffice *self)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  return request;
}

/**
 * ty_own_field_free:
 * @self: (transfer full): a field with its number of people
 */
void
ty_own_field_free (TyOwnField *self)
{
  g_clear_object (&self->field);
  g_free (self);
}

static gpointer
list_fields (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_own_field_free);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      TyOwnField *own = g_new0 (TyOwnField, 1);
      gint64 n = 0;

      own->field = g_object_ref (g_ptr_array_index (fields, i));
      g_ptr_array_add (list, own);
      if (!ty_custom_table_count_values (database, ty_custom_field_get_key (own->field), NULL, &n,
                                         error))
        return NULL;
      own->n_people = (guint) n;
    }
  return fields != NULL ? g_steal_pointer (&list) : NULL;
}

/**
 * ty_office_list_fields_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the fields of the county, and how many people have a value in each.
 */
void
ty_office_list_fields_async (TyOffice            *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_fields_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_fields, request_new (self), request_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_fields_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyOwnField): the fields in their order
 */
GPtrArray *
ty_office_list_fields_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_fields_async, error);
}

static gpointer
save_field (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;
  TyStore *store = ty_office_thread_get_store (thread);
  gboolean done;

  if (!ty_custom_name_check (ty_custom_field_get_name (request->field), error))
    return NULL;
  done = request->stored == NULL
           ? ty_custom_edit_add (store, request->user, request->field, NULL, error)
           : ty_custom_edit_change (store, request->user, request->stored, request->field, NULL, error);
  return done ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_field_async:
 * @self: an open office
 * @stored: (nullable): the field as it was read, which is copied; none = a new one
 * @field: the field as it shall be, which is copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Makes or changes a field of the county, as one action. Where nothing is another, nothing is written.
 */
void
ty_office_save_field_async (TyOffice            *self,
                            TyCustomField       *stored,
                            TyCustomField       *field,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_field_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self);

  if (stored != NULL)
    request->stored = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (stored)));
  request->field = TY_CUSTOM_FIELD (ty_record_dup (TY_RECORD (field)));
  ty_office_write (self, task, save_field, request, request_free, NULL);
}

/**
 * ty_office_save_field_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` that begins with the label of what is wrong, else a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_save_field_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_field_async, error) != NULL;
}

static gpointer
remove_field (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;

  return ty_custom_edit_remove (ty_office_thread_get_store (thread), request->user, request->key, NULL,
                                NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_remove_field_async:
 * @self: an open office
 * @field: key of a field
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Removes a field of the county with all its values, as one action.
 */
void
ty_office_remove_field_async (TyOffice            *self,
                              gint64               field,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_remove_field_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self);

  request->key = field;
  ty_office_write (self, task, remove_field, request, request_free, NULL);
}

/**
 * ty_office_remove_field_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_remove_field_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_remove_field_async, error) != NULL;
}

static gpointer
move_field (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;

  return ty_custom_edit_move (ty_office_thread_get_store (thread), request->user, request->key,
                              request->step, NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_move_field_async:
 * @self: an open office
 * @field: key of a field
 * @step: how many places down; up where it is negative
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it stands there
 * @user_data: for @callback
 *
 * Gives a field of the county another place among the others, as one action.
 */
void
ty_office_move_field_async (TyOffice            *self,
                            gint64               field,
                            int                  step,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_move_field_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self);

  request->key = field;
  request->step = step;
  ty_office_write (self, task, move_field, request, request_free, NULL);
}

/**
 * ty_office_move_field_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_move_field_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_move_field_async, error) != NULL;
}

static gpointer
set_values (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;

  return ty_custom_edit_set (ty_office_thread_get_store (thread), request->user, request->key,
                             (const TyCustomChange *) request->changes->data, request->changes->len,
                             NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_set_own_values_async:
 * @self: an open office
 * @person: key of a person
 * @changes: (array length=n_changes): what is entered, which is copied
 * @n_changes: their number
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Enters values of somebody in the fields of the county, as one action.
 */
void
ty_office_set_own_values_async (TyOffice             *self,
                                gint64                person,
                                const TyCustomChange *changes,
                                guint                 n_changes,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_set_own_values_async, cancellable,
                                              callback, user_data);
  Request *request = request_new (self);

  request->key = person;
  request->changes = g_array_new (FALSE, FALSE, sizeof (TyCustomChange));
  g_array_set_clear_func (request->changes, change_clear);
  for (guint i = 0; i < n_changes; i++)
    {
      TyCustomChange change = { changes[i].field, g_strdup (changes[i].stored),
                                g_strdup (changes[i].typed) };

      g_array_append_val (request->changes, change);
    }
  ty_office_write (self, task, set_values, request, request_free, NULL);
}

/**
 * ty_office_set_own_values_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` that begins with the name of the field, else a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_set_own_values_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_set_own_values_async, error) != NULL;
}
