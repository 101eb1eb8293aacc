/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-filing.h"
#include "ty-filings-page.h"
#include "ty-mandate.h"
#include "ty-office-history.h"
#include "ty-office-person.h"
#include "ty-pages.h"
#include "ty-pick-row.h"
#include "ty-post-batch.h"
#include "ty-post-editor.h"
#include "ty-test-office.h"
#include "ty-unit-chooser.h"
#include "ty-unit-item.h"

#include <adwaita.h>
#include <string.h>

/* The forms in which posts change, and the page of the county filings. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 zhang;
  gint64 li;
  gint64 wang; /* the younger of two who are called so */
  char *told; /* what a form said when it was saved */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->county = ty_test_office_new ();
  self->zhang = ty_test_office_add_person (self->county, "张三", "1", "1985-02", NULL);
  self->li = ty_test_office_add_person (self->county, "李四", "1", "1970-05", NULL);
  ty_test_office_add_person (self->county, "王五", "1", "1980-05", NULL);
  self->wang = ty_test_office_add_person (self->county, "王五", "2", "1990-06", NULL);
  ty_test_office_add_post (self->county, self->li, self->county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (self->county, self->zhang, self->county->creek, "D3", "2020-01", NULL);
  ty_test_office_add_term (self->county, 2021, "2021-10");
  self->office = ty_test_office_open (self->county);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
  g_free (self->told);
}

typedef gboolean (*Found) (GtkWidget  *widget,
                           const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      Found       found,
      const char *text)
{
  if (found (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *inside = find (child, found, text);

      if (inside != NULL)
        return inside;
    }
  return NULL;
}

static gboolean
is_row (GtkWidget  *widget,
        const char *text)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text);
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_check (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

/* Waits for what is there after an answer of the office. */
static GtkWidget *
await_child (gpointer    window,
             Found       found,
             const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *child;

  while ((child = find (GTK_WIDGET (window), found, text)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  return child;
}

static void
saved_cb (Fixture    *self,
          const char *text,
          GtkWindow  *form)
{
  g_free (self->told);
  self->told = g_strdup (text);
}

static void
present (Fixture  *self,
         gpointer  form)
{
  g_signal_connect_swapped (form, "saved", G_CALLBACK (saved_cb), self);
  gtk_window_present (GTK_WINDOW (form));
}

static void
save_and_wait (Fixture  *self,
               gpointer  form)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  gtk_widget_activate_action (GTK_WIDGET (form), "editor.save", NULL);
  while (self->told == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Today stands in the form; who has the post is told and offered to end; all of it is one action. */
static void
test_appoint (Fixture       *self,
              gconstpointer  data)
{
  TyPostEditor *editor = ty_post_editor_new (self->office, TY_MOVE_APPOINT);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  GtkWidget *date, *check;

  ty_office_set_as_of (self->office, ty_date_new (2021, 12, 31));
  ty_post_editor_add_person (editor, self->zhang, "张三");
  ty_post_editor_set_post (editor, self->county->pine, "上松村", "D1");
  present (self, editor);
  date = await_child (editor, is_row, "Date");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (date)), ==, today);
  await_child (editor, is_label, "two people have the post");
  check = await_child (editor, is_check, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  save_and_wait (self, editor);
  g_assert_cmpstr (self->told, ==, "张三 appointed as 上松村 Party secretary");
  g_assert_cmpstr (ty_office_get_undo_label (self->office), ==, self->told);
}

/* What is wrong is said at the field, and nothing is saved. */
static void
test_wrong_date (Fixture       *self,
                 gconstpointer  data)
{
  TyPostEditor *editor = ty_post_editor_new (self->office, TY_MOVE_REMOVE);
  GtkWidget *date;

  ty_post_editor_add_person (editor, self->li, "李四");
  present (self, editor);
  date = await_child (editor, is_row, "Date");
  await_child (editor, is_check, NULL);
  gtk_editable_set_text (GTK_EDITABLE (date), "昨天");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  g_assert_true (gtk_widget_has_css_class (date, "error"));

  gtk_editable_set_text (GTK_EDITABLE (date), "2010.01");
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  await_child (editor, is_check, NULL);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  await_child (editor, is_row, "Date: the post began only on");
  g_assert_null (self->told);
  gtk_window_destroy (GTK_WINDOW (editor));
}

/* Lines of a document and cells of a table; two of one name are asked; then all is one action. */
static void
test_document (Fixture       *self,
               gconstpointer  data)
{
  TyPostBatch *batch = ty_post_batch_new (self->office);
  GtkWidget *document, *reason;
  guint n_unclear;

  present (self, batch);
  document = await_child (batch, is_row, "Document");
  gtk_editable_set_text (GTK_EDITABLE (document), "石组干〔2024〕7号");
  ty_post_batch_set_text (batch, "任命张三同志为上松村党支部书记，免去李四上松村党支部书记职务\n"
                                 "王五\t梅园社区\t居委会主任\n赵六，下溪村，第三党小组组长");
  await_child (batch, is_label, "4 lines, 2 not clear yet");
  g_assert_cmpuint (ty_post_batch_count (batch, &n_unclear), ==, 4);
  reason = await_child (batch, is_label, "Several people have this name");
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (reason)), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (reason)));
  await_child (batch, is_label, "Nobody in the file has this name");
  gtk_widget_activate_action (GTK_WIDGET (batch), "editor.save", NULL);
  g_assert_null (self->told);

  ty_post_batch_set_text (batch, "任命张三同志为上松村党支部书记，免去李四上松村党支部书记职务");
  await_child (batch, is_label, "2 lines");
  while (ty_post_batch_count (batch, &n_unclear) != 2 || n_unclear != 0)
    g_main_context_iteration (NULL, TRUE);
  save_and_wait (self, batch);
  g_assert_cmpstr (self->told, ==, "石组干〔2024〕7号: Posts of 2 people changed");
}

static gboolean
is_tree (GtkWidget  *widget,
         const char *text)
{
  return TY_IS_UNIT_CHOOSER (widget);
}

/* Picks the unit of that name in the tree. */
static void
choose_in_tree (GtkWidget  *tree,
                const char *name)
{
  GListModel *rows = G_LIST_MODEL (ty_unit_chooser_get_rows (TY_UNIT_CHOOSER (tree)));
  GtkWidget *view = gtk_widget_get_first_child (tree);

  while (!GTK_IS_LIST_VIEW (view))
    view = gtk_widget_get_first_child (view);
  for (;;)
    {
      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr(GtkTreeListRow) row = g_list_model_get_item (rows, i);
          g_autoptr(TyUnitItem) unit = gtk_tree_list_row_get_item (row);

          if (g_strcmp0 (ty_unit_item_get_name (unit), name) == 0)
            {
              g_signal_emit_by_name (view, "activate", i);
              return;
            }
          gtk_tree_list_row_set_expanded (row, TRUE);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
is_menu_button (GtkWidget  *widget,
                const char *text)
{
  return GTK_IS_MENU_BUTTON (widget);
}

/* The unit of a form is picked in the tree; once something is typed, among what is found. */
static void
test_tree (Fixture       *self,
           gconstpointer  data)
{
  TyPostEditor *editor = ty_post_editor_new (self->office, TY_MOVE_APPOINT);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, self->county->creek);
  GtkWidget *row, *tree;

  ty_post_editor_add_person (editor, self->wang, "王五");
  present (self, editor);
  row = await_child (editor, is_row, "Unit");
  gtk_menu_button_popup (GTK_MENU_BUTTON (find (row, is_menu_button, NULL)));
  tree = await_child (row, is_tree, NULL);
  while (!gtk_widget_get_mapped (tree))
    g_main_context_iteration (NULL, TRUE);
  choose_in_tree (tree, "下溪村");
  g_assert_cmpstr (ty_pick_row_get_value (TY_PICK_ROW (row)), ==, key);
  gtk_window_destroy (GTK_WINDOW (editor));
}

static void
pick (TyPostBatch *batch,
      const char  *title,
      const char  *key,
      const char  *label)
{
  GtkWidget *row = await_child (batch, is_row, title);

  ty_pick_row_set_value (TY_PICK_ROW (row), key, label);
  g_signal_emit_by_name (row, "picked");
}

/* Who is searched for is that person, though somebody else has the name; unit and post are picked, and
 * whether the post is taken or left. */
static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  TyPostBatch *batch = ty_post_batch_new (self->office);
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, self->county->creek);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, self->wang);
  g_autoptr(TyPersonFile) file = NULL;
  const TyPost *post;
  guint n_unclear;

  present (self, batch);
  pick (batch, "Add somebody by search", person, "王五");
  await_child (batch, is_label, "1 line, 1 not clear yet");
  await_child (batch, is_label, "The unit is not known");
  pick (batch, "Unit", unit, "下溪村");
  pick (batch, "Post", "D3", "Member");
  while (ty_post_batch_count (batch, &n_unclear) != 1 || n_unclear != 0)
    g_main_context_iteration (NULL, TRUE);
  await_child (batch, is_row, "Leaves the post");
  while (self->told == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (batch), "editor.save", NULL);
      g_main_context_iteration (NULL, TRUE);
    }

  file = ty_test_office_load_person (self->office, self->wang);
  g_assert_cmpuint (file->posts->len, ==, 1);
  post = g_ptr_array_index (file->posts, 0);
  g_assert_cmpint (post->unit, ==, self->county->creek);
}

/* Out of which source somebody came and how many voted belongs to the appointment: what is no number is said
 * at the field. */
static void
test_votes (Fixture       *self,
            gconstpointer  data)
{
  TyPostEditor *editor = ty_post_editor_new (self->office, TY_MOVE_APPOINT);
  g_autoptr(TyPersonFile) file = NULL;
  GtkWidget *votes, *source;
  TyRecord *mandate;

  ty_post_editor_add_person (editor, self->wang, "王五");
  ty_post_editor_set_post (editor, self->county->creek, "下溪村", "D3");
  present (self, editor);
  votes = await_child (editor, is_row, "Votes");
  source = await_child (editor, is_row, "Source");
  gtk_editable_set_text (GTK_EDITABLE (votes), "多数");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  g_assert_true (gtk_widget_has_css_class (votes, "error"));
  g_assert_null (self->told);

  gtk_editable_set_text (GTK_EDITABLE (votes), "３２６");
  g_assert_false (gtk_widget_has_css_class (votes, "error"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (source), 1);
  save_and_wait (self, editor);
  file = ty_test_office_load_person (self->office, self->wang);
  g_assert_cmpuint (file->n_mandates, ==, 1);
  mandate = g_ptr_array_index (file->mandates, 0);
  g_assert_cmpint (ty_record_get_integer (mandate, TY_MANDATE_VOTES), ==, 326);
  g_assert_nonnull (ty_record_get_text (mandate, TY_MANDATE_SOURCE));
}

static TyFiling *
get_filing (TyFilingsPage *page,
            guint          position)
{
  g_autoptr(TyFiling) filing = g_list_model_get_item (ty_filings_page_get_filings (page), position);

  return filing;
}

static gpointer
get_filings_child (GtkWidget  *page,
                   const char *name)
{
  return gtk_widget_get_template_child (page, TY_TYPE_FILINGS_PAGE, name);
}

/* The secretary who is not filed stands first; a number is entered for the row, and it is filed. */
static void
test_filings (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *page = ty_filings_page_new (self->office);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view, *entry;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 600);
  gtk_window_present (GTK_WINDOW (window));
  ty_page_refresh (TY_PAGE (page));
  await_child (page, is_label, "1 filing, 1 open");
  g_assert_cmpstr (ty_filing_get_text (get_filing (TY_FILINGS_PAGE (page), 0), "name"), ==, "李四");
  g_assert_cmpstr (ty_filing_get_text (get_filing (TY_FILINGS_PAGE (page), 0), "village"), ==, "上松村");

  view = gtk_widget_get_first_child (page);
  g_assert_nonnull (view);
  gtk_selection_model_select_item (get_filings_child (page, "selection"), 0, TRUE);
  await_child (page, is_label, "1 selected");

  /* What is selected is so still when it is found again; what is found no more is not. */
  gtk_toggle_button_set_active (get_filings_child (page, "open_button"), TRUE);
  g_assert_true (gtk_widget_get_visible (get_filings_child (page, "bar")));
  gtk_toggle_button_set_active (get_filings_child (page, "done_button"), TRUE);
  g_assert_false (gtk_widget_get_visible (get_filings_child (page, "bar")));
  gtk_toggle_button_set_active (get_filings_child (page, "all_button"), TRUE);
  g_assert_false (gtk_widget_get_visible (get_filings_child (page, "bar")));
  gtk_selection_model_select_item (get_filings_child (page, "selection"), 0, TRUE);
  gtk_widget_activate_action (page, "filings.enter", NULL);
  await_child (page, is_label, "Enter the number of the filing.");
  entry = get_filings_child (page, "number_entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "石组备〔2024〕20号");
  entry = get_filings_child (page, "date_entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2024.05.06");
  gtk_widget_activate_action (page, "filings.enter", NULL);
  while (ty_office_get_undo_label (self->office) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ty_office_get_undo_label (self->office), ==,
                   "County filing 石组备〔2024〕20号 entered for 1 post");
  ty_page_refresh (TY_PAGE (page));
  while (g_list_model_get_n_items (ty_filings_page_get_filings (TY_FILINGS_PAGE (page))) != 1
         || ty_filing_is_open (get_filing (TY_FILINGS_PAGE (page), 0)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_pages_init ();

  g_test_add ("/posts/appoint", Fixture, NULL, set_up, test_appoint, tear_down);
  g_test_add ("/posts/wrong-date", Fixture, NULL, set_up, test_wrong_date, tear_down);
  g_test_add ("/posts/document", Fixture, NULL, set_up, test_document, tear_down);
  g_test_add ("/posts/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/posts/tree", Fixture, NULL, set_up, test_tree, tear_down);
  g_test_add ("/posts/votes", Fixture, NULL, set_up, test_votes, tear_down);
  g_test_add ("/posts/filings", Fixture, NULL, set_up, test_filings, tear_down);
  return g_test_run ();
}
