/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-check"

#include "config.h"

#include "ty-cli.h"

#include "ty-blob-table.h"
#include "ty-check.h"
#include "ty-file-content.h"
#include "ty-problems.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The file itself, and what is in it. */

typedef struct
{
  gboolean data;
  char *as_of;     /* (owned) (nullable) */
  char *scope;     /* (owned) (nullable) */
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->scope);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Keys are texts: 63 bits do not fit a number of JSON. */
static void
build_key (JsonBuilder *builder,
           const char  *name,
           gint64       key)
{
  g_autofree char *text = key != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, key) : NULL;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
build_text (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
build_findings (JsonBuilder *builder,
                GPtrArray   *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      TyFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      build_text (builder, "kind", ty_finding_kind_to_string (finding->kind));
      json_builder_set_member_name (builder, "action");
      json_builder_add_int_value (builder, finding->seq);
      build_text (builder, "text", finding->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_problem (JsonBuilder     *builder,
               const TyProblem *problem)
{
  const TyProblemInfo *info = ty_problem_kind_get_info (problem->kind);

  json_builder_begin_object (builder);
  build_text (builder, "kind", info->word);
  build_text (builder, "severity", ty_severity_to_string (info->severity));
  build_key (builder, "person", problem->person);
  build_key (builder, "unit", problem->unit);
  build_key (builder, "place", problem->place);
  build_text (builder, "name", problem->name);
  build_text (builder, "text", problem->text);
  build_text (builder, "advice", ty_problem_kind_get_advice (problem->kind));
  build_text (builder, "table", info->table);
  build_text (builder, "field", info->column);
  json_builder_end_object (builder);
}

/* Of one kind not all are listed where there are very many; they are all counted. */
static void
build_problems (JsonBuilder   *builder,
                TyProblemList *list,
                TyDate         as_of)
{
  g_autofree char *date = ty_date_to_iso (as_of);

  build_text (builder, "as_of", date);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    {
      json_builder_set_member_name (builder, ty_problem_kind_get_info (i)->word);
      json_builder_add_int_value (builder, list->counts[i]);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->problems->len; i++)
    build_problem (builder, g_ptr_array_index (list->problems, i));
  json_builder_end_array (builder);
}

/* No fault: what was removed or replaced stays, since undo may ask for it. */
static void
build_blobs (JsonBuilder     *builder,
             const TyBlobUse *use)
{
  const struct
  {
    const char *name;
    guint64 value;
  } members[] = {
    { "number", use->n_blobs }, { "bytes", use->n_bytes },
    { "unused", use->n_unused }, { "unused_bytes", use->n_unused_bytes },
  };

  json_builder_set_member_name (builder, "blobs");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_builder_set_member_name (builder, members[i].name);
      json_builder_add_int_value (builder, (gint64) members[i].value);
    }
  json_builder_end_object (builder);
}

static void
print_check_json (GPtrArray       *findings,
                  const TyBlobUse *use,
                  TyProblemList   *list,
                  TyDate           as_of)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "good");
  json_builder_add_boolean_value (builder, findings->len == 0);
  build_findings (builder, findings);
  build_blobs (builder, use);
  if (list != NULL)
    build_problems (builder, list, as_of);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

static void
print_problems_of (TyProblemList *list,
                   TyProblemKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < list->problems->len; i++)
    {
      const TyProblem *problem = g_ptr_array_index (list->problems, i);

      if (problem->kind != kind)
        continue;
      g_print ("  %s\n", problem->text);
      n++;
    }
  if (n < list->counts[kind])
    g_print (_("  … and %u more\n"), list->counts[kind] - n);
}

/* By kind, so that what to do is said once. */
static void
print_problems (TyProblemList *list)
{
  guint n = 0;

  for (guint severity = 0; severity < TY_N_SEVERITIES; severity++)
    for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
      {
        if (list->counts[i] == 0 || ty_problem_kind_get_info (i)->severity != severity)
          continue;
        /* Translators: a severity such as “Warning”, what was looked for, how often it was found, and a
         * sentence that says what to do */
        g_print (_("%s: %s (%u). %s\n"), ty_severity_get_label (severity), ty_problem_kind_get_label (i),
                 list->counts[i], ty_problem_kind_get_advice (i));
        print_problems_of (list, i);
        n += list->counts[i];
      }
  if (n == 0)
    g_print ("%s\n", _("No record was found that cannot be right."));
}

static void
print_blobs (const TyBlobUse *use)
{
  g_autofree char *size = ty_file_content_dup_size (use->n_unused_bytes);

  if (use->n_unused == 0)
    return;
  /* Translators: how many, and how large they are: “2.4 MB” */
  g_print (ngettext ("%u photo or scan (%s) was removed or replaced. It stays in the file, so that undo finds it.\n",
                     "%u photos and scans (%s) were removed or replaced. They stay in the file, so that undo finds "
                     "them.\n", use->n_unused), use->n_unused, size);
}

static void
print_check (GPtrArray       *findings,
             const TyBlobUse *use,
             TyProblemList   *list)
{
  if (findings->len == 0)
    g_print ("%s\n", _("The file is good: its structure, its history and all its records agree."));
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s\n", ((TyFinding *) g_ptr_array_index (findings, i))->text);
  print_blobs (use);
  if (list != NULL)
    print_problems (list);
}

static TyProblemList *
find_problems (TyStore     *store,
               const char  *scope,
               TyDate       as_of,
               GError     **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyProblemIndex) index = ty_problem_index_new ();
  g_autoptr(TyColumns) columns = NULL;
  g_autoptr(TyView) view = NULL;
  gint64 unit = 0;

  if (scope != NULL && (unit = ty_unit_table_resolve (database, scope, as_of, error)) == 0)
    return NULL;
  columns = ty_columns_load (&database, 1, NULL, error);
  if (columns == NULL)
    return NULL;

  view = ty_view_new (columns, as_of, unit, 0, NULL);
  return ty_problems_find (index, view, database, ty_date_today (), NULL, error);
}

static gboolean
check_options (Options  *options,
               TyDate   *as_of,
               GError  **error)
{
  if (!options->data && (options->as_of != NULL || options->scope != NULL))
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("--as-of and --scope say which records are looked at; give --data, too."));
      return FALSE;
    }
  if (!ty_cli_parse_date ("--as-of", options->as_of, as_of, error))
    return FALSE;

  if (options->as_of == NULL)
    *as_of = ty_date_today ();
  return TRUE;
}

int
ty_cli_check (int       argc,
              char    **argv,
              GError  **error)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_NONE, &options.data,
      N_("List records that cannot be right or are not complete, too; they are no fault of the file"),
      NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The cut-off date, by default today"),
      N_("DATE") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options.scope,
      N_("A unit by code, by number, or by names from the top"), N_("UNIT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(TyProblemList) list = NULL;
  g_auto(TyBlobUse) use = { 0 };
  TyDate as_of;

  if (!ty_cli_parse ("check", "FILE [--data]", entries, 1, 1, &argc, &argv, error)
      || !check_options (&options, &as_of, error))
    return TY_CLI_USAGE;
  store = ty_store_open (argv[1], TY_STORE_READ_ONLY, error);
  if (store == NULL)
    return TY_CLI_FAILED;
  findings = ty_check_run (store, error);
  if (findings == NULL || !ty_blob_table_get_use (ty_store_get_database (store), &use, error))
    return TY_CLI_FAILED;
  if (options.data)
    {
      list = find_problems (store, options.scope, as_of, error);
      if (list == NULL)
        return TY_CLI_FAILED;
    }

  if (options.as_json)
    print_check_json (findings, &use, list, as_of);
  else
    print_check (findings, &use, list);
  return findings->len == 0 ? TY_CLI_OK : TY_CLI_FAILED;
}
