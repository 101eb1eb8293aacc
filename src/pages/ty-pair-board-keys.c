/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-board-keys"

#include "config.h"

#include "ty-pair-board-private.h"

/* The arrows go from card to card, with Ctrl they move the card to the next column to which it can go. */

/* The card beside: in the next lane, else in the next column that has some, at about the same height. */
static GtkWidget *
find_beside (TyPairBoard *self,
             int          step)
{
  guint column, position, lanes;
  TyPairStack *stack;
  graphene_rect_t from, to;
  GtkWidget *best = NULL;
  float least = G_MAXFLOAT;

  if (self->chosen == NULL || !ty_pair_board_find_place (self, self->chosen, &column, &position))
    return NULL;

  stack = ty_pair_column_get_stack (self->columns[column]);
  lanes = ty_pair_stack_get_lanes (stack);
  if ((step > 0 && position % lanes + 1 < lanes && position + 1 < ty_pair_stack_get_n (stack))
      || (step < 0 && position % lanes > 0))
    return ty_pair_stack_get_card (stack, position + (guint) step);

  for (int i = (int) column + step; i >= 0 && i < TY_N_PAIRING_COLUMNS && best == NULL; i += step)
    {
      if (ty_pair_column_is_folded (self->columns[i]))
        continue;
      stack = ty_pair_column_get_stack (self->columns[i]);
      for (guint j = 0; j < ty_pair_stack_get_n (stack); j++)
        {
          GtkWidget *card = ty_pair_stack_get_card (stack, j);

          if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self), &to)
              || !gtk_widget_compute_bounds (self->chosen, GTK_WIDGET (self), &from))
            continue;
          if (ABS (to.origin.y - from.origin.y) < least)
            {
              least = ABS (to.origin.y - from.origin.y);
              best = card;
            }
        }
    }
  return best;
}

static GtkWidget *
find_in_column (TyPairBoard *self,
                int          step)
{
  guint column, position;
  TyPairStack *stack;
  int n, wanted;

  if (self->chosen == NULL || !ty_pair_board_find_place (self, self->chosen, &column, &position))
    return NULL;

  stack = ty_pair_column_get_stack (self->columns[column]);
  n = (int) ty_pair_stack_get_n (stack);
  step *= (int) ty_pair_stack_get_lanes (stack);
  wanted = ABS (step) > n ? (step < 0 ? 0 : n - 1) : (int) position + step;
  return wanted >= 0 && wanted < n ? ty_pair_stack_get_card (stack, (guint) wanted) : NULL;
}

/* Keys. */

static gboolean
move_by_key (TyPairBoard *self,
             int          step)
{
  TyPairingCard *record = self->chosen != NULL ? ty_pair_board_get_record (self, TY_PAIR_CARD (self->chosen)) : NULL;

  if (record == NULL || !self->writable)
    return FALSE;
  for (int i = (int) record->column + step; i >= 0 && i < TY_N_PAIRING_COLUMNS; i += step)
    if (ty_pairing_card_can_move (record, (TyPairingColumn) i))
      return ty_pair_board_drop (self, TY_PAIR_CARD (self->chosen), (TyPairingColumn) i);
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
press_plain (TyPairBoard *self,
             guint        keyval)
{
  static const struct
  {
    guint keyval;
    int step;
    gboolean beside;
  } keys[] = {
    { GDK_KEY_Up, -1, FALSE }, { GDK_KEY_Down, 1, FALSE }, { GDK_KEY_Left, -1, TRUE }, { GDK_KEY_Right, 1, TRUE },
    { GDK_KEY_Home, -G_MAXINT16, FALSE }, { GDK_KEY_End, G_MAXINT16, FALSE },
    { GDK_KEY_KP_Up, -1, FALSE }, { GDK_KEY_KP_Down, 1, FALSE }, { GDK_KEY_KP_Left, -1, TRUE },
    { GDK_KEY_KP_Right, 1, TRUE },
  };

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      g_signal_emit_by_name (self, "open", self->chosen);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Menu)
    {
      g_signal_emit_by_name (self, "menu", self->chosen);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      {
        ty_pair_board_focus_card (self, keys[i].beside ? find_beside (self, keys[i].step)
                                                       : find_in_column (self, keys[i].step));
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (TyPairBoard     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->chosen == NULL || !ty_pair_board_has_focus (self))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == 0)
    return press_plain (self, keyval);
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    return move_by_key (self, keyval == GDK_KEY_Left ? -1 : 1);

  return GDK_EVENT_PROPAGATE;
}

/**
 * ty_pair_board_add_keys:
 * @self: a board that is made
 */
void
ty_pair_board_add_keys (TyPairBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
