/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-attachment.h"
#include "ty-attachments-card.h"
#include "ty-files-group.h"
#include "ty-office-pairing.h"
#include "ty-pages.h"
#include "ty-pairing.h"
#include "ty-person-pairing-cards.h"
#include "ty-problem-bar.h"
#include "ty-programme.h"
#include "ty-statement.h"
#include "ty-table.h"
#include "ty-talk-form.h"
#include "ty-talk.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <string.h>
#include <unistd.h>

/* A talk is logged with files: they are listed, taken out again, and saved with the talk. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 programme;
  gint64 mentees[2];
  gint64 mentor;
  TyPairingBoard *board;
  TyPairingForm *form;  /* until it is closed */
  TyFilesGroup *group;
  char *told;           /* (owned) (nullable): the last “saved” */
} Fixture;

static void
insert (Fixture  *self,
        TyRecord *record)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (self->county->store), record, &error);
  g_assert_no_error (error);
}

static void
add_records (Fixture *self)
{
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);

  self->mentees[0] = ty_test_office_add_person (self->county, "曾小明", "1", "1995-01", NULL);
  self->mentees[1] = ty_test_office_add_person (self->county, "李云", "2", "1994-05", NULL);
  self->mentor = ty_test_office_add_person (self->county, "赵钱", "1", "1970-01", NULL);
  self->programme = ty_store_mint_id (self->county->store);
  ty_record_set_integer (programme, TY_PROGRAMME_ID, self->programme);
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_CAPACITY, 3);
  insert (self, programme);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TyRecord) pairing = ty_record_new (&ty_pairing_info);

      ty_record_set_integer (pairing, TY_PAIRING_PERSON, self->mentees[i]);
      ty_record_set_integer (pairing, TY_PAIRING_ID, ty_store_mint_id (self->county->store));
      ty_record_set_integer (pairing, TY_PAIRING_MENTOR, self->mentor);
      ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, self->programme);
      ty_record_set_text (pairing, TY_PAIRING_STATE, "under_way");
      ty_record_set_text (pairing, TY_PAIRING_FROM_DATE, "2024-03");
      insert (self, pairing);
    }
}

static void
told_cb (Fixture    *self,
         const char *text)
{
  g_free (self->told);
  self->told = g_strdup (text);
}

/* The form as the board opens it for a pair. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  self->county = ty_test_office_new ();
  add_records (self);
  ty_test_office_done (self->county);
  self->office = ty_test_office_open (self->county);
  ty_office_load_pairing_board_async (self->office, self->programme, NULL, ty_test_office_keep_result, &result);
  self->board = ty_office_load_pairing_board_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  self->form = ty_talk_form_new (self->office, self->board, g_ptr_array_index (self->board->cards, 0));
  g_object_add_weak_pointer (G_OBJECT (self->form), (gpointer *) &self->form);
  g_signal_connect_swapped (self->form, "saved", G_CALLBACK (told_cb), self);
  self->group = TY_FILES_GROUP (ty_test_find_type (GTK_WIDGET (self->form), TY_TYPE_FILES_GROUP));
  gtk_window_present (GTK_WINDOW (self->form));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->form != NULL)
    gtk_window_destroy (GTK_WINDOW (self->form));
  ty_test_wait_until (self->form == NULL);
  ty_pairing_board_free (self->board);
  ty_test_office_close (self->office);
  g_assert_finalize_object (self->office);
  ty_test_office_free (self->county);
  g_free (self->told);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (self->county->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
add_path (Fixture    *self,
          const char *path)
{
  const char *paths[] = { path, NULL };

  ty_files_group_add_paths (self->group, paths);
  ty_test_wait_until (!ty_files_group_is_reading (self->group));
}

static gboolean
is_button (GtkWidget  *widget,
           const char *tooltip)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

static void
click (Fixture    *self,
       const char *tooltip)
{
  GtkWidget *button = ty_test_find (GTK_WIDGET (self->form), is_button, tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static const char *
get_problem (Fixture *self)
{
  return ty_problem_bar_get_message (TY_PROBLEM_BAR (ty_test_find_type (GTK_WIDGET (self->form),
                                                                        TY_TYPE_PROBLEM_BAR)));
}

static gint64
ask (Fixture    *self,
     const char *sql)
{
  g_autoptr(TyStore) store = ty_store_open (self->county->path, TY_STORE_READ_ONLY, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, NULL);

  g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

static void
save (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  ty_test_wait_until (self->told != NULL);
}

/* What is listed says its size, what is taken out is not saved, and the profile tells to which talk it belongs. */
static void
test_saved (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *first = write_file (self, "记录 <一>.txt", "谈话记录");
  g_autofree char *second = write_file (self, "签到.txt", "签到表");
  g_autofree char *day = ty_date_to_record (ty_date_today ());
  g_autofree char *of_talk = g_strdup_printf ("talk of %s", day);
  gint64 mentee = ((const TyPairingCard *) g_ptr_array_index (self->board->cards, 0))->person;
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GtkWidget) talks = NULL;
  g_autoptr(GtkWidget) card = NULL;

  add_path (self, first);
  add_path (self, second);
  ty_test_wait_until (gtk_window_get_focus (GTK_WINDOW (self->form))
                      == ty_test_find_row (GTK_WIDGET (self->form), "签到.txt"));
  g_assert_nonnull (ty_test_find_row (GTK_WIDGET (self->form), "记录 <一>.txt"));
  g_assert_true (ty_test_has_text (GTK_WIDGET (self->form), "12 B"));
  click (self, "Take out 签到.txt");
  g_assert_null (ty_test_find_row (GTK_WIDGET (self->form), "签到.txt"));
  g_assert_cmpuint (ty_files_group_get_files (self->group)->len, ==, 1);

  save (self);
  g_assert_cmpint (ask (self, "SELECT COUNT(*) FROM talk"), ==, 1);
  g_assert_cmpint (ask (self, "SELECT COUNT(*) FROM attachment a JOIN talk t ON t.person = a.person AND t.id = a.talk"),
                   ==, 1);
  file = ty_test_office_load_person (self->office, mentee);
  talks = g_object_ref_sink (ty_person_pairing_card_build (TY_PERSON_SECTION_TALKS, file));
  g_assert_true (ty_test_has_text (talks, "1 attachment"));
  card = g_object_ref_sink (ty_attachments_card_new (file));
  g_assert_true (ty_test_has_text (card, of_talk));
}

/* What cannot be attached is told in the form; nothing of it is listed, and the talk is logged without it. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *empty = write_file (self, "leer.txt", "");
  g_autofree char *large = write_file (self, "gross.txt", "一");
  g_autofree char *good = write_file (self, "gut.txt", "一");

  g_assert_cmpint (truncate (large, 20 * 1024 * 1024 + 1), ==, 0);
  add_path (self, empty);
  g_assert_true (g_str_has_prefix (get_problem (self), "leer.txt: "));
  add_path (self, large);
  g_assert_nonnull (strstr (get_problem (self), "20 MB"));
  g_assert_cmpuint (ty_files_group_get_files (self->group)->len, ==, 0);
  add_path (self, good);
  g_assert_null (get_problem (self));
  add_path (self, good);
  g_assert_nonnull (strstr (get_problem (self), "in the list already"));
  g_assert_cmpuint (ty_files_group_get_files (self->group)->len, ==, 1);
  click (self, "Take out gut.txt");

  save (self);
  g_assert_cmpint (ask (self, "SELECT COUNT(*) FROM talk"), ==, 1);
  g_assert_cmpint (ask (self, "SELECT COUNT(*) FROM attachment"), ==, 0);
}

/* A form that is closed while files are read leaves nothing behind. */
static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = write_file (self, "记录.txt", "谈话记录");
  const char *paths[] = { path, NULL };

  ty_files_group_add_paths (self->group, paths);
  g_assert_true (ty_files_group_is_reading (self->group));
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  g_assert_nonnull (strstr (get_problem (self), "still being read"));
  gtk_window_destroy (GTK_WINDOW (self->form));
  g_assert_cmpint (ask (self, "SELECT COUNT(*) FROM talk"), ==, 0);
}

static void
answer (Fixture    *self,
        const char *response)
{
  GtkWidget *dialog;

  gtk_window_close (GTK_WINDOW (self->form));
  ty_test_wait_until (ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What was typed of a talk is not lost by a slip of the hand. */
static void
test_begun (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *text = ty_test_find_row (GTK_WIDGET (self->form), "Topics");

  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->form)));
  gtk_editable_set_text (GTK_EDITABLE (text), "谈了近期工作");
  answer (self, "keep");
  g_assert_nonnull (self->form);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "谈了近期工作");
  answer (self, "discard");
  ty_test_wait_until (self->form == NULL);
}

/* A form in which nothing was typed asks nothing. */
static void
test_untouched (Fixture       *self,
                gconstpointer  data)
{
  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->form)));
  gtk_window_close (GTK_WINDOW (self->form));
  ty_test_wait_until (self->form == NULL);
}

static void
add_test (const char *name,
          void      (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  ty_test_office_init ();
  add_test ("/talk-files/saved", test_saved);
  add_test ("/talk-files/refused", test_refused);
  add_test ("/talk-files/closed", test_closed);
  add_test ("/talk-files/begun", test_begun);
  add_test ("/talk-files/untouched", test_untouched);
  return g_test_run ();
}
