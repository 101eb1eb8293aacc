/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-window"

#include "config.h"

#include "ty-collect-window.h"

#include "ty-collect-item.h"
#include "ty-file-dialog.h"
#include "ty-form-guard.h"
#include "ty-import-review.h"
#include "ty-office-collect.h"
#include "ty-office-tables.h"
#include "ty-problem-bar.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyCollectWindow:
 *
 * Sends workbooks out to the townships, and takes in what comes back: who has reported and who has not, and row by
 * row and field by field what all of it would change.
 */
struct _TyCollectWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkWidget *content_box;
  AdwComboRow *kind_row;
  AdwActionRow *year_row;
  GtkSpinButton *year_button;
  GtkSwitch *sensitive_switch;
  GtkLabel *counts_label;
  GtkStack *stack;
  GtkStack *answers_stack;
  GtkWidget *back_button;
  GtkListView *view;
  TyImportReview *review;
  GtkProgressBar *progress_bar;
  GtkWidget *busy_box;
  AdwEntryRow *end_row;

  /* Owned */
  TyOffice *office;
  GPtrArray *kinds;          /* (element-type TyImportKind), unowned */
  GListStore *items;
  TyCollectAnswers *answers; /* (nullable) */
  GCancellable *cancellable; /* (nullable): of what is under way */

  gboolean begun;            /* whether something was decided before it */
};

enum
{
  SIGNAL_SENT_OUT,
  SIGNAL_TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyCollectWindow, ty_collect_window, ADW_TYPE_WINDOW)

static const TyImportKind *
get_kind (TyCollectWindow *self)
{
  guint i = adw_combo_row_get_selected (self->kind_row);

  return i < self->kinds->len ? g_ptr_array_index (self->kinds, i) : g_ptr_array_index (self->kinds, 0);
}

static void
update_actions (TyCollectWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = self->cancellable == NULL && !ty_office_is_read_only (self->office);
  guint n = self->answers != NULL && self->answers->plan != NULL
              ? ty_import_plan_count_accepted (self->answers->plan) : 0;
  gboolean at_answers = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "answers") == 0;

  ty_widget_action_enable (widget, "collect.send-out", idle);
  ty_widget_action_enable (widget, "collect.read", idle);
  ty_widget_action_enable (widget, "collect.take", idle && n > 0);
  gtk_widget_set_visible (self->busy_box, self->cancellable != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), idle);
  ty_widget_action_enable (widget, "collect.back", idle);
  gtk_widget_set_visible (self->back_button, at_answers);
  /* Nobody looks at rows while they are being compared or taken over. */
  gtk_widget_set_visible (GTK_WIDGET (self->answers_stack), self->cancellable == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), ty_collect_is_yearly (get_kind (self)));
}

static void
kind_cb (TyCollectWindow *self,
         GParamSpec      *pspec,
         AdwComboRow     *row)
{
  if (self->kinds->len > 0 && self->office != NULL)
    update_actions (self);
}

static void
tell (TyCollectWindow *self,
      const char      *text)
{
  gtk_label_set_label (self->counts_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_label), *text != '\0');
}

static void
begin (TyCollectWindow *self,
       const char      *text)
{
  self->begun = ty_form_guard_is_begun (GTK_WINDOW (self));
  self->cancellable = g_cancellable_new ();
  ty_form_guard_settle (GTK_WINDOW (self));
  ty_problem_bar_set_message (self->problem_bar, NULL);
  tell (self, text);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  update_actions (self);
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer user_data)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (user_data);

  if (self->progress_bar == NULL)
    return;
  if (n_all > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (1.0, (double) n_done / n_all));
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

/* Whether the window is still there. */
static gboolean
end (TyCollectWindow *self,
     const GError    *error)
{
  g_clear_object (&self->cancellable);
  if (self->stack == NULL)
    return FALSE;

  if (!self->begun)
    ty_form_guard_settle (GTK_WINDOW (self));
  tell (self, "");
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_problem_bar_set_message (self->problem_bar, error->message);
  update_actions (self);
  return TRUE;
}

static void
sent_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyCollectWindow) self = TY_COLLECT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCollectBooks) books = ty_office_send_out_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  guint n;

  if (!end (self, error) || books == NULL)
    return;

  n = ty_collect_books_get_n (books);
  text = g_strdup_printf (ngettext ("Workbook for %u township written", "Workbooks for %u townships written", n), n);
  tell (self, text);
  g_signal_emit (self, signals[SIGNAL_SENT_OUT], 0, text, ty_collect_books_get_path (books, 0));
}

/**
 * ty_collect_window_send_out:
 * @self: a window
 * @folder: where the workbooks are to be
 *
 * Writes a workbook for each township, as it is chosen.
 */
void
ty_collect_window_send_out (TyCollectWindow *self,
                            const char      *folder)
{
  TyCollectSpec spec;

  g_return_if_fail (TY_IS_COLLECT_WINDOW (self) && self->cancellable == NULL);

  spec = (TyCollectSpec){
    .kind = get_kind (self),
    .as_of = ty_office_get_as_of (self->office),
    .sensitive = gtk_switch_get_active (self->sensitive_switch),
    .folder = folder,
  };
  if (ty_collect_is_yearly (spec.kind))
    spec.year = (guint) gtk_spin_button_get_value_as_int (self->year_button);
  begin (self, _("The workbooks are being written…"));
  ty_office_send_out_async (self->office, &spec, self->cancellable, sent_out_cb, g_object_ref (self));
}

static char *
describe_answer (TyCollectWindow       *self,
                 const TyCollectAnswer *answer)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (answer->part < 0)
    return g_strdup (answer->reason);
  for (int state = 0; state < TY_N_IMPORT_STATES; state++)
    {
      guint n = ty_collect_answers_count_rows (self->answers, answer, state);

      if (n > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? "　" : "", ty_import_state_get_label (state), n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_answer (TyCollectWindow       *self,
            const TyCollectAnswer *answer)
{
  g_autofree char *text = describe_answer (self, answer);
  g_autoptr(TyCollectItem) item = ty_collect_item_new (ty_collect_status_get_label (answer->status), answer->name,
                                                       text);

  g_list_store_append (self->items, item);
}

static void
show_counts (TyCollectWindow *self)
{
  guint n_reported = ty_collect_answers_count (self->answers, TY_COLLECT_REPORTED);
  guint n_missing = ty_collect_answers_count (self->answers, TY_COLLECT_MISSING);
  guint n_rows = self->answers->plan != NULL ? ty_import_plan_count_accepted (self->answers->plan) : 0;
  /* Translators: how many townships have reported, how many have not, and how many rows would be taken over */
  g_autofree char *text = g_strdup_printf (_("Reported: %u. Not reported: %u. Rows to be taken over: %u."),
                                           n_reported, n_missing, n_rows);

  tell (self, text);
  update_actions (self);
}

static void
review_changed_cb (TyCollectWindow *self)
{
  show_counts (self);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyCollectWindow) self = TY_COLLECT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  ty_office_answer_import_finish (TY_OFFICE (source), result, &error);
  if (!end (self, error))
    return;

  ty_import_review_update (self->review);
  show_counts (self);
}

/* It was said who somebody is. */
static void
review_answered_cb (TyCollectWindow *self)
{
  begin (self, _("The rows are being compared with the county file…"));
  ty_office_answer_import_async (self->office, self->answers->plan, self->cancellable, answered_cb,
                                 g_object_ref (self));
}

/* Who has reported and who has not first; then the rows, where there are some. */
static void
show_answers (TyCollectWindow *self)
{
  g_list_store_remove_all (self->items);
  for (guint i = 0; i < self->answers->list->len; i++)
    add_answer (self, g_ptr_array_index (self->answers->list, i));
  ty_import_review_set_plan (self->review, self->office, self->answers->plan);
  gtk_stack_page_set_visible (gtk_stack_get_page (self->answers_stack, GTK_WIDGET (self->review)),
                              self->answers->plan != NULL);
  gtk_stack_set_visible_child_name (self->answers_stack, "townships");
  gtk_stack_set_visible_child_name (self->stack, "answers");
  show_counts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->stack, "start");
  tell (self, "");
  ty_problem_bar_set_message (self->problem_bar, NULL);
  update_actions (self);
  gtk_widget_child_focus (self->content_box, GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TyCollectWindow) self = TY_COLLECT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  TyCollectAnswers *answers = ty_office_read_answers_finish (TY_OFFICE (source), result, &error);

  if (self->items != NULL)
    {
      g_list_store_remove_all (self->items);
      ty_import_review_set_plan (self->review, self->office, NULL);
    }
  g_clear_pointer (&self->answers, ty_collect_answers_free);
  self->answers = answers;
  if (!end (self, error) || answers == NULL)
    return;

  show_answers (self);
  ty_form_guard_settle (GTK_WINDOW (self));
}

/**
 * ty_collect_window_read:
 * @self: a window
 * @places: (array zero-terminated=1): the workbooks that came back, and folders in which they are
 *
 * Reads them, and shows what they would change.
 */
void
ty_collect_window_read (TyCollectWindow   *self,
                        const char *const *places)
{
  const char *day;
  TyDate end_missing = TY_DATE_NONE;

  g_return_if_fail (TY_IS_COLLECT_WINDOW (self) && self->cancellable == NULL);

  day = gtk_editable_get_text (GTK_EDITABLE (self->end_row));
  gtk_widget_remove_css_class (GTK_WIDGET (self->end_row), "error");
  if (*day != '\0' && !ty_date_parse_record (day, &end_missing, NULL, NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->end_row), "error");
      ty_problem_bar_set_message (self->problem_bar,
                                  _("This is not a date. Write year and month, such as 1978.05."));
      return;
    }
  begin (self, _("The workbooks are being read…"));
  ty_office_read_answers_async (self->office, places, end_missing, progress_cb, self, self->cancellable, read_cb,
                                g_object_ref (self));
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyCollectWindow) self = TY_COLLECT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_take_answers_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < ty_import_plan_get_n_parts (self->answers->plan); i++)
    n += ty_import_plan_get_part (self->answers->plan, i)->seq != 0;
  if (n > 0)
    {
      text = g_strdup_printf (ngettext ("What %u township reported was taken over",
                                        "What %u townships reported was taken over, each as an action", n), n);
      g_signal_emit (self, signals[SIGNAL_TAKEN], 0, text);
    }
  if (end (self, error) && done)
    ty_form_guard_close (GTK_WINDOW (self));
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (widget);

  if (self->answers == NULL || self->answers->plan == NULL || self->cancellable != NULL)
    return;

  begin (self, _("What was reported is being taken over…"));
  ty_office_take_answers_async (self->office, self->answers, progress_cb, self, self->cancellable, taken_cb,
                                g_object_ref (self));
}

static char *
finish_folder (GAsyncResult *result)
{
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (source);
  g_autofree char *folder = finish_folder (result);

  if (folder != NULL && self->cancellable == NULL)
    ty_collect_window_send_out (self, folder);
}

static void
send_out_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Folder for the Workbooks"), TY_FILE_KIND_FOLDER,
                             place_chosen_cb, NULL);
}

static void
answers_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (source);
  g_autofree char *folder = finish_folder (result);

  if (folder != NULL && self->cancellable == NULL)
    ty_collect_window_read (self, (const char *const[]) { folder, NULL });
}

static void
read_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Folder with the Workbooks That Came Back"),
                             TY_FILE_KIND_FOLDER, answers_chosen_cb, NULL);
}

/* While something is under way, to cancel is to stop that; the window stays. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
ty_collect_window_close_request (GtkWindow *window)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (window);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ty_collect_window_parent_class)->close_request (window);
}

static void
ty_collect_window_dispose (GObject *object)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_COLLECT_WINDOW);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ty_collect_window_parent_class)->dispose (object);
}

static void
ty_collect_window_finalize (GObject *object)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->answers, ty_collect_answers_free);

  G_OBJECT_CLASS (ty_collect_window_parent_class)->finalize (object);
}

static void
ty_collect_window_class_init (TyCollectWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_collect_window_dispose;
  object_class->finalize = ty_collect_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_collect_window_close_request;

  signals[SIGNAL_SENT_OUT] = g_signal_new ("sent-out", TY_TYPE_COLLECT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", TY_TYPE_COLLECT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-collect-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, busy_box);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, end_row);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, year_row);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, year_button);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, sensitive_switch);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, answers_stack);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TyCollectWindow, review);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_answered_cb);
  gtk_widget_class_install_action (widget_class, "collect.send-out", NULL, send_out_action);
  gtk_widget_class_install_action (widget_class, "collect.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "collect.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "collect.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "collect.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "collect.cancel", NULL);
}

/* What is decided about the answers, which belong to a thread while something is under way. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyCollectWindow *self = TY_COLLECT_WINDOW (window);

  if (self->cancellable == NULL)
    ty_import_review_add_state (self->review, state);
}

static void
ty_collect_window_init (TyCollectWindow *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_type_ensure (TY_TYPE_COLLECT_ITEM);
  g_type_ensure (TY_TYPE_IMPORT_REVIEW);
  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
  self->items = g_list_store_new (TY_TYPE_COLLECT_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
list_kinds (TyCollectWindow *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    {
      const TyImportKind *kind = ty_import_kind_get (i);

      if (!ty_collect_can (kind))
        continue;
      g_ptr_array_add (self->kinds, (gpointer) kind);
      gtk_string_list_append (labels, ty_import_kind_get_label (kind));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (labels));
}

/**
 * ty_collect_window_new:
 * @parent: the window that asks
 * @office: whose file it is
 *
 * Returns: (transfer none): the window
 */
TyCollectWindow *
ty_collect_window_new (GtkWindow *parent,
                       TyOffice  *office)
{
  TyCollectWindow *self = g_object_new (TY_TYPE_COLLECT_WINDOW, "transient-for", parent, NULL);
  TyDate as_of = ty_office_get_as_of (office);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  self->office = g_object_ref (office);
  gtk_spin_button_set_value (self->year_button, as_of.year);
  list_kinds (self);
  day = ty_date_to_record (as_of);
  /* Translators: a day such as 2021.12.31 */
  text = g_strdup_printf (_("As of %s"), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row), text);
  update_actions (self);
  return self;
}

/**
 * ty_collect_window_is_idle:
 * @self: a window
 *
 * Returns: whether nothing is under way
 */
gboolean
ty_collect_window_is_idle (TyCollectWindow *self)
{
  g_return_val_if_fail (TY_IS_COLLECT_WINDOW (self), FALSE);

  return self->cancellable == NULL;
}

/**
 * ty_collect_window_get_items:
 * @self: a window
 *
 * Returns: (transfer none) (type GListModel<TyCollectItem>): the townships, and files that are of none
 */
GListModel *
ty_collect_window_get_items (TyCollectWindow *self)
{
  g_return_val_if_fail (TY_IS_COLLECT_WINDOW (self), NULL);

  return G_LIST_MODEL (self->items);
}
