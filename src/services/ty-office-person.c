/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-person"

#include "config.h"

#include "ty-office-person.h"

#include "ty-appointment.h"
#include "ty-attendance.h"
#include "ty-mandate.h"

#include "ty-action-log.h"
#include "ty-office-private.h"
#include "ty-person-edit.h"
#include "ty-person-loader.h"
#include "ty-person-merge.h"
#include "ty-record-registry.h"

typedef struct
{
  gint64 id;
  TyDate as_of;
  char *user;
  char *what;       /* (nullable) */
  TyPerson *person; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->person);
  g_free (request->what);
  g_free (request->user);
  g_free (request);
}

static Request *
request_new (TyOffice *self,
             gint64    id)
{
  Request *request = g_new0 (Request, 1);

  request->id = id;
  request->as_of = self->as_of;
  request->user = g_strdup (self->user);
  return request;
}

void
ty_post_free (TyPost *self)
{
  g_free (self->unit_name);
  g_free (self->post_label);
  g_free (self->how);
  g_free (self->end_reason);
  g_free (self->filing);
  g_clear_object (&self->appointment);
  g_free (self);
}

void
ty_person_file_free (TyPersonFile *self)
{
  g_clear_object (&self->person);
  g_free (self->title);
  g_free (self->sources);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->educations, g_ptr_array_unref);
  g_clear_pointer (&self->resume, g_ptr_array_unref);
  g_clear_pointer (&self->family, g_ptr_array_unref);
  g_clear_pointer (&self->mandates, g_ptr_array_unref);
  g_clear_pointer (&self->terms, g_hash_table_unref);
  g_clear_pointer (&self->honours, g_ptr_array_unref);
  g_clear_pointer (&self->penalties, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->training, g_ptr_array_unref);
  g_clear_pointer (&self->courses, g_hash_table_unref);
  g_clear_pointer (&self->appraisals, g_ptr_array_unref);
  g_clear_pointer (&self->backgrounds, g_ptr_array_unref);
  g_clear_pointer (&self->reserves, g_ptr_array_unref);
  g_clear_pointer (&self->mentors, g_ptr_array_unref);
  g_clear_pointer (&self->pairings, g_ptr_array_unref);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->strengths, g_ptr_array_unref);
  g_clear_pointer (&self->wishes, g_ptr_array_unref);
  g_clear_pointer (&self->exclusions, g_ptr_array_unref);
  g_clear_pointer (&self->linked_names, g_hash_table_unref);
  g_clear_pointer (&self->talk_files, g_hash_table_unref);
  g_clear_pointer (&self->own_fields, g_ptr_array_unref);
  g_clear_pointer (&self->own_values, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->unit_names, g_hash_table_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_person_file_get_term:
 * @self: a person’s file
 * @mandate: one of its mandates
 *
 * Returns: the year of its term, or 0
 */
int
ty_person_file_get_term (TyPersonFile *self,
                         TyRecord     *mandate)
{
  gint64 term = ty_record_get_integer (mandate, TY_MANDATE_TERM);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->terms, &term));
}

/**
 * ty_person_file_find_post:
 * @self: a person’s file
 * @appointment: the second part of the key of an appointment
 *
 * Returns: (transfer none) (nullable): the post
 */
const TyPost *
ty_person_file_find_post (TyPersonFile *self,
                          gint64        appointment)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      const TyPost *post = g_ptr_array_index (self->posts, i);

      if (ty_record_get_integer (post->appointment, TY_APPOINTMENT_ID) == appointment)
        return post;
    }
  return NULL;
}

/**
 * ty_person_file_find_course:
 * @self: a person’s file
 * @attendance: one of its rows of training
 *
 * Returns: (transfer none) (nullable): the course
 */
TyRecord *
ty_person_file_find_course (TyPersonFile *self,
                            TyRecord     *attendance)
{
  gint64 key = ty_record_get_integer (attendance, TY_ATTENDANCE_COURSE);

  return g_hash_table_lookup (self->courses, &key);
}

/**
 * ty_person_file_get_unit_name:
 * @self: a person’s file
 * @unit: key of the unit of one of the memberships
 *
 * Returns: (transfer none): what it is called, with the one above it, or the empty text
 */
const char *
ty_person_file_get_unit_name (TyPersonFile *self,
                              gint64        unit)
{
  const char *name = g_hash_table_lookup (self->unit_names, &unit);

  return name != NULL ? name : "";
}

/**
 * ty_person_file_get_linked_name:
 * @self: a person’s file
 * @key: key of a person or a programme named by a pairing, a talk, a wish
 *
 * Returns: (transfer none): what it is called, or the empty text
 */
const char *
ty_person_file_get_linked_name (TyPersonFile *self,
                                gint64        key)
{
  const char *name = g_hash_table_lookup (self->linked_names, &key);

  return name != NULL ? name : "";
}

static gpointer
load_person (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               request->as_of, 0, 0, error);
  gint64 person = view != NULL ? ty_person_merge_resolve (database, request->id, error) : 0;
  TyPersonFile *file;

  if (person == 0)
    return NULL;

  file = ty_person_loader_load (database, person, request->as_of, error);
  if (file != NULL)
    file->tags = ty_person_tags_find (view, person);
  return file;
}

/**
 * ty_office_load_person_async:
 * @self: an open office
 * @person: key of a person
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads everything about one person at the cut-off date; of who was merged into another, about that one.
 */
void
ty_office_load_person_async (TyOffice            *self,
                             gint64               person,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_person_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, load_person, request_new (self, person), request_free,
                  (GDestroyNotify) ty_person_file_free);
}

/**
 * ty_office_load_person_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: %TY_STORE_ERROR_NOT_FOUND where the person is no longer there
 *
 * Returns: (transfer full) (nullable): everything about the person
 */
TyPersonFile *
ty_office_load_person_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_person_async, error);
}

static gpointer
save_person (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;

  return ty_person_edit_run (ty_office_thread_get_store (thread), request->user, request->person,
                             NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_person_async:
 * @self: an open office
 * @person: a person of the file with new values, which are copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Saves what was edited, as one action. Where nothing is another, nothing is written.
 */
void
ty_office_save_person_async (TyOffice            *self,
                             TyPerson            *person,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_person_async, cancellable,
                                              callback, user_data);
  Request *request;

  g_return_if_fail (TY_IS_PERSON (person));

  request = request_new (self, ty_record_get_integer (TY_RECORD (person), TY_PERSON_ID));
  request->person = TY_PERSON (ty_record_dup (TY_RECORD (person)));
  ty_office_write (self, task, save_person, request, request_free, NULL);
}

/**
 * ty_office_save_person_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR`
 *
 * Returns: whether the file holds the values
 */
gboolean
ty_office_save_person_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_person_async, error) != NULL;
}

static gpointer
add_person (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;
  gint64 id;

  if (!ty_person_edit_add (ty_office_thread_get_store (thread), request->user, request->person, NULL,
                           error))
    return NULL;

  id = ty_record_get_integer (TY_RECORD (request->person), TY_PERSON_ID);
  return g_memdup2 (&id, sizeof id);
}

/**
 * ty_office_add_person_async:
 * @self: an open office
 * @person: a person without a key, who is copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Takes a person into the file, as one action.
 */
void
ty_office_add_person_async (TyOffice            *self,
                            TyPerson            *person,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_add_person_async, cancellable,
                                              callback, user_data);
  Request *request;

  g_return_if_fail (TY_IS_PERSON (person));

  request = request_new (self, 0);
  request->person = TY_PERSON (ty_record_dup (TY_RECORD (person)));
  ty_office_write (self, task, add_person, request, request_free, g_free);
}

/**
 * ty_office_add_person_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR`
 *
 * Returns: the key of the person, or 0
 */
gint64
ty_office_add_person_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autofree gint64 *id = ty_office_task_finish (self, result, ty_office_add_person_async, error);

  return id != NULL ? *id : 0;
}

static gpointer
note_shown (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, request->id);
  gboolean column = ty_record_info_find_field (&ty_person_info, request->what) != NULL;
  g_autofree char *detail = ty_action_detail_new ("person", id, column ? "column" : "table", request->what,
                                                  NULL);

  return ty_store_add_event (ty_office_thread_get_store (thread), request->user, "sensitive.shown",
                             detail, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_note_shown_async:
 * @self: an open office
 * @person: key of a person
 * @what: the column of the person whose value is to be shown in clear, such as `id_number`, or the table of
 *   the rows of which it is, such as `family_member`
 * @callback: (nullable): called when it is noted
 * @user_data: for @callback
 *
 * Notes in the events that a masked value was shown. A file that is open for reading only cannot
 * take the note.
 */
void
ty_office_note_shown_async (TyOffice            *self,
                            gint64               person,
                            const char          *what,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_note_shown_async, NULL, callback,
                                              user_data);
  Request *request;

  g_return_if_fail (ty_record_info_find_field (&ty_person_info, what) != NULL
                    || ty_record_registry_find (what) != NULL);

  request = request_new (self, person);
  request->what = g_strdup (what);
  ty_office_write (self, task, note_shown, request, request_free, NULL);
}

/**
 * ty_office_note_shown_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was noted
 */
gboolean
ty_office_note_shown_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_note_shown_async, error) != NULL;
}
