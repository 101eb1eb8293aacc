/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-lists"

#include "config.h"

#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-person-list-table.h"
#include "ty-person-lists.h"
#include "ty-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The named lists of a file; who is on one, `list --on-list` says. */

static guint
count_people (TyPersonLists *lists,
              TyRecord      *record)
{
  const TyNamedList *list = ty_person_lists_find (lists,
                                                  ty_record_get_integer (record, TY_PERSON_LIST_ID));

  return list != NULL ? list->people->len : 0;
}

static void
print_table (GPtrArray     *records,
             TyPersonLists *lists)
{
  g_autoptr(TyCliTable) table = ty_cli_table_new (3, 3);

  ty_cli_table_add (table, C_("lists", "Name"));
  ty_cli_table_add (table, _("People"));
  ty_cli_table_add (table, _("Note"));
  for (guint i = 0; i < records->len; i++)
    {
      TyRecord *record = g_ptr_array_index (records, i);
      const char *note = ty_record_get_text (record, TY_PERSON_LIST_NOTE);
      g_autofree char *people = g_strdup_printf ("%u", count_people (lists, record));

      ty_cli_table_add (table, ty_record_get_text (record, TY_PERSON_LIST_NAME));
      ty_cli_table_add (table, people);
      ty_cli_table_add (table, note != NULL ? note : "");
    }
  ty_cli_table_print (table);
}

static void
add_text (JsonBuilder *builder,
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
print_json (GPtrArray     *records,
            TyPersonLists *lists)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lists");
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      TyRecord *record = g_ptr_array_index (records, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT,
                                              ty_record_get_integer (record, TY_PERSON_LIST_ID));

      json_builder_begin_object (builder);
      add_text (builder, "list", key);
      add_text (builder, "name", ty_record_get_text (record, TY_PERSON_LIST_NAME));
      json_builder_set_member_name (builder, "people");
      json_builder_add_int_value (builder, count_people (lists, record));
      add_text (builder, "note", ty_record_get_text (record, TY_PERSON_LIST_NOTE));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

int
ty_cli_lists (int       argc,
              char    **argv,
              GError  **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(TyPersonLists) lists = NULL;

  if (!ty_cli_parse ("lists", "FILE", entries, 1, 1, &argc, &argv, error))
    return TY_CLI_USAGE;

  store = ty_store_open (argv[1], TY_STORE_READ_ONLY, error);
  records = store != NULL ? ty_person_list_table_list_all (ty_store_get_database (store), error) : NULL;
  lists = records != NULL ? ty_person_lists_load (ty_store_get_database (store), error) : NULL;
  if (lists == NULL)
    return TY_CLI_FAILED;

  if (as_json)
    print_json (records, lists);
  else
    print_table (records, lists);
  return ty_store_close (store, error) ? TY_CLI_OK : TY_CLI_FAILED;
}
