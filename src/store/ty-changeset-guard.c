/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-changeset-guard"

#include "config.h"

#include "ty-changeset-guard.h"

#include "ty-record-registry.h"

#include <string.h>

/* SQLite 3.40 trusts a changeset: one damaged byte in a length makes it read beyond the end. So the
 * bytes are walked first. The form is that of sqlite3session.c: headers of tables, each with its
 * changes; a change is an operation, a flag, and one or two rows of values. */

#define OP_DELETE 9
#define OP_INSERT 18
#define OP_UPDATE 23

#define VALUE_UNDEFINED 0
#define VALUE_INTEGER 1
#define VALUE_TEXT 3
#define VALUE_NULL 5

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const TyRecordInfo *info; /* (nullable): the table of the changes that follow */
  guint n_columns;
} Walk;

static gboolean
take_byte (Walk   *walk,
           guint8 *byte)
{
  if (walk->at >= walk->end)
    return FALSE;

  *byte = *walk->at++;
  return TRUE;
}

/* Big-endian groups of seven bits, each but the last with its top bit set; a ninth byte counts whole. */
static gboolean
take_varint (Walk    *walk,
             guint64 *number)
{
  guint8 byte;

  *number = 0;
  for (guint i = 0; i < 8; i++)
    {
      if (!take_byte (walk, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  if (!take_byte (walk, &byte))
    return FALSE;

  *number = *number << 8 | byte;
  return TRUE;
}

static gboolean
skip_bytes (Walk    *walk,
            guint64  length)
{
  if (length > (guint64) (walk->end - walk->at))
    return FALSE;

  walk->at += length;
  return TRUE;
}

static gboolean
take_table (Walk *walk)
{
  guint64 n_columns;
  const guint8 *keys;
  const char *name;
  size_t length;

  if (!take_varint (walk, &n_columns) || n_columns == 0 || n_columns > 64)
    return FALSE;
  walk->info = NULL;
  walk->n_columns = (guint) n_columns;
  keys = walk->at;
  if (!skip_bytes (walk, n_columns))
    return FALSE;
  name = (const char *) walk->at;
  length = strnlen (name, (size_t) (walk->end - walk->at));
  if (!skip_bytes (walk, length + 1))
    return FALSE;

  walk->info = ty_record_registry_find (name);
  if (walk->info == NULL || walk->n_columns > walk->info->n_fields
      || walk->n_columns < walk->info->n_keys)
    return FALSE;
  for (guint i = 0; i < walk->n_columns; i++)
    if ((keys[i] != 0) != (i < walk->info->n_keys))
      return FALSE;
  return TRUE;
}

static gboolean
take_value (Walk              *walk,
            const TyFieldInfo *field,
            gboolean           partial)
{
  guint8 type;
  guint64 length;

  if (!take_byte (walk, &type))
    return FALSE;

  switch (type)
    {
    case VALUE_UNDEFINED:
      return partial;
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
      return TY_FIELD_IS_NUMBER (field) && skip_bytes (walk, 8);
    case VALUE_TEXT:
      return !TY_FIELD_IS_NUMBER (field) && take_varint (walk, &length)
             && skip_bytes (walk, length);
    default:
      return FALSE;
    }
}

static gboolean
take_row (Walk     *walk,
          gboolean  partial)
{
  for (guint i = 0; i < walk->n_columns; i++)
    if (!take_value (walk, &walk->info->fields[i], partial))
      return FALSE;

  return TRUE;
}

static gboolean
take_change (Walk   *walk,
             guint8  op)
{
  guint8 indirect;

  if (walk->info == NULL || !take_byte (walk, &indirect) || indirect != 0)
    return FALSE;

  switch (op)
    {
    case OP_INSERT:
    case OP_DELETE:
      return take_row (walk, FALSE);
    case OP_UPDATE:
      return take_row (walk, TRUE) && take_row (walk, TRUE);
    default:
      return FALSE;
    }
}

/**
 * ty_changeset_guard_check:
 * @changeset: bytes that should be a changeset
 *
 * Returns: whether they are a whole changeset of our tables, so that SQLite may read it
 */
gboolean
ty_changeset_guard_check (GBytes *changeset)
{
  size_t length;
  const guint8 *data = g_bytes_get_data (changeset, &length);
  Walk walk = { data, data + length, NULL, 0 };
  guint8 op;

  if (length > G_MAXINT32)
    return FALSE;
  while (take_byte (&walk, &op))
    if (op == 'T' ? !take_table (&walk) : !take_change (&walk, op))
      return FALSE;

  return TRUE;
}
