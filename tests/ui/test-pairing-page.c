/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-form-guard.h"
#include "ty-mentor-board.h"
#include "ty-mentor.h"
#include "ty-office-pairing.h"
#include "ty-pages.h"
#include "ty-pair-board.h"
#include "ty-pairing-page.h"
#include "ty-pairing-print.h"
#include "ty-pairing-slides.h"
#include "ty-pairing.h"
#include "ty-plan-item.h"
#include "ty-plan-window.h"
#include "ty-programme-need.h"
#include "ty-programme.h"
#include "ty-settings.h"
#include "ty-statement.h"
#include "ty-table.h"
#include "ty-talk-form.h"
#include "ty-test-office.h"

#include <string.h>

/* The board of pairings: moved by keys and in any order, it is always what the file says. */

#define N_MENTEES 150
#define N_MENTORS 25

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  GtkWidget *page;
  gint64 programme;
  char *told; /* (owned) (nullable): the last “done” */
} Fixture;

static void
insert (Fixture  *fixture,
        TyRecord *record)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (fixture->county->store), record, &error);
  g_assert_no_error (error);
}

static gboolean
add_programme (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  Fixture *fixture = data;
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);
  g_autoptr(TyRecord) need = ty_record_new (&ty_programme_need_info);

  fixture->programme = ty_store_mint_id (store);
  ty_record_set_integer (programme, TY_PROGRAMME_ID, fixture->programme);
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_CAPACITY, 9);
  ty_record_set_integer (programme, TY_PROGRAMME_TALKS, 2);
  ty_record_set_integer (programme, TY_PROGRAMME_MONTHS, 12);
  ty_record_set_integer (programme, TY_PROGRAMME_POSITION, 1);
  insert (fixture, programme);
  ty_record_set_integer (need, TY_PROGRAMME_NEED_PROGRAMME, fixture->programme);
  ty_record_set_text (need, TY_PROGRAMME_NEED_KIND, "new_secretary");
  ty_record_set_integer (need, TY_PROGRAMME_NEED_URGENCY, 2);
  ty_record_set_integer (need, TY_PROGRAMME_NEED_THRESHOLD, 1200);
  insert (fixture, need);
  return TRUE;
}

typedef struct
{
  Fixture *fixture;
  gint64 mentee;
  gint64 mentor;
  const char *state;
} Pair;

static gboolean
add_pairing (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  const Pair *pair = data;
  g_autoptr(TyRecord) pairing = ty_record_new (&ty_pairing_info);

  ty_record_set_integer (pairing, TY_PAIRING_PERSON, pair->mentee);
  ty_record_set_integer (pairing, TY_PAIRING_ID, ty_store_mint_id (store));
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, pair->mentor);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, pair->fixture->programme);
  ty_record_set_text (pairing, TY_PAIRING_STATE, pair->state);
  ty_record_set_text (pairing, TY_PAIRING_FROM_DATE, "2024-03");
  insert (pair->fixture, pairing);
  return TRUE;
}

static void
run (Fixture      *fixture,
     TyActionFunc  func,
     gpointer      data)
{
  TyActionSpec spec = { "tester", "row.add", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (fixture->county->store, &spec, func, data, &error);
  g_assert_no_error (error);
}

static gboolean
add_mentor (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  const Pair *pair = data;
  g_autoptr(TyRecord) mentor = ty_record_new (&ty_mentor_info);

  ty_record_set_integer (mentor, TY_MENTOR_PERSON, pair->mentor);
  ty_record_set_integer (mentor, TY_MENTOR_ID, ty_store_mint_id (store));
  ty_record_set_integer (mentor, TY_MENTOR_UNIT, pair->fixture->county->north);
  ty_record_set_text (mentor, TY_MENTOR_LEVEL, "township");
  ty_record_set_text (mentor, TY_MENTOR_FROM_DATE, "2020-01");
  ty_record_set_integer (mentor, TY_MENTOR_CAPACITY, 9);
  insert (pair->fixture, mentor);
  return TRUE;
}

/* One who waits, and a pair in each state. */
static void
add_few (Fixture *fixture)
{
  static const char *const states[] = { "proposed", "agreed", "under_way", "review", "done" };
  gint64 waiting = ty_test_office_add_person (fixture->county, "王一", "1", "1985-01", NULL);
  gint64 mentor = ty_test_office_add_person (fixture->county, "史怀德", "1", "1965-01", NULL);

  run (fixture, add_mentor, &(Pair){ fixture, waiting, mentor, NULL });
  ty_test_office_add_post (fixture->county, waiting, fixture->county->pine, "D1", "2023-10", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *name = g_strdup_printf ("李%c", 'A' + i);
      gint64 mentee = ty_test_office_add_person (fixture->county, name, "2", "1990-01", NULL);
      Pair pair = { fixture, mentee, mentor, states[i] };

      run (fixture, add_pairing, &pair);
    }
}

static void
add_many (Fixture *fixture)
{
  static const char *const states[] = { "proposed", "agreed", "under_way", "under_way", "review" };
  gint64 mentors[N_MENTORS];

  for (guint i = 0; i < N_MENTORS; i++)
    mentors[i] = ty_test_office_add_person (fixture->county, "史怀德", "1", "1965-01", NULL);
  for (guint i = 0; i < N_MENTEES; i++)
    {
      gint64 mentee = ty_test_office_add_person (fixture->county, "廖帆", "2", "1990-01", NULL);
      Pair pair = { fixture, mentee, mentors[i % N_MENTORS], states[i % G_N_ELEMENTS (states)] };

      run (fixture, add_pairing, &pair);
    }
}

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
problem_cb (Fixture    *fixture,
            const char *text)
{
  g_error ("The page tells a problem: %s", text);
}

static void
iterate (void)
{
  g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static TyPairBoard *
get_view (GtkWidget *page)
{
  return TY_PAIR_BOARD (find (page, TY_TYPE_PAIR_BOARD));
}

static void
open_page (Fixture *fixture)
{
  fixture->page = ty_pairing_page_new (fixture->office);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1400, 800);
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->page, "problem", G_CALLBACK (problem_cb), fixture);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  while (ty_pairing_page_get_board (TY_PAIRING_PAGE (fixture->page)) == NULL
         || !gtk_widget_get_mapped (fixture->page))
    iterate ();
}

static void
close_page (Fixture *fixture)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->page);
}

static void
show (Fixture  *fixture,
      void    (*fill) (Fixture *fixture))
{
  g_settings_reset (ty_settings_get (), "board-filters");
  g_settings_reset (ty_settings_get (), "board-programme");
  fixture->county = ty_test_office_new ();
  run (fixture, add_programme, fixture);
  if (fill != NULL)
    fill (fixture);
  fixture->office = ty_test_office_open (fixture->county);
  open_page (fixture);
}

static void
tear_down (Fixture *fixture)
{
  close_page (fixture);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
  g_free (fixture->told);
}

static TyPairingBoard *
get_board (Fixture *fixture)
{
  return ty_pairing_page_get_board (TY_PAIRING_PAGE (fixture->page));
}

static TyPairStack *
get_stack (Fixture         *fixture,
           TyPairingColumn  column)
{
  return ty_pair_column_get_stack (ty_pair_board_get_column (get_view (fixture->page), column));
}

static guint
count (Fixture         *fixture,
       TyPairingColumn  column)
{
  return ty_pair_stack_get_n (get_stack (fixture, column));
}

/* What the file says of a pairing, read beside the office. */
static char *
dup_state (TyStore *store,
           gint64   pairing)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store),
                                                          "SELECT state FROM pairing WHERE id = ?", NULL);

  ty_statement_bind_int (statement, 0, pairing);
  return ty_statement_step (statement, NULL) == TY_STEP_ROW
           ? g_strdup (ty_statement_get_text (statement, 0)) : NULL;
}

/* Each card stands in the column of its state, in the order of the rule, and none is missing. */
static void
assert_equal (Fixture *fixture,
              TyStore *store)
{
  TyPairingBoard *board = get_board (fixture);
  guint n = 0;

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      TyPairStack *stack = get_stack (fixture, i);
      const TyPairingCard *before = NULL;

      for (guint j = 0; j < ty_pair_stack_get_n (stack); j++, n++)
        {
          TyPairCard *card = TY_PAIR_CARD (ty_pair_stack_get_card (stack, j));
          const TyPairingCard *record = ty_pairing_board_find (board, ty_pair_card_get_person (card),
                                                               ty_pair_card_get_pairing (card));
          g_autofree char *state = dup_state (store, ty_pair_card_get_pairing (card));

          g_assert_nonnull (record);
          g_assert_cmpint (record->column, ==, i);
          g_assert_cmpstr (state, ==, ty_pairing_column_get_state (i));
          g_assert_true (before == NULL || ty_pairing_card_compare (before, record, i) < 0);
          before = record;
        }
    }
  g_assert_cmpuint (n, ==, board->cards->len);
}

/* Waits until the page has read what another action left. */
static void
wait_for_new (Fixture        *fixture,
              TyPairingBoard *before)
{
  while (get_board (fixture) == before || ty_page_get_loading (TY_PAGE (fixture->page)))
    iterate ();
}

static void
undo (Fixture *fixture)
{
  TyPairingBoard *before = get_board (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  wait_for_new (fixture, before);
}

static void
test_columns (void)
{
  Fixture fixture = { 0 };
  GtkWidget *card;

  show (&fixture, add_few);
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    g_assert_cmpuint (count (&fixture, i), ==, 1);
  card = ty_pair_stack_get_card (get_stack (&fixture, TY_PAIRING_COLUMN_WAITING), 0);
  g_assert_cmpstr (ty_pair_card_get_face (TY_PAIR_CARD (card))->name, ==, "王一");
  g_assert_cmpstr (ty_pair_card_get_face (TY_PAIR_CARD (card))->tags[0], ==, "Newly appointed secretary");
  card = ty_pair_stack_get_card (get_stack (&fixture, TY_PAIRING_COLUMN_UNDER_WAY), 0);
  g_assert_cmpstr (ty_pair_card_get_face (TY_PAIR_CARD (card))->mentor, ==, "史怀德");
  g_assert_cmpuint (ty_pair_card_get_face (TY_PAIR_CARD (card))->talks_due, ==, 2);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  tear_down (&fixture);
}

/* A card is moved, says so, has the focus where it is now, and comes back by undo. */
static void
test_move (void)
{
  Fixture fixture = { 0 };
  TyPairingBoard *before;
  TyPairBoard *view;
  GtkWidget *card;
  gint64 person;

  show (&fixture, add_few);
  view = get_view (fixture.page);
  card = ty_pair_stack_get_card (get_stack (&fixture, TY_PAIRING_COLUMN_AGREED), 0);
  person = ty_pair_card_get_person (TY_PAIR_CARD (card));
  g_assert_true (gtk_widget_grab_focus (card));
  before = get_board (&fixture);
  gtk_widget_activate_action (fixture.page, "board.move", "s", "under_way");
  wait_for_new (&fixture, before);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_AGREED), ==, 0);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_UNDER_WAY), ==, 2);
  while (fixture.told == NULL)
    iterate ();
  g_assert_nonnull (strstr (fixture.told, "Under way"));
  g_assert_nonnull (ty_pair_board_get_chosen (view));
  g_assert_cmpint (ty_pair_card_get_person (ty_pair_board_get_chosen (view)), ==, person);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ty_pair_board_get_chosen (view))));

  undo (&fixture);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_AGREED), ==, 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ty_pair_board_get_chosen (view))));

  /* A proposal that is taken back leaves nothing behind; nobody comes to a column without saying more. */
  before = get_board (&fixture);
  card = ty_pair_stack_get_card (get_stack (&fixture, TY_PAIRING_COLUMN_PROPOSED), 0);
  g_assert_true (ty_pair_board_drop (view, TY_PAIR_CARD (card), TY_PAIRING_COLUMN_WAITING));
  wait_for_new (&fixture, before);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_PROPOSED), ==, 0);
  card = ty_pair_stack_get_card (get_stack (&fixture, TY_PAIRING_COLUMN_WAITING), 0);
  g_assert_false (ty_pair_board_drop (view, TY_PAIR_CARD (card), TY_PAIRING_COLUMN_CLOSED));
  g_assert_false (ty_pair_board_drop (view, TY_PAIR_CARD (card), TY_PAIRING_COLUMN_WAITING));
  tear_down (&fixture);
}

static void
test_filters (void)
{
  Fixture fixture = { 0 };

  show (&fixture, add_few);
  g_object_set (find (fixture.page, GTK_TYPE_SEARCH_ENTRY), "text", "wy", NULL);
  while (count (&fixture, TY_PAIRING_COLUMN_REVIEW) > 0)
    iterate ();
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_WAITING), ==, 1);
  gtk_widget_activate_action (fixture.page, "board.clear-filters", NULL);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_REVIEW), ==, 1);
  tear_down (&fixture);
}

/* By mentor there is a row with all mentees but the one who is done; each can be chosen. */
static void
test_mentors (void)
{
  Fixture fixture = { 0 };
  GListModel *model;
  g_autoptr(TyMentorItem) item = NULL;

  show (&fixture, add_few);
  g_settings_set_string (ty_settings_get (), "board-arrangement", "mentors");
  model = ty_mentor_board_get_model (TY_MENTOR_BOARD (find (fixture.page, TY_TYPE_MENTOR_BOARD)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  item = g_list_model_get_item (model, 0);
  g_assert_cmpuint (ty_mentor_item_get_n (item), ==, 4);
  g_assert_cmpuint (ty_mentor_item_get_mentor (item)->load, ==, 4);
  g_assert_cmpuint (ty_mentor_item_get_mentor (item)->capacity, ==, 9);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_AGREED), ==, 0);
  g_settings_reset (ty_settings_get (), "board-arrangement");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_AGREED), ==, 1);
  tear_down (&fixture);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READ_ONLY, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, NULL);

  g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

/* A talk with the mentee who is current, and with all of the mentor. */
static void
test_talk (void)
{
  Fixture fixture = { 0 };
  TyPairingBoard *before;
  TyPairingForm *form;

  show (&fixture, add_few);
  before = get_board (&fixture);
  for (guint i = 0; i < before->cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (before->cards, i);

      if (card->column != TY_PAIRING_COLUMN_UNDER_WAY)
        continue;
      form = ty_talk_form_new (fixture.office, before, card);
      gtk_window_present (GTK_WINDOW (form));
      gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
      wait_for_new (&fixture, before);
      break;
    }
  g_assert_cmpint (ask (&fixture, "SELECT COUNT(*) FROM talk"), ==, 1);
  for (guint i = 0; i < get_board (&fixture)->cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (get_board (&fixture)->cards, i);

      g_assert_cmpuint (card->face->talks, ==, card->column == TY_PAIRING_COLUMN_UNDER_WAY);
    }
  undo (&fixture);
  g_assert_cmpint (ask (&fixture, "SELECT COUNT(*) FROM talk"), ==, 0);
  tear_down (&fixture);
}

/* The plan finds somebody for who waits; what is refused is not taken over. */
static void
test_plan (void)
{
  Fixture fixture = { 0 };
  TyPairingBoard *before;
  GtkWidget *window;
  GListModel *items;
  g_autoptr(TyPlanItem) item = NULL;

  show (&fixture, add_few);
  window = ty_plan_window_new (fixture.window, fixture.office, get_board (&fixture)->programme);
  gtk_window_present (GTK_WINDOW (window));
  while (!ty_plan_window_is_ready (TY_PLAN_WINDOW (window)))
    iterate ();
  items = ty_plan_window_get_items (TY_PLAN_WINDOW (window));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 1);
  item = g_list_model_get_item (items, 0);
  g_assert_cmpstr (ty_plan_item_get_mentee (item)->name, ==, "王一");
  g_assert_true (ty_plan_item_is_accepted (item));
  g_object_set (item, "accepted", FALSE, NULL);
  g_assert_true (ty_form_guard_is_begun (GTK_WINDOW (window)));
  gtk_widget_activate_action (window, "plan.apply", NULL);
  g_assert_cmpint (ask (&fixture, "SELECT COUNT(*) FROM pairing"), ==, 5);
  g_object_set (item, "accepted", TRUE, NULL);
  before = get_board (&fixture);
  gtk_widget_activate_action (window, "plan.apply", NULL);
  wait_for_new (&fixture, before);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_WAITING), ==, 0);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_PROPOSED), ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  undo (&fixture);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_WAITING), ==, 1);
  g_clear_object (&item);
  tear_down (&fixture);
}

/* On paper without names there are none. */
static void
test_print (void)
{
  Fixture fixture = { 0 };
  TyTableSheet *sheet;

  show (&fixture, add_few);
  sheet = ty_pairing_print_build (get_board (&fixture), get_board (&fixture)->cards, fixture.office, FALSE);
  g_assert_cmpstr (ty_table_sheet_get_title (sheet), ==, "青蓝帮带");
  ty_table_sheet_free (sheet);
  tear_down (&fixture);
}

static void
collect_drops (GtkWidget *widget,
               GPtrArray *found)
{
  if (GTK_IS_DROP_DOWN (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_drops (child, found);
}

static gboolean
add_second_programme (TyStore   *store,
                      gpointer   data,
                      GError   **error)
{
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);

  ty_record_set_integer (programme, TY_PROGRAMME_ID, ty_store_mint_id (store));
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "书记带专干");
  ty_record_set_integer (programme, TY_PROGRAMME_POSITION, 2);
  insert (data, programme);
  return TRUE;
}

static void
add_two (Fixture *fixture)
{
  run (fixture, add_second_programme, fixture);
  add_few (fixture);
}

/* The need that is chosen and the programme are there again the next day. */
static void
test_remembered (void)
{
  Fixture fixture = { 0 };
  g_autoptr(GPtrArray) before = g_ptr_array_new ();
  g_autoptr(GPtrArray) after = g_ptr_array_new ();
  TyPairingBoard *board;
  gint64 second;

  show (&fixture, add_two);
  collect_drops (fixture.page, before);
  gtk_drop_down_set_selected (g_ptr_array_index (before, 1), 1);
  close_page (&fixture);
  open_page (&fixture);
  collect_drops (fixture.page, after);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (after, 1)), ==, 1);

  board = get_board (&fixture);
  second = ty_record_get_integer (g_ptr_array_index (board->programmes, 1), TY_PROGRAMME_ID);
  gtk_widget_activate_action (fixture.page, "board.programme", "x", second);
  wait_for_new (&fixture, board);
  close_page (&fixture);
  open_page (&fixture);
  g_assert_cmpstr (ty_record_get_text (get_board (&fixture)->programme, TY_PROGRAMME_NAME), ==, "书记带专干");
  tear_down (&fixture);
}

/* In a meeting there are slides of what is shown, and nobody's whole name. */
static void
test_slides (void)
{
  Fixture fixture = { 0 };
  g_autoptr(GPtrArray) charts = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) no_charts = NULL;
  guint n_tables = 0;

  show (&fixture, add_few);
  charts = ty_pairing_slides_build (get_board (&fixture), get_board (&fixture)->cards);
  g_assert_cmpuint (ty_chart_get_n_categories (g_ptr_array_index (charts, 0)), ==, TY_N_PAIRING_COLUMNS);
  for (guint i = 0; i < charts->len; i++)
    {
      TyChart *chart = g_ptr_array_index (charts, i);
      g_autofree char *table = ty_chart_dup_table (chart);

      n_tables += ty_chart_get_kind (chart) == TY_CHART_TABLE;
      g_assert_null (strstr (table, "史怀德"));
      g_assert_null (strstr (table, "王一"));
    }
  g_assert_cmpuint (n_tables, ==, 5);
  g_assert_true (ty_page_can_present (TY_PAGE (fixture.page)));
  no_charts = ty_pairing_slides_build (get_board (&fixture), none);
  g_assert_cmpuint (no_charts->len, ==, 0);
  tear_down (&fixture);
}

/* Any moves, in any order: the view is what the file says after each, and all of it can be taken back. */
static void
test_random (void)
{
  Fixture fixture = { 0 };
  guint n_moves = g_getenv ("TY_SOAK") != NULL ? 1000 : 40;
  g_autoptr(GRand) rand = g_rand_new_with_seed (20211224);
  g_autoptr(TyStore) store = NULL;
  guint n_done = 0;

  show (&fixture, add_many);
  store = ty_store_open (fixture.county->path, TY_STORE_READ_ONLY, NULL);
  g_assert_nonnull (store);
  assert_equal (&fixture, store);
  while (n_done < n_moves)
    {
      TyPairingBoard *before = get_board (&fixture);
      TyPairingCard *card = g_ptr_array_index (before->cards,
                                               (guint) g_rand_int_range (rand, 0, (int) before->cards->len));
      TyPairingColumn column = (TyPairingColumn) g_rand_int_range (rand, TY_PAIRING_COLUMN_PROPOSED,
                                                                   TY_PAIRING_COLUMN_CLOSED);
      GtkWidget *widget = ty_pair_board_find (get_view (fixture.page), card->person, card->pairing);

      if (!ty_pair_board_drop (get_view (fixture.page), TY_PAIR_CARD (widget), column))
        continue;
      wait_for_new (&fixture, before);
      assert_equal (&fixture, store);
      n_done++;
    }
  for (guint i = 0; i < n_moves; i++)
    undo (&fixture);
  assert_equal (&fixture, store);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_UNDER_WAY), ==, 2 * N_MENTEES / 5);
  g_assert_cmpuint (count (&fixture, TY_PAIRING_COLUMN_REVIEW), ==, N_MENTEES / 5);
  tear_down (&fixture);
}

static void
test_empty (void)
{
  Fixture fixture = { 0 };

  show (&fixture, NULL);
  g_assert_cmpuint (get_board (&fixture)->cards->len, ==, 0);
  g_assert_nonnull (get_board (&fixture)->programme);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  g_test_add_func ("/pairing-page/columns", test_columns);
  g_test_add_func ("/pairing-page/move", test_move);
  g_test_add_func ("/pairing-page/filters", test_filters);
  g_test_add_func ("/pairing-page/mentors", test_mentors);
  g_test_add_func ("/pairing-page/talk", test_talk);
  g_test_add_func ("/pairing-page/plan", test_plan);
  g_test_add_func ("/pairing-page/print", test_print);
  g_test_add_func ("/pairing-page/remembered", test_remembered);
  g_test_add_func ("/pairing-page/slides", test_slides);
  g_test_add_func ("/pairing-page/random", test_random);
  g_test_add_func ("/pairing-page/empty", test_empty);

  return g_test_run ();
}
