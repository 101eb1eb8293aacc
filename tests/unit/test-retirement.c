/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-retirement.h"

/* Cases of the table of the reform: the first months, steps, and where they end. */
static void
test_months (void)
{
  static const struct
  {
    guint base;
    guint year, month;
    guint due_year, due_month;
  } cases[] = {
    { 60, 1964, 12, 2024, 12 }, { 60, 1965, 1, 2025, 2 },  { 60, 1965, 4, 2025, 5 },  { 60, 1965, 5, 2025, 7 },
    { 60, 1976, 8, 2039, 7 },   { 60, 1976, 9, 2039, 9 },  { 60, 1990, 1, 2053, 1 },  { 55, 1969, 12, 2024, 12 },
    { 55, 1970, 1, 2025, 2 },   { 55, 1981, 9, 2039, 9 },  { 50, 1975, 1, 2025, 2 },  { 50, 1975, 2, 2025, 3 },
    { 50, 1975, 3, 2025, 5 },   { 50, 1984, 11, 2039, 11 }, { 65, 1970, 3, 2035, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyDate due = ty_retirement_get_month (ty_date_new (cases[i].year, cases[i].month, 0), cases[i].base);

      g_assert_cmpuint (due.year, ==, cases[i].due_year);
      g_assert_cmpuint (due.month, ==, cases[i].due_month);
    }
}

static void
test_unknown (void)
{
  g_assert_false (ty_date_is_known (ty_retirement_get_month (ty_date_new (1970, 0, 0), 60)));
  g_assert_false (ty_date_is_known (ty_retirement_get_month (TY_DATE_NONE, 60)));
  g_assert_cmpuint (ty_retirement_add_years (ty_date_new (1970, 5, 12), 58).year, ==, 2028);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retirement/months", test_months);
  g_test_add_func ("/retirement/unknown", test_unknown);
  return g_test_run ();
}
