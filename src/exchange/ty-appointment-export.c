/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-export"

#include "config.h"

#include "ty-appointment-export.h"

#include "ty-action.h"
#include "ty-action-log.h"
#include "ty-appointment-texts.h"
#include "ty-file-names.h"
#include "ty-lrm.h"
#include "ty-lrmx-writer.h"
#include "ty-out-file.h"
#include "ty-store-error.h"
#include "ty-text.h"
#include "ty-unit-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const TyAppointmentExportSpec *spec; /* (unowned) */
  TyDatabase *database;                /* (unowned) */
  GPtrArray *states;                   /* (owned) (element-type TyUnitState): of the day */
  TyFileNames *names;                  /* (owned): what was written */
  GPtrArray *failures;                 /* (owned): of sentences */
} Job;

/**
 * ty_appointment_export_note:
 * @store: a store that writes
 * @user: who exports
 * @spec: what is exported
 * @error: a `TY_STORE_ERROR`
 *
 * Notes the export in the history, before anything is written: the forms have ID numbers and families in
 * them.
 *
 * Returns: whether it is noted
 */
gboolean
ty_appointment_export_note (TyStore                        *store,
                            const char                     *user,
                            const TyAppointmentExportSpec  *spec,
                            GError                        **error)
{
  g_autofree char *people = g_strdup_printf ("%u", spec->n_people);
  g_autofree char *date = ty_date_to_iso (spec->as_of);
  g_autofree char *detail = NULL;

  if (ty_store_is_read_only (store))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                           _("The file is open for reading only, so that the export cannot be noted. Export "
                             "where the file can be changed."));
      return FALSE;
    }
  detail = ty_action_detail_new ("what", "appointment-forms", "people", people, "as_of", date, "format",
                                 spec->format == TY_APPOINTMENT_FORMAT_LRM ? "lrm" : "lrmx", NULL);
  return ty_store_add_event (store, user, "exported", detail, error);
}

/* Two of one name are told apart by the month of birth, and by a number at last. */
static char *
dup_name (Job               *job,
          TyAppointmentFile *file)
{
  g_autofree char *person = ty_text_clean_name (ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_NAME));

  return ty_file_names_take (job->names, person, ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_BIRTH));
}

static gboolean
write_bytes (Job         *job,
             const char  *name,
             GBytes      *bytes,
             GError     **error)
{
  g_autofree char *path = g_build_filename (job->spec->folder, name, NULL);
  g_autoptr(TyOutFile) file = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!job->spec->overwrite && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file %s already."), name);
      return FALSE;
    }
  file = ty_out_file_new (path, error);
  if (file == NULL)
    return FALSE;
  while (length > 0)
    {
      gssize n = write (ty_out_file_get_fd (file), data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("%s cannot be written: %s"), name,
                       g_strerror (errno));
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }
  return ty_out_file_seal (file, error) && ty_out_file_commit (file, error);
}

static gboolean
write_form (Job                *job,
            TyAppointmentFile  *file,
            GError            **error)
{
  g_autofree char *name = dup_name (job, file);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *picture = NULL;

  if (job->spec->format == TY_APPOINTMENT_FORMAT_LRMX)
    {
      bytes = ty_lrmx_write (file);
      return write_bytes (job, name, bytes, error);
    }

  bytes = ty_lrm_write (file, error);
  if (bytes == NULL || !write_bytes (job, name, bytes, error))
    return FALSE;
  if (file->photo == NULL)
    return TRUE;

  picture = g_strdup_printf ("%.*s.pic", (int) (strlen (name) - strlen (".lrm")), name);
  return write_bytes (job, picture, file->photo, error);
}

/* A form that fails is named and the others are made. */
static void
export_person (Job    *job,
               gint64  person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAppointmentFile) file = ty_appointment_file_make (job->database, job->states, person,
                                                                job->spec->as_of, &error);

  if (file == NULL)
    g_ptr_array_add (job->failures, g_strdup (error->message));
  else if (!write_form (job, file, &error))
    /* Translators: a name, and a whole sentence that says why the form was not written */
    g_ptr_array_add (job->failures,
                     g_strdup_printf (_("%s: %s"), ty_appointment_file_get (file, TY_APPOINTMENT_FIELD_NAME),
                                      error->message));
}

/**
 * ty_appointment_export_run:
 * @database: a connection
 * @spec: what is exported
 * @progress: (nullable): hears how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it; what is written stays
 * @error: where the folder cannot be made, or %G_IO_ERROR_CANCELLED
 *
 * Writes an appointment file for each person, named by the person. Each has its name only when it is
 * whole.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each form that was not written
 */
GPtrArray *
ty_appointment_export_run (TyDatabase                     *database,
                           const TyAppointmentExportSpec  *spec,
                           TyAppointmentProgressFunc       progress,
                           gpointer                        data,
                           GCancellable                   *cancellable,
                           GError                        **error)
{
  Job job = { spec, database, NULL, NULL, NULL };

  if (g_mkdir_with_parents (spec->folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The folder %s cannot be made: %s"), spec->folder, g_strerror (errno));
      return NULL;
    }

  job.states = ty_unit_table_list (database, spec->as_of, error);
  if (job.states == NULL)
    return NULL;
  job.names = ty_file_names_new (spec->format == TY_APPOINTMENT_FORMAT_LRM ? "lrm" : "lrmx");
  job.failures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < spec->n_people; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_clear_pointer (&job.failures, g_ptr_array_unref);
          break;
        }
      export_person (&job, spec->people[i]);
      if (progress != NULL)
        progress (i + 1, spec->n_people, data);
    }
  ty_file_names_free (job.names);
  g_ptr_array_unref (job.states);
  return job.failures;
}
