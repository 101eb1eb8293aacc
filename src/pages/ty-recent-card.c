/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-recent-card"

#include "config.h"

#include "ty-recent-card.h"

#include "ty-recent-row.h"

#define N_WITH_UNDO 2 /* of the newest: older ones are taken back where one sees what follows from them */

/**
 * TyRecentCard:
 *
 * The last actions of the file; each leads to its place in the history.
 */
struct _TyRecentCard
{
  AdwBin parent_instance;

  /* Template */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TyRecentCard, ty_recent_card, ADW_TYPE_BIN)

static void
ty_recent_card_class_init (TyRecentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-recent-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TyRecentCard, list);
}

static void
ty_recent_card_init (TyRecentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_recent_card_show:
 * @self: a card
 * @entries: (element-type TyHistoryEntry): the last actions, the newest first
 * @writable: whether something can be taken back
 */
void
ty_recent_card_show (TyRecentCard *self,
                     GPtrArray    *entries,
                     gboolean      writable)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_RECENT_CARD (self));

  for (guint i = 0; i < entries->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (ty_recent_row_new ());
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      ty_recent_row_show (TY_RECENT_ROW (row), g_ptr_array_index (entries, i),
                          writable && i < N_WITH_UNDO);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) entries->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}
