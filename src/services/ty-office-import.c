/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-import"

#include "config.h"

#include "ty-office-import.h"

#include "ty-backup-folder.h"
#include "ty-office-private.h"

typedef struct
{
  TyRosterImportOptions options;
  char *path;
  char *user;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_free (import->path);
  g_free (import->user);
  g_free (import);
}

/* An import that would change nothing must not cost a backup: the roster is read twice. */
static gpointer
import_roster (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Import *import = data;
  TyStore *store = ty_office_thread_get_store (thread);
  TyRosterImportOptions options = import->options;
  g_autoptr(TyImportReport) report = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *backup = NULL;

  options.dry_run = TRUE;
  report = ty_roster_import_run (store, &options, cancellable, error);
  if (report == NULL)
    return NULL;
  if (import->options.dry_run || (report->n_errors > 0 && !options.skip_errors))
    return g_steal_pointer (&report);

  folder = ty_backup_folder_get_default (ty_store_get_path (store));
  backup = ty_backup_folder_add (folder, store, error);
  if (backup == NULL)
    return NULL;

  return ty_roster_import_run (store, &import->options, cancellable, error);
}

/**
 * ty_office_import_roster_async:
 * @self: an open office
 * @options: how; its user is that of the office where it names none
 * @cancellable: (nullable): stops it, and nothing is imported
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads a roster and, unless it is a dry run or has errors that refuse it, backs the file up and
 * imports it as one action.
 */
void
ty_office_import_roster_async (TyOffice                     *self,
                               const TyRosterImportOptions  *options,
                               GCancellable                 *cancellable,
                               GAsyncReadyCallback           callback,
                               gpointer                      user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_import_roster_async, cancellable,
                                              callback, user_data);
  Import *import;

  g_return_if_fail (options != NULL && options->path != NULL);

  import = g_new0 (Import, 1);
  import->path = g_strdup (options->path);
  import->user = g_strdup (options->user != NULL ? options->user : self->user);
  import->options = *options;
  import->options.path = import->path;
  import->options.user = import->user;
  ty_office_write (self, task, import_roster, import, import_free,
                   (GDestroyNotify) ty_import_report_free);
}

/**
 * ty_office_import_roster_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why the roster cannot be read at all, or nothing could be written
 *
 * Returns: (transfer full) (nullable): what was done, or would be
 */
TyImportReport *
ty_office_import_roster_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_import_roster_async, error);
}
