/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-board"

#include "config.h"

#include "ty-mentor-board.h"

#include "ty-tab-stop.h"

#include <glib/gi18n-lib.h>

/**
 * TyMentorBoard:
 *
 * All mentors of a programme, one below the other, with their places and their mentees. Left and right go
 * through the mentees of a row, up and down from mentor to mentor.
 */
struct _TyMentorBoard
{
  AdwBin parent_instance;

  GListStore *items;          /* (owned) (element-type TyMentorItem) */
  GtkSingleSelection *selection; /* (owned) */
  GtkWidget *view;            /* (unowned) */
  TyMentorLine *current;       /* (nullable): weak: where a mentee is chosen */
  TyMentorLine *target;        /* (nullable): weak: over which something is dragged */
  gboolean writable;
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_MENU,
  SIGNAL_CHOSEN,
  SIGNAL_REASSIGN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyMentorBoard, ty_mentor_board, ADW_TYPE_BIN)

/* The row that has the focus, which a list view gives to what is around its widget. */
static TyMentorLine *
get_focused (TyMentorBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->view))
    return NULL;
  if (!TY_IS_MENTOR_LINE (focus))
    focus = gtk_widget_get_first_child (focus);
  return focus != NULL && TY_IS_MENTOR_LINE (focus) ? TY_MENTOR_LINE (focus) : NULL;
}

static TyMentorLine *
pick_row (TyMentorBoard *self,
          double         x,
          double         y)
{
  GtkWidget *widget = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && !TY_IS_MENTOR_LINE (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget != NULL && TY_IS_MENTOR_LINE (widget) ? TY_MENTOR_LINE (widget) : NULL;
}

static int
pick_chip (TyMentorBoard *self,
           TyMentorLine   *row,
           double         x,
           double         y)
{
  graphene_point_t point;

  if (row == NULL || !gtk_widget_compute_point (self->view, GTK_WIDGET (row),
                                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return -1;
  return ty_mentor_line_pick (row, point.x, point.y);
}

/* Of all rows only one has a mentee that is chosen. */
static void
choose (TyMentorBoard *self,
        TyMentorLine   *row,
        int            chip)
{
  if (self->current != NULL && self->current != row)
    ty_mentor_line_set_chosen (self->current, -1);
  g_set_weak_pointer (&self->current, row);
  if (row != NULL)
    ty_mentor_line_set_chosen (row, chip);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static gint64
get_person (TyMentorLine *row)
{
  TyMentorItem *item = ty_mentor_line_get_item (row);
  const TyPairingCard *card = ty_mentor_line_get_chosen (row) >= 0
                                ? ty_mentor_item_get_card (item, (guint) ty_mentor_line_get_chosen (row)) : NULL;

  return card != NULL ? card->person : ty_mentor_item_get_person (item);
}

static void
selected_cb (TyMentorBoard *self)
{
  choose (self, get_focused (self), -1);
}

static gboolean
key_pressed_cb (TyMentorBoard   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  TyMentorLine *row = get_focused (self);
  int chosen, n;

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || ty_mentor_line_get_item (row) == NULL)
    return GDK_EVENT_PROPAGATE;

  chosen = ty_mentor_line_get_chosen (row);
  n = (int) ty_mentor_item_get_n (ty_mentor_line_get_item (row));
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, row, MAX (chosen - 1, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, row, MIN (chosen + 1, n - 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[SIGNAL_OPEN], 0, get_person (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      if (chosen >= 0)
        g_signal_emit (self, signals[SIGNAL_MENU], 0, row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pressed_cb (TyMentorBoard   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  TyMentorLine *row = pick_row (self, x, y);
  int chip = pick_chip (self, row, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (row == NULL)
    return;
  if (chip >= 0)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  choose (self, row, chip);
  if (chip >= 0 && button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[SIGNAL_MENU], 0, row);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, get_person (row));
}

/* Dragging. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TyMentorBoard *self)
{
  TyMentorLine *row = pick_row (self, x, y);
  int chip = pick_chip (self, row, x, y);
  const TyPairingCard *card;

  if (chip < 0 || !self->writable)
    return NULL;

  card = ty_mentor_item_get_card (ty_mentor_line_get_item (row), (guint) chip);
  choose (self, row, chip);
  return gdk_content_provider_new_typed (G_TYPE_INT64, card->pairing);
}

static void
set_target (TyMentorBoard *self,
            TyMentorLine   *row)
{
  if (self->target == row)
    return;
  if (self->target != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->target), "target");
  g_set_weak_pointer (&self->target, row);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "target");
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           TyMentorBoard *self)
{
  TyMentorLine *row = pick_row (self, x, y);

  set_target (self, row != self->current ? row : NULL);
  return self->target != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target,
          TyMentorBoard *self)
{
  set_target (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TyMentorBoard *self)
{
  TyMentorLine *row = pick_row (self, x, y);
  const TyPairingCard *card = ty_mentor_board_get_chosen (self);

  set_target (self, NULL);
  if (row == NULL || row == self->current || card == NULL || card->pairing != g_value_get_int64 (value))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_REASSIGN], 0, card->person, card->pairing,
                 ty_mentor_item_get_person (ty_mentor_line_get_item (row)));
  return TRUE;
}

/* The list. */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, ty_mentor_line_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  ty_mentor_line_set_item (TY_MENTOR_LINE (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  ty_mentor_line_set_item (TY_MENTOR_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
add_controllers (TyMentorBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (self->view, keys);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (target));
}

static void
ty_mentor_board_dispose (GObject *object)
{
  TyMentorBoard *self = TY_MENTOR_BOARD (object);

  g_clear_weak_pointer (&self->current);
  g_clear_weak_pointer (&self->target);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ty_mentor_board_parent_class)->dispose (object);
}

static void
ty_mentor_board_class_init (TyMentorBoardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_mentor_board_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT64);
  signals[SIGNAL_MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       GTK_TYPE_WIDGET);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REASSIGN] = g_signal_new ("reassign", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
}

static void
ty_mentor_board_init (TyMentorBoard *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *stop = g_object_new (TY_TYPE_TAB_STOP, NULL);

  self->items = g_list_store_new (TY_TYPE_MENTOR_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "ty-mentors");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Mentors"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  adw_bin_set_child (ADW_BIN (stop), scroller);
  adw_bin_set_child (ADW_BIN (self), stop);
  add_controllers (self);
}

/**
 * ty_mentor_board_new:
 *
 * Returns: (transfer floating): a list without mentors
 */
GtkWidget *
ty_mentor_board_new (void)
{
  return g_object_new (TY_TYPE_MENTOR_BOARD, NULL);
}

static GHashTable *
group_cards (GPtrArray *cards)
{
  GHashTable *by_mentor = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                 (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < cards->len; i++)
    {
      TyPairingCard *card = g_ptr_array_index (cards, i);
      GPtrArray *list = g_hash_table_lookup (by_mentor, &card->mentor);

      if (card->mentor == 0 || card->column == TY_PAIRING_COLUMN_CLOSED)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (by_mentor, &card->mentor, list);
        }
      g_ptr_array_add (list, card);
    }
  return by_mentor;
}

/* Rows whose mentors are still there stay the same objects. */
static GHashTable *
list_items (TyMentorBoard *self)
{
  GHashTable *items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      TyMentorItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      gint64 person = ty_mentor_item_get_person (item);

      g_hash_table_insert (items, g_memdup2 (&person, sizeof person), item);
    }
  return items;
}

static gboolean
is_same (TyMentorBoard *self,
         GPtrArray     *wanted)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != wanted->len)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item != g_ptr_array_index (wanted, i))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_mentor_board_show:
 * @self: a list
 * @board: what was read, which has to stay until something else is shown
 * @cards: (element-type TyPairingCard): those of its cards that are shown
 *
 * Shows the mentors. Where not all cards are shown, those without one of them are left out.
 */
void
ty_mentor_board_show (TyMentorBoard  *self,
                      TyPairingBoard *board,
                      GPtrArray      *cards)
{
  g_autoptr(GHashTable) by_mentor = group_cards (cards);
  g_autoptr(GHashTable) items = list_items (self);
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  gboolean all = cards->len == board->cards->len;

  g_return_if_fail (TY_IS_MENTOR_BOARD (self));

  for (guint i = 0; i < board->mentors->len; i++)
    {
      const TyBoardMentor *mentor = g_ptr_array_index (board->mentors, i);
      GPtrArray *list = g_hash_table_lookup (by_mentor, &mentor->person);
      TyMentorItem *item = g_hash_table_lookup (items, &mentor->person);

      if (list == NULL && !all)
        continue;
      item = item != NULL ? g_object_ref (item) : ty_mentor_item_new (mentor->person);
      ty_mentor_item_set (item, mentor, list != NULL ? list : none);
      g_ptr_array_add (wanted, item);
    }
  if (!is_same (self, wanted))
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), wanted->pdata,
                         wanted->len);
}

/**
 * ty_mentor_board_clear:
 * @self: a list
 *
 * Shows no mentors.
 */
void
ty_mentor_board_clear (TyMentorBoard *self)
{
  g_return_if_fail (TY_IS_MENTOR_BOARD (self));

  g_list_store_remove_all (self->items);
}

/**
 * ty_mentor_board_set_writable:
 * @self: a list
 * @writable: whether mentees can be dragged
 */
void
ty_mentor_board_set_writable (TyMentorBoard *self,
                              gboolean       writable)
{
  g_return_if_fail (TY_IS_MENTOR_BOARD (self));

  self->writable = writable;
}

/**
 * ty_mentor_board_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the card of the mentee that is current
 */
const TyPairingCard *
ty_mentor_board_get_chosen (TyMentorBoard *self)
{
  TyMentorItem *item;
  int chosen;

  g_return_val_if_fail (TY_IS_MENTOR_BOARD (self), NULL);

  item = self->current != NULL ? ty_mentor_line_get_item (self->current) : NULL;
  chosen = item != NULL ? ty_mentor_line_get_chosen (self->current) : -1;
  return chosen >= 0 ? ty_mentor_item_get_card (item, (guint) chosen) : NULL;
}

/**
 * ty_mentor_board_get_model:
 * @self: a list
 *
 * Returns: (transfer none): its rows, #TyMentorItem
 */
GListModel *
ty_mentor_board_get_model (TyMentorBoard *self)
{
  g_return_val_if_fail (TY_IS_MENTOR_BOARD (self), NULL);

  return G_LIST_MODEL (self->items);
}
