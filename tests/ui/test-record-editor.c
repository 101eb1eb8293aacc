/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment.h"
#include "ty-honour.h"
#include "ty-office-figures.h"
#include "ty-office-history.h"
#include "ty-pages.h"
#include "ty-pick-row.h"
#include "ty-record-editor.h"
#include "ty-test-office.h"

#include <adwaita.h>

/* The form for a person and for each row of a person’s file, as somebody fills it in. */

#define NUMBER "990101198002210018"
#define NEW_NUMBER "990101199001010027"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 person;
} Fixture;

/* What a form said when it was saved, and whom it entered. */
typedef struct
{
  char *text;
  gint64 key;
} Told;

static void
told_clear (Told *told)
{
  g_free (told->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  fixture->person = ty_test_office_add_person (fixture->county, "张晓明", "1", "1980-02", NUMBER);
  ty_test_office_add_post (fixture->county, fixture->person, fixture->county->pine, "D1", "2021-10",
                           NULL);
  fixture->office = ty_test_office_open (fixture->county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_kind (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_kind (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
fill (TyRecordEditor *editor,
      const char     *title,
      const char     *text)
{
  GtkWidget *row = find_row (GTK_WIDGET (editor), title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
get_filled (TyRecordEditor *editor,
            const char     *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_row (GTK_WIDGET (editor), title)));
}

static void
saved_cb (TyRecordEditor *editor,
          const char     *text,
          Told           *told)
{
  told->text = g_strdup (text);
  told->key = ty_record_editor_get_key (editor);
}

static TyRecordEditor *
open_form (Fixture   *fixture,
           TyRecord  *stored,
           TyRecord  *record,
           Told      *told)
{
  TyRecordEditor *editor = ty_record_editor_new (fixture->office, stored, record);

  g_signal_connect (editor, "saved", G_CALLBACK (saved_cb), told);
  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

static void
activate (TyRecordEditor *editor,
          const char     *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
}

static void
wait_for (Told *told)
{
  while (told->text == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* The number tells birth and sex; the new person is there, and gone again after undo. */
static void
test_new_person (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  g_auto(Told) told = { 0 };
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyRecordEditor *editor = open_form (fixture, NULL, TY_RECORD (person), &told);
  TyRecord *record;
  gint64 key;

  fill (editor, "ID number", NEW_NUMBER);
  g_assert_cmpstr (get_filled (editor, "Born"), ==, "1990.01.01");
  while (g_strcmp0 (get_filled (editor, "Native place"), "石城县") != 0)
    g_main_context_iteration (NULL, TRUE);
  activate (editor, "editor.save");
  g_assert_nonnull (find_row (GTK_WIDGET (editor), "Name: must be filled in."));
  g_assert_null (told.text);

  fill (editor, "Name: must be filled in.", "欧阳 青石");
  activate (editor, "editor.save");
  wait_for (&told);
  g_assert_cmpstr (told.text, ==, "Person added");
  key = told.key;
  g_assert_cmpint (key, !=, 0);

  file = ty_test_office_load_person (fixture->office, key);
  record = TY_RECORD (file->person);
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_NAME), ==, "欧阳青石");
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_PINYIN), ==, "ou yang qing shi");
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_SEX), ==, "2");
  g_assert_cmpstr (ty_record_get_text (record, TY_PERSON_BIRTH), ==, "1990-01-01");

  undo (fixture);
  ty_office_load_person_async (fixture->office, key, NULL, ty_test_office_keep_result, &result);
  g_assert_null (ty_office_load_person_finish (fixture->office, ty_test_office_await (&result),
                                               &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
}

/* What was entered already is not written over by what the number tells. */
static void
test_entered_stays (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  g_auto(Told) told = { 0 };
  TyRecordEditor *editor = open_form (fixture, NULL, TY_RECORD (person), &told);

  fill (editor, "Born", "1989.12");
  fill (editor, "Native place", "云岭");
  fill (editor, "ID number", NEW_NUMBER);
  g_assert_cmpstr (get_filled (editor, "Born"), ==, "1989.12");
  gtk_window_destroy (GTK_WINDOW (editor));
}

static void
wait_for_twin (TyRecordEditor *editor,
               gboolean        there)
{
  while ((find_row (GTK_WIDGET (editor), "张晓明") != NULL) != there)
    g_main_context_iteration (NULL, TRUE);
}

/* Who is in the file already is shown while one types. */
static void
test_twins (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  g_auto(Told) told = { 0 };
  TyRecordEditor *editor = open_form (fixture, NULL, TY_RECORD (person), &told);
  GtkWidget *twin;

  fill (editor, "ID number", NUMBER);
  wait_for_twin (editor, TRUE);
  twin = find_row (GTK_WIDGET (editor), "张晓明");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (twin)),
                                   "Same ID number"));
  fill (editor, "ID number", "");
  fill (editor, "Born", "");
  wait_for_twin (editor, FALSE);

  fill (editor, "Name", "张晓明");
  fill (editor, "Born", "1980.02");
  wait_for_twin (editor, TRUE);
  twin = find_row (GTK_WIDGET (editor), "张晓明");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (twin)),
                                   "Same name and month of birth"));
  fill (editor, "Born", "1980.03");
  wait_for_twin (editor, FALSE);
  gtk_window_destroy (GTK_WINDOW (editor));
}

/* A row is added with an error said at its field first, changed, and removed. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(TyHonour) honour = ty_honour_new ();
  g_auto(Told) added = { 0 };
  g_auto(Told) changed = { 0 };
  g_auto(Told) removed = { 0 };
  g_autoptr(TyPersonFile) first = NULL;
  g_autoptr(TyPersonFile) second = NULL;
  g_autoptr(TyPersonFile) third = NULL;
  TyRecordEditor *editor;
  TyRecord *row;

  ty_record_set_integer (TY_RECORD (honour), TY_HONOUR_PERSON, fixture->person);
  editor = open_form (fixture, NULL, TY_RECORD (honour), &added);
  fill (editor, "Honour", "优秀党务工作者");
  fill (editor, "Date", "yesterday");
  activate (editor, "editor.save");
  g_assert_true (gtk_widget_has_css_class (find_row (GTK_WIDGET (editor), "Date"), "error"));
  fill (editor, "Date", "2021.07");
  activate (editor, "editor.save");
  wait_for (&added);
  g_assert_cmpstr (added.text, ==, "Honour added");

  first = ty_test_office_load_person (fixture->office, fixture->person);
  row = g_ptr_array_index (first->honours, 0);
  editor = open_form (fixture, row, row, &changed);
  fill (editor, "Granted by", "县委");
  activate (editor, "editor.save");
  wait_for (&changed);
  second = ty_test_office_load_person (fixture->office, fixture->person);
  row = g_ptr_array_index (second->honours, 0);
  g_assert_cmpstr (ty_record_get_text (row, TY_HONOUR_GRANTED_BY), ==, "县委");

  editor = open_form (fixture, row, row, &removed);
  activate (editor, "editor.remove");
  wait_for (&removed);
  g_assert_cmpstr (removed.text, ==, "Honour removed");
  third = ty_test_office_load_person (fixture->office, fixture->person);
  g_assert_cmpuint (third->honours->len, ==, 0);
}

static void
pick (GtkWidget  *row,
      const char *text)
{
  GtkWidget *button = find_kind (row, GTK_TYPE_MENU_BUTTON);
  GtkWidget *search;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  search = find_kind (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                      GTK_TYPE_SEARCH_ENTRY);
  while (!gtk_widget_get_mapped (search))
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (search), text);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_emit_by_name (search, "activate");
  while (ty_pick_row_get_value (TY_PICK_ROW (row)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Unit and post are chosen by pinyin and by initials. */
static void
test_post (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  g_auto(Told) told = { 0 };
  g_autoptr(TyPersonFile) file = NULL;
  TyRecordEditor *editor;
  GtkWidget *unit, *post;
  TyRecord *row;

  ty_record_set_integer (TY_RECORD (appointment), TY_APPOINTMENT_PERSON, fixture->person);
  ty_record_set_date (TY_RECORD (appointment), TY_APPOINTMENT_FROM_DATE, ty_date_new (2022, 3, 1));
  editor = open_form (fixture, NULL, TY_RECORD (appointment), &told);
  activate (editor, "editor.save");
  unit = find_row (GTK_WIDGET (editor), "Unit: must be filled in.");
  post = find_row (GTK_WIDGET (editor), "Post");
  g_assert_nonnull (unit);

  pick (unit, "xiaxi");
  g_assert_cmpstr (ty_pick_row_get_label (TY_PICK_ROW (unit)), ==, "下溪村");
  pick (post, "deputy party");
  activate (editor, "editor.save");
  wait_for (&told);
  file = ty_test_office_load_person (fixture->office, fixture->person);
  g_assert_cmpuint (file->posts->len, ==, 2);
  row = ((TyPost *) g_ptr_array_index (file->posts, 0))->appointment;
  g_assert_cmpint (ty_record_get_integer (row, TY_APPOINTMENT_UNIT), ==, fixture->county->creek);
  g_assert_cmpstr (ty_record_get_text (row, TY_APPOINTMENT_POST), ==, "D2");
}

typedef struct
{
  const char *title; /* of the row */
  const char *typed;
  const char *said;  /* how the title of the row begins then */
} BadInput;

static GtkWidget *
find_visible_button (GtkWidget  *widget,
                     const char *begin)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget)
      && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (widget)), begin))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_visible_button (child, begin);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
make_long_name (void)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (name, "山");
  return g_string_free (name, FALSE);
}

static gint64
count_people (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyOverview) overview = NULL;

  ty_office_load_overview_async (office, NULL, ty_test_office_keep_result, &result);
  overview = ty_office_load_overview_finish (office, ty_test_office_await (&result), NULL);
  return overview->n_people;
}

/* Said at the field, which keeps what was typed; nothing of it is saved. */
static void
test_bad_input (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *name = make_long_name ();
  const BadInput inputs[] = {
    { "Name", name, "Name: more than the 18 Chinese characters that fit here." },
    { "Name", " \n ", "Name: must be filled in." },
    { "Born", "2099.12", "Born: the date “2099-12” is still to come." },
    { "Born", "1980.13", "Born: Write a date" },
    { "ID number", "99010119800221001", "ID number: " },
    { "ID number", NUMBER, "ID number: " },
    { "Pinyin", "张晓明", "Pinyin: " },
    { "Joined the party", "2099", "Joined the party: the date “2099” is still to come." },
  };
  gint64 n_people = count_people (fixture->office);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr(TyPerson) person = ty_person_new ();
      g_auto(Told) told = { 0 };
      TyRecordEditor *editor = open_form (fixture, NULL, TY_RECORD (person), &told);
      GtkWidget *row;

      g_test_message ("%s: %s", inputs[i].title, inputs[i].said);
      fill (editor, "Name", "张晓明");
      fill (editor, inputs[i].title, inputs[i].typed);
      activate (editor, "editor.save");
      while ((row = find_row (GTK_WIDGET (editor), inputs[i].said)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, inputs[i].typed);
      g_assert_null (told.text);

      /* Typing takes back what was said. */
      gtk_editable_set_text (GTK_EDITABLE (row), "1");
      g_assert_false (gtk_widget_has_css_class (row, "error"));
      gtk_window_destroy (GTK_WINDOW (editor));
    }
  g_assert_cmpint (count_people (fixture->office), ==, n_people);
}

/* An end before the beginning is said at the end. */
static void
test_period (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  g_auto(Told) told = { 0 };
  g_autoptr(TyPersonFile) file = NULL;
  TyRecordEditor *editor;

  ty_record_set_integer (TY_RECORD (appointment), TY_APPOINTMENT_PERSON, fixture->person);
  ty_record_set_integer (TY_RECORD (appointment), TY_APPOINTMENT_UNIT, fixture->county->creek);
  ty_record_set_text (TY_RECORD (appointment), TY_APPOINTMENT_POST, "D2");
  editor = open_form (fixture, NULL, TY_RECORD (appointment), &told);
  fill (editor, "From", "２０２１．１０");
  fill (editor, "Until", "2021.09");
  activate (editor, "editor.save");
  g_assert_nonnull (find_row (GTK_WIDGET (editor), "Until: the end is before the beginning."));
  g_assert_null (told.text);
  fill (editor, "Until", "2021.10");
  activate (editor, "editor.save");
  wait_for (&told);
  file = ty_test_office_load_person (fixture->office, fixture->person);
  g_assert_cmpuint (file->posts->len, ==, 2);
}

/* The encoded character is offered while one types, and written by one click. */
static void
test_private_use (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  g_auto(Told) told = { 0 };
  TyRecordEditor *editor = open_form (fixture, NULL, TY_RECORD (person), &told);
  g_autoptr(TyPersonFile) file = NULL;
  GtkWidget *row, *button;

  fill (editor, "Name", "刘\xEE\xA1\xA3");
  row = find_row (GTK_WIDGET (editor), "Name: has a character that other computers do not show.");
  g_assert_nonnull (row);
  button = find_visible_button (row, "Write");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Write “刘䶮”");
  activate (editor, "editor.save");
  g_assert_null (told.text);
  g_assert_nonnull (find_visible_button (row, "Write"));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (get_filled (editor, "Name"), ==, "刘䶮");
  g_assert_null (find_visible_button (row, "Write"));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  activate (editor, "editor.save");
  wait_for (&told);
  file = ty_test_office_load_person (fixture->office, told.key);
  g_assert_cmpstr (ty_record_get_text (TY_RECORD (file->person), TY_PERSON_NAME), ==, "刘䶮");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_pages_init ();

#define ADD(name, func) g_test_add ("/record-editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-person", test_new_person);
  ADD ("entered-stays", test_entered_stays);
  ADD ("twins", test_twins);
  ADD ("row", test_row);
  ADD ("post", test_post);
  ADD ("bad-input", test_bad_input);
  ADD ("period", test_period);
  ADD ("private-use", test_private_use);
#undef ADD

  return g_test_run ();
}
