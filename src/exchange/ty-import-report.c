/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-report"

#include "config.h"

#include "ty-import-report.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static void
problem_free (gpointer data)
{
  TyImportProblem *problem = data;

  g_free (problem->sheet);
  g_free (problem->column);
  g_free (problem->heading);
  g_free (problem->value);
  g_free (problem->text);
  g_free (problem);
}

/**
 * ty_import_report_new:
 *
 * Returns: (transfer full): a report of nothing yet
 */
TyImportReport *
ty_import_report_new (void)
{
  TyImportReport *self = g_new0 (TyImportReport, 1);

  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->vanished_villages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ty_import_report_free (TyImportReport *self)
{
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->vanished_villages);
  g_free (self);
}

/**
 * ty_import_report_add:
 * @self: a report
 * @error: whether the row cannot be imported
 * @kind: (transfer none): its word in JSON, static
 * @sheet: (nullable): name of the sheet
 * @row: row of the sheet, from 1, or 0
 * @text: (transfer full): a sentence for the user, without the place
 *
 * Returns: (transfer none): the problem, for its column, heading and value
 */
TyImportProblem *
ty_import_report_add (TyImportReport *self,
                      gboolean        error,
                      const char     *kind,
                      const char     *sheet,
                      guint           row,
                      char           *text)
{
  TyImportProblem *problem = g_new0 (TyImportProblem, 1);

  problem->error = error;
  problem->kind = kind;
  problem->sheet = g_strdup (sheet);
  problem->row = row;
  problem->text = text;
  g_ptr_array_add (self->problems, problem);
  if (error)
    self->n_errors++;
  else
    self->n_warnings++;
  return problem;
}

/**
 * ty_problem_dup_place:
 * @self: a problem
 *
 * Returns: (transfer full): where it is, in the user's language
 */
char *
ty_problem_dup_place (const TyImportProblem *self)
{
  if (self->sheet == NULL)
    return g_strdup (_("Whole file"));
  if (self->row == 0)
    /* Translators: the name of a sheet */
    return g_strdup_printf (_("Sheet “%s”"), self->sheet);
  if (self->column == NULL)
    /* Translators: the name of a sheet and the number of a row */
    return g_strdup_printf (_("Sheet “%s”, row %u"), self->sheet, self->row);
  if (self->heading == NULL)
    /* Translators: the name of a sheet, the number of a row and the letters of a column */
    return g_strdup_printf (_("Sheet “%s”, row %u, column %s"), self->sheet, self->row, self->column);

  /* Translators: the name of a sheet, the number of a row, the letters of a column, its heading */
  return g_strdup_printf (_("Sheet “%s”, row %u, column %s “%s”"), self->sheet, self->row,
                          self->column, self->heading);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gint64       count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_problem (JsonBuilder     *builder,
             const TyImportProblem *problem)
{
  json_builder_begin_object (builder);
  add_string (builder, "severity", problem->error ? "error" : "warning");
  add_string (builder, "kind", problem->kind);
  add_string (builder, "sheet", problem->sheet);
  if (problem->row > 0)
    add_count (builder, "row", problem->row);
  add_string (builder, "column", problem->column);
  add_string (builder, "heading", problem->heading);
  add_string (builder, "value", problem->value);
  add_string (builder, "reason", problem->text);
  json_builder_end_object (builder);
}

/**
 * ty_import_report_to_json:
 * @self: a report
 *
 * Returns: (transfer full): a JSON object
 */
char *
ty_import_report_to_json (TyImportReport *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "imported");
  json_builder_add_boolean_value (builder, self->imported);
  add_count (builder, "action", self->seq);
  add_count (builder, "rows", self->n_rows);
  add_count (builder, "skipped_rows", self->n_skipped);
  add_count (builder, "new_people", self->new_people);
  add_count (builder, "known_people", self->known_people);
  add_count (builder, "changed_people", self->changed_people);
  add_count (builder, "new_units", self->new_units);
  add_count (builder, "new_posts", self->new_posts);
  add_count (builder, "ended_posts", self->ended_posts);
  add_count (builder, "assumed_starts", self->assumed_starts);
  add_count (builder, "errors", self->n_errors);
  add_count (builder, "warnings", self->n_warnings);
  json_builder_set_member_name (builder, "vanished_villages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->vanished_villages->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (self->vanished_villages, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->problems->len; i++)
    add_problem (builder, g_ptr_array_index (self->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
