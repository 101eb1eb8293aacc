/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-list-editor"

#include "config.h"

#include "ty-list-editor.h"

#include "ty-entry.h"
#include "ty-form-guard.h"
#include "ty-problem-bar.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyListEditor:
 *
 * The name and the note of a named list, of a new one or of one that is there. The signal “saved” comes
 * after the change was acknowledged; the window then closes itself.
 */
struct _TyListEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  AdwPreferencesGroup *group;
  AdwEntryRow *name_row;
  AdwEntryRow *note_row;

  /* Owned */
  TyOffice *office;
  TyPersonList *stored; /* (nullable): none = a new one */
  GArray *people;       /* (element-type gint64): who is put on a new one */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyListEditor, ty_list_editor, ADW_TYPE_WINDOW)

static char *
describe (TyListEditor             *self,
          const char               *name,
          const TyPersonListChange *change)
{
  g_autofree char *people = ty_text_format_count (change->n_people);

  if (self->stored != NULL)
    return g_strdup_printf (_("List “%s” edited"), name);
  if (change->n_people == 0)
    return g_strdup_printf (_("List “%s” made"), name);
  return g_strdup_printf (ngettext ("List “%s” made, %s person", "List “%s” made, %s people",
                                    change->n_people), name, people);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyPersonListChange change = { 0 };
  gboolean saved = ty_office_edit_list_finish (TY_OFFICE (source), result, &change, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  TyListEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_LIST_EDITOR (user_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), TRUE);
  if (!saved)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return;
    }

  name = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  text = describe (self, name, &change);
  if (self->stored == NULL || change.seq != 0)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, text, change.list);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyListEditor *self = TY_LIST_EDITOR (widget);
  g_autoptr(TyPersonList) list = NULL;
  TyPersonListEdit edit = {
    .op = self->stored != NULL ? TY_PERSON_LIST_CHANGE : TY_PERSON_LIST_ADD,
    .stored = self->stored,
    .people = (const gint64 *) (gpointer) self->people->data,
    .n_people = self->people->len,
  };

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->group)))
    return;

  list = self->stored != NULL ? TY_PERSON_LIST (ty_record_dup (TY_RECORD (self->stored)))
                              : ty_person_list_new ();
  edit.list = list;
  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME,
                      gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NOTE,
                      gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), FALSE);
  ty_office_edit_list_async (self->office, &edit, self->cancellable, saved_cb, self);
}

static void
activated_cb (TyListEditor *self,
              AdwEntryRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.save", NULL);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_list_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_list_editor_parent_class)->close_request (window);
}

static void
ty_list_editor_dispose (GObject *object)
{
  TyListEditor *self = TY_LIST_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->stored);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_LIST_EDITOR);

  G_OBJECT_CLASS (ty_list_editor_parent_class)->dispose (object);
}

static void
ty_list_editor_finalize (GObject *object)
{
  TyListEditor *self = TY_LIST_EDITOR (object);

  g_array_unref (self->people);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_list_editor_parent_class)->finalize (object);
}

static void
ty_list_editor_class_init (TyListEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_list_editor_dispose;
  object_class->finalize = ty_list_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_list_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_LIST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-list-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyListEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TyListEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyListEditor, group);
  gtk_widget_class_bind_template_child (widget_class, TyListEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, TyListEditor, note_row);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
}

static void
ty_list_editor_init (TyListEditor *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
}

/**
 * ty_list_editor_new:
 * @office: where it is saved
 * @stored: (nullable): the list as it was read; none = a new one
 * @people: (array length=n_people) (nullable): who is put on a new one
 * @n_people: their number
 *
 * Returns: (transfer none): a window that shows the form; it is destroyed when it is closed
 */
TyListEditor *
ty_list_editor_new (TyOffice     *office,
                    TyPersonList *stored,
                    const gint64 *people,
                    guint         n_people)
{
  TyListEditor *self = g_object_new (TY_TYPE_LIST_EDITOR, NULL);
  const char *title = stored != NULL ? _("Name of the List") : _("New List");

  self->office = g_object_ref (office);
  g_array_append_vals (self->people, people, n_people);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (stored != NULL)
    {
      const char *note = ty_record_get_text (TY_RECORD (stored), TY_PERSON_LIST_NOTE);

      self->stored = g_object_ref (stored);
      gtk_editable_set_text (GTK_EDITABLE (self->name_row),
                             ty_record_get_text (TY_RECORD (stored), TY_PERSON_LIST_NAME));
      gtk_editable_set_text (GTK_EDITABLE (self->note_row), note != NULL ? note : "");
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return self;
}
