/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-ratio"

#include "config.h"

#include "ty-figures.h"

#include <string.h>

/* Shares and averages as offices round them: half up, exactly. */

static void
test_edges (void)
{
  static const struct
  {
    guint numerator;
    guint denominator;
    guint scale;
    int decimals;
    const char *expected;
  } cases[] = {
    /* Two decimals and a half of the last one. */
    { 1, 200, 1, 2, "0.01" },      /* 0.005 */
    { 1, 8, 1, 2, "0.13" },        /* 0.125 */
    { 3, 8, 1, 2, "0.38" },        /* 0.375 */
    { 201, 200, 1, 2, "1.01" },    /* 1.005, which is 1.00499… in binary */
    { 403, 200, 1, 2, "2.02" },    /* 2.015 */
    { 8889, 200, 1, 2, "44.45" },  /* 44.445 */
    { 535, 1000, 1, 2, "0.54" },   /* 0.535 */
    { 1, 800, 100, 2, "0.13" },    /* 0.125 % */
    { 7, 800, 100, 2, "0.88" },    /* 0.875 % */
    { 1, 32, 100, 2, "3.13" },     /* 3.125 % */
    { 1, 16, 100, 1, "6.3" },      /* 6.25 % */
    { 1, 8, 100, 0, "13" },        /* 12.5 % */
    { 1, 200, 100, 0, "1" },       /* 0.5 % */
    /* Just below a half. */
    { 4999, 1000000, 1, 2, "0.00" },
    { 1004999, 1000000, 1, 2, "1.00" },
    { 124999, 1000000, 1, 2, "0.12" },
    { 1249, 10000, 100, 0, "12" },
    /* Carried over. */
    { 999, 1000, 1, 2, "1.00" },
    { 9995, 10000, 100, 1, "100.0" },
    { 1999, 200, 1, 2, "10.00" },  /* 9.995 */
    /* Plain. */
    { 72, 73, 100, 2, "98.63" },
    { 1, 3, 100, 2, "33.33" },
    { 2, 3, 100, 2, "66.67" },
    { 0, 7, 100, 2, "0.00" },
    { 7, 7, 100, 2, "100.00" },
    { 5, 2, 1, 4, "2.5000" },
    { 0, 0, 100, 2, "—" },
    { 5, 0, 1, 2, "—" },
    { G_MAXUINT, 1, 100, 2, "429496729500.00" },
    { G_MAXUINT, G_MAXUINT, 100, 4, "100.0000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ty_ratio_format (cases[i].numerator, cases[i].denominator,
                                                       cases[i].scale, cases[i].decimals);

      g_test_message ("%u / %u", cases[i].numerator, cases[i].denominator);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Division as on paper: digit by digit, then one more digit and the question whether anything of a
 * half is left. */
static char *
divide_by_hand (guint numerator,
                guint denominator,
                int   decimals)
{
  guint rest = numerator % denominator;
  guint64 shown = numerator / denominator;
  guint64 power = 1;

  for (int i = 0; i < decimals; i++)
    {
      shown = shown * 10 + rest * 10 / denominator;
      rest = rest * 10 % denominator;
      power *= 10;
    }
  if (rest >= denominator - rest)
    shown++;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, shown / power, decimals,
                          shown % power);
}

static void
test_all_small (void)
{
  for (guint denominator = 1; denominator <= 480; denominator++)
    for (guint numerator = 0; numerator <= denominator; numerator++)
      {
        g_autofree char *share = ty_ratio_format (numerator, denominator, 100, 2);
        g_autofree char *by_hand = divide_by_hand (numerator * 100, denominator, 2);

        g_assert_cmpstr (share, ==, by_hand);
      }
}

/* The average of the JSON is the one that is shown, without zeros at its end. */
static void
test_json (void)
{
  static const struct { guint sum; guint known; const char *member; } cases[] = {
    { 8889, 200, "\"average_age\": 44.45," },
    { 81, 2, "\"average_age\": 40.5," },
    { 80, 2, "\"average_age\": 40," },
    { 1999, 200, "\"average_age\": 10," },
    { 0, 3, "\"average_age\": 0," },
    { 0, 0, "\"average_age\": null," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyFigures figures = { .as_of = { 2021, 12, 31 } };
      g_autofree char *json = NULL;

      figures.members.age_sum = cases[i].sum;
      figures.members.age_known = cases[i].known;
      json = ty_figures_to_json (&figures);
      g_assert_nonnull (strstr (strstr (json, "\"members\""), cases[i].member));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ratio/edges", test_edges);
  g_test_add_func ("/ratio/all-small", test_all_small);
  g_test_add_func ("/ratio/json", test_json);
  return g_test_run ();
}
