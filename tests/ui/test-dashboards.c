/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-board-sheet.h"
#include "ty-card-editor.h"
#include "ty-card-chart.h"
#include "ty-chart-json.h"
#include "ty-cross-page-private.h"
#include "ty-dashboard-page-private.h"
#include "ty-office-dashboards.h"
#include "ty-office-snapshots.h"
#include "ty-pages.h"
#include "ty-test-office.h"
#include "ty-unit-table.h"

#include <adwaita.h>
#include <string.h>

/* The page of dashboards: marks and the people behind them, narrowing, changes with their undo, snapshots; and the page
 * of cross tables. */

#define N_VILLAGES 620
#define N_ALL 623 /* with those that are there already */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->county = ty_test_office_new ();
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("张%u", i);
      g_autofree char *birth = g_strdup_printf ("%u-03", 1960 + 5 * i);
      gint64 person = ty_test_office_add_person (self->county, name, i % 3 == 0 ? "2" : "1", birth, NULL);

      ty_test_office_add_post (self->county, person, i < 5 ? self->county->pine : self->county->plum,
                               i == 0 || i == 5 ? "D1" : "D3", i % 2 == 0 ? "2017-12" : "2021-11", NULL);
    }
  ty_test_office_add_term (self->county, 2021, "2021-10");
  self->office = ty_test_office_open (self->county);
  ty_office_set_as_of (self->office, ty_date_new (2021, 12, 31));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

static GtkWidget *
show (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
is_counted (TyDashboardPage *page)
{
  g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (page);
  const TyDashboard *dashboard = ty_dashboard_page_get_dashboard (page);

  return dashboard != NULL && charts->len == dashboard->cards->len && !ty_page_get_loading (TY_PAGE (page));
}

static void
await_counted (TyDashboardPage *page)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!is_counted (page))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static int
await_behind (TyDashboardPage *page)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (ty_dashboard_page_get_n_behind (page) < 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  return ty_dashboard_page_get_n_behind (page);
}

/* The first card that counts people by township, and its mark of a township. */
static gboolean
find_township (TyDashboardPage *page,
               guint           *card,
               guint           *mark)
{
  const TyDashboard *dashboard = ty_dashboard_page_get_dashboard (page);
  g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (page);

  for (*card = 0; *card < dashboard->cards->len; (*card)++)
    if (ty_dashboard_get_card (dashboard, *card)->kind == TY_CARD_HEAT
        && ty_chart_get_n_categories (g_ptr_array_index (charts, *card)) > 0)
      {
        *mark = ty_chart_get_mark (g_ptr_array_index (charts, *card), 0, 0);
        return TRUE;
      }
  return FALSE;
}

static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *widget = ty_dashboard_page_new (self->office);
  TyDashboardPage *page = TY_DASHBOARD_PAGE (widget);
  GtkWidget *window = show (widget);
  guint card, mark = 0;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ty_dashboard_page_show (page, "summary");
  await_counted (page);
  {
    g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (page);

    before = g_strdup (ty_chart_get_value_text (g_ptr_array_index (charts, 1), 0, 0));
  }
  g_assert_true (find_township (page, &card, &mark));
  g_assert_true (ty_dashboard_page_activate (page, card, mark));
  g_assert_cmpint (await_behind (page), >, 0);

  /* The other cards are narrowed to the township, this one is not. */
  await_counted (page);
  {
    g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (page);

    g_assert_cmpuint (ty_chart_get_n_categories (g_ptr_array_index (charts, card)), >, 1);
    after = g_strdup (ty_chart_get_value_text (g_ptr_array_index (charts, 1), 0, 0));
  }
  g_assert_nonnull (before);
  g_assert_nonnull (after);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkScrolledWindow *
find_scrolled (GtkWidget *widget)
{
  GtkScrolledWindow *found = GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget)
                               ? GTK_SCROLLED_WINDOW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled (child);
  return found;
}

/* Another dashboard begins with its first card, however far the one before was scrolled. */
static void
test_another (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *widget = ty_dashboard_page_new (self->office);
  TyDashboardPage *page = TY_DASHBOARD_PAGE (widget);
  GtkWidget *window = show (widget);
  GtkAdjustment *adjustment;

  ty_dashboard_page_show (page, "summary");
  await_counted (page);
  adjustment = gtk_scrolled_window_get_vadjustment (find_scrolled (widget));
  while (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_value (adjustment, 60);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  ty_dashboard_page_show (page, "structure");
  await_counted (page);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_cards (TyDashboardPage *page)
{
  return ty_dashboard_page_get_dashboard (page)->cards->len;
}

static void
await_cards (TyDashboardPage *page,
             guint            n)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (count_cards (page) != n || !is_counted (page))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
undo (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (self->office, 0, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  label = ty_office_undo_finish (self->office, result, NULL);
  g_assert_nonnull (label);
}

static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *widget = ty_dashboard_page_new (self->office);
  TyDashboardPage *page = TY_DASHBOARD_PAGE (widget);
  GtkWidget *window = show (widget);
  guint n;

  ty_dashboard_page_show (page, "summary");
  await_counted (page);
  n = count_cards (page);
  gtk_widget_activate_action (widget, "board.remove-card", "u", 0);
  await_cards (page, n - 1);
  g_assert_true (ty_dashboard_page_get_dashboard (page)->edited);
  gtk_widget_activate_action (widget, "board.copy-card", "u", 1);
  await_cards (page, n);
  gtk_widget_activate_action (widget, "board.reset", NULL);
  while (ty_dashboard_page_get_dashboard (page)->edited)
    g_main_context_iteration (NULL, TRUE);
  undo (self);
  while (!ty_dashboard_page_get_dashboard (page)->edited)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GPtrArray *
list_snapshots (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_list_snapshots_async (self->office, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  return ty_office_list_snapshots_finish (self->office, result, NULL);
}

/* What was frozen says the same when the records say something else. */
static void
test_snapshot (Fixture       *self,
               gconstpointer  data)
{
  GtkWidget *widget = ty_dashboard_page_new (self->office);
  TyDashboardPage *page = TY_DASHBOARD_PAGE (widget);
  GtkWidget *window = show (widget);
  g_autoptr(GPtrArray) charts = NULL;
  g_autoptr(GPtrArray) snapshots = g_ptr_array_new ();

  ty_dashboard_page_show (page, "summary");
  await_counted (page);
  charts = ty_dashboard_page_list_charts (page);
  gtk_widget_activate_action (widget, "board.take-snapshot", NULL);
  while (snapshots->len == 0)
    {
      g_clear_pointer (&snapshots, g_ptr_array_unref);
      snapshots = list_snapshots (self);
    }
  for (guint i = 0; i < charts->len; i++)
    {
      const TySnapshot *snapshot = g_ptr_array_index (snapshots, 0);
      g_autofree char *shown = ty_chart_dup_table (g_ptr_array_index (charts, i));
      g_autofree char *kept = ty_chart_dup_table (g_ptr_array_index (snapshot->charts, i));
      g_autofree char *summary = ty_chart_dup_summary (g_ptr_array_index (charts, i));
      g_autofree char *kept_summary = ty_chart_dup_summary (g_ptr_array_index (snapshot->charts, i));

      g_assert_cmpstr (kept, ==, shown);
      g_assert_cmpstr (kept_summary, ==, summary);
      g_assert_cmpint (ty_date_compare (snapshot->as_of, ty_date_new (2021, 12, 31)), ==, 0);
    }
  gtk_widget_activate_action (widget, "board.show-snapshot", "s",
                              ((const TySnapshot *) g_ptr_array_index (snapshots, 0))->id);
  await_counted (page);
  gtk_widget_activate_action (widget, "board.leave-snapshot", NULL);
  await_counted (page);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
insert_villages (TyStore   *store,
                 gpointer   data,
                 GError   **error)
{
  const TyTestOffice *county = data;

  for (guint i = 0; i < N_VILLAGES; i++)
    {
      g_autoptr(TyUnitState) state = ty_unit_state_new ();
      g_autofree char *name = g_strdup_printf ("%u号村", i + 1);
      TyRecord *record = TY_RECORD (state);

      ty_record_set_integer (record, TY_UNIT_STATE_PARENT, county->south);
      ty_record_set_text (record, TY_UNIT_STATE_NAME, name);
      ty_record_set_text (record, TY_UNIT_STATE_LEVEL, "village");
      ty_record_set_text (record, TY_UNIT_STATE_KIND, "village");
      ty_record_set_text (record, TY_UNIT_STATE_PARTY_FORM, "branch");
      ty_record_set_integer (record, TY_UNIT_STATE_POSITION, 2 + i);
      if (!ty_unit_table_add (store, state, error))
        return FALSE;
    }
  return TRUE;
}

/* A county with more villages than a screen has tiles. */
static void
set_up_villages (Fixture       *self,
                 gconstpointer  data)
{
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  self->county = ty_test_office_new ();
  ty_store_run_final (self->county->store, &spec, insert_villages, self->county, &error);
  g_assert_no_error (error);
  ty_test_office_add_post (self->county, ty_test_office_add_person (self->county, "张晓明", "1", "1990-02", NULL),
                           self->county->pine, "D1", "2017-12", NULL);
  self->office = ty_test_office_open (self->county);
  ty_office_set_as_of (self->office, ty_date_new (2021, 12, 31));
}

static guint
find_tiles (GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    if (ty_chart_get_kind (g_ptr_array_index (charts, i)) == TY_CHART_TILES)
      return i;
  g_assert_not_reached ();
}

/* How many tiles stand on the pages, and whether each of them has room. */
static guint
count_on_paper (TyChart *chart)
{
  g_autoptr(TyBoardSheet) sheet = ty_board_sheet_new ("概况", "石城县", "组织部");
  guint n = 0;

  ty_board_sheet_add (sheet, chart, 12, 4);
  ty_board_sheet_lay_out (sheet, TY_BOARD_A4_WIDTH, TY_BOARD_A4_HEIGHT);
  for (guint i = 0; i < ty_board_sheet_get_n_pictures (sheet); i++)
    {
      TyChartPicture *picture = ty_board_sheet_get_picture (sheet, i);

      n += ty_chart_get_n_categories (ty_chart_picture_get_chart (picture)) - ty_chart_picture_get_n_left (picture);
    }
  return n;
}

/* A screen has a part of very many tiles, and says so; what leaves the program, paper and snapshots have all. */
static void
test_part (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *widget = ty_dashboard_page_new (self->office);
  TyDashboardPage *page = TY_DASHBOARD_PAGE (widget);
  GtkWidget *window = show (widget);
  g_autoptr(GPtrArray) charts = NULL;
  g_autoptr(GPtrArray) snapshots = g_ptr_array_new ();
  const char *note;
  guint card;

  ty_dashboard_page_show (page, "summary");
  await_counted (page);
  card = find_tiles (page->charts);
  charts = ty_dashboard_page_list_charts (page);
  note = ty_chart_get_text (g_ptr_array_index (page->charts, card), TY_CHART_NOTE);
  g_assert_cmpuint (ty_chart_get_n_categories (g_ptr_array_index (page->charts, card)), ==, TY_CARD_CHART_MOST);
  g_assert_nonnull (strstr (note, "600"));
  g_assert_nonnull (strstr (note, G_STRINGIFY (N_ALL)));

  g_assert_cmpuint (ty_chart_get_n_categories (g_ptr_array_index (charts, card)), ==, N_ALL);
  g_assert_cmpuint (count_on_paper (g_ptr_array_index (charts, card)), ==, N_ALL);
  gtk_widget_activate_action (widget, "board.take-snapshot", NULL);
  while (snapshots->len == 0)
    {
      g_clear_pointer (&snapshots, g_ptr_array_unref);
      snapshots = list_snapshots (self);
    }
  g_assert_cmpuint (ty_chart_get_n_categories (g_ptr_array_index (((const TySnapshot *) g_ptr_array_index (snapshots, 0))->charts,
                                                                  card)), ==, N_ALL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every shipped card can be shown in the form and stays what it is. */
static void
test_form (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = ty_dashboard_list_shipped ();

  for (guint i = 0; i < dashboards->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (dashboards, i);

      for (guint j = 0; j < dashboard->cards->len; j++)
        {
          TyCardEditor *editor = ty_card_editor_new (ty_dashboard_get_card (dashboard, j), j);
          g_autoptr(TyCard) card = ty_card_editor_dup_card (editor);

          g_test_message ("%s %u", dashboard->word, j);
          g_assert_nonnull (card);
          g_assert_cmpint (card->kind, ==, ty_dashboard_get_card (dashboard, j)->kind);
          g_assert_cmpuint (card->figures->len, ==, ty_dashboard_get_card (dashboard, j)->figures->len);
          gtk_window_destroy (GTK_WINDOW (editor));
        }
    }
}

static void
test_cross (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *widget = ty_cross_page_new (self->office);
  TyCrossPage *page = TY_CROSS_PAGE (widget);
  GtkWidget *window = show (widget);
  g_autoptr(TyTablePlan) plan = ty_table_plan_new ("own", "行业");
  TyGrid *grid;

  while (ty_cross_page_get_table (page) == NULL)
    g_main_context_iteration (NULL, TRUE);
  plan->rows = ty_dimension_find ("sex");
  ty_cross_page_set_plan (page, plan);
  while (ty_page_get_loading (TY_PAGE (page)) || ty_cross_page_get_table (page) == NULL)
    g_main_context_iteration (NULL, TRUE);
  grid = ty_cross_grid_get_grid (ty_cross_page_get_table (page));
  g_assert_cmpuint (ty_grid_get_n_columns (grid), ==, 1);
  g_assert_cmpstr (ty_grid_get_text (grid, ty_grid_get_n_rows (grid) - 1, 0), ==, "9");
  gtk_widget_activate_action (widget, "cross.copy", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who counts villages is offered what suits them, gives up what does not, and is led to villages, not to people. */
static void
test_cross_villages (Fixture       *self,
                     gconstpointer  data)
{
  GtkWidget *widget = ty_cross_page_new (self->office);
  TyCrossPage *page = TY_CROSS_PAGE (widget);
  GtkWidget *window = show (widget);
  g_autoptr(TyTablePlan) plan = ty_table_plan_new ("own", "村");
  GListModel *whos;
  TyGrid *grid;

  while (ty_cross_page_get_table (page) == NULL)
    g_main_context_iteration (NULL, TRUE);
  plan->rows = ty_dimension_find ("township");
  plan->columns[plan->n_columns++] = ty_dimension_find ("sex");
  plan->columns[plan->n_columns++] = ty_dimension_find ("unit_kind");
  plan->measures[plan->n_measures++] = ty_measure_find ("female");
  ty_cross_page_set_plan (page, plan);
  whos = gtk_drop_down_get_model (page->who_drop);
  for (guint i = 0; i < g_list_model_get_n_items (whos); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (whos), i), "Villages and communities"))
      gtk_drop_down_set_selected (page->who_drop, i);
  while (ty_page_get_loading (TY_PAGE (page)) || ty_cross_page_get_table (page) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (ty_cross_page_get_plan (page)->who, ==, TY_WHO_VILLAGES);
  g_assert_cmpuint (ty_cross_page_get_plan (page)->n_columns, ==, 1);
  g_assert_cmpuint (ty_cross_page_get_plan (page)->n_measures, ==, 1);
  for (guint i = 0; i < page->dimensions->len; i++)
    g_assert_true (ty_dimension_suits (g_ptr_array_index (page->dimensions, i), TY_SUBJECT_VILLAGES));
  grid = ty_cross_grid_get_grid (page->table);
  g_assert_cmpstr (ty_grid_get_text (grid, ty_grid_get_n_rows (grid) - 1, 0), ==, "3");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->panel)));
  g_signal_emit_by_name (page->view, "activated", ty_grid_get_n_rows (grid) - 1, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->panel)));
  while (ty_drill_panel_get_n (page->panel) < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ty_drill_panel_get_n (page->panel), ==, 3);
  g_signal_emit_by_name (page->panel, "closed");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->panel)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
drawn_cb (GdkFrameClock *clock,
          gboolean      *drawn)
{
  (void) clock;
  *drawn = TRUE;
}

static void
await_drawn (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean drawn = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), &drawn);

  gtk_widget_queue_draw (widget);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

/* One table after the other is drawn, whether it needs a scroll bar or not: GTK would complain of one without a place,
 * and what it complains of ends the test. */
static void
test_tables (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *widget = ty_cross_page_new (self->office);
  TyCrossPage *page = TY_CROSS_PAGE (widget);
  GtkWidget *window = show (widget);
  g_autoptr(GPtrArray) plans = ty_table_plan_list_shipped ();

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 400);
  while (ty_cross_page_get_table (page) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < plans->len; i++)
    {
      g_test_message ("%s", ((const TyTablePlan *) g_ptr_array_index (plans, i))->id);
      ty_cross_page_set_plan (page, g_ptr_array_index (plans, i));
      while (ty_page_get_loading (TY_PAGE (page)) || ty_cross_page_get_table (page) == NULL)
        g_main_context_iteration (NULL, TRUE);
      await_drawn (window);
      await_drawn (window);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  g_test_add ("/dashboards/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/dashboards/another", Fixture, NULL, set_up, test_another, tear_down);
  g_test_add ("/dashboards/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/dashboards/snapshot", Fixture, NULL, set_up, test_snapshot, tear_down);
  g_test_add ("/dashboards/part", Fixture, NULL, set_up_villages, test_part, tear_down);
  g_test_add ("/dashboards/form", Fixture, NULL, set_up, test_form, tear_down);
  g_test_add ("/dashboards/cross", Fixture, NULL, set_up, test_cross, tear_down);
  g_test_add ("/dashboards/cross-villages", Fixture, NULL, set_up, test_cross_villages, tear_down);
  g_test_add ("/dashboards/tables", Fixture, NULL, set_up, test_tables, tear_down);
  return g_test_run ();
}
