/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-attachment.h"
#include "ty-attachments-card.h"
#include "ty-file-row.h"
#include "ty-office-roster.h"
#include "ty-office-rows.h"
#include "ty-pages.h"
#include "ty-person-page-private.h"
#include "ty-photo-window.h"
#include "ty-photos-window.h"
#include "ty-problem-bar.h"
#include "ty-record-editor.h"
#include "ty-test-office.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* Attachments and photos, as somebody works with them: on the page of a person, in the dialog that cuts a
 * photo, and in the one that imports a folder. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWidget *window;
  TyPersonPage *page;
  char *told;       /* what the page said was done */
  char *problem;    /* what the page said went wrong */
  gint64 person;
} Fixture;

static void
done_cb (Fixture    *fixture,
         const char *text,
         TyPage     *page)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
problem_cb (Fixture    *fixture,
            const char *text,
            TyPage     *page)
{
  g_free (fixture->problem);
  fixture->problem = g_strdup (text);
}

static void
await_page (Fixture *fixture)
{
  while (ty_page_get_loading (TY_PAGE (fixture->page)) || fixture->page->file == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
refresh (Fixture *fixture)
{
  ty_page_refresh (TY_PAGE (fixture->page));
  await_page (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  fixture->person = ty_test_office_add_person (fixture->county, "张晓明", "1", "1980-02", NULL);
  ty_test_office_add_person (fixture->county, "李梅", "2", "1981-02", NULL);
  fixture->office = ty_test_office_open (fixture->county);
  fixture->window = gtk_window_new ();
  fixture->page = TY_PERSON_PAGE (ty_person_page_new (fixture->office));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (done_cb), fixture);
  g_signal_connect_swapped (fixture->page, "problem", G_CALLBACK (problem_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_person_page_show (fixture->page, fixture->person);
  await_page (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
  g_free (fixture->told);
  g_free (fixture->problem);
}

static char *
write_text (Fixture    *fixture,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (fixture->county->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
write_picture (Fixture    *fixture,
               const char *name,
               int         width,
               int         height)
{
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *path = g_build_filename (fixture->county->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  gdk_pixbuf_fill (picture, 0x3060a0ff);
  gdk_pixbuf_save (picture, path, "png", &error, NULL);
  g_assert_no_error (error);
  return path;
}

static void
attach (Fixture    *fixture,
        const char *first,
        const char *second)
{
  const char *paths[] = { first, second, NULL };

  ty_person_page_attach (fixture->page, paths);
  while (fixture->page->attaching != NULL)
    g_main_context_iteration (NULL, TRUE);
  refresh (fixture);
}

static guint
count_kind (GtkWidget *widget,
            GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_kind (child, type);
  return n;
}

static GtkWidget *
find_kind (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_kind (child, type);
  return found;
}

static GtkWidget *
get_card (Fixture *fixture)
{
  return fixture->page->cards[TY_PERSON_SECTION_ATTACHMENTS];
}

static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = write_text (fixture, "考察材料.txt", "考察材料\n");
  g_autofree char *picture = write_picture (fixture, "证书.png", 200, 100);

  g_assert_cmpuint (count_kind (get_card (fixture), TY_TYPE_FILE_ROW), ==, 0);
  attach (fixture, text, picture);
  g_assert_cmpstr (fixture->told, ==, "2 files attached");
  g_assert_cmpuint (count_kind (get_card (fixture), TY_TYPE_FILE_ROW), ==, 2);
  g_assert_cmpuint (fixture->page->file->attachments->len, ==, 2);

  /* One that cannot be attached is told, and nothing is added. */
  g_clear_pointer (&fixture->told, g_free);
  attach (fixture, text, NULL);
  g_assert_null (fixture->told);
  g_assert_nonnull (strstr (fixture->problem, "already"));
  g_assert_cmpuint (count_kind (get_card (fixture), TY_TYPE_FILE_ROW), ==, 2);
}

static void
list_titles (GtkWidget *widget,
             GPtrArray *titles)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_visible (widget))
    g_ptr_array_add (titles, (gpointer) adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_titles (child, titles);
}

/* The form has the title, the date and the note, and nothing that follows from the file. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = write_text (fixture, "考察材料.txt", "考察材料\n");
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  TyRecordEditor *editor;
  TyRecord *row;

  attach (fixture, text, NULL);
  row = g_ptr_array_index (fixture->page->file->attachments, 0);
  editor = ty_record_editor_new (fixture->office, row, row);
  list_titles (GTK_WIDGET (editor), titles);
  g_assert_cmpuint (titles->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (titles, 0), "Title"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (titles, 1), "Date"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (titles, 2), "Note"));
  gtk_window_destroy (GTK_WINDOW (editor));
}

static TyPhotoWindow *
open_photo (Fixture    *fixture,
            const char *path)
{
  TyPhotoWindow *window = ty_photo_window_new (GTK_WINDOW (fixture->window), fixture->office, fixture->person,
                                               "张晓明", path);

  gtk_window_present (GTK_WINDOW (window));
  while (g_str_equal (ty_photo_window_get_page (window), "reading"))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
press (GtkWidget       *widget,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
changed_cb (TyCropView *view,
            guint      *n)
{
  *n += 1;
}

static void
test_crop_by_keyboard (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = write_picture (fixture, "a.png", 1000, 1000);
  TyPhotoWindow *window = open_photo (fixture, path);
  TyCropView *view = ty_photo_window_get_view (window);
  TyCrop before, after;
  guint n = 0;

  g_assert_cmpstr (ty_photo_window_get_page (window), ==, "crop");
  g_signal_connect (view, "changed", G_CALLBACK (changed_cb), &n);
  ty_crop_view_get_crop (view, &before);
  g_assert_cmpfloat (before.width, ==, 800);

  press (GTK_WIDGET (view), GDK_KEY_Right, 0);
  ty_crop_view_get_crop (view, &after);
  g_assert_cmpfloat_with_epsilon (after.x - before.x, 20, 0.01);
  press (GTK_WIDGET (view), GDK_KEY_Left, GDK_SHIFT_MASK);
  ty_crop_view_get_crop (view, &after);
  g_assert_cmpfloat_with_epsilon (after.x - before.x, 16, 0.01);
  press (GTK_WIDGET (view), GDK_KEY_minus, 0);
  ty_crop_view_get_crop (view, &after);
  g_assert_cmpfloat (after.width, <, before.width);
  press (GTK_WIDGET (view), GDK_KEY_bracketright, 0);
  g_assert_cmpuint (n, ==, 4);
  ty_crop_view_reset (view);
  ty_crop_view_get_crop (view, &after);
  g_assert_cmpfloat (after.width, ==, 800);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
saved_cb (TyPhotoWindow *window,
          gboolean      *saved)
{
  *saved = TRUE;
}

static void
test_photo (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = write_picture (fixture, "a.png", 300, 400);
  TyPhotoWindow *window = open_photo (fixture, path);
  gboolean saved = FALSE;

  g_signal_connect (window, "saved", G_CALLBACK (saved_cb), &saved);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "photo.turn", "b", TRUE));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "photo.save", NULL));
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  refresh (fixture);
  g_assert_nonnull (fixture->page->file->photo);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "person.remove-photo", NULL));
  while (fixture->told == NULL)
    g_main_context_iteration (NULL, TRUE);
  refresh (fixture);
  g_assert_null (fixture->page->file->photo);
}

static GtkDropTarget *
find_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static GtkWidget *
find_photo_window (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TY_IS_PHOTO_WINDOW (window))
        return window;
    }
  return NULL;
}

/* A picture that is dropped on the portrait opens the dialog that cuts it. What is dropped comes from the
 * display; from there on it is as if somebody had dragged it. */
static void
test_photo_drag (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_picture (fixture, "a.png", 300, 400);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkDropTarget *target = find_target (GTK_WIDGET (fixture->page->portrait));
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target),
                                                    GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  while (find_photo_window () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (find_photo_window ()));
}

static void
test_no_photo (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = write_text (fixture, "a.jpg", "no picture");
  TyPhotoWindow *window = open_photo (fixture, path);

  g_assert_cmpstr (ty_photo_window_get_page (window), ==, "failed");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
await_photos (TyPhotosWindow *window)
{
  while (!ty_photos_window_is_ready (window))
    g_main_context_iteration (NULL, TRUE);
}

static void
imported_cb (TyPhotosWindow *window,
             const char     *text,
             char          **told)
{
  *told = g_strdup (text);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->county->folder, "photos", NULL);
  g_autofree char *first = NULL;
  g_autofree char *report = NULL;
  g_autofree char *told = NULL;
  const char *paths[] = { folder, NULL };
  TyPhotosWindow *window;

  g_mkdir (folder, 0700);
  first = write_picture (fixture, "photos/李梅.png", 300, 400);
  g_free (write_text (fixture, "photos/赵六.jpg", "no picture"));
  window = ty_photos_window_new (GTK_WINDOW (fixture->window), fixture->office, paths);
  g_signal_connect (window, "imported", G_CALLBACK (imported_cb), &told);
  gtk_window_present (GTK_WINDOW (window));
  await_photos (window);
  report = ty_photos_window_dup_text (window);
  g_assert_nonnull (strstr (report, "李梅.png\tMatched\t李梅"));
  g_assert_nonnull (strstr (report, "赵六.jpg\tNot a usable picture"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "photos.run", NULL));
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told, ==, "Photo of 1 person imported");
}

/* A folder that is gone is told. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  const char *paths[] = { "/nowhere", NULL };
  TyPhotosWindow *window = ty_photos_window_new (GTK_WINDOW (fixture->window), fixture->office, paths);

  gtk_window_present (GTK_WINDOW (window));
  await_photos (window);
  g_assert_nonnull (ty_problem_bar_get_message (TY_PROBLEM_BAR (find_kind (GTK_WIDGET (window),
                                                                           TY_TYPE_PROBLEM_BAR))));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/files/section", test_section);
  ADD ("/files/form", test_form);
  ADD ("/files/crop-by-keyboard", test_crop_by_keyboard);
  ADD ("/files/photo", test_photo);
  ADD ("/files/photo-drag", test_photo_drag);
  ADD ("/files/no-photo", test_no_photo);
  ADD ("/files/folder", test_folder);
  ADD ("/files/no-folder", test_no_folder);
#undef ADD

  return g_test_run ();
}
