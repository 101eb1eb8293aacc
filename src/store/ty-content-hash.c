/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-content-hash"

#include "config.h"

#include "ty-content-hash.h"

#include "ty-digest.h"
#include "ty-record-registry.h"
#include "ty-table.h"

static void
add_row (TyDigest           *digest,
         TyStatement        *statement,
         const TyRecordInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (TY_FIELD_IS_NUMBER (&info->fields[i]) && !ty_statement_is_null (statement, (int) i))
      ty_digest_add_integer (digest, ty_statement_get_int (statement, (int) i));
    else
      ty_digest_add_text (digest, ty_statement_get_text (statement, (int) i));
}

static gboolean
add_table (TyDatabase          *database,
           TyDigest            *digest,
           const TyRecordInfo  *info,
           gint64              *n_rows,
           GError             **error)
{
  g_autoptr(TyStatement) statement = ty_table_select_in_order (database, info, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;

  ty_digest_add_text (digest, info->table);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      add_row (digest, statement, info);
      ++*n_rows;
    }
  return step == TY_STEP_DONE;
}

/**
 * ty_content_hash:
 * @database: a connection
 * @n_rows: (out): the number of rows in all tables under history
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a SHA-256 over all rows of all tables under history, in the
 * order of their keys, hexadecimal
 */
char *
ty_content_hash (TyDatabase  *database,
                 gint64      *n_rows,
                 GError     **error)
{
  g_autoptr(TyDigest) digest = ty_digest_new ();
  guint8 hash[TY_DIGEST_BYTES];
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  *n_rows = 0;
  for (guint i = 0; i < n; i++)
    if (!add_table (database, digest, infos[i], n_rows, error))
      return NULL;

  ty_digest_finish (digest, hash);
  return ty_digest_to_hex (hash);
}
