/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-scale"

#include "config.h"

#include "ty-scale.h"

#include "ty-code-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * ty_scale_new:
 *
 * Returns: (transfer full): a scale with the one value %TY_SCALE_NONE
 */
TyScale *
ty_scale_new (void)
{
  TyScale *self = g_new0 (TyScale, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  ty_scale_add (self, "", _("not filled in"));
  return self;
}

void
ty_scale_free (TyScale *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->units, g_array_unref);
  g_free (self->table);
  g_free (self);
}

/**
 * ty_scale_add:
 * @self: a scale that is being made
 * @key: key of a value
 * @label: its name in the user’s language
 *
 * Returns: the number of the new value
 */
guint
ty_scale_add (TyScale    *self,
              const char *key,
              const char *label)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->labels, g_strdup (label));
  return self->keys->len - 1;
}

/**
 * ty_scale_add_codes:
 * @self: a scale that is being made
 * @list: id of a code list
 *
 * Adds all codes of a list, in its order.
 *
 * Returns: the number of the first
 */
guint
ty_scale_add_codes (TyScale    *self,
                    const char *list)
{
  TyCodeList *codes = ty_code_list_get_shipped (list);
  guint first = self->keys->len;

  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    {
      TyCode *code = ty_code_list_get_item (codes, i);

      ty_scale_add (self, ty_code_get_key (code), ty_code_get_label (code));
    }
  return first;
}

/**
 * ty_scale_get_n:
 * @self: a scale
 *
 * Returns: how many values it has, %TY_SCALE_NONE among them
 */
guint
ty_scale_get_n (TyScale *self)
{
  return self->keys->len;
}

/**
 * ty_scale_get_key:
 * @self: a scale
 * @value: number of a value
 *
 * Returns: (transfer none): its key, as filters and JSON name it; empty for %TY_SCALE_NONE
 */
const char *
ty_scale_get_key (TyScale *self,
                  guint    value)
{
  return g_ptr_array_index (self->keys, value);
}

/**
 * ty_scale_get_label:
 * @self: a scale
 * @value: number of a value
 *
 * Returns: (transfer none): its name in the user’s language
 */
const char *
ty_scale_get_label (TyScale *self,
                    guint    value)
{
  return g_ptr_array_index (self->labels, value);
}

/**
 * ty_scale_find:
 * @self: a scale
 * @key: key of a value
 * @value: (out): its number
 *
 * Returns: whether there is such a value
 */
gboolean
ty_scale_find (TyScale    *self,
               const char *key,
               guint      *value)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (strcmp (g_ptr_array_index (self->keys, i), key) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}
