/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-custom-edit"

#include "config.h"

#include "ty-custom-edit.h"

#include "ty-action-log.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-entry.h"
#include "ty-person.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TyCustomField *stored; /* (nullable): as the user saw it, none = a new one */
  TyCustomField *field;  /* as it shall be */
} FieldEdit;

typedef struct
{
  gint64 field;
  int step;
  gint64 n_values;
} FieldMove;

typedef struct
{
  gint64 person;
  const TyCustomChange *changes;
  guint n_changes;
  char *name;     /* (owned) (nullable): of the field that was changed last */
  guint n_fields; /* that were changed */
} ValueEdit;

static const char *
get_label (guint field)
{
  return _(ty_custom_field_info.fields[field].label);
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                       _("The field is no longer there. It was removed or its entry was undone."));
  return FALSE;
}

/* One column of a roster cannot stand for two fields. */
static gboolean
check_name (GPtrArray      *fields,
            TyCustomField  *field,
            GError        **error)
{
  TyRecord *other = ty_custom_table_find_name (fields, ty_custom_field_get_name (field));

  if (other == NULL || ty_custom_field_get_key (TY_CUSTOM_FIELD (other))
                         == ty_custom_field_get_key (field))
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
               _("%s: there is a field “%s” already."), get_label (TY_CUSTOM_FIELD_NAME),
               ty_custom_field_get_name (TY_CUSTOM_FIELD (other)));
  return FALSE;
}

static gint64
find_last_position (GPtrArray *fields)
{
  gint64 last = 0;

  for (guint i = 0; i < fields->len; i++)
    last = MAX (last, ty_record_get_integer (g_ptr_array_index (fields, i), TY_CUSTOM_FIELD_POSITION));
  return last;
}

static gboolean
add_field (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  FieldEdit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  TyRecord *record = TY_RECORD (edit->field);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);

  if (fields == NULL || !check_name (fields, edit->field, error))
    return FALSE;

  ty_record_set_integer (record, TY_CUSTOM_FIELD_ID, ty_store_mint_id (store));
  ty_record_set_integer (record, TY_CUSTOM_FIELD_POSITION, find_last_position (fields) + 1);
  return ty_table_insert (database, record, error);
}

static gboolean
run (TyStore       *store,
     const char    *user,
     const char    *kind,
     const char    *name,
     TyActionFunc   func,
     gpointer       data,
     gint64        *seq,
     GError       **error)
{
  g_autofree char *detail = ty_action_detail_new ("field", name, NULL);
  TyActionSpec spec = { user, kind, detail, 0 };
  gboolean done = ty_store_run (store, &spec, func, data, error);

  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_custom_edit_add:
 * @store: a store that writes
 * @user: who makes it
 * @field: (inout): a field, which is cleaned and gets its key and its place behind all others
 * @seq: (out) (optional): the action
 * @error: a `TY_ENTRY_ERROR` that begins with the label of what is wrong, or a `TY_STORE_ERROR`
 *
 * Makes a field of the county, as one action.
 *
 * Returns: whether it is in the file
 */
gboolean
ty_custom_edit_add (TyStore        *store,
                    const char     *user,
                    TyCustomField  *field,
                    gint64         *seq,
                    GError        **error)
{
  FieldEdit edit = { NULL, field };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  ty_custom_field_clean (field);
  return ty_custom_field_check (field, error)
         && run (store, user, "field.add", ty_custom_field_get_name (field), add_field, &edit, seq,
                 error);
}

/* Values of one kind mostly mean nothing as another. */
static gboolean
check_kind (TyDatabase     *database,
            TyCustomField  *stored,
            TyCustomField  *field,
            GError        **error)
{
  gint64 n = 0;

  if (ty_custom_field_get_kind (stored) == ty_custom_field_get_kind (field))
    return TRUE;
  if (!ty_custom_table_count_values (database, ty_custom_field_get_key (field), NULL, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_VALUE,
               ngettext ("%s: %d person has a value. Make another field for another kind.",
                         "%s: %d people have a value. Make another field for another kind.",
                         (gulong) n),
               get_label (TY_CUSTOM_FIELD_KIND), (int) n);
  return FALSE;
}

/* Who has the one choice has the other from now on. */
static gboolean
rename_choice (TyDatabase  *database,
               gint64       field,
               const char  *before,
               const char  *after,
               GError     **error)
{
  g_autoptr(GPtrArray) values = ty_table_list_of (database, &ty_custom_value_info, "field", field,
                                                  error);

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      TyRecord *value = g_ptr_array_index (values, i);

      if (g_strcmp0 (ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE), before) != 0)
        continue;
      ty_record_set_text (value, TY_CUSTOM_VALUE_VALUE, after);
      if (!ty_table_update (database, value, error))
        return FALSE;
    }
  return values != NULL;
}

static gboolean
check_unused (TyDatabase  *database,
              gint64       field,
              const char  *choice,
              GError     **error)
{
  gint64 n = 0;

  if (!ty_custom_table_count_values (database, field, choice, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_VALUE,
               ngettext ("%s: %d person has “%s”. Change that first, or leave the choice.",
                         "%s: %d people have “%s”. Change that first, or leave the choice.",
                         (gulong) n),
               get_label (TY_CUSTOM_FIELD_CHOICES), (int) n, choice);
  return FALSE;
}

/* A choice that was written otherwise at its place is the same one; any other that is gone must be
 * nobody's. */
static gboolean
change_choices (TyDatabase     *database,
                TyCustomField  *stored,
                TyCustomField  *field,
                GError        **error)
{
  g_auto(GStrv) before = ty_custom_field_list_choices (stored);
  g_auto(GStrv) after = ty_custom_field_list_choices (field);
  gboolean same_number = g_strv_length (before) == g_strv_length (after);
  gint64 key = ty_custom_field_get_key (field);

  for (guint i = 0; before[i] != NULL; i++)
    {
      gboolean renamed = same_number && !g_strv_contains ((const char * const *) before, after[i]);

      if (g_strv_contains ((const char * const *) after, before[i]))
        continue;
      if (!(renamed ? rename_choice (database, key, before[i], after[i], error)
                    : check_unused (database, key, before[i], error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_field (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  FieldEdit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);
  TyRecord *now = fields != NULL ? ty_custom_table_find_field (
                                     fields, ty_custom_field_get_key (edit->stored)) : NULL;

  if (fields == NULL)
    return FALSE;
  if (now == NULL)
    return fail_gone (error);

  /* It may have been moved meanwhile: that is no contradiction. */
  ty_record_set_integer (TY_RECORD (edit->stored), TY_CUSTOM_FIELD_POSITION,
                         ty_record_get_integer (now, TY_CUSTOM_FIELD_POSITION));
  ty_record_set_integer (TY_RECORD (edit->field), TY_CUSTOM_FIELD_POSITION,
                         ty_record_get_integer (now, TY_CUSTOM_FIELD_POSITION));
  if (!ty_record_equal (now, TY_RECORD (edit->stored)))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("The field was changed meanwhile. Close the form, look at it and edit it "
                             "again."));
      return FALSE;
    }
  return check_name (fields, edit->field, error)
         && check_kind (database, edit->stored, edit->field, error)
         && change_choices (database, edit->stored, edit->field, error)
         && ty_table_update (database, TY_RECORD (edit->field), error);
}

/**
 * ty_custom_edit_change:
 * @store: a store that writes
 * @user: who edits
 * @stored: the field as it was read
 * @field: (inout): the same with other texts, which are cleaned
 * @seq: (out) (optional): the action; 0 where nothing is another, and nothing was written
 * @error: a `TY_ENTRY_ERROR` that begins with the label of what is wrong, or a `TY_STORE_ERROR`
 *
 * Changes a field of the county, as one action. A choice that is written otherwise at its place goes with
 * the values of the people who have it; one that somebody has cannot be taken out, nor the kind changed
 * where there are values.
 *
 * Returns: whether the file says so
 */
gboolean
ty_custom_edit_change (TyStore        *store,
                       const char     *user,
                       TyCustomField  *stored,
                       TyCustomField  *field,
                       gint64         *seq,
                       GError        **error)
{
  FieldEdit edit = { stored, field };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  if (seq != NULL)
    *seq = 0;
  ty_custom_field_clean (field);
  if (!ty_custom_field_check (field, error))
    return FALSE;

  return ty_record_equal (TY_RECORD (stored), TY_RECORD (field))
         || run (store, user, "field.edit", ty_custom_field_get_name (field), change_field, &edit, seq,
                 error);
}

static gboolean
remove_field (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  FieldMove *order = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) record = ty_table_get (database, &ty_custom_field_info, order->field, error);
  g_autoptr(GPtrArray) values = NULL;

  if (record == NULL)
    return FALSE;
  values = ty_table_list_of (database, &ty_custom_value_info, "field", order->field, error);
  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (!ty_table_delete (database, g_ptr_array_index (values, i), error))
      return FALSE;

  order->n_values = values->len;
  return ty_table_delete (database, record, error);
}

static char *
dup_name (TyStore  *store,
          gint64    field,
          GError  **error)
{
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (store), &ty_custom_field_info,
                                             field, NULL);

  if (record == NULL)
    {
      fail_gone (error);
      return NULL;
    }
  return g_strdup (ty_custom_field_get_name (TY_CUSTOM_FIELD (record)));
}

/**
 * ty_custom_edit_remove:
 * @store: a store that writes
 * @user: who removes it
 * @field: key of a field
 * @n_values: (out) (optional): how many people had a value in it
 * @seq: (out) (optional): the action
 * @error: a `TY_STORE_ERROR`
 *
 * Removes a field of the county with all its values, as one action: an undo brings all of it back.
 *
 * Returns: whether it is gone
 */
gboolean
ty_custom_edit_remove (TyStore     *store,
                       const char  *user,
                       gint64       field,
                       gint64      *n_values,
                       gint64      *seq,
                       GError     **error)
{
  FieldMove order = { field, 0, 0 };
  g_autofree char *name = NULL;
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  name = dup_name (store, field, error);
  done = name != NULL && run (store, user, "field.remove", name, remove_field, &order, seq, error);
  if (n_values != NULL)
    *n_values = order.n_values;
  return done;
}

static gboolean
set_positions (TyDatabase  *database,
               GPtrArray   *fields,
               GError     **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      TyRecord *field = g_ptr_array_index (fields, i);

      if (ty_record_get_integer (field, TY_CUSTOM_FIELD_POSITION) == (gint64) i + 1)
        continue;
      ty_record_set_integer (field, TY_CUSTOM_FIELD_POSITION, (gint64) i + 1);
      if (!ty_table_update (database, field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_field (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  FieldMove *order = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);
  TyRecord *field;
  guint place;
  int to;

  if (fields == NULL)
    return FALSE;
  field = ty_custom_table_find_field (fields, order->field);
  if (field == NULL)
    return fail_gone (error);

  g_ptr_array_find (fields, field, &place);
  to = CLAMP ((int) place + order->step, 0, (int) fields->len - 1);
  if (to == (int) place)
    return TRUE;

  g_ptr_array_insert (fields, to, g_ptr_array_steal_index (fields, place));
  return set_positions (database, fields, error);
}

/**
 * ty_custom_edit_move:
 * @store: a store that writes
 * @user: who moves it
 * @field: key of a field
 * @step: how many places down; up where it is negative. It stops at the ends
 * @seq: (out) (optional): the action; 0 where it stands there already, and nothing was written
 * @error: a `TY_STORE_ERROR`
 *
 * Gives a field another place among the others, as one action.
 *
 * Returns: whether it stands there
 */
gboolean
ty_custom_edit_move (TyStore     *store,
                     const char  *user,
                     gint64       field,
                     int          step,
                     gint64      *seq,
                     GError     **error)
{
  FieldMove order = { field, step, 0 };
  g_autofree char *name = NULL;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  name = dup_name (store, field, error);
  return name != NULL && run (store, user, "field.move", name, move_field, &order, seq, error);
}

static TyRecord *
make_value (gint64      person,
            gint64      field,
            const char *value)
{
  TyRecord *record = ty_record_new (&ty_custom_value_info);

  ty_record_set_integer (record, TY_CUSTOM_VALUE_PERSON, person);
  ty_record_set_integer (record, TY_CUSTOM_VALUE_FIELD, field);
  ty_record_set_text (record, TY_CUSTOM_VALUE_VALUE, value);
  return record;
}

static gboolean
write_value (TyDatabase  *database,
             TyRecord    *now,
             gint64       person,
             gint64       field,
             const char  *value,
             GError     **error)
{
  g_autoptr(TyRecord) record = make_value (person, field, value);

  if (value == NULL)
    return now == NULL || ty_table_delete (database, now, error);

  return now != NULL ? ty_table_update (database, record, error)
                     : ty_table_insert (database, record, error);
}

static gboolean
set_value (ValueEdit             *edit,
           TyDatabase            *database,
           GPtrArray             *fields,
           GPtrArray             *values,
           const TyCustomChange  *change,
           GError               **error)
{
  TyRecord *field = ty_custom_table_find_field (fields, change->field);
  TyRecord *now = ty_custom_table_find_value (values, change->field);
  const char *present = now != NULL ? ty_record_get_text (now, TY_CUSTOM_VALUE_VALUE) : NULL;
  g_autofree char *value = NULL;

  if (field == NULL)
    return fail_gone (error);
  if (!ty_custom_field_parse (TY_CUSTOM_FIELD (field), change->typed, &value, error))
    return FALSE;
  if (g_strcmp0 (value, change->stored) == 0)
    return TRUE;
  if (g_strcmp0 (present, change->stored) != 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("The record was changed meanwhile. Close the form, look at it and edit "
                             "it again."));
      return FALSE;
    }

  edit->n_fields++;
  g_free (edit->name);
  edit->name = g_strdup (ty_custom_field_get_name (TY_CUSTOM_FIELD (field)));
  return write_value (database, now, edit->person, change->field, value, error);
}

static gboolean
set_values (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  ValueEdit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);
  g_autoptr(GPtrArray) values = NULL;
  g_autoptr(TyRecord) person = NULL;

  if (fields == NULL)
    return FALSE;
  person = ty_table_get (database, &ty_person_info, edit->person, error);
  if (person == NULL)
    return FALSE;
  values = ty_table_list_of (database, &ty_custom_value_info, "person", edit->person, error);
  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < edit->n_changes; i++)
    if (!set_value (edit, database, fields, values, &edit->changes[i], error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  ValueEdit edit;
  TyActionSpec spec;
  char *detail; /* (owned) (nullable) */
} ValueJob;

/* Only afterwards it is known which fields were changed. */
static gboolean
set_values_and_tell (TyStore   *store,
                     gpointer   data,
                     GError   **error)
{
  ValueJob *job = data;

  if (!set_values (store, &job->edit, error))
    return FALSE;
  if (job->edit.n_fields == 1)
    job->spec.detail = job->detail = ty_action_detail_new ("field", job->edit.name, NULL);
  return TRUE;
}

/**
 * ty_custom_edit_set:
 * @store: a store that writes
 * @user: who enters it
 * @person: key of a person
 * @changes: (array length=n_changes): what is entered; what is as it was read is left alone
 * @n_changes: their number
 * @seq: (out) (optional): the action; 0 where nothing is another, and nothing was written
 * @error: a `TY_ENTRY_ERROR` that begins with the name of the field, or a `TY_STORE_ERROR`, also where
 *   a value was changed since it was read
 *
 * Enters values of somebody in the fields of the county, as one action.
 *
 * Returns: whether the file holds them
 */
gboolean
ty_custom_edit_set (TyStore               *store,
                    const char            *user,
                    gint64                 person,
                    const TyCustomChange  *changes,
                    guint                  n_changes,
                    gint64                *seq,
                    GError               **error)
{
  ValueJob job = { { person, changes, n_changes, NULL, 0 }, { user, "own.edit", NULL, 0 }, NULL };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = ty_store_run (store, &job.spec, set_values_and_tell, &job, error);
  if (seq != NULL)
    *seq = job.spec.seq;
  g_free (job.edit.name);
  g_free (job.detail);
  return done;
}

/**
 * ty_custom_edit_put:
 * @store: a store that writes, inside an action
 * @field: a field
 * @person: key of a person
 * @value: (nullable): the value as it is stored
 * @error: a `TY_STORE_ERROR`
 *
 * Puts a value into the file as a part of another action, such as an import.
 *
 * Returns: whether it is in the file
 */
gboolean
ty_custom_edit_put (TyStore        *store,
                    TyCustomField  *field,
                    gint64          person,
                    const char     *value,
                    GError        **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) values = ty_table_list_of (database, &ty_custom_value_info, "person", person,
                                                  error);
  gint64 key = ty_custom_field_get_key (field);
  TyRecord *now = values != NULL ? ty_custom_table_find_value (values, key) : NULL;

  if (values == NULL)
    return FALSE;
  if (now != NULL && g_strcmp0 (ty_record_get_text (now, TY_CUSTOM_VALUE_VALUE), value) == 0)
    return TRUE;

  return write_value (database, now, person, key, value, error);
}
