/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-values"

#include "config.h"

#include "ty-form-values.h"

/**
 * TyFormValues:
 *
 * What is written into a form: texts by the words of fields, lists of rows that are such values themselves,
 * and a photo. Where it comes from, whoever fills it knows; a form only knows the words.
 */
struct _TyFormValues
{
  GHashTable *texts; /* (owned) (element-type utf8 utf8) */
  GHashTable *lists; /* (owned) (element-type utf8 GPtrArray): of TyFormValues */
  GBytes *photo;     /* (owned) (nullable) */
};

/**
 * ty_form_values_new:
 *
 * Returns: (transfer full): values that are all empty, as a blank form has them
 */
TyFormValues *
ty_form_values_new (void)
{
  TyFormValues *self = g_new0 (TyFormValues, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
ty_form_values_free (TyFormValues *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lists);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

/**
 * ty_form_values_set:
 * @self: values
 * @field: the word of a field
 * @text: (nullable): what is written there; nothing where it is empty
 */
void
ty_form_values_set (TyFormValues *self,
                    const char   *field,
                    const char   *text)
{
  ty_form_values_take (self, field, g_strdup (text));
}

/**
 * ty_form_values_take:
 * @self: values
 * @field: the word of a field
 * @text: (transfer full) (nullable): what is written there
 */
void
ty_form_values_take (TyFormValues *self,
                     const char   *field,
                     char         *text)
{
  if (text == NULL || *text == '\0')
    {
      g_hash_table_remove (self->texts, field);
      g_free (text);
      return;
    }
  g_hash_table_replace (self->texts, g_strdup (field), text);
}

/**
 * ty_form_values_get:
 * @self: (nullable): values
 * @field: the word of a field
 *
 * Returns: (transfer none) (nullable): what is written there
 */
const char *
ty_form_values_get (TyFormValues *self,
                    const char   *field)
{
  return self != NULL ? g_hash_table_lookup (self->texts, field) : NULL;
}

/**
 * ty_form_values_set_photo:
 * @self: values
 * @photo: (nullable): an encoded picture
 */
void
ty_form_values_set_photo (TyFormValues *self,
                          GBytes       *photo)
{
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo = photo != NULL ? g_bytes_ref (photo) : NULL;
}

/**
 * ty_form_values_get_photo:
 * @self: (nullable): values
 *
 * Returns: (transfer none) (nullable): the encoded picture
 */
GBytes *
ty_form_values_get_photo (TyFormValues *self)
{
  return self != NULL ? self->photo : NULL;
}

/**
 * ty_form_values_take_row:
 * @self: values
 * @list: the word of a list
 * @row: (transfer full): its next row
 */
void
ty_form_values_take_row (TyFormValues *self,
                         const char   *list,
                         TyFormValues *row)
{
  GPtrArray *rows = g_hash_table_lookup (self->lists, list);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_values_free);
      g_hash_table_insert (self->lists, g_strdup (list), rows);
    }
  g_ptr_array_add (rows, row);
}

/**
 * ty_form_values_add_row:
 * @self: values
 * @list: the word of a list
 *
 * Returns: (transfer none): a new row at its end
 */
TyFormValues *
ty_form_values_add_row (TyFormValues *self,
                        const char   *list)
{
  TyFormValues *row = ty_form_values_new ();

  ty_form_values_take_row (self, list, row);
  return row;
}

/**
 * ty_form_values_get_n:
 * @self: values
 * @list: the word of a list
 *
 * Returns: how many rows it has
 */
guint
ty_form_values_get_n (TyFormValues *self,
                      const char   *list)
{
  GPtrArray *rows = g_hash_table_lookup (self->lists, list);

  return rows != NULL ? rows->len : 0;
}

/**
 * ty_form_values_get_row:
 * @self: values
 * @list: the word of a list
 * @row: which row, from 0
 *
 * Returns: (transfer none) (nullable): the row, or nothing behind the last one
 */
TyFormValues *
ty_form_values_get_row (TyFormValues *self,
                        const char   *list,
                        guint         row)
{
  GPtrArray *rows = g_hash_table_lookup (self->lists, list);

  return rows != NULL && row < rows->len ? g_ptr_array_index (rows, row) : NULL;
}
