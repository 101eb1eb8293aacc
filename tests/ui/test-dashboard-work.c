/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-board-print.h"
#include "ty-card-editor.h"
#include "ty-dashboard-page-private.h"
#include "ty-list-picker.h"
#include "ty-pages.h"
#include "ty-test-office.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* What is done with a dashboard in the window: cards are moved, sized, copied, added and edited, each taken back by one
 * undo; who is behind a mark, narrowing and the way back; snapshots beside today; files and paper. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  TyDashboardPage *page;
  GtkWidget *window;
} Fixture;

static gboolean
is_counted (TyDashboardPage *page)
{
  return page->dashboard != NULL && page->charts->len == page->dashboard->cards->len
         && !ty_page_get_loading (TY_PAGE (page));
}

#define AWAIT(condition) \
  G_STMT_START { \
    gint64 end_ = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        g_assert_cmpint (g_get_monotonic_time (), <, end_); \
        g_main_context_iteration (NULL, TRUE); \
      } \
  } G_STMT_END

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
  self->page = TY_DASHBOARD_PAGE (ty_dashboard_page_new (self->office));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  ty_dashboard_page_show (self->page, "summary");
  AWAIT (is_counted (self->page));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

static char *
dup_json (Fixture *self)
{
  return ty_dashboard_to_json (self->page->dashboard);
}

static gboolean
is_same (Fixture    *self,
         const char *json)
{
  g_autofree char *now = dup_json (self);

  return is_counted (self->page) && strcmp (now, json) == 0;
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
redo (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  ty_office_redo_async (self->office, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  label = ty_office_redo_finish (self->office, result, NULL);
  g_assert_nonnull (label);
}

/* What can be done with a card from its menu, and what it is then. */
static void
test_menu (Fixture       *self,
           gconstpointer  data)
{
  static const struct { const char *action; guint card; int width; int height; int at; int more; } steps[] = {
    { "board.later", 0, 0, 0, 1, 0 }, { "board.earlier", 2, 0, 0, 1, 0 }, { "board.wider", 1, 1, 0, 1, 0 },
    { "board.narrower", 1, -1, 0, 1, 0 }, { "board.higher", 1, 0, 1, 1, 0 }, { "board.lower", 6, 0, -1, 6, 0 },
    { "board.copy-card", 0, 0, 0, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *before = dup_json (self);
      guint n = self->page->dashboard->cards->len;
      const TyCard *card = ty_dashboard_get_card (self->page->dashboard, steps[i].card);
      guint width = (guint) ((int) card->width + steps[i].width);
      guint height = (guint) ((int) card->height + steps[i].height);
      g_autofree char *title = g_strdup (card->title != NULL ? ty_label_get (card->title) : "");

      g_test_message ("%s", steps[i].action);
      gtk_widget_activate_action (GTK_WIDGET (self->page), steps[i].action, "u", steps[i].card);
      AWAIT (!is_same (self, before) && is_counted (self->page));
      card = ty_dashboard_get_card (self->page->dashboard, (guint) steps[i].at);
      g_assert_cmpuint (self->page->dashboard->cards->len, ==, n + (guint) steps[i].more);
      g_assert_cmpstr (card->title != NULL ? ty_label_get (card->title) : "", ==, title);
      g_assert_cmpuint (card->width, ==, width);
      g_assert_cmpuint (card->height, ==, height);
      undo (self);
      AWAIT (is_same (self, before));
    }
}

/* A card that is dropped on another one takes its place, one that is dropped on itself stays, and so does one of
 * another program. */
static void
test_drag (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *before = dup_json (self);
  g_autofree char *title = g_strdup (ty_label_get (ty_dashboard_get_card (self->page->dashboard, 6)->title));

  gtk_toggle_button_set_active (self->page->edit_button, TRUE);
  g_signal_emit_by_name (g_ptr_array_index (self->page->cards, 1), "dropped", 1);
  g_signal_emit_by_name (g_ptr_array_index (self->page->cards, 1), "dropped", 4000);
  g_assert_true (is_same (self, before));
  g_signal_emit_by_name (g_ptr_array_index (self->page->cards, 1), "dropped", 6);
  AWAIT (!is_same (self, before) && is_counted (self->page));
  g_assert_cmpstr (ty_label_get (ty_dashboard_get_card (self->page->dashboard, 1)->title), ==, title);
  undo (self);
  AWAIT (is_same (self, before));
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* The forms of a new card and of one that is there. */
static void
test_forms (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *before = dup_json (self);
  g_autofree char *added = NULL;
  guint n = self->page->dashboard->cards->len;
  GtkWindow *editor;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.add-card", NULL);
  editor = find_window (TY_TYPE_CARD_EDITOR);
  g_assert_nonnull (editor);
  g_assert_true (ty_card_editor_is_valid (TY_CARD_EDITOR (editor)));
  g_signal_emit_by_name (editor, "made");
  gtk_window_destroy (editor);
  AWAIT (!is_same (self, before) && is_counted (self->page));
  g_assert_cmpuint (self->page->dashboard->cards->len, ==, n + 1);
  g_assert_cmpint (ty_dashboard_get_card (self->page->dashboard, n)->kind, ==, TY_CARD_BAR);

  added = dup_json (self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.edit-card", "u", n);
  editor = find_window (TY_TYPE_CARD_EDITOR);
  g_assert_nonnull (editor);
  g_assert_cmpuint (ty_card_editor_get_number (TY_CARD_EDITOR (editor)), ==, n);
  gtk_window_destroy (editor);
  undo (self);
  AWAIT (is_same (self, before));
}

/* What is changed in the form of a shipped card is stored, taken back by one undo, done again, and gone when the dashboard
 * is reset to the one that came with the program. */
static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *before = dup_json (self);
  g_autofree char *changed = NULL;
  GtkWindow *editor;
  GtkEditable *title;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.edit-card", "u", 1);
  editor = find_window (TY_TYPE_CARD_EDITOR);
  g_assert_nonnull (editor);
  title = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (editor), TY_TYPE_CARD_EDITOR, "title_row"));
  gtk_editable_set_text (title, "一肩挑比例");
  g_assert_true (ty_card_editor_is_valid (TY_CARD_EDITOR (editor)));
  g_signal_emit_by_name (editor, "made");
  gtk_window_destroy (editor);
  AWAIT (!is_same (self, before) && is_counted (self->page));
  changed = dup_json (self);
  g_assert_cmpstr (ty_label_get (ty_dashboard_get_card (self->page->dashboard, 1)->title), ==, "一肩挑比例");
  g_assert_true (self->page->dashboard->edited);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->page->edited_label)));

  undo (self);
  AWAIT (is_same (self, before));
  g_assert_false (self->page->dashboard->edited);
  redo (self);
  AWAIT (is_same (self, changed));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.reset", NULL);
  AWAIT (is_same (self, before));
  g_assert_false (self->page->dashboard->edited);
  undo (self);
  AWAIT (is_same (self, changed));
}

static guint
find_heat (Fixture *self)
{
  for (guint i = 0; i < self->page->charts->len; i++)
    if (ty_chart_get_kind (g_ptr_array_index (self->page->charts, i)) == TY_CHART_HEAT)
      return i;
  g_assert_not_reached ();
}

static GString *
list_values (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->page->charts->len; i++)
    {
      g_autofree char *table = ty_chart_dup_table (g_ptr_array_index (self->page->charts, i));

      g_string_append (text, table);
    }
  return text;
}

/* A township narrows the others and is named as their place; closing leads back to the numbers of before. */
static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  GString *whole = list_values (self), *narrowed, *again;
  guint heat = find_heat (self);
  TyChart *chart = g_ptr_array_index (self->page->charts, heat);
  g_autofree char *place = NULL;

  g_assert_true (ty_dashboard_page_activate (self->page, heat, ty_chart_get_mark (chart, 0, 0)));
  g_assert_true (gtk_widget_get_visible (self->page->narrow_button));
  AWAIT (self->page->narrowed != NULL && is_counted (self->page));
  place = ty_dashboard_page_dup_place (self->page);
  g_assert_cmpstr (place, ==, gtk_label_get_label (self->page->narrow_label));
  narrowed = list_values (self);
  g_assert_cmpstr (narrowed->str, !=, whole->str);

  g_signal_emit_by_name (self->page->narrow_button, "clicked");
  AWAIT (is_counted (self->page) && self->page->narrow == 0);
  again = list_values (self);
  g_assert_cmpstr (again->str, ==, whole->str);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->page->panel)));
  g_string_free (whole, TRUE);
  g_string_free (narrowed, TRUE);
  g_string_free (again, TRUE);
}

static int
get_n_behind (Fixture *self)
{
  return ty_dashboard_page_get_n_behind (self->page);
}

/* Every mark of the figures leads to as many people as its counts say, and they are put on a list from there. */
static void
test_behind (Fixture       *self,
             gconstpointer  data)
{
  guint n_asked = 0;
  GtkWindow *picker;

  for (guint i = 0; i < self->page->charts->len; i++)
    {
      TyChart *chart = g_ptr_array_index (self->page->charts, i);
      const TyCardAnswer *answer = ty_dashboard_page_get_answer (self->page, i);

      if (ty_chart_get_kind (chart) != TY_CHART_PYRAMID && ty_chart_get_kind (chart) != TY_CHART_TABLE)
        continue;
      for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
        for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
          {
            const TyCardValue *value = ty_card_answer_get_value (answer, c, s);

            if (!value->known || value->number != (double) value->amount.n || value->number < 1
                || !ty_dashboard_page_activate (self->page, i, ty_chart_get_mark (chart, c, s)))
              continue;
            AWAIT (get_n_behind (self) >= 0);
            g_assert_cmpint (get_n_behind (self), ==, (int) value->number);
            n_asked++;
          }
      if (n_asked > 0)
        break;
    }
  g_assert_cmpuint (n_asked, >, 2);

  gtk_widget_activate_action (GTK_WIDGET (self->page->panel), "drill.list", NULL);
  picker = find_window (TY_TYPE_LIST_PICKER);
  g_assert_nonnull (picker);
  gtk_window_destroy (picker);
}

/* A snapshot stands beside today, card by card, and says on another day what it said on its own. */
static void
test_beside_today (Fixture       *self,
                   gconstpointer  data)
{
  guint n = self->page->charts->len;
  GString *before = list_values (self), *then;
  guint n_other = 0;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.take-snapshot", NULL);
  AWAIT (self->page->snapshots != NULL && self->page->snapshots->len == 1);
  ty_office_set_as_of (self->office, ty_date_new (2019, 12, 31));
  ty_page_refresh (TY_PAGE (self->page));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.show-snapshot", "s",
                              ((const TySnapshot *) g_ptr_array_index (self->page->snapshots, 0))->id);
  AWAIT (self->page->snapshot != NULL && self->page->charts->len == n);
  then = list_values (self);
  g_assert_cmpstr (then->str, ==, before->str);

  gtk_toggle_button_set_active (self->page->today_button, TRUE);
  AWAIT (self->page->charts->len == 2 * n);
  for (guint i = 0; i < n; i++)
    {
      TyChart *frozen = g_ptr_array_index (self->page->charts, 2 * i);
      TyChart *today = g_ptr_array_index (self->page->charts, 2 * i + 1);

      g_autofree char *was = ty_chart_dup_table (frozen);
      g_autofree char *is = ty_chart_dup_table (today);

      g_assert_cmpint (ty_chart_get_kind (frozen), ==, ty_chart_get_kind (today));
      n_other += strcmp (was, is) != 0;
    }
  g_assert_cmpuint (n_other, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "board.leave-snapshot", NULL);
  AWAIT (self->page->snapshot == NULL && is_counted (self->page));
  g_string_free (before, TRUE);
  g_string_free (then, TRUE);
}

static char *
read_text (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_titles (Fixture    *self,
               const char *text)
{
  for (guint i = 0; i < self->page->charts->len; i++)
    g_assert_nonnull (strstr (text, ty_chart_get_text (g_ptr_array_index (self->page->charts, i), TY_CHART_TITLE)));
  g_assert_nonnull (strstr (text, "2021.12.31"));
}

/* Every format of the menu is written, all cards and one; the texts of the PDF are those of the screen. */
static void
test_files (Fixture       *self,
            gconstpointer  data)
{
  static const struct { const char *word; const char *begins; } formats[] = {
    { "pdf", "%PDF" }, { "pdf-a4", "%PDF" }, { "svg", "<?xml" }, { "png", "\211PNG" }, { "xlsx", "PK" },
  };
  g_autofree char *dir = g_dir_make_tmp ("touyan-board-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "看板", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *content = NULL;
      g_autofree char *text = NULL;

      ty_dashboard_page_export_to (self->page, formats[i / 2].word, i % 2 == 0 ? G_MAXUINT32 : 6, file);
      AWAIT (g_file_test (path, G_FILE_TEST_EXISTS) && !ty_page_get_loading (TY_PAGE (self->page)));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, formats[i / 2].begins));
      if (i < 4 && i % 2 == 0)
        {
          text = read_text (path);
          assert_titles (self, text);
        }
      g_unlink (path);
    }
  g_rmdir (dir);
}

/* All dashboards in one file, each with its title. */
static void
test_set (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *dir = g_dir_make_tmp ("touyan-board-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "set.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  ty_dashboard_page_export_set_to (self->page, TRUE, file);
  AWAIT (g_file_test (path, G_FILE_TEST_EXISTS) && !ty_page_get_loading (TY_PAGE (self->page)));
  text = read_text (path);
  for (guint i = 0; i < self->page->dashboards->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (self->page->dashboards, i);

      g_assert_nonnull (strstr (text, ty_label_get (dashboard->title)));
    }
  g_unlink (path);
  g_rmdir (dir);
}

/* Ctrl+P: the pages of the printer are those of the PDF. */
static void
test_paper (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "touyan-board-print.pdf", NULL);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ty_page_can_print (TY_PAGE (self->page)));
  operation = ty_board_print_operation_new (ty_dashboard_page_make_sheet (self->page));
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  text = read_text (path);
  assert_titles (self, text);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  g_test_add ("/dashboard-work/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/dashboard-work/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/dashboard-work/forms", Fixture, NULL, set_up, test_forms, tear_down);
  g_test_add ("/dashboard-work/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/dashboard-work/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/dashboard-work/behind", Fixture, NULL, set_up, test_behind, tear_down);
  g_test_add ("/dashboard-work/beside-today", Fixture, NULL, set_up, test_beside_today, tear_down);
  g_test_add ("/dashboard-work/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/dashboard-work/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/dashboard-work/paper", Fixture, NULL, set_up, test_paper, tear_down);
  return g_test_run ();
}
