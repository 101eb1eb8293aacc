/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-names.h"
#include "ty-pinyin.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the dictionary of names costs where four million people have 200,000 names, and where each
 * has another. Prints medians and asserts nothing about them. */

#define N_PEOPLE 4000000
#define N_DISTINCT 200000
#define N_ROUNDS 15
#define N_SURNAMES 200
#define N_CHARACTERS 1200

typedef struct
{
  GString *text; /* names and their pinyin */
  GArray *starts;
} People;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
since (gint64 started)
{
  return (double) (g_get_monotonic_time () - started) / 1000;
}

static void
print_once (const char *what,
            double      time,
            const char *target)
{
  g_print ("%-44s %9.1f ms  %12s  %s\n", what, time, "", target);
}

/* The unified ideographs begin with characters that are all in use. */
static gunichar
draw_character (GRand *rand,
                gint   n)
{
  return 0x4E00 + 7 * (gunichar) MIN (g_rand_int_range (rand, 0, n), g_rand_int_range (rand, 0, n));
}

static People *
draw_people (guint n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20211231);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  People *people = g_new0 (People, 1);

  people->text = g_string_new (NULL);
  people->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (people->starts->len < n)
    {
      GString *name = g_string_new (NULL);
      g_autofree char *pinyin = NULL;
      gsize start = people->text->len;

      g_string_append_unichar (name, draw_character (rand, N_SURNAMES));
      g_string_append_unichar (name, draw_character (rand, N_CHARACTERS));
      if (n > N_DISTINCT || g_rand_int_range (rand, 0, 3) > 0)
        g_string_append_unichar (name, draw_character (rand, N_CHARACTERS));
      pinyin = ty_pinyin_for_name (name->str);
      if (!g_hash_table_contains (seen, name->str))
        {
          g_string_append_len (people->text, name->str, (gssize) name->len + 1);
          g_string_append_len (people->text, pinyin, (gssize) strlen (pinyin) + 1);
          g_array_append_val (people->starts, start);
        }
      g_hash_table_add (seen, g_string_free (name, FALSE));
    }
  return people;
}

static void
free_people (People *people)
{
  g_string_free (people->text, TRUE);
  g_array_unref (people->starts);
  g_free (people);
}

/* People in no order, as a file lists them: all names once, then some more often than others. */
static GString *
list_people (People *people,
             guint   n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20220101);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint person = (guint) (people->starts->len * pow (g_rand_double (rand), 3));
      const char *name = people->text->str
                         + g_array_index (people->starts, gsize, n > people->starts->len ? person : i);

      g_string_append_len (list, name, (gssize) strlen (name) + 1);
      name += strlen (name) + 1;
      g_string_append_len (list, name, (gssize) strlen (name) + 1);
    }
  return list;
}

static double
add_people (TyNames *names,
            People  *people,
            guint    n)
{
  GString *list = list_people (people, n);
  gint64 started = g_get_monotonic_time ();
  double time;

  for (const char *name = list->str; name < list->str + list->len;)
    {
      const char *pinyin = name + strlen (name) + 1;

      ty_names_add (names, name, pinyin);
      name = pinyin + strlen (pinyin) + 1;
    }
  time = since (started);
  g_string_free (list, TRUE);
  return time;
}

static void
bench_search (TyNames    *names,
              const char *what,
              const char *text,
              const char *target)
{
  double times[N_ROUNDS];
  guint n_found = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 started = g_get_monotonic_time ();
      g_autoptr(TyBitmap) found = ty_names_search (names, text);

      times[i] = since (started);
      n_found = ty_bitmap_count (found);
    }
  qsort (times, N_ROUNDS, sizeof *times, compare_doubles);
  g_print ("  %-42s %9.2f ms  %9.2f ms  %s  (%u found)\n", what, times[N_ROUNDS / 2],
           times[N_ROUNDS * 9 / 10], target, n_found);
}

static void
bench_searches (TyNames    *names,
                const char *target)
{
  bench_search (names, "Search 1 character", "万", target);
  bench_search (names, "Search 2 characters", "丕丣", target);
  bench_search (names, "Search 1 letter", "z", target);
  bench_search (names, "Search 3 letters", "zhu", target);
  bench_search (names, "Search initials", "zxm", target);
  bench_search (names, "Search a part of the pinyin", "ngxia", target);
  bench_search (names, "Search what is not there", "囧囧", target);
}

static void
bench_ranks (TyNames    *names,
             const char *what,
             GArray   *(*dup_ranks) (TyNames *names))
{
  gint64 started = g_get_monotonic_time ();
  g_autoptr(GArray) first = dup_ranks (names);
  double sorted = since (started);
  g_autoptr(GArray) second = NULL;

  print_once (what, sorted, "");
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("新%s%u", what, i);

      ty_names_add (names, name, NULL);
    }
  started = g_get_monotonic_time ();
  second = dup_ranks (names);
  print_once ("  and of 100 new names", since (started), "");
}

static void
bench (guint       n_distinct,
       const char *add_target,
       const char *search_target)
{
  g_autoptr(TyNames) names = ty_names_new ();
  People *people = draw_people (n_distinct);
  double distinct = add_people (names, people, n_distinct);

  g_print ("\n%u names, %.1f bytes each\n", n_distinct,
           (double) ty_names_get_size (names) / n_distinct);
  print_once ("Adding distinct names", distinct, "");
  if (n_distinct < N_PEOPLE)
    print_once ("Adding the names of 4,000,000 people", distinct + add_people (names, people, N_PEOPLE),
                add_target);
  bench_searches (names, search_target);
  bench_ranks (names, "Ranks by pinyin", ty_names_dup_pinyin_ranks);
  bench_ranks (names, "Ranks by strokes", ty_names_dup_stroke_ranks);
  free_people (people);
}

int
main (int   argc,
      char *argv[])
{
  g_print ("%-44s %12s  %12s  %s\n", "", "median", "9 in 10", "target");
  bench (N_DISTINCT, "< 800 ms", "< 3 ms");
  bench (N_PEOPLE, "", "< 20 ms");
  return 0;
}
