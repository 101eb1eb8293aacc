/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-id-number.h"

#include <string.h>

#define N_NUMBERS 60

/* The check character by ISO 7064 MOD 11-2 itself: the weights are the powers of 2 modulo 11, and
 * the whole number is 1 modulo 11. */
static char
complete_by_powers (const char *seventeen)
{
  guint rest = 0;

  for (guint i = 0; i < 17; i++)
    rest = (rest + (guint) (seventeen[i] - '0')) * 2 % 11;
  for (guint c = 0; c <= 10; c++)
    if ((rest + c) % 11 == 1)
      return c == 10 ? 'X' : (char) ('0' + c);

  g_assert_not_reached ();
}

static void
make_number (GRand *rand,
             char   number[19])
{
  g_snprintf (number, 19, "990%03d%04d%02d%02d%03d0", g_rand_int_range (rand, 0, 1000),
              g_rand_int_range (rand, 1940, 2004), g_rand_int_range (rand, 1, 13),
              g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 1, 1000));
  number[17] = complete_by_powers (number);
}

/* Every single wrong digit and every swap of neighbours must be found: 60 numbers with 17 × 9 + 10
 * wrong ones each are nearly 10,000. */
static void
test_every_error (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20211001);
  guint wrong = 0;

  for (guint n = 0; n < N_NUMBERS; n++)
    {
      g_autoptr(GError) error = NULL;
      char number[19];

      make_number (rand, number);
      g_assert_true (ty_id_number_check (number, &error));
      g_assert_no_error (error);

      for (guint i = 0; i < 18; i++)
        for (const char *c = i < 17 ? "0123456789" : "0123456789X"; *c != '\0'; c++)
          {
            char changed[19];

            memcpy (changed, number, sizeof changed);
            changed[i] = *c;
            if (*c == number[i])
              continue;
            g_assert_false (ty_id_number_check (changed, NULL));
            wrong++;
          }
      for (guint i = 0; i < 16; i++)
        {
          char changed[19];

          memcpy (changed, number, sizeof changed);
          changed[i] = number[i + 1];
          changed[i + 1] = number[i];
          g_assert_cmpint (ty_id_number_check (changed, NULL), ==, number[i] == number[i + 1]);
        }
    }
  g_assert_cmpuint (wrong, ==, N_NUMBERS * (17 * 9 + 10));
}

static void
test_errors (void)
{
  static const struct { const char *number; int code; } cases[] = {
    { "", TY_ID_NUMBER_ERROR_LENGTH },
    { "9901011982022100", TY_ID_NUMBER_ERROR_LENGTH },
    { "9901011982022100151", TY_ID_NUMBER_ERROR_LENGTH },
    { "99010119820221001x", TY_ID_NUMBER_ERROR_CHARACTERS },
    { "99O101198202210015", TY_ID_NUMBER_ERROR_CHARACTERS },
    { "99010X198202210015", TY_ID_NUMBER_ERROR_CHARACTERS },
    { "99010182022100X", TY_ID_NUMBER_ERROR_CHARACTERS },
    { "990101198202300015", TY_ID_NUMBER_ERROR_BIRTH },
    { "990101198213010015", TY_ID_NUMBER_ERROR_BIRTH },
    { "990101198200010015", TY_ID_NUMBER_ERROR_BIRTH },
    { "990101198201000015", TY_ID_NUMBER_ERROR_BIRTH },
    { "990101820230001", TY_ID_NUMBER_ERROR_BIRTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ty_id_number_check (cases[i].number, &error));
      g_assert_error (error, TY_ID_NUMBER_ERROR, cases[i].code);
    }
}

static void
test_parts (void)
{
  char man[19] = "99010119820221001", woman[19] = "99010119991231028";
  TyDate birth = ty_date_new (1982, 2, 21);
  g_autofree char *upgraded = NULL;
  g_autofree char *division = NULL;
  g_autoptr(GError) error = NULL;

  man[17] = complete_by_powers (man);
  woman[17] = complete_by_powers (woman);
  g_assert_cmpint (ty_id_number_complete (man), ==, man[17]);
  g_assert_cmpint (ty_id_number_complete ("9901011982"), ==, 0);

  g_assert_cmpint (ty_date_compare (ty_id_number_get_birth (man), birth), ==, 0);
  g_assert_cmpint (ty_id_number_get_sex (man), ==, 1);
  g_assert_cmpint (ty_id_number_get_sex (woman), ==, 2);
  division = ty_id_number_get_division (woman);
  g_assert_cmpstr (division, ==, "990101");

  upgraded = ty_id_number_upgrade ("990101820221001", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (upgraded, ==, man);
  g_assert_cmpint (ty_id_number_get_sex ("990101820221001"), ==, 1);
  g_assert_cmpint (ty_id_number_get_sex ("990101820221002"), ==, 2);
  g_assert_cmpint (ty_date_compare (ty_id_number_get_birth ("990101820221001"), birth), ==, 0);

  man[0] = '8';
  g_assert_cmpint (ty_id_number_get_sex (man), ==, 0);
  g_assert_false (ty_date_is_known (ty_id_number_get_birth (man)));
  g_assert_null (ty_id_number_get_division (man));
  g_assert_null (ty_id_number_upgrade (man, &error));
  g_assert_error (error, TY_ID_NUMBER_ERROR, TY_ID_NUMBER_ERROR_CHECK_DIGIT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-number/every-error", test_every_error);
  g_test_add_func ("/id-number/errors", test_errors);
  g_test_add_func ("/id-number/parts", test_parts);
  return g_test_run ();
}
