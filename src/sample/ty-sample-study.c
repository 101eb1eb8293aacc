/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-study"

#include "config.h"

#include "ty-sample-study.h"

#include "ty-sample-draw.h"

#define LAST_START 2017 /* so that who began it has finished */

typedef struct
{
  const char *name;
  const char *degree;
} Subject;

static const char *const universities[] = {
  "理工大学", "农林大学", "师范大学", "财经大学", "工业大学", "民族大学",
};
static const char *const colleges[] = {
  "职业技术学院", "农业职业学院", "交通职业学院", "师范专科学校", "财贸职业学院",
};
static const char *const open_schools[] = { "广播电视大学", "开放大学", "农林大学成人教育学院" };
static const Subject subjects[] = {
  { "土木工程", "408" },   { "农学", "409" },     { "行政管理", "412" },     { "法学", "403" },
  { "会计学", "412" },     { "园林", "409" },     { "汉语言文学", "405" },   { "动物医学", "409" },
  { "农林经济管理", "412" }, { "社会工作", "403" }, { "计算机科学与技术", "408" },
};
static const char *const college_subjects[] = {
  "行政管理", "会计", "现代农业技术", "畜牧兽医", "机电一体化", "法律事务", "电子商务", "园艺技术",
  "建筑工程技术", "农村经济管理",
};

/* The chances in a hundred of each full-time level, by the decade of birth. */
typedef struct
{
  int born_before;
  int university;
  int college;
  int secondary; /* specialised */
  int high;      /* the rest is junior high school */
} Chances;

static const Chances chances[] = {
  { 1965, 0, 3, 10, 47 },
  { 1975, 2, 7, 16, 45 },
  { 1985, 7, 20, 19, 38 },
  { 1993, 19, 40, 13, 22 },
  { 9999, 34, 46, 8, 10 },
};

static const char *
draw_full_time_level (GRand    *rand,
                      int       birth_year,
                      gboolean  college)
{
  const Chances *row = chances;
  int drawn;

  while (birth_year >= row->born_before)
    row++;
  drawn = college ? ty_sample_draw_range (rand, 0, row->university + row->college - 1)
                  : ty_sample_draw_range (rand, 0, 99);
  if (drawn < row->university)
    return "21";
  if (drawn < row->university + row->college)
    return "31";
  if (drawn < row->university + row->college + row->secondary)
    return drawn % 4 == 0 ? "36" : "35";
  if (drawn < row->university + row->college + row->secondary + row->high)
    return "37";

  return "38";
}

static void
fill_tertiary (TySampleStudy *study,
               GRand         *rand,
               int            birth_year)
{
  int start = birth_year + ty_sample_draw_range (rand, 18, 19);
  gboolean university = g_str_equal (study->level, "21");

  study->from = TY_SAMPLE_MONTH (start, 9);
  study->until = TY_SAMPLE_MONTH (start + (university ? 4 : 3), 7);
  if (university)
    {
      Subject subject = TY_SAMPLE_PICK (rand, subjects);

      study->school = TY_SAMPLE_PICK (rand, universities);
      study->subject = subject.name;
      study->degree = ty_sample_draw_percent (rand, 88) ? subject.degree : NULL;
    }
  else
    {
      study->school = TY_SAMPLE_PICK (rand, colleges);
      study->subject = TY_SAMPLE_PICK (rand, college_subjects);
    }
}

static void
draw_full_time (TySampleStudy *study,
                GRand         *rand,
                int            birth_year,
                gboolean       college)
{
  gboolean tertiary;

  study->mode = "fulltime";
  study->level = draw_full_time_level (rand, birth_year, college);
  study->outcome = "graduated";
  tertiary = ty_sample_study_is_college (study);
  if (tertiary)
    fill_tertiary (study, rand, birth_year);
  else
    study->until = TY_SAMPLE_MONTH (birth_year + (g_str_equal (study->level, "38") ? 16 : 19), 7);

  if (!college && ty_sample_draw_percent (rand, 3))
    {
      study->outcome = ty_sample_draw_percent (rand, 50) ? "completed" : "incomplete";
      study->degree = NULL;
    }
}

/* What people study beside their work: open schools, and the party schools, whose education is
 * always in service (field.md 3). */
static void
draw_in_service (TySampleStudy *study,
                 GRand         *rand,
                 int            birth_year,
                 gboolean       college)
{
  int drawn = ty_sample_draw_range (rand, 0, 99);
  int age = ty_sample_draw_range (rand, 27, 40);
  int start = MIN (birth_year + age, LAST_START - drawn % 2);

  study->mode = "inservice";
  study->outcome = "graduated";
  study->from = TY_SAMPLE_MONTH (start, 9);
  study->until = TY_SAMPLE_MONTH (start + 3, 7);
  study->school = TY_SAMPLE_PICK (rand, open_schools);
  study->subject = TY_SAMPLE_PICK (rand, college_subjects);
  if (college)
    study->level = drawn < 70 ? "21" : drawn < 90 ? "23" : "22";
  else
    study->level = drawn < 66 ? "31" : drawn < 86 ? "32" : drawn < 96 ? "23" : "34";
  if (g_str_equal (study->level, "23") || g_str_equal (study->level, "32"))
    study->school = "省委党校";
  else if (g_str_equal (study->level, "22") || g_str_equal (study->level, "34"))
    study->school = "中央党校函授学院";
  if (drawn % 12 == 5)
    {
      study->outcome = "studying";
      study->from = TY_SAMPLE_MONTH (2020, 9);
      study->until = 0;
    }
  else if (drawn % 12 == 7)
    study->outcome = drawn % 2 == 0 ? "completed" : "incomplete";
}

/**
 * ty_sample_study_draw:
 * @rand: the sample's generator
 * @birth_year: of the person
 * @college: whether it must be junior college or higher, full-time
 * @studies: (out): up to two
 *
 * Returns: how many
 */
guint
ty_sample_study_draw (GRand         *rand,
                      int            birth_year,
                      gboolean       college,
                      TySampleStudy  studies[2])
{
  gboolean tertiary;
  gboolean low;

  draw_full_time (&studies[0], rand, birth_year, college);
  tertiary = ty_sample_study_is_college (&studies[0]);
  low = g_str_equal (studies[0].level, "38");
  if (birth_year > 1991 || g_str_equal (studies[0].level, "21") || (low && birth_year < 1968)
      || !ty_sample_draw_percent (rand, low ? 10 : 34))
    return 1;

  draw_in_service (&studies[1], rand, birth_year, tertiary);
  return 2;
}

/**
 * ty_sample_study_is_college:
 * @self: a course of study
 *
 * Returns: whether it was completed at junior college level or higher
 */
gboolean
ty_sample_study_is_college (const TySampleStudy *self)
{
  static const char *const levels[] = { "21", "22", "23", "31", "32", "34", NULL };

  return g_str_equal (self->outcome, "graduated") && g_strv_contains (levels, self->level);
}

/**
 * ty_sample_study_dup_place:
 * @self: a course of study
 *
 * Returns: (transfer full) (nullable): school and subject with the word 专业 (field.md 1.5)
 */
char *
ty_sample_study_dup_place (const TySampleStudy *self)
{
  return self->school != NULL ? g_strconcat (self->school, self->subject, "专业", NULL) : NULL;
}
