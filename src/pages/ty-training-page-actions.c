/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-training-page"

#include "config.h"

#include "ty-training-page-private.h"

#include "ty-attendance.h"
#include "ty-office-rows.h"
#include "ty-record-editor.h"
#include "ty-text.h"
#include "ty-text-columns.h"

#include <glib/gi18n-lib.h>

/* What is done with courses, and with those who are entered. */

static void
saved_cb (TyTrainingPage *self,
          const char     *text,
          TyRecordEditor *editor)
{
  gint64 key = ty_record_editor_get_key (editor);

  if (key != 0)
    self->course = key;
  ty_page_tell_done (TY_PAGE (self), text);
}

static TyRecordEditor *
present (TyTrainingPage *self,
         TyRecord       *stored,
         TyRecord       *record)
{
  TyRecordEditor *editor = ty_record_editor_new (ty_page_get_office (TY_PAGE (self)), stored, record);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr(TyCourse) course = ty_course_new ();

  present (TY_TRAINING_PAGE (widget), NULL, TY_RECORD (course));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (widget);
  TyRecord *course = ty_course_item_get (ty_training_page_get_current (self));

  present (self, course, course);
}

static void
edit_entry_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (widget);
  TyRecord *attendance = ty_attendee_item_get (ty_training_page_get_attendee (self));
  TyRecordEditor *editor = present (self, attendance, attendance);

  ty_record_editor_set_unit_name (editor, ty_course_item_get_text (ty_training_page_get_current (self), TY_COURSE_COLUMN_NAME));
}

typedef struct
{
  TyTrainingPage *page; /* (owned) */
  char *text;           /* (owned): what is told when it is done */
} Request;

static void
row_saved_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr(GError) error = NULL;

  if (ty_office_save_row_finish (TY_OFFICE (source), result, &error))
    ty_page_tell_done (TY_PAGE (request->page), request->text);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (request->page), error);
  g_object_unref (request->page);
  g_free (request->text);
  g_free (request);
}

static void
save_row (TyTrainingPage *self,
          TyRecord       *stored,
          TyRecord       *row,
          char           *text)
{
  Request *request = g_new0 (Request, 1);

  request->page = g_object_ref (self);
  request->text = text;
  ty_office_save_row_async (ty_page_get_office (TY_PAGE (self)), stored, row, NULL, row_saved_cb, request);
}

static void
take_out_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (widget);
  TyAttendeeItem *item = ty_training_page_get_attendee (self);

  save_row (self, ty_attendee_item_get (item), NULL,
            /* Translators: the name of a person, and of a course */
            g_strdup_printf (_("%1$s taken out of “%2$s”"),
                             ty_attendee_item_get_text (item, TY_ATTENDEE_COLUMN_NAME),
                             ty_course_item_get_text (ty_training_page_get_current (self), TY_COURSE_COLUMN_NAME)));
}

static void
picked_cb (TyTrainingPage *self,
           gint64          person,
           TyPersonPicker *picker)
{
  g_autoptr(TyAttendance) attendance = ty_attendance_new ();

  ty_person_picker_clear (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (((TyAttendanceRow *) g_ptr_array_index (self->rows, i))->person == person)
      {
        gtk_single_selection_set_selected (self->people_selection, i);
        return;
      }

  ty_record_set_integer (TY_RECORD (attendance), TY_ATTENDANCE_PERSON, person);
  ty_record_set_integer (TY_RECORD (attendance), TY_ATTENDANCE_COURSE, self->course);
  ty_record_set_text (TY_RECORD (attendance), TY_ATTENDANCE_RESULT, "attended");
  save_row (self, NULL, TY_RECORD (attendance),
            /* Translators: a person was entered for a course, which is named */
            g_strdup_printf (_("Entered for “%s”"),
                             ty_course_item_get_text (ty_training_page_get_current (self), TY_COURSE_COLUMN_NAME)));
}

static void
cancelled_cb (TyTrainingPage *self,
              TyPersonPicker *picker)
{
  gtk_menu_button_popdown (self->add_button);
}

static void
popover_map_cb (TyTrainingPage *self,
                GtkPopover     *popover)
{
  ty_person_picker_set_office (self->picker, ty_page_get_office (TY_PAGE (self)));
  ty_person_picker_clear (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
course_activate_cb (TyTrainingPage *self,
                    guint           position,
                    GtkColumnView  *view)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "training.edit", NULL);
}

static void
attendee_activate_cb (TyTrainingPage *self,
                      guint           position,
                      GtkColumnView  *view)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "training.edit-entry", NULL);
}

static void
add_person_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->add_button)))
    gtk_menu_button_popup (self->add_button);
}

static void
open_person_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-person", "x", ty_attendee_item_get_person (ty_training_page_get_attendee (TY_TRAINING_PAGE (widget))));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (widget);
  g_autoptr(GArray) people = ty_training_page_list_people (self);
  guint n = people != NULL ? people->len : 0;
  g_autofree char *count = ty_text_format_count (n);
  g_autofree char *said = g_strdup_printf (ngettext ("%s row was copied as a table.",
                                                     "%s rows were copied as a table.", n), count);

  ty_text_columns_copy (self->people_view, G_LIST_MODEL (self->people));
  ty_page_tell (TY_PAGE (self), said);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export-roster", NULL);
}

/**
 * ty_training_page_install_actions: (skip)
 * @widget_class: the class of the page
 */
void
ty_training_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "training.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "training.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "training.add-person", NULL, add_person_action);
  gtk_widget_class_install_action (widget_class, "training.edit-entry", NULL, edit_entry_action);
  gtk_widget_class_install_action (widget_class, "training.take-out", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "training.open-person", NULL, open_person_action);
  gtk_widget_class_install_action (widget_class, "training.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "training.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "training.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "training.add-person", NULL);
  gtk_widget_class_bind_template_callback (widget_class, course_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, attendee_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
}
