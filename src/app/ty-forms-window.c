/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-forms-window"

#include "config.h"

#include "ty-forms-window.h"

#include "ty-form-change-item.h"
#include "ty-form-guard.h"
#include "ty-form-item.h"
#include "ty-format.h"
#include "ty-office-forms.h"
#include "ty-problem-bar.h"
#include "ty-spinner.h"
#include "ty-tab-stop.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyFormsWindow:
 *
 * Shows what appointment files would change, file by file and field by field, and takes over what is
 * accepted. The signal “imported” (text) comes after it was done.
 */
struct _TyFormsWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkStack *stack;
  GtkLabel *busy_label;
  GtkLabel *counts_label;
  GtkListView *files_view;
  GtkListView *changes_view;
  GtkWidget *changes_box;
  GtkLabel *reason_label;
  GtkWidget *who_box;
  GtkDropDown *who_drop;
  GtkLabel *remarks_label;

  /* Owned */
  TyOffice *office;
  GCancellable *cancellable;
  GPtrArray *plan;              /* (nullable) */
  GListStore *files;
  GListStore *changes;
  GtkSingleSelection *selection;
  gboolean filling;             /* the drop-down is being filled */
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFormsWindow, ty_forms_window, ADW_TYPE_WINDOW)

static void
update_action (TyFormsWindow *self)
{
  gboolean any = FALSE;

  for (guint i = 0; self->plan != NULL && i < self->plan->len; i++)
    any |= ((TyAppointmentLine *) g_ptr_array_index (self->plan, i))->accepted;
  ty_widget_action_enable (GTK_WIDGET (self), "forms.run", any);
}

static void
update_counts (TyFormsWindow *self)
{
  GPtrArray *plan = self->plan;
  g_autofree char *text = g_strdup_printf (_("Files: %u. New people: %u, changed: %u, nothing new: %u, not "
                                             "clear who it is: %u, cannot be imported: %u."),
                                           plan->len,
                                           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_NEW),
                                           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_CHANGED),
                                           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_SAME),
                                           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_DOUBTFUL),
                                           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_REFUSED));

  gtk_label_set_label (self->counts_label, text);
}

static TyFormItem *
get_selected (TyFormsWindow *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? TY_FORM_ITEM (item) : NULL;
}

static void
file_toggled_cb (GtkListItem    *list_item,
                 GtkCheckButton *button)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));
  gpointer item = gtk_list_item_get_item (list_item);

  if (item == NULL || !TY_IS_FORMS_WINDOW (root))
    return;
  g_object_set (item, "accepted", gtk_check_button_get_active (button), NULL);
  update_action (TY_FORMS_WINDOW (root));
}

static void
change_toggled_cb (GtkListItem    *list_item,
                   GtkCheckButton *button)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    g_object_set (item, "accepted", gtk_check_button_get_active (button), NULL);
}

static char *
dup_twin (TyRecord *person)
{
  g_autofree char *birth = ty_date_to_record (ty_record_get_date (person, TY_PERSON_BIRTH));
  const char *place = ty_record_get_text (person, TY_PERSON_NATIVE_PLACE);

  /* Translators: a name, a month of birth, and the native place */
  return g_strdup_printf (_("%s, born %s, from %s"), ty_record_get_text (person, TY_PERSON_NAME),
                          *birth != '\0' ? birth : "—", place != NULL ? place : "—");
}

/* First what cannot be chosen again once it was answered, then everybody who may be meant. */
static void
fill_who (TyFormsWindow     *self,
          TyAppointmentLine *line)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("(please choose)"));
  gtk_string_list_append (names, _("Somebody new"));
  for (guint i = 0; i < line->twins->len; i++)
    {
      TyRecord *twin = g_ptr_array_index (line->twins, i);
      g_autofree char *text = dup_twin (twin);

      gtk_string_list_append (names, text);
      if (line->person != 0 && ty_record_get_integer (twin, TY_PERSON_ID) == line->person)
        selected = i + 2;
    }
  if (line->state == TY_APPOINTMENT_STATE_NEW)
    selected = 1;

  self->filling = TRUE;
  gtk_drop_down_set_model (self->who_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->who_drop, selected);
  self->filling = FALSE;
}

static char *
dup_remarks (TyAppointmentLine *line)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; line->records != NULL && i < line->records->remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (line->records->remarks, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_reason (TyFormsWindow     *self,
             TyAppointmentLine *line)
{
  gboolean same = line->state == TY_APPOINTMENT_STATE_SAME;
  const char *text = same ? _("The file says what the county file says already.") : line->reason;
  GtkWidget *label = GTK_WIDGET (self->reason_label);

  gtk_label_set_label (self->reason_label, text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  gtk_widget_remove_css_class (label, same ? "warning" : "dim-label");
  gtk_widget_add_css_class (label, same ? "dim-label" : "warning");
}

static void
show_line (TyFormsWindow *self)
{
  TyFormItem *item = get_selected (self);
  TyAppointmentLine *line;
  g_autofree char *remarks = NULL;

  g_list_store_remove_all (self->changes);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), FALSE);
  gtk_widget_set_visible (self->who_box, FALSE);
  gtk_widget_set_visible (self->changes_box, FALSE);
  gtk_label_set_label (self->remarks_label, "");
  if (item == NULL)
    return;

  line = ty_form_item_get_line (item);
  remarks = dup_remarks (line);
  for (guint i = 0; i < line->changes->len; i++)
    {
      g_autoptr(TyFormChangeItem) change = ty_form_change_item_new (self->plan,
                                                                    g_ptr_array_index (line->changes, i));

      g_list_store_append (self->changes, change);
    }
  gtk_label_set_label (self->remarks_label, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), *remarks != '\0');
  show_reason (self, line);
  gtk_widget_set_visible (self->changes_box, line->changes->len > 0);
  if (line->twins->len > 0 && line->state != TY_APPOINTMENT_STATE_REFUSED)
    {
      fill_who (self, line);
      gtk_widget_set_visible (self->who_box, TRUE);
    }
}

static void
person_set_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TyFormsWindow) self = TY_FORMS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  TyFormItem *item;

  ty_office_set_form_person_finish (TY_OFFICE (source), result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (self->plan == NULL)
    return;

  ty_problem_bar_set_message (self->problem_bar, error != NULL ? error->message : NULL);
  item = get_selected (self);
  if (item != NULL)
    ty_form_item_update (item);
  update_counts (self);
  update_action (self);
  show_line (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->who_drop));
}

static void
who_cb (TyFormsWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->who_drop);
  TyFormItem *item = get_selected (self);
  TyAppointmentLine *line;
  gint64 person = 0;

  if (self->filling || item == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  line = ty_form_item_get_line (item);
  if (selected >= 2)
    person = ty_record_get_integer (g_ptr_array_index (line->twins, selected - 2), TY_PERSON_ID);

  /* The answer makes the changes anew. */
  g_list_store_remove_all (self->changes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  ty_office_set_form_person_async (self->office, self->plan, ty_form_item_get_place (item), person, NULL,
                                   person_set_cb, g_object_ref (self));
}

static void
selected_cb (TyFormsWindow *self)
{
  show_line (self);
}

/* What needs an answer stands first, what says nothing new last. */
static void
fill_files (TyFormsWindow *self)
{
  static const TyAppointmentState order[] = {
    TY_APPOINTMENT_STATE_DOUBTFUL, TY_APPOINTMENT_STATE_REFUSED, TY_APPOINTMENT_STATE_CHANGED,
    TY_APPOINTMENT_STATE_NEW, TY_APPOINTMENT_STATE_SAME,
  };
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < self->plan->len; j++)
      if (((TyAppointmentLine *) g_ptr_array_index (self->plan, j))->state == order[i])
        g_ptr_array_add (items, ty_form_item_new (self->plan, j));
  g_list_store_splice (self->files, 0, g_list_model_get_n_items (G_LIST_MODEL (self->files)), items->pdata,
                       items->len);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plan = ty_office_plan_forms_finish (TY_OFFICE (source), result, &error);
  TyFormsWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FORMS_WINDOW (user_data);
  if (plan == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  self->plan = g_steal_pointer (&plan);
  fill_files (self);
  update_counts (self);
  update_action (self);
  show_line (self);
  ty_form_guard_settle (GTK_WINDOW (self));
  gtk_stack_set_visible_child_name (self->stack, "plan");
  gtk_widget_grab_focus (GTK_WIDGET (self->files_view));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyFormsWindow) self = TY_FORMS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ty_office_import_forms_finish (TY_OFFICE (source), result, &error))
    {
      if (self->plan == NULL)
        return;
      ty_problem_bar_set_message (self->problem_bar, error->message);
      gtk_stack_set_visible_child_name (self->stack, "plan");
      update_action (self);
      return;
    }

  text = g_strdup (ty_office_get_undo_label (TY_OFFICE (source)));
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, text);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyFormsWindow *self = TY_FORMS_WINDOW (widget);

  ty_widget_action_enable (widget, "forms.run", FALSE);
  gtk_label_set_label (self->busy_label, _("The files are being imported…"));
  gtk_stack_set_visible_child_name (self->stack, "busy");
  ty_office_import_forms_async (self->office, self->plan, self->cancellable, imported_cb,
                                g_object_ref (self));
}

static void
ty_forms_window_dispose (GObject *object)
{
  TyFormsWindow *self = TY_FORMS_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->files_view != NULL)
    gtk_list_view_set_model (self->files_view, NULL);
  if (self->changes_view != NULL)
    gtk_list_view_set_model (self->changes_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_FORMS_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->files);
  g_clear_object (&self->changes);
  g_clear_object (&self->office);
  g_clear_pointer (&self->plan, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_forms_window_parent_class)->dispose (object);
}

static void
ty_forms_window_class_init (TyFormsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_forms_window_dispose;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", TY_TYPE_FORMS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-forms-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, files_view);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, changes_view);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, changes_box);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, who_box);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, who_drop);
  gtk_widget_class_bind_template_child (widget_class, TyFormsWindow, remarks_label);
  gtk_widget_class_bind_template_callback (widget_class, who_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_toggled_cb);
  gtk_widget_class_install_action (widget_class, "forms.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Who somebody is said to be, and what is to be taken over. While an answer is worked on the plan belongs to a thread. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyFormsWindow *self = TY_FORMS_WINDOW (window);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    {
      g_string_append (state, "answered");
      return;
    }
  for (guint i = 0; self->plan != NULL && i < self->plan->len; i++)
    {
      const TyAppointmentLine *line = g_ptr_array_index (self->plan, i);

      g_string_append_printf (state, "%d%d%" G_GINT64_FORMAT " ", line->accepted, line->state, line->person);
      for (guint j = 0; j < line->changes->len; j++)
        g_string_append_c (state, ((TyAppointmentChange *) g_ptr_array_index (line->changes, j))->accepted ? '1' : '0');
    }
}

static void
ty_forms_window_init (TyFormsWindow *self)
{
  g_autoptr(GtkNoSelection) changes = NULL;

  g_type_ensure (TY_TYPE_FORM_ITEM);
  g_type_ensure (TY_TYPE_FORM_CHANGE_ITEM);
  g_type_ensure (TY_TYPE_SPINNER);
  g_type_ensure (TY_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
  self->cancellable = g_cancellable_new ();
  self->files = g_list_store_new (TY_TYPE_FORM_ITEM);
  self->changes = g_list_store_new (TY_TYPE_FORM_CHANGE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->files)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->files_view, GTK_SELECTION_MODEL (self->selection));
  changes = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->changes)));
  gtk_list_view_set_model (self->changes_view, GTK_SELECTION_MODEL (changes));
  ty_widget_action_enable (GTK_WIDGET (self), "forms.run", FALSE);
}

/**
 * ty_forms_window_new:
 * @parent: the window that asks
 * @office: into whose file is imported
 * @paths: (array zero-terminated=1): appointment files, and folders of them
 *
 * Returns: (transfer none): the dialog, which reads the files at once
 */
TyFormsWindow *
ty_forms_window_new (GtkWindow          *parent,
                     TyOffice           *office,
                     const char *const  *paths)
{
  TyFormsWindow *self = g_object_new (TY_TYPE_FORMS_WINDOW, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  ty_office_plan_forms_async (office, paths, self->cancellable, planned_cb, self);
  return self;
}

/**
 * ty_forms_window_is_planned:
 * @self: a dialog
 *
 * Returns: whether it shows what the files would change
 */
gboolean
ty_forms_window_is_planned (TyFormsWindow *self)
{
  g_return_val_if_fail (TY_IS_FORMS_WINDOW (self), FALSE);

  return self->plan != NULL;
}
