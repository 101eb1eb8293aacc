/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-bench"

#include "config.h"

#include "ty-window-bench.h"

#include "ty-dashboard-page.h"
#include "ty-date.h"
#include "ty-office-units.h"
#include "ty-roster-list.h"
#include "ty-roster-selection.h"
#include "ty-unit-item.h"

#include <json-glib/json-glib.h>
#include <malloc.h>
#include <time.h>

/* Goes through the whole window and prints as JSON: how long each page took until it was drawn with all
 * it shows, the first time and again; another date and another scope; the time from frame to frame
 * while the roster scrolls and its search is typed into; how often an idle window wakes up; and what
 * memory is left behind by many switches of the page; and how long dashboards take until they are drawn. Where
 * the variable names kinds of steps, with commas between them, only those. */

#define PATIENCE 60    /* s, for one step */
#define QUIET_MS 100   /* between two steps */
#define REST_MS 1500   /* before what is counted over a time */
#define IDLE_MS 2000   /* for each page */
#define N_BACKS 20
#define N_CHANGES 12
#define N_SCROLLS 150  /* frames */
#define N_KEYS 24
#define KEY_FRAMES 6   /* frames between two keys: ten keys a second */
#define N_SWITCHES 2000
#define N_WARM_UP 200  /* switches until caches have their size */
#define SCROLL_PIXELS 100
#define ROWS_IN_SIGHT 15

typedef enum
{
  STEP_FIRST,
  STEP_BACK,
  STEP_DATE,
  STEP_SCOPE,
  STEP_ROSTER_DATE,
  STEP_SCROLL,
  STEP_TYPE,
  STEP_IDLE,
  STEP_SWITCH,
  STEP_BOARD,
  STEP_END,
} Step;

static const char *const pages[] = { "overview", "roster", "villages", "departed", "history" };

static const char *const keys[] = { "z", "zh", "zha", "zhan", "zhang", "", "l", "li", "", "wa" };

typedef struct
{
  /* Owned */
  TyWindow *window;
  JsonBuilder *json;

  gint64 begun;    /* when the step began */
  gint64 painted;  /* when the last frame was */
  Step step;
  guint number;    /* of the step among its kind */
  guint n_frames;  /* since the step began */
  guint waiting;   /* source that begins the next step, or gives this one up */
  guint tick_id;   /* while frames follow each other */
  double memory;   /* before the switches */
  double work;     /* processor time of this thread at the last frame, in ms */
  GArray *works;   /* (owned) (element-type double): that of each frame that follows another */
  gint64 unit;     /* another scope */
  gboolean busy;
  gboolean chosen[STEP_END]; /* which kinds of steps are gone through */
} Bench;

static guint n_polls;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  n_polls++;
  return g_poll (fds, n_fds, timeout);
}

/* Memory of the process in MB, as the kernel counts it, without what the heaps keep for later. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *line = NULL;

  malloc_trim (0);
  if (g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    line = strstr (text, "VmRSS:");
  return line != NULL ? (double) g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10) * 1024 / 1e6 : 0;
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
bench_free (Bench *bench)
{
  g_array_unref (bench->works);
  g_object_unref (bench->json);
  g_object_unref (bench->window);
  g_free (bench);
}

static const char *
get_name (Step step)
{
  static const char *const names[] = {
    "first", "back", "date", "scope", "roster_date", "scroll", "type", "idle", "switch", "board",
  };

  return names[step];
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

/* Whether the rows that are seen first have arrived, where the page is a roster. */
static gboolean
rows_are_there (GtkWidget *page)
{
  GtkWidget *view = find_child (page, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;
  TyRosterList *list;
  guint n;

  if (!TY_IS_ROSTER_SELECTION (model))
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
is_done (Bench *bench)
{
  GtkWidget *page = GTK_WIDGET (ty_window_get_page (bench->window));

  return ty_window_is_settled (bench->window) && rows_are_there (page);
}

static void
show_page (Bench      *bench,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.show-page", "s", name);
}

static GtkAdjustment *
get_adjustment (Bench *bench)
{
  GtkWidget *page = GTK_WIDGET (ty_window_get_page (bench->window));
  GtkWidget *view = find_child (page, GTK_TYPE_COLUMN_VIEW);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static void
act_in_frame (Bench *bench)
{
  GtkWidget *page = GTK_WIDGET (ty_window_get_page (bench->window));
  GtkAdjustment *adjustment;

  if (bench->step == STEP_SCROLL)
    {
      adjustment = get_adjustment (bench);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_PIXELS);
    }
  else if (bench->number % KEY_FRAMES == 0)
    gtk_editable_set_text (GTK_EDITABLE (find_child (page, GTK_TYPE_SEARCH_ENTRY)),
                           keys[bench->number / KEY_FRAMES % G_N_ELEMENTS (keys)]);
}

/* The page with the first of the dashboards of the program, then the others on it. */
static gboolean
show_board (Bench *bench)
{
  g_autoptr(GPtrArray) dashboards = ty_dashboard_list_shipped ();
  TyPage *page = ty_window_get_page (bench->window);

  if (bench->number == 0)
    show_page (bench, "dashboards");
  else if (bench->number < dashboards->len)
    ty_dashboard_page_show (TY_DASHBOARD_PAGE (page),
                            ((const TyDashboard *) g_ptr_array_index (dashboards, bench->number))->word);
  return bench->number < dashboards->len;
}

/* Returns: whether there is a step of this number */
static gboolean
act (Bench *bench)
{
  TyOffice *office = ty_window_get_office (bench->window);

  switch (bench->step)
    {
    case STEP_FIRST:
      if (bench->number + 1 < G_N_ELEMENTS (pages))
        show_page (bench, pages[bench->number + 1]);
      return bench->number + 1 < G_N_ELEMENTS (pages);
    case STEP_BACK:
      gtk_widget_activate_action (GTK_WIDGET (bench->window),
                                  bench->number / 4 % 2 == 0 ? "win.back" : "win.forward", NULL);
      return bench->number < N_BACKS;
    case STEP_DATE:
      ty_office_set_as_of (office, ty_date_new (2019 + bench->number % 3, 12, 31));
      return bench->number < N_CHANGES;
    case STEP_ROSTER_DATE:
      /* Never the day that is shown already. */
      ty_office_set_as_of (office, ty_date_new (2018 - bench->number % 2, 12, 31));
      return bench->number < N_CHANGES;
    case STEP_SCOPE:
      ty_office_set_scope (office, bench->number % 2 == 0 ? bench->unit : 0);
      return bench->number < N_CHANGES;
    case STEP_SWITCH:
      show_page (bench, pages[bench->number % G_N_ELEMENTS (pages)]);
      return bench->number < N_SWITCHES;
    case STEP_BOARD:
      return show_board (bench);
    case STEP_SCROLL:
    case STEP_TYPE:
    case STEP_IDLE:
    case STEP_END:
    default:
      return FALSE;
    }
}

static void next_step (Bench *bench);
static void begin_kind (Bench *bench);

static gboolean
next_step_cb (gpointer data)
{
  Bench *bench = data;

  bench->waiting = 0;
  next_step (bench);
  return G_SOURCE_REMOVE;
}

static gboolean
give_up_cb (gpointer data)
{
  Bench *bench = data;

  g_printerr ("touyan: %s %u was not drawn\n", get_name (bench->step), bench->number);
  exit (EXIT_FAILURE);
}

static gboolean
begin_kind_cb (gpointer data)
{
  Bench *bench = data;

  bench->waiting = 0;
  begin_kind (bench);
  return G_SOURCE_REMOVE;
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
add_number (Bench      *bench,
            const char *name,
            double      value)
{
  json_builder_set_member_name (bench->json, name);
  json_builder_add_double_value (bench->json, value);
}

static void
print (Bench *bench)
{
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (bench->json);
  root = json_builder_get_root (bench->json);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

static void
add_works (Bench *bench)
{
  g_autofree char *name = g_strconcat (get_name (bench->step), "_work", NULL);

  json_builder_set_member_name (bench->json, name);
  json_builder_begin_array (bench->json);
  for (guint i = 0; i < bench->works->len; i++)
    json_builder_add_double_value (bench->json, g_array_index (bench->works, double, i));
  json_builder_end_array (bench->json);
  g_array_set_size (bench->works, 0);
}

/* The first that was chosen, from one on. */
static Step
find_step (Bench *bench,
           Step   step)
{
  while (step < STEP_END && !bench->chosen[step])
    step++;
  return step;
}

static void
end_kind (Bench *bench)
{
  json_builder_end_array (bench->json);
  if (bench->works->len > 0)
    add_works (bench);
  if (bench->step == STEP_SWITCH)
    add_number (bench, "growth", get_memory () - bench->memory);
  bench->step = find_step (bench, bench->step + 1);
  wait (bench, REST_MS, begin_kind_cb);
}

static void rest (Bench *bench);

static gboolean
idle_end_cb (gpointer data)
{
  Bench *bench = data;

  bench->waiting = 0;
  json_builder_add_int_value (bench->json, n_polls);
  json_builder_add_int_value (bench->json, bench->n_frames);
  bench->number++;
  rest (bench);
  return G_SOURCE_REMOVE;
}

static gboolean
idle_begin_cb (gpointer data)
{
  Bench *bench = data;

  bench->waiting = 0;
  n_polls = 0;
  bench->n_frames = 0;
  wait (bench, IDLE_MS, idle_end_cb);
  return G_SOURCE_REMOVE;
}

/* How often the main loop wakes up, and how many frames are drawn, while nobody does anything. */
static void
rest (Bench *bench)
{
  if (bench->number == G_N_ELEMENTS (pages))
    {
      end_kind (bench);
      return;
    }
  show_page (bench, pages[bench->number]);
  wait (bench, 2 * REST_MS, idle_begin_cb);
}

/* Frames that follow each other: the time from one to the next is what is seen. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Bench *bench = data;

  bench->number++;
  if (bench->number < (bench->step == STEP_SCROLL ? N_SCROLLS : N_KEYS * KEY_FRAMES))
    {
      act_in_frame (bench);
      return G_SOURCE_CONTINUE;
    }

  bench->tick_id = 0;
  end_kind (bench);
  return G_SOURCE_REMOVE;
}

static void
begin_kind (Bench *bench)
{
  bench->number = 0;
  bench->n_frames = 0;
  bench->painted = 0;
  if (bench->step == STEP_END)
    {
      print (bench);
      gtk_window_close (GTK_WINDOW (bench->window));
      bench_free (bench);
      return;
    }

  json_builder_set_member_name (bench->json, get_name (bench->step));
  json_builder_begin_array (bench->json);
  if (bench->step == STEP_SCROLL || bench->step == STEP_TYPE)
    bench->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, bench, NULL);
  else if (bench->step == STEP_IDLE)
    rest (bench);
  else
    next_step (bench);
}

/* Where a kind of step begins. Returns: whether one has to wait for that. */
static gboolean
go_where_it_begins (Bench *bench)
{
  static const char *const places[STEP_END] = {
    [STEP_DATE] = "overview", [STEP_SCOPE] = "overview", [STEP_ROSTER_DATE] = "roster",
  };
  const char *place = places[bench->step];

  if (bench->number > 0 || place == NULL
      || g_str_equal (ty_page_get_page_name (ty_window_get_page (bench->window)), place))
    return FALSE;

  show_page (bench, place);
  wait (bench, REST_MS, next_step_cb);
  return TRUE;
}

static void
next_step (Bench *bench)
{
  if (go_where_it_begins (bench))
    return;
  if (bench->step == STEP_SWITCH && bench->number == N_WARM_UP)
    bench->memory = get_memory ();

  bench->n_frames = 0;
  bench->begun = g_get_monotonic_time ();
  bench->busy = act (bench);
  if (bench->busy)
    wait (bench, PATIENCE * 1000, give_up_cb);
  else
    end_kind (bench);
}

static void
finish_step (Bench  *bench,
             gint64  now)
{
  bench->busy = FALSE;
  json_builder_add_double_value (bench->json, (double) (now - bench->begun) / 1000);
  bench->number++;
  wait (bench, bench->step == STEP_SWITCH ? 0 : QUIET_MS, next_step_cb);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  gint64 now = g_get_monotonic_time ();

  bench->n_frames++;
  if (bench->tick_id != 0 && bench->painted != 0)
    {
      double work = get_work () - bench->work;

      json_builder_add_double_value (bench->json, (double) (now - bench->painted) / 1000);
      g_array_append_val (bench->works, work);
    }
  bench->painted = now;
  bench->work = get_work ();
  if (bench->busy && is_done (bench))
    finish_step (bench, now);
  else if (bench->busy && bench->step == STEP_FIRST && bench->n_frames == 1)
    g_debug ("%s: frame after %.1f ms", pages[bench->number + 1],
             (double) (now - bench->begun) / 1000);
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
  Bench *bench = user_data;
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
  bench->step = find_step (bench, STEP_FIRST);
  if (bench->step == STEP_SCROLL || bench->step == STEP_TYPE)
    show_page (bench, "roster");
  wait (bench, REST_MS, begin_kind_cb);
}

static void
office_cb (TyWindow   *window,
           GParamSpec *pspec,
           Bench      *bench)
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

/* Without the name of any kind all of them. */
static void
choose_steps (Bench      *bench,
              const char *words)
{
  g_auto(GStrv) names = g_strsplit (words, ",", -1);
  gboolean any = FALSE;

  for (Step step = STEP_FIRST; step < STEP_END; step++)
    {
      bench->chosen[step] = g_strv_contains ((const char * const *) names, get_name (step));
      any = any || bench->chosen[step];
    }
  for (Step step = STEP_FIRST; step < STEP_END && !any; step++)
    bench->chosen[step] = TRUE;
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
  Bench *bench = g_new0 (Bench, 1);

  bench->window = g_object_ref (window);
  bench->works = g_array_new (FALSE, FALSE, sizeof (double));
  choose_steps (bench, g_getenv ("TOUYAN_WINDOW_BENCH"));
  bench->json = json_builder_new ();
  json_builder_begin_object (bench->json);
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_connect (window, "notify::office", G_CALLBACK (office_cb), bench);
}
