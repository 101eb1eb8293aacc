/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-group-editor"

#include "config.h"

#include "ty-group-editor.h"

#include "ty-course-picker.h"
#include "ty-custom-value.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-field-row.h"
#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-group-choice.h"
#include "ty-office-custom.h"
#include "ty-office-group.h"
#include "ty-person.h"
#include "ty-pick-finder.h"
#include "ty-pick-row.h"
#include "ty-problem-bar.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

#define MOST_REFUSED 50 /* that are named in rows */

/**
 * TyGroupEditor:
 *
 * Does the same with many people: a value of a field, a row of their files, or such rows away. The form is
 * made from the table of fields, as that of one person; then it is shown what would be done with how many
 * and with whom it cannot be done, and only then it is done, as one action. The signal “saved” comes after
 * the change was acknowledged; the window then closes itself.
 */
struct _TyGroupEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  GtkStack *stack;
  AdwComboRow *what_row;
  AdwPreferencesGroup *group;
  GtkLabel *summary_label;
  AdwPreferencesGroup *refused_group;
  AdwPreferencesGroup *leave_group;
  GtkCheckButton *leave_check;
  GtkButton *back_button;
  GtkButton *next_button;
  GtkProgressBar *progress_bar;

  /* Owned */
  TyOffice *office;
  GArray *people;            /* (element-type gint64) */
  TyRecord *record;          /* what the form edits */
  GPtrArray *choices;        /* (element-type TyGroupChoice) (unowned elements): what can be done */
  GPtrArray *own;            /* (element-type TyGroupChoice): those of them that are the county’s */
  GtkStringList *labels;     /* theirs */
  GPtrArray *rows;           /* (element-type TyFieldRow) */
  GPtrArray *refused_rows;   /* (element-type GtkWidget) (unowned elements) */
  TyGroupReport *planned;    /* (nullable) */
  TyCheckProgress *progress; /* (nullable) while something is under way */
  GCancellable *working;     /* (nullable) while something is under way */
  GCancellable *listing;     /* while the fields of the county are looked up */

  guint what;
  guint tick;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyGroupEditor, ty_group_editor, ADW_TYPE_WINDOW)

static const TyGroupChoice *
get_choice (TyGroupEditor *self)
{
  return g_ptr_array_index (self->choices, self->what);
}

static gboolean
is_planned (TyGroupEditor *self)
{
  return self->planned != NULL;
}

static void
update_next (TyGroupEditor *self)
{
  g_autofree char *people = NULL;
  g_autofree char *label = NULL;
  gboolean ready = self->working == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->back_button), is_planned (self));
  if (!is_planned (self))
    gtk_button_set_label (self->next_button, _("Continue"));
  else
    {
      people = ty_text_format_count (self->planned->n_changed);
      label = g_strdup_printf (ngettext ("Change %s Person", "Change %s People",
                                         self->planned->n_changed), people);
      gtk_button_set_label (self->next_button, label);
      ready = ready && self->planned->n_changed > 0
              && (self->planned->refused->len == 0 || gtk_check_button_get_active (self->leave_check));
    }
  ty_widget_action_enable (GTK_WIDGET (self), "group.next", ready);
  ty_widget_action_enable (GTK_WIDGET (self), "group.back", self->working == NULL && is_planned (self));
}

static void
show_form (TyGroupEditor *self)
{
  g_clear_pointer (&self->planned, ty_group_report_free);
  gtk_stack_set_visible_child_name (self->stack, "form");
  update_next (self);
}

/* The form. */

static void
add_row (TyGroupEditor *self,
         guint          field)
{
  TyFieldRow *row = ty_field_row_new (self->record, field);
  GtkWidget *widget = ty_field_row_get_widget (row);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, widget);
  if (ty_field_row_get_info (row)->kind != TY_FIELD_REFERENCE)
    return;

  if (g_str_equal (ty_field_row_get_info (row)->reference, "course"))
    ty_course_picker_attach (TY_PICK_ROW (widget), self->office);
  else
    ty_pick_finder_attach (TY_PICK_ROW (widget), self->office, TY_PICK_UNITS);
}

static void
add_own_row (TyGroupEditor       *self,
             const TyGroupChoice *choice)
{
  TyFieldRow *row;

  ty_record_set_integer (self->record, TY_CUSTOM_VALUE_FIELD, ty_custom_field_get_key (choice->own));
  row = ty_field_row_new_custom (self->record, TY_CUSTOM_VALUE_VALUE, choice->own);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, ty_field_row_get_widget (row));
}

static gboolean
is_entered (const TyFieldInfo *field)
{
  if ((field->flags & TY_FIELD_HIDDEN) != 0 || field->kind == TY_FIELD_HASH
      || g_str_equal (field->column, "position") || g_str_has_suffix (field->column, "_text"))
    return FALSE;

  return field->kind != TY_FIELD_REFERENCE || g_strcmp0 (field->reference, "unit") == 0
         || g_strcmp0 (field->reference, "course") == 0;
}

static void
clear_rows (TyGroupEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group,
                                  ty_field_row_get_widget (g_ptr_array_index (self->rows, i)));
  g_ptr_array_set_size (self->rows, 0);
}

static void
make_form (TyGroupEditor *self)
{
  const TyGroupChoice *choice = get_choice (self);
  const TyRecordInfo *info = choice->info;

  clear_rows (self);
  g_clear_object (&self->record);
  self->record = ty_record_new (info);
  adw_preferences_group_set_description (self->group,
                                         choice->op == TY_GROUP_REMOVE
                                           ? _("What is filled in must be the same in the entries that are "
                                               "removed; the rest does not matter.") : NULL);
  if (choice->own != NULL)
    {
      add_own_row (self, choice);
      return;
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (choice->op == TY_GROUP_SET ? i == choice->field : is_entered (&info->fields[i]))
      add_row (self, i);
}

static void
what_cb (TyGroupEditor *self,
         GParamSpec    *pspec,
         AdwComboRow   *row)
{
  guint what = adw_combo_row_get_selected (row);

  if (what >= self->choices->len || self->office == NULL || what == self->what)
    return;
  self->what = what;
  make_form (self);
}

static gboolean
apply_rows (TyGroupEditor *self)
{
  GtkWidget *wrong = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TyFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!ty_field_row_apply (row, self->record) && wrong == NULL)
        wrong = ty_field_row_get_widget (row);
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);
  return wrong == NULL;
}

/* Messages about an entry begin with the label of the field; they are said there. */
static void
show_error (TyGroupEditor *self,
            const GError  *error)
{
  for (guint i = 0; i < self->rows->len && error->domain == TY_ENTRY_ERROR; i++)
    {
      TyFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!g_str_has_prefix (error->message, _(ty_field_row_get_info (row)->label)))
        continue;
      ty_field_row_set_error (row, error->message);
      gtk_widget_grab_focus (ty_field_row_get_widget (row));
      return;
    }
  ty_problem_bar_set_message (self->problem_bar, error->message);
}

static gboolean
is_filled (TyGroupEditor *self)
{
  const TyRecordInfo *info = get_choice (self)->info;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TyFieldInfo *field = ty_field_row_get_info (g_ptr_array_index (self->rows, i));
      guint number = (guint) (field - info->fields);

      if (TY_FIELD_IS_NUMBER (field) ? ty_record_get_integer (self->record, number) != 0
                                     : ty_record_get_text (self->record, number) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Of a field alone the rules of the whole record are none; what it would make of each person, the plan
 * tells. */
static gboolean
check_form (TyGroupEditor *self)
{
  g_autoptr(GError) error = NULL;

  ty_entry_clean (self->record);
  if (get_choice (self)->op == TY_GROUP_ADD && !ty_entry_check (self->record, ty_date_today (), &error))
    {
      show_error (self, error);
      return FALSE;
    }
  if (get_choice (self)->op == TY_GROUP_REMOVE && !is_filled (self))
    {
      ty_problem_bar_set_message (self->problem_bar,
                                  _("Fill in at least one field, by which the entries are known."));
      return FALSE;
    }
  return TRUE;
}

/* What would be done. */

static void
show_refused (TyGroupEditor *self)
{
  GPtrArray *refused = self->planned->refused;
  g_autofree char *people = ty_format_people (refused->len);
  g_autofree char *leave = g_strdup_printf (_("Leave these out (%s) and change the others"), people);

  for (guint i = 0; i < self->refused_rows->len; i++)
    adw_preferences_group_remove (self->refused_group, g_ptr_array_index (self->refused_rows, i));
  g_ptr_array_set_size (self->refused_rows, 0);
  for (guint i = 0; i < MIN (refused->len, MOST_REFUSED); i++)
    {
      const TyGroupRefusal *refusal = g_ptr_array_index (refused, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     refusal->name != NULL ? refusal->name : "—");
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), refusal->reason);
      adw_preferences_group_add (self->refused_group, row);
      g_ptr_array_add (self->refused_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->refused_group), refused->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->leave_group), refused->len > 0 && self->planned->n_changed > 0);
  gtk_check_button_set_label (self->leave_check, leave);
  gtk_check_button_set_active (self->leave_check, FALSE);
}

static char *
describe_plan (TyGroupEditor *self)
{
  const TyGroupReport *planned = self->planned;
  g_autofree char *all = ty_text_format_count (self->people->len);
  g_autofree char *changed = ty_text_format_count (planned->n_changed);
  g_autofree char *same = ty_text_format_count (planned->n_same);
  g_autofree char *refused = ty_text_format_count (planned->refused->len);
  g_autoptr(GString) text = g_string_new (NULL);
  TyGroupOp op = get_choice (self)->op;

  /* Translators: how many were chosen, and how many of them will be changed */
  g_string_append_printf (text, _("Of %s people, %s will be changed"), all, changed);
  if (planned->n_same > 0)
    g_string_append_printf (text, op == TY_GROUP_ADD ? _(", %s have the entry already")
                                  : op == TY_GROUP_REMOVE ? _(", %s have no such entry")
                                                          : _(", %s have the value already"),
                            same);
  if (planned->refused->len > 0)
    g_string_append_printf (text, _(", of %s it cannot be done"), refused);
  g_string_append (text, _("."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_plan (TyGroupEditor *self)
{
  g_autofree char *text = describe_plan (self);

  gtk_label_set_label (self->summary_label, text);
  show_refused (self);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  update_next (self);
  gtk_widget_grab_focus (self->planned->refused->len > 0 && self->planned->n_changed > 0
                           ? GTK_WIDGET (self->leave_check) : GTK_WIDGET (self->next_button));
}

/* Something is under way. */

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TyGroupEditor *self = TY_GROUP_EDITOR (widget);

  gtk_progress_bar_set_fraction (self->progress_bar, ty_check_progress_get_fraction (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
begin (TyGroupEditor *self)
{
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->working = g_cancellable_new ();
  self->progress = ty_check_progress_new ();
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  update_next (self);
}

static void
end (TyGroupEditor *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->working);
  g_clear_pointer (&self->progress, ty_check_progress_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  update_next (self);
}

static TyGroupEdit
make_edit (TyGroupEditor *self)
{
  return (TyGroupEdit) {
    .op = get_choice (self)->op,
    .record = self->record,
    .field = get_choice (self)->field,
    .people = (const gint64 *) (gpointer) self->people->data,
    .n_people = self->people->len,
  };
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TyGroupEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  TyGroupReport *report = ty_office_plan_group_finish (TY_OFFICE (source), result, &error);

  if (self->office == NULL)
    {
      g_clear_pointer (&report, ty_group_report_free);
      return;
    }
  end (self);
  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }
  g_clear_pointer (&self->planned, ty_group_report_free);
  self->planned = report;
  show_plan (self);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TyGroupEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyGroupReport) report = ty_office_edit_group_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  /* A window that was closed meanwhile has nothing to say but that it was done. */
  if (report != NULL && report->seq != 0)
    {
      text = ty_group_choice_describe_done (get_choice (self), report->n_changed);
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
    }
  if (self->office == NULL)
    return;

  end (self);
  if (report != NULL)
    {
      ty_form_guard_close (GTK_WINDOW (self));
      return;
    }
  show_form (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyGroupEditor *self = TY_GROUP_EDITOR (widget);
  TyGroupEdit edit;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  if (!is_planned (self) && (!apply_rows (self) || !check_form (self)))
    return;

  edit = make_edit (self);
  begin (self);
  if (is_planned (self))
    ty_office_edit_group_async (self->office, &edit, self->planned, self->progress, self->working, done_cb,
                                g_object_ref (self));
  else
    ty_office_plan_group_async (self->office, &edit, self->progress, self->working, planned_cb,
                                g_object_ref (self));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  show_form (TY_GROUP_EDITOR (widget));
}

/* While something is under way it is stopped, and nothing is done; else the window goes. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyGroupEditor *self = TY_GROUP_EDITOR (widget);

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_group_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_group_editor_parent_class)->close_request (window);
}

static void
ty_group_editor_dispose (GObject *object)
{
  TyGroupEditor *self = TY_GROUP_EDITOR (object);

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_cancellable_cancel (self->listing);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_GROUP_EDITOR);

  G_OBJECT_CLASS (ty_group_editor_parent_class)->dispose (object);
}

static void
ty_group_editor_finalize (GObject *object)
{
  TyGroupEditor *self = TY_GROUP_EDITOR (object);

  g_clear_object (&self->working);
  g_clear_object (&self->listing);
  g_clear_object (&self->labels);
  g_clear_object (&self->record);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->progress, ty_check_progress_unref);
  g_clear_pointer (&self->planned, ty_group_report_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->refused_rows, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_array_unref);

  G_OBJECT_CLASS (ty_group_editor_parent_class)->finalize (object);
}

static void
ty_group_editor_class_init (TyGroupEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_group_editor_dispose;
  object_class->finalize = ty_group_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_group_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_GROUP_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-group-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, what_row);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, group);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, refused_group);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, leave_group);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, leave_check);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, back_button);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, next_button);
  gtk_widget_class_bind_template_child (widget_class, TyGroupEditor, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, what_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_next);

  gtk_widget_class_install_action (widget_class, "group.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "group.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "group.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "group.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "group.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "group.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "group.back", NULL);
}

static void
add_choice (TyGroupEditor       *self,
            const TyGroupChoice *choice)
{
  g_autofree char *label = ty_group_choice_dup_label (choice);

  g_ptr_array_add (self->choices, (gpointer) choice);
  gtk_string_list_append (self->labels, label);
}

/* They come behind those of the program: what is chosen meanwhile stays chosen. */
static void
fields_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) fields = ty_office_list_fields_finish (TY_OFFICE (source), result, &error);
  TyGroupEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_GROUP_EDITOR (user_data);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      TyGroupChoice *choice = ty_group_choice_new_own (((TyOwnField *) g_ptr_array_index (fields, i))->field);

      g_ptr_array_add (self->own, choice);
      add_choice (self, choice);
    }
}

static void
ty_group_editor_init (TyGroupEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_field_row_free);
  self->refused_rows = g_ptr_array_new ();
  self->choices = g_ptr_array_new ();
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_group_choice_free_own);
  self->labels = gtk_string_list_new (NULL);
  self->listing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
  for (guint i = 0; i < ty_n_group_choices; i++)
    add_choice (self, &ty_group_choices[i]);
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (self->labels));
}

/**
 * ty_group_editor_new:
 * @office: an open office
 * @people: (element-type gint64): keys of people
 *
 * Returns: (transfer none): a window that asks what is done with them; it is destroyed when it is closed
 */
TyGroupEditor *
ty_group_editor_new (TyOffice *office,
                     GArray   *people)
{
  TyGroupEditor *self = g_object_new (TY_TYPE_GROUP_EDITOR, NULL);
  g_autofree char *count = ty_format_people (people->len);

  self->office = g_object_ref (office);
  self->people = g_array_copy (people);
  adw_window_title_set_subtitle (self->title, count);
  make_form (self);
  update_next (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->what_row));
  ty_office_list_fields_async (office, self->listing, fields_cb, self);
  return self;
}

/**
 * ty_group_editor_choose:
 * @self: a window
 * @word: what is done, such as `add-honour`, `set-political` or `own:12`
 *
 * Returns: whether that can be done
 */
gboolean
ty_group_editor_choose (TyGroupEditor *self,
                        const char    *word)
{
  g_return_val_if_fail (TY_IS_GROUP_EDITOR (self), FALSE);

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (((TyGroupChoice *) g_ptr_array_index (self->choices, i))->word, word))
      {
        adw_combo_row_set_selected (self->what_row, i);
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_group_editor_is_busy:
 * @self: a window
 *
 * Returns: whether something is under way
 */
gboolean
ty_group_editor_is_busy (TyGroupEditor *self)
{
  g_return_val_if_fail (TY_IS_GROUP_EDITOR (self), FALSE);

  return self->working != NULL;
}
