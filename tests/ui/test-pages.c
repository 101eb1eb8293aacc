/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-history-page.h"
#include "ty-import-window.h"
#include "ty-model.h"
#include "ty-office-figures.h"
#include "ty-office-person.h"
#include "ty-overview-page.h"
#include "ty-pages.h"
#include "ty-people-page.h"
#include "ty-person-page.h"
#include "ty-record-editor.h"
#include "ty-roster-columns.h"
#include "ty-roster-list.h"
#include "ty-roster-sort.h"
#include "ty-store-private.h"
#include "ty-test-widgets.h"
#include "ty-window.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkApplication *application;

typedef struct
{
  TyWindow *window;
  char *dir;
  char *path;
} Fixture;

/* In seconds; sanitizers need more. */
static guint
get_patience (void)
{
  const char *text = g_getenv ("TY_PATIENCE");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 60;
}

static gboolean
timeout_cb (gpointer data)
{
  g_error ("Waited too long");
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until the window shows all it has, for some turns in a row. */
static void
settle (TyWindow *window)
{
  guint timeout = g_timeout_add_seconds (get_patience (), timeout_cb, NULL);
  guint quiet = 0;

  while (quiet < 20)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpstr (ty_window_get_problem (window), ==, NULL);
      quiet = ty_window_is_settled (window) ? quiet + 1 : 0;
      g_usleep (2000);
    }
  g_source_remove (timeout);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("touyan-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, "county.touyan", NULL);
  fixture->window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GWeakRef window;

  g_weak_ref_init (&window, fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (g_weak_ref_get (&window));
  g_weak_ref_clear (&window);
  remove_tree (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

/* A page without an office shows nothing and asks for nothing. */
static void
test_alone (void)
{
  GtkWidget *pages[] = { ty_overview_page_new (NULL), ty_people_page_new (NULL),
                         ty_people_page_new_departed (NULL), ty_history_page_new (NULL),
                         ty_person_page_new (NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_object_ref_sink (pages[i]);
      ty_page_refresh (TY_PAGE (pages[i]));
      g_assert_false (ty_page_get_loading (TY_PAGE (pages[i])));
      g_assert_finalize_object (pages[i]);
    }
}

static void
test_sort_words (void)
{
  static const TySortKey keys[] = {
    { TY_SORT_NAME, FALSE, 0 }, { TY_SORT_SEX, TRUE, 0 },   { TY_SORT_BIRTH, FALSE, 0 },
    { TY_SORT_UNIT, TRUE, 0 },  { TY_SORT_POST, FALSE, 0 }, { TY_SORT_SINCE, TRUE, 0 },
    { TY_SORT_EDUCATION, FALSE, 0 }, { TY_SORT_OWN, TRUE, 12 },
  };
  TySortKey read = ty_roster_sort_read_word ("-shoe size");

  g_assert_cmpint (read.sort, ==, TY_SORT_OFFICIAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const TyRosterSort sort = { .keys = { keys[i] }, .n_keys = 1 };
      g_auto(GStrv) words = ty_roster_sort_to_words (&sort);

      read = ty_roster_sort_read_word (words[0]);
      g_assert_cmpint (read.sort, ==, keys[i].sort);
      g_assert_cmpint (read.descending, ==, keys[i].descending);
      g_assert_cmpint (read.own, ==, keys[i].own);
    }
}

typedef struct
{
  guint n_calls;
  TySortKey key;
} SortAsked;

static void
sort_cb (TySortKey key,
         gpointer  user_data)
{
  SortAsked *asked = user_data;

  asked->n_calls++;
  asked->key = key;
}

static void
test_sort_headings (void)
{
  SortAsked asked = { 0 };
  GtkWidget *view = g_object_ref_sink (gtk_column_view_new (NULL));

  ty_roster_columns_install (GTK_COLUMN_VIEW (view), sort_cb, &asked);
  ty_roster_columns_show_sort (GTK_COLUMN_VIEW (view), (TySortKey){ TY_SORT_SINCE, TRUE, 0 });
  g_assert_cmpuint (asked.n_calls, >, 0);
  g_assert_cmpint (asked.key.sort, ==, TY_SORT_SINCE);
  g_assert_true (asked.key.descending);
  ty_roster_columns_show_sort (GTK_COLUMN_VIEW (view), (TySortKey){ TY_SORT_NAME, FALSE, 0 });
  g_assert_cmpint (asked.key.sort, ==, TY_SORT_NAME);
  g_assert_false (asked.key.descending);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), NULL, GTK_SORT_ASCENDING);
  g_assert_cmpint (asked.key.sort, ==, TY_SORT_OFFICIAL);
  g_assert_finalize_object (view);
}

static const char *
stack_page (TyPage *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (page))));
}

static gboolean
find_shown_label (GtkWidget  *widget,
                  const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_shown_label (child, text))
      return TRUE;

  return FALSE;
}

static void
make_empty_county (Fixture *fixture)
{
  g_autoptr(TyOffice) maker = ty_office_new ();
  g_autoptr(GAsyncResult) created = NULL;
  g_autoptr(GAsyncResult) closed = NULL;

  ty_office_create_async (maker, fixture->path, "石城县", "990101", NULL, done_cb, &created);
  g_assert_true (ty_office_create_finish (maker, wait_for (&created), NULL));
  ty_office_close_async (maker, done_cb, &closed);
  g_assert_true (ty_office_close_finish (maker, wait_for (&closed), NULL));
}

static void
open_empty_county (Fixture *fixture)
{
  make_empty_county (fixture);
  ty_window_start (fixture->window, fixture->path);
  settle (fixture->window);
}

static void
test_empty_county (Fixture       *fixture,
                   gconstpointer  data)
{
  open_empty_county (fixture);
  g_assert_cmpstr (ty_page_get_page_name (ty_window_get_page (fixture->window)), ==, "overview");
  g_assert_cmpstr (stack_page (ty_window_get_page (fixture->window)), ==, "empty");
  g_assert_cmpstr (ty_office_get_county_name (ty_window_get_office (fixture->window)), ==,
                   "石城县");
}

static TyOverview *
load_overview (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_load_overview_async (office, NULL, done_cb, &result);
  return ty_office_load_overview_finish (office, wait_for (&result), NULL);
}

static guint
count_shown (TyWindow *window)
{
  GtkWidget *page = GTK_WIDGET (ty_window_get_page (window));
  GtkWidget *view = ty_test_find_type (page, GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static const char *
page_name (TyWindow *window)
{
  return ty_page_get_page_name (ty_window_get_page (window));
}

static void
show_roster (TyWindow   *window,
             const char *population,
             const char *condition)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-roster", "(sss)",
                                             population, condition, ""));
  settle (window);
}

/* Every figure leads to as many people as it says; back leads to where one was. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  TyWindow *window = fixture->window;
  g_autoptr(TyOverview) overview = NULL;
  GtkWidget *page;

  ty_window_start (window, NULL);
  settle (window);
  overview = load_overview (ty_window_get_office (window));
  g_assert_cmpstr (stack_page (ty_window_get_page (window)), ==, "figures");

  show_roster (window, "in_office", "count");
  g_assert_cmpstr (page_name (window), ==, "roster");
  g_assert_cmpuint (count_shown (window), ==, overview->now->in_office);
  show_roster (window, "secretaries", "dual_role");
  g_assert_cmpuint (count_shown (window), ==, overview->now->secretaries.dual_role);
  page = GTK_WIDGET (ty_window_get_page (window));
  g_assert_true (gtk_widget_activate_action (page, "roster.condition", "s", "dual_role"));
  settle (window);
  g_assert_cmpuint (count_shown (window), ==, overview->now->secretaries.count);
  g_assert_true (gtk_widget_activate_action (page, "roster.population", "s", "members"));
  settle (window);
  g_assert_cmpuint (count_shown (window), ==, overview->now->members.count);
  show_roster (window, "departed", "count");
  g_assert_cmpstr (page_name (window), ==, "departed");
  g_assert_cmpuint (count_shown (window), ==, overview->now->departed);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  settle (window);
  g_assert_cmpstr (page_name (window), ==, "roster");
  g_assert_cmpuint (count_shown (window), ==, overview->now->members.count);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  settle (window);
  g_assert_cmpstr (page_name (window), ==, "departed");
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  TyWindow *window = fixture->window;
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GArray) people = NULL;
  g_autofree char *trail = NULL;
  g_auto(GStrv) steps = NULL;
  const char *name;

  ty_window_start (window, NULL);
  settle (window);
  ty_office_list_roster_async (ty_window_get_office (window), &query, NULL, done_cb, &listed);
  people = ty_office_list_roster_finish (ty_window_get_office (window), wait_for (&listed), NULL);
  g_assert_cmpuint (people->len, >, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x",
                              g_array_index (people, gint64, 0));
  settle (window);
  g_assert_cmpstr (page_name (window), ==, "person");
  g_assert_cmpstr (stack_page (ty_window_get_page (window)), ==, "person");
  name = ty_page_get_title (ty_window_get_page (window));
  g_assert_nonnull (name);
  g_assert_cmpuint (g_utf8_strlen (name, -1), >, 1);
  g_object_get (ty_window_get_page (window), "trail", &trail, NULL);
  steps = g_strsplit (trail, " › ", -1);
  g_assert_cmpstr (steps[0], ==, "Roster");
  g_assert_cmpuint (g_strv_length (steps), ==, 3);
  /* A secretary is told by a tag at least, and how complete the file is by a ring. */
  g_assert_nonnull (ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), g_type_from_name ("TyTag")));
  g_assert_nonnull (ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), g_type_from_name ("TyRing")));

  /* Nobody has this key: that is said, and is no error. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", (gint64) 1);
  settle (window);
  g_assert_cmpstr (stack_page (ty_window_get_page (window)), ==, "gone");
}

static TyRosterSelection *
get_selection (TyWindow *window)
{
  GtkWidget *view = ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), GTK_TYPE_COLUMN_VIEW);

  return TY_ROSTER_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static gint64
get_listed (TyWindow *window,
            guint     position)
{
  return ty_roster_list_get_person (ty_roster_selection_get_list (get_selection (window)), position);
}

static double
get_scroll (TyWindow *window)
{
  GtkWidget *view = ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), GTK_TYPE_COLUMN_VIEW);

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
}

/* Another answer to the same question keeps the person who is selected and the place; a new question
 * is answered from the beginning. */
static void
test_roster_place (Fixture       *fixture,
                   gconstpointer  data)
{
  TyWindow *window = fixture->window;
  GtkWidget *view;
  gint64 person;
  guint position = 300;

  ty_window_start (window, NULL);
  settle (window);
  ty_office_set_as_of (ty_window_get_office (window), ty_date_new (2021, 12, 31));
  show_roster (window, "in_office", "count");
  g_assert_cmpuint (count_shown (window), >, 400);
  view = ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), GTK_TYPE_COLUMN_VIEW);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 300 * 28);
  ty_roster_selection_choose (get_selection (window), position);
  person = get_listed (window, position);
  settle (window);
  g_assert_cmpfloat (get_scroll (window), >, 0);

  ty_office_set_as_of (ty_window_get_office (window), ty_date_new (2021, 6, 30));
  settle (window);
  position = ty_roster_selection_get_current (get_selection (window));
  if (position != GTK_INVALID_LIST_POSITION)
    g_assert_cmpint (get_listed (window, position), ==, person);
  g_assert_cmpfloat (get_scroll (window), >, 0);

  gtk_widget_activate_action (GTK_WIDGET (ty_window_get_page (window)), "roster.population", "s",
                              "members");
  settle (window);
  g_assert_cmpuint (ty_roster_selection_get_current (get_selection (window)), ==,
                    GTK_INVALID_LIST_POSITION);
  g_assert_cmpfloat (get_scroll (window), ==, 0);
}

static void
search_roster (TyWindow   *window,
               const char *text)
{
  GtkWidget *entry = ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Few become many frame by frame, without being asked again. */
static void
test_roster_growth (Fixture       *fixture,
                    gconstpointer  data)
{
  TyWindow *window = fixture->window;
  TyRosterList *list;
  guint n;

  ty_window_start (window, NULL);
  settle (window);
  show_roster (window, "in_office", "count");
  list = ty_roster_selection_get_list (get_selection (window));
  n = count_shown (window);
  g_assert_cmpuint (n, >, 400);
  g_assert_cmpuint (ty_roster_list_get_n_people (list), ==, n);
  search_roster (window, "nobody");
  settle (window);
  g_assert_cmpuint (count_shown (window), ==, 0);

  search_roster (window, "");
  while (count_shown (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_shown (window), <, n);
  g_assert_cmpuint (ty_roster_list_get_n_people (list), ==, n);
  settle (window);
  g_assert_cmpuint (count_shown (window), ==, n);
}

/* The pages show what is in the file that is opened in the place of another. */
static void
test_other_file (Fixture       *fixture,
                 gconstpointer  data)
{
  TyWindow *window = fixture->window;
  GtkWidget *view;
  GtkWidget *stack;

  ty_window_start (window, NULL);
  settle (window);
  show_roster (window, "in_office", "count");
  g_assert_cmpuint (count_shown (window), >, 0);

  make_empty_county (fixture);
  ty_window_open_file (window, fixture->path);
  while (g_strcmp0 (ty_office_get_path (ty_window_get_office (window)), fixture->path) != 0)
    g_main_context_iteration (NULL, TRUE);
  show_roster (window, "in_office", "count");
  g_assert_cmpuint (count_shown (window), ==, 0);
  view = ty_test_find_type (GTK_WIDGET (ty_window_get_page (window)), GTK_TYPE_COLUMN_VIEW);
  stack = gtk_widget_get_ancestor (view, GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

/* A large file that is damaged is shown, and what was found is told a moment later. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *damage = NULL;
  g_autoptr(GError) error = NULL;
  size_t length;

  make_empty_county (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, &error));
  memset (bytes + length - 4096, 0x55, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, &error));

  ty_store_set_check_limit (0);
  ty_window_start (fixture->window, fixture->path);
  settle (fixture->window);
  while (damage == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (ty_window_get_office (fixture->window), "damage", &damage, NULL);
    }
  g_assert_nonnull (strstr (damage, "Restore the last backup"));
  g_assert_true (find_shown_label (GTK_WIDGET (fixture->window), damage));
  ty_store_set_check_limit (32 << 20);
}

static TyPersonFile *
load_person (TyOffice *office,
             gint64    person)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_load_person_async (office, person, NULL, done_cb, &result);
  return ty_office_load_person_finish (office, wait_for (&result), NULL);
}

static void
saved_cb (TyRecordEditor *editor,
          const char     *text,
          gboolean       *saved)
{
  *saved = TRUE;
}

static void
type_name (TyRecordEditor *editor,
           const char     *name)
{
  GtkWidget *row = ty_test_find_type (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), name);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL));
}

/* What cannot be kept is said at the field; what is saved can be undone. */
static void
test_editor (Fixture       *fixture,
             gconstpointer  data)
{
  TyWindow *window = fixture->window;
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(TyPersonFile) before = NULL;
  g_autoptr(TyPersonFile) between = NULL;
  g_autoptr(TyPersonFile) after = NULL;
  TyRecordEditor *editor;
  gboolean saved = FALSE;
  TyOffice *office;

  ty_window_start (window, NULL);
  settle (window);
  office = ty_window_get_office (window);
  ty_office_list_roster_async (office, &query, NULL, done_cb, &listed);
  people = ty_office_list_roster_finish (office, wait_for (&listed), NULL);
  before = load_person (office, g_array_index (people, gint64, 0));

  editor = ty_record_editor_new (office, TY_RECORD (before->person), TY_RECORD (before->person));
  g_signal_connect (editor, "saved", G_CALLBACK (saved_cb), &saved);
  gtk_window_present (GTK_WINDOW (editor));
  type_name (editor, "");
  g_assert_true (gtk_widget_has_css_class (ty_test_find_type (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW),
                                           "error"));
  type_name (editor, "欧阳青石");
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  between = load_person (office, g_array_index (people, gint64, 0));
  g_assert_cmpstr (ty_record_get_text (TY_RECORD (between->person), TY_PERSON_NAME), ==,
                   "欧阳青石");

  g_assert_nonnull (ty_office_get_undo_label (office));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  while (ty_office_get_redo_label (office) == NULL)
    g_main_context_iteration (NULL, TRUE);
  after = load_person (office, g_array_index (people, gint64, 0));
  g_assert_true (ty_record_equal (TY_RECORD (after->person), TY_RECORD (before->person)));
}

static void
imported_cb (TyImportWindow *import,
             const char     *text,
             gboolean       *imported)
{
  *imported = TRUE;
}

/* The roster of the acceptance case by the dialog: compared first, imported, seen by the overview, and
 * taken back. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *roster = g_test_build_filename (G_TEST_DIST, "..", "data", "term-election-2021",
                                                   "roster-before.xlsx", NULL);
  TyOffice *office;
  TyImportWindow *import;
  gboolean imported = FALSE;
  g_autoptr(TyOverview) after = NULL;
  g_autoptr(TyOverview) undone = NULL;

  open_empty_county (fixture);
  office = ty_window_get_office (fixture->window);
  ty_office_set_as_of (office, ty_date_new (2020, 12, 31));
  import = ty_import_window_new (GTK_WINDOW (fixture->window), office, roster);
  g_signal_connect (import, "imported", G_CALLBACK (imported_cb), &imported);
  gtk_window_present (GTK_WINDOW (import));
  while (!ty_import_window_is_looked_at (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (import), "import.compare", NULL));
  while (!ty_import_window_is_compared (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ty_office_get_undo_label (office));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (import), "import.run", NULL));
  while (!imported)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture->window);
  after = load_overview (office);
  g_assert_cmpuint (after->now->secretaries.count, ==, 75);
  g_assert_cmpuint (after->now->members.count, ==, 480);
  g_assert_cmpstr (stack_page (ty_window_get_page (fixture->window)), ==, "figures");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  while (ty_office_get_redo_label (office) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture->window);
  undone = load_overview (office);
  g_assert_cmpuint (undone->n_people, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("touyan-ui-XXXXXX", NULL);
  int status;

  /* Before anything asks for them. Isolating all directories would hide the types of images. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();

  application = g_object_new (GTK_TYPE_APPLICATION,
                              "application-id", TY_APP_ID,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/pages/alone", test_alone);
  g_test_add_func ("/pages/sort-words", test_sort_words);
  g_test_add_func ("/pages/sort-headings", test_sort_headings);
  g_test_add ("/pages/empty-county", Fixture, NULL, set_up, test_empty_county, tear_down);
  g_test_add ("/pages/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/pages/roster-place", Fixture, NULL, set_up, test_roster_place, tear_down);
  g_test_add ("/pages/roster-growth", Fixture, NULL, set_up, test_roster_growth, tear_down);
  g_test_add ("/pages/other-file", Fixture, NULL, set_up, test_other_file, tear_down);
  g_test_add ("/pages/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/pages/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/pages/editor", Fixture, NULL, set_up, test_editor, tear_down);
  g_test_add ("/pages/import", Fixture, NULL, set_up, test_import, tear_down);
  status = g_test_run ();
  g_clear_object (&application);
  remove_tree (home);
  return status;
}
