/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-export-window"

#include "config.h"

#include "ty-export-window-private.h"

#include "ty-file-dialog.h"
#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-print.h"
#include "ty-settings.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_ROWS 6
#define PREVIEW_DELAY 120 /* ms, so that who moves a column several places does not wait */

/**
 * TyExportWindow:
 *
 * Asks how a list is exported, shows its first rows, and writes or prints it. The signal “exported” (text,
 * path) comes after a file was written.
 */
enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyExportWindow, ty_export_window, ADW_TYPE_WINDOW)

const TyRosterLayout *
ty_export_window_get_layout (TyExportWindow *self)
{
  guint i = adw_combo_row_get_selected (self->layout_row);

  return self->layouts != NULL && i < self->layouts->len ? g_ptr_array_index (self->layouts, i) : NULL;
}

/* What the file will be: the columns that are chosen, grouped as it was chosen. */
TyRosterLayout *
ty_export_window_dup_layout (TyExportWindow *self)
{
  TyRosterLayout *layout = ty_layout_columns_dup_layout (self->columns);

  layout->groups = adw_combo_row_get_selected (self->groups_row);
  return layout;
}

static gboolean
is_only_chosen (TyExportWindow *self)
{
  return self->people != NULL && gtk_switch_get_active (self->chosen_switch);
}

static void
fill_spec (TyExportWindow       *self,
           const TyRosterLayout *layout,
           TyOfficeExport       *spec)
{
  *spec = (TyOfficeExport) {
    .query = self->query,
    .layout = layout,
    .format = adw_combo_row_get_selected (self->format_row),
    .filter_text = self->filter_text,
  };
  if (!is_only_chosen (self))
    return;

  spec->people = (const gint64 *) self->people->data;
  spec->n_people = self->people->len;
}

static char *
dup_unit_name (TyExportWindow *self)
{
  char *name;

  g_object_get (self->office, "scope-name", &name, NULL);
  return name != NULL ? name : g_strdup (ty_office_get_county_name (self->office));
}

static void
update_actions (TyExportWindow *self)
{
  gboolean idle = self->layouts != NULL && self->cancellable == NULL;
  g_autoptr(TyRosterLayout) layout = idle ? ty_layout_columns_dup_layout (self->columns) : NULL;
  const TyRosterLayout *shown = ty_export_window_get_layout (self);
  gboolean writable = !ty_office_is_read_only (self->office);

  gtk_widget_set_visible (self->sensitive_label, layout != NULL && ty_roster_layout_is_sensitive (layout));
  ty_widget_action_enable (GTK_WIDGET (self), "export.run",
                           layout != NULL && layout->columns->len > 0);
  ty_widget_action_enable (GTK_WIDGET (self), "export.print",
                           layout != NULL && layout->columns->len > 0);
  ty_widget_action_enable (GTK_WIDGET (self), "export.remove-layout",
                           idle && writable && shown != NULL && !shown->shipped);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), idle && writable);
}

/* Whose roster, for which day, and how it is narrowed, as it will stand in the file. */
static void
update_head (TyExportWindow *self)
{
  g_autofree char *day = ty_date_to_record (ty_office_get_as_of (self->office));
  g_autofree char *unit = dup_unit_name (self);
  g_autofree char *head = NULL;

  if (self->filter_text != NULL)
    /* Translators: a unit, a cut-off date, and how a list is narrowed */
    head = g_strdup_printf (_("%s, as of %s, only: %s"), unit, day, self->filter_text);
  else
    /* Translators: a unit and a cut-off date */
    head = g_strdup_printf (_("%s, as of %s"), unit, day);
  gtk_label_set_label (self->head_label, head);
}

typedef struct
{
  TyExportWindow *self;   /* (unowned): not looked at after it was cancelled */
  TyRosterLayout *layout; /* (owned) */
} Preview;

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Preview *preview = user_data;
  g_autoptr(TyRosterLayout) layout = preview->layout;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_office_preview_roster_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL)
    {
      ty_problem_bar_set_message (preview->self->problem_bar, error->message);
      return;
    }
  ty_export_preview_show (preview->self->preview, layout, rows);
  preview->self->ready = TRUE;
}

static void
stop_reading (TyExportWindow *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static gboolean
preview_cb (gpointer user_data)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (user_data);
  Preview *preview = g_new (Preview, 1);
  TyOfficeExport spec;

  self->preview_id = 0;
  *preview = (Preview){ self, ty_export_window_dup_layout (self) };
  fill_spec (self, preview->layout, &spec);
  self->reading = g_cancellable_new ();
  ty_office_preview_roster_async (self->office, &spec, PREVIEW_ROWS, self->reading, previewed_cb,
                                  preview);
  return G_SOURCE_REMOVE;
}

static void
show_preview (TyExportWindow *self)
{
  update_actions (self);
  update_head (self);
  self->ready = FALSE;
  stop_reading (self);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

static void
columns_changed_cb (TyExportWindow  *self,
                    TyLayoutColumns *columns)
{
  show_preview (self);
}

static void
chosen_cb (TyExportWindow *self,
           GParamSpec     *pspec,
           GtkSwitch      *widget)
{
  if (self->layouts != NULL)
    show_preview (self);
}

/* Shows the layout that is selected. */
void
ty_export_window_show_layout (TyExportWindow *self)
{
  const TyRosterLayout *layout = ty_export_window_get_layout (self);

  if (self->filling || layout == NULL)
    return;

  ty_layout_columns_set_layout (self->columns, layout);
  adw_combo_row_set_selected (self->groups_row, layout->groups);
  ty_form_guard_settle (GTK_WINDOW (self));
  show_preview (self);
}

static void
layout_cb (TyExportWindow *self,
           GParamSpec     *pspec,
           AdwComboRow    *row)
{
  ty_export_window_show_layout (self);
}

static void
progress_cb (guint    n_done,
             guint    n_people,
             gpointer data)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (data);

  if (n_people > 0 && self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / n_people);
}

/* Which layout, so that the next list is proposed in the same. */
static void
remember_layout (TyExportWindow *self)
{
  const TyRosterLayout *layout = ty_export_window_get_layout (self);

  if (layout != NULL)
    g_settings_set_string (ty_settings_get (), "export-layout", layout->id);
}

static void
remember (TyExportWindow *self,
          const char     *path)
{
  GSettings *settings = ty_settings_get ();
  g_autofree char *folder = g_path_get_dirname (path);

  remember_layout (self);
  g_settings_set_string (settings, "export-format",
                         ty_roster_format_to_string (adw_combo_row_get_selected (self->format_row)));
  g_settings_set_string (settings, "export-folder", folder);
}

static void
set_writing (TyExportWindow *self,
             GCancellable   *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), cancellable != NULL);
  gtk_widget_set_sensitive (self->content_box, cancellable == NULL);
  update_actions (self);
}

static char *
describe (TyRosterExport *export)
{
  g_autofree char *people = ty_format_people (ty_roster_export_get_n_people (export));
  g_autofree char *name = g_path_get_basename (ty_roster_export_get_path (export));
  g_autofree char *shown = g_filename_display_name (name);
  guint n_cut = ty_roster_export_get_n_cut (export);

  if (n_cut > 0)
    /* Translators: how many people, a file, how many texts */
    return g_strdup_printf (ngettext ("Exported %s to %s; %u text was too long and was cut",
                                      "Exported %s to %s; %u texts were too long and were cut", n_cut),
                            people, shown, n_cut);

  return g_strdup_printf (_("Exported %s to %s"), people, shown);
}

static void
printed_cb (TyExportWindow          *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      ty_problem_bar_set_message (self->problem_bar, error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      ty_form_guard_close (GTK_WINDOW (self));
    }
}

/* Who thinks better of it in the dialog of the printer can choose other columns. */
static void
print_sheet (TyExportWindow *self,
             TyTableSheet   *sheet)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = ty_print_operation_new (
    sheet, pango_context_get_font_description (context));

  remember_layout (self);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyExportWindow) self = TY_EXPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyRosterExport) export = ty_office_export_roster_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->progress_bar == NULL)
    return;
  set_writing (self, NULL);
  if (export == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  if (ty_roster_export_get_path (export) == NULL)
    {
      print_sheet (self, ty_roster_export_steal_sheet (export));
      return;
    }
  remember (self, ty_roster_export_get_path (export));
  text = describe (export);
  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, text, ty_roster_export_get_path (export));
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
start (TyExportWindow *self,
       TyRosterFormat  format,
       const char     *path)
{
  g_autoptr(TyRosterLayout) layout = ty_export_window_dup_layout (self);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  TyOfficeExport spec;

  fill_spec (self, layout, &spec);
  spec.format = format;
  spec.path = path;
  ty_problem_bar_set_message (self->problem_bar, NULL);
  set_writing (self, cancellable);
  ty_office_export_roster_async (self->office, &spec, progress_cb, self, cancellable, exported_cb,
                                 g_object_ref (self));
}

/**
 * ty_export_window_export:
 * @self: a dialog whose layouts are read
 * @path: where
 *
 * Writes what is chosen.
 */
void
ty_export_window_export (TyExportWindow *self,
                         const char     *path)
{
  g_return_if_fail (TY_IS_EXPORT_WINDOW (self) && self->layouts != NULL);

  start (self, adw_combo_row_get_selected (self->format_row), path);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  start (TY_EXPORT_WINDOW (widget), TY_ROSTER_PAPER, NULL);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->cancellable == NULL)
    ty_export_window_export (self, path);
}

static TyFileKind
get_file_kind (TyRosterFormat format)
{
  switch (format)
    {
    case TY_ROSTER_XLSX:
      return TY_FILE_KIND_ROSTER;
    case TY_ROSTER_PDF:
      return TY_FILE_KIND_PDF;
    case TY_ROSTER_CSV:
    case TY_ROSTER_CSV_GB18030:
    case TY_ROSTER_PAPER:
    default:
      return TY_FILE_KIND_CSV;
    }
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (widget);
  TyRosterFormat format = adw_combo_row_get_selected (self->format_row);
  g_autoptr(TyRosterLayout) layout = ty_export_window_dup_layout (self);
  g_autofree char *folder = g_settings_get_string (ty_settings_get (), "export-folder");
  g_autofree char *unit = dup_unit_name (self);
  g_autofree char *name = ty_roster_export_suggest_name (layout, unit,
                                                         ty_office_get_as_of (self->office), format);

  ty_file_dialog_save_in_async (GTK_WINDOW (self), _("Export Roster"), get_file_kind (format),
                                *folder != '\0' && g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : NULL,
                                name, place_chosen_cb, NULL);
}

/* While it writes, to cancel is to stop that; the dialog stays. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
ty_export_window_dispose (GObject *object)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (object);

  stop_reading (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_EXPORT_WINDOW);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_export_window_parent_class)->dispose (object);
}

static void
ty_export_window_finalize (GObject *object)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (object);

  g_clear_pointer (&self->query, ty_roster_query_free);
  g_clear_pointer (&self->filter_text, g_free);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_export_window_parent_class)->finalize (object);
}

static void
ty_export_window_class_init (TyExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_export_window_dispose;
  object_class->finalize = ty_export_window_finalize;

  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", TY_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                           G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, sensitive_label);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, run_button);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, layout_row);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, groups_row);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, chosen_row);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, chosen_switch);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, head_label);
  gtk_widget_class_bind_template_child (widget_class, TyExportWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "save_layout_cb",
                                                G_CALLBACK (ty_export_window_save_layout_cb));
  gtk_widget_class_install_action (widget_class, "export.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "export.remove-layout", NULL, ty_export_window_remove_layout);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);

  g_type_ensure (TY_TYPE_EXPORT_PREVIEW);
}

/* A layout that was put together by hand; which one is shown is chosen again at once. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (window);
  g_autoptr(TyRosterLayout) layout = NULL;
  g_autofree char *columns = NULL;

  if (self->layouts == NULL)
    return;

  layout = ty_export_window_dup_layout (self);
  columns = ty_roster_layout_to_json (layout);
  g_string_append_printf (state, "%s\n%s", gtk_editable_get_text (GTK_EDITABLE (self->name_row)), columns);
}

static void
ty_export_window_init (TyExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
}

static void
restore (TyExportWindow *self)
{
  GSettings *settings = ty_settings_get ();
  g_autofree char *id = g_settings_get_string (settings, "export-layout");
  g_autofree char *word = g_settings_get_string (settings, "export-format");
  TyRosterFormat format;

  if (ty_roster_format_parse (word, &format))
    adw_combo_row_set_selected (self->format_row, format);
  ty_export_window_list_layouts (self, id);
}

/**
 * ty_export_window_new:
 * @parent: the window that asks
 * @office: whose file it is
 * @query: who is exported, and in which order
 * @filter_text: (nullable): how the list is narrowed, in words
 * @people: (nullable) (element-type gint64): who of them was chosen
 *
 * Returns: (transfer none): the dialog
 */
TyExportWindow *
ty_export_window_new (GtkWindow           *parent,
                      TyOffice            *office,
                      const TyRosterQuery *query,
                      const char          *filter_text,
                      GArray              *people)
{
  TyExportWindow *self = g_object_new (TY_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  self->query = ty_roster_query_copy (query);
  self->filter_text = g_strdup (filter_text);
  if (people != NULL)
    {
      g_autofree char *text = ty_format_people (people->len);

      self->people = g_array_ref (people);
      adw_action_row_set_subtitle (self->chosen_row, text);
      gtk_widget_set_visible (GTK_WIDGET (self->chosen_row), TRUE);
    }
  update_actions (self);
  restore (self);
  return self;
}

/**
 * ty_export_window_set_printing:
 * @self: a dialog that is not shown yet
 *
 * Makes printing what it was opened for; a file can be written all the same.
 */
void
ty_export_window_set_printing (TyExportWindow *self)
{
  g_return_if_fail (TY_IS_EXPORT_WINDOW (self));

  gtk_window_set_title (GTK_WINDOW (self), _("Print Roster"));
  gtk_widget_remove_css_class (self->run_button, "suggested-action");
  gtk_widget_add_css_class (self->print_button, "suggested-action");
}

/**
 * ty_export_window_is_ready:
 * @self: a dialog
 *
 * Returns: whether the preview is that of what is chosen
 */
gboolean
ty_export_window_is_ready (TyExportWindow *self)
{
  g_return_val_if_fail (TY_IS_EXPORT_WINDOW (self), FALSE);

  return self->ready;
}

/**
 * ty_export_window_get_columns:
 * @self: a dialog
 *
 * Returns: (transfer none): its columns
 */
TyLayoutColumns *
ty_export_window_get_columns (TyExportWindow *self)
{
  g_return_val_if_fail (TY_IS_EXPORT_WINDOW (self), NULL);

  return self->columns;
}

/**
 * ty_export_window_get_preview:
 * @self: a dialog that is ready
 * @row: 0 for the headings, 1 for the first row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): what the preview shows there
 */
const char *
ty_export_window_get_preview (TyExportWindow *self,
                              guint           row,
                              guint           column)
{
  g_return_val_if_fail (TY_IS_EXPORT_WINDOW (self), NULL);

  return ty_export_preview_get_text (self->preview, row, column);
}
