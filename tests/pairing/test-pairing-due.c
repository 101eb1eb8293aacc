/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-pairing-due.h"

#define DAY(text) ty_date_from_iso (text)

static TyTalkPlan
make_plan (const char *from,
           const char *until,
           guint       talks)
{
  return (TyTalkPlan){ .period = ty_period_from_iso (from, until), .talks = talks };
}

/* Whole months have the number of the programme, others their share, rounded half up. */
static void
test_due (void)
{
  static const struct { const char *from; const char *until; guint talks; guint year; guint month; guint due; } cases[] = {
    { "2026-01", NULL, 4, 2026, 1, 4 },
    { "2026-01-02", NULL, 4, 2026, 1, 4 },
    { "2026-01-16", NULL, 4, 2026, 1, 2 },
    { "2026-01-31", NULL, 4, 2026, 1, 0 },
    { "2026-01-28", NULL, 4, 2026, 1, 1 },
    { "2026-01-31", NULL, 4, 2026, 2, 4 },
    { "2026-01-31", NULL, 4, 2025, 12, 0 },
    { "2024-02-15", NULL, 2, 2024, 2, 1 },   /* 15 of 29 days */
    { "2024-02-29", NULL, 30, 2024, 2, 1 },
    { "2023-02-28", NULL, 28, 2023, 2, 1 },
    { "2026-01", "2026-03-16", 4, 2026, 3, 2 },
    { "2026-01", "2026-03", 4, 2026, 3, 0 },
    { "2026-01", "2026-03", 4, 2026, 2, 4 },
    { "2026-01-16", "2026-01-16", 4, 2026, 1, 0 },
    { NULL, NULL, 4, 2026, 1, 0 },           /* not begun */
    { "2026-01", NULL, 0, 2026, 1, 0 },
    { "2026-04-16", NULL, 1, 2026, 4, 1 },   /* 15 of 30: half, so up */
    { "2026-04-17", NULL, 1, 2026, 4, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyTalkPlan plan = make_plan (cases[i].from, cases[i].until, cases[i].talks);

      g_test_message ("case %u", i);
      g_assert_cmpuint (ty_talk_plan_count_due (&plan, cases[i].year, cases[i].month), ==, cases[i].due);
    }
}

static void
test_pauses (void)
{
  TyPeriod pauses[] = { ty_period_from_iso ("2026-06", "2026-07"), ty_period_from_iso ("2026-07-01", "2026-07-11"),
                        ty_period_from_iso ("2026-07-06", "2026-07-16"), ty_period_from_iso ("2026-09-10", NULL) };
  TyDate days[] = { DAY ("2026-05-20"), DAY ("2026-08-02") };
  TyTalkPlan plan = make_plan ("2026-01", NULL, 4);
  TyTalkState state;

  plan.pauses = pauses;
  plan.n_pauses = G_N_ELEMENTS (pauses);
  plan.days = days;
  plan.n_days = G_N_ELEMENTS (days);
  g_assert_cmpuint (ty_talk_plan_count_due (&plan, 2026, 5), ==, 4);
  g_assert_cmpuint (ty_talk_plan_count_due (&plan, 2026, 6), ==, 0);
  /* 16 of 31 days: those of both pauses count once. */
  g_assert_cmpuint (ty_talk_plan_count_due (&plan, 2026, 7), ==, 2);
  g_assert_cmpuint (ty_talk_plan_count_due (&plan, 2026, 9), ==, 1);
  g_assert_cmpuint (ty_talk_plan_count_due (&plan, 2026, 10), ==, 0);

  state = ty_talk_plan_judge (&plan, DAY ("2026-06-20"));
  g_assert_true (state.paused);
  g_assert_false (ty_talk_state_is_overdue (&state));
  g_assert_cmpint (state.since, ==, 12); /* the days of May after the talk, and no other */
  state = ty_talk_plan_judge (&plan, DAY ("2026-07-15"));
  g_assert_true (state.paused);
  state = ty_talk_plan_judge (&plan, DAY ("2026-07-31"));
  g_assert_cmpuint (state.late, ==, 2);
  g_assert_true (ty_talk_state_is_overdue (&state));
}

static void
test_months (void)
{
  TyDate days[] = { DAY ("2026-01-31"), DAY ("2026-02"), DAY ("2026-02-28"), DAY ("2026-03-09") };
  TyTalkPlan plan = make_plan ("2025-06-15", NULL, 4);
  TyTalkState state;

  plan.days = days;
  plan.n_days = G_N_ELEMENTS (days);
  g_assert_cmpuint (ty_talk_plan_count_done (&plan, 2026, 1, DAY ("2026-12-31")), ==, 1);
  g_assert_cmpuint (ty_talk_plan_count_done (&plan, 2026, 2, DAY ("2026-12-31")), ==, 2);
  g_assert_cmpuint (ty_talk_plan_count_done (&plan, 2026, 2, DAY ("2026-02-27")), ==, 1);

  /* Of thirty-one days eight are over: one talk should have been. */
  state = ty_talk_plan_judge (&plan, DAY ("2026-03-07"));
  g_assert_cmpuint (state.late, ==, 0);
  g_assert_cmpuint (state.missed, ==, 2);
  g_assert_cmpint (state.since, ==, 7);
  g_assert_true (ty_talk_state_is_overdue (&state));
  state = ty_talk_plan_judge (&plan, DAY ("2026-03-08"));
  g_assert_cmpuint (state.late, ==, 1);
  state = ty_talk_plan_judge (&plan, DAY ("2026-03-09"));
  g_assert_cmpuint (state.late, ==, 0);
  g_assert_cmpuint (state.done, ==, 1);
  g_assert_cmpint (state.since, ==, 0);
  g_assert_false (ty_talk_state_is_overdue (&state));
  state = ty_talk_plan_judge (&plan, DAY ("2026-03-31"));
  g_assert_cmpuint (state.late, ==, 3);
}

/* One talk a month is not late before the month is over. */
static void
test_once_a_month (void)
{
  TyTalkPlan plan = make_plan ("2024-01-01", NULL, 1);
  TyTalkState state = ty_talk_plan_judge (&plan, DAY ("2024-01-30"));

  g_assert_cmpuint (state.due, ==, 1);
  g_assert_cmpuint (state.late, ==, 0);
  g_assert_false (ty_talk_state_is_overdue (&state));
  state = ty_talk_plan_judge (&plan, DAY ("2024-01-31"));
  g_assert_cmpuint (state.late, ==, 1);
  state = ty_talk_plan_judge (&plan, DAY ("2024-02-28"));
  g_assert_cmpuint (state.late, ==, 0);
  g_assert_cmpuint (state.missed, ==, 1);
  state = ty_talk_plan_judge (&plan, DAY ("2024-02-29"));
  g_assert_cmpuint (state.late, ==, 1);

  state = ty_talk_plan_judge (&plan, DAY ("2023-12-31"));
  g_assert_cmpint (state.since, ==, -1);
  g_assert_false (ty_talk_state_is_overdue (&state));
}

/* Nothing is late that is not due, and within a month lateness follows the calendar, whatever the dates. */
static void
test_by_chance (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      TyDate from = ty_date_from_days (ty_date_to_days (DAY ("2023-01-01")) + g_test_rand_int_range (0, 800));
      TyDate as_of = ty_date_add_days (from, g_test_rand_int_range (0, 400));
      TyTalkPlan plan = { .period = { from, TY_DATE_NONE }, .talks = (guint) g_test_rand_int_range (0, 9) };
      TyTalkState state = ty_talk_plan_judge (&plan, as_of);

      g_assert_cmpuint (state.due, <=, plan.talks);
      g_assert_cmpuint (state.late, <=, state.due);
      g_assert_cmpint (state.since, ==, ty_date_to_days (as_of) - ty_date_to_days (from));
      if (ty_date_add_days (as_of, 1).month != as_of.month)
        g_assert_cmpuint (state.late, ==, state.due);
    }
}

static void
test_milestones_and_ends (void)
{
  TyDate as_of = DAY ("2026-03-31");

  g_assert_true (ty_milestone_is_overdue (DAY ("2026-03-30"), TY_DATE_NONE, as_of));
  g_assert_false (ty_milestone_is_overdue (DAY ("2026-03-31"), TY_DATE_NONE, as_of));
  g_assert_false (ty_milestone_is_overdue (DAY ("2026-03"), TY_DATE_NONE, as_of));
  g_assert_true (ty_milestone_is_overdue (DAY ("2026-02"), TY_DATE_NONE, as_of));
  g_assert_true (ty_milestone_is_overdue (DAY ("2025"), TY_DATE_NONE, as_of));
  g_assert_false (ty_milestone_is_overdue (DAY ("2026"), TY_DATE_NONE, as_of));
  g_assert_false (ty_milestone_is_overdue (DAY ("2026-02"), DAY ("2026-03"), as_of));
  g_assert_true (ty_milestone_is_overdue (DAY ("2026-02"), DAY ("2026-04"), as_of));
  g_assert_false (ty_milestone_is_overdue (TY_DATE_NONE, TY_DATE_NONE, as_of));

  g_assert_cmpint (ty_pairing_end_judge (TY_DATE_NONE, as_of), ==, TY_PAIRING_GOES_ON);
  g_assert_cmpint (ty_pairing_end_judge (DAY ("2026-03-31"), as_of), ==, TY_PAIRING_ENDED);
  g_assert_cmpint (ty_pairing_end_judge (DAY ("2026-04"), as_of), ==, TY_PAIRING_ENDS_SOON);
  g_assert_cmpint (ty_pairing_end_judge (DAY ("2026-04-30"), as_of), ==, TY_PAIRING_ENDS_SOON);
  g_assert_cmpint (ty_pairing_end_judge (DAY ("2026-05"), as_of), ==, TY_PAIRING_GOES_ON);
}

static void
test_add_months (void)
{
  static const struct { const char *from; int months; const char *to; } cases[] = {
    { "2024-01-31", 1, "2024-02-29" }, { "2023-01-31", 1, "2023-02-28" }, { "2024-02-29", 12, "2025-02-28" },
    { "2026-12", 1, "2027-01" }, { "2026-01-15", -1, "2025-12-15" }, { "2026-03-31", -1, "2026-02-28" },
    { "2026", 24, "2028-01" }, { "2026-05-01", 0, "2026-05-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ty_date_to_iso (ty_date_add_months (DAY (cases[i].from), cases[i].months));

      g_assert_cmpstr (text, ==, cases[i].to);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pairing/due/months-of-a-pairing", test_due);
  g_test_add_func ("/pairing/due/pauses", test_pauses);
  g_test_add_func ("/pairing/due/calendar-months", test_months);
  g_test_add_func ("/pairing/due/once-a-month", test_once_a_month);
  g_test_add_func ("/pairing/due/by-chance", test_by_chance);
  g_test_add_func ("/pairing/due/milestones-and-ends", test_milestones_and_ends);
  g_test_add_func ("/pairing/due/add-months", test_add_months);
  return g_test_run ();
}
