/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-names"

#include "config.h"

#include "ty-history-names.h"

#include "ty-custom-field.h"
#include "ty-history.h"
#include "ty-person.h"
#include "ty-table.h"
#include "ty-unit-state.h"

#include <string.h>

/**
 * TyHistoryNames:
 *
 * What those are called whom the history names. Of those who are gone, the last action that touched
 * them still knows it.
 */
struct _TyHistoryNames
{
  TyDatabase *database; /* (unowned) */
  GHashTable *people;   /* (owned): key to TyHistoryName */
  GHashTable *units;    /* (owned): key to TyHistoryName */
  GHashTable *fields;   /* (owned): key to TyCustomField, also of those that are gone */
  gboolean all_fields;  /* whether those that are gone were looked for */
  GHashTable *read;     /* (owned): actions whose changes were looked through */
};

static void
name_free (gpointer data)
{
  TyHistoryName *name = data;

  g_free (name->name);
  g_free (name);
}

/**
 * ty_history_names_new:
 * @database: a connection, which outlives it
 *
 * Returns: (transfer full): the names, which are read when they are asked for
 */
TyHistoryNames *
ty_history_names_new (TyDatabase *database)
{
  TyHistoryNames *self = g_new0 (TyHistoryNames, 1);

  self->database = database;
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, name_free);
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, name_free);
  self->fields = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->read = g_hash_table_new (NULL, NULL);
  return self;
}

void
ty_history_names_free (TyHistoryNames *self)
{
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->read, g_hash_table_unref);
  g_free (self);
}

static const TyHistoryName *
put (GHashTable *names,
     gint64      id,
     const char *text,
     gboolean    gone)
{
  TyHistoryName *name = g_new0 (TyHistoryName, 1);

  name->name = g_strdup (text != NULL ? text : "");
  name->gone = gone;
  g_hash_table_replace (names, g_memdup2 (&id, sizeof id), name);
  return name;
}

static gint64
find_last_action (TyHistoryNames *self,
                  const char     *subject_kind,
                  gint64          id)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    self->database, "SELECT max(seq) FROM action_subject WHERE kind = ? AND id = ?", NULL);

  if (statement == NULL)
    return 0;
  ty_statement_bind_text (statement, 0, subject_kind);
  ty_statement_bind_int (statement, 1, id);
  return ty_statement_step (statement, NULL) == TY_STEP_ROW ? ty_statement_get_int (statement, 0) : 0;
}

/* Many may have gone with one action. */
static void
read_removed (TyHistoryNames *self,
              gint64          seq)
{
  g_autoptr(GPtrArray) changes = NULL;

  if (seq == 0 || !g_hash_table_add (self->read, GSIZE_TO_POINTER (seq)))
    return;
  changes = ty_history_list_changes (self->database, seq, NULL);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      TyChange *change = g_ptr_array_index (changes, i);
      const char *name = ty_change_get_value (change, "name", TRUE);
      gint64 id = g_ascii_strtoll (change->key, NULL, 10);

      if (change->kind != TY_CHANGE_DELETE || name == NULL)
        continue;
      if (change->info == &ty_person_info && !g_hash_table_contains (self->people, &id))
        put (self->people, id, name, TRUE);
      if (change->info == &ty_unit_state_info && !g_hash_table_contains (self->units, &id))
        put (self->units, id, name, TRUE);
    }
}

static const TyHistoryName *
read_gone (TyHistoryNames *self,
           const char     *subject_kind,
           gint64          id,
           GHashTable     *names)
{
  const TyHistoryName *name;

  read_removed (self, find_last_action (self, subject_kind, id));
  name = g_hash_table_lookup (names, &id);
  return name != NULL ? name : put (names, id, NULL, TRUE);
}

/**
 * ty_history_names_get:
 * @self: names
 * @subject_kind: `person` or `unit`
 * @id: its key
 *
 * Returns: (transfer none): its name, the empty text where nothing tells it any more
 */
const TyHistoryName *
ty_history_names_get (TyHistoryNames *self,
                      const char     *subject_kind,
                      gint64          id)
{
  gboolean person = strcmp (subject_kind, "person") == 0;
  GHashTable *names = person ? self->people : self->units;
  const TyHistoryName *name = g_hash_table_lookup (names, &id);
  g_autoptr(TyStatement) statement = NULL;

  if (name != NULL)
    return name;

  statement = ty_database_prepare (
    self->database, person ? "SELECT name FROM person WHERE id = ?"
                           : "SELECT name FROM unit_state WHERE unit = ? "
                             "ORDER BY coalesce(from_date, '') DESC LIMIT 1", NULL);
  if (statement == NULL)
    return put (names, id, NULL, FALSE);
  ty_statement_bind_int (statement, 0, id);
  if (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    return put (names, id, ty_statement_get_text (statement, 0), FALSE);

  return read_gone (self, subject_kind, id, names);
}

static void
put_field (TyHistoryNames *self,
           TyRecord       *field)
{
  gint64 id = ty_custom_field_get_key (TY_CUSTOM_FIELD (field));

  if (!g_hash_table_contains (self->fields, &id))
    g_hash_table_insert (self->fields, g_memdup2 (&id, sizeof id), g_object_ref (field));
}

/* As it was when it was removed. */
static void
put_removed_field (TyHistoryNames *self,
                   TyChange       *change)
{
  g_autoptr(TyRecord) field = ty_record_new (&ty_custom_field_info);

  ty_record_set_integer (field, TY_CUSTOM_FIELD_ID, g_ascii_strtoll (change->key, NULL, 10));
  for (guint i = TY_CUSTOM_FIELD_NAME; i <= TY_CUSTOM_FIELD_PRIVACY; i++)
    ty_record_set_text (field, i,
                        ty_change_get_value (change, ty_custom_field_info.fields[i].column, TRUE));
  put_field (self, field);
}

static void
read_present_fields (TyHistoryNames *self)
{
  g_autoptr(TyStatement) present = ty_table_select (self->database, &ty_custom_field_info, "", NULL);
  g_autoptr(GPtrArray) fields = present != NULL
                                  ? ty_table_collect (present, &ty_custom_field_info, NULL) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    put_field (self, g_ptr_array_index (fields, i));
}

/* By a removal, or by the undo of what had made it, which names no action of its own. */
static void
read_removed_fields (TyHistoryNames *self)
{
  g_autoptr(TyStatement) removals = ty_database_prepare (
    self->database, "SELECT seq FROM action AS a WHERE kind = 'field.remove' OR EXISTS (SELECT 1 FROM "
                    "action AS b WHERE b.seq = a.reverts AND b.kind = 'field.add') ORDER BY seq DESC",
    NULL);

  while (removals != NULL && ty_statement_step (removals, NULL) == TY_STEP_ROW)
    {
      gint64 seq = ty_statement_get_int (removals, 0);
      g_autoptr(GPtrArray) changes = ty_history_list_changes (self->database, seq, NULL);

      for (guint i = 0; changes != NULL && i < changes->len; i++)
        {
          TyChange *change = g_ptr_array_index (changes, i);

          if (change->info == &ty_custom_field_info && change->kind == TY_CHANGE_DELETE)
            put_removed_field (self, change);
        }
    }
}

/**
 * ty_history_names_get_field:
 * @self: names
 * @id: key of a field of the county
 *
 * Returns: (transfer none) (nullable): the field, as it is or as it was when it was removed
 */
TyRecord *
ty_history_names_get_field (TyHistoryNames *self,
                            gint64          id)
{
  if (g_hash_table_size (self->fields) == 0)
    read_present_fields (self);
  if (!g_hash_table_contains (self->fields, &id) && !self->all_fields)
    {
      self->all_fields = TRUE;
      read_removed_fields (self);
    }

  return g_hash_table_lookup (self->fields, &id);
}
