/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-plan"

#include "config.h"

#include "ty-appointment-plan.h"

#include "ty-person-table.h"
#include "ty-table.h"
#include "ty-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
line_free (gpointer data)
{
  TyAppointmentLine *line = data;

  g_free (line->path);
  g_clear_pointer (&line->file, ty_appointment_file_free);
  g_clear_pointer (&line->records, ty_appointment_records_free);
  g_free (line->name);
  g_clear_pointer (&line->twins, g_ptr_array_unref);
  g_clear_pointer (&line->changes, g_ptr_array_unref);
  g_free (line->reason);
  g_free (line);
}

static TyAppointmentLine *
line_new (const char *path)
{
  TyAppointmentLine *line = g_new0 (TyAppointmentLine, 1);

  line->path = g_strdup (path);
  line->twins = g_ptr_array_new_with_free_func (g_object_unref);
  line->changes = g_ptr_array_new_with_free_func (ty_appointment_change_free);
  return line;
}

static void
refuse (TyAppointmentLine *line,
        char              *reason)
{
  line->state = TY_APPOINTMENT_STATE_REFUSED;
  line->accepted = FALSE;
  g_free (line->reason);
  line->reason = reason;
}

static gint64
get_id (TyRecord *person)
{
  return ty_record_get_integer (person, TY_PERSON_ID);
}

static gboolean
is_named (TyRecord   *person,
          const char *name)
{
  g_autofree char *own = ty_text_fold (ty_record_get_text (person, TY_PERSON_NAME));
  g_autofree char *other = ty_text_fold (name);

  return strcmp (own, other) == 0;
}

/* An ID number belongs to one name, and says who it is. */
static gboolean
find_by_number (TyAppointmentLine  *line,
                TyDatabase         *database,
                const char         *number,
                GError            **error)
{
  g_autoptr(GPtrArray) people = ty_person_table_list_by_number (database, number, error);
  TyRecord *found;

  if (people == NULL)
    return FALSE;
  if (people->len == 0)
    return TRUE;

  found = g_ptr_array_index (people, 0);
  if (people->len > 1)
    refuse (line, g_strdup (_("Several people in the file have this ID number. Merge them first.")));
  else if (!is_named (found, line->name))
    refuse (line, g_strdup_printf (_("This ID number belongs to “%s” already."),
                                   ty_record_get_text (found, TY_PERSON_NAME)));
  else
    line->person = get_id (found);
  return TRUE;
}

static gboolean
is_same_month (TyDate a,
               TyDate b)
{
  return !ty_date_is_known (a) || !ty_date_is_known (b)
         || (a.year == b.year && (a.month == b.month || a.month == 0 || b.month == 0));
}

/* Without a common number, who has the name and may have the birth is only perhaps the same. */
static gboolean
find_by_name (TyAppointmentLine  *line,
              TyDatabase         *database,
              GError            **error)
{
  TyRecord *said = TY_RECORD (line->records->person);
  g_autoptr(GPtrArray) people = ty_person_table_list_by_name (database, line->name, error);

  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      TyRecord *person = g_ptr_array_index (people, i);

      if (ty_record_get_integer (person, TY_PERSON_MERGED_INTO) != 0
          || (ty_record_get_text (person, TY_PERSON_ID_NUMBER) != NULL
              && ty_record_get_text (said, TY_PERSON_ID_NUMBER) != NULL))
        continue;
      if (is_same_month (ty_record_get_date (person, TY_PERSON_BIRTH),
                         ty_record_get_date (said, TY_PERSON_BIRTH)))
        g_ptr_array_add (line->twins, g_object_ref (person));
    }
  return TRUE;
}

static gboolean
find_person (TyAppointmentLine  *line,
             TyDatabase         *database,
             GError            **error)
{
  const char *number = ty_record_get_text (TY_RECORD (line->records->person), TY_PERSON_ID_NUMBER);

  if (number != NULL && !find_by_number (line, database, number, error))
    return FALSE;
  if (line->person != 0 || line->reason != NULL)
    return TRUE;

  return find_by_name (line, database, error);
}

static gboolean
complete (TyAppointmentLine  *line,
          TyDatabase         *database,
          TyDate              as_of,
          GError            **error)
{
  if (!find_person (line, database, error))
    return FALSE;
  if (line->reason != NULL)
    return TRUE;
  if (line->twins->len == 0)
    return ty_appointment_line_set_person (line, database, line->person, as_of, error);

  line->state = TY_APPOINTMENT_STATE_DOUBTFUL;
  line->reason = g_strdup (_("Somebody of this name is in the county file, and no ID number says whether "
                             "it is the same person."));
  return TRUE;
}

/* Two files of one person would undo each other. */
static void
refuse_doubles (GPtrArray *plan)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->len; i++)
    {
      TyAppointmentLine *line = g_ptr_array_index (plan, i);
      const char *number = line->records != NULL
                             ? ty_record_get_text (TY_RECORD (line->records->person), TY_PERSON_ID_NUMBER)
                             : NULL;
      const char *other = number != NULL ? g_hash_table_lookup (seen, number) : NULL;

      if (number == NULL || line->state == TY_APPOINTMENT_STATE_REFUSED)
        continue;
      if (other != NULL)
        {
          g_autofree char *name = g_path_get_basename (other);

          refuse (line, g_strdup_printf (_("The file “%s” is of the same person."), name));
        }
      else
        g_hash_table_insert (seen, (gpointer) number, line->path);
    }
}

static gboolean
add_line (GPtrArray     *plan,
          TyDatabase    *database,
          const char    *path,
          TyDate         as_of,
          GError       **error)
{
  TyAppointmentLine *line = line_new (path);
  g_autoptr(GError) failure = NULL;

  g_ptr_array_add (plan, line);
  line->file = ty_appointment_file_load (path, &failure);
  if (line->file == NULL)
    {
      refuse (line, g_strdup (failure->message));
      return TRUE;
    }

  line->records = ty_appointment_records_new (line->file);
  line->name = g_strdup (ty_record_get_text (TY_RECORD (line->records->person), TY_PERSON_NAME));
  if (ty_text_width (line->name) > 2 * ty_person_info.fields[TY_PERSON_NAME].max_width)
    {
      refuse (line, g_strdup_printf (_("The name is longer than %d characters."),
                                     (int) ty_person_info.fields[TY_PERSON_NAME].max_width));
      return TRUE;
    }
  return complete (line, database, as_of, error);
}

/**
 * ty_appointment_plan_new:
 * @database: a connection
 * @paths: (array zero-terminated=1): appointment files
 * @as_of: the day for which posts are compared
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR` or %G_IO_ERROR_CANCELLED
 *
 * Reads files and compares each with the county file, in which nothing is changed. A file that cannot
 * be read is a line that is refused.
 *
 * Returns: (transfer full) (nullable) (element-type TyAppointmentLine): a line for each file
 */
GPtrArray *
ty_appointment_plan_new (TyDatabase         *database,
                         const char *const  *paths,
                         TyDate              as_of,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr(GPtrArray) plan = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_line (plan, database, paths[i], as_of, error))
      return NULL;

  refuse_doubles (plan);
  return g_steal_pointer (&plan);
}

/**
 * ty_appointment_line_set_person:
 * @self: a line that was not refused
 * @database: a connection
 * @person: the key of who it is, or 0 for somebody new
 * @as_of: the day for which posts are compared
 * @error: a `TY_STORE_ERROR`
 *
 * Says whose file it is and compares it with what the county file says of this person.
 *
 * Returns: whether it was compared
 */
gboolean
ty_appointment_line_set_person (TyAppointmentLine  *self,
                                TyDatabase         *database,
                                gint64              person,
                                TyDate              as_of,
                                GError            **error)
{
  g_return_val_if_fail (self->records != NULL, FALSE);

  self->person = person;
  g_ptr_array_set_size (self->changes, 0);
  g_clear_pointer (&self->reason, g_free);
  if (!ty_appointment_line_compare (self, database, as_of, error))
    return FALSE;

  self->state = person == 0 ? TY_APPOINTMENT_STATE_NEW
                : self->changes->len > 0 ? TY_APPOINTMENT_STATE_CHANGED
                                         : TY_APPOINTMENT_STATE_SAME;
  self->accepted = self->state != TY_APPOINTMENT_STATE_SAME;
  return TRUE;
}

/**
 * ty_appointment_plan_count:
 * @plan: (element-type TyAppointmentLine): a plan
 * @state: a state
 *
 * Returns: how many lines are in this state
 */
guint
ty_appointment_plan_count (GPtrArray          *plan,
                           TyAppointmentState  state)
{
  guint n = 0;

  for (guint i = 0; i < plan->len; i++)
    n += ((TyAppointmentLine *) g_ptr_array_index (plan, i))->state == state;

  return n;
}

/**
 * ty_appointment_state_get_word:
 * @state: a state
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_appointment_state_get_word (TyAppointmentState state)
{
  static const char *const words[] = { "refused", "new", "changed", "same", "doubtful" };

  return words[state];
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_change (JsonBuilder         *builder,
            TyAppointmentChange *change)
{
  json_builder_begin_object (builder);
  add_member (builder, "label", change->label);
  if (!change->sensitive)
    {
      add_member (builder, "old", change->old);
      add_member (builder, "new", change->new);
    }
  json_builder_end_object (builder);
}

/**
 * ty_appointment_plan_to_json:
 * @plan: (element-type TyAppointmentLine): a plan
 *
 * Returns: (transfer full): an array of an object for each file; sensitive values are left out
 */
char *
ty_appointment_plan_to_json (GPtrArray *plan)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->len; i++)
    {
      TyAppointmentLine *line = g_ptr_array_index (plan, i);
      g_autofree char *name = g_path_get_basename (line->path);

      json_builder_begin_object (builder);
      add_member (builder, "file", name);
      add_member (builder, "name", line->name);
      add_member (builder, "state", ty_appointment_state_get_word (line->state));
      add_member (builder, "reason", line->reason);
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (guint j = 0; j < line->changes->len; j++)
        add_change (builder, g_ptr_array_index (line->changes, j));
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "remarks");
      json_builder_begin_array (builder);
      for (guint j = 0; line->records != NULL && j < line->records->remarks->len; j++)
        json_builder_add_string_value (builder, g_ptr_array_index (line->records->remarks, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
