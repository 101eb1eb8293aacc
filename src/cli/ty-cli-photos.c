/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-photos"

#include "config.h"

#include "ty-cli.h"

#include "ty-backup-folder.h"
#include "ty-photo-batch.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* A folder of photos, matched by the names of the files. */

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
print_as_json (TyPhotoBatch *batch)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "imported");
  json_builder_add_int_value (builder, batch->n_imported);
  json_builder_set_member_name (builder, "action");
  json_builder_add_int_value (builder, batch->seq);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < batch->files->len; i++)
    {
      const TyPhotoFile *file = g_ptr_array_index (batch->files, i);

      json_builder_begin_object (builder);
      add_member (builder, "file", file->name);
      add_member (builder, "state", ty_photo_state_to_string (file->state));
      json_builder_set_member_name (builder, "person");
      json_builder_add_int_value (builder, file->person);
      add_member (builder, "who", file->who);
      add_member (builder, "text", file->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

static void
print_report (TyPhotoBatch *batch,
              gboolean      dry_run)
{
  g_autofree char *text = ty_photo_batch_to_text (batch, FALSE);
  guint n = dry_run ? ty_photo_batch_get_n_chosen (batch) : batch->n_imported;

  g_print ("%s", text);
  if (batch->n_folders > 0)
    g_print (ngettext ("%u folder in it was not looked into.\n", "%u folders in it were not looked into.\n",
                       batch->n_folders), batch->n_folders);
  g_print (ngettext ("%u of the files is a photo to be imported, of %u.\n",
                     "%u of the files are photos to be imported, of %u.\n", n), n, batch->files->len);
  if (dry_run)
    g_print ("%s\n", _("Nothing was changed: this was a dry run."));
  else if (batch->seq != 0)
    g_print (_("Imported as action %d.\n"), (int) batch->seq);
}

static gboolean
import (TyPhotoBatch  *batch,
        TyStore       *store,
        const char    *path,
        const char    *user,
        GError       **error)
{
  g_autofree char *folder = ty_backup_folder_get_default (path);
  g_autofree char *backup = NULL;

  if (!ty_photo_batch_prepare (batch, NULL, NULL, NULL, error))
    return FALSE;
  backup = ty_backup_folder_add (folder, store, error);
  return backup != NULL && ty_photo_batch_commit (batch, store, user, error);
}

int
ty_cli_photos (int       argc,
               char    **argv,
               GError  **error)
{
  g_autofree char *user = NULL;
  g_autofree char *report = NULL;
  g_autofree char *text = NULL;
  gboolean as_json = FALSE, dry_run = FALSE, replace = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would happen"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_("Replace photos that are there"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("Also write the report as CSV"), N_("FILE.csv") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(TyPhotoBatch) batch = NULL;
  gboolean done;

  if (!ty_cli_parse ("photos", "FILE FOLDER… [--dry-run] [--replace]", entries, 2, G_MAXINT, &argc, &argv, error))
    return TY_CLI_USAGE;

  store = ty_store_open (argv[1], dry_run ? TY_STORE_READ_ONLY : TY_STORE_READ_WRITE, error);
  batch = store != NULL ? ty_photo_batch_scan ((const char *const *) argv + 2, NULL, NULL, NULL, error) : NULL;
  if (batch == NULL
      || !ty_photo_batch_match (batch, ty_store_get_database (store), ty_date_today (), NULL, error))
    return TY_CLI_FAILED;

  batch->replace = replace;
  if (!dry_run && ty_photo_batch_get_n_chosen (batch) > 0
      && !import (batch, store, argv[1], ty_cli_get_user (user), error))
    return TY_CLI_FAILED;
  done = batch->seq != 0 ? ty_cli_finish (store, error) : ty_store_close (store, error);
  if (!done)
    return TY_CLI_FAILED;

  text = ty_photo_batch_to_text (batch, TRUE);
  if (report != NULL && !g_file_set_contents (report, text, -1, error))
    return TY_CLI_FAILED;
  if (as_json)
    print_as_json (batch);
  else
    print_report (batch, dry_run);
  return TY_CLI_OK;
}
