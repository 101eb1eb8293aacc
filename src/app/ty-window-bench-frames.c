/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-bench-frames"

#include "config.h"

#include "ty-window-bench-private.h"

#include "ty-facet-bar.h"
#include "ty-roster-selection.h"

/* What a hand does with the roster while frames follow each other. */

#define SCROLL_PIXELS 100
#define N_DRAGS 100
#define N_COPIED 10000

static const char *const typed[] = { "z", "zh", "zha", "zhan", "zhang", "", "l", "li", "", "wa" };
static const char *const sorts[] = { "unit", "education", "birth", "name" };
static const char *const conditions[] = { "age_le_35", "female", "college_and_above" };

static GtkWidget *
get_page (TyWindowBench *bench)
{
  return GTK_WIDGET (ty_window_get_page (bench->window));
}

static GtkWidget *
find_view (TyWindowBench *bench)
{
  return ty_window_bench_find_child (get_page (bench), GTK_TYPE_COLUMN_VIEW);
}

static GtkSelectionModel *
find_selection (TyWindowBench *bench)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_view (bench)));
}

static void
scroll_to (TyWindowBench *bench,
           double         value)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (bench))), value);
}

static void
scroll (TyWindowBench *bench,
        guint          number)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (bench)));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_PIXELS);
}

/* As one who looks for a place draws the handle down and up again. */
static void
drag (TyWindowBench *bench,
      guint          number)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (bench)));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  guint way = number % (N_DRAGS / 2);

  if (number >= N_DRAGS / 2)
    way = N_DRAGS / 2 - way;
  gtk_adjustment_set_value (adjustment, end * way / (N_DRAGS / 2));
}

/* Returns: whether the widget knows the key */
static gboolean
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, 0);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* By the keys of the list in the table. */
static void
press_in_list (TyWindowBench *bench,
               guint          number,
               guint          key)
{
  GtkWidget *list = ty_window_bench_find_child (find_view (bench), GTK_TYPE_LIST_VIEW);

  if (number == 0)
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  if (!press (list, key))
    g_printerr ("touyan: the roster does not know the key\n");
}

static void
step (TyWindowBench *bench,
      guint          number)
{
  press_in_list (bench, number, GDK_KEY_Down);
}

static void
jump (TyWindowBench *bench,
      guint          number)
{
  press_in_list (bench, number, number % 2 == 0 ? GDK_KEY_End : GDK_KEY_Home);
}

static void
type (TyWindowBench *bench,
      guint          number)
{
  gtk_editable_set_text (GTK_EDITABLE (ty_window_bench_find_child (get_page (bench), GTK_TYPE_SEARCH_ENTRY)),
                         typed[number % G_N_ELEMENTS (typed)]);
}

static void
act_on_roster (TyWindowBench *bench,
               const char    *name)
{
  gtk_widget_activate_action (get_page (bench), name, NULL);
}

/* By one key more each time, then by none. */
static void
sort (TyWindowBench *bench,
      guint          number)
{
  guint n = G_N_ELEMENTS (sorts) + 1;

  if (number % n + 1 < n)
    gtk_widget_activate_action (get_page (bench), "roster.add-sort", "s", sorts[number % n]);
  else
    act_on_roster (bench, "roster.clear-sort");
}

static GtkMenuButton *
find_facet (TyWindowBench *bench,
            guint          number)
{
  GtkWidget *bar = ty_window_bench_find_child (get_page (bench), TY_TYPE_FACET_BAR);
  guint n_found = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *chip = ty_window_bench_find_child (child, TY_TYPE_FACET_CHIP);

      if (chip != NULL && n_found++ == number)
        return GTK_MENU_BUTTON (ty_window_bench_find_child (chip, GTK_TYPE_MENU_BUTTON));
    }
  return NULL;
}

/* A facet with its counts, and while it is open another condition. */
static void
facet (TyWindowBench *bench,
       guint          number)
{
  GtkMenuButton *button = find_facet (bench, number / 3);

  switch (number % 3)
    {
    case 0:
      if (button != NULL)
        gtk_menu_button_popup (button);
      break;
    case 1:
      gtk_widget_activate_action (get_page (bench), "roster.condition", "s",
                                  conditions[number / 3 % G_N_ELEMENTS (conditions)]);
      break;
    default:
      if (button != NULL)
        gtk_menu_button_popdown (button);
      act_on_roster (bench, "roster.clear");
      break;
    }
}

static void
select_people (TyWindowBench *bench,
               guint          number)
{
  act_on_roster (bench, number % 2 == 0 ? "roster.select-all" : "roster.unselect");
}

static void
copy (TyWindowBench *bench,
      guint          number)
{
  TyRosterList *list = ty_window_bench_find_list (bench);

  switch (number % 3)
    {
    case 0:
      ty_roster_list_grow_up (list);
      gtk_selection_model_select_range (find_selection (bench), 0, MIN (N_COPIED, ty_roster_list_get_n_people (list)),
                                        TRUE);
      break;
    case 1:
      act_on_roster (bench, "roster.copy");
      break;
    default:
      act_on_roster (bench, "roster.unselect");
      break;
    }
}

static const struct
{
  guint n;        /* how often it is done */
  guint n_frames; /* from one time to the next; six between two keys are ten keys a second */
  void (*func) (TyWindowBench *bench,
                guint          number);
} kinds[TY_WINDOW_BENCH_END] = {
  [TY_WINDOW_BENCH_SCROLL] = { 150, 1, scroll },
  [TY_WINDOW_BENCH_DRAG] = { N_DRAGS, 3, drag },
  [TY_WINDOW_BENCH_STEP] = { 30, 6, step },
  [TY_WINDOW_BENCH_JUMP] = { 12, 20, jump },
  [TY_WINDOW_BENCH_TYPE] = { 24, 6, type },
  [TY_WINDOW_BENCH_SORT] = { 10, 30, sort },
  [TY_WINDOW_BENCH_FACET] = { 18, 30, facet },
  [TY_WINDOW_BENCH_SELECT] = { 6, 30, select_people },
  [TY_WINDOW_BENCH_COPY] = { 6, 60, copy },
};

/**
 * ty_window_bench_find_list:
 * @bench: a bench on the page of the roster
 *
 * Returns: (transfer none): who is listed
 */
TyRosterList *
ty_window_bench_find_list (TyWindowBench *bench)
{
  return ty_roster_selection_get_list (TY_ROSTER_SELECTION (find_selection (bench)));
}

/**
 * ty_window_bench_goes_by_frames:
 * @step: a kind of steps
 *
 * Returns: whether the time from frame to frame is what counts
 */
gboolean
ty_window_bench_goes_by_frames (TyWindowBenchStep step)
{
  return step < TY_WINDOW_BENCH_END && kinds[step].func != NULL;
}

/**
 * ty_window_bench_act_in_frame:
 * @bench: a bench
 *
 * Does what a hand does between two frames that follow each other.
 *
 * Returns: whether there is more to do
 */
gboolean
ty_window_bench_act_in_frame (TyWindowBench *bench)
{
  guint n_frames = kinds[bench->step].n_frames;

  if (bench->number % n_frames == 0)
    kinds[bench->step].func (bench, bench->number / n_frames);
  bench->number++;
  if (bench->number < n_frames * kinds[bench->step].n)
    return TRUE;

  scroll_to (bench, 0);
  return FALSE;
}
