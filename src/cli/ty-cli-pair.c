/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-pair"

#include "config.h"

#include "ty-cli-pair.h"

#include "ty-cli-stop.h"
#include "ty-cli.h"
#include "ty-action-log.h"
#include "ty-lookup.h"
#include "ty-pairing-edit.h"
#include "ty-pairing-ledger.h"
#include "ty-programme-edit.h"
#include "ty-programme.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>

/* The command that finds who would help whom. */

typedef struct
{
  char *programme;
  char *as_of;
  char *scope;
  char *user;
  char **locks;
  char *why;
  char *ledger;
  char *month;
  gboolean as_json;
  gboolean apply;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->programme);
  g_free (self->as_of);
  g_free (self->scope);
  g_free (self->user);
  g_strfreev (self->locks);
  g_free (self->why);
  g_free (self->ledger);
  g_free (self->month);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_pair (const char     *text,
            TyPairingLock  *lock,
            GError        **error)
{
  g_auto(GStrv) parts = g_strsplit (text, "=", 2);

  if (parts[0] != NULL && parts[1] != NULL
      && g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, &lock->mentee, NULL)
      && g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, &lock->mentor, NULL))
    return TRUE;

  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
               _("“%s” does not say who and with whom: two numbers of people such as 17=4."), text);
  return FALSE;
}

static gboolean
parse_locks (const Options  *options,
             GArray         *locks,
             GError        **error)
{
  for (guint i = 0; options->locks != NULL && options->locks[i] != NULL; i++)
    {
      TyPairingLock lock;

      if (!parse_pair (options->locks[i], &lock, error))
        return FALSE;
      g_array_append_val (locks, lock);
    }
  return TRUE;
}

/* A programme is asked for by its name or its key. */
static gboolean
find_programme (TyDatabase   *database,
                const char   *wanted,
                gint64       *key,
                GError      **error)
{
  g_autoptr(GPtrArray) all = ty_programme_rules_list (database, error);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TyRecord *programme = ((TyProgrammeRules *) g_ptr_array_index (all, i))->programme;
      const char *name = ty_record_get_text (programme, TY_PROGRAMME_NAME);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                 ty_record_get_integer (programme, TY_PROGRAMME_ID));

      *key = ty_record_get_integer (programme, TY_PROGRAMME_ID);
      if (g_strcmp0 (wanted, name) == 0 || g_strcmp0 (wanted, number) == 0)
        return TRUE;
      g_string_append_printf (names, "\n  %s  %s", number, name);
    }
  if (all != NULL && all->len == 0)
    g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_FAILED, _("The file has no mentoring programme yet."));
  else if (all != NULL)
    g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Say with --programme which one is meant:%s"), names->str);
  return FALSE;
}

typedef struct
{
  TyLookup *lookup;
  TyView *view;
  gint64 programme;
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->view, ty_view_unref);
  g_clear_pointer (&self->lookup, ty_lookup_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
open_question (Question       *self,
               const char     *path,
               const Options  *options,
               GError        **error)
{
  TyDate as_of;
  gint64 scope = 0;

  if (!ty_cli_parse_date ("--as-of", options->as_of, &as_of, error))
    return FALSE;
  if (!ty_date_is_known (as_of))
    as_of = ty_date_today ();
  self->lookup = ty_lookup_open (path, error);
  if (self->lookup == NULL
      || !find_programme (ty_lookup_get_database (self->lookup), options->programme, &self->programme, error))
    return FALSE;
  if (options->scope != NULL)
    {
      scope = ty_unit_table_resolve (ty_lookup_get_database (self->lookup), options->scope, as_of, error);
      if (scope == 0)
        return FALSE;
    }
  self->view = ty_lookup_get_view (self->lookup, as_of, scope, 0, error);
  return self->view != NULL;
}

static TyPairingPlan *
make_plan (const char     *path,
           const Options  *options,
           GArray         *locks,
           GError        **error)
{
  g_auto(Question) question = { NULL };
  g_autoptr(TyPairingPlan) plan = NULL;
  g_autoptr(TyCliStop) stop = NULL;

  if (!open_question (&question, path, options, error))
    return NULL;
  stop = ty_cli_stop_new ();
  plan = ty_pairing_plan_new (question.view, ty_lookup_get_database (question.lookup), question.programme,
                              ty_cli_stop_get_cancellable (stop), error);
  if (plan == NULL
      || !ty_pairing_plan_solve (plan, (const TyPairingLock *) (gpointer) locks->data, locks->len, ty_cli_stop_tell,
                                 stop, ty_cli_stop_get_cancellable (stop), error))
    return NULL;

  return g_steal_pointer (&plan);
}

/* What leaves the file is noted in it first, as every export is. */
static gboolean
commit_ledger (const char  *path,
               TyOutFile   *file,
               const char  *user,
               GError     **error)
{
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, error);

  return store != NULL && ty_pairing_ledger_note (store, ty_out_file_get_path (file), ty_cli_get_user (user), error)
         && ty_store_close (store, error) && ty_out_file_commit (file, error);
}

static gboolean
write_ledger (const char           *path,
              const Options        *options,
              const char           *to,
              TyPairingLedgerKind   kind,
              GError              **error)
{
  g_autoptr(TyPairingLedger) ledger = NULL;
  g_autoptr(TyOutFile) file = NULL;

  {
    g_auto(Question) question = { NULL };

    if (!open_question (&question, path, options, error))
      return FALSE;
    ledger = ty_pairing_ledger_new (question.view, ty_lookup_get_database (question.lookup), question.programme,
                                    kind, error);
  }
  file = ledger != NULL ? ty_pairing_ledger_draw (ledger, to, error) : NULL;
  if (file == NULL || !commit_ledger (path, file, options->user, error))
    return FALSE;

  g_print (ngettext ("Written: %s, %u pairing\n", "Written: %s, %u pairings\n",
                     ty_pairing_ledger_get_n_rows (ledger)), to, ty_pairing_ledger_get_n_rows (ledger));
  return TRUE;
}

static gboolean
write_ledgers (const char     *path,
               const Options  *options,
               GError        **error)
{
  return (options->ledger == NULL || write_ledger (path, options, options->ledger, TY_PAIRING_LEDGER, error))
         && (options->month == NULL || write_ledger (path, options, options->month, TY_PAIRING_MONTH, error));
}

/* Between reading and writing the file may have changed: then it is said, and nothing is done. */
static gboolean
apply (const char     *path,
       TyPairingPlan  *plan,
       const char     *user,
       gint64         *seq,
       GError        **error)
{
  g_autoptr(GPtrArray) stored = NULL;
  g_autoptr(GPtrArray) added = NULL;
  g_autoptr(TyStore) store = NULL;

  *seq = 0;
  ty_pairing_plan_list_changes (plan, NULL, 0, &stored, &added);
  if (added->len == 0)
    return TRUE;

  store = ty_store_open (path, TY_STORE_READ_WRITE, error);
  return store != NULL
         && ty_pairing_edit_replace (store, ty_cli_get_user (user), stored, added,
                                     ty_pairing_plan_get_as_of (plan), seq, error)
         && ty_cli_finish (store, error);
}

static gboolean
print_why (TyPairingPlan  *plan,
           const char     *text,
           GError        **error)
{
  TyPlanMentee *mentee;
  TyPlanMentor *mentor;
  TyPairingLock pair;

  if (!parse_pair (text, &pair, error))
    return FALSE;
  mentee = ty_pairing_plan_find_mentee (plan, pair.mentee);
  mentor = ty_pairing_plan_find_mentor (plan, pair.mentor);
  if (mentee == NULL || mentor == NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, mentee == NULL ? pair.mentee : pair.mentor);

      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                   mentee == NULL ? _("No. %s needs nobody in this programme.")
                                  : _("No. %s is not in the pool of mentors on this day."), number);
      return FALSE;
    }
  ty_cli_pair_print_why (plan, mentee, mentor);
  return TRUE;
}

int
ty_cli_pair (int       argc,
             char    **argv,
             GError  **error)
{
  g_auto(Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "programme", 0, 0, G_OPTION_ARG_STRING, &options.programme, N_("Name or number of a programme"), "P" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The cut-off date, such as 2021-12-31; else today"),
      N_("DATE") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options.scope, N_("Mentees of a unit only, by name, code or number"),
      N_("UNIT") },
    { "lock", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.locks, N_("A pair that has to be kept"), "MENTEE=MENTOR" },
    { "why", 0, 0, G_OPTION_ARG_STRING, &options.why, N_("Only say how well two fit, or why they cannot be paired"),
      "MENTEE=MENTOR" },
    { "ledger", 0, 0, G_OPTION_ARG_FILENAME, &options.ledger,
      N_("Instead write the ledger of the programme, as .xlsx or .pdf"), N_("FILE") },
    { "month-sheet", 0, 0, G_OPTION_ARG_FILENAME, &options.month,
      N_("Instead write the talks of the month, done against due, as .xlsx or .pdf"), N_("FILE") },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &options.apply, N_("Take the plan over, as one action"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options.user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(GArray) locks = g_array_new (FALSE, FALSE, sizeof (TyPairingLock));
  g_autoptr(TyPairingPlan) plan = NULL;
  gint64 seq = 0;

  if (!ty_cli_parse ("pair", "FILE --programme P [--lock MENTEE=MENTOR] [--apply]", entries, 1, 1, &argc, &argv,
                     error)
      || !parse_locks (&options, locks, error))
    return TY_CLI_USAGE;

  if (options.ledger != NULL || options.month != NULL)
    return write_ledgers (argv[1], &options, error) ? TY_CLI_OK : TY_CLI_FAILED;
  plan = make_plan (argv[1], &options, locks, error);
  if (plan == NULL)
    return error != NULL && g_error_matches (*error, TY_CLI_ERROR, TY_CLI_USAGE) ? TY_CLI_USAGE : TY_CLI_FAILED;
  if (options.why != NULL)
    return print_why (plan, options.why, error) ? TY_CLI_OK : TY_CLI_USAGE;
  if (options.apply && !apply (argv[1], plan, options.user, &seq, error))
    return TY_CLI_FAILED;
  if (options.as_json)
    ty_cli_pair_print_json (plan, seq);
  else
    ty_cli_pair_print (plan);
  return TY_CLI_OK;
}
