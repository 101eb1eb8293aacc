/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-board"

#include "config.h"

#include "ty-pairing-board.h"

#include "ty-office-private.h"
#include "ty-pairing-board-loader.h"
#include "ty-pairing.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *state; /* NULL = there is no such pairing, or it says how it ended */
  const char *label;
  const char *order;
} columns[TY_N_PAIRING_COLUMNS] = {
  [TY_PAIRING_COLUMN_WAITING] = { "waiting", NULL, NC_("board", "Without a mentor"),
                                  NC_("order of a column", "Most urgent first") },
  [TY_PAIRING_COLUMN_PROPOSED] = { "proposed", "proposed", NC_("board", "Proposed"),
                                   NC_("order of a column", "Most urgent first") },
  [TY_PAIRING_COLUMN_AGREED] = { "agreed", "agreed", NC_("board", "Agreed, to be signed"),
                                 NC_("order of a column", "By beginning") },
  [TY_PAIRING_COLUMN_UNDER_WAY] = { "under_way", "under_way", NC_("board", "Under way"),
                                    NC_("order of a column", "Longest without a talk first") },
  [TY_PAIRING_COLUMN_REVIEW] = { "review", "review", NC_("board", "Under review"),
                                 NC_("order of a column", "By end") },
  [TY_PAIRING_COLUMN_CLOSED] = { "closed", NULL, NC_("board", "Graduated or ended"),
                                 NC_("order of a column", "Last ended first") },
};

/**
 * ty_pairing_column_to_string:
 * @self: a column
 *
 * Returns: (transfer none): its word: `under_way`
 */
const char *
ty_pairing_column_to_string (TyPairingColumn self)
{
  g_return_val_if_fail (self < TY_N_PAIRING_COLUMNS, NULL);

  return columns[self].word;
}

/**
 * ty_pairing_column_get_label:
 * @self: a column
 *
 * Returns: (transfer none): what stands above it, in the user’s language
 */
const char *
ty_pairing_column_get_label (TyPairingColumn self)
{
  g_return_val_if_fail (self < TY_N_PAIRING_COLUMNS, NULL);

  return g_dpgettext2 (NULL, "board", columns[self].label);
}

/**
 * ty_pairing_column_get_order_label:
 * @self: a column
 *
 * Returns: (transfer none): the rule of its order, in the user’s language
 */
const char *
ty_pairing_column_get_order_label (TyPairingColumn self)
{
  g_return_val_if_fail (self < TY_N_PAIRING_COLUMNS, NULL);

  return g_dpgettext2 (NULL, "order of a column", columns[self].order);
}

/**
 * ty_pairing_column_get_state:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): key of the `pairing_state` of its pairings; %NULL where a pairing comes
 *   by saying more: with whom, or how it ended
 */
const char *
ty_pairing_column_get_state (TyPairingColumn self)
{
  g_return_val_if_fail (self < TY_N_PAIRING_COLUMNS, NULL);

  return columns[self].state;
}

void
ty_pairing_card_free (TyPairingCard *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->face, ty_pair_face_unref);
  g_free (self->reason);
  g_free (self);
}

void
ty_board_mentor_free (TyBoardMentor *self)
{
  g_free (self->name);
  g_free (self->level);
  g_free (self->place);
  g_free (self);
}

void
ty_board_township_free (TyBoardTownship *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * ty_pairing_board_free:
 * @self: (transfer full): a board
 */
void
ty_pairing_board_free (TyPairingBoard *self)
{
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->mentors, g_ptr_array_unref);
  g_clear_pointer (&self->townships, g_ptr_array_unref);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_pairing_board_count:
 * @self: a board
 * @column: one of its columns
 *
 * Returns: how many cards stand there
 */
guint
ty_pairing_board_count (TyPairingBoard  *self,
                        TyPairingColumn  column)
{
  guint n = 0;

  for (guint i = 0; i < self->cards->len; i++)
    n += ((TyPairingCard *) g_ptr_array_index (self->cards, i))->column == column;
  return n;
}

/**
 * ty_pairing_board_count_overdue:
 * @self: a board
 *
 * Returns: of how many pairs talks or goals are late
 */
guint
ty_pairing_board_count_overdue (TyPairingBoard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cards->len; i++)
    n += ((TyPairingCard *) g_ptr_array_index (self->cards, i))->overdue;
  return n;
}

/**
 * ty_pairing_board_find:
 * @self: a board
 * @person: key of a mentee
 * @pairing: id of a pairing; 0 = as one who waits
 *
 * Returns: (transfer none) (nullable): the card
 */
TyPairingCard *
ty_pairing_board_find (TyPairingBoard *self,
                       gint64          person,
                       gint64          pairing)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TyPairingCard *card = g_ptr_array_index (self->cards, i);

      if (card->person == person && card->pairing == pairing)
        return card;
    }
  return NULL;
}

static int
compare_days (const TyPairingCard *a,
              const TyPairingCard *b,
              guint                field)
{
  TyDate first = a->record != NULL ? ty_record_get_date (a->record, field) : TY_DATE_NONE;
  TyDate second = b->record != NULL ? ty_record_get_date (b->record, field) : TY_DATE_NONE;

  return ty_date_compare (first, second);
}

/**
 * ty_pairing_card_compare:
 * @a: a card
 * @b: another one
 * @column: a column of the board
 *
 * Compares by the rule of a column, in which the cards need not stand: so it is known where a card would
 * come to stand.
 *
 * Returns: below 0 where @a comes first
 */
int
ty_pairing_card_compare (const TyPairingCard *a,
                         const TyPairingCard *b,
                         TyPairingColumn      column)
{
  int order = 0;

  switch (column)
    {
    case TY_PAIRING_COLUMN_AGREED:
      order = compare_days (a, b, TY_PAIRING_FROM_DATE);
      break;
    case TY_PAIRING_COLUMN_UNDER_WAY:
      order = (b->days > a->days) - (b->days < a->days);
      break;
    case TY_PAIRING_COLUMN_REVIEW:
      order = compare_days (a, b, TY_PAIRING_UNTIL_DATE);
      break;
    case TY_PAIRING_COLUMN_CLOSED:
      order = compare_days (b, a, TY_PAIRING_UNTIL_DATE);
      break;
    case TY_PAIRING_COLUMN_WAITING:
    case TY_PAIRING_COLUMN_PROPOSED:
    default:
      order = (b->urgency > a->urgency) - (b->urgency < a->urgency);
      break;
    }
  if (order == 0)
    order = (a->person > b->person) - (a->person < b->person);
  return order != 0 ? order : (a->pairing > b->pairing) - (a->pairing < b->pairing);
}

/**
 * ty_pairing_card_can_move:
 * @self: a card
 * @column: another column
 *
 * Who waits is paired first, and what has begun does not become somebody who waits: it ends with a result.
 *
 * Returns: whether it can be moved there
 */
gboolean
ty_pairing_card_can_move (const TyPairingCard *self,
                          TyPairingColumn      column)
{
  if (self->column == column)
    return FALSE;
  if (column == TY_PAIRING_COLUMN_WAITING)
    return self->column == TY_PAIRING_COLUMN_PROPOSED || self->column == TY_PAIRING_COLUMN_AGREED;
  if (self->column == TY_PAIRING_COLUMN_WAITING)
    return column != TY_PAIRING_COLUMN_CLOSED && column != TY_PAIRING_COLUMN_REVIEW;

  return TRUE;
}

typedef struct
{
  TyDate as_of;
  gint64 scope;
  gint64 programme;
} Request;

static gpointer
load_board (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               request->as_of, request->scope, 0, error);

  return view != NULL ? ty_pairing_board_load (view, database, request->programme, error) : NULL;
}

/**
 * ty_office_load_pairing_board_async:
 * @self: an open office
 * @programme: key of a programme; 0, or one that is gone = the first
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads a programme at the cut-off date in the scope: who waits, who is paired with whom, and how it goes.
 */
void
ty_office_load_pairing_board_async (TyOffice            *self,
                                    gint64               programme,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_pairing_board_async, cancellable, callback,
                                              user_data);
  Request *request = g_new0 (Request, 1);

  *request = (Request){ self->as_of, self->scope, programme };
  ty_office_read (self, task, load_board, request, g_free, (GDestroyNotify) ty_pairing_board_free);
}

/**
 * ty_office_load_pairing_board_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the board
 */
TyPairingBoard *
ty_office_load_pairing_board_finish (TyOffice      *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_pairing_board_async, error);
}
