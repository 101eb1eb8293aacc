/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-agenda"

#include "config.h"

#include "ty-agenda-pairings.h"

#include "ty-pairing-status.h"
#include "ty-text.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define N_FEW 3 /* pairs that are named one by one, and townships that are named */

/* Duties about pairings: talks, milestones and ends. Few are named and lead to the mentee; many are one row by
 * township that leads to the board. */

typedef struct
{
  TyAgendaCollector *collector; /* (unowned) */
  GPtrArray *chosen;            /* (element-type TyPairingStatus) (unowned) */
  const char *label;            /* what is to be done, in the user’s language */
  TyDate (*get_due) (TyPairingStatus *status,
                     TyDate           as_of);
  char *(*dup_detail) (TyPairingStatus *status);
} Duty;

static const char *
get_unit_name (TyAgendaCollector *self,
               guint32            unit)
{
  const TyUnitSpan *span = unit != TY_UNIT_NONE ? ty_unit_tree_get_span (ty_view_get_tree (self->view), unit)
                                                : NULL;

  return span != NULL ? span->name : NULL;
}

/* 石泉镇 后凤泉村 · 梁刚生 ← 李云: who is helped by whom. */
static char *
dup_place (TyAgendaCollector *self,
           TyPairingStatus   *status)
{
  const char *unit = get_unit_name (self, status->unit);
  const char *township = status->township != status->unit ? get_unit_name (self, status->township) : NULL;
  /* Translators: a mentee and the mentor */
  g_autofree char *pair = g_strdup_printf (_("%s with %s"), status->row->mentee, status->row->mentor);

  if (unit == NULL)
    return g_steal_pointer (&pair);
  return township != NULL ? g_strdup_printf ("%s %s · %s", township, unit, pair)
                          : g_strdup_printf ("%s · %s", unit, pair);
}

static void
add_each (Duty *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      TyPairingStatus *status = g_ptr_array_index (self->chosen, i);
      TyAgendaItem *item = ty_agenda_add (self->collector, g_strdup (self->label),
                                          dup_place (self->collector, status),
                                          self->get_due (status, self->collector->agenda->as_of), 1,
                                          "win.show-person", g_variant_new_int64 (status->person));

      item->detail = self->dup_detail (status);
    }
}

/* Each township with how many, those with the most first; of many townships only how many they are. */
static char *
dup_townships (Duty *self)
{
  g_autoptr(GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      guint32 township = ((TyPairingStatus *) g_ptr_array_index (self->chosen, i))->township;
      guint one = 1;
      guint j = 0;

      while (j < units->len && g_array_index (units, guint32, j) != township)
        j++;
      if (j < units->len)
        g_array_index (counts, guint, j)++;
      else
        {
          g_array_append_val (units, township);
          g_array_append_val (counts, one);
        }
    }
  if (units->len > N_FEW)
    {
      g_autofree char *number = ty_text_format_count (units->len);

      return g_strdup_printf (ngettext ("in %s township", "in %s townships", units->len), number);
    }
  for (guint n = 0; n < units->len; n++)
    {
      guint most = 0;

      for (guint j = 1; j < units->len; j++)
        if (g_array_index (counts, guint, j) > g_array_index (counts, guint, most))
          most = j;
      g_string_append_printf (text, "%s%s %u", n > 0 ? ty_words_get_separator () : "",
                              get_unit_name (self->collector, g_array_index (units, guint32, most)) != NULL
                                ? get_unit_name (self->collector, g_array_index (units, guint32, most)) : "—",
                              g_array_index (counts, guint, most));
      g_array_index (counts, guint, most) = 0;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_all (Duty *self)
{
  TyDate as_of = self->collector->agenda->as_of;
  TyDate first = TY_DATE_NONE;
  guint n = self->chosen->len;
  g_autofree char *number = ty_text_format_count (n);
  g_autofree char *pairs = g_strdup_printf (ngettext ("%s pair", "%s pairs", n), number);
  TyAgendaItem *item;

  for (guint i = 0; i < n; i++)
    {
      TyDate due = self->get_due (g_ptr_array_index (self->chosen, i), as_of);

      if (ty_date_is_known (due) && (!ty_date_is_known (first) || ty_date_compare (due, first) < 0))
        first = due;
    }
  item = ty_agenda_add (self->collector,
                        /* Translators: what is to be done, and how many it is about */
                        g_strdup_printf (C_("to do", "%s: %s"), self->label, pairs), dup_townships (self), first,
                        n, "win.show-page", g_variant_new_string ("pairing"));
  item->many = TRUE;
}

static gboolean
add_duty (TyAgendaCollector  *collector,
          Duty               *duty,
          gboolean          (*is_due) (TyPairingStatus *status),
          GError            **error)
{
  g_autoptr(GPtrArray) all = ty_pairing_status_list (collector->view, collector->database, FALSE, error);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_due (g_ptr_array_index (all, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
  duty->collector = collector;
  duty->chosen = chosen;
  if (chosen->len > N_FEW)
    add_all (duty);
  else
    add_each (duty);
  return all != NULL;
}

static gboolean
talks_are_due (TyPairingStatus *status)
{
  return status->overdue;
}

/* What a month lacks was due at its end, what is late in this one is due now. */
static TyDate
get_day_of_talks (TyPairingStatus *status,
                  TyDate           as_of)
{
  if (status->talks.missed > 0 && status->talks.done == 0)
    return ty_date_add_days (ty_date_new (as_of.year, MAX (as_of.month, 1), 1), -1);
  return as_of;
}

static char *
dup_detail_of_talks (TyPairingStatus *status)
{
  return g_strdup_printf (ngettext ("%u of %u talks this month, the last %d day ago",
                                    "%u of %u talks this month, the last %d days ago",
                                    (gulong) MAX (status->talks.since, 0)),
                          status->talks.done, status->talks.due, MAX (status->talks.since, 0));
}

/**
 * ty_agenda_add_talks:
 * @self: gets what is found
 * @duty: not used
 * @error: a `TY_STORE_ERROR`
 *
 * Adds pairings in which talks are overdue.
 *
 * Returns: whether all was read
 */
gboolean
ty_agenda_add_talks (TyAgendaCollector  *self,
                     TyDuty              duty,
                     GError            **error)
{
  Duty talks = { .label = _("Talks are overdue"), .get_due = get_day_of_talks,
                 .dup_detail = dup_detail_of_talks };

  return add_duty (self, &talks, talks_are_due, error);
}

static gboolean
goals_are_due (TyPairingStatus *status)
{
  return status->meets && status->n_late > 0;
}

static TyDate
get_day_of_goals (TyPairingStatus *status,
                  TyDate           as_of)
{
  return status->goal;
}

static char *
dup_detail_of_goals (TyPairingStatus *status)
{
  return g_strdup_printf (ngettext ("%u of %u milestone reached", "%u of %u milestones reached", status->n_goals),
                          status->n_reached, status->n_goals);
}

/**
 * ty_agenda_add_goals:
 * @self: gets what is found
 * @duty: not used
 * @error: a `TY_STORE_ERROR`
 *
 * Adds pairings with milestones that were not reached in time.
 *
 * Returns: whether all was read
 */
gboolean
ty_agenda_add_goals (TyAgendaCollector  *self,
                     TyDuty              duty,
                     GError            **error)
{
  Duty goals = { .label = _("Milestones are overdue"), .get_due = get_day_of_goals,
                 .dup_detail = dup_detail_of_goals };

  return add_duty (self, &goals, goals_are_due, error);
}

static gboolean
end_is_due (TyPairingStatus *status)
{
  return status->end != TY_PAIRING_GOES_ON;
}

static TyDate
get_day_of_end (TyPairingStatus *status,
                TyDate           as_of)
{
  return status->until;
}

static char *
dup_detail_of_end (TyPairingStatus *status)
{
  return g_strdup (status->end == TY_PAIRING_ENDED ? _("It has no result yet.") : NULL);
}

/**
 * ty_agenda_add_pairing_ends:
 * @self: gets what is found
 * @duty: not used
 * @error: a `TY_STORE_ERROR`
 *
 * Adds pairings that end soon, or should have.
 *
 * Returns: whether all was read
 */
gboolean
ty_agenda_add_pairing_ends (TyAgendaCollector  *self,
                            TyDuty              duty,
                            GError            **error)
{
  Duty ends = { .label = _("Pairing ends"), .get_due = get_day_of_end, .dup_detail = dup_detail_of_end };

  return add_duty (self, &ends, end_is_due, error);
}
