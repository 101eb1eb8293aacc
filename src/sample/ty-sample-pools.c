/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-pools"

#include "config.h"

#include "ty-sample-pools.h"

#include "ty-mentor.h"
#include "ty-reserve.h"
#include "ty-table.h"

static gboolean
write_reserve (const TySampleReserve  *reserve,
               TyStore                *store,
               GError                **error)
{
  g_autoptr(TyReserve) row = ty_reserve_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_integer (record, TY_RESERVE_PERSON, reserve->person->id);
  ty_record_set_integer (record, TY_RESERVE_ID, ty_store_mint_id (store));
  ty_record_set_integer (record, TY_RESERVE_UNIT, reserve->place->id);
  ty_record_set_text (record, TY_RESERVE_POST, reserve->post);
  ty_record_take_text (record, TY_RESERVE_FROM_DATE, ty_sample_month_to_iso (reserve->from));
  ty_record_take_text (record, TY_RESERVE_UNTIL_DATE, ty_sample_month_to_iso (reserve->until));
  ty_record_set_text (record, TY_RESERVE_WAY_IN, reserve->way_in);
  ty_record_set_text (record, TY_RESERVE_WAY_OUT, reserve->way_out);
  ty_record_set_text (record, TY_RESERVE_SOURCE, reserve->person->source);
  return ty_table_insert (ty_store_get_database (store), record, error);
}

static gboolean
write_mentor (const TySampleMentor  *mentor,
              TyStore               *store,
              GError               **error)
{
  g_autoptr(TyMentor) row = ty_mentor_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_integer (record, TY_MENTOR_PERSON, mentor->person->id);
  ty_record_set_integer (record, TY_MENTOR_ID, ty_store_mint_id (store));
  ty_record_set_integer (record, TY_MENTOR_UNIT, mentor->place != NULL ? mentor->place->id : 0);
  ty_record_set_text (record, TY_MENTOR_LEVEL, mentor->level);
  ty_record_take_text (record, TY_MENTOR_FROM_DATE, ty_sample_month_to_iso (mentor->from));
  ty_record_take_text (record, TY_MENTOR_UNTIL_DATE, ty_sample_month_to_iso (mentor->until));
  ty_record_set_integer (record, TY_MENTOR_CAPACITY, mentor->capacity);
  ty_record_set_text (record, TY_MENTOR_NOTE, mentor->note);
  return ty_table_insert (ty_store_get_database (store), record, error);
}

/**
 * ty_sample_pools_write:
 * @world: the sample, whose people were written
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the members of both pools were written
 */
gboolean
ty_sample_pools_write (const TySampleWorld  *world,
                       TyStore              *store,
                       GError              **error)
{
  for (guint i = 0; i < world->reserves->len; i++)
    if (!write_reserve (g_ptr_array_index (world->reserves, i), store, error))
      return FALSE;
  for (guint i = 0; i < world->mentors->len; i++)
    if (!write_mentor (g_ptr_array_index (world->mentors, i), store, error))
      return FALSE;

  return TRUE;
}
