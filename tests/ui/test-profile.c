/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-attachment.h"
#include "ty-custom-field.h"
#include "ty-custom-value.h"
#include "ty-pages.h"
#include "ty-penalty.h"
#include "ty-person-page-private.h"
#include "ty-person-time-line.h"
#include "ty-record-editor.h"
#include "ty-test-office.h"

#include <adwaita.h>
#include <string.h>

/* What the page of a person draws and says. */

#define NUMBER "990101197710210014"
#define MASKED "990101 19771021 ****"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 person;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  fixture->person = ty_test_office_add_person (fixture->county, "张晓明", "1", "1977-10", NUMBER);
  ty_test_office_add_post (fixture->county, fixture->person, fixture->county->pine, "D1", "2021-10", NULL);
  fixture->office = ty_test_office_open (fixture->county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static gboolean
tells (TyTimeLine *line,
       const char *text)
{
  for (guint i = 0; i < ty_time_line_get_n (line); i++)
    if (g_str_equal (ty_time_line_get_text (line, i), text))
      return TRUE;

  return FALSE;
}

static void
add_attachment (TyPersonFile *file,
                const char   *title,
                TyDate        day)
{
  TyRecord *row = TY_RECORD (ty_attachment_new ());

  ty_record_set_text (row, TY_ATTACHMENT_TITLE, title);
  ty_record_set_date (row, TY_ATTACHMENT_DATE, day);
  g_ptr_array_add (file->attachments, row);
}

static void
add_penalty (TyPersonFile *file,
             const char   *title,
             TyDate        day,
             TyDate        until)
{
  TyRecord *row = TY_RECORD (ty_penalty_new ());

  ty_record_set_text (row, TY_PENALTY_TITLE, title);
  ty_record_set_date (row, TY_PENALTY_DATE, day);
  ty_record_set_date (row, TY_PENALTY_UNTIL_DATE, until);
  g_ptr_array_add (file->penalties, row);
}

static void
add_own (TyPersonFile *file,
         gint64        key,
         const char   *name,
         const char   *kind,
         const char   *privacy,
         const char   *value)
{
  TyRecord *field = TY_RECORD (ty_custom_field_new ());
  TyRecord *row = TY_RECORD (ty_custom_value_new ());

  ty_record_set_integer (field, TY_CUSTOM_FIELD_ID, key);
  ty_record_set_text (field, TY_CUSTOM_FIELD_NAME, name);
  ty_record_set_text (field, TY_CUSTOM_FIELD_KIND, kind);
  ty_record_set_text (field, TY_CUSTOM_FIELD_PRIVACY, privacy);
  ty_record_set_integer (row, TY_CUSTOM_VALUE_FIELD, key);
  ty_record_set_text (row, TY_CUSTOM_VALUE_VALUE, value);
  g_ptr_array_add (file->own_fields, field);
  g_ptr_array_add (file->own_values, row);
}

/* Papers, penalties and dates of the county's own stand on the time line, each at its day; what is
 * sensitive, has no date or is still to come does not. */
static void
test_time_line (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (fixture->office, fixture->person);
  const TyDate as_of = ty_date_new (2021, 12, 31);
  g_autoptr(TyTimeLine) before = ty_person_time_line_new (file, as_of);
  g_autoptr(TyTimeLine) after = NULL;

  add_attachment (file, "任职文件", ty_date_new (2021, 10, 15));
  add_attachment (file, "无日期的扫描件", TY_DATE_NONE);
  add_attachment (file, "以后的材料", ty_date_new (2022, 3, 1));
  add_penalty (file, "党内警告", ty_date_new (2015, 3, 0), ty_date_new (2016, 3, 0));
  add_penalty (file, "诫勉", ty_date_new (2018, 6, 0), TY_DATE_NONE);
  add_own (file, 1, "驾驶证到期", "date", "internal", "2020-05-06");
  add_own (file, 2, "手术日期", "date", "sensitive", "2019-01-02");
  add_own (file, 3, "联系农户数", "number", "internal", "12");

  after = ty_person_time_line_new (file, as_of);
  g_assert_cmpuint (ty_time_line_get_n (after), ==, ty_time_line_get_n (before) + 4);
  g_assert_true (tells (after, "2021.10.15　任职文件"));
  g_assert_true (tells (after, "2015.03—2016.03　党内警告"));
  g_assert_true (tells (after, "2018.06　诫勉"));
  g_assert_true (tells (after, "2020.05.06　驾驶证到期"));
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TyPersonPage *
show_page (Fixture *fixture)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  TyPersonPage *page = TY_PERSON_PAGE (ty_person_page_new (fixture->office));

  gtk_window_set_default_size (window, 1157, 768);
  gtk_window_set_child (window, GTK_WIDGET (page));
  gtk_window_present (window);
  ty_person_page_show (page, fixture->person);
  while (ty_page_get_loading (TY_PAGE (page)) || page->file == NULL
         || !gtk_widget_get_mapped (GTK_WIDGET (page->who_box)))
    g_main_context_iteration (NULL, TRUE);
  return page;
}

/* Also where text is half as large again, the month of birth is one line. */
static void
test_born (Fixture       *fixture,
           gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  TyPersonPage *page;
  GtkWidget *label;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  page = show_page (fixture);
  label = find_label (GTK_WIDGET (page->who_box), "born 1977.10");
  g_assert_nonnull (label);
  while (gtk_widget_get_width (label) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 1);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static GtkWidget *
find_editor (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TY_IS_RECORD_EDITOR (window))
        return window;
    }
  return NULL;
}

static void
problem_cb (char      **told,
            const char *text)
{
  g_free (*told);
  *told = g_strdup (text);
}

static gint64
count_events (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  ty_database_get_integer (ty_store_get_database (store),
                           "SELECT count(*) FROM event WHERE kind = 'sensitive.shown'", &n, &error);
  g_assert_no_error (error);
  g_assert_true (ty_store_close (store, NULL));
  return n;
}

/* A form shows an ID number only after that was noted. Where the file can only be read nothing is noted, so
 * no form opens, by whatever way it is asked for, and what is masked stays masked. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  Fixture second = *fixture;
  TyPersonPage *page = show_page (fixture);
  g_autofree char *told = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "person.edit", NULL);
  g_assert_null (find_editor ());
  while (find_editor () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count_events (fixture), >=, 1);
  gtk_window_destroy (GTK_WINDOW (find_editor ()));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));

  second.office = ty_test_office_open (fixture->county);
  g_assert_true (ty_office_is_read_only (second.office));
  page = show_page (&second);
  g_signal_connect_swapped (page, "problem", G_CALLBACK (problem_cb), &told);
  gtk_widget_activate_action (GTK_WIDGET (page), "person.edit", NULL);
  ty_person_page_ask_for_form (page, (TyPersonForm){ TY_PERSON_FORM_BASICS, 0, 0 });
  gtk_widget_activate_action (GTK_WIDGET (page), "person.add-row", "u", (guint) TY_PERSON_SECTION_POSTS);
  gtk_widget_activate_action (GTK_WIDGET (page), "person.edit-row", "(uu)", (guint) TY_PERSON_SECTION_POSTS, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "person.change-posts", "s", "appoint");
  gtk_widget_activate_action (GTK_WIDGET (page), "person.reveal", "u", (guint) TY_PERSON_ID_NUMBER);
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_editor ());
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_null (find_label (GTK_WIDGET (page), NUMBER));
  g_assert_nonnull (find_label (GTK_WIDGET (page), MASKED));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  ty_test_office_close (second.office);
  g_object_unref (second.office);
}

static guint
count_buttons (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child);
  return n;
}

/* What has no row stands neither in the index nor as a card, but can be entered with a button; what is missing
 * says so. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  TyPersonPage *page = show_page (fixture);
  const guint n_offers = ty_person_section_count (TY_PERSON_SECTION_EMPTY, page->file);
  guint n_cards = 0, n_rows = 0;

  g_assert_null (page->cards[TY_PERSON_SECTION_HONOURS]);
  g_assert_null (page->cards[TY_PERSON_SECTION_TRAINING]);
  g_assert_nonnull (page->cards[TY_PERSON_SECTION_POSTS]);
  g_assert_nonnull (page->cards[TY_PERSON_SECTION_RESUME]);
  g_assert_nonnull (page->cards[TY_PERSON_SECTION_EMPTY]);
  g_assert_cmpuint (n_offers, >, 4);
  g_assert_cmpuint (count_buttons (page->cards[TY_PERSON_SECTION_EMPTY]), ==, n_offers);

  for (guint i = 0; i < TY_N_PERSON_SECTIONS; i++)
    n_cards += page->cards[i] != NULL;
  while (gtk_list_box_get_row_at_index (page->index, (int) n_rows) != NULL)
    n_rows++;
  g_assert_cmpuint (n_rows, ==, n_cards);

  gtk_widget_activate_action (GTK_WIDGET (page), "person.add-row", "u", (guint) TY_PERSON_SECTION_HONOURS);
  g_assert_nonnull (find_editor ());
  gtk_window_destroy (GTK_WINDOW (find_editor ()));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

#define ADD(name, func) g_test_add ("/profile/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("time-line", test_time_line);
  ADD ("born", test_born);
  ADD ("empty", test_empty);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
