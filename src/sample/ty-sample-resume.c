/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-resume"

#include "config.h"

#include "ty-sample-resume.h"

#include "ty-resume-entry.h"
#include "ty-sample-draw.h"
#include "ty-sample-post.h"
#include "ty-table.h"

/* How long somebody of whom we know no beginning had lived when the post began. */
#define UNKNOWN_START (31 * 12)
#define JOB_MONTHS 84

typedef struct
{
  TySampleMonth from;
  TySampleMonth until; /* 0: still */
  char *text;
} Segment;

static const struct
{
  const char *source;
  const char *texts[3];
} works[] = {
  { "veteran", { "中国人民解放军某部服役", "在外务工", "云屏县某企业职工" } },
  { "returning_graduate", { "省城某公司职员", "返乡创业", "云屏县电商服务中心工作人员" } },
  { "graduate", { "云屏县某企业职工", "在外务工", "云屏县中心小学代课教师" } },
  { "able_farmer", { "在家务农", "从事特色种植", "创办家庭农场" } },
  { "farming_expert", { "在家务农", "从事畜禽养殖", "创办养殖场" } },
  { "returned_business", { "在外务工", "在外经商", "返乡创办建材经营部" } },
  { "business_owner", { "学徒", "从事个体经营", "经营农资门市部" } },
  { "cooperative_head", { "在家务农", "在外务工", "云屏县某种植专业合作社理事长" } },
  { "doctor_teacher", { "村卫生室学徒", "乡村医生", "乡村医生" } },
  { "family_planning", { "在家务农", "村民小组计生员", "村计生专干" } },
  { "grid_worker", { "在外务工", "从事个体经营", "村网格员" } },
  { "volunteer", { "服务基层志愿者", "云屏县某企业职工", "在外务工" } },
  { "village_official", { "大学生村官", "云屏县某企业职工", "返乡创业" } },
};
static const char *const office_works[] = {
  "云屏县农业农村局干部", "云屏县民政局干部", "云屏县教育局干部", "云屏县水利局干部",
  "云屏县委办公室干部", "云屏县财政局干部", "云屏县林业局干部",
};

static void
segment_clear (gpointer data)
{
  g_free (((Segment *) data)->text);
}

static void
add_segment (GArray        *segments,
             TySampleMonth  from,
             TySampleMonth  until,
             char          *text)
{
  Segment segment = { from, until, text };

  g_array_append_val (segments, segment);
}

static TySampleMonth
begin_of (const TySamplePerson  *person,
          const TySampleHolding *holding)
{
  int year;

  if (holding->from != 0)
    return holding->from;

  year = (ty_sample_person_birth_month (person) + UNKNOWN_START) / 12;
  return TY_SAMPLE_YEAR (MIN (year, 2004));
}

static gboolean
is_office_worker (const TySamplePerson *person)
{
  const TySampleHolding *first = NULL;

  if (person->holdings->len > 0)
    first = g_ptr_array_index (person->holdings, 0);
  return first != NULL && (first->post[0] == 'T' || first->post[0] == 'X');
}

static const char *
pick_work (const TySamplePerson *person,
           GRand                *rand,
           int                   index)
{
  if (is_office_worker (person))
    return TY_SAMPLE_PICK (rand, office_works);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (works[i].source, person->source))
      return works[i].texts[MIN (index, 2)];

  return works[0].texts[1];
}

/* Study and work before the first post. */
static void
add_early_life (GArray               *segments,
                const TySamplePerson *person,
                GRand                *rand,
                TySampleMonth         end)
{
  const TySampleStudy *study = &person->studies[0];
  TySampleMonth from = person->work_date;
  int n = CLAMP ((end - from) / JOB_MONTHS, 1, 3);

  if (study->school != NULL)
    {
      g_autofree char *place = ty_sample_study_dup_place (study);

      add_segment (segments, study->from, from, g_strconcat (place, "学习", NULL));
    }
  for (int i = 0; i < n && from < end; i++)
    {
      TySampleMonth until
        = i + 1 == n ? end : ty_sample_month_known (from + (end - from) / (n - i));

      add_segment (segments, from, until, g_strdup (pick_work (person, rand, i)));
      from = until;
    }
}

static int
compare_months (gconstpointer a,
                gconstpointer b)
{
  return *(const TySampleMonth *) a - *(const TySampleMonth *) b;
}

/* Every month in which a post began or ended, in their order, each once. */
static GArray *
collect_changes (const TySamplePerson *person)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (TySampleMonth));
  GArray *months = g_array_new (FALSE, FALSE, sizeof (TySampleMonth));

  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);
      TySampleMonth begin = begin_of (person, holding);

      g_array_append_val (all, begin);
      if (holding->until != 0)
        g_array_append_val (all, holding->until);
    }
  g_array_sort (all, compare_months);
  for (guint i = 0; i < all->len; i++)
    if (i == 0
        || g_array_index (all, TySampleMonth, i) != g_array_index (all, TySampleMonth, i - 1))
      g_array_append_val (months, g_array_index (all, TySampleMonth, i));

  return months;
}

static void
add_posts (GArray               *segments,
           const TySamplePerson *person,
           GArray               *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      TySampleMonth from = g_array_index (changes, TySampleMonth, i);
      gboolean last = i + 1 == changes->len;
      TySampleMonth until = last ? 0 : g_array_index (changes, TySampleMonth, i + 1);
      char *text = ty_sample_post_dup_posts (person, from);

      if (text == NULL && last && ty_sample_person_is_dead (person))
        return;
      if (text == NULL)
        text = g_strdup (is_office_worker (person) ? "云屏县直机关干部"
                         : ty_sample_person_age (person, from) >= 60 ? "离任后居家"
                                                                     : "在家务农");
      add_segment (segments, from, until, text);
    }
}

/* All of a life without a post; what was done last goes on. */
static void
add_life (GArray               *segments,
          const TySamplePerson *person,
          GRand                *rand)
{
  add_early_life (segments, person, rand, TY_SAMPLE_END);
  g_array_index (segments, Segment, segments->len - 1).until = 0;
}

/* A study in service follows the segment in which it ended, in brackets (field.md 6.1). */
static void
add_side_track (GArray               *segments,
                const TySamplePerson *person)
{
  const TySampleStudy *study = &person->studies[1];

  if (person->n_studies < 2 || study->until == 0)
    return;
  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = &g_array_index (segments, Segment, i);
      g_autofree char *text = segment->text;
      g_autofree char *place = ty_sample_study_dup_place (study);
      g_autofree char *from = ty_sample_month_to_text (study->from);
      g_autofree char *until = ty_sample_month_to_text (study->until);
      gboolean ended = study->until > segment->from
                       && (segment->until == 0 || study->until <= segment->until);

      segment->text = ended ? g_strdup_printf ("%s（其间：%s--%s  %s学习）", text, from, until, place)
                            : g_steal_pointer (&text);
      if (ended)
        return;
    }
}

/**
 * ty_sample_resume_write:
 * @person: a person
 * @id: its key
 * @rand: the sample's generator
 * @database: the connection for writing
 * @error: a `TY_STORE_ERROR`
 *
 * Writes a résumé without gaps, from study or first job to the present post. (field.md 6.1)
 *
 * Returns: whether it was written
 */
gboolean
ty_sample_resume_write (const TySamplePerson  *person,
                        gint64                 id,
                        GRand                 *rand,
                        TyDatabase            *database,
                        GError               **error)
{
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_autoptr(GArray) changes = collect_changes (person);

  g_array_set_clear_func (segments, segment_clear);
  if (changes->len > 0)
    {
      add_early_life (segments, person, rand, g_array_index (changes, TySampleMonth, 0));
      add_posts (segments, person, changes);
    }
  else
    add_life (segments, person, rand);
  add_side_track (segments, person);

  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = &g_array_index (segments, Segment, i);
      g_autoptr(TyResumeEntry) entry = ty_resume_entry_new ();
      TyRecord *record = TY_RECORD (entry);

      ty_record_set_integer (record, TY_RESUME_ENTRY_PERSON, id);
      ty_record_set_integer (record, TY_RESUME_ENTRY_ID, i + 1);
      ty_record_take_text (record, TY_RESUME_ENTRY_FROM_DATE,
                           ty_sample_month_to_iso (segment->from));
      ty_record_take_text (record, TY_RESUME_ENTRY_UNTIL_DATE,
                           ty_sample_month_to_iso (segment->until));
      ty_record_set_text (record, TY_RESUME_ENTRY_TEXT, segment->text);
      if (!ty_table_insert (database, record, error))
        return FALSE;
    }
  return TRUE;
}
