/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-decimal.h"

static void
test_typed (void)
{
  static const struct { const char *typed; const char *stored; } cases[] = {
    { "120000", "120000" }, { "120,000", "120000" },    { "1,234,567.50", "1234567.5" },
    { "12万", "120000" },   { "12.5万元", "125000" },   { "0.00015万", NULL },
    { "-42000", "-42000" }, { "０．５", "0.5" },         { " 3 ", "3" },
    { "007", "7" },         { "0", "0" },               { "-0", "0" },
    { "92.50", "92.5" },    { "1.23456", NULL },        { "12,00", NULL },
    { "1,2345", NULL },     { "1234,567", NULL },       { "", NULL },
    { ".5", NULL },         { "5.", NULL },             { "1e5", NULL },
    { "约3万", NULL },      { "1234567890123", NULL },  { "999999999万", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stored = ty_decimal_clean (cases[i].typed);

      if (cases[i].stored == NULL)
        {
          g_assert_false (ty_decimal_is_valid (stored));
          continue;
        }
      g_assert_cmpstr (stored, ==, cases[i].stored);
      g_assert_true (ty_decimal_is_valid (stored));
    }
}

static void
test_shown (void)
{
  static const struct { const char *stored; const char *shown; } cases[] = {
    { "0", "0" }, { "999", "999" }, { "9999", "9,999" }, { "10000", "10,000" }, { "-1234567.5", "-1,234,567.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = ty_decimal_dup_shown (cases[i].stored);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/typed", test_typed);
  g_test_add_func ("/decimal/shown", test_shown);
  return g_test_run ();
}
