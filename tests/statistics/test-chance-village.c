/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chance"

#include "config.h"

#include "test-chance.h"

/* What villages tell of themselves, and pairings. */

#define N_PAIRINGS 25

#define PICK(self, list) \
  (list)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (list))]

static const char *const bodies[] = { "party", "village_committee", "residents_committee", "supervision",
                                      "nobody" };
static const char *const classes[] = { "difficult", "general", "steady" };
static const char *const states[] = { "proposed", "agreed", "under_way", "done", "ended" };
static const char *const amounts[] = { "0", "42000", "99999", "100000", "123456", "400000", NULL };

static void
add_seats (TestChance *self,
           gint64      unit)
{
  for (int i = g_rand_int_range (self->random, 0, 4); i > 0; i--)
    test_chance_run (self, "INSERT INTO seat (unit, id, body, from_date, until_date, seats, women) "
                           "VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM seat), ?, ?, NULL, ?, 0)", "itti",
                     unit, bodies[i], g_rand_boolean (self->random) ? test_chance_pick_date (self) : NULL,
                     (gint64) g_rand_int_range (self->random, 0, 6));
}

static void
add_years (TestChance *self,
           gint64      unit)
{
  for (int year = 2018; year <= 2022; year++)
    if (g_rand_boolean (self->random))
      test_chance_run (self, "INSERT INTO unit_year (unit, year, income, operating_income, debt, households, "
                             "population, party_members) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "iitttttt", unit,
                       (gint64) year, PICK (self, amounts), PICK (self, amounts), PICK (self, amounts),
                       PICK (self, amounts), PICK (self, amounts), PICK (self, amounts));
}

/**
 * test_chance_add_village_facts:
 * @self: a county
 *
 * Gives units seats, yearly numbers and classes, some of each.
 */
void
test_chance_add_village_facts (TestChance *self)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      gint64 unit = g_array_index (self->units, gint64, i);

      add_seats (self, unit);
      add_years (self, unit);
      if (g_rand_boolean (self->random))
        test_chance_run (self, "INSERT INTO unit_class (unit, id, class, from_date) VALUES (?, 1, ?, '2018-05')",
                         "it", unit, PICK (self, classes));
    }
}

/**
 * test_chance_add_pairings:
 * @self: a county with people
 *
 * Adds a programme and pairings of it.
 */
void
test_chance_add_pairings (TestChance *self)
{
  test_chance_run (self, "INSERT INTO programme (id, name, capacity, talks, months, keep, position) "
                         "VALUES (1, 'pairs', 2, 1, 1, 0, 1)", "");
  for (guint i = 0; i < N_PAIRINGS; i++)
    test_chance_run (self, "INSERT INTO pairing (person, id, mentor, programme, state, from_date, until_date) "
                           "VALUES (?, ?, ?, 1, ?, ?, ?)", "iiittt", test_chance_pick_person (self),
                     (gint64) (i + 1), test_chance_pick_person (self), PICK (self, states),
                     test_chance_pick_date (self), g_rand_boolean (self->random) ? "2021-06-30" : NULL);
}
