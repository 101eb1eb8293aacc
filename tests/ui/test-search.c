/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-pages.h"
#include "ty-recent.h"
#include "ty-search-button.h"
#include "ty-settings.h"
#include "ty-test-office.h"

#include <adwaita.h>

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  TyTopics *topics;
  gint64 zhang;
  gint64 wang;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();

  g_settings_reset (ty_settings_get (), "recent-people");
  g_settings_reset (ty_settings_get (), "recent-pages");
  g_settings_reset (ty_settings_get (), "recent-files");
  g_settings_reset (ty_settings_get (), "command-uses");
  fixture->county = county;
  fixture->zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02-21", NULL);
  fixture->wang = ty_test_office_add_person (county, "王松", "1", "1955-06", NULL);
  ty_test_office_add_post (county, fixture->zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, fixture->wang, county->plum, "D1", "2010-01", "2017-12");
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2021, 12, 31));
  fixture->topics = ty_topics_new ();
  ty_topics_add_page (fixture->topics, "overview", "概览", NULL);
  ty_topics_add_page (fixture->topics, "roster", "花名册", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->topics);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static char *
join_titles (GListModel *hits)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(TySearchHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", ty_search_hit_get_title (hit));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_topics (Fixture       *fixture,
               TySearchGroup  group,
               const char    *text,
               guint          limit,
               const char    *expected)
{
  g_autoptr(GPtrArray) hits = ty_topics_find (fixture->topics, group, text, limit);
  g_autoptr(GListStore) store = g_list_store_new (TY_TYPE_SEARCH_HIT);
  g_autofree char *titles = NULL;

  g_list_store_splice (store, 0, 0, hits->pdata, hits->len);
  titles = join_titles (G_LIST_MODEL (store));
  g_assert_cmpstr (titles, ==, expected);
}

static void
prepare (Fixture *fixture)
{
  ty_topics_prepare (fixture->topics);
  while (!ty_topics_is_prepared (fixture->topics))
    g_main_context_iteration (NULL, TRUE);
}

/* By label and by other words; the label counts for more. */
static void
test_commands (Fixture       *fixture,
               gconstpointer  data)
{
  assert_topics (fixture, TY_SEARCH_COMMANDS, "undo", 6, "Undo");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "UNDO", 6, "Undo");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "excel", 6, "Import a table, Export a roster");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "settings", 6, "Preferences");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "help", 6, "Keyboard shortcuts, About Touyan");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "back", 2, "Back, Undo");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "zzz", 6, "");
}

/* What cannot be done now is not found. */
static void
test_disabled (Fixture       *fixture,
               gconstpointer  data)
{
  ty_topics_set_enabled (fixture->topics, "win.undo", FALSE);
  assert_topics (fixture, TY_SEARCH_COMMANDS, "undo", 6, "");
  ty_topics_set_enabled (fixture->topics, "win.undo", TRUE);
  assert_topics (fixture, TY_SEARCH_COMMANDS, "undo", 6, "Undo");
  ty_topics_set_enabled (fixture->topics, "win.no-such-action", FALSE);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  assert_topics (fixture, TY_SEARCH_PAGES, "花名", 6, "花名册");
  assert_topics (fixture, TY_SEARCH_PAGES, "花名冊", 6, "花名册");
  assert_topics (fixture, TY_SEARCH_PAGES, "roster", 6, "花名册");
  prepare (fixture);
  assert_topics (fixture, TY_SEARCH_PAGES, "hmc", 6, "花名册");
  assert_topics (fixture, TY_SEARCH_PAGES, "huaming", 6, "花名册");
  assert_topics (fixture, TY_SEARCH_PAGES, "gailan", 6, "概览");
}

/* Before anything is typed: what was opened last, and what was chosen most. */
static void
test_recent (Fixture       *fixture,
             gconstpointer  data)
{
  assert_topics (fixture, TY_SEARCH_PAGES, "", 6, "概览, 花名册");
  ty_recent_add_page ("overview");
  ty_recent_add_page ("roster");
  assert_topics (fixture, TY_SEARCH_PAGES, "", 6, "花名册, 概览");
  ty_recent_count_command ("win.backup");
  ty_recent_count_command ("app.quit");
  ty_recent_count_command ("app.quit");
  assert_topics (fixture, TY_SEARCH_COMMANDS, "", 2, "Quit, Back up now");
  ty_topics_set_enabled (fixture->topics, "app.quit", FALSE);
  assert_topics (fixture, TY_SEARCH_COMMANDS, " ", 1, "Back up now");
}

static void
test_recent_lists (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GArray) people = NULL;
  g_autoptr(GArray) others = NULL;
  g_auto(GStrv) files = NULL;
  g_autofree char *joined = NULL;

  for (gint64 i = 1; i <= 20; i++)
    ty_recent_add_person ("/a.touyan", i);
  ty_recent_add_person ("/a.touyan", 18);
  ty_recent_add_person ("/b.touyan", 5);
  people = ty_recent_list_people ("/a.touyan");
  g_assert_cmpuint (people->len, ==, 12);
  g_assert_cmpint (g_array_index (people, gint64, 0), ==, 18);
  g_assert_cmpint (g_array_index (people, gint64, 1), ==, 20);
  others = ty_recent_list_people ("/c.touyan");
  g_assert_cmpuint (others->len, ==, 0);

  ty_recent_add_file ("/a.touyan");
  ty_recent_add_file ("/b.touyan");
  ty_recent_add_file ("/a.touyan");
  ty_recent_add_file ("/c.touyan");
  ty_recent_remove_file ("/b.touyan");
  files = ty_recent_list_files ();
  joined = g_strjoinv (" ", files);
  g_assert_cmpstr (joined, ==, "/c.touyan /a.touyan");
}

static void
wait_for_titles (TySearch   *search,
                 const char *expected)
{
  g_autofree char *titles = NULL;

  while (ty_search_is_waiting (search)
         || !g_str_equal (titles = join_titles (ty_search_get_hits (search)), expected))
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&titles, g_free);
    }
}

static TySearch *
make_search (Fixture *fixture)
{
  prepare (fixture);
  return g_object_new (TY_TYPE_SEARCH, "office", fixture->office, "topics", fixture->topics, NULL);
}

static void
finish_search (TySearch *search)
{
  ty_search_stop (search);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* People, then units, pages, commands; each with what tells it from others. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TySearch) search = make_search (fixture);
  g_autoptr(TySearchHit) person = NULL;
  g_autoptr(TySearchHit) unit = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *note = NULL;

  ty_search_start (search);
  ty_search_set_text (search, "松");
  wait_for_titles (search, "王松, 上松村");
  person = g_list_model_get_item (ty_search_get_hits (search), 0);
  unit = g_list_model_get_item (ty_search_get_hits (search), 1);
  g_object_get (person, "detail", &detail, "note", &note, NULL);
  g_assert_true (g_str_has_prefix (detail, "石泉乡 梅园社区 · "));
  g_assert_true (g_str_has_suffix (detail, " · 66 years old"));
  g_assert_cmpstr (note, ==, "Departed");
  g_assert_true (g_str_has_prefix (ty_search_hit_get_sentence (person), "王松, 石泉乡 梅园社区, "));
  g_assert_true (g_str_has_suffix (ty_search_hit_get_sentence (person), "66 years old, Departed"));
  g_assert_cmpint (ty_search_hit_get_key (person), ==, fixture->wang);
  g_assert_cmpstr (ty_search_hit_get_sentence (unit), ==, "Unit: 上松村, 云岭镇");
  g_assert_cmpint (ty_search_hit_get_key (unit), ==, fixture->county->pine);

  ty_search_set_text (search, "quit");
  wait_for_titles (search, "Quit");
  finish_search (search);
}

/* Questions that overtake one another: what was typed last is found, nothing of the others. */
static void
test_latest (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const texts[] = { "张", "z", "xiao", "松", "wang", "梅", "undo", "w" };
  g_autoptr(TySearch) search = make_search (fixture);

  ty_search_start (search);
  for (guint i = 0; i < 50; i++)
    {
      ty_search_set_text (search, texts[i % G_N_ELEMENTS (texts)]);
      if (i % 7 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  ty_search_set_text (search, "zxm");
  wait_for_titles (search, "张晓明");
  finish_search (search);
}

static void
test_follows_office (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TySearch) search = make_search (fixture);
  g_autoptr(TySearchHit) before = NULL;
  g_autoptr(TySearchHit) after = NULL;
  g_autofree char *departed = NULL;
  g_autofree char *held = NULL;

  ty_search_start (search);
  ty_search_set_text (search, "王松");
  wait_for_titles (search, "王松");
  before = g_list_model_get_item (ty_search_get_hits (search), 0);
  g_object_get (before, "note", &departed, NULL);
  g_assert_cmpstr (departed, ==, "Departed");
  ty_office_set_as_of (fixture->office, ty_date_new (2015, 6, 30));
  wait_for_titles (search, "王松");
  after = g_list_model_get_item (ty_search_get_hits (search), 0);
  g_object_get (after, "note", &held, NULL);
  g_assert_null (held);
  finish_search (search);
}

static void
test_recent_people (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TySearch) search = make_search (fixture);
  g_autoptr(TySearchHit) first = NULL;

  ty_recent_add_person (ty_office_get_path (fixture->office), fixture->zhang);
  ty_recent_add_person (ty_office_get_path (fixture->office), fixture->wang);
  ty_search_start (search);
  while (ty_search_is_waiting (search))
    g_main_context_iteration (NULL, TRUE);
  first = g_list_model_get_item (ty_search_get_hits (search), 0);
  g_assert_cmpstr (ty_search_hit_get_title (first), ==, "王松");
  finish_search (search);
}

/* Nothing is found: the note says by what one can search. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TySearch) search = make_search (fixture);
  g_autofree char *note = NULL;

  ty_search_start (search);
  ty_search_set_text (search, "qqq");
  wait_for_titles (search, "");
  g_object_get (search, "note", &note, NULL);
  g_assert_true (g_str_has_prefix (note, "Nothing is called “qqq”."));
  finish_search (search);
}

/* Nobody listens any more: nothing of it is left over. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  TySearch *search = make_search (fixture);

  ty_search_start (search);
  ty_search_set_text (search, "张");
  ty_search_stop (search);
  /* Until both readers have answered what was asked before, the questions keep it. */
  while (G_OBJECT (search)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (search);
}

static void
test_alone (void)
{
  GtkWidget *button = g_object_ref_sink (g_object_new (TY_TYPE_SEARCH_BUTTON, NULL));

  g_assert_false (ty_search_button_is_open (TY_SEARCH_BUTTON (button)));
  g_assert_finalize_object (button);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();

  g_test_add_func ("/search/alone", test_alone);
  ADD ("/search/commands", test_commands);
  ADD ("/search/disabled", test_disabled);
  ADD ("/search/pages", test_pages);
  ADD ("/search/recent", test_recent);
  ADD ("/search/recent-lists", test_recent_lists);
  ADD ("/search/groups", test_groups);
  ADD ("/search/latest", test_latest);
  ADD ("/search/follows-office", test_follows_office);
  ADD ("/search/recent-people", test_recent_people);
  ADD ("/search/nothing", test_nothing);
  ADD ("/search/dropped", test_dropped);
  return g_test_run ();
}
