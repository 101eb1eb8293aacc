/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-file"

#include "config.h"

#include "ty-office-private.h"

#include "ty-action-log.h"
#include "ty-backup-folder.h"
#include "ty-backup.h"
#include "ty-county.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  char *name; /* (nullable) */
  char *code; /* (nullable) */
  char *user;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_free (file->name);
  g_free (file->code);
  g_free (file->user);
  g_free (file);
}

static File *
file_new (TyOffice   *self,
          const char *path,
          const char *name,
          const char *code)
{
  File *file = g_new0 (File, 1);

  file->path = g_strdup (path);
  file->name = g_strdup (name);
  file->code = g_strdup (code);
  file->user = g_strdup (self->user);
  return file;
}

/* The store of a file that somebody else holds, or that lies where nothing can be written, reads
 * only; the error that the writer met says why. */
static TyStore *
open_store (const char  *path,
            char       **reason,
            GError     **error)
{
  g_autoptr(GError) why = NULL;
  TyStore *store = ty_store_open (path, TY_STORE_READ_WRITE, &why);

  if (store != NULL)
    return store;
  if (!g_error_matches (why, TY_STORE_ERROR, TY_STORE_ERROR_BUSY)
      && !g_error_matches (why, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }

  *reason = g_strdup (why->message);
  return ty_store_open (path, TY_STORE_READ_ONLY, error);
}

static gpointer
open_file (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const File *file = data;
  g_autofree char *reason = NULL;
  TyStore *store = open_store (file->path, &reason, error);
  TyOfficeState *state;

  if (store == NULL)
    return NULL;

  ty_office_thread_take_store (thread, store);
  state = ty_office_state_load (store, error);
  if (state != NULL)
    state->read_only_reason = g_steal_pointer (&reason);
  return state;
}

/**
 * ty_office_open_async:
 * @self: an office without a file
 * @path: a county file
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when the office shows the file
 * @user_data: for @callback
 *
 * Opens a file for reading and writing; where another process holds it or nothing can be written
 * there, for reading only. The cut-off date becomes today, the scope the whole file.
 */
void
ty_office_open_async (TyOffice            *self,
                      const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_open_async, cancellable, callback,
                                              user_data);

  g_return_if_fail (path != NULL);

  ty_office_start (self, task, open_file, file_new (self, path, NULL, NULL), file_free);
}

/**
 * ty_office_open_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`; %G_IO_ERROR_BUSY where another file is open
 *
 * Returns: whether the file is open
 */
gboolean
ty_office_open_finish (TyOffice      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_open_async, error) != NULL;
}

static gpointer
create_file (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const File *file = data;
  TyStore *store = ty_county_create (file->path, file->name, file->code, file->user, error);

  if (store == NULL)
    return NULL;

  ty_office_thread_take_store (thread, store);
  return ty_office_state_load (store, error);
}

/**
 * ty_office_create_async:
 * @self: an office without a file
 * @path: a file that does not exist yet
 * @name: the county's name
 * @code: (nullable): its division code
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when the office shows the file
 * @user_data: for @callback
 *
 * Makes an empty county file and opens it.
 */
void
ty_office_create_async (TyOffice            *self,
                        const char          *path,
                        const char          *name,
                        const char          *code,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_create_async, cancellable, callback,
                                              user_data);

  g_return_if_fail (path != NULL && name != NULL);

  ty_office_start (self, task, create_file, file_new (self, path, name, code), file_free);
}

/**
 * ty_office_create_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`; %TY_STORE_ERROR_EXISTS where there is such a file
 *
 * Returns: whether the new file is open
 */
gboolean
ty_office_create_finish (TyOffice      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_create_async, error) != NULL;
}

typedef struct
{
  TyOfficeThread *thread;  /* (unowned) */
  char *second_folder;     /* (owned) (nullable) */
} Closing;

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  g_free (closing->second_folder);
  g_free (closing);
}

/* A copy that fails is told, and the first one stands. */
static gboolean
back_up (TyStore     *store,
         const char  *second_folder,
         GError     **error)
{
  g_autofree char *folder = ty_backup_folder_get_default (ty_store_get_path (store));
  g_autofree char *first = ty_backup_folder_add (folder, store, error);
  g_autofree char *second = NULL;

  if (second_folder == NULL)
    return first != NULL;

  second = ty_backup_folder_add (second_folder, store, first != NULL ? error : NULL);
  if (first != NULL && second == NULL)
    g_prefix_error (error, _("The backup was made, but not the second one in “%s”. "),
                    second_folder);
  return first != NULL && second != NULL;
}

static void
run_close (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  const Closing *closing = task_data;
  TyStore *store = ty_office_thread_get_store (closing->thread);
  gint64 last = ty_office_state_find_last (ty_store_get_database (store));
  GError *error = NULL;

  /* Its connections go before that of the writer, too. */
  ty_engine_stop (ty_office_thread_get_engine (closing->thread));
  if (!ty_store_is_read_only (store) && last != ty_office_thread_get_first_seq (closing->thread))
    back_up (store, closing->second_folder, &error);
  ty_office_thread_close_store (closing->thread, error == NULL ? &error : NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
run_drop (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  ty_office_thread_close_store (task_data, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
close_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TyOffice *self = g_task_get_source_object (task);
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  ty_office_leave (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, TY_OFFICE_DONE, NULL);
}

static void
close_writer (TyOffice *self,
              GTask    *task)
{
  g_autoptr(GTask) inner = g_task_new (NULL, NULL, close_cb, g_object_ref (task));
  Closing *closing = g_new0 (Closing, 1);

  closing->thread = self->share->writer;
  closing->second_folder = g_strdup (self->second_folder);
  g_task_set_task_data (inner, closing, closing_free);
  ty_office_thread_queue (self->share->writer, inner, run_close);
}

static void drop_next_reader (TyOffice *self,
                              GTask    *task);

static void
drop_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  guint *next = g_task_get_task_data (task);

  g_task_propagate_boolean (G_TASK (result), NULL);
  (*next)++;
  drop_next_reader (g_task_get_source_object (task), task);
}

/* The readers let go first, and whoever checks the file, so that the writer is the last to close and
 * leaves one file. */
static void
drop_next_reader (TyOffice *self,
                  GTask    *task)
{
  guint *next = g_task_get_task_data (task);
  TyOfficeThread *thread = *next < TY_OFFICE_N_READERS ? self->share->readers[*next]
                                                       : self->share->checker;
  g_autoptr(GTask) inner = NULL;

  if (*next > TY_OFFICE_N_READERS || thread == NULL)
    {
      close_writer (self, task);
      return;
    }

  inner = g_task_new (NULL, NULL, drop_cb, g_object_ref (task));
  g_task_set_task_data (inner, thread, NULL);
  ty_office_thread_queue (thread, inner, run_drop);
}

/**
 * ty_office_close_async:
 * @self: an office
 * @callback: (nullable): called when the file is closed
 * @user_data: for @callback
 *
 * Lets what waits be done, backs the file up if an action was recorded since it was opened, into
 * the second folder too if there is one, and closes it. While another office shows the file too, it stays
 * open there. An office without a file is closed.
 */
void
ty_office_close_async (TyOffice            *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_close_async, NULL, callback,
                                              user_data);

  if (self->phase == TY_OFFICE_CLOSED)
    {
      g_task_return_pointer (task, TY_OFFICE_DONE, NULL);
      return;
    }
  if (self->phase != TY_OFFICE_OPEN)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                               _("The county file is being opened or closed. Wait a moment."));
      return;
    }

  /* Others go on with the file: the last of them closes it. */
  if (self->share->offices->len > 1)
    {
      ty_office_leave (self);
      g_task_return_pointer (task, TY_OFFICE_DONE, NULL);
      return;
    }

  self->phase = TY_OFFICE_CLOSING;
  ty_engine_cancel (self->share->engine);
  ty_office_share_cancel_check (self->share);
  g_task_set_task_data (task, g_new0 (guint, 1), g_free);
  drop_next_reader (self, task);
}

/**
 * ty_office_close_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why a backup was not made
 *
 * Returns: whether the backups were made too; the file is closed in any case
 */
gboolean
ty_office_close_finish (TyOffice      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_close_async, error) != NULL;
}

static gpointer
write_backup (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const File *file = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autofree char *name = g_path_get_basename (file->path);
  g_autofree char *detail = ty_action_detail_new ("file", name, NULL);

  if (!ty_backup_write (store, file->path, cancellable, error))
    return NULL;
  if (!ty_store_is_read_only (store)
      && !ty_store_add_event (store, file->user, "backed-up", detail, error))
    return NULL;

  return TY_OFFICE_DONE;
}

/**
 * ty_office_backup_async:
 * @self: an open office
 * @to: where to write the backup; a file of that name is replaced
 * @cancellable: (nullable): stops it, and nothing is left behind
 * @callback: (nullable): called when it is written
 * @user_data: for @callback
 *
 * Writes a backup and notes it in the events.
 */
void
ty_office_backup_async (TyOffice            *self,
                        const char          *to,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_backup_async, cancellable, callback,
                                              user_data);

  g_return_if_fail (to != NULL);

  ty_office_write (self, task, write_backup, file_new (self, to, NULL, NULL), file_free, NULL);
}

/**
 * ty_office_backup_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether there is now a good copy
 */
gboolean
ty_office_backup_finish (TyOffice      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_backup_async, error) != NULL;
}
