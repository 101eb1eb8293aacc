/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-stack"

#include "config.h"

#include "ty-pair-stack.h"

#define GAP 8       /* pixels, between cards and around them */
#define BEYOND 200  /* drawn above and below what is seen, so that scrolling has it ready */

/**
 * TyPairStack:
 *
 * The cards of a column below each other, in one lane or in two. Each is a widget, so that it can have the
 * focus and be read out; those out of sight are placed but not drawn.
 */
struct _TyPairStack
{
  GtkWidget parent_instance;

  GPtrArray *cards;          /* (owned) (element-type GtkWidget): the children, in their order */
  GtkAdjustment *adjustment; /* (owned) (nullable): by which it is scrolled */

  GtkWidget *current;        /* (nullable): weak: the card that had the focus last */

  guint lanes;
  int insertion;             /* before which card the line stands; -1 = none */
};

G_DEFINE_FINAL_TYPE (TyPairStack, ty_pair_stack, GTK_TYPE_WIDGET)

static int
get_card_width (TyPairStack *self,
                int          width)
{
  return MAX (1, (width - GAP - GAP * (int) self->lanes) / (int) self->lanes);
}

/* How high a row of cards is, one in each lane. */
static int
measure_row (TyPairStack *self,
             guint        first,
             int          card_width)
{
  int highest = 0;

  for (guint i = first; i < MIN (first + self->lanes, self->cards->len); i++)
    {
      int height;

      gtk_widget_measure (g_ptr_array_index (self->cards, i), GTK_ORIENTATION_VERTICAL, card_width, &height,
                          NULL, NULL, NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

static GtkSizeRequestMode
ty_pair_stack_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ty_pair_stack_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TyPairStack *self = TY_PAIR_STACK (widget);
  int card_width = get_card_width (self, for_size);
  int height = GAP;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 0;
      return;
    }

  for (guint i = 0; i < self->cards->len; i += self->lanes)
    height += measure_row (self, i, card_width) + GAP;
  *minimum = *natural = height;
}

static void
ty_pair_stack_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TyPairStack *self = TY_PAIR_STACK (widget);
  int card_width = get_card_width (self, width);
  int y = GAP;

  for (guint i = 0; i < self->cards->len; i += self->lanes)
    {
      int row = measure_row (self, i, card_width);

      for (guint lane = 0; lane < self->lanes && i + lane < self->cards->len; lane++)
        gtk_widget_size_allocate (g_ptr_array_index (self->cards, i + lane),
                                  &(GtkAllocation){ GAP + (int) lane * (card_width + GAP), y, card_width, row },
                                  -1);
      y += row + GAP;
    }
}

static gboolean
get_place (TyPairStack     *self,
           guint            position,
           graphene_rect_t *place)
{
  return position < self->cards->len
         && gtk_widget_compute_bounds (g_ptr_array_index (self->cards, position), GTK_WIDGET (self), place);
}

static void
snapshot_insertion (TyPairStack *self,
                    GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  graphene_rect_t place;
  float x = GAP, y = GAP / 2.0f - 1, long_as = get_card_width (self, width);
  GdkRGBA color;

  if (self->insertion < 0)
    return;
  if (get_place (self, (guint) self->insertion, &place))
    {
      x = place.origin.x;
      y = place.origin.y - GAP / 2.0f - 1;
    }
  else if (get_place (self, self->cards->len - 1, &place))
    {
      y = place.origin.y + place.size.height + GAP / 2.0f - 1;
      x = place.origin.x;
    }
  if (!gtk_style_context_lookup_color (context, "ty_accent_text", &color))
    gtk_style_context_get_color (context, &color);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, y, long_as, 2));
}

static void
ty_pair_stack_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TyPairStack *self = TY_PAIR_STACK (widget);
  double top = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) - BEYOND : 0;
  double bottom = self->adjustment != NULL ? top + gtk_adjustment_get_page_size (self->adjustment) + 2 * BEYOND
                                           : G_MAXINT;

  for (guint i = 0; i < self->cards->len; i++)
    {
      graphene_rect_t place;

      if (get_place (self, i, &place) && place.origin.y + place.size.height >= top && place.origin.y <= bottom)
        gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cards, i), snapshot);
    }
  snapshot_insertion (self, snapshot);
}

/* All cards are one stop of Tab; within them the arrows go. */
static gboolean
ty_pair_stack_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  TyPairStack *self = TY_PAIR_STACK (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (current != NULL)
    {
      g_set_weak_pointer (&self->current, current);
      return FALSE;
    }
  if (self->current != NULL && gtk_widget_get_parent (self->current) == widget)
    return gtk_widget_grab_focus (self->current);

  return self->cards->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->cards, 0));
}

static void
ty_pair_stack_dispose (GObject *object)
{
  TyPairStack *self = TY_PAIR_STACK (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->current);
  ty_pair_stack_set_adjustment (self, NULL);
  g_ptr_array_set_size (self->cards, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ty_pair_stack_parent_class)->dispose (object);
}

static void
ty_pair_stack_finalize (GObject *object)
{
  g_ptr_array_unref (TY_PAIR_STACK (object)->cards);

  G_OBJECT_CLASS (ty_pair_stack_parent_class)->finalize (object);
}

static void
ty_pair_stack_class_init (TyPairStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_pair_stack_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_pair_stack_finalize;
  widget_class->get_request_mode = ty_pair_stack_get_request_mode;
  widget_class->measure = ty_pair_stack_measure;
  widget_class->size_allocate = ty_pair_stack_size_allocate;
  widget_class->snapshot = ty_pair_stack_snapshot;
  widget_class->focus = ty_pair_stack_focus;

  gtk_widget_class_set_css_name (widget_class, "pairstack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ty_pair_stack_init (TyPairStack *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->lanes = 1;
  self->insertion = -1;
}

/**
 * ty_pair_stack_set_adjustment:
 * @self: a stack
 * @adjustment: (nullable): by which it is scrolled
 */
void
ty_pair_stack_set_adjustment (TyPairStack   *self,
                              GtkAdjustment *adjustment)
{
  g_return_if_fail (TY_IS_PAIR_STACK (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, gtk_widget_queue_draw, self);
  if (!g_set_object (&self->adjustment, adjustment) || adjustment == NULL)
    return;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ty_pair_stack_set_lanes:
 * @self: a stack
 * @lanes: how many cards stand side by side
 */
void
ty_pair_stack_set_lanes (TyPairStack *self,
                         guint        lanes)
{
  g_return_if_fail (TY_IS_PAIR_STACK (self));
  g_return_if_fail (lanes > 0);

  if (self->lanes == lanes)
    return;
  self->lanes = lanes;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ty_pair_stack_get_lanes:
 * @self: a stack
 *
 * Returns: how many cards stand side by side
 */
guint
ty_pair_stack_get_lanes (TyPairStack *self)
{
  g_return_val_if_fail (TY_IS_PAIR_STACK (self), 1);

  return self->lanes;
}

static gboolean
has_same (TyPairStack *self,
          GPtrArray   *cards)
{
  if (self->cards->len != cards->len)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    if (g_ptr_array_index (self->cards, i) != g_ptr_array_index (cards, i))
      return FALSE;
  return TRUE;
}

static void
drop_others (TyPairStack *self,
             GPtrArray   *cards)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (cards, i));
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      if (!g_hash_table_contains (wanted, card) && gtk_widget_get_parent (card) == GTK_WIDGET (self))
        gtk_widget_unparent (card);
    }
}

/**
 * ty_pair_stack_set_cards:
 * @self: a stack
 * @cards: (element-type GtkWidget): the cards in their order; of another stack they are taken out of it
 *
 * Shows cards. Those that were there stay as they are.
 */
void
ty_pair_stack_set_cards (TyPairStack *self,
                         GPtrArray   *cards)
{
  GtkWidget *before = NULL;

  g_return_if_fail (TY_IS_PAIR_STACK (self));

  if (has_same (self, cards))
    return;

  drop_others (self, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (cards, i);
      GtkWidget *parent = gtk_widget_get_parent (card);

      g_object_ref_sink (card);
      if (parent != NULL && parent != GTK_WIDGET (self))
        {
          g_ptr_array_remove (TY_PAIR_STACK (parent)->cards, card);
          gtk_widget_unparent (card);
        }
      if (gtk_widget_get_parent (card) == NULL
          || (before != NULL ? gtk_widget_get_next_sibling (before)
                             : gtk_widget_get_first_child (GTK_WIDGET (self))) != card)
        gtk_widget_insert_after (card, GTK_WIDGET (self), before);
      ty_pair_card_set_place (TY_PAIR_CARD (card), i + 1, cards->len);
      before = card;
    }
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (self->cards, g_ptr_array_index (cards, i)); /* takes the reference of above */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ty_pair_stack_get_n:
 * @self: a stack
 *
 * Returns: how many cards there are
 */
guint
ty_pair_stack_get_n (TyPairStack *self)
{
  g_return_val_if_fail (TY_IS_PAIR_STACK (self), 0);

  return self->cards->len;
}

/**
 * ty_pair_stack_get_card:
 * @self: a stack
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the card there
 */
GtkWidget *
ty_pair_stack_get_card (TyPairStack *self,
                        guint        position)
{
  g_return_val_if_fail (TY_IS_PAIR_STACK (self), NULL);

  return position < self->cards->len ? g_ptr_array_index (self->cards, position) : NULL;
}

/**
 * ty_pair_stack_find:
 * @self: a stack
 * @card: a card
 * @position: (out): where it stands
 *
 * Returns: whether it stands here
 */
gboolean
ty_pair_stack_find (TyPairStack *self,
                    GtkWidget   *card,
                    guint       *position)
{
  g_return_val_if_fail (TY_IS_PAIR_STACK (self), FALSE);

  return g_ptr_array_find (self->cards, card, position);
}

/**
 * ty_pair_stack_set_insertion:
 * @self: a stack
 * @position: before which card a line shows where something would come to stand; -1 = no line
 */
void
ty_pair_stack_set_insertion (TyPairStack *self,
                             int          position)
{
  g_return_if_fail (TY_IS_PAIR_STACK (self));

  if (self->insertion == position)
    return;
  self->insertion = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ty_pair_stack_get_insertion:
 * @self: a stack
 *
 * Returns: before which card the line stands, or -1
 */
int
ty_pair_stack_get_insertion (TyPairStack *self)
{
  g_return_val_if_fail (TY_IS_PAIR_STACK (self), -1);

  return self->insertion;
}
