/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-edit"

#include "config.h"

#include "ty-person-edit.h"

#include "ty-action-log.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-person-table.h"
#include "ty-pinyin.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* Pinyin that was made from the old name would belong to nobody; what an office corrected in it, it
 * knows of the person. */
static void
renew_pinyin (TyRecord *person,
              TyRecord *stored)
{
  const char *name = ty_record_get_text (person, TY_PERSON_NAME);
  const char *old_name = ty_record_get_text (stored, TY_PERSON_NAME);
  const char *pinyin = ty_record_get_text (person, TY_PERSON_PINYIN);
  const char *old_pinyin = ty_record_get_text (stored, TY_PERSON_PINYIN);

  if (pinyin == NULL)
    ty_record_take_text (person, TY_PERSON_PINYIN, ty_pinyin_for_name (name));
  else if (old_pinyin != NULL && g_str_equal (pinyin, old_pinyin)
           && g_strcmp0 (name, old_name) != 0)
    ty_record_take_text (person, TY_PERSON_PINYIN,
                         ty_pinyin_for_rename (name, old_name, old_pinyin));
}

static gboolean
check_unique (TyDatabase  *database,
              TyRecord    *person,
              GError     **error)
{
  const char *number = ty_record_get_text (person, TY_PERSON_ID_NUMBER);
  g_autoptr(GPtrArray) others = NULL;

  if (number == NULL)
    return TRUE;
  others = ty_person_table_list_by_number (database, number, error);
  if (others == NULL)
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      TyRecord *other = g_ptr_array_index (others, i);

      if (ty_record_get_integer (other, TY_PERSON_ID) == ty_record_get_integer (person, TY_PERSON_ID))
        continue;
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                   _("%s: %s has this number already."),
                   _(ty_person_info.fields[TY_PERSON_ID_NUMBER].label),
                   ty_record_get_text (other, TY_PERSON_NAME));
      return FALSE;
    }
  return TRUE;
}

static gboolean
update_person (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);

  return check_unique (database, data, error) && ty_table_update (database, data, error);
}

static gboolean
add_person (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  return check_unique (ty_store_get_database (store), data, error)
         && ty_person_table_add (store, data, error);
}

/**
 * ty_person_edit_add:
 * @store: a store that writes
 * @user: who enters the person
 * @person: a person, who is cleaned and gets a key
 * @seq: (out) (optional): the action
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Takes a person into the file, as one action, if the rules of entry are kept and nobody has the
 * ID number. No pinyin is the proposal.
 *
 * Returns: whether the person is in the file
 */
gboolean
ty_person_edit_add (TyStore     *store,
                    const char  *user,
                    TyPerson    *person,
                    gint64      *seq,
                    GError     **error)
{
  TyActionSpec spec = { user, "person.add", NULL, 0 };
  TyRecord *record = TY_RECORD (person);
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (TY_IS_PERSON (person), FALSE);

  ty_entry_clean (record);
  if (!ty_entry_check (record, ty_date_today (), error))
    return FALSE;
  if (ty_record_get_text (record, TY_PERSON_PINYIN) == NULL)
    ty_record_take_text (record, TY_PERSON_PINYIN,
                         ty_pinyin_for_name (ty_record_get_text (record, TY_PERSON_NAME)));
  done = ty_store_run (store, &spec, add_person, person, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_person_edit_run:
 * @store: a store that writes
 * @user: who edits
 * @person: a person of the file with new values, which are cleaned
 * @seq: (out) (optional): the action; 0 where nothing is another, and nothing was written
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Saves what was edited, as one action, if it keeps the rules of entry. Pinyin that was not edited
 * follows the name (ty_pinyin_for_rename()); none is the proposal.
 *
 * Returns: whether the file holds these values
 */
gboolean
ty_person_edit_run (TyStore     *store,
                    const char  *user,
                    TyPerson    *person,
                    gint64      *seq,
                    GError     **error)
{
  TyActionSpec spec = { user, "person.edit", NULL, 0 };
  TyRecord *record = TY_RECORD (person);
  g_autoptr(TyRecord) stored = NULL;
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (TY_IS_PERSON (person), FALSE);

  stored = ty_table_get (ty_store_get_database (store), &ty_person_info,
                         ty_record_get_integer (record, TY_PERSON_ID), error);
  if (stored == NULL)
    return FALSE;

  ty_entry_clean (TY_RECORD (person));
  if (!ty_entry_check (TY_RECORD (person), ty_date_today (), error))
    return FALSE;
  renew_pinyin (record, stored);
  done = ty_record_equal (record, stored)
         || ty_store_run (store, &spec, update_person, person, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
