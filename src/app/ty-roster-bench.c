/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-bench"

#include "config.h"

#include "ty-roster-bench.h"

#include "ty-office-units.h"
#include "ty-roster-list.h"
#include "ty-roster-row.h"
#include "ty-roster-selection.h"

#include <json-glib/json-glib.h>

/* Works through the roster as a hurried person would, and prints as JSON how long each step took
 * until the frame clock had drawn its rows, and how much memory the program has. Each kind of step
 * also tells the longest that the main thread was away from its loop. */

#define N_JUMPS 40
#define N_SCROLLS 100
#define SCROLL_PIXELS 100
#define QUIET_MS 60   /* between two steps, so that each begins with a clock that rests */
#define REST_MS 1000  /* behind each kind of step, until the program uses as little memory as it can */
#define PATIENCE 60   /* s, for one step */

typedef enum
{
  STEP_SHOW,
  STEP_JUMP,
  STEP_SCROLL,
  STEP_SORT,
  STEP_FILTER,
  STEP_SEARCH,
  STEP_UNIT,
  STEP_END,
} Step;

/* Each differs from the one before, so that there is something to draw. */
static const char *const conditions[] = {
  "age_le_35", "age_le_45", "age_le_50", "college_and_above", "fulltime_bachelor_and_above",
  "female", "dual_role", "cross_appointments",
};
static const char *const populations[] = { "secretaries", "heads", "members", "specialists" };
static const char *const texts[] = {
  "z", "zh", "zha", "zhan", "zhang", "zhangw", "zhangwe", "zhangwei", "", "l", "lx", "lxm", "", "王",
  "王建", "王建国", "", "晓", "曉明", "", "x", "xi", "xia", "xiao", "xiaom", "xiaomi", "xiaomin",
  "xiaoming", "村",
};

/* The first waits until the names of all units were read. */
static const char *const unit_texts[] = { "s", "sh", "shi", "shiq", "村", "xsc", "云", "雲岭", "" };

typedef struct
{
  /* Owned */
  TyWindow *window;
  JsonBuilder *json;
  GRand *random;

  /* Borrowed from the window, once the roster is shown */
  GtkWidget *page;
  GtkColumnView *view;
  GtkEditable *search;
  GtkAdjustment *adjustment;
  TyRosterList *list;

  gint64 started; /* when main() began */
  gint64 begun;   /* when the step began */
  Step step;
  guint number;   /* of the step among its kind */
  guint n_listed; /* how often a list was there since the step began */
  guint waiting;  /* source that begins the next step, or gives this one up */
  gboolean busy;
} Bench;

/* The main thread works between two polls. */
static gint64 awake_since;
static gint64 longest_awake;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n;

  if (awake_since != 0)
    longest_awake = MAX (longest_awake, g_get_monotonic_time () - awake_since);
  n = g_poll (fds, n_fds, timeout);
  awake_since = g_get_monotonic_time ();
  return n;
}

static double
since (gint64 begun)
{
  return (double) (g_get_monotonic_time () - begun) / 1000;
}

static void
bench_free (Bench *bench)
{
  g_object_unref (bench->json);
  g_object_unref (bench->window);
  g_rand_free (bench->random);
  g_free (bench);
}

/* Memory of the process in MB, as the kernel counts it. */
static double
get_memory (const char *word)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, word);
  return line != NULL ? (double) g_ascii_strtoull (line + strlen (word), NULL, 10) * 1024 / 1e6 : 0;
}

static void
add_number (Bench      *bench,
            const char *name,
            double      value)
{
  json_builder_set_member_name (bench->json, name);
  json_builder_add_double_value (bench->json, value);
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
loading_cb (TyRosterList *list,
            GParamSpec   *pspec,
            Bench        *bench)
{
  gboolean loading;

  g_object_get (list, "loading", &loading, NULL);
  if (!loading)
    bench->n_listed++;
}

static gboolean
find_roster (Bench *bench)
{
  TyRosterList *list;

  if (bench->list != NULL)
    return TRUE;

  bench->page = GTK_WIDGET (ty_window_get_page (bench->window));
  bench->view = GTK_COLUMN_VIEW (find_child (bench->page, GTK_TYPE_COLUMN_VIEW));
  list = ty_roster_selection_get_list (
    TY_ROSTER_SELECTION (gtk_column_view_get_model (bench->view)));
  if (list == NULL)
    return FALSE;

  bench->list = list;
  bench->search = GTK_EDITABLE (find_child (bench->page, GTK_TYPE_SEARCH_ENTRY));
  bench->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->view));
  g_signal_connect (bench->list, "notify::loading", G_CALLBACK (loading_cb), bench);
  return TRUE;
}

/* Whether all rows in sight have arrived. */
static gboolean
rows_are_there (Bench *bench)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (bench->list));
  double height = gtk_adjustment_get_upper (bench->adjustment);
  double from = gtk_adjustment_get_value (bench->adjustment);
  double page = gtk_adjustment_get_page_size (bench->adjustment);
  guint first, last;

  if (n == 0)
    return bench->step >= STEP_FILTER;
  if (height <= page)
    height = n;
  first = (guint) (from / height * n);
  last = MIN ((guint) ((from + page) / height * n), n - 1);
  last = MIN (last, first + 60);
  for (guint i = first; i <= last; i++)
    {
      g_autoptr(TyRosterItem) item = g_list_model_get_item (G_LIST_MODEL (bench->list), i);
      TyRosterRow *row = ty_roster_item_get_row (item);

      if (row == NULL || ty_roster_row_get_person (row) != ty_roster_list_get_person (bench->list, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_done (Bench *bench)
{
  if (!find_roster (bench))
    return FALSE;
  if (bench->step >= STEP_SORT && bench->n_listed == 0)
    return FALSE;

  return rows_are_there (bench);
}

static void
jump (Bench *bench)
{
  double end = gtk_adjustment_get_upper (bench->adjustment)
               - gtk_adjustment_get_page_size (bench->adjustment);

  gtk_adjustment_set_value (bench->adjustment, g_rand_double_range (bench->random, 0, end));
}

static void
scroll (Bench *bench)
{
  gtk_adjustment_set_value (bench->adjustment,
                            gtk_adjustment_get_value (bench->adjustment) + SCROLL_PIXELS);
}

/* The columns that can be sorted, upwards and downwards. */
static gboolean
sort (Bench *bench)
{
  GListModel *columns = gtk_column_view_get_columns (bench->view);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_sorter (column) == NULL || n++ != bench->number / 2)
        continue;
      gtk_column_view_sort_by_column (bench->view, column,
                                      bench->number % 2 == 0 ? GTK_SORT_ASCENDING
                                                             : GTK_SORT_DESCENDING);
      return TRUE;
    }
  return FALSE;
}

static gboolean
filter (Bench *bench)
{
  guint n = G_N_ELEMENTS (conditions);

  if (bench->number < n)
    return gtk_widget_activate_action (bench->page, "roster.condition", "s",
                                       conditions[bench->number]);
  if (bench->number < n + G_N_ELEMENTS (populations))
    return gtk_widget_activate_action (bench->page, "roster.population", "s",
                                       populations[bench->number - n]);
  return FALSE;
}

static void finish_step (Bench *bench);

static void
units_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GPtrArray) units = ty_office_find_units_finish (TY_OFFICE (source), result, NULL);

  if (units != NULL)
    finish_step (user_data);
}

static gboolean
find_unit (Bench *bench)
{
  if (bench->number >= G_N_ELEMENTS (unit_texts))
    return FALSE;

  ty_office_find_units_async (ty_window_get_office (bench->window), unit_texts[bench->number], 200,
                              NULL, units_cb, bench);
  return TRUE;
}

static gboolean
act (Bench *bench)
{
  switch (bench->step)
    {
    case STEP_SHOW:
      return bench->number == 0
             && gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.show-roster", "(sss)",
                                            "in_office", "count", "");
    case STEP_JUMP:
      jump (bench);
      return bench->number < N_JUMPS;
    case STEP_SCROLL:
      scroll (bench);
      return bench->number < N_SCROLLS;
    case STEP_SORT:
      return sort (bench);
    case STEP_FILTER:
      return filter (bench);
    case STEP_SEARCH:
      if (bench->number < G_N_ELEMENTS (texts))
        gtk_editable_set_text (bench->search, texts[bench->number]);
      return bench->number < G_N_ELEMENTS (texts);
    case STEP_UNIT:
      return find_unit (bench);
    case STEP_END:
    default:
      return FALSE;
    }
}

static const char *
get_name (Step step)
{
  static const char *const names[] = {
    "show", "jump", "scroll", "sort", "filter", "search", "unit",
  };

  return names[step];
}

static void
begin_kind (Bench *bench)
{
  json_builder_set_member_name (bench->json, get_name (bench->step));
  json_builder_begin_array (bench->json);
  bench->number = 0;
  longest_awake = 0;
}

static void
end_kind (Bench *bench)
{
  g_autofree char *awake = g_strconcat (get_name (bench->step), "_longest", NULL);
  g_autofree char *memory = g_strconcat (get_name (bench->step), "_memory", NULL);

  json_builder_end_array (bench->json);
  add_number (bench, awake, (double) longest_awake / 1000);
  add_number (bench, memory, get_memory ("VmRSS:"));
  /* The filters and searches are of everybody again. */
  if (bench->step == STEP_FILTER)
    gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.show-roster", "(sss)", "in_office",
                                "count", "");
}

static void
print (Bench *bench)
{
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  add_number (bench, "peak_memory", get_memory ("VmHWM:"));
  json_builder_end_object (bench->json);
  root = json_builder_get_root (bench->json);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

static gboolean next_step (gpointer data);

static gboolean
give_up (gpointer data)
{
  Bench *bench = data;

  g_printerr ("touyan: %s %u was not drawn\n", get_name (bench->step), bench->number);
  exit (EXIT_FAILURE);
}

static void
wait (Bench       *bench,
      guint        milliseconds,
      GSourceFunc  func)
{
  g_clear_handle_id (&bench->waiting, g_source_remove);
  bench->waiting = g_timeout_add (milliseconds, func, bench);
}

static void
finish_step (Bench *bench)
{
  bench->busy = FALSE;
  json_builder_add_double_value (bench->json, since (bench->begun));
  if (bench->step == STEP_SHOW)
    longest_awake = MAX (longest_awake, g_get_monotonic_time () - awake_since);
  bench->number++;
  wait (bench, QUIET_MS, next_step);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  if (bench->busy && bench->step != STEP_UNIT && is_done (bench))
    finish_step (bench);
}

static gboolean
next_kind (gpointer data)
{
  Bench *bench = data;

  bench->waiting = 0;
  end_kind (bench);
  bench->step++;
  if (bench->step == STEP_END)
    {
      print (bench);
      gtk_window_close (GTK_WINDOW (bench->window));
      bench_free (bench);
      return G_SOURCE_REMOVE;
    }
  begin_kind (bench);
  wait (bench, 10 * QUIET_MS, next_step);
  return G_SOURCE_REMOVE;
}

static gboolean
next_step (gpointer data)
{
  Bench *bench = data;

  bench->waiting = 0;
  bench->n_listed = 0;
  bench->begun = g_get_monotonic_time ();
  bench->busy = TRUE;
  if (act (bench))
    {
      wait (bench, PATIENCE * 1000, give_up);
      return G_SOURCE_REMOVE;
    }

  bench->busy = FALSE;
  wait (bench, REST_MS, next_kind);
  return G_SOURCE_REMOVE;
}

static void
office_cb (TyWindow   *window,
           GParamSpec *pspec,
           Bench      *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_handlers_disconnect_by_func (window, office_cb, bench);
  add_number (bench, "opened", since (bench->started));
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  begin_kind (bench);
  wait (bench, 0, next_step);
}

/**
 * ty_roster_bench_run:
 * @window: a window that is about to be shown
 * @started: when main() began, on the monotonic clock in microseconds
 *
 * Once the window has a file, works through its roster, prints as JSON how long each step took, and
 * closes the window.
 */
void
ty_roster_bench_run (TyWindow *window,
                     gint64    started)
{
  Bench *bench = g_new0 (Bench, 1);

  bench->window = g_object_ref (window);
  bench->json = json_builder_new ();
  bench->random = g_rand_new_with_seed (20211001);
  bench->started = started;
  json_builder_begin_object (bench->json);
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_connect (window, "notify::office", G_CALLBACK (office_cb), bench);
}
