/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-subject"

#include "config.h"

#include "ty-subject.h"

#include "ty-changeset.h"
#include "ty-record-registry.h"
#include "ty-table.h"

/* The persons and units that an update concerns without naming them: the new end of a post in a
 * village belongs to the past of the village too. */

static gboolean
is_subject (const char *reference)
{
  return g_strcmp0 (reference, "person") == 0 || g_strcmp0 (reference, "unit") == 0;
}

/* Whether a field beside the key leads to another kind of subject than the key itself. */
static gboolean
is_link (const TyRecordInfo *info,
         guint               field)
{
  const char *reference = info->fields[field].reference;

  if (field < info->n_keys || !is_subject (reference))
    return FALSE;
  for (guint i = 0; i < info->n_keys; i++)
    if (g_strcmp0 (info->fields[i].reference, reference) == 0)
      return FALSE;

  return TRUE;
}

/**
 * ty_subject_has_links:
 * @info: a table
 *
 * Returns: whether an update of its rows may concern a person or a unit without naming it
 */
gboolean
ty_subject_has_links (const TyRecordInfo *info)
{
  for (guint i = info->n_keys; i < info->n_fields; i++)
    if (is_link (info, i))
      return TRUE;

  return FALSE;
}

static TyStatement *
select_row (TyDatabase          *database,
            const TyRecordInfo  *info,
            const TySubject     *row,
            GError             **error)
{
  g_autoptr(GString) clauses = g_string_new (NULL);
  TyStatement *statement;

  g_assert (info->n_keys == 1 || info->n_keys == 2);

  g_string_append_printf (clauses, "WHERE \"%s\" = ?", info->fields[0].column);
  if (info->n_keys == 2)
    g_string_append_printf (clauses, " AND \"%s\" = ?", info->fields[1].column);
  statement = ty_table_select (database, info, clauses->str, error);
  if (statement == NULL)
    return NULL;

  ty_statement_bind_int (statement, 0, row->id);
  if (info->n_keys == 2)
    ty_statement_bind_int (statement, 1, row->second);
  return statement;
}

static gboolean
append_links (TyDatabase       *database,
              const TySubject  *row,
              GArray           *subjects,
              GError          **error)
{
  const TyRecordInfo *info = ty_record_registry_find (row->kind);
  g_autoptr(TyStatement) statement = select_row (database, info, row, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  step = ty_statement_step (statement, error);
  for (guint i = info->n_keys; step == TY_STEP_ROW && i < info->n_fields; i++)
    if (is_link (info, i) && !ty_statement_is_null (statement, (int) i))
      {
        gint64 id = ty_statement_get_int (statement, (int) i);
        TySubject subject = { info->fields[i].reference, id, 0 };

        g_array_append_val (subjects, subject);
      }
  return step != TY_STEP_ERROR;
}

/**
 * ty_subject_resolve:
 * @database: the rows as they are after the changes
 * @subjects: (element-type TySubject): what ty_changeset_digest() gave; a row among them is
 *   replaced by the persons and units that it leads to
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the rows could be read
 */
gboolean
ty_subject_resolve (TyDatabase  *database,
                    GArray      *subjects,
                    GError     **error)
{
  g_autoptr(GArray) resolved = g_array_new (FALSE, FALSE, sizeof (TySubject));

  for (guint i = 0; i < subjects->len; i++)
    {
      TySubject *subject = &g_array_index (subjects, TySubject, i);

      if (is_subject (subject->kind))
        g_array_append_vals (resolved, subject, 1);
      else if (!append_links (database, subject, resolved, error))
        return FALSE;
    }

  g_array_set_size (subjects, 0);
  g_array_append_vals (subjects, resolved->data, resolved->len);
  return TRUE;
}
