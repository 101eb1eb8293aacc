/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-board-drag"

#include "config.h"

#include "ty-pair-board-private.h"

#define EDGE 36       /* pixels from the upper and lower edge, where dragging scrolls */
#define SCROLL_STEP 9 /* pixels in each frame */

/* Cards are dragged from column to column, also into empty and folded ones. A line shows where the rule of
 * the column would have the card; at the edges the column scrolls. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TyPairBoard   *self)
{
  TyPairCard *card = self->writable ? ty_pair_board_pick (self, x, y) : NULL;
  g_autoptr(GdkPaintable) icon = NULL;
  graphene_point_t point;

  if (card == NULL || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (card),
                                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return NULL;

  icon = gtk_widget_paintable_new (GTK_WIDGET (card));
  gtk_drag_source_set_icon (source, icon, (int) point.x, (int) point.y);
  return gdk_content_provider_new_typed (TY_TYPE_PAIR_CARD, card);
}

static void
set_target (TyPairBoard  *self,
            TyPairColumn *column,
            int           position)
{
  if (self->target != NULL && self->target != column)
    {
      ty_pair_column_set_target (self->target, FALSE);
      ty_pair_stack_set_insertion (ty_pair_column_get_stack (self->target), -1);
    }
  self->target = column;
  if (column == NULL)
    return;
  ty_pair_column_set_target (column, TRUE);
  ty_pair_stack_set_insertion (ty_pair_column_get_stack (column), position);
}

static TyPairColumn *
find_column_at (TyPairBoard *self,
                double       x)
{
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      graphene_rect_t place;

      if (gtk_widget_compute_bounds (GTK_WIDGET (self->columns[i]), GTK_WIDGET (self), &place)
          && x >= place.origin.x - TY_PAIR_BOARD_GAP / 2.0 && x < place.origin.x + place.size.width + TY_PAIR_BOARD_GAP / 2.0)
        return self->columns[i];
    }
  return NULL;
}

/* Where the rule of the column would have it. */
static int
find_insertion (TyPairBoard         *self,
                const TyPairingCard *record,
                TyPairingColumn      column)
{
  int position = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const TyPairingCard *other = g_ptr_array_index (self->shown, i);

      position += other->column == column && ty_pairing_card_compare (other, record, column) < 0;
    }
  return MIN (position, (int) ty_pair_stack_get_n (ty_pair_column_get_stack (self->columns[column])));
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TyPairBoard *self = TY_PAIR_BOARD (widget);
  GtkAdjustment *adjustment = self->target != NULL ? ty_pair_column_get_adjustment (self->target) : NULL;
  double height = gtk_widget_get_height (widget);

  if (adjustment != NULL && self->drag_y < 2 * EDGE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - SCROLL_STEP);
  else if (adjustment != NULL && self->drag_y > height - EDGE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
  return G_SOURCE_CONTINUE;
}

/**
 * ty_pair_board_stop_drag:
 * @self: a board over which nothing is dragged any more
 */
void
ty_pair_board_stop_drag (TyPairBoard *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static TyPairCard *
get_dragged (const GValue *value)
{
  return value != NULL && G_VALUE_HOLDS (value, TY_TYPE_PAIR_CARD) ? g_value_get_object (value) : NULL;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           TyPairBoard   *self)
{
  TyPairCard *card = get_dragged (gtk_drop_target_get_value (target));
  TyPairColumn *column = find_column_at (self, x);
  TyPairingCard *record = card != NULL ? ty_pair_board_get_record (self, card) : NULL;

  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  self->drag_y = y;
  if (record == NULL || column == NULL
      || !ty_pairing_card_can_move (record, ty_pair_column_get_column (column)))
    {
      set_target (self, NULL, -1);
      return 0;
    }

  set_target (self, column, find_insertion (self, record, ty_pair_column_get_column (column)));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          TyPairBoard   *self)
{
  set_target (self, NULL, -1);
  ty_pair_board_stop_drag (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TyPairBoard   *self)
{
  TyPairColumn *column = find_column_at (self, x);
  TyPairCard *card = get_dragged (value);

  set_target (self, NULL, -1);
  ty_pair_board_stop_drag (self);
  return column != NULL && card != NULL && self->writable
         && ty_pair_board_drop (self, card, ty_pair_column_get_column (column));
}

/**
 * ty_pair_board_add_drag:
 * @self: a board that is made
 */
void
ty_pair_board_add_drag (TyPairBoard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TY_TYPE_PAIR_CARD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
