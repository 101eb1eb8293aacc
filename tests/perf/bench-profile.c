/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-annual-result.h"
#include "ty-app-resources.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-person.h"
#include "ty-resume-entry.h"
#include "ty-row-edit.h"
#include "ty-sample.h"
#include "ty-table.h"
#include "ty-test-office.h"
#include "ty-window-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

/* How long the main thread works at a time while a profile is opened: of somebody of the sample, and of somebody
 * with 200 more rows, each entered by an action of its own. In processor time, so that other programs do not
 * count; a frame that comes late is one turn of the main loop that takes longer than a frame.
 *
 * usage: bench-profile [MOST], the most milliseconds of a turn; more of it is a failure. */

#define N_ROWS 200
#define N_OPENINGS 8

static GtkApplication *application;

static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
fill_row (TyRecord *row,
          guint     number)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  int year = 1980 + (int) number % 40;

  if (info == &ty_resume_entry_info)
    {
      ty_record_set_date (row, TY_RESUME_ENTRY_FROM_DATE, ty_date_new (year, 3, 0));
      ty_record_set_text (row, TY_RESUME_ENTRY_TEXT, "石泉镇后凤泉村党支部委员、村委会副主任，兼任驻村工作队队员");
    }
  else if (info == &ty_honour_info)
    {
      ty_record_set_date (row, TY_HONOUR_DATE, ty_date_new (year, 7, 0));
      ty_record_set_text (row, TY_HONOUR_TITLE, "全县优秀党务工作者");
      ty_record_set_text (row, TY_HONOUR_GRANTED_BY, "中共石城县委员会");
    }
  else if (info == &ty_family_member_info)
    {
      ty_record_set_text (row, TY_FAMILY_MEMBER_RELATION, "11");
      ty_record_set_text (row, TY_FAMILY_MEMBER_NAME, "欧阳瑾瑜");
      ty_record_set_text (row, TY_FAMILY_MEMBER_OCCUPATION, "石泉镇卫生院护士");
    }
  else
    {
      ty_record_set_text (row, TY_EDUCATION_MODE, "1");
      ty_record_set_text (row, TY_EDUCATION_LEVEL, "31");
      ty_record_set_text (row, TY_EDUCATION_SCHOOL, "石城广播电视大学行政管理专业");
      ty_record_set_date (row, TY_EDUCATION_UNTIL_DATE, ty_date_new (year, 7, 0));
    }
}

static void
add_rows (TyStore *store,
          gint64   person)
{
  const TyRecordInfo *const kinds[] = { &ty_resume_entry_info, &ty_honour_info, &ty_family_member_info,
                                        &ty_education_info };

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr(TyRecord) row = ty_record_new (kinds[i % G_N_ELEMENTS (kinds)]);
      g_autoptr(GError) error = NULL;

      ty_record_set_integer (row, 0, person);
      fill_row (row, i);
      if (!ty_row_edit_add (store, "tester", row, NULL, &error))
        g_error ("%s", error->message);
    }
}

/* Two people, of whom the first has the rows. */
static void
make_county (const char *path,
             gint64      people[2])
{
  const TySampleOptions options = { .n_villages = 12, .seed = 7 };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(TyStatement) statement = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (!ty_sample_create (path, &options, "tester", NULL, NULL))
    exit (1);
  store = ty_store_open (path, TY_STORE_READ_WRITE, NULL);
  statement = ty_table_select (ty_store_get_database (store), &ty_person_info, "ORDER BY id LIMIT 2", NULL);
  rows = ty_table_collect (statement, &ty_person_info, NULL);
  for (guint i = 0; i < 2; i++)
    people[i] = ty_record_get_integer (g_ptr_array_index (rows, i), TY_PERSON_ID);
  g_clear_pointer (&statement, ty_statement_free);
  add_rows (store, people[0]);
}

/* Runs the main loop until nothing happens any more; the most work of a turn, and all of it. */
static void
settle (TyWindow *window,
        double   *most,
        double   *all)
{
  guint quiet = 0;

  *most = *all = 0;
  while (quiet < 200)
    {
      double begun = get_work ();
      gboolean busy = g_main_context_iteration (NULL, FALSE);
      double took = get_work () - begun;

      *most = MAX (*most, took);
      *all += took;
      quiet = busy || !ty_window_is_settled (window) ? 0 : quiet + 1;
      g_usleep (500);
    }
}

static double
measure (TyWindow   *window,
         gint64      person,
         const char *name,
         gint64      other)
{
  double worst = 0, sum = 0, most, all;

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "overview");
      settle (window, &most, &all);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", other);
      settle (window, &most, &all);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", person);
      settle (window, &most, &all);
      worst = MAX (worst, most);
      sum += all;
    }
  g_print ("%-44s %9.1f ms at a time, %9.1f ms in all\n", name, worst, sum / N_OPENINGS);
  return worst;
}

int
main (int    argc,
      char **argv)
{
  double limit = argc > 1 ? g_ascii_strtod (argv[1], NULL) : G_MAXDOUBLE;
  g_autofree char *dir = g_dir_make_tmp ("touyan-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "county.touyan", NULL);
  TyWindow *window;
  gint64 people[2];
  double most, all;

  if (!gtk_init_check ())
    return 77;
  adw_init ();
  ty_test_office_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  application = g_object_new (GTK_TYPE_APPLICATION, "application-id", TY_APP_ID, "flags",
                              G_APPLICATION_NON_UNIQUE, NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  make_county (path, people);

  window = ty_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, path);
  settle (window, &most, &all);
  measure (window, people[1], "A profile of the sample", people[0]);
  most = measure (window, people[0], "A profile with 200 rows and actions more", people[1]);
  gtk_window_close (GTK_WINDOW (window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_remove (path);
  g_rmdir (dir);
  return most > limit ? 1 : 0;
}
