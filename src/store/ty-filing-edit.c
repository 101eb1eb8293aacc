/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filing-edit"

#include "config.h"

#include "ty-filing-edit.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-mandate.h"
#include "ty-post-edit.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* The county filing (县级备案) of appointments stands in their mandates, that of removals with the end of the
 * appointment. */

typedef struct
{
  const TyFilingKey *keys;
  guint n_keys;
  const char *number; /* (nullable) */
  TyDate date;
} Edit;

static TyRecord *
find_appointment (TyStore            *store,
                  const TyFilingKey  *key,
                  GError            **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (ty_store_get_database (store), &ty_appointment_info,
                                                "person", key->person, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (ty_record_get_integer (row, TY_APPOINTMENT_ID) == key->appointment)
        return g_object_ref (row);
    }
  if (rows != NULL)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                         _("A post is no longer there. Its entry was removed or undone."));
  return NULL;
}

static gboolean
file_removal (TyStore     *store,
              const Edit  *edit,
              TyRecord    *appointment,
              GError     **error)
{
  ty_record_set_text (appointment, TY_APPOINTMENT_END_FILING_NUMBER, edit->number);
  ty_record_set_date (appointment, TY_APPOINTMENT_END_FILING_DATE, edit->date);
  return ty_table_update (ty_store_get_database (store), appointment, error);
}

/* The mandate of the term; of no term, the newest. */
static TyRecord *
find_mandate (GPtrArray         *mandates,
              const TyFilingKey *key,
              gint64             term)
{
  TyRecord *found = NULL;

  for (guint i = 0; i < mandates->len; i++)
    {
      TyRecord *mandate = g_ptr_array_index (mandates, i);

      if (ty_record_get_integer (mandate, TY_MANDATE_APPOINTMENT) == key->appointment
          && ty_record_get_integer (mandate, TY_MANDATE_TERM) == term)
        found = mandate;
    }
  return found;
}

static gboolean
add_mandate (TyStore            *store,
             const Edit         *edit,
             const TyFilingKey  *key,
             gint64              term,
             GError            **error)
{
  g_autoptr(TyMandate) mandate = ty_mandate_new ();
  TyRecord *row = TY_RECORD (mandate);

  ty_record_set_integer (row, TY_MANDATE_PERSON, key->person);
  ty_record_set_integer (row, TY_MANDATE_APPOINTMENT, key->appointment);
  ty_record_set_integer (row, TY_MANDATE_TERM, term);
  ty_record_set_text (row, TY_MANDATE_FILING_NUMBER, edit->number);
  ty_record_set_date (row, TY_MANDATE_FILING_DATE, edit->date);
  return ty_table_insert (ty_store_get_database (store), row, error);
}

static gboolean
file_appointment (TyStore            *store,
                  const Edit         *edit,
                  const TyFilingKey  *key,
                  TyRecord           *appointment,
                  GError            **error)
{
  g_autoptr(GPtrArray) mandates = ty_table_list_of (ty_store_get_database (store), &ty_mandate_info,
                                                    "person", key->person, error);
  TyDate from = ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE);
  gint64 term = key->term;
  TyRecord *mandate;

  if (mandates == NULL)
    return FALSE;
  if (term == 0 && !ty_post_edit_give_term (store, ty_date_is_known (from) ? from : edit->date, &term,
                                            error))
    return FALSE;
  mandate = find_mandate (mandates, key, term);
  if (mandate == NULL)
    return add_mandate (store, edit, key, term, error);

  ty_record_set_text (mandate, TY_MANDATE_FILING_NUMBER, edit->number);
  ty_record_set_date (mandate, TY_MANDATE_FILING_DATE, edit->date);
  return ty_table_update (ty_store_get_database (store), mandate, error);
}

static gboolean
file_all (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  const Edit *edit = data;

  for (guint i = 0; i < edit->n_keys; i++)
    {
      const TyFilingKey *key = &edit->keys[i];
      g_autoptr(TyRecord) appointment = find_appointment (store, key, error);

      if (appointment == NULL
          || !(key->removal ? file_removal (store, edit, appointment, error)
                            : file_appointment (store, edit, key, appointment, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_filing_edit_run:
 * @store: a store that writes
 * @user: who enters it
 * @keys: (array length=n_keys): what is filed
 * @n_keys: their number, at least one
 * @number: (nullable): the number of the filing; none takes a number back that was entered wrongly
 * @date: its date, as far as known
 * @seq: (out) (optional): the action
 * @error: a `TY_STORE_ERROR`
 *
 * Enters one number and one date for the filings of several posts, as one action. An appointment that
 * has no mandate in the term of its beginning gets one.
 *
 * Returns: whether the file says so
 */
gboolean
ty_filing_edit_run (TyStore            *store,
                    const char         *user,
                    const TyFilingKey  *keys,
                    guint               n_keys,
                    const char         *number,
                    TyDate              date,
                    gint64             *seq,
                    GError            **error)
{
  g_autofree char *count = g_strdup_printf ("%u", n_keys);
  g_autofree char *detail = ty_action_detail_new ("filings", count, "number",
                                                  number != NULL ? number : "", NULL);
  TyActionSpec spec = { user, "post.file", detail, 0 };
  Edit edit = { keys, n_keys, number, date };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (n_keys > 0, FALSE);

  done = ty_store_run (store, &spec, file_all, &edit, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
