/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-attendee-item.h"
#include "ty-course-item.h"
#include "ty-office-history.h"
#include "ty-office-training.h"
#include "ty-pages.h"
#include "ty-person-picker.h"
#include "ty-record-editor.h"
#include "ty-test-office.h"
#include "ty-training-page.h"
#include "ty-training-print.h"

#include <adwaita.h>

/* The page of the courses: what is listed, who is entered, and that all of it can be undone. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  TyTrainingPage *page;
  gint64 north; /* somebody of the first township */
  gint64 south; /* and of the second */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->county = ty_test_office_new ();
  self->north = ty_test_office_add_person (self->county, "张三", "1", "1985-02", NULL);
  self->south = ty_test_office_add_person (self->county, "李四", "1", "1970-05", NULL);
  ty_test_office_add_post (self->county, self->north, self->county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (self->county, self->south, self->county->plum, "D1", "2020-01", NULL);
  self->office = ty_test_office_open (self->county);
  self->page = TY_TRAINING_PAGE (ty_training_page_new (self->office));
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (self->window, GTK_WIDGET (self->page));
  gtk_window_set_default_size (self->window, 1300, 600);
  gtk_window_present (self->window);
  g_signal_connect_swapped (self->office, "changed", G_CALLBACK (ty_page_refresh), self->page);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_func (self->office, ty_page_refresh, self->page);
  gtk_window_destroy (self->window);
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

static gint64
add_course (Fixture    *self,
            const char *name,
            TyDate      day)
{
  g_autoptr(TyCourse) course = ty_course_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 key;

  ty_record_set_text (TY_RECORD (course), TY_COURSE_NAME, name);
  ty_record_set_date (TY_RECORD (course), TY_COURSE_FROM_DATE, day);
  ty_record_set_text (TY_RECORD (course), TY_COURSE_DAYS, "2.5");
  ty_office_add_course_async (self->office, course, NULL, ty_test_office_keep_result, &result);
  key = ty_office_add_course_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return key;
}

static gpointer
get_child (Fixture    *self,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->page), TY_TYPE_TRAINING_PAGE, name);
}

static void
await_n (GListModel *model,
         guint       n)
{
  while (g_list_model_get_n_items (model) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
await_people (Fixture *self,
              guint    n)
{
  await_n (ty_training_page_get_people (self->page), n);
}

static void
enter (Fixture *self,
       gint64   person,
       guint    n)
{
  g_signal_emit_by_name (get_child (self, "picker"), "picked", person);
  await_people (self, n);
}

static const char *
get_course_text (Fixture        *self,
                 TyCourseColumn  column)
{
  g_autoptr(TyCourseItem) item = g_list_model_get_item (ty_training_page_get_courses (self->page), 0);

  return ty_course_item_get_text (item, column);
}

/* First nothing but the way to the first course; people are entered, taken out and come back. */
static void
test_people (Fixture       *self,
             gconstpointer  data)
{
  GtkStack *stack = get_child (self, "stack");
  g_autoptr(TyAttendeeItem) item = NULL;
  g_autoptr(GArray) people = NULL;

  ty_page_refresh (TY_PAGE (self->page));
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ty_training_page_list_people (self->page));

  add_course (self, "2021 年书记轮训班", ty_date_new (2021, 5, 10));
  await_n (ty_training_page_get_courses (self->page), 1);
  g_assert_cmpstr (get_course_text (self, TY_COURSE_COLUMN_WHEN), ==, "2021.05.10");
  g_assert_cmpstr (get_course_text (self, TY_COURSE_COLUMN_DAYS), ==, "2.5");

  enter (self, self->south, 1);
  enter (self, self->north, 2);
  item = g_list_model_get_item (ty_training_page_get_people (self->page), 0);
  g_assert_cmpstr (ty_attendee_item_get_text (item, TY_ATTENDEE_COLUMN_NAME), ==, "李四");
  g_assert_cmpstr (ty_attendee_item_get_text (item, TY_ATTENDEE_COLUMN_DAYS), ==, "2.5");
  people = ty_training_page_list_people (self->page);
  g_assert_cmpuint (people->len, ==, 2);

  /* Who is entered already becomes the current one, and is not entered again. */
  g_signal_emit_by_name (get_child (self, "picker"), "picked", self->south);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_child (self, "people_selection")), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "training.take-out", NULL);
  await_people (self, 1);
  g_assert_nonnull (ty_office_get_undo_label (self->office));
  ty_office_undo_async (self->office, 0, NULL, NULL, NULL);
  await_people (self, 2);
  while (!g_str_equal (get_course_text (self, TY_COURSE_COLUMN_ENTERED), "2"))
    g_main_context_iteration (NULL, TRUE);
}

/* In a scope one sees its people; on a date what had begun by then; and what is searched for. */
static void
test_narrowed (Fixture       *self,
               gconstpointer  data)
{
  GListModel *courses = ty_training_page_get_courses (self->page);

  add_course (self, "2020 年读书班", ty_date_new (2020, 3, 1));
  add_course (self, "2021 年书记轮训班", ty_date_new (2021, 5, 10));
  await_n (courses, 2);
  g_assert_cmpstr (get_course_text (self, TY_COURSE_COLUMN_NAME), ==, "2021 年书记轮训班");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "training.clear-filters", NULL);
  gtk_single_selection_set_selected (get_child (self, "course_selection"), 0);
  enter (self, self->south, 1);
  enter (self, self->north, 2);

  ty_office_set_scope (self->office, self->county->north);
  ty_page_refresh (TY_PAGE (self->page));
  await_people (self, 1);
  while (!g_str_equal (get_course_text (self, TY_COURSE_COLUMN_ENTERED), "1"))
    g_main_context_iteration (NULL, TRUE);
  ty_office_set_scope (self->office, 0);

  ty_office_set_as_of (self->office, ty_date_new (2020, 12, 31));
  ty_page_refresh (TY_PAGE (self->page));
  await_n (courses, 1);
  ty_office_set_as_of (self->office, ty_date_today ());
  ty_page_refresh (TY_PAGE (self->page));
  await_n (courses, 2);

  gtk_editable_set_text (get_child (self, "search"), "读书");
  await_n (courses, 1);
  gtk_editable_set_text (get_child (self, "search"), "没有");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (get_child (self, "stack")), "nothing") != 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "training.clear-filters", NULL);
  await_n (courses, 2);
}

static void
test_print (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(TyTableSheet) sheet = NULL;
  g_autoptr(TyCourseItem) item = NULL;

  add_course (self, "2021 年书记轮训班", ty_date_new (2021, 5, 10));
  await_n (ty_training_page_get_courses (self->page), 1);
  g_assert_true (ty_page_can_print (TY_PAGE (self->page)));
  enter (self, self->south, 1);
  item = g_list_model_get_item (ty_training_page_get_courses (self->page), 0);
  sheet = ty_training_print_build (self->office, ty_course_item_get (item), ty_training_page_get_people (self->page));
  g_assert_cmpstr (ty_table_sheet_get_title (sheet), ==, "2021 年书记轮训班");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_pages_init ();

  g_test_add ("/training/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/training/narrowed", Fixture, NULL, set_up, test_narrowed, tear_down);
  g_test_add ("/training/print", Fixture, NULL, set_up, test_print, tear_down);
  return g_test_run ();
}
