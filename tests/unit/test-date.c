/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-date.h"
#include "ty-period.h"

static void
test_iso (void)
{
  static const char *good[] = { "2021-10-01", "1978-05", "1978", "2020-02-29" };
  static const char *bad[] = { "", "78", "2021-13", "2021-1", "2021-02-30", "2021-10-01x", "2021/10",
                               "2021-00", "2021-10-00", "1799", "2021-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      TyDate date;
      g_autofree char *again = NULL;

      g_assert_true (ty_date_parse_iso (good[i], &date, NULL));
      again = ty_date_to_iso (date);
      g_assert_cmpstr (again, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      TyDate date;

      g_assert_false (ty_date_parse_iso (bad[i], &date, &error));
      g_assert_nonnull (error);
    }
}

static void
test_record (void)
{
  static const struct { const char *text; const char *iso; gboolean unknown; } cases[] = {
    { "1978.05", "1978-05", FALSE },     { "197805", "1978-05", FALSE },
    { "1978-5-12", "1978-05-12", FALSE }, { "1978年5月", "1978-05", FALSE },
    { "1978.05.12", "1978-05-12", FALSE }, { "１９７８．０５", "1978-05", FALSE },
    { " 1978 年 05 月 12 日 ", "1978-05-12", FALSE }, { "1978", "1978", FALSE },
    { "1978.00", "1978", TRUE },          { "197800", "1978", TRUE },
    { "19780512", "1978-05-12", FALSE },  { "2021/10/1", "2021-10-01", FALSE },
    { "2021年", "2021", FALSE },
    { "1978、5", "1978-05", FALSE },      { "1978，05", "1978-05", FALSE },
    { "1978·05", "1978-05", FALSE },      { "1978．05．12", "1978-05-12", FALSE },
    { "1978年5月生", "1978-05", FALSE },  { "1978年05月出生", "1978-05", FALSE },
    { "1978—05—12", "1978-05-12", FALSE }, { "1978\\5\\12", "1978-05-12", FALSE },
    { "一九七八年五月", "1978-05", FALSE }, { "一九七八年十二月二十三日", "1978-12-23", FALSE },
    { "二〇二一年十月", "2021-10", FALSE }, { "二○二一年元月三十一日", "2021-01-31", FALSE },
    { "1978年十月", "1978-10", FALSE },
    { "2021-10-01 00:00:00", "2021-10-01", FALSE }, { "2021-10-01T08:30:00Z", "2021-10-01", FALSE },
    { "2021/10/1 0:00", "2021-10-01", FALSE }, { "2021年10月1号", "2021-10-01", FALSE },
    { "1978.05.", "1978-05", FALSE },     { "1978 .05", "1978-05", FALSE },
  };
  static const char *bad[] = { "5/12/1978", "05.1978", "1978.05、1980.06", "1978、1980", "一九七八年十三月",
                               "十月", "May-78", "1978-05-12 ab:cd", "1978年春", "28622", "19781", "1978.13", "1978.02.30", "七八年", "1978.05.12.01", "78.05",
                               "", "197813", "1978055", "50000000" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyDate date;
      gboolean unknown = !cases[i].unknown;
      g_autofree char *iso = NULL;

      g_assert_true (ty_date_parse_record (cases[i].text, &date, &unknown, NULL));
      iso = ty_date_to_iso (date);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpint (unknown, ==, cases[i].unknown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      TyDate date;

      g_assert_false (ty_date_parse_record (bad[i], &date, NULL, NULL));
    }
}

/* field.md 6.2: the month of birth already counts as full, the day does not count. */
static void
test_full_years (void)
{
  g_assert_cmpint (ty_date_full_years (ty_date_new (1986, 10, 0), ty_date_new (2021, 10, 1)), ==, 35);
  g_assert_cmpint (ty_date_full_years (ty_date_new (1986, 10, 31), ty_date_new (2021, 10, 1)), ==, 35);
  g_assert_cmpint (ty_date_full_years (ty_date_new (1986, 11, 1), ty_date_new (2021, 10, 31)), ==, 34);
  g_assert_cmpint (ty_date_full_years (ty_date_new (1986, 0, 0), ty_date_new (2021, 1, 1)), ==, 35);
  g_assert_cmpint (ty_date_full_years (TY_DATE_NONE, ty_date_new (2021, 1, 1)), ==, -1);
  g_assert_cmpint (ty_date_full_years (ty_date_new (2030, 1, 1), ty_date_new (2021, 1, 1)), ==, -1);
}

/* 44197 is 2021-01-01 in the system of 1900, 42735 in that of 1904: both known from ISO/IEC 29500. */
static void
test_serial (void)
{
  g_assert_cmpint (ty_date_compare (ty_date_from_serial (44197, FALSE), ty_date_new (2021, 1, 1)), ==, 0);
  g_assert_cmpint (ty_date_compare (ty_date_from_serial (42735, TRUE), ty_date_new (2021, 1, 1)), ==, 0);
  g_assert_false (ty_date_is_known (ty_date_from_serial (0, FALSE)));
  g_assert_false (ty_date_is_known (ty_date_from_serial (99999999, FALSE)));
}

/* The quick way from a stored text to a day is the slow one. */
static void
test_days_from_iso (void)
{
  static const char *const texts[] = { "", "2021", "2021-", "2021-1", "2021-10", "2021-00", "2021-13",
                                       "2021-10-", "2021-10-1", "2021-10-31", "2021-11-31",
                                       "2021-02-29", "2020-02-29", "1900-02-29", "2000-02-29",
                                       "2021-10-00", "2021/10/01", "2021-10/01", "1799-12-31",
                                       "1800", "1800-01-01", "2200-12-31", "2201", "0000", "9999",
                                       "0000-00-00", "21-10-01", "２０２１", "2021-1x", "abcd",
                                       "2021-10-01 ", " 2021-10", "20211001" };

  g_assert_cmpint (ty_date_days_from_iso (NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (ty_date_days_from_iso (texts[i]), ==,
                     ty_date_to_days (ty_date_from_iso (texts[i])));
  for (gint32 day = ty_date_to_days (ty_date_new (1800, 1, 1));
       day <= ty_date_to_days (ty_date_new (2200, 12, 31)); day++)
    {
      g_autofree char *text = ty_date_to_iso (ty_date_from_days (day));

      g_assert_cmpint (ty_date_days_from_iso (text), ==, day);
    }
}

static void
test_period (void)
{
  TyPeriod old = ty_period_from_iso ("2017-12", "2021-10");
  TyPeriod new = ty_period_from_iso ("2021-10", NULL);

  g_assert_true (ty_period_contains (old, ty_date_new (2017, 12, 1)));
  g_assert_true (ty_period_contains (old, ty_date_new (2021, 9, 30)));
  g_assert_false (ty_period_contains (old, ty_date_new (2021, 10, 1)));
  g_assert_true (ty_period_contains (new, ty_date_new (2021, 10, 1)));
  g_assert_false (ty_period_overlaps (old, new));
  g_assert_true (ty_period_overlaps (ty_period_from_iso (NULL, NULL), old));
  g_assert_false (ty_period_is_valid (ty_period_from_iso ("2021-10", "2021-10-01")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/record", test_record);
  g_test_add_func ("/date/full-years", test_full_years);
  g_test_add_func ("/date/serial", test_serial);
  g_test_add_func ("/date/days-from-iso", test_days_from_iso);
  g_test_add_func ("/date/period", test_period);
  return g_test_run ();
}
