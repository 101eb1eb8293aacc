/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-bulk"

#include "config.h"

#include "ty-bulk.h"

#include "ty-table.h"

/**
 * TyBulk:
 *
 * Inserts rows into one table, millions of them: the values go straight into a prepared statement,
 * without a record between. Fields that were not set for a row are NULL in it.
 */
struct _TyBulk
{
  const TyRecordInfo *info;
  TyStatement *statement; /* (owned) */
};

/**
 * ty_bulk_new:
 * @store: a store that writes, inside an action
 * @info: the table
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what inserts rows into it; it must be gone before the store
 *   is closed
 */
TyBulk *
ty_bulk_new (TyStore             *store,
             const TyRecordInfo  *info,
             GError             **error)
{
  TyStatement *statement = ty_table_prepare_insert (ty_store_get_database (store), info, error);
  TyBulk *self;

  if (statement == NULL)
    return NULL;

  self = g_new0 (TyBulk, 1);
  self->info = info;
  self->statement = statement;
  return self;
}

/**
 * ty_bulk_free:
 * @self: (transfer full): it
 */
void
ty_bulk_free (TyBulk *self)
{
  ty_statement_free (self->statement);
  g_free (self);
}

/**
 * ty_bulk_set_text:
 * @self: an inserter
 * @field: a field that is no number
 * @text: (nullable): its value, which must live until the row is inserted
 */
void
ty_bulk_set_text (TyBulk     *self,
                  guint       field,
                  const char *text)
{
  g_assert (field < self->info->n_fields && !TY_FIELD_IS_NUMBER (&self->info->fields[field]));

  ty_statement_bind_borrowed (self->statement, (int) field, text);
}

/**
 * ty_bulk_set_int:
 * @self: an inserter
 * @field: a field that is a number or refers to a record
 * @number: its value
 */
void
ty_bulk_set_int (TyBulk *self,
                 guint   field,
                 gint64  number)
{
  g_assert (field < self->info->n_fields && TY_FIELD_IS_NUMBER (&self->info->fields[field]));

  ty_statement_bind_int (self->statement, (int) field, number);
}

/**
 * ty_bulk_insert:
 * @self: an inserter
 * @error: a `TY_STORE_ERROR`
 *
 * Inserts the row and begins the next one. It is quickest in the order of the keys.
 *
 * Returns: whether the row was inserted
 */
gboolean
ty_bulk_insert (TyBulk  *self,
                GError **error)
{
  return ty_statement_run (self->statement, error);
}
