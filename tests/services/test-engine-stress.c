/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-finder.h"
#include "ty-office-figures.h"
#include "ty-office-private.h"
#include "ty-office-roster.h"
#include "ty-population.h"
#include "ty-test-office.h"

/* One writes while others list and count: every answer is of one state of the file. */

#define N_PEOPLE 500
#define DAY ty_date_new (2021, 12, 31)

/**
 * Answer:
 * @women: by the columns
 * @listed: how many are in the list of women
 * @named: how many a search finds by the name that every edit gives or takes
 * @rows: women by the rows of the file
 * @named_rows: by their names in the file
 *
 * What one job is told in several ways.
 */
typedef struct
{
  guint women;
  guint listed;
  guint named;
  gint64 rows;
  gint64 named_rows;
} Answer;

typedef struct
{
  TyOffice *office;
  GArray *people;       /* keys */
  guint n_edits;        /* still to be made */
  guint n_made;
  guint n_reading;      /* jobs that are not answered yet */
  guint n_answers;
} Stress;

static gpointer
ask (TyOfficeThread  *thread,
     gpointer         data,
     GCancellable    *cancellable,
     GError         **error)
{
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyOrder) order = ty_engine_get_order (engine, database, DAY, 0, error);
  g_autoptr(TyPopulation) women = ty_population_new_simple (TY_WHO_IN_OFFICE, TY_CONDITION_FEMALE);
  g_autoptr(TyBitmap) found = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(GArray) sorted = NULL;
  g_autofree Answer *answer = g_new0 (Answer, 1);

  g_assert_nonnull (order);
  answer->women = ty_population_count (women, ty_order_get_view (order), ty_engine_get_views (engine));
  rows = ty_population_mark (women, ty_order_get_view (order), ty_engine_get_views (engine));
  sorted = ty_order_sort (order, rows, NULL, 0);
  answer->listed = sorted->len;
  found = ty_finder_find (order, database, "改名", error);
  g_assert_nonnull (found);
  answer->named = ty_bitmap_count (found);
  g_assert_true (ty_database_get_integer (database, "SELECT count (*) FROM person WHERE sex = '2'",
                                          &answer->rows, error));
  g_assert_true (ty_database_get_integer (database,
                                          "SELECT count (*) FROM person WHERE name LIKE '改名%'",
                                          &answer->named_rows, error));
  return g_steal_pointer (&answer);
}

static void read_on (Stress *stress);

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Stress *stress = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answer->women, ==, answer->listed);
  g_assert_cmpint (answer->rows, ==, answer->women);
  g_assert_cmpint (answer->named_rows, ==, answer->named);
  /* Each edit gives the name and makes a woman, or takes both. */
  g_assert_cmpuint (answer->women, ==, answer->named);
  stress->n_answers++;
  stress->n_reading--;
  read_on (stress);
}

/* The figures of now and of before are of one state too: nobody’s term changed. */
static void
overview_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Stress *stress = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyOverview) overview = ty_office_load_overview_finish (TY_OFFICE (source), result,
                                                                   &error);

  g_assert_no_error (error);
  g_assert_nonnull (overview->before);
  g_assert_cmpuint (overview->now->members.female, ==, overview->before->members.female);
  stress->n_answers++;
  stress->n_reading--;
  read_on (stress);
}

static void
facets_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Stress *stress = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) facets = ty_office_count_facets_finish (TY_OFFICE (source), result, &error);
  guint sums[2] = { 0, 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const TyFacet *facet = g_ptr_array_index (facets, i);

      for (guint j = 0; facet->keys[j] != NULL; j++)
        sums[i] += facet->counts[j];
    }
  /* Of the women: by age, and by township. */
  g_assert_cmpuint (sums[0], ==, sums[1]);
  stress->n_answers++;
  stress->n_reading--;
  read_on (stress);
}

static void
read_one (Stress *stress,
          guint   kind)
{
  const TyDimension *dimensions[] = { ty_dimension_find ("age_band"), ty_dimension_find ("township") };
  const TyRosterQuery women = { .who = TY_WHO_IN_OFFICE, .condition = TY_CONDITION_FEMALE };
  g_autoptr(GTask) task = NULL;

  stress->n_reading++;
  switch (kind)
    {
    case 0:
      ty_office_load_overview_async (stress->office, NULL, overview_cb, stress);
      break;
    case 1:
      ty_office_count_facets_async (stress->office, &women, dimensions, 2, NULL, facets_cb, stress);
      break;
    default:
      task = g_task_new (stress->office, NULL, answered_cb, stress);
      ty_office_read (stress->office, task, ask, NULL, NULL, g_free);
    }
}

static void
read_on (Stress *stress)
{
  while (stress->n_edits > 0 && stress->n_reading < 4)
    read_one (stress, (stress->n_answers + stress->n_reading) % 4);
}

static void edit_on (Stress *stress);

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Stress *stress = user_data;
  g_autoptr(GError) error = NULL;

  ty_office_save_person_finish (TY_OFFICE (source), result, &error);
  g_assert_no_error (error);
  stress->n_edits--;
  stress->n_made++;
  edit_on (stress);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Stress *stress = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = ty_office_load_person_finish (TY_OFFICE (source), result, &error);
  TyRecord *person = TY_RECORD (file->person);
  gboolean woman = g_strcmp0 (ty_record_get_text (person, TY_PERSON_SEX), "2") == 0;

  g_assert_no_error (error);
  ty_record_set_text (person, TY_PERSON_SEX, woman ? "1" : "2");
  ty_record_set_text (person, TY_PERSON_NAME, woman ? "张三" : "改名");
  ty_record_set_text (person, TY_PERSON_PINYIN, NULL);
  ty_office_save_person_async (stress->office, file->person, NULL, saved_cb, stress);
}

static void
edit_on (Stress *stress)
{
  guint which = (guint) g_test_rand_int_range (0, (gint32) stress->people->len);

  if (stress->n_edits > 0)
    ty_office_load_person_async (stress->office, g_array_index (stress->people, gint64, which), NULL,
                                 loaded_cb, stress);
}

static GArray *
list_everybody (TyOffice *office)
{
  const TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_list_roster_async (office, &query, NULL, ty_test_office_keep_result, &result);
  return ty_office_list_roster_finish (office, ty_test_office_await (&result), NULL);
}

static void
test_stress (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = NULL;
  Stress stress = { .n_edits = g_getenv ("TY_SOAK") != NULL ? 5000 : 200 };

  ty_test_office_add_term (county, 2021, "2021-12-01");
  for (guint i = 0; i < 20; i++)
    {
      gint64 person = ty_test_office_add_person (county, "张", NULL, "1980-02", NULL);

      ty_test_office_add_post (county, person, county->pine, "D1", "2017-12", NULL);
    }
  ty_test_office_add_crowd (county, N_PEOPLE);
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, DAY);
  stress.office = office;
  stress.people = list_everybody (office);
  g_assert_cmpuint (stress.people->len, ==, N_PEOPLE + 20);

  edit_on (&stress);
  read_on (&stress);
  while (stress.n_edits > 0 || stress.n_reading > 0)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%u edits, %u answers", stress.n_made, stress.n_answers);
  g_assert_cmpuint (stress.n_answers, >, stress.n_made / 10);
  g_array_unref (stress.people);
  ty_test_office_close (office);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine-stress/edits-and-answers", test_stress);
  return g_test_run ();
}
