/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-board"

#include "config.h"

#include "ty-pair-board-private.h"

#include "ty-text-scale.h"

#define LEAST_WIDTH 200  /* of a column, with text of the usual size: name, age and points stand beside each other */
#define FOLDED_WIDTH 40
#define CARDS_OF_LANE 4  /* fewer need no lane more */
#define MOST_LANES 4
#define WIDE_CARD 310    /* with which a card has all of its texts */
#define MOST_CARDS 300   /* of a column, until more are asked for */

/**
 * TyPairBoard:
 *
 * The columns of the board. Dragging, keys and the menu all say the same to whoever listens, who changes
 * the file; the board shows what is read from there, and moves nothing by itself.
 */

enum
{
  SIGNAL_MOVE,
  SIGNAL_OPEN,
  SIGNAL_MENU,
  SIGNAL_CHOSEN,
  SIGNAL_FOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPairBoard, ty_pair_board, GTK_TYPE_WIDGET)

/* Cards by their keys. */

static guint
hash_card (gconstpointer card)
{
  gint64 person = ty_pair_card_get_person ((TyPairCard *) card);
  gint64 pairing = ty_pair_card_get_pairing ((TyPairCard *) card);

  return g_int64_hash (&person) * 31 + g_int64_hash (&pairing);
}

static gboolean
is_same_card (gconstpointer a,
              gconstpointer b)
{
  return ty_pair_card_get_person ((TyPairCard *) a) == ty_pair_card_get_person ((TyPairCard *) b)
         && ty_pair_card_get_pairing ((TyPairCard *) a) == ty_pair_card_get_pairing ((TyPairCard *) b);
}

/**
 * ty_pair_board_find:
 * @self: a board
 * @person: key of a mentee
 * @pairing: id of a pairing; 0 = as one who waits, below 0 = as any
 *
 * Returns: (transfer none) (nullable): the card, if it is shown
 */
GtkWidget *
ty_pair_board_find (TyPairBoard *self,
                    gint64       person,
                    gint64       pairing)
{
  GHashTableIter iter;
  gpointer card;

  g_return_val_if_fail (TY_IS_PAIR_BOARD (self), NULL);

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    if (ty_pair_card_get_person (card) == person && (pairing < 0 || ty_pair_card_get_pairing (card) == pairing))
      return card;
  return NULL;
}

/**
 * ty_pair_board_get_record:
 * @self: a board
 * @card: one of its cards
 *
 * Returns: (transfer none) (nullable): what was read of it
 */
TyPairingCard *
ty_pair_board_get_record (TyPairBoard *self,
                          TyPairCard  *card)
{
  return self->board != NULL ? ty_pairing_board_find (self->board, ty_pair_card_get_person (card),
                                                      ty_pair_card_get_pairing (card)) : NULL;
}

/**
 * ty_pair_board_find_place:
 * @self: a board
 * @card: a card
 * @column: (out): its column
 * @position: (out): its place there
 *
 * Returns: whether it is on the board
 */
gboolean
ty_pair_board_find_place (TyPairBoard *self,
                          GtkWidget   *card,
                          guint       *column,
                          guint       *position)
{
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    if (ty_pair_stack_find (ty_pair_column_get_stack (self->columns[i]), card, position))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_pair_board_pick:
 * @self: a board
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: (transfer none) (nullable): the card there
 */
TyPairCard *
ty_pair_board_pick (TyPairBoard *self,
                    double       x,
                    double       y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !TY_IS_PAIR_CARD (widget))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL ? TY_PAIR_CARD (widget) : NULL;
}

/* What is shown. */

static GtkWidget *
take_card (TyPairBoard         *self,
           GHashTable          *before,
           const TyPairingCard *record)
{
  g_autoptr(GtkWidget) wanted = g_object_ref_sink (ty_pair_card_new (record->person, record->pairing));
  GtkWidget *card = g_hash_table_lookup (before, wanted);

  if (card == NULL)
    card = wanted;
  ty_pair_card_set_face (TY_PAIR_CARD (card), record->face);
  g_hash_table_add (self->cards, g_object_ref (card));
  return card;
}

static void
show_column (TyPairBoard *self,
             guint        column,
             GHashTable  *before)
{
  g_autoptr(GPtrArray) cards = g_ptr_array_new ();
  guint n = 0, n_overdue = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const TyPairingCard *record = g_ptr_array_index (self->shown, i);

      if (record->column != column)
        continue;
      n_overdue += record->overdue;
      if (n++ < self->limits[column])
        g_ptr_array_add (cards, take_card (self, before, record));
    }
  ty_pair_stack_set_cards (ty_pair_column_get_stack (self->columns[column]), cards);
  ty_pair_column_set_counts (self->columns[column], n, cards->len, n_overdue);
}

/**
 * ty_pair_board_has_focus:
 * @self: a board
 *
 * Returns: whether one of its cards has the focus
 */
gboolean
ty_pair_board_has_focus (TyPairBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && TY_IS_PAIR_CARD (focus);
}

static void
set_chosen (TyPairBoard *self,
            GtkWidget   *card)
{
  if (card != NULL && ty_pair_board_find_place (self, card, &self->chosen_column, &self->chosen_position))
    self->chosen_person = ty_pair_card_get_person (TY_PAIR_CARD (card));
  if (self->chosen == card)
    return;

  if (self->chosen != NULL)
    gtk_widget_remove_css_class (self->chosen, "chosen");
  g_set_weak_pointer (&self->chosen, card);
  if (card != NULL)
    gtk_widget_add_css_class (card, "chosen");
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, card);
}

/* Who was current stays so, also as another card: who waited is now paired. Of somebody who is gone the
 * neighbour takes the place. */
static void
follow_chosen (TyPairBoard *self,
               gboolean     focused)
{
  GtkWidget *card = self->chosen;
  guint column, position;

  if (self->chosen_person == 0)
    return;
  if (card == NULL || !ty_pair_board_find_place (self, card, &column, &position))
    card = ty_pair_board_find (self, self->chosen_person, -1);
  if (card == NULL && focused)
    {
      TyPairStack *stack = ty_pair_column_get_stack (self->columns[self->chosen_column]);
      guint n = ty_pair_stack_get_n (stack);

      card = n > 0 ? ty_pair_stack_get_card (stack, MIN (self->chosen_position, n - 1)) : NULL;
    }
  set_chosen (self, card);
  if (card != NULL && focused)
    ty_pair_board_focus_card (self, card);
  if (card == NULL)
    self->chosen_person = 0;
}

static void
show (TyPairBoard *self)
{
  g_autoptr(GHashTable) before = self->cards;
  gboolean focused = ty_pair_board_has_focus (self);

  self->cards = g_hash_table_new_full (hash_card, is_same_card, g_object_unref, NULL);
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    show_column (self, i, before);
  follow_chosen (self, focused);
}

/* The focus. */

/**
 * ty_pair_board_focus_card:
 * @self: a board
 * @card: one of its cards
 *
 * Gives it the focus, and scrolls to it.
 *
 * Returns: whether it has the focus
 */
gboolean
ty_pair_board_focus_card (TyPairBoard *self,
                          GtkWidget   *card)
{
  g_return_val_if_fail (TY_IS_PAIR_BOARD (self), FALSE);

  return card != NULL && gtk_widget_grab_focus (card);
}

static void
focus_widget_cb (TyPairBoard *self,
                 GParamSpec  *pspec,
                 GtkRoot     *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && TY_IS_PAIR_CARD (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    set_chosen (self, focus);
}

/* The pointer. */

static void
pressed_cb (TyPairBoard     *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  TyPairCard *card = ty_pair_board_pick (self, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (card == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (card));
  if (button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[SIGNAL_MENU], 0, card);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, card);
}

/* The columns. */

static void
folded_cb (TyPairBoard  *self,
           TyPairColumn *column)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_FOLDED], 0);
}

static void
more_cb (TyPairBoard  *self,
         TyPairColumn *column)
{
  self->limits[ty_pair_column_get_column (column)] += 2 * MOST_CARDS;
  show (self);
}

/* All columns are of one width, in which the widest head has room. */
static int
get_least_width (TyPairBoard *self)
{
  int width = (int) (LEAST_WIDTH * ty_text_scale_get (GTK_WIDGET (self)));

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    if (!ty_pair_column_is_folded (self->columns[i]))
      {
        int least;

        gtk_widget_measure (GTK_WIDGET (self->columns[i]), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                            NULL);
        width = MAX (width, least);
      }
  return width;
}

/* The column whose cards are the longest way down, if it is to have another lane. */
static guint
find_longest (TyPairBoard *self,
              const guint *lanes)
{
  guint longest = TY_N_PAIRING_COLUMNS;
  double most = CARDS_OF_LANE;

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      double n = ty_pair_stack_get_n (ty_pair_column_get_stack (self->columns[i]));

      if (lanes[i] > 0 && lanes[i] < MOST_LANES && n / lanes[i] > most)
        {
          longest = i;
          most = n / lanes[i];
        }
    }
  return longest;
}

/* Pairs under way are most of them: they have two lanes where there is room. On a large screen, where cards would be
 * wider than what they say, whatever column is long has more. */
static guint
share_lanes (TyPairBoard *self,
             int          width,
             guint       *lanes,
             int         *rest)
{
  int least = get_least_width (self) + 6;
  int wide = MAX (least, (int) (WIDE_CARD * ty_text_scale_get (GTK_WIDGET (self))));
  guint n = 0, longest;

  *rest = width;
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      lanes[i] = !ty_pair_column_is_folded (self->columns[i]);
      *rest -= (lanes[i] > 0 ? 0 : FOLDED_WIDTH) + TY_PAIR_BOARD_GAP;
      n += lanes[i];
    }
  if (lanes[TY_PAIRING_COLUMN_UNDER_WAY] == 0 || *rest < (int) (n + 1) * least)
    return n;

  lanes[TY_PAIRING_COLUMN_UNDER_WAY]++;
  for (n++; *rest >= (int) (n + 1) * wide && (longest = find_longest (self, lanes)) < TY_N_PAIRING_COLUMNS; n++)
    lanes[longest]++;
  return n;
}

static void
ty_pair_board_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TyPairBoard *self = TY_PAIR_BOARD (widget);
  int width = orientation == GTK_ORIENTATION_HORIZONTAL ? get_least_width (self) : 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      gboolean folded = ty_pair_column_is_folded (self->columns[i]);
      int least, usual;

      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          gtk_widget_measure (GTK_WIDGET (self->columns[i]), orientation, -1, &least, &usual, NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, usual);
        }
      else
        {
          *minimum += (folded ? FOLDED_WIDTH : width) + (i > 0 ? TY_PAIR_BOARD_GAP : 0);
          *natural = *minimum;
        }
    }
}

static void
ty_pair_board_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TyPairBoard *self = TY_PAIR_BOARD (widget);
  guint lanes[TY_N_PAIRING_COLUMNS];
  int rest, x = 0;
  guint units = share_lanes (self, width + TY_PAIR_BOARD_GAP, lanes, &rest);

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      int wide = lanes[i] > 0 ? (int) (rest * lanes[i] / (double) units) : FOLDED_WIDTH;

      ty_pair_stack_set_lanes (ty_pair_column_get_stack (self->columns[i]), MAX (lanes[i], 1));
      gtk_widget_size_allocate (GTK_WIDGET (self->columns[i]), &(GtkAllocation){ x, 0, wide, height }, -1);
      x += wide + TY_PAIR_BOARD_GAP;
    }
}

static void
ty_pair_board_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_pair_board_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_widget_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
ty_pair_board_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_widget_cb, widget);
  GTK_WIDGET_CLASS (ty_pair_board_parent_class)->unroot (widget);
}

static void
ty_pair_board_dispose (GObject *object)
{
  TyPairBoard *self = TY_PAIR_BOARD (object);

  ty_pair_board_stop_drag (self);
  g_clear_weak_pointer (&self->chosen);
  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->shown, 0);
  self->board = NULL;
  self->target = NULL;
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    g_clear_pointer ((GtkWidget **) &self->columns[i], gtk_widget_unparent);

  G_OBJECT_CLASS (ty_pair_board_parent_class)->dispose (object);
}

static void
ty_pair_board_finalize (GObject *object)
{
  TyPairBoard *self = TY_PAIR_BOARD (object);

  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (ty_pair_board_parent_class)->finalize (object);
}

static void
ty_pair_board_class_init (TyPairBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_pair_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_pair_board_finalize;
  widget_class->measure = ty_pair_board_measure;
  widget_class->size_allocate = ty_pair_board_size_allocate;
  widget_class->root = ty_pair_board_root;
  widget_class->unroot = ty_pair_board_unroot;

  signals[SIGNAL_MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       TY_TYPE_PAIR_CARD, G_TYPE_UINT);
  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       TY_TYPE_PAIR_CARD);
  signals[SIGNAL_MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       TY_TYPE_PAIR_CARD);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         TY_TYPE_PAIR_CARD);
  signals[SIGNAL_FOLDED] = g_signal_new ("folded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pairboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_controllers (TyPairBoard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  ty_pair_board_add_keys (self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  ty_pair_board_add_drag (self);
}

static void
ty_pair_board_init (TyPairBoard *self)
{
  self->shown = g_ptr_array_new ();
  self->cards = g_hash_table_new_full (hash_card, is_same_card, g_object_unref, NULL);
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      GtkWidget *column = ty_pair_column_new (i);

      self->columns[i] = TY_PAIR_COLUMN (column);
      self->limits[i] = MOST_CARDS;
      gtk_widget_set_parent (column, GTK_WIDGET (self));
      g_signal_connect_object (column, "folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
    }
  add_controllers (self);
}

/**
 * ty_pair_board_new:
 *
 * Returns: (transfer floating): a board without cards
 */
GtkWidget *
ty_pair_board_new (void)
{
  return g_object_new (TY_TYPE_PAIR_BOARD, NULL);
}

/**
 * ty_pair_board_show:
 * @self: a board
 * @board: what was read, which has to stay until something else is shown
 * @cards: (element-type TyPairingCard): those of its cards that are shown, in their order
 *
 * Shows what was read. Cards that are there stay, with their focus; those that changed are drawn anew.
 */
void
ty_pair_board_show (TyPairBoard    *self,
                    TyPairingBoard *board,
                    GPtrArray      *cards)
{
  g_return_if_fail (TY_IS_PAIR_BOARD (self));

  self->board = board;
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (self->shown, g_ptr_array_index (cards, i));
  show (self);
}

/**
 * ty_pair_board_set_writable:
 * @self: a board
 * @writable: whether cards can be moved
 */
void
ty_pair_board_set_writable (TyPairBoard *self,
                            gboolean     writable)
{
  g_return_if_fail (TY_IS_PAIR_BOARD (self));

  self->writable = writable;
}

/**
 * ty_pair_board_get_column:
 * @self: a board
 * @column: which one
 *
 * Returns: (transfer none): the column
 */
TyPairColumn *
ty_pair_board_get_column (TyPairBoard     *self,
                          TyPairingColumn  column)
{
  g_return_val_if_fail (TY_IS_PAIR_BOARD (self), NULL);
  g_return_val_if_fail (column < TY_N_PAIRING_COLUMNS, NULL);

  return self->columns[column];
}

/**
 * ty_pair_board_get_chosen:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the card that is current: it has the focus, or had it last
 */
TyPairCard *
ty_pair_board_get_chosen (TyPairBoard *self)
{
  g_return_val_if_fail (TY_IS_PAIR_BOARD (self), NULL);

  return self->chosen != NULL ? TY_PAIR_CARD (self->chosen) : NULL;
}

/**
 * ty_pair_board_drop:
 * @self: a board
 * @card: one of its cards
 * @column: where it was dropped
 *
 * Asks for a card to be moved, as dragging and keys do.
 *
 * Returns: whether it can be moved there
 */
gboolean
ty_pair_board_drop (TyPairBoard     *self,
                    TyPairCard      *card,
                    TyPairingColumn  column)
{
  TyPairingCard *record = ty_pair_board_get_record (self, card);

  g_return_val_if_fail (TY_IS_PAIR_BOARD (self), FALSE);

  if (record == NULL || !ty_pairing_card_can_move (record, column))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVE], 0, card, (guint) column);
  return TRUE;
}
