/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-proposal"

#include "config.h"

#include "ty-mentor-proposal.h"

#include "ty-pairing-table.h"
#include "ty-person-list-table.h"
#include "ty-unit-names.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_YEAR 365.2425

typedef struct
{
  TyView *view;
  const TyMentorRules *rules;
  GHashTable *known;     /* (element-type gint64): who is in the pool, or proposed already */
  GHashTable *listed;    /* (element-type gint64): who is on the named list */
  TyUnitNames *names;
  GPtrArray *found;      /* (element-type TyMentorProposal) */
  guint n_leaders;       /* posts of the leadership of a township, and which */
  guint leaders[8];
  const TyChunk *chunk;
  guint index;
  gint64 person;
} Search;


typedef struct
{
  const char *word;
  const char *label;
  const char *years_label;
  gboolean wanted;
  guint years;
  const char *level;
} Rule;

static const Rule rules[TY_N_MENTOR_RULES] = {
  [TY_MENTOR_HONOURED] = { "honoured", N_("Honoured secretaries"), N_("Years as secretary, at least"), TRUE, 10,
                           "village" },
  [TY_MENTOR_LONG] = { "long", N_("Secretaries of long standing"), N_("Years as secretary, at least"), FALSE, 15,
                       "village" },
  [TY_MENTOR_DEPARTED] = { "departed", N_("Departed secretaries, as governance mentors"),
                           N_("Years as secretary, at least"), TRUE, 9, "village" },
  [TY_MENTOR_LEADER] = { "leader", N_("Township leadership"), N_("Years in the leadership, at least"), TRUE, 3,
                         "township" },
};

static const char *const leader_posts[] = { "T1", "T2", "T3", "T4", "T5" };

/**
 * ty_mentor_rules_init:
 * @self: (out caller-allocates): rules
 *
 * Sets what is usual.
 */
void
ty_mentor_rules_init (TyMentorRules *self)
{
  *self = (TyMentorRules){ 0 };
  for (guint i = 0; i < TY_N_MENTOR_RULES; i++)
    {
      self->wanted[i] = rules[i].wanted;
      self->years[i] = rules[i].years;
    }
}

/**
 * ty_mentor_rule_to_string:
 * @self: a rule
 *
 * Returns: (transfer none): its word
 */
const char *
ty_mentor_rule_to_string (TyMentorRule self)
{
  g_return_val_if_fail (self < TY_N_MENTOR_RULES, NULL);

  return rules[self].word;
}

/**
 * ty_mentor_rule_get_label:
 * @self: a rule
 *
 * Returns: (transfer none): whom it proposes, in the user’s language
 */
const char *
ty_mentor_rule_get_label (TyMentorRule self)
{
  g_return_val_if_fail (self < TY_N_MENTOR_RULES, NULL);

  return _(rules[self].label);
}

/**
 * ty_mentor_rule_get_years_label:
 * @self: a rule
 *
 * Returns: (transfer none): what its years mean, in the user’s language
 */
const char *
ty_mentor_rule_get_years_label (TyMentorRule self)
{
  g_return_val_if_fail (self < TY_N_MENTOR_RULES, NULL);

  return _(rules[self].years_label);
}

static void
proposal_free (gpointer data)
{
  TyMentorProposal *self = data;

  g_free (self->name);
  g_free (self->unit_name);
  g_free (self->reason);
  g_free (self);
}

static guint
get_post (Search *self,
          guint   holding)
{
  return TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint16, TY_HOLDINGS_POST)[holding];
}

static gboolean
is_secretary (Search *self,
              guint   holding)
{
  return (ty_view_get_post_facts (self->view, get_post (self, holding)) & TY_FACT_SECRETARY) != 0;
}

static gboolean
is_leader (Search *self,
           guint   holding)
{
  guint post = get_post (self, holding);

  for (guint i = 0; i < self->n_leaders; i++)
    if (self->leaders[i] == post)
      return TRUE;
  return FALSE;
}

/* Full years in such posts, wherever, up to the day. Times that overlap count once: they come by their first day. */
static guint
find_years (Search    *self,
            gboolean (*is_such) (Search *self, guint holding))
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (self->chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (self->chunk, gint32, TY_HOLDINGS_UNTIL);
  gint32 today = ty_view_get_day (self->view);
  gint64 days = 0;
  gint32 counted = G_MININT32;

  /* The times of one person are few: what comes next is looked for each time. */
  for (;;)
    {
      gint32 begin = G_MAXINT32;
      gint32 end = G_MININT32;

      for (guint i = first[self->index]; i < first[self->index + 1]; i++)
        if (from[i] != TY_DAY_FIRST && from[i] < today && is_such (self, i) && MIN (until[i], today) > counted
            && MAX (from[i], counted) < begin)
          {
            begin = MAX (from[i], counted);
            end = MIN (until[i], today);
          }
      if (end <= begin)
        break;
      days += end - begin;
      counted = end;
    }
  return (guint) ((double) (days + 1) / DAYS_OF_YEAR);
}

/* The post of such a kind that is held in the scope, or the last one that was. */
static gboolean
find_holding (Search    *self,
              gboolean (*is_such) (Search *self, guint holding),
              gboolean   held,
              guint     *holding)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (self->chunk, gint32, TY_HOLDINGS_UNTIL);
  gint32 last = G_MININT32;

  for (guint i = first[self->index]; i < first[self->index + 1]; i++)
    if (is_such (self, i) && ty_view_has_unit (self->view, unit[i]) && until[i] > last
        && (!held || ty_view_is_held (self->view, self->chunk, i)))
      {
        last = until[i];
        *holding = i;
      }
  return last != G_MININT32;
}

static gint64
get_unit (Search *self,
          guint   holding)
{
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  return unit != TY_UNIT_NONE
           ? ty_units_get_id (ty_columns_get_units (ty_view_get_columns (self->view)), unit) : 0;
}

/* @reason: (transfer full) */
static void
propose (Search     *self,
         gint64      unit,
         const char *level,
         char       *reason)
{
  TyMentorProposal *proposal = g_new0 (TyMentorProposal, 1);

  proposal->person = self->person;
  proposal->unit = unit;
  proposal->unit_name = unit != 0 ? g_strdup (ty_unit_names_get (self->names, unit, ty_view_get_as_of (self->view)))
                                  : NULL;
  proposal->level = level;
  proposal->reason = reason;
  g_ptr_array_add (self->found, proposal);
  g_hash_table_add (self->known, g_memdup2 (&self->person, sizeof self->person));
}

static char *
dup_reason (Search       *self,
            TyMentorRule  rule,
            guint         years)
{
  TyMarks *marks = ty_columns_get_marks (ty_view_get_columns (self->view));
  guint n_honours = ty_marks_count (marks, TY_MARK_HONOUR, self->person, TY_DATE_NONE, ty_view_get_as_of (self->view));
  g_autofree char *served = NULL;
  g_autofree char *honours = NULL;

  if (rule == TY_MENTOR_LEADER)
    return g_strdup_printf (ngettext ("%u year in the leadership of the township",
                                      "%u years in the leadership of the township", years), years);
  served = g_strdup_printf (rule == TY_MENTOR_DEPARTED
                              ? ngettext ("Was secretary for %u year", "Was secretary for %u years", years)
                              : ngettext ("Secretary for %u year", "Secretary for %u years", years), years);
  if (n_honours == 0)
    return rule == TY_MENTOR_HONOURED ? NULL : g_steal_pointer (&served);
  honours = g_strdup_printf (ngettext ("%u honour", "%u honours", n_honours), n_honours);
  /* Translators: how long somebody was secretary, and how many honours there are */
  return g_strdup_printf (_("%s, %s"), served, honours);
}

static void
apply_rule (Search       *self,
            TyMentorRule  rule,
            guint32       facts)
{
  gboolean (*is_such) (Search *self, guint holding) = rule == TY_MENTOR_LEADER ? is_leader : is_secretary;
  gboolean departed = (facts & TY_FACT_DEPARTED) != 0;
  char *reason;
  guint holding;
  guint years;

  if (!self->rules->wanted[rule] || departed != (rule == TY_MENTOR_DEPARTED)
      || !find_holding (self, is_such, !departed, &holding))
    return;
  years = find_years (self, is_such);
  reason = years >= self->rules->years[rule] ? dup_reason (self, rule, years) : NULL;
  if (reason != NULL)
    propose (self, get_unit (self, holding), rules[rule].level, reason);
}

static gboolean
is_any (Search *self,
        guint   holding)
{
  return get_unit (self, holding) != 0;
}

/* Where somebody who is on the list works, or worked last. */
static void
propose_listed (Search *self)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  TyUnits *units = ty_columns_get_units (columns);
  const TyUnitSpan *span = NULL;
  const char *level = NULL;
  gint64 unit = 0;
  guint32 number;
  guint holding;

  if (find_holding (self, is_any, TRUE, &holding) || find_holding (self, is_any, FALSE, &holding))
    {
      unit = get_unit (self, holding);
      number = ty_units_find (units, unit);
      span = number != TY_UNIT_NONE ? ty_unit_tree_get_span (ty_view_get_tree (self->view), number) : NULL;
      level = span != NULL && span->level != 0 ? g_quark_to_string (span->level) : NULL;
    }
  else if (ty_view_get_scope (self->view) != 0)
    return;
  propose (self, unit, level, g_strdup (_("On the named list")));
}

static void
search_chunk (Search *self,
              guint   number)
{
  const guint32 *facts = ty_view_get_facts (self->view, number);
  const gint64 *ids;

  self->chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  ids = TY_CHUNK_PEOPLE_FIELD (self->chunk, gint64, TY_PEOPLE_ID);
  for (guint i = 0; i < ty_chunk_get_n (self->chunk); i++)
    {
      self->index = i;
      self->person = ids[i];
      for (TyMentorRule rule = 0; rule < TY_N_MENTOR_RULES; rule++)
        if ((facts[i] & (TY_FACT_IN_OFFICE | TY_FACT_DEPARTED)) != 0
            && !g_hash_table_contains (self->known, &self->person))
          apply_rule (self, rule, facts[i]);
      if (g_hash_table_contains (self->listed, &self->person) && !g_hash_table_contains (self->known, &self->person))
        propose_listed (self);
    }
}

/* Who is in the pool on the day, or will be. */
static gboolean
read_pool (Search      *self,
           TyDatabase  *database,
           GError     **error)
{
  g_autoptr(GPtrArray) rows = ty_pairing_table_list_mentors (database, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TyMentorRow *row = g_ptr_array_index (rows, i);

      if (!ty_date_is_known (row->until) || ty_date_compare (row->until, ty_view_get_as_of (self->view)) > 0)
        g_hash_table_add (self->known, g_memdup2 (&row->person, sizeof row->person));
    }
  return rows != NULL;
}

static gboolean
read_list (Search      *self,
           TyDatabase  *database,
           GError     **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  if (self->rules->list == 0)
    return TRUE;
  rows = ty_person_list_table_list_members (database, self->rules->list, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gint64 person = ty_record_get_integer (g_ptr_array_index (rows, i), TY_PERSON_LIST_MEMBER_PERSON);

      g_hash_table_add (self->listed, g_memdup2 (&person, sizeof person));
    }
  return rows != NULL;
}

static gboolean
read_names (Search      *self,
            TyDatabase  *database,
            GError     **error)
{
  g_autofree gint64 *people = g_new (gint64, self->found->len + 1);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GHashTable) by_person = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->found->len; i++)
    people[i] = ((TyMentorProposal *) g_ptr_array_index (self->found, i))->person;
  rows = ty_pairing_table_list_names (database, people, self->found->len, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_hash_table_insert (by_person, &((TyPairingTextRow *) g_ptr_array_index (rows, i))->key,
                         ((TyPairingTextRow *) g_ptr_array_index (rows, i))->name);
  for (guint i = 0; rows != NULL && i < self->found->len; i++)
    {
      TyMentorProposal *proposal = g_ptr_array_index (self->found, i);
      const char *name = g_hash_table_lookup (by_person, &proposal->person);

      proposal->name = g_strdup (name != NULL ? name : "—");
    }
  return rows != NULL;
}

/* By level and unit, so that those of a township stand together. */
static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  const TyMentorProposal *first = *(TyMentorProposal *const *) a;
  const TyMentorProposal *second = *(TyMentorProposal *const *) b;
  int order = g_strcmp0 (first->level, second->level);

  if (order == 0)
    order = g_strcmp0 (first->unit_name, second->unit_name);
  if (order == 0)
    order = (first->person > second->person) - (first->person < second->person);
  return order;
}

/**
 * ty_mentor_proposals_find:
 * @view: the date, and the scope in which they work
 * @database: a connection of the same state of the file
 * @rules: who is wanted
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Finds who could be a mentor by the records, and is neither in the pool nor will be. Who fits several rules is
 * proposed once, by the first of them.
 *
 * Returns: (transfer full) (nullable) (element-type TyMentorProposal): with the reason of each
 */
GPtrArray *
ty_mentor_proposals_find (TyView               *view,
                          TyDatabase           *database,
                          const TyMentorRules  *wanted,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (proposal_free);
  Search search = { .view = view, .rules = wanted, .known = known, .listed = listed, .names = names, .found = found };
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_POST);

  if (!read_pool (&search, database, error) || !read_list (&search, database, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (leader_posts); i++)
    if (ty_codebook_find (book, leader_posts[i]) != TY_CODEBOOK_NONE)
      search.leaders[search.n_leaders++] = ty_codebook_find (book, leader_posts[i]);
  for (guint i = 0; i < ty_columns_get_n_chunks (ty_view_get_columns (view)); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      search_chunk (&search, i);
    }
  if (!read_names (&search, database, error))
    return NULL;

  g_ptr_array_sort (found, compare_proposals);
  return g_steal_pointer (&found);
}
