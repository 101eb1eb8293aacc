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
static const char *const states[] = { "proposed", "agreed", "under_way", "under_way", "review", "done", "ended" };
static const char *const results[] = { "graduated", "renewed", "changed", "broken_off", NULL, NULL };
static const char *const ends[] = { "2021-06-30", "2021-12-20", "2022-02-01", NULL, NULL };
static const char *const talk_days[] = { "2020-12-30", "2021-09-03", "2021-09-28", "2021-10-01", "2021-10-02",
                                         "2021-11-15", "2021-12-02", "2021-12-20", "2021-12-31", "2022-01-01" };
static const char *const amounts[] = { "0", "42000", "99999", "100000", "123456", "400000", NULL };

static void
add_seats (TestChance *self,
           gint64      unit)
{
  for (int i = g_rand_int_range (self->random, 0, 4); i > 0; i--)
    test_chance_run (self, "INSERT INTO seat (unit, id, body, from_date, until_date, seats, women) "
                           "VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM seat), ?, ?, NULL, ?, ?)", "ittii",
                     unit, bodies[i], g_rand_boolean (self->random) ? test_chance_pick_date (self) : NULL,
                     (gint64) g_rand_int_range (self->random, 0, 6), (gint64) g_rand_int_range (self->random, 0, 3));
}

static void
add_years (TestChance *self,
           gint64      unit)
{
  for (int year = 2018; year <= 2022; year++)
    if (g_rand_boolean (self->random))
      test_chance_run (self, "INSERT INTO unit_year (unit, year, income, operating_income, debt, households, "
                             "population, party_members, residents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", "iittttttt",
                       unit,
                       (gint64) year, PICK (self, amounts), PICK (self, amounts), PICK (self, amounts),
                       PICK (self, amounts), PICK (self, amounts), PICK (self, amounts),
                       PICK (self, amounts));
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
        test_chance_run (self, "INSERT INTO unit_class (unit, id, class, from_date, leader, cadre, work_group, "
                               "contact_unit, plan) VALUES (?, 1, ?, '2018-05', 'a', 'b', 'c', 'd', ?)", "itt", unit,
                         PICK (self, classes), g_rand_boolean (self->random) ? "e" : NULL);
    }
}

/* What two have together, or somebody else. */
static void
add_talks (TestChance *self,
           gint64      pairing)
{
  for (int i = g_rand_int_range (self->random, 0, 6); i > 0; i--)
    test_chance_run (self, "INSERT INTO talk (person, id, mentor, date) SELECT person, (SELECT coalesce(max(id), 0) "
                           "+ 1 FROM talk), mentor, ? FROM pairing WHERE id = ?", "ti", PICK (self, talk_days),
                     pairing);
  if (g_rand_int_range (self->random, 0, 4) == 0)
    test_chance_run (self, "INSERT INTO pairing_pause (person, id, mentor, from_date, until_date) SELECT person, "
                           "(SELECT coalesce(max(id), 0) + 1 FROM pairing_pause), mentor, ?, ? FROM pairing "
                           "WHERE id = ?", "tti", PICK (self, talk_days), PICK (self, ends), pairing);
}

/* For what the programmes give mentors, and what was added and waived by hand. */
static void
add_needs (TestChance *self)
{
  static const char *const kinds[] = { "weak_base", "weak_economy", "new_secretary", "young_secretary", "new_cadre",
                                       "specialist", "reserve" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    test_chance_run (self, "INSERT INTO programme_need (programme, kind, urgency, threshold) VALUES (?, ?, 3, ?)",
                     "iti", (gint64) g_rand_int_range (self->random, 1, 4), kinds[i],
                     (gint64) (g_rand_boolean (self->random) ? 0 : 45));
  test_chance_run (self, "INSERT OR IGNORE INTO programme_need SELECT 1, kind, 2, 0 FROM programme_need "
                         "WHERE kind IN ('reserve', 'young_secretary')", "");
  for (guint i = 0; i < N_PAIRINGS; i++)
    test_chance_run (self, "INSERT INTO need (person, id, kind, waived, from_date, until_date, reason) "
                           "VALUES (?, ?, ?, ?, ?, ?, 'why')", "iitttt", test_chance_pick_person (self),
                     (gint64) (i + 1), PICK (self, kinds), i % 2 == 0 ? "yes" : NULL, test_chance_pick_date (self),
                     PICK (self, ends));
}

/* Courses of three years with who was there, and what came of some. */
static void
add_work (TestChance *self)
{
  static const char *const grades[] = { "excellent", "good", "fair", NULL };
  static const char *const periods[] = { "Y", "H1", "H2", "Q1", "Q3", "M07", "M12" };
  static const char *const came[] = { "passed", "absent", NULL, NULL };
  static const char *const days[] = { "0.5", "1", "3", NULL };

  test_chance_run (self, "INSERT INTO course (id, name, kind, level, from_date, days) VALUES "
                         "(1, 'a', 'rotation', 'county', '2020-05-04', '3'), (2, 'b', 'class', 'township', "
                         "'2021-03', '1'), (3, 'c', 'visit', 'city', '2021-10-01', '2.5'), (4, 'd', 'unheard_of', "
                         "NULL, '2021-12-20', NULL), (5, 'e', NULL, 'county', NULL, '1'), (6, 'f', 'rotation', "
                         "'county', '2022-01', '3')", "");
  for (guint i = 0; i < 2 * N_PAIRINGS; i++)
    {
      test_chance_run (self, "INSERT OR IGNORE INTO attendance (person, course, days, result) VALUES (?, ?, ?, ?)",
                       "iitt", test_chance_pick_person (self), (gint64) g_rand_int_range (self->random, 1, 7),
                       PICK (self, days), PICK (self, came));
      test_chance_run (self, "INSERT INTO appraisal (person, id, year, period, grade) VALUES (?, ?, ?, ?, ?)", "iiitt",
                       test_chance_pick_person (self), (gint64) (i + 1),
                       (gint64) g_rand_int_range (self->random, 2019, 2023), PICK (self, periods),
                       PICK (self, grades));
    }
}

/**
 * test_chance_add_pairings:
 * @self: a county with people
 *
 * Adds programmes and pairings of them with their talks, levels of mentors, courses and appraisals, and why posts began
 * and ended.
 */
void
test_chance_add_pairings (TestChance *self)
{
  test_chance_run (self, "INSERT INTO programme (id, name, level, capacity, talks, months, keep, position) "
                         "VALUES (1, 'pairs', 'county', 2, 1, 1, 0, 1), (2, 'youth', 'township', 2, 4, 1, 0, 2), "
                         "(3, 'none', NULL, 2, 0, 1, 0, 3)", "");
  test_chance_run (self, "UPDATE programme SET from_date = '2019', until_date = '2021-10-02' WHERE id = 3", "");
  add_needs (self);
  add_work (self);
  for (guint i = 0; i < N_PAIRINGS; i++)
    {
      test_chance_run (self, "INSERT INTO pairing (person, id, mentor, programme, state, from_date, until_date, "
                             "result) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "iiiitttt", test_chance_pick_person (self),
                       (gint64) (i + 1), test_chance_pick_person (self),
                       (gint64) g_rand_int_range (self->random, 1, 4), PICK (self, states),
                       test_chance_pick_date (self), PICK (self, ends), PICK (self, results));
      add_talks (self, i + 1);
    }
  test_chance_run (self, "UPDATE mentor SET level = CASE id % 4 WHEN 0 THEN 'county' WHEN 1 THEN 'township' "
                         "WHEN 2 THEN 'village' END", "");
  test_chance_run (self, "UPDATE appointment SET how = CASE id % 5 WHEN 0 THEN 'elected' WHEN 1 THEN 'appointed' "
                         "WHEN 2 THEN 'unheard_of' WHEN 3 THEN 'dispatched' END, end_reason = CASE id % 6 "
                         "WHEN 0 THEN 'term_ended' WHEN 1 THEN 'resigned' WHEN 2 THEN 'promoted' WHEN 3 THEN "
                         "'unheard_of' WHEN 4 THEN 'transferred' END", "");
}
