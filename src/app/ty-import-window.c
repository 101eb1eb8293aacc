/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-window"

#include "config.h"

#include "ty-import-window.h"

#include "ty-file-dialog.h"
#include "ty-import-columns.h"
#include "ty-import-review.h"
#include "ty-import-save.h"
#include "ty-office-tables.h"
#include "ty-problem-bar.h"
#include "ty-spinner.h"

#include <glib/gi18n-lib.h>

/**
 * TyImportWindow:
 *
 * Imports tables of all kinds in three steps: a file or what was pasted; what its columns mean; what each row
 * would change, of which the user takes what is right. The signal “imported” (text) comes after it was done,
 * “saved” (text, path) after a workbook with the problems was written.
 */
struct _TyImportWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkStack *stack;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *run_button;
  GtkWidget *choose_button;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  AdwComboRow *kind_row;
  AdwComboRow *sheet_row;
  AdwEntryRow *as_of_row;
  AdwEntryRow *end_row;
  AdwEntryRow *name_row;
  GtkLabel *look_label;
  TyImportColumns *columns;
  TyImportReview *review;

  /* Owned */
  TyOffice *office;
  GCancellable *cancellable;
  TyImportSource *source;   /* (nullable) until one was chosen */
  TyImportLook *look;       /* (nullable) */
  TyImportPlan *plan;       /* (nullable) */
  gboolean filling;
  gboolean working;
  gboolean by_hand;         /* the user said what some columns mean */
};

enum
{
  SIGNAL_IMPORTED,
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyImportWindow, ty_import_window, ADW_TYPE_WINDOW)

static void
update_actions (TyImportWindow *self)
{
  const char *step = gtk_stack_get_visible_child_name (self->stack);
  gboolean at_columns = g_strcmp0 (step, "columns") == 0;
  gboolean at_rows = g_strcmp0 (step, "rows") == 0;

  gtk_widget_set_visible (self->back_button, at_columns || at_rows);
  gtk_widget_set_visible (self->next_button, at_columns);
  gtk_widget_set_visible (self->run_button, at_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", (at_columns || at_rows) && !self->working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.compare",
                                 at_columns && self->look != NULL && self->look->sheet != NULL && !self->working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-problems",
                                 at_rows && self->plan != NULL && ty_import_problems_count (self->plan, 0) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run",
                                 at_rows && !self->working && self->plan != NULL
                                   && ty_import_plan_count_accepted (self->plan) > 0);
}

static void
go (TyImportWindow *self,
    const char     *step)
{
  gtk_stack_set_visible_child_name (self->stack, step);
  update_actions (self);
  if (g_str_equal (step, "choose"))
    gtk_widget_grab_focus (self->choose_button);
  else if (g_str_equal (step, "columns"))
    gtk_widget_grab_focus (self->next_button);
  else if (g_str_equal (step, "rows"))
    ty_import_review_grab_focus (self->review);
}

static void
begin_work (TyImportWindow *self,
            const char     *text)
{
  self->working = TRUE;
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_label_set_label (self->busy_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  update_actions (self);
}

static void
end_work (TyImportWindow *self,
          const char     *step,
          const GError   *error)
{
  self->working = FALSE;
  if (error != NULL)
    ty_problem_bar_set_message (self->problem_bar, error->message);
  go (self, step);
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  TyImportWindow *self = data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  if (n_all > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (1.0, (double) n_done / n_all));
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

static guint
find_kind (const TyImportKind *kind)
{
  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    if (ty_import_kind_get (i) == kind)
      return i;

  return 0;
}

static void
fill_sheets (TyImportWindow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const char *only = ty_import_source_get_sheet (self->source);
  guint selected = 0;

  gtk_string_list_append (names, _("All sheets with this heading"));
  for (guint i = 0; i < self->look->sheets->len; i++)
    {
      const char *name = g_ptr_array_index (self->look->sheets, i);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (name, only) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), self->look->sheets->len > 1);
}

static void
show_look (TyImportWindow *self)
{
  g_autofree char *text = ty_import_columns_dup_hint (self->look, self->by_hand);
  const char *name = self->look->mapping != NULL ? ty_import_mapping_get_name (self->look->mapping) : NULL;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind_row, find_kind (self->look->kind));
  fill_sheets (self);
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), ty_import_kind_is_roster (self->look->kind));
  if (name != NULL && !self->by_hand)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_label_set_label (self->look_label, text);
  ty_import_columns_set_look (self->columns, self->look);
  self->filling = FALSE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyImportLook *look = ty_office_look_at_table_finish (TY_OFFICE (source), result, &error);
  TyImportWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_IMPORT_WINDOW (user_data);
  if (look == NULL)
    {
      end_work (self, "choose", error);
      return;
    }

  ty_import_columns_set_look (self->columns, NULL);
  g_clear_pointer (&self->look, ty_import_look_free);
  self->look = look;
  show_look (self);
  end_work (self, "columns", NULL);
}

static void
look_at (TyImportWindow     *self,
         const TyImportKind *kind)
{
  self->by_hand = FALSE;
  begin_work (self, _("The table is being read…"));
  ty_office_look_at_table_async (self->office, self->source, kind, NULL, self->cancellable, looked_cb, self);
}

static void
take_source (TyImportWindow *self,
             TyImportSource *source)
{
  g_autofree char *title = g_strdup_printf (_("Import of %s"), ty_import_source_get_name (source));

  g_clear_pointer (&self->source, ty_import_source_unref);
  self->source = source;
  gtk_window_set_title (GTK_WINDOW (self), title);
  look_at (self, NULL);
}

static void
kind_cb (TyImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (!self->filling && self->source != NULL && selected < ty_import_kind_get_n ())
    look_at (self, ty_import_kind_get (selected));
}

static void
sheet_cb (TyImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->sheet_row);

  if (self->filling || self->source == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  ty_import_source_set_sheet (self->source, selected > 0 ? g_ptr_array_index (self->look->sheets, selected - 1)
                                                         : NULL);
  look_at (self, self->look->kind);
}

static void
columns_changed_cb (TyImportWindow *self)
{
  g_autofree char *text = NULL;

  self->by_hand = TRUE;
  self->look->usable = ty_import_sheet_is_usable (self->look->sheet, self->look->kind);
  text = ty_import_columns_dup_hint (self->look, self->by_hand);
  gtk_label_set_label (self->look_label, text);
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
read_options (TyImportWindow  *self,
              TyImportOptions *options)
{
  gboolean valid = read_date (self->as_of_row, &options->as_of);
  const char *message = NULL;

  options->kind = self->look->kind;
  if (ty_import_kind_is_roster (options->kind))
    valid = read_date (self->end_row, &options->end_missing) && valid;
  if (valid && !ty_date_is_known (options->as_of))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->as_of_row), "error");
      valid = FALSE;
    }
  if (!valid)
    message = _("Write dates such as 2021.12.31.");
  else if (ty_date_is_known (options->end_missing)
           && ty_date_compare (options->end_missing, options->as_of) > 0)
    message = _("The day of the change must not lie after the date of the roster.");
  ty_problem_bar_set_message (self->problem_bar, message);
  return message == NULL;
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyImportPlan) plan = ty_office_plan_import_finish (TY_OFFICE (source), result, &error);
  TyImportWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_IMPORT_WINDOW (user_data);
  if (plan == NULL)
    {
      end_work (self, "columns", error);
      return;
    }

  ty_import_review_set_plan (self->review, self->office, plan);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  self->plan = g_steal_pointer (&plan);
  end_work (self, "rows", NULL);
  if (ty_import_plan_get_n_rows (self->plan) == 0)
    ty_problem_bar_set_message (self->problem_bar, _("No row of the table says anything. Look whether its kind and "
                                                     "its columns are right."));
}

/* A name keeps what the columns mean; without one nothing is kept. */
static void
save_mapping (TyImportWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  const char *known = self->look->mapping != NULL ? ty_import_mapping_get_name (self->look->mapping) : NULL;
  g_autoptr(TyImportMapping) mapping = NULL;

  if (*name == '\0' || (!self->by_hand && g_strcmp0 (name, known) == 0))
    return;

  mapping = ty_import_look_dup_mapping (self->look, name);
  ty_office_save_mapping_async (self->office, mapping, NULL, NULL, NULL);
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  g_autoptr(TyImportMapping) mapping = NULL;
  TyImportOptions options = { 0 };

  if (!read_options (self, &options))
    return;

  save_mapping (self);
  mapping = ty_import_look_dup_mapping (self->look, NULL);
  g_ptr_array_add (sources, ty_import_source_ref (self->source));
  ty_import_review_set_plan (self->review, self->office, NULL);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  begin_work (self, _("The rows are being compared with the county file…"));
  ty_office_plan_import_async (self->office, sources, &options, mapping, progress_cb, self, self->cancellable,
                               planned_cb, self);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyImportWindow) self = TY_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  ty_office_answer_import_finish (TY_OFFICE (source), result, &error);
  if (self->plan == NULL)
    return;

  ty_import_review_update (self->review);
  end_work (self, "rows", error);
}

static void
review_answered_cb (TyImportWindow *self)
{
  begin_work (self, _("The rows are being compared with the county file…"));
  ty_office_answer_import_async (self->office, self->plan, NULL, answered_cb, g_object_ref (self));
}

static void
review_changed_cb (TyImportWindow *self)
{
  update_actions (self);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyImportWindow) self = TY_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ty_office_apply_import_finish (TY_OFFICE (source), result, &error))
    {
      if (self->plan == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      ty_import_review_update (self->review);
      end_work (self, "rows", error);
      return;
    }

  text = g_strdup (ty_office_get_undo_label (TY_OFFICE (source)));
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);

  begin_work (self, _("The rows are being imported…"));
  ty_office_apply_import_async (self->office, self->plan, progress_cb, self, self->cancellable, imported_cb,
                                g_object_ref (self));
}

static void
problems_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);

  ty_import_save_problems (self, self->office, self->plan);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);

  ty_problem_bar_set_message (self->problem_bar, NULL);
  go (self, gtk_widget_get_visible (self->run_button) ? "columns" : "choose");
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->office != NULL)
    take_source (self, ty_import_source_new_for_path (path));
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Import a Table"), TY_FILE_KIND_ROSTER, chosen_cb, NULL);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyImportWindow) self = TY_IMPORT_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->office == NULL)
    return;
  if (text == NULL || *text == '\0')
    ty_problem_bar_set_message (self->problem_bar, _("The clipboard holds no table. Mark the table with its "
                                                     "heading in the other program and copy it."));
  else
    take_source (self, ty_import_source_new_for_text (text));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* Ctrl+V in an entry pastes into the entry. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") != 0)
    return FALSE;

  return gtk_widget_activate_action (widget, "import.paste", NULL);
}

static gboolean
drop_cb (TyImportWindow *self,
         const GValue   *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->working)
    return FALSE;

  take_source (self, ty_import_source_new_for_path (path));
  return TRUE;
}

static void
ty_import_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_import_window_parent_class)->map (widget);

  gtk_widget_grab_focus (TY_IMPORT_WINDOW (widget)->choose_button);
}

static void
ty_import_window_dispose (GObject *object)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->columns != NULL)
    ty_import_columns_set_look (self->columns, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->office);
  g_clear_pointer (&self->look, ty_import_look_free);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  g_clear_pointer (&self->source, ty_import_source_unref);

  G_OBJECT_CLASS (ty_import_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, run_button);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, end_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, look_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, review);
}

static void
ty_import_window_class_init (TyImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_import_window_dispose;
  widget_class->map = ty_import_window_map;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", TY_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "import.save-problems", NULL, problems_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, NULL);
}

static void
ty_import_window_init (TyImportWindow *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_type_ensure (TY_TYPE_IMPORT_COLUMNS);
  g_type_ensure (TY_TYPE_IMPORT_REVIEW);
  g_type_ensure (TY_TYPE_SPINNER);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    gtk_string_list_append (kinds, ty_import_kind_get_label (ty_import_kind_get (i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  self->filling = FALSE;
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  go (self, "choose");
}

/**
 * ty_import_window_new:
 * @parent: the window that asks
 * @office: into whose file is imported
 * @path: (nullable): a table; %NULL to ask for one
 *
 * Returns: (transfer none): the dialog, which looks at the table at once
 */
TyImportWindow *
ty_import_window_new (GtkWindow  *parent,
                      TyOffice   *office,
                      const char *path)
{
  TyImportWindow *self = g_object_new (TY_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *date = ty_date_to_record (ty_office_get_as_of (office));

  self->office = g_object_ref (office);
  gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), date);
  if (path != NULL)
    take_source (self, ty_import_source_new_for_path (path));
  return self;
}

/**
 * ty_import_window_is_looked_at:
 * @self: a dialog
 *
 * Returns: whether it shows what the columns of a table mean
 */
gboolean
ty_import_window_is_looked_at (TyImportWindow *self)
{
  g_return_val_if_fail (TY_IS_IMPORT_WINDOW (self), FALSE);

  return !self->working && self->look != NULL;
}

/**
 * ty_import_window_is_compared:
 * @self: a dialog
 *
 * Returns: whether it shows what each row would change
 */
gboolean
ty_import_window_is_compared (TyImportWindow *self)
{
  g_return_val_if_fail (TY_IS_IMPORT_WINDOW (self), FALSE);

  return !self->working && self->plan != NULL;
}

/**
 * ty_import_window_tell:
 * @self: a dialog
 * @message: what went wrong
 *
 * Shows it above the page.
 */
void
ty_import_window_tell (TyImportWindow *self,
                       const char     *message)
{
  g_return_if_fail (TY_IS_IMPORT_WINDOW (self));

  if (self->office != NULL)
    ty_problem_bar_set_message (self->problem_bar, message);
}
