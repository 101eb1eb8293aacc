/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-format.h"
#include "ty-model.h"
#include "ty-text.h"

static void
test_dates (void)
{
  static const struct { const char *from; const char *until; const char *text; } cases[] = {
    { "2001-09", "2005-07", "2001.09—2005.07" }, { "2021-10-01", NULL, "2021.10—" },
    { NULL, "2005-07-31", "—2005.07" },          { "1978", "1980", "1978—1980" },
    { NULL, NULL, "" },
  };
  g_autofree char *month = ty_format_month (ty_date_new (1978, 5, 12));
  g_autofree char *none = ty_format_month (TY_DATE_NONE);

  g_assert_cmpstr (month, ==, "1978.05");
  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyDate from = cases[i].from != NULL ? ty_date_from_iso (cases[i].from) : TY_DATE_NONE;
      TyDate until = cases[i].until != NULL ? ty_date_from_iso (cases[i].until) : TY_DATE_NONE;
      g_autofree char *text = ty_format_range (from, until);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_moment (void)
{
  g_autofree char *old = ty_format_utc ("2021-10-01T18:30:00Z");
  g_autofree char *wrong = ty_format_utc ("yesterday");

  /* The tests run in Asia/Shanghai, eight hours ahead. */
  g_assert_cmpstr (old, ==, "2021.10.02 02:30");
  g_assert_cmpstr (wrong, ==, "");
}

static void
test_work (void)
{
  static const struct { const char *due; const char *day; const char *away; } cases[] = {
    { "2021-12-18", "12.18", "6 days late" },     { "2021-12-24", "12.24", "today" },
    { "2021-12-25", "12.25", "in 1 day" },        { "2022-01-10", "2022.01.10", "in 17 days" },
    { "2021-12", "2021.12", "23 days late" },     { "2021-09-15", "09.15", "3 months late" },
    { "2022-12-24", "2022.12.24", "in 12 months" }, { "2016-04", "2016.04", "5 years late" },
    { "2024-01-01", "2024.01.01", "in 2 years" }, { NULL, "", "" },
  };
  const TyDate as_of = ty_date_new (2021, 12, 24);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyDate due = cases[i].due != NULL ? ty_date_from_iso (cases[i].due) : TY_DATE_NONE;
      g_autofree char *day = ty_format_work_day (due, as_of);
      g_autofree char *away = ty_format_due (due, as_of);

      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpstr (away, ==, cases[i].away);
    }
}

static void
test_weekday (void)
{
  g_autofree char *friday = ty_format_weekday (ty_date_new (2021, 12, 24));
  g_autofree char *month = ty_format_weekday (ty_date_new (2021, 12, 0));

  g_assert_cmpstr (friday, ==, "Friday");
  g_assert_cmpstr (month, ==, "");
}

static void
test_counts (void)
{
  static const struct { guint count; const char *text; } cases[] = {
    { 0, "0" }, { 999, "999" }, { 1150, "1,150" }, { 4000000, "4,000,000" }, { 100000, "100,000" },
  };
  g_autofree char *one = ty_format_people (1);
  g_autofree char *many = ty_format_people (1150);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ty_text_format_count (cases[i].count);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (one, ==, "1 person");
  g_assert_cmpstr (many, ==, "1,150 people");
}

/* The differences that were published: those of the shown values. */
static void
test_change (void)
{
  static const struct { const char *now; const char *before; TyChangeUnit unit; const char *text; } cases[] = {
    { "26.69", "11.88", TY_CHANGE_UNIT_POINTS, "▲ 14.81 pp" },
    { "98.63", "41.33", TY_CHANGE_UNIT_POINTS, "▲ 57.30 pp" },
    { "44.45", "53.76", TY_CHANGE_UNIT_YEARS, "▼ 9.31 yr" },
    { "73", "75", TY_CHANGE_UNIT_NONE, "▼ 2" },
    { "10.00", "9.5", TY_CHANGE_UNIT_POINTS, "▲ 0.50 pp" },
    { "5.00", "5.00", TY_CHANGE_UNIT_POINTS, "no change" },
    { "—", "5.00", TY_CHANGE_UNIT_POINTS, "" },
    { "5.00", NULL, TY_CHANGE_UNIT_POINTS, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ty_format_change (cases[i].now, cases[i].before, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_code (void)
{
  g_autofree char *known = ty_format_code ("sex", "2");
  g_autofree char *unknown = ty_format_code ("sex", "77");
  g_autofree char *none = ty_format_code ("sex", NULL);

  g_assert_cmpstr (known, ==, "Female");
  g_assert_cmpstr (unknown, ==, "77");
  g_assert_cmpstr (none, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ty_model_init ();

  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/moment", test_moment);
  g_test_add_func ("/format/work", test_work);
  g_test_add_func ("/format/weekday", test_weekday);
  g_test_add_func ("/format/counts", test_counts);
  g_test_add_func ("/format/change", test_change);
  g_test_add_func ("/format/code", test_code);
  return g_test_run ();
}
