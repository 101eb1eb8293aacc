/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-honour.h"
#include "ty-mentor-finder.h"
#include "ty-pages.h"
#include "ty-settings.h"
#include "ty-statement.h"
#include "ty-table.h"
#include "ty-test-office.h"

/* The form that proposes mentors: rules are remembered, whoever stays chosen enters the pool. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWidget *window; /* (unowned) (nullable) */
  char *told;        /* (owned) (nullable) */
} Fixture;

static void
add_honoured (TyTestOffice *county,
              const char   *name,
              gint64        village)
{
  gint64 person = ty_test_office_add_person (county, name, "1", "1968-01", NULL);
  g_autoptr(TyRecord) honour = ty_record_new (&ty_honour_info);

  ty_test_office_add_post (county, person, village, "D1", "2008-01-01", NULL);
  ty_record_set_integer (honour, TY_HONOUR_PERSON, person);
  ty_record_set_integer (honour, TY_HONOUR_ID, ty_store_mint_id (county->store));
  ty_record_set_text (honour, TY_HONOUR_TITLE, "担当作为好支书");
  ty_record_set_text (honour, TY_HONOUR_DATE, "2020-06");
  g_assert_true (ty_table_insert (ty_store_get_database (county->store), honour, NULL));
}

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  fixture->told = g_strdup (text);
}

static void
open_form (Fixture *fixture)
{
  fixture->window = GTK_WIDGET (ty_mentor_finder_new (fixture->office));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect_swapped (fixture->window, "saved", G_CALLBACK (told_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  add_honoured (fixture->county, "钱荣", fixture->county->pine);
  add_honoured (fixture->county, "孙续", fixture->county->plum);
  ty_test_office_done (fixture->county);
  fixture->office = ty_test_office_open (fixture->county);
  g_settings_reset (ty_settings_get (), "mentor-rules");
  open_form (fixture);
}

static void
close_form (Fixture *fixture)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_form (fixture);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
  g_free (fixture->told);
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* All of a kind, once there are @n; the form of a name to choose has a check button. */
static GPtrArray *
await (Fixture *fixture,
       GType    type,
       guint    n)
{
  GPtrArray *found = g_ptr_array_new ();

  for (;;)
    {
      g_ptr_array_set_size (found, 0);
      collect (fixture->window, type, found);
      if (found->len == n)
        return found;
      g_main_context_iteration (NULL, TRUE);
    }
}

static gint64
count_mentors (Fixture *fixture)
{
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READ_ONLY, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), "SELECT COUNT(*) FROM mentor",
                                                          NULL);

  g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GPtrArray) checks = await (fixture, GTK_TYPE_CHECK_BUTTON, 2);

  gtk_check_button_set_active (g_ptr_array_index (checks, 0), FALSE);
  gtk_widget_activate_action (fixture->window, "form.save", NULL);
  while (fixture->told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->told, ==, "1 person entered the pool of mentors.");
  g_assert_cmpint (count_mentors (fixture), ==, 1);
}

/* Nobody is chosen: it is said, and nothing is written. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) checks = await (fixture, GTK_TYPE_CHECK_BUTTON, 2);

  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), FALSE);
  gtk_widget_activate_action (fixture->window, "form.save", NULL);
  g_assert_nonnull (fixture->window);
  g_assert_null (fixture->told);
  g_assert_cmpint (count_mentors (fixture), ==, 0);
}

static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) before = await (fixture, GTK_TYPE_SWITCH, 4);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) none = NULL;

  g_assert_true (gtk_switch_get_active (g_ptr_array_index (before, 0)));
  gtk_switch_set_active (g_ptr_array_index (before, 0), FALSE);
  none = await (fixture, GTK_TYPE_CHECK_BUTTON, 0);
  close_form (fixture);
  open_form (fixture);
  after = await (fixture, GTK_TYPE_SWITCH, 4);
  g_assert_false (gtk_switch_get_active (g_ptr_array_index (after, 0)));
  g_assert_true (gtk_switch_get_active (g_ptr_array_index (after, 2)));
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  g_test_add ("/mentor-finder/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/mentor-finder/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/mentor-finder/remembered", Fixture, NULL, set_up, test_remembered, tear_down);
  return g_test_run ();
}
