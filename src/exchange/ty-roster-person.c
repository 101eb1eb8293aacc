/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-person"

#include "config.h"

#include "ty-roster-import-private.h"

#include "ty-appointment.h"
#include "ty-background.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-education.h"
#include "ty-import-table.h"
#include "ty-person-table.h"
#include "ty-pinyin.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a row says of the person: who it is, the fields, the sources and the education. */

static gint64
get_id (TyRecord *person)
{
  return ty_record_get_integer (person, TY_PERSON_ID);
}

/* By the ID number, which belongs to one name. */
static gboolean
find_by_number (TyRosterImporter  *self,
                TyRosterEntry     *entry,
                TyPerson         **person,
                GError           **error)
{
  g_autoptr(GPtrArray) people = ty_person_table_list_by_number (self->database, entry->id_number,
                                                                error);
  TyRecord *found;

  if (people == NULL)
    return FALSE;
  if (people->len == 0)
    return TRUE;

  found = g_ptr_array_index (people, 0);
  if (people->len > 1)
    ty_roster_entry_add_number_problem (entry, self->report, "id-ambiguous",
                                        g_strdup (_("Several people in the file have this ID number. "
                                                    "Merge them first.")));
  else if (!ty_roster_entry_has_name (entry, ty_record_get_text (found, TY_PERSON_NAME)))
    ty_roster_entry_add_number_problem (entry, self->report, "id-two-names",
                                        g_strdup_printf (_("This ID number belongs to “%s” already."),
                                                         ty_record_get_text (found, TY_PERSON_NAME)));
  else
    *person = g_object_ref (TY_PERSON (found));
  return TRUE;
}

static gboolean
holds_post_in (TyRosterImporter  *self,
               gint64             person,
               gint64             village,
               gboolean          *holds,
               GError           **error)
{
  g_autoptr(GPtrArray) posts = ty_table_list_of (self->database, &ty_appointment_info, "person",
                                                 person, error);

  if (posts == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    *holds |= ty_record_get_integer (g_ptr_array_index (posts, i), TY_APPOINTMENT_UNIT) == village;
  return TRUE;
}

static gboolean
is_same_month (TyDate a,
               TyDate b)
{
  return ty_date_is_known (a) && a.year == b.year && (a.month == b.month || a.month == 0 || b.month == 0);
}

/* A table that says neither birth nor village. */
static gboolean
is_name_alone (TyRosterEntry *entry)
{
  return !ty_date_is_known (entry->birth) && entry->village == NULL && entry->id_number == NULL;
}

/* Who has the name and the month of birth, or the name and a post in the village, is perhaps the same; two
 * numbers tell two people apart. */
static gboolean
find_twins (TyRosterImporter  *self,
            TyRosterEntry     *entry,
            gint64             village,
            GError           **error)
{
  TyImportRow *row = ty_import_tape_get_row (self->tape);
  g_autoptr(GPtrArray) people = NULL;

  if (entry->id_number != NULL && !g_hash_table_contains (self->unnumbered, entry->name))
    return TRUE;
  people = ty_person_table_list_by_name (self->database, entry->name, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      TyRecord *candidate = g_ptr_array_index (people, i);
      gboolean holds = FALSE;

      if (entry->id_number != NULL && ty_record_get_text (candidate, TY_PERSON_ID_NUMBER) != NULL)
        continue;
      if (!holds_post_in (self, get_id (candidate), village, &holds, error))
        return FALSE;
      if (!holds && !is_name_alone (entry)
          && !is_same_month (entry->birth, ty_record_get_date (candidate, TY_PERSON_BIRTH)))
        continue;
      if (row->twins == NULL)
        row->twins = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (row->twins, g_object_ref (candidate));
    }
  if (row->twins == NULL)
    return TRUE;

  entry->failed = TRUE;
  row->state = TY_IMPORT_STATE_DOUBTFUL;
  row->reason = ty_import_plan_intern (ty_import_tape_get_plan (self->tape),
                                       _("Somebody of this name is in the county file, and no ID number says "
                                         "whether it is the same person."));
  return TRUE;
}

/* Without a number: the same name, the same birth and a post in the same village, of one person. */
static gboolean
find_by_name (TyRosterImporter  *self,
              TyRosterEntry     *entry,
              gint64             village,
              TyPerson         **person,
              GError           **error)
{
  g_autoptr(GPtrArray) people = ty_person_table_list_by_name (self->database, entry->name, error);
  g_autofree char *birth = ty_date_to_iso (entry->birth);
  TyRecord *found = NULL;
  guint n = 0;

  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      TyRecord *candidate = g_ptr_array_index (people, i);
      gboolean holds = FALSE;

      if (*birth == '\0' || g_strcmp0 (ty_record_get_text (candidate, TY_PERSON_BIRTH), birth) != 0)
        continue;
      if (!holds_post_in (self, get_id (candidate), village, &holds, error))
        return FALSE;
      if (holds)
        {
          found = candidate;
          n++;
        }
    }
  if (n == 1)
    {
      *person = g_object_ref (TY_PERSON (found));
      ty_roster_entry_add_problem (entry, self->report, FALSE, "known-by-name",
                                   g_strdup (_("Without an ID number, the person was recognised by "
                                               "name, birth and village.")));
    }
  return TRUE;
}

/* A later roster is right; an earlier one only fills gaps. */
static void
set_text (TyRosterImporter *self,
          TyRecord         *person,
          guint             field,
          const char       *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (self->newest || ty_record_get_text (person, field) == NULL)
    ty_record_set_text (person, field, text);
}

static void
set_date (TyRosterImporter *self,
          TyRecord         *person,
          guint             field,
          TyDate            date)
{
  TyDate present = ty_record_get_date (person, field);

  /* 1978 says nothing against 1978-05. */
  if (!ty_date_is_known (date)
      || (date.month == 0 && present.year == date.year)
      || (date.day == 0 && present.year == date.year && present.month == date.month))
    return;
  if (self->newest || !ty_date_is_known (present))
    ty_record_set_date (person, field, date);
}

/* A word of a list and the text of an unknown one exclude each other. */
static void
set_word (TyRosterImporter *self,
          TyRecord         *person,
          guint             field,
          guint             text_field,
          const char       *key,
          const char       *text)
{
  if (key != NULL && (self->newest || ty_record_get_text (person, field) == NULL))
    {
      ty_record_set_text (person, field, key);
      ty_record_set_text (person, text_field, NULL);
    }
  else if (text != NULL && ty_record_get_text (person, field) == NULL)
    ty_record_set_text (person, text_field, text);
}

static void
set_fields (TyRosterImporter *self,
            TyRecord         *person,
            TyRosterEntry    *entry)
{
  set_text (self, person, TY_PERSON_SEX, entry->sex);
  set_date (self, person, TY_PERSON_BIRTH, entry->birth);
  set_word (self, person, TY_PERSON_ETHNICITY, TY_PERSON_ETHNICITY_TEXT, entry->ethnicity,
            entry->ethnicity_text);
  set_text (self, person, TY_PERSON_NATIVE_PLACE, entry->native_place);
  set_word (self, person, TY_PERSON_POLITICAL, TY_PERSON_POLITICAL_TEXT, entry->political,
            entry->political_text);
  set_date (self, person, TY_PERSON_PARTY_DATE, entry->party_date);
  set_date (self, person, TY_PERSON_WORK_DATE, entry->work_date);
  set_text (self, person, TY_PERSON_PHONE, entry->phone);
  set_text (self, person, TY_PERSON_NOTE, entry->note);
}

static gint64
add_person (TyRosterImporter  *self,
            TyRosterEntry     *entry,
            GError           **error)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  TyRecord *record = TY_RECORD (person);
  gint64 id;

  ty_record_set_text (record, TY_PERSON_NAME, entry->name);
  if (!ty_import_tape_is_unwritten (self->tape))
    ty_record_take_text (record, TY_PERSON_PINYIN, ty_pinyin_for_name (entry->name));
  ty_record_set_text (record, TY_PERSON_ID_NUMBER, entry->id_number);
  set_fields (self, record, entry);
  id = ty_store_mint_id (self->store);
  ty_record_set_integer (record, TY_PERSON_ID, id);
  if (!ty_import_tape_put (self->tape, self->database, NULL, record, NULL, error))
    return 0;

  g_hash_table_add (self->made, g_memdup2 (&id, sizeof id));
  if (entry->id_number == NULL)
    g_hash_table_add (self->unnumbered, g_strdup (entry->name));
  self->fresh = id;
  self->report->new_people++;
  return id;
}

static gint64
update_person (TyRosterImporter  *self,
               TyPerson          *person,
               TyRosterEntry     *entry,
               GError           **error)
{
  g_autoptr(TyRecord) before = ty_record_dup (TY_RECORD (person));
  gint64 id = get_id (before);
  gboolean again = g_hash_table_contains (self->handled, &id);

  set_fields (self, TY_RECORD (person), entry);
  if (again)
    ty_roster_entry_add_problem (entry, self->report, FALSE, "listed-twice",
                                 g_strdup_printf (_("“%s” stands on the roster more than once; the "
                                                    "posts were put together."), entry->name));
  else
    self->report->known_people++;
  if (ty_record_equal (before, TY_RECORD (person)))
    return id;

  self->report->changed_people += !again;
  return ty_import_tape_put (self->tape, self->database, before, TY_RECORD (person), NULL, error) ? id : 0;
}

static gboolean
has_source (GPtrArray  *backgrounds,
            const char *source)
{
  for (guint i = 0; i < backgrounds->len; i++)
    if (g_strcmp0 (ty_record_get_text (g_ptr_array_index (backgrounds, i), TY_BACKGROUND_SOURCE), source) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
take_source (TyRosterImporter  *self,
             TyRosterEntry     *entry,
             gint64             person,
             GError           **error)
{
  g_autoptr(GPtrArray) backgrounds = NULL;
  guint n = entry->sources != NULL ? entry->sources->len : 1;

  if (entry->source == NULL)
    return TRUE;
  backgrounds = ty_roster_importer_list_of (self, &ty_background_info, person, error);
  if (backgrounds == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *source = entry->sources != NULL ? g_ptr_array_index (entry->sources, i) : entry->source;
      g_autoptr(TyBackground) background = NULL;

      if (has_source (backgrounds, source))
        continue;
      background = ty_background_new ();
      ty_record_set_integer (TY_RECORD (background), TY_BACKGROUND_PERSON, person);
      ty_record_set_text (TY_RECORD (background), TY_BACKGROUND_SOURCE, source);
      if (!ty_import_tape_put (self->tape, self->database, NULL, TY_RECORD (background), NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
fill_study (TyRecord      *education,
            TyRosterStudy *study)
{
  ty_record_set_text (education, TY_EDUCATION_MODE, study->mode);
  ty_record_set_text (education, TY_EDUCATION_LEVEL, study->level);
  ty_record_set_text (education, TY_EDUCATION_LEVEL_TEXT, study->text);
  ty_record_set_text (education, TY_EDUCATION_OUTCOME, study->outcome);
  if (study->school != NULL)
    ty_record_set_text (education, TY_EDUCATION_SCHOOL, study->school);
}

static gboolean
add_study (TyRosterImporter  *self,
           TyRosterStudy     *study,
           gint64             person,
           TyDate             finished,
           GError           **error)
{
  g_autoptr(TyEducation) education = ty_education_new ();
  TyRecord *record = TY_RECORD (education);

  ty_record_set_integer (record, TY_EDUCATION_PERSON, person);
  ty_record_set_integer (record, TY_EDUCATION_ID, ty_store_mint_id (self->store));
  ty_record_set_date (record, TY_EDUCATION_UNTIL_DATE, finished);
  fill_study (record, study);
  return ty_import_tape_put (self->tape, self->database, NULL, record, NULL, error);
}

static gboolean
is_same_study (TyRecord      *education,
               TyRosterStudy *study)
{
  return g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_LEVEL), study->level) == 0
         && g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_OUTCOME), study->outcome) == 0
         && g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_LEVEL_TEXT), study->text) == 0;
}

/* An education that the file did not know on an earlier date cannot hold on that date: it is taken
 * as finished by the date of this roster, and said so. */
static gboolean
add_later_study (TyRosterImporter  *self,
                 TyRosterEntry     *entry,
                 TyRosterStudy     *study,
                 gint64             person,
                 GError           **error)
{
  TyDate known = TY_DATE_NONE;

  if (person != self->fresh
      && !ty_import_table_get_last_known (self->database, person, self->options->as_of, &known, error))
    return FALSE;
  if (!ty_date_is_known (known))
    return add_study (self, study, person, TY_DATE_NONE, error);

  ty_roster_entry_add_problem (entry, self->report, FALSE, "finish-assumed",
                               g_strdup (_("The education is new and undated. It was taken as finished "
                                           "by the date of the roster.")));
  return add_study (self, study, person, self->options->as_of, error);
}

static gboolean
take_study (TyRosterImporter  *self,
            TyRosterEntry     *entry,
            TyRosterStudy     *study,
            GPtrArray         *educations,
            gint64             person,
            GError           **error)
{
  for (guint i = 0; i < educations->len; i++)
    {
      TyRecord *education = g_ptr_array_index (educations, i);
      const char *mode = ty_record_get_text (education, TY_EDUCATION_MODE);
      g_autoptr(TyRecord) before = NULL;

      if (!is_same_study (education, study)
          || (study->mode != NULL && mode != NULL && strcmp (study->mode, mode) != 0))
        continue;
      if (study->school == NULL
          || (ty_record_get_text (education, TY_EDUCATION_SCHOOL) != NULL && !self->newest)
          || g_strcmp0 (ty_record_get_text (education, TY_EDUCATION_SCHOOL), study->school) == 0)
        return TRUE;
      before = ty_record_dup (education);
      ty_record_set_text (education, TY_EDUCATION_SCHOOL, study->school);
      return ty_import_tape_put (self->tape, self->database, before, education, NULL, error);
    }
  if (educations->len > 0 && !self->newest)
    return TRUE;

  return add_later_study (self, entry, study, person, error);
}

static gboolean
take_studies (TyRosterImporter  *self,
              TyRosterEntry     *entry,
              gint64             person,
              GError           **error)
{
  g_autoptr(GPtrArray) educations = ty_roster_importer_list_of (self, &ty_education_info, person, error);

  if (educations == NULL)
    return FALSE;
  for (guint i = 0; i < entry->studies->len; i++)
    if (!take_study (self, entry, g_ptr_array_index (entry->studies, i), educations, person, error))
      return FALSE;

  return TRUE;
}

/* A later roster is right; an earlier one only fills gaps. */
static gboolean
take_own (TyRosterImporter  *self,
          TyRosterEntry     *entry,
          gint64             person,
          GError           **error)
{
  g_autoptr(GPtrArray) values = NULL;

  if (entry->own->len == 0)
    return TRUE;

  values = ty_roster_importer_list_of (self, &ty_custom_value_info, person, error);
  for (guint i = 0; values != NULL && i < entry->own->len; i++)
    {
      const TyRosterOwn *own = &g_array_index (entry->own, TyRosterOwn, i);
      TyRecord *known = ty_custom_table_find_value (values, ty_custom_field_get_key (own->field));
      const char *old = known != NULL ? ty_record_get_text (known, TY_CUSTOM_VALUE_VALUE) : NULL;

      if ((self->newest || known == NULL)
          && !ty_import_tape_put_own (self->tape, self->store, own->field, person, old, own->value, error))
        return FALSE;
    }
  return values != NULL;
}

/* The user said who it is. */
static gboolean
get_answered (TyRosterImporter  *self,
              TyImportRow       *row,
              TyPerson         **person,
              GError           **error)
{
  TyRecord *record;

  if (row->subject == 0)
    return TRUE;

  record = ty_table_get (self->database, &ty_person_info, row->subject, error);
  *person = record != NULL ? TY_PERSON (record) : NULL;
  return record != NULL;
}

static gboolean
find_person (TyRosterImporter  *self,
             TyRosterEntry     *entry,
             gint64             village,
             TyPerson         **person,
             GError           **error)
{
  TyImportRow *row = ty_import_tape_get_row (self->tape);

  if (row != NULL && row->answered)
    return get_answered (self, row, person, error);
  if (!(entry->id_number != NULL ? find_by_number (self, entry, person, error)
                                 : find_by_name (self, entry, village, person, error)))
    return FALSE;
  if (row == NULL || *person != NULL || entry->failed)
    return TRUE;

  return find_twins (self, entry, village, error);
}

/* What is done again must be done to the same person. */
static void
note_person (TyRosterImporter *self,
             TyPerson         *person)
{
  TyImportRow *row = ty_import_tape_get_row (self->tape);
  gint64 id = person != NULL ? get_id (TY_RECORD (person)) : 0;

  if (row == NULL || ty_import_tape_is_applying (self->tape))
    return;

  row->again = id != 0 && g_hash_table_contains (self->handled, &id);
  if (!g_hash_table_contains (self->made, &id))
    row->subject = id;
}

/* Finds or makes the person of an entry and takes over what the row says; 0 without an error where
 * the entry is refused. */
gint64
ty_roster_importer_take_person (TyRosterImporter  *self,
                                TyRosterEntry     *entry,
                                gint64             village,
                                GError           **error)
{
  g_autoptr(TyPerson) person = NULL;
  gint64 id;

  self->fresh = 0;
  if (!find_person (self, entry, village, &person, error) || entry->failed)
    return 0;
  if (person == NULL && self->known_only)
    {
      ty_roster_entry_add_problem (entry, self->report, TRUE, "nobody",
                                   g_strdup (_("Nobody in the county file is this person. Enter the person "
                                               "first, or import a roster with the person.")));
      return 0;
    }

  note_person (self, person);
  if (person == NULL && ty_roster_importer_is_alone (self, entry))
    ty_import_tape_leave_unwritten (self->tape);
  if (self->known_only)
    id = get_id (TY_RECORD (person));
  else
    id = person != NULL ? update_person (self, person, entry, error) : add_person (self, entry, error);
  if (id == 0)
    return 0;
  if (!self->known_only
      && (!take_source (self, entry, id, error) || !take_studies (self, entry, id, error)
          || !take_own (self, entry, id, error)))
    return 0;

  g_hash_table_add (self->handled, g_memdup2 (&id, sizeof id));
  return id;
}
