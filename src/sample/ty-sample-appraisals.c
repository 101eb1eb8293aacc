/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-appraisals"

#include "config.h"

#include "ty-sample-appraisals.h"

#include "ty-appraisal.h"
#include "ty-sample-draw.h"
#include "ty-table.h"

#include <string.h>

/* Appraisals of secretaries and heads each half-year and year, and of some specialists each month. The
 * generator is one of its own. */

#define APPRAISALS_SEED 0x61707072u
#define FIRST_YEAR 2020
#define LAST_YEAR 2025

typedef struct
{
  TyStore *store;
  GRand *rand;
  const TySamplePerson *person;
  int usual; /* score, in tenths */
} Appraised;

static const char *
find_grade (int score)
{
  return score >= 900 ? "excellent" : score >= 750 ? "good" : score >= 600 ? "fair" : "poor";
}

static gboolean
holds (const TySamplePerson *person,
       TySampleMonth         month,
       const char           *posts)
{
  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->from < month && (holding->until == 0 || holding->until > month)
          && strstr (posts, holding->post) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_appraisal (Appraised   *self,
                 int          year,
                 const char  *period,
                 const char  *kind,
                 const char  *by,
                 GError     **error)
{
  g_autoptr(TyAppraisal) row = ty_appraisal_new ();
  TyRecord *record = TY_RECORD (row);
  int score = CLAMP (self->usual + ty_sample_draw_range (self->rand, -70, 70), 480, 985);

  ty_record_set_integer (record, TY_APPRAISAL_PERSON, self->person->id);
  ty_record_set_integer (record, TY_APPRAISAL_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_APPRAISAL_YEAR, year);
  ty_record_set_text (record, TY_APPRAISAL_PERIOD, period);
  ty_record_set_text (record, TY_APPRAISAL_KIND, kind);
  if (strcmp (kind, "analysis") != 0)
    ty_record_take_text (record, TY_APPRAISAL_SCORE,
                         g_strdup_printf (score % 10 == 0 ? "%d" : "%d.%d", score / 10, score % 10));
  ty_record_set_text (record, TY_APPRAISAL_GRADE, find_grade (score));
  ty_record_set_text (record, TY_APPRAISAL_APPRAISED_BY, by);
  if (score < 600)
    ty_record_set_text (record, TY_APPRAISAL_REMARK, "约谈提醒，限期改进");
  return ty_table_insert (ty_store_get_database (self->store), record, error);
}

static gboolean
write_year (Appraised  *self,
            int         year,
            GError    **error)
{
  const TySamplePerson *person = self->person;

  if (holds (person, TY_SAMPLE_MONTH (year, 6), "D1 C1 J1")
      && !write_appraisal (self, year, "H1", "analysis", "乡镇党委", error))
    return FALSE;
  if (holds (person, TY_SAMPLE_MONTH (year, 12), "D1 C1 J1")
      && !write_appraisal (self, year, "H2", "analysis", "乡镇党委", error))
    return FALSE;
  if (holds (person, TY_SAMPLE_MONTH (year, 12), "D1")
      && !write_appraisal (self, year, "Y", "reports", "乡镇党委、党员群众代表", error))
    return FALSE;

  return TRUE;
}

static gboolean
write_months (Appraised  *self,
              GError    **error)
{
  for (int month = 7; month <= 12; month++)
    {
      char period[8];

      g_snprintf (period, sizeof period, "M%02d", month);
      if (holds (self->person, TY_SAMPLE_MONTH (2021, month), "P9")
          && !write_appraisal (self, 2021, period, "monthly", "乡镇组织办", error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_sample_appraisals_write:
 * @world: the sample, whose people were written
 * @seed: the seed of the sample
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the appraisals of some years were written
 */
gboolean
ty_sample_appraisals_write (TySampleWorld  *world,
                            guint32         seed,
                            TyStore        *store,
                            GError        **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed ^ APPRAISALS_SEED);

  for (guint i = 0; i < world->people->len; i++)
    {
      Appraised appraised = { store, rand, g_ptr_array_index (world->people, i),
                              ty_sample_draw_middle (rand, 620, 960) };

      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
        if (!write_year (&appraised, year, error))
          return FALSE;
      if (i % 3 == 0 && !write_months (&appraised, error))
        return FALSE;
    }
  return TRUE;
}
