/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-editor"

#include "config.h"

#include "ty-person-editor.h"

#include "ty-entry.h"
#include "ty-field-row.h"
#include "ty-office-person.h"
#include "ty-person.h"
#include "ty-problem-bar.h"

#include <glib/gi18n-lib.h>

/**
 * TyPersonEditor:
 *
 * A form for the basic information of a person, made from the table of fields. The signal “saved”
 * comes after the change was acknowledged; the window then closes itself.
 */
struct _TyPersonEditor
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  AdwPreferencesGroup *group;

  /* Owned */
  TyOffice *office;
  TyRecord *original;
  TyRecord *person;      /* a copy that is edited */
  GPtrArray *rows;       /* (element-type TyFieldRow) (unowned elements) */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPersonEditor, ty_person_editor, ADW_TYPE_WINDOW)

/* Keys, pictures and links to other records are not typed; what a roster wrote where no code fits
 * is offered only as long as it stands there. */
static gboolean
is_entered (TyRecord *person,
            guint     field)
{
  const TyFieldInfo *info = &ty_person_info.fields[field];
  const char *text;

  if (info->flags & TY_FIELD_HIDDEN)
    return FALSE;
  if (info->kind != TY_FIELD_TEXT && info->kind != TY_FIELD_DATE && info->kind != TY_FIELD_CODE)
    return FALSE;
  if (field != TY_PERSON_ETHNICITY_TEXT && field != TY_PERSON_POLITICAL_TEXT)
    return TRUE;

  text = ty_record_get_text (person, field);
  return text != NULL && *text != '\0';
}

static void
add_rows (TyPersonEditor *self)
{
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    {
      TyFieldRow *row;

      if (!is_entered (self->person, i))
        continue;
      row = ty_field_row_new (self->person, i);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, ty_field_row_get_widget (row));
    }
}

/* Messages about an entry begin with the label of the field; they are said there. */
static void
show_error (TyPersonEditor *self,
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

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_person_finish (TY_OFFICE (source), result, &error);
  TyPersonEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PERSON_EDITOR (user_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), TRUE);
  if (!saved)
    {
      show_error (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPersonEditor *self = TY_PERSON_EDITOR (widget);
  g_autoptr(GError) error = NULL;
  GtkWidget *wrong = NULL;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TyFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!ty_field_row_apply (row, self->person) && wrong == NULL)
        wrong = ty_field_row_get_widget (row);
    }
  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }

  ty_entry_clean_person (TY_PERSON (self->person));
  if (!ty_entry_check_person (TY_PERSON (self->person), ty_date_today (), &error))
    {
      show_error (self, error);
      return;
    }

  if (ty_record_equal (self->person, self->original))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), FALSE);
  ty_office_save_person_async (self->office, TY_PERSON (self->person), self->cancellable, save_cb,
                               self);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_person_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_person_editor_parent_class)->close_request (window);
}

static void
ty_person_editor_dispose (GObject *object)
{
  TyPersonEditor *self = TY_PERSON_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->office);
  g_clear_object (&self->original);
  g_clear_object (&self->person);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PERSON_EDITOR);

  G_OBJECT_CLASS (ty_person_editor_parent_class)->dispose (object);
}

static void
ty_person_editor_finalize (GObject *object)
{
  TyPersonEditor *self = TY_PERSON_EDITOR (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_person_editor_parent_class)->finalize (object);
}

static void
ty_person_editor_class_init (TyPersonEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_person_editor_dispose;
  object_class->finalize = ty_person_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_person_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_PERSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-person-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPersonEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPersonEditor, group);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
}

static void
ty_person_editor_init (TyPersonEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_field_row_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_person_editor_new:
 * @office: where it is saved
 * @person: a person, who is not changed
 *
 * Returns: (transfer none): a window that shows the form; it is destroyed when it is closed
 */
TyPersonEditor *
ty_person_editor_new (TyOffice *office,
                      TyPerson *person)
{
  TyPersonEditor *self = g_object_new (TY_TYPE_PERSON_EDITOR, NULL);

  self->office = g_object_ref (office);
  self->person = ty_record_dup (TY_RECORD (person));
  ty_entry_clean_person (TY_PERSON (self->person));
  self->original = ty_record_dup (self->person);
  add_rows (self);
  return self;
}
