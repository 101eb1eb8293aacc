/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-training"

#include "config.h"

#include "ty-sample-training.h"

#include "ty-attendance.h"
#include "ty-course.h"
#include "ty-sample-draw.h"
#include "ty-sample-pools.h"
#include "ty-sample-years.h"
#include "ty-table.h"

#include <string.h>

/* Courses and who took part in them. A rotation class has the three days that everybody needs; who misses
 * it, and goes to nothing else, is below the minimum. The generator is one of its own. */

#define TRAINING_SEED 0x74726169u
#define FIRST_YEAR 2019

/* Whom a course is for, by posts. */
typedef enum
{
  FOR_HEADS,
  FOR_MEMBERS,
  FOR_SPECIALISTS,
  FOR_RESERVES,
} Audience;

typedef struct
{
  Audience audience;
  const char *name; /* with the year before it */
  const char *kind;
  const char *level;
  int month;
  int first;        /* day of the month */
  int days;         /* halves of a day */
  int percent;      /* who goes there */
  const char *place;
  const char *organiser;
} Plan;

static const Plan plans[] = {
  { FOR_HEADS, "年村（社区）党组织书记、主任轮训班", "rotation", "county", 4, 12, 6, 91, "县委党校", "县委组织部" },
  { FOR_HEADS, "年村党组织书记网络专题班", "online", "city", 8, 2, 2, 55, NULL, "市委组织部" },
  { FOR_HEADS, "年发展壮大村级集体经济现场观摩", "visit", "county", 10, 20, 3, 24, "邻县示范村", "县农业农村局" },
  { FOR_MEMBERS, "年村（社区）“两委”成员集中培训", "class", "township", 6, 8, 4, 46, "乡镇党校", "乡镇党委" },
  { FOR_SPECIALISTS, "年党建专干读书班", "reading", "county", 5, 18, 2, 78, "县委党校", "县委组织部" },
  { FOR_SPECIALISTS, "年党建专干业务比武", "exchange", "county", 9, 15, 4, 60, "县委党校", "县委组织部" },
  { FOR_RESERVES, "年村级后备干部跟班学习", "visit", "township", 7, 5, 10, 42, "乡镇站所", "乡镇党委" },
};

typedef struct
{
  TySampleWorld *world;
  TyStore *store;
  GRand *rand;
  const Plan *plan;
  int year;
  gint64 course;
  guint n_certificates;
} Training;

static char *
dup_day (const Training *self,
         int             day)
{
  return g_strdup_printf ("%04d-%02d-%02d", self->year, self->plan->month, day);
}

static char *
dup_days (int halves)
{
  return g_strdup_printf (halves % 2 == 0 ? "%d" : "%d.5", halves / 2);
}

static gboolean
write_course (Training  *self,
              GError   **error)
{
  const Plan *plan = self->plan;
  g_autoptr(TyCourse) course = ty_course_new ();
  TyRecord *record = TY_RECORD (course);

  self->course = ty_store_mint_id (self->store);
  ty_record_set_integer (record, TY_COURSE_ID, self->course);
  ty_record_take_text (record, TY_COURSE_NAME, g_strdup_printf ("%d %s", self->year, plan->name));
  ty_record_set_text (record, TY_COURSE_KIND, plan->kind);
  ty_record_set_text (record, TY_COURSE_LEVEL, plan->level);
  ty_record_take_text (record, TY_COURSE_FROM_DATE, dup_day (self, plan->first));
  ty_record_take_text (record, TY_COURSE_UNTIL_DATE, dup_day (self, plan->first + (plan->days - 1) / 2));
  ty_record_take_text (record, TY_COURSE_DAYS, dup_days (plan->days));
  ty_record_set_text (record, TY_COURSE_PLACE, plan->place);
  ty_record_set_text (record, TY_COURSE_ORGANISER, plan->organiser);
  return ty_table_insert (ty_store_get_database (self->store), record, error);
}

static gboolean
is_post_of (Audience    audience,
            const char *post)
{
  switch (audience)
    {
    case FOR_HEADS:
      return strcmp (post, "D1") == 0 || strcmp (post, "C1") == 0 || strcmp (post, "J1") == 0;
    case FOR_MEMBERS:
      return strchr ("DCJ", *post) != NULL && post[1] != '1';
    case FOR_SPECIALISTS:
      return strcmp (post, "P9") == 0;
    case FOR_RESERVES:
    default:
      return FALSE;
    }
}

static gboolean
is_invited (const Training       *self,
            const TySamplePerson *person)
{
  TySampleMonth month = TY_SAMPLE_MONTH (self->year, self->plan->month);

  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->from < month && (holding->until == 0 || holding->until > month)
          && is_post_of (self->plan->audience, holding->post))
        return TRUE;
    }
  return FALSE;
}

static void
fill_result (Training *self,
             TyRecord *record)
{
  int drawn = ty_sample_draw_range (self->rand, 0, 99);
  gboolean rotation = strcmp (self->plan->kind, "rotation") == 0;

  if (drawn < 3)
    {
      ty_record_set_text (record, TY_ATTENDANCE_RESULT, "absent");
      ty_record_set_text (record, TY_ATTENDANCE_DAYS, "0");
      ty_record_set_text (record, TY_ATTENDANCE_NOTE, "请假");
      return;
    }
  if (drawn < 8 && self->plan->days > 2)
    ty_record_take_text (record, TY_ATTENDANCE_DAYS,
                         dup_days (ty_sample_draw_range (self->rand, 1, self->plan->days - 1)));
  ty_record_set_text (record, TY_ATTENDANCE_RESULT,
                      drawn < 8 ? "attended" : drawn > 92 ? "excellent" : rotation ? "passed" : "attended");
  if (rotation && drawn >= 8)
    ty_record_take_text (record, TY_ATTENDANCE_CERTIFICATE,
                         g_strdup_printf ("云组训〔%d〕%u 号", self->year, ++self->n_certificates));
}

static gboolean
write_attendance (Training              *self,
                  const TySamplePerson  *person,
                  GError               **error)
{
  g_autoptr(TyAttendance) row = ty_attendance_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_integer (record, TY_ATTENDANCE_PERSON, person->id);
  ty_record_set_integer (record, TY_ATTENDANCE_COURSE, self->course);
  fill_result (self, record);
  return ty_table_insert (ty_store_get_database (self->store), record, error);
}

static gboolean
write_officers (Training  *self,
                GError   **error)
{
  GPtrArray *people = self->world->people;

  for (guint i = 0; i < people->len; i++)
    {
      const TySamplePerson *person = g_ptr_array_index (people, i);

      if (is_invited (self, person) && ty_sample_draw_percent (self->rand, self->plan->percent)
          && !write_attendance (self, person, error))
        return FALSE;
    }
  return TRUE;
}

/* Somebody may be in the pool for several posts. */
static gboolean
write_reserves (Training  *self,
                GError   **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  TySampleMonth month = TY_SAMPLE_MONTH (self->year, self->plan->month);

  for (guint i = 0; i < self->world->reserves->len; i++)
    {
      const TySampleReserve *reserve = g_ptr_array_index (self->world->reserves, i);

      if (reserve->from < month && (reserve->until == 0 || reserve->until > month)
          && g_hash_table_add (seen, reserve->person)
          && ty_sample_draw_percent (self->rand, self->plan->percent)
          && !write_attendance (self, reserve->person, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_sample_training_write:
 * @world: the sample, whose people were written
 * @seed: the seed of the sample
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the courses of some years, and who took part in them, were written
 */
gboolean
ty_sample_training_write (TySampleWorld  *world,
                          guint32         seed,
                          TyStore        *store,
                          GError        **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed ^ TRAINING_SEED);

  for (int year = FIRST_YEAR; year <= TY_SAMPLE_LAST_YEAR; year++)
    for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
      {
        Training training = { world, store, rand, &plans[i], year, 0, 0 };

        if (!write_course (&training, error)
            || !(plans[i].audience == FOR_RESERVES ? write_reserves (&training, error)
                                                   : write_officers (&training, error)))
          return FALSE;
      }
  return TRUE;
}
