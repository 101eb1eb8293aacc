/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-code-combo"

#include "config.h"

#include "ty-code-combo.h"

#include "ty-code-list.h"

#include <glib/gi18n-lib.h>

/**
 * ty_code_combo_fill:
 * @row: a row
 * @list: id of a shipped code list
 * @key: (nullable): what is chosen to begin with
 *
 * Gives a row the codes of a list to choose from, and that nothing is filled in.
 */
void
ty_code_combo_fill (AdwComboRow *row,
                    const char  *list,
                    const char  *key)
{
  TyCodeList *codes = ty_code_list_get_shipped (list);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GPtrArray *keys = g_ptr_array_new ();
  guint selected = 0;

  g_ptr_array_add (keys, NULL);
  gtk_string_list_append (labels, _("Not filled in"));
  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    {
      TyCode *code = ty_code_list_get_item (codes, i);

      if (g_strcmp0 (ty_code_get_key (code), key) == 0)
        selected = keys->len;
      g_ptr_array_add (keys, (gpointer) g_intern_string (ty_code_get_key (code)));
      gtk_string_list_append (labels, ty_code_get_label (code));
    }
  g_object_set_data_full (G_OBJECT (row), "ty-keys", keys, (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, selected);
}

/**
 * ty_code_combo_get:
 * @row: a row that was filled
 *
 * Returns: (transfer none) (nullable): the key that is chosen, interned
 */
const char *
ty_code_combo_get (AdwComboRow *row)
{
  GPtrArray *keys = g_object_get_data (G_OBJECT (row), "ty-keys");
  guint selected = adw_combo_row_get_selected (row);

  return keys != NULL && selected < keys->len ? g_ptr_array_index (keys, selected) : NULL;
}
