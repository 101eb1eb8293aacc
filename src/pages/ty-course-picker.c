/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-course-picker"

#include "config.h"

#include "ty-course-picker.h"

#include "ty-office-training.h"
#include "ty-record-editor-private.h"

#include <glib/gi18n-lib.h>

/* The course of a training: picked from those that there are, or made new. */

typedef struct
{
  TyOffice *office;          /* (owned) */
  TyPickRow *row;            /* (unowned): whose data this is */
  GCancellable *cancellable; /* (owned) */
} Picker;

static void
picker_free (gpointer data)
{
  Picker *picker = data;

  g_cancellable_cancel (picker->cancellable);
  g_object_unref (picker->cancellable);
  g_object_unref (picker->office);
  g_free (picker);
}

static void
courses_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) courses = ty_office_list_courses_finish (TY_OFFICE (source), result, &error);
  TyPickRow *row;

  if (courses == NULL)
    return;

  row = ((Picker *) user_data)->row;
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
read_courses (Picker *picker)
{
  ty_office_list_courses_async (picker->office, picker->cancellable, courses_cb, picker);
}

static void
made_cb (TyPickRow      *row,
         const char     *text,
         TyRecordEditor *maker)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_record_editor_get_key (maker));

  ty_pick_row_set_value (row, key, ty_record_get_text (maker->record, TY_COURSE_NAME));
  read_courses (g_object_get_data (G_OBJECT (row), "ty-courses"));
}

static void
new_cb (TyPickRow *row,
        GtkButton *button)
{
  const Picker *picker = g_object_get_data (G_OBJECT (row), "ty-courses");
  g_autoptr(TyCourse) course = ty_course_new ();
  TyRecordEditor *maker = ty_record_editor_new (picker->office, NULL, TY_RECORD (course));

  gtk_window_set_transient_for (GTK_WINDOW (maker), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))));
  gtk_window_set_modal (GTK_WINDOW (maker), TRUE);
  g_signal_connect_object (maker, "saved", G_CALLBACK (made_cb), row, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (maker));
}

/**
 * ty_course_picker_attach:
 * @row: a row of a form
 * @office: where courses are read and made
 *
 * Offers the courses that there are, and a new one, for as long as the row lives.
 */
void
ty_course_picker_attach (TyPickRow *row,
                         TyOffice  *office)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New Course…"));
  Picker *picker = g_new0 (Picker, 1);

  picker->office = g_object_ref (office);
  picker->row = row;
  picker->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (row), "ty-courses", picker, picker_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  read_courses (picker);
}
