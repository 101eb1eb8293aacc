/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-form-guard.h"
#include "ty-import-set.h"
#include "ty-import-window.h"
#include "ty-office-tables.h"
#include "ty-pages.h"
#include "ty-problem-bar.h"
#include "ty-store.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

#include <glib/gstdio.h>
#include <string.h>

/* The import of a table, step by step, as it is seen and clicked. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *parent;
  TyImportWindow *window; /* (nullable): closes itself */
  char *path;
  char *told;
  guint n_told;
  guint n_left;           /* what was left that is no table */
  gint64 known;
} Fixture;

static GtkApplication *application;

static const char table[] =
  "姓名,身份证号,年份,甲,考核等次\n"
  "张晓明,990101198002210018,2021,好,优秀\n"
  "张晓明,990101198002210018,2022,好,合格\n"
  "李云,,2022,好,合格\n"
  "无此人,,2022,好,合格\n"
  "张晓明,990101198002210018,2023,好,不好说\n"
  "合计,5,,,\n";

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  int fd;

  fixture->known = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  ty_test_office_add_post (county, fixture->known, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_person (county, "李云", "2", "1991", NULL);
  fixture->county = county;
  fixture->office = ty_test_office_open (county);
  fd = g_file_open_tmp ("touyan-test-XXXXXX.csv", &fixture->path, NULL);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (fixture->path, table, -1, NULL));
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
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->told);
  ty_test_office_free (fixture->county);
}

static void
imported_cb (TyImportWindow *window,
             const char     *text,
             Fixture        *fixture)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
  fixture->n_told++;
}

static void
left_cb (TyImportWindow *window,
         TyImportSet    *set,
         Fixture        *fixture)
{
  fixture->n_left = set->forms->len * 10 + set->photos->len;
}

static void
open_window (Fixture    *fixture,
             const char *path)
{
  fixture->window = ty_import_window_new (fixture->parent, fixture->office, path);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect (fixture->window, "imported", G_CALLBACK (imported_cb), fixture);
  g_signal_connect (fixture->window, "left", G_CALLBACK (left_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

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

static GtkWidget *
find_drop (GtkWidget *widget,
           guint     *place)
{
  if (GTK_IS_DROP_DOWN (widget) && (*place)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_drop (child, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What a column is said to mean, from the left. */
static GtkDropDown *
get_drop (Fixture *fixture,
          guint    place)
{
  return GTK_DROP_DOWN (find_drop (find_named (GTK_WIDGET (fixture->window), "columns"), &place));
}

static const char *
get_meaning (Fixture *fixture,
             guint    place)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (get_drop (fixture, place)));
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
       const char *sql)
{
  g_autoptr(TyStore) store = ty_store_open (ty_office_get_path (fixture->office), TY_STORE_READ_ONLY, NULL);
  gint64 n = 0;

  g_assert_true (ty_database_get_integer (ty_store_get_database (store), sql, &n, NULL));
  return n;
}

static void
compare (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "import.compare", NULL));
  ty_test_wait_until (ty_import_window_is_compared (fixture->window));
}

static void
run (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "import.run", NULL));
  ty_test_wait_until (fixture->window == NULL);
}

/* The kind and the columns are found; what is refused and asked stands first; one row is left out. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const words[] = { "refused", "refused", "doubtful", "new", "new" };
  g_autoptr(GObject) item = NULL;
  GListModel *rows;

  open_window (fixture, fixture->path);
  ty_test_wait_until (ty_import_window_is_looked_at (fixture->window));
  g_assert_cmpstr (get_meaning (fixture, 0), ==, "Name");
  g_assert_cmpstr (get_meaning (fixture, 1), ==, "ID number");
  g_assert_cmpstr (get_meaning (fixture, 3), ==, "(not read)");
  g_assert_cmpstr (get_meaning (fixture, 4), ==, "Annual result: Result");

  compare (fixture);
  rows = get_items (fixture, "rows_view");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = dup_text (rows, i, "state-word");

      g_assert_cmpstr (word, ==, words[i]);
    }

  g_assert_false (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  item = g_list_model_get_item (rows, 3);
  g_object_set (item, "accepted", FALSE, NULL);
  g_assert_true (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  run (fixture);
  g_assert_nonnull (strstr (fixture->told, "1 row"));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM annual_result"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM annual_result WHERE year = 2022 AND result = '2B'"), ==, 1);
}

/* Who says who it is sees what the row would change. */
static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *rows, *changes;
  GtkDropDown *who;

  open_window (fixture, fixture->path);
  ty_test_wait_until (ty_import_window_is_looked_at (fixture->window));
  compare (fixture);
  rows = get_items (fixture, "rows_view");
  changes = get_items (fixture, "changes_view");
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (rows), 2);
  who = GTK_DROP_DOWN (find_named (GTK_WIDGET (fixture->window), "who_drop"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (who)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 0);

  gtk_drop_down_set_selected (who, 2);
  ty_test_wait_until (ty_import_window_is_compared (fixture->window) && g_list_model_get_n_items (changes) > 0);
  g_assert_true (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  run (fixture);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM annual_result JOIN person ON person = person.id"
                                   " WHERE name = '李云'"), ==, 1);
}

/* What is sensitive of somebody in the file is shown when it is asked for, and that is noted. */
static void
test_masked (Fixture       *fixture,
             gconstpointer  data)
{
  static const char roster[] = "乡镇,村,姓名,身份证号,职务,联系电话\n"
                               "云岭镇,上松村,张晓明,990101198002210018,党支部书记,19900000001\n";
  g_autofree char *masked = NULL;
  g_autofree char *shown = NULL;
  GtkWidget *button;
  GListModel *changes;
  guint phone = 0;

  g_assert_true (g_file_set_contents (fixture->path, roster, -1, NULL));
  open_window (fixture, fixture->path);
  ty_test_wait_until (ty_import_window_is_looked_at (fixture->window));
  compare (fixture);
  changes = get_items (fixture, "changes_view");
  button = find_named (GTK_WIDGET (fixture->window), "reveal_button");
  g_assert_true (gtk_widget_get_visible (button));
  while (phone < g_list_model_get_n_items (changes))
    {
      g_autofree char *label = dup_text (changes, phone, "label");

      if (g_str_equal (label, "Phone"))
        break;
      phone++;
    }
  g_assert_cmpuint (phone, <, g_list_model_get_n_items (changes));
  masked = dup_text (changes, phone, "new");
  g_assert_null (strstr (masked, "19900000001"));

  g_signal_emit_by_name (button, "clicked");
  ty_test_wait_until (!gtk_widget_get_visible (button));
  shown = dup_text (changes, phone, "new");
  g_assert_cmpstr (shown, ==, "19900000001");
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM event WHERE kind = 'sensitive.shown'"), ==, 1);
}

/* A column that was corrected is kept under a name, and the next table of this look is read so. */
static void
test_mapping (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *name;

  open_window (fixture, fixture->path);
  ty_test_wait_until (ty_import_window_is_looked_at (fixture->window));
  g_assert_false (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  gtk_drop_down_set_selected (get_drop (fixture, 2), 0);
  g_assert_true (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  name = find_named (GTK_WIDGET (fixture->window), "name_row");
  gtk_editable_set_text (GTK_EDITABLE (name), "考核表");
  compare (fixture);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM setting WHERE key = 'import_mapping/考核表'"), ==, 1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  open_window (fixture, fixture->path);
  ty_test_wait_until (ty_import_window_is_looked_at (fixture->window));
  g_assert_cmpstr (get_meaning (fixture, 2), ==, "(not read)");
  name = find_named (GTK_WIDGET (fixture->window), "name_row");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "考核表");
}

static char *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir (parent, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* A folder of everything: tables of one kind are one run, with columns of each; the table of another kind comes after
 * them, and then appointment files and photos. A table that cannot be read is told. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  static const char roster[] = "乡镇,村,姓名,身份证号,职务\n云岭镇,上松村,石一心,990101199308180063,村委会委员\n";
  static const char again[] = "乡镇,村,姓名,证件,职务,联系电话\n云岭镇,上松村,石一心,990101199308180063,村委会委员,19900000001\n";
  static const char *const files[] = { "2.csv", "1.csv", "3.csv", "4.xlsx", "in/a.lrmx", "in/b.LRMX", "in/c.jpg" };
  const char *const texts[] = { again, roster, table, "PK\3\4broken", "<Person/>", "<Person/>", "no picture" };
  g_autofree char *folder = g_build_filename (fixture->county->folder, "all", NULL);
  const char *paths[] = { folder, NULL };
  GListModel *rows;
  GtkWidget *file;

  g_mkdir (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (write_file (folder, files[i], texts[i]));
  open_window (fixture, NULL);
  ty_import_window_take (fixture->window, paths);
  ty_test_wait_until (ty_import_window_is_looked_at (fixture->window));
  g_assert_nonnull (ty_problem_bar_get_message (TY_PROBLEM_BAR (find_named (GTK_WIDGET (fixture->window),
                                                                            "problem_bar"))));
  file = find_named (GTK_WIDGET (fixture->window), "file_row");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (file))), ==, 2);
  g_assert_cmpstr (get_meaning (fixture, 3), ==, "ID number");
  adw_combo_row_set_selected (ADW_COMBO_ROW (file), 1);
  g_assert_cmpstr (get_meaning (fixture, 5), ==, "Phone");

  compare (fixture);
  rows = get_items (fixture, "rows_view");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "import.run", NULL));
  ty_test_wait_until (fixture->n_told == 1 && ty_import_window_is_looked_at (fixture->window));
  g_assert_cmpstr (fixture->told, ==, "2 tables imported, each as an action");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name = '石一心' AND phone IS NOT NULL"), ==, 1);

  g_assert_cmpstr (get_meaning (fixture, 4), ==, "Annual result: Result");
  compare (fixture);
  run (fixture);
  g_assert_cmpuint (fixture->n_told, ==, 2);
  g_assert_cmpuint (fixture->n_left, ==, 21);
}

/* Problems of several tables go into a folder, a workbook for each that has some; nothing there is replaced. */
static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  static const char bad[] = "乡镇,村,姓名,身份证号,职务\n云岭镇,,石一心,12,神仙\n";
  g_autofree char *first = write_file (fixture->county->folder, "first.csv", bad);
  g_autofree char *second = write_file (fixture->county->folder, "second.csv", bad);
  g_autofree char *there = write_file (fixture->county->folder, "first, problems.xlsx", "mine");
  g_autofree char *other = g_build_filename (fixture->county->folder, "first, problems_1.xlsx", NULL);
  g_autofree char *last = g_build_filename (fixture->county->folder, "second, problems.xlsx", NULL);
  g_autofree char *kept = NULL;
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  TyImportOptions options = { ty_import_kind_find ("roster"), ty_date_new (2021, 12, 31), TY_DATE_NONE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyImportPlan) plan = NULL;

  g_ptr_array_add (sources, ty_import_source_new_for_path (first));
  g_ptr_array_add (sources, ty_import_source_new_for_path (second));
  ty_office_plan_import_async (fixture->office, sources, &options, NULL, NULL, NULL, NULL, ty_test_office_keep_result,
                               &result);
  plan = ty_office_plan_import_finish (fixture->office, ty_test_office_await (&result), NULL);
  g_assert_cmpuint (ty_import_plan_count (plan, TY_IMPORT_STATE_REFUSED), ==, 2);
  g_clear_object (&result);
  ty_office_save_problems_async (fixture->office, plan, fixture->county->folder, NULL, ty_test_office_keep_result,
                                 &result);
  g_assert_true (ty_office_save_problems_finish (fixture->office, ty_test_office_await (&result), NULL));
  g_assert_true (g_file_get_contents (there, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
}

/* Without a file it asks for one, and a file that is no table is said to be none. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkStack *stack;

  open_window (fixture, NULL);
  stack = GTK_STACK (find_named (GTK_WIDGET (fixture->window), "stack"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "choose");
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  g_assert_true (g_file_set_contents (fixture->path, "PK\3\4broken", -1, NULL));
  open_window (fixture, fixture->path);
  stack = GTK_STACK (find_named (GTK_WIDGET (fixture->window), "stack"));
  ty_test_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "choose") == 0);
  g_assert_false (ty_import_window_is_looked_at (fixture->window));
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

  ADD ("/import-window/steps", test_steps);
  ADD ("/import-window/answer", test_answer);
  ADD ("/import-window/masked", test_masked);
  ADD ("/import-window/mapping", test_mapping);
  ADD ("/import-window/choose", test_choose);
  ADD ("/import-window/several", test_several);
  ADD ("/import-window/problems", test_problems);
  return g_test_run ();
}
