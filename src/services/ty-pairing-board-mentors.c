/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-board-mentors"

#include "config.h"

#include "ty-pairing-board-private.h"

#include "ty-code-list.h"
#include "ty-mentor.h"
#include "ty-pairing-board-table.h"
#include "ty-period.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-words.h"

/* The mentors of a board, with the places that are taken. */

static gint64 *
dup_key (gint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

static int
get_depth (const char *level)
{
  TyCode *code = level != NULL ? ty_code_list_lookup (ty_code_list_get_shipped ("unit_level"), level) : NULL;

  return code != NULL ? ty_code_get_integer (code, "depth") : G_MAXINT;
}

static TyBoardMentor *
make_mentor (TyBoardLoader      *self,
             gint64       person,
             TyRecord    *record,
             GHashTable  *loads,
             GError     **error)
{
  gint64 unit = record != NULL ? ty_record_get_integer (record, TY_MENTOR_UNIT) : 0;
  const char *level = record != NULL ? ty_record_get_text (record, TY_MENTOR_LEVEL) : NULL;
  const TyBoardIdentity *identity = ty_board_loader_identify (self, person, 0, error);
  TyBoardMentor *mentor;

  if (identity == NULL)
    return NULL;

  mentor = g_new0 (TyBoardMentor, 1);
  mentor->person = person;
  mentor->name = g_strdup (identity->name);
  mentor->level = level != NULL ? g_strdup (ty_words_get_label ("unit_level", level)) : NULL;
  mentor->place = unit != 0 ? ty_unit_names_dup_path (self->names, unit, self->as_of) : g_strdup (identity->place);
  mentor->load = GPOINTER_TO_UINT (g_hash_table_lookup (loads, &person));
  mentor->capacity = record != NULL ? (guint) ty_record_get_integer (record, TY_MENTOR_CAPACITY) : 0;
  return mentor;
}

/* Those who are in the pool on the day, the highest level first, and whoever has a mentee all the same. */
static GPtrArray *
list_pool (TyBoardLoader  *self,
           GError **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (self->database, &ty_mentor_info, "ORDER BY person, id",
                                                      error);
  g_autoptr(GPtrArray) records = statement != NULL ? ty_table_collect (statement, &ty_mentor_info, error) : NULL;
  GPtrArray *pool;

  if (records == NULL)
    return NULL;

  pool = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      TyRecord *record = g_ptr_array_index (records, i);
      TyPeriod period = { ty_record_get_date (record, TY_MENTOR_FROM_DATE),
                          ty_record_get_date (record, TY_MENTOR_UNTIL_DATE) };

      if (ty_period_contains (period, self->as_of))
        g_ptr_array_add (pool, g_object_ref (record));
    }
  return pool;
}

static gboolean
fits_programme (TyBoardLoader   *self,
                TyRecord *record)
{
  const char *level = ty_record_get_text (self->board->programme, TY_PROGRAMME_LEVEL);

  return level == NULL || g_strcmp0 (ty_record_get_text (record, TY_MENTOR_LEVEL), level) == 0;
}

static gboolean
add_mentor (TyBoardLoader      *self,
            gint64       person,
            TyRecord    *record,
            GHashTable  *loads,
            GHashTable  *known,
            GError     **error)
{
  TyBoardMentor *mentor;

  if (!g_hash_table_add (known, dup_key (person)))
    return TRUE;
  mentor = make_mentor (self, person, record, loads, error);
  if (mentor == NULL)
    return FALSE;

  g_ptr_array_add (self->board->mentors, mentor);
  return TRUE;
}

static gboolean
has_card (TyBoardLoader *self,
          gint64  mentor)
{
  for (guint i = 0; i < self->board->cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (self->board->cards, i);

      if (card->mentor == mentor && card->column != TY_PAIRING_COLUMN_CLOSED)
        return TRUE;
    }
  return FALSE;
}

static int
compare_pool (gconstpointer a,
              gconstpointer b)
{
  TyRecord *first = *(TyRecord *const *) a;
  TyRecord *second = *(TyRecord *const *) b;
  int depths[] = { get_depth (ty_record_get_text (first, TY_MENTOR_LEVEL)),
                   get_depth (ty_record_get_text (second, TY_MENTOR_LEVEL)) };
  gint64 keys[] = { ty_record_get_integer (first, TY_MENTOR_PERSON),
                    ty_record_get_integer (second, TY_MENTOR_PERSON) };

  if (depths[0] != depths[1])
    return depths[0] < depths[1] ? -1 : 1;

  return (keys[0] > keys[1]) - (keys[0] < keys[1]);
}

/**
 * ty_board_loader_add_mentors:
 * @self: a loader that has the cards
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the mentors are read
 */
gboolean
ty_board_loader_add_mentors (TyBoardLoader  *self,
                             GError        **error)
{
  g_autoptr(GHashTable) loads = ty_pairing_board_table_count_loads (self->database, self->as_of, error);
  g_autoptr(GPtrArray) pool = loads != NULL ? list_pool (self, error) : NULL;
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (pool == NULL)
    return FALSE;
  g_ptr_array_sort (pool, compare_pool);
  for (guint i = 0; i < pool->len; i++)
    {
      TyRecord *record = g_ptr_array_index (pool, i);
      gint64 person = ty_record_get_integer (record, TY_MENTOR_PERSON);

      if ((has_card (self, person)
           || (fits_programme (self, record) && ty_board_loader_is_in_scope (self, ty_record_get_integer (record, TY_MENTOR_UNIT))))
          && !add_mentor (self, person, record, loads, known, error))
        return FALSE;
    }
  for (guint i = 0; i < self->board->cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (self->board->cards, i);

      if (card->mentor != 0 && card->column != TY_PAIRING_COLUMN_CLOSED
          && !add_mentor (self, card->mentor, NULL, loads, known, error))
        return FALSE;
    }
  return TRUE;
}
