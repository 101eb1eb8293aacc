/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-window-private.h"

#include <string.h>

/* What was done is said at the bottom of the window, one thing at a time; the button beside it undoes just that. */

static GtkApplication *application;

typedef struct
{
  TyTestOffice *county;
  TyWindow *window;
  TyOffice *office; /* (borrowed) */
  gint64 people[3];
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const names[] = { "张晓明", "刘梅", "陈静" };

  self->county = ty_test_office_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = ty_test_office_add_person (self->county, names[i], "1", "1980-02", NULL);
  ty_test_office_done (self->county);
  self->window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
  ty_window_start (self->window, self->county->path);
  ty_test_window_settle (self->window);
  self->office = ty_window_get_office (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (self->window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_free (self->county);
}

/* One person gets a phone: an action that undo would take back next, with the same label as any other of its kind. */
static const char *
edit (Fixture    *self,
      guint       number,
      const char *phone)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (self->office, self->people[number]);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, phone);
  ty_office_save_person_async (self->office, file->person, NULL, ty_test_office_keep_result, &result);
  ty_office_save_person_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (ty_office_get_undo_label (self->office));
  return ty_office_get_undo_label (self->office);
}

static char *
dup_phone (Fixture *self,
           guint    number)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (self->office, self->people[number]);

  return g_strdup (ty_record_get_text (TY_RECORD (file->person), TY_PERSON_PHONE));
}

static gboolean
is_toast (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
}

static guint
count_toasts (Fixture *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->window->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += is_toast (child);
  return n;
}

/* The toast with a text, coming or going or there. */
static GtkWidget *
find_toast (Fixture    *self,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->window->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_toast (child) && ty_test_has_text (child, text))
      return child;
  return NULL;
}

static gboolean
is_button (GtkWidget  *widget,
           const char *label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
find_button (Fixture    *self,
             const char *text,
             const char *label)
{
  GtkWidget *toast = find_toast (self, text);

  return toast != NULL ? ty_test_find (toast, is_button, label) : NULL;
}

/* It has come, and whatever was there before has gone. */
static void
await_alone (Fixture    *self,
             const char *text)
{
  ty_test_wait_until (find_toast (self, text) != NULL && count_toasts (self) == 1 && self->window->toast_id == 0);
}

static void
say_done (Fixture    *self,
          const char *text)
{
  g_signal_emit_by_name (ty_window_get_page (self->window), "done", text);
}

static gboolean
is_newest_alone (Fixture *self,
                 guint   *n_most)
{
  g_assert_null (find_toast (self, "修改刘梅"));
  *n_most = MAX (*n_most, count_toasts (self));
  return find_toast (self, "38 人") != NULL && count_toasts (self) == 1;
}

/* What comes quickly one after the other: the first has no button any more as soon as it would undo something else, of
 * those that wait only the newest is said, and whatever was in its text it is shown as it is. */
static void
check_one_at_a_time (Fixture *self)
{
  guint n_most = 0;

  edit (self, 0, "19900000001");
  say_done (self, "修改张晓明");
  ty_test_wait_until (find_button (self, "修改张晓明", "Undo") != NULL);
  edit (self, 1, "19900000002");
  g_assert_null (find_button (self, "修改张晓明", "Undo"));
  say_done (self, "修改刘梅");
  edit (self, 2, "19900000003");
  say_done (self, "导入 <东山镇> & 名册.xlsx，38 人");
  ty_test_wait_until (is_newest_alone (self, &n_most));
  g_assert_cmpuint (n_most, <=, 2); /* one that goes, one that comes */
  await_alone (self, "&lt;东山镇&gt; &amp; 名册.xlsx");
  g_assert_nonnull (find_button (self, "38 人", "Undo"));
}

/* The button undoes what is said, and what was undone is said, with its redo. */
static void
check_undo (Fixture *self)
{
  const char *label = edit (self, 1, "19900000009");
  g_autofree char *undone = g_strdup_printf ("Undone: %s", label);
  g_autofree char *redone = g_strdup_printf ("Redone: %s", label);
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;

  say_done (self, "修改刘梅");
  await_alone (self, "修改刘梅");
  g_signal_emit_by_name (find_button (self, "修改刘梅", "Undo"), "clicked");
  await_alone (self, undone);
  gone = dup_phone (self, 1);
  g_assert_cmpstr (gone, ==, "19900000002");
  g_signal_emit_by_name (find_button (self, undone, "Redo"), "clicked");
  await_alone (self, redone);
  back = dup_phone (self, 1);
  g_assert_cmpstr (back, ==, "19900000009");
  g_assert_nonnull (find_button (self, redone, "Undo"));

  /* What somebody else does next would be undone by it now: it goes. */
  edit (self, 2, "19900000008");
  ty_test_wait_until (count_toasts (self) == 0);
}

/* Both in one window, since it takes a second to make one. */
static void
test_toasts (Fixture       *self,
             gconstpointer  data)
{
  check_one_at_a_time (self);
  check_undo (self);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  application = g_object_new (GTK_TYPE_APPLICATION, "application-id", TY_APP_ID, "flags",
                              G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/toasts/toasts", Fixture, NULL, set_up, test_toasts, tear_down);
  return g_test_run ();
}
