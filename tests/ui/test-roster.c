/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-facet-bar.h"
#include "ty-model.h"
#include "ty-office-choice.h"
#include "ty-pages.h"
#include "ty-people-page.h"
#include "ty-roster-columns.h"
#include "ty-roster-preview.h"
#include "ty-sample.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <adwaita.h>
#include <string.h>

/* The controls of the roster, each held against what is known without it. */

#define DAY ty_date_new (2021, 12, 31)

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
find_label_cb (GtkWidget   *widget,
               const char  *css_class,
               GtkWidget  **found)
{
  if (*found == NULL && GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, css_class))
    *found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_label_cb (child, css_class, found);
}

/* The text of the first label of a style below a widget. */
static const char *
get_text (GtkWidget  *widget,
          const char *css_class)
{
  GtkWidget *found = NULL;

  find_label_cb (widget, css_class, &found);
  g_assert_nonnull (found);
  return gtk_label_get_label (GTK_LABEL (found));
}

static guint
get_number (GtkWidget  *widget,
            const char *css_class)
{
  g_auto(GStrv) parts = g_strsplit (get_text (widget, css_class), ",", -1);
  g_autofree char *digits = g_strjoinv ("", parts);

  return (guint) g_ascii_strtoull (digits, NULL, 10);
}

static TyRosterSelection *
get_selection (Fixture *fixture)
{
  return ty_people_page_get_selection (TY_PEOPLE_PAGE (fixture->page));
}

static TyRosterList *
get_list (Fixture *fixture)
{
  return ty_roster_selection_get_list (get_selection (fixture));
}

static guint
get_n (Fixture *fixture)
{
  return ty_roster_list_get_n_people (get_list (fixture));
}

static void
settle (Fixture *fixture)
{
  ty_test_wait_until (!ty_page_get_loading (TY_PAGE (fixture->page)));
}

static void
act (Fixture    *fixture,
     const char *action,
     GVariant   *parameter)
{
  g_autoptr(GVariant) sunk = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (fixture->page, action, sunk));
  settle (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TySampleOptions options = { .n_villages = 48, .seed = 7 };
  g_autofree char *path = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture->county = ty_test_office_new ();
  fixture->office = ty_office_new ();
  path = g_build_filename (fixture->county->folder, "sample.touyan", NULL);
  g_assert_true (ty_sample_create (path, &options, "tester", NULL, &error));
  g_assert_no_error (error);
  ty_office_open_async (fixture->office, path, NULL, ty_test_office_keep_result, &result);
  ty_office_open_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  ty_office_set_as_of (fixture->office, DAY);

  fixture->window = gtk_window_new ();
  fixture->page = ty_people_page_new (fixture->office);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_page_refresh (TY_PAGE (fixture->page));
  ty_test_wait_until (get_list (fixture) != NULL && get_n (fixture) > 0);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GWeakRef page;

  g_weak_ref_init (&page, fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (g_weak_ref_get (&page));
  g_weak_ref_clear (&page);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
  g_settings_reset (ty_settings_get (), "roster-order");
  g_settings_reset (ty_settings_get (), "roster-columns");
}

static GPtrArray *
load_rows (Fixture *fixture,
           GArray  *people)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;

  ty_office_load_rows_async (fixture->office, (const gint64 *) (gpointer) people->data, people->len,
                             NULL, ty_test_office_keep_result, &result);
  rows = ty_office_load_rows_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return rows;
}

static GArray *
list_shown (Fixture *fixture)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < get_n (fixture); i++)
    {
      gint64 person = ty_roster_list_get_person (get_list (fixture), i);

      g_array_append_val (people, person);
    }
  return people;
}

static TyFacetChip *
open_chip (Fixture    *fixture,
           const char *dimension)
{
  TyFacetBar *bar = TY_FACET_BAR (ty_test_find_type (fixture->page, TY_TYPE_FACET_BAR));
  TyFacetChip *chip = ty_facet_bar_find (bar, ty_dimension_find (dimension));

  g_assert_nonnull (chip);
  ty_facet_chip_open (chip);
  ty_test_wait_until (ty_test_find_type (GTK_WIDGET (chip), GTK_TYPE_CHECK_BUTTON) != NULL);
  return chip;
}

/* The number beside a value is the length of the list that it gives; a second value of the dimension
 * adds its people, and one of another dimension narrows both. */
static void
test_facets (Fixture       *fixture,
             gconstpointer  data)
{
  guint everybody = get_n (fixture);
  TyFacetChip *chip = open_chip (fixture, "township");
  GtkWidget *first = ty_test_find_type (GTK_WIDGET (chip), GTK_TYPE_CHECK_BUTTON);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  guint n_first = get_number (first, "dim-label");
  guint n_second = get_number (second, "dim-label");
  guint n_both;

  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first, <, everybody);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), ==, n_first);
  g_assert_cmpuint (get_number (GTK_WIDGET (chip), "ty-count"), ==, n_first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (second), TRUE);
  settle (fixture);
  n_both = get_n (fixture);
  g_assert_cmpuint (n_both, ==, n_first + n_second);

  chip = open_chip (fixture, "age_band");
  first = ty_test_find_type (GTK_WIDGET (chip), GTK_TYPE_CHECK_BUTTON);
  n_first = get_number (first, "dim-label");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), ==, n_first);
  g_assert_cmpuint (get_n (fixture), <, n_both);
  ty_facet_chip_clear (chip);
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), ==, n_both);
  act (fixture, "roster.clear", NULL);
  g_assert_cmpuint (get_n (fixture), ==, everybody);
}

/* A dimension that is not there can be added, and goes again when it is cleared. */
static void
test_added_facet (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *bar = ty_test_find_type (fixture->page, TY_TYPE_FACET_BAR);
  const TyDimension *sex = ty_dimension_find ("sex");
  guint everybody = get_n (fixture);
  TyFacetChip *chip;

  g_assert_null (ty_facet_bar_find (TY_FACET_BAR (bar), sex));
  g_assert_true (gtk_widget_activate_action (bar, "facets.add", "s", "sex"));
  chip = ty_facet_bar_find (TY_FACET_BAR (bar), sex);
  ty_test_wait_until (ty_test_find_type (GTK_WIDGET (chip), GTK_TYPE_CHECK_BUTTON) != NULL);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ty_test_find_type (GTK_WIDGET (chip), GTK_TYPE_CHECK_BUTTON)), TRUE);
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), <, everybody);

  gtk_popover_popdown (GTK_POPOVER (ty_test_find_type (GTK_WIDGET (chip), GTK_TYPE_POPOVER)));
  ty_facet_chip_clear (chip);
  ty_test_wait_until (ty_facet_bar_find (TY_FACET_BAR (bar), sex) == NULL);
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), ==, everybody);
}

static GtkWidget *
find_condition_chip (GtkWidget *widget)
{
  while (widget != NULL
         && (!g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name ("TyChip")) || !gtk_widget_get_visible (widget)))
    widget = gtk_widget_get_next_sibling (widget);
  return widget;
}

/* Also below a filter: the number in each chip is the length of the list behind it. */
static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *bar = ty_test_find_type (ty_test_find_type (fixture->page, g_type_from_name ("TyConditionBar")),
                               g_type_from_name ("TyWrapBox"));
  GtkWidget *chip;
  guint n = 0;

  act (fixture, "roster.population", g_variant_new_string ("secretaries"));
  ty_test_wait_until (*get_text (find_condition_chip (gtk_widget_get_first_child (bar)), "ty-count") != '\0');
  for (chip = find_condition_chip (gtk_widget_get_first_child (bar)); chip != NULL;
       chip = find_condition_chip (gtk_widget_get_next_sibling (chip)))
    {
      guint expected = get_number (chip, "ty-count");

      gtk_widget_activate (chip);
      ty_test_wait_until (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
      settle (fixture);
      g_assert_cmpuint (get_n (fixture), ==, expected);
      n++;
    }
  g_assert_cmpuint (n, >, 8);
}

typedef struct
{
  const char *sex;
  const char *birth;
  guint place;
  gint64 person;
} Sorted;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  int by_sex = -strcmp (first->sex, second->sex);
  int by_birth;

  if (by_sex != 0)
    return by_sex;
  if ((*first->birth == '\0') != (*second->birth == '\0'))
    return *first->birth == '\0' ? 1 : -1;
  by_birth = strcmp (first->birth, second->birth);
  return by_birth != 0 ? by_birth : (int) first->place - (int) second->place;
}

/* By two keys, against a sort of the texts that are shown, which begins with the official order. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GArray) official = list_shown (fixture);
  g_autoptr(GPtrArray) rows = load_rows (fixture, official);
  g_autofree Sorted *sorted = g_new0 (Sorted, rows->len);
  g_auto(GStrv) kept = NULL;
  guint n_dated = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      TyRosterRow *row = g_ptr_array_index (rows, i);

      sorted[i].sex = ty_roster_row_get_text (row, TY_ROSTER_TEXT_SEX);
      sorted[i].birth = ty_roster_row_get_text (row, TY_ROSTER_TEXT_BIRTH);
      sorted[i].person = ty_roster_row_get_person (row);
      sorted[i].place = i;
    }
  /* In C the words are Male and Female: men first is descending. */
  qsort (sorted, rows->len, sizeof *sorted, compare);
  act (fixture, "roster.add-sort", g_variant_new_string ("sex"));
  act (fixture, "roster.add-sort", g_variant_new_string ("birth"));
  for (guint i = 0; i < rows->len; i++)
    {
      const Sorted *there = NULL;
      gint64 person = ty_roster_list_get_person (get_list (fixture), i);

      for (guint j = 0; j < rows->len && there == NULL; j++)
        if (sorted[j].person == person)
          there = &sorted[j];
      g_assert_nonnull (there);
      g_assert_cmpstr (there->sex, ==, sorted[i].sex);
      g_assert_cmpstr (there->birth, ==, sorted[i].birth);
      n_dated += *there->birth != '\0';
    }
  g_assert_cmpuint (n_dated, >, 20);

  kept = g_settings_get_strv (ty_settings_get (), "roster-order");
  g_assert_cmpstr (kept[0], ==, "sex");
  g_assert_cmpstr (kept[1], ==, "birth");
  act (fixture, "roster.turn-sort", g_variant_new_uint32 (0));
  g_assert_cmpint (ty_roster_list_get_person (get_list (fixture), 0), !=, sorted[0].person);
  act (fixture, "roster.remove-sort", g_variant_new_uint32 (0));
  act (fixture, "roster.remove-sort", g_variant_new_uint32 (0));
  g_assert_cmpint (ty_roster_list_get_person (get_list (fixture), 5), ==,
                   g_array_index (official, gint64, 5));
}

/* Who is chosen stays so in another order, is summed up, and is given up by another question. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  TyRosterSelection *selection = get_selection (fixture);
  g_autoptr(GArray) chosen = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GArray) after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyPeopleSummary) summary = NULL;
  g_autofree char *average = NULL;
  double ages = 0;

  for (guint i = 2; i < 11; i += 4)
    ty_roster_selection_toggle (selection, i);
  g_assert_cmpuint (ty_roster_selection_get_n (selection), ==, 3);
  chosen = ty_roster_selection_list_people (selection);
  rows = load_rows (fixture, chosen);
  for (guint i = 0; i < rows->len; i++)
    ages += g_ascii_strtod (ty_roster_row_get_text (g_ptr_array_index (rows, i),
                                                    TY_ROSTER_TEXT_AGE), NULL);
  average = g_strdup_printf ("%.2f", ages / 3);
  ty_office_sum_up_people_async (fixture->office, TY_WHO_IN_OFFICE, chosen, NULL,
                                 ty_test_office_keep_result, &result);
  summary = ty_office_sum_up_people_finish (fixture->office, ty_test_office_await (&result), NULL);
  g_assert_cmpstr (summary->average_age, ==, average);

  act (fixture, "roster.add-sort", g_variant_new_string ("birth"));
  after = ty_roster_selection_list_people (selection);
  g_assert_cmpuint (after->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < 3; j++)
        found = found || g_array_index (after, gint64, i) == g_array_index (chosen, gint64, j);
      g_assert_true (found);
    }
  act (fixture, "roster.select-all", NULL);
  g_assert_cmpuint (ty_roster_selection_get_n (selection), ==, get_n (fixture));
  act (fixture, "roster.unselect", NULL);
  g_assert_cmpuint (ty_roster_selection_get_n (selection), ==, 0);
  ty_roster_selection_choose (selection, 4);
  act (fixture, "roster.population", g_variant_new_string ("members"));
  g_assert_cmpuint (ty_roster_selection_get_n (selection), ==, 0);
}

static char *
read_clipboard (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  g_autoptr(GAsyncResult) result = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, ty_test_office_keep_result, &result);
  return gdk_clipboard_read_text_finish (clipboard, ty_test_office_await (&result), NULL);
}

static char *
read_html (Fixture *fixture)
{
  static const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, ty_test_office_keep_result, &result);
  stream = gdk_clipboard_read_finish (clipboard, ty_test_office_await (&result), NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL,
                                ty_test_office_keep_result, &result);
  g_output_stream_splice_finish (memory, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* For whoever lets a spreadsheet read it. */
static void
keep_copied (const char *suffix,
             const char *text)
{
  g_autofree char *name = g_strconcat ("copied.", suffix, NULL);
  g_autofree char *path = NULL;

  if (g_getenv ("TY_COPIED") == NULL)
    return;
  path = g_build_filename (g_getenv ("TY_COPIED"), name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* The columns that are shown, in their order; what is masked in the roster stays so. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const words[] = { "posts", "id-number", "name", NULL };
  GtkWidget *view = ty_test_find_type (fixture->page, GTK_TYPE_COLUMN_VIEW);
  g_autoptr(GString) expected = g_string_new ("Name\tPresent posts\tID number\n");
  g_autoptr(GArray) chosen = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  ty_roster_columns_set_shown (GTK_COLUMN_VIEW (view), words);
  ty_roster_selection_toggle (get_selection (fixture), 1);
  ty_roster_selection_toggle (get_selection (fixture), 7);
  chosen = ty_roster_selection_list_people (get_selection (fixture));
  rows = load_rows (fixture, chosen);
  for (guint i = 0; i < rows->len; i++)
    {
      TyRosterRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (expected, "%s\t%s\t%s\n",
                              ty_roster_row_get_text (row, TY_ROSTER_TEXT_NAME),
                              ty_roster_row_get_text (row, TY_ROSTER_TEXT_POSTS),
                              ty_roster_row_get_text (row, TY_ROSTER_TEXT_ID_NUMBER));
    }
  act (fixture, "roster.copy", NULL);
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, expected->str);
  g_assert_nonnull (strstr (text, "****"));
  html = read_html (fixture);
  g_assert_nonnull (strstr (html, "<table"));
  keep_copied ("html", html);
  keep_copied ("txt", text);
}

/* The density that was chosen is kept, and that of a page which is opened later. */
static void
test_density (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const words[] = { "loose", "normal", "compact" };
  GtkWidget *view = ty_test_find_type (fixture->page, GTK_TYPE_COLUMN_VIEW);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *kept = NULL;
      g_autoptr(GtkWidget) later = NULL;
      GtkWidget *later_view;

      act (fixture, "roster.roster-density", g_variant_new_string (words[i]));
      kept = g_settings_get_string (ty_settings_get (), "roster-density");
      g_assert_cmpstr (kept, ==, words[i]);
      later = g_object_ref_sink (ty_people_page_new (fixture->office));
      later_view = ty_test_find_type (later, GTK_TYPE_COLUMN_VIEW);
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_assert_cmpint (gtk_widget_has_css_class (view, words[j]), ==, i == j);
          g_assert_cmpint (gtk_widget_has_css_class (later_view, words[j]), ==, i == j);
        }
    }
}

/* What the menu of a row offers leads to people who have the same. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  const TyDimension *dimensions[] = { ty_dimension_find ("township"), ty_dimension_find ("post") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) values = NULL;
  gint64 person = ty_roster_list_get_person (get_list (fixture), 3);
  guint position;

  ty_office_find_values_async (fixture->office, TY_WHO_IN_OFFICE, person, dimensions,
                               G_N_ELEMENTS (dimensions), NULL, ty_test_office_keep_result, &result);
  values = ty_office_find_values_finish (fixture->office, ty_test_office_await (&result), NULL);
  g_assert_cmpuint (values->len, >=, 2);
  for (guint i = 0; i < values->len; i++)
    {
      const TyPersonValue *value = g_ptr_array_index (values, i);

      act (fixture, "roster.filter", g_variant_new ("(sss)", value->dimension->key, value->key,
                                                    value->label));
      g_assert_true (ty_roster_list_find (get_list (fixture), person, &position));
    }
}

/* Nobody: each filter is named, and all can be taken away at once. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *view = ty_test_find_type (fixture->page, GTK_TYPE_COLUMN_VIEW);
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (view, GTK_TYPE_STACK));
  guint everybody = get_n (fixture);
  const char *text;

  act (fixture, "roster.filter", g_variant_new ("(sss)", "sex", "2", "女"));
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_type (fixture->page, GTK_TYPE_SEARCH_ENTRY)), "qqq");
  settle (fixture);
  ty_test_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "nothing") == 0);
  text = adw_status_page_get_description (
    ADW_STATUS_PAGE (gtk_stack_get_visible_child (stack)));
  g_assert_nonnull (strstr (text, "Sex: 女"));
  g_assert_nonnull (strstr (text, "qqq"));
  act (fixture, "roster.clear", NULL);
  g_assert_cmpuint (get_n (fixture), ==, everybody);
}

/* The preview shows the row where one is, and comes and goes. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  TyRosterPreview *preview = TY_ROSTER_PREVIEW (ty_test_find_type (fixture->page, TY_TYPE_ROSTER_PREVIEW));
  g_autoptr(GArray) people = list_shown (fixture);
  g_autoptr(GPtrArray) rows = load_rows (fixture, people);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1700, 768);
  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (preview)));
  for (guint i = 0; i < 3; i++)
    ty_roster_selection_choose (get_selection (fixture), i);
  ty_test_wait_until (!ty_roster_preview_is_loading (preview));
  g_assert_cmpint (ty_roster_preview_get_person (preview), ==, g_array_index (people, gint64, 2));
  g_assert_cmpstr (get_text (GTK_WIDGET (preview), "title-3"), ==,
                   ty_roster_row_get_name (g_ptr_array_index (rows, 2)));
  act (fixture, "roster.roster-preview", NULL);
  ty_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (preview)));
  act (fixture, "roster.roster-preview", NULL);
  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (preview)));

  /* A narrow window has no room for it, and shows it to whoever asks. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  ty_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (preview)));
  act (fixture, "roster.roster-preview", NULL);
  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (preview)));
  act (fixture, "roster.roster-preview", NULL);
  ty_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (preview)));
  act (fixture, "roster.roster-preview", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1700, 768);
  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (preview)));
}

/* The name stays first; what is chosen, moved and drawn out is there again the next time. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const words[] = { "age", "phone", "name", "shoe size", NULL };
  GtkColumnView *view = GTK_COLUMN_VIEW (ty_test_find_type (fixture->page, GTK_TYPE_COLUMN_VIEW));
  g_autoptr(GtkColumnViewColumn) phone = NULL;
  g_autoptr(GVariant) widths = NULL;
  g_auto(GStrv) shown = NULL;
  g_auto(GStrv) kept = NULL;
  int width = 0;

  ty_roster_columns_set_shown (view, words);
  shown = ty_roster_columns_get_shown (view);
  g_assert_cmpuint (g_strv_length (shown), ==, 3);
  g_assert_cmpstr (shown[0], ==, "name");
  g_assert_cmpstr (shown[1], ==, "age");
  g_assert_cmpstr (shown[2], ==, "phone");

  phone = g_list_model_get_item (gtk_column_view_get_columns (view), 3);
  g_assert_true (gtk_column_view_column_get_expand (phone));
  gtk_column_view_column_set_fixed_width (phone, 177);
  g_assert_false (gtk_column_view_column_get_expand (phone)); /* what was set by hand is not made wider */
  widths = g_variant_ref_sink (ty_roster_columns_get_widths (view));
  g_assert_true (g_variant_lookup (widths, "phone", "i", &width));
  g_assert_cmpint (width, ==, 177);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&kept, g_strfreev);
      kept = g_settings_get_strv (ty_settings_get (), "roster-columns");
    }
  while (kept[0] == NULL);
  g_assert_cmpstr (kept[2], ==, "phone");

  act (fixture, "roster.roster-density", g_variant_new_string ("loose"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (view), "loose"));
  g_settings_reset (ty_settings_get (), "roster-density");
  g_settings_reset (ty_settings_get (), "roster-widths");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_model_init ();
  ty_pages_init ();

  g_test_add ("/roster/facets", Fixture, NULL, set_up, test_facets, tear_down);
  g_test_add ("/roster/added-facet", Fixture, NULL, set_up, test_added_facet, tear_down);
  g_test_add ("/roster/conditions", Fixture, NULL, set_up, test_conditions, tear_down);
  g_test_add ("/roster/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/roster/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/roster/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/roster/density", Fixture, NULL, set_up, test_density, tear_down);
  g_test_add ("/roster/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/roster/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/roster/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/roster/columns", Fixture, NULL, set_up, test_columns, tear_down);

  return g_test_run ();
}
