/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-agenda"

#include "config.h"

#include "ty-agenda.h"

#include "ty-agenda-pairings.h"
#include "ty-agenda-people.h"
#include "ty-grouping.h"
#include "ty-problems.h"
#include "ty-seat-table.h"
#include "ty-term-table.h"
#include "ty-term.h"
#include "ty-text.h"
#include "ty-village-counter.h"

#include <glib/gi18n-lib.h>

#define N_FEW 3            /* villages and records that are named one by one */
#define DAYS_AHEAD 365 /* how long before a term ends it is thought of */

static void
item_free (gpointer data)
{
  TyAgendaItem *item = data;

  g_free (item->text);
  g_free (item->where);
  g_free (item->detail);
  g_clear_pointer (&item->target, g_variant_unref);
  g_free (item);
}

static TyAgendaGroup
find_group (TyDate as_of,
            TyDate due)
{
  gint32 day = ty_date_to_days (due);
  gint32 today = ty_date_to_days (as_of);

  return !ty_date_is_known (due) ? TY_AGENDA_UNDATED
         : day < today ? TY_AGENDA_LATE
         : day == today ? TY_AGENDA_TODAY
         : due.year == as_of.year ? TY_AGENDA_THIS_YEAR : TY_AGENDA_LATER;
}

/**
 * ty_agenda_add:
 * @self: what is being collected
 * @text: (transfer full): what is to be done
 * @where: (transfer full): about whom and where
 * @due: by when, or none
 * @n: how many
 * @action: (transfer none): a static string: the action that leads there
 * @target: (transfer floating): its parameter
 *
 * Returns: (transfer none): what was added
 */
TyAgendaItem *
ty_agenda_add (TyAgendaCollector *self,
               char              *text,
               char              *where,
               TyDate             due,
               guint              n,
               const char        *action,
               GVariant          *target)
{
  TyAgendaItem *item = g_new0 (TyAgendaItem, 1);

  item->kind = self->kind;
  item->icon_name = self->icon_name;
  item->text = text;
  item->where = where;
  item->due = due;
  item->group = find_group (self->agenda->as_of, due);
  item->n = n;
  item->action = action;
  item->target = g_variant_ref_sink (target);
  g_ptr_array_add (self->agenda->items, item);
  return item;
}

/* The term that began last. Where no end is recorded, it ends after the years that the county’s rules
 * give it. */
static TyDate
find_end_of_term (TyAgendaCollector *self,
                  TyRecord          *term)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (self->view));
  TyDate end = ty_record_get_date (term, TY_TERM_UNTIL_DATE);

  if (!ty_date_is_known (end))
    {
      end = ty_record_get_date (term, TY_TERM_FROM_DATE);
      end = ty_date_new (end.year + (guint) ty_county_rules_get_term_years (rules), end.month,
                         end.month == 2 ? MIN (end.day, 28) : end.day);
    }
  return end;
}

static TyRecord *
find_term (GPtrArray *terms,
           TyDate     as_of)
{
  TyRecord *newest = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);
      TyDate from = ty_record_get_date (term, TY_TERM_FROM_DATE);

      if (ty_date_is_known (from) && ty_date_compare (from, as_of) <= 0
          && (newest == NULL
              || ty_date_compare (from, ty_record_get_date (newest, TY_TERM_FROM_DATE)) > 0))
        newest = term;
    }
  return newest;
}

static guint
count_who (TyAgendaCollector *self,
           TyWho              who)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (who);

  return ty_population_count (population, self->view, self->views);
}

static gboolean
add_term (TyAgendaCollector  *self,
          TyDuty              duty,
          GError            **error)
{
  TyDate as_of = self->agenda->as_of;
  g_autoptr(GPtrArray) terms = ty_term_table_list (self->database, error);
  TyRecord *term = terms != NULL ? find_term (terms, as_of) : NULL;
  g_autofree char *number = NULL;
  guint n_members, n_villages;
  TyDate end;

  if (term == NULL)
    return terms != NULL;

  end = find_end_of_term (self, term);
  n_members = count_who (self, TY_WHO_MEMBERS);
  if (n_members == 0 || ty_date_to_days (end) > ty_date_to_days (as_of) + DAYS_AHEAD)
    return TRUE;

  n_villages = count_who (self, TY_WHO_VILLAGES);
  number = ty_text_format_count (n_villages);
  ty_agenda_add (self,
                 /* Translators: the year of a term election */
                 g_strdup_printf (_("Term of %d ends"), (int) ty_record_get_integer (term, TY_TERM_YEAR)),
                 g_strdup_printf (ngettext ("%s village", "%s villages", n_villages), number), end,
                 n_members, "win.show-roster", g_variant_new ("(sss)", "members", "count", ""));
  return TRUE;
}

/* Who keeps the filings elsewhere is not told that all of them are missing here. */
static gboolean
add_unfiled (TyAgendaCollector  *self,
             TyDuty              duty,
             GError            **error)
{
  guint n = self->agenda->items->len;
  gboolean has_filings;

  if (!ty_term_table_has_filings (self->database, &has_filings, error))
    return FALSE;
  if (has_filings && !ty_agenda_add_people (self, duty, error))
    return FALSE;

  /* Many lead to the page where all of them are entered at once. */
  for (guint i = n; i < self->agenda->items->len; i++)
    {
      TyAgendaItem *item = g_ptr_array_index (self->agenda->items, i);

      if (g_str_equal (item->action, "win.show-person"))
        continue;
      item->action = "win.show-page";
      g_variant_unref (item->target);
      item->target = g_variant_ref_sink (g_variant_new_string ("filings"));
    }
  return TRUE;
}

static char *
dup_vacancies (guint n)
{
  g_autofree char *number = ty_text_format_count (n);

  return g_strdup_printf (ngettext ("%s approved seat vacant", "%s approved seats vacant", n), number);
}

static void
add_vacant_village (TyAgendaCollector  *self,
                    TyVillageTable     *table,
                    const TyVillageRow *row)
{
  const char *above = row->above != TY_VILLAGE_NONE ? ty_village_table_get (table, row->above)->name : NULL;

  ty_agenda_add (self, dup_vacancies (row->seats.vacant),
                 above != NULL ? g_strdup_printf ("%s %s", above, row->name) : g_strdup (row->name),
                 TY_DATE_NONE, row->seats.vacant, "win.show-village", g_variant_new_int64 (row->unit));
}

/* Nothing says by when a vacant seat must be taken. */
static gboolean
add_vacancies (TyAgendaCollector  *self,
               TyDuty              duty,
               GError            **error)
{
  g_autoptr(TyVillageTable) table = NULL;
  g_autofree char *number = NULL;
  gboolean has_seats;
  guint n;

  /* To count a province for nothing takes its time. */
  if (!ty_seat_table_has_rows (self->database, &has_seats, error))
    return FALSE;
  if (!has_seats)
    return TRUE;
  table = ty_village_counter_run (self->order, self->views, self->database, error);
  if (table == NULL)
    return FALSE;

  n = table->total.n_short;
  for (guint i = 0; n <= N_FEW && i < table->rows->len; i++)
    {
      const TyVillageRow *row = ty_village_table_get (table, i);

      if (row->is_village && row->seats.vacant > 0)
        add_vacant_village (self, table, row);
    }
  if (n <= N_FEW)
    return TRUE;

  number = ty_text_format_count (n);
  ty_agenda_add (self, dup_vacancies (table->total.seats.vacant),
                 /* Translators: in how many villages seats are vacant */
                 g_strdup_printf (ngettext ("in %s village", "in %s villages", n), number),
                 TY_DATE_NONE, table->total.seats.vacant, "win.show-villages",
                 g_variant_new_string ("short"));
  return TRUE;
}

static char *
dup_unit_name (TyAgendaCollector *self,
               gint64             unit)
{
  guint32 number = ty_units_find (ty_columns_get_units (ty_view_get_columns (self->view)), unit);
  const TyUnitSpan *span = number != TY_UNIT_NONE
                             ? ty_unit_tree_get_span (ty_view_get_tree (self->view), number) : NULL;

  return g_strdup (span != NULL ? span->name : "");
}

static void
add_problem (TyAgendaCollector *self,
             const TyProblem   *problem)
{
  gboolean of_person = problem->person != 0;
  guint32 row;
  char *where = of_person && ty_columns_find_person (ty_view_get_columns (self->view), problem->person,
                                                     &row)
                  ? ty_agenda_dup_name (self, row) : dup_unit_name (self, problem->unit);
  TyAgendaItem *item = ty_agenda_add (self, g_strdup (_("Record that cannot be right")), where,
                                      TY_DATE_NONE, 1,
                                      of_person ? "win.show-person" : "win.show-village",
                                      g_variant_new_int64 (of_person ? problem->person
                                                                     : problem->unit));

  item->detail = g_strdup (problem->text);
}

/* Few are named, many are one line that leads to the checks. */
static void
add_errors (TyAgendaCollector *self,
            TyProblemList     *list,
            guint              n)
{
  g_autofree char *number = ty_text_format_count (n);

  if (n > N_FEW)
    {
      ty_agenda_add (self, g_strdup_printf (_("%s records that cannot be right"), number),
                     g_strdup (""), TY_DATE_NONE, n, "win.show-page", g_variant_new_string ("checks"));
      return;
    }

  for (guint i = 0; i < list->problems->len; i++)
    {
      const TyProblem *problem = g_ptr_array_index (list->problems, i);

      if (ty_problem_kind_get_info (problem->kind)->severity == TY_SEVERITY_ERROR)
        add_problem (self, problem);
    }
}

/* To look at all records takes longer than all the rest. Where there are very many people, the checks take
 * minutes and are asked for on their own page. */
static gboolean
add_problems (TyAgendaCollector  *self,
              TyDuty              duty,
              GError            **error)
{
  const TyProblemPace pace = { .cancellable = self->cancellable };
  g_autoptr(TyProblemList) list = NULL;
  guint n;

  if (ty_columns_get_n_people (ty_view_get_columns (self->view)) > TY_PROBLEMS_MOST_UNASKED)
    return TRUE;

  /* Few are named, for which they have to be found. */
  if (!ty_problems_are_counted (self->view, ty_date_today (), &n) || (n > 0 && n <= N_FEW))
    {
      self->agenda->whole = self->whole;
      if (!self->whole)
        return TRUE;
      list = ty_problems_find (self->problems, self->view, self->database, ty_date_today (), &pace, error);
      if (list == NULL)
        return FALSE;
      n = ty_problem_list_count (list, TY_SEVERITY_ERROR);
    }
  if (n > 0)
    add_errors (self, list, n);
  return TRUE;
}

/* What is to be done. Of several that are due on the same day, the first here is the first there. */
static const struct
{
  const char *key;
  const char *icon_name;
  TyAgendaFunc add;
  TyDuty duty; /* for ty_agenda_add_people() */
} kinds[] = {
  { "term", "ty-term-symbolic", add_term, 0 },
  { "unfiled", "ty-filing-symbolic", add_unfiled, TY_DUTY_UNFILED },
  { "age_reached", "ty-calendar-symbolic", ty_agenda_add_people, TY_DUTY_AGE_REACHED },
  { "age_near", "ty-calendar-symbolic", ty_agenda_add_people, TY_DUTY_AGE_NEAR },
  { "post_ends", "ty-calendar-symbolic", ty_agenda_add_people, TY_DUTY_POST_ENDS },
  { "reserve_ends", "ty-reserve-symbolic", ty_agenda_add_people, TY_DUTY_RESERVE_ENDS },
  { "mentor_ends", "ty-link-symbolic", ty_agenda_add_people, TY_DUTY_MENTOR_ENDS },
  { "talks_overdue", "ty-link-symbolic", ty_agenda_add_talks, 0 },
  { "goals_overdue", "ty-link-symbolic", ty_agenda_add_goals, 0 },
  { "pairing_ends", "ty-link-symbolic", ty_agenda_add_pairing_ends, 0 },
  { "training_below", "ty-calendar-symbolic", ty_agenda_add_people, TY_DUTY_TRAINING },
  { "vacant", "ty-village-symbolic", add_vacancies, 0 },
  { "problem", "dialog-warning-symbolic", add_problems, 0 },
};

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TyAgendaItem *first = *(TyAgendaItem *const *) a;
  const TyAgendaItem *second = *(TyAgendaItem *const *) b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return ty_date_compare (first->due, second->due);
}

/**
 * ty_agenda_load:
 * @order: the date and the scope, with the names of everybody
 * @engine: the columns of the file
 * @database: a connection of the same state of the file
 * @whole: whether also what takes long is looked for, as in all records
 * @cancellable: (nullable): stops it between two kinds
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what the office has to do there
 */
TyAgenda *
ty_agenda_load (TyOrder       *order,
                TyEngine      *engine,
                TyDatabase    *database,
                gboolean       whole,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(TyAgenda) agenda = g_new0 (TyAgenda, 1);
  TyAgendaCollector collector = { agenda, order, ty_order_get_view (order), ty_engine_get_views (engine),
                                  ty_engine_get_problems (engine), database, NULL, NULL, whole, cancellable };

  agenda->items = g_ptr_array_new_with_free_func (item_free);
  agenda->as_of = ty_view_get_as_of (collector.view);
  agenda->whole = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      collector.kind = kinds[i].key;
      collector.icon_name = kinds[i].icon_name;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !kinds[i].add (&collector, kinds[i].duty, error))
        return NULL;
    }
  /* Stable, as the merge sort of GLib is. */
  g_ptr_array_sort (agenda->items, compare_items);
  return g_steal_pointer (&agenda);
}

void
ty_agenda_free (TyAgenda *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_agenda_get:
 * @self: what is to be done
 * @number: which, from 0
 *
 * Returns: (transfer none): the item
 */
TyAgendaItem *
ty_agenda_get (TyAgenda *self,
               guint     number)
{
  g_return_val_if_fail (number < self->items->len, NULL);

  return g_ptr_array_index (self->items, number);
}

/**
 * ty_agenda_group_get_label:
 * @self: by when something is due
 *
 * Returns: (transfer none): the heading above it
 */
const char *
ty_agenda_group_get_label (TyAgendaGroup self)
{
  static const char *const labels[] = {
    [TY_AGENDA_LATE] = N_("Late"),
    [TY_AGENDA_TODAY] = N_("Today"),
    [TY_AGENDA_THIS_YEAR] = N_("Until the end of the year"),
    [TY_AGENDA_LATER] = N_("Later"),
    [TY_AGENDA_UNDATED] = N_("Without a date"),
  };

  return _(labels[self]);
}
