/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-save"

#include "config.h"

#include "ty-import-save.h"

#include "ty-file-dialog.h"
#include "ty-office-tables.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TyImportWindow *window; /* (owned) */
  TyOffice *office;       /* (owned) */
  TyImportPlan *plan;     /* (owned) */
  char *path;             /* (owned) (nullable) */
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->window);
  g_clear_object (&save->office);
  g_clear_pointer (&save->plan, ty_import_plan_unref);
  g_free (save->path);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;

  /* “saved” leads to the folder of a file. */
  if (ty_import_plan_get_n_parts (save->plan) > 1)
    place = g_build_filename (save->path, "any", NULL);
  if (ty_office_save_problems_finish (TY_OFFICE (source), result, &error))
    g_signal_emit_by_name (save->window, "saved", _("Problems of the table saved"),
                           place != NULL ? place : save->path);
  else
    ty_import_window_tell (save->window, error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  save->path = file != NULL ? g_file_get_path (file) : NULL;
  if (save->path == NULL)
    return;

  ty_office_save_problems_async (save->office, save->plan, save->path, NULL, saved_cb, save);
  save = NULL;
}

/**
 * ty_import_save_problems:
 * @window: the import window, which tells what came of it
 * @office: an open office
 * @plan: what the tables would change
 *
 * Asks for a place and writes the tables once more there, with their problems marked: a workbook, or a folder of
 * them.
 */
void
ty_import_save_problems (TyImportWindow *window,
                         TyOffice       *office,
                         TyImportPlan   *plan)
{
  g_autofree char *name = ty_import_problems_dup_name (plan, 0);
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (window);
  save->office = g_object_ref (office);
  save->plan = ty_import_plan_ref (plan);
  if (ty_import_plan_get_n_parts (plan) > 1)
    ty_file_dialog_open_async (GTK_WINDOW (window), _("Folder for the Problems of the Tables"), TY_FILE_KIND_FOLDER,
                               chosen_cb, save);
  else
    ty_file_dialog_save_async (GTK_WINDOW (window), _("Save the Problems of the Table"), TY_FILE_KIND_ROSTER, name,
                               chosen_cb, save);
}
