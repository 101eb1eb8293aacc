/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-family"

#include "config.h"

#include "ty-sample-family.h"

#include "ty-family-member.h"
#include "ty-sample-draw.h"
#include "ty-sample-name.h"
#include "ty-table.h"

#define THIS_YEAR 2021

typedef struct
{
  const TySamplePerson *person;
  gint64 id;
  GRand *rand;
  TyDatabase *database;
  int n; /* how many are written */
} Family;

static const char *const adult_works[] = {
  "务农", "务农", "在外务工", "个体经营", "云屏县某企业职工", "云屏县中心小学教师",
  "云屏县人民医院护士", "自由职业", "云屏县邮政局职工",
};

static char *
dup_occupation (Family *self,
                int     year)
{
  int age = THIS_YEAR - year;

  if (age < 4)
    return g_strdup ("学龄前儿童");
  if (age < 7)
    return g_strdup ("云屏县幼儿园");
  if (age < 13)
    return g_strdup ("云屏县第二小学学生");
  if (age < 19)
    return g_strdup ("云屏县第二中学学生");
  if (age < 23)
    return g_strdup ("省农林大学学生");
  if (age < 62)
    return g_strdup (TY_SAMPLE_PICK (self->rand, adult_works));
  if (age < 76 || ty_sample_draw_percent (self->rand, 55))
    return g_strdup (ty_sample_draw_percent (self->rand, 20) ? "云屏县粮站职工（已退休）" : "村民");

  return g_strdup ("村民（已去世）");
}

static const char *
draw_political (Family *self,
                int     year)
{
  int drawn = ty_sample_draw_range (self->rand, 0, 99);

  if (drawn < 4)
    return NULL;
  if (THIS_YEAR - year < 28)
    return THIS_YEAR - year >= 14 && drawn < 60 ? "03" : "13";

  return drawn < 20 ? "01" : "13";
}

static gboolean
add_member (Family      *self,
            const char  *relation,
            const char  *surname,
            int          sex,
            int          year,
            GError     **error)
{
  g_autoptr(TyFamilyMember) member = ty_family_member_new ();
  TyRecord *record = TY_RECORD (member);
  int month = ty_sample_draw_range (self->rand, 1, 12);

  self->n++;
  ty_record_set_integer (record, TY_FAMILY_MEMBER_PERSON, self->id);
  ty_record_set_integer (record, TY_FAMILY_MEMBER_ID, self->n);
  ty_record_set_integer (record, TY_FAMILY_MEMBER_POSITION, self->n);
  ty_record_set_text (record, TY_FAMILY_MEMBER_RELATION, relation);
  ty_record_take_text (record, TY_FAMILY_MEMBER_NAME,
                       ty_sample_name_new (self->rand, surname, self->person->ethnicity, sex,
                                           year));
  ty_record_take_text (record, TY_FAMILY_MEMBER_BIRTH, g_strdup_printf ("%04d-%02d", year, month));
  ty_record_set_text (record, TY_FAMILY_MEMBER_POLITICAL, draw_political (self, year));
  ty_record_take_text (record, TY_FAMILY_MEMBER_OCCUPATION, dup_occupation (self, year));
  return ty_table_insert (self->database, record, error);
}

static const char *
other_surname (Family *self)
{
  return ty_sample_name_pick_surname (self->rand, self->person->ethnicity);
}

/* Only one child of a sex is son or daughter; of two, each has a number (field.md 6.4). */
static const char *
child_relation (int  sex,
                int  other,
                int  index)
{
  if (sex != other)
    return sex == 1 ? "14" : "15";
  if (sex == 1)
    return index == 0 ? "20" : "21";

  return index == 0 ? "28" : "29";
}

static gboolean
add_children (Family      *self,
              const char  *surname,
              GError     **error)
{
  int year = self->person->birth.year + ty_sample_draw_range (self->rand, 23, 28);
  int n = ty_sample_draw_percent (self->rand, 45) ? 2 : 1;
  int sexes[2]
    = { ty_sample_draw_range (self->rand, 1, 2), ty_sample_draw_range (self->rand, 1, 2) };

  for (int i = 0; i < n && year <= THIS_YEAR - 1; i++)
    {
      int other = n == 2 && year + 3 <= THIS_YEAR - 1 ? sexes[1 - i] : i == 0 ? 0 : sexes[0];

      if (!add_member (self, child_relation (sexes[i], other, i), surname, sexes[i], year, error))
        return FALSE;
      year += 3;
    }
  return TRUE;
}

static gboolean
add_parents (Family  *self,
             GError **error)
{
  int father = self->person->birth.year - ty_sample_draw_range (self->rand, 23, 31);
  int mother = father + ty_sample_draw_range (self->rand, 0, 3);

  return add_member (self, "10", self->person->surname, 1, father, error)
         && add_member (self, "11", other_surname (self), 2, mother, error);
}

/**
 * ty_sample_family_write:
 * @person: a person
 * @id: its key
 * @married: whether there is a spouse
 * @rand: the sample's generator
 * @database: the connection for writing
 * @error: a `TY_STORE_ERROR`
 *
 * Writes two to five members: spouse, children from the eldest, parents. (field.md 6.4)
 *
 * Returns: whether they were written
 */
gboolean
ty_sample_family_write (const TySamplePerson  *person,
                        gint64                 id,
                        gboolean               married,
                        GRand                 *rand,
                        TyDatabase            *database,
                        GError               **error)
{
  Family self = { person, id, rand, database, 0 };

  if (married)
    {
      const char *surname = other_surname (&self);
      gboolean man = person->sex == 1;
      int year = person->birth.year + ty_sample_draw_range (rand, man ? 0 : -4, man ? 4 : 0);

      if (!add_member (&self, man ? "13" : "12", surname, man ? 2 : 1, year, error)
          || !add_children (&self, man ? person->surname : surname, error))
        return FALSE;
    }
  if (self.n >= 2 && person->birth.year < 1966 && ty_sample_draw_percent (rand, 70))
    return TRUE;

  return add_parents (&self, error);
}
