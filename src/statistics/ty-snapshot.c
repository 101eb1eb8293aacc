/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-snapshot"

#include "config.h"

#include "ty-snapshot.h"

#include "ty-code-list.h"
#include "ty-date.h"
#include "ty-education-word.h"
#include "ty-holding-table.h"
#include "ty-term-table.h"
#include "ty-term.h"

#include <string.h>

typedef enum
{
  FACT_IN_OFFICE = 1 << 0,
  FACT_SECRETARY = 1 << 1,
  FACT_HEAD = 1 << 2,
  FACT_MEMBER = 1 << 3,
  FACT_SPECIALIST = 1 << 4,
  FACT_DUAL_ROLE = 1 << 5,
  FACT_CROSS = 1 << 6,
  FACT_COLLEGE = 1 << 7,
  FACT_BACHELOR = 1 << 8,
  FACT_FEMALE = 1 << 9,
  FACT_DEPARTED = 1 << 10,
  FACT_ANYWHERE = 1 << 11, /* holds a post somewhere, in the scope or not */
  FACT_RETAINED = 1 << 12,
  FACT_FROM_RESERVES = 1 << 13,
  FACT_RETURNED_HOME = 1 << 14,
  FACT_DISPATCHED = 1 << 15,
} Facts;

typedef struct
{
  gint64 id;
  int age; /* full years, or -1 */
  Facts facts;
} Human;

/**
 * TySnapshot:
 *
 * Everybody, with what the figures ask of them, on one date in one scope. A figure and the list
 * behind it are counted from the same bits, so that they cannot disagree.
 */
struct _TySnapshot
{
  TyDate as_of;
  gint64 scope;
  int term;          /* year of the term election, or 0 */
  TyUnitTree *tree;  /* (owned) */
  GArray *humans;    /* (owned): of Human, by key */
  GArray *holdings;  /* (owned): of TyHoldingRow, by person */
};

static Human *
find_human (TySnapshot *self,
            gint64      id)
{
  guint low = 0;
  guint high = self->humans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Human *human = &g_array_index (self->humans, Human, middle);

      if (human->id == id)
        return human;
      if (human->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static gboolean
load_humans (TySnapshot  *self,
             TyDatabase  *database,
             GError     **error)
{
  g_autoptr(GArray) rows = ty_holding_table_list_facts (database, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      TyFactRow *row = &g_array_index (rows, TyFactRow, i);
      Human human = { row->person, ty_date_full_years (row->birth, self->as_of),
                      row->sex == '2' ? FACT_FEMALE : 0 };

      g_array_append_val (self->humans, human);
    }
  return TRUE;
}

static gboolean
load_studies (TySnapshot  *self,
              TyDatabase  *database,
              GError     **error)
{
  g_autoptr(GArray) rows = ty_holding_table_list_studies (database, self->as_of, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      TyStudyRow *row = &g_array_index (rows, TyStudyRow, i);
      Human *human = find_human (self, row->person);

      if (human == NULL)
        continue;
      if (ty_education_is_college (row->level, row->outcome))
        human->facts |= FACT_COLLEGE;
      if (row->full_time && ty_education_is_bachelor (row->level, row->outcome))
        human->facts |= FACT_BACHELOR;
    }
  return TRUE;
}

/* What one post says of its holder. */
static Facts
get_post_facts (const char *post)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);
  const char *body = code != NULL ? ty_code_get_attribute (code, "body") : NULL;
  Facts facts = FACT_IN_OFFICE | FACT_ANYWHERE;

  if (code == NULL)
    return facts;
  if (ty_code_get_flag (code, "two_committees"))
    facts |= FACT_MEMBER;
  if (ty_code_get_flag (code, "head"))
    facts |= g_strcmp0 (body, "party") == 0 ? FACT_SECRETARY : FACT_HEAD;
  if (strcmp (post, "P9") == 0)
    facts |= FACT_SPECIALIST;
  return facts;
}

static gboolean
is_party_post (const char *post)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);

  return code != NULL && g_strcmp0 (ty_code_get_attribute (code, "body"), "party") == 0;
}

/* Both posts are of the same person; whether they make a dual role or a cross-appointment depends
 * on their being of the same village. */
static Facts
get_pair_facts (const TyHoldingRow *a,
                const TyHoldingRow *b)
{
  Facts both = get_post_facts (a->post) & get_post_facts (b->post);
  Facts either = get_post_facts (a->post) | get_post_facts (b->post);
  Facts facts = 0;

  if (a->unit != b->unit || is_party_post (a->post) == is_party_post (b->post))
    return 0;
  if ((both & FACT_MEMBER) != 0)
    facts |= FACT_CROSS;
  if ((either & FACT_SECRETARY) != 0 && (either & FACT_HEAD) != 0)
    facts |= FACT_DUAL_ROLE;
  return facts;
}

static void
add_holdings_of (TySnapshot *self,
                 Human      *human,
                 guint       first,
                 guint       end)
{
  for (guint i = first; i < end; i++)
    {
      TyHoldingRow *row = &g_array_index (self->holdings, TyHoldingRow, i);

      human->facts |= FACT_ANYWHERE;
      if (!ty_unit_tree_contains (self->tree, self->scope, row->unit))
        continue;
      human->facts |= get_post_facts (row->post);
      for (guint j = first; j < i; j++)
        human->facts |= get_pair_facts (row, &g_array_index (self->holdings, TyHoldingRow, j));
    }
}

static gboolean
load_holdings (TySnapshot  *self,
               TyDatabase  *database,
               GError     **error)
{
  self->holdings = ty_holding_table_list (database, self->as_of, error);
  if (self->holdings == NULL)
    return FALSE;

  for (guint first = 0; first < self->holdings->len;)
    {
      gint64 person = g_array_index (self->holdings, TyHoldingRow, first).person;
      Human *human = find_human (self, person);
      guint end = first + 1;

      while (end < self->holdings->len
             && g_array_index (self->holdings, TyHoldingRow, end).person == person)
        end++;
      if (human != NULL)
        add_holdings_of (self, human, first, end);
      first = end;
    }
  return TRUE;
}

static gboolean
load_departed (TySnapshot  *self,
               TyDatabase  *database,
               GError     **error)
{
  g_autoptr(GArray) ended = ty_holding_table_list_ended (database, self->as_of, error);

  if (ended == NULL)
    return FALSE;
  for (guint i = 0; i < ended->len; i++)
    {
      TyHoldingRow *row = &g_array_index (ended, TyHoldingRow, i);
      Human *human = find_human (self, row->person);

      if (human != NULL && (human->facts & FACT_ANYWHERE) == 0
          && (self->scope == 0 || ty_unit_tree_contains (self->tree, self->scope, row->unit)))
        human->facts |= FACT_DEPARTED;
    }
  return TRUE;
}

static const char *
find_batch (GArray *batches,
            gint64  appointment)
{
  for (guint low = 0, high = batches->len; low < high;)
    {
      guint middle = low + (high - low) / 2;
      TyBatchRow *row = &g_array_index (batches, TyBatchRow, middle);

      if (row->appointment == appointment)
        return row->batch;
      if (row->appointment < appointment)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static Facts
get_batch_fact (const char *batch)
{
  static const struct { const char *batch; Facts fact; } facts[] = {
    { "retained", FACT_RETAINED },
    { "from_reserves", FACT_FROM_RESERVES },
    { "returned_home", FACT_RETURNED_HOME },
    { "dispatched", FACT_DISPATCHED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_strcmp0 (facts[i].batch, batch) == 0)
      return facts[i].fact;

  return 0;
}

/* Where the secretaries come from, by their mandates of the term. */
static gboolean
load_batches (TySnapshot  *self,
              TyDatabase  *database,
              GError     **error)
{
  g_autoptr(GArray) batches = NULL;

  if (self->term == 0)
    return TRUE;
  batches = ty_holding_table_list_batches (database, self->term, error);
  if (batches == NULL)
    return FALSE;

  for (guint i = 0; i < self->holdings->len; i++)
    {
      TyHoldingRow *row = &g_array_index (self->holdings, TyHoldingRow, i);
      Human *human = find_human (self, row->person);

      if (human != NULL && (get_post_facts (row->post) & FACT_SECRETARY) != 0
          && ty_unit_tree_contains (self->tree, self->scope, row->unit))
        human->facts |= get_batch_fact (find_batch (batches, row->appointment));
    }
  return TRUE;
}

static gboolean
find_term (TySnapshot  *self,
           TyDatabase  *database,
           GError     **error)
{
  g_autoptr(GPtrArray) terms = ty_term_table_list (database, error);

  if (terms == NULL)
    return FALSE;
  for (guint i = 0; i < terms->len && self->term == 0; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);

      if (ty_date_compare (ty_record_get_date (term, TY_TERM_FROM_DATE), self->as_of) <= 0)
        self->term = (int) ty_record_get_integer (term, TY_TERM_YEAR);
    }
  return TRUE;
}

/**
 * ty_snapshot_load:
 * @database: a connection
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0 for the whole file
 * @term: year of the term election for whose mandates the four batches are asked, or 0 for that of
 *   the term in which @as_of lies
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): everybody on that date in that scope
 */
TySnapshot *
ty_snapshot_load (TyDatabase  *database,
                  TyDate       as_of,
                  gint64       scope,
                  int          term,
                  GError     **error)
{
  g_autoptr(TySnapshot) self = g_new0 (TySnapshot, 1);

  self->as_of = as_of;
  self->scope = scope;
  self->term = term;
  self->humans = g_array_new (FALSE, FALSE, sizeof (Human));
  self->tree = ty_unit_tree_load (database, as_of, error);
  if (self->tree == NULL
      || !load_humans (self, database, error)
      || !load_studies (self, database, error)
      || !load_holdings (self, database, error)
      || !load_departed (self, database, error)
      || (term == 0 && !find_term (self, database, error))
      || !load_batches (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ty_snapshot_free (TySnapshot *self)
{
  g_clear_pointer (&self->tree, ty_unit_tree_free);
  g_clear_pointer (&self->humans, g_array_unref);
  g_clear_pointer (&self->holdings, g_array_unref);
  g_free (self);
}

/**
 * ty_snapshot_get_as_of:
 * @self: a snapshot
 *
 * Returns: its date
 */
TyDate
ty_snapshot_get_as_of (TySnapshot *self)
{
  return self->as_of;
}

/**
 * ty_snapshot_get_tree:
 * @self: a snapshot
 *
 * Returns: (transfer none): the units on its date
 */
TyUnitTree *
ty_snapshot_get_tree (TySnapshot *self)
{
  return self->tree;
}

static gboolean
is_in (const Human  *human,
       TyPopulation  population)
{
  switch (population)
    {
    case TY_POPULATION_SECRETARIES:
      return (human->facts & FACT_SECRETARY) != 0;
    case TY_POPULATION_HEADS:
      return (human->facts & FACT_HEAD) != 0;
    case TY_POPULATION_MEMBERS:
      return (human->facts & FACT_MEMBER) != 0;
    case TY_POPULATION_SPECIALISTS:
      return (human->facts & FACT_SPECIALIST) != 0;
    case TY_POPULATION_DEPARTED:
      return (human->facts & FACT_DEPARTED) != 0;
    case TY_POPULATION_IN_OFFICE:
    default:
      return (human->facts & FACT_IN_OFFICE) != 0;
    }
}

static gboolean
is_at_most (const Human *human,
            int          years)
{
  return human->age >= 0 && human->age <= years;
}

static gboolean
meets (const Human *human,
       TyCondition  condition)
{
  switch (condition)
    {
    case TY_CONDITION_AGE_LE_35:
      return is_at_most (human, 35);
    case TY_CONDITION_AGE_LE_45:
      return is_at_most (human, 45);
    case TY_CONDITION_AGE_LE_50:
      return is_at_most (human, 50);
    case TY_CONDITION_COLLEGE:
      return (human->facts & FACT_COLLEGE) != 0;
    case TY_CONDITION_BACHELOR:
      return (human->facts & FACT_BACHELOR) != 0;
    case TY_CONDITION_FEMALE:
      return (human->facts & FACT_FEMALE) != 0;
    case TY_CONDITION_DUAL_ROLE:
      return (human->facts & FACT_DUAL_ROLE) != 0;
    case TY_CONDITION_CROSS:
      return (human->facts & FACT_CROSS) != 0;
    case TY_CONDITION_RETAINED:
      return (human->facts & FACT_RETAINED) != 0;
    case TY_CONDITION_FROM_RESERVES:
      return (human->facts & FACT_FROM_RESERVES) != 0;
    case TY_CONDITION_RETURNED_HOME:
      return (human->facts & FACT_RETURNED_HOME) != 0;
    case TY_CONDITION_DISPATCHED:
      return (human->facts & FACT_DISPATCHED) != 0;
    case TY_CONDITION_BIRTH_KNOWN:
      return human->age >= 0;
    case TY_CONDITION_NONE:
    default:
      return TRUE;
    }
}

/**
 * ty_snapshot_list:
 * @self: a snapshot
 * @population: who
 * @condition: what is asked of them
 *
 * Returns: (transfer full) (element-type gint64): the keys of these people
 */
GArray *
ty_snapshot_list (TySnapshot   *self,
                  TyPopulation  population,
                  TyCondition   condition)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->humans->len; i++)
    {
      Human *human = &g_array_index (self->humans, Human, i);

      if (is_in (human, population) && meets (human, condition))
        g_array_append_val (ids, human->id);
    }
  return ids;
}

/**
 * ty_snapshot_count:
 * @self: a snapshot
 * @population: who
 * @condition: what is asked of them
 *
 * Returns: how many ty_snapshot_list() gives
 */
guint
ty_snapshot_count (TySnapshot   *self,
                   TyPopulation  population,
                   TyCondition   condition)
{
  guint n = 0;

  for (guint i = 0; i < self->humans->len; i++)
    {
      Human *human = &g_array_index (self->humans, Human, i);

      n += is_in (human, population) && meets (human, condition);
    }
  return n;
}

/**
 * ty_snapshot_sum_ages:
 * @self: a snapshot
 * @population: who
 *
 * Returns: the sum of the ages in full years of those whose age is known
 */
guint
ty_snapshot_sum_ages (TySnapshot   *self,
                      TyPopulation  population)
{
  guint sum = 0;

  for (guint i = 0; i < self->humans->len; i++)
    {
      Human *human = &g_array_index (self->humans, Human, i);

      if (is_in (human, population) && human->age >= 0)
        sum += (guint) human->age;
    }
  return sum;
}

/**
 * ty_snapshot_count_villages:
 * @self: a snapshot
 *
 * Returns: how many villages and communities in the scope have somebody in the two committees
 */
guint
ty_snapshot_count_villages (TySnapshot *self)
{
  g_autoptr(GHashTable) villages = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->holdings->len; i++)
    {
      TyHoldingRow *row = &g_array_index (self->holdings, TyHoldingRow, i);

      if ((get_post_facts (row->post) & FACT_MEMBER) != 0
          && ty_unit_tree_contains (self->tree, self->scope, row->unit))
        g_hash_table_add (villages, &row->unit);
    }
  return g_hash_table_size (villages);
}
