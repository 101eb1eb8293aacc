/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-history"

#include "config.h"

#include "ty-office-history.h"

#include "ty-action-log.h"
#include "ty-history.h"
#include "ty-office-private.h"

typedef struct
{
  char *user;
  gint64 seq;
  guint limit;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->user);
  g_free (request);
}

static Request *
request_new (TyOffice *self,
             gint64    seq,
             guint     limit)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->seq = seq;
  request->limit = limit;
  return request;
}

static gpointer
undo (TyOfficeThread  *thread,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const Request *request = data;
  TyStore *store = ty_office_thread_get_store (thread);
  TyDatabase *database = ty_store_get_database (store);
  gint64 target = request->seq != 0 ? request->seq : ty_history_find_undo (database, error);
  g_autoptr(TyAction) action = target != 0 ? ty_history_get (database, target, error) : NULL;

  if (action == NULL || !ty_store_undo (store, request->user, request->seq, NULL, error))
    return NULL;

  return ty_action_dup_root_label (action);
}

static gpointer
redo (TyOfficeThread  *thread,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  gint64 target = ty_history_find_redo (database, error);
  g_autoptr(TyAction) action = target != 0 ? ty_history_get (database, target, error) : NULL;

  if (action == NULL
      || !ty_store_redo (ty_office_thread_get_store (thread), request->user, NULL, error))
    return NULL;

  return ty_action_dup_root_label (action);
}

/**
 * ty_office_undo_async:
 * @self: an open office
 * @seq: an action, or 0 for the last one that can be taken back
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Takes an action back.
 */
void
ty_office_undo_async (TyOffice            *self,
                      gint64               seq,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_undo_async, cancellable, callback,
                                              user_data);

  ty_office_write (self, task, undo, request_new (self, seq, 0), request_free, g_free);
}

/**
 * ty_office_undo_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was undone, in the user’s language
 */
char *
ty_office_undo_finish (TyOffice      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_undo_async, error);
}

/**
 * ty_office_redo_async:
 * @self: an open office
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Does again what was undone last.
 */
void
ty_office_redo_async (TyOffice            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_redo_async, cancellable, callback,
                                              user_data);

  ty_office_write (self, task, redo, request_new (self, 0, 0), request_free, g_free);
}

/**
 * ty_office_redo_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was done again, in the user’s language
 */
char *
ty_office_redo_finish (TyOffice      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_redo_async, error);
}

static gpointer
list_actions (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;

  return ty_history_list (ty_office_thread_get_database (thread), request->seq, request->limit,
                          error);
}

/**
 * ty_office_list_actions_async:
 * @self: an open office
 * @before: only actions before this sequence, or 0 for all
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the history.
 */
void
ty_office_list_actions_async (TyOffice            *self,
                              gint64               before,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_actions_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_actions, request_new (self, before, limit), request_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_actions_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyAction): actions, the newest first
 */
GPtrArray *
ty_office_list_actions_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_actions_async, error);
}

static gpointer
list_history (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  return ty_history_index_load (ty_office_thread_get_database (thread), data, error);
}

/**
 * ty_office_list_history_async:
 * @self: an open office
 * @filter: what is asked, which is copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when they are known
 * @user_data: for @callback
 *
 * Looks through the whole history.
 */
void
ty_office_list_history_async (TyOffice              *self,
                              const TyHistoryFilter *filter,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_history_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_history, ty_history_filter_copy (filter),
                  (GDestroyNotify) ty_history_filter_free,
                  (GDestroyNotify) ty_history_index_free);
}

/**
 * ty_office_list_history_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the actions that answer the question
 */
TyHistoryIndex *
ty_office_list_history_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_history_async, error);
}

static gpointer
read_history (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  GArray *seqs = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < seqs->len; i++)
    {
      TyHistoryEntry *entry;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      entry = ty_history_entry_load (database, names, g_array_index (seqs, gint64, i), error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

/**
 * ty_office_read_history_async:
 * @self: an open office
 * @seqs: (element-type gint64): actions
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads some actions with the names of whom they touched.
 */
void
ty_office_read_history_async (TyOffice            *self,
                              GArray              *seqs,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_read_history_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, read_history, g_array_copy (seqs), (GDestroyNotify) g_array_unref,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_read_history_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyHistoryEntry): the actions in the order asked
 */
GPtrArray *
ty_office_read_history_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_read_history_async, error);
}

static gpointer
load_action (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;

  return ty_history_detail_load (ty_office_thread_get_database (thread), request->seq,
                                 request->limit, error);
}

/**
 * ty_office_load_action_async:
 * @self: an open office
 * @seq: an action
 * @n_records: of how many of the records that it changed old and new values are read
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads all about an action, and whether it can be taken back now.
 */
void
ty_office_load_action_async (TyOffice            *self,
                             gint64               seq,
                             guint                n_records,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_action_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, load_action, request_new (self, seq, n_records), request_free,
                  (GDestroyNotify) ty_history_detail_free);
}

/**
 * ty_office_load_action_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): all about the action
 */
TyHistoryDetail *
ty_office_load_action_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_action_async, error);
}

typedef struct
{
  char *text;
  guint limit;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->text);
  g_free (words);
}

static gpointer
find_subjects (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Words *words = data;

  return ty_history_search_list_subjects (ty_office_thread_get_database (thread), words->text,
                                          words->limit, error);
}

/**
 * ty_office_find_subjects_async:
 * @self: an open office
 * @text: a name or a part of it; the empty text for who was touched last
 * @limit: how many at most
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when they are found
 * @user_data: for @callback
 *
 * Finds persons and units that the history names.
 */
void
ty_office_find_subjects_async (TyOffice            *self,
                               const char          *text,
                               guint                limit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_subjects_async, cancellable,
                                              callback, user_data);
  Words *words = g_new0 (Words, 1);

  words->text = g_strdup (text);
  words->limit = limit;
  ty_office_read (self, task, find_subjects, words, words_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_find_subjects_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyHistorySubject): whom the history names so
 */
GPtrArray *
ty_office_find_subjects_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_subjects_async, error);
}

typedef struct
{
  char *label;
  gint64 seq;
} TakenBack;

static void
taken_back_free (gpointer data)
{
  TakenBack *taken = data;

  g_free (taken->label);
  g_free (taken);
}

static gpointer
take_back (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Request *request = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autoptr(TyAction) action = NULL;
  TakenBack *taken;
  gint64 seq;

  if (!ty_store_undo (store, request->user, request->seq, &seq, error))
    return NULL;
  action = ty_history_get (ty_store_get_database (store), seq, error);
  if (action == NULL)
    return NULL;

  taken = g_new0 (TakenBack, 1);
  taken->label = ty_action_dup_label (action);
  taken->seq = seq;
  return taken;
}

/**
 * ty_office_take_back_async:
 * @self: an open office
 * @seq: an action
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Takes back the action that was chosen, if no later one stands against it.
 */
void
ty_office_take_back_async (TyOffice            *self,
                           gint64               seq,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_take_back_async, cancellable,
                                              callback, user_data);

  g_return_if_fail (seq > 0);

  ty_office_write (self, task, take_back, request_new (self, seq, 0), request_free, taken_back_free);
}

/**
 * ty_office_take_back_finish:
 * @self: an office
 * @result: what the callback was given
 * @seq: (out) (optional): the action that took it back, which can itself be taken back
 * @error: a `TY_STORE_ERROR`, whose message names the later action that stands against it
 *
 * Returns: (transfer full) (nullable): what was done, in the user’s language
 */
char *
ty_office_take_back_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            gint64        *seq,
                            GError       **error)
{
  TakenBack *taken = ty_office_task_finish (self, result, ty_office_take_back_async, error);
  char *label;

  if (taken == NULL)
    return NULL;

  if (seq != NULL)
    *seq = taken->seq;
  label = g_steal_pointer (&taken->label);
  taken_back_free (taken);
  return label;
}
