/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-merits"

#include "config.h"

#include "ty-sample-merits.h"

#include "ty-annual-result.h"
#include "ty-honour.h"
#include "ty-penalty.h"
#include "ty-sample-draw.h"
#include "ty-table.h"

typedef struct
{
  const char *title;
  const char *granted_by;
  gboolean party;
} Honour;

static const Honour honours[] = {
  { "优秀共产党员", "县委", TRUE },
  { "优秀党务工作者", "县委", TRUE },
  { "担当作为好支书", "市委组织部", TRUE },
  { "脱贫攻坚先进个人", "县委、县政府", FALSE },
  { "“最美村干部”", "县委宣传部", FALSE },
  { "人居环境整治先进个人", "县政府", FALSE },
  { "疫情防控先进个人", "县委、县政府", FALSE },
  { "优秀共产党员", "乡镇党委", TRUE },
  { "平安建设先进个人", "县委政法委", FALSE },
  { "“三八”红旗手", "县妇联", FALSE },
};
#define WOMEN_ONLY (G_N_ELEMENTS (honours) - 1)

static gboolean
add_honour (const TySamplePerson  *person,
            gint64                 id,
            int                    number,
            int                    year,
            GRand                 *rand,
            TyDatabase            *database,
            GError               **error)
{
  g_autoptr(TyHonour) honour = ty_honour_new ();
  TyRecord *record = TY_RECORD (honour);
  guint drawn = (guint) ty_sample_draw_range (rand, 0, G_N_ELEMENTS (honours) - 1);

  if ((drawn == WOMEN_ONLY && person->sex != 2)
      || (honours[drawn].party && person->party_date == 0))
    drawn = 5;
  ty_record_set_integer (record, TY_HONOUR_PERSON, id);
  ty_record_set_integer (record, TY_HONOUR_ID, number);
  ty_record_take_text (record, TY_HONOUR_DATE, g_strdup_printf ("%04d-07", year));
  ty_record_set_text (record, TY_HONOUR_TITLE, honours[drawn].title);
  ty_record_set_text (record, TY_HONOUR_GRANTED_BY, honours[drawn].granted_by);
  return ty_table_insert (database, record, error);
}

static gboolean
add_honours (const TySamplePerson  *person,
             gint64                 id,
             GRand                 *rand,
             TyDatabase            *database,
             GError               **error)
{
  int first = MAX (ty_sample_person_start (person) / 12 + 1, 2012);
  int last = ty_sample_person_is_in_office (person) ? 2021 : ty_sample_person_end (person) / 12 - 1;
  int n = ty_sample_draw_percent (rand, 34) ? ty_sample_draw_range (rand, 1, 3) : 0;
  int year = first;

  for (int i = 0; i < n && year <= last; i++)
    {
      year = ty_sample_draw_range (rand, year, MIN (year + 4, last));
      if (!add_honour (person, id, i + 1, year, rand, database, error))
        return FALSE;
      year++;
    }
  return TRUE;
}

/* Whether a post lasted at the end of the year, and since when. */
static gboolean
held_at_end_of (const TySamplePerson *person,
                int                   year,
                TySampleMonth        *since)
{
  TySampleMonth end = TY_SAMPLE_MONTH (year, 12);

  *since = end + 1;
  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->from <= end && (holding->until == 0 || holding->until > end))
        *since = MIN (*since, holding->from);
    }
  return *since <= end;
}

static const char *
draw_result (GRand         *rand,
             TySampleMonth  since,
             int            year)
{
  int drawn = ty_sample_draw_range (rand, 0, 199);

  if (since > TY_SAMPLE_MONTH (year, 6))
    return drawn < 40 ? "5" : NULL;

  return drawn < 36 ? "1" : drawn < 192 ? "2" : drawn < 198 ? "3" : "4";
}

static gboolean
add_results (const TySamplePerson  *person,
             gint64                 id,
             GRand                 *rand,
             TyDatabase            *database,
             GError               **error)
{
  for (int year = 2018; year <= 2021; year++)
    {
      g_autoptr(TyAnnualResult) result = NULL;
      TySampleMonth since;
      const char *key = NULL;

      if (held_at_end_of (person, year, &since))
        key = draw_result (rand, since, year);
      if (key == NULL)
        continue;

      result = ty_annual_result_new ();
      ty_record_set_integer (TY_RECORD (result), TY_ANNUAL_RESULT_PERSON, id);
      ty_record_set_integer (TY_RECORD (result), TY_ANNUAL_RESULT_YEAR, year);
      ty_record_set_text (TY_RECORD (result), TY_ANNUAL_RESULT_RESULT, key);
      if (!ty_table_insert (database, TY_RECORD (result), error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const char *title;
  const char *reason;
  const char *decided_by;
  int months; /* for how long it is in effect */
} Penalty;

static const Penalty penalties[] = {
  { "党内警告处分", "违规发放补贴", "县纪委监委", 12 },
  { "党内严重警告处分", "集体资产管理不力", "县纪委监委", 18 },
  { "诫勉", "工作不落实", "乡镇党委", 6 },
};

/* One in forty of those who serve or served, by the name and not by the generator, so that nothing else
 * of the sample is another. */
static gboolean
add_penalty (const TySamplePerson  *person,
             gint64                 id,
             TyDatabase            *database,
             GError               **error)
{
  guint drawn = g_str_hash (person->name) ^ (person->birth.year * 12 + person->birth.month);
  const Penalty *penalty = &penalties[drawn / 40 % G_N_ELEMENTS (penalties)];
  int month = 2019 * 12 + (int) (drawn / 120 % 36);
  g_autoptr(TyPenalty) row = NULL;
  TyRecord *record;

  if (drawn % 40 != 0 || person->party_date == 0 || !ty_sample_person_is_in_office (person)
      || month <= ty_sample_person_start (person))
    return TRUE;

  row = ty_penalty_new ();
  record = TY_RECORD (row);
  ty_record_set_integer (record, TY_PENALTY_PERSON, id);
  ty_record_set_integer (record, TY_PENALTY_ID, 1);
  ty_record_take_text (record, TY_PENALTY_DATE,
                       g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1));
  ty_record_set_text (record, TY_PENALTY_TITLE, penalty->title);
  ty_record_set_text (record, TY_PENALTY_REASON, penalty->reason);
  ty_record_set_text (record, TY_PENALTY_DECIDED_BY, penalty->decided_by);
  month += penalty->months;
  ty_record_take_text (record, TY_PENALTY_UNTIL_DATE,
                       g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1));
  return ty_table_insert (database, record, error);
}

/**
 * ty_sample_merits_write:
 * @person: a person
 * @id: its key
 * @rand: the sample's generator
 * @database: the connection for writing
 * @error: a `TY_STORE_ERROR`
 *
 * Writes honours of some, penalties of a few and the yearly appraisals of all who served.
 *
 * Returns: whether they were written
 */
gboolean
ty_sample_merits_write (const TySamplePerson  *person,
                        gint64                 id,
                        GRand                 *rand,
                        TyDatabase            *database,
                        GError               **error)
{
  return add_honours (person, id, rand, database, error)
         && add_penalty (person, id, database, error)
         && add_results (person, id, rand, database, error);
}
