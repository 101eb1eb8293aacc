/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-chooser"

#include "config.h"

#include "ty-unit-chooser.h"

#include "ty-tab-stop.h"
#include "ty-unit-list.h"

#include <glib/gi18n-lib.h>

/**
 * TyUnitChooser:
 *
 * The tree of units as it is on the cut-off date, for whoever does not know how a unit is written. It is made
 * anew whenever it comes into sight; what is not opened is not read.
 */
struct _TyUnitChooser
{
  AdwBin parent_instance;

  /* Owned */
  TyOffice *office;
  TyUnitList *top;        /* (nullable): the units at the top of the tree */
  GtkTreeListModel *tree; /* (nullable) */

  GtkSingleSelection *selection; /* (unowned): of the view */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyUnitChooser, ty_unit_chooser, ADW_TYPE_BIN)

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  TyUnitItem *unit = TY_UNIT_ITEM (item);

  if (!ty_unit_item_has_children (unit))
    return NULL;

  return G_LIST_MODEL (ty_unit_list_new (TY_OFFICE (user_data), ty_unit_item_get_unit (unit)));
}

/* The tree opens at its top, so that the townships are seen. */
static void
top_changed_cb (TyUnitChooser *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->top)); i++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
forget_tree (TyUnitChooser *self)
{
  if (self->top != NULL)
    g_signal_handlers_disconnect_by_data (self->top, self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->top);
}

static void
ty_unit_chooser_map (GtkWidget *widget)
{
  TyUnitChooser *self = TY_UNIT_CHOOSER (widget);

  forget_tree (self);
  if (ty_office_is_open (self->office))
    {
      self->top = ty_unit_list_new (self->office, 0);
      self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->top)), FALSE, FALSE,
                                            create_children, g_object_ref (self->office), g_object_unref);
      g_signal_connect_object (self->top, "items-changed", G_CALLBACK (top_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
    }
  GTK_WIDGET_CLASS (ty_unit_chooser_parent_class)->map (widget);
}

static void
activate_cb (TyUnitChooser *self,
             guint          position,
             GtkListView   *view)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr(TyUnitItem) unit = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  g_autofree char *key = NULL;

  if (unit == NULL)
    return;

  key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_unit_item_get_unit (unit));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, key, ty_unit_item_get_name (unit));
}

static void
ty_unit_chooser_dispose (GObject *object)
{
  TyUnitChooser *self = TY_UNIT_CHOOSER (object);

  if (self->office != NULL)
    forget_tree (self);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_unit_chooser_parent_class)->dispose (object);
}

static void
ty_unit_chooser_class_init (TyUnitChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ty_unit_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->map = ty_unit_chooser_map;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TY_TYPE_UNIT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_type_ensure (TY_TYPE_UNIT_ITEM);
}

static void
ty_unit_chooser_init (TyUnitChooser *self)
{
  GtkListItemFactory *factory = gtk_builder_list_item_factory_new_from_resource (
    NULL, "/org/touyan/Touyan/ui/pages/unit-choice-row.ui");
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view, *stop;

  self->selection = gtk_single_selection_new (NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Units"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_size_request (scroller, 280, 260);
  /* The Tab key leaves the tree instead of going from row to row. */
  stop = g_object_new (TY_TYPE_TAB_STOP, "child", scroller, NULL);
  adw_bin_set_child (ADW_BIN (self), stop);
}

/**
 * ty_unit_chooser_new:
 * @office: whose units
 *
 * Returns: (transfer floating): the tree of its units
 */
GtkWidget *
ty_unit_chooser_new (TyOffice *office)
{
  TyUnitChooser *self = g_object_new (TY_TYPE_UNIT_CHOOSER, NULL);

  self->office = g_object_ref (office);
  return GTK_WIDGET (self);
}

/**
 * ty_unit_chooser_get_rows:
 * @self: a tree
 *
 * Returns: (transfer none): its rows, #GtkTreeListRow of #TyUnitItem; none while it is out of sight
 */
GtkSelectionModel *
ty_unit_chooser_get_rows (TyUnitChooser *self)
{
  g_return_val_if_fail (TY_IS_UNIT_CHOOSER (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}
