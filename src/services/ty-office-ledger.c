/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-ledger"

#include "config.h"

#include "ty-office-ledger.h"

#include "ty-office-private.h"
#include "ty-out-file.h"

/* Drawn by a reader, beside its place; the writer notes it and gives it its name. */

typedef struct
{
  gint64 programme;
  TyPairingLedgerKind kind;
  char *path; /* (owned) */
  TyDate as_of;
  gint64 scope;
} Request;

typedef struct
{
  TyOutFile *file; /* (owned) */
  char *user;      /* (owned) (nullable) once it is written */
  guint n_rows;
} Drawn;

typedef struct
{
  GTask *task; /* (owned): of the caller */
} Step;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request);
}

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  g_clear_pointer (&drawn->file, ty_out_file_free);
  g_free (drawn->user);
  g_free (drawn);
}

static gpointer
draw_ledger (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database, request->as_of,
                                               request->scope, 0, error);
  g_autoptr(TyPairingLedger) ledger = view != NULL ? ty_pairing_ledger_new (view, database, request->programme,
                                                                            request->kind, error) : NULL;
  TyOutFile *file = ledger != NULL ? ty_pairing_ledger_draw (ledger, request->path, error) : NULL;
  Drawn *drawn;

  if (file == NULL)
    return NULL;
  drawn = g_new0 (Drawn, 1);
  drawn->file = file;
  drawn->n_rows = ty_pairing_ledger_get_n_rows (ledger);
  return drawn;
}

static gpointer
commit_ledger (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  Drawn *drawn = data;
  TyStore *store = ty_office_thread_get_store (thread);
  Drawn *done;

  if ((!ty_store_is_read_only (store)
       && !ty_pairing_ledger_note (store, ty_out_file_get_path (drawn->file), drawn->user, error))
      || !ty_out_file_commit (drawn->file, error))
    return NULL;

  done = g_new0 (Drawn, 1);
  done->n_rows = drawn->n_rows;
  return done;
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TyOffice *self = TY_OFFICE (source);
  g_autofree Step *step = user_data;
  g_autoptr(GTask) task = step->task;
  GError *error = NULL;
  Drawn *drawn = g_task_propagate_pointer (G_TASK (result), &error);

  if (drawn == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  drawn->user = g_strdup (self->user);
  ty_office_write (self, task, commit_ledger, drawn, drawn_free, drawn_free);
}

/**
 * ty_office_export_ledger_async:
 * @self: an open office
 * @programme: key of a programme, 0 = all
 * @kind: what is wanted
 * @path: where to, ending with .xlsx or .pdf; what is there is replaced once the new file is whole
 * @cancellable: (nullable): stops it before it is in its place
 * @callback: (nullable): called when it is written
 * @user_data: for @callback
 *
 * Writes a table of pairings at the cut-off date in the scope, and notes that in the history.
 */
void
ty_office_export_ledger_async (TyOffice            *self,
                               gint64               programme,
                               TyPairingLedgerKind  kind,
                               const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);
  Step *step = g_new0 (Step, 1);
  g_autoptr(GTask) drawing = NULL;

  request->programme = programme;
  request->kind = kind;
  request->path = g_strdup (path);
  request->as_of = self->as_of;
  request->scope = self->scope;
  step->task = ty_office_task_new (self, ty_office_export_ledger_async, cancellable, callback, user_data);
  drawing = ty_office_task_new (self, drawn_cb, cancellable, drawn_cb, step);
  ty_office_read (self, drawing, draw_ledger, request, request_free, drawn_free);
}

/**
 * ty_office_export_ledger_finish:
 * @self: an office
 * @result: what the callback was given
 * @n_rows: (out) (optional): how many pairings are in it
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: whether the file is in its place
 */
gboolean
ty_office_export_ledger_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                guint         *n_rows,
                                GError       **error)
{
  Drawn *done = ty_office_task_finish (self, result, ty_office_export_ledger_async, error);

  if (done == NULL)
    return FALSE;
  if (n_rows != NULL)
    *n_rows = done->n_rows;
  drawn_free (done);
  return TRUE;
}
