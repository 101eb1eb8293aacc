/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-import"

#include "config.h"

#include "ty-cli.h"

#include "ty-backup-folder.h"
#include "ty-import-look.h"
#include "ty-import-mapping-table.h"
#include "ty-import-problems.h"
#include "ty-import-run.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Tables of all kinds, compared row by row before anything is taken over. */

typedef struct
{
  char *kind;
  char *as_of;
  char *end_missing;
  char *mapping;
  char *save_mapping;
  char *sheet;
  char *problems;
  char *user;
  char **maps;
  char **accept;
  char **refuse;
  gboolean dry_run;
  gboolean list_kinds;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->as_of);
  g_free (options->end_missing);
  g_free (options->mapping);
  g_free (options->save_mapping);
  g_free (options->sheet);
  g_free (options->problems);
  g_free (options->user);
  g_strfreev (options->maps);
  g_strfreev (options->accept);
  g_strfreev (options->refuse);
}

/**
 * ty_cli_import_is_planned:
 * @argc: how many arguments there are
 * @argv: the arguments of the command
 *
 * Returns: whether they ask for the comparison row by row
 */
gboolean
ty_cli_import_is_planned (int    argc,
                          char **argv)
{
  static const char *const options[] = { "--kind", "--mapping", "--map", "--save-mapping", "--sheet", "--accept",
                                         "--refuse", "--problems", "--list-kinds" };

  for (int i = 1; i < argc; i++)
    for (guint j = 0; j < G_N_ELEMENTS (options); j++)
      if (strcmp (argv[i], options[j]) == 0
          || (g_str_has_prefix (argv[i], options[j]) && argv[i][strlen (options[j])] == '='))
        return TRUE;

  return FALSE;
}

static void
print_change (const TyImportChange *change)
{
  if (change->sensitive)
    g_print ("    %s\n", change->label);
  else
    g_print ("    %s: %s → %s\n", change->label, change->old != NULL ? change->old : "—",
             change->new != NULL ? change->new : "—");
}

static void
print_row (TyImportPlan      *plan,
           const TyImportRow *row)
{
  g_autofree char *place = ty_import_row_dup_place (row);
  g_autoptr(GPtrArray) problems = ty_import_plan_list_problems (plan, row);

  g_print ("%s: %s: %s%s%s\n", ty_import_state_get_label (row->state), place,
           row->name != NULL ? row->name : "—", row->place != NULL ? " " : "",
           row->place != NULL ? row->place : "");
  if (row->reason != NULL)
    g_print ("    %s\n", row->reason);
  for (guint i = 0; row->changes != NULL && row->state == TY_IMPORT_STATE_CHANGED && i < row->changes->len; i++)
    print_change (&g_array_index (row->changes, TyImportChange, i));
  for (guint i = 0; i < problems->len; i++)
    if (!((TyImportProblem *) g_ptr_array_index (problems, i))->error)
      g_print ("    %s\n", ((TyImportProblem *) g_ptr_array_index (problems, i))->text);
}

static void
print_plan (TyImportPlan *plan)
{
  for (guint i = 0; i < ty_import_plan_get_n_parts (plan); i++)
    {
      TyImportPart *part = ty_import_plan_get_part (plan, i);

      g_print ("%s\n", ty_import_source_get_name (part->source));
      for (guint j = 0; j < part->report->problems->len; j++)
        {
          const TyImportProblem *problem = g_ptr_array_index (part->report->problems, j);

          if (problem->row == 0)
            g_printerr ("%s\n", problem->text);
        }
      for (guint j = 0; j < part->n_rows; j++)
        print_row (plan, ty_import_plan_get_row (plan, part->first_row + j));
    }
  for (int state = 0; state < TY_N_IMPORT_STATES; state++)
    g_print ("%s: %u\n", ty_import_state_get_label (state), ty_import_plan_count (plan, state));
}

static gboolean
add_maps (TyImportMapping  *mapping,
          char            **maps,
          GError          **error)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      char *equals = strrchr (maps[i], '=');
      g_autofree char *heading = equals != NULL ? g_strndup (maps[i], (gsize) (equals - maps[i])) : NULL;

      if (heading == NULL || *heading == '\0')
        {
          g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                       _("“%s” is not a heading and what it means, such as 出生=person.birth."), maps[i]);
          return FALSE;
        }
      ty_import_mapping_set (mapping, heading, equals + 1);
    }
  return TRUE;
}

/* Named, or recognised by the look of the first file; what is said by --map comes on top. */
static TyImportMapping *
find_mapping (TyStore         *store,
              const Options   *options,
              GPtrArray       *sources,
              const TyImportKind **kind,
              GError         **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyImportMapping) mapping = NULL;
  g_autoptr(TyImportLook) look = NULL;

  if (options->mapping != NULL)
    {
      mapping = ty_import_mapping_table_find (database, options->mapping, error);
      if (mapping == NULL)
        return NULL;
      if (*kind == NULL)
        *kind = ty_import_kind_find (ty_import_mapping_get_kind (mapping));
    }
  look = ty_import_look_new (database, g_ptr_array_index (sources, 0), *kind, mapping, NULL, error);
  if (look == NULL)
    return NULL;

  *kind = look->kind;
  if (mapping == NULL)
    mapping = look->mapping != NULL ? ty_import_mapping_copy (look->mapping)
                                    : ty_import_mapping_new (NULL, ty_import_kind_get_word (look->kind));
  return add_maps (mapping, options->maps, error) ? g_steal_pointer (&mapping) : NULL;
}

/* Where no mapping is named, each further file is read by the one that fits its look; a file that has none is read as
 * the first. What is said by --map holds for all. */
static gboolean
find_mappings (TyStore             *store,
               const Options       *options,
               GPtrArray           *sources,
               const TyImportKind  *kind,
               GError             **error)
{
  for (guint i = 1; options->mapping == NULL && i < sources->len; i++)
    {
      TyImportSource *source = g_ptr_array_index (sources, i);
      g_autoptr(TyImportLook) look = ty_import_look_new (ty_store_get_database (store), source, kind, NULL, NULL,
                                                         error);
      g_autoptr(TyImportMapping) mapping = NULL;

      if (look == NULL)
        return FALSE;
      if (look->mapping == NULL)
        continue;
      mapping = ty_import_mapping_copy (look->mapping);
      if (!add_maps (mapping, options->maps, error))
        return FALSE;
      ty_import_source_set_mapping (source, g_steal_pointer (&mapping));
    }
  return TRUE;
}

static gboolean
save_mapping (TyStore             *store,
              const Options       *options,
              GPtrArray           *sources,
              const TyImportKind  *kind,
              TyImportMapping     *mapping,
              GError             **error)
{
  g_autoptr(TyImportLook) look = NULL;
  g_autoptr(TyImportMapping) named = NULL;

  if (options->save_mapping == NULL || options->dry_run)
    return TRUE;

  look = ty_import_look_new (ty_store_get_database (store), g_ptr_array_index (sources, 0), kind, mapping, NULL,
                             error);
  if (look == NULL)
    return FALSE;
  named = ty_import_look_dup_mapping (look, options->save_mapping);
  return ty_import_mapping_table_save (store, ty_cli_get_user (options->user), named, NULL, error);
}

static gboolean
set_topic (TyImportPlan *plan,
           const char   *word,
           gboolean      accepted)
{
  g_autoptr(GArray) topics = ty_import_plan_list_topics (plan);
  gboolean found = FALSE;

  for (guint i = 0; i < topics->len; i++)
    {
      const TyImportTopic *topic = &g_array_index (topics, TyImportTopic, i);
      g_autofree char *own = ty_import_topic_dup_word (topic);

      if (strcmp (own, word) != 0)
        continue;
      ty_import_plan_accept_topic (plan, topic, accepted);
      found = TRUE;
    }
  return found;
}

static gboolean
set_row (TyImportPlan *plan,
         const char   *word,
         gboolean      accepted)
{
  guint number = g_str_has_prefix (word, "row:") ? (guint) atoi (word + strlen ("row:")) : 0;
  gboolean found = FALSE;

  for (guint i = 0; number > 0 && i < ty_import_plan_get_n_rows (plan); i++)
    {
      TyImportRow *row = ty_import_plan_get_row (plan, i);

      if (row->row != number)
        continue;
      row->accepted = accepted && (row->state == TY_IMPORT_STATE_NEW || row->state == TY_IMPORT_STATE_CHANGED);
      found = TRUE;
    }
  return found;
}

/* A word is a state, a field that rows would change, or a row. A field that no row would change is no mistake. */
static gboolean
set_accepted (TyImportPlan *plan,
              const char   *word,
              gboolean      accepted,
              GError      **error)
{
  if (strcmp (word, "new") == 0)
    ty_import_plan_accept_state (plan, TY_IMPORT_STATE_NEW, accepted);
  else if (strcmp (word, "changed") == 0)
    ty_import_plan_accept_state (plan, TY_IMPORT_STATE_CHANGED, accepted);
  else if (strcmp (word, "all") == 0)
    {
      ty_import_plan_accept_state (plan, TY_IMPORT_STATE_NEW, accepted);
      ty_import_plan_accept_state (plan, TY_IMPORT_STATE_CHANGED, accepted);
    }
  else if (strcmp (word, "doubtful") != 0 && !set_row (plan, word, accepted)
           && !set_topic (plan, word, accepted) && strchr (word, '.') == NULL)
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                   _("“%s” is not new, changed, all, doubtful, row:N or a field such as person.phone."), word);
      return FALSE;
    }
  return TRUE;
}

/* Whoever names what is accepted refuses the rest. Of doubtful rows those are accepted that may be of one person
 * alone. */
static gboolean
choose (TyStore        *store,
        TyImportPlan   *plan,
        const Options  *options,
        GError        **error)
{
  if (options->accept != NULL && !set_accepted (plan, "all", FALSE, error))
    return FALSE;
  for (guint i = 0; options->accept != NULL && options->accept[i] != NULL; i++)
    {
      if (strcmp (options->accept[i], "doubtful") == 0 && ty_import_plan_answer_single (plan) > 0
          && !ty_import_run_answers (store, plan, NULL, error))
        return FALSE;
      if (!set_accepted (plan, options->accept[i], TRUE, error))
        return FALSE;
    }
  for (guint i = 0; options->refuse != NULL && options->refuse[i] != NULL; i++)
    if (!set_accepted (plan, options->refuse[i], FALSE, error))
      return FALSE;

  return TRUE;
}

static gboolean
apply (const char    *file,
       TyStore       *store,
       TyImportPlan  *plan,
       const Options *options,
       GError       **error)
{
  g_autofree char *folder = ty_backup_folder_get_default (file);
  g_autofree char *backup = ty_backup_folder_add (folder, store, error);

  return backup != NULL
         && ty_import_run_apply (store, plan, ty_cli_get_user (options->user), NULL, NULL, NULL, error);
}

static TyImportPlan *
run_plan (const char            *file,
          GPtrArray             *sources,
          const Options         *options,
          TyImportOptions       *import,
          GError               **error)
{
  g_autoptr(TyStore) store = ty_store_open (file, TY_STORE_READ_WRITE, error);
  g_autoptr(TyImportMapping) mapping = NULL;
  g_autoptr(TyImportPlan) plan = NULL;

  if (store == NULL)
    return NULL;
  mapping = find_mapping (store, options, sources, &import->kind, error);
  if (mapping == NULL || !find_mappings (store, options, sources, import->kind, error))
    return NULL;
  if (ty_import_kind_is_roster (import->kind) && options->as_of == NULL)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Say for which date the roster speaks with --as-of."));
      return NULL;
    }
  plan = ty_import_run_plan (store, sources, import, mapping, NULL, NULL, NULL, error);
  if (plan == NULL || !choose (store, plan, options, error)
      || (options->problems != NULL && !ty_import_problems_write_book (plan, options->problems, NULL, error))
      || !save_mapping (store, options, sources, import->kind, mapping, error)
      || (!options->dry_run && ty_import_plan_count_accepted (plan) > 0
          && !apply (file, store, plan, options, error)))
    return NULL;
  if (options->dry_run ? !ty_store_close (store, error) : !ty_cli_finish (store, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static int
print_result (TyImportPlan  *plan,
              const Options *options)
{
  gboolean done = options->dry_run;

  if (options->as_json)
    {
      g_autofree char *json = ty_import_plan_to_json (plan);

      g_print ("%s\n", json);
    }
  else
    print_plan (plan);
  for (guint i = 0; i < ty_import_plan_get_n_parts (plan); i++)
    {
      TyImportPart *part = ty_import_plan_get_part (plan, i);

      done |= part->seq != 0;
      if (part->seq != 0 && !options->as_json)
        g_print (_("Imported as action %d.\n"), (int) part->seq);
    }
  if (options->dry_run && !options->as_json)
    g_print ("%s\n", _("Nothing was changed: this was a dry run."));
  else if (!done && !options->as_json)
    g_print ("%s\n", _("No row is to be taken over. Nothing was changed."));
  return done || ty_import_plan_count (plan, TY_IMPORT_STATE_SAME) == ty_import_plan_get_n_rows (plan)
           ? TY_CLI_OK : TY_CLI_FAILED;
}

static int
list_kinds (void)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    {
      const TyImportKind *kind = ty_import_kind_get (i);
      g_autoptr(GPtrArray) targets = ty_import_kind_list_targets (kind, fields);

      g_print ("%s  %s\n", ty_import_kind_get_word (kind), ty_import_kind_get_label (kind));
      for (guint j = 0; j < targets->len; j++)
        {
          const TyImportTarget *target = g_ptr_array_index (targets, j);

          g_print ("    %s  %s\n", target->word, target->label);
        }
    }
  return TY_CLI_OK;
}

static int
run (int       argc,
     char    **argv,
     Options  *options,
     GError  **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  g_autoptr(TyImportPlan) plan = NULL;
  TyImportOptions import = { NULL, ty_date_today (), TY_DATE_NONE };

  if ((options->as_of != NULL && !ty_cli_parse_date ("--as-of", options->as_of, &import.as_of, error))
      || !ty_cli_parse_date ("--end-missing", options->end_missing, &import.end_missing, error))
    return TY_CLI_USAGE;
  if (options->kind != NULL && (import.kind = ty_import_kind_find (options->kind)) == NULL)
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                   _("There is no kind of table “%s”. See touyan-cli import --list-kinds."), options->kind);
      return TY_CLI_USAGE;
    }

  for (int i = 2; i < argc; i++)
    {
      TyImportSource *source = ty_import_source_new_for_path (argv[i]);

      ty_import_source_set_sheet (source, options->sheet);
      g_ptr_array_add (sources, source);
    }
  plan = run_plan (argv[1], sources, options, &import, error);
  if (plan == NULL)
    return g_error_matches (*error, TY_CLI_ERROR, TY_CLI_USAGE) ? TY_CLI_USAGE : TY_CLI_FAILED;

  return print_result (plan, options);
}

/**
 * ty_cli_import_plan:
 * @argc: how many arguments there are
 * @argv: the arguments of the command
 * @error: what went wrong
 *
 * Compares tables with the county file row by row and takes over what is accepted.
 *
 * Returns: the status of the program
 */
int
ty_cli_import_plan (int       argc,
                    char    **argv,
                    GError  **error)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("What the table is; else it is found out"), N_("KIND") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The date for which the table speaks"), N_("DATE") },
    { "end-missing", 0, 0, G_OPTION_ARG_STRING, &options.end_missing,
      N_("The day the term changed: what the roster no longer names ends on it"), N_("DATE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_("The only sheet that is read"), N_("NAME") },
    { "mapping", 0, 0, G_OPTION_ARG_STRING, &options.mapping, N_("A named mapping of columns"), N_("NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps, N_("What a column means; nothing = it is not read"),
      N_("HEADING=TARGET") },
    { "save-mapping", 0, 0, G_OPTION_ARG_STRING, &options.save_mapping,
      N_("Keep what the columns mean under a name"), N_("NAME") },
    { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.accept,
      N_("Take over only these: new, changed, doubtful, row:N"), N_("WHAT") },
    { "refuse", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.refuse,
      N_("Leave these as they are: new, changed, row:N, or a field"), N_("WHAT") },
    { "problems", 0, 0, G_OPTION_ARG_FILENAME, &options.problems,
      N_("Write a copy of the tables in which the problems are marked, as one workbook"), N_("OUT.xlsx") },
    { "list-kinds", 0, 0, G_OPTION_ARG_NONE, &options.list_kinds, N_("Name the kinds of tables and their columns"),
      NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only say what would happen"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options.user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  int status = TY_CLI_USAGE;

  if (ty_cli_parse ("import", "FILE TABLE… [--kind KIND] [--dry-run] [--accept WHAT] [--refuse WHAT]", entries, 0,
                    G_MAXINT, &argc, &argv, error))
    {
      if (options.list_kinds)
        status = list_kinds ();
      else if (argc < 3)
        g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                             _("Say which county file and which tables. See --help."));
      else
        status = run (argc, argv, &options, error);
    }
  options_clear (&options);
  return status;
}
