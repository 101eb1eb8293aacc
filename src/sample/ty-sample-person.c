/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-person"

#include "config.h"

#include "ty-sample-person.h"

#include "ty-sample-draw.h"
#include "ty-sample-name.h"

/* Early in adult life nothing is known, so that nobody holds a post or joins the party before. */
#define ADULT (18 * 12)

static const char *const sources[] = {
  "returning_graduate", "veteran", "able_farmer", "returned_business", "graduate",
  "business_owner", "farming_expert", "volunteer", "grid_worker", "family_planning",
  "village_official", "cooperative_head", "doctor_teacher", "able_farmer", "veteran",
};

static const char *
draw_ethnicity (GRand *rand)
{
  static const struct { const char *key; int until; } shares[] = {
    { "03", 22 }, { "11", 30 }, { "06", 38 }, { "15", 48 }, { "05", 53 }, { "04", 57 },
    { "02", 61 }, { "17", 63 }, { "07", 67 },
  };
  int drawn = ty_sample_draw_range (rand, 0, 999);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (drawn < shares[i].until)
      return shares[i].key;

  return "01";
}

static void
draw_birth (TySamplePerson       *self,
            GRand                *rand,
            const TySampleWanted *wanted)
{
  int age = ty_sample_draw_middle (rand, wanted->youngest, wanted->oldest);
  TySampleMonth month = wanted->month - age * 12 - ty_sample_draw_range (rand, 0, 11);

  self->birth = ty_date_new ((guint) (month / 12), (guint) (month % 12 + 1),
                             (guint) ty_sample_draw_range (rand, 1, 28));
}

static void
draw_political (TySamplePerson       *self,
                GRand                *rand,
                const TySampleWanted *wanted)
{
  TySampleMonth birth = ty_sample_person_birth_month (self);
  TySampleMonth latest = wanted->month - 12;
  int drawn = ty_sample_draw_range (rand, 0, 99);
  int age = (TY_SAMPLE_END - birth) / 12;

  if (wanted->party || drawn < 62)
    {
      int after = ty_sample_draw_range (rand, 19, 34) * 12 + ty_sample_draw_range (rand, 0, 11);

      self->political = "01";
      self->party_date
        = ty_sample_month_known (MAX (MIN (birth + after, latest), birth + ADULT + 2));
    }
  else if (drawn < 66 && wanted->month >= TY_SAMPLE_TERM_2021)
    {
      self->political = "02";
      self->party_date = TY_SAMPLE_MONTH (2021, 6);
    }
  else if (age < 28)
    self->political = "03";
  else
    self->political = drawn == 70 ? "12" : drawn == 71 ? "06" : "13";
}

/**
 * ty_sample_person_new:
 * @rand: the sample's generator
 * @wanted: whom the post asks for
 *
 * Returns: (transfer full): somebody without a post yet
 */
TySamplePerson *
ty_sample_person_new (GRand                *rand,
                      const TySampleWanted *wanted)
{
  TySamplePerson *self = g_new0 (TySamplePerson, 1);
  TySampleMonth birth;
  TySampleMonth begin;

  self->holdings = g_ptr_array_new_with_free_func (g_free);
  self->sex = ty_sample_draw_percent (rand, wanted->women) ? 2 : 1;
  draw_birth (self, rand, wanted);
  birth = ty_sample_person_birth_month (self);
  self->ethnicity = draw_ethnicity (rand);
  self->surname = ty_sample_name_pick_surname (rand, self->ethnicity);
  self->name
    = ty_sample_name_new (rand, self->surname, self->ethnicity, self->sex, self->birth.year);
  self->n_studies = ty_sample_study_draw (rand, self->birth.year, wanted->college, self->studies);
  draw_political (self, rand, wanted);
  self->source = TY_SAMPLE_PICK (rand, sources);

  /* Work begins after school, and before the post. */
  begin = MAX (self->studies[0].until, birth + ADULT);
  if (self->studies[0].school == NULL)
    begin += ty_sample_draw_range (rand, 0, 20);
  self->work_date = ty_sample_month_known (begin);
  return self;
}

/**
 * ty_sample_person_free:
 * @self: (transfer full): a person
 */
void
ty_sample_person_free (TySamplePerson *self)
{
  g_ptr_array_unref (self->holdings);
  g_free (self->name);
  g_free (self);
}

/**
 * ty_sample_person_birth_month:
 * @self: a person
 *
 * Returns: the month of birth, for counting; it may be a January
 */
TySampleMonth
ty_sample_person_birth_month (const TySamplePerson *self)
{
  return TY_SAMPLE_MONTH (self->birth.year, self->birth.month);
}

/**
 * ty_sample_person_age:
 * @self: a person
 * @month: when
 *
 * Returns: full years to the month (field.md 6.2)
 */
int
ty_sample_person_age (const TySamplePerson *self,
                      TySampleMonth         month)
{
  return (month - ty_sample_person_birth_month (self)) / 12;
}

/**
 * ty_sample_person_has_college:
 * @self: a person
 * @month: when
 *
 * Returns: whether junior college or higher was finished by then
 */
gboolean
ty_sample_person_has_college (const TySamplePerson *self,
                              TySampleMonth         month)
{
  for (guint i = 0; i < self->n_studies; i++)
    if (ty_sample_study_is_college (&self->studies[i]) && self->studies[i].until <= month)
      return TRUE;

  return FALSE;
}

/**
 * ty_sample_person_take_post:
 * @self: a person
 * @place: a township or village
 * @post: a static key of the code list; that of a village head stands for both kinds of place
 * @from: since when, 0 for before our records
 * @how: a static key of the code list
 *
 * Returns: (transfer none): the new holding
 */
TySampleHolding *
ty_sample_person_take_post (TySamplePerson *self,
                            TySamplePlace  *place,
                            const char     *post,
                            TySampleMonth   from,
                            const char     *how)
{
  static const char *const residents[] = { "J1", "J2", "J3" };
  TySampleHolding *holding = g_new0 (TySampleHolding, 1);

  holding->place = place;
  holding->post = post;
  if (post[0] == 'C' && ty_sample_place_is_community (place))
    holding->post = residents[post[1] - '1'];
  holding->from = from;
  holding->how = how;
  if (post[0] == 'D' && from != 0 && self->party_date > from - 12)
    self->party_date
      = ty_sample_month_known (MAX (from - 12, ty_sample_person_birth_month (self) + ADULT + 2));
  g_ptr_array_add (self->holdings, holding);
  return holding;
}

/**
 * ty_sample_person_leave:
 * @self: a person
 * @place: (nullable): a place, or all of them
 * @until: when
 * @reason: a static key of the code list
 *
 * Ends what the person still holds there.
 */
void
ty_sample_person_leave (TySamplePerson *self,
                        TySamplePlace  *place,
                        TySampleMonth   until,
                        const char     *reason)
{
  for (guint i = 0; i < self->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (self->holdings, i);

      if (holding->until == 0 && (place == NULL || holding->place == place))
        {
          holding->until = until;
          holding->end_reason = reason;
        }
    }
}

/**
 * ty_sample_person_find_post:
 * @self: a person
 * @place: a township or village
 * @post: a key of the code list; see ty_sample_person_take_post()
 *
 * Returns: (transfer none) (nullable): the holding of that post that lasts
 */
TySampleHolding *
ty_sample_person_find_post (TySamplePerson      *self,
                            const TySamplePlace *place,
                            const char          *post)
{
  for (guint i = 0; i < self->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (self->holdings, i);
      gboolean same = g_str_equal (holding->post, post)
                      || (post[0] == 'C' && holding->post[0] == 'J' && holding->post[1] == post[1]);

      if (same && holding->until == 0 && holding->place == place)
        return holding;
    }
  return NULL;
}

/**
 * ty_sample_person_is_in_office:
 * @self: a person
 *
 * Returns: whether a post lasts at the end of 2021
 */
gboolean
ty_sample_person_is_in_office (const TySamplePerson *self)
{
  for (guint i = 0; i < self->holdings->len; i++)
    if (((TySampleHolding *) g_ptr_array_index (self->holdings, i))->until == 0)
      return TRUE;

  return FALSE;
}

/**
 * ty_sample_person_is_dead:
 * @self: a person
 *
 * Returns: whether a post ended by death
 */
gboolean
ty_sample_person_is_dead (const TySamplePerson *self)
{
  for (guint i = 0; i < self->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (self->holdings, i);

      if (g_strcmp0 (holding->end_reason, "died") == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * ty_sample_person_start:
 * @self: a person who had a post
 *
 * Returns: when the first known post began
 */
TySampleMonth
ty_sample_person_start (const TySamplePerson *self)
{
  TySampleMonth first = TY_SAMPLE_END;

  for (guint i = 0; i < self->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (self->holdings, i);

      if (holding->from != 0)
        first = MIN (first, holding->from);
    }
  return first;
}

/**
 * ty_sample_person_end:
 * @self: a person who left
 *
 * Returns: when the last post ended
 */
TySampleMonth
ty_sample_person_end (const TySamplePerson *self)
{
  TySampleMonth last = 0;

  for (guint i = 0; i < self->holdings->len; i++)
    last = MAX (last, ((TySampleHolding *) g_ptr_array_index (self->holdings, i))->until);

  return last;
}
