/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-pairing"

#include "config.h"

#include "ty-office-pairing.h"

#include "ty-attachment-edit.h"
#include "ty-office-private.h"
#include "ty-pairing.h"
#include "ty-programme.h"

#define CHANGED GINT_TO_POINTER (1)
#define UNCHANGED GINT_TO_POINTER (2)

typedef struct
{
  char *user;
  TyDate as_of;
  gint64 scope;
  gint64 programme;
  TyPairingEdit edit;         /* (owned) with all that it has */
  TyPairingPlan *plan;        /* (owned) (nullable) */
  TyPairingLock *locks;       /* (owned) (nullable) */
  guint n_locks;
  gint64 *mentees;            /* (owned) (nullable) */
  guint n_mentees;
  GPtrArray *stored;          /* (owned) (nullable) */
  GPtrArray *added;           /* (owned) (nullable) */
  TyProgress *progress;       /* (owned) (nullable) */
  TyProgrammeRules *before;   /* (owned) (nullable) */
  TyProgrammeRules *rules;    /* (owned) (nullable) */
} Request;

static Request *
request_new (TyOffice *self)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->as_of = self->as_of;
  request->scope = self->scope;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->user);
  g_clear_pointer (&request->edit.pairings, g_ptr_array_unref);
  g_free ((char *) request->edit.reason);
  g_clear_object (&request->edit.talk);
  g_clear_pointer (&request->edit.files, g_ptr_array_unref);
  g_clear_pointer (&request->plan, ty_pairing_plan_unref);
  g_free (request->locks);
  g_free (request->mentees);
  g_clear_pointer (&request->stored, g_ptr_array_unref);
  g_clear_pointer (&request->added, g_ptr_array_unref);
  g_clear_pointer (&request->progress, ty_progress_unref);
  g_clear_pointer (&request->before, ty_programme_rules_free);
  g_clear_pointer (&request->rules, ty_programme_rules_free);
  g_free (request);
}

static void
request_set_locks (Request             *request,
                   const TyPairingLock *locks,
                   guint                n_locks,
                   TyProgress          *progress)
{
  request->locks = g_memdup2 (locks, n_locks * sizeof *locks);
  request->n_locks = n_locks;
  request->progress = progress != NULL ? ty_progress_ref (progress) : NULL;
}

static gpointer
dup_row (gconstpointer row,
         gpointer      data)
{
  return ty_record_dup ((TyRecord *) row);
}

/* Rows are copied: they are of the main thread. */
static GPtrArray *
dup_rows (GPtrArray *rows)
{
  GPtrArray *copy = g_ptr_array_copy (rows, dup_row, NULL);

  g_ptr_array_set_free_func (copy, g_object_unref);
  return copy;
}

static gpointer
dup_file (gconstpointer file,
          gpointer      data)
{
  return ty_new_attachment_dup (file);
}

static GPtrArray *
dup_files (GPtrArray *files)
{
  GPtrArray *copy = g_ptr_array_copy (files, dup_file, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) ty_new_attachment_free);
  return copy;
}

static gpointer
edit_pairings (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Request *request = data;
  gint64 seq;

  if (!ty_pairing_edit_run (ty_office_thread_get_store (thread), request->user, &request->edit, &seq, error))
    return NULL;

  return seq != 0 ? CHANGED : UNCHANGED;
}

static gboolean
finish_change (TyOffice      *self,
               GAsyncResult  *result,
               gpointer       tag,
               gboolean      *changed,
               GError       **error)
{
  gpointer done = ty_office_task_finish (self, result, tag, error);

  if (changed != NULL)
    *changed = done == CHANGED;
  return done != NULL;
}

/**
 * ty_office_edit_pairings_async:
 * @self: an open office
 * @edit: what is done, which is copied with its rows
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Does something to one pairing or to several, as one action.
 */
void
ty_office_edit_pairings_async (TyOffice             *self,
                               const TyPairingEdit  *edit,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_edit_pairings_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self);

  request->edit = *edit;
  request->edit.pairings = dup_rows (edit->pairings);
  request->edit.state = g_intern_string (edit->state);
  request->edit.result = g_intern_string (edit->result);
  request->edit.reason = g_strdup (edit->reason);
  request->edit.talk = edit->talk != NULL ? ty_record_dup (edit->talk) : NULL;
  request->edit.files = edit->files != NULL ? dup_files (edit->files) : NULL;
  ty_office_write (self, task, edit_pairings, request, request_free, NULL);
}

/**
 * ty_office_edit_pairings_finish:
 * @self: an office
 * @result: what the callback was given
 * @changed: (out) (optional): whether anything is another than before
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR` that names the mentee
 *
 * Returns: whether the file says so
 */
gboolean
ty_office_edit_pairings_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                gboolean      *changed,
                                GError       **error)
{
  return finish_change (self, result, ty_office_edit_pairings_async, changed, error);
}

static gboolean
solve (TyPairingPlan  *plan,
       const Request  *request,
       GCancellable   *cancellable,
       GError        **error)
{
  return ty_pairing_plan_solve (plan, request->locks, request->n_locks,
                                request->progress != NULL ? ty_progress_tell : NULL, request->progress,
                                cancellable, error);
}

static gpointer
plan_pairings (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               request->as_of, request->scope, 0, error);
  g_autoptr(TyPairingPlan) plan = NULL;

  if (view != NULL)
    plan = ty_pairing_plan_new (view, database, request->programme, cancellable, error);
  return plan != NULL && solve (plan, request, cancellable, error) ? g_steal_pointer (&plan) : NULL;
}

/**
 * ty_office_plan_pairings_async:
 * @self: an open office
 * @programme: key of a programme
 * @locks: (array length=n_locks) (nullable): pairs that have to be kept, which are copied
 * @n_locks: their number
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is solved
 * @user_data: for @callback
 *
 * Finds who would help whom best in a programme, at the cut-off date and for mentees in the scope.
 */
void
ty_office_plan_pairings_async (TyOffice             *self,
                               gint64                programme,
                               const TyPairingLock  *locks,
                               guint                 n_locks,
                               TyProgress           *progress,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_plan_pairings_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self);

  request->programme = programme;
  request_set_locks (request, locks, n_locks, progress);
  ty_office_read (self, task, plan_pairings, request, request_free, (GDestroyNotify) ty_pairing_plan_unref);
}

/**
 * ty_office_plan_pairings_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable): the plan, solved
 */
TyPairingPlan *
ty_office_plan_pairings_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_plan_pairings_async, error);
}

static gpointer
solve_pairings (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Request *request = data;

  return solve (request->plan, request, cancellable, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_solve_pairings_async:
 * @self: an open office
 * @plan: a plan, at which nobody looks until it is solved
 * @locks: (array length=n_locks) (nullable): pairs that have to be kept, which are copied
 * @n_locks: their number
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): stops it; the plan is then as it was
 * @callback: (nullable): called when it is solved
 * @user_data: for @callback
 *
 * Solves a plan again with other locks.
 */
void
ty_office_solve_pairings_async (TyOffice             *self,
                                TyPairingPlan        *plan,
                                const TyPairingLock  *locks,
                                guint                 n_locks,
                                TyProgress           *progress,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_solve_pairings_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self);

  request->plan = ty_pairing_plan_ref (plan);
  request_set_locks (request, locks, n_locks, progress);
  ty_office_read (self, task, solve_pairings, request, request_free, NULL);
}

/**
 * ty_office_solve_pairings_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: `G_IO_ERROR_CANCELLED`, or `G_IO_ERROR_FAILED` where the proof does not hold
 *
 * Returns: whether it was solved
 */
gboolean
ty_office_solve_pairings_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_solve_pairings_async, error) != NULL;
}

static gpointer
apply_pairings (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Request *request = data;
  gint64 seq;

  if (request->added->len == 0)
    return UNCHANGED;
  if (!ty_pairing_edit_replace (ty_office_thread_get_store (thread), request->user, request->stored,
                                request->added, request->as_of, &seq, error))
    return NULL;

  return seq != 0 ? CHANGED : UNCHANGED;
}

/**
 * ty_office_apply_pairings_async:
 * @self: an open office
 * @plan: a solved plan
 * @mentees: (array length=n_mentees) (nullable): keys of those of whom it is taken over; %NULL for all
 * @n_mentees: their number
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Takes over what a plan says, as one action: new pairs are proposed, and who is given another mentor loses
 * the one that there was.
 */
void
ty_office_apply_pairings_async (TyOffice             *self,
                                TyPairingPlan        *plan,
                                const gint64         *mentees,
                                guint                 n_mentees,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_apply_pairings_async, cancellable, callback,
                                              user_data);
  g_autoptr(GPtrArray) stored = NULL;
  Request *request = request_new (self);

  ty_pairing_plan_list_changes (plan, mentees, n_mentees, &stored, &request->added);
  request->stored = dup_rows (stored);
  request->as_of = ty_pairing_plan_get_as_of (plan);
  ty_office_write (self, task, apply_pairings, request, request_free, NULL);
}

/**
 * ty_office_apply_pairings_finish:
 * @self: an office
 * @result: what the callback was given
 * @changed: (out) (optional): whether anything is another than before
 * @error: a `TY_STORE_ERROR` that names the mentee, also where a pairing was changed since the plan was made
 *
 * Returns: whether the file says so
 */
gboolean
ty_office_apply_pairings_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 gboolean      *changed,
                                 GError       **error)
{
  return finish_change (self, result, ty_office_apply_pairings_async, changed, error);
}

static gpointer
list_programmes (TyOfficeThread  *thread,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  return ty_programme_rules_list (ty_office_thread_get_database (thread), error);
}

/**
 * ty_office_list_programmes_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads all programmes.
 */
void
ty_office_list_programmes_async (TyOffice            *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_programmes_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_programmes, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_programmes_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable) (element-type TyProgrammeRules): the programmes in their order
 */
GPtrArray *
ty_office_list_programmes_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_programmes_async, error);
}

static gpointer
save_programme (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Request *request = data;
  gint64 key;

  if (!ty_programme_edit_run (ty_office_thread_get_store (thread), request->user, request->before,
                              request->rules, &key, error))
    return NULL;

  return g_memdup2 (&key, sizeof key);
}

/**
 * ty_office_save_programme_async:
 * @self: an open office
 * @stored: (nullable): the programme as it was read, which is copied; none = a new one
 * @rules: (nullable): the programme as it shall be, which is copied; none = it is removed
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Makes, changes or removes a programme with its needs and weights, as one action.
 */
void
ty_office_save_programme_async (TyOffice            *self,
                                TyProgrammeRules    *stored,
                                TyProgrammeRules    *rules,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_programme_async, cancellable, callback,
                                              user_data);
  Request *request;

  g_return_if_fail (stored != NULL || rules != NULL);

  request = request_new (self);
  request->before = stored != NULL ? ty_programme_rules_dup (stored) : NULL;
  request->rules = rules != NULL ? ty_programme_rules_dup (rules) : NULL;
  ty_office_write (self, task, save_programme, request, request_free, g_free);
}

/**
 * ty_office_save_programme_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR`
 *
 * Returns: key of the programme, or 0
 */
gint64
ty_office_save_programme_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_autofree gint64 *key = ty_office_task_finish (self, result, ty_office_save_programme_async, error);

  return key != NULL ? *key : 0;
}
