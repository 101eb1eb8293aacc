/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-item"

#include "config.h"

#include "ty-mentor-item.h"

/**
 * TyMentorItem:
 *
 * A mentor as a row. The row stays for as long as the mentor is on the board, so that the list keeps its
 * focus and its place when the board is read anew.
 */
struct _TyMentorItem
{
  GObject parent_instance;

  GPtrArray *cards;            /* (owned) (element-type TyPairingCard): unowned, of the board that is shown */
  const TyBoardMentor *mentor; /* (unowned) (nullable): of the same */
  gint64 person;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyMentorItem, ty_mentor_item, G_TYPE_OBJECT)

static void
ty_mentor_item_finalize (GObject *object)
{
  g_ptr_array_unref (TY_MENTOR_ITEM (object)->cards);

  G_OBJECT_CLASS (ty_mentor_item_parent_class)->finalize (object);
}

static void
ty_mentor_item_class_init (TyMentorItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_mentor_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
ty_mentor_item_init (TyMentorItem *self)
{
  self->cards = g_ptr_array_new ();
}

/**
 * ty_mentor_item_new:
 * @person: key of a mentor
 *
 * Returns: (transfer full): a row that shows nothing yet
 */
TyMentorItem *
ty_mentor_item_new (gint64 person)
{
  TyMentorItem *self = g_object_new (TY_TYPE_MENTOR_ITEM, NULL);

  self->person = person;
  return self;
}

/**
 * ty_mentor_item_set:
 * @self: a row
 * @mentor: the mentor, which has to stay until something else is set
 * @cards: (element-type TyPairingCard): the mentees; the same holds for them
 */
void
ty_mentor_item_set (TyMentorItem        *self,
                    const TyBoardMentor *mentor,
                    GPtrArray           *cards)
{
  g_return_if_fail (TY_IS_MENTOR_ITEM (self));

  self->mentor = mentor;
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (self->cards, g_ptr_array_index (cards, i));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_mentor_item_get_person:
 * @self: a row
 *
 * Returns: key of the mentor
 */
gint64
ty_mentor_item_get_person (TyMentorItem *self)
{
  g_return_val_if_fail (TY_IS_MENTOR_ITEM (self), 0);

  return self->person;
}

/**
 * ty_mentor_item_get_mentor:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the mentor
 */
const TyBoardMentor *
ty_mentor_item_get_mentor (TyMentorItem *self)
{
  g_return_val_if_fail (TY_IS_MENTOR_ITEM (self), NULL);

  return self->mentor;
}

/**
 * ty_mentor_item_get_n:
 * @self: a row
 *
 * Returns: how many mentees are shown
 */
guint
ty_mentor_item_get_n (TyMentorItem *self)
{
  g_return_val_if_fail (TY_IS_MENTOR_ITEM (self), 0);

  return self->cards->len;
}

/**
 * ty_mentor_item_get_card:
 * @self: a row
 * @position: which mentee
 *
 * Returns: (transfer none) (nullable): the card
 */
const TyPairingCard *
ty_mentor_item_get_card (TyMentorItem *self,
                         guint         position)
{
  g_return_val_if_fail (TY_IS_MENTOR_ITEM (self), NULL);

  return position < self->cards->len ? g_ptr_array_index (self->cards, position) : NULL;
}
