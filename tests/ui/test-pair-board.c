/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-pair-board.h"

#include <adwaita.h>

static void
add_cards (GtkWidget       *board,
           TyPairingColumn  column,
           guint            n)
{
  g_autoptr(GPtrArray) cards = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *card = ty_pair_card_new (i + 1, column == TY_PAIRING_COLUMN_WAITING ? 0 : i + 1);
      g_autoptr(TyPairFace) face = ty_pair_face_new ();

      face->name = g_strdup ("廖帆");
      ty_pair_card_set_face (TY_PAIR_CARD (card), face);
      g_ptr_array_add (cards, card);
    }
  ty_pair_stack_set_cards (ty_pair_column_get_stack (ty_pair_board_get_column (TY_PAIR_BOARD (board), column)), cards);
}

static guint
get_lanes (GtkWidget       *board,
           int              width,
           TyPairingColumn  column)
{
  int least;

  gtk_widget_measure (board, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (board, &(GtkAllocation){ 0, 0, MAX (width, least), 900 }, -1);
  return ty_pair_stack_get_lanes (ty_pair_column_get_stack (ty_pair_board_get_column (TY_PAIR_BOARD (board), column)));
}

/* On a large screen the cards of long columns stand beside each other, instead of being wider than what they say. */
static void
test_lanes (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *board = ty_pair_board_new ();

  gtk_window_set_child (GTK_WINDOW (window), board);
  add_cards (board, TY_PAIRING_COLUMN_WAITING, 55);
  add_cards (board, TY_PAIRING_COLUMN_AGREED, 2);
  add_cards (board, TY_PAIRING_COLUMN_UNDER_WAY, 19);
  g_assert_cmpuint (get_lanes (board, 1100, TY_PAIRING_COLUMN_UNDER_WAY), ==, 1);
  g_assert_cmpuint (get_lanes (board, 1700, TY_PAIRING_COLUMN_UNDER_WAY), ==, 2);
  g_assert_cmpuint (get_lanes (board, 1700, TY_PAIRING_COLUMN_WAITING), ==, 1);
  g_assert_cmpuint (get_lanes (board, 3200, TY_PAIRING_COLUMN_WAITING), >, 2);
  g_assert_cmpuint (get_lanes (board, 3200, TY_PAIRING_COLUMN_UNDER_WAY), >=, 2);
  g_assert_cmpuint (get_lanes (board, 3200, TY_PAIRING_COLUMN_AGREED), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pair-board/lanes", test_lanes);
  return g_test_run ();
}
