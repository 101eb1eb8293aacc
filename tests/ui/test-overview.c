/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-agenda-card.h"
#include "ty-agenda-row.h"
#include "ty-app-resources.h"
#include "ty-first-step.h"
#include "ty-first-steps.h"
#include "ty-history-item.h"
#include "ty-model.h"
#include "ty-office-agenda.h"
#include "ty-office-villages.h"
#include "ty-pages.h"
#include "ty-people-page.h"
#include "ty-person-page.h"
#include "ty-presentation.h"
#include "ty-recent-card.h"
#include "ty-recent-row.h"
#include "ty-roster-list.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-window.h"

#include <string.h>
#include <time.h>

/* The overview: what is to be done leads to whom it is about, what changed lately to its place in the
 * history, and an empty county to its first steps. */

static GtkApplication *application;

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

static TyWindow *
show_file (const char *path)
{
  TyWindow *window = ty_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, path);
  settle (window);
  return window;
}

static void
close_window (TyWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Those of a type that are seen, in their order. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_shown (gpointer widget,
            GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (widget), type, found);
  return found;
}

static gboolean
is_shown (gpointer widget,
          GType    type)
{
  g_autoptr(GPtrArray) found = list_shown (widget, type);

  return found->len > 0;
}

static gboolean
says (gpointer    widget,
      const char *text)
{
  g_autoptr(GPtrArray) labels = list_shown (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_label (g_ptr_array_index (labels, i)), text) == 0)
      return TRUE;

  return FALSE;
}

static const char *
page_name (TyWindow *window)
{
  return ty_page_get_page_name (ty_window_get_page (window));
}

static TyAgenda *
load_agenda (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_load_agenda_async (office, TRUE, NULL, ty_test_office_keep_result, &result);
  return ty_office_load_agenda_finish (office, ty_test_office_await (&result), NULL);
}

static guint
count_people (TyWindow *window)
{
  TyRosterSelection *selection = ty_people_page_get_selection (TY_PEOPLE_PAGE (ty_window_get_page (window)));

  return ty_roster_list_get_n_people (ty_roster_selection_get_list (selection));
}

/* Each duty leads to whom it is about, and back leads to the list. */
static void
assert_leads (TyWindow           *window,
              const TyAgendaItem *item,
              GtkWidget          *row)
{
  g_assert_true (says (row, item->text));
  g_assert_true (says (row, item->where));
  gtk_widget_activate (row);
  settle (window);
  if (g_str_equal (item->action, "win.show-value"))
    {
      g_assert_cmpstr (page_name (window), ==, "roster");
      g_assert_cmpuint (count_people (window), ==, item->n);
    }
  else if (g_str_equal (item->action, "win.show-villages"))
    g_assert_cmpstr (page_name (window), ==, "villages");
  else
    g_assert_true (g_str_equal (page_name (window), "person") || g_str_equal (page_name (window), "village")
                   || g_str_equal (page_name (window), "roster"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  settle (window);
  g_assert_cmpstr (page_name (window), ==, "overview");
}

/* Of the main thread, in milliseconds. */
static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
assert_column (TyWindow  *window,
               GPtrArray *rows)
{
  graphene_rect_t first, bounds;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      GObject *where = gtk_widget_get_template_child (row, TY_TYPE_AGENDA_ROW, "where_label");

      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (where), GTK_WIDGET (window), &bounds));
      if (i == 0)
        first = bounds;
      g_assert_cmpfloat (bounds.origin.x, ==, first.origin.x);
    }
}

/* Each leads to its place; places stand below each other, however long the texts before them are. */
static void
test_agenda (void)
{
  TyWindow *window = show_file (NULL);
  TyOffice *office = ty_window_get_office (window);
  g_autoptr(TyAgenda) agenda = NULL;
  double before;
  guint n;

  before = get_cpu ();
  ty_office_set_as_of (office, ty_date_new (2024, 6, 30));
  settle (window);
  g_test_message ("another date: %.0f ms of the main thread", get_cpu () - before);

  agenda = load_agenda (office);
  n = agenda->items->len;
  g_assert_cmpuint (n, >, 4);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GPtrArray) rows = list_shown (ty_window_get_page (window), TY_TYPE_AGENDA_ROW);

      g_assert_cmpuint (rows->len, ==, n);
      assert_column (window, rows);
      assert_leads (window, ty_agenda_get (agenda, i), g_ptr_array_index (rows, i));
    }
  close_window (window);
}

static TyAgenda *
make_agenda (guint n_late,
             guint n_undated)
{
  TyAgenda *agenda = g_new0 (TyAgenda, 1);

  agenda->items = g_ptr_array_new_with_free_func (g_free);
  agenda->as_of = ty_date_new (2021, 12, 24);
  for (guint i = 0; i < n_late + n_undated; i++)
    {
      TyAgendaItem *item = g_new0 (TyAgendaItem, 1);

      item->icon_name = "ty-calendar-symbolic";
      item->text = (char *) "Age limit reached";
      item->where = (char *) "后凤泉村";
      item->due = i < n_late ? ty_date_new (2021, 12, 18) : TY_DATE_NONE;
      item->group = i < n_late ? TY_AGENDA_LATE : TY_AGENDA_UNDATED;
      item->n = 1;
      item->action = "win.show-person";
      item->target = g_variant_ref_sink (g_variant_new_int64 (1));
      g_ptr_array_add (agenda->items, item);
    }
  return agenda;
}

static void
free_targets (TyAgenda *agenda)
{
  for (guint i = 0; i < agenda->items->len; i++)
    g_variant_unref (ty_agenda_get (agenda, i)->target);
}

static void
assert_rows (gpointer card,
             guint    expected)
{
  g_autoptr(GPtrArray) rows = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  rows = list_shown (card, TY_TYPE_AGENDA_ROW);
  g_assert_cmpuint (rows->len, ==, expected);
}

/* The first few, all of them, none. */
static void
test_card (void)
{
  GtkWidget *window = gtk_window_new ();
  TyAgendaCard *card = g_object_new (TY_TYPE_AGENDA_CARD, NULL);
  TyAgenda *many = make_agenda (6, 8);
  TyAgenda *none = make_agenda (0, 0);
  g_autoptr(GPtrArray) buttons = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (card));
  gtk_window_present (GTK_WINDOW (window));
  ty_agenda_card_show (card, many);
  assert_rows (card, 9);
  g_assert_true (says (card, "6 items"));
  g_assert_true (says (card, "8 items"));
  g_assert_true (says (card, "6 days late"));
  g_assert_true (says (card, "12.18"));
  g_assert_true (says (card, "5 more items"));
  g_assert_true (says (card, "Show all 14"));

  buttons = list_shown (card, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 1);
  gtk_toggle_button_set_active (g_ptr_array_index (buttons, 0), TRUE);
  assert_rows (card, 14);
  g_assert_true (says (card, "Show fewer"));
  gtk_toggle_button_set_active (g_ptr_array_index (buttons, 0), FALSE);
  assert_rows (card, 9);

  free_targets (many);
  ty_agenda_card_show (card, none);
  assert_rows (card, 0);
  g_assert_true (says (card, "Nothing has to be done at this date in this scope."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_seats (TyOffice *office,
           gint64    unit)
{
  const TySeatChange change = { "party", 3, 0 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_set_seats_async (office, &unit, 1, &change, 1, TY_DATE_NONE, NULL,
                             ty_test_office_keep_result, &result);
  ty_office_set_seats_finish (office, ty_test_office_await (&result), NULL, &error);
  g_assert_no_error (error);
}

static guint
count_done (gpointer page)
{
  g_autoptr(GPtrArray) steps = list_shown (page, TY_TYPE_FIRST_STEP);
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n += is_shown (g_ptr_array_index (steps, i), GTK_TYPE_IMAGE);
  return n;
}

static const char *
get_last_action (gpointer page,
                 guint    n_buttons)
{
  g_autoptr(GPtrArray) steps = list_shown (page, TY_TYPE_FIRST_STEPS);
  g_autoptr(GPtrArray) buttons = NULL;

  g_assert_cmpuint (steps->len, ==, 1);
  buttons = list_shown (g_ptr_array_index (steps, 0), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, n_buttons);
  return gtk_actionable_get_action_name (g_ptr_array_index (buttons, n_buttons - 1));
}

/* An empty county shows what comes first; each step that is done has its tick, and they go with the
 * last one that is needed: photos are offered as soon as there are people. */
static void
test_first_steps (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person;
  TyWindow *window;

  ty_test_office_done (county);
  window = show_file (county->path);
  g_assert_cmpuint (count_done (ty_window_get_page (window)), ==, 2);
  g_assert_true (says (ty_window_get_page (window), "2 of 5 done"));
  g_assert_cmpstr (get_last_action (ty_window_get_page (window), 1), ==, "win.import-roster");
  g_assert_false (is_shown (ty_window_get_page (window), TY_TYPE_AGENDA_CARD));
  close_window (window);

  g_clear_pointer (&county, ty_test_office_free);
  county = ty_test_office_new ();
  person = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);
  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", NULL);
  ty_test_office_done (county);
  window = show_file (county->path);
  g_assert_cmpuint (count_done (ty_window_get_page (window)), ==, 3);
  g_assert_cmpstr (get_last_action (ty_window_get_page (window), 2), ==, "win.import-photos");
  g_assert_true (is_shown (ty_window_get_page (window), TY_TYPE_AGENDA_CARD));
  /* As many villages as the list has, though a team is in one of them only. */
  g_assert_true (says (ty_window_get_page (window), "3"));
  set_seats (ty_window_get_office (window), county->pine);
  settle (window);
  g_assert_false (is_shown (ty_window_get_page (window), TY_TYPE_FIRST_STEPS));
  close_window (window);
}

static gint64
get_selected_action (TyWindow *window)
{
  g_autoptr(GPtrArray) views = list_shown (ty_window_get_page (window), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (g_ptr_array_index (views, 0));
  TyHistoryItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  return item != NULL ? ty_history_item_get_seq (item) : 0;
}

/* The action at the top, or 0 while there is none: what was done is told to the page by and by. */
static gint64
get_first_action (TyWindow *window)
{
  g_autoptr(GPtrArray) rows = list_shown (ty_window_get_page (window), TY_TYPE_RECENT_ROW);

  return rows->len > 0 ? g_variant_get_int64 (gtk_actionable_get_action_target_value (g_ptr_array_index (rows, 0))) : 0;
}

/* What was done a moment ago stands there with its button to take it back, and leads to its place in the
 * history. */
static void
test_recent (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "任秀兰", "2", "1980-01", NULL);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) later = NULL;
  TyWindow *window;
  gint64 first, seq;
  guint n;

  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", NULL);
  ty_test_office_done (county);
  window = show_file (county->path);
  rows = list_shown (ty_window_get_page (window), TY_TYPE_RECENT_ROW);
  n = rows->len;
  g_assert_cmpuint (n, >, 0);
  first = get_first_action (window);
  set_seats (ty_window_get_office (window), county->pine);
  ty_test_wait_until (get_first_action (window) != first);
  settle (window);
  later = list_shown (ty_window_get_page (window), TY_TYPE_RECENT_ROW);
  g_assert_cmpuint (later->len, ==, MIN (n + 1, TY_RECENT_CARD_ROWS));
  g_assert_true (is_shown (g_ptr_array_index (later, 0), GTK_TYPE_BUTTON));

  seq = g_variant_get_int64 (gtk_actionable_get_action_target_value (g_ptr_array_index (later, 1)));
  gtk_widget_activate (g_ptr_array_index (later, 1));
  ty_test_wait_until (g_str_equal (page_name (window), "history"));
  settle (window);
  g_assert_cmpint (get_selected_action (window), ==, seq);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  settle (window);
  g_assert_cmpstr (page_name (window), ==, "overview");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ty_test_wait_until (is_shown (ty_window_get_page (window), TY_TYPE_FIRST_STEPS));
  settle (window);
  close_window (window);
}

static GtkWidget *
await_presentation (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint timeout = g_timeout_add_seconds (get_patience (), timeout_cb, NULL);

  for (;;)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

          if (TY_IS_PRESENTATION (window) && gtk_widget_get_mapped (window))
            {
              g_source_remove (timeout);
              return window;
            }
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What F5 shows from a page without slides of its own is called by what it is, and not by a page. */
static void
test_present (void)
{
  TyWindow *window = show_file (NULL);
  GtkWidget *presentation;
  g_autoptr(GPtrArray) areas = NULL;

  g_settings_set_string (ty_settings_get (), "presentation-slides", "pages");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "history");
  settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  presentation = await_presentation ();
  areas = list_shown (presentation, GTK_TYPE_DRAWING_AREA);
  g_assert_cmpuint (areas->len, >=, 1);
  gtk_test_accessible_assert_property (g_ptr_array_index (areas, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Summary");
  gtk_window_destroy (GTK_WINDOW (presentation));
  g_settings_reset (ty_settings_get (), "presentation-slides");
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  ty_test_office_init ();
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

  g_test_add_func ("/overview/card", test_card);
  g_test_add_func ("/overview/agenda", test_agenda);
  g_test_add_func ("/overview/first-steps", test_first_steps);
  g_test_add_func ("/overview/recent", test_recent);
  g_test_add_func ("/overview/present", test_present);

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
