/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-plan"

#include "config.h"

#include "ty-pairing-plan-private.h"

#include "ty-exclusion.h"
#include "ty-pairing-table.h"
#include "ty-table.h"
#include "ty-wish.h"

#include <string.h>

/* What is between mentees and mentors beside their pairings: wishes, what was excluded, families, who leads
 * whom. */

/* Notes what is between two, if they are a mentee and a mentor of the plan. */
void
ty_pairing_pool_add_tie (TyPairingPool *self,
         gint64    mentee,
         gint64    mentor,
         TyFitTie  ties)
{
  GArray *of_mentee;
  guint numbers[2];
  guint place = 0;

  if (!ty_pairing_plan_find_number (self->plan->mentees, mentee, &numbers[0])
      || !ty_pairing_plan_find_number (self->plan->mentors, mentor, &numbers[1]))
    return;

  of_mentee = g_ptr_array_index (self->plan->ties, numbers[0]);
  while (place < of_mentee->len && g_array_index (of_mentee, TyPlanTie, place).mentor < numbers[1])
    place++;
  if (place < of_mentee->len && g_array_index (of_mentee, TyPlanTie, place).mentor == numbers[1])
    g_array_index (of_mentee, TyPlanTie, place).ties |= ties;
  else
    {
      TyPlanTie tie = { numbers[1], ties };

      g_array_insert_val (of_mentee, place, tie);
    }
}

/* Finds somebody in the columns. */
gboolean
ty_pairing_pool_find_chunk (TyPairingPool *self,
            gint64           person,
            const TyChunk  **chunk,
            guint           *index)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  guint32 row;

  if (!ty_columns_find_person (columns, person, &row))
    return FALSE;
  *chunk = ty_columns_get_chunk (columns, row >> TY_CHUNK_SHIFT);
  *index = row & (TY_CHUNK_PEOPLE - 1);
  return TRUE;
}

/* Both tables have who says it, and about whom. */
static gboolean
read_between (TyPairingPool *self,
              const TyRecordInfo  *info,
              GError             **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (self->database, info, "ORDER BY person, id", error);
  g_autoptr(GPtrArray) rows = statement != NULL ? ty_table_collect (statement, info, error) : NULL;
  gboolean excludes = info == &ty_exclusion_info;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      gint64 person = ty_record_get_integer (row, TY_WISH_PERSON);
      gint64 other = ty_record_get_integer (row, TY_WISH_OTHER);

      ty_pairing_pool_add_tie (self, person, other, excludes ? TY_FIT_TIE_EXCLUDED : TY_FIT_TIE_WISHED_BY_MENTEE);
      ty_pairing_pool_add_tie (self, other, person, excludes ? TY_FIT_TIE_EXCLUDED : TY_FIT_TIE_WISHED_BY_MENTOR);
    }
  return rows != NULL;
}

/* Births as far as both are known; who is not known more closely may be the one. */
static gboolean
may_be_born (const char *birth,
             const char *other)
{
  gsize n;

  if (birth == NULL || other == NULL)
    return TRUE;
  n = MIN (MIN (strlen (birth), strlen (other)), strlen ("1978-05"));
  return strncmp (birth, other, n) == 0;
}

typedef struct
{
  gint64 person;
  const char *birth;
} Namesake;

static void
add_namesake (GHashTable *by_name,
              const char *name,
              gint64      person,
              const char *birth)
{
  GArray *all = g_hash_table_lookup (by_name, name);
  Namesake one = { person, birth };

  if (all == NULL)
    {
      all = g_array_new (FALSE, FALSE, sizeof (Namesake));
      g_hash_table_insert (by_name, (gpointer) name, all);
    }
  g_array_append_val (all, one);
}

static gint64 *
collect_people (TyPairingPool *self,
                GHashTable *by_name,
                guint      *n)
{
  TyPairingPlan *plan = self->plan;
  gint64 *people = g_new (gint64, plan->mentees->len + plan->mentors->len + 1);

  *n = 0;
  for (guint i = 0; i < plan->mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (plan->mentees, i);

      people[(*n)++] = mentee->fit.person;
      add_namesake (by_name, mentee->name, mentee->fit.person, g_ptr_array_index (self->births, i));
    }
  for (guint i = 0; i < plan->mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (plan->mentors, i);

      people[(*n)++] = mentor->fit.person;
      add_namesake (by_name, mentor->name, mentor->fit.person,
                    ((TyMentorRow *) g_ptr_array_index (self->mentor_rows, i))->birth);
    }
  return people;
}

static gboolean
read_relatives (TyPairingPool *self,
                GError **error)
{
  g_autoptr(GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                         (GDestroyNotify) g_array_unref);
  guint n_people;
  g_autofree gint64 *people = collect_people (self, by_name, &n_people);
  g_autoptr(GPtrArray) rows = ty_pairing_table_list_family (self->database, people, n_people, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyPairingTextRow *row = g_ptr_array_index (rows, i);
      GArray *namesakes = row->name != NULL ? g_hash_table_lookup (by_name, row->name) : NULL;

      for (guint j = 0; namesakes != NULL && j < namesakes->len; j++)
        {
          const Namesake *other = &g_array_index (namesakes, Namesake, j);

          if (other->person == row->key || !may_be_born (row->other, other->birth))
            continue;
          ty_pairing_pool_add_tie (self, row->key, other->person, TY_FIT_TIE_RELATIVE);
          ty_pairing_pool_add_tie (self, other->person, row->key, TY_FIT_TIE_RELATIVE);
        }
    }
  return rows != NULL;
}

static void
add_to_unit (GHashTable *by_unit,
             gint64      unit,
             gint64      mentor)
{
  GArray *all = g_hash_table_lookup (by_unit, &unit);

  if (all == NULL)
    {
      all = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (by_unit, g_memdup2 (&unit, sizeof unit), all);
    }
  g_array_append_val (all, mentor);
}

/* The secretary leads the village; secretary and head of a township lead it. */
static void
add_led_units (TyPairingPool *self,
               GHashTable *by_unit,
               gint64      person)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  TyCodebook *book = ty_columns_get_book (columns, TY_BOOK_POST);
  const TyChunk *chunk;
  guint index;

  if (!ty_pairing_pool_find_chunk (self, person, &chunk, &index))
    return;
  for (guint i = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING)[index];
       i < TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING)[index + 1]; i++)
    {
      guint post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[i];
      guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[i];
      const char *key = ty_codebook_get (book, post);

      if (unit != TY_UNIT_NONE && ty_view_is_held (self->view, chunk, i)
          && ((ty_view_get_post_facts (self->view, post) & TY_FACT_SECRETARY) != 0
              || g_strcmp0 (key, "T1") == 0 || g_strcmp0 (key, "T2") == 0))
        add_to_unit (by_unit, ty_units_get_id (ty_columns_get_units (columns), unit), person);
    }
}

/* Who looks after a difficult village is written there by name. */
static gboolean
add_guides (TyPairingPool *self,
            GHashTable  *by_unit,
            GError     **error)
{
  g_autoptr(GPtrArray) rows = ty_pairing_table_list_guides (self->database, self->plan->as_of, error);
  g_autoptr(GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->plan->mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (self->plan->mentors, i);

      g_hash_table_insert (by_name, mentor->name, mentor);
    }
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyPairingTextRow *row = g_ptr_array_index (rows, i);
      const char *names[] = { row->name, row->other };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          TyPlanMentor *mentor = names[j] != NULL ? g_hash_table_lookup (by_name, names[j]) : NULL;

          if (mentor != NULL)
            add_to_unit (by_unit, row->key, mentor->fit.person);
        }
    }
  return rows != NULL;
}

static gboolean
find_superiors (TyPairingPool *self,
                GError **error)
{
  g_autoptr(GHashTable) by_unit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->plan->mentors->len; i++)
    add_led_units (self, by_unit, ty_plan_person_get_key (g_ptr_array_index (self->plan->mentors, i)));
  if (!add_guides (self, by_unit, error))
    return FALSE;

  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (self->plan->mentees, i);
      const gint64 *units[] = { &mentee->fit.village, &mentee->fit.township };

      for (guint j = 0; j < G_N_ELEMENTS (units); j++)
        {
          GArray *leaders = g_hash_table_lookup (by_unit, units[j]);

          for (guint k = 0; leaders != NULL && k < leaders->len; k++)
            ty_pairing_pool_add_tie (self, mentee->fit.person, g_array_index (leaders, gint64, k), TY_FIT_TIE_SUPERIOR);
        }
    }
  return TRUE;
}

/* Reads what is between all of them, once people and pairings are known. */
gboolean
ty_pairing_pool_read_ties (TyPairingPool  *self,
                           GError        **error)
{
  return read_between (self, &ty_exclusion_info, error) && read_between (self, &ty_wish_info, error)
         && read_relatives (self, error) && find_superiors (self, error);
}
