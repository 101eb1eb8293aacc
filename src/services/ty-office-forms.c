/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-forms"

#include "config.h"

#include "ty-office-forms.h"

#include "ty-appointment-folder.h"
#include "ty-appointment-import.h"
#include "ty-backup-folder.h"
#include "ty-office-private.h"

typedef struct
{
  char **paths;      /* (owned) (nullable) */
  GPtrArray *plan;   /* (owned) (nullable) */
  GArray *people;    /* (owned) (nullable) (element-type gint64) */
  char *folder;      /* (owned) (nullable) */
  char *user;        /* (owned) (nullable) */
  TyAppointmentFormat format;
  guint line;
  gint64 person;
  TyDate as_of;
} Forms;

static Forms *
forms_new (TyOffice *self)
{
  Forms *forms = g_new0 (Forms, 1);

  forms->user = g_strdup (self->user);
  forms->as_of = self->as_of;
  return forms;
}

static void
forms_free (gpointer data)
{
  Forms *forms = data;

  g_strfreev (forms->paths);
  g_clear_pointer (&forms->plan, g_ptr_array_unref);
  g_clear_pointer (&forms->people, g_array_unref);
  g_free (forms->folder);
  g_free (forms->user);
  g_free (forms);
}

static gpointer
plan_forms (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  Forms *forms = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_auto(GStrv) files = ty_appointment_folder_list ((const char *const *) forms->paths, error);

  if (files == NULL)
    return NULL;

  return ty_appointment_plan_new (ty_store_get_database (store), (const char *const *) files, forms->as_of,
                                  cancellable, error);
}

/**
 * ty_office_plan_forms_async:
 * @self: an open office
 * @paths: (array zero-terminated=1): appointment files, and folders of them
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads them and compares each with the county file on the cut-off date.
 */
void
ty_office_plan_forms_async (TyOffice            *self,
                            const char *const   *paths,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_plan_forms_async, cancellable, callback,
                                              user_data);
  Forms *forms = forms_new (self);

  forms->paths = g_strdupv ((char **) paths);
  ty_office_read (self, task, plan_forms, forms, forms_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_plan_forms_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why nothing can be compared
 *
 * Returns: (transfer full) (nullable) (element-type TyAppointmentLine): a line for each file
 */
GPtrArray *
ty_office_plan_forms_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_plan_forms_async, error);
}

static gpointer
set_person (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  Forms *forms = data;
  TyStore *store = ty_office_thread_get_store (thread);

  return ty_appointment_line_set_person (g_ptr_array_index (forms->plan, forms->line),
                                         ty_store_get_database (store), forms->person, forms->as_of, error)
           ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_set_form_person_async:
 * @self: an open office
 * @plan: a plan, which nobody touches until the answer
 * @line: the place of a line in it
 * @person: the key of who it is, or 0 for somebody new
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Says whose file it is, and compares it with what is known of this person.
 */
void
ty_office_set_form_person_async (TyOffice            *self,
                                 GPtrArray           *plan,
                                 guint                line,
                                 gint64               person,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_set_form_person_async, cancellable, callback,
                                              user_data);
  Forms *forms = forms_new (self);

  g_return_if_fail (line < plan->len);

  forms->plan = g_ptr_array_ref (plan);
  forms->line = line;
  forms->person = person;
  ty_office_read (self, task, set_person, forms, forms_free, NULL);
}

gboolean
ty_office_set_form_person_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_set_form_person_async, error) != NULL;
}

static gpointer
import_forms (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Forms *forms = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autofree char *folder = ty_backup_folder_get_default (ty_store_get_path (store));
  g_autofree char *backup = ty_backup_folder_add (folder, store, error);
  gint64 seq;

  if (backup == NULL)
    return NULL;

  return ty_appointment_import_run (store, forms->plan, forms->as_of, forms->user, cancellable, &seq, error) > 0
           ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_import_forms_async:
 * @self: an open office
 * @plan: a plan, which nobody touches until the answer
 * @cancellable: (nullable): stops it, and nothing is imported
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Backs the file up and takes over what is accepted, as one action.
 */
void
ty_office_import_forms_async (TyOffice            *self,
                              GPtrArray           *plan,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_import_forms_async, cancellable, callback,
                                              user_data);
  Forms *forms = forms_new (self);

  forms->plan = g_ptr_array_ref (plan);
  ty_office_write (self, task, import_forms, forms, forms_free, NULL);
}

gboolean
ty_office_import_forms_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_import_forms_async, error) != NULL;
}

static gpointer
export_forms (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Forms *forms = data;
  TyStore *store = ty_office_thread_get_store (thread);
  TyAppointmentExportSpec spec = {
    .people = (const gint64 *) forms->people->data,
    .n_people = forms->people->len,
    .folder = forms->folder,
    .format = forms->format,
    .as_of = forms->as_of,
  };

  if (!ty_appointment_export_note (store, forms->user, &spec, error))
    return NULL;

  return ty_appointment_export_run (ty_store_get_database (store), &spec, NULL, NULL, cancellable, error);
}

/**
 * ty_office_export_forms_async:
 * @self: an open office that may be written
 * @people: (element-type gint64): keys
 * @folder: where the files go
 * @format: as what they are written
 * @cancellable: (nullable): stops it; what is written stays
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Notes the export in the history and writes the appointment file of each. A file that is there is not
 * replaced.
 */
void
ty_office_export_forms_async (TyOffice            *self,
                              GArray              *people,
                              const char          *folder,
                              TyAppointmentFormat  format,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_export_forms_async, cancellable, callback,
                                              user_data);
  Forms *forms = forms_new (self);

  forms->people = g_array_ref (people);
  forms->folder = g_strdup (folder);
  forms->format = format;
  ty_office_write (self, task, export_forms, forms, forms_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_export_forms_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why nothing was written, or not all
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each form that was not written
 */
GPtrArray *
ty_office_export_forms_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_forms_async, error);
}
