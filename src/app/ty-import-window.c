/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-window"

#include "config.h"

#include "ty-import-window-private.h"

#include "ty-form-guard.h"
#include "ty-import-save.h"
#include "ty-spinner.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyImportWindow:
 *
 * Imports tables of all kinds in three steps: files or what was pasted; what their columns mean; what each row
 * would change, of which the user takes what is right. Several tables of one kind are imported together, those of
 * other kinds after them. The signal “imported” (text) comes after it was done, “saved” (text, path) after workbooks
 * with the problems were written, and “left” (set) when the tables are done and a #TyImportSet has also something
 * that is no table.
 */
enum
{
  SIGNAL_IMPORTED,
  SIGNAL_SAVED,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyImportWindow, ty_import_window, ADW_TYPE_WINDOW)

/**
 * ty_import_window_get_table:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the table whose columns are shown
 */
TyImportTable *
ty_import_window_get_table (TyImportWindow *self)
{
  return self->tables != NULL && self->current < self->tables->len ? g_ptr_array_index (self->tables, self->current)
                                                                   : NULL;
}

static gboolean
has_problems (TyImportWindow *self)
{
  for (guint i = 0; self->plan != NULL && i < ty_import_plan_get_n_parts (self->plan); i++)
    if (ty_import_problems_count (self->plan, i) > 0)
      return TRUE;

  return FALSE;
}

/* Whether there is something to compare: in each table a sheet. */
static gboolean
has_sheets (TyImportWindow *self)
{
  for (guint i = 0; self->tables != NULL && i < self->tables->len; i++)
    if (((TyImportTable *) g_ptr_array_index (self->tables, i))->look->sheet == NULL)
      return FALSE;

  return self->tables != NULL;
}

static void
update_actions (TyImportWindow *self)
{
  const char *step = gtk_stack_get_visible_child_name (self->stack);
  gboolean at_columns = g_strcmp0 (step, "columns") == 0;
  gboolean at_rows = g_strcmp0 (step, "rows") == 0;

  gtk_widget_set_visible (self->back_button, at_columns || at_rows);
  gtk_widget_set_visible (self->next_button, at_columns);
  gtk_widget_set_visible (self->run_button, at_rows);
  ty_widget_action_enable (GTK_WIDGET (self), "import.back", (at_columns || at_rows) && !self->working);
  ty_widget_action_enable (GTK_WIDGET (self), "import.compare",
                           at_columns && !self->working && has_sheets (self));
  ty_widget_action_enable (GTK_WIDGET (self), "import.save-problems",
                           at_rows && has_problems (self));
  ty_widget_action_enable (GTK_WIDGET (self), "import.run",
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

/**
 * ty_import_window_begin_work:
 * @self: a dialog
 * @text: what is done, a sentence
 *
 * Shows that something is under way.
 */
void
ty_import_window_begin_work (TyImportWindow *self,
                             const char     *text)
{
  self->begun = ty_form_guard_is_begun (GTK_WINDOW (self));
  self->working = TRUE;
  if (!self->begun)
    ty_form_guard_settle (GTK_WINDOW (self));
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_label_set_label (self->busy_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  update_actions (self);
}

/**
 * ty_import_window_end_work:
 * @self: a dialog
 * @step: where to go on
 * @error: (nullable): why it was not done
 *
 * Shows a step again.
 */
void
ty_import_window_end_work (TyImportWindow *self,
                           const char     *step,
                           const GError   *error)
{
  self->working = FALSE;
  if (!self->begun)
    ty_form_guard_settle (GTK_WINDOW (self));
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

  options->kind = ty_import_window_get_table (self)->look->kind;
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
      ty_import_window_end_work (self, "columns", error);
      return;
    }

  ty_import_review_set_plan (self->review, self->office, plan);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  self->plan = g_steal_pointer (&plan);
  ty_import_window_end_work (self, "rows", NULL);
  if (ty_import_plan_get_n_rows (self->plan) == 0)
    ty_problem_bar_set_message (self->problem_bar, _("No row of the table says anything. Look whether its kind and "
                                                     "its columns are right."));
}

/* A name keeps what the columns mean; without one nothing is kept. */
static void
save_mapping (TyImportWindow *self,
              TyImportTable  *table)
{
  const char *known = table->look->mapping != NULL ? ty_import_mapping_get_name (table->look->mapping) : NULL;
  g_autoptr(TyImportMapping) mapping = NULL;

  if (table->name == NULL || *table->name == '\0' || (!table->by_hand && g_strcmp0 (table->name, known) == 0))
    return;

  mapping = ty_import_look_dup_mapping (table->look, table->name);
  ty_office_save_mapping_async (self->office, mapping, NULL, NULL, NULL);
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);
  g_autoptr(GPtrArray) sources = NULL;
  TyImportOptions options = { 0 };

  if (!read_options (self, &options))
    return;

  ty_import_window_keep_name (self);
  for (guint i = 0; i < self->tables->len; i++)
    {
      TyImportTable *table = g_ptr_array_index (self->tables, i);

      save_mapping (self, table);
      ty_import_source_set_mapping (table->source, ty_import_look_dup_mapping (table->look, NULL));
    }
  sources = ty_import_window_list_sources (self);
  ty_import_review_set_plan (self->review, self->office, NULL);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  ty_import_window_begin_work (self, _("The rows are being compared with the county file…"));
  ty_office_plan_import_async (self->office, sources, &options, NULL, progress_cb, self, self->cancellable, planned_cb,
                               self);
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
  ty_import_window_end_work (self, "rows", error);
}

static void
review_answered_cb (TyImportWindow *self)
{
  ty_import_window_begin_work (self, _("The rows are being compared with the county file…"));
  ty_office_answer_import_async (self->office, self->plan, NULL, answered_cb, g_object_ref (self));
}

static void
review_changed_cb (TyImportWindow *self)
{
  update_actions (self);
}

/**
 * ty_import_window_leave:
 * @self: a dialog whose tables are done
 *
 * Closes it. Whoever opened it goes on with what is no table.
 */
void
ty_import_window_leave (TyImportWindow *self)
{
  TyImportSet *set = self->set;

  if (set != NULL && set->forms->len + set->photos->len > 0)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0, set);
  ty_form_guard_close (GTK_WINDOW (self));
}

static guint
count_imported (TyImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < ty_import_plan_get_n_parts (plan); i++)
    n += ty_import_plan_get_part (plan, i)->seq != 0;

  return n;
}

/* Of several tables it is said how many, since each is an action of its own. */
static void
tell_imported (TyImportWindow *self,
               TyOffice       *office)
{
  guint n = count_imported (self->plan);
  g_autofree char *text = n > 1 ? g_strdup_printf (ngettext ("%u table imported", "%u tables imported, each as an action",
                                                             n), n)
                                : g_strdup (ty_office_get_undo_label (office));

  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, text);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyImportWindow) self = TY_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_apply_import_finish (TY_OFFICE (source), result, &error);
  g_autoptr(GPtrArray) sources = NULL;

  if (self->plan == NULL)
    return;
  /* Where one of several failed or was stopped, those before it stand. */
  if (count_imported (self->plan) > 0)
    tell_imported (self, TY_OFFICE (source));
  if (!done)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      ty_import_review_update (self->review);
      ty_import_window_end_work (self, "rows", error);
      return;
    }
  if (self->later->len == 0)
    {
      ty_import_window_leave (self);
      return;
    }

  sources = g_steal_pointer (&self->later);
  self->later = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  ty_import_review_set_plan (self->review, self->office, NULL);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  ty_import_window_take_sources (self, sources);
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);

  ty_import_window_begin_work (self, _("The rows are being imported…"));
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
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  g_clear_pointer (&self->set, ty_import_set_free);

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
  gtk_widget_class_bind_template_child (widget_class, TyImportWindow, file_row);
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
  signals[SIGNAL_LEFT] = g_signal_new ("left", TY_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-import-window.ui");
  bind_children (widget_class);
  ty_import_window_bind_columns (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, review_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_changed_cb);
  ty_import_window_install_files (widget_class);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "import.save-problems", NULL, problems_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* While something is under way the plan belongs to a thread. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (window);
  GtkEditable *rows[] = { GTK_EDITABLE (self->as_of_row), GTK_EDITABLE (self->end_row), GTK_EDITABLE (self->name_row) };

  if (self->working)
    {
      g_string_append (state, self->begun ? "begun" : "");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (state, "%s\n", gtk_editable_get_text (rows[i]));
  g_string_append_printf (state, "%u\n", adw_combo_row_get_selected (self->kind_row));
  for (guint i = 0; self->tables != NULL && i < self->tables->len; i++)
    {
      const TyImportTable *table = g_ptr_array_index (self->tables, i);

      g_string_append_printf (state, "%d%s\n", table->by_hand, ty_import_source_get_sheet (table->source));
    }
  ty_import_review_add_state (self->review, state);
}

static void
ty_import_window_init (TyImportWindow *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  g_type_ensure (TY_TYPE_IMPORT_COLUMNS);
  g_type_ensure (TY_TYPE_IMPORT_REVIEW);
  g_type_ensure (TY_TYPE_SPINNER);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
  self->cancellable = g_cancellable_new ();
  self->later = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    gtk_string_list_append (kinds, ty_import_kind_get_label (ty_import_kind_get (i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  self->filling = FALSE;
  ty_import_window_accept_files (self);
  go (self, "choose");
}

/**
 * ty_import_window_new:
 * @parent: the window that asks
 * @office: into whose file is imported
 * @path: (nullable): a table, or a folder of them; %NULL to ask for one
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
    ty_import_window_take (self, (const char *const[]) { path, NULL });
  return self;
}

/**
 * ty_import_window_is_busy:
 * @self: a dialog
 *
 * Returns: whether something is under way
 */
gboolean
ty_import_window_is_busy (TyImportWindow *self)
{
  g_return_val_if_fail (TY_IS_IMPORT_WINDOW (self), FALSE);

  return self->working;
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

  return !self->working && self->tables != NULL;
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
