/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-merge"

#include "config.h"

#include "ty-cli.h"

#include "ty-person-merge.h"
#include "ty-record-words.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The command that merges two records of one human. */

static gboolean
take_field (TyPersonMerge  *merge,
            const char     *column,
            GError        **error)
{
  const TyFieldInfo *field = ty_record_info_find_field (&ty_person_info, column);

  if (field == NULL || (field->flags & TY_FIELD_HIDDEN) != 0
      || g_str_equal (field->column, "merged_into"))
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                   _("“%s” is not a field of a person, such as phone."), column);
      return FALSE;
    }

  merge->taken |= 1u << (field - ty_person_info.fields);
  return TRUE;
}

/* Of a clash its table names it: annual_result takes all of its years. */
static gboolean
take_rows (TyPersonMerge *merge,
           const char    *table)
{
  gboolean taken = FALSE;

  for (guint i = 0; i < merge->rows->len; i++)
    {
      TyMergeRow *row = g_ptr_array_index (merge->rows, i);

      if (row->state == TY_MERGE_CLASH && g_str_equal (ty_record_get_info (row->row)->table, table))
        taken = row->take = TRUE;
    }
  return taken;
}

static gboolean
apply_takes (TyPersonMerge  *merge,
             char          **takes,
             GError        **error)
{
  for (guint i = 0; takes != NULL && takes[i] != NULL; i++)
    if (!take_rows (merge, takes[i]) && !take_field (merge, takes[i], error))
      return FALSE;

  return TRUE;
}

static void
print_text (TyPersonMerge *merge,
            TyRecordWords *words,
            gboolean       dry_run)
{
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    {
      const TyFieldInfo *field = &ty_person_info.fields[i];
      g_autofree char *kept = NULL, *other = NULL;

      if (!ty_person_merge_differs (merge, i) || (field->flags & TY_FIELD_HIDDEN) != 0)
        continue;
      kept = ty_record_words_dup_value (words, TY_RECORD (merge->kept), i, TRUE);
      other = ty_record_words_dup_value (words, TY_RECORD (merge->other), i, TRUE);
      /* Translators: a field, the value that is kept, and the one that is left */
      g_print (_("%s: %s (instead of %s)\n"), _(field->label),
               ty_person_merge_takes (merge, i) ? other : kept,
               ty_person_merge_takes (merge, i) ? kept : other);
    }
  g_print (_("Rows moved: %u, equal ones kept once: %u, in each other’s place: %u\n"),
           ty_person_merge_count (merge, TY_MERGE_MOVED), ty_person_merge_count (merge, TY_MERGE_EQUAL),
           ty_person_merge_count (merge, TY_MERGE_CLASH));
  if (dry_run)
    g_print ("%s\n", _("Nothing was changed: this was a dry run."));
}

static void
add_count (JsonBuilder   *builder,
           const char    *name,
           gint64         n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, n);
}

static void
print_json (TyPersonMerge *merge,
            gint64         seq)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_count (builder, "action", seq);
  add_count (builder, "moved", ty_person_merge_count (merge, TY_MERGE_MOVED));
  add_count (builder, "equal", ty_person_merge_count (merge, TY_MERGE_EQUAL));
  add_count (builder, "clashes", ty_person_merge_count (merge, TY_MERGE_CLASH));
  json_builder_set_member_name (builder, "taken");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if (ty_person_merge_takes (merge, i))
      json_builder_add_string_value (builder, ty_person_info.fields[i].column);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

int
ty_cli_merge (int       argc,
              char    **argv,
              GError  **error)
{
  g_autofree char *user = NULL;
  g_auto(GStrv) takes = NULL;
  gint64 person = 0, into = 0, seq = 0;
  gboolean as_json = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_INT64, &person, N_("Number of the record that goes"), "N" },
    { "into", 0, 0, G_OPTION_ARG_INT64, &into, N_("Number of the record that stays"), "N" },
    { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &takes,
      N_("A field, or a table such as annual_result, whose value of the record that goes is kept"),
      N_("FIELD") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would happen"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(TyRecordWords) words = NULL;

  if (!ty_cli_parse ("merge", "FILE --person N --into N [--take FIELD]", entries, 1, 1, &argc, &argv,
                     error))
    return TY_CLI_USAGE;
  if (person == 0 || into == 0)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Say which record goes with --person, and which stays with --into."));
      return TY_CLI_USAGE;
    }

  store = ty_store_open (argv[1], TY_STORE_READ_WRITE, error);
  merge = store != NULL ? ty_person_merge_new (ty_store_get_database (store), into, person, error) : NULL;
  if (merge == NULL)
    return TY_CLI_FAILED;
  if (!apply_takes (merge, takes, error))
    return TY_CLI_USAGE;

  words = ty_record_words_new (ty_store_get_database (store), ty_date_today ());
  if (!dry_run && !ty_person_merge_run (store, ty_cli_get_user (user), merge, &seq, error))
    return TY_CLI_FAILED;
  if (as_json)
    print_json (merge, seq);
  else
    print_text (merge, words, dry_run);
  g_clear_pointer (&words, ty_record_words_free);
  return (dry_run ? ty_store_close : ty_cli_finish) (store, error) ? TY_CLI_OK : TY_CLI_FAILED;
}
