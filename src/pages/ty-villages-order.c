/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-villages-order"

#include "config.h"

#include "ty-villages-page-private.h"

#include "ty-office-villages.h"
#include "ty-village-cell.h"

#include <glib/gi18n-lib.h>

/* The official order is set here, by dragging and by keys: both are one action, and whatever lists
 * units obeys it. */

static TyVillageCell *
find_cell (GtkWidget *widget)
{
  if (TY_IS_VILLAGE_CELL (widget))
    return TY_VILLAGE_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TyVillageCell *cell = find_cell (child);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/**
 * ty_villages_order_get_row:
 * @widget: (nullable): something in the table
 *
 * Returns: (transfer none) (nullable): the row of the table in which it is
 */
GtkWidget *
ty_villages_order_get_row (GtkWidget *widget)
{
  while (widget != NULL && g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static gint64
get_unit (GtkWidget *row)
{
  TyVillageCell *cell = row != NULL ? find_cell (row) : NULL;
  TyVillageItem *item = cell != NULL ? ty_village_cell_get_item (cell) : NULL;

  return item != NULL ? ty_village_item_get_unit (item) : 0;
}

static GtkWidget *
find_row (GtkWidget *widget,
          gint64     unit)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = NULL;

      if (g_strcmp0 (gtk_widget_get_css_name (child), "row") != 0)
        row = find_row (child, unit);
      else if (get_unit (child) == unit)
        row = child;
      if (row != NULL)
        return row;
    }
  return NULL;
}

static const char *
get_name (TyVillagesPage *self,
          gint64          unit)
{
  guint position;

  if (!ty_village_list_find (self->list, unit, &position))
    return "";
  return ty_village_list_get_row (self->list, position)->name;
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyVillagesPage) self = TY_VILLAGES_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ty_office_move_unit_finish (TY_OFFICE (source), result, &error))
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  text = g_strdup_printf (_("%s was moved in the official order."), get_name (self, self->moved));
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
move_unit (TyVillagesPage *self,
           gint64          unit,
           gint64          before)
{
  self->moved = unit;
  ty_office_move_unit_async (ty_page_get_office (TY_PAGE (self)), unit, before, NULL, moved_cb,
                             g_object_ref (self));
}

/**
 * ty_villages_order_step:
 * @self: the page
 * @step: -1 for up, 1 for down
 *
 * Moves the unit that is selected past the one beside it, if there is one.
 */
void
ty_villages_order_step (TyVillagesPage *self,
                        int             step)
{
  guint position;
  gint64 unit = ty_villages_page_get_selected (self, &position);
  gint64 before;

  if (unit != 0 && !ty_office_is_read_only (ty_page_get_office (TY_PAGE (self)))
      && ty_village_list_find_place (self->list, position, step, &before))
    move_unit (self, unit, before);
}

/**
 * ty_villages_order_settle:
 * @self: the page, whose list has new figures
 *
 * What was moved is selected and has the focus where it stands now, so that it can be moved on.
 */
void
ty_villages_order_settle (TyVillagesPage *self)
{
  gint64 moved = self->moved;
  GtkWidget *row;
  guint position;

  self->moved = 0;
  if (moved == 0 || !ty_village_list_find (self->list, moved, &position))
    return;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  row = find_row (GTK_WIDGET (self->view), moved);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
mark_drop (TyVillagesPage *self,
           GtkWidget      *row,
           gboolean        behind)
{
  if (self->drop_row != NULL)
    {
      gtk_widget_remove_css_class (self->drop_row, "ty-drop-before");
      gtk_widget_remove_css_class (self->drop_row, "ty-drop-behind");
      g_object_remove_weak_pointer (G_OBJECT (self->drop_row), (gpointer *) &self->drop_row);
    }
  self->drop_row = row;
  if (row == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &self->drop_row);
  gtk_widget_add_css_class (row, behind ? "ty-drop-behind" : "ty-drop-before");
}

/* The row at a place of the table, and whether its lower half is there. */
static GtkWidget *
pick_row (TyVillagesPage *self,
          double          x,
          double          y,
          gboolean       *behind)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *row = ty_villages_order_get_row (gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (row == NULL || !gtk_widget_compute_point (view, row, &point, &point))
    return NULL;

  *behind = point.y > (float) gtk_widget_get_height (row) / 2;
  return row;
}

static gboolean
find_drop (TyVillagesPage *self,
           const GValue   *value,
           double          x,
           double          y,
           gint64         *before)
{
  gboolean behind = FALSE;
  GtkWidget *row = pick_row (self, x, y, &behind);
  gint64 over = get_unit (row);
  guint position;
  gboolean fits = value != NULL && G_VALUE_HOLDS_INT64 (value) && over != 0
                  && !ty_office_is_read_only (ty_page_get_office (TY_PAGE (self)))
                  && ty_village_list_find (self->list, over, &position)
                  && ty_village_list_find_drop (self->list, g_value_get_int64 (value), position,
                                                behind, before);

  mark_drop (self, fits ? row : NULL, behind);
  return fits;
}

static GdkDragAction
motion_cb (GtkDropTarget  *target,
           double          x,
           double          y,
           TyVillagesPage *self)
{
  gint64 before;

  return find_drop (self, gtk_drop_target_get_value (target), x, y, &before) ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget  *target,
          TyVillagesPage *self)
{
  mark_drop (self, NULL, FALSE);
}

static gboolean
drop_cb (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         TyVillagesPage *self)
{
  gint64 before;
  gboolean fits = find_drop (self, value, x, y, &before);

  mark_drop (self, NULL, FALSE);
  if (fits && before != g_value_get_int64 (value))
    move_unit (self, g_value_get_int64 (value), before);
  return fits;
}

/**
 * ty_villages_order_install:
 * @self: the page
 *
 * Lets units be dropped on the table.
 */
void
ty_villages_order_install (TyVillagesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
}
