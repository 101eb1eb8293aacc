/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-filter-button.h"
#include "ty-format.h"
#include "ty-history-list.h"
#include "ty-history-page.h"
#include "ty-history-pane.h"
#include "ty-pages.h"
#include "ty-office-person.h"
#include "ty-person-edit.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <string.h>

/* The page of the history on a window of its own, which notes what it is asked to take back. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  GtkWidget *page;
  GtkWidget *view;
  TyHistoryPane *pane;
  gint64 zhang, han;
  gint64 first, second, third; /* phone of the first, phone of the second, address of the first */
  gint64 asked;                /* what was to be taken back */
} Fixture;

static GtkWidget *
find_child (GtkWidget *widget,
            gboolean (*fits) (GtkWidget *widget, gpointer data),
            gpointer   data)
{
  if (fits (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, fits, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_class (GtkWidget *widget,
           gpointer   data)
{
  return gtk_widget_has_css_class (widget, data);
}

static gboolean
has_type (GtkWidget *widget,
          gpointer   data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

static gboolean
shows_text (GtkWidget *widget,
            gpointer   data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static gboolean
is_button (GtkWidget *widget,
           gpointer   data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

static gint64
edit (TyTestOffice *county,
      const char   *user,
      gint64        person,
      guint         field,
      const char   *value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (county->store), &ty_person_info,
                                             person, &error);
  gint64 seq = 0;

  g_assert_no_error (error);
  ty_record_set_text (record, field, value);
  ty_person_edit_run (county->store, user, TY_PERSON (record), &seq, &error);
  g_assert_no_error (error);
  return seq;
}

static TyHistoryList *
get_list (Fixture *fixture)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (fixture->view));

  return TY_HISTORY_LIST (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection)));
}

static gboolean
is_settled (Fixture *fixture)
{
  gboolean loading;

  g_object_get (fixture->pane, "loading", &loading, NULL);
  return !loading && !ty_page_get_loading (TY_PAGE (fixture->page))
         && ty_history_list_is_answered (get_list (fixture));
}

static void
settle (Fixture *fixture)
{
  guint quiet = 0;

  while (quiet < 20)
    {
      g_main_context_iteration (NULL, FALSE);
      quiet = is_settled (fixture) ? quiet + 1 : 0;
      g_usleep (2000);
    }
}

static void
take_back_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Fixture *fixture = user_data;

  fixture->asked = g_variant_get_int64 (parameter);
}

static void
add_window (Fixture *fixture)
{
  const GActionEntry entries[] = { { "take-back", take_back_cb, "x", NULL, NULL, { 0 } } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (fixture->window, 1158, 700);
  fixture->page = ty_history_page_new (fixture->office);
  fixture->view = find_child (fixture->page, has_class, (gpointer) "ty-history");
  fixture->pane = TY_HISTORY_PANE (find_child (fixture->page, has_type,
                                               GSIZE_TO_POINTER (TY_TYPE_HISTORY_PANE)));
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();

  fixture->county = county;
  fixture->zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  fixture->han = ty_test_office_add_person (county, "韩国华", "1", "1975-05", NULL);
  fixture->first = edit (county, "李敏", fixture->zhang, TY_PERSON_PHONE, "19900001111");
  fixture->second = edit (county, "李敏", fixture->han, TY_PERSON_PHONE, "19900002222");
  fixture->third = edit (county, "王强", fixture->zhang, TY_PERSON_SKILL, "养蜂");
  fixture->office = ty_test_office_open (county);
  add_window (fixture);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->page);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static gint64
get_selected (Fixture *fixture)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (fixture->view));
  TyHistoryItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));

  return item != NULL ? ty_history_item_get_seq (item) : 0;
}

static void
select_action (Fixture *fixture,
               gint64   seq)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (fixture->view));
  guint position;

  g_assert_true (ty_history_list_find (get_list (fixture), seq, &position));
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), position);
  settle (fixture);
  g_assert_cmpint (get_selected (fixture), ==, seq);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *text)
{
  return find_child (fixture->page, shows_text, (gpointer) text) != NULL;
}

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_child (fixture->page, is_button, (gpointer) label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkWidget *entry = find_child (fixture->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_SEARCH_ENTRY));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  settle (fixture);
}

/* The newest below the heading of its day, selected, with its values beside it. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyHistoryItem) heading = g_list_model_get_item (G_LIST_MODEL (get_list (fixture)), 0);
  g_autofree char *day = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *today = NULL;

  g_assert_true (ty_history_item_is_heading (heading));
  g_assert_cmpint (get_selected (fixture), ==, fixture->third);
  day = ty_format_day_long (ty_date_today ());
  weekday = ty_format_weekday (ty_date_today ());
  today = g_strdup_printf ("Today, %s, %s", weekday, day);
  g_assert_true (is_shown (fixture, today));
  g_assert_true (is_shown (fixture, "Person edited: 张晓明"));
  g_assert_true (is_shown (fixture, "养蜂"));

  select_action (fixture, fixture->second);
  g_assert_true (is_shown (fixture, "199****2222"));
  g_assert_false (is_shown (fixture, "19900002222"));
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture)));
  g_autofree char *count = NULL;

  search (fixture, "韓國華 李敏");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture))), ==, 2);
  count = g_strdup_printf ("1 of %u actions", ty_history_list_get_index (get_list (fixture))->n_all);
  g_assert_true (is_shown (fixture, count));

  search (fixture, "nobody");
  g_assert_true (is_shown (fixture, "No action matches"));
  g_assert_true (is_shown (fixture, "Search: nobody"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.clear-filters", NULL));
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture))), ==, n_all);
  g_assert_false (is_shown (fixture, "No action matches"));
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *kind = find_child (fixture->page, has_type, GSIZE_TO_POINTER (TY_TYPE_FILTER_BUTTON));

  ty_filter_button_choose_first (TY_FILTER_BUTTON (kind));
  settle (fixture);
  g_assert_cmpuint (ty_history_list_get_index (get_list (fixture))->kinds->len, >=, 2);
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.clear-filters", NULL));
  g_signal_emit_by_name (kind, "chosen", "person.edit", "Person edited");
  settle (fixture);
  g_assert_cmpuint (ty_history_list_get_index (get_list (fixture))->seqs->len, ==, 3);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree char *label = ty_office_take_back_finish (TY_OFFICE (source), result, user_data, NULL);

  g_assert_nonnull (label);
}

/* Chosen among others, shown as undone, and gone to from what took it back. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 by = 0;

  select_action (fixture, fixture->second);
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.take-back", NULL));
  settle (fixture);
  g_assert_cmpint (fixture->asked, ==, fixture->second);

  ty_office_take_back_async (fixture->office, fixture->asked, NULL, taken_back_cb, &by);
  while (by == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  g_assert_cmpint (get_selected (fixture), ==, fixture->second);
  g_assert_true (is_shown (fixture, "Taken back by action"));
  g_assert_true (is_shown (fixture, "undone"));
  press (fixture, "Show That Action");
  g_assert_cmpint (get_selected (fixture), ==, by);
  g_assert_true (is_shown (fixture, "Takes back action"));
  g_assert_nonnull (find_child (fixture->page, is_button, (gpointer) "Redo This"));
}

/* What a later action stands against is not asked for; the reason is shown with a way to that action,
 * also where the filters leave it out. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  select_action (fixture, fixture->first);
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.take-back", NULL));
  settle (fixture);
  g_assert_cmpint (fixture->asked, ==, 0);
  g_assert_true (is_shown (fixture, "a later action changed the same records"));
  g_assert_null (find_child (fixture->page, is_button, (gpointer) "Undo This"));

  search (fixture, "张晓明 李敏");
  select_action (fixture, fixture->first);
  press (fixture, "Show the Later Action");
  g_assert_cmpint (get_selected (fixture), ==, fixture->third);
}

/* The place stays where a new action comes on top. */
static void
test_live (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 by = 0;
  guint before, after;

  select_action (fixture, fixture->first);
  ty_history_list_find (get_list (fixture), fixture->first, &before);
  ty_office_take_back_async (fixture->office, fixture->third, NULL, taken_back_cb, &by);
  while (by == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  g_assert_cmpint (get_selected (fixture), ==, fixture->first);
  g_assert_true (ty_history_list_find (get_list (fixture), fixture->first, &after));
  g_assert_cmpuint (after, ==, before + 1);
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  select_action (fixture, fixture->second);
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, read_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "李敏\tPerson edited: 韩国华\tPhone"));
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->county = ty_test_office_new ();
  ty_test_office_done (fixture->county);
  path = g_build_filename (fixture->county->folder, "empty.touyan", NULL);
  fixture->office = ty_office_new ();
  ty_office_create_async (fixture->office, path, "空县", "990102", NULL, ty_test_office_keep_result,
                          &result);
  ty_office_create_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  add_window (fixture);
  settle (fixture);
}

/* Nothing yet is told otherwise than nothing that matches. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (is_shown (fixture, "Nothing was changed yet"));
  g_assert_false (is_shown (fixture, "No action matches"));
}

/* The focus goes to the row that is selected; the arrows are tried in the whole window. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = fixture->page;
  guint first, n_items = g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture)));

  g_assert_true (ty_history_list_find (get_list (fixture), fixture->third, &first));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (n_items, >, 4);
  g_assert_true (gtk_widget_activate_action (page, "history.back-to-list", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), fixture->view));
}

static gboolean
is_events_button (GtkWidget *widget,
                  gpointer   data)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Events") == 0;
}

static gboolean
is_mapped_label (GtkWidget *widget,
                 gpointer   text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

/* Who had what of whom shown, and what was exported, stands by day beside the actions. */
static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const texts[] = { "Shown: ID number", "张晓明" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *button = find_child (fixture->page, is_events_button, NULL);

  ty_office_note_shown_async (fixture->office, fixture->zhang, "id_number", ty_test_office_keep_result, &result);
  g_assert_true (ty_office_note_shown_finish (fixture->office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
  g_assert_null (find_child (fixture->page, is_mapped_label, (gpointer) texts[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    while (find_child (fixture->page, is_mapped_label, (gpointer) texts[i]) == NULL)
      g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_mapped (fixture->view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  while (!gtk_widget_get_mapped (fixture->view))
    g_main_context_iteration (NULL, TRUE);
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
  ty_app_resources_register_resource ();

  ADD ("/history-page/list", test_list);
  ADD ("/history-page/filters", test_filters);
  ADD ("/history-page/choices", test_choices);
  ADD ("/history-page/take-back", test_take_back);
  ADD ("/history-page/refused", test_refused);
  ADD ("/history-page/live", test_live);
  ADD ("/history-page/copy", test_copy);
  ADD ("/history-page/keys", test_keys);
  ADD ("/history-page/events", test_events);
  g_test_add ("/history-page/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);
  return g_test_run ();
}
