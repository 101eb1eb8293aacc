/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-board-loader"

#include "config.h"

#include "ty-pairing-board-private.h"

#include "ty-code-list.h"
#include "ty-pairing-board-table.h"
#include "ty-pairing-need.h"
#include "ty-pairing-status.h"
#include "ty-pairing.h"
#include "ty-period.h"
#include "ty-person.h"
#include "ty-programme.h"
#include "ty-programme-need.h"
#include "ty-roster-post.h"
#include "ty-table.h"
#include "ty-unit-names.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/* A board is put together from what the tables say of a programme and who needs help by its rules. */

static void
identity_free (gpointer data)
{
  TyBoardIdentity *identity = data;

  g_free (identity->name);
  g_free (identity->age);
  g_free (identity->place);
  g_free (identity);
}

static gint64 *
dup_key (gint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

/* People and places. */

static gint64
find_unit (TyBoardLoader  *self,
           gint64   person,
           GError **error)
{
  g_autoptr(GArray) posts = ty_roster_table_list_posts_of (self->database, person, self->as_of, error);
  const TyRosterPostRow *chosen;

  if (posts == NULL)
    return -1;
  chosen = ty_roster_post_choose ((TyRosterPostRow *) posts->data, posts->len, self->as_of);
  return chosen != NULL ? chosen->unit : 0;
}

static void
set_place (TyBoardLoader   *self,
           TyBoardIdentity *identity,
           gint64    unit)
{
  TyUnitState *township = ty_unit_names_find_at_level (self->names, unit, self->as_of, "township");
  TyUnitState *village = ty_unit_names_find_at_level (self->names, unit, self->as_of, "village");
  const char *first = township != NULL ? ty_record_get_text (TY_RECORD (township), TY_UNIT_STATE_NAME) : NULL;
  const char *second = village != NULL ? ty_record_get_text (TY_RECORD (village), TY_UNIT_STATE_NAME) : NULL;

  identity->unit = unit;
  identity->township = township != NULL ? ty_record_get_integer (TY_RECORD (township), TY_UNIT_STATE_UNIT) : 0;
  if (first != NULL && second != NULL)
    identity->place = g_strconcat (first, " ", second, NULL);
  else if (first != NULL || second != NULL)
    identity->place = g_strdup (first != NULL ? first : second);
  else if (unit != 0)
    identity->place = g_strdup (ty_unit_names_get (self->names, unit, self->as_of));
}

/* @unit: where somebody belongs who holds no post there; 0 = nowhere */
TyBoardIdentity *
ty_board_loader_identify (TyBoardLoader  *self,
          gint64   person,
          gint64   unit,
          GError **error)
{
  TyBoardIdentity *identity = g_hash_table_lookup (self->identities, &person);
  g_autoptr(TyRecord) record = NULL;
  gint64 held;
  int age;

  if (identity != NULL)
    return identity;

  record = ty_table_get (self->database, &ty_person_info, person, error);
  held = record != NULL ? find_unit (self, person, error) : -1;
  if (held < 0)
    return NULL;

  identity = g_new0 (TyBoardIdentity, 1);
  identity->name = g_strdup (ty_record_get_text (record, TY_PERSON_NAME));
  age = ty_date_full_years (ty_record_get_date (record, TY_PERSON_BIRTH), self->as_of);
  if (age >= 0)
    identity->age = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age);
  set_place (self, identity, unit != 0 ? unit : held);
  g_hash_table_insert (self->identities, dup_key (person), identity);
  return identity;
}

/* What is in the scope follows from the tree of the day; units that are gone are seen in the whole county. */
gboolean
ty_board_loader_is_in_scope (TyBoardLoader *self,
             gint64  unit)
{
  TyUnitTree *tree = ty_view_get_tree (self->view);
  guint32 number, first, n, rank;

  if (ty_view_get_scope (self->view) == 0)
    return TRUE;
  number = ty_units_find (ty_columns_get_units (ty_view_get_columns (self->view)), unit);
  if (number == TY_UNIT_NONE)
    return FALSE;

  ty_unit_tree_get_range (tree, ty_view_get_scope (self->view), &first, &n);
  rank = ty_unit_tree_get_ranks (tree)[number];
  return rank != TY_RANK_NONE && rank >= first && rank - first < n;
}

/* Needs. */

static guint
find_bit (const char *kind)
{
  TyCodeList *list = ty_code_list_get_shipped ("need_kind");

  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    if (g_str_equal (ty_code_get_key (ty_code_list_get_item (list, i)), kind))
      return 1u << i;
  return 0;
}

static void
group_needs (TyBoardLoader          *self,
             TyPairingNeeds  *needs)
{
  for (guint i = 0; i < needs->needs->len; i++)
    {
      TyPairingNeed *need = g_ptr_array_index (needs->needs, i);
      GPtrArray *list = g_hash_table_lookup (self->needs, &need->person);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->needs, dup_key (need->person), list);
        }
      g_ptr_array_add (list, need);
    }
}

static gboolean
list_kinds (TyBoardLoader  *self,
            GError **error)
{
  g_autoptr(GPtrArray) kinds = ty_table_list_of (self->database, &ty_programme_need_info, "programme",
                                                 ty_record_get_integer (self->board->programme, TY_PROGRAMME_ID),
                                                 error);

  if (kinds == NULL)
    return FALSE;
  for (guint i = 0; i < kinds->len; i++)
    self->board->needs |= find_bit (ty_record_get_text (g_ptr_array_index (kinds, i), TY_PROGRAMME_NEED_KIND));
  return TRUE;
}

static void
fill_needs (TyBoardLoader        *self,
            TyPairingCard *card)
{
  GPtrArray *needs = g_hash_table_lookup (self->needs, &card->person);
  g_autoptr(GPtrArray) tags = g_ptr_array_new ();

  if (needs == NULL)
    return;
  for (guint i = 0; i < needs->len; i++)
    {
      TyPairingNeed *need = g_ptr_array_index (needs, i);

      card->needs |= find_bit (need->kind);
      card->urgency = MAX (card->urgency, need->urgency);
      if (card->reason == NULL)
        card->reason = g_strdup (need->reason);
      g_ptr_array_add (tags, g_strdup (ty_words_get_label ("need_kind", need->kind)));
    }
  g_ptr_array_add (tags, NULL);
  card->face->tags = (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

/* Cards. */

static void
note_township (TyBoardLoader         *self,
               const TyBoardIdentity *identity)
{
  GPtrArray *townships = self->board->townships;
  TyBoardTownship *township;

  if (identity->township == 0)
    return;
  for (guint i = 0; i < townships->len; i++)
    if (((TyBoardTownship *) g_ptr_array_index (townships, i))->unit == identity->township)
      return;

  township = g_new0 (TyBoardTownship, 1);
  township->unit = identity->township;
  township->name = g_strdup (ty_unit_names_get (self->names, identity->township, self->as_of));
  g_ptr_array_add (townships, township);
}

static TyPairingCard *
add_card (TyBoardLoader         *self,
          gint64          person,
          const TyBoardIdentity *identity)
{
  TyPairingCard *card = g_new0 (TyPairingCard, 1);

  card->person = person;
  card->days = -1;
  card->township = identity->township;
  card->face = ty_pair_face_new ();
  card->face->name = g_strdup (identity->name);
  card->face->age = g_strdup (identity->age);
  card->face->place = g_strdup (identity->place);
  fill_needs (self, card);
  note_township (self, identity);
  g_ptr_array_add (self->board->cards, card);
  return card;
}

/* A pairing that ended after the day was still under way on it. */
static TyPairingColumn
find_column (TyBoardLoader   *self,
             TyRecord *pairing)
{
  const char *state = ty_record_get_text (pairing, TY_PAIRING_STATE);
  TyDate until = ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE);

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    if (g_strcmp0 (ty_pairing_column_get_state (i), state) == 0)
      return i;
  if (ty_date_is_known (until) && ty_date_compare (until, self->as_of) > 0)
    return TY_PAIRING_COLUMN_UNDER_WAY;
  return TY_PAIRING_COLUMN_CLOSED;
}

static gboolean
is_meeting (TyPairingColumn column)
{
  return column == TY_PAIRING_COLUMN_UNDER_WAY || column == TY_PAIRING_COLUMN_REVIEW;
}

/* Talks are judged as the overview judges them: both tell the same pairs. */
static void
fill_talks (TyBoardLoader                *self,
            TyPairingCard         *card,
            const TyPairingStatus *status)
{
  TyPairFace *face = card->face;
  gboolean talked = status->row->talks->len > 0;

  card->days = status->talks.since;
  face->talks = status->talks.done;
  face->talks_due = status->talks.due;
  face->late = status->overdue;
  if (card->days >= 0)
    face->since = talked
                    /* Translators: how long ago the last talk was */
                    ? g_strdup_printf (ngettext ("last %d day ago", "last %d days ago", (gulong) card->days),
                                       card->days)
                    /* Translators: since the pairing began */
                    : g_strdup_printf (ngettext ("no talk for %d day", "no talk for %d days",
                                                 (gulong) card->days), card->days);
  self->board->talks += status->talks.done;
  self->board->talks_due += status->talks.due;
}

static void
fill_goals (TyPairingCard         *card,
            const TyPairingStatus *status)
{
  card->face->goals = status->n_goals;
  card->face->goals_done = status->n_reached;
  if (status->n_goals > 0)
    /* Translators: goals of a pairing that are reached, and all of them */
    card->face->goal_text = g_strdup_printf (_("goals %1$u/%2$u"), status->n_reached, status->n_goals);
}

static char *
dup_day (TyDate date)
{
  return ty_date_is_known (date) ? ty_date_to_record (date) : NULL;
}

static void
fill_note (TyBoardLoader                  *self,
           TyPairingCard           *card,
           const TyPairingBoardRow *row,
           const TyPairingStatus   *status)
{
  TyDate until = ty_record_get_date (card->record, TY_PAIRING_UNTIL_DATE);
  g_autofree char *from_text = dup_day (ty_record_get_date (card->record, TY_PAIRING_FROM_DATE));
  g_autofree char *until_text = dup_day (until);
  const char *result = ty_record_get_text (card->record, TY_PAIRING_RESULT);
  TyPairFace *face = card->face;

  if (card->column == TY_PAIRING_COLUMN_CLOSED)
    /* Translators: how a pairing ended, and when */
    face->note = g_strdup_printf (_("%1$s, %2$s"), result != NULL ? ty_words_get_label ("pairing_result", result)
                                                                  : _("result not entered"),
                                  until_text != NULL ? until_text : "—");
  else if (card->column == TY_PAIRING_COLUMN_AGREED && from_text != NULL)
    /* Translators: a day or a month on which a pairing begins */
    face->note = g_strdup_printf (_("from %s"), from_text);
  else if (is_meeting (card->column) && until_text != NULL && ty_date_compare (until, self->as_of) <= 0)
    {
      /* Translators: a day or a month */
      face->note = g_strdup_printf (_("was to end on %s"), until_text);
      face->warn = TRUE;
    }
  else if (is_meeting (card->column) && status != NULL && status->talks.paused)
    face->note = g_strdup (_("rests"));
  else if (is_meeting (card->column) && until_text != NULL && status != NULL
           && status->end == TY_PAIRING_ENDS_SOON)
    /* Translators: a day or a month on which a pairing ends */
    face->note = g_strdup_printf (_("ends on %s"), until_text);
  else if (card->column == TY_PAIRING_COLUMN_REVIEW)
    face->note = g_strdup_printf (ngettext ("%u review", "%u reviews", row->reviews), row->reviews);
}

static gboolean
add_pairing (TyBoardLoader                   *self,
             const TyPairingBoardRow  *row,
             GHashTable               *paired,
             GError                  **error)
{
  gint64 person = ty_record_get_integer (row->pairing, TY_PAIRING_PERSON);
  gint64 mentor = ty_record_get_integer (row->pairing, TY_PAIRING_MENTOR);
  GPtrArray *needs = g_hash_table_lookup (self->needs, &person);
  const TyPairingNeed *need = needs != NULL ? g_ptr_array_index (needs, 0) : NULL;
  const TyBoardIdentity *mentee = ty_board_loader_identify (self, person, need != NULL ? need->unit : 0, error);
  const TyBoardIdentity *helper = mentee != NULL ? ty_board_loader_identify (self, mentor, 0, error) : NULL;
  gint64 id = ty_record_get_integer (row->pairing, TY_PAIRING_ID);
  const TyPairingStatus *status = g_hash_table_lookup (self->statuses, &id);
  TyPairingCard *card;

  if (helper == NULL)
    return FALSE;
  if (find_column (self, row->pairing) != TY_PAIRING_COLUMN_CLOSED)
    g_hash_table_add (paired, dup_key (person));
  if (!ty_board_loader_is_in_scope (self, mentee->unit))
    return TRUE;

  card = add_card (self, person, mentee);
  card->pairing = id;
  card->mentor = mentor;
  card->record = g_object_ref (row->pairing);
  card->column = find_column (self, row->pairing);
  card->face->mentor = g_strdup (helper->name);
  card->face->locked = g_strcmp0 (ty_record_get_text (row->pairing, TY_PAIRING_LOCKED), "yes") == 0;
  if (is_meeting (card->column) && status != NULL)
    {
      fill_talks (self, card, status);
      fill_goals (card, status);
      card->overdue = status->overdue || status->n_late > 0;
    }
  fill_note (self, card, row, status);
  return TRUE;
}

static gboolean
add_pairings (TyBoardLoader      *self,
              GHashTable  *paired,
              GError     **error)
{
  g_autoptr(GPtrArray) rows = ty_pairing_board_table_list (self->database,
                                                           ty_record_get_integer (self->board->programme,
                                                                                  TY_PROGRAMME_ID),
                                                           self->as_of, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!add_pairing (self, g_ptr_array_index (rows, i), paired, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_waiting (TyBoardLoader      *self,
             GHashTable  *paired,
             GError     **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->needs);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 person = *(gint64 *) key;
      const TyPairingNeed *need = g_ptr_array_index ((GPtrArray *) value, 0);
      const TyBoardIdentity *identity;
      TyPairingCard *card;

      if (g_hash_table_contains (paired, &person))
        continue;
      identity = ty_board_loader_identify (self, person, need->unit, error);
      if (identity == NULL)
        return FALSE;
      if (!ty_board_loader_is_in_scope (self, identity->unit))
        continue;
      card = add_card (self, person, identity);
      card->column = TY_PAIRING_COLUMN_WAITING;
      card->face->note = g_strdup (need->reason);
    }
  return TRUE;
}

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  const TyPairingCard *first = *(TyPairingCard *const *) a;
  const TyPairingCard *second = *(TyPairingCard *const *) b;

  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return ty_pairing_card_compare (first, second, first->column);
}

/* The level of a mentor stands behind the name. */
static void
fill_levels (TyBoardLoader *self)
{
  g_autoptr(GHashTable) levels = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->board->mentors->len; i++)
    {
      TyBoardMentor *mentor = g_ptr_array_index (self->board->mentors, i);

      g_hash_table_insert (levels, &mentor->person, mentor->level);
    }
  for (guint i = 0; i < self->board->cards->len; i++)
    {
      TyPairingCard *card = g_ptr_array_index (self->board->cards, i);

      card->face->level = g_strdup (g_hash_table_lookup (levels, &card->mentor));
    }
}

static gboolean
list_statuses (TyBoardLoader      *self,
               GPtrArray  **list,
               GError     **error)
{
  *list = ty_pairing_status_list (self->view, self->database, FALSE, error);
  if (*list == NULL)
    return FALSE;
  for (guint i = 0; i < (*list)->len; i++)
    {
      TyPairingStatus *status = g_ptr_array_index (*list, i);

      g_hash_table_insert (self->statuses, dup_key (ty_record_get_integer (status->row->pairing, TY_PAIRING_ID)),
                           status);
    }
  return TRUE;
}

static gboolean
choose_programme (TyBoardLoader  *self,
                  gint64   programme,
                  GError **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (self->database, &ty_programme_info,
                                                      "ORDER BY position, id", error);
  TyPairingBoard *board = self->board;

  board->programmes = statement != NULL ? ty_table_collect (statement, &ty_programme_info, error) : NULL;
  if (board->programmes == NULL)
    return FALSE;
  for (guint i = 0; i < board->programmes->len; i++)
    {
      TyRecord *record = g_ptr_array_index (board->programmes, i);

      if (i == 0 || ty_record_get_integer (record, TY_PROGRAMME_ID) == programme)
        board->programme = record;
    }
  return TRUE;
}

static gboolean
load (TyBoardLoader  *self,
      gint64   programme,
      GError **error)
{
  g_autoptr(GHashTable) paired = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(TyPairingNeeds) needs = NULL;
  g_autoptr(GPtrArray) statuses = NULL;

  if (!choose_programme (self, programme, error))
    return FALSE;
  if (self->board->programme == NULL)
    return TRUE;

  needs = ty_pairing_needs_find (self->view, self->database,
                                 ty_record_get_integer (self->board->programme, TY_PROGRAMME_ID), error);
  if (needs == NULL || !list_kinds (self, error) || !list_statuses (self, &statuses, error))
    return FALSE;
  group_needs (self, needs);
  if (!add_pairings (self, paired, error) || !add_waiting (self, paired, error) || !ty_board_loader_add_mentors (self, error))
    return FALSE;

  fill_levels (self);
  g_ptr_array_sort (self->board->cards, compare_cards);
  return TRUE;
}

/**
 * ty_pairing_board_load:
 * @view: the generation, the cut-off date and the scope
 * @database: a connection
 * @programme: key of a programme; 0, or one that is gone = the first
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the board
 */
TyPairingBoard *
ty_pairing_board_load (TyView      *view,
                       TyDatabase  *database,
                       gint64       programme,
                       GError     **error)
{
  g_autoptr(TyPairingBoard) board = g_new0 (TyPairingBoard, 1);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(GHashTable) identities = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, identity_free);
  g_autoptr(GHashTable) needs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GHashTable) statuses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  TyBoardLoader self = { view, database, names, board, identities, statuses, needs, ty_view_get_as_of (view) };

  board->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_pairing_card_free);
  board->mentors = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_board_mentor_free);
  board->townships = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_board_township_free);
  return load (&self, programme, error) ? g_steal_pointer (&board) : NULL;
}
