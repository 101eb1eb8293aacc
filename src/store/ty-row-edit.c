/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-row-edit"

#include "config.h"

#include "ty-row-edit.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-attendance.h"
#include "ty-course.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-mandate.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* The rows of a person or of a unit: honours, appointments, the years of a village. All of them have the
 * person or the unit as the first field of their key; of the second, “id” is given by the file, anything
 * else is typed. A course has a key of its own alone. */

typedef struct
{
  TyRecord *stored; /* (nullable): as the user saw it, none = a new row */
  TyRecord *row;    /* (nullable): as it shall be, none = it goes */
} Edit;

static gboolean
has_own_id (const TyRecordInfo *info)
{
  return info->n_keys <= 2 && g_str_equal (info->fields[info->n_keys - 1].column, "id");
}

static gboolean
has_key_of (TyRecord *row,
            TyRecord *other)
{
  const TyRecordInfo *info = ty_record_get_info (row);

  for (guint i = 0; i < info->n_keys; i++)
    if (TY_FIELD_IS_NUMBER (&info->fields[i])
          ? ty_record_get_integer (row, i) != ty_record_get_integer (other, i)
          : g_strcmp0 (ty_record_get_text (row, i), ty_record_get_text (other, i)) != 0)
      return FALSE;

  return TRUE;
}

static TyRecord *
find_row (GPtrArray *rows,
          TyRecord  *wanted)
{
  for (guint i = 0; i < rows->len; i++)
    if (has_key_of (g_ptr_array_index (rows, i), wanted))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static GPtrArray *
list_rows (TyStore             *store,
           const TyRecordInfo  *info,
           TyRecord            *of,
           GError             **error)
{
  return ty_table_list_of (ty_store_get_database (store), info, info->fields[0].column,
                           ty_record_get_integer (of, 0), error);
}

/* Somebody else may have changed it since it was read. */
static gboolean
check_stored (GPtrArray  *rows,
              TyRecord   *stored,
              GError    **error)
{
  TyRecord *now = find_row (rows, stored);

  if (now == NULL)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                           _("The record is no longer there. It was removed or its entry was undone."));
      return FALSE;
    }
  if (!ty_record_equal (now, stored))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("The record was changed meanwhile. Close the form, look at it and edit "
                             "it again."));
      return FALSE;
    }
  return TRUE;
}

/* Years and sources are typed, and there is one of each. */
static gboolean
check_free (GPtrArray  *rows,
            TyRecord   *row,
            GError    **error)
{
  const TyFieldInfo *field = &ty_record_get_info (row)->fields[1];

  if (find_row (rows, row) == NULL)
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE, _("%s: it is listed already."),
               _(field->label));
  return FALSE;
}

/* Those of the family stand in an order, new ones at the end. */
static void
set_position (GPtrArray *rows,
              TyRecord  *row)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  const TyFieldInfo *field = ty_record_info_find_field (info, "position");
  gint64 last = 0;
  guint position;

  if (field == NULL)
    return;

  position = (guint) (field - info->fields);
  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, ty_record_get_integer (g_ptr_array_index (rows, i), position));
  ty_record_set_integer (row, position, last + 1);
}

static gboolean
insert_row (TyStore    *store,
            GPtrArray  *rows,
            TyRecord   *row,
            GError    **error)
{
  if (has_own_id (ty_record_get_info (row)))
    ty_record_set_integer (row, ty_record_get_info (row)->n_keys - 1, ty_store_mint_id (store));
  else if (!check_free (rows, row, error))
    return FALSE;

  set_position (rows, row);
  return ty_table_insert (ty_store_get_database (store), row, error);
}

/* What an appointment was in each term goes with it. */
static gboolean
delete_mandates (TyStore   *store,
                 TyRecord  *appointment,
                 GError   **error)
{
  g_autoptr(GPtrArray) mandates = list_rows (store, &ty_mandate_info, appointment, error);

  if (mandates == NULL)
    return FALSE;
  for (guint i = 0; i < mandates->len; i++)
    {
      TyRecord *mandate = g_ptr_array_index (mandates, i);

      if (ty_record_get_integer (mandate, TY_MANDATE_APPOINTMENT)
            == ty_record_get_integer (appointment, TY_APPOINTMENT_ID)
          && !ty_table_delete (ty_store_get_database (store), mandate, error))
        return FALSE;
    }
  return TRUE;
}

/* Who took part in a course goes with it. */
static gboolean
delete_attendance (TyStore   *store,
                   TyRecord  *course,
                   GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, &ty_attendance_info, "course",
                                                ty_record_get_integer (course, TY_COURSE_ID), error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!ty_table_delete (database, g_ptr_array_index (rows, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
delete_row (TyStore   *store,
            TyRecord  *row,
            GError   **error)
{
  if (ty_record_get_info (row) == &ty_appointment_info && !delete_mandates (store, row, error))
    return FALSE;
  if (ty_record_get_info (row) == &ty_course_info && !delete_attendance (store, row, error))
    return FALSE;

  return ty_table_delete (ty_store_get_database (store), row, error);
}

static gboolean
edit_row (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  const Edit *edit = data;
  TyRecord *any = edit->stored != NULL ? edit->stored : edit->row;
  g_autoptr(GPtrArray) rows = list_rows (store, ty_record_get_info (any), any, error);

  if (rows == NULL || (edit->stored != NULL && !check_stored (rows, edit->stored, error)))
    return FALSE;
  if (edit->row == NULL)
    return delete_row (store, edit->stored, error);
  if (edit->stored == NULL)
    return insert_row (store, rows, edit->row, error);
  if (ty_record_get_info (any)->n_fields > ty_record_get_info (any)->n_keys
      && has_key_of (edit->row, edit->stored))
    return ty_table_update (ty_store_get_database (store), edit->row, error);

  return check_free (rows, edit->row, error)
         && ty_table_delete (ty_store_get_database (store), edit->stored, error)
         && ty_table_insert (ty_store_get_database (store), edit->row, error);
}

static gboolean
run (TyStore     *store,
     const char  *user,
     const char  *kind,
     Edit        *edit,
     gint64      *seq,
     GError     **error)
{
  const TyRecordInfo *info = ty_record_get_info (edit->stored != NULL ? edit->stored : edit->row);
  g_autofree char *detail = ty_action_detail_new ("table", info->table, NULL);
  TyActionSpec spec = { user, kind, detail, 0 };
  gboolean done = ty_store_run (store, &spec, edit_row, edit, error);

  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

static gboolean
check_row (TyRecord  *row,
           GError   **error)
{
  ty_entry_clean (row);
  return ty_entry_check (row, ty_date_today (), error);
}

/**
 * ty_row_edit_add:
 * @store: a store that writes
 * @user: who enters it
 * @row: a row of a person or a unit, whose key is set, or a course; it is cleaned and given an id where its
 *   table has one
 * @seq: (out) (optional): the action
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Adds a row, as one action.
 *
 * Returns: whether it is in the file
 */
gboolean
ty_row_edit_add (TyStore     *store,
                 const char  *user,
                 TyRecord    *row,
                 gint64      *seq,
                 GError     **error)
{
  Edit edit = { NULL, row };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (TY_IS_RECORD (row), FALSE);

  return check_row (row, error) && run (store, user, "row.add", &edit, seq, error);
}

/**
 * ty_row_edit_change:
 * @store: a store that writes
 * @user: who edits
 * @stored: the row as it was read
 * @row: the same with new values, which are cleaned
 * @seq: (out) (optional): the action; 0 where nothing is another, and nothing was written
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`, also where the row was
 *   changed since it was read
 *
 * Saves what was edited in a row, as one action. A year or a source that is part of
 * the key may be another.
 *
 * Returns: whether the file holds the values
 */
gboolean
ty_row_edit_change (TyStore     *store,
                    const char  *user,
                    TyRecord    *stored,
                    TyRecord    *row,
                    gint64      *seq,
                    GError     **error)
{
  Edit edit = { stored, row };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (ty_record_get_info (stored) == ty_record_get_info (row), FALSE);

  if (seq != NULL)
    *seq = 0;
  if (!check_row (row, error))
    return FALSE;

  return ty_record_equal (stored, row) || run (store, user, "row.edit", &edit, seq, error);
}

/**
 * ty_row_edit_remove:
 * @store: a store that writes
 * @user: who removes it
 * @stored: the row as it was read
 * @seq: (out) (optional): the action
 * @error: a `TY_STORE_ERROR`, also where the row was changed since it was read
 *
 * Takes a row out of the file, as one action. With an appointment go its mandates, with a course those who
 * took part in it.
 *
 * Returns: whether it is no longer in the file
 */
gboolean
ty_row_edit_remove (TyStore     *store,
                    const char  *user,
                    TyRecord    *stored,
                    gint64      *seq,
                    GError     **error)
{
  Edit edit = { stored, NULL };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (TY_IS_RECORD (stored), FALSE);

  return run (store, user, "row.remove", &edit, seq, error);
}
