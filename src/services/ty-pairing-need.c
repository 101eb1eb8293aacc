/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-need"

#include "config.h"

#include "ty-pairing-need.h"

#include "ty-decimal.h"
#include "ty-difficulty.h"
#include "ty-need.h"
#include "ty-period.h"
#include "ty-programme-need.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define YOUNG_AGE 35
#define NEW_SECRETARY_MONTHS 24
#define NEW_CADRE_MONTHS 12
#define MOST_URGENT 8

typedef enum
{
  WEAK_BASE,
  WEAK_ECONOMY,
  NEW_SECRETARY,
  YOUNG_SECRETARY,
  NEW_CADRE,
  SPECIALIST,
  RESERVE,
  N_KINDS,
} Kind;

typedef struct
{
  TyView *view;
  TyDatabase *database;
  TyPairingNeeds *found;
  gboolean wanted[N_KINDS];
  guint urgencies[N_KINDS];
  guint thresholds[N_KINDS];
  GHashTable *by_hand;   /* person → (element-type TyRecord): rows of `need` in force */
  const TyChunk *chunk;
  guint index;
  gint64 person;
} Search;

typedef char *(*ReasonFunc) (Search *self,
                             guint   holding);

/* A rule asks for a holding of its fact in the scope, and says why it applies, or nothing. */
typedef struct
{
  const char *key;
  TyFacts fact;
  ReasonFunc make_reason;
  guint usual;        /* the limit, 0 = none or that of the county */
  const char *limit;  /* (nullable): what the limit means */
} Rule;

static gint32
get_from (Search *self,
          guint   holding)
{
  return TY_CHUNK_HOLDINGS_FIELD (self->chunk, gint32, TY_HOLDINGS_FROM)[holding];
}

static guint32
get_post_facts (Search *self,
                guint   holding)
{
  return ty_view_get_post_facts (self->view, TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint16,
                                                                      TY_HOLDINGS_POST)[holding]);
}

static gint64
get_unit (Search *self,
          guint   holding)
{
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  return unit != TY_UNIT_NONE
           ? ty_units_get_id (ty_columns_get_units (ty_view_get_columns (self->view)), unit) : 0;
}

static char *
dup_since (const char *format,
           const char *unknown,
           gint32      day)
{
  g_autofree char *month = NULL;
  g_auto(GStrv) parts = NULL;

  if (day == TY_DAY_FIRST || day == TY_DAY_LAST)
    return g_strdup (unknown);
  month = ty_words_dup_month (ty_date_from_days (day));
  parts = g_strsplit (format, "%s", 2);
  return g_strjoinv (month, parts);
}

static char *
make_weak_base (Search *self,
                guint   holding)
{
  TyDate as_of = ty_view_get_as_of (self->view);
  gint64 unit = get_unit (self, holding);
  const char *class = ty_marks_get_present (ty_columns_get_marks (ty_view_get_columns (self->view)), TY_MARK_CLASS, unit,
                                          as_of);
  g_autoptr(GPtrArray) rows = NULL;

  if (g_strcmp0 (class, "difficult") != 0)
    return NULL;

  rows = ty_table_list_of (self->database, &ty_difficulty_info, "unit", unit, NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      TyPeriod period = { ty_record_get_date (row, TY_DIFFICULTY_FROM_DATE),
                          ty_record_get_date (row, TY_DIFFICULTY_UNTIL_DATE) };
      const char *reason = ty_record_get_text (row, TY_DIFFICULTY_REASON);

      if (ty_period_contains (period, as_of) && reason != NULL
          && g_strcmp0 (ty_record_get_text (row, TY_DIFFICULTY_CLASS), "difficult") == 0)
        /* Translators: why a village is difficult */
        return g_strdup_printf (_("Difficult village: %s"), reason);
    }
  return g_strdup (_("Difficult village"));
}

static char *
make_weak_economy (Search *self,
                   guint   holding)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  guint limit = self->thresholds[WEAK_ECONOMY];
  gint64 least = limit;
  g_autofree char *number = NULL;
  g_autofree char *shown = NULL;
  gint64 income;

  if (limit == 0)
    least = ty_county_rules_get_weak_economy_income (ty_columns_get_rules (columns));
  if (!ty_marks_get_of_year (ty_columns_get_marks (columns), TY_MARK_INCOME, get_unit (self, holding),
                            ty_view_get_as_of (self->view), &income)
      || income >= least * TY_DECIMAL_ONE)
    return NULL;

  number = ty_decimal_format (income);
  shown = ty_decimal_dup_shown (number);
  /* Translators: how much the village earned in the year */
  return g_strdup_printf (_("Operating income of the village: %s yuan"), shown);
}

/* The first time in any of such posts: who was one elsewhere is not new. */
static gint32
find_first_day (Search  *self,
                TyFacts  facts)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  gint32 day = TY_DAY_LAST;

  for (guint i = first[self->index]; i < first[self->index + 1]; i++)
    if ((get_post_facts (self, i) & facts) != 0)
      day = MIN (day, get_from (self, i));
  return day;
}

static char *
make_new (Search     *self,
          Kind        kind,
          TyFacts     facts,
          const char *format)
{
  gint32 day = find_first_day (self, facts);
  TyDate since = ty_date_add_months (ty_view_get_as_of (self->view), -(int) self->thresholds[kind]);

  return day > ty_date_to_days (since) && day != TY_DAY_LAST ? dup_since (format, NULL, day) : NULL;
}

static char *
make_new_secretary (Search *self,
                    guint   holding)
{
  /* Translators: a month */
  return make_new (self, NEW_SECRETARY, TY_FACT_SECRETARY, _("Secretary since %s"));
}

static char *
make_young_secretary (Search *self,
                      guint   holding)
{
  int age = ty_view_get_age (self->view, TY_CHUNK_PEOPLE_FIELD (self->chunk, gint32,
                                                                TY_PEOPLE_BIRTH)[self->index]);

  if (age < 0 || (guint) age > self->thresholds[YOUNG_SECRETARY])
    return NULL;
  return g_strdup_printf (ngettext ("Secretary, %d year old", "Secretary, %d years old", (gulong) age), age);
}

static char *
make_new_cadre (Search *self,
                guint   holding)
{
  /* Translators: a month */
  return make_new (self, NEW_CADRE, TY_FACT_MEMBER, _("In the two committees since %s"));
}

static char *
make_specialist (Search *self,
                 guint   holding)
{
  /* Translators: a month */
  return dup_since (_("Party-building specialist since %s"), _("Party-building specialist"),
                    get_from (self, holding));
}

static char *
make_reserve (Search *self,
              guint   holding)
{
  /* Translators: a month */
  return dup_since (_("Reserve cadre since %s"), _("Reserve cadre"), get_from (self, holding));
}

static const Rule rules[N_KINDS] = {
  [WEAK_BASE] = { "weak_base", TY_FACT_SECRETARY, make_weak_base, 0, NULL },
  [WEAK_ECONOMY] = { "weak_economy", TY_FACT_SECRETARY, make_weak_economy, 0,
                     N_("Operating income below (yuan)") },
  [NEW_SECRETARY] = { "new_secretary", TY_FACT_SECRETARY, make_new_secretary, NEW_SECRETARY_MONTHS,
                      N_("Less than so many months") },
  [YOUNG_SECRETARY] = { "young_secretary", TY_FACT_SECRETARY, make_young_secretary, YOUNG_AGE,
                        N_("At most so many years old") },
  [NEW_CADRE] = { "new_cadre", TY_FACT_MEMBER, make_new_cadre, NEW_CADRE_MONTHS,
                  N_("Less than so many months") },
  [SPECIALIST] = { "specialist", TY_FACT_SPECIALIST, make_specialist, 0, NULL },
  [RESERVE] = { "reserve", TY_FACT_RESERVE, make_reserve, 0, NULL },
};

static void
need_free (gpointer data)
{
  TyPairingNeed *need = data;

  g_free (need->reason);
  g_free (need);
}

/**
 * ty_pairing_needs_free:
 * @self: (transfer full): what is no longer needed
 */
void
ty_pairing_needs_free (TyPairingNeeds *self)
{
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->waived, g_ptr_array_unref);
  g_free (self);
}

static gboolean
find_kind (const char *key,
           Kind       *kind)
{
  for (Kind i = 0; i < N_KINDS; i++)
    if (g_strcmp0 (rules[i].key, key) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_pairing_need_get_usual_threshold:
 * @kind: key of `need_kind`
 *
 * Returns: the limit of its rule unless a programme says otherwise; 0 where there is none, or where it is
 *   that of the county’s rules
 */
guint
ty_pairing_need_get_usual_threshold (const char *kind)
{
  Kind number;

  return find_kind (kind, &number) ? rules[number].usual : 0;
}

/**
 * ty_pairing_need_dup_threshold_label:
 * @kind: key of `need_kind`
 *
 * Returns: (transfer full) (nullable): what the limit of its rule means, in the user’s language; %NULL where
 *   the rule has none
 */
char *
ty_pairing_need_dup_threshold_label (const char *kind)
{
  Kind number;

  return find_kind (kind, &number) && rules[number].limit != NULL ? g_strdup (_(rules[number].limit)) : NULL;
}

static gboolean
read_programme (Search   *self,
                gint64    programme,
                GError  **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (self->database, &ty_programme_need_info, "programme",
                                                programme, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      gint64 threshold = ty_record_get_integer (row, TY_PROGRAMME_NEED_THRESHOLD);
      gint64 urgency = ty_record_get_integer (row, TY_PROGRAMME_NEED_URGENCY);
      Kind kind;

      if (!find_kind (ty_record_get_text (row, TY_PROGRAMME_NEED_KIND), &kind))
        continue;
      self->wanted[kind] = TRUE;
      self->urgencies[kind] = (guint) CLAMP (urgency, 0, MOST_URGENT);
      self->thresholds[kind] = threshold > 0 ? (guint) MIN (threshold, G_MAXINT) : rules[kind].usual;
    }
  return rows != NULL;
}

static gboolean
read_by_hand (Search  *self,
              GError **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (self->database, &ty_need_info, "ORDER BY person, id",
                                                      error);
  g_autoptr(GPtrArray) rows = statement != NULL ? ty_table_collect (statement, &ty_need_info, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      TyPeriod period = { ty_record_get_date (row, TY_NEED_FROM_DATE),
                          ty_record_get_date (row, TY_NEED_UNTIL_DATE) };
      gint64 person = ty_record_get_integer (row, TY_NEED_PERSON);
      GPtrArray *of_person = g_hash_table_lookup (self->by_hand, &person);

      if (!ty_period_contains (period, ty_view_get_as_of (self->view)))
        continue;
      if (of_person == NULL)
        {
          of_person = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->by_hand, g_memdup2 (&person, sizeof person), of_person);
        }
      g_ptr_array_add (of_person, g_object_ref (row));
    }
  return rows != NULL;
}

static TyRecord *
find_by_hand (Search   *self,
              Kind      kind,
              gboolean  waived)
{
  GPtrArray *rows = g_hash_table_lookup (self->by_hand, &self->person);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (ty_record_get_text (row, TY_NEED_KIND), rules[kind].key) == 0
          && (g_strcmp0 (ty_record_get_text (row, TY_NEED_WAIVED), "yes") == 0) == waived)
        return row;
    }
  return NULL;
}

static void
add_need (Search    *self,
          GPtrArray *needs,
          Kind       kind,
          gint64     unit,
          gboolean   by_hand,
          char      *reason)
{
  TyPairingNeed *need = g_new0 (TyPairingNeed, 1);

  need->person = self->person;
  need->unit = unit;
  need->kind = rules[kind].key;
  need->urgency = self->urgencies[kind];
  need->by_hand = by_hand;
  need->reason = reason;
  g_ptr_array_add (needs, need);
}

/* The holding of the person in the scope that makes the rule apply. */
static gboolean
find_holding (Search *self,
              TyFacts fact,
              guint  *holding)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (self->chunk, guint32, TY_HOLDINGS_UNIT);

  for (guint i = first[self->index]; i < first[self->index + 1]; i++)
    if ((get_post_facts (self, i) & fact) != 0 && ty_view_is_held (self->view, self->chunk, i)
        && ty_view_has_unit (self->view, unit[i]))
      {
        *holding = i;
        return TRUE;
      }
  return FALSE;
}

static void
apply_rule (Search *self,
            Kind    kind,
            guint32 facts)
{
  TyRecord *waiver;
  char *reason;
  guint holding;

  if (!self->wanted[kind] || (facts & rules[kind].fact) == 0
      || !find_holding (self, rules[kind].fact, &holding))
    return;
  reason = rules[kind].make_reason (self, holding);
  if (reason == NULL)
    return;

  waiver = find_by_hand (self, kind, TRUE);
  if (waiver == NULL)
    {
      add_need (self, self->found->needs, kind, get_unit (self, holding), FALSE, reason);
      return;
    }
  g_free (reason);
  add_need (self, self->found->waived, kind, get_unit (self, holding), TRUE,
            g_strdup (ty_record_get_text (waiver, TY_NEED_REASON)));
}

static gint64
find_any_unit (Search *self)
{
  static const TyFacts facts[] = { TY_FACT_SECRETARY, TY_FACT_MEMBER, TY_FACT_SPECIALIST, TY_FACT_ANYWHERE,
                                   TY_FACT_RESERVE };
  guint holding;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (find_holding (self, facts[i], &holding))
      return get_unit (self, holding);
  return 0;
}

/* What was added by hand is said by its own reason, whether or not the rule says so too. */
static void
apply_by_hand (Search *self)
{
  gint64 unit = find_any_unit (self);

  if (unit == 0 && ty_view_get_scope (self->view) != 0)
    return;
  for (Kind kind = 0; kind < N_KINDS; kind++)
    {
      TyRecord *row = self->wanted[kind] ? find_by_hand (self, kind, FALSE) : NULL;
      gboolean known = FALSE;

      for (guint i = self->found->needs->len; row != NULL && i > 0 && !known; i--)
        {
          TyPairingNeed *need = g_ptr_array_index (self->found->needs, i - 1);

          if (need->person != self->person)
            break;
          known = need->kind == rules[kind].key;
        }
      if (row != NULL && !known)
        add_need (self, self->found->needs, kind, unit, TRUE,
                  g_strdup (ty_record_get_text (row, TY_NEED_REASON)));
    }
}

static void
search_chunk (Search *self,
              guint   number)
{
  const guint32 *facts = ty_view_get_facts (self->view, number);
  const gint64 *ids;
  guint32 asked = 0;

  for (Kind kind = 0; kind < N_KINDS; kind++)
    asked |= self->wanted[kind] ? rules[kind].fact : 0;
  self->chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  ids = TY_CHUNK_PEOPLE_FIELD (self->chunk, gint64, TY_PEOPLE_ID);
  for (guint i = 0; i < ty_chunk_get_n (self->chunk); i++)
    {
      self->index = i;
      self->person = ids[i];
      for (Kind kind = 0; (facts[i] & asked) != 0 && kind < N_KINDS; kind++)
        apply_rule (self, kind, facts[i]);
      if (g_hash_table_contains (self->by_hand, &self->person))
        apply_by_hand (self);
    }
}

static int
compare_needs (gconstpointer a,
               gconstpointer b)
{
  const TyPairingNeed *first = *(TyPairingNeed *const *) a;
  const TyPairingNeed *second = *(TyPairingNeed *const *) b;

  if (first->person != second->person)
    return first->person < second->person ? -1 : 1;
  return (first->urgency < second->urgency) - (first->urgency > second->urgency);
}

/**
 * ty_pairing_needs_find:
 * @view: the date and the scope in which those live who need somebody
 * @database: a connection of the same state of the file
 * @programme: key of a programme
 * @error: a `TY_STORE_ERROR`
 *
 * Finds who needs a mentor by the rules of a programme, and what was added or waived by hand.
 *
 * Returns: (transfer full) (nullable): the needs, with their reasons
 */
TyPairingNeeds *
ty_pairing_needs_find (TyView      *view,
                       TyDatabase  *database,
                       gint64       programme,
                       GError     **error)
{
  g_autoptr(TyPairingNeeds) found = g_new0 (TyPairingNeeds, 1);
  g_autoptr(GHashTable) by_hand = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  Search search = { .view = view, .database = database, .found = found, .by_hand = by_hand };

  found->needs = g_ptr_array_new_with_free_func (need_free);
  found->waived = g_ptr_array_new_with_free_func (need_free);
  if (!read_programme (&search, programme, error) || !read_by_hand (&search, error))
    return NULL;

  for (guint i = 0; i < ty_columns_get_n_chunks (ty_view_get_columns (view)); i++)
    search_chunk (&search, i);
  /* Stable: of equal urgency in the order of the rules. */
  g_ptr_array_sort (found->needs, compare_needs);
  g_ptr_array_sort (found->waived, compare_needs);
  return g_steal_pointer (&found);
}
