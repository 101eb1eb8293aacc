/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-edit"

#include "config.h"

#include "ty-mentor-edit.h"

#include "ty-action-log.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-mentor.h"
#include "ty-person.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* Many people enter the pool of mentors at once. */

/* Whoever came into the pool since it was looked is not put there twice. */
static gboolean
check_new (TyDatabase  *database,
           TyRecord    *mentor,
           GError     **error)
{
  gint64 person = ty_record_get_integer (mentor, TY_MENTOR_PERSON);
  TyDate from = ty_record_get_date (mentor, TY_MENTOR_FROM_DATE);
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, &ty_mentor_info, "person", person, error);
  g_autoptr(TyRecord) record = NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      TyDate until = ty_record_get_date (row, TY_MENTOR_UNTIL_DATE);

      if (ty_date_is_known (until) && ty_date_is_known (from) && ty_date_compare (until, from) <= 0)
        continue;
      record = ty_table_get (database, &ty_person_info, person, NULL);
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                   _("%s is in the pool of mentors already. Look again, and add the others."),
                   record != NULL ? ty_record_get_text (record, TY_PERSON_NAME) : "—");
      return FALSE;
    }
  return rows != NULL;
}

static gboolean
add_all (TyStore   *store,
         gpointer   data,
         GError   **error)
{
  GPtrArray *mentors = data;

  for (guint i = 0; i < mentors->len; i++)
    {
      g_autoptr(TyRecord) row = ty_record_dup (g_ptr_array_index (mentors, i));

      ty_record_set_integer (row, TY_MENTOR_ID, ty_store_mint_id (store));
      ty_entry_clean (row);
      if (!check_new (ty_store_get_database (store), row, error) || !ty_entry_check (row, ty_date_today (), error)
          || !ty_table_insert (ty_store_get_database (store), row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_mentor_edit_add:
 * @store: a store that writes
 * @user: who does it
 * @mentors: (element-type TyRecord): rows of `mentor` without ids
 * @seq: (out) (optional): the action; 0 where there was nobody to add
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, or a `TY_STORE_ERROR` that names who is in the pool
 *
 * Puts people into the pool of mentors, as one action: all of them or nobody.
 *
 * Returns: whether the file says so
 */
gboolean
ty_mentor_edit_add (TyStore     *store,
                    const char  *user,
                    GPtrArray   *mentors,
                    gint64      *seq,
                    GError     **error)
{
  g_autofree char *number = g_strdup_printf ("%u", mentors->len);
  g_autofree char *detail = ty_action_detail_new ("pairs", number, NULL);
  TyActionSpec spec = { user, "pairing.mentors", detail, 0 };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = ty_store_run (store, &spec, add_all, mentors, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
