/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mass-people"

#include "config.h"

#include "ty-sample-mass-people.h"

#include "ty-appointment.h"
#include "ty-education.h"
#include "ty-id-number.h"
#include "ty-person.h"
#include "ty-pinyin.h"
#include "ty-sample-draw.h"
#include "ty-sample-mass-person.h"
#include "ty-sample-name.h"
#include "ty-sample-post.h"

#include <string.h>

#define ISO_LENGTH 7 /* 1978-05 */
#define NUMBER_LENGTH 18

typedef char Iso[ISO_LENGTH + 1];

/**
 * TySampleMassPeople:
 *
 * The people of a province, written village by village; nobody is kept.
 */
struct _TySampleMassPeople
{
  TyStore *store;
  GRand *rand;

  /* Owned */
  TyBulk *people;
  TyBulk *educations;
  TyBulk *appointments;
  GHashTable *numbers; /* the days of birth with the order, of a county */

  char county[7];
  TySampleMassRole lent; /* who of the village before serves the next one too */
  guint n_people;
};

/**
 * ty_sample_mass_people_new:
 * @store: a store that writes, inside an action
 * @rand: the sample's generator
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): nobody yet
 */
TySampleMassPeople *
ty_sample_mass_people_new (TyStore  *store,
                           GRand    *rand,
                           GError  **error)
{
  g_autoptr(TyBulk) people = ty_bulk_new (store, &ty_person_info, error);
  g_autoptr(TyBulk) educations = NULL;
  g_autoptr(TyBulk) appointments = NULL;
  TySampleMassPeople *self;

  if (people != NULL)
    educations = ty_bulk_new (store, &ty_education_info, error);
  if (educations != NULL)
    appointments = ty_bulk_new (store, &ty_appointment_info, error);
  if (appointments == NULL)
    return NULL;

  self = g_new0 (TySampleMassPeople, 1);
  self->store = store;
  self->rand = rand;
  self->people = g_steal_pointer (&people);
  self->educations = g_steal_pointer (&educations);
  self->appointments = g_steal_pointer (&appointments);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->lent = TY_SAMPLE_MASS_NOBODY;
  return self;
}

/**
 * ty_sample_mass_people_free:
 * @self: (transfer full): the people
 */
void
ty_sample_mass_people_free (TySampleMassPeople *self)
{
  ty_bulk_free (self->people);
  ty_bulk_free (self->educations);
  ty_bulk_free (self->appointments);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static void
write_digits (char *at,
              int   number,
              int   n)
{
  while (n-- > 0)
    {
      at[n] = (char) ('0' + number % 10);
      number /= 10;
    }
}

/* printf would take a good part of the time. */
static const char *
write_iso (Iso           iso,
           TySampleMonth month)
{
  if (month == 0)
    return NULL;

  write_digits (iso, month / 12, 4);
  iso[4] = '-';
  write_digits (iso + 5, month % 12 + 1, 2);
  iso[ISO_LENGTH] = '\0';
  return iso;
}

/* Unique in the county by the three digits of the order, the last of which tells the sex. */
static void
write_number (TySampleMassPeople       *self,
              const TySampleMassPerson *person,
              char                      number[NUMBER_LENGTH + 1])
{
  guint day = (guint) ((person->birth - TY_SAMPLE_YEAR (1900)) * 31 + person->day);
  int order;

  do
    order = ty_sample_draw_range (self->rand, 0, 499) * 2 + !person->woman;
  while (!g_hash_table_add (self->numbers, GUINT_TO_POINTER (day * 1000 + (guint) order)));

  memcpy (number, self->county, 6);
  write_digits (number + 6, person->birth / 12, 4);
  write_digits (number + 10, person->birth % 12 + 1, 2);
  write_digits (number + 12, person->day, 2);
  write_digits (number + 14, order, 3);
  number[NUMBER_LENGTH - 1] = ty_id_number_complete (number);
  number[NUMBER_LENGTH] = '\0';
}

static gboolean
write_person (TySampleMassPeople        *self,
              gint64                     id,
              const TySampleMassPerson  *person,
              GError                   **error)
{
  TyBulk *people = self->people;
  const char *surname = ty_sample_name_pick_surname (self->rand, person->ethnicity);
  g_autofree char *name = ty_sample_name_new (self->rand, surname, person->ethnicity,
                                              person->woman ? 2 : 1, person->birth / 12);
  g_autofree char *pinyin = ty_pinyin_for_name (name);
  char number[NUMBER_LENGTH + 1];
  Iso birth, party, work;

  write_number (self, person, number);
  ty_bulk_set_int (people, TY_PERSON_ID, id);
  ty_bulk_set_text (people, TY_PERSON_NAME, name);
  ty_bulk_set_text (people, TY_PERSON_PINYIN, pinyin);
  ty_bulk_set_text (people, TY_PERSON_SEX, person->woman ? "2" : "1");
  ty_bulk_set_text (people, TY_PERSON_BIRTH, write_iso (birth, person->birth));
  ty_bulk_set_text (people, TY_PERSON_ETHNICITY, person->ethnicity);
  ty_bulk_set_text (people, TY_PERSON_POLITICAL, person->political);
  ty_bulk_set_text (people, TY_PERSON_PARTY_DATE, write_iso (party, person->party_date));
  ty_bulk_set_text (people, TY_PERSON_WORK_DATE, write_iso (work, person->work_date));
  ty_bulk_set_text (people, TY_PERSON_ID_NUMBER, number);
  self->n_people++;
  return ty_bulk_insert (people, error);
}

static gboolean
write_study (TySampleMassPeople   *self,
             gint64                person,
             guint                 number,
             const TySampleStudy  *study,
             GError              **error)
{
  TyBulk *educations = self->educations;
  g_autofree char *place = ty_sample_study_dup_place (study);
  Iso from, until;

  ty_bulk_set_int (educations, TY_EDUCATION_PERSON, person);
  ty_bulk_set_int (educations, TY_EDUCATION_ID, number);
  ty_bulk_set_text (educations, TY_EDUCATION_MODE, study->mode);
  ty_bulk_set_text (educations, TY_EDUCATION_LEVEL, study->level);
  ty_bulk_set_text (educations, TY_EDUCATION_OUTCOME, study->outcome);
  ty_bulk_set_text (educations, TY_EDUCATION_DEGREE, study->degree);
  ty_bulk_set_text (educations, TY_EDUCATION_SCHOOL, place);
  ty_bulk_set_text (educations, TY_EDUCATION_FROM_DATE, write_iso (from, study->from));
  ty_bulk_set_text (educations, TY_EDUCATION_UNTIL_DATE, write_iso (until, study->until));
  return ty_bulk_insert (educations, error);
}

/* A key that stands for both kinds of place, as the plan of the seats has it. */
static const char *
post_in (const char                *post,
         const TySampleMassVillage *village)
{
  static const char *const residents[] = { "J1", "J2", "J3" };

  return post[0] == 'C' && village->community ? residents[post[1] - '1'] : post;
}

static const char *
draw_how (TySampleMassPeople *self,
          const char         *post,
          TySampleMonth       from)
{
  if (post[0] == 'P')
    return "recruited";
  if (from <= TY_SAMPLE_TERM_2021)
    return ty_sample_draw_percent (self->rand, 98) ? "elected" : "dispatched";

  return post[0] == 'D' ? "appointed" : "byelection";
}

static gboolean
write_appointment (TySampleMassPeople         *self,
                   gint64                      person,
                   const char                 *post,
                   TySampleMonth               from,
                   const TySampleMassVillage  *village,
                   GError                    **error)
{
  TyBulk *appointments = self->appointments;
  const char *key = post_in (post, village);
  Iso iso;

  ty_bulk_set_int (appointments, TY_APPOINTMENT_ID, ty_store_mint_id (self->store));
  ty_bulk_set_int (appointments, TY_APPOINTMENT_PERSON, person);
  ty_bulk_set_int (appointments, TY_APPOINTMENT_UNIT, village->id);
  ty_bulk_set_text (appointments, TY_APPOINTMENT_POST, key);
  ty_bulk_set_text (appointments, TY_APPOINTMENT_BODY, ty_sample_post_get_body (key));
  ty_bulk_set_text (appointments, TY_APPOINTMENT_FROM_DATE, write_iso (iso, from));
  ty_bulk_set_text (appointments, TY_APPOINTMENT_HOW, draw_how (self, post, from));
  return ty_bulk_insert (appointments, error);
}

static gboolean
write_seat (TySampleMassPeople         *self,
            const TySampleMassSeat     *seat,
            const TySampleMassVillage  *village,
            const TySampleMassVillage  *also,
            GError                    **error)
{
  gint64 id = ty_store_mint_id (self->store);
  TySampleMassPerson person;

  ty_sample_mass_person_draw (&person, seat, self->rand);
  if (!write_person (self, id, &person, error))
    return FALSE;
  for (guint i = 0; i < person.n_studies; i++)
    if (!write_study (self, id, i + 1, &person.studies[i], error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (seat->posts) && seat->posts[i] != NULL; i++)
    if (!write_appointment (self, id, seat->posts[i], person.from[i], village, error))
      return FALSE;

  return also == NULL
         || write_appointment (self, id, seat->posts[0], person.from[1], also, error);
}

/* A few secretaries and specialists serve two villages of their township: one person in two
 * hundred. Nobody serves three. */
static TySampleMassRole
draw_lent (TySampleMassPeople *self)
{
  int drawn = ty_sample_draw_range (self->rand, 0, 999);

  return self->lent != TY_SAMPLE_MASS_NOBODY ? TY_SAMPLE_MASS_NOBODY
         : drawn < 14                         ? TY_SAMPLE_MASS_SECRETARY
         : drawn < 40                         ? TY_SAMPLE_MASS_SPECIALIST
                                              : TY_SAMPLE_MASS_NOBODY;
}

/**
 * ty_sample_mass_people_begin_county:
 * @self: the people
 * @code: the six digits of the county in which those who follow were born
 */
void
ty_sample_mass_people_begin_county (TySampleMassPeople *self,
                                    const char         *code)
{
  g_strlcpy (self->county, code, sizeof self->county);
  g_hash_table_remove_all (self->numbers);
}

/**
 * ty_sample_mass_people_write_village:
 * @self: the people
 * @village: the village
 * @next: (nullable): the one after it in its township
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether everybody of the village is in the file
 */
gboolean
ty_sample_mass_people_write_village (TySampleMassPeople         *self,
                                     const TySampleMassVillage  *village,
                                     const TySampleMassVillage  *next,
                                     GError                    **error)
{
  TySampleMassSeat seats[TY_SAMPLE_MASS_SEATS];
  guint n = ty_sample_mass_seat_plan (self->rand, self->lent, seats);
  TySampleMassRole lent = next != NULL ? draw_lent (self) : TY_SAMPLE_MASS_NOBODY;

  self->lent = TY_SAMPLE_MASS_NOBODY;
  for (guint i = 0; i < n; i++)
    {
      gboolean both = lent == seats[i].role;

      if (both)
        self->lent = lent;
      if (!write_seat (self, &seats[i], village, both ? next : NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_sample_mass_people_get_n_people:
 * @self: the people
 *
 * Returns: how many were written
 */
guint
ty_sample_mass_people_get_n_people (TySampleMassPeople *self)
{
  return self->n_people;
}
