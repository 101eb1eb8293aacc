/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-group-edit"

#include "config.h"

#include "ty-group-edit.h"

#include "ty-action-log.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-person.h"
#include "ty-reserve.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PEOPLE_AT_ONCE 50 /* between two looks at whether it was cancelled */

/* The same for many people as one action. What is planned is decided by the same function as what is
 * done, person by person, so that nothing is done that was not shown. */

typedef enum
{
  CHANGED,
  SAME,
  REFUSED,
} Outcome;

typedef struct
{
  Outcome outcome;
  char *name;       /* (owned) (nullable): of the person */
  char *reason;     /* (owned) (nullable): why it is refused */
  GPtrArray *rows;  /* (owned) (element-type TyRecord): what is written, or goes */
  gboolean present; /* of a field of the county: whether there is a value already */
} Decision;

static void
decision_clear (Decision *decision)
{
  g_clear_pointer (&decision->name, g_free);
  g_clear_pointer (&decision->reason, g_free);
  g_clear_pointer (&decision->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

static void
refusal_free (gpointer data)
{
  TyGroupRefusal *refusal = data;

  g_free (refusal->name);
  g_free (refusal->reason);
  g_free (refusal);
}

void
ty_group_report_free (TyGroupReport *self)
{
  g_ptr_array_unref (self->refused);
  g_free (self);
}

static TyGroupReport *
report_new (void)
{
  TyGroupReport *self = g_new0 (TyGroupReport, 1);

  self->refused = g_ptr_array_new_with_free_func (refusal_free);
  return self;
}

static gboolean
refuse (Decision   *decision,
        const char *reason)
{
  decision->outcome = REFUSED;
  decision->reason = g_strdup (reason);
  return TRUE;
}

static gboolean
is_filled (TyRecord *record,
           guint     field)
{
  return TY_FIELD_IS_NUMBER (&ty_record_get_info (record)->fields[field])
           ? ty_record_get_integer (record, field) != 0
           : ty_record_get_text (record, field) != NULL;
}

static gboolean
is_same_value (TyRecord *a,
               TyRecord *b,
               guint     field)
{
  return TY_FIELD_IS_NUMBER (&ty_record_get_info (a)->fields[field])
           ? ty_record_get_integer (a, field) == ty_record_get_integer (b, field)
           : g_strcmp0 (ty_record_get_text (a, field), ty_record_get_text (b, field)) == 0;
}

static void
copy_value (TyRecord *from,
            TyRecord *to,
            guint     field)
{
  if (TY_FIELD_IS_NUMBER (&ty_record_get_info (from)->fields[field]))
    ty_record_set_integer (to, field, ty_record_get_integer (from, field));
  else
    ty_record_set_text (to, field, ty_record_get_text (from, field));
}

/* What a roster wrote where no code fitted is over with a code. */
static void
clear_left_over (TyRecord *person,
                 guint     field)
{
  const TyRecordInfo *info = ty_record_get_info (person);
  g_autofree char *column = g_strconcat (info->fields[field].column, "_text", NULL);
  const TyFieldInfo *text = ty_record_info_find_field (info, column);

  if (text != NULL && info->fields[field].kind == TY_FIELD_CODE)
    ty_record_set_text (person, (guint) (text - info->fields), NULL);
}

/* A date of a person’s file cannot be before the birth; where only the year or the month is known, the
 * person has the benefit of it. */
static char *
find_too_early (TyRecord *row,
                TyRecord *person)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  TyDate birth = ty_record_get_date (person, TY_PERSON_BIRTH);

  for (guint i = 0; i < info->n_fields; i++)
    {
      TyDate date = info->fields[i].kind == TY_FIELD_DATE ? ty_record_get_date (row, i) : TY_DATE_NONE;
      TyDate first = birth;
      g_autofree char *text = NULL;

      if (!ty_date_is_known (date) || !ty_date_is_known (birth))
        continue;
      if (date.month == 0)
        first.month = 0;
      if (date.day == 0 || first.month == 0)
        first.day = 0;
      if (ty_date_compare (date, first) >= 0)
        continue;
      text = ty_date_to_record (birth);
      /* Translators: the label of a date, and when the person was born */
      return g_strdup_printf (_("%s: before the birth (%s)."), _(info->fields[i].label), text);
    }
  return NULL;
}

static gboolean
check_person (TyRecord *person,
              Decision *decision)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *early = find_too_early (person, person);

  if (!ty_entry_check (person, ty_date_today (), &error))
    return !refuse (decision, error->message);
  return early == NULL || !refuse (decision, early);
}

static gboolean
decide_set (const TyGroupEdit *edit,
            TyRecord          *person,
            Decision          *decision)
{
  g_autoptr(TyRecord) changed = ty_record_dup (person);

  copy_value (edit->record, changed, edit->field);
  clear_left_over (changed, edit->field);
  if (ty_record_equal (changed, person))
    decision->outcome = SAME;
  else if (check_person (changed, decision))
    g_ptr_array_add (decision->rows, g_steal_pointer (&changed));
  return TRUE;
}

static gboolean
has_own_id (const TyRecordInfo *info)
{
  return info->n_keys == 2 && g_str_equal (info->fields[1].column, "id");
}

static gboolean
is_place (const TyRecordInfo *info,
          guint               field)
{
  return g_str_equal (info->fields[field].column, "position");
}

/* Whether a row says the same, but for its keys and its place in an order. */
static gboolean
says_same (TyRecord *row,
           TyRecord *other)
{
  const TyRecordInfo *info = ty_record_get_info (row);

  for (guint i = has_own_id (info) ? info->n_keys : 1; i < info->n_fields; i++)
    if (!is_place (info, i) && !is_same_value (row, other, i))
      return FALSE;

  return TRUE;
}

/* Years and sources are keys: there is one of each. */
static gboolean
has_same_key (TyRecord *row,
              TyRecord *other)
{
  const TyRecordInfo *info = ty_record_get_info (row);

  return info->n_keys == 2 && !has_own_id (info) && is_same_value (row, other, 1);
}

/* Nobody is twice at once among the reserves of one unit. */
static gboolean
is_still_in (TyRecord *row,
             TyRecord *other)
{
  return ty_record_get_info (row) == &ty_reserve_info
         && is_same_value (row, other, TY_RESERVE_UNIT)
         && !ty_date_is_known (ty_record_get_date (other, TY_RESERVE_UNTIL_DATE));
}

static char *
find_contradiction (TyRecord  *row,
                    GPtrArray *rows)
{
  const TyFieldInfo *key = &ty_record_get_info (row)->fields[1];

  for (guint i = 0; i < rows->len; i++)
    {
      if (has_same_key (row, g_ptr_array_index (rows, i)))
        return g_strdup_printf (_("%s: it is listed already."), _(key->label));
      if (is_still_in (row, g_ptr_array_index (rows, i)))
        return g_strdup (_("Is in the reserve pool of that unit already."));
    }
  return NULL;
}

static void
set_position (TyRecord  *row,
              GPtrArray *rows)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  const TyFieldInfo *field = ty_record_info_find_field (info, "position");
  gint64 last = 0;

  if (field == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, ty_record_get_integer (g_ptr_array_index (rows, i), (guint) (field - info->fields)));
  ty_record_set_integer (row, (guint) (field - info->fields), last + 1);
}

static void
decide_add (const TyGroupEdit *edit,
            TyRecord          *person,
            GPtrArray         *rows,
            Decision          *decision)
{
  g_autoptr(TyRecord) row = ty_record_dup (edit->record);
  g_autofree char *early = find_too_early (row, person);
  g_autofree char *contradiction = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (says_same (row, g_ptr_array_index (rows, i)))
      {
        decision->outcome = SAME;
        return;
      }
  ty_record_set_integer (row, 0, ty_record_get_integer (person, TY_PERSON_ID));
  contradiction = find_contradiction (row, rows);
  if (!ty_entry_check (row, ty_date_today (), &error))
    refuse (decision, error->message);
  else if (early != NULL || contradiction != NULL)
    refuse (decision, early != NULL ? early : contradiction);
  else
    {
      set_position (row, rows);
      g_ptr_array_add (decision->rows, g_steal_pointer (&row));
    }
}

/* What is filled in must be the same; the rest does not matter. */
static gboolean
is_meant (const TyGroupEdit *edit,
          TyRecord          *row)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  guint n = 0;

  for (guint i = has_own_id (info) ? info->n_keys : 1; i < info->n_fields; i++)
    {
      if (is_place (info, i) || !is_filled (edit->record, i))
        continue;
      if (!is_same_value (edit->record, row, i))
        return FALSE;
      n++;
    }
  return n > 0;
}

static void
decide_remove (const TyGroupEdit *edit,
               GPtrArray         *rows,
               Decision          *decision)
{
  for (guint i = 0; i < rows->len; i++)
    if (is_meant (edit, g_ptr_array_index (rows, i)))
      g_ptr_array_add (decision->rows, g_object_ref (g_ptr_array_index (rows, i)));
  if (decision->rows->len == 0)
    decision->outcome = SAME;
}

/* A value that is taken away is a row without one. */
static gboolean
decide_own (const TyGroupEdit  *edit,
            TyDatabase         *database,
            gint64              person,
            GPtrArray          *rows,
            Decision           *decision,
            GError            **error)
{
  gint64 key = ty_record_get_integer (edit->record, TY_CUSTOM_VALUE_FIELD);
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, error);
  TyRecord *field = fields != NULL ? ty_custom_table_find_field (fields, key) : NULL;
  TyRecord *now = ty_custom_table_find_value (rows, key);
  g_autoptr(TyRecord) changed = ty_record_dup (edit->record);
  g_autofree char *value = NULL;
  g_autoptr(GError) local = NULL;

  if (fields == NULL)
    return FALSE;
  if (field == NULL)
    return refuse (decision, _("The field was removed meanwhile."));
  if (!ty_custom_field_parse (TY_CUSTOM_FIELD (field), ty_record_get_text (edit->record, TY_CUSTOM_VALUE_VALUE),
                              &value, &local))
    return refuse (decision, local->message);

  ty_record_set_integer (changed, TY_CUSTOM_VALUE_PERSON, person);
  ty_record_set_text (changed, TY_CUSTOM_VALUE_VALUE, value);
  if (g_strcmp0 (value, now != NULL ? ty_record_get_text (now, TY_CUSTOM_VALUE_VALUE) : NULL) == 0)
    decision->outcome = SAME;
  else
    g_ptr_array_add (decision->rows, g_steal_pointer (&changed));
  decision->present = now != NULL;
  return TRUE;
}

static gboolean
decide (const TyGroupEdit  *edit,
        TyDatabase         *database,
        gint64              key,
        Decision           *decision,
        GError            **error)
{
  g_autoptr(GPtrArray) people = ty_table_list_of (database, &ty_person_info, "id", key, error);
  g_autoptr(GPtrArray) rows = NULL;
  TyRecord *person;

  if (people == NULL)
    return FALSE;
  decision->rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (people->len == 0)
    return refuse (decision, _("Is no longer in the file."));

  person = g_ptr_array_index (people, 0);
  decision->name = g_strdup (ty_record_get_text (person, TY_PERSON_NAME));
  if (ty_record_get_integer (person, TY_PERSON_MERGED_INTO) != 0)
    return refuse (decision, _("Was merged into another record."));
  if (edit->op == TY_GROUP_SET)
    return decide_set (edit, person, decision);

  rows = ty_table_list_of (database, ty_record_get_info (edit->record), "person", key, error);
  if (rows == NULL)
    return FALSE;
  if (edit->op == TY_GROUP_SET_OWN)
    return decide_own (edit, database, key, rows, decision, error);
  if (edit->op == TY_GROUP_ADD)
    decide_add (edit, person, rows, decision);
  else
    decide_remove (edit, rows, decision);
  return TRUE;
}

static void
count (TyGroupReport *report,
       gint64         person,
       Decision      *decision)
{
  TyGroupRefusal *refusal;

  report->n_changed += decision->outcome == CHANGED;
  report->n_same += decision->outcome == SAME;
  if (decision->outcome != REFUSED)
    return;

  refusal = g_new0 (TyGroupRefusal, 1);
  refusal->person = person;
  refusal->name = g_steal_pointer (&decision->name);
  refusal->reason = g_steal_pointer (&decision->reason);
  g_ptr_array_add (report->refused, refusal);
}

static gboolean
write_row (TyStore            *store,
           const TyGroupEdit  *edit,
           TyRecord           *row,
           gboolean            present,
           GError            **error)
{
  TyDatabase *database = ty_store_get_database (store);

  switch (edit->op)
    {
    case TY_GROUP_SET_OWN:
      if (ty_record_get_text (row, TY_CUSTOM_VALUE_VALUE) == NULL)
        return ty_table_delete (database, row, error);
      return present ? ty_table_update (database, row, error) : ty_table_insert (database, row, error);
    case TY_GROUP_ADD:
      if (has_own_id (ty_record_get_info (row)))
        ty_record_set_integer (row, 1, ty_store_mint_id (store));
      return ty_table_insert (database, row, error);
    case TY_GROUP_REMOVE:
      return ty_table_delete (database, row, error);
    case TY_GROUP_SET:
    default:
      return ty_table_update (database, row, error);
    }
}

static gboolean
write_rows (TyStore            *store,
            const TyGroupEdit  *edit,
            const Decision     *decision,
            GError            **error)
{
  for (guint i = 0; i < decision->rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (decision->rows, i);

      if (!write_row (store, edit, row, decision->present, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  TyActionSpec spec;
  const TyGroupEdit *edit;
  const TyGroupReport *planned; /* (nullable) */
  TyGroupReport *report;        /* (owned) */
  TyGroupProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  char *detail;                 /* (owned) (nullable) */
} Run;

/* Each person once, in the order that was given. */
static gboolean
go_through (Run         *run,
            TyDatabase  *database,
            TyStore     *store,
            GError     **error)
{
  const TyGroupEdit *edit = run->edit;

  for (guint i = 0; i < edit->n_people; i++)
    {
      g_auto(Decision) decision = { CHANGED, NULL, NULL, NULL, FALSE };

      if (i % PEOPLE_AT_ONCE == 0)
        {
          if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
            return FALSE;
          if (run->progress != NULL)
            run->progress (i, edit->n_people, run->progress_data);
        }
      if (!decide (edit, database, edit->people[i], &decision, error))
        return FALSE;
      count (run->report, edit->people[i], &decision);
      if (store != NULL && decision.outcome == CHANGED
          && !write_rows (store, edit, &decision, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_group_edit_plan:
 * @database: a connection
 * @edit: what is to be done, cleaned
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`
 *
 * Finds out what would be done with each, without doing it.
 *
 * Returns: (transfer full) (nullable): how many would be changed, and with whom it cannot be done
 */
TyGroupReport *
ty_group_edit_plan (TyDatabase           *database,
                    const TyGroupEdit    *edit,
                    TyGroupProgressFunc   progress,
                    gpointer              progress_data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_autoptr(TyGroupReport) report = report_new ();
  Run run = { .edit = edit, .report = report, .progress = progress, .progress_data = progress_data,
              .cancellable = cancellable };

  return go_through (&run, database, NULL, error) ? g_steal_pointer (&report) : NULL;
}

static gboolean
is_as_planned (const TyGroupReport *report,
               const TyGroupReport *planned)
{
  gboolean same = report->n_changed == planned->n_changed && report->n_same == planned->n_same
                  && report->refused->len == planned->refused->len;

  for (guint i = 0; same && i < report->refused->len; i++)
    same = ((TyGroupRefusal *) g_ptr_array_index (report->refused, i))->person
           == ((TyGroupRefusal *) g_ptr_array_index (planned->refused, i))->person;
  return same;
}

/* Of a field of the county the history tells the name that it had. */
static char *
dup_own_name (Run        *run,
              TyDatabase *database)
{
  g_autoptr(GPtrArray) fields = ty_custom_table_list_fields (database, NULL);
  TyRecord *field = fields != NULL
                      ? ty_custom_table_find_field (fields, ty_record_get_integer (run->edit->record,
                                                                                   TY_CUSTOM_VALUE_FIELD)) : NULL;

  return g_strdup (field != NULL ? ty_custom_field_get_name (TY_CUSTOM_FIELD (field)) : NULL);
}

static void
set_detail (Run        *run,
            TyDatabase *database)
{
  const TyRecordInfo *info = ty_record_get_info (run->edit->record);
  const char *column = run->edit->op == TY_GROUP_SET ? info->fields[run->edit->field].column : NULL;
  g_autofree char *people = g_strdup_printf ("%u", run->report->n_changed);
  g_autofree char *name = NULL;

  if (run->edit->op == TY_GROUP_SET_OWN)
    column = name = dup_own_name (run, database);
  run->detail = ty_action_detail_new ("table", info->table, "people", people,
                                      column != NULL ? "field" : NULL, column, NULL);
  run->spec.detail = run->detail;
}

static gboolean
run_edit (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  Run *run = data;

  if (!go_through (run, ty_store_get_database (store), store, error))
    return FALSE;
  if (run->planned != NULL && !is_as_planned (run->report, run->planned))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("Some of these records were changed meanwhile. Look again at what will be "
                             "done."));
      return FALSE;
    }
  set_detail (run, ty_store_get_database (store));
  return TRUE;
}

/**
 * ty_group_edit_run:
 * @store: a store that writes
 * @user: who edits
 * @edit: what is done, cleaned
 * @planned: (nullable): what ty_group_edit_plan() said; where it would be another thing by now, nothing is
 *   done
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing is done
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Does it with all with whom it can be done, as one action.
 *
 * Returns: (transfer full) (nullable): what was done
 */
TyGroupReport *
ty_group_edit_run (TyStore              *store,
                   const char           *user,
                   const TyGroupEdit    *edit,
                   const TyGroupReport  *planned,
                   TyGroupProgressFunc   progress,
                   gpointer              progress_data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  static const char *const kinds[] = { "group.set", "group.add", "group.remove", "group.set" };
  g_autoptr(TyGroupReport) report = report_new ();
  Run run = { .spec = { user, kinds[edit->op], NULL, 0 }, .edit = edit, .planned = planned,
              .report = report, .progress = progress, .progress_data = progress_data,
              .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), NULL);

  done = ty_store_run (store, &run.spec, run_edit, &run, error);
  g_free (run.detail);
  report->seq = run.spec.seq;
  return done ? g_steal_pointer (&report) : NULL;
}
