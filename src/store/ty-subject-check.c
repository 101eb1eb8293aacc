/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-subject-check"

#include "config.h"

#include "ty-subject-check.h"

#include "ty-changeset.h"
#include "ty-subject.h"

/**
 * TySubjectCheck:
 *
 * What the file notes of the persons and units that each action touched, to be compared with the
 * changes themselves. Each entry is struck off once it is explained.
 */
struct _TySubjectCheck
{
  GHashTable *noted; /* (owned) (element-type utf8): “seq/kind/id” */
};

static char *
dup_entry (gint64      seq,
           const char *kind,
           gint64      id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%" G_GINT64_FORMAT, seq, kind, id);
}

/**
 * ty_subject_check_new:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): all that is noted
 */
TySubjectCheck *
ty_subject_check_new (TyDatabase  *database,
                      GError     **error)
{
  g_autoptr(TySubjectCheck) self = g_new0 (TySubjectCheck, 1);
  g_autoptr(TyStatement) statement = NULL;
  TyStep step;

  self->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  statement = ty_database_prepare (database, "SELECT seq, kind, id FROM action_subject", error);
  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_hash_table_add (self->noted, dup_entry (ty_statement_get_int (statement, 0),
                                              ty_statement_get_text (statement, 1),
                                              ty_statement_get_int (statement, 2)));
  return step == TY_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_subject_check_free:
 * @self: (transfer full): a check
 */
void
ty_subject_check_free (TySubjectCheck *self)
{
  g_hash_table_unref (self->noted);
  g_free (self);
}

/**
 * ty_subject_check_compare:
 * @self: a check
 * @database: the rows as they were after the action
 * @seq: the action
 * @changeset: its changes
 *
 * Returns: whether all that the changes name is noted
 */
gboolean
ty_subject_check_compare (TySubjectCheck *self,
                          TyDatabase     *database,
                          gint64          seq,
                          GBytes         *changeset)
{
  g_autoptr(GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GByteArray) hashes = g_byte_array_new ();
  g_autoptr(GArray) subjects = g_array_new (FALSE, FALSE, sizeof (TySubject));
  GHashTableIter iter;
  gpointer entry;
  gboolean complete = ty_changeset_digest (changeset, hashes, subjects, NULL)
                      && ty_subject_resolve (database, subjects, NULL);

  for (guint i = 0; i < subjects->len; i++)
    {
      TySubject *subject = &g_array_index (subjects, TySubject, i);

      g_hash_table_add (expected, dup_entry (seq, subject->kind, subject->id));
    }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    complete &= g_hash_table_remove (self->noted, entry);
  return complete;
}

/**
 * ty_subject_check_is_used:
 * @self: a check, after the actions were compared
 * @first: the oldest of them
 *
 * Returns: whether everything that is noted for them was explained
 */
gboolean
ty_subject_check_is_used (TySubjectCheck *self,
                          gint64          first)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->noted);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    if (g_ascii_strtoll (entry, NULL, 10) >= first)
      return FALSE;

  return TRUE;
}
