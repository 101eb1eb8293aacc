/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-county"

#include "config.h"

#include "test-roster-county.h"

#include "ty-check.h"
#include "ty-county.h"
#include "ty-figures.h"

#include <glib/gstdio.h>

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/**
 * test_county_new:
 *
 * Returns: (transfer full): the county 石城县 without a township, open
 */
TestCounty *
test_county_new (void)
{
  TestCounty *self = g_new0 (TestCounty, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("touyan-roster-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "石城县.touyan", NULL);
  self->store = ty_county_create (self->path, "石城县", "990101", "tester", &error);
  g_assert_no_error (error);
  return self;
}

void
test_county_free (TestCounty *self)
{
  g_clear_object (&self->store);
  remove_tree (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
test_county_open (TestCounty *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (self->store);
  self->store = ty_store_open (self->path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

void
test_county_close (TestCounty *self)
{
  g_autoptr(GError) error = NULL;

  ty_store_close (self->store, &error);
  g_assert_no_error (error);
  g_clear_object (&self->store);
}

/**
 * test_county_dup_path:
 * @self: a county
 * @name: name of a file
 *
 * Returns: (transfer full): a path in the county's folder
 */
char *
test_county_dup_path (TestCounty *self,
                      const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static TyDate
date_from (const char *text)
{
  return text != NULL ? ty_date_from_iso (text) : TY_DATE_NONE;
}

/**
 * test_county_try:
 * @self: a county
 * @roster: path of an .xlsx
 * @as_of: an ISO day
 * @end_missing: (nullable): an ISO day
 * @dry_run: only report
 * @skip_errors: leave rows with errors out
 * @error: what the import says
 *
 * Returns: (transfer full) (nullable): the report
 */
TyImportReport *
test_county_try (TestCounty  *self,
                 const char  *roster,
                 const char  *as_of,
                 const char  *end_missing,
                 gboolean     dry_run,
                 gboolean     skip_errors,
                 GError     **error)
{
  const TyRosterImportOptions options = {
    .path = roster,
    .user = "tester",
    .as_of = date_from (as_of),
    .end_missing = date_from (end_missing),
    .dry_run = dry_run,
    .skip_errors = skip_errors,
  };

  return ty_roster_import_run (self->store, &options, NULL, error);
}

/**
 * test_county_import:
 * @self: a county
 * @roster: path of an .xlsx without errors
 * @as_of: an ISO day
 * @end_missing: (nullable): an ISO day
 *
 * Returns: (transfer full): the report of what was imported
 */
TyImportReport *
test_county_import (TestCounty *self,
                    const char *roster,
                    const char *as_of,
                    const char *end_missing)
{
  g_autoptr(GError) error = NULL;
  TyImportReport *report = test_county_try (self, roster, as_of, end_missing, FALSE, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len && report->n_errors > 0; i++)
    {
      TyImportProblem *problem = g_ptr_array_index (report->problems, i);

      if (problem->error)
        g_test_message ("row %u: %s %s", problem->row, problem->text, problem->value);
    }
  g_assert_cmpuint (report->n_errors, ==, 0);
  g_assert_true (report->imported);
  return report;
}

/**
 * test_county_assert_sound:
 * @self: a county
 *
 * Nothing is wrong with the file, its history and its records.
 */
void
test_county_assert_sound (TestCounty *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = ty_check_run (self->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((TyFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, 0);
}

/**
 * test_county_dup_sum:
 * @self: a county that is closed
 *
 * Returns: (transfer full): the SHA-256 of the file
 */
char *
test_county_dup_sum (TestCounty *self)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_null (self->store);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

/**
 * test_county_assert_untouched:
 * @self: a county that is closed
 * @sum: what test_county_dup_sum() gave before
 *
 * The file is byte for byte what it was, and nothing waits beside it to be written into it.
 */
void
test_county_assert_untouched (TestCounty *self,
                              const char *sum)
{
  g_autofree char *after = test_county_dup_sum (self);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  g_assert_cmpstr (after, ==, sum);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/**
 * test_county_dup_text:
 * @self: a county
 * @sql: a query
 *
 * Returns: (transfer full): all its values, with `|` between columns and `;` between rows
 */
char *
test_county_dup_text (TestCounty *self,
                      const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (self->store), sql,
                                                          &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (ty_statement_step (statement, &error) == TY_STEP_ROW)
    {
      if (text->len > 0)
        g_string_append_c (text, ';');
      for (int i = 0; i < ty_statement_get_n_columns (statement); i++)
        {
          const char *value = ty_statement_get_text (statement, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "-");
        }
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/**
 * test_county_count:
 * @self: a county
 * @sql: a query that gives one number
 *
 * Returns: the number
 */
gint64
test_county_count (TestCounty *self,
                   const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number = 0;

  ty_database_get_integer (ty_store_get_database (self->store), sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

/**
 * test_county_get_figures:
 * @self: a county
 * @as_of: an ISO day
 * @term: year of a term, or 0
 *
 * Returns: (transfer full): the figures of the whole file, from their JSON
 */
JsonObject *
test_county_get_figures (TestCounty *self,
                         const char *as_of,
                         int         term)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFigures) figures = ty_figures_load (ty_store_get_database (self->store),
                                                  ty_date_from_iso (as_of), 0, term, &error);
  g_autofree char *json = NULL;
  g_autoptr(JsonNode) node = NULL;

  g_assert_no_error (error);
  json = ty_figures_to_json (figures);
  node = json_from_string (json, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

/**
 * test_county_run_program:
 * @self: a county, in whose folder the program keeps its backups
 * @arguments: (array zero-terminated=1): the words after `touyan-cli`
 * @output: (out): what it printed
 * @messages: (out) (optional): what it said beside that
 *
 * Returns: the exit status
 */
int
test_county_run_program (TestCounty        *self,
                         const char *const *arguments,
                         char             **output,
                         char             **messages)
{
  g_autofree char *program = g_build_filename (g_getenv ("TY_BUILD_ROOT"), "touyan-cli", NULL);
  g_autoptr(GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) line = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  g_strv_builder_add (words, program);
  g_strv_builder_addv (words, (const char **) arguments);
  line = g_strv_builder_end (words);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, messages, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

/**
 * test_report_count:
 * @report: a report
 * @kind: a kind of problem
 *
 * Returns: how many of that kind there are
 */
guint
test_report_count (TyImportReport *report,
                   const char     *kind)
{
  guint n = 0;

  for (guint i = 0; i < report->problems->len; i++)
    n += g_str_equal (((TyImportProblem *) g_ptr_array_index (report->problems, i))->kind, kind);
  return n;
}

/**
 * test_report_find:
 * @report: a report
 * @kind: a kind of problem
 *
 * Returns: (transfer none): the first of that kind, which must be there
 */
const TyImportProblem *
test_report_find (TyImportReport *report,
                  const char     *kind)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TyImportProblem *problem = g_ptr_array_index (report->problems, i);

      g_test_message ("%s: %s", problem->kind, problem->text);
      if (g_str_equal (problem->kind, kind))
        return problem;
    }
  g_error ("There is no problem of the kind %s", kind);
}

/**
 * test_assert_has_members:
 * @actual: an object
 * @expected: an object all of whose members must be in @actual
 */
void
test_assert_has_members (JsonObject *actual,
                         JsonObject *expected)
{
  g_autoptr(GList) names = json_object_get_members (expected);

  g_assert_nonnull (names);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *wanted = json_object_get_member (expected, l->data);
      JsonNode *there = json_object_get_member (actual, l->data);

      g_test_message ("%s", (char *) l->data);
      g_assert_nonnull (there);
      if (JSON_NODE_HOLDS_OBJECT (wanted))
        test_assert_has_members (json_node_get_object (there), json_node_get_object (wanted));
      else
        g_assert_true (json_node_equal (there, wanted));
    }
}
