/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-list-picker"

#include "config.h"

#include "ty-list-picker.h"

#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-problem-bar.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyListPicker:
 *
 * On which named list some people are put: on a new one, whose name is typed, or on one of those that are
 * there. The signal “saved” comes after the change was acknowledged; the window then closes itself.
 */
struct _TyListPicker
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  AdwPreferencesPage *page;
  AdwEntryRow *name_row;
  AdwPreferencesGroup *lists_group;

  /* Owned */
  TyOffice *office;
  GArray *people;       /* (element-type gint64) */
  GCancellable *cancellable;
  char *name;           /* (nullable): of the list on which they are put */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyListPicker, ty_list_picker, ADW_TYPE_WINDOW)

static void
show_problem (TyListPicker *self,
              const GError *error)
{
  ty_problem_bar_set_message (self->problem_bar, error->message);
}

static char *
describe (TyListPicker             *self,
          const TyPersonListChange *change)
{
  g_autofree char *people = ty_text_format_count (change->n_people);

  if (change->n_people == 0)
    return g_strdup_printf (_("All of them are on the list “%s” already."), self->name);
  return g_strdup_printf (ngettext ("Put on the list “%s”, %s person", "Put on the list “%s”, %s people",
                                    change->n_people), self->name, people);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyPersonListChange change = { 0 };
  gboolean saved = ty_office_edit_list_finish (TY_OFFICE (source), result, &change, &error);
  g_autofree char *text = NULL;
  TyListPicker *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_LIST_PICKER (user_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), TRUE);
  if (!saved)
    {
      show_problem (self, error);
      return;
    }
  text = describe (self, &change);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text, change.n_people > 0);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
put (TyListPicker *self,
     gint64        key,
     TyPersonList *list,
     const char   *name)
{
  TyPersonListEdit edit = {
    .op = list != NULL ? TY_PERSON_LIST_ADD : TY_PERSON_LIST_PUT,
    .key = key,
    .list = list,
    .people = (const gint64 *) (gpointer) self->people->data,
    .n_people = self->people->len,
  };

  g_free (self->name);
  self->name = g_strdup (name);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), FALSE);
  ty_office_edit_list_async (self->office, &edit, self->cancellable, saved_cb, self);
}

static void
make_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyListPicker *self = TY_LIST_PICKER (widget);
  g_autoptr(TyPersonList) list = ty_person_list_new ();
  g_autofree char *name = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, name);
  put (self, 0, list, name);
}

static void
put_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gint64 key;
  const char *name;

  g_variant_get (parameter, "(x&s)", &key, &name);
  put (TY_LIST_PICKER (widget), key, NULL, name);
}

static void
activated_cb (TyListPicker *self,
              AdwEntryRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "picker.make", NULL);
}

/* The button belongs to the name: without one, a list below is meant. */
static void
name_changed_cb (TyListPicker *self,
                 AdwEntryRow  *row)
{
  g_autofree char *name = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)));

  ty_widget_action_enable (GTK_WIDGET (self), "picker.make", *name != '\0');
}

static void
add_row (TyListPicker      *self,
         const TyListEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *people = ty_format_people (entry->n_people);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ty_list_entry_get_name (entry));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), people);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "picker.put");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xs)", ty_list_entry_get_key (entry),
                                    ty_list_entry_get_name (entry));
  adw_preferences_group_add (self->lists_group, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lists = ty_office_list_lists_finish (TY_OFFICE (source), result, &error);
  TyListPicker *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_LIST_PICKER (user_data);
  if (lists == NULL)
    {
      show_problem (self, error);
      return;
    }
  for (guint i = 0; i < lists->len; i++)
    add_row (self, g_ptr_array_index (lists, i));
  gtk_widget_set_visible (GTK_WIDGET (self->lists_group), lists->len > 0);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_list_picker_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_list_picker_parent_class)->close_request (window);
}

static void
ty_list_picker_dispose (GObject *object)
{
  TyListPicker *self = TY_LIST_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_LIST_PICKER);

  G_OBJECT_CLASS (ty_list_picker_parent_class)->dispose (object);
}

static void
ty_list_picker_finalize (GObject *object)
{
  TyListPicker *self = TY_LIST_PICKER (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->name);

  G_OBJECT_CLASS (ty_list_picker_parent_class)->finalize (object);
}

static void
ty_list_picker_class_init (TyListPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_list_picker_dispose;
  object_class->finalize = ty_list_picker_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_list_picker_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_LIST_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-list-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TyListPicker, title);
  gtk_widget_class_bind_template_child (widget_class, TyListPicker, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyListPicker, page);
  gtk_widget_class_bind_template_child (widget_class, TyListPicker, name_row);
  gtk_widget_class_bind_template_child (widget_class, TyListPicker, lists_group);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);

  gtk_widget_class_install_action (widget_class, "picker.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "picker.put", "(xs)", put_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ty_list_picker_init (TyListPicker *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
  ty_widget_action_enable (GTK_WIDGET (self), "picker.make", FALSE);
}

/**
 * ty_list_picker_new:
 * @office: an open office
 * @people: (element-type gint64): keys of people
 *
 * Returns: (transfer none): a window that asks for a list; it is destroyed when it is closed
 */
TyListPicker *
ty_list_picker_new (TyOffice *office,
                    GArray   *people)
{
  TyListPicker *self = g_object_new (TY_TYPE_LIST_PICKER, NULL);
  g_autofree char *count = ty_format_people (people->len);

  self->office = g_object_ref (office);
  self->people = g_array_copy (people);
  adw_window_title_set_subtitle (self->title, count);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  ty_office_list_lists_async (office, self->cancellable, listed_cb, self);
  return self;
}
