/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-programme-edit"

#include "config.h"

#include "ty-programme-edit.h"

#include "ty-action-log.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-programme-need.h"
#include "ty-programme-weight.h"
#include "ty-programme.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* A programme is one thing to who edits it: its own row, whom it helps, and what a good pair is. */

typedef struct
{
  TyProgrammeRules *stored; /* (nullable): as the user saw it */
  TyProgrammeRules *rules;  /* (nullable): as it shall be */
} Edit;

/**
 * ty_programme_rules_new:
 *
 * Returns: (transfer full): a new programme that asks for nothing yet
 */
TyProgrammeRules *
ty_programme_rules_new (void)
{
  TyProgrammeRules *self = g_new0 (TyProgrammeRules, 1);

  self->programme = TY_RECORD (ty_programme_new ());
  self->needs = g_ptr_array_new_with_free_func (g_object_unref);
  self->weights = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gpointer
dup_row (gconstpointer row,
         gpointer      data)
{
  return ty_record_dup ((TyRecord *) row);
}

/**
 * ty_programme_rules_dup:
 * @self: rules
 *
 * Returns: (transfer full): a copy, rows and all
 */
TyProgrammeRules *
ty_programme_rules_dup (TyProgrammeRules *self)
{
  TyProgrammeRules *copy = g_new0 (TyProgrammeRules, 1);

  copy->programme = ty_record_dup (self->programme);
  copy->needs = g_ptr_array_copy (self->needs, dup_row, NULL);
  g_ptr_array_set_free_func (copy->needs, g_object_unref);
  copy->weights = g_ptr_array_copy (self->weights, dup_row, NULL);
  g_ptr_array_set_free_func (copy->weights, g_object_unref);
  return copy;
}

void
ty_programme_rules_free (TyProgrammeRules *self)
{
  g_clear_object (&self->programme);
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->weights, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_programme_rules_read:
 * @database: a connection
 * @programme: key of a programme
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what the programme says
 */
TyProgrammeRules *
ty_programme_rules_read (TyDatabase  *database,
                         gint64       programme,
                         GError     **error)
{
  g_autoptr(TyProgrammeRules) self = g_new0 (TyProgrammeRules, 1);

  self->programme = ty_table_get (database, &ty_programme_info, programme, error);
  if (self->programme == NULL)
    return NULL;
  self->needs = ty_table_list_of (database, &ty_programme_need_info, "programme", programme, error);
  if (self->needs == NULL)
    return NULL;
  self->weights = ty_table_list_of (database, &ty_programme_weight_info, "programme", programme, error);
  return self->weights != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_programme_rules_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyProgrammeRules): all programmes in their order
 */
GPtrArray *
ty_programme_rules_list (TyDatabase  *database,
                         GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_programme_info, "ORDER BY position, id",
                                                      error);
  g_autoptr(GPtrArray) programmes = statement != NULL
                                      ? ty_table_collect (statement, &ty_programme_info, error) : NULL;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_programme_rules_free);

  for (guint i = 0; programmes != NULL && i < programmes->len; i++)
    {
      gint64 key = ty_record_get_integer (g_ptr_array_index (programmes, i), TY_PROGRAMME_ID);
      TyProgrammeRules *rules = ty_programme_rules_read (database, key, error);

      if (rules == NULL)
        return NULL;
      g_ptr_array_add (all, rules);
    }
  return programmes != NULL ? g_steal_pointer (&all) : NULL;
}

static gboolean
equal_rows (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!ty_record_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
check_stored (TyDatabase        *database,
              TyProgrammeRules  *stored,
              GError           **error)
{
  g_autoptr(TyProgrammeRules) now = ty_programme_rules_read (
    database, ty_record_get_integer (stored->programme, TY_PROGRAMME_ID), error);

  if (now == NULL)
    return FALSE;
  if (ty_record_equal (now->programme, stored->programme) && equal_rows (now->needs, stored->needs)
      && equal_rows (now->weights, stored->weights))
    return TRUE;

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                       _("The record was changed meanwhile. Close the form, look at it and edit it again."));
  return FALSE;
}

static gboolean
check_name (TyDatabase  *database,
            TyRecord    *programme,
            gint64      *position,
            GError     **error)
{
  g_autoptr(GPtrArray) all = ty_programme_rules_list (database, error);
  const char *name = ty_record_get_text (programme, TY_PROGRAMME_NAME);

  *position = 0;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TyRecord *other = ((TyProgrammeRules *) g_ptr_array_index (all, i))->programme;

      *position = MAX (*position, ty_record_get_integer (other, TY_PROGRAMME_POSITION));
      if (ty_record_get_integer (other, TY_PROGRAMME_ID)
            == ty_record_get_integer (programme, TY_PROGRAMME_ID)
          || g_strcmp0 (ty_record_get_text (other, TY_PROGRAMME_NAME), name) != 0)
        continue;
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                   _("%s: another programme is called “%s” already."),
                   _(ty_programme_info.fields[TY_PROGRAMME_NAME].label), name);
      return FALSE;
    }
  return all != NULL;
}

static gboolean
delete_rows (TyDatabase  *database,
             GPtrArray   *rows,
             GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!ty_table_delete (database, g_ptr_array_index (rows, i), error))
      return FALSE;

  return TRUE;
}

/* The key of the programme is the first field of both. */
static gboolean
insert_rows (TyDatabase  *database,
             GPtrArray   *rows,
             gint64       programme,
             GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      ty_record_set_integer (row, 0, programme);
      if (!ty_entry_check (row, ty_date_today (), error) || !ty_table_insert (database, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_programme (TyStore   *store,
                 Edit      *edit,
                 GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);
  TyRecord *programme = edit->rules->programme;
  gint64 last;

  if (edit->stored != NULL)
    ty_record_set_integer (programme, TY_PROGRAMME_ID,
                           ty_record_get_integer (edit->stored->programme, TY_PROGRAMME_ID));
  if (!check_name (database, programme, &last, error))
    return FALSE;
  if (edit->stored != NULL)
    return ty_record_equal (edit->stored->programme, programme)
           || ty_table_update (database, programme, error);

  ty_record_set_integer (programme, TY_PROGRAMME_ID, ty_store_mint_id (store));
  ty_record_set_integer (programme, TY_PROGRAMME_POSITION, last + 1);
  return ty_table_insert (database, programme, error);
}

static gboolean
check_unused (TyDatabase  *database,
              gint64       programme,
              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT 1 FROM pairing WHERE programme = ? LIMIT 1", error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, programme);
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ROW)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                         _("There are pairings of this programme. Let it end by a date instead."));
  return step == TY_STEP_DONE;
}

/* What stays as it is, is not written: so the history tells what was changed. */
static gboolean
write_rows (TyDatabase  *database,
            GPtrArray   *stored,
            GPtrArray   *rows,
            gint64       programme,
            GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    ty_record_set_integer (g_ptr_array_index (rows, i), 0, programme);
  if (stored != NULL && equal_rows (stored, rows))
    return TRUE;

  return (stored == NULL || delete_rows (database, stored, error))
         && insert_rows (database, rows, programme, error);
}

static gboolean
edit_programme (TyStore   *store,
                gpointer   data,
                GError   **error)
{
  Edit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  TyProgrammeRules *stored = edit->stored;
  gint64 key;

  if (stored != NULL && !check_stored (database, stored, error))
    return FALSE;
  if (edit->rules == NULL)
    return check_unused (database, ty_record_get_integer (stored->programme, TY_PROGRAMME_ID), error)
           && delete_rows (database, stored->needs, error)
           && delete_rows (database, stored->weights, error)
           && ty_table_delete (database, stored->programme, error);
  if (!write_programme (store, edit, error))
    return FALSE;

  key = ty_record_get_integer (edit->rules->programme, TY_PROGRAMME_ID);
  return write_rows (database, stored != NULL ? stored->needs : NULL, edit->rules->needs, key, error)
         && write_rows (database, stored != NULL ? stored->weights : NULL, edit->rules->weights, key, error);
}

static gboolean
check_rules (TyProgrammeRules  *rules,
             GError           **error)
{
  TyDate from = ty_record_get_date (rules->programme, TY_PROGRAMME_FROM_DATE);
  TyDate until = ty_record_get_date (rules->programme, TY_PROGRAMME_UNTIL_DATE);

  ty_entry_clean (rules->programme);
  if (!ty_entry_check (rules->programme, ty_date_today (), error))
    return FALSE;
  if (ty_date_is_known (from) && ty_date_is_known (until) && ty_date_compare (from, until) >= 0)
    {
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_VALUE, _("%s: it is not after the beginning."),
                   _(ty_programme_info.fields[TY_PROGRAMME_UNTIL_DATE].label));
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_programme_edit_run:
 * @store: a store that writes
 * @user: who does it
 * @stored: (nullable): the programme as it was read, none = a new one
 * @rules: (nullable): as it shall be, none = it is removed, which is refused where pairings belong to it
 * @programme: (out) (optional): key of the programme
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`, also where the programme was changed
 *   since it was read
 *
 * Makes, changes or removes a programme with its needs and weights, as one action.
 *
 * Returns: whether the file says so
 */
gboolean
ty_programme_edit_run (TyStore           *store,
                       const char        *user,
                       TyProgrammeRules  *stored,
                       TyProgrammeRules  *rules,
                       gint64            *programme,
                       GError           **error)
{
  Edit edit = { stored, rules };
  TyRecord *named = (rules != NULL ? rules : stored)->programme;
  g_autofree char *detail = NULL;
  TyActionSpec spec = { user, NULL, NULL, 0 };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  if (rules != NULL && !check_rules (rules, error))
    return FALSE;

  detail = ty_action_detail_new ("programme", ty_record_get_text (named, TY_PROGRAMME_NAME), NULL);
  spec.kind = stored == NULL ? "pairing.programme-add"
              : rules == NULL ? "pairing.programme-remove" : "pairing.programme-edit";
  spec.detail = detail;
  if (!ty_store_run (store, &spec, edit_programme, &edit, error))
    return FALSE;

  if (programme != NULL)
    *programme = ty_record_get_integer (named, TY_PROGRAMME_ID);
  return TRUE;
}
