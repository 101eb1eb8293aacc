/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-card-editor.h"
#include "ty-crop-view.h"
#include "ty-export-window.h"
#include "ty-filter-editor.h"
#include "ty-form-guard.h"
#include "ty-group-editor.h"
#include "ty-import-window.h"
#include "ty-list-editor.h"
#include "ty-list-picker.h"
#include "ty-new-county-window.h"
#include "ty-pages.h"
#include "ty-paste-window.h"
#include "ty-photo-window.h"
#include "ty-pick-row.h"
#include "ty-post-batch.h"
#include "ty-post-editor.h"
#include "ty-record-editor.h"
#include "ty-roster-query.h"
#include "ty-seat-editor.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-unit-year.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* A form in which something was entered asks before Escape closes it; one that is as it was asks nothing. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GArray *people;
  char *picture;
} Fixture;

typedef struct
{
  const char *name;
  gpointer (*open) (Fixture *fixture);
  gboolean (*is_ready) (GtkWidget *form);
  void (*enter) (GtkWidget *form);
  void (*take_back) (GtkWidget *form);
} Form;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 600, 900);
  gint64 person;

  fixture->county = ty_test_office_new ();
  person = ty_test_office_add_person (fixture->county, "张三", "1", "1985-02", NULL);
  ty_test_office_add_post (fixture->county, person, fixture->county->pine, "D1", "2017-12", NULL);
  fixture->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (fixture->people, person);
  fixture->picture = g_build_filename (fixture->county->folder, "photo.png", NULL);
  gdk_pixbuf_fill (picture, 0x8899aaff);
  g_assert_true (gdk_pixbuf_save (picture, fixture->picture, "png", NULL, NULL));
  fixture->office = ty_test_office_open (fixture->county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  g_assert_cmpint (g_remove (fixture->picture), ==, 0);
  ty_test_office_free (fixture->county);
  g_array_unref (fixture->people);
  g_free (fixture->picture);
}

/* What is looked for in forms. */

static gboolean
is_type (GtkWidget  *widget,
         const char *name)
{
  return gtk_widget_get_mapped (widget) && g_str_equal (G_OBJECT_TYPE_NAME (widget), name);
}

static gboolean
is_any (GtkWidget *form)
{
  return TRUE;
}

static gboolean
has_check (GtkWidget *form)
{
  return ty_test_find (form, is_type, "GtkCheckButton") != NULL;
}

static gboolean
is_photo_read (GtkWidget *form)
{
  return g_str_equal (ty_photo_window_get_page (TY_PHOTO_WINDOW (form)), "crop");
}

static gboolean
is_filled (GtkWidget *form)
{
  return gtk_widget_is_sensitive (ty_test_find (form, is_type, "GtkSpinButton"));
}

static void
set_text (GtkWidget  *form,
          const char *row,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_row (form, row)), text);
}

static void
set_buffer (GtkWidget  *form,
            const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ty_test_find_type (form, GTK_TYPE_TEXT_VIEW))),
                            text, -1);
}

static void
type_note (GtkWidget *form)
{
  set_text (form, "Note", "任期未满");
}

static void
clear_note (GtkWidget *form)
{
  set_text (form, "Note", "");
}

static void
pick_post (GtkWidget *form)
{
  ty_pick_row_pick (TY_PICK_ROW (ty_test_find_row (form, "Post")), "D3", "Party committee member");
}

static void
unpick_post (GtkWidget *form)
{
  ty_pick_row_pick (TY_PICK_ROW (ty_test_find_row (form, "Post")), NULL, NULL);
}

/* What was offered to end, and is not to. */
static void
untick (GtkWidget *form)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ty_test_find (form, is_type, "GtkCheckButton")), FALSE);
}

static void
tick (GtkWidget *form)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ty_test_find (form, is_type, "GtkCheckButton")), TRUE);
}

static gboolean
has_line (GtkWidget *form)
{
  return ty_test_find (form, is_type, "GtkListBoxRow") != NULL;
}

static void
type_lines (GtkWidget *form)
{
  set_buffer (form, "张三");
}

/* The lines that were read are shown with a form of their own. */
static void
type_document (GtkWidget *form)
{
  set_buffer (form, "张三");
  ty_test_wait_until (has_line (form));
}

static void
clear_lines (GtkWidget *form)
{
  set_buffer (form, "");
}

static void
flip_switch (GtkWidget *form)
{
  GtkSwitch *widget = GTK_SWITCH (ty_test_find (form, is_type, "GtkSwitch"));

  gtk_switch_set_active (widget, !gtk_switch_get_active (widget));
}

static void
turn_spin (GtkWidget *form)
{
  gtk_spin_button_spin (GTK_SPIN_BUTTON (ty_test_find (form, is_type, "GtkSpinButton")), GTK_SPIN_STEP_FORWARD, 1);
}

static void
turn_spin_back (GtkWidget *form)
{
  gtk_spin_button_spin (GTK_SPIN_BUTTON (ty_test_find (form, is_type, "GtkSpinButton")), GTK_SPIN_STEP_BACKWARD, 1);
}

static void
choose_second (GtkWidget *form)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (ty_test_find (form, is_type, "AdwComboRow")), 1);
}

static void
choose_first (GtkWidget *form)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (ty_test_find (form, is_type, "AdwComboRow")), 0);
}

static void
type_name (GtkWidget *form)
{
  set_text (form, "Name", "后备");
}

static void
clear_name (GtkWidget *form)
{
  set_text (form, "Name", "");
}

static void
type_new_list (GtkWidget *form)
{
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find (form, is_type, "AdwEntryRow")), "后备");
}

static void
clear_new_list (GtkWidget *form)
{
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find (form, is_type, "AdwEntryRow")), "");
}

static void
flip_toggle (GtkWidget *form)
{
  GtkToggleButton *toggle = GTK_TOGGLE_BUTTON (ty_test_find (form, is_type, "GtkToggleButton"));

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

static void
turn_photo (GtkWidget *form)
{
  gtk_widget_activate_action (form, "photo.turn", "b", TRUE);
}

static void
reset_photo (GtkWidget *form)
{
  gtk_widget_activate_action (form, "photo.turn", "b", FALSE);
  gtk_widget_activate_action (form, "photo.reset", NULL);
}

static gboolean
is_previewed (GtkWidget *form)
{
  return ty_export_window_is_ready (TY_EXPORT_WINDOW (form));
}

static void
add_column (GtkWidget *form)
{
  ty_layout_columns_choose (ty_export_window_get_columns (TY_EXPORT_WINDOW (form)), TY_ROSTER_FIELD_NATIVE_PLACE, TRUE);
}

static void
remove_column (GtkWidget *form)
{
  ty_layout_columns_choose (ty_export_window_get_columns (TY_EXPORT_WINDOW (form)), TY_ROSTER_FIELD_NATIVE_PLACE, FALSE);
}

/* Of a step that is not shown yet. */
static void
type_columns_name (GtkWidget *form)
{
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_type (form, ADW_TYPE_ENTRY_ROW)), "考核表");
}

static void
clear_columns_name (GtkWidget *form)
{
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_type (form, ADW_TYPE_ENTRY_ROW)), "");
}

/* The forms. */

static gpointer
open_appoint (Fixture *fixture)
{
  return ty_post_editor_new (fixture->office, TY_MOVE_APPOINT);
}

/* What the person has is offered to end when the office has answered. */
static gpointer
open_remove (Fixture *fixture)
{
  TyPostEditor *editor = ty_post_editor_new (fixture->office, TY_MOVE_REMOVE);

  ty_post_editor_add_person (editor, g_array_index (fixture->people, gint64, 0), "张三");
  return editor;
}

static gpointer
open_batch (Fixture *fixture)
{
  return ty_post_batch_new (fixture->office);
}

static gpointer
open_seats (Fixture *fixture)
{
  return ty_seat_editor_new (fixture->office, &fixture->county->pine, 1);
}

static gpointer
open_seats_of_many (Fixture *fixture)
{
  const gint64 units[] = { fixture->county->pine, fixture->county->creek };

  return ty_seat_editor_new (fixture->office, units, G_N_ELEMENTS (units));
}

static gpointer
open_year (Fixture *fixture)
{
  g_autoptr(TyRecord) record = ty_record_new (&ty_unit_year_info);

  ty_record_set_integer (record, TY_UNIT_YEAR_UNIT, fixture->county->pine);
  return ty_record_editor_new (fixture->office, NULL, record);
}

static gpointer
open_group (Fixture *fixture)
{
  return ty_group_editor_new (fixture->office, fixture->people);
}

static gpointer
open_list (Fixture *fixture)
{
  return ty_list_editor_new (fixture->office, NULL, NULL, 0);
}

static gpointer
open_picker (Fixture *fixture)
{
  return ty_list_picker_new (fixture->office, fixture->people);
}

static gpointer
open_paste (Fixture *fixture)
{
  return ty_paste_window_new (fixture->office, NULL, NULL);
}

static gpointer
open_filter (Fixture *fixture)
{
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };
  g_autoptr(TyPopulation) population
    = ty_population_from_json ("{\"test\":\"age\",\"how\":\"between\",\"values\":[\"30\",\"35\"]}", NULL);
  g_autoptr(TyFilterNode) filter = ty_filter_node_new_for (population);

  return ty_filter_editor_new (fixture->office, &query, filter, NULL);
}

static gpointer
open_card (Fixture *fixture)
{
  g_autoptr(TyCard) card = ty_card_new (TY_CARD_FIGURE);

  return ty_card_editor_new (card, 0);
}

static gpointer
open_photo (Fixture *fixture)
{
  return ty_photo_window_new (NULL, fixture->office, g_array_index (fixture->people, gint64, 0), "张三",
                              fixture->picture);
}

static gpointer
open_county (Fixture *fixture)
{
  return ty_new_county_window_new (NULL);
}

static gpointer
open_export (Fixture *fixture)
{
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };

  return ty_export_window_new (NULL, fixture->office, &query, NULL, NULL);
}

static gpointer
open_import (Fixture *fixture)
{
  return ty_import_window_new (NULL, fixture->office, NULL);
}

static const Form forms[] = {
  { "appoint", open_appoint, is_any, type_note, clear_note },
  { "appoint-post", open_appoint, is_any, pick_post, unpick_post },
  { "remove", open_remove, has_check, untick, tick },
  { "document", open_batch, is_any, type_document, clear_lines },
  { "document-switch", open_batch, is_any, flip_switch, flip_switch },
  { "seats", open_seats, is_filled, turn_spin, turn_spin_back },
  { "seats-of-many", open_seats_of_many, is_filled, tick, untick },
  { "year", open_year, is_any, type_note, clear_note },
  { "group", open_group, is_any, choose_second, choose_first },
  { "list", open_list, is_any, type_name, clear_name },
  { "list-of-many", open_picker, is_any, type_new_list, clear_new_list },
  { "paste", open_paste, is_any, type_lines, clear_lines },
  { "filter", open_filter, is_any, flip_toggle, flip_toggle },
  { "card", open_card, is_any, choose_second, choose_first },
  { "photo", open_photo, is_photo_read, turn_photo, reset_photo },
  { "export", open_export, is_previewed, add_column, remove_column },
  { "import", open_import, is_any, type_columns_name, clear_columns_name },
  { "county", open_county, is_any, type_new_list, clear_new_list },
};

/* Escape, as the class of the form has it. */
static void
press_escape (GtkWidget *form)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (form);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (!g_str_equal (keys, "Escape"))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, form,
                                        gtk_shortcut_get_arguments (shortcut));
          return;
        }
    }
  g_assert_not_reached ();
}

static GtkWidget *
get_question (void)
{
  return ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
answer (const char *response)
{
  GtkWidget *question;

  ty_test_wait_until (get_question () != NULL);
  question = get_question ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
}

static GtkWidget *
show (Fixture    *fixture,
      const Form *form)
{
  GtkWidget *window = form->open (fixture);

  gtk_window_present (GTK_WINDOW (window));
  ty_test_wait_until (gtk_widget_get_mapped (window) && form->is_ready (window));
  return window;
}

/* Whoever only looked closes at once. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *window = show (fixture, data);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  press_escape (window);
  g_assert_null (get_question ());
  ty_test_wait_until (window == NULL);
}

/* The question comes, and neither it nor “Keep Editing” takes anything away; what was taken back is not asked about. */
static void
test_begun (Fixture       *fixture,
            gconstpointer  data)
{
  const Form *form = data;
  GtkWidget *window = show (fixture, form);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  form->enter (window);
  press_escape (window);
  answer ("keep");
  g_assert_nonnull (window);
  press_escape (window);
  answer ("keep");

  form->take_back (window);
  ty_test_wait_until (!ty_form_guard_is_begun (GTK_WINDOW (window)));
  press_escape (window);
  g_assert_null (get_question ());
  ty_test_wait_until (window == NULL);
}

static void
test_discarded (Fixture       *fixture,
                gconstpointer  data)
{
  const Form *form = data;
  GtkWidget *window = show (fixture, form);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  form->enter (window);
  press_escape (window);
  answer ("discard");
  ty_test_wait_until (window == NULL);
}

static void
add_tests (const Form *form)
{
  g_autofree char *untouched = g_strdup_printf ("/form-guard/%s/untouched", form->name);
  g_autofree char *begun = g_strdup_printf ("/form-guard/%s/begun", form->name);
  g_autofree char *discarded = g_strdup_printf ("/form-guard/%s/discarded", form->name);

  g_test_add (untouched, Fixture, form, set_up, test_untouched, tear_down);
  g_test_add (begun, Fixture, form, set_up, test_begun, tear_down);
  g_test_add (discarded, Fixture, form, set_up, test_discarded, tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  ty_test_office_init ();
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    add_tests (&forms[i]);
  return g_test_run ();
}
