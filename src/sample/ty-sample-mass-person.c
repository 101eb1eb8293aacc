/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mass-person"

#include "config.h"

#include "ty-sample-mass-person.h"

#include "ty-sample-draw.h"

/* The last month in which something has happened. */
#define LAST TY_SAMPLE_MONTH (2026, 6)

/* Nobody has a post before that age, so that school and admission to the party come first. */
#define FIRST_POST (24 * 12)
#define ADULT (18 * 12)

static const char *
draw_ethnicity (GRand *rand)
{
  static const struct { const char *key; int until; } shares[] = {
    { "03", 14 }, { "11", 22 }, { "06", 34 }, { "15", 46 }, { "05", 54 }, { "04", 60 },
    { "02", 66 }, { "17", 68 }, { "07", 76 },
  };
  int drawn = ty_sample_draw_range (rand, 0, 999);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (drawn < shares[i].until)
      return shares[i].key;

  return "01";
}

static TySampleMonth
draw_from (GRand *rand)
{
  int drawn = ty_sample_draw_range (rand, 0, 99);

  if (drawn < 60)
    return TY_SAMPLE_TERM_2021;
  if (drawn < 72)
    return TY_SAMPLE_TERM_2017;
  if (drawn < 80)
    return ty_sample_draw_range (rand, TY_SAMPLE_MONTH (2005, 3), TY_SAMPLE_MONTH (2017, 6));

  return ty_sample_draw_range (rand, TY_SAMPLE_MONTH (2022, 1), LAST);
}

static int
draw_age (GRand            *rand,
          TySampleMassRole  role)
{
  int drawn = ty_sample_draw_range (rand, 0, 99);

  if (role == TY_SAMPLE_MASS_SPECIALIST)
    return ty_sample_draw_middle (rand, 24, 38);
  if (role == TY_SAMPLE_MASS_MEMBER && drawn < 26)
    return ty_sample_draw_middle (rand, 24, 37);
  if (drawn >= 97)
    return ty_sample_draw_range (rand, 58, 63);

  return ty_sample_draw_middle (rand, role == TY_SAMPLE_MASS_MEMBER ? 33 : 29, 58);
}

/* The age counts in the year of the election, or when somebody came later. */
static void
draw_birth (TySampleMassPerson     *self,
            const TySampleMassSeat *seat,
            GRand                  *rand)
{
  TySampleMonth from = draw_from (rand);
  int age = draw_age (rand, seat->role) * 12 + ty_sample_draw_range (rand, 0, 11);

  self->birth = MAX (from, TY_SAMPLE_TERM_2021) - age;
  self->day = ty_sample_draw_range (rand, 1, 28);
  if (from < self->birth + FIRST_POST)
    from = TY_SAMPLE_TERM_2021;
  self->from[0] = from;
  self->from[1] = from;
  if (from < TY_SAMPLE_TERM_2021 && ty_sample_draw_percent (rand, 30))
    self->from[1] = TY_SAMPLE_TERM_2021;
}

/* Beside work some study again; what was begun lately has not ended, or will on a known day. */
static void
draw_later_study (TySampleStudy *study,
                  GRand         *rand)
{
  int start = ty_sample_draw_range (rand, 2018, 2025);
  gboolean studying = g_str_equal (study->outcome, "studying");

  if (!studying && !ty_sample_draw_percent (rand, 30))
    return;
  if (studying)
    start = ty_sample_draw_range (rand, 2023, 2025);
  study->from = TY_SAMPLE_MONTH (start, 9);
  study->until = TY_SAMPLE_MONTH (start + 3, 7);
  if (study->until > LAST)
    {
      study->outcome = "studying";
      if (ty_sample_draw_percent (rand, 40))
        study->until = 0;
    }
}

static void
draw_studies (TySampleMassPerson *self,
              gboolean            college,
              GRand              *rand)
{
  self->n_studies = ty_sample_study_draw (rand, self->birth / 12, college, self->studies);
  if (self->n_studies == 2 && ty_sample_draw_percent (rand, 36))
    self->n_studies = 1;
  if (self->n_studies == 2)
    draw_later_study (&self->studies[1], rand);

  /* Work begins after school, and before the post. */
  self->work_date = MAX (self->studies[0].until, self->birth + ADULT);
  if (self->studies[0].school == NULL)
    self->work_date += ty_sample_draw_range (rand, 0, 20);
  self->work_date = MIN (self->work_date, self->from[0]);

  for (guint i = 0; i < self->n_studies; i++)
    if (ty_sample_draw_percent (rand, 3))
      {
        self->studies[i].from = 0;
        self->studies[i].until = 0;
      }
}

static void
draw_political (TySampleMassPerson *self,
                gboolean            party,
                GRand              *rand)
{
  int drawn = ty_sample_draw_range (rand, 0, 99);
  int after = ty_sample_draw_range (rand, 19 * 12, 34 * 12 + 11);

  self->party_date = 0;
  if (party || drawn < 60)
    {
      TySampleMonth latest = party ? self->from[0] - 12 : LAST - 13;

      self->political = "01";
      self->party_date = MIN (self->birth + after, latest);
    }
  else if (drawn < 64)
    {
      self->political = "02";
      self->party_date = LAST - ty_sample_draw_range (rand, 1, 11);
    }
  else if (LAST - self->birth < 28 * 12)
    self->political = "03";
  else
    self->political = drawn == 70 ? "12" : drawn == 71 ? "06" : "13";
}

/**
 * ty_sample_mass_person_draw:
 * @self: (out caller-allocates): somebody for the seat
 * @seat: the seat
 * @rand: the sample's generator
 *
 * Draws a person who holds the posts of the seat to this day.
 */
void
ty_sample_mass_person_draw (TySampleMassPerson     *self,
                            const TySampleMassSeat *seat,
                            GRand                  *rand)
{
  gboolean specialist = seat->role == TY_SAMPLE_MASS_SPECIALIST;

  *self = (TySampleMassPerson){ 0 };
  self->woman = ty_sample_draw_percent (rand, seat->women);
  self->ethnicity = draw_ethnicity (rand);
  draw_birth (self, seat, rand);
  draw_studies (self, specialist && ty_sample_draw_percent (rand, 70), rand);
  draw_political (self, ty_sample_mass_seat_is_party (seat), rand);
}
