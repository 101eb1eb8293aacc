/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chance"

#include "config.h"

#include "test-chance.h"

#include <stdarg.h>

/* Rows by chance, written as they are: a store would not let all of them in. */

/* NULL stands for none; what is no date of the calendar comes at the end. */
static const char *const dates[] = { NULL, NULL, "2017", "2017-12", "2018-01-01", "2018-01-02",
                                     "2020-02-29", "2021", "2021-09-30", "2021-10", "2021-10-01",
                                     "2021-10-02", "2021-12-31", "2022-01", "2024-06", "2016-05-05",
                                     "0000", "9999-12-31", "2021-02-30", "soon" };
#define N_GOOD_DATES 16

static const char *const posts[] = { "D1", "D1", "D1", "D1", "D2", "D3", "D4", "D5", "D6", "C1", "C1",
                                     "C1", "C2", "C3", "J1", "J2", "J3", "S1", "S3", "E1", "E2", "X1",
                                     "X2", "P2", "P9", "P9", "T4", "K2", "QQ", "D9" };
static const char *const study_levels[] = { "1", "11", "12", "1A", "1B", "2", "21", "22", "23", "3", "31",
                                            "32", "33", "34", "35", "36", "37", "38", "39", "99", NULL };
static const char *const outcomes[] = { "graduated", "graduated", "graduated", "completed", "incomplete",
                                        "studying", NULL };
static const char *const modes[] = { "fulltime", "fulltime", "inservice", NULL };
static const char *const degrees[] = { NULL, NULL, "1", "2", "203", "3", "302", "4", "401", "499", "7" };
static const char *const sexes[] = { "1", "1", "2", "2", "0", "9", NULL, "5" };
static const char *const ethnicities[] = { "01", "01", "01", "01", "03", "11", "97", "xx", NULL };
static const char *const politicals[] = { "01", "01", "01", "02", "03", "13", "77", NULL };
static const char *const sources[] = { "incumbent", "veteran", "able_farmer", "other", "unheard_of",
                                       "business_owner" };
static const char *const batches[] = { "retained", "from_reserves", "returned_home", "dispatched",
                                       "other", NULL };
static const char *const names[] = { "张晓明", "張曉明", "曾国强", "王芳", "王芳", "李娜", "欧阳修文",
                                     "单于", "阿依古丽·买买提", "赵 一", "赵一", "丁一", "解放" };
static const char *const pinyins[] = { NULL, NULL, NULL, "zhang xiao ming", "ceng guo qiang",
                                       "wang fang" };
static const char *const numbers[] = { NULL, NULL, "990101199003078515", "99010119900307851X",
                                       "990102197501011234", "990103197501011234" };
static const char *const unit_names[] = { "东山村", "西山村", "下河村", "云岭镇", "石泉乡", "石泉鄉",
                                          "城关街道", "新村" };
static const char *const forms[] = { "branch", "general_branch", "committee", NULL, "cell" };

#define PICK(self, list) (list)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (list))]

/**
 * test_chance_run:
 * @self: a county
 * @sql: a statement
 * @kinds: of each parameter a letter: `i` for a gint64, `t` for a text or %NULL
 * @...: the parameters
 *
 * Runs it, inside of an action.
 */
void
test_chance_run (TestChance *self,
                 const char *sql,
                 const char *kinds,
                 ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (test_chance_get_database (self), sql, &error);
  va_list args;

  g_assert_no_error (error);
  va_start (args, kinds);
  for (int i = 0; kinds[i] != '\0'; i++)
    if (kinds[i] == 'i')
      ty_statement_bind_int (statement, i, va_arg (args, gint64));
    else
      ty_statement_bind_text (statement, i, va_arg (args, const char *));
  va_end (args);
  if (!ty_statement_run (statement, &error))
    g_test_message ("failed: %s", sql);
  g_assert_no_error (error);
}

static gint64
mint (TestChance *self)
{
  return ty_store_mint_id (self->county.store);
}

static gboolean
is_rare (TestChance *self,
         int         n)
{
  return g_rand_int_range (self->random, 0, n) == 0;
}

/**
 * test_chance_pick_date:
 * @self: a county
 *
 * Returns: (nullable): a date as far as known, or what is none
 */
const char *
test_chance_pick_date (TestChance *self)
{
  return dates[g_rand_int_range (self->random, 0, is_rare (self, 12) ? (int) G_N_ELEMENTS (dates)
                                                                     : N_GOOD_DATES)];
}

/**
 * test_chance_pick_person:
 * @self: a county
 *
 * Returns: one of its people, also one who was merged into another; 0 where there are none
 */
gint64
test_chance_pick_person (TestChance *self)
{
  guint n = self->people->len;

  return n > 0 ? g_array_index (self->people, gint64, g_rand_int_range (self->random, 0, (int) n)) : 0;
}

gint64
test_chance_pick_unit (TestChance *self)
{
  return g_array_index (self->units, gint64,
                        g_rand_int_range (self->random, 0, (int) self->units->len));
}

/* Mostly in one direction, so that some are in force. */
static void
draw_period (TestChance  *self,
             const char **from,
             const char **until)
{
  *from = test_chance_pick_date (self);
  *until = g_rand_boolean (self->random) ? NULL : test_chance_pick_date (self);
  if (*from != NULL && *until != NULL && g_strcmp0 (*from, *until) > 0 && !is_rare (self, 6))
    {
      const char *swap = *from;

      *from = *until;
      *until = swap;
    }
}

/* Above it is mostly a unit of few, so that there are townships; sometimes any, so that there are
 * circles. */
static gint64
draw_parent (TestChance *self)
{
  guint n = is_rare (self, 12) ? self->units->len : MIN (self->units->len, 6);

  return g_array_index (self->units, gint64, g_rand_int_range (self->random, 0, (int) n));
}

/**
 * test_chance_add_state:
 * @self: a county
 * @unit: key of a unit
 * @level: what it mostly is
 *
 * Adds what the unit was for a while.
 */
void
test_chance_add_state (TestChance *self,
                       gint64      unit,
                       const char *level)
{
  static const char *const any[] = { "village", "village", "township", "county", "city" };
  const char *from, *until, *real = is_rare (self, 10) ? PICK (self, any) : level;
  gint64 parent = draw_parent (self);

  draw_period (self, &from, &until);
  if (is_rare (self, 2))
    from = until = NULL;
  test_chance_run (self, "INSERT INTO unit_state (unit, id, from_date, until_date, parent, name, level, "
                         "kind, party_form, position) VALUES (?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?)",
                   "iittitttti", unit, mint (self), from, until,
                   is_rare (self, 15) ? (gint64) 0 : parent, PICK (self, unit_names), real,
                   is_rare (self, 4) ? "community" : real, PICK (self, forms),
                   (gint64) g_rand_int_range (self->random, -1, 4));
}

/**
 * test_chance_add_unit:
 * @self: a county
 * @level: what it mostly is
 *
 * Returns: key of a new unit with one state, or with more that overlap, leave gaps or follow
 */
gint64
test_chance_add_unit (TestChance *self,
                      const char *level)
{
  gint64 unit = mint (self);

  test_chance_run (self, "INSERT INTO unit (id) VALUES (?)", "i", unit);
  test_chance_add_state (self, unit, level);
  while (is_rare (self, 3))
    test_chance_add_state (self, unit, level);
  g_array_append_val (self->units, unit);
  return unit;
}

/**
 * test_chance_add_term:
 * @self: a county
 * @year: of the term
 *
 * Returns: key of the new term
 */
gint64
test_chance_add_term (TestChance *self,
                      int         year)
{
  gint64 term = mint (self);

  test_chance_run (self, "INSERT INTO term (id, year, from_date) VALUES (?, ?, ?)", "iit", term,
                   (gint64) year, test_chance_pick_date (self));
  g_array_append_val (self->terms, term);
  return term;
}

static void
draw_birth (TestChance *self,
            char        birth[11])
{
  int year = is_rare (self, 10) ? g_rand_int_range (self->random, 2019, 2023)
                                : g_rand_int_range (self->random, 1955, 1996);
  int month = g_rand_int_range (self->random, 1, 13);

  switch (g_rand_int_range (self->random, 0, 6))
    {
    case 0:
      g_snprintf (birth, 11, "%04d", year);
      break;
    case 1:
      g_snprintf (birth, 11, "%04d-%02d-%02d", year, month, g_rand_int_range (self->random, 1, 32));
      break;
    case 2:
      g_snprintf (birth, 11, "%04d-%02d", is_rare (self, 4) ? 0 : year, month);
      break;
    default:
      g_snprintf (birth, 11, "%04d-%02d", year, month);
    }
}

/**
 * test_chance_add_post:
 * @self: a county
 * @person: key of a person
 *
 * Adds a post, often in the unit of another one, sometimes the same at the same time, and mandates.
 */
void
test_chance_add_post (TestChance *self,
                      gint64      person)
{
  gint64 id = mint (self);
  const char *from, *until;

  draw_period (self, &from, &until);
  if (is_rare (self, 12))
    test_chance_run (self, "INSERT INTO appointment (person, id, unit, post, from_date, until_date) "
                           "SELECT person, ?, unit, post, from_date, until_date FROM appointment "
                           "WHERE person = ? LIMIT 1", "ii", id, person);
  else
    test_chance_run (self, "INSERT INTO appointment (person, id, unit, post, from_date, until_date) "
                           "VALUES (?, ?, coalesce((SELECT unit FROM appointment WHERE person = ? "
                           "AND ? ORDER BY id LIMIT 1), ?), ?, ?, ?)", "iiiiittt", person, id, person,
                     (gint64) !is_rare (self, 3), test_chance_pick_unit (self), PICK (self, posts), from,
                     until);
  for (guint i = 0; i < self->terms->len; i++)
    if (!is_rare (self, 3))
      test_chance_run (self, "INSERT INTO mandate (person, appointment, term, batch, votes) "
                             "SELECT person, id, ?, ?, 0 FROM appointment WHERE id = ?", "iti",
                       g_array_index (self->terms, gint64, i), PICK (self, batches), id);
}

void
test_chance_add_study (TestChance *self,
                       gint64      person)
{
  test_chance_run (self, "INSERT INTO education (person, id, mode, level, outcome, degree, until_date) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?)", "iittttt", person, mint (self),
                   PICK (self, modes), PICK (self, study_levels), PICK (self, outcomes),
                   PICK (self, degrees), test_chance_pick_date (self));
}

void
test_chance_add_background (TestChance *self,
                            gint64      person)
{
  test_chance_run (self, "INSERT OR IGNORE INTO background (person, source) VALUES (?, ?)", "it", person,
                   PICK (self, sources));
}

void
test_chance_add_reserve (TestChance *self,
                         gint64      person)
{
  const char *from, *until;

  draw_period (self, &from, &until);
  test_chance_run (self, "INSERT INTO reserve (person, id, unit, post, from_date, until_date) "
                         "VALUES (?, ?, ?, ?, ?, ?)", "iiittt", person, mint (self),
                   test_chance_pick_unit (self), PICK (self, posts), from, until);
}

void
test_chance_add_mentor (TestChance *self,
                        gint64      person)
{
  const char *from, *until;

  draw_period (self, &from, &until);
  test_chance_run (self, "INSERT INTO mentor (person, id, unit, from_date, until_date, capacity) "
                         "VALUES (?, ?, nullif(?, 0), ?, ?, 2)", "iiitt", person, mint (self),
                   is_rare (self, 4) ? (gint64) 0 : test_chance_pick_unit (self), from, until);
}

/**
 * test_chance_add_person:
 * @self: a county
 *
 * Returns: key of a new person with some of everything
 */
gint64
test_chance_add_person (TestChance *self)
{
  gint64 id = mint (self);
  char birth[11];
  void (*const adders[]) (TestChance *self, gint64 person) = {
    test_chance_add_post, test_chance_add_post, test_chance_add_study, test_chance_add_background,
    test_chance_add_reserve, test_chance_add_mentor,
  };

  draw_birth (self, birth);
  test_chance_run (self, "INSERT INTO person (id, name, pinyin, sex, birth, ethnicity, political, "
                         "party_date, id_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", "itttttttt", id,
                   PICK (self, names), PICK (self, pinyins), PICK (self, sexes),
                   is_rare (self, 7) ? NULL : birth, PICK (self, ethnicities), PICK (self, politicals),
                   test_chance_pick_date (self), PICK (self, numbers));
  g_array_append_val (self->people, id);
  for (guint i = 0; i < G_N_ELEMENTS (adders); i++)
    for (int n = g_rand_int_range (self->random, -1, i < 3 ? 3 : 2); n > 0; n--)
      adders[i] (self, id);
  test_chance_add_merits (self, id);
  return id;
}
