/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-whole-choice"

#include "config.h"

#include "ty-whole-choice.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (choice));
}

/**
 * ty_whole_choice_show:
 * @row: a row that chooses one of a few short texts
 *
 * Shows what is chosen whole, however long the title beside it is: the title takes two lines instead.
 */
void
ty_whole_choice_show (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) whole = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (whole, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (whole, "bind", G_CALLBACK (bind_cb), NULL);
  /* The list keeps the usual one, with the mark of what is chosen. */
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, whole);
}
