/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-plan"

#include "config.h"

#include "ty-import-plan.h"

#include "ty-person.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

struct _TyImportPlan
{
  gatomicrefcount count;
  TyImportOptions options;
  TyImportMapping *mapping; /* (owned) */
  GPtrArray *parts;         /* (owned): of TyImportPart */
  guint current;            /* the part to which rows are added */
  GPtrArray *rows;          /* (owned): of TyImportRow */
  GHashTable *problems;     /* (owned) (nullable): of GPtrArray by number of row and part, until it is asked */
  GStringChunk *texts;      /* (owned): most texts of a table stand in many of its rows */
};

static const struct
{
  const char *word;
  const char *label;
} states[TY_N_IMPORT_STATES] = {
  [TY_IMPORT_STATE_REFUSED] = { "refused", NC_ ("rows of an import", "Refused") },
  [TY_IMPORT_STATE_DOUBTFUL] = { "doubtful", NC_ ("rows of an import", "Doubtful") },
  [TY_IMPORT_STATE_CHANGED] = { "changed", NC_ ("rows of an import", "Changed") },
  [TY_IMPORT_STATE_NEW] = { "new", NC_ ("rows of an import", "New") },
  [TY_IMPORT_STATE_SAME] = { "same", NC_ ("rows of an import", "Same") },
};

static void
part_free (gpointer data)
{
  TyImportPart *part = data;

  g_clear_pointer (&part->source, ty_import_source_unref);
  g_clear_pointer (&part->report, ty_import_report_free);
  g_free (part);
}

static void
row_free (gpointer data)
{
  TyImportRow *row = data;

  g_clear_pointer (&row->twins, g_ptr_array_unref);
  g_clear_pointer (&row->changes, g_array_unref);
  g_free (row);
}

/**
 * ty_import_plan_new:
 * @options: how the tables are understood
 * @mapping: (nullable): what the user or a named mapping says of the columns
 *
 * Returns: (transfer full): a plan without rows
 */
TyImportPlan *
ty_import_plan_new (const TyImportOptions *options,
                    TyImportMapping       *mapping)
{
  TyImportPlan *self = g_new0 (TyImportPlan, 1);

  g_atomic_ref_count_init (&self->count);
  self->options = *options;
  self->mapping = mapping != NULL ? ty_import_mapping_copy (mapping) : ty_import_mapping_new (NULL, NULL);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->texts = g_string_chunk_new (1 << 16);
  return self;
}

TyImportPlan *
ty_import_plan_ref (TyImportPlan *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_import_plan_unref (TyImportPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->mapping, ty_import_mapping_free);
  g_clear_pointer (&self->problems, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * ty_import_plan_get_options:
 * @self: a plan
 *
 * Returns: (transfer none): how the tables are understood
 */
const TyImportOptions *
ty_import_plan_get_options (TyImportPlan *self)
{
  return &self->options;
}

/**
 * ty_import_plan_get_mapping:
 * @self: a plan
 *
 * Returns: (transfer none): what is said of the columns; what it does not say is found by their headings
 */
TyImportMapping *
ty_import_plan_get_mapping (TyImportPlan *self)
{
  return self->mapping;
}

/**
 * ty_import_plan_add_part:
 * @self: a plan
 * @source: a file or a pasted table
 *
 * Returns: (transfer none): the part to which rows are added from here on
 */
TyImportPart *
ty_import_plan_add_part (TyImportPlan   *self,
                         TyImportSource *source)
{
  TyImportPart *part = g_new0 (TyImportPart, 1);

  part->source = ty_import_source_ref (source);
  part->report = ty_import_report_new ();
  g_ptr_array_add (self->parts, part);
  ty_import_plan_begin_part (self, part);
  return part;
}

/**
 * ty_import_plan_begin_part:
 * @self: a plan
 * @part: one of its parts, without rows
 *
 * From here on rows are added to this part.
 */
void
ty_import_plan_begin_part (TyImportPlan *self,
                           TyImportPart *part)
{
  g_return_if_fail (g_ptr_array_find (self->parts, part, &self->current));

  part->first_row = self->rows->len;
}

guint
ty_import_plan_get_n_parts (TyImportPlan *self)
{
  return self->parts->len;
}

/**
 * ty_import_plan_get_part:
 * @self: a plan
 * @i: a place below their number
 *
 * Returns: (transfer none): what one source says
 */
TyImportPart *
ty_import_plan_get_part (TyImportPlan *self,
                         guint         i)
{
  return g_ptr_array_index (self->parts, i);
}

/**
 * ty_import_plan_add_row:
 * @self: a plan with a part
 * @sheet: (nullable): name of a sheet
 * @row: its row, from 1, or 0
 * @name: (nullable): who or what it is about
 * @place: (nullable): the unit
 *
 * Returns: (transfer none): the row, which says nothing new yet
 */
TyImportRow *
ty_import_plan_add_row (TyImportPlan *self,
                        const char   *sheet,
                        guint         row,
                        const char   *name,
                        const char   *place)
{
  TyImportRow *added = g_new0 (TyImportRow, 1);
  TyImportPart *part = g_ptr_array_index (self->parts, self->current);

  added->part = self->current;
  added->sheet = ty_import_plan_intern (self, sheet);
  added->row = row;
  added->name = ty_import_plan_intern (self, name);
  added->place = ty_import_plan_intern (self, place);
  added->state = TY_IMPORT_STATE_SAME;
  g_ptr_array_add (self->rows, added);
  part->n_rows++;
  return added;
}

guint
ty_import_plan_get_n_rows (TyImportPlan *self)
{
  return self->rows->len;
}

/**
 * ty_import_plan_get_row:
 * @self: a plan
 * @i: a place below their number
 *
 * Returns: (transfer none): a row
 */
TyImportRow *
ty_import_plan_get_row (TyImportPlan *self,
                        guint         i)
{
  return g_ptr_array_index (self->rows, i);
}

/**
 * ty_import_plan_get_place_of:
 * @self: a plan
 * @row: one of its rows
 *
 * Returns: its place in the plan
 */
guint
ty_import_plan_get_place_of (TyImportPlan      *self,
                             const TyImportRow *row)
{
  guint place = 0;

  g_return_val_if_fail (g_ptr_array_find (self->rows, row, &place), 0);

  return place;
}

/**
 * ty_import_plan_answer:
 * @self: a plan
 * @i: the place of a row that has `twins`
 * @person: the key of who it is, or 0 for somebody new
 *
 * Says of whom a row is. It is compared anew by ty_import_run_answers().
 *
 * Returns: whether that can be said of the row
 */
gboolean
ty_import_plan_answer (TyImportPlan *self,
                       guint         i,
                       gint64        person)
{
  TyImportRow *row = g_ptr_array_index (self->rows, i);

  if (row->twins == NULL)
    return FALSE;

  row->subject = person;
  row->answered = TRUE;
  row->pending = TRUE;
  return TRUE;
}

/**
 * ty_import_plan_answer_single:
 * @self: a plan
 *
 * Says of each doubtful row that may be of one person alone that it is of this person.
 *
 * Returns: how many these are
 */
guint
ty_import_plan_answer_single (TyImportPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TyImportRow *row = g_ptr_array_index (self->rows, i);

      if (row->state == TY_IMPORT_STATE_DOUBTFUL && row->twins != NULL && row->twins->len == 1)
        n += ty_import_plan_answer (self, i,
                                    ty_record_get_integer (g_ptr_array_index (row->twins, 0), TY_PERSON_ID));
    }
  return n;
}

/**
 * ty_import_plan_clear_row:
 * @self: a plan
 * @row: one of its rows
 *
 * Forgets what the row would change, before it is compared anew.
 */
void
ty_import_plan_clear_row (TyImportPlan *self,
                          TyImportRow  *row)
{
  g_clear_pointer (&row->changes, g_array_unref);
  row->reason = NULL;
  row->state = TY_IMPORT_STATE_SAME;
  row->accepted = FALSE;
}

/**
 * ty_import_plan_intern:
 * @self: a plan
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): the same text, which lives as long as the plan
 */
const char *
ty_import_plan_intern (TyImportPlan *self,
                       const char   *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/**
 * ty_import_plan_count:
 * @self: a plan
 * @state: a state
 *
 * Returns: how many rows are in this state
 */
guint
ty_import_plan_count (TyImportPlan  *self,
                      TyImportState  state)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((TyImportRow *) g_ptr_array_index (self->rows, i))->state == state;

  return n;
}

/**
 * ty_import_plan_count_accepted:
 * @self: a plan
 *
 * Returns: how many rows shall be taken over
 */
guint
ty_import_plan_count_accepted (TyImportPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((TyImportRow *) g_ptr_array_index (self->rows, i))->accepted;

  return n;
}

/**
 * ty_import_plan_accept_state:
 * @self: a plan
 * @state: %TY_IMPORT_STATE_NEW or %TY_IMPORT_STATE_CHANGED; rows of other states cannot be taken over
 * @accepted: whether they shall be taken over
 *
 * Accepts or refuses all rows in a state.
 */
void
ty_import_plan_accept_state (TyImportPlan  *self,
                             TyImportState  state,
                             gboolean       accepted)
{
  g_return_if_fail (state == TY_IMPORT_STATE_NEW || state == TY_IMPORT_STATE_CHANGED);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TyImportRow *row = g_ptr_array_index (self->rows, i);

      if (row->state == state)
        row->accepted = accepted;
    }
}

/**
 * ty_import_change_is_of:
 * @change: a change
 * @field: a field
 *
 * Returns: whether it would change this field
 */
gboolean
ty_import_change_is_of (const TyImportChange *change,
                           const TyImportTopic  *field)
{
  return change->info == field->info && change->field == field->field && change->own == field->own;
}

/**
 * ty_import_plan_accept_topic:
 * @self: a plan
 * @field: a field
 * @accepted: whether it shall be changed
 *
 * Accepts or refuses a field in all rows of people and units that are known. Of a new one all is taken.
 */
void
ty_import_plan_accept_topic (TyImportPlan        *self,
                             const TyImportTopic *field,
                             gboolean             accepted)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TyImportRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; row->changes != NULL && j < row->changes->len; j++)
        {
          TyImportChange *change = &g_array_index (row->changes, TyImportChange, j);

          if (!change->follows && ty_import_change_is_of (change, field))
            change->accepted = accepted;
        }
    }
}

static void
count_change (GArray               *fields,
              const TyImportChange *change)
{
  TyImportTopic field = { change->info, change->field, change->own, change->label, 1, change->accepted };

  for (guint i = 0; i < fields->len; i++)
    {
      TyImportTopic *known = &g_array_index (fields, TyImportTopic, i);

      if (!ty_import_change_is_of (change, known))
        continue;
      known->n++;
      known->n_accepted += change->accepted;
      return;
    }
  g_array_append_val (fields, field);
}

/**
 * ty_import_plan_list_topics:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type TyImportTopic): the fields that its rows would change, in the order
 *   in which they come
 */
GArray *
ty_import_plan_list_topics (TyImportPlan *self)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (TyImportTopic));

  for (guint i = 0; i < self->rows->len; i++)
    {
      TyImportRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; row->changes != NULL && j < row->changes->len; j++)
        if (!g_array_index (row->changes, TyImportChange, j).follows)
          count_change (fields, &g_array_index (row->changes, TyImportChange, j));
    }
  return fields;
}

static gpointer
get_problem_key (guint part,
                 guint row)
{
  return GUINT_TO_POINTER (part * 1048583 + row);
}

static void
index_problems (TyImportPlan *self)
{
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->parts->len; i++)
    {
      TyImportPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->report->problems->len; j++)
        {
          TyImportProblem *problem = g_ptr_array_index (part->report->problems, j);
          gpointer key = get_problem_key (i, problem->row);
          GPtrArray *found = g_hash_table_lookup (self->problems, key);

          if (found == NULL)
            g_hash_table_insert (self->problems, key, found = g_ptr_array_new ());
          g_ptr_array_add (found, problem);
        }
    }
}

/**
 * ty_import_plan_list_problems:
 * @self: a plan
 * @row: one of its rows
 *
 * Returns: (transfer container) (element-type TyImportProblem): what was found in this row
 */
GPtrArray *
ty_import_plan_list_problems (TyImportPlan      *self,
                              const TyImportRow *row)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *known;

  if (self->problems == NULL)
    index_problems (self);
  known = g_hash_table_lookup (self->problems, get_problem_key (row->part, row->row));
  for (guint i = 0; row->row > 0 && known != NULL && i < known->len; i++)
    {
      TyImportProblem *problem = g_ptr_array_index (known, i);

      if (problem->row == row->row && g_strcmp0 (problem->sheet, row->sheet) == 0)
        g_ptr_array_add (found, problem);
    }
  return found;
}

/**
 * ty_import_row_dup_place:
 * @self: a row
 *
 * Returns: (transfer full): where it stands, in the user’s language
 */
char *
ty_import_row_dup_place (const TyImportRow *self)
{
  if (self->sheet == NULL)
    return g_strdup (_("Not in the table"));

  return g_strdup_printf (_("Sheet “%s”, row %u"), self->sheet, self->row);
}

/**
 * ty_import_topic_dup_word:
 * @self: a field
 *
 * Returns: (transfer full): its word for the command line, such as `person.phone`, `appointment` or `own:5`
 */
char *
ty_import_topic_dup_word (const TyImportTopic *self)
{
  if (self->own != 0)
    return g_strdup_printf ("own:%" G_GINT64_FORMAT, self->own);
  if (self->field == TY_IMPORT_WHOLE_ROW)
    return g_strdup (self->info->table);

  return g_strdup_printf ("%s.%s", self->info->table, self->info->fields[self->field].column);
}

/**
 * ty_import_state_get_word:
 * @self: a state
 *
 * Returns: (transfer none): its word in JSON and on the command line
 */
const char *
ty_import_state_get_word (TyImportState self)
{
  return states[self].word;
}

/**
 * ty_import_state_get_label:
 * @self: a state
 *
 * Returns: (transfer none): what rows in it are called
 */
const char *
ty_import_state_get_label (TyImportState self)
{
  return g_dpgettext2 (NULL, "rows of an import", states[self].label);
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
add_change (JsonBuilder          *builder,
            const TyImportChange *change)
{
  TyImportTopic field = { change->info, change->field, change->own, change->label, 0, 0 };
  g_autofree char *word = ty_import_topic_dup_word (&field);

  json_builder_begin_object (builder);
  add_member (builder, "field", word);
  add_member (builder, "label", change->label);
  if (!change->sensitive)
    {
      add_member (builder, "old", change->old);
      add_member (builder, "new", change->new);
    }
  json_builder_set_member_name (builder, "accepted");
  json_builder_add_boolean_value (builder, change->accepted);
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder       *builder,
         TyImportPlan      *self,
         const TyImportRow *row)
{
  TyImportPart *part = g_ptr_array_index (self->parts, row->part);

  json_builder_begin_object (builder);
  add_member (builder, "file", ty_import_source_get_name (part->source));
  add_member (builder, "sheet", row->sheet);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, row->row);
  add_member (builder, "name", row->name);
  add_member (builder, "unit", row->place);
  add_member (builder, "state", states[row->state].word);
  json_builder_set_member_name (builder, "accepted");
  json_builder_add_boolean_value (builder, row->accepted);
  add_member (builder, "reason", row->reason);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    add_change (builder, &g_array_index (row->changes, TyImportChange, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * ty_import_plan_to_json:
 * @self: a plan
 *
 * Returns: (transfer full): an object with the counts and an array of rows; sensitive values are left out
 */
char *
ty_import_plan_to_json (TyImportPlan *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "kind", ty_import_kind_get_word (self->options.kind));
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (int state = 0; state < TY_N_IMPORT_STATES; state++)
    {
      json_builder_set_member_name (builder, states[state].word);
      json_builder_add_int_value (builder, ty_import_plan_count (self, state));
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (builder, self, g_ptr_array_index (self->rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
