/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-tape"

#include "config.h"

#include "ty-import-tape.h"

#include "ty-code-list.h"
#include "ty-course.h"
#include "ty-custom-edit.h"
#include "ty-custom-value.h"
#include "ty-decimal.h"
#include "ty-person.h"
#include "ty-table.h"
#include "ty-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TyImportTape
{
  TyStore *store;            /* (unowned) */
  TyImportPlan *plan;        /* (unowned) */
  TyRosterUnits *units;      /* (unowned) (nullable) */
  const TyRecordInfo *main;  /* what a row is: a person, or a record of the kind */
  gboolean applying;
  gboolean pending;          /* only rows that were answered are taken */
  TyImportRow *row;          /* (unowned) (nullable): the present one */
  guint next;                /* the next row of a plan that was made before */
  guint last;                /* the one behind the last row of the part */
  GHashTable *unit_names;    /* (owned): by key */
  GHashTable *labels;        /* (owned): of fields, tables and codes: whoever asks gettext each time asks long */
  GArray *met;               /* (owned): of gboolean, the changes of the row that came again */
  gboolean last_part;        /* no table comes behind the present one */
  gboolean unwritten;        /* nobody will look for what the row makes */
  gboolean differs;          /* something came that is not in the plan */
};

/**
 * ty_import_tape_new:
 * @store: a store that writes
 * @plan: a plan, which outlives the tape
 * @applying: whether the plan is carried out; else it is made
 *
 * Returns: (transfer full): a tape
 */
TyImportTape *
ty_import_tape_new (TyStore      *store,
                    TyImportPlan *plan,
                    gboolean      applying)
{
  TyImportTape *self = g_new0 (TyImportTape, 1);
  const TyImportKind *kind = ty_import_plan_get_options (plan)->kind;

  self->store = store;
  self->plan = plan;
  self->applying = applying;
  self->main = ty_import_kind_is_roster (kind) ? &ty_person_info : ty_import_kind_get_info (kind);
  self->unit_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->labels = g_hash_table_new (NULL, NULL);
  self->met = g_array_new (FALSE, TRUE, sizeof (gboolean));
  return self;
}

void
ty_import_tape_free (TyImportTape *self)
{
  g_array_unref (self->met);
  g_hash_table_unref (self->unit_names);
  g_hash_table_unref (self->labels);
  g_free (self);
}

TyImportPlan *
ty_import_tape_get_plan (TyImportTape *self)
{
  return self->plan;
}

gboolean
ty_import_tape_is_applying (TyImportTape *self)
{
  return self != NULL && self->applying;
}

/**
 * ty_import_tape_set_units:
 * @self: a tape
 * @units: (nullable): the units, for their names
 */
void
ty_import_tape_set_units (TyImportTape  *self,
                          TyRosterUnits *units)
{
  self->units = units;
}

/**
 * ty_import_tape_set_pending:
 * @self: a tape that makes a plan
 *
 * Compares the rows that are pending anew and passes over all others.
 */
void
ty_import_tape_set_pending (TyImportTape *self)
{
  self->pending = TRUE;
}

/**
 * ty_import_tape_begin_part:
 * @self: a tape
 * @part: a part of its plan
 *
 * From here on rows are those of this part: workbooks of one form have the same sheets and rows.
 */
void
ty_import_tape_begin_part (TyImportTape *self,
                           TyImportPart *part)
{
  if (!self->applying && !self->pending)
    ty_import_plan_begin_part (self->plan, part);
  self->last_part = part == ty_import_plan_get_part (self->plan, ty_import_plan_get_n_parts (self->plan) - 1);
  self->next = part->first_row;
  self->last = part->first_row + part->n_rows;
}

/**
 * ty_import_tape_leave_unwritten:
 * @self: (nullable): a tape
 *
 * Says of the present row that it makes somebody new for whom no other row of the table can look. A plan then only
 * writes down what the row would change, unless another table comes behind this one; whoever carries it out writes
 * it all the same.
 */
void
ty_import_tape_leave_unwritten (TyImportTape *self)
{
  if (self != NULL && !self->applying && self->last_part)
    self->unwritten = TRUE;
}

/**
 * ty_import_tape_is_unwritten:
 * @self: (nullable): a tape
 *
 * Returns: whether what the present row makes is not written, so that nobody needs what no plan shows
 */
gboolean
ty_import_tape_is_unwritten (TyImportTape *self)
{
  return self != NULL && self->unwritten;
}

/**
 * ty_import_tape_get_row:
 * @self: (nullable): a tape
 *
 * Returns: (transfer none) (nullable): the row that is being taken
 */
TyImportRow *
ty_import_tape_get_row (TyImportTape *self)
{
  return self != NULL ? self->row : NULL;
}

static gboolean
is_row (const TyImportRow *row,
        const char        *sheet,
        guint              number,
        const char        *name)
{
  return row->row == number && g_strcmp0 (row->sheet, sheet) == 0 && g_strcmp0 (row->name, name) == 0;
}

static gboolean
refuse_changed (const TyImportRow *row,
                GError           **error)
{
  g_autofree char *place = ty_import_row_dup_place (row);

  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
               _("%s (%s): the county file was changed since the table was compared with it. Nothing was "
                 "imported. Compare it again."), place, row->name != NULL ? row->name : "—");
  return FALSE;
}

/* Rows that no table has, such as posts that end, come in an order of their own and need not all come. */
static TyImportRow *
find_planned (TyImportTape *self,
              const char   *sheet,
              guint         number,
              const char   *name,
              const char   *place)
{
  for (guint i = self->next; i < self->last; i++)
    {
      TyImportRow *row = ty_import_plan_get_row (self->plan, i);

      if (!is_row (row, sheet, number, name) || (sheet == NULL && g_strcmp0 (row->place, place) != 0))
        continue;
      if (sheet != NULL)
        self->next = i + 1;
      return row;
    }
  return NULL;
}

/**
 * ty_import_tape_begin_row:
 * @self: a tape
 * @sheet: (nullable): the name of the sheet, or %NULL for what no row says
 * @row: the row, from 1, or 0
 * @name: (nullable): who or what it is about
 * @place: (nullable): the unit
 * @error: a `TY_STORE_ERROR` where the row is not that of the plan
 *
 * Begins a row. Whether it shall be taken says ty_import_tape_get_row(): there is none where it is passed over.
 *
 * Returns: whether the import can go on
 */
gboolean
ty_import_tape_begin_row (TyImportTape  *self,
                          const char    *sheet,
                          guint          row,
                          const char    *name,
                          const char    *place,
                          GError       **error)
{
  self->row = NULL;
  self->differs = FALSE;
  self->unwritten = FALSE;
  g_array_set_size (self->met, 0);
  if (self->pending)
    {
      TyImportRow *planned = sheet != NULL ? find_planned (self, sheet, row, name, place) : NULL;

      if (planned != NULL && planned->pending)
        {
          ty_import_plan_clear_row (self->plan, planned);
          self->row = planned;
        }
      return TRUE;
    }
  if (!self->applying)
    {
      self->row = ty_import_plan_add_row (self->plan, sheet, row, name, place);
      return TRUE;
    }

  self->row = find_planned (self, sheet, row, name, place);
  if (self->row == NULL)
    {
      TyImportRow lost = { .sheet = sheet, .row = row, .name = name };

      return sheet == NULL || refuse_changed (&lost, error);
    }
  if (!self->row->accepted)
    self->row = NULL;
  else if (self->row->changes != NULL)
    g_array_set_size (self->met, self->row->changes->len);
  return TRUE;
}

static gboolean
all_came (TyImportTape *self)
{
  for (guint i = 0; i < self->met->len; i++)
    if (!g_array_index (self->met, gboolean, i)
        && !g_array_index (self->row->changes, TyImportChange, i).follows)
      return FALSE;

  return TRUE;
}

/**
 * ty_import_tape_end_row:
 * @self: a tape
 * @error: a `TY_STORE_ERROR` where the row would change something else than was planned
 *
 * Returns: whether the row did what the plan says
 */
gboolean
ty_import_tape_end_row (TyImportTape  *self,
                        GError       **error)
{
  TyImportRow *row = self->row;

  self->row = NULL;
  if (row == NULL)
    return TRUE;
  if (self->applying)
    {
      self->row = row;
      if ((self->differs || !all_came (self)) && !row->again)
        return refuse_changed (row, error);
      self->row = NULL;
      return TRUE;
    }

  row->pending = FALSE;
  if (row->state == TY_IMPORT_STATE_SAME && row->changes != NULL)
    row->state = TY_IMPORT_STATE_CHANGED;
  row->accepted = row->state == TY_IMPORT_STATE_CHANGED || row->state == TY_IMPORT_STATE_NEW;
  return TRUE;
}

/**
 * ty_import_tape_refuse:
 * @self: a tape
 * @reason: why, a sentence
 *
 * Refuses the present row. One that the plan takes over is then unlike the plan.
 */
void
ty_import_tape_refuse (TyImportTape *self,
                       const char   *reason)
{
  if (self->row == NULL)
    return;
  if (self->applying)
    {
      self->differs = TRUE;
      return;
    }

  ty_import_plan_clear_row (self->plan, self->row);
  self->row->state = TY_IMPORT_STATE_REFUSED;
  self->row->reason = ty_import_plan_intern (self->plan, reason);
}

static char *
dup_unit (TyImportTape *self,
          gint64        unit)
{
  const char *known = g_hash_table_lookup (self->unit_names, &unit);

  if (unit == 0 || self->units == NULL)
    return NULL;
  /* Looked up among all units only once: a roster names each some ten times. */
  if (known == NULL)
    {
      g_autofree char *path = ty_roster_units_dup_path (self->units, unit);

      known = ty_import_plan_intern (self->plan, path);
      g_hash_table_insert (self->unit_names, g_memdup2 (&unit, sizeof unit), (gpointer) known);
    }
  return g_strdup (known);
}

static char *
dup_term (TyImportTape *self,
          gint64        term)
{
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (self->store), &ty_term_info, term, NULL);

  return record != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, ty_record_get_integer (record, TY_TERM_YEAR))
                        : NULL;
}

static char *
dup_course (TyImportTape *self,
            gint64        course)
{
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (self->store), &ty_course_info, course, NULL);

  return record != NULL ? g_strdup (ty_record_get_text (record, TY_COURSE_NAME)) : NULL;
}

/* What a record is called to which a field refers, as far as it has a name. */
static char *
dup_reference (TyImportTape      *self,
               const TyFieldInfo *field,
               gint64             key)
{
  if (key != 0 && g_strcmp0 (field->reference, "unit") == 0)
    return dup_unit (self, key);
  if (key != 0 && g_strcmp0 (field->reference, "term") == 0)
    return dup_term (self, key);
  if (key != 0 && g_strcmp0 (field->reference, "course") == 0)
    return dup_course (self, key);

  return NULL;
}

/* Of a code, or of a table where there is none. */
static const char *
find_label (TyImportTape       *self,
            TyCode             *code,
            const TyRecordInfo *info)
{
  gconstpointer key = code != NULL ? (gconstpointer) code : info;
  const char *label = g_hash_table_lookup (self->labels, key);

  if (label == NULL)
    label = ty_import_plan_intern (self->plan, code != NULL ? ty_code_get_label (code) : _(info->label));
  g_hash_table_insert (self->labels, (gpointer) key, (gpointer) label);
  return label;
}

/* What a field says in words, or %NULL. */
static char *
dup_words (TyImportTape *self,
           TyRecord     *record,
           guint         i)
{
  const TyFieldInfo *field = &ty_record_get_info (record)->fields[i];
  const char *value;
  TyCode *code;

  if (field->kind == TY_FIELD_REFERENCE)
    return dup_reference (self, field, ty_record_get_integer (record, i));
  if (field->kind == TY_FIELD_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, ty_record_get_integer (record, i));

  value = ty_record_get_text (record, i);
  if (value == NULL || field->kind == TY_FIELD_TEXT)
    return g_strdup (value);
  if (field->kind == TY_FIELD_DECIMAL)
    return ty_decimal_dup_shown (value);
  if (field->kind == TY_FIELD_DATE)
    return ty_date_to_record (ty_date_from_iso (value));
  if (field->kind != TY_FIELD_CODE)
    return NULL;

  code = ty_code_list_lookup (ty_code_list_get_shipped (field->code_list), value);
  return g_strdup (code != NULL ? find_label (self, code, NULL) : value);
}

/* Whether what comes was written down, and may be done. */
static gboolean
meets (TyImportTape         *self,
       const TyImportChange *change)
{
  for (guint i = 0; i < self->met->len; i++)
    {
      const TyImportChange *planned = &g_array_index (self->row->changes, TyImportChange, i);
      gboolean *met = &g_array_index (self->met, gboolean, i);

      if (*met || planned->info != change->info || planned->field != change->field
          || planned->own != change->own || g_strcmp0 (planned->old, change->old) != 0
          || g_strcmp0 (planned->new, change->new) != 0)
        continue;
      *met = TRUE;
      return planned->accepted;
    }
  self->differs = TRUE;
  return FALSE;
}

/* Whether a change may be done: the plan writes it down and does it, the deed does what is accepted. */
static gboolean
takes (TyImportTape   *self,
       TyImportChange *change)
{
  if (self->applying)
    return meets (self, change);

  change->old = ty_import_plan_intern (self->plan, change->old);
  change->new = ty_import_plan_intern (self->plan, change->new);
  change->accepted = TRUE;
  if (self->row->changes == NULL)
    self->row->changes = g_array_new (FALSE, FALSE, sizeof (TyImportChange));
  g_array_append_val (self->row->changes, *change);
  return TRUE;
}

static const char *
get_label (TyImportTape       *self,
           const TyRecordInfo *info,
           const TyFieldInfo  *field)
{
  const char *label = g_hash_table_lookup (self->labels, field);
  g_autofree char *long_label = NULL;

  if (label != NULL)
    return label;
  if (info != self->main && info != &ty_person_info)
    long_label = g_strdup_printf (_("%s: %s"), _(info->label), _(field->label));
  label = ty_import_plan_intern (self->plan, long_label != NULL ? long_label : _(field->label));
  g_hash_table_insert (self->labels, (gpointer) field, (gpointer) label);
  return label;
}

static void
put_back (TyRecord *before,
          TyRecord *after,
          guint     i)
{
  if (TY_FIELD_IS_NUMBER (&ty_record_get_info (after)->fields[i]))
    ty_record_set_integer (after, i, before != NULL ? ty_record_get_integer (before, i) : 0);
  else
    ty_record_set_text (after, i, before != NULL ? ty_record_get_text (before, i) : NULL);
}

/* A record of a new row says 0 of the numbers that the table does not have. */
static gboolean
is_unlike (TyRecord *before,
           TyRecord *after,
           guint     i)
{
  if (TY_FIELD_IS_NUMBER (&ty_record_get_info (after)->fields[i]))
    return ty_record_get_integer (after, i) != (before != NULL ? ty_record_get_integer (before, i) : 0);

  return g_strcmp0 (before != NULL ? ty_record_get_text (before, i) : NULL,
                    ty_record_get_text (after, i)) != 0;
}

/* What the program alone knows follows from the rest. */
static gboolean
is_made (const TyFieldInfo *field)
{
  return field->label == NULL || (field->flags & TY_FIELD_HIDDEN) != 0
         || g_str_equal (field->column, "pinyin") || g_str_equal (field->column, "position");
}

static void
take_field (TyImportTape *self,
            TyRecord     *before,
            TyRecord     *after,
            guint         i)
{
  const TyRecordInfo *info = ty_record_get_info (after);
  const TyFieldInfo *field = &info->fields[i];
  TyImportChange change = { .info = info, .field = i };
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (!is_unlike (before, after, i) || is_made (field))
    return;
  old = before != NULL ? dup_words (self, before, i) : NULL;
  new = dup_words (self, after, i);
  change.old = old;
  change.new = new;
  change.label = get_label (self, info, field);
  change.sensitive = field->privacy == TY_PRIVACY_SENSITIVE;
  change.follows = before == NULL && (field->flags & TY_FIELD_REQUIRED) != 0;
  if (!takes (self, &change))
    put_back (before, after, i);
}

static gboolean
says_nothing (TyRecord *record,
              guint     i)
{
  if (TY_FIELD_IS_NUMBER (&ty_record_get_info (record)->fields[i]))
    return ty_record_get_integer (record, i) == 0;

  return ty_record_get_text (record, i) == NULL;
}

static char *
dup_line (TyImportTape *self,
          TyRecord     *record,
          gboolean     *sensitive)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];
      g_autofree char *words = NULL;

      if (says_nothing (record, i) || (is_made (field) && g_strcmp0 (field->reference, "term") != 0))
        continue;
      words = dup_words (self, record, i);
      if (words == NULL)
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append (line, words);
      *sensitive |= field->privacy == TY_PRIVACY_SENSITIVE;
    }
  return g_string_free (line, FALSE);
}

/* A row beside the main one is taken or left as a whole. */
static gboolean
take_row (TyImportTape *self,
          TyRecord     *after)
{
  gboolean sensitive = FALSE;
  g_autofree char *line = dup_line (self, after, &sensitive);
  const TyRecordInfo *info = ty_record_get_info (after);
  TyImportChange change = { .info = info, .field = TY_IMPORT_WHOLE_ROW, .label = find_label (self, NULL, info),
                            .new = line, .sensitive = sensitive };

  return takes (self, &change);
}

static gboolean
write_row (TyDatabase  *database,
           TyRecord    *before,
           TyRecord    *after,
           GError     **error)
{
  if (before == NULL)
    return ty_table_insert (database, after, error);

  return ty_record_equal (before, after) || ty_table_update (database, after, error);
}

/**
 * ty_import_tape_put:
 * @self: (nullable): a tape, or %NULL to let everything through
 * @database: the connection for writing
 * @before: (nullable): the row as it is, or %NULL for a new one
 * @after: the row as the table says; fields that are not accepted are put back
 * @kept: (out) (optional): whether the row is in the file
 * @error: a `TY_STORE_ERROR`
 *
 * Writes a row, as far as it is accepted.
 *
 * Returns: whether nothing failed
 */
gboolean
ty_import_tape_put (TyImportTape  *self,
                    TyDatabase    *database,
                    TyRecord      *before,
                    TyRecord      *after,
                    gboolean      *kept,
                    GError       **error)
{
  const TyRecordInfo *info = ty_record_get_info (after);
  gboolean taken = TRUE;

  if (self != NULL && self->row != NULL)
    {
      if (before == NULL && info != self->main && info != &ty_person_info)
        taken = take_row (self, after);
      else
        for (guint i = 0; i < info->n_fields; i++)
          take_field (self, before, after, i);
      if (before == NULL && info == self->main && !self->applying)
        self->row->state = TY_IMPORT_STATE_NEW;
    }
  if (kept != NULL)
    *kept = taken;
  return !taken || (self != NULL && self->unwritten) || write_row (database, before, after, error);
}

/**
 * ty_import_tape_put_own:
 * @self: (nullable): a tape
 * @store: a store that writes
 * @field: a field of the county
 * @person: the key of a person
 * @old: (nullable): the value that is stored
 * @value: the value that the table says
 * @error: a `TY_STORE_ERROR`
 *
 * Writes a value of a field of the county, if it is accepted.
 *
 * Returns: whether nothing failed
 */
gboolean
ty_import_tape_put_own (TyImportTape   *self,
                        TyStore        *store,
                        TyCustomField  *field,
                        gint64          person,
                        const char     *old,
                        const char     *value,
                        GError        **error)
{
  g_autofree char *before = old != NULL ? ty_custom_field_dup_shown (field, old) : NULL;
  g_autofree char *after = ty_custom_field_dup_shown (field, value);
  TyImportChange change = { .info = &ty_custom_value_info, .field = TY_IMPORT_WHOLE_ROW, .old = before,
                            .new = after };

  if (g_strcmp0 (old, value) == 0)
    return TRUE;
  change.own = ty_custom_field_get_key (field);
  change.label = self != NULL ? ty_import_plan_intern (self->plan, ty_custom_field_get_name (field)) : NULL;
  change.sensitive = ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE;
  if (self != NULL && ((self->row != NULL && !takes (self, &change)) || self->unwritten))
    return TRUE;

  return ty_custom_edit_put (store, field, person, value, error);
}

/**
 * ty_import_tape_note:
 * @self: (nullable): a tape
 * @info: the kind of record
 * @text: what comes with the row, in words
 *
 * Writes down what comes with a row and cannot be refused alone, such as a village that is made.
 */
void
ty_import_tape_note (TyImportTape       *self,
                     const TyRecordInfo *info,
                     const char         *text)
{
  TyImportChange change = { .info = info, .field = TY_IMPORT_WHOLE_ROW, .label = _(info->label), .new = text,
                            .follows = TRUE };

  if (self != NULL && self->row != NULL && !self->applying)
    takes (self, &change);
}
