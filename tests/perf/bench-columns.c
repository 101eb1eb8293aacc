/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-column-table.h"
#include "ty-columns.h"
#include "ty-figures.h"
#include "ty-finder.h"
#include "ty-grouping.h"
#include "ty-parallel.h"
#include "ty-person.h"
#include "ty-read-view.h"
#include "ty-store.h"
#include "ty-table.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What the columns of a large file cost, beside the same question asked of SQL. Prints medians and
 * asserts nothing about them, but that both say the same.
 *
 * usage: bench-columns FILE.touyan [WHAT]
 *
 * With WHAT it asks only what has these words in its line, and often: for a profiler. */

#define N_ROUNDS 9
#define N_ROUNDS_ALONE 200
#define SECONDS_ALONE 10
#define MAX_DATABASES 4

typedef struct
{
  TyStore *stores[MAX_DATABASES];
  TyDatabase *databases[MAX_DATABASES];
  guint n;
  TyColumns *columns;
  TyView *view;
  TyNameIndex *names;
  TyOrder *order;
  TyDate as_of;
  const char *only; /* (nullable) */
} Bench;

typedef void (*BenchFunc) (Bench    *bench,
                           gpointer  data);

static double
since (gint64 started)
{
  return (double) (g_get_monotonic_time () - started) / 1000;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* What all threads of the process have worked, in milliseconds: on a busy machine it says more than
 * the clock on the wall. */
static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
get_median (double *times,
            guint   n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  return times[n / 2];
}

static void
print_row (const char *what,
           double     *times,
           double     *work,
           guint       n)
{
  double median = get_median (times, n);

  g_print ("%-50s %9.2f ms %9.2f ms %9.2f ms", what, times[0], median, times[n - 1]);
  if (work != NULL)
    g_print (" %9.2f ms", get_median (work, n));
  g_print ("\n");
}

/* Returns the median. */
static double
measure (Bench      *bench,
         const char *what,
         guint       n_rounds,
         BenchFunc   func,
         gpointer    data)
{
  double times[N_ROUNDS_ALONE], work[N_ROUNDS_ALONE];
  gint64 begun = g_get_monotonic_time ();

  if (bench->only != NULL && strstr (what, bench->only) != NULL)
    n_rounds = N_ROUNDS_ALONE;
  else if (bench->only != NULL)
    n_rounds = 1;
  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 started = g_get_monotonic_time ();
      double before = get_work ();

      func (bench, data);
      times[i] = since (started);
      work[i] = get_work () - before;
      if (since (begun) > SECONDS_ALONE * 1000 && i >= N_ROUNDS)
        n_rounds = i + 1;
    }
  print_row (what, times, work, n_rounds);
  return get_median (times, n_rounds);
}

/* How many times as long another way takes for the same. */
static void
print_ratio (Bench      *bench,
             const char *what,
             double      other,
             double      ours)
{
  if (bench->only == NULL && ours > 0)
    g_print ("%-50s %10.1f times as long\n", what, other / ours);
}

/* Memory of the process in MB, as the kernel counts it. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  long pages = 0, resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL)
      || sscanf (text, "%ld %ld", &pages, &resident) != 2)
    return 0;

  return (double) resident * 4096 / 1e6;
}

static void
open_file (Bench      *bench,
           const char *path)
{
  g_autoptr(GError) error = NULL;

  bench->n = MIN (ty_parallel_get_n_threads (), MAX_DATABASES);
  for (guint i = 0; i < bench->n; i++)
    {
      bench->stores[i] = ty_store_open (path, i == 0 ? TY_STORE_READ_WRITE : TY_STORE_READER, &error);
      g_assert_no_error (error);
      bench->databases[i] = ty_store_get_database (bench->stores[i]);
    }
}

static void
load (Bench    *bench,
      gpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&bench->columns, ty_columns_unref);
  bench->columns = ty_columns_load (bench->databases, bench->n, NULL, &error);
  g_assert_no_error (error);
}

static void
close_file (Bench *bench)
{
  for (guint i = bench->n; i > 0; i--)
    {
      ty_store_close (bench->stores[i - 1], NULL);
      g_clear_object (&bench->stores[i - 1]);
    }
}

/* As in the program, those who loaded have gone when the columns are asked: SQLite keeps pages of
 * the file for each connection. */
static void
bench_load (Bench      *bench,
            const char *path)
{
  double before;

  close_file (bench);
  malloc_trim (0);
  before = get_memory ();
  open_file (bench, path);
  measure (bench, "Columns loaded", 3, load, NULL);
  close_file (bench);
  malloc_trim (0);
  g_print ("%-50s %10.1f MB\n", "  memory of the process with them, less that before",
           get_memory () - before);
  g_print ("%-50s %10.1f MB\n", "  the chunks themselves", (double) ty_columns_get_size (bench->columns) / 1e6);
  g_print ("%-50s %10u\n", "  people", ty_columns_get_n_people (bench->columns));
  open_file (bench, path);
}

static void
make_view (Bench    *bench,
           gpointer  data)
{
  g_clear_pointer (&bench->view, ty_view_unref);
  bench->view = ty_view_new (bench->columns, bench->as_of, 0, 0, NULL);
}

static void
make_figures (Bench    *bench,
              gpointer  data)
{
  g_autoptr(TyView) view = ty_view_new (bench->columns, bench->as_of, 0, 0, NULL);
  g_autoptr(TyFigures) figures = ty_figures_new (view, 0);

  g_assert_cmpuint (figures->secretaries.count, >, 0);
}

static void
make_two_figures (Bench    *bench,
                  gpointer  data)
{
  g_autoptr(TyView) view = ty_view_new (bench->columns, bench->as_of, 0, 0, NULL);
  g_autoptr(TyView) before = ty_view_new (bench->columns, ty_date_new (2021, 9, 30), 0, 0, NULL);
  g_autoptr(TyFigures) figures = ty_figures_new (view, 0);
  g_autoptr(TyFigures) old = ty_figures_new (before, 0);

  g_assert_cmpuint (figures->secretaries.count, >=, old->secretaries.count);
}

static void
group_in (Bench      *bench,
          TyView     *view,
          const char *dimension)
{
  static const char *const words[] = { "count",     "average_age", "age_le_35",
                                       "age_le_45", "age_le_50",   "college_and_above",
                                       "female",    "dual_role",   "fulltime_bachelor_and_above" };
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_IN_OFFICE);
  TyGroupingSpec spec = { .population = population, .n_dimensions = 1 };
  g_autoptr(TyGrouping) grouping = NULL;

  spec.dimensions[0] = ty_dimension_find (dimension);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    spec.measures[spec.n_measures++] = ty_measure_find (words[i]);
  grouping = ty_grouping_new (&spec, view, NULL);
  g_assert_cmpuint (ty_grouping_get_total (grouping, 0).sum, >, 0);
}

static void
group (Bench    *bench,
       gpointer  data)
{
  g_autoptr(TyView) view = ty_view_new (bench->columns, bench->as_of, 0, 0, NULL);

  group_in (bench, view, data);
}

static void
group_scanned (Bench    *bench,
               gpointer  data)
{
  group_in (bench, bench->view, data);
}

static void
ask_sql (Bench    *bench,
         gpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (bench->databases[0], data, &error);

  g_assert_no_error (error);
  if (bench->only != NULL && strcmp (bench->only, "SQL") != 0)
    return;
  while (ty_statement_step (statement, &error) == TY_STEP_ROW)
    ;
  g_assert_no_error (error);
}

#define SQL_FIGURES \
  "SELECT count(*), avg (2026 - substr (p.birth, 1, 4)), " \
  "sum (p.birth > '1990-06'), sum (p.birth > '1980-06'), sum (p.birth > '1975-06'), " \
  "sum (p.sex = '2'), " \
  "sum (EXISTS (SELECT 1 FROM education e WHERE e.person = p.id AND e.level < '35' " \
  "AND e.outcome = 'graduated' AND (e.until_date IS NULL OR e.until_date <= '2026-06-30'))) " \
  "FROM person p WHERE EXISTS (SELECT 1 FROM appointment a WHERE a.person = p.id " \
  "AND a.post IN ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'C1', 'C2', 'C3', 'J1', 'J2', 'J3') " \
  "AND (a.from_date IS NULL OR a.from_date <= '2026-06-30') " \
  "AND (a.until_date IS NULL OR a.until_date > '2026-06-30'))"

#define SQL_GROUPS \
  "SELECT s.parent, count (DISTINCT p.id), sum (p.birth > '1990-06'), sum (p.birth > '1980-06'), " \
  "sum (p.sex = '2') FROM appointment a JOIN person p ON p.id = a.person " \
  "JOIN unit_state s ON s.unit = a.unit WHERE (a.from_date IS NULL OR a.from_date <= '2026-06-30') " \
  "AND (a.until_date IS NULL OR a.until_date > '2026-06-30') GROUP BY s.parent"

static gboolean
edit_person (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  gint64 *person = data;
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (store), &ty_person_info, *person,
                                             error);
  const char *birth;

  if (record == NULL)
    return FALSE;
  birth = ty_record_get_text (record, TY_PERSON_BIRTH);
  ty_record_set_text (record, TY_PERSON_BIRTH, g_strcmp0 (birth, "1980-01") == 0 ? "1981-01"
                                                                                 : "1980-01");
  return ty_table_update (ty_store_get_database (store), record, error);
}

static void
bench_edit (Bench *bench)
{
  double commits[N_ROUNDS * 3], columns[N_ROUNDS * 3], views[N_ROUNDS * 3];
  guint n_people = ty_columns_get_n_people (bench->columns);
  const guint n = G_N_ELEMENTS (commits);

  for (guint i = 0; i < n; i++)
    {
      guint chunk = (guint) ((guint64) ty_columns_get_n_chunks (bench->columns) * i / n);
      gint64 person = ty_columns_get_person (bench->columns, (chunk << TY_CHUNK_SHIFT) | (i * 37));
      TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
      g_autoptr(GError) error = NULL;
      gint64 started = g_get_monotonic_time ();
      TyColumns *next;
      TyView *view;

      ty_store_run (bench->stores[0], &spec, edit_person, &person, &error);
      g_assert_no_error (error);
      commits[i] = since (started);
      started = g_get_monotonic_time ();
      next = ty_columns_refresh (bench->columns, bench->databases[0], &error);
      g_assert_no_error (error);
      columns[i] = since (started);
      started = g_get_monotonic_time ();
      view = ty_view_new (next, bench->as_of, 0, 0, bench->view);
      views[i] = since (started);
      ty_view_unref (bench->view);
      bench->view = view;
      ty_columns_unref (bench->columns);
      bench->columns = next;
    }
  g_assert_cmpuint (ty_columns_get_n_people (bench->columns), ==, n_people);
  print_row ("An edit committed", commits, NULL, n);
  print_row ("  seen in the columns after its commit", columns, NULL, n);
  print_row ("  and in the facts of a date", views, NULL, n);
}

static void
load_names (Bench    *bench,
            gpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&bench->names, ty_name_index_unref);
  bench->names = ty_name_index_load (bench->columns, bench->databases[0], NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
make_order (Bench    *bench,
            gpointer  data)
{
  g_clear_pointer (&bench->order, ty_order_unref);
  bench->order = ty_order_new (bench->view, bench->names);
}

static TyBitmap *
mark_all (Bench *bench)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_IN_OFFICE);

  return ty_population_mark (population, bench->view, NULL);
}

static void
sort (Bench    *bench,
      gpointer  data)
{
  const TySortKey *keys = data;
  g_autoptr(TyBitmap) rows = mark_all (bench);
  g_autoptr(GArray) sorted = ty_order_sort (bench->order, rows, keys, keys[1].sort != 0 ? 2 : 1);

  g_assert_cmpuint (sorted->len, >, 0);
}

static void
filter (Bench    *bench,
        gpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) population = ty_population_from_json (data, &error);
  g_autoptr(TyPopulation) resolved = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(GArray) sorted = NULL;

  g_assert_no_error (error);
  resolved = ty_population_resolve (population, bench->view, bench->databases[0], &error);
  g_assert_no_error (error);
  rows = ty_population_mark (resolved, bench->view, NULL);
  sorted = ty_order_sort (bench->order, rows, NULL, 0);
  g_assert_cmpuint (sorted->len, >, 0);
}

static void
find (Bench    *bench,
      gpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyBitmap) found = ty_finder_find (bench->order, bench->databases[0], data, &error);
  g_autoptr(TyBitmap) rows = mark_all (bench);
  g_autoptr(GArray) sorted = NULL;

  g_assert_no_error (error);
  ty_bitmap_and (rows, found);
  sorted = ty_order_sort (bench->order, rows, NULL, 0);
}

static void
find_names (Bench    *bench,
            gpointer  data)
{
  g_autoptr(TyBitmap) found = ty_names_search (ty_name_index_get_names (bench->names), data);
}

static void
count_facets (Bench    *bench,
              gpointer  data)
{
  static const char *const words[] = { "sex", "age_band", "education", "political", "post" };
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_IN_OFFICE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      TyGroupingSpec spec = { .population = population, .held = TRUE, .n_dimensions = 1, .n_measures = 1 };
      g_autoptr(TyGrouping) grouping = NULL;

      spec.dimensions[0] = ty_dimension_find (words[i]);
      spec.measures[0] = ty_measure_find ("count");
      grouping = ty_grouping_new (&spec, bench->view, NULL);
    }
}

#define TEST(field, how, values) "{\"test\": \"" field "\", \"how\": \"" how "\", \"values\": [" values "]}"
#define FIVE \
  "{\"all\": [{\"who\": \"in_office\"}, " TEST ("age", "between", "\"30\", \"50\"") ", {\"any\": [" \
  TEST ("education", "is", "\"1\", \"2\", \"3\"") ", " TEST ("party_years", "at_least", "\"5\"") "]}, " \
  TEST ("tenure", "at_least", "\"1\"") ", {\"not\": " TEST ("sex", "is", "\"2\"") "}]}"
#define FIVE_WITH_RECORDS \
  "{\"all\": [{\"who\": \"in_office\"}, " TEST ("age", "between", "\"30\", \"50\"") ", " \
  TEST ("tenure", "at_least", "\"1\"") ", {\"not\": " TEST ("sex", "is", "\"2\"") "}, {\"any\": [" \
  TEST ("name", "contains", "\"明\"") ", " TEST ("missing", "is", "\"phone\"") "]}]}"

static void
bench_roster (Bench *bench)
{
  static const TySortKey by_birth[] = { { TY_SORT_BIRTH, TRUE }, { 0 } };
  static const TySortKey by_name[] = { { TY_SORT_NAME, FALSE }, { 0 } };
  static const TySortKey by_strokes[] = { { TY_SORT_STROKES, FALSE }, { 0 } };
  static const TySortKey by_two[] = { { TY_SORT_SEX, TRUE }, { TY_SORT_EDUCATION, FALSE } };

  measure (bench, "Names loaded (once, behind the columns)", 1, load_names, NULL);
  measure (bench, "Official order of everybody (once for a date)", 3, make_order, NULL);
  measure (bench, "Roster sorted by birth", N_ROUNDS, sort, (gpointer) by_birth);
  measure (bench, "Roster sorted by pinyin", N_ROUNDS, sort, (gpointer) by_name);
  measure (bench, "Roster sorted by strokes", N_ROUNDS, sort, (gpointer) by_strokes);
  measure (bench, "Roster sorted by sex and education", N_ROUNDS, sort, (gpointer) by_two);
  measure (bench, "Filter: women in the party, 45 and under", N_ROUNDS, filter,
           (gpointer) "{\"all\": [{\"who\": \"in_office\"}, {\"is\": \"female\"}, {\"is\": \"party\"}, "
                      "{\"is\": \"age_le_45\"}]}");
  measure (bench, "Filter of five conditions, years and values", N_ROUNDS, filter, (gpointer) FIVE);
  /* Records are read once, by the first round. */
  measure (bench, "Filter of five conditions, two of records", N_ROUNDS, filter,
           (gpointer) FIVE_WITH_RECORDS);
  measure (bench, "Facets with counts: five dimensions", N_ROUNDS, count_facets, NULL);
  measure (bench, "Names found: 明", N_ROUNDS, find_names, (gpointer) "明");
  measure (bench, "Names found: zxm", N_ROUNDS, find_names, (gpointer) "zxm");
  measure (bench, "Found and listed: 王", N_ROUNDS, find, (gpointer) "王");
  measure (bench, "Found and listed: 张晓明", N_ROUNDS, find, (gpointer) "张晓明");
  measure (bench, "Found and listed: zxm", N_ROUNDS, find, (gpointer) "zxm");
  measure (bench, "Found and listed: 上河村", N_ROUNDS, find, (gpointer) "上河村");
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .as_of = { 2026, 6, 30 } };
  double figures, groups, scanned, sql;

  setlocale (LC_ALL, "");
  if (argc != 2 && argc != 3)
    {
      g_printerr ("usage: bench-columns FILE.touyan [WHAT]\n");
      return 2;
    }

  bench.only = argv[2];
  open_file (&bench, argv[1]);
  g_print ("%-50s %12s %12s %12s %12s\n", "", "best", "median", "worst", "all threads");
  bench_load (&bench, argv[1]);
  measure (&bench, "A date scanned: facts of everybody", N_ROUNDS, make_view, NULL);
  figures = measure (&bench, "All figures of a date: secretaries, members", N_ROUNDS, make_figures, NULL);
  measure (&bench, "All figures of two dates", N_ROUNDS, make_two_figures, NULL);
  groups = measure (&bench, "In office by township, nine measures", N_ROUNDS, group, (gpointer) "township");
  scanned = measure (&bench, "  where the date was scanned before", N_ROUNDS, group_scanned, (gpointer) "township");
  measure (&bench, "In office by age band, nine measures", N_ROUNDS, group, (gpointer) "age_band");
  measure (&bench, "  where the date was scanned before", N_ROUNDS, group_scanned, (gpointer) "age_band");
  print_ratio (&bench, "  SQL beside all figures of a date",
               measure (&bench, "SQL: figures of the members", 1, ask_sql, (gpointer) SQL_FIGURES), figures);
  sql = measure (&bench, "SQL: by township, four measures", 1, ask_sql, (gpointer) SQL_GROUPS);
  print_ratio (&bench, "  SQL beside ours of a new date", sql, groups);
  print_ratio (&bench, "  SQL beside ours where the date was scanned before", sql, scanned);
  bench_edit (&bench);
  bench_roster (&bench);
  g_print ("%-50s %10.1f MB\n", "Memory of the process at the end", get_memory ());
  return 0;
}
