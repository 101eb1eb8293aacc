/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-figures"

#include "config.h"

#include "ty-cli-question.h"
#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-cross-table.h"
#include "ty-figures.h"
#include "ty-question.h"

#include <glib/gi18n-lib.h>

/* Figures of a date: the published ones, or those of groups. */

#define USAGE "figures FILE --as-of DATE [--scope UNIT] [--by DIMENSION]… [--measure MEASURE]…"

#define DECIMALS 2

typedef struct
{
  TyCliQuestion question;
  char **by;
  char **measures;
  char *compare;
  int term;
  gboolean all;
  TyDate before;
} Options;

static void
options_clear (Options *options)
{
  ty_cli_question_clear (&options->question);
  g_strfreev (options->by);
  g_strfreev (options->measures);
  g_free (options->compare);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_row (TyCondition            condition,
           const TyGroupFigures  *group)
{
  g_autofree char *label = ty_condition_dup_label (condition);
  guint n = ty_group_figures_get (group, condition);
  g_autofree char *share = ty_ratio_format (n, group->count, 100, 2);

  /* Translators: what is counted, the number of people and their share */
  g_print (_("  %s: %u (%s%%)\n"), label, n, share);
}

static void
print_group (TyWho           population,
             const TyGroupFigures  *group,
             TyCondition            last)
{
  g_autofree char *label = ty_who_dup_label (population);
  g_autofree char *average = ty_ratio_format (group->age_sum, group->age_known, 1, 2);

  /* Translators: who is counted and how many they are */
  g_print (_("%s: %u\n"), label, group->count);
  g_print (_("  Average age: %s\n"), average);
  for (TyCondition condition = TY_CONDITION_AGE_LE_35; condition <= TY_CONDITION_FEMALE; condition++)
    print_row (condition, group);
  print_row (last, group);
}

static void
print_figures (const TyFigures *figures)
{
  g_autofree char *as_of = ty_date_to_record (figures->as_of);

  g_print (_("As of %s\n"), as_of);
  g_print (_("Villages and communities: %u\n"), figures->villages);
  print_group (TY_WHO_SECRETARIES, &figures->secretaries, TY_CONDITION_DUAL_ROLE);
  print_group (TY_WHO_MEMBERS, &figures->members, TY_CONDITION_CROSS);
  if (figures->term != 0)
    g_print (_("Secretaries of the term %d: retained %u, from the reserves %u, returned home %u, "
               "dispatched %u\n"), figures->term, figures->retained, figures->from_reserves,
             figures->returned_home, figures->dispatched);
}

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->by,
      N_("By what the rows are; given again, by what the columns are"), N_("DIMENSION") },
    { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->measures,
      N_("What is counted, by default how many; may be given several times"), N_("MEASURE") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options->compare,
      N_("An earlier date, with which each figure is compared"), N_("DATE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options->all, N_("Also print what nobody belongs to"), NULL },
    { "term", 0, 0, G_OPTION_ARG_INT, &options->term,
      N_("Add where the secretaries of the term of that year come from"), N_("YEAR") },
    { NULL }
  };

  ty_cli_question_init (&options->question);
  return ty_cli_parse_more ("figures", "FILE --as-of DATE [--by DIMENSION]", entries,
                            options->question.entries, 0, 1, argc, argv, error)
         && ty_cli_question_check (&options->question, USAGE, *argc, error)
         && ty_cli_parse_date ("--compare", options->compare, &options->before, error);
}

/* Whether it asks for anything but the published figures. */
static gboolean
asks_for_table (Options *options)
{
  return options->by != NULL || options->measures != NULL || options->compare != NULL || options->all
         || ty_cli_question_is_asked (&options->question);
}

static gboolean
read_dimensions (Options           *options,
                 TyCrossTableSpec  *spec,
                 GError           **error)
{
  for (guint i = 0; options->by != NULL && options->by[i] != NULL; i++)
    {
      if (spec->n_dimensions == TY_CROSS_TABLE_DIMENSIONS)
        {
          g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                               _("A table has rows and columns: give --by once or twice."));
          return FALSE;
        }
      spec->dimensions[spec->n_dimensions] = ty_question_find_dimension (options->by[i], error);
      if (spec->dimensions[spec->n_dimensions++] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_measures (Options           *options,
               TyCrossTableSpec  *spec,
               GError           **error)
{
  guint n = options->measures != NULL ? g_strv_length (options->measures) : 0;

  if (n > TY_CROSS_TABLE_MEASURES || (n > 1 && spec->n_dimensions == 2))
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Where --by is given twice, --measure is given once."));
      return FALSE;
    }
  if (n == 0)
    spec->measures[spec->n_measures++] = ty_measure_find ("count");
  for (guint i = 0; i < n; i++)
    {
      spec->measures[spec->n_measures] = ty_question_find_measure (options->measures[i], error);
      if (spec->measures[spec->n_measures++] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A cell of the table and its two companions where two dates are compared. */
static void
add_cells (TyCliTable   *text,
           TyCrossTable *table,
           guint         row,
           guint         column,
           guint         measure)
{
  guint n_dates = ty_cross_table_get_n_dates (table);

  for (guint date = n_dates; date > 0; date--)
    {
      const TyMeasure *what = ty_cross_table_get_measure (table, measure);
      TyAmount amount = ty_cross_table_get_amount (table, date - 1, row, column, measure);
      g_autofree char *value = ty_measure_format (what, amount, DECIMALS);
      g_autofree char *both = what->kind == TY_MEASURE_SHARE && amount.n > 0
                                ? g_strdup_printf ("%" G_GUINT64_FORMAT " (%s%%)", amount.sum, value)
                                : NULL;

      ty_cli_table_add (text, both != NULL ? both : value);
    }
  if (n_dates == 2)
    {
      g_autofree char *change = ty_cross_table_format_change (table, row, column, measure, DECIMALS);

      ty_cli_table_add (text, change);
    }
}

typedef struct
{
  TyCrossTable *table;
  TyCliTable *text;
  GArray *columns; /* those of the second dimension that are shown */
  gboolean all;
} Printing;

static void
add_line (Printing   *printing,
          const char *label,
          guint       row)
{
  ty_cli_table_add (printing->text, label);
  for (guint i = 0; i < printing->columns->len; i++)
    add_cells (printing->text, printing->table, row, g_array_index (printing->columns, guint, i), 0);
  for (guint i = 0; i < ty_cross_table_get_n_measures (printing->table); i++)
    add_cells (printing->text, printing->table, row, TY_CROSS_TABLE_ALL, i);
}

static void
add_titles (Printing   *printing,
            const char *label)
{
  ty_cli_table_add (printing->text, label);
  if (ty_cross_table_get_n_dates (printing->table) == 2)
    {
      ty_cli_table_add (printing->text, "");
      ty_cli_table_add (printing->text, "");
    }
}

static void
add_head (Printing *printing)
{
  TyCrossTable *table = printing->table;
  g_autofree char *label = ty_cross_table_get_n_dimensions (table) > 0
                             ? ty_dimension_dup_label (ty_cross_table_get_dimension (table, 0))
                             : g_strdup ("");

  ty_cli_table_add (printing->text, label);
  for (guint i = 0; i < printing->columns->len; i++)
    add_titles (printing,
                ty_cross_table_get_label (table, 1, g_array_index (printing->columns, guint, i)));
  for (guint i = 0; i < ty_cross_table_get_n_measures (table); i++)
    {
      g_autofree char *measure = ty_cross_table_dup_measure_label (table, i);

      add_titles (printing, ty_cross_table_get_n_dimensions (table) == 2 ? _("Total") : measure);
    }
}

/* Under each title of a comparison: the two dates and what changed. */
static void
add_dates (Printing *printing)
{
  guint n = printing->columns->len + ty_cross_table_get_n_measures (printing->table);
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  if (ty_cross_table_get_n_dates (printing->table) < 2)
    return;

  before = ty_date_to_record (ty_view_get_as_of (ty_cross_table_get_view (printing->table, 1)));
  now = ty_date_to_record (ty_view_get_as_of (ty_cross_table_get_view (printing->table, 0)));
  ty_cli_table_add (printing->text, "");
  for (guint i = 0; i < n; i++)
    {
      ty_cli_table_add (printing->text, before);
      ty_cli_table_add (printing->text, now);
      ty_cli_table_add (printing->text, _("Change"));
    }
}

static void
choose_columns (Printing *printing)
{
  printing->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  if (ty_cross_table_get_n_dimensions (printing->table) < 2)
    return;
  for (guint i = 0; i < ty_cross_table_get_n_values (printing->table, 1); i++)
    if (printing->all || !ty_cross_table_is_empty (printing->table, 1, i))
      g_array_append_val (printing->columns, i);
}

static void
print_head (TyCrossTable *table)
{
  g_autofree char *as_of = ty_date_to_record (ty_view_get_as_of (ty_cross_table_get_view (table, 0)));

  g_print (_("As of %s\n"), as_of);
  if (ty_cross_table_get_n_dimensions (table) == 2)
    {
      g_autofree char *label = ty_dimension_dup_label (ty_cross_table_get_dimension (table, 1));
      g_autofree char *measure = ty_cross_table_dup_measure_label (table, 0);

      /* Translators: what is counted, and by what the columns of the table are */
      g_print (_("%s, columns: %s\n"), measure, label);
    }
}

static void
print_table (TyCrossTable *table,
             gboolean      all)
{
  Printing printing = { table, NULL, NULL, all };
  guint n_dimensions = ty_cross_table_get_n_dimensions (table);
  guint n;

  choose_columns (&printing);
  n = (printing.columns->len + ty_cross_table_get_n_measures (table))
      * (ty_cross_table_get_n_dates (table) == 2 ? 3 : 1);
  printing.text = ty_cli_table_new (n + 1, 1);
  print_head (table);
  add_head (&printing);
  add_dates (&printing);
  for (guint i = 0; n_dimensions > 0 && i < ty_cross_table_get_n_values (table, 0); i++)
    if (all || !ty_cross_table_is_empty (table, 0, i))
      add_line (&printing, ty_cross_table_get_label (table, 0, i), i);
  add_line (&printing, _("Total"), TY_CROSS_TABLE_ALL);
  ty_cli_table_print (printing.text);
  ty_cli_table_free (printing.text);
  g_array_unref (printing.columns);
}

static gboolean
run_table (Options   *options,
           TyLookup  *lookup,
           TyView    *view,
           GError   **error)
{
  g_autoptr(TyPopulation) population = ty_cli_question_make_population (&options->question, lookup, view,
                                                                        error);
  g_autoptr(TyPopulation) now = NULL, then = NULL;
  g_autoptr(TyView) before = NULL;
  g_autoptr(TyCrossTable) table = NULL;
  TyCrossTableSpec spec = { .population = population, .view = view };

  if (population == NULL || !read_dimensions (options, &spec, error)
      || !read_measures (options, &spec, error))
    return FALSE;
  if (options->compare != NULL)
    {
      before = ty_lookup_get_view (lookup, options->before, ty_view_get_scope (view), 0, error);
      if (before == NULL)
        return FALSE;
    }

  now = ty_population_resolve (population, view, ty_lookup_get_database (lookup), error);
  if (now != NULL && before != NULL)
    then = ty_population_resolve (population, before, ty_lookup_get_database (lookup), error);
  if (now == NULL || (before != NULL && then == NULL))
    return FALSE;

  spec.before = before;
  spec.population = now;
  spec.population_before = then;
  table = ty_cross_table_new (&spec, ty_lookup_get_views (lookup), error);
  if (table == NULL)
    return FALSE;
  if (options->question.as_json)
    {
      g_autofree char *json = ty_cross_table_to_json (table);

      g_print ("%s\n", json);
    }
  else
    print_table (table, options->all);
  return TRUE;
}

static gboolean
run (Options     *options,
     const char  *path,
     GError     **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  g_autoptr(TyView) view = NULL;
  g_autoptr(TyFigures) figures = NULL;

  if (lookup == NULL)
    return FALSE;
  view = ty_cli_question_get_view (&options->question, lookup, options->term, error);
  if (view == NULL)
    return FALSE;
  if (asks_for_table (options))
    return run_table (options, lookup, view, error);

  figures = ty_figures_new (view, options->term);
  if (options->question.as_json)
    {
      g_autofree char *json = ty_figures_to_json (figures);

      g_print ("%s\n", json);
    }
  else
    print_figures (figures);
  return TRUE;
}

int
ty_cli_figures (int       argc,
                char    **argv,
                GError  **error)
{
  g_auto(Options) options = { 0 };
  GError *local = NULL;
  int status;

  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (options.question.list_words)
    {
      ty_cli_question_print_words (&options.question);
      return TY_CLI_OK;
    }
  if (run (&options, argv[1], &local))
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
