/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chance"

#include "config.h"

#include "test-chance.h"

#include "ty-action-log.h"

/* What an office does, by chance: one action after the other. */

typedef void (*ChangeFunc) (TestChance *self);

static gint64
pick (TestChance *self,
      const char *sql)
{
  g_autofree char *one = g_strdup_printf ("SELECT coalesce((%s LIMIT 1 OFFSET abs(%d) %% "
                                          "max((SELECT count(*) FROM (%s)), 1)), 0)", sql,
                                          g_rand_int_range (self->random, 0, 1 << 20), sql);

  return ty_test_county_count (self->county.store, one);
}

static void
add_people (TestChance *self)
{
  for (int n = g_rand_int_range (self->random, 1, 4); n > 0; n--)
    test_chance_add_person (self);
}

static void
edit_person (TestChance *self)
{
  gint64 person = test_chance_pick_person (self);

  switch (g_rand_int_range (self->random, 0, 5))
    {
    case 0:
      test_chance_run (self, "UPDATE person SET birth = ? WHERE id = ?", "ti", test_chance_pick_date (self),
                       person);
      break;
    case 1:
      test_chance_run (self, "UPDATE person SET sex = CASE sex WHEN '1' THEN '2' ELSE '1' END, "
                             "political = CASE political WHEN '01' THEN '13' ELSE '01' END, "
                             "party_date = ? WHERE id = ?", "ti", test_chance_pick_date (self), person);
      break;
    case 2:
      test_chance_run (self, "UPDATE person SET ethnicity = CASE ethnicity WHEN '01' THEN '03' "
                             "ELSE '01' END, name = name || '之' WHERE id = ?", "i", person);
      break;
    case 3:
      test_chance_run (self, "UPDATE person SET note = 'seen ' || coalesce(note, '') WHERE id = ?", "i",
                       person);
      break;
    default:
      test_chance_run (self, "UPDATE person SET ethnicity = 'new' || id, political = '88' WHERE id = ?",
                       "i", person);
    }
}

static void
delete_person (TestChance *self)
{
  static const char *const tables[] = { "mandate", "appointment", "education", "background", "reserve",
                                        "mentor", "honour", "penalty", "resume_entry",
                                        "family_member", "annual_result", "person_list_member",
                                        "attendance", "appraisal", "pairing", "talk", "pairing_pause",
                                        "need" };
  static const char *const mentored[] = { "pairing", "talk", "pairing_pause" };
  gint64 person = test_chance_pick_person (self);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE person = ?", tables[i]);

      test_chance_run (self, sql, "i", person);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mentored); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE mentor = ?", mentored[i]);

      test_chance_run (self, sql, "i", person);
    }
  test_chance_run (self, "UPDATE person SET merged_into = NULL WHERE merged_into = ?", "i", person);
  test_chance_run (self, "DELETE FROM person WHERE id = ?", "i", person);
}

/* One of two records of a human becomes a pointer; its posts may go with it. */
static void
merge_people (TestChance *self)
{
  gint64 one = test_chance_pick_person (self);
  gint64 other = test_chance_pick_person (self);

  if (one == other)
    test_chance_run (self, "UPDATE person SET merged_into = NULL WHERE id = ?", "i", one);
  else
    test_chance_run (self, "UPDATE person SET merged_into = ? WHERE id = ?", "ii", one, other);
  if (one != other && g_rand_boolean (self->random))
    {
      test_chance_run (self, "DELETE FROM mandate WHERE person = ?", "i", other);
      test_chance_run (self, "UPDATE appointment SET person = ? WHERE person = ?", "ii", one, other);
      test_chance_run (self, "UPDATE education SET person = ? WHERE person = ?", "ii", one, other);
    }
}

static void
add_to_person (TestChance *self)
{
  gint64 person = test_chance_pick_person (self);

  if (person == 0)
    return;
  test_chance_add_post (self, person);
  test_chance_add_study (self, person);
  test_chance_add_background (self, person);
  test_chance_add_reserve (self, person);
  test_chance_add_mentor (self, person);
}

static void
edit_post (TestChance *self)
{
  gint64 post = pick (self, "SELECT id FROM appointment ORDER BY id");

  switch (g_rand_int_range (self->random, 0, 4))
    {
    case 0:
      test_chance_run (self, "UPDATE appointment SET until_date = ? WHERE id = ?", "ti",
                       test_chance_pick_date (self), post);
      break;
    case 1:
      test_chance_run (self, "UPDATE appointment SET unit = ? WHERE id = ?", "ii",
                       test_chance_pick_unit (self), post);
      break;
    case 2:
      test_chance_run (self, "UPDATE appointment SET post = CASE post WHEN 'D1' THEN 'C1' ELSE 'D1' END, "
                             "from_date = ? WHERE id = ?", "ti", test_chance_pick_date (self), post);
      break;
    default:
      test_chance_run (self, "UPDATE mandate SET batch = 'dispatched' WHERE appointment = ?", "i", post);
    }
}

static void
delete_rows (TestChance *self)
{
  gint64 post = pick (self, "SELECT id FROM appointment ORDER BY id");

  test_chance_run (self, "DELETE FROM mandate WHERE appointment = ?", "i", post);
  test_chance_run (self, "DELETE FROM appointment WHERE id = ?", "i", post);
  test_chance_run (self, "DELETE FROM education WHERE id = ?", "i",
                   pick (self, "SELECT id FROM education ORDER BY id"));
  test_chance_run (self, "DELETE FROM background WHERE person = ?", "i", test_chance_pick_person (self));
  test_chance_run (self, "DELETE FROM reserve WHERE id = ?", "i",
                   pick (self, "SELECT id FROM reserve ORDER BY id"));
  test_chance_run (self, "DELETE FROM mentor WHERE id = ?", "i",
                   pick (self, "SELECT id FROM mentor ORDER BY id"));
}

static void
edit_memberships (TestChance *self)
{
  test_chance_run (self, "UPDATE education SET outcome = 'graduated', level = '21' WHERE id = ?", "i",
                   pick (self, "SELECT id FROM education ORDER BY id"));
  test_chance_run (self, "UPDATE reserve SET until_date = ?, unit = ? WHERE id = ?", "tii",
                   test_chance_pick_date (self), test_chance_pick_unit (self),
                   pick (self, "SELECT id FROM reserve ORDER BY id"));
  test_chance_run (self, "UPDATE mentor SET until_date = ?, unit = NULL WHERE id = ?", "ti",
                   test_chance_pick_date (self), pick (self, "SELECT id FROM mentor ORDER BY id"));
}

static void
change_terms (TestChance *self)
{
  gint64 term = pick (self, "SELECT id FROM term ORDER BY id");

  switch (g_rand_int_range (self->random, 0, 3))
    {
    case 0:
      test_chance_add_term (self, g_rand_int_range (self->random, 2015, 2024));
      break;
    case 1:
      test_chance_run (self, "UPDATE term SET from_date = ?, year = year + 1 WHERE id = ?", "ti",
                       test_chance_pick_date (self), term);
      break;
    default:
      test_chance_run (self, "DELETE FROM mandate WHERE term = ?", "i", term);
      test_chance_run (self, "DELETE FROM term WHERE id = ?", "i", term);
    }
}

static void
change_units (TestChance *self)
{
  gint64 state = pick (self, "SELECT id FROM unit_state ORDER BY id");

  switch (g_rand_int_range (self->random, 0, 7))
    {
    case 0:
      test_chance_add_unit (self, "village");
      break;
    case 1:
      test_chance_add_state (self, test_chance_pick_unit (self), "village");
      break;
    case 2:
      test_chance_run (self, "UPDATE unit_state SET name = name || '新', party_form = 'committee' "
                             "WHERE id = ?", "i", state);
      break;
    case 3:
      test_chance_run (self, "UPDATE unit_state SET parent = ? WHERE id = ?", "ii",
                       test_chance_pick_unit (self), state);
      break;
    case 4:
      test_chance_run (self, "UPDATE unit_state SET until_date = ?, position = position + 1 WHERE id = ?",
                       "ti", test_chance_pick_date (self), state);
      break;
    case 5:
      test_chance_run (self, "UPDATE unit_state SET level = CASE level WHEN 'village' THEN 'township' "
                             "ELSE 'village' END WHERE id = ?", "i", state);
      break;
    default:
      /* A unit without a state stands nowhere. */
      test_chance_run (self, "DELETE FROM unit_state WHERE id = ? AND parent IS NOT NULL", "i", state);
    }
}

static void
change_rules (TestChance *self)
{
  test_chance_run (self, "UPDATE setting SET value = CASE WHEN value LIKE '%le_35%' "
                         "THEN replace(value, 'le_35', 'le_xx') ELSE replace(value, 'le_xx', 'le_35') END "
                         "WHERE key = 'rules'", "");
}

/* As an import of a roster: many at once, and what it does not name ends. */
static void
import (TestChance *self)
{
  for (guint i = 0; i < 8; i++)
    test_chance_add_person (self);
  test_chance_run (self, "UPDATE appointment SET until_date = '2021-10-01', end_reason = 'term' "
                         "WHERE until_date IS NULL AND unit = ?", "i", test_chance_pick_unit (self));
  test_chance_add_unit (self, "village");
  for (guint i = 0; i < 5; i++)
    edit_person (self);
}

static void
change_lists (TestChance *self)
{
  gint64 list = g_rand_int_range (self->random, 1, TEST_CHANCE_LISTS + 1);
  gint64 person = test_chance_pick_person (self);

  if (person == 0)
    return;
  if (g_rand_boolean (self->random))
    /* A list may have gone with what was taken back. */
    test_chance_run (self, "INSERT OR REPLACE INTO person_list_member SELECT l.id, p.id, 50, NULL "
                           "FROM person_list l, person p WHERE l.id = ? AND p.id = ?", "ii", list, person);
  else
    test_chance_run (self, "DELETE FROM person_list_member WHERE list = ? AND person <= ?", "ii", list,
                     person);
}

/* What stands beside the columns. */
static void
change_marks (TestChance *self)
{
  static const char *const statements[] = {
    "DELETE FROM talk WHERE id % 3 = 0",
    "UPDATE pairing SET state = 'ended', until_date = '2021-10-02', result = 'renewed' WHERE id % 5 = 0",
    "UPDATE pairing_pause SET until_date = '2021-12-01'",
    "UPDATE programme SET talks = talks + 1, name = name || '+', level = 'village' WHERE id = 2",
    "UPDATE programme_need SET threshold = 30, kind = 'reserve' WHERE kind = 'specialist' AND programme <> 1",
    "UPDATE need SET waived = 'yes' WHERE id % 3 = 0",
    "UPDATE pairing SET programme = 2, state = 'agreed' WHERE id % 4 = 0",
    "UPDATE unit_year SET income = '7', operating_income = '8', debt = '9' WHERE year = 2020",
    "UPDATE unit_year SET households = '70', population = '80', party_members = '90' WHERE year = 2021",
    "UPDATE seat SET seats = seats + 1 WHERE id % 2 = 0",
    "UPDATE unit_class SET class = 'steady' WHERE class = 'general'",
    "UPDATE honour SET date = '2021-05-04' WHERE id % 2 = 0",
    "UPDATE mentor SET level = 'county' WHERE id % 2 = 0",
    "UPDATE reserve SET post = 'C1', way_in = 'b', source = 'veteran' WHERE id % 2 = 0",
    "UPDATE appraisal SET grade = 'fair' WHERE grade = 'good'",
    "UPDATE course SET days = '2', kind = 'visit', level = 'township' WHERE id % 2 = 0",
    "UPDATE unit_class SET plan = NULL, leader = '' WHERE unit % 2 = 0",
    "UPDATE seat SET women = women + 1 WHERE id % 3 = 0",
    "UPDATE reserve SET way_out = 'age', until_date = '2021-11' WHERE id % 3 = 0",
    "UPDATE attendance SET days = '4' WHERE person % 2 = 0",
  };

  test_chance_run (self, statements[g_rand_int_range (self->random, 0, G_N_ELEMENTS (statements))], "");
}

static const struct { const char *word; ChangeFunc func; } changes[] = {
  { "add people", add_people },
  { "edit a person", edit_person },
  { "edit a person", edit_person },
  { "delete a person", delete_person },
  { "merge people", merge_people },
  { "add to a person", add_to_person },
  { "add to a person", add_to_person },
  { "edit a post", edit_post },
  { "edit a post", edit_post },
  { "delete rows", delete_rows },
  { "edit memberships", edit_memberships },
  { "change terms", change_terms },
  { "change units", change_units },
  { "change units", change_units },
  { "change rules", change_rules },
  { "change lists", change_lists },
  { "change marks", change_marks },
  { "change marks", change_marks },
  { "import", import },
};

typedef struct
{
  TestChance *chance;
  ChangeFunc func;
} Acting;

static gboolean
act (TyStore   *store,
     gpointer   data,
     GError   **error)
{
  const Acting *acting = data;

  acting->func (acting->chance);
  return TRUE;
}

static void
read_keys (TestChance *self,
           const char *sql,
           GArray     *keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (test_chance_get_database (self), sql, &error);

  g_array_set_size (keys, 0);
  while (ty_statement_step (statement, &error) == TY_STEP_ROW)
    {
      gint64 key = ty_statement_get_int (statement, 0);

      g_array_append_val (keys, key);
    }
  g_assert_no_error (error);
}

/* Now and then another machine writes, whose keys come before all others or after. */
static void
change_writer (TestChance *self)
{
  g_autoptr(GError) error = NULL;

  if (g_rand_int_range (self->random, 0, 10) != 0)
    return;
  self->n_writers++;
  ty_store_set_writer (self->county.store, self->n_writers % 2 == 0 ? 1000 + self->n_writers
                                                                    : 500 - self->n_writers, &error);
  g_assert_no_error (error);
}

/**
 * test_chance_act:
 * @self: a county
 *
 * Does something, takes it back or does it again; what cannot be taken back stays.
 *
 * Returns: what was done
 */
const char *
test_chance_act (TestChance *self)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  int kind = g_rand_int_range (self->random, 0, 22);
  const char *word = kind < 3 ? "undo" : kind < 5 ? "redo" : "undo an older one";
  gint64 seq;

  change_writer (self);
  if (kind < 3)
    ty_store_undo (self->county.store, "tester", 0, &seq, NULL);
  else if (kind < 5)
    ty_store_redo (self->county.store, "tester", &seq, NULL);
  else if (kind < 6)
    ty_store_undo (self->county.store, "tester",
                   pick (self, "SELECT seq FROM action WHERE kind = 'person.edit' ORDER BY seq"), &seq, NULL);
  else
    {
      guint i = (guint) g_rand_int_range (self->random, 0, G_N_ELEMENTS (changes));
      Acting acting = { self, changes[i].func };
      g_autoptr(GError) error = NULL;

      ty_store_run (self->county.store, &spec, act, &acting, &error);
      g_assert_no_error (error);
      word = changes[i].word;
    }
  read_keys (self, "SELECT id FROM person ORDER BY id", self->people);
  read_keys (self, "SELECT id FROM unit ORDER BY id", self->units);
  read_keys (self, "SELECT id FROM term ORDER BY id", self->terms);
  return word;
}
