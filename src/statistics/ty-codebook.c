/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-codebook"

#include "config.h"

#include "ty-codebook.h"

#include "ty-code-list.h"

/**
 * TyCodebook:
 *
 * Small numbers for the keys that a column of the file holds, so that a value takes a byte or two.
 * It only grows, and every generation of the columns shares it: a number never changes its key.
 * Any thread may call it.
 */
struct _TyCodebook
{
  GMutex mutex;
  GHashTable *numbers; /* (owned): key to number; guarded by mutex */
  GPtrArray *keys;     /* (owned): interned, by number; guarded by mutex */
  guint limit;
};

static guint
find_number (TyCodebook *self,
             const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
}

static guint
append_key (TyCodebook *self,
            const char *key)
{
  guint number = self->keys->len;

  if (number > self->limit)
    return self->limit;

  key = g_intern_string (key);
  g_ptr_array_add (self->keys, (gpointer) key);
  g_hash_table_insert (self->numbers, (gpointer) key, GUINT_TO_POINTER (number));
  return number;
}

/**
 * ty_codebook_new:
 * @list: (nullable): id of a shipped code list whose keys are numbered first, in their order
 * @limit: the highest number; a file with more keys than that has them share the last
 *
 * Returns: (transfer full): the codebook
 */
TyCodebook *
ty_codebook_new (const char *list,
                 guint       limit)
{
  TyCodebook *self = g_new0 (TyCodebook, 1);
  TyCodeList *codes = list != NULL ? ty_code_list_get_shipped (list) : NULL;

  g_mutex_init (&self->mutex);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_ptr_array_new ();
  self->limit = limit;
  g_ptr_array_add (self->keys, NULL);
  for (guint i = 0; codes != NULL && i < ty_code_list_get_n_items (codes); i++)
    append_key (self, ty_code_get_key (ty_code_list_get_item (codes, i)));
  return self;
}

void
ty_codebook_free (TyCodebook *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->keys);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * ty_codebook_add:
 * @self: a codebook
 * @key: (nullable): a key
 *
 * Returns: its number, a new one where it is new; %TY_CODEBOOK_NONE for %NULL
 */
guint
ty_codebook_add (TyCodebook *self,
                 const char *key)
{
  g_autoptr(GMutexLocker) locker = NULL;
  guint number;

  if (key == NULL)
    return TY_CODEBOOK_NONE;

  locker = g_mutex_locker_new (&self->mutex);
  number = find_number (self, key);
  return number != 0 ? number : append_key (self, key);
}

/**
 * ty_codebook_find:
 * @self: a codebook
 * @key: (nullable): a key
 *
 * Returns: its number, or %TY_CODEBOOK_NONE where nothing in the file has it
 */
guint
ty_codebook_find (TyCodebook *self,
                  const char *key)
{
  g_autoptr(GMutexLocker) locker = NULL;

  if (key == NULL)
    return TY_CODEBOOK_NONE;

  locker = g_mutex_locker_new (&self->mutex);
  return find_number (self, key);
}

/**
 * ty_codebook_get_n:
 * @self: a codebook
 *
 * Returns: one more than the highest number that was given out
 */
guint
ty_codebook_get_n (TyCodebook *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->keys->len;
}

/**
 * ty_codebook_get:
 * @self: a codebook
 * @number: a number that was given out
 *
 * Returns: (transfer none) (nullable): its key, interned; %NULL for %TY_CODEBOOK_NONE
 */
const char *
ty_codebook_get (TyCodebook *self,
                 guint       number)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_return_val_if_fail (number < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, number);
}
