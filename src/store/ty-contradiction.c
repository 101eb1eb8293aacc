/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-contradiction"

#include "config.h"

#include "ty-contradiction.h"

#include "ty-history.h"
#include "ty-person.h"
#include "ty-record-registry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An action can be taken back if no later one that is in force touched any of its rows: then they go
 * back to what they were together, and the file is what it would be without the action. A later
 * action and the one that takes it back cancel each other, unless a third takes back the second.
 *
 * What the rows refer to must be there, and nobody else may have got an ID number that comes back. */

typedef struct
{
  TyDatabase *database;
  gint64 seq;
  GPtrArray *changes;   /* (owned): of the action itself */
  GHashTable *rows;     /* (owned): names of the rows that it touched, `table/key` */
  GHashTable *going;    /* (owned): of those that it made, and that would go */
  GHashTable *coming;   /* (owned): of those that it removed, and that would come back */
  GHashTable *missing;  /* (owned): of rows that would be referred to and are not there */
  GHashTable *numbers;  /* (owned): ID numbers that would come back */
  GHashTable *tables;   /* (owned): where later changes are looked for, beside persons and units */
  GHashTable *cancelled; /* (owned): later actions that cancel each other */
  GHashTable *reverters; /* (owned): of a later action, the one that takes it back */
  GHashTable *later;    /* (owned): later actions to be looked at */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->changes, g_ptr_array_unref);
  g_clear_pointer (&search->rows, g_hash_table_unref);
  g_clear_pointer (&search->going, g_hash_table_unref);
  g_clear_pointer (&search->coming, g_hash_table_unref);
  g_clear_pointer (&search->missing, g_hash_table_unref);
  g_clear_pointer (&search->numbers, g_hash_table_unref);
  g_clear_pointer (&search->tables, g_hash_table_unref);
  g_clear_pointer (&search->cancelled, g_hash_table_unref);
  g_clear_pointer (&search->reverters, g_hash_table_unref);
  g_clear_pointer (&search->later, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static GHashTable *
name_set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
search_init (Search     *search,
             TyDatabase *database,
             gint64      seq)
{
  search->database = database;
  search->seq = seq;
  search->rows = name_set_new ();
  search->going = name_set_new ();
  search->coming = name_set_new ();
  search->missing = name_set_new ();
  search->numbers = name_set_new ();
  search->tables = g_hash_table_new (g_str_hash, g_str_equal);
  search->cancelled = g_hash_table_new (NULL, NULL);
  search->reverters = g_hash_table_new (NULL, NULL);
  search->later = g_hash_table_new (NULL, NULL);
}

static char *
name_row (const TyRecordInfo *info,
          const char         *key)
{
  return g_strconcat (info->table, "/", key, NULL);
}

/* A field that refers to a row with two keys shares the first one with its own row. */
static char *
name_referred (TyChange          *change,
               const TyFieldInfo *field,
               const char        *value)
{
  const TyRecordInfo *info = ty_record_registry_find (field->reference);
  g_auto(GStrv) keys = g_strsplit (change->key, "/", (int) change->info->n_keys);

  if (info != NULL && info->n_keys == 2)
    return g_strconcat (info->table, "/", keys[0], "/", value, NULL);

  return g_strconcat (field->reference, "/", value, NULL);
}

/* What a field held before or after a change; of an update only what it changed. */
static char *
dup_value (TyChange *change,
           guint     field,
           gboolean  old)
{
  if (field < change->info->n_keys)
    {
      g_auto(GStrv) keys = g_strsplit (change->key, "/", (int) change->info->n_keys);

      return change->kind != TY_CHANGE_UPDATE ? g_strdup (keys[field]) : NULL;
    }

  return g_strdup (ty_change_get_value (change, change->info->fields[field].column, old));
}

static gboolean
is_subject (const char *reference)
{
  return g_strcmp0 (reference, "person") == 0 || g_strcmp0 (reference, "unit") == 0;
}

/* Whether each action that touches a row of the table is noted under a person or a unit. */
static gboolean
is_owned (const TyRecordInfo *info)
{
  for (guint i = 0; i < info->n_keys; i++)
    if (is_subject (info->fields[i].reference))
      return TRUE;

  return FALSE;
}

static void
add_referring_tables (Search             *search,
                      const TyRecordInfo *info)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < infos[i]->n_fields; j++)
      if (g_strcmp0 (infos[i]->fields[j].reference, info->table) == 0)
        g_hash_table_add (search->tables, (gpointer) infos[i]->table);
}

static void
note_rows (Search *search)
{
  for (guint i = 0; i < search->changes->len; i++)
    {
      TyChange *change = g_ptr_array_index (search->changes, i);

      g_hash_table_add (search->rows, name_row (change->info, change->key));
      if (change->kind == TY_CHANGE_INSERT)
        g_hash_table_add (search->going, name_row (change->info, change->key));
      if (change->kind == TY_CHANGE_DELETE)
        g_hash_table_add (search->coming, name_row (change->info, change->key));
      if (is_owned (change->info))
        continue;
      g_hash_table_add (search->tables, (gpointer) change->info->table);
      if (change->kind == TY_CHANGE_INSERT)
        add_referring_tables (search, change->info);
    }
}

/* Whether a row is there, with a value in a column if one is given. */
static gboolean
row_is_there (Search              *search,
              const TyRecordInfo  *info,
              const char          *key,
              const char          *column,
              const char          *value,
              gboolean            *there,
              GError             **error)
{
  g_auto(GStrv) keys = g_strsplit (key, "/", (int) info->n_keys);
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(TyStatement) statement = NULL;
  TyStep step;

  g_string_printf (sql, "SELECT 1 FROM \"%s\" WHERE 1", info->table);
  for (guint i = 0; i < info->n_keys; i++)
    g_string_append_printf (sql, " AND \"%s\" = ?", info->fields[i].column);
  if (column != NULL)
    g_string_append_printf (sql, " AND \"%s\" = ?", column);
  statement = ty_database_prepare (search->database, sql->str, error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < info->n_keys; i++)
    ty_statement_bind_text (statement, (int) i, keys[i]);
  if (column != NULL)
    ty_statement_bind_text (statement, (int) info->n_keys, value);
  step = ty_statement_step (statement, error);
  *there = step == TY_STEP_ROW;
  return step != TY_STEP_ERROR;
}

/* What a row that comes back refers to is there, or comes back with it. */
static gboolean
note_need (Search             *search,
           TyChange           *change,
           guint               field,
           GError            **error)
{
  const TyRecordInfo *info = ty_record_registry_find (change->info->fields[field].reference);
  g_autofree char *value = dup_value (change, field, TRUE);
  g_autofree char *name = NULL;
  gboolean there = TRUE;

  if (value == NULL || info == NULL)
    return TRUE;
  name = name_referred (change, &change->info->fields[field], value);
  if (g_hash_table_contains (search->coming, name) || g_hash_table_contains (search->missing, name))
    return TRUE;
  if (!row_is_there (search, info, strchr (name, '/') + 1, NULL, NULL, &there, error))
    return FALSE;
  if (there)
    return TRUE;

  g_hash_table_add (search->missing, g_steal_pointer (&name));
  if (!is_owned (info))
    g_hash_table_add (search->tables, (gpointer) info->table);
  return TRUE;
}

static gboolean
note_needs (Search  *search,
            GError **error)
{
  const char *number_column = ty_person_info.fields[TY_PERSON_ID_NUMBER].column;

  for (guint i = 0; i < search->changes->len; i++)
    {
      TyChange *change = g_ptr_array_index (search->changes, i);
      const char *number;

      if (change->kind == TY_CHANGE_INSERT)
        continue;
      for (guint j = 0; j < change->info->n_fields; j++)
        if (change->info->fields[j].reference != NULL && !note_need (search, change, j, error))
          return FALSE;
      number = change->info == &ty_person_info ? ty_change_get_value (change, number_column, TRUE)
                                               : NULL;
      if (number != NULL)
        g_hash_table_add (search->numbers, g_strdup (number));
    }
  return TRUE;
}

static gboolean
collect_later (Search       *search,
               TyStatement  *statement,
               GError      **error)
{
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_hash_table_add (search->later, GSIZE_TO_POINTER (ty_statement_get_int (statement, 0)));
  return step == TY_STEP_DONE;
}

static gboolean
collect_of_subjects (Search  *search,
                     GError **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    search->database, "SELECT b.seq FROM action_subject a JOIN action_subject b "
                      "ON b.kind = a.kind AND b.id = a.id AND b.seq > a.seq WHERE a.seq = ?", error);

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, search->seq);
  return collect_later (search, statement, error);
}

/* The name of a table stands in the changeset as it is. */
static gboolean
collect_of_tables (Search  *search,
                   GError **error)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, search->tables);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    {
      g_autoptr(TyStatement) statement = ty_database_prepare (
        search->database, "SELECT seq FROM action WHERE seq > ? AND instr(changeset, ?) > 0", error);

      if (statement == NULL)
        return FALSE;
      ty_statement_bind_int (statement, 0, search->seq);
      ty_statement_bind_bytes (statement, 1, table, strlen (table));
      if (!collect_later (search, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect_of_numbers (Search  *search,
                    GError **error)
{
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, search->numbers);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      g_autoptr(TyStatement) statement = ty_database_prepare (
        search->database, "SELECT s.seq FROM person p JOIN action_subject s ON s.kind = 'person' "
                          "AND s.id = p.id WHERE p.id_number = ? AND s.seq > ?", error);

      if (statement == NULL)
        return FALSE;
      ty_statement_bind_text (statement, 0, number);
      ty_statement_bind_int (statement, 1, search->seq);
      if (!collect_later (search, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The last one counts first: what it takes back is as if it had never been, and so is it. */
static gboolean
note_cancelled (Search  *search,
                GError **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    search->database, "SELECT seq, reverts FROM action WHERE reverts > ? ORDER BY seq DESC", error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, search->seq);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gpointer later = GSIZE_TO_POINTER (ty_statement_get_int (statement, 0));
      gpointer reverted = GSIZE_TO_POINTER (ty_statement_get_int (statement, 1));

      g_hash_table_insert (search->reverters, reverted, later);
      if (g_hash_table_contains (search->cancelled, later))
        continue;
      g_hash_table_add (search->cancelled, later);
      g_hash_table_add (search->cancelled, reverted);
    }
  return step == TY_STEP_DONE;
}

/* Whether a change made a row refer to one that would go, and it still does. */
static gboolean
refers_to_going (Search    *search,
                 TyChange  *change,
                 gboolean  *refers,
                 GError   **error)
{
  for (guint i = 0; change->kind != TY_CHANGE_DELETE && i < change->info->n_fields; i++)
    {
      const TyFieldInfo *field = &change->info->fields[i];
      g_autofree char *value = field->reference != NULL ? dup_value (change, i, FALSE) : NULL;
      g_autofree char *name = value != NULL ? name_referred (change, field, value) : NULL;

      if (name == NULL || !g_hash_table_contains (search->going, name))
        continue;
      if (!row_is_there (search, change->info, change->key, field->column, value, refers, error))
        return FALSE;
      if (*refers)
        return TRUE;
    }
  return TRUE;
}

static gboolean
gave_number (Search    *search,
             TyChange  *change,
             gboolean  *gave,
             GError   **error)
{
  const char *column = ty_person_info.fields[TY_PERSON_ID_NUMBER].column;
  const char *number;

  if (change->info != &ty_person_info || change->kind == TY_CHANGE_DELETE)
    return TRUE;
  number = ty_change_get_value (change, column, FALSE);
  if (number == NULL || !g_hash_table_contains (search->numbers, number))
    return TRUE;

  return row_is_there (search, change->info, change->key, column, number, gave, error);
}

static gboolean
judge_change (Search               *search,
              TyChange             *change,
              TyContradictionKind  *kind,
              GError              **error)
{
  g_autofree char *name = name_row (change->info, change->key);
  gboolean refers = FALSE, gave = FALSE;

  if (g_hash_table_contains (search->rows, name))
    *kind = TY_CONTRADICTION_ROW;
  else if (change->kind == TY_CHANGE_DELETE && g_hash_table_contains (search->missing, name))
    *kind = TY_CONTRADICTION_REFERENCE;
  else if (!refers_to_going (search, change, &refers, error)
           || !gave_number (search, change, &gave, error))
    return FALSE;
  else if (refers || gave)
    *kind = refers ? TY_CONTRADICTION_REFERENCE : TY_CONTRADICTION_NUMBER;
  return TRUE;
}

/* What was undone and done again is taken back by taking back the last of these. */
static gint64
find_in_force (Search *search,
               gint64  seq)
{
  gpointer last = GSIZE_TO_POINTER (seq), next;

  while ((next = g_hash_table_lookup (search->reverters, last)) != NULL)
    last = next;
  return (gint64) GPOINTER_TO_SIZE (last);
}

static gboolean
judge_action (Search           *search,
              gint64            seq,
              TyContradiction  *found,
              GError          **error)
{
  g_autoptr(GPtrArray) changes = ty_history_list_changes (search->database, seq, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; found->kind == TY_CONTRADICTION_NONE && i < changes->len; i++)
    if (!judge_change (search, g_ptr_array_index (changes, i), &found->kind, error))
      return FALSE;

  if (found->kind != TY_CONTRADICTION_NONE)
    found->seq = find_in_force (search, seq);
  return TRUE;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gsize first = GPOINTER_TO_SIZE (a), second = GPOINTER_TO_SIZE (b);

  return first < second ? 1 : first > second ? -1 : 0;
}

static gboolean
judge_later (Search           *search,
             TyContradiction  *found,
             GError          **error)
{
  g_autoptr(GList) later = g_list_sort (g_hash_table_get_keys (search->later), compare_newest_first);

  for (GList *l = later; l != NULL && found->kind == TY_CONTRADICTION_NONE; l = l->next)
    if (!g_hash_table_contains (search->cancelled, l->data)
        && !judge_action (search, (gint64) GPOINTER_TO_SIZE (l->data), found, error))
      return FALSE;

  /* What is missing stands against it even where no action tells how it went. */
  if (found->kind == TY_CONTRADICTION_NONE && g_hash_table_size (search->missing) > 0)
    found->kind = TY_CONTRADICTION_REFERENCE;
  return TRUE;
}

/**
 * ty_contradiction_find:
 * @database: a connection, best with one view of the file
 * @seq: an action that is in force and of a kind that can be taken back
 * @found: (out caller-allocates): what stands against taking it back
 * @error: a `TY_STORE_ERROR`
 *
 * Only reads. It looks at the later actions that touched the same persons and units, and reads no
 * others, unless the action changed what belongs to nobody, such as a setting.
 *
 * Returns: whether it could be told
 */
gboolean
ty_contradiction_find (TyDatabase       *database,
                       gint64            seq,
                       TyContradiction  *found,
                       GError          **error)
{
  g_auto(Search) search = { 0 };

  g_return_val_if_fail (found != NULL, FALSE);

  *found = (TyContradiction) { TY_CONTRADICTION_NONE, 0 };
  search_init (&search, database, seq);
  search.changes = ty_history_list_changes (database, seq, error);
  if (search.changes == NULL)
    return FALSE;

  note_rows (&search);
  return note_needs (&search, error)
         && collect_of_subjects (&search, error)
         && collect_of_tables (&search, error)
         && collect_of_numbers (&search, error)
         && note_cancelled (&search, error)
         && judge_later (&search, found, error);
}

static char *
dup_reason (TyContradictionKind  kind,
            const char          *label,
            const char          *user,
            int                  seq)
{
  switch (kind)
    {
    case TY_CONTRADICTION_REFERENCE:
      /* Translators: the label, the user and the number of the later action */
      return g_strdup_printf (_("It cannot be taken back, because records of a later action belong to "
                                "these: “%s” by %s, number %d. Take that one back first."),
                              label, user, seq);
    case TY_CONTRADICTION_NUMBER:
      /* Translators: the label, the user and the number of the later action */
      return g_strdup_printf (_("It cannot be taken back, because a later action gave the ID number to "
                                "somebody else: “%s” by %s, number %d. Take that one back first."),
                              label, user, seq);
    case TY_CONTRADICTION_NONE:
    case TY_CONTRADICTION_ROW:
    default:
      /* Translators: the label, the user and the number of the later action */
      return g_strdup_printf (_("It cannot be taken back, because a later action changed the same "
                                "records: “%s” by %s, number %d. Take that one back first."),
                              label, user, seq);
    }
}

/**
 * ty_contradiction_dup_text:
 * @self: a contradiction
 * @database: the connection with which it was found
 *
 * Returns: (transfer full) (nullable): a sentence that names the later action, %NULL where nothing
 *   stands against it
 */
char *
ty_contradiction_dup_text (const TyContradiction *self,
                           TyDatabase            *database)
{
  g_autoptr(TyAction) later = NULL;
  g_autofree char *label = NULL;

  if (self->kind == TY_CONTRADICTION_NONE)
    return NULL;
  if (self->seq != 0)
    later = ty_history_get (database, self->seq, NULL);
  if (later == NULL)
    return g_strdup (_("Later changes to the same records stand against it."));

  label = ty_action_dup_label (later);
  return dup_reason (self->kind, label, ty_action_get_user (later), (int) self->seq);
}
