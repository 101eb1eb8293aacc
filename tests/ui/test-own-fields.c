/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-custom-edit.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-group-editor.h"
#include "ty-office-custom.h"
#include "ty-own-fields-page.h"
#include "ty-pages.h"
#include "ty-people-page.h"
#include "ty-person-page.h"
#include "ty-person-sections.h"
#include "ty-preferences-window.h"
#include "ty-record-editor.h"
#include "ty-roster-cell.h"
#include "ty-roster-columns.h"
#include "ty-roster-sort.h"
#include "ty-settings.h"
#include "ty-test-office.h"

#include <adwaita.h>

/* The county's own fields, as somebody makes them in the preferences and fills them in. */

#define NUMBER "990101198002210018"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 person;
  gint64 fields[4]; /* a choice, a number, a yes or no, and a text that is sensitive */
} Fixture;

static gint64
add_field (Fixture    *fixture,
           const char *name,
           const char *kind,
           const char *choices,
           const char *privacy)
{
  g_autoptr(TyCustomField) field = ty_custom_field_new ();
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_NAME, name);
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_KIND, kind);
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_CHOICES, choices);
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_PRIVACY, privacy);
  ty_custom_edit_add (fixture->county->store, "test", field, NULL, &error);
  g_assert_no_error (error);
  return ty_custom_field_get_key (field);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  TyCustomChange changes[2] = { { 0 } };

  fixture->county = ty_test_office_new ();
  fixture->person = ty_test_office_add_person (fixture->county, "张晓明", "1", "1980-02", NUMBER);
  ty_test_office_add_post (fixture->county, fixture->person, fixture->county->pine, "D1", "2021-10",
                           NULL);
  fixture->fields[0] = add_field (fixture, "驾驶证", "choice", "C1、B2", "internal");
  fixture->fields[1] = add_field (fixture, "联系农户数", "number", NULL, "internal");
  fixture->fields[2] = add_field (fixture, "会开收割机", "yes-no", NULL, "internal");
  fixture->fields[3] = add_field (fixture, "困难情况", "text", NULL, "sensitive");
  changes[0] = (TyCustomChange){ fixture->fields[0], NULL, "B2" };
  changes[1] = (TyCustomChange){ fixture->fields[3], NULL, "患病" };
  ty_custom_edit_set (fixture->county->store, "test", fixture->person, changes, 2, NULL, &error);
  g_assert_no_error (error);
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

typedef gboolean (*TestFunc) (GtkWidget  *widget,
                              const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      TestFunc    test,
      const char *text)
{
  if (test (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, test, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row (GtkWidget  *widget,
        const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static GtkWidget *
wait_for (GtkWidget  *widget,
          TestFunc    test,
          const char *text)
{
  GtkWidget *found;

  while ((found = find (widget, test, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
wait_until_gone (GtkWidget  *widget,
                 TestFunc    test,
                 const char *text)
{
  while (find (widget, test, text) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
saved_cb (TyRecordEditor *editor,
          const char     *text,
          char          **told)
{
  *told = g_strdup (text);
}

/* Each kind has the row that suits it; what is wrong is said there, and all is saved as one action. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (fixture->office, fixture->person);
  g_autoptr(TyPersonFile) after = NULL;
  g_autofree char *told = NULL;
  TyRecordEditor *editor = ty_record_editor_new_own (fixture->office, fixture->person,
                                                     file->own_fields, file->own_values);
  GtkWidget *form = GTK_WIDGET (editor);

  g_signal_connect (editor, "saved", G_CALLBACK (saved_cb), &told);
  gtk_window_present (GTK_WINDOW (editor));
  g_assert_true (ADW_IS_COMBO_ROW (find (form, is_row, "驾驶证")));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find (form, is_row, "驾驶证"))), ==, 2);
  g_assert_true (ADW_IS_COMBO_ROW (find (form, is_row, "会开收割机")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (form, is_row, "会开收割机")), 1);
  gtk_editable_set_text (GTK_EDITABLE (find (form, is_row, "联系农户数")), "很多");
  g_assert_true (gtk_widget_activate_action (form, "editor.save", NULL));
  g_assert_nonnull (find (form, is_row, "联系农户数: write a number"));
  g_assert_null (told);

  gtk_editable_set_text (GTK_EDITABLE (find (form, is_row, "联系农户数")), "12");
  g_assert_true (gtk_widget_activate_action (form, "editor.save", NULL));
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);

  after = ty_test_office_load_person (fixture->office, fixture->person);
  g_assert_cmpuint (after->own_values->len, ==, 4);
  g_assert_cmpstr (ty_record_get_text (ty_custom_table_find_value (after->own_values, fixture->fields[1]),
                                       TY_CUSTOM_VALUE_VALUE), ==, "12");
  g_assert_cmpstr (ty_record_get_text (ty_custom_table_find_value (after->own_values, fixture->fields[2]),
                                       TY_CUSTOM_VALUE_VALUE), ==, "yes");
  /* One action for all of them. */
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==, "Own fields filled in");
}

/* The profile has the values, with what is sensitive masked until it is asked for. */
static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = ty_person_page_new (fixture->office);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, page);
  gtk_window_present (window);
  ty_person_page_show (TY_PERSON_PAGE (page), fixture->person);
  wait_for (page, is_label, "驾驶证");
  g_assert_nonnull (find (page, is_label, "B2"));
  g_assert_nonnull (find (page, is_label, "联系农户数"));
  g_assert_nonnull (find (page, is_label, "困难情况"));
  g_assert_null (find (page, is_label, "患病"));
  g_assert_nonnull (find (page, is_label, "****"));
  g_assert_true (gtk_widget_activate_action (page, "person.reveal-section", "u", TY_PERSON_SECTION_OWN));
  wait_for (page, is_label, "患病");
  gtk_window_destroy (window);
}

static guint
count_rows (GtkWidget *page)
{
  static const char *const names[] = { "驾驶证", "联系农户数", "会开收割机", "困难情况" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    n += find (page, is_row, names[i]) != NULL;
  return n;
}

static gboolean
stands_before (GtkWidget  *page,
               const char *first,
               const char *second)
{
  GtkWidget *a = find (page, is_row, first);
  GtkWidget *b = find (page, is_row, second);

  return a != NULL && b != NULL
         && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (a)) < gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (b));
}

static gboolean
is_own_fields (GtkWidget  *widget,
               const char *text)
{
  return TY_IS_OWN_FIELDS_PAGE (widget);
}

/* Fields are put in order by the keyboard, removed after a question, and brought back. */
static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  TyPreferencesWindow *window = ty_preferences_window_new (NULL);
  GtkWidget *page, *row;
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_windows;

  ty_preferences_window_set_office (window, fixture->office);
  page = find (GTK_WIDGET (window), is_own_fields, NULL);
  gtk_window_present (GTK_WINDOW (window));
  row = wait_for (page, is_row, "驾驶证");
  g_assert_cmpuint (count_rows (page), ==, 4);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "known of 1 person"));

  gtk_widget_activate_action (page, "own-fields.move", "(xi)", fixture->fields[0], 1);
  while (!stands_before (page, "联系农户数", "驾驶证"))
    g_main_context_iteration (NULL, TRUE);

  /* Nobody has a value: there is nothing to ask. */
  gtk_widget_activate_action (page, "own-fields.remove", "x", fixture->fields[1]);
  wait_until_gone (page, is_row, "联系农户数");

  n_windows = g_list_model_get_n_items (toplevels);
  gtk_widget_activate_action (page, "own-fields.remove", "x", fixture->fields[0]);
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, n_windows + 1);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) dialog = g_list_model_get_item (toplevels, i);

      if (!ADW_IS_MESSAGE_DIALOG (dialog))
        continue;
      g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "1 person"));
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
      break;
    }
  wait_until_gone (page, is_row, "驾驶证");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_cell (GtkWidget  *widget,
         const char *text)
{
  g_autofree char *label = NULL;

  if (!TY_IS_ROSTER_CELL (widget))
    return FALSE;
  g_object_get (widget, "label", &label, NULL);
  return g_strcmp0 (label, text) == 0;
}

/* By a field, turned round, and by the name behind it: two chips. By what is masked nobody sorts. */
static void
check_sorting (GtkWidget  *page,
               const char *licence,
               const char *secret)
{
  g_autofree char *turned = g_strconcat ("-", licence, NULL);
  GtkWidget *view = gtk_widget_get_ancestor (find (page, is_cell, "B2"), GTK_TYPE_COLUMN_VIEW);
  g_auto(GStrv) order = NULL;

  g_assert_null (ty_roster_columns_get_sort_title (GTK_COLUMN_VIEW (view), ty_roster_sort_read_word (secret)));
  gtk_widget_activate_action (page, "roster.add-sort", "s", licence);
  gtk_widget_activate_action (page, "roster.add-sort", "s", licence);
  gtk_widget_activate_action (page, "roster.add-sort", "s", "name");
  order = g_settings_get_strv (ty_settings_get (), "roster-order");
  g_assert_cmpstr (order[0], ==, turned);
  g_assert_cmpstr (order[1], ==, "name");
  wait_for (page, is_label, "驾驶证 ▼");
  wait_for (page, is_label, "Name ▲");
}

static GtkWidget *
find_editor (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TY_IS_GROUP_EDITOR (window))
        return window;
    }
  return NULL;
}

/* A field is a column of the roster that can be chosen, and masked where it is sensitive. */
static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *licence = g_strdup_printf ("own:%" G_GINT64_FORMAT, fixture->fields[0]);
  g_autofree char *secret = g_strdup_printf ("own:%" G_GINT64_FORMAT, fixture->fields[3]);
  const char *words[] = { "name", licence, secret, NULL };
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *page;
  GtkWidget *view;

  g_settings_set_strv (ty_settings_get (), "roster-columns", words);
  page = ty_people_page_new (fixture->office);
  gtk_window_set_default_size (window, 1200, 700);
  gtk_window_set_child (window, page);
  gtk_window_present (window);
  ty_page_refresh (TY_PAGE (page));
  wait_for (page, is_cell, "B2");
  wait_for (page, is_cell, "****");
  g_assert_null (find (page, is_cell, "患病"));
  view = gtk_widget_get_ancestor (find (page, is_cell, "B2"), GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpstr (ty_roster_columns_get_title (GTK_COLUMN_VIEW (view), licence), ==, "驾驶证");
  check_sorting (page, licence, secret);
  gtk_window_destroy (window);
}

/* A field is among what is changed of many. */
static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *licence = g_strdup_printf ("own:%" G_GINT64_FORMAT, fixture->fields[0]);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  TyGroupEditor *editor;
  GtkWidget *row;

  g_array_append_val (people, fixture->person);
  editor = ty_group_editor_new (fixture->office, people);
  gtk_window_present (GTK_WINDOW (editor));
  while (!ty_group_editor_choose (editor, licence))
    g_main_context_iteration (NULL, TRUE);
  row = wait_for (GTK_WIDGET (editor), is_row, "驾驶证");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gtk_widget_activate_action (GTK_WIDGET (editor), "group.next", NULL);
  wait_for (GTK_WIDGET (editor), is_label, "Of 1 people, 1 will be changed.");
  gtk_widget_activate_action (GTK_WIDGET (editor), "group.next", NULL);
  while (find_editor () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==, "驾驶证 set, 1 person");
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

#define ADD(name, func) g_test_add ("/own-fields/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("form", test_form);
  ADD ("section", test_section);
  ADD ("preferences", test_preferences);
  ADD ("roster", test_roster);
  ADD ("group", test_group);
#undef ADD

  return g_test_run ();
}
