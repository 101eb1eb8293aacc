/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-bench"

#include "config.h"

#include "ty-window-bench-private.h"

#include "ty-office-units.h"
#include "ty-roster-list.h"
#include "ty-roster-selection.h"
#include "ty-unit-item.h"

#include <malloc.h>
#include <time.h>

/* Goes through the whole window and prints as JSON how long each page took until a frame was drawn, and until
 * all it shows was: the first time, again, at another date and in another scope; the time from frame to frame
 * while the roster is worked with, as ty-window-bench-frames.c does; how often an idle window
 * wakes up; how long dashboards take; and what memory many switches, dates, people and windows leave behind.
 * Each step is an array that begins with the name of the page. Where the variable names kinds of steps or pages,
 * with commas between them, only those. */

#define PATIENCE 60    /* s, for one step */
#define QUIET_MS 100   /* between two steps */
#define REST_MS 1500   /* before what is counted over a time */
#define IDLE_MS 2000   /* for each page */
#define OPEN_MS 250    /* for each window */
#define ROWS_IN_SIGHT 15

static guint n_polls;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  n_polls++;
  return g_poll (fds, n_fds, timeout);
}

static guint64
read_number (const char *path,
             const char *word)
{
  g_autofree char *text = NULL;
  const char *line = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    line = strstr (text, word);
  return line != NULL ? g_ascii_strtoull (line + strlen (word), NULL, 10) : 0;
}

/* Memory of the process in MB, as the kernel counts it, without what the heaps keep for later. */
static double
get_memory (void)
{
  malloc_trim (0);
  return (double) read_number ("/proc/self/status", "VmRSS:") * 1024 / 1e6;
}

/* How often any thread of the process went to sleep. */
static guint
get_switches (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;
  guint64 n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", name, "status", NULL);

      n += read_number (path, "\nvoluntary_ctxt_switches:");
    }
  return (guint) n;
}

/* Processor time of this thread in ms: what a frame costs, however busy the machine is. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
bench_free (TyWindowBench *bench)
{
  g_array_unref (bench->people);
  g_ptr_array_unref (bench->pages);
  g_object_unref (bench->json);
  g_object_unref (bench->window);
  g_free (bench);
}

/* Whether the rows that are seen first have arrived, where the page is a roster. */
static gboolean
rows_are_there (GtkWidget *page)
{
  GtkWidget *view = ty_window_bench_find_child (page, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;
  TyRosterList *list;
  guint n;

  if (!TY_IS_ROSTER_SELECTION (model) || !gtk_widget_get_mapped (view))
    return TRUE;

  list = ty_roster_selection_get_list (TY_ROSTER_SELECTION (model));
  n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
  for (guint i = 0; i < MIN (n, ROWS_IN_SIGHT); i++)
    {
      g_autoptr(TyRosterItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (ty_roster_item_get_row (item) == NULL)
        return FALSE;
    }
  return list != NULL;
}

static gboolean
is_done (TyWindowBench *bench)
{
  GtkWidget *page = GTK_WIDGET (ty_window_get_page (bench->window));

  return bench->step != TY_WINDOW_BENCH_WINDOW && ty_window_is_settled (bench->window) && rows_are_there (page);
}

static void next_step (TyWindowBench *bench);
static void begin_kind (TyWindowBench *bench);
static void rest (TyWindowBench *bench);

static gboolean
next_step_cb (gpointer data)
{
  TyWindowBench *bench = data;

  bench->waiting = 0;
  next_step (bench);
  return G_SOURCE_REMOVE;
}

static gboolean
give_up_cb (gpointer data)
{
  TyWindowBench *bench = data;

  g_printerr ("touyan: %s %u was not drawn\n", ty_window_bench_get_name (bench->step), bench->number);
  exit (EXIT_FAILURE);
}

static gboolean
begin_kind_cb (gpointer data)
{
  TyWindowBench *bench = data;

  bench->waiting = 0;
  begin_kind (bench);
  return G_SOURCE_REMOVE;
}

static void
wait (TyWindowBench *bench,
      guint          milliseconds,
      GSourceFunc    func)
{
  g_clear_handle_id (&bench->waiting, g_source_remove);
  bench->waiting = g_timeout_add (milliseconds, func, bench);
}

static void
add_row (TyWindowBench *bench,
         guint          n,
         const double  *values)
{
  json_builder_begin_array (bench->json);
  json_builder_add_string_value (bench->json, ty_page_get_page_name (ty_window_get_page (bench->window)));
  for (guint i = 0; i < n; i++)
    json_builder_add_double_value (bench->json, values[i]);
  json_builder_end_array (bench->json);
}

static void
print (TyWindowBench *bench)
{
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (bench->json);
  root = json_builder_get_root (bench->json);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

/* The first that was chosen, from one on. */
static TyWindowBenchStep
find_step (TyWindowBench     *bench,
           TyWindowBenchStep  step)
{
  while (step < TY_WINDOW_BENCH_END && !bench->chosen[step])
    step++;
  return step;
}

static void
end_kind (TyWindowBench *bench)
{
  json_builder_end_array (bench->json);
  if (ty_window_bench_get_warm_up (bench->step) > 0)
    {
      g_autofree char *name = g_strconcat (ty_window_bench_get_name (bench->step), "_growth", NULL);

      json_builder_set_member_name (bench->json, name);
      json_builder_add_double_value (bench->json, get_memory () - bench->memory);
    }
  bench->step = find_step (bench, bench->step + 1);
  wait (bench, REST_MS, begin_kind_cb);
}

/* Without the one that ends the rest. */
static gboolean
idle_end_cb (gpointer data)
{
  TyWindowBench *bench = data;

  bench->waiting = 0;
  add_row (bench, 3, (const double[]) { n_polls - 1, bench->n_frames, get_switches () - bench->switches - 1 });
  bench->number++;
  rest (bench);
  return G_SOURCE_REMOVE;
}

static gboolean
idle_begin_cb (gpointer data)
{
  TyWindowBench *bench = data;

  bench->waiting = 0;
  n_polls = 0;
  bench->n_frames = 0;
  bench->switches = get_switches ();
  wait (bench, IDLE_MS, idle_end_cb);
  return G_SOURCE_REMOVE;
}

/* How often the main loop and all threads wake up, and how many frames are drawn, while nobody does anything. */
static void
rest (TyWindowBench *bench)
{
  if (bench->number == bench->pages->len)
    {
      end_kind (bench);
      return;
    }
  ty_window_bench_show_page (bench, ty_window_bench_get_page (bench, bench->number));
  wait (bench, 2 * REST_MS, idle_begin_cb);
}

/* Frames that follow each other: the time from one to the next is what is seen. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TyWindowBench *bench = data;

  if (ty_window_bench_act_in_frame (bench))
    return G_SOURCE_CONTINUE;

  bench->tick_id = 0;
  end_kind (bench);
  return G_SOURCE_REMOVE;
}

static void
begin_kind (TyWindowBench *bench)
{
  bench->number = 0;
  bench->painted = 0;
  if (bench->step == TY_WINDOW_BENCH_END)
    {
      print (bench);
      g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), bench);
      gtk_window_close (GTK_WINDOW (bench->window));
      bench_free (bench);
      return;
    }

  g_debug ("%s", ty_window_bench_get_name (bench->step));
  json_builder_set_member_name (bench->json, ty_window_bench_get_name (bench->step));
  json_builder_begin_array (bench->json);
  if (bench->step == TY_WINDOW_BENCH_IDLE)
    rest (bench);
  else
    next_step (bench);
}

/* Returns: whether one has to wait until one is where the step begins */
static gboolean
go_where_it_begins (TyWindowBench *bench)
{
  const char *place = ty_window_bench_get_place (bench);

  if (place == NULL || g_str_equal (ty_page_get_page_name (ty_window_get_page (bench->window)), place))
    return FALSE;

  ty_window_bench_show_page (bench, place);
  wait (bench, REST_MS, next_step_cb);
  return TRUE;
}

static gboolean
close_windows_cb (gpointer data)
{
  TyWindowBench *bench = data;
  GListModel *toplevels = gtk_window_get_toplevels ();

  bench->waiting = 0;
  for (guint i = g_list_model_get_n_items (toplevels); i-- > 0;)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      /* One that was closed can have taken another along. */
      if (window != NULL && window != GTK_WINDOW (bench->window))
        gtk_window_close (window);
    }
  bench->number++;
  wait (bench, QUIET_MS, next_step_cb);
  return G_SOURCE_REMOVE;
}

static void
next_step (TyWindowBench *bench)
{
  if (go_where_it_begins (bench))
    return;

  if (ty_window_bench_goes_by_frames (bench->step))
    {
      bench->painted = 0;
      bench->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, bench, NULL);
      return;
    }
  if (bench->number == ty_window_bench_get_warm_up (bench->step) && bench->number > 0)
    bench->memory = get_memory ();

  bench->framed = 0;
  bench->begun = g_get_monotonic_time ();
  bench->begun_work = get_work ();
  bench->busy = ty_window_bench_act (bench);
  if (!bench->busy)
    end_kind (bench);
  else if (bench->step == TY_WINDOW_BENCH_WINDOW)
    wait (bench, OPEN_MS, close_windows_cb);
  else
    wait (bench, PATIENCE * 1000, give_up_cb);
}

static double
to_ms (gint64 time)
{
  return (double) time / 1000;
}

static void
finish_step (TyWindowBench *bench)
{
  bench->busy = FALSE;
  add_row (bench, 3, (const double[]) { to_ms (bench->painted - bench->begun), to_ms (bench->framed - bench->begun),
                                        bench->work - bench->begun_work });
  bench->number++;
  wait (bench, bench->step == TY_WINDOW_BENCH_SWITCH ? 0 : QUIET_MS, next_step_cb);
}

static void
after_paint_cb (GdkFrameClock *clock,
                TyWindowBench *bench)
{
  gint64 now = g_get_monotonic_time ();
  double work = get_work ();

  bench->n_frames++;
  if (bench->tick_id != 0 && bench->painted != 0)
    add_row (bench, 2, (const double[]) { to_ms (now - bench->painted), work - bench->work });
  bench->painted = now;
  bench->work = work;
  if (bench->framed == 0)
    bench->framed = now;
  if (bench->busy && is_done (bench))
    finish_step (bench);
}

/* What is there without a change of what is drawn is to be seen in a frame all the same. */
static void
loading_cb (GtkWidget *page)
{
  gtk_widget_queue_draw (page);
}

static void
below_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TyWindowBench *bench = user_data;
  g_autoptr(GPtrArray) units = ty_office_list_children_finish (TY_OFFICE (source), result, NULL);

  if (units == NULL || units->len == 0)
    {
      g_printerr ("touyan: the file has no units\n");
      exit (EXIT_FAILURE);
    }
  /* First the file as a whole, then what is below it. */
  if (bench->unit == 0 && units->len == 1)
    {
      bench->unit = ty_unit_item_get_unit (g_ptr_array_index (units, 0));
      ty_office_list_children_async (TY_OFFICE (source), bench->unit, NULL, below_cb, bench);
      return;
    }
  bench->unit = ty_unit_item_get_unit (g_ptr_array_index (units, 0));
  bench->step = find_step (bench, TY_WINDOW_BENCH_FIRST);
  wait (bench, REST_MS, begin_kind_cb);
}

static void
office_cb (TyWindow      *window,
           GParamSpec    *pspec,
           TyWindowBench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (ty_window_get_page (window)));

  g_signal_handlers_disconnect_by_func (window, office_cb, bench);
  for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    g_signal_connect (page, "notify::loading", G_CALLBACK (loading_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  ty_office_list_children_async (ty_window_get_office (window), 0, NULL, below_cb, bench);
}

/* Without the name of any kind all of them; the same with pages. */
static void
choose_steps (TyWindowBench *bench,
              const char    *words)
{
  g_auto(GStrv) names = g_strsplit (words, ",", -1);
  gboolean any = FALSE;

  for (TyWindowBenchStep step = TY_WINDOW_BENCH_FIRST; step < TY_WINDOW_BENCH_END; step++)
    {
      bench->chosen[step] = g_strv_contains ((const char * const *) names, ty_window_bench_get_name (step));
      any = any || bench->chosen[step];
    }
  for (TyWindowBenchStep step = TY_WINDOW_BENCH_FIRST; step < TY_WINDOW_BENCH_END && !any; step++)
    bench->chosen[step] = TRUE;
  ty_window_bench_choose_pages (bench, (const char * const *) names);
}

/**
 * ty_window_bench_run:
 * @window: a window that is about to be shown
 *
 * Once the window has a file, goes through its pages, prints as JSON how long each step took, and
 * closes the window.
 */
void
ty_window_bench_run (TyWindow *window)
{
  TyWindowBench *bench = g_new0 (TyWindowBench, 1);

  bench->window = g_object_ref (window);
  bench->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->pages = g_ptr_array_new ();
  choose_steps (bench, g_getenv ("TOUYAN_WINDOW_BENCH"));
  bench->json = json_builder_new ();
  json_builder_begin_object (bench->json);
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_connect (window, "notify::office", G_CALLBACK (office_cb), bench);
}
