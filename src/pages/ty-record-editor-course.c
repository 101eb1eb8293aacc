/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-editor"

#include "config.h"

#include "ty-record-editor-private.h"

#include "ty-field-row.h"
#include "ty-office-training.h"
#include "ty-pick-row.h"

#include <glib/gi18n-lib.h>

/* The course of a training: picked from those that there are, or made new. */

static void
courses_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) courses = ty_office_list_courses_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyPickRow) row = TY_PICK_ROW (user_data);

  if (courses == NULL)
    return;

  ty_pick_row_clear_choices (row);
  for (guint i = 0; i < courses->len; i++)
    {
      TyRecord *course = TY_RECORD (((TyCourseRow *) g_ptr_array_index (courses, i))->course);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT,
                                              ty_record_get_integer (course, TY_COURSE_ID));
      g_autofree char *from = ty_date_to_record (ty_record_get_date (course, TY_COURSE_FROM_DATE));
      const char *organiser = ty_record_get_text (course, TY_COURSE_ORGANISER);
      g_autofree char *note = g_strjoin ("　", from, organiser, NULL);

      ty_pick_row_add_choice (row, key, ty_record_get_text (course, TY_COURSE_NAME), note);
    }
}

static void
read_courses (TyRecordEditor *self,
              TyPickRow      *row)
{
  ty_office_list_courses_async (self->office, self->cancellable, courses_cb, g_object_ref (row));
}

static void
made_cb (TyPickRow      *row,
         const char     *text,
         TyRecordEditor *maker)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_record_editor_get_key (maker));
  TyRecordEditor *self = TY_RECORD_EDITOR (gtk_widget_get_root (GTK_WIDGET (row)));

  ty_pick_row_set_value (row, key, ty_record_get_text (maker->record, TY_COURSE_NAME));
  ty_field_row_set_error (ty_record_editor_find_row (self, 1), NULL);
  read_courses (self, row);
}

static void
new_cb (TyPickRow *row,
        GtkButton *button)
{
  TyRecordEditor *self = TY_RECORD_EDITOR (gtk_widget_get_root (GTK_WIDGET (row)));
  g_autoptr(TyCourse) course = ty_course_new ();
  TyRecordEditor *maker = ty_record_editor_new (self->office, NULL, TY_RECORD (course));

  gtk_window_set_transient_for (GTK_WINDOW (maker), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (maker), TRUE);
  g_signal_connect_object (maker, "saved", G_CALLBACK (made_cb), row, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (maker));
}

/**
 * ty_record_editor_attach_courses: (skip)
 * @self: a form
 * @row: its row of a course
 *
 * Offers the courses that there are, and a new one.
 */
void
ty_record_editor_attach_courses (TyRecordEditor *self,
                                 TyPickRow      *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New Course…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  read_courses (self, row);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gint64 key = ty_office_add_course_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  TY_RECORD_EDITOR (user_data)->key = key;
  ty_record_editor_finish (TY_RECORD_EDITOR (user_data), key != 0, FALSE, error);
}

/**
 * ty_record_editor_save_course: (skip)
 * @self: a form of a new course
 *
 * Saves it.
 */
void
ty_record_editor_save_course (TyRecordEditor *self)
{
  ty_office_add_course_async (self->office, TY_COURSE (self->record), self->cancellable, added_cb, self);
}
