/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-as-of-button.h"
#include "ty-busy-bar.h"
#include "ty-chip.h"
#include "ty-columns-box.h"
#include "ty-fact-grid.h"
#include "ty-field-row.h"
#include "ty-model.h"
#include "ty-person.h"
#include "ty-portrait-view.h"
#include "ty-problem-bar.h"
#include "ty-ring.h"
#include "ty-row-grid.h"
#include "ty-seat-view.h"
#include "ty-section.h"
#include "ty-shell.h"
#include "ty-side-box.h"
#include "ty-stat-tile.h"
#include "ty-tag.h"
#include "ty-term.h"
#include "ty-widgets.h"
#include "ty-wrap-box.h"

/* Every widget can be made without anything else and leaves nothing behind. */
static void
test_finalize (void)
{
  const GType types[] = {
    TY_TYPE_AS_OF_BUTTON, TY_TYPE_BUSY_BAR, TY_TYPE_CHIP, TY_TYPE_COLUMNS_BOX, TY_TYPE_FACT_GRID,
    TY_TYPE_PORTRAIT_VIEW, TY_TYPE_PROBLEM_BAR, TY_TYPE_RING, TY_TYPE_ROW_GRID, TY_TYPE_SEAT_VIEW,
    TY_TYPE_SECTION, TY_TYPE_SHELL, TY_TYPE_SIDE_BOX, TY_TYPE_STAT_TILE, TY_TYPE_TAG, TY_TYPE_WRAP_BOX,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_assert_finalize_object (widget);
    }
}

/* The same in a window that is shown. */
static void
test_shown (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *section = ty_section_new ("Secretaries");
  GtkWidget *tile = ty_stat_tile_new ("Women");

  ty_section_set_content (TY_SECTION (section), tile);
  gtk_window_set_child (GTK_WINDOW (window), section);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (tile))
    g_main_context_iteration (NULL, TRUE);
  g_object_ref (section);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (section);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_stat_tile (void)
{
  GtkWidget *tile = g_object_ref_sink (ty_stat_tile_new ("Dual role"));
  const char *name = "Dual role 98.63%, ▲ 57.30 pp, 72 people";
  guint count = 0;

  g_signal_connect (tile, "notify::figure", G_CALLBACK (count_notify), &count);
  g_object_set (tile, "figure", "98.63", "unit", "%", "change", "▲ 57.30 pp", "note", "72 people",
                "good", TRUE, NULL);
  g_object_set (tile, "figure", "98.63", NULL);
  g_assert_cmpuint (count, ==, 1);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  g_assert_finalize_object (tile);
}

static void
test_problem_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (g_object_new (TY_TYPE_PROBLEM_BAR, NULL));
  GtkWidget *child = adw_bin_get_child (ADW_BIN (bar));
  guint count = 0;

  g_signal_connect (bar, "notify::message", G_CALLBACK (count_notify), &count);
  g_assert_false (gtk_widget_get_visible (child));
  ty_problem_bar_set_message (TY_PROBLEM_BAR (bar), "The file can only be read.");
  ty_problem_bar_set_message (TY_PROBLEM_BAR (bar), "The file can only be read.");
  g_assert_true (gtk_widget_get_visible (child));
  ty_problem_bar_set_message (TY_PROBLEM_BAR (bar), "");
  g_assert_false (gtk_widget_get_visible (child));
  g_assert_null (ty_problem_bar_get_message (TY_PROBLEM_BAR (bar)));
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (bar);
}

static void
test_as_of (void)
{
  GtkWidget *button = g_object_ref_sink (g_object_new (TY_TYPE_AS_OF_BUTTON, NULL));
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func (g_object_unref);
  TyTerm *term = ty_term_new ();
  g_autofree char *date = NULL;
  guint count = 0;

  g_signal_connect (button, "notify::date", G_CALLBACK (count_notify), &count);
  g_object_set (button, "date", "2021-12-31", NULL);
  g_object_set (button, "date", "2021-12-31", NULL);
  g_assert_cmpuint (count, ==, 1);

  ty_record_set_integer (TY_RECORD (term), TY_TERM_YEAR, 2021);
  ty_record_set_date (TY_RECORD (term), TY_TERM_FROM_DATE, ty_date_from_iso ("2021-10"));
  g_ptr_array_add (terms, term);
  ty_as_of_button_set_terms (TY_AS_OF_BUTTON (button), terms);
  ty_as_of_button_set_terms (TY_AS_OF_BUTTON (button), terms);

  g_assert_true (gtk_widget_activate_action (button, "as-of.day", "s", "2020-02-29"));
  g_object_get (button, "date", &date, NULL);
  g_assert_cmpstr (date, ==, "2020-02-29");
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (button);
}

static void
test_field_row (void)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  g_autoptr(TyFieldRow) birth = NULL;
  g_autoptr(TyFieldRow) sex = NULL;
  TyRecord *record = TY_RECORD (person);

  ty_record_set_date (record, TY_PERSON_BIRTH, ty_date_from_iso ("1978-05"));
  ty_record_set_text (record, TY_PERSON_SEX, "2");
  birth = ty_field_row_new (record, TY_PERSON_BIRTH);
  sex = ty_field_row_new (record, TY_PERSON_SEX);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ty_field_row_get_widget (birth))), ==,
                   "1978.05");

  gtk_editable_set_text (GTK_EDITABLE (ty_field_row_get_widget (birth)), "19781");
  g_assert_false (ty_field_row_apply (birth, record));
  g_assert_true (gtk_widget_has_css_class (ty_field_row_get_widget (birth), "error"));
  gtk_editable_set_text (GTK_EDITABLE (ty_field_row_get_widget (birth)), "1979.06");
  g_assert_false (gtk_widget_has_css_class (ty_field_row_get_widget (birth), "error"));
  g_assert_true (ty_field_row_apply (birth, record));
  g_assert_cmpint (ty_record_get_date (record, TY_PERSON_BIRTH).year, ==, 1979);

  g_assert_true (ty_field_row_apply (sex, record));
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_SEX), ==, "2");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ty_field_row_get_widget (sex)), 0);
  g_assert_true (ty_field_row_apply (sex, record));
  g_assert_null (ty_record_get_text (record, TY_PERSON_SEX));
}

static void
test_portrait (void)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (TY_TYPE_PORTRAIT_VIEW, "width", 96, NULL));
  g_autoptr(GBytes) broken = g_bytes_new_static ("no picture", 10);
  int minimum;

  ty_portrait_view_set_photo (TY_PORTRAIT_VIEW (view), broken, "李松岭");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "李松岭");
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 120);
  g_assert_finalize_object (view);
}

static void
test_grids (void)
{
  GtkWidget *facts = g_object_ref_sink (ty_fact_grid_new (2));
  GtkWidget *rows = g_object_ref_sink (ty_row_grid_new ());
  const char *texts[] = { "2021.10", "now", NULL };

  ty_fact_grid_add (TY_FACT_GRID (facts), "Health", "Healthy");
  ty_fact_grid_add (TY_FACT_GRID (facts), "Note", NULL);
  ty_fact_grid_add (TY_FACT_GRID (facts), "Note", "");
  g_assert_cmpuint (ty_fact_grid_get_n_facts (TY_FACT_GRID (facts)), ==, 1);
  ty_row_grid_add (TY_ROW_GRID (rows), TRUE, texts);
  ty_row_grid_add (TY_ROW_GRID (rows), FALSE, texts);
  g_assert_cmpuint (ty_row_grid_get_n_rows (TY_ROW_GRID (rows)), ==, 2);
  g_assert_finalize_object (facts);
  g_assert_finalize_object (rows);
}

/* Where the children of a box are, as "x,y,width,height" one after the other. */
static char *
describe_places (GtkWidget *box,
                 int        width)
{
  GString *text = g_string_new (NULL);
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (box, width, height, -1, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      gtk_widget_get_allocation (child, &place);
      if (gtk_widget_get_visible (child))
        g_string_append_printf (text, "%d,%d,%d,%d ", place.x, place.y, place.width, place.height);
    }
  g_string_append_printf (text, "in %d", height);
  return g_string_free (text, FALSE);
}

/* Columns of equal width, as many as have room, and rows that are filled evenly. */
static void
test_columns_box (void)
{
  static const struct
  {
    int width;
    const char *places;
  } cases[] = {
    { 540, "0,0,100,40 110,0,100,40 220,0,100,40 330,0,100,40 440,0,100,40 in 40" },
    { 539, "0,0,173,40 183,0,173,40 366,0,173,40 0,50,173,30 183,50,173,30 in 80" },
    { 219, "0,0,104,40 114,0,105,40 0,50,104,30 114,50,105,30 0,90,104,30 in 120" },
    { 209, "0,0,209,40 0,50,209,20 0,80,209,30 0,120,209,30 0,160,209,30 in 190" },
    { 100, "0,0,100,40 0,50,100,20 0,80,100,30 0,120,100,30 0,160,100,30 in 190" },
  };
  static const int heights[] = { 40, 20, 30, 30, 30 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = g_object_new (TY_TYPE_COLUMNS_BOX, "max-columns", 5, "spacing", 10, NULL);
  int minimum, natural;

  gtk_window_set_child (GTK_WINDOW (window), box);
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (child, i == 0 ? 100 : 50, heights[i]);
      ty_columns_box_append (TY_COLUMNS_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 540);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = describe_places (box, cases[i].width);

      g_assert_cmpstr (places, ==, cases[i].places);
    }
  /* What is hidden takes no place. */
  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  {
    g_autofree char *places = describe_places (box, 230);

    g_assert_cmpstr (places, ==, "0,0,50,30 60,0,50,30 120,0,50,30 180,0,50,30 in 30");
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Beside each other where there is room for both, else below each other. */
static void
test_side_box (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = ty_side_box_new ();
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  static const struct
  {
    int width;
    const char *places;
  } cases[] = {
    { 700, "0,0,388,90 400,0,300,90 in 90" },
    { 512, "0,0,200,90 212,0,300,90 in 90" },
    { 511, "0,0,511,50 0,62,511,90 in 152" },
  };

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_size_request (first, 200, 50);
  gtk_widget_set_size_request (second, 300, 90);
  gtk_widget_insert_before (first, box, NULL);
  gtk_widget_insert_before (second, box, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = describe_places (box, cases[i].width);

      g_assert_cmpstr (places, ==, cases[i].places);
    }
  gtk_widget_set_visible (second, FALSE);
  {
    g_autofree char *places = describe_places (box, 600);

    g_assert_cmpstr (places, ==, "0,0,600,50 in 50");
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The second takes all that the first does not like to have. */
static void
test_side_box_grows (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = g_object_new (TY_TYPE_SIDE_BOX, "second-grows", TRUE, NULL);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *beside = NULL;
  g_autofree char *below = NULL;

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_size_request (first, 200, 50);
  gtk_widget_set_size_request (second, 300, 90);
  gtk_widget_insert_before (first, box, NULL);
  gtk_widget_insert_before (second, box, NULL);
  beside = describe_places (box, 1000);
  below = describe_places (box, 511);
  g_assert_cmpstr (beside, ==, "0,0,200,90 212,0,788,90 in 90");
  g_assert_cmpstr (below, ==, "0,0,511,50 0,62,511,90 in 152");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What has no room begins a new line; a line between groups stands neither alone nor first. */
static void
test_wrap_box (void)
{
  static const struct
  {
    int width;
    const char *places;
    gboolean at_end; /* the last one expands */
  } cases[] = {
    { 400, "0,0,100,20 110,0,100,20 220,0,1,20 300,0,100,20 in 20", TRUE },
    { 330, "0,0,100,20 110,0,100,20 230,30,100,20 in 50", TRUE },
    { 400, "0,0,100,20 110,0,100,20 220,0,1,20 231,0,100,20 in 20" },
    { 330, "0,0,100,20 110,0,100,20 0,30,100,20 in 50" },
    { 200, "0,0,100,20 0,30,100,20 0,60,100,20 in 80" },
  };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = ty_wrap_box_new (10);
  int minimum, natural;

  gtk_window_set_child (GTK_WINDOW (window), box);
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *child = i == 2 ? gtk_separator_new (GTK_ORIENTATION_VERTICAL)
                                : gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (child, i == 2 ? 1 : 100, 20);
      ty_wrap_box_append (TY_WRAP_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 331);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      int height;

      gtk_widget_set_hexpand (gtk_widget_get_last_child (box), cases[i].at_end);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (box, cases[i].width, height, -1, NULL);
      for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation place;

          gtk_widget_get_allocation (child, &place);
          if (gtk_widget_get_child_visible (child))
            g_string_append_printf (text, "%d,%d,%d,%d ", place.x, place.y, place.width, place.height);
        }
      g_string_append_printf (text, "in %d", height);
      g_assert_cmpstr (text->str, ==, cases[i].places);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
list_seen (GtkWidget *box,
           int        width)
{
  GString *text = g_string_new (NULL);
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (box, width, height, -1, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      g_string_append (text, gtk_button_get_label (GTK_BUTTON (child)));
  return g_string_free (text, FALSE);
}

/* What has no room stands behind a button, what was chosen stays, and one line is one line. */
static void
test_folded_box (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = ty_wrap_box_new (10);
  GtkWidget *chips[4];
  g_autofree char *all = NULL, *some = NULL, *chosen = NULL, *unfolded = NULL;
  int line, lines;

  gtk_window_set_child (GTK_WINDOW (window), box);
  g_object_set (box, "folds", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      char label[] = { (char) ('A' + i), '\0' };

      chips[i] = gtk_toggle_button_new_with_label (label);
      gtk_widget_set_size_request (chips[i], 200, 20);
      ty_wrap_box_append (TY_WRAP_BOX (box), chips[i]);
    }
  all = list_seen (box, 830);
  g_assert_cmpstr (all, ==, "ABCD");
  some = list_seen (box, 600);
  g_assert_cmpstr (some, ==, "ABMore");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chips[3]), TRUE);
  chosen = list_seen (box, 601);
  g_assert_cmpstr (chosen, ==, "ADMore");

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 600, &line, NULL, NULL, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (box)), TRUE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 600, &lines, NULL, NULL, NULL);
  g_assert_cmpint (lines, >, line);
  unfolded = list_seen (box, 600);
  g_assert_cmpstr (unfolded, ==, "ABCDFewer");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A look takes the place of the one before. */
static void
test_tag (void)
{
  GtkWidget *tag = g_object_ref_sink (ty_tag_new ("New", "accent"));

  g_assert_true (gtk_widget_has_css_class (tag, "accent"));
  g_object_set (tag, "look", "warn", NULL);
  g_assert_true (gtk_widget_has_css_class (tag, "warn"));
  g_assert_false (gtk_widget_has_css_class (tag, "accent"));
  g_assert_finalize_object (tag);
}

static void
test_chip (void)
{
  GtkWidget *chip = g_object_ref_sink (ty_chip_new ("Women"));
  guint count = 0;

  g_signal_connect (chip, "notify::count", G_CALLBACK (count_notify), &count);
  ty_chip_set_count (TY_CHIP (chip), "20");
  ty_chip_set_count (TY_CHIP (chip), "20");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Women, 20");
  ty_chip_set_count (TY_CHIP (chip), NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Women");
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (chip);
}

/* A seat is pressed only where it leads somewhere, and says all that it shows. */
static void
test_seat (void)
{
  GtkWidget *taken = g_object_ref_sink (ty_seat_view_new (TY_SEAT_TAKEN, "仇贵东", "男", "书记"));
  GtkWidget *over = g_object_ref_sink (ty_seat_view_new (TY_SEAT_OVER, "崔杰", NULL, NULL));
  GtkWidget *vacant = g_object_ref_sink (ty_seat_view_new (TY_SEAT_VACANT, "Head, vacant", NULL,
                                                           "since 2021.10"));

  g_assert_false (gtk_widget_get_focusable (taken));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (taken), "win.show-person");
  g_assert_true (gtk_widget_get_focusable (taken));
  ty_seat_view_set_linked (TY_SEAT_VIEW (taken), TRUE);
  ty_seat_view_set_linked (TY_SEAT_VIEW (taken), FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (taken), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "仇贵东, 书记, 男");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (over), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "崔杰, more than approved");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (vacant), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Head, vacant, since 2021.10");
  g_assert_finalize_object (taken);
  g_assert_finalize_object (over);
  g_assert_finalize_object (vacant);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

/* A wait that lasts can be cancelled where there is something to go back to; a click goes through
 * everything else. */
static void
test_busy_cancel (void)
{
  GtkWidget *bar = g_object_ref_sink (ty_busy_bar_new ());
  GtkWidget *button = find_button (bar);
  guint n = 0;

  g_signal_connect_swapped (bar, "cancelled", G_CALLBACK (count_cb), &n);
  ty_busy_bar_set_can_cancel (TY_BUSY_BAR (bar), TRUE);
  ty_busy_bar_set_busy (TY_BUSY_BAR (bar), TRUE);
  while (!gtk_widget_get_visible (gtk_widget_get_parent (button)))
    {
      g_assert_false (gtk_widget_get_can_target (bar));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (gtk_widget_get_can_target (bar));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n, ==, 1);

  ty_busy_bar_set_can_cancel (TY_BUSY_BAR (bar), FALSE);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_false (gtk_widget_get_can_target (bar));
  ty_busy_bar_set_busy (TY_BUSY_BAR (bar), FALSE);
  g_assert_finalize_object (bar);
}

/* What is quick shows nothing. */
static void
test_busy_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (ty_busy_bar_new ());

  ty_busy_bar_set_busy (TY_BUSY_BAR (bar), TRUE);
  g_assert_false (gtk_widget_get_visible (bar));
  ty_busy_bar_set_busy (TY_BUSY_BAR (bar), FALSE);
  ty_busy_bar_set_busy (TY_BUSY_BAR (bar), TRUE);
  while (!gtk_widget_get_visible (bar))
    g_main_context_iteration (NULL, TRUE);
  ty_busy_bar_set_busy (TY_BUSY_BAR (bar), FALSE);
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_finalize_object (bar);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_model_init ();
  ty_widgets_init ();

  g_test_add_func ("/widgets/finalize", test_finalize);
  g_test_add_func ("/widgets/shown", test_shown);
  g_test_add_func ("/widgets/stat-tile", test_stat_tile);
  g_test_add_func ("/widgets/problem-bar", test_problem_bar);
  g_test_add_func ("/widgets/as-of", test_as_of);
  g_test_add_func ("/widgets/field-row", test_field_row);
  g_test_add_func ("/widgets/portrait", test_portrait);
  g_test_add_func ("/widgets/grids", test_grids);
  g_test_add_func ("/widgets/columns-box", test_columns_box);
  g_test_add_func ("/widgets/side-box", test_side_box);
  g_test_add_func ("/widgets/side-box-grows", test_side_box_grows);
  g_test_add_func ("/widgets/wrap-box", test_wrap_box);
  g_test_add_func ("/widgets/folded-box", test_folded_box);
  g_test_add_func ("/widgets/tag", test_tag);
  g_test_add_func ("/widgets/chip", test_chip);
  g_test_add_func ("/widgets/seat", test_seat);
  g_test_add_func ("/widgets/busy-bar", test_busy_bar);
  g_test_add_func ("/widgets/busy-cancel", test_busy_cancel);
  return g_test_run ();
}
