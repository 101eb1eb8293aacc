/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-paper"

#include "config.h"

#include "ty-office-paper.h"

#include "ty-action-log.h"
#include "ty-form-content.h"
#include "ty-form-documents.h"
#include "ty-office-private.h"
#include "ty-store-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TyFormTemplate *template; /* (owned) */
  GArray *people;           /* (owned) (element-type gint64) */
  char *user;               /* (owned) (nullable) */
  TyPaperUse use;
  char *path;               /* (owned) (nullable) */
  char *naming;             /* (owned) (nullable) */
  TyFormFormat format;
  TyFormPack pack;
  gboolean overwrite;
  TyProgress *progress;     /* (owned) (nullable) */
  TyDate as_of;
} Paper;

static Paper *
paper_new (TyOffice       *self,
           TyFormTemplate *template,
           GArray         *people)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->template = ty_form_template_ref (template);
  paper->people = g_array_ref (people);
  paper->user = g_strdup (self->user);
  paper->as_of = self->as_of;
  return paper;
}

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  ty_form_template_unref (paper->template);
  g_array_unref (paper->people);
  g_clear_pointer (&paper->progress, ty_progress_unref);
  g_free (paper->path);
  g_free (paper->naming);
  g_free (paper->user);
  g_free (paper);
}

/* Forms have ID numbers and families in them: that they are looked at is noted before they are read. */
static gboolean
note (TyStore      *store,
      const Paper  *paper,
      GError      **error)
{
  g_autofree char *detail = NULL;

  if (paper->people->len == 0 || paper->use == TY_PAPER_SHOWN_AGAIN)
    return TRUE;
  if (ty_store_is_read_only (store))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                           _("The file is open for reading only, so that it cannot be noted who saw these "
                             "forms. Draw them where the file can be changed."));
      return FALSE;
    }
  detail = ty_form_export_dup_note (paper->template, paper->people->len, paper->as_of,
                                    paper->use == TY_PAPER_PRINTED ? "print" : "preview", NULL);
  return ty_store_add_event (store, paper->user, "exported", detail, error);
}

static gboolean
keep (TyFormValues  *values,
      const char    *bookmark,
      gpointer       data,
      GError       **error)
{
  g_ptr_array_add (data, values);
  return TRUE;
}

static gpointer
note_paper (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return note (ty_office_thread_get_store (thread), data, error) ? TY_OFFICE_DONE : NULL;
}

static gpointer
load_paper (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Paper *paper = data;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_values_free);
  g_autoptr(GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  TyFormDocuments documents = {
    .template = paper->template,
    .people = (const gint64 *) paper->people->data,
    .n_people = paper->people->len,
    .as_of = paper->as_of,
    .func = keep,
    .data = all,
    .failures = failures,
    .warnings = warnings,
  };

  if (!ty_form_documents_make (&documents, ty_office_thread_get_database (thread), cancellable, error))
    return NULL;
  if (failures->len > 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED, g_ptr_array_index (failures, 0));
      return NULL;
    }
  if (all->len > 0 && warnings->len > 0)
    ty_form_values_set (g_ptr_array_index (all, 0), TY_FORM_REMARK, g_ptr_array_index (warnings, 0));
  return g_steal_pointer (&all);
}

/* Work of two threads on one paper. */
typedef struct
{
  GTask *task;  /* (owned): of the caller */
  Paper *paper; /* (owned) (nullable) once it is handed on */
} Step;

static void
step_free (Step *step)
{
  g_clear_pointer (&step->paper, paper_free);
  g_object_unref (step->task);
  g_free (step);
}

/* The note is there; what the forms say is for a reader, so that nobody who writes waits for it. */
static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Step *step = user_data;
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_task_return_error (step->task, error);
  else
    ty_office_read (TY_OFFICE (source), step->task, load_paper, g_steal_pointer (&step->paper), paper_free,
                    (GDestroyNotify) g_ptr_array_unref);
  step_free (step);
}

/**
 * ty_office_load_paper_async:
 * @self: an open office that may be written
 * @template: which form
 * @people: (element-type gint64): keys, in the order in which they are drawn
 * @use: what they are read for
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Notes that the forms are seen, and reads what they say.
 */
void
ty_office_load_paper_async (TyOffice            *self,
                            TyFormTemplate      *template,
                            GArray              *people,
                            TyPaperUse           use,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Step *step = g_new0 (Step, 1);
  g_autoptr(GTask) noting = NULL;
  Paper *paper = paper_new (self, template, people);

  paper->use = use;
  step->task = ty_office_task_new (self, ty_office_load_paper_async, cancellable, callback, user_data);
  step->paper = paper_new (self, template, people);
  noting = ty_office_task_new (self, noted_cb, cancellable, noted_cb, step);
  ty_office_write (self, noting, note_paper, paper, paper_free, NULL);
}

/**
 * ty_office_load_paper_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why they cannot be shown
 *
 * Returns: (transfer full) (nullable) (element-type TyFormValues): what each form says
 */
GPtrArray *
ty_office_load_paper_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_paper_async, error);
}

static gpointer
export_paper (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Paper *paper = data;
  const TyFormExportSpec spec = {
    .template = paper->template,
    .people = (const gint64 *) paper->people->data,
    .n_people = paper->people->len,
    .path = paper->path,
    .format = paper->format,
    .pack = paper->pack,
    .naming = paper->naming,
    .overwrite = paper->overwrite,
    .as_of = paper->as_of,
  };

  return ty_form_export_new (ty_office_thread_get_database (thread), &spec,
                             paper->progress != NULL ? ty_progress_tell : NULL, paper->progress, cancellable, error);
}

typedef struct
{
  TyFormExport *export; /* (owned) (nullable) once it is given back */
  char *user;
} Commit;

static void
commit_free (gpointer data)
{
  Commit *commit = data;

  g_clear_pointer (&commit->export, ty_form_export_free);
  g_free (commit->user);
  g_free (commit);
}

static gpointer
commit_paper (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Commit *commit = data;

  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && ty_form_export_commit (commit->export, ty_office_thread_get_store (thread), commit->user, error)
           ? g_steal_pointer (&commit->export) : NULL;
}

typedef struct
{
  GTask *task;          /* (owned): of the caller */
  TyProgress *progress; /* (owned) (nullable) */
} Written;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TyOffice *self = TY_OFFICE (source);
  g_autofree Written *written = user_data;
  g_autoptr(GTask) task = written->task;
  GError *error = NULL;
  TyFormExport *export = g_task_propagate_pointer (G_TASK (result), &error);
  Commit *commit;

  if (written->progress != NULL)
    ty_progress_end (written->progress);
  g_clear_pointer (&written->progress, ty_progress_unref);
  if (export == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  commit = g_new0 (Commit, 1);
  commit->export = export;
  commit->user = g_strdup (self->user);
  ty_office_write (self, task, commit_paper, commit, commit_free, (GDestroyNotify) ty_form_export_free);
}

/**
 * ty_office_export_paper_async:
 * @self: an open office that may be written
 * @spec: whose forms, and where they go
 * @progress: (nullable): hears in the main thread how far it is, until the callback at the latest
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing is left
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes forms. They are written by a reader, beside their place; the writer then notes the export in the history
 * and puts the files there.
 */
void
ty_office_export_paper_async (TyOffice             *self,
                              const TyPaperExport  *spec,
                              TyProgressFunc        progress,
                              gpointer              progress_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  Paper *paper = paper_new (self, spec->template, spec->people);
  Written *written = g_new0 (Written, 1);
  g_autoptr(GTask) writing = NULL;

  paper->path = g_strdup (spec->path);
  paper->naming = g_strdup (spec->naming);
  paper->format = spec->format;
  paper->pack = spec->pack;
  paper->overwrite = spec->overwrite;
  paper->progress = progress != NULL ? ty_progress_new (progress, progress_data) : NULL;
  written->progress = paper->progress != NULL ? ty_progress_ref (paper->progress) : NULL;
  /* What is in its place is told so, even if it was cancelled a moment later. */
  written->task = ty_office_task_new (self, ty_office_export_paper_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (written->task, FALSE);
  writing = ty_office_task_new (self, written_cb, cancellable, written_cb, written);
  ty_office_read (self, writing, export_paper, paper, paper_free, (GDestroyNotify) ty_form_export_free);
}

/**
 * ty_office_export_paper_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why there are no files
 *
 * Returns: (transfer full) (nullable): what was written
 */
TyFormExport *
ty_office_export_paper_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_paper_async, error);
}
