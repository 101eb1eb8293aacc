/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-pair-face.h"
#include "ty-record.h"

G_BEGIN_DECLS

/**
 * TyPairingColumn:
 * @TY_PAIRING_COLUMN_WAITING: who needs a mentor and has none
 * @TY_PAIRING_COLUMN_PROPOSED: pairs that are proposed
 * @TY_PAIRING_COLUMN_AGREED: both agree, and the letter is to be signed
 * @TY_PAIRING_COLUMN_UNDER_WAY: pairs that meet
 * @TY_PAIRING_COLUMN_REVIEW: pairs that are looked at before they end
 * @TY_PAIRING_COLUMN_CLOSED: graduated, or ended otherwise
 *
 * A column of the board.
 */
typedef enum
{
  TY_PAIRING_COLUMN_WAITING,
  TY_PAIRING_COLUMN_PROPOSED,
  TY_PAIRING_COLUMN_AGREED,
  TY_PAIRING_COLUMN_UNDER_WAY,
  TY_PAIRING_COLUMN_REVIEW,
  TY_PAIRING_COLUMN_CLOSED,
} TyPairingColumn;

#define TY_N_PAIRING_COLUMNS (TY_PAIRING_COLUMN_CLOSED + 1)

/**
 * TyPairingCard:
 * @person: key of the mentee
 * @pairing: the id of the pairing; 0 = somebody who waits
 * @mentor: key of the mentor; 0 = none
 * @township: key of the mentee’s township; 0 = none
 * @column: where it stands
 * @record: (owned) (nullable): the row of the pairing, as it was read
 * @face: (owned): what the card shows
 * @needs: bits of the needs, by their place in the code list
 * @urgency: that of the most urgent need
 * @reason: (owned) (nullable): why help is needed, with figures
 * @days: since the last talk, or since the pairing began; -1 = not known
 * @overdue: whether talks or goals are late
 *
 * A card of the board.
 */
typedef struct
{
  gint64 person;
  gint64 pairing;
  gint64 mentor;
  gint64 township;
  TyPairingColumn column;
  TyRecord *record;
  TyPairFace *face;
  guint needs;
  guint urgency;
  char *reason;
  int days;
  gboolean overdue;
} TyPairingCard;

/**
 * TyBoardMentor:
 * @person: key of the mentor
 * @name: (owned): the name
 * @level: (owned) (nullable): from where, in words
 * @place: (owned) (nullable): the unit, in words
 * @load: how many pairings of all programmes take a place
 * @capacity: how many places there are
 *
 * A mentor on the board.
 */
typedef struct
{
  gint64 person;
  char *name;
  char *level;
  char *place;
  guint load;
  guint capacity;
} TyBoardMentor;

/**
 * TyBoardTownship:
 * @unit: key of the township
 * @name: (owned): what it is called
 */
typedef struct
{
  gint64 unit;
  char *name;
} TyBoardTownship;

/**
 * TyPairingBoard:
 * @programmes: (element-type TyRecord): all programmes in their order
 * @programme: (nullable) (unowned): the one that is shown; none = there is no programme
 * @cards: (element-type TyPairingCard): in the order of their columns, and within them
 * @mentors: (element-type TyBoardMentor): by level, the highest first, then by name
 * @townships: (element-type TyBoardTownship): where there are mentees
 * @needs: bits of the needs that the programme knows
 * @talks: talks of the pairs under way in the month
 * @talks_due: how many the month should have
 *
 * A programme at the cut-off date in the scope.
 */
typedef struct
{
  GPtrArray *programmes;
  TyRecord *programme;
  GPtrArray *cards;
  GPtrArray *mentors;
  GPtrArray *townships;
  guint needs;
  guint talks;
  guint talks_due;
} TyPairingBoard;

void            ty_pairing_board_free              (TyPairingBoard       *self);
guint           ty_pairing_board_count             (TyPairingBoard       *self,
                                                    TyPairingColumn       column);
guint           ty_pairing_board_count_overdue     (TyPairingBoard       *self);
TyPairingCard  *ty_pairing_board_find              (TyPairingBoard       *self,
                                                    gint64                person,
                                                    gint64                pairing);
int             ty_pairing_card_compare            (const TyPairingCard  *a,
                                                    const TyPairingCard  *b,
                                                    TyPairingColumn       column);
gboolean        ty_pairing_card_can_move           (const TyPairingCard  *self,
                                                    TyPairingColumn       column);
const char     *ty_pairing_column_to_string        (TyPairingColumn       self);
const char     *ty_pairing_column_get_label        (TyPairingColumn       self);
const char     *ty_pairing_column_get_order_label  (TyPairingColumn       self);
const char     *ty_pairing_column_get_state        (TyPairingColumn       self);

/* In one reading; without a programme, or with one that is gone, the first. */
void            ty_office_load_pairing_board_async (TyOffice             *self,
                                                    gint64                programme,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
TyPairingBoard *ty_office_load_pairing_board_finish (TyOffice            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPairingBoard, ty_pairing_board_free)

G_END_DECLS
