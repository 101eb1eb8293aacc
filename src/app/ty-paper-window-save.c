/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-paper-window-save"

#include "config.h"

#include "ty-paper-window-private.h"

#include "ty-file-dialog.h"
#include "ty-office-paper.h"

#include <glib/gi18n-lib.h>

/* How many of those that were not written are named. */
#define MOST_NAMED 3

/* Forms on their way into files. */

static char *
dup_result (TyPaperWindow *self,
            TyFormExport  *export)
{
  guint n_pages = ty_form_export_get_n_pages (export), n_files = ty_form_export_get_n_files (export);

  if (ty_paper_save_get_pack (self->save) != TY_FORM_PACK_ONE)
    return g_strdup_printf (ngettext ("Forms written into %u file", "Forms written into %u files", n_files), n_files);
  if (ty_paper_save_get_format (self->save) == TY_FORM_FORMAT_DOCX)
    return g_strdup_printf (ngettext ("Word document of %u page written", "Word document of %u pages written",
                                      n_pages), n_pages);

  return g_strdup_printf (ngettext ("PDF of %u page written", "PDF of %u pages written", n_pages), n_pages);
}

/* What was written, and who is missing there. */
static char *
dup_failures (const char *result,
              GPtrArray  *failures)
{
  GString *text = g_string_new (result);

  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u form was not written:", "%u forms were not written:", failures->len),
                          failures->len);
  for (guint i = 0; i < MIN (failures->len, MOST_NAMED); i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (failures, i));
  if (failures->len > MOST_NAMED)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static void
show_progress (TyPaperWindow *self,
               gboolean       shown)
{
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_progress_bar_set_text (self->progress_bar, "");
  gtk_widget_set_visible (self->progress_box, shown);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyPaperWindow) self = TY_PAPER_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFormExport) export = ty_office_export_paper_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;

  g_clear_object (&self->saving);
  /* The window was closed. */
  if (self->template == NULL)
    return;

  ty_paper_window_set_busy (self, FALSE);
  show_progress (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (export == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  text = dup_result (self, export);
  if (ty_form_export_get_failures (export)->len > 0)
    {
      problem = dup_failures (text, ty_form_export_get_failures (export));
      ty_problem_bar_set_message (self->problem_bar, problem);
      return;
    }
  g_signal_emit (self, ty_paper_window_signals[TY_PAPER_SIGNAL_SAVED], 0, text, ty_form_export_get_path (export));
  gtk_window_close (GTK_WINDOW (self));
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (data);
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, n_all);

  if (self->template == NULL || n_all == 0)
    return;

  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / n_all);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

/* Files of each go into a folder of their own, so that nothing that is there is in their way. */
static char *
dup_free_folder (TyPaperWindow *self,
                 const char    *folder)
{
  const char *title = ty_form_template_get_title (self->template);
  char *path = g_build_filename (folder, title, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%u", title, i);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  return path;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folder = NULL;

  if (path == NULL || self->template == NULL)
    return;
  if (ty_paper_save_get_pack (self->save) == TY_FORM_PACK_FOLDER)
    folder = dup_free_folder (self, path);
  ty_paper_window_save (self, folder != NULL ? folder : path);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (widget);
  TyFormPack pack = ty_paper_save_get_pack (self->save);
  TyFormFormat format = ty_paper_save_get_format (self->save);
  TyFileKind kind = pack == TY_FORM_PACK_ZIP ? TY_FILE_KIND_ZIP
                    : format == TY_FORM_FORMAT_DOCX ? TY_FILE_KIND_DOCX : TY_FILE_KIND_PDF;
  g_autofree char *name = g_strconcat (ty_form_template_get_title (self->template), ".",
                                       pack == TY_FORM_PACK_ZIP ? "zip" : ty_form_format_get_extension (format), NULL);

  if (pack == TY_FORM_PACK_FOLDER)
    ty_file_dialog_open_async (GTK_WINDOW (self), _("Choose a Folder for the Forms"), TY_FILE_KIND_FOLDER, chosen_cb,
                               NULL);
  else
    ty_file_dialog_save_async (GTK_WINDOW (self), _("Save Forms"), kind, name, chosen_cb, NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (widget);

  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
}

void
ty_paper_window_install_save (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "paper.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save", NULL);
}

/**
 * ty_paper_window_save:
 * @self: a dialog
 * @path: where the forms go: a file, an archive or a folder, as it was chosen
 *
 * Writes the forms of all, and closes when they are there.
 */
void
ty_paper_window_save (TyPaperWindow *self,
                      const char    *path)
{
  g_autoptr(GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *naming = ty_paper_save_dup_naming (self->save);
  const TyPaperExport spec = {
    .template = self->template,
    .people = ty_paper_window_is_blank (self) ? nobody : self->people,
    .path = path,
    .format = ty_paper_save_get_format (self->save),
    .pack = ty_paper_save_get_pack (self->save),
    .naming = naming,
  };

  ty_problem_bar_set_message (self->problem_bar, NULL);
  self->saving = g_cancellable_new ();
  ty_paper_window_set_busy (self, TRUE);
  show_progress (self, TRUE);
  ty_office_export_paper_async (self->office, &spec, progress_cb, self, self->saving, saved_cb, g_object_ref (self));
}

/**
 * ty_paper_window_get_save:
 * @self: a dialog
 *
 * Returns: (transfer none): how forms are saved
 */
TyPaperSave *
ty_paper_window_get_save (TyPaperWindow *self)
{
  return self->save;
}
