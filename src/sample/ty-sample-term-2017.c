/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-term-2017"

#include "config.h"

#include "ty-sample-village.h"

#include "ty-sample-draw.h"

/* When somebody who sat before 2017 had begun: with an earlier term, or in a year that is all that
 * is known. */
static TySampleMonth
draw_early_start (GRand          *rand,
                  TySamplePerson *person)
{
  static const TySampleMonth starts[] = {
    TY_SAMPLE_MONTH (2014, 12), TY_SAMPLE_MONTH (2014, 12), TY_SAMPLE_MONTH (2011, 11),
    TY_SAMPLE_MONTH (2011, 11), TY_SAMPLE_MONTH (2008, 12), TY_SAMPLE_MONTH (2005, 11),
    TY_SAMPLE_YEAR (2002), TY_SAMPLE_YEAR (1999),
  };
  TySampleMonth start = TY_SAMPLE_PICK (rand, starts);

  while (ty_sample_person_age (person, start) < 24 && start < TY_SAMPLE_MONTH (2014, 12))
    start = ty_sample_month_known (start + 36);

  return MIN (start, TY_SAMPLE_MONTH (2014, 12));
}

/* Some stay who come near the age limit of 60 in the next term, or over it. */
static gboolean
has_elder (TySampleVillage *village,
           guint    index)
{
  return (index == 0 && ty_sample_village_keeps_secretary (village) && village->number % 10 == 9)
         || (index == 2 && village->number % 6 == 1);
}

static void
fill_seat_2017 (TySampleVillage    *village,
                const TySampleSeat *seat,
                guint               index)
{
  GRand *rand = village->world->rand;
  gboolean elder = has_elder (village, index);
  int youngest = elder ? 55 : index == 0 ? 33 : 28;
  int oldest = elder ? 57 : index == 0 && ty_sample_village_keeps_secretary (village) ? 54 : 58;
  TySamplePerson *person = ty_sample_village_add_person (village, TY_SAMPLE_TERM_2017, youngest,
                                                         oldest, seat);
  TySampleMonth from = TY_SAMPLE_TERM_2017;

  if (ty_sample_draw_percent (rand, 60))
    from = draw_early_start (rand, person);
  for (guint i = 0; i < G_N_ELEMENTS (seat->posts) && seat->posts[i] != NULL; i++)
    {
      TySampleMonth start
        = i == 0 || ty_sample_draw_percent (rand, 60) ? from : TY_SAMPLE_TERM_2017;

      if (index == 0 && i == 0 && village->number == TY_SAMPLE_BEFORE_RECORDS)
        start = 0;
      ty_sample_person_take_post (person, village->place, seat->posts[i], start, "elected");
    }
  g_ptr_array_add (village->present, person);
}

static gboolean
begins_2017 (TySampleVillage *village,
             const char      *post)
{
  for (guint i = 0; i < village->present->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (village->present, i);
      TySampleHolding *holding = ty_sample_person_find_post (person, village->place, post);

      if (holding != NULL)
        return holding->from == TY_SAMPLE_TERM_2017;
    }
  return FALSE;
}

/* Those whose posts ended when the term of 2017 began. */
static void
add_predecessors (TySampleVillage *village)
{
  static const char *const heads[] = { "D1", "C1" };
  static const char *const others[] = { "C3", "D3", "C3", "C3" };
  GRand *rand = village->world->rand;
  int n = ty_sample_draw_range (rand, 2, 3);

  for (int i = 0; i < n; i++)
    {
      gboolean head = i < 2 && begins_2017 (village, heads[i]);
      const char *post = head ? heads[i] : TY_SAMPLE_PICK (rand, others);
      TySampleSeat seat = { { post, NULL }, head ? 5 : 24 };
      TySamplePerson *person = ty_sample_village_add_person (village, TY_SAMPLE_TERM_2017, 33, 63,
                                                             &seat);
      gboolean old = ty_sample_person_age (person, TY_SAMPLE_TERM_2017) >= 60;

      ty_sample_person_take_post (person, village->place, post, draw_early_start (rand, person),
                                  "elected");
      ty_sample_person_leave (person, village->place, TY_SAMPLE_TERM_2017,
                              old ? "retired" : "term_ended");
      g_ptr_array_add (village->left, person);
    }
}

static const char *
draw_reason (TySampleWorld  *world,
             TySamplePerson *person,
             TySampleMonth   month)
{
  static const char *const reasons[] = {
    "resigned", "resigned", "resigned", "resigned", "transferred", "transferred", "transferred",
    "removed", "removed", "died", "promoted", "other",
  };
  const char *reason = TY_SAMPLE_PICK (world->rand, reasons);

  if (ty_sample_person_age (person, month) >= 58)
    return "retired";
  if (g_str_equal (reason, "promoted"))
    {
      gboolean fit
        = g_str_equal (person->political, "01") && ty_sample_person_age (person, month) < 45;

      if (!fit)
        return "transferred";
      g_ptr_array_add (world->promoted, person);
    }
  return reason;
}

/* Some go between the elections; most of them are replaced. */
static void
change_within_term (TySampleVillage    *village,
                    const TySampleSeat *seat,
                    guint               index)
{
  GRand *rand = village->world->rand;
  TySamplePerson *person = g_ptr_array_index (village->present, index);
  TySampleMonth month = ty_sample_month_known (TY_SAMPLE_MONTH (2018, 3)
                                               + ty_sample_draw_range (rand, 0, 36));
  TySamplePerson *successor;

  if (!ty_sample_draw_percent (rand, 15)
      || (index == 0 && ty_sample_village_keeps_secretary (village)))
    return;

  ty_sample_person_leave (person, NULL, month, draw_reason (village->world, person, month));
  village->present->pdata[index] = NULL;
  if (!ty_sample_draw_percent (rand, 70))
    return;

  month = ty_sample_month_known (month + ty_sample_draw_range (rand, 1, 3));
  successor = ty_sample_village_add_person (village, month, 27, 48, seat);
  for (guint i = 0; i < G_N_ELEMENTS (seat->posts) && seat->posts[i] != NULL; i++)
    ty_sample_person_take_post (successor, village->place, seat->posts[i], month,
                                seat->posts[i][0] == 'D' ? "appointed" : "byelection");
  village->present->pdata[index] = successor;
}

static TySampleHeads
draw_heads_2017 (TySampleVillage *village)
{
  if (village->number == TY_SAMPLE_TWO_VILLAGES + 1)
    return TY_SAMPLE_HEADS_TWO;

  return ty_sample_draw_percent (village->world->rand, 55) ? TY_SAMPLE_HEADS_DUAL
                                                           : TY_SAMPLE_HEADS_TWO;
}

/**
 * ty_sample_village_elect_2017:
 * @village: a village in which nobody sits yet
 *
 * Elects the committees of the term 2017, beside those who left then, and lets some go and others
 * come before the next election.
 */
void
ty_sample_village_elect_2017 (TySampleVillage *village)
{
  TySampleSeat seats[TY_SAMPLE_SEATS];
  GRand *rand = village->world->rand;
  guint n = ty_sample_seat_plan (rand, draw_heads_2017 (village),
                                 (guint) ty_sample_draw_middle (rand, 5, 8), seats);

  for (guint i = 0; i < n; i++)
    fill_seat_2017 (village, &seats[i], i);
  add_predecessors (village);
  if (village->place->successor != NULL)
    return;

  for (guint i = 0; i < n; i++)
    change_within_term (village, &seats[i], i);
  for (guint i = n; i > 0; i--)
    if (g_ptr_array_index (village->present, i - 1) == NULL)
      g_ptr_array_remove_index (village->present, i - 1);
}
