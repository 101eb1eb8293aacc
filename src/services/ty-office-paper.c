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
  char *path;               /* (owned) (nullable) */
  char *user;               /* (owned) (nullable) */
  TyPaperUse use;
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
  g_free (paper->path);
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
load_paper (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Paper *paper = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_values_free);
  g_autoptr(GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);
  TyFormDocuments documents = {
    .template = paper->template,
    .people = (const gint64 *) paper->people->data,
    .n_people = paper->people->len,
    .as_of = paper->as_of,
    .func = keep,
    .data = all,
    .failures = failures,
  };

  if (!note (store, paper, error)
      || !ty_form_documents_make (&documents, ty_store_get_database (store), cancellable, error))
    return NULL;
  if (failures->len > 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED, g_ptr_array_index (failures, 0));
      return NULL;
    }
  return g_steal_pointer (&all);
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
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_paper_async, cancellable, callback,
                                              user_data);
  Paper *paper = paper_new (self, template, people);

  paper->use = use;
  ty_office_write (self, task, load_paper, paper, paper_free, (GDestroyNotify) g_ptr_array_unref);
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
  TyStore *store = ty_office_thread_get_store (thread);
  TyFormExportSpec spec = {
    .template = paper->template,
    .people = (const gint64 *) paper->people->data,
    .n_people = paper->people->len,
    .path = paper->path,
    .as_of = paper->as_of,
  };
  g_autoptr(TyFormExport) export = ty_form_export_new (ty_store_get_database (store), &spec, NULL, NULL,
                                                       cancellable, error);

  return export != NULL && ty_form_export_commit (export, store, paper->user, error)
           ? g_steal_pointer (&export) : NULL;
}

/**
 * ty_office_export_paper_async:
 * @self: an open office that may be written
 * @template: which form
 * @people: (element-type gint64): keys, in the order in which they are drawn; nobody = one blank form
 * @path: where the PDF goes
 * @cancellable: (nullable): stops it, and nothing is left
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 */
void
ty_office_export_paper_async (TyOffice            *self,
                              TyFormTemplate      *template,
                              GArray              *people,
                              const char          *path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_export_paper_async, cancellable, callback,
                                              user_data);
  Paper *paper = paper_new (self, template, people);

  paper->path = g_strdup (path);
  ty_office_write (self, task, export_paper, paper, paper_free, (GDestroyNotify) ty_form_export_free);
}

/**
 * ty_office_export_paper_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why there is no PDF
 *
 * Returns: (transfer full) (nullable): what was drawn
 */
TyFormExport *
ty_office_export_paper_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_paper_async, error);
}
