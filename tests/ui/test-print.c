/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-villages.h"
#include "ty-pages.h"
#include "ty-print.h"
#include "ty-test-office.h"
#include "ty-village-print.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The team of a village on paper, read back from the PDF. */

#define N_MANY 120

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = fixture->county = ty_test_office_new ();
  gint64 li = ty_test_office_add_person (county, "李一", "2", "1980-01", "123");
  gint64 wang = ty_test_office_add_person (county, "王二", "1", "1970-01", NULL);

  ty_test_office_add_post (county, li, county->plum, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, wang, county->plum, "D2", "2011-05", NULL);
  ty_test_office_add_study (county, li, "31", "graduated");
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2021-12-31"));
  fixture->path = g_build_filename (g_get_tmp_dir (), "touyan-print-test.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static char *
print (Fixture      *fixture,
       TyTableSheet *sheet)
{
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK SC 10");
  g_autoptr(GtkPrintOperation) operation = ty_print_operation_new (sheet, font);
  const char *argv[] = { "pdftotext", "-layout", fixture->path, "-", NULL };
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  int status;

  gtk_print_operation_set_export_filename (operation, fixture->path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + strlen (word), word))
    n++;
  return n;
}

static void
test_village (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyVillageFile) file = NULL;
  g_autofree char *text = NULL;

  ty_office_load_village_async (fixture->office, fixture->county->plum, NULL, ty_test_office_keep_result,
                                &result);
  file = ty_office_load_village_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  text = print (fixture, ty_village_print_build (file, fixture->office));
  g_assert_nonnull (strstr (text, file->name));
  g_assert_nonnull (strstr (text, "2021.12.31"));
  g_assert_nonnull (strstr (text, "李一"));
  g_assert_nonnull (strstr (text, "王二"));
  g_assert_nonnull (strstr (text, "2021.10"));
  g_assert_nonnull (strstr (text, "Female"));
  g_assert_nonnull (strstr (text, "Political"));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
}

/* On each page the headings, the foot and the body stand again, and no row is lost or cut. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const TySheetColumn columns[] = { { "Body", 1, FALSE }, { "Name", 1, FALSE }, { "Post", 1, FALSE } };
  TyTableSheet *sheet = ty_table_sheet_new ("The title", "Below it", "The foot", columns, 3);
  g_autofree char *text = NULL;
  guint n_pages;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("row%03u", i);
      const char *cells[] = { "支部", name, "党支部书记、村委会主任、村股份经济合作社理事长、网格员、调解委员会委员" };

      ty_table_sheet_add_row (sheet, cells);
    }
  text = print (fixture, sheet);
  n_pages = count (text, "The title");
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_cmpuint (count (text, "Below it"), ==, n_pages);
  g_assert_cmpuint (count (text, "The foot"), ==, n_pages);
  g_assert_cmpuint (count (text, "Post"), ==, n_pages);
  g_assert_cmpuint (count (text, "支部"), >=, n_pages);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("row%03u", i);

      g_assert_cmpuint (count (text, name), ==, 1);
    }
  g_assert_cmpuint (count (text, "…"), ==, 0);
}

/* A roster: groups of columns above them, groups of rows with a heading that stands again where they go on, and
 * a row that is higher than a page goes on, too. */
static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  const TySheetColumn columns[] = {
    { "Name", 8, FALSE, NULL, TRUE }, { "Level", 8, FALSE, "Full-time", TRUE },
    { "School", 10, FALSE, "Full-time", FALSE }, { "Note", 8, FALSE, NULL, FALSE },
  };
  TyTableSheet *sheet = ty_table_sheet_new ("The title", "The unit", "Signed", columns, G_N_ELEMENTS (columns));
  g_autoptr(GString) high = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n_pages;

  ty_table_sheet_set_grid (sheet, "The date", "Only these");
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (high, "word%03u ", i);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("row%03u", i);
      const char *cells[] = { name, i == 30 ? NULL : "大学", "农林大学计算机科学与技术专业", i == 30 ? high->str : "" };

      if (i % 60 == 0)
        ty_table_sheet_add_group (sheet, i == 0 ? "东山镇" : "西山镇");
      ty_table_sheet_add_row (sheet, cells);
    }
  text = print (fixture, sheet);
  n_pages = count (text, "The title");
  g_assert_cmpuint (n_pages, >, 4);
  g_assert_cmpuint (count (text, "The unit"), ==, n_pages);
  g_assert_cmpuint (count (text, "The date"), ==, n_pages);
  g_assert_cmpuint (count (text, "Only these"), ==, n_pages);
  g_assert_cmpuint (count (text, "Full-time"), ==, n_pages);
  g_assert_cmpuint (count (text, "东山镇") + count (text, "西山镇"), >=, n_pages);
  g_assert_cmpuint (count (text, "东山镇 (continued)"), >=, 1);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("row%03u", i);

      g_assert_cmpuint (count (text, name), ==, 1);
    }
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%03u", i);

      g_assert_cmpuint (count (text, word), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  g_test_add ("/print/village", Fixture, NULL, set_up, test_village, tear_down);
  g_test_add ("/print/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/print/roster", Fixture, NULL, set_up, test_roster, tear_down);
  return g_test_run ();
}
