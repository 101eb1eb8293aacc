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

  g_atomic_ref_count_init (&self->count);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  ty_scale_add (self, "", _("not filled in"));
  return self;
}

/**
 * ty_scale_ref:
 * @self: a scale
 *
 * Returns: (transfer full): the same
 */
TyScale *
ty_scale_ref (TyScale *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_scale_unref (TyScale *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->units, g_array_unref);
  g_strfreev (self->unit_keys);
  g_clear_pointer (&self->tree, ty_unit_tree_unref);
  g_clear_pointer (&self->all_units, ty_units_unref);
  g_clear_pointer (&self->before, ty_view_unref);
  g_free (self->table);
  g_free (self);
}

/**
 * ty_scale_set_units:
 * @self: a scale that is being made
 * @view: its view
 *
 * Makes the values units: a province has thousands of townships, whose keys are written as texts
 * only where they are read.
 */
void
ty_scale_set_units (TyScale *self,
                    TyView  *view)
{
  const guint32 none = TY_UNIT_NONE;

  self->units = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->tree = ty_unit_tree_ref (ty_view_get_tree (view));
  self->all_units = ty_units_ref (ty_columns_get_units (ty_view_get_columns (view)));
  g_array_append_val (self->units, none);
}

/**
 * ty_scale_add_unit:
 * @self: a scale of units that is being made
 * @unit: number of a unit
 *
 * Returns: the number of the new value
 */
guint
ty_scale_add_unit (TyScale *self,
                   guint32  unit)
{
  g_array_append_val (self->units, unit);
  return self->units->len - 1;
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
  return self->units != NULL ? self->units->len : self->keys->len;
}

static char **
make_unit_keys (TyScale *self)
{
  char **keys = g_new0 (char *, self->units->len + 1);

  keys[TY_SCALE_NONE] = g_strdup ("");
  for (guint i = 1; i < self->units->len; i++)
    keys[i] = g_strdup_printf ("%" G_GINT64_FORMAT, ty_scale_get_unit (self, i));
  return keys;
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
  if (self->units == NULL)
    return g_ptr_array_index (self->keys, value);

  if (g_once_init_enter (&self->unit_keys))
    g_once_init_leave (&self->unit_keys, make_unit_keys (self));
  return self->unit_keys[value];
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
  if (self->units == NULL || value == TY_SCALE_NONE)
    return g_ptr_array_index (self->labels, value);

  return ty_unit_tree_get_span (self->tree, g_array_index (self->units, guint32, value))->name;
}

/**
 * ty_scale_get_unit:
 * @self: a scale
 * @value: number of a value
 *
 * Returns: key of the unit in the file, where the values are units; 0 for %TY_SCALE_NONE and for all
 * others
 */
gint64
ty_scale_get_unit (TyScale *self,
                   guint    value)
{
  if (self->units == NULL || value == TY_SCALE_NONE)
    return 0;

  return ty_units_get_id (self->all_units, g_array_index (self->units, guint32, value));
}

static gboolean
find_unit (TyScale    *self,
           const char *key,
           guint      *value)
{
  gint64 id = 0;
  guint32 unit;

  if (*key != '\0' && !g_ascii_string_to_signed (key, 10, 1, G_MAXINT64, &id, NULL))
    return FALSE;

  unit = id != 0 ? ty_units_find (self->all_units, id) : TY_UNIT_NONE;
  for (guint i = 0; i < self->units->len; i++)
    if (g_array_index (self->units, guint32, i) == unit && (i == TY_SCALE_NONE) == (id == 0))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
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
  if (self->units != NULL)
    return find_unit (self, key, value);

  for (guint i = 0; i < self->keys->len; i++)
    if (strcmp (g_ptr_array_index (self->keys, i), key) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}
