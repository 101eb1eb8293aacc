/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-need"

#include "config.h"

#include "ty-pairing-need.h"

#include "ty-decimal.h"
#include "ty-difficulty.h"
#include "ty-need-rule.h"
#include "ty-need.h"
#include "ty-period.h"
#include "ty-programme-need.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define MOST_URGENT 8

typedef struct
{
  TyView *view;
  TyDatabase *database;
  TyPairingNeeds *found;
  gboolean wanted[TY_N_NEED_KINDS];
  guint urgencies[TY_N_NEED_KINDS];
  guint thresholds[TY_N_NEED_KINDS];
  GHashTable *by_hand;   /* person → (element-type TyRecord): rows of `need` in force */
  const TyChunk *chunk;
  guint index;
  gint64 person;
} Search;

typedef char *(*ReasonFunc) (Search *self,
                             guint   holding);

/* What a rule of TyNeedKind says of the holding that makes it apply. */
typedef struct
{
  ReasonFunc make_reason;
  const char *limit;  /* (nullable): what the limit means */
} Rule;

static gint32
get_from (Search *self,
          guint   holding)
{
  return TY_CHUNK_HOLDINGS_FIELD (self->chunk, gint32, TY_HOLDINGS_FROM)[holding];
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
  g_autoptr(GPtrArray) rows = ty_table_list_of (self->database, &ty_difficulty_info, "unit",
                                                get_unit (self, holding), NULL);

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
  TyMarks *marks = ty_columns_get_marks (ty_view_get_columns (self->view));
  g_autofree char *number = NULL;
  g_autofree char *shown = NULL;
  gint64 income = 0;

  ty_marks_get_of_year (marks, TY_MARK_INCOME, get_unit (self, holding), ty_view_get_as_of (self->view), &income);
  number = ty_decimal_format (income);
  shown = ty_decimal_dup_shown (number);
  /* Translators: how much the village earned in the year */
  return g_strdup_printf (_("Operating income of the village: %s yuan"), shown);
}

static char *
make_new (Search     *self,
          TyNeedKind  kind,
          const char *format)
{
  return dup_since (format, NULL, ty_need_rule_get_first_day (self->view, self->chunk, self->index, kind));
}

static char *
make_new_secretary (Search *self,
                    guint   holding)
{
  /* Translators: a month */
  return make_new (self, TY_NEED_NEW_SECRETARY, _("Secretary since %s"));
}

static char *
make_young_secretary (Search *self,
                      guint   holding)
{
  int age = ty_view_get_age (self->view, TY_CHUNK_PEOPLE_FIELD (self->chunk, gint32,
                                                                TY_PEOPLE_BIRTH)[self->index]);

  return g_strdup_printf (ngettext ("Secretary, %d year old", "Secretary, %d years old", (gulong) age), age);
}

static char *
make_new_cadre (Search *self,
                guint   holding)
{
  /* Translators: a month */
  return make_new (self, TY_NEED_NEW_CADRE, _("In the two committees since %s"));
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

static const Rule rules[TY_N_NEED_KINDS] = {
  [TY_NEED_WEAK_BASE] = { make_weak_base, NULL },
  [TY_NEED_WEAK_ECONOMY] = { make_weak_economy, N_("Operating income below (yuan)") },
  [TY_NEED_NEW_SECRETARY] = { make_new_secretary, N_("Less than so many months") },
  [TY_NEED_YOUNG_SECRETARY] = { make_young_secretary, N_("At most so many years old") },
  [TY_NEED_NEW_CADRE] = { make_new_cadre, N_("Less than so many months") },
  [TY_NEED_SPECIALIST] = { make_specialist, NULL },
  [TY_NEED_RESERVE] = { make_reserve, NULL },
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
  TyNeedKind number;

  return ty_need_kind_parse (kind, &number) ? ty_need_rule_get_usual (number) : 0;
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
  TyNeedKind number;

  return ty_need_kind_parse (kind, &number) && rules[number].limit != NULL ? g_strdup (_(rules[number].limit)) : NULL;
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
      TyNeedKind kind;

      if (!ty_need_kind_parse (ty_record_get_text (row, TY_PROGRAMME_NEED_KIND), &kind))
        continue;
      self->wanted[kind] = TRUE;
      self->urgencies[kind] = (guint) CLAMP (urgency, 0, MOST_URGENT);
      self->thresholds[kind] = threshold > 0 ? (guint) MIN (threshold, G_MAXINT) : ty_need_rule_get_usual (kind);
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
find_by_hand (Search     *self,
              TyNeedKind  kind,
              gboolean    waived)
{
  GPtrArray *rows = g_hash_table_lookup (self->by_hand, &self->person);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (ty_record_get_text (row, TY_NEED_KIND), ty_need_kind_to_string (kind)) == 0
          && (g_strcmp0 (ty_record_get_text (row, TY_NEED_WAIVED), "yes") == 0) == waived)
        return row;
    }
  return NULL;
}

static void
add_need (Search     *self,
          GPtrArray  *needs,
          TyNeedKind  kind,
          gint64      unit,
          gboolean    by_hand,
          char       *reason)
{
  TyPairingNeed *need = g_new0 (TyPairingNeed, 1);

  need->person = self->person;
  need->unit = unit;
  need->kind = ty_need_kind_to_string (kind);
  need->urgency = self->urgencies[kind];
  need->by_hand = by_hand;
  need->reason = reason;
  g_ptr_array_add (needs, need);
}

static void
apply_rule (Search     *self,
            TyNeedKind  kind,
            guint32     facts)
{
  TyRecord *waiver;
  char *reason;
  guint holding;

  if (!self->wanted[kind] || (facts & ty_need_rule_get_fact (kind)) == 0
      || !ty_need_rule_applies (self->view, self->chunk, self->index, kind, self->thresholds[kind],
                                (TyGroups){ NULL, 0 }, &holding))
    return;

  reason = rules[kind].make_reason (self, holding);
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
    if (ty_need_rule_find_place (self->view, self->chunk, self->index, facts[i], (TyGroups){ NULL, 0 }, &holding))
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
  for (TyNeedKind kind = 0; kind < TY_N_NEED_KINDS; kind++)
    {
      TyRecord *row = self->wanted[kind] ? find_by_hand (self, kind, FALSE) : NULL;
      gboolean known = FALSE;

      for (guint i = self->found->needs->len; row != NULL && i > 0 && !known; i--)
        {
          TyPairingNeed *need = g_ptr_array_index (self->found->needs, i - 1);

          if (need->person != self->person)
            break;
          known = need->kind == ty_need_kind_to_string (kind);
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

  for (TyNeedKind kind = 0; kind < TY_N_NEED_KINDS; kind++)
    asked |= self->wanted[kind] ? ty_need_rule_get_fact (kind) : 0;
  self->chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  ids = TY_CHUNK_PEOPLE_FIELD (self->chunk, gint64, TY_PEOPLE_ID);
  for (guint i = 0; i < ty_chunk_get_n (self->chunk); i++)
    {
      self->index = i;
      self->person = ids[i];
      for (TyNeedKind kind = 0; (facts[i] & asked) != 0 && kind < TY_N_NEED_KINDS; kind++)
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
