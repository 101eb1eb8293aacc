/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-approval"

#include "config.h"

#include "ty-sample-approval.h"

#include "ty-sample-post.h"
#include "ty-sample-team.h"
#include "ty-seat.h"
#include "ty-table.h"

/* Approved seats. They follow from who sits there, so that nothing else of the sample is another. */

#define SUPERVISORS 1

typedef struct
{
  TyStore *store;
  TySampleTeam *team;
  guint number;        /* of the village, from 0 */
} Approval;

static gboolean
sits_in (TySamplePerson      *person,
         const TySamplePlace *place,
         const char          *body)
{
  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->place == place && holding->until == 0
          && g_str_equal (ty_sample_post_get_body (holding->post), body))
        return TRUE;
    }
  return FALSE;
}

static guint
count_sitting (Approval   *self,
               const char *body,
               gboolean   *has_head)
{
  guint n = 0;

  *has_head = FALSE;
  for (guint i = 0; i < self->team->members->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (self->team->members, i);

      n += sits_in (person, self->team->place, body);
      for (guint j = 0; j < person->holdings->len; j++)
        {
          TySampleHolding *holding = g_ptr_array_index (person->holdings, j);

          *has_head = *has_head
                      || (holding->place == self->team->place && holding->until == 0
                          && holding->post[1] == '1'
                          && g_str_equal (ty_sample_post_get_body (holding->post), body));
        }
    }
  return n;
}

static gboolean
write_seat (Approval       *self,
            const char     *body,
            TySampleMonth   from,
            TySampleMonth   until,
            guint           seats,
            guint           women,
            GError        **error)
{
  g_autoptr(TySeat) seat = ty_seat_new ();
  TyRecord *record = TY_RECORD (seat);

  ty_record_set_integer (record, TY_SEAT_UNIT, self->team->place->id);
  ty_record_set_integer (record, TY_SEAT_ID, ty_store_mint_id (self->store));
  ty_record_set_text (record, TY_SEAT_BODY, body);
  ty_record_take_text (record, TY_SEAT_FROM_DATE, ty_sample_month_to_iso (from));
  ty_record_take_text (record, TY_SEAT_UNTIL_DATE, ty_sample_month_to_iso (until));
  ty_record_set_integer (record, TY_SEAT_SEATS, seats);
  ty_record_set_integer (record, TY_SEAT_WOMEN, women);
  return ty_table_insert (ty_store_get_database (self->store), record, error);
}

/* Most bodies are as large as approved; each eighth committee and each thirteenth party organization
 * lacks somebody, few have one too many, and where the head is missing the seat is empty. */
static gboolean
write_body (Approval    *self,
            const char  *body,
            guint        lacking,
            guint        women,
            GError     **error)
{
  gboolean has_head;
  guint n = count_sitting (self, body, &has_head);
  guint seats = n + (has_head ? lacking : 1);

  if (self->number % 20 == 9 && has_head && lacking == 0)
    seats--;
  return write_seat (self, body, 0, TY_SAMPLE_TERM_2021, seats + self->number % 2, 0, error)
         && write_seat (self, body, TY_SAMPLE_TERM_2021, 0, seats, women, error);
}

static gboolean
write_village (Approval  *self,
               GError   **error)
{
  gboolean community = ty_sample_place_is_community (self->team->place);

  /* A village for which nobody has entered it yet. */
  if (self->number % 31 == 15)
    return TRUE;

  return write_body (self, "party", self->number % 13 == 3, 0, error)
         && write_body (self, community ? "residents_committee" : "village_committee",
                        self->number % 8 == 2, 1, error)
         && write_seat (self, "supervision", TY_SAMPLE_TERM_2021, 0,
                        SUPERVISORS + (self->number % 24 == 5), 0, error);
}

/**
 * ty_sample_approval_write:
 * @world: the sample, whose places were written
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the approved seats of the villages were written
 */
gboolean
ty_sample_approval_write (TySampleWorld  *world,
                          TyStore        *store,
                          GError        **error)
{
  g_autoptr(GPtrArray) teams = ty_sample_teams_new (world);

  for (guint i = 0; i < teams->len; i++)
    {
      Approval approval = { store, g_ptr_array_index (teams, i), i };

      if (!write_village (&approval, error))
        return FALSE;
    }
  return TRUE;
}
