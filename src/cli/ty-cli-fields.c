/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-fields"

#include "config.h"

#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-code-list.h"
#include "ty-custom-edit.h"
#include "ty-custom-name.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-entry.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The county's own fields: listed, made, changed, removed, and filled in for somebody. */

#define USAGE "FILE [--add NAME --kind KIND] [--change NAME …] [--remove NAME] [--person N --set NAME=VALUE …]"

typedef struct
{
  char *add;
  char *change;
  char *remove;
  char *name;
  char *kind;
  char *choices;
  char *privacy;
  char *note;
  gint64 person;
  char **sets;
  char *user;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->add);
  g_free (options->change);
  g_free (options->remove);
  g_free (options->name);
  g_free (options->kind);
  g_free (options->choices);
  g_free (options->privacy);
  g_free (options->note);
  g_strfreev (options->sets);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_word (const char  *option,
            const char  *list,
            const char  *word,
            GError     **error)
{
  TyCodeList *codes = ty_code_list_get_shipped (list);
  g_autoptr(GString) known = g_string_new (NULL);

  if (word == NULL || ty_code_list_lookup (codes, word) != NULL)
    return TRUE;

  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
                            ty_code_get_key (ty_code_list_get_item (codes, i)));
  /* Translators: an option of the command, what was given to it, and the words that it knows */
  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("%s does not know “%s”. It knows: %s"), option, word,
               known->str);
  return FALSE;
}

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING, &options->add, N_("Make a field"), N_("NAME") },
    { "change", 0, 0, G_OPTION_ARG_STRING, &options->change, N_("Change a field"), N_("NAME") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options->remove,
      N_("Remove a field with all its values"), N_("NAME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options->name, N_("Its new name"), N_("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind,
      N_("What it holds: text, number, date, choice or yes-no; by default text"), N_("KIND") },
    { "choices", 0, 0, G_OPTION_ARG_STRING, &options->choices,
      N_("The choices, joined by commas"), N_("CHOICES") },
    { "privacy", 0, 0, G_OPTION_ARG_STRING, &options->privacy,
      N_("How private it is: public, internal or sensitive; by default internal"), N_("CLASS") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, N_("What it is for"), N_("TEXT") },
    { "person", 0, 0, G_OPTION_ARG_INT64, &options->person, N_("Number of the person"), "N" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->sets,
      N_("A field and its value for that person"), N_("NAME=VALUE") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  guint n_tasks;

  if (!ty_cli_parse ("fields", USAGE, entries, 1, 1, argc, argv, error))
    return FALSE;

  n_tasks = (options->add != NULL) + (options->change != NULL) + (options->remove != NULL)
            + (options->sets != NULL);
  if (n_tasks > 1 || (options->sets != NULL) != (options->person != 0))
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Give one of --add, --change, --remove, or --person with --set."));
      return FALSE;
    }
  return check_word ("--kind", "custom_kind", options->kind, error)
         && check_word ("--privacy", "privacy", options->privacy, error);
}

static TyRecord *
find_field (GPtrArray   *fields,
            const char  *name,
            GError     **error)
{
  TyRecord *field = ty_custom_table_find_name (fields, name);
  g_autoptr(GString) known = g_string_new (NULL);

  if (field != NULL)
    return field;

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
                            ty_custom_field_get_name (g_ptr_array_index (fields, i)));
  /* Translators: a name, and the names that there are */
  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("There is no field “%s”. There are: %s"), name,
               known->str);
  return NULL;
}

static void
set_text (TyRecord   *record,
          guint       field,
          const char *text)
{
  if (text != NULL)
    ty_record_set_text (record, field, text);
}

static void
set_texts (const Options *options,
           TyRecord      *record)
{
  set_text (record, TY_CUSTOM_FIELD_NAME, options->name);
  set_text (record, TY_CUSTOM_FIELD_KIND, options->kind);
  set_text (record, TY_CUSTOM_FIELD_CHOICES, options->choices);
  set_text (record, TY_CUSTOM_FIELD_PRIVACY, options->privacy);
  set_text (record, TY_CUSTOM_FIELD_NOTE, options->note);
}

static gboolean
add_field (const Options  *options,
           TyStore        *store,
           gint64         *seq,
           GError        **error)
{
  g_autoptr(TyCustomField) field = ty_custom_field_new ();
  TyRecord *record = TY_RECORD (field);

  ty_record_set_text (record, TY_CUSTOM_FIELD_NAME, options->add);
  ty_record_set_text (record, TY_CUSTOM_FIELD_KIND, "text");
  ty_record_set_text (record, TY_CUSTOM_FIELD_PRIVACY, "internal");
  set_texts (options, record);
  return ty_custom_name_check (options->add, error)
         && ty_custom_edit_add (store, ty_cli_get_user (options->user), field, seq, error);
}

static gboolean
change_field (const Options  *options,
              TyStore        *store,
              GPtrArray      *fields,
              gint64         *seq,
              GError        **error)
{
  TyRecord *stored = find_field (fields, options->change, error);
  g_autoptr(TyRecord) field = stored != NULL ? ty_record_dup (stored) : NULL;

  if (field == NULL)
    return FALSE;

  set_texts (options, field);
  return ty_custom_name_check (ty_custom_field_get_name (TY_CUSTOM_FIELD (field)), error)
         && ty_custom_edit_change (store, ty_cli_get_user (options->user), TY_CUSTOM_FIELD (stored),
                                   TY_CUSTOM_FIELD (field), seq, error);
}

static gboolean
remove_field (const Options  *options,
              TyStore        *store,
              GPtrArray      *fields,
              gint64         *seq,
              GError        **error)
{
  TyRecord *field = find_field (fields, options->remove, error);
  gint64 n_values;

  if (field == NULL
      || !ty_custom_edit_remove (store, ty_cli_get_user (options->user),
                                 ty_custom_field_get_key (TY_CUSTOM_FIELD (field)), &n_values, seq,
                                 error))
    return FALSE;
  if (!options->as_json && n_values > 0)
    g_print (ngettext ("%d person had a value in it.\n", "%d people had a value in it.\n",
                       (gulong) n_values), (int) n_values);
  return TRUE;
}

static gboolean
set_values (const Options  *options,
            TyStore        *store,
            GPtrArray      *fields,
            gint64         *seq,
            GError        **error)
{
  g_autoptr(GPtrArray) values = ty_table_list_of (ty_store_get_database (store), &ty_custom_value_info,
                                                  "person", options->person, error);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (TyCustomChange));

  for (guint i = 0; values != NULL && options->sets[i] != NULL; i++)
    {
      char *equals = strchr (options->sets[i], '=');
      TyCustomChange change = { 0 };
      TyRecord *field, *value;

      if (equals != NULL)
        *equals = '\0';
      field = find_field (fields, options->sets[i], error);
      if (field == NULL)
        return FALSE;
      change.field = ty_custom_field_get_key (TY_CUSTOM_FIELD (field));
      value = ty_custom_table_find_value (values, change.field);
      change.stored = value != NULL ? ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE) : NULL;
      change.typed = equals != NULL ? equals + 1 : NULL;
      g_array_append_val (changes, change);
    }
  return values != NULL
         && ty_custom_edit_set (store, ty_cli_get_user (options->user), options->person,
                                (const TyCustomChange *) changes->data, changes->len, seq, error);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

static void
print_json (GPtrArray *fields,
            GArray    *counts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->len; i++)
    {
      TyRecord *field = g_ptr_array_index (fields, i);
      g_autofree char *word = ty_custom_field_dup_word (TY_CUSTOM_FIELD (field));

      json_builder_begin_object (builder);
      add_member (builder, "field", word);
      for (guint j = TY_CUSTOM_FIELD_NAME; j <= TY_CUSTOM_FIELD_PRIVACY; j++)
        add_member (builder, ty_custom_field_info.fields[j].column, ty_record_get_text (field, j));
      add_member (builder, "note", ty_record_get_text (field, TY_CUSTOM_FIELD_NOTE));
      json_builder_set_member_name (builder, "people");
      json_builder_add_int_value (builder, g_array_index (counts, gint64, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

static const char *
get_label (const char *list,
           const char *key)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped (list), key != NULL ? key : "");

  return code != NULL ? ty_code_get_label (code) : "";
}

static void
print_table (GPtrArray *fields,
             GArray    *counts)
{
  g_autoptr(TyCliTable) table = ty_cli_table_new (6, 5);

  ty_cli_table_add (table, _("Field"));
  ty_cli_table_add (table, _("Field name"));
  ty_cli_table_add (table, _("Kind of field"));
  ty_cli_table_add (table, _("Privacy"));
  ty_cli_table_add (table, _("Choices"));
  ty_cli_table_add (table, _("People"));
  for (guint i = 0; i < fields->len; i++)
    {
      TyRecord *field = g_ptr_array_index (fields, i);
      const char *choices = ty_record_get_text (field, TY_CUSTOM_FIELD_CHOICES);
      g_autofree char *word = ty_custom_field_dup_word (TY_CUSTOM_FIELD (field));
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (counts, gint64, i));

      ty_cli_table_add (table, word);
      ty_cli_table_add (table, ty_custom_field_get_name (TY_CUSTOM_FIELD (field)));
      ty_cli_table_add (table, get_label ("custom_kind", ty_record_get_text (field, TY_CUSTOM_FIELD_KIND)));
      ty_cli_table_add (table, get_label ("privacy", ty_record_get_text (field, TY_CUSTOM_FIELD_PRIVACY)));
      ty_cli_table_add (table, choices != NULL ? choices : "");
      ty_cli_table_add (table, n);
    }
  ty_cli_table_print (table);
}

static gboolean
list_fields (const Options  *options,
             TyStore        *store,
             GPtrArray      *fields,
             GError        **error)
{
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < fields->len; i++)
    {
      gint64 n;

      if (!ty_custom_table_count_values (ty_store_get_database (store),
                                         ty_custom_field_get_key (g_ptr_array_index (fields, i)), NULL,
                                         &n, error))
        return FALSE;
      g_array_append_val (counts, n);
    }
  if (options->as_json)
    print_json (fields, counts);
  else
    print_table (fields, counts);
  return TRUE;
}

static gboolean
run (const Options  *options,
     const char     *path,
     GError        **error)
{
  gboolean writes = options->add != NULL || options->change != NULL || options->remove != NULL
                    || options->sets != NULL;
  g_autoptr(TyStore) store = ty_store_open (path, writes ? TY_STORE_READ_WRITE : TY_STORE_READ_ONLY,
                                            error);
  g_autoptr(GPtrArray) fields = store != NULL ? ty_custom_table_list_fields (
                                                  ty_store_get_database (store), error) : NULL;
  g_autofree char *number = NULL;
  gint64 seq = 0;
  gboolean done;

  if (fields == NULL)
    return FALSE;
  if (!writes)
    return list_fields (options, store, fields, error);

  if (options->add != NULL)
    done = add_field (options, store, &seq, error);
  else if (options->change != NULL)
    done = change_field (options, store, fields, &seq, error);
  else if (options->remove != NULL)
    done = remove_field (options, store, fields, &seq, error);
  else
    done = set_values (options, store, fields, &seq, error);
  if (!done || !ty_cli_finish (store, error))
    return FALSE;

  number = g_strdup_printf ("%d", (int) seq);
  if (options->as_json)
    ty_cli_print_json ("action", number, NULL);
  else
    g_print ("%s\n", number);
  return TRUE;
}

int
ty_cli_fields (int       argc,
               char    **argv,
               GError  **error)
{
  g_auto(Options) options = { 0 };
  GError *local = NULL;
  int status;

  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (run (&options, argv[1], &local))
    return TY_CLI_OK;

  status = local->domain == TY_CLI_ERROR || local->domain == TY_ENTRY_ERROR ? TY_CLI_USAGE
                                                                             : TY_CLI_FAILED;
  g_propagate_error (error, local);
  return status;
}
