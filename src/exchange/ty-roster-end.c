/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-end"

#include "config.h"

#include "ty-roster-import-private.h"

#include "ty-appointment-table.h"
#include "ty-appointment.h"
#include "ty-post-name.h"
#include "ty-person-table.h"
#include "ty-table.h"
#include "ty-term-table.h"
#include "ty-term.h"

#include <glib/gi18n-lib.h>

/* What the roster does not say: posts that it no longer names, villages that vanished, and the
 * term that begins. */

static gboolean
close_terms (TyRosterImporter  *self,
             GPtrArray         *terms,
             GError           **error)
{
  TyDate day = self->options->end_missing;

  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);

      if (ty_record_get_text (term, TY_TERM_UNTIL_DATE) != NULL
          || ty_date_compare (ty_record_get_date (term, TY_TERM_FROM_DATE), day) >= 0)
        continue;
      ty_record_set_date (term, TY_TERM_UNTIL_DATE, day);
      if (!ty_table_update (self->database, term, error))
        return FALSE;
    }
  return TRUE;
}

/* Finds the term that began in the year in which the roster ends what it does not name, or makes
 * it. */
gboolean
ty_roster_importer_begin_term (TyRosterImporter  *self,
                               GError           **error)
{
  g_autoptr(GPtrArray) terms = NULL;
  g_autoptr(TyTerm) term = NULL;
  TyDate day = self->options->end_missing;

  if (!ty_date_is_known (day))
    return TRUE;
  terms = ty_term_table_list (self->database, error);
  if (terms == NULL)
    return FALSE;
  for (guint i = 0; i < terms->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (terms, i), TY_TERM_YEAR) == day.year)
      {
        self->term = ty_record_get_integer (g_ptr_array_index (terms, i), TY_TERM_ID);
        return TRUE;
      }

  self->term = ty_store_mint_id (self->store);
  term = ty_term_new ();
  ty_record_set_integer (TY_RECORD (term), TY_TERM_ID, self->term);
  ty_record_set_integer (TY_RECORD (term), TY_TERM_YEAR, day.year);
  ty_record_set_date (TY_RECORD (term), TY_TERM_FROM_DATE, day);
  return close_terms (self, terms, error)
         && ty_table_insert (self->database, TY_RECORD (term), error);
}

static gboolean
keep_posts_of (TyRosterImporter  *self,
               GPtrArray         *people,
               GError           **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = ty_record_get_integer (g_ptr_array_index (people, i), TY_PERSON_ID);
      g_autoptr(GPtrArray) posts = ty_table_list_of (self->database, &ty_appointment_info, "person",
                                                     person, error);

      if (posts == NULL)
        return FALSE;
      for (guint j = 0; j < posts->len; j++)
        {
          gint64 id = ty_record_get_integer (g_ptr_array_index (posts, j), TY_APPOINTMENT_ID);

          g_hash_table_add (self->named, g_memdup2 (&id, sizeof id));
        }
    }
  return TRUE;
}

/* Somebody whose row is left out for an error stands on the roster all the same: nothing ends for
 * whoever it may be. */
gboolean
ty_roster_importer_keep_posts (TyRosterImporter  *self,
                               TyRosterEntry     *entry,
                               GError           **error)
{
  g_autoptr(GPtrArray) by_number = NULL;
  g_autoptr(GPtrArray) by_name = NULL;

  if (entry->id_number != NULL)
    {
      by_number = ty_person_table_list_by_number (self->database, entry->id_number, error);
      if (by_number == NULL || !keep_posts_of (self, by_number, error))
        return FALSE;
    }
  else if (entry->name != NULL)
    {
      by_name = ty_person_table_list_by_name (self->database, entry->name, error);
      if (by_name == NULL || !keep_posts_of (self, by_name, error))
        return FALSE;
    }
  return TRUE;
}

/* Held before the change and, as far as the file knows, still on the date of the roster. */
static gboolean
would_go_on (TyRosterImporter *self,
             TyRecord         *appointment,
             TyDate            change)
{
  TyDate from = ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE);
  TyDate until = ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE);

  return ty_date_compare (from, change) < 0
         && (!ty_date_is_known (until) || ty_date_compare (until, self->options->as_of) > 0);
}

/* In a plan a post that ends is a row of its own, which no sheet has: whose post it is, and which. */
static gboolean
begin_end (TyRosterImporter  *self,
           TyRecord          *appointment,
           GError           **error)
{
  g_autoptr(TyRecord) person = ty_table_get (self->database, &ty_person_info,
                                             ty_record_get_integer (appointment, TY_APPOINTMENT_PERSON), error);
  g_autofree char *post = ty_post_name_dup_of (appointment, NULL, NULL, ty_language_get_current ());
  g_autofree char *unit = ty_roster_units_dup_path (self->units,
                                                    ty_record_get_integer (appointment, TY_APPOINTMENT_UNIT));
  g_autofree char *place = g_strdup_printf ("%s %s", unit, post);

  return person != NULL
         && ty_import_tape_begin_row (self->tape, NULL, 0, ty_record_get_text (person, TY_PERSON_NAME), place,
                                      error);
}

static gboolean
end_appointment (TyRosterImporter  *self,
                 TyRecord          *appointment,
                 GError           **error)
{
  g_autoptr(TyRecord) before = ty_record_dup (appointment);

  if (self->tape != NULL && !begin_end (self, appointment, error))
    return FALSE;
  if (self->tape != NULL && ty_import_tape_get_row (self->tape) == NULL)
    return TRUE;

  ty_record_set_date (appointment, TY_APPOINTMENT_UNTIL_DATE, self->options->end_missing);
  ty_record_set_text (appointment, TY_APPOINTMENT_END_REASON, "not_on_roster");
  self->report->ended_posts++;
  return ty_import_tape_put (self->tape, self->database, before, appointment, NULL, error)
         && (self->tape == NULL || ty_import_tape_end_row (self->tape, error));
}

static void
note_vanished (TyRosterImporter *self,
               GHashTable       *vanished,
               gint64            village)
{
  if (!ty_roster_units_is_covered (self->units, village)
      && g_hash_table_add (vanished, g_memdup2 (&village, sizeof village)))
    g_ptr_array_add (self->report->vanished_villages,
                     ty_roster_units_dup_path (self->units, village));
}

static gboolean
end_below (TyRosterImporter  *self,
           gint64             township,
           GHashTable        *vanished,
           guint             *n_not_listed,
           GError           **error)
{
  g_autoptr(GPtrArray) appointments = ty_appointment_table_list_below (self->database, township,
                                                                       error);
  gboolean ends = ty_date_is_known (self->options->end_missing);
  TyDate change = ends ? self->options->end_missing : self->options->as_of;

  if (appointments == NULL)
    return FALSE;
  for (guint i = 0; i < appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (appointments, i);
      gint64 id = ty_record_get_integer (appointment, TY_APPOINTMENT_ID);

      if (g_hash_table_contains (self->named, &id) || !would_go_on (self, appointment, change))
        continue;
      note_vanished (self, vanished, ty_record_get_integer (appointment, TY_APPOINTMENT_UNIT));
      if (!ends)
        ++*n_not_listed;
      else if (!end_appointment (self, appointment, error))
        return FALSE;
    }
  return TRUE;
}

/* In the townships that the roster covers: ends what it no longer names, or only says how much that
 * would be. */
gboolean
ty_roster_importer_end_missing (TyRosterImporter  *self,
                                GError           **error)
{
  GArray *covered = ty_roster_units_get_covered (self->units);
  g_autoptr(GHashTable) vanished = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  TyImportReport *report = self->report;
  guint n = 0;

  for (guint i = 0; i < covered->len; i++)
    if (!end_below (self, g_array_index (covered, gint64, i), vanished, &n, error))
      return FALSE;

  for (guint i = 0; i < report->vanished_villages->len; i++)
    ty_import_report_add (report, FALSE, "village-vanished", NULL, 0,
                          g_strdup_printf (_("“%s” had people in office and is not on the roster. It "
                                             "was not closed."),
                                           (char *) g_ptr_array_index (report->vanished_villages, i)));
  if (n > 0)
    ty_import_report_add (report, FALSE, "not-listed", NULL, 0,
                          g_strdup_printf (ngettext ("%u post in these townships is not on the roster "
                                                     "and goes on. Give the day of the change to end "
                                                     "it.",
                                                     "%u posts in these townships are not on the "
                                                     "roster and go on. Give the day of the change to "
                                                     "end them.", n), n));
  return TRUE;
}
