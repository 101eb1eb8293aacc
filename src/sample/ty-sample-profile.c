/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-profile"

#include "config.h"

#include "ty-sample-profile.h"

#include "ty-background.h"
#include "ty-education.h"
#include "ty-id-number.h"
#include "ty-person-table.h"
#include "ty-pinyin.h"
#include "ty-sample-draw.h"
#include "ty-table.h"

static const char *const skills[] = {
  "农村财务", "果树栽培", "畜禽养殖", "电商运营", "矛盾纠纷调解", "建筑施工", "计算机操作", "文字材料",
  "茶叶种植", "农机维修", "文艺活动组织", "医疗护理",
};
static const char *const groups[] = { "一组", "二组", "三组", "四组", "五组", "六组" };

/* The number is unique by the three digits of the order, the last of which tells the sex. */
static char *
draw_number (TySampleProfiles     *profiles,
             const TySamplePerson *person)
{
  g_autofree char *number = NULL;

  do
    {
      g_autofree char *start = NULL;
      int order = ty_sample_draw_range (profiles->rand, 0, 499) * 2 + (person->sex == 1);

      start = g_strdup_printf (TY_SAMPLE_COUNTY_CODE "%04u%02u%02u%03d", person->birth.year,
                               person->birth.month, person->birth.day, order);
      g_free (number);
      number = g_strdup_printf ("%s%c", start, ty_id_number_complete (start));
    }
  while (!g_hash_table_add (profiles->numbers, g_strdup (number)));

  return g_steal_pointer (&number);
}

/* To the month, as records have it; of a few only the year is known. */
static char *
dup_birth (TySampleProfiles     *profiles,
           const TySamplePerson *person,
           gboolean              in_office)
{
  if (ty_sample_draw_range (profiles->rand, 0, 999) < (in_office ? 6 : 40))
    return g_strdup_printf ("%04u", person->birth.year);

  return g_strdup_printf ("%04u-%02u", person->birth.year, person->birth.month);
}

static void
set_status (TyRecord             *record,
            TySampleProfiles     *profiles,
            const TySamplePerson *person,
            gboolean              married)
{
  GRand *rand = profiles->rand;
  int drawn = ty_sample_draw_range (rand, 0, 99);

  if (drawn != 50)
    {
      ty_record_set_text (record, TY_PERSON_POLITICAL, person->political);
      ty_record_take_text (record, TY_PERSON_PARTY_DATE,
                           ty_sample_month_to_iso (person->party_date));
    }
  if (drawn != 51)
    ty_record_set_text (record, TY_PERSON_ETHNICITY, person->ethnicity);
  if (drawn != 52)
    ty_record_take_text (record, TY_PERSON_WORK_DATE, ty_sample_month_to_iso (person->work_date));
  ty_record_set_text (record, TY_PERSON_HEALTH, drawn < 4 ? "2" : "1");
  ty_record_set_text (record, TY_PERSON_MARITAL,
                      married                                                     ? "20"
                      : ty_sample_person_age (person, TY_SAMPLE_END) < 35 ? "10"
                      : drawn % 2 == 0                                            ? "40"
                                                                                  : "30");
  if (drawn < 60)
    ty_record_set_text (record, TY_PERSON_SKILL, TY_SAMPLE_PICK (rand, skills));
}

static void
set_contact (TyRecord             *record,
             TySampleProfiles     *profiles,
             const TySamplePerson *person,
             gboolean              in_office)
{
  const TySampleHolding *first = NULL;
  const TySamplePlace *place;

  if (person->home == NULL)
    first = g_ptr_array_index (person->holdings, 0);
  place = first != NULL ? first->place : person->home;

  if (in_office || ty_sample_draw_percent (profiles->rand, 60))
    ty_record_take_text (record, TY_PERSON_PHONE,
                         g_strdup_printf ("199%08u", profiles->n_phones++ % 100000000));
  if (place->township != NULL && (first == NULL || first->post[0] != 'X'))
    ty_record_take_text (record, TY_PERSON_ADDRESS,
                         g_strconcat (place->township->name, place->name,
                                      ty_sample_place_is_community (place)
                                        ? NULL : TY_SAMPLE_PICK (profiles->rand, groups), NULL));
}

static gboolean
set_photo (TyRecord              *record,
           TySampleProfiles      *profiles,
           const TySamplePerson  *person,
           gboolean               in_office,
           GError               **error)
{
  const char *hash;

  if (!in_office && ty_sample_draw_percent (profiles->rand, 50))
    return TRUE;

  hash = ty_sample_photos_get (&profiles->photos, person, profiles->rand,
                               ty_store_get_database (profiles->store), error);
  ty_record_set_text (record, TY_PERSON_PHOTO, hash);
  return hash != NULL;
}

static gint64
write_person (TySampleProfiles      *profiles,
              const TySamplePerson  *person,
              gboolean               married,
              GError               **error)
{
  gboolean in_office = ty_sample_person_is_in_office (person);
  g_autoptr(TyPerson) row = ty_person_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_text (record, TY_PERSON_NAME, person->name);
  ty_record_take_text (record, TY_PERSON_PINYIN, ty_pinyin_for_name (person->name));
  ty_record_set_text (record, TY_PERSON_SEX, person->sex == 1 ? "1" : "2");
  ty_record_take_text (record, TY_PERSON_BIRTH, dup_birth (profiles, person, in_office));
  ty_record_take_text (record, TY_PERSON_ID_NUMBER, draw_number (profiles, person));
  ty_record_set_text (record, TY_PERSON_NATIVE_PLACE, TY_SAMPLE_COUNTY);
  ty_record_set_text (record, TY_PERSON_BIRTH_PLACE, TY_SAMPLE_COUNTY);
  set_status (record, profiles, person, married);
  set_contact (record, profiles, person, in_office);
  if (!set_photo (record, profiles, person, in_office, error)
      || !ty_person_table_add (profiles->store, row, error))
    return 0;

  return ty_record_get_integer (record, TY_PERSON_ID);
}

static gboolean
write_background (TyDatabase  *database,
                  gint64       person,
                  const char  *source,
                  GError     **error)
{
  g_autoptr(TyBackground) background = ty_background_new ();

  ty_record_set_integer (TY_RECORD (background), TY_BACKGROUND_PERSON, person);
  ty_record_set_text (TY_RECORD (background), TY_BACKGROUND_SOURCE, source);
  return ty_table_insert (database, TY_RECORD (background), error);
}

static gboolean
write_study (TyDatabase           *database,
             gint64                person,
             guint                 number,
             const TySampleStudy  *study,
             gboolean              level_known,
             GError              **error)
{
  g_autoptr(TyEducation) education = ty_education_new ();
  TyRecord *record = TY_RECORD (education);

  ty_record_set_integer (record, TY_EDUCATION_PERSON, person);
  ty_record_set_integer (record, TY_EDUCATION_ID, number);
  ty_record_set_text (record, TY_EDUCATION_MODE, study->mode);
  if (level_known)
    {
      ty_record_set_text (record, TY_EDUCATION_LEVEL, study->level);
      ty_record_set_text (record, TY_EDUCATION_OUTCOME, study->outcome);
    }
  ty_record_set_text (record, TY_EDUCATION_DEGREE, study->degree);
  ty_record_take_text (record, TY_EDUCATION_SCHOOL, ty_sample_study_dup_place (study));
  ty_record_take_text (record, TY_EDUCATION_FROM_DATE, ty_sample_month_to_iso (study->from));
  ty_record_take_text (record, TY_EDUCATION_UNTIL_DATE, ty_sample_month_to_iso (study->until));
  return ty_table_insert (database, record, error);
}

/**
 * ty_sample_profile_write:
 * @profiles: what was given out so far
 * @person: a person
 * @married: whether
 * @error: a `TY_STORE_ERROR`
 *
 * Writes the person with backgrounds and education. Some values are left out, as they are in every
 * registry.
 *
 * Returns: its key, 0 on failure
 */
gint64
ty_sample_profile_write (TySampleProfiles      *profiles,
                         const TySamplePerson  *person,
                         gboolean               married,
                         GError               **error)
{
  TyDatabase *database = ty_store_get_database (profiles->store);
  gint64 id = write_person (profiles, person, married, error);
  gboolean level_known = ty_sample_draw_range (profiles->rand, 0, 99) != 50;
  gboolean grid = ty_sample_draw_percent (profiles->rand, 12);

  if (id == 0 || !write_background (database, id, person->source, error))
    return 0;
  if (grid && !g_str_equal (person->source, "grid_worker")
      && !write_background (database, id, "grid_worker", error))
    return 0;
  for (guint i = 0; i < person->n_studies; i++)
    if (!write_study (database, id, i + 1, &person->studies[i], level_known, error))
      return 0;

  return id;
}
