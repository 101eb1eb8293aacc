/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-check-entry.h"
#include "ty-check-report.h"
#include "ty-clipboard.h"
#include "ty-family-member.h"
#include "ty-mask.h"
#include "ty-model.h"
#include "ty-office-checks.h"
#include "ty-office-choice.h"
#include "ty-office-history.h"
#include "ty-pages.h"
#include "ty-person-edit.h"
#include "ty-person-history.h"
#include "ty-person-sections.h"
#include "ty-record-registry.h"
#include "ty-roster-cell.h"
#include "ty-row-edit.h"
#include "ty-sample.h"
#include "ty-settings.h"
#include "ty-table.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Nothing sensitive stands in any list: the window is gone through, page by page, whichever there are, and what
 * can be read there is held against every sensitive value of the file. */

static GtkApplication *application;

typedef struct
{
  TyWindow *window;
  char *dir;
  char *path;
  GHashTable *secrets; /* (element-type utf8 utf8): a sensitive value, and its field */
  GArray *people;      /* (element-type gint64) */
  char *number;        /* of the first person */
} Fixture;

static GPtrArray *
list_rows (TyDatabase         *database,
           const TyRecordInfo *info)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, info, "", NULL);
  GPtrArray *rows = ty_table_collect (statement, info, NULL);

  g_assert_nonnull (rows);
  return rows;
}

/* What may be read anywhere, of all tables: a wife with the name of a cadre is no secret. */
static void
collect (Fixture    *fixture,
         TyDatabase *database,
         gboolean    sensitive,
         GString    *public)
{
  const TyRecordInfo *const *infos;
  guint n_infos;

  infos = ty_record_registry_list (&n_infos);
  for (guint i = 0; i < n_infos; i++)
    {
      g_autoptr(GPtrArray) rows = list_rows (database, infos[i]);

      for (guint j = 0; j < rows->len * infos[i]->n_fields; j++)
        {
          guint field = j % infos[i]->n_fields;
          const TyFieldInfo *info = &infos[i]->fields[field];
          TyRecord *row = g_ptr_array_index (rows, j / infos[i]->n_fields);
          const char *value = TY_FIELD_IS_NUMBER (info) ? NULL : ty_record_get_text (row, field);

          if (value == NULL || ty_mask_is_needed (info) != sensitive)
            continue;
          if (!sensitive)
            g_string_append_printf (public, "%s\n", value);
          else if (g_utf8_strlen (value, -1) > 1 && strstr (public->str, value) == NULL)
            g_hash_table_insert (fixture->secrets, g_strdup (value),
                                 g_strdup_printf ("%s.%s", infos[i]->table, info->column));
        }
    }
}

static void
change_phone (TyStore  *store,
              gint64    person)
{
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (store), &ty_person_info, person, NULL);
  g_autoptr(GError) error = NULL;

  ty_record_set_text (record, TY_PERSON_PHONE, "19900001234");
  ty_record_set_text (record, TY_PERSON_ADDRESS, "石泉镇光明路七号");
  ty_person_edit_run (store, "tester", TY_PERSON (record), NULL, &error);
  g_assert_no_error (error);
}

static void
add_family (TyStore *store,
            gint64   person)
{
  g_autoptr(TyFamilyMember) member = ty_family_member_new ();
  g_autoptr(GError) error = NULL;

  ty_record_set_integer (TY_RECORD (member), TY_FAMILY_MEMBER_PERSON, person);
  ty_record_set_text (TY_RECORD (member), TY_FAMILY_MEMBER_NAME, "欧阳瑾瑜");
  ty_record_set_text (TY_RECORD (member), TY_FAMILY_MEMBER_RELATION, "11");
  ty_record_set_text (TY_RECORD (member), TY_FAMILY_MEMBER_OCCUPATION, "石泉镇卫生院护士长");
  ty_row_edit_add (store, "tester", TY_RECORD (member), NULL, &error);
  g_assert_no_error (error);
}

static void
fill_file (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->path, TY_STORE_READ_WRITE, &error);
  TyDatabase *database;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GString) public = g_string_new (NULL);

  g_assert_no_error (error);
  database = ty_store_get_database (store);
  people = list_rows (database, &ty_person_info);
  for (guint i = 0; i < people->len; i++)
    {
      TyRecord *person = g_ptr_array_index (people, i);
      gint64 key = ty_record_get_integer (person, TY_PERSON_ID);

      g_array_append_val (fixture->people, key);
      if (i == 0)
        fixture->number = g_strdup (ty_record_get_text (person, TY_PERSON_ID_NUMBER));
    }
  change_phone (store, g_array_index (fixture->people, gint64, 0));
  add_family (store, g_array_index (fixture->people, gint64, 0));
  collect (fixture, database, FALSE, public);
  collect (fixture, database, TRUE, public);
  g_assert_cmpuint (g_hash_table_size (fixture->secrets), >, 500);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TySampleOptions options = { .n_villages = 12, .seed = 7 };
  g_autoptr(GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("touyan-ui-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->dir, "county.touyan", NULL);
  fixture->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fixture->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  ty_sample_create (fixture->path, &options, "tester", NULL, &error);
  g_assert_no_error (error);
  fill_file (fixture);
  fixture->window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_window_start (fixture->window, fixture->path);
  ty_test_window_settle (fixture->window);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  remove_tree (fixture->dir);
  g_hash_table_unref (fixture->secrets);
  g_array_unref (fixture->people);
  g_free (fixture->number);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static void
read_row (GString       *text,
          TyRosterCell  *cell)
{
  TyRosterItem *item = ty_roster_cell_get_item (cell);
  TyRosterRow *row = item != NULL ? ty_roster_item_get_row (item) : NULL;

  for (guint i = 0; row != NULL && i < TY_ROSTER_N_TEXTS; i++)
    g_string_append_printf (text, "%s\n", ty_roster_row_get_text (row, i));
}

/* Everything that can be read in a part of the window, shown or in a tooltip. */
static void
read_widget (GString   *text,
             GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (TY_IS_ROSTER_CELL (widget))
    read_row (text, TY_ROSTER_CELL (widget));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (text, "%s\n", gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_EDITABLE (child)) /* what somebody types is theirs */
      read_widget (text, child);
}

static const char *
find_secret (Fixture    *fixture,
             const char *text)
{
  GHashTableIter iter;
  gpointer secret, field;

  g_hash_table_iter_init (&iter, fixture->secrets);
  while (g_hash_table_iter_next (&iter, &secret, &field))
    if (strstr (text, secret) != NULL)
      return field;

  return NULL;
}

static void
check_text (Fixture    *fixture,
            const char *text,
            const char *where)
{
  const char *secret = find_secret (fixture, text);

  if (secret != NULL)
    g_error ("%s can be read: %s in %s", secret, where, text);
}

static void
check_window (Fixture    *fixture,
              const char *where)
{
  g_autoptr(GString) text = g_string_new (NULL);

  ty_test_window_settle (fixture->window);
  read_widget (text, GTK_WIDGET (fixture->window));
  g_assert_cmpuint (text->len, >, 100);
  check_text (fixture, text->str, where);
}

static void
choose_all_columns (void)
{
  static const char * const columns[] = { "name", "birth", "age", "posts", "id-number", "phone", NULL };

  g_settings_set_strv (ty_settings_get (), "roster-columns", columns);
}

/* Each page of the window, also one that comes later. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GtkSelectionModel) pages = gtk_stack_get_pages (fixture->window->pages);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      TyPage *child = TY_PAGE (gtk_stack_page_get_child (GTK_STACK_PAGE (page)));

      gtk_stack_set_visible_child (fixture->window->pages, GTK_WIDGET (child));
      check_window (fixture, ty_page_get_page_name (child));
    }
}

static void
show_person (Fixture *fixture,
             gint64   person)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-person", "x", person);
  ty_test_window_settle (fixture->window);
}

static void
test_profiles (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 0; i < MIN (fixture->people->len, 25); i++)
    {
      show_person (fixture, g_array_index (fixture->people, gint64, i));
      check_window (fixture, "a profile");
    }
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  g_autoptr(GString) read = g_string_new (NULL);

  read_widget (read, GTK_WIDGET (ty_window_get_page (fixture->window)));
  return strstr (read->str, text) != NULL;
}

static void
wait_shown (Fixture    *fixture,
            const char *text)
{
  while (!shows (fixture, text))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
timeout_cb (gpointer data)
{
  g_error ("Waited too long");
  return G_SOURCE_REMOVE;
}

static char *
read_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return NULL;
  return g_value_dup_string (&value);
}

/* What is asked for is shown, noted, copied for a while, and masked again when the page was left. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  guint timeout = g_timeout_add_seconds (60, timeout_cb, NULL);
  gint64 person = g_array_index (fixture->people, gint64, 0);
  GtkWidget *page;
  g_autofree char *copied = NULL;
  g_autofree char *later = NULL;
  g_autofree char *other = NULL;

  show_person (fixture, person);
  page = GTK_WIDGET (ty_window_get_page (fixture->window));
  g_assert_false (shows (fixture, fixture->number));
  gtk_widget_activate_action (page, "person.reveal", "u", (guint) TY_PERSON_ID_NUMBER);
  wait_shown (fixture, fixture->number);
  gtk_widget_activate_action (page, "person.reveal-section", "u", (guint) TY_PERSON_SECTION_FAMILY);
  wait_shown (fixture, "欧阳瑾瑜");
  g_assert_true (shows (fixture, fixture->number));

  /* The clipboard is cleared, but not of what came later. */
  ty_clipboard_set_seconds (1);
  gtk_widget_activate_action (page, "person.copy", "u", (guint) TY_PERSON_ID_NUMBER);
  copied = read_clipboard (page);
  g_assert_cmpstr (copied, ==, fixture->number);
  g_assert_true (ty_clipboard_is_guarded (page));
  while (ty_clipboard_is_guarded (page))
    g_main_context_iteration (NULL, TRUE);
  later = read_clipboard (page);
  g_assert_null (later);

  gtk_widget_activate_action (page, "person.copy", "u", (guint) TY_PERSON_ID_NUMBER);
  ty_clipboard_put_text (page, "石城县", FALSE);
  while (ty_clipboard_is_guarded (page))
    g_main_context_iteration (NULL, TRUE);
  other = read_clipboard (page);
  g_assert_cmpstr (other, ==, "石城县");

  /* Whoever comes back asks again, and the history tells who asked for what. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "overview");
  ty_test_window_settle (fixture->window);
  show_person (fixture, person);
  check_window (fixture, "a profile that was left");
  ty_page_refresh (TY_PAGE (page));
  wait_shown (fixture, "Shown: ID number");
  wait_shown (fixture, "Shown: Family member");
  g_source_remove (timeout);
}

/* Who closes the window leaves nothing behind. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *left = NULL;

  ty_clipboard_set_seconds (TY_CLIPBOARD_SECONDS);
  ty_clipboard_put_text (window, fixture->number, TRUE);
  gtk_window_close (GTK_WINDOW (window));
  left = read_clipboard (window);
  g_assert_null (left);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkWidget *button = ty_test_find_type (GTK_WIDGET (fixture->window), g_type_from_name ("TySearchButton"));
  GtkWidget *popover = ty_test_find_type (button, GTK_TYPE_POPOVER);
  GtkWidget *entry = ty_test_find_type (popover, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr(GString) read = g_string_new (NULL);
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  /* Not the note that nothing was found: it repeats what was typed. */
  read_widget (read, ty_test_find_type (popover, GTK_TYPE_LIST_BOX));
  check_text (fixture, read->str, "the search");
}

/* Also who is found by a number or a name of the family is not told with it. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  search (fixture, fixture->number);
  search (fixture, "19900001234");
  search (fixture, "欧阳瑾");
  search (fixture, "li");
}

/* What is told by the services themselves: histories, the checks of the county, a table that is copied. */
static void
test_services (Fixture       *fixture,
               gconstpointer  data)
{
  TyOffice *office = ty_window_get_office (fixture->window);
  const TyTableColumn columns[] = {
    { TY_ROSTER_TEXT_NAME, "姓名" }, { TY_ROSTER_TEXT_ID_NUMBER, "公民身份号码" }, { TY_ROSTER_TEXT_PHONE, "电话" },
  };
  const TyTableColumn open_columns[] = { { TY_ROSTER_TEXT_NAME, "姓名" } };
  g_autoptr(GAsyncResult) checked = NULL;
  g_autoptr(GAsyncResult) made = NULL;
  g_autoptr(GAsyncResult) made_open = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  TyPeopleTable *table, *open_table;
  gboolean masked = FALSE;

  for (guint i = 0; i < MIN (fixture->people->len, 5); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GPtrArray) history = NULL;

      ty_office_load_person_history_async (office, g_array_index (fixture->people, gint64, i), NULL,
                                           ty_test_office_keep_result, &result);
      history = ty_office_load_person_history_finish (office, ty_test_office_await (&result), NULL);
      g_assert_true (i > 0 || history->len > 0);
      for (guint j = 0; j < history->len; j++)
        {
          const TyPersonHistoryEntry *entry = g_ptr_array_index (history, j);

          if (entry->values != NULL)
            check_text (fixture, entry->values, "the history of a person");
          masked |= entry->values != NULL && strstr (entry->values, "199****1234") != NULL;
        }
    }
  g_assert_true (masked);

  ty_office_list_checks_async (office, 0, NULL, NULL, ty_test_office_keep_result, &checked);
  report = ty_office_list_checks_finish (office, ty_test_office_await (&checked), NULL);
  for (guint i = 0; i < report->entries->len; i++)
    check_text (fixture, ty_check_entry_get_text (g_ptr_array_index (report->entries, i)), "the checks");

  ty_office_make_table_async (office, fixture->people, columns, G_N_ELEMENTS (columns), NULL,
                              ty_test_office_keep_result, &made);
  table = ty_office_make_table_finish (office, ty_test_office_await (&made), NULL);
  check_text (fixture, table->text, "a copied table");
  check_text (fixture, table->html, "a copied table");
  g_assert_true (table->sensitive);
  ty_people_table_free (table);
  ty_office_make_table_async (office, fixture->people, open_columns, 1, NULL, ty_test_office_keep_result,
                              &made_open);
  open_table = ty_office_make_table_finish (office, ty_test_office_await (&made_open), NULL);
  g_assert_false (open_table->sensitive);
  ty_people_table_free (open_table);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  choose_all_columns ();
  application = g_object_new (GTK_TYPE_APPLICATION, "application-id", TY_APP_ID, "flags",
                              G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(name, func) g_test_add ("/privacy/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("pages", test_pages);
  ADD ("profiles", test_profiles);
  ADD ("shown", test_shown);
  ADD ("closing", test_closing);
  ADD ("search", test_search);
  ADD ("services", test_services);
#undef ADD

  return g_test_run ();
}
