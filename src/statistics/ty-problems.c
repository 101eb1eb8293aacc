/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems"

#include "config.h"

#include "ty-problems.h"

#include "ty-person.h"
#include "ty-post-name.h"
#include "ty-table.h"
#include "ty-unit-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TyColumns *columns;
  TyUnits *units;
  TyDatabase *database;
  gint32 today;
  guint32 *spans;      /* (owned): numbers of spans by unit, the one that begins first in front */
  guint32 *first;      /* (owned): by number of the unit: where they begin; one more */
  GPtrArray *problems;
} Search;

static void
problem_free (gpointer data)
{
  TyProblem *problem = data;

  g_free (problem->text);
  g_free (problem);
}

/**
 * ty_problem_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_problem_kind_to_string (TyProblemKind kind)
{
  static const char *const words[TY_N_PROBLEM_KINDS] = { "circle", "states", "unit-period", "birth",
                                                         "period", "twice", "outside" };

  return words[kind];
}

static void
add (Search        *search,
     TyProblemKind  kind,
     gint64         person,
     guint32        unit,
     char          *text)
{
  TyProblem *problem = g_new0 (TyProblem, 1);

  problem->kind = kind;
  problem->person = person;
  problem->unit = unit != TY_UNIT_NONE ? ty_units_get_id (search->units, unit) : 0;
  problem->text = text;
  g_ptr_array_add (search->problems, problem);
}

static const TyUnitSpan *
get_span (Search *search,
          guint   place)
{
  return ty_units_get_span (search->units, search->spans[place]);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      units)
{
  const TyUnitSpan *first = ty_units_get_span (units, *(const guint32 *) a);
  const TyUnitSpan *second = ty_units_get_span (units, *(const guint32 *) b);

  if (first->unit != second->unit)
    return first->unit < second->unit ? -1 : 1;
  return (first->from > second->from) - (first->from < second->from);
}

static void
index_spans (Search *search)
{
  guint n = ty_units_get_n (search->units);
  guint n_spans = ty_units_get_n_spans (search->units);

  search->spans = g_new (guint32, n_spans + 1);
  search->first = g_new0 (guint32, n + 2);
  for (guint i = 0; i < n_spans; i++)
    {
      search->spans[i] = i;
      search->first[ty_units_get_span (search->units, i)->unit + 1]++;
    }
  for (guint i = 0; i < n; i++)
    search->first[i + 1] += search->first[i];
  g_qsort_with_data (search->spans, (int) n_spans, sizeof *search->spans, compare_spans, search->units);
}

/* What the unit was called last; where it never was anything, its number. */
static char *
dup_unit_name (Search  *search,
               guint32  unit)
{
  if (unit == TY_UNIT_NONE)
    return g_strdup ("?");
  if (search->first[unit] == search->first[unit + 1])
    return g_strdup_printf ("%" G_GINT64_FORMAT, ty_units_get_id (search->units, unit));

  return g_strdup (get_span (search, search->first[unit + 1] - 1)->name);
}

static gboolean
overlap (gint32 from,
         gint32 until,
         gint32 other_from,
         gint32 other_until)
{
  return from < other_until && other_from < until && from < until && other_from < other_until;
}

static void
check_states (Search  *search,
              guint32  unit)
{
  g_autofree char *name = dup_unit_name (search, unit);
  gboolean twice = FALSE;

  for (guint i = search->first[unit]; i < search->first[unit + 1]; i++)
    {
      const TyUnitSpan *span = get_span (search, i);

      if (span->until < span->from)
        add (search, TY_PROBLEM_UNIT_PERIOD, 0, unit,
             g_strdup_printf (_("The time for which “%s” was what it was ends before it begins, so that "
                                "it counts on no date. Correct its dates."), span->name));
      for (guint j = search->first[unit]; j < i && !twice; j++)
        twice = overlap (span->from, span->until, get_span (search, j)->from, get_span (search, j)->until);
    }
  if (twice)
    add (search, TY_PROBLEM_STATES, 0, unit,
         g_strdup_printf (_("“%s” is two things at the same time. Let the earlier one end on the day on "
                            "which the later one begins; until then the later one counts."), name));
}

/* Units from which, over all dates together, one can go up for ever: nobody goes round on a date who
 * does not so. The others are taken away from below. */
static GArray *
list_suspects (Search *search)
{
  guint n = ty_units_get_n (search->units);
  g_autofree guint32 *n_below = g_new0 (guint32, n + 1);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *suspects = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < ty_units_get_n_spans (search->units); i++)
    if (ty_units_get_span (search->units, i)->parent != TY_UNIT_NONE)
      n_below[ty_units_get_span (search->units, i)->parent]++;
  for (guint32 unit = 0; unit < n; unit++)
    if (n_below[unit] == 0)
      g_array_append_val (queue, unit);
  for (guint next = 0; next < queue->len; next++)
    {
      guint32 unit = g_array_index (queue, guint32, next);

      for (guint i = search->first[unit]; i < search->first[unit + 1]; i++)
        {
          guint32 parent = get_span (search, i)->parent;

          if (parent != TY_UNIT_NONE && --n_below[parent] == 0)
            g_array_append_val (queue, parent);
        }
    }
  for (guint32 unit = 0; unit < n; unit++)
    if (n_below[unit] > 0)
      g_array_append_val (suspects, unit);
  return suspects;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint32 first = *(const gint32 *) a;
  gint32 second = *(const gint32 *) b;

  return (first > second) - (first < second);
}

/* A circle closes on a day on which something of a suspect begins. */
static GArray *
list_days (Search *search)
{
  g_autoptr(GArray) suspects = list_suspects (search);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < suspects->len; i++)
    {
      guint32 unit = g_array_index (suspects, guint32, i);

      for (guint j = search->first[unit]; j < search->first[unit + 1]; j++)
        g_array_append_val (days, get_span (search, j)->from);
    }
  g_array_sort (days, compare_days);
  return days;
}

static void
check_circles (Search *search)
{
  g_autoptr(GArray) days = list_days (search);
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      gint32 day = g_array_index (days, gint32, i);
      g_autoptr(TyUnitTree) tree = NULL;
      GArray *loops;

      if (i > 0 && g_array_index (days, gint32, i - 1) == day)
        continue;
      tree = ty_unit_tree_new (search->units, day);
      loops = ty_unit_tree_list_loops (tree);
      for (guint j = 0; j < loops->len; j++)
        {
          guint32 unit = g_array_index (loops, guint32, j);

          if (g_hash_table_add (told, GUINT_TO_POINTER (unit)))
            add (search, TY_PROBLEM_CIRCLE, 0, unit,
                 g_strdup_printf (_("“%s” stands below a unit that stands below it itself. Choose again to "
                                    "which unit it belongs; until then it stands at the top."),
                                  ty_unit_tree_get_span (tree, unit)->name));
        }
    }
}

static void
check_units (Search *search)
{
  check_circles (search);
  for (guint32 unit = 0; unit < ty_units_get_n (search->units); unit++)
    check_states (search, unit);
}

/* Whether the unit existed all the time. Where no beginning is known, it began with the unit. */
static gboolean
is_covered (Search  *search,
            guint32  unit,
            gint32   from,
            gint32   until)
{
  gint32 reached = from;

  if (unit == TY_UNIT_NONE || search->first[unit] == search->first[unit + 1])
    return FALSE;
  if (from == TY_DAY_FIRST)
    reached = get_span (search, search->first[unit])->from;
  for (guint i = search->first[unit]; i < search->first[unit + 1] && reached < until; i++)
    {
      const TyUnitSpan *span = get_span (search, i);

      if (span->from > reached)
        return FALSE;
      reached = MAX (reached, span->until);
    }
  return reached >= until;
}

/* Somebody with all that is looked at. */
typedef struct
{
  const TyChunk *chunk;
  guint index;
  gint64 id;
  TyRecord *record;   /* (owned) (nullable): read when there is something to say */
} Human;

static const char *
get_name (Search   *search,
          Human    *human,
          GError  **error)
{
  if (human->record == NULL)
    human->record = ty_table_get (search->database, &ty_person_info, human->id, error);

  return human->record != NULL ? ty_record_get_text (human->record, TY_PERSON_NAME) : NULL;
}

static gboolean
check_birth (Search  *search,
             Human   *human,
             GError **error)
{
  const char *name;
  g_autofree char *date = NULL;

  if (TY_CHUNK_PEOPLE_FIELD (human->chunk, gint32, TY_PEOPLE_BIRTH)[human->index] <= search->today)
    return TRUE;
  name = get_name (search, human, error);
  if (name == NULL)
    return FALSE;

  date = ty_date_to_record (ty_record_get_date (human->record, TY_PERSON_BIRTH));
  add (search, TY_PROBLEM_BIRTH, human->id, TY_UNIT_NONE,
       /* Translators: a name and a date */
       g_strdup_printf (_("The date of birth of %s, %s, is still to come, so that no age is known. Correct "
                          "it."), name, date));
  return TRUE;
}

static const char *
get_post (Search *search,
          Human  *human,
          guint   holding)
{
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint16, TY_HOLDINGS_POST)[holding];

  return ty_codebook_get (ty_columns_get_book (search->columns, TY_BOOK_POST), post);
}

static gboolean
is_post (Search *search,
         Human  *human,
         guint   holding)
{
  return *get_post (search, human, holding) != '\t';
}

/* A holding ends before it begins. */
static char *
dup_period_text (Search     *search,
                 Human      *human,
                 guint       holding,
                 const char *name,
                 const char *unit)
{
  const char *key = get_post (search, human, holding);
  g_autofree char *post = NULL;

  if (strcmp (key, TY_POST_RESERVE) == 0)
    return g_strdup_printf (_("The time for which %s was a reserve of %s ends before it begins, so that it "
                              "counts on no date. Correct its dates."), name, unit);
  if (strcmp (key, TY_POST_MENTOR) == 0)
    return g_strdup_printf (_("The time for which %s was a mentor ends before it begins, so that it counts "
                              "on no date. Correct its dates."), name);

  post = ty_post_name_dup (key, NULL);
  /* Translators: a person, a post and a unit */
  return g_strdup_printf (_("The post of %s as “%s” in %s ends before it begins, so that it counts on no "
                            "date. Correct its dates."), name, post, unit);
}

static char *
dup_text (Search        *search,
          TyProblemKind  kind,
          Human         *human,
          guint          holding,
          const char    *name)
{
  guint32 number = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT)[holding];
  g_autofree char *unit = dup_unit_name (search, number);
  g_autofree char *post = NULL;

  if (kind == TY_PROBLEM_PERIOD)
    return dup_period_text (search, human, holding, name, unit);

  post = ty_post_name_dup (get_post (search, human, holding), NULL);
  if (kind == TY_PROBLEM_TWICE)
    /* Translators: a person, a post and a unit */
    return g_strdup_printf (_("%s has the post “%s” in %s twice at the same time. Delete one of the two, or "
                              "correct its dates."), name, post, unit);

  /* Translators: a person, a post, and twice a unit */
  return g_strdup_printf (_("%s has the post “%s” in %s also at a time when %s did not exist; then it does "
                            "not count. Correct the dates of the post or of the unit."), name, post, unit,
                          unit);
}

static gboolean
add_of_holding (Search         *search,
                TyProblemKind   kind,
                Human          *human,
                guint           holding,
                GError        **error)
{
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT)[holding];
  const char *name = get_name (search, human, error);

  if (name == NULL)
    return FALSE;

  add (search, kind, human->id, unit, dup_text (search, kind, human, holding, name));
  return TRUE;
}

/* Whether one before it of the same person is the same at the same time. */
static gboolean
is_twice (Human *human,
          guint  first,
          guint  holding)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint16, TY_HOLDINGS_POST);

  for (guint i = first; i < holding; i++)
    if (unit[i] == unit[holding] && post[i] == post[holding]
        && overlap (from[i], until[i], from[holding], until[holding]))
      return TRUE;

  return FALSE;
}

static gboolean
check_holdings (Search  *search,
                Human   *human,
                GError **error)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (human->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_UNTIL);

  for (guint i = first[human->index]; i < first[human->index + 1]; i++)
    {
      if (until[i] < from[i] && !add_of_holding (search, TY_PROBLEM_PERIOD, human, i, error))
        return FALSE;
      if (until[i] <= from[i] || !is_post (search, human, i))
        continue;
      if (is_twice (human, first[human->index], i)
          && !add_of_holding (search, TY_PROBLEM_TWICE, human, i, error))
        return FALSE;
      if (!is_covered (search, unit[i], from[i], until[i])
          && !add_of_holding (search, TY_PROBLEM_OUTSIDE, human, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_chunk (Search         *search,
             const TyChunk  *chunk,
             GError        **error)
{
  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    {
      Human human = { chunk, i, TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[i], NULL };
      gboolean read = check_birth (search, &human, error) && check_holdings (search, &human, error);

      g_clear_object (&human.record);
      if (!read)
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_problems_find:
 * @columns: a generation
 * @database: a connection that sees the same state of the file
 * @today: the day after which nobody can have been born
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for records that cannot be right, and that figures therefore leave out or count in the way
 * that #TyProblemKind says.
 *
 * Returns: (transfer full) (nullable) (element-type TyProblem): what was found, first of units, then of
 * people in the order of their keys
 */
GPtrArray *
ty_problems_find (TyColumns   *columns,
                  TyDatabase  *database,
                  TyDate       today,
                  GError     **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (problem_free);
  Search search = { .columns = columns, .units = ty_columns_get_units (columns), .database = database,
                    .today = ty_date_to_days (today), .problems = problems };
  gboolean read = TRUE;

  index_spans (&search);
  check_units (&search);
  for (guint i = 0; read && i < ty_columns_get_n_chunks (columns); i++)
    read = check_chunk (&search, ty_columns_get_chunk (columns, i), error);
  g_free (search.spans);
  g_free (search.first);
  return read ? g_steal_pointer (&problems) : NULL;
}
