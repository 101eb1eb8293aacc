/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-posts"

#include "config.h"

#include "ty-roster-import-private.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-import-table.h"
#include "ty-mandate.h"
#include "ty-parsed-post.h"
#include "ty-period.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a row says of the person's posts. */

static TyPeriod
get_period (TyRecord *appointment)
{
  return (TyPeriod){ ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE),
                     ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE) };
}

static gboolean
is_post_in (TyRecord           *appointment,
            gint64              village,
            const TyParsedPost *post)
{
  return ty_record_get_integer (appointment, TY_APPOINTMENT_UNIT) == village
         && g_strcmp0 (ty_record_get_text (appointment, TY_APPOINTMENT_POST), post->post_key) == 0
         && (post->title == NULL
             || g_strcmp0 (ty_record_get_text (appointment, TY_APPOINTMENT_TITLE), post->title) == 0);
}

/* The holding that the roster means: in force on its date, or begun just when it says. */
static TyRecord *
find_holding (TyRosterImporter   *self,
              TyRosterEntry      *entry,
              GPtrArray          *appointments,
              gint64              village,
              const TyParsedPost *post)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (appointments, i);
      TyPeriod period = get_period (appointment);

      if (is_post_in (appointment, village, post)
          && (ty_period_contains (period, self->options->as_of)
              || (ty_date_is_known (entry->since) && !ty_date_is_known (period.until)
                  && ty_date_compare (period.from, entry->since) == 0)))
        return appointment;
    }
  return NULL;
}

/* When a post begins that the file does not know yet. One date column stands for several posts, so
 * that it is believed only where the file could not have known the post before. */
static gboolean
choose_start (TyRosterImporter  *self,
              TyRosterEntry     *entry,
              TyParsedPost      *post,
              gint64             person,
              TyDate            *start,
              GError           **error)
{
  const TyRosterImportOptions *options = self->options;
  TyDate known = TY_DATE_NONE;
  g_autofree char *assumed = NULL;

  *start = entry->since;
  if (g_hash_table_contains (self->made, &person))
    return TRUE;
  if (!ty_import_table_get_last_known (self->database, person, options->as_of, &known, error))
    return FALSE;
  if (!ty_date_is_known (known) || ty_date_compare (entry->since, known) > 0)
    return TRUE;

  *start = ty_date_is_known (options->end_missing) ? options->end_missing : options->as_of;
  assumed = ty_date_to_record (*start);
  self->report->assumed_starts++;
  ty_roster_entry_add_problem (entry, self->report, FALSE, "start-assumed",
                               g_strdup_printf (_("“%s” is a new post of %s; its start was assumed as "
                                                  "%s."), post->text, entry->name, assumed));
  return TRUE;
}

static TyRecord *
add_holding (TyRosterImporter  *self,
             TyRosterEntry     *entry,
             TyParsedPost      *post,
             gint64             person,
             gint64             village,
             gboolean          *kept,
             GError           **error)
{
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  TyRecord *record = TY_RECORD (appointment);
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post->post_key);
  TyDate start;

  if (!choose_start (self, entry, post, person, &start, error))
    return NULL;
  ty_record_set_integer (record, TY_APPOINTMENT_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_APPOINTMENT_PERSON, person);
  ty_record_set_integer (record, TY_APPOINTMENT_UNIT, village);
  ty_record_set_text (record, TY_APPOINTMENT_POST, post->post_key);
  if (code != NULL)
    ty_record_set_text (record, TY_APPOINTMENT_BODY, ty_code_get_attribute (code, "body"));
  ty_record_set_text (record, TY_APPOINTMENT_TITLE, post->title);
  ty_record_set_date (record, TY_APPOINTMENT_FROM_DATE, start);
  if (!ty_import_tape_put (self->tape, self->database, NULL, record, kept, error))
    return NULL;

  self->report->new_posts += *kept;
  return g_object_ref (record);
}

/* Where a secretary comes from (四个一批): as the roster's word says; where the word does not tell,
 * one who was secretary the day before was retained. */
static const char *
choose_batch (TyRosterImporter *self,
              TyRosterEntry    *entry,
              GPtrArray        *appointments,
              const char       *post)
{
  TyCode *source = entry->source != NULL
                     ? ty_code_list_lookup (ty_code_list_get_shipped ("source"), entry->source) : NULL;
  const char *batch = source != NULL ? ty_code_get_attribute (source, "batch") : NULL;
  TyDate eve = ty_date_add_days (self->options->end_missing, -1);

  if (batch != NULL && *batch != '\0')
    return batch;

  for (guint i = 0; i < appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (appointments, i);

      if (g_strcmp0 (ty_record_get_text (appointment, TY_APPOINTMENT_POST), post) == 0
          && ty_period_contains (get_period (appointment), eve))
        return "retained";
    }
  return NULL;
}

static gboolean
has_mandate (TyRosterImporter *self,
             GPtrArray        *mandates,
             gint64            appointment)
{
  for (guint i = 0; i < mandates->len; i++)
    {
      TyRecord *mandate = g_ptr_array_index (mandates, i);

      if (ty_record_get_integer (mandate, TY_MANDATE_APPOINTMENT) == appointment
          && ty_record_get_integer (mandate, TY_MANDATE_TERM) == self->term)
        return TRUE;
    }
  return FALSE;
}

static gboolean
give_mandate (TyRosterImporter  *self,
              TyRosterEntry     *entry,
              GPtrArray         *appointments,
              TyRecord          *holding,
              gint64             person,
              GError           **error)
{
  g_autoptr(GPtrArray) mandates = NULL;
  g_autoptr(TyMandate) mandate = NULL;
  gint64 appointment = ty_record_get_integer (holding, TY_APPOINTMENT_ID);

  if (self->term == 0)
    return TRUE;
  mandates = ty_roster_importer_list_of (self, &ty_mandate_info, person, error);
  if (mandates == NULL)
    return FALSE;
  if (has_mandate (self, mandates, appointment))
    return TRUE;

  mandate = ty_mandate_new ();
  ty_record_set_integer (TY_RECORD (mandate), TY_MANDATE_PERSON, person);
  ty_record_set_integer (TY_RECORD (mandate), TY_MANDATE_APPOINTMENT, appointment);
  ty_record_set_integer (TY_RECORD (mandate), TY_MANDATE_TERM, self->term);
  ty_record_set_text (TY_RECORD (mandate), TY_MANDATE_SOURCE, entry->source);
  ty_record_set_text (TY_RECORD (mandate), TY_MANDATE_SOURCE_TEXT, entry->source_text);
  ty_record_set_text (TY_RECORD (mandate), TY_MANDATE_BATCH,
                      choose_batch (self, entry, appointments,
                                    ty_record_get_text (holding, TY_APPOINTMENT_POST)));
  return ty_import_tape_put (self->tape, self->database, NULL, TY_RECORD (mandate), NULL, error);
}

/* 东山村党支部书记、书记: in its own village a post can be said twice. */
static gboolean
is_said_before (TyRosterEntry *entry,
                guint          nth,
                const gint64  *units)
{
  TyParsedPost *post = g_ptr_array_index (entry->posts, nth);

  for (guint i = 0; i < nth; i++)
    {
      TyParsedPost *before = g_ptr_array_index (entry->posts, i);

      if (units[i] == units[nth] && strcmp (before->post_key, post->post_key) == 0
          && g_strcmp0 (before->title, post->title) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Keeps or begins a post of an entry and gives it its mandate in the term. */
static gboolean
take_post (TyRosterImporter  *self,
           TyRosterEntry     *entry,
           GPtrArray         *appointments,
           TyParsedPost      *post,
           gint64             person,
           gint64             unit,
           GError           **error)
{
  TyRecord *known = find_holding (self, entry, appointments, unit, post);
  gboolean kept = TRUE;
  g_autoptr(TyRecord) holding = known != NULL ? g_object_ref (known)
                                              : add_holding (self, entry, post, person, unit, &kept, error);
  gint64 id;

  if (holding == NULL)
    return FALSE;
  if (!kept)
    return TRUE;

  id = ty_record_get_integer (holding, TY_APPOINTMENT_ID);
  g_hash_table_add (self->named, g_memdup2 (&id, sizeof id));
  return give_mandate (self, entry, appointments, holding, person, error);
}

/* A post before which another unit stands is one of that unit: 下河村, 党支部书记、东山村党组织委员. */
gboolean
ty_roster_importer_take_posts (TyRosterImporter  *self,
                               TyRosterEntry     *entry,
                               gint64             person,
                               gint64             village,
                               GError           **error)
{
  g_autoptr(GPtrArray) appointments = ty_roster_importer_list_of (self, &ty_appointment_info, person, error);
  g_autofree gint64 *units = g_new0 (gint64, entry->posts->len);

  if (appointments == NULL)
    return FALSE;
  for (guint i = 0; i < entry->posts->len; i++)
    {
      TyParsedPost *post = g_ptr_array_index (entry->posts, i);

      units[i] = ty_roster_units_find_named (self->units, village, post->unit, error);
      if (units[i] == 0)
        return FALSE;
      if (!is_said_before (entry, i, units)
          && !take_post (self, entry, appointments, post, person, units[i], error))
        return FALSE;
    }
  return TRUE;
}
