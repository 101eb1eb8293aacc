/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-editor"

#include "config.h"

#include "ty-record-editor-private.h"

#include "ty-clipboard.h"
#include "ty-course-picker.h"
#include "ty-course.h"
#include "ty-custom-field.h"
#include "ty-entry.h"
#include "ty-field-row.h"
#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-id-number.h"
#include "ty-office-division.h"
#include "ty-office-person.h"
#include "ty-office-rows.h"
#include "ty-office-twins.h"
#include "ty-person.h"
#include "ty-pick-finder.h"
#include "ty-programme-picker.h"
#include "ty-pick-row.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyRecordEditor, ty_record_editor, ADW_TYPE_WINDOW)

/* What a roster wrote where no code fits is offered only as long as it stands there. */
static gboolean
is_left_over (TyRecord          *record,
              const TyFieldInfo *field)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  const char *text;
  g_autofree char *code = NULL;

  if (field->kind != TY_FIELD_TEXT || !g_str_has_suffix (field->column, "_text"))
    return FALSE;
  code = g_strndup (field->column, strlen (field->column) - strlen ("_text"));
  if (ty_record_info_find_field (info, code) == NULL)
    return FALSE;

  text = ty_record_get_text (record, (guint) (field - info->fields));
  return text == NULL || *text == '\0';
}

/* Whose row it is, is not asked; with whom it is, is. */
static gboolean
is_other_person (TyRecord          *record,
                 const TyFieldInfo *field)
{
  const TyRecordInfo *info = ty_record_get_info (record);

  return g_strcmp0 (field->reference, "person") == 0 && (guint) (field - info->fields) >= info->n_keys
         && info != &ty_person_info;
}

/* Keys that the file gives, pictures and places in an order are not typed. */
static gboolean
is_entered (TyRecord          *record,
            const TyFieldInfo *field)
{
  if ((field->flags & TY_FIELD_HIDDEN) != 0 || field->kind == TY_FIELD_HASH
      || g_str_equal (field->column, "position") || is_left_over (record, field))
    return FALSE;

  if (field->kind != TY_FIELD_REFERENCE)
    return TRUE;
  return g_strcmp0 (field->reference, "unit") == 0 || g_strcmp0 (field->reference, "course") == 0
         || g_strcmp0 (field->reference, "programme") == 0 || is_other_person (record, field);
}

static void
add_row (TyRecordEditor *self,
         guint           field)
{
  TyFieldRow *row = ty_field_row_new (self->record, field);
  GtkWidget *widget = ty_field_row_get_widget (row);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, widget);
  if (ty_field_row_get_info (row)->kind != TY_FIELD_REFERENCE)
    return;

  if (g_str_equal (ty_field_row_get_info (row)->reference, "course"))
    ty_course_picker_attach (TY_PICK_ROW (widget), self->office);
  else if (g_str_equal (ty_field_row_get_info (row)->reference, "programme"))
    ty_programme_picker_attach (TY_PICK_ROW (widget), self->office);
  else if (g_str_equal (ty_field_row_get_info (row)->reference, "person"))
    ty_pick_finder_attach (TY_PICK_ROW (widget), self->office, TY_PICK_PEOPLE);
  else
    ty_pick_finder_attach (TY_PICK_ROW (widget), self->office, TY_PICK_UNITS);
}

static gboolean
is_new_person (TyRecordEditor *self)
{
  return self->stored == NULL && TY_IS_PERSON (self->record);
}

/**
 * ty_record_editor_find_row: (skip)
 * @self: a form
 * @field: index of a field of its record
 *
 * Returns: (transfer none) (nullable): the row of that field
 */
TyFieldRow *
ty_record_editor_find_row (TyRecordEditor *self,
                           guint           field)
{
  const TyFieldInfo *info = &ty_record_get_info (self->record)->fields[field];

  for (guint i = 0; i < self->rows->len; i++)
    if (ty_field_row_get_info (g_ptr_array_index (self->rows, i)) == info)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* Who is entered anew all the same can be merged at once. With the same ID number nobody can be entered. */
static GtkWidget *
make_merge_button (const TyTwin *twin)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Save and _Merge…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Save what was entered, and merge it with this record"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.save-and-merge");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", twin->person);
  return button;
}

static void
show_twins (TyRecordEditor *self,
            GPtrArray      *twins)
{
  for (guint i = 0; i < self->twins->len; i++)
    adw_preferences_group_remove (self->twins_group, g_ptr_array_index (self->twins, i));
  g_ptr_array_set_size (self->twins, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->twins_group), twins != NULL && twins->len > 0);
  for (guint i = 0; twins != NULL && i < twins->len; i++)
    {
      const TyTwin *twin = g_ptr_array_index (twins, i);
      g_autofree char *month = ty_format_month (twin->birth);
      g_autofree char *name = g_strconcat (twin->name, "　", month, NULL);
      g_autofree char *about = g_strdup_printf ("%s　%s",
                                                twin->same_number ? _("Same ID number")
                                                                  : _("Same name and month of birth"),
                                                twin->title);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      if (!twin->same_number)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_merge_button (twin));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "editor.show-person");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", twin->person);
      adw_preferences_group_add (self->twins_group, row);
      g_ptr_array_add (self->twins, row);
    }
}

static void
twins_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) twins = ty_office_find_twins_finish (TY_OFFICE (source), result, &error);
  TyRecordEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_RECORD_EDITOR (user_data);
  g_clear_object (&self->looking);
  show_twins (self, twins);
}

static void
division_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = ty_office_find_division_finish (TY_OFFICE (source), result, &error);
  TyRecordEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_RECORD_EDITOR (user_data);
  if (name == NULL || *name == '\0')
    return;
  ty_record_set_text (self->record, TY_PERSON_NATIVE_PLACE, name);
  ty_field_row_propose (ty_record_editor_find_row (self, TY_PERSON_NATIVE_PLACE), self->record);
}

/* The place is that of the number; whoever knows better writes another. */
static void
propose_place (TyRecordEditor *self,
               const char     *number)
{
  g_autofree char *division = ty_id_number_get_division (number);

  if (division == NULL || g_strcmp0 (division, self->division) == 0)
    return;

  g_free (self->division);
  self->division = g_steal_pointer (&division);
  ty_office_find_division_async (self->office, self->division, self->cancellable, division_cb, self);
}

/* What the ID number tells is proposed where nothing has been entered yet. */
static void
propose (TyRecordEditor *self,
         const char     *number)
{
  TyRecord *person = self->record;
  g_autofree char *sex = g_strdup_printf ("%d", ty_id_number_get_sex (number));

  ty_record_set_date (person, TY_PERSON_BIRTH, ty_id_number_get_birth (number));
  ty_record_set_text (person, TY_PERSON_SEX, sex);
  ty_field_row_propose (ty_record_editor_find_row (self, TY_PERSON_BIRTH), person);
  ty_field_row_propose (ty_record_editor_find_row (self, TY_PERSON_SEX), person);
  propose_place (self, number);
}

/* Whoever is there already is shown as soon as it can be told. */
static void
person_typed_cb (TyRecordEditor *self)
{
  g_autoptr(TyRecord) typed = ty_record_new (&ty_person_info);
  const char *number;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TyFieldInfo *info = ty_field_row_get_info (g_ptr_array_index (self->rows, i));

      if (info->kind == TY_FIELD_TEXT)
        ty_field_row_apply (g_ptr_array_index (self->rows, i), typed);
      else if (info == &ty_person_info.fields[TY_PERSON_BIRTH])
        ty_field_row_read_date (g_ptr_array_index (self->rows, i), typed);
    }
  ty_entry_clean (typed);
  number = ty_record_get_text (typed, TY_PERSON_ID_NUMBER);
  if (number != NULL && !ty_id_number_check (number, NULL))
    number = NULL;
  if (number != NULL)
    propose (self, number);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  ty_office_find_twins_async (self->office, number, ty_record_get_text (typed, TY_PERSON_NAME),
                              ty_record_get_date (typed, TY_PERSON_BIRTH), self->looking, twins_cb,
                              self);
}

static void
show_person_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.show-person", parameter);
  gtk_window_destroy (GTK_WINDOW (widget));
}

/* The number comes first: it tells birth and sex, and whether the person is there already. */
static void
add_person_rows (TyRecordEditor *self)
{
  static const guint first[] = { TY_PERSON_ID_NUMBER, TY_PERSON_NAME, TY_PERSON_BIRTH };

  add_row (self, TY_PERSON_ID_NUMBER);
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if (i != TY_PERSON_ID_NUMBER && is_entered (self->record, &ty_person_info.fields[i]))
      add_row (self, i);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_signal_connect_object (ty_field_row_get_widget (ty_record_editor_find_row (self, first[i])), "changed",
                             G_CALLBACK (person_typed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_rows (TyRecordEditor *self)
{
  const TyRecordInfo *info = ty_record_get_info (self->record);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_entered (self->record, &info->fields[i]))
      add_row (self, i);
}

/* Messages about an entry begin with the label of the field; they are said there. */
static void
show_error (TyRecordEditor *self,
            const GError   *error)
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

static char *
describe (TyRecordEditor *self,
          gboolean        removed)
{
  const char *name = _(ty_record_get_info (self->record)->label);

  if (self->own != NULL)
    return g_strdup (_("Own data changed"));
  if (is_new_person (self))
    return g_strdup (_("Person added"));
  if (removed)
    return g_strdup_printf (_("%s removed"), name);
  return g_strdup_printf (self->stored != NULL ? _("%s changed") : _("%s added"), name);
}

static void
ask_for_merge (TyRecordEditor *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->twin != 0 && self->key != 0 && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.merge-people", "(xx)", self->twin, self->key);
}

/**
 * ty_record_editor_finish: (skip)
 * @self: a form
 * @saved: whether it is in the file
 * @removed: whether it was to be removed
 * @error: (nullable): why it is not
 *
 * Closes a form that is saved; otherwise says at the field what is wrong.
 */
void
ty_record_editor_finish (TyRecordEditor *self,
                         gboolean        saved,
                         gboolean        removed,
                         const GError   *error)
{
  g_autofree char *text = describe (self, removed);

  gtk_widget_set_sensitive (GTK_WIDGET (self->group), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_group), TRUE);
  if (!saved)
    {
      show_error (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
  ask_for_merge (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_person_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_person_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_record_editor_finish (TY_RECORD_EDITOR (user_data), saved, FALSE, error);
}

static void
add_person_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gint64 key = ty_office_add_person_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  TY_RECORD_EDITOR (user_data)->key = key;
  ty_record_editor_finish (TY_RECORD_EDITOR (user_data), key != 0, FALSE, error);
}

static void
save_row_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_row_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_record_editor_finish (TY_RECORD_EDITOR (user_data), saved, FALSE, error);
}

static void
remove_row_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_row_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_record_editor_finish (TY_RECORD_EDITOR (user_data), saved, TRUE, error);
}

/**
 * ty_record_editor_begin: (skip)
 * @self: a form that is about to be saved
 *
 * Nothing more is typed until ty_record_editor_finish().
 */
void
ty_record_editor_begin (TyRecordEditor *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_group), FALSE);
}

static void
save (TyRecordEditor *self)
{
  ty_record_editor_begin (self);
  if (is_new_person (self))
    ty_office_add_person_async (self->office, TY_PERSON (self->record), self->cancellable,
                                add_person_cb, self);
  else if (TY_IS_PERSON (self->record))
    ty_office_save_person_async (self->office, TY_PERSON (self->record), self->cancellable,
                                 save_person_cb, self);
  else if (TY_IS_CUSTOM_FIELD (self->record))
    ty_record_editor_save_field (self);
  else if (TY_IS_COURSE (self->record) && self->stored == NULL)
    ty_record_editor_save_course (self);
  else
    ty_office_save_row_async (self->office, self->stored, self->record, self->cancellable,
                              save_row_cb, self);
}

/* Each row says itself what is wrong with it; the first gets the focus. */
static gboolean
apply_rows (TyRecordEditor *self)
{
  GtkWidget *wrong = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TyFieldRow *row = g_ptr_array_index (self->rows, i);

      TyRecord *record = self->own != NULL ? g_ptr_array_index (self->own, i) : self->record;

      if (!ty_field_row_apply (row, record) && wrong == NULL)
        wrong = ty_field_row_get_widget (row);
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);
  return wrong == NULL;
}

static void
check_and_save (TyRecordEditor *self)
{
  g_autoptr(GError) error = NULL;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->group)) || !apply_rows (self))
    return;

  if (self->own != NULL)
    {
      ty_record_editor_save_own (self);
      return;
    }

  ty_entry_clean (self->record);
  if (!ty_entry_check (self->record, ty_date_today (), &error))
    show_error (self, error);
  else if (self->stored != NULL && ty_record_equal (self->record, self->original))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TY_RECORD_EDITOR (widget)->twin = 0;
  check_and_save (TY_RECORD_EDITOR (widget));
}

static void
save_and_merge_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  TY_RECORD_EDITOR (widget)->twin = g_variant_get_int64 (parameter);
  check_and_save (TY_RECORD_EDITOR (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyRecordEditor *self = TY_RECORD_EDITOR (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->remove_group)))
    return;
  ty_record_editor_begin (self);
  ty_office_save_row_async (self->office, self->stored, NULL, self->cancellable, remove_row_cb, self);
}

static void
copied_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autofree char *text = g_strdup_printf (_("The clipboard is cleared after %d seconds."),
                                           TY_CLIPBOARD_SECONDS);

  adw_toast_overlay_add_toast (TY_RECORD_EDITOR (widget)->toasts, adw_toast_new (text));
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_record_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_record_editor_parent_class)->close_request (window);
}

static void
ty_record_editor_dispose (GObject *object)
{
  TyRecordEditor *self = TY_RECORD_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->office);
  g_clear_object (&self->stored);
  g_clear_object (&self->original);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_RECORD_EDITOR);

  G_OBJECT_CLASS (ty_record_editor_parent_class)->dispose (object);
}

static void
ty_record_editor_finalize (GObject *object)
{
  TyRecordEditor *self = TY_RECORD_EDITOR (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->own_stored, g_ptr_array_unref);
  g_clear_pointer (&self->twins, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->division);

  G_OBJECT_CLASS (ty_record_editor_parent_class)->finalize (object);
}

static void
ty_record_editor_class_init (TyRecordEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_record_editor_dispose;
  object_class->finalize = ty_record_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_record_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_RECORD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-record-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyRecordEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyRecordEditor, group);
  gtk_widget_class_bind_template_child (widget_class, TyRecordEditor, remove_group);
  gtk_widget_class_bind_template_child (widget_class, TyRecordEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TyRecordEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, TyRecordEditor, twins_group);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.save-and-merge", "x", save_and_merge_action);
  gtk_widget_class_install_action (widget_class, "editor.copied", NULL, copied_action);
  gtk_widget_class_install_action (widget_class, "editor.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "editor.show-person", "x", show_person_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
}

static void
ty_record_editor_init (TyRecordEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_field_row_free);
  self->twins = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
}

/**
 * ty_record_editor_new:
 * @office: where it is saved
 * @stored: (nullable): the record as it was read; none for a new row of a person’s file, or a new person
 * @record: what the form begins with, which is not changed; of a new row the person is set
 *
 * Returns: (transfer none): a window that shows the form; it is destroyed when it is closed
 */
TyRecordEditor *
ty_record_editor_new (TyOffice *office,
                      TyRecord *stored,
                      TyRecord *record)
{
  TyRecordEditor *self = g_object_new (TY_TYPE_RECORD_EDITOR, NULL);
  const char *title = _(ty_record_get_info (record)->label);

  if (TY_IS_PERSON (record))
    title = stored != NULL ? _("Basic information") : _("New Person");
  self->office = g_object_ref (office);
  self->stored = stored != NULL ? ty_record_dup (stored) : NULL;
  self->record = ty_record_dup (record);
  ty_entry_clean (self->record);
  self->original = ty_record_dup (self->record);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_group),
                          stored != NULL && !TY_IS_PERSON (record) && !TY_IS_CUSTOM_FIELD (record));
  if (is_new_person (self))
    add_person_rows (self);
  else
    add_rows (self);
  if (TY_IS_CUSTOM_FIELD (record))
    ty_record_editor_watch_kind (self);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (ty_field_row_get_widget (g_ptr_array_index (self->rows, 0)));
  return self;
}

/**
 * ty_record_editor_get_key:
 * @self: a form for a new person or a new course
 *
 * Returns: its key, once saved; 0 before
 */
gint64
ty_record_editor_get_key (TyRecordEditor *self)
{
  g_return_val_if_fail (TY_IS_RECORD_EDITOR (self), 0);

  return self->key;
}
