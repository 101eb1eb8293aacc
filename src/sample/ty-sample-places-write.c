/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-places-write"

#include "config.h"

#include "ty-sample-places.h"

#include "ty-table.h"
#include "ty-unit-state.h"
#include "ty-unit-table.h"

static TyUnitState *
state_new (const TySamplePlace *place,
           const char          *name,
           gint64               parent,
           guint                position)
{
  TyUnitState *state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  ty_record_set_integer (record, TY_UNIT_STATE_PARENT, parent);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, name);
  ty_record_set_text (record, TY_UNIT_STATE_CODE, place->code);
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL,
                      place->township != NULL ? "village" : "township");
  ty_record_set_text (record, TY_UNIT_STATE_KIND, place->kind);
  ty_record_set_text (record, TY_UNIT_STATE_PARTY_FORM, place->party_form);
  ty_record_set_integer (record, TY_UNIT_STATE_POSITION, position);
  return state;
}

static gboolean
write_new_name (TySamplePlace  *place,
                TyStore        *store,
                gint64          parent,
                guint           position,
                GError        **error)
{
  g_autoptr(TyUnitState) state = state_new (place, place->name, parent, position);

  ty_record_set_integer (TY_RECORD (state), TY_UNIT_STATE_UNIT, place->id);
  ty_record_set_integer (TY_RECORD (state), TY_UNIT_STATE_ID, ty_store_mint_id (store));
  ty_record_take_text (TY_RECORD (state), TY_UNIT_STATE_FROM_DATE,
                       ty_sample_month_to_iso (TY_SAMPLE_RENAMING));
  return ty_table_insert (ty_store_get_database (store), TY_RECORD (state), error);
}

static gboolean
write_place (TySamplePlace  *place,
             TyStore        *store,
             gint64          parent,
             guint           position,
             GError        **error)
{
  gboolean renamed = place->old_name != NULL;
  g_autoptr(TyUnitState) state = state_new (place, renamed ? place->old_name : place->name, parent,
                                            position);
  TyRecord *record = TY_RECORD (state);

  if (renamed)
    ty_record_take_text (record, TY_UNIT_STATE_UNTIL_DATE,
                         ty_sample_month_to_iso (TY_SAMPLE_RENAMING));
  if (place->successor != NULL)
    {
      ty_record_take_text (record, TY_UNIT_STATE_UNTIL_DATE,
                           ty_sample_month_to_iso (TY_SAMPLE_MERGER));
      ty_record_set_integer (record, TY_UNIT_STATE_SUCCESSOR, place->successor->id);
    }
  if (!ty_unit_table_add (store, state, error))
    return FALSE;

  place->id = ty_record_get_integer (record, TY_UNIT_STATE_UNIT);
  return !renamed || write_new_name (place, store, parent, position, error);
}

static gboolean
write_places (GPtrArray  *places,
              TyStore    *store,
              gint64      county,
              guint      *position,
              GError    **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      TySamplePlace *place = g_ptr_array_index (places, i);
      gint64 parent = place->township != NULL ? place->township->id : county;

      if (!write_place (place, store, parent, ++*position, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_sample_places_write:
 * @self: the places
 * @store: a store that writes, inside an action
 * @county: the unit of the county
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether all units are in the file; then each place has its id
 */
gboolean
ty_sample_places_write (TySamplePlaces  *self,
                        TyStore         *store,
                        gint64           county,
                        GError         **error)
{
  guint position = 0;

  return write_places (self->townships, store, county, &position, error)
         && write_places (self->villages, store, county, &position, error)
         && write_places (self->merged, store, county, &position, error);
}
