/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-window"

#include "config.h"

#include "ty-import-window.h"

#include "ty-format.h"
#include "ty-office-import.h"
#include "ty-problem-bar.h"
#include "ty-problem-item.h"

#include <glib/gi18n-lib.h>

/**
 * TyImportWindow:
 *
 * Shows what an import of a roster would do, with each problem and its place, and does it when it
 * is asked to. The signal “imported” (text) comes after it was done.
 */
struct _TyImportWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwEntryRow *as_of_row;
  AdwEntryRow *end_row;
  AdwActionRow *skip_row;
  GtkSwitch *skip_switch;
  TyProblemBar *problem_bar;
  GtkLabel *counts_label;
  GtkStack *stack;
  GtkListView *view;

  /* Owned */
  TyOffice *office;
  char *path;
  GListStore *problems;
  GCancellable *cancellable;
  TyImportReport *report; /* (nullable) */
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyImportWindow, ty_import_window, ADW_TYPE_WINDOW)

static void
update_action (TyImportWindow *self)
{
  gboolean clean = self->report != NULL && self->report->n_rows > 0 &&
                   (self->report->n_errors == 0 || gtk_switch_get_active (self->skip_switch));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", clean);
}

static void
skip_cb (TyImportWindow *self,
         GParamSpec     *pspec,
         GtkSwitch      *widget)
{
  update_action (self);
}

static char *
describe (const TyImportReport *report)
{
  g_autofree char *people = ty_format_people (report->new_people + report->known_people);
  g_autofree char *fresh = ty_format_people (report->new_people);
  g_autofree char *known = ty_format_people (report->known_people);

  return g_strdup_printf (_("The roster names %s: %s new, %s already known, %u of them changed. "
                            "%u posts begin, of which the start of %u is assumed; %u posts end. "
                            "%u townships and villages are new."),
                          people, fresh, known, report->changed_people, report->new_posts,
                          report->assumed_starts, report->ended_posts, report->new_units);
}

static void
show_report (TyImportWindow *self)
{
  g_autofree char *text = describe (self->report);
  g_autofree char *errors = NULL;

  g_list_store_remove_all (self->problems);
  for (guint i = 0; i < self->report->problems->len; i++)
    {
      g_autoptr(TyProblemItem) item = NULL;

      item = ty_problem_item_new (g_ptr_array_index (self->report->problems, i));
      g_list_store_append (self->problems, item);
    }
  gtk_label_set_label (self->counts_label, text);
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", self->report->n_errors),
                            self->report->n_errors);
  adw_action_row_set_subtitle (self->skip_row, errors);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_row), self->report->n_errors > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->report->problems->len > 0 ? "problems" : "clean");
  update_action (self);
}

static gboolean
read_date (AdwEntryRow *row,
           TyDate      *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean valid;

  *date = TY_DATE_NONE;
  valid = *text == '\0' || ty_date_parse_record (text, date, NULL, NULL);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return valid;
}

static gboolean
read_options (TyImportWindow        *self,
              TyRosterImportOptions *options)
{
  gboolean valid = read_date (self->as_of_row, &options->as_of);

  valid = read_date (self->end_row, &options->end_missing) && valid;
  options->path = self->path;
  options->user = ty_office_get_user (self->office);
  options->skip_errors = gtk_switch_get_active (self->skip_switch);
  if (valid && !ty_date_is_known (options->as_of))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->as_of_row), "error");
      valid = FALSE;
    }
  ty_problem_bar_set_message (self->problem_bar,
                              valid ? NULL : _("Write dates such as 2021.12.31."));
  return valid;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyImportReport *report = ty_office_import_roster_finish (TY_OFFICE (source), result, &error);
  TyImportWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_IMPORT_WINDOW (user_data);
  g_clear_pointer (&self->report, ty_import_report_free);
  self->report = report;
  if (report != NULL)
    {
      show_report (self);
      return;
    }

  ty_problem_bar_set_message (self->problem_bar, error->message);
  gtk_stack_set_visible_child_name (self->stack, "unreadable");
  gtk_label_set_label (self->counts_label, "");
  update_action (self);
}

/* Reads the roster without changing anything; the report before is out of date at once. */
static void
check (TyImportWindow *self)
{
  TyRosterImportOptions options = { .dry_run = TRUE };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, ty_import_report_free);
  self->cancellable = g_cancellable_new ();
  update_action (self);
  if (!read_options (self, &options))
    return;

  gtk_label_set_label (self->counts_label, _("The roster is being read…"));
  options.skip_errors = TRUE;
  ty_office_import_roster_async (self->office, &options, self->cancellable, checked_cb, self);
}

static void
dates_applied_cb (TyImportWindow *self,
                  AdwEntryRow    *row)
{
  check (self);
}

static void
dates_changed_cb (TyImportWindow *self,
                  AdwEntryRow    *row)
{
  g_clear_pointer (&self->report, ty_import_report_free);
  update_action (self);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyImportWindow) self = TY_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyImportReport) report = NULL;
  g_autofree char *text = NULL;

  report = ty_office_import_roster_finish (TY_OFFICE (source), result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (report == NULL || !report->imported)
    {
      ty_problem_bar_set_message (self->problem_bar,
                                  error != NULL ? error->message
                                                : _("Nothing was imported."));
      return;
    }

  /* As the history has it, and as undo would say: the file, and how many people. */
  text = g_strdup (ty_office_get_undo_label (self->office));
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);
  TyRosterImportOptions options = { 0 };

  if (!read_options (self, &options))
    return;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ty_office_import_roster_async (self->office, &options, NULL, imported_cb, g_object_ref (self));
}

static void
ty_import_window_dispose (GObject *object)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->office);
  g_clear_object (&self->problems);
  g_clear_pointer (&self->report, ty_import_report_free);

  G_OBJECT_CLASS (ty_import_window_parent_class)->dispose (object);
}

static void
ty_import_window_finalize (GObject *object)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (ty_import_window_parent_class)->finalize (object);
}

static void
ty_import_window_class_init (TyImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_import_window_dispose;
  object_class->finalize = ty_import_window_finalize;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", TY_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, end_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, skip_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, skip_switch);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, dates_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ty_import_window_init (TyImportWindow *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_type_ensure (TY_TYPE_PROBLEM_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->problems = g_list_store_new (TY_TYPE_PROBLEM_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->problems)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * ty_import_window_new:
 * @parent: the window that asks
 * @office: into whose file is imported
 * @path: a roster, an .xlsx, .xls or .csv
 *
 * Returns: (transfer none): the dialog, which reads the roster at once
 */
TyImportWindow *
ty_import_window_new (GtkWindow  *parent,
                      TyOffice   *office,
                      const char *path)
{
  TyImportWindow *self = g_object_new (TY_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_("Import of %s"), name);
  g_autofree char *date = ty_date_to_record (ty_office_get_as_of (office));

  self->office = g_object_ref (office);
  self->path = g_strdup (path);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), date);
  check (self);
  return self;
}

/**
 * ty_import_window_is_checked:
 * @self: a dialog
 *
 * Returns: whether the report is shown
 */
gboolean
ty_import_window_is_checked (TyImportWindow *self)
{
  g_return_val_if_fail (TY_IS_IMPORT_WINDOW (self), FALSE);

  return self->report != NULL;
}
