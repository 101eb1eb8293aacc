/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-import"

#include "config.h"

#include "ty-appointment-import.h"

#include "ty-action-log.h"
#include "ty-action.h"
#include "ty-appointment-written.h"
#include "ty-blob-table.h"
#include "ty-person-table.h"
#include "ty-pinyin.h"
#include "ty-store-error.h"
#include "ty-table.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GPtrArray *plan;           /* (unowned) */
  TyDate as_of;
  GCancellable *cancellable; /* (unowned) (nullable) */
  TyStore *store;            /* (unowned) */
  TyDatabase *database;      /* (unowned) */
  TyActionSpec spec;
  char *detail;              /* (owned) (nullable) */
  guint n_people;
} Job;

static const char *
get_media_type (GBytes *photo)
{
  return *(const guint8 *) g_bytes_get_data (photo, NULL) == 0xFF ? "image/jpeg" : "image/png";
}

static gboolean
keep_photo (Job                *job,
            TyAppointmentLine  *line,
            GError            **error)
{
  g_autofree char *sha256 = ty_blob_table_add (job->database, line->file->photo,
                                               get_media_type (line->file->photo), error);

  return sha256 != NULL;
}

static void
set_fields (TyAppointmentLine *line,
            TyRecord          *record)
{
  for (guint i = 0; i < line->changes->len; i++)
    {
      TyAppointmentChange *change = g_ptr_array_index (line->changes, i);

      if (change->accepted && change->info == ty_record_get_info (record))
        ty_record_set_text (record, change->field, change->value);
    }
}

static gboolean
is_accepted (TyAppointmentLine  *line,
             const TyRecordInfo *info,
             guint               field)
{
  for (guint i = 0; i < line->changes->len; i++)
    {
      TyAppointmentChange *change = g_ptr_array_index (line->changes, i);

      if (change->accepted && change->info == info && change->field == field)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_person (Job                *job,
            TyAppointmentLine  *line,
            GError            **error)
{
  g_autoptr(TyPerson) person = ty_person_new ();

  ty_record_set_text (TY_RECORD (person), TY_PERSON_NAME, line->name);
  ty_record_take_text (TY_RECORD (person), TY_PERSON_PINYIN, ty_pinyin_for_name (line->name));
  set_fields (line, TY_RECORD (person));
  if (!ty_person_table_add (job->store, person, error))
    return FALSE;

  line->person = ty_record_get_integer (TY_RECORD (person), TY_PERSON_ID);
  return TRUE;
}

static gboolean
write_person (Job                *job,
              TyAppointmentLine  *line,
              GError            **error)
{
  g_autoptr(TyRecord) person = NULL;
  g_autoptr(TyRecord) before = NULL;

  if (is_accepted (line, &ty_person_info, TY_PERSON_PHOTO) && !keep_photo (job, line, error))
    return FALSE;
  if (line->person == 0)
    return add_person (job, line, error);

  person = ty_table_get (job->database, &ty_person_info, line->person, error);
  if (person == NULL)
    return FALSE;
  before = ty_record_dup (person);
  set_fields (line, person);
  return ty_record_equal (before, person) || ty_table_update (job->database, person, error);
}

/* The form has what was written in any case, so that writing it again gives the same words. */
static gboolean
write_form (Job                *job,
            TyAppointmentLine  *line,
            GError            **error)
{
  g_autoptr(GPtrArray) forms = ty_table_list_of (job->database, &ty_appointment_form_info, "person",
                                                 line->person, error);
  g_autoptr(TyRecord) form = NULL;

  if (forms == NULL)
    return FALSE;
  form = forms->len > 0 ? g_object_ref (g_ptr_array_index (forms, 0))
                        : TY_RECORD (ty_appointment_form_new ());
  ty_record_set_integer (form, TY_APPOINTMENT_FORM_PERSON, line->person);
  set_fields (line, form);
  ty_record_take_text (form, TY_APPOINTMENT_FORM_WRITTEN, ty_appointment_written_new (line->file));
  return forms->len > 0 ? ty_table_update (job->database, form, error)
                        : ty_table_insert (job->database, form, error);
}

/* A new row gets its person and, where it has a key of its own, that key. */
static gboolean
write_row (Job                *job,
           TyAppointmentLine  *line,
           TyAppointmentEdit  *edit,
           GError            **error)
{
  const TyRecordInfo *info = ty_record_get_info (edit->after != NULL ? edit->after : edit->before);
  g_autoptr(TyRecord) after = NULL;

  if (edit->after == NULL)
    return ty_table_delete (job->database, edit->before, error);

  after = ty_record_dup (edit->after);
  for (guint i = 0; i < info->n_keys; i++)
    if (g_strcmp0 (info->fields[i].column, "person") == 0)
      ty_record_set_integer (after, i, line->person);
    else if (g_strcmp0 (info->fields[i].column, "id") == 0)
      ty_record_set_integer (after, i, edit->before != NULL ? ty_record_get_integer (edit->before, i)
                                                            : ty_store_mint_id (job->store));
  return edit->before != NULL ? ty_table_update (job->database, after, error)
                              : ty_table_insert (job->database, after, error);
}

static gboolean
write_rows (Job                *job,
            TyAppointmentLine  *line,
            GError            **error)
{
  for (guint i = 0; i < line->changes->len; i++)
    {
      TyAppointmentChange *change = g_ptr_array_index (line->changes, i);

      for (guint j = 0; change->accepted && change->edits != NULL && j < change->edits->len; j++)
        if (!write_row (job, line, g_ptr_array_index (change->edits, j), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
write_line (Job                *job,
            TyAppointmentLine  *line,
            GError            **error)
{
  gint64 known = line->person;

  if (known != 0 && !ty_appointment_line_is_current (line, job->database, job->as_of, error))
    return FALSE;
  if (write_person (job, line, error) && write_form (job, line, error) && write_rows (job, line, error))
    {
      job->n_people++;
      return TRUE;
    }
  line->person = known;
  return FALSE;
}

static gboolean
import_inside (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  Job *job = data;
  g_autofree char *people = NULL;

  job->store = store;
  job->database = ty_store_get_database (store);
  for (guint i = 0; i < job->plan->len; i++)
    {
      TyAppointmentLine *line = g_ptr_array_index (job->plan, i);

      if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
        return FALSE;
      if (line->accepted && line->state != TY_APPOINTMENT_STATE_REFUSED
          && line->state != TY_APPOINTMENT_STATE_DOUBTFUL && !write_line (job, line, error))
        return FALSE;
    }
  if (job->n_people == 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("None of the files is to be taken over. Nothing was changed."));
      return FALSE;
    }

  people = g_strdup_printf ("%u", job->n_people);
  job->detail = ty_action_detail_new ("people", people, NULL);
  job->spec.detail = job->detail;
  return TRUE;
}

/**
 * ty_appointment_import_run:
 * @store: a store that writes
 * @plan: (element-type TyAppointmentLine): lines that were compared with this file
 * @as_of: the day for which they were compared
 * @user: who imports
 * @cancellable: (nullable): stops it, and nothing is changed
 * @seq: (out): the action
 * @error: a `TY_STORE_ERROR` or %G_IO_ERROR_CANCELLED
 *
 * Takes over the lines and changes that are accepted, as one action. A row that was changed since the
 * comparison stops it.
 *
 * Returns: how many people were taken over; 0 on an error
 */
guint
ty_appointment_import_run (TyStore       *store,
                           GPtrArray     *plan,
                           TyDate         as_of,
                           const char    *user,
                           GCancellable  *cancellable,
                           gint64        *seq,
                           GError       **error)
{
  Job job = { plan, as_of, cancellable, NULL, NULL, { user, "appointment.import", NULL, 0 }, NULL, 0 };
  gboolean done = ty_store_run (store, &job.spec, import_inside, &job, error);

  g_free (job.detail);
  *seq = job.spec.seq;
  return done ? job.n_people : 0;
}
