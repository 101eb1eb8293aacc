/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chance"

#include "config.h"

#include "test-chance.h"

#include <string.h>

/* Rows that only filters ask for, and conditions of filters, by chance. */

static const char *const texts[] = { NULL, NULL, "优秀共产党员", "县级先进工作者", "党内警告", "东山小学",
                                     "在东山村务农", "" };
static const char *const parts[] = { "优秀", "先进", "警告", "东山", "务农", "没有的" };
static const char *const maritals[] = { NULL, "10", "20", "21", "22", "40", "xx" };
static const char *const healths[] = { NULL, "10", "1", "2", "xx" };
static const char *const hows[] = { NULL, "elected", "appointed", "xx" };
static const char *const reasons[] = { NULL, "resigned", "term_ended", "xx" };
static const char *const ways[] = { NULL, "a", "b" };
static const char *const results[] = { "1", "2", "3", "5", "xx" };
static const char *const words[] = { "birth", "ethnicity", "native_place", "political", "party_date",
                                     "work_date", "health", "marital", "id_number", "phone", "address",
                                     "photo", "education", "resume_entry", "family_member" };

#define PICK(self, list) (list)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (list))]

static const char *
pick_text (TestChance *self)
{
  const char *text = PICK (self, texts);

  return text != NULL ? text : "";
}

static void
add_rows (TestChance *self,
          gint64      person)
{
  const char *from = test_chance_pick_date (self);
  const char *until = test_chance_pick_date (self);
  gint64 id = ty_store_mint_id (self->county.store);

  switch (g_rand_int_range (self->random, 0, 5))
    {
    case 0:
      test_chance_run (self, "INSERT INTO honour (person, id, date, title, granted_by) "
                             "VALUES (?, ?, ?, ?, ?)", "iittt", person, id, from, pick_text (self),
                       PICK (self, texts));
      break;
    case 1:
      test_chance_run (self, "INSERT INTO penalty (person, id, date, title, until_date) "
                             "VALUES (?, ?, ?, ?, ?)", "iittt", person, id, from, pick_text (self), until);
      break;
    case 2:
      test_chance_run (self, "INSERT INTO resume_entry (person, id, from_date, text) VALUES (?, ?, ?, ?)",
                       "iitt", person, id, from, PICK (self, texts));
      break;
    case 3:
      test_chance_run (self, "INSERT INTO family_member (person, id, name, occupation, position) "
                             "VALUES (?, ?, '', ?, 0)", "iit", person, id, PICK (self, texts));
      break;
    default:
      test_chance_run (self, "INSERT OR REPLACE INTO annual_result (person, year, result) "
                             "VALUES (?, ?, ?)", "iit", person,
                       (gint64) g_rand_int_range (self->random, 2016, 2023), PICK (self, results));
    }
}

/**
 * test_chance_add_merits:
 * @self: a county
 * @person: a new person, with posts
 *
 * Adds what only filters ask for.
 */
void
test_chance_add_merits (TestChance *self,
                        gint64      person)
{
  test_chance_run (self, "UPDATE person SET work_date = ?, marital = ?, health = ?, native_place = ?, "
                         "birth_place = ?, skill = ?, note = ?, phone = ?, address = ? WHERE id = ?",
                   "ttttttttti", test_chance_pick_date (self), PICK (self, maritals),
                   PICK (self, healths), PICK (self, texts), PICK (self, texts), PICK (self, texts),
                   PICK (self, texts), PICK (self, texts), PICK (self, texts), person);
  test_chance_run (self, "UPDATE appointment SET how = ?, document = ?, end_reason = ? WHERE person = ?",
                   "ttti", PICK (self, hows), PICK (self, texts), PICK (self, reasons), person);
  test_chance_run (self, "UPDATE mandate SET date = ? WHERE person = ?", "ti",
                   test_chance_pick_date (self), person);
  test_chance_run (self, "UPDATE education SET school = ? WHERE person = ?", "ti", PICK (self, texts),
                   person);
  test_chance_run (self, "UPDATE reserve SET way_in = ?, way_out = ? WHERE person = ?", "tti",
                   PICK (self, ways), PICK (self, ways), person);
  test_chance_run (self, "UPDATE mentor SET level = ? WHERE person = ?", "ti", PICK (self, ways), person);
  for (int n = g_rand_int_range (self->random, 0, 6); n > 0; n--)
    add_rows (self, person);
}

static char *
draw_code (TestChance          *self,
           const TyFilterField *field)
{
  static const struct { const char *field; const char *keys; } all[] = {
    { "marital", "10 20 21 40 xx" }, { "health", "10 1 2 xx" }, { "appointed_how", "elected appointed xx" },
    { "end_reason", "resigned term_ended xx" }, { "reserve_way_in", "a b c" },
    { "reserve_way_out", "a b c" }, { "reserve_post", "D1 D2 C1 QQ" }, { "mentor_level", "a b c" },
    { "batch", "retained from_reserves dispatched other" }, { "elected", "new again" },
    { "term", "2017 2021 2011" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (all[i].field, field->key) == 0)
      {
        g_auto(GStrv) keys = g_strsplit (all[i].keys, " ", -1);

        if (field->source == TY_FILTER_OF_CODES && g_rand_int_range (self->random, 0, 6) == 0
            && strcmp (field->key, "reserve_post") != 0)
          return g_strdup ("");
        return g_strdup (keys[g_rand_int_range (self->random, 0, (int) g_strv_length (keys))]);
      }
  return test_chance_draw_key (self, field->key);
}

static char *
draw_value (TestChance          *self,
            const TyFilterField *field)
{
  TyCondition condition;

  if (field->source == TY_FILTER_OF_WHO)
    return g_strdup (ty_who_to_string (g_rand_int_range (self->random, 0, TY_WHO_EVERYBODY + 1)));
  if (strcmp (field->key, "missing") == 0)
    return g_strdup (PICK (self, words));
  if (field->kind == TY_FILTER_UNIT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, test_chance_pick_unit (self));
  if (field->source == TY_FILTER_OF_LISTS)
    return g_strdup_printf ("%d", g_rand_int_range (self->random, 1, TEST_CHANCE_LISTS + 2));
  if (field->source != TY_FILTER_OF_CONDITIONS)
    return draw_code (self, field);

  do
    condition = g_rand_int_range (self->random, 1, TY_N_CONDITIONS);
  while (!ty_condition_suits (condition, TY_WHO_SECRETARIES));
  return g_strdup (ty_condition_to_string (condition));
}

static void
draw_values (TestChance          *self,
             const TyFilterField *field,
             TyFilterHow          how,
             GPtrArray           *values)
{
  int number = g_rand_int_range (self->random, 0, 60);

  if (field->kind == TY_FILTER_YEARS)
    {
      if (strcmp (field->key, "age") != 0)
        number /= 10;
      g_ptr_array_add (values, g_strdup_printf ("%d", number));
      if (how == TY_FILTER_BETWEEN)
        g_ptr_array_add (values, g_strdup_printf ("%d", number + g_rand_int_range (self->random, 0, 20)));
      return;
    }
  if (how == TY_FILTER_CONTAINS)
    g_ptr_array_add (values, g_strdup (PICK (self, parts)));
  if (how != TY_FILTER_IS)
    return;

  if (field->kind == TY_FILTER_RESULT)
    {
      g_ptr_array_add (values, number < 20 ? g_strdup ("") : g_strdup_printf ("%d", 2016 + number % 8));
      g_ptr_array_add (values, g_strdup (PICK (self, results)));
      return;
    }
  for (int n = g_rand_int_range (self->random, 1, 4); n > 0; n--)
    g_ptr_array_add (values, draw_value (self, field));
}

/**
 * test_chance_make_test:
 * @self: a county
 * @field: what is asked
 *
 * Returns: (transfer full): a condition of that field
 */
TyPopulation *
test_chance_make_test (TestChance          *self,
                       const TyFilterField *field)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  TyFilterHow how;

  do
    how = g_rand_int_range (self->random, 0, TY_N_FILTER_HOWS);
  while (!ty_filter_field_allows (field, how));
  draw_values (self, field, how, values);
  g_ptr_array_add (values, NULL);
  return ty_population_new_test (field, how, (const char * const *) values->pdata);
}

/**
 * test_chance_draw_test:
 * @self: a county
 *
 * Returns: (transfer full): a condition of a filter
 */
TyPopulation *
test_chance_draw_test (TestChance *self)
{
  const TyFilterField *field;

  do
    field = ty_filter_field_get ((guint) g_rand_int_range (self->random, 0,
                                                           (int) ty_filter_field_get_n ()));
  while (ty_filter_field_is_of_records (field) && !self->reads_records);
  return test_chance_make_test (self, field);
}
