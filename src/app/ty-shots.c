/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-shots"

#include "config.h"

#include "ty-shots-private.h"

#include "ty-collect-window.h"
#include "ty-chart.h"
#include "ty-dashboard-page.h"
#include "ty-export-window.h"
#include "ty-forms-window.h"
#include "ty-paper-window.h"
#include "ty-gallery-window.h"
#include "ty-help-overlay.h"
#include "ty-import-window.h"
#include "ty-merge-window.h"
#include "ty-office-roster.h"
#include "ty-office-villages.h"
#include "ty-pairing-page.h"
#include "ty-paste-window.h"
#include "ty-plan-window.h"
#include "ty-post-batch.h"
#include "ty-post-editor.h"
#include "ty-preferences-window.h"
#include "ty-seat-editor.h"
#include "ty-settings.h"
#include "ty-village-page.h"
#include "ty-people-page.h"

#define CHECK_INTERVAL 100 /* ms */
#define VISIT_INTERVAL 30  /* ms */
#define N_QUIET 4          /* checks in a row without waiting for anything, before a picture */
#define N_CHECKS_MAX 600   /* a minute for a page */
#define PANEL 40           /* pixels of a screen that the desktop takes */

/* Draws one page after the other into pictures, for where no window can be seen and for the
 * documentation. `TOUYAN_SHOTS_SIZE` (1366x768), `TOUYAN_SHOTS_TEXT` (1.5, how much larger all text
 * is), `TOUYAN_COLOR_SCHEME` (light, dark), `TOUYAN_SHOTS_AS_OF` (a cut-off date),
 * `TOUYAN_SHOTS_PAGES` (roster,cross: only these), `TOUYAN_SHOTS_EMPTY` (the county is empty),
 * `TOUYAN_SHOTS_BOARDS` (each dashboard and each cross table), `TOUYAN_SHOTS_ROSTER` (a roster whose import is
 * shown) and `TOUYAN_SHOTS_FORMS` (a folder of appointment files) in the environment make other pictures.
 * A problem ends it with a status that is not 0. */

static void
shots_free (gpointer data)
{
  Shots *shots = data;

  g_clear_object (&shots->window);
  g_clear_object (&shots->dialog);
  g_free (shots->dir);
  g_free (shots);
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

/* The one that is open. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);
  return found;
}

static void
show_page (Shots      *shots,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-page", "s", name);
}

static void
begin_overview (Shots *shots)
{
  const char *as_of = g_getenv ("TOUYAN_SHOTS_AS_OF");

  if (as_of != NULL)
    ty_office_set_as_of (ty_window_get_office (shots->window), ty_date_from_iso (as_of));
  show_page (shots, "overview");
}

static void
begin_roster (Shots *shots)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-roster", "(sss)",
                              "secretaries", "count", "");
}

/* Those who are there already by two keys, with some of them chosen. */
static void
begin_chosen (Shots *shots)
{
  GtkWidget *page = GTK_WIDGET (ty_window_get_page (shots->window));
  TyRosterSelection *selection = ty_people_page_get_selection (TY_PEOPLE_PAGE (page));

  gtk_widget_activate_action (page, "roster.add-sort", "s", "unit");
  gtk_widget_activate_action (page, "roster.add-sort", "s", "post");
  for (guint i = 3; i < 12; i += 4)
    ty_roster_selection_toggle (selection, i);
}

static void
begin_departed (Shots *shots)
{
  show_page (shots, "departed");
}

static void
begin_checks (Shots *shots)
{
  show_page (shots, "checks");
}

static void
begin_history (Shots *shots)
{
  show_page (shots, "history");
}

static void
roster_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) window = TY_WINDOW (user_data);
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);

  if (people != NULL && people->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x",
                                g_array_index (people, gint64, 0));
}

static void
begin_person (Shots *shots)
{
  const TyRosterQuery query = {
    .who = TY_WHO_SECRETARIES,
    .condition = TY_CONDITION_AGE_LE_45,
  };

  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, roster_cb,
                               g_object_ref (shots->window));
}

void
ty_shots_show_dialog (Shots *shots,
                      void  *dialog)
{
  int width, height;

  shots->dialog = g_object_ref (dialog);
  gtk_widget_add_css_class (GTK_WIDGET (dialog), "ty-shot");
  /* No larger than a screen of that size would let it be. */
  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (dialog), MIN (width, shots->width), MIN (height, shots->height - PANEL));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin_villages (Shots *shots)
{
  show_page (shots, "villages");
}

static void
villages_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyWindow) window = TY_WINDOW (user_data);
  g_autoptr(TyVillageTable) table = ty_office_load_villages_finish (TY_OFFICE (source), result, NULL);

  /* The first with a vacancy shows the most. */
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    {
      const TyVillageRow *row = ty_village_table_get (table, i);

      if (row->is_village && row->n_short > 0)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show-village", "x", row->unit);
          return;
        }
    }
}

static void
begin_village (Shots *shots)
{
  ty_office_load_villages_async (ty_window_get_office (shots->window), NULL, villages_cb,
                                 g_object_ref (shots->window));
}

/* The form for the village that is shown. */
static void
begin_seats (Shots *shots)
{
  TyPage *page = ty_window_get_page (shots->window);
  gint64 unit = TY_IS_VILLAGE_PAGE (page) ? ty_village_page_get_unit (TY_VILLAGE_PAGE (page)) : 0;

  if (unit != 0)
    ty_shots_show_dialog (shots, ty_seat_editor_new (ty_window_get_office (shots->window), &unit, 1));
}

static void
begin_gallery (Shots *shots)
{
  ty_shots_show_dialog (shots, ty_gallery_window_new ());
}

static void
begin_import (Shots *shots)
{
  ty_shots_show_dialog (shots, ty_import_window_new (GTK_WINDOW (shots->window),
                                            ty_window_get_office (shots->window),
                                            g_getenv ("TOUYAN_SHOTS_ROSTER")));
}

/* The same table one step on: the rows that it would change. */
static void
begin_import_rows (Shots *shots)
{
  begin_import (shots);
  shots->compare = TRUE;
}

static void
begin_export (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autofree char *label = ty_who_dup_label (query.who);

  ty_shots_show_dialog (shots, ty_export_window_new (GTK_WINDOW (shots->window),
                                            ty_window_get_office (shots->window), &query, label, NULL));
}

/* With what came back, where a folder of it is named. */
static void
begin_collect (Shots *shots)
{
  TyCollectWindow *window = ty_collect_window_new (GTK_WINDOW (shots->window), ty_window_get_office (shots->window));
  const char *folder = g_getenv ("TOUYAN_SHOTS_ANSWERS");

  ty_shots_show_dialog (shots, window);
  if (folder != NULL)
    ty_collect_window_read (window, (const char *const[]) { folder, NULL });
}

static void
begin_filings (Shots *shots)
{
  show_page (shots, "filings");
}

/* The first one, whichever were shown before. */
static void
begin_dashboards (Shots *shots)
{
  TyPage *page;

  show_page (shots, "dashboards");
  page = ty_window_get_page (shots->window);
  if (TY_IS_DASHBOARD_PAGE (page))
    ty_dashboard_page_show (TY_DASHBOARD_PAGE (page), ty_shots_get_board (0));
}

/* With the people behind a mark beside it. */
static void
begin_drill (Shots *shots)
{
  TyPage *page = ty_window_get_page (shots->window);
  const TyDashboard *dashboard = TY_IS_DASHBOARD_PAGE (page)
                                   ? ty_dashboard_page_get_dashboard (TY_DASHBOARD_PAGE (page)) : NULL;

  for (guint i = 0; dashboard != NULL && i < dashboard->cards->len; i++)
    if (ty_dashboard_get_card (dashboard, i)->kind == TY_CARD_HEAT)
      {
        g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (TY_DASHBOARD_PAGE (page));

        if (i < charts->len)
          ty_dashboard_page_activate (TY_DASHBOARD_PAGE (page), i,
                                      ty_chart_get_mark (g_ptr_array_index (charts, i), 1, 2));
        return;
      }
}

static void
begin_training (Shots *shots)
{
  show_page (shots, "training");
}

static void
begin_preferences (Shots *shots)
{
  TyPreferencesWindow *window = ty_preferences_window_new (GTK_WINDOW (shots->window));

  ty_preferences_window_set_office (window, ty_window_get_office (shots->window));
  ty_shots_show_dialog (shots, window);
}

static void
begin_shortcuts (Shots *shots)
{
  ty_shots_show_dialog (shots, ty_help_overlay_new (GTK_WINDOW (shots->window)));
}

/* What was typed is a part of many names. */
static void
begin_search (Shots *shots)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  shots->popover = find_popover (GTK_WIDGET (shots->window));
  entry = shots->popover != NULL ? find_child (shots->popover, GTK_TYPE_SEARCH_ENTRY) : NULL;
  if (entry != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), "wang");
      gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    }
}

static void
begin_cross (Shots *shots)
{
  show_page (shots, "cross");
}

static void
begin_appoint (Shots *shots)
{
  ty_shots_show_dialog (shots, ty_post_editor_new (ty_window_get_office (shots->window), TY_MOVE_APPOINT));
}

static void
begin_document (Shots *shots)
{
  TyPostBatch *batch = ty_post_batch_new (ty_window_get_office (shots->window));

  ty_post_batch_set_text (batch, "任命张三同志为东山村党支部书记\n免去李四同志东山村党支部书记职务");
  ty_shots_show_dialog (shots, batch);
}

static void
two_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Shots *shots = user_data;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);

  if (people != NULL && people->len > 1)
    ty_shots_show_dialog (shots, ty_merge_window_new (GTK_WINDOW (shots->window), TY_OFFICE (source),
                                             g_array_index (people, gint64, 0),
                                             g_array_index (people, gint64, 1)));
}

static void
six_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Shots *shots = user_data;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);
  g_autoptr(GVariant) keys = NULL;

  if (people == NULL || people->len < 6)
    return;

  keys = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, 6, sizeof (gint64));
  g_variant_ref_sink (keys);
  gtk_widget_activate_action_variant (GTK_WIDGET (shots->window), "win.compare-people", keys);
}

static void
begin_compare (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };

  g_settings_set_boolean (ty_settings_get (), "compare-differences", TRUE);
  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, six_cb, shots);
}

static void
begin_merge (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };

  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, two_cb, shots);
}

static void
begin_forms (Shots *shots)
{
  const char *paths[] = { g_getenv ("TOUYAN_SHOTS_FORMS"), NULL };

  ty_shots_show_dialog (shots, ty_forms_window_new (GTK_WINDOW (shots->window),
                                           ty_window_get_office (shots->window), paths));
}

static void
paper_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Shots *shots = user_data;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);

  if (people != NULL)
    ty_shots_show_dialog (shots, ty_paper_window_new (GTK_WINDOW (shots->window), TY_OFFICE (source), people));
}

static void
begin_paper (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };

  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, paper_cb, shots);
}

static void
begin_pairing (Shots *shots)
{
  ty_office_set_as_of (ty_window_get_office (shots->window), ty_date_new (2026, 11, 24));
  show_page (shots, "pairing");
}

static void
begin_plan (Shots *shots)
{
  TyPairingBoard *board = ty_pairing_page_get_board (TY_PAIRING_PAGE (ty_window_get_page (shots->window)));

  ty_shots_show_dialog (shots, ty_plan_window_new (NULL, ty_window_get_office (shots->window), board->programme));
}

/* Some need a variable of the environment, and are left out without it. */
static const struct
{
  const char *name;
  void (*begin) (Shots *shots);
  const char *needed; /* (nullable) */
  const char *(*get_word) (guint turn); /* (nullable): a picture for each word, until there is none */
} steps[] = {
  { "first-steps", begin_overview, "TOUYAN_SHOTS_EMPTY" },
  { "overview", begin_overview },
  { "roster", begin_roster },
  { "roster-chosen", begin_chosen },
  { "person", begin_person },
  { "villages", begin_villages },
  { "village", begin_village },
  { "seats", begin_seats },
  { "departed", begin_departed },
  { "lists", ty_shots_begin_lists },
  { "paste", ty_shots_begin_paste },
  { "group", ty_shots_begin_group },
  { "filings", begin_filings },
  { "training", begin_training },
  { "board", ty_shots_begin_board, "TOUYAN_SHOTS_BOARDS", ty_shots_get_board },
  { "dashboards", begin_dashboards },
  { "drill", begin_drill },
  { "cross", begin_cross },
  { "table", ty_shots_begin_table, "TOUYAN_SHOTS_BOARDS", ty_shots_get_table },
  { "appoint", begin_appoint },
  { "document", begin_document },
  { "pairing", begin_pairing },
  { "plan", begin_plan },
  { "checks", begin_checks },
  { "history", begin_history },
  { "export", begin_export },
  { "collect", begin_collect },
  { "compare", begin_compare },
  { "merge", begin_merge },
  { "paper", begin_paper },
  { "preferences", begin_preferences },
  { "shortcuts", begin_shortcuts },
  { "search", begin_search },
  { "gallery", begin_gallery },
  { "forms", begin_forms, "TOUYAN_SHOTS_FORMS" },
  { "import", begin_import, "TOUYAN_SHOTS_ROSTER" },
  { "import-rows", begin_import_rows, "TOUYAN_SHOTS_ROSTER" },
};

static gboolean
is_import_settled (Shots *shots)
{
  TyImportWindow *window = TY_IMPORT_WINDOW (shots->dialog);

  if (!ty_import_window_is_looked_at (window))
    return FALSE;
  if (!shots->compare || ty_import_window_is_compared (window))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (window), "import.compare", NULL);
  return FALSE;
}

static gboolean
is_settled (Shots *shots)
{
  if (TY_IS_IMPORT_WINDOW (shots->dialog) && !is_import_settled (shots))
    return FALSE;
  if (TY_IS_FORMS_WINDOW (shots->dialog) && !ty_forms_window_is_planned (TY_FORMS_WINDOW (shots->dialog)))
    return FALSE;
  if (TY_IS_COLLECT_WINDOW (shots->dialog) && !ty_collect_window_is_idle (TY_COLLECT_WINDOW (shots->dialog)))
    return FALSE;
  if (TY_IS_EXPORT_WINDOW (shots->dialog) && !ty_export_window_is_ready (TY_EXPORT_WINDOW (shots->dialog)))
    return FALSE;
  if (TY_IS_PAPER_WINDOW (shots->dialog) && ty_paper_window_get_n_pages (TY_PAPER_WINDOW (shots->dialog)) == 0)
    return FALSE;
  if (TY_IS_PLAN_WINDOW (shots->dialog) && !ty_plan_window_is_ready (TY_PLAN_WINDOW (shots->dialog)))
    return FALSE;
  if (TY_IS_PASTE_WINDOW (shots->dialog) && ty_paste_window_is_finding (TY_PASTE_WINDOW (shots->dialog)))
    return FALSE;
  if (TY_IS_MERGE_WINDOW (shots->dialog) && !ty_merge_window_is_ready (TY_MERGE_WINDOW (shots->dialog)))
    return FALSE;

  return ty_window_is_settled (shots->window);
}

/* Of the gallery all that it has, also what would be scrolled to. */
static GtkWidget *
get_shown (Shots *shots)
{
  if (TY_IS_GALLERY_WINDOW (shots->dialog))
    return ty_gallery_window_get_content (TY_GALLERY_WINDOW (shots->dialog));
  if (shots->popover != NULL)
    return shots->popover;

  return GTK_WIDGET (shots->dialog != NULL ? shots->dialog : GTK_WINDOW (shots->window));
}

static void
look (Shots *shots)
{
  const char *word = steps[shots->step].get_word != NULL ? steps[shots->step].get_word (shots->turn) : NULL;
  g_autofree char *name = g_strconcat (steps[shots->step].name, word != NULL ? "-" : NULL, word, NULL);

  if (shots->func != NULL)
    shots->func (name, get_shown (shots), shots->func_data);
  else
    ty_shots_save (get_shown (shots), shots->dir, name);
}

/* Whether a page is drawn: what it needs is there, and nobody asked for others only. */
static gboolean
is_wanted (guint step)
{
  const char *pages = g_getenv ("TOUYAN_SHOTS_PAGES");
  g_auto(GStrv) names = pages != NULL ? g_strsplit (pages, ",", -1) : NULL;

  return (steps[step].needed == NULL || g_getenv (steps[step].needed) != NULL)
         && (names == NULL || g_strv_contains ((const char * const *) names, steps[step].name));
}

static gboolean
next_step (Shots *shots)
{
  if (shots->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (shots->popover));
  shots->popover = NULL;
  if (shots->dialog != NULL)
    gtk_window_destroy (shots->dialog);
  g_clear_object (&shots->dialog);
  shots->begun = FALSE;
  shots->n_quiet = 0;
  shots->n_checks = 0;
  shots->turn++;
  if (steps[shots->step].get_word != NULL && steps[shots->step].get_word (shots->turn) != NULL)
    return G_SOURCE_CONTINUE;

  shots->turn = 0;
  do
    shots->step++;
  while (shots->step < G_N_ELEMENTS (steps) && !is_wanted (shots->step));
  if (shots->step < G_N_ELEMENTS (steps))
    return G_SOURCE_CONTINUE;

  gtk_window_close (GTK_WINDOW (shots->window));
  return G_SOURCE_REMOVE;
}

static gboolean
check_cb (gpointer data)
{
  Shots *shots = data;

  if (ty_window_get_problem (shots->window) != NULL)
    {
      g_printerr ("touyan: %s\n", ty_window_get_problem (shots->window));
      exit (EXIT_FAILURE);
    }

  shots->n_checks++;
  shots->n_quiet = is_settled (shots) ? shots->n_quiet + 1 : 0;
  if (shots->n_quiet < N_QUIET && shots->n_checks < N_CHECKS_MAX)
    return G_SOURCE_CONTINUE;

  if (!shots->begun)
    {
      shots->begun = TRUE;
      shots->n_quiet = 0;
      steps[shots->step].begin (shots);
      return G_SOURCE_CONTINUE;
    }

  look (shots);
  return next_step (shots);
}

static void
begin (Shots    *shots,
       TyWindow *window,
       guint     interval)
{
  const char *size = g_getenv ("TOUYAN_SHOTS_SIZE");
  g_auto(GStrv) parts = g_strsplit (size != NULL ? size : "1366x768", "x", 2);

  shots->width = MAX (atoi (parts[0]), 360);
  shots->height = parts[1] != NULL ? MAX (atoi (parts[1]), 300) : 768;
  shots->window = g_object_ref (window);
  while (shots->step + 1 < G_N_ELEMENTS (steps) && !is_wanted (shots->step))
    shots->step++;
  gtk_widget_add_css_class (GTK_WIDGET (window), "ty-shot");
  gtk_window_unmaximize (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), shots->width, shots->height);
  g_timeout_add_full (G_PRIORITY_LOW, interval, check_cb, shots, shots_free);
}

/**
 * ty_shots_run:
 * @window: a window that is about to be shown
 * @dir: a folder, which is made if it is not there
 *
 * Draws the pages into pictures once the window has a file, and closes it then.
 */
void
ty_shots_run (TyWindow   *window,
              const char *dir)
{
  Shots *shots = g_new0 (Shots, 1);

  g_mkdir_with_parents (dir, 0777);
  shots->dir = g_strdup (dir);
  begin (shots, window, CHECK_INTERVAL);
}

/**
 * ty_shots_visit:
 * @window: a window that is about to be shown
 * @func: (scope async): what looks at each page and each dialog
 * @data: for it
 *
 * Shows what would be in the pictures, and closes the window then.
 */
void
ty_shots_visit (TyWindow   *window,
                TyShotFunc  func,
                gpointer    data)
{
  Shots *shots = g_new0 (Shots, 1);

  shots->func = func;
  shots->func_data = data;
  begin (shots, window, VISIT_INTERVAL);
}
