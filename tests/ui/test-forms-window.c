/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-form-change-item.h"
#include "ty-form-guard.h"
#include "ty-form-item.h"
#include "ty-forms-window.h"
#include "ty-office-forms.h"
#include "ty-office-person.h"
#include "ty-pages.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The dialog that compares appointment files, on a county of two people. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *parent;
  TyFormsWindow *window; /* (nullable): destroyed when it closes */
  char *forms;
  gint64 known;
  gint64 twin;
  char *told;
} Fixture;

static GtkApplication *application;

static void
save (Fixture    *fixture,
      const char *name,
      const char *text)
{
  g_autofree char *path = g_build_filename (fixture->forms, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();

  fixture->known = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  fixture->twin = ty_test_office_add_person (county, "李云", "2", "1991", NULL);
  ty_test_office_add_post (county, fixture->known, county->pine, "D1", "2017-12", NULL);
  fixture->county = county;
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2022, 1, 31));
  fixture->forms = g_dir_make_tmp ("touyan-test-XXXXXX", NULL);
  save (fixture, "a.lrmx", "<Person><XingMing>张晓明</XingMing><JiGuan>云屏石城</JiGuan>"
                           "<ShuXiZhuanYeYouHeZhuanChang>果树</ShuXiZhuanYeYouHeZhuanChang>"
                           "<ShenFenZheng>990101198002210018</ShenFenZheng></Person>");
  save (fixture, "b.lrmx", "<Person><XingMing>李云</XingMing><XingBie>女</XingBie>"
                           "<JiGuan>云屏石城</JiGuan></Person>");
  save (fixture, "c.lrmx", "<Person><XingMing>何");
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (fixture->parent);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  for (const char *name = "abc"; *name != '\0'; name++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%c.lrmx", fixture->forms, *name);

      g_remove (path);
    }
  g_rmdir (fixture->forms);
  g_free (fixture->forms);
  g_free (fixture->told);
  ty_test_office_free (fixture->county);
}

static void
imported_cb (TyFormsWindow *window,
             const char    *text,
             Fixture       *fixture)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
open_window (Fixture *fixture)
{
  const char *paths[] = { fixture->forms, NULL };

  fixture->window = ty_forms_window_new (fixture->parent, fixture->office, paths);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect (fixture->window, "imported", G_CALLBACK (imported_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_test_wait_until (ty_forms_window_is_planned (fixture->window));
}

/* Pointers of the template, as the screen has them. */
static GtkWidget *
find_named (GtkWidget  *widget,
            const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GListModel *
get_items (Fixture    *fixture,
           const char *id)
{
  GtkWidget *view = find_named (GTK_WIDGET (fixture->window), id);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static char *
dup_text (GListModel *items,
          guint       place,
          const char *property)
{
  g_autoptr(GObject) item = g_list_model_get_item (items, place);
  char *text;

  g_assert_nonnull (item);
  g_object_get (item, property, &text, NULL);
  return text;
}

static gint64
count (Fixture    *fixture,
       const char *field,
       gint64      person)
{
  g_autofree char *path = g_strdup (ty_office_get_path (fixture->office));
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_ONLY, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM person WHERE id = %" G_GINT64_FORMAT " AND %s",
                                          person, field);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, NULL);

  g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

static void
run (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "forms.run", NULL);
  ty_test_wait_until (fixture->window == NULL);
}

/* What is not clear stands first and is not taken over; a change that is refused is not done. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  GListModel *files, *changes;
  g_autoptr(GObject) change = NULL;

  open_window (fixture);
  files = get_items (fixture, "files_view");
  changes = get_items (fixture, "changes_view");
  g_assert_cmpuint (g_list_model_get_n_items (files), ==, 3);
  first = dup_text (files, 0, "state");
  second = dup_text (files, 1, "state");
  third = dup_text (files, 2, "state");
  g_assert_cmpstr (first, ==, "Who is it?");
  g_assert_cmpstr (second, ==, "Cannot be imported");
  g_assert_cmpstr (third, ==, "2 changes");
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 0);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (files), 2);
  ty_test_wait_until (g_list_model_get_n_items (changes) == 2);
  change = g_list_model_get_item (changes, 0);
  g_assert_false (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  g_object_set (change, "accepted", FALSE, NULL);
  g_assert_true (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  run (fixture);
  g_assert_nonnull (strstr (fixture->told, "1 person"));
  g_assert_cmpint (count (fixture, "native_place IS NULL AND skill = '果树'", fixture->known), ==, 1);
  g_assert_cmpint (count (fixture, "native_place IS NULL", fixture->twin), ==, 1);
}

/* Who says whose file it is sees what it would change, and it is taken over. */
static void
test_doubtful (Fixture       *fixture,
               gconstpointer  data)
{
  GListModel *files, *changes;
  GtkDropDown *who;
  GtkWidget *file;
  g_autoptr(GObject) known = NULL;
  g_autofree char *state = NULL;

  open_window (fixture);
  files = get_items (fixture, "files_view");
  changes = get_items (fixture, "changes_view");
  who = GTK_DROP_DOWN (find_named (GTK_WIDGET (fixture->window), "who_drop"));
  file = find_named (GTK_WIDGET (fixture->window), "who_box");
  g_assert_true (gtk_widget_get_visible (file));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (who)), ==, 3);

  gtk_drop_down_set_selected (who, 1);
  ty_test_wait_until (g_list_model_get_n_items (changes) == 2);
  gtk_drop_down_set_selected (who, 2);
  ty_test_wait_until (g_list_model_get_n_items (changes) == 1);
  state = dup_text (files, 0, "state");
  g_assert_cmpstr (state, ==, "1 change");

  known = g_list_model_get_item (files, 2);
  g_object_set (known, "accepted", FALSE, NULL);
  run (fixture);
  g_assert_cmpint (count (fixture, "native_place = '云屏石城'", fixture->twin), ==, 1);
  g_assert_cmpint (count (fixture, "native_place IS NULL", fixture->known), ==, 1);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *failures = ty_office_export_forms_finish (TY_OFFICE (source), result, &error);

  g_assert_no_error (error);
  *(GPtrArray **) user_data = failures;
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *folder = g_build_filename (fixture->forms, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "张晓明.lrmx", NULL);
  g_autofree char *text = NULL;
  GPtrArray *failures = NULL;

  g_array_append_val (people, fixture->known);
  ty_office_export_forms_async (fixture->office, people, folder, TY_APPOINTMENT_FORMAT_LRMX, NULL, exported_cb,
                                &failures);
  ty_test_wait_until (failures != NULL);
  g_assert_cmpuint (failures->len, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<ShenFenZheng>990101198002210018</ShenFenZheng>"));
  g_assert_nonnull (strstr (text, "党支部书记</XianRenZhiWu>"));
  g_clear_pointer (&failures, g_ptr_array_unref);

  /* What is there is not replaced. */
  ty_office_export_forms_async (fixture->office, people, folder, TY_APPOINTMENT_FORMAT_LRMX, NULL, exported_cb,
                                &failures);
  ty_test_wait_until (failures != NULL);
  g_assert_cmpuint (failures->len, ==, 1);
  g_ptr_array_unref (failures);
  g_remove (path);
  g_rmdir (folder);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  application = ty_test_window_start_application ();

  ADD ("/forms/choose", test_choose);
  ADD ("/forms/doubtful", test_doubtful);
  ADD ("/forms/export", test_export);
  return g_test_run ();
}
