/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-bench-steps"

#include "config.h"

#include "ty-window-bench-private.h"

#include "ty-dashboard-page.h"
#include "ty-date.h"

/* What is done in each step of the bench of the window. */

#define N_BACKS 4      /* for each page */
#define N_CHANGES 6    /* for each page */
#define N_SWITCHES 2000
#define N_SWITCHES_BEFORE 200 /* until caches have their size */
#define N_TURNS 400
#define N_TURNS_BEFORE 120
#define N_PEOPLE 100
#define N_OPENED 20    /* times for each window */

static const char *const pages[] = {
  "overview", "roster", "villages", "departed", "lists", "filings",
  "training", "pairing", "dashboards", "cross", "checks", "history",
};

static const char *const windows[] = {
  "win.preferences", "win.about", "win.new-county", "win.show-help-overlay", "win.export-roster",
  "win.appoint", "win.draw-forms", "win.print",
};

/**
 * ty_window_bench_choose_pages:
 * @bench: a bench
 * @words: names of pages, and others
 *
 * Takes the pages that are named, and the overview, where the window begins; without the name of any all of the
 * sidebar.
 */
void
ty_window_bench_choose_pages (TyWindowBench       *bench,
                              const char * const *words)
{
  gboolean all = TRUE;

  for (guint i = 1; i < G_N_ELEMENTS (pages); i++)
    all = all && !g_strv_contains (words, pages[i]);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (all || i == 0 || g_strv_contains (words, pages[i]))
      g_ptr_array_add (bench->pages, (gpointer) pages[i]);
}

/**
 * ty_window_bench_get_page:
 * @bench: a bench
 * @number: a number, which goes round
 *
 * Returns: (transfer none): the name of a page
 */
const char *
ty_window_bench_get_page (TyWindowBench *bench,
                          guint          number)
{
  return g_ptr_array_index (bench->pages, number % bench->pages->len);
}

/**
 * ty_window_bench_get_name:
 * @step: a kind of steps
 *
 * Returns: (transfer none): its name in the variable and in the JSON
 */
const char *
ty_window_bench_get_name (TyWindowBenchStep step)
{
  static const char *const names[] = {
    "first", "back", "date", "scope", "scroll", "drag", "step", "jump", "type", "sort", "facet",
    "select", "copy", "idle", "board", "switch", "turn", "person",
    "window", "end",
  };

  return names[step];
}

/**
 * ty_window_bench_get_place:
 * @bench: a bench
 *
 * Returns: (transfer none) (nullable): the page that the next step works on, where it has to be shown first
 */
const char *
ty_window_bench_get_place (TyWindowBench *bench)
{
  switch (bench->step)
    {
    case TY_WINDOW_BENCH_DATE:
    case TY_WINDOW_BENCH_SCOPE:
      return bench->number < N_CHANGES * bench->pages->len
               ? ty_window_bench_get_page (bench, bench->number / N_CHANGES) : NULL;
    case TY_WINDOW_BENCH_PERSON:
      return bench->number == 0 ? "roster" : NULL;
    case TY_WINDOW_BENCH_SWITCH:
    case TY_WINDOW_BENCH_TURN:
      return bench->number == 0 ? "history" : NULL;
    case TY_WINDOW_BENCH_FIRST:
    case TY_WINDOW_BENCH_BACK:
    case TY_WINDOW_BENCH_IDLE:
    case TY_WINDOW_BENCH_BOARD:
    case TY_WINDOW_BENCH_WINDOW:
    default:
      return ty_window_bench_goes_by_frames (bench->step) ? "roster" : NULL;
    }
}

/**
 * ty_window_bench_get_warm_up:
 * @step: a kind of steps
 *
 * Returns: after how many steps the memory that the others leave behind is counted, 0 = not at all
 */
guint
ty_window_bench_get_warm_up (TyWindowBenchStep step)
{
  static const guint warm_ups[TY_WINDOW_BENCH_END] = {
    [TY_WINDOW_BENCH_SWITCH] = N_SWITCHES_BEFORE,
    [TY_WINDOW_BENCH_TURN] = N_TURNS_BEFORE,
    [TY_WINDOW_BENCH_PERSON] = N_PEOPLE,
    [TY_WINDOW_BENCH_WINDOW] = 3 * G_N_ELEMENTS (windows),
  };

  return warm_ups[step];
}

/**
 * ty_window_bench_find_child:
 * @widget: a widget
 * @type: a type of widgets
 *
 * Returns: (transfer none) (nullable): the first of that type that is in it, or it itself
 */
GtkWidget *
ty_window_bench_find_child (GtkWidget *widget,
                            GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ty_window_bench_find_child (child, type);
  return found;
}

/**
 * ty_window_bench_show_page:
 * @bench: a bench
 * @name: name of a page
 *
 * Goes to a page.
 */
void
ty_window_bench_show_page (TyWindowBench *bench,
                           const char    *name)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.show-page", "s", name);
}

/* The page with the first of the dashboards of the program, then the others on it. */
static gboolean
show_board (TyWindowBench *bench)
{
  g_autoptr(GPtrArray) dashboards = ty_dashboard_list_shipped ();
  TyPage *page = ty_window_get_page (bench->window);

  if (bench->number == 0)
    ty_window_bench_show_page (bench, "dashboards");
  else if (bench->number < dashboards->len)
    ty_dashboard_page_show (TY_DASHBOARD_PAGE (page),
                            ((const TyDashboard *) g_ptr_array_index (dashboards, bench->number))->word);
  return bench->number < dashboards->len;
}

/* Back over all pages that were visited, then forward to the last. */
static gboolean
go_back (TyWindowBench *bench)
{
  guint n = bench->pages->len - 1;
  gboolean back = bench->number / n % 2 == 0;

  gtk_widget_activate_action (GTK_WIDGET (bench->window), back ? "win.back" : "win.forward", NULL);
  return bench->number < n * N_BACKS;
}

/* Another page, date or scope each time. */
static gboolean
turn (TyWindowBench *bench)
{
  TyOffice *office = ty_window_get_office (bench->window);

  switch (bench->number % 3)
    {
    case 0:
      ty_window_bench_show_page (bench, ty_window_bench_get_page (bench, bench->number / 3));
      break;
    case 1:
      ty_office_set_as_of (office, ty_date_new (2016 + bench->number % 5, 12, 31));
      break;
    default:
      ty_office_set_scope (office, bench->number / 3 % 2 == 0 ? bench->unit : 0);
      break;
    }
  return bench->number < N_TURNS;
}

static void
list_people (TyWindowBench *bench)
{
  TyRosterList *list = ty_window_bench_find_list (bench);

  for (guint i = 0; i < MIN (N_PEOPLE, ty_roster_list_get_n_people (list)); i++)
    {
      gint64 person = ty_roster_list_get_person (list, i);

      g_array_append_val (bench->people, person);
    }
}

/* The same people again and again. */
static gboolean
show_person (TyWindowBench *bench)
{
  if (bench->people->len == 0)
    list_people (bench);
  if (bench->people->len == 0)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.show-person", "x",
                              g_array_index (bench->people, gint64, bench->number % bench->people->len));
  return bench->number < 3 * N_PEOPLE;
}

static gboolean
open_window (TyWindowBench *bench)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), windows[bench->number % G_N_ELEMENTS (windows)],
                              NULL);
  return bench->number < N_OPENED * G_N_ELEMENTS (windows);
}

/**
 * ty_window_bench_act:
 * @bench: a bench
 *
 * Does the step of this number.
 *
 * Returns: whether there is one
 */
gboolean
ty_window_bench_act (TyWindowBench *bench)
{
  TyOffice *office = ty_window_get_office (bench->window);
  guint n_pages = bench->pages->len;

  switch (bench->step)
    {
    case TY_WINDOW_BENCH_FIRST:
      if (bench->number + 1 < n_pages)
        ty_window_bench_show_page (bench, ty_window_bench_get_page (bench, bench->number + 1));
      return bench->number + 1 < n_pages;
    case TY_WINDOW_BENCH_BACK:
      return go_back (bench);
    case TY_WINDOW_BENCH_DATE:
      /* Never the day that is shown already. */
      ty_office_set_as_of (office, ty_date_new (2019 + bench->number % 3, 12, 31));
      return bench->number < N_CHANGES * n_pages;
    case TY_WINDOW_BENCH_SCOPE:
      ty_office_set_scope (office, bench->number % 2 == 0 ? bench->unit : 0);
      return bench->number < N_CHANGES * n_pages;
    case TY_WINDOW_BENCH_BOARD:
      return show_board (bench);
    case TY_WINDOW_BENCH_SWITCH:
      ty_window_bench_show_page (bench, ty_window_bench_get_page (bench, bench->number));
      return bench->number < N_SWITCHES;
    case TY_WINDOW_BENCH_TURN:
      return turn (bench);
    case TY_WINDOW_BENCH_PERSON:
      return show_person (bench);
    case TY_WINDOW_BENCH_WINDOW:
      return open_window (bench);
    default:
      return FALSE;
    }
}
