/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems-people"

#include "config.h"

#include "ty-problems-private.h"

#include "ty-person.h"
#include "ty-post-name.h"
#include "ty-problem-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person’s posts and records tell. The posts are in the columns, the records are read. */

#define TOLD_EVERY 256 /* people */

typedef struct
{
  const TyChunk *chunk;
  guint index;
  gint64 id;
  const char *name; /* (unowned) */
  GPtrArray *found; /* (unowned) */
} Human;

static void
add (TySearch      *search,
     TyProblemKind  kind,
     Human         *human,
     guint32        unit,
     char          *text)
{
  g_ptr_array_add (human->found,
                   ty_problem_new (kind, human->id,
                                   unit != TY_UNIT_NONE ? ty_units_get_id (search->units, unit) : 0,
                                   human->name, text));
}

static void
check_birth (TySearch *search,
             Human    *human,
             TyRecord *record)
{
  g_autofree char *date = NULL;

  if (TY_CHUNK_PEOPLE_FIELD (human->chunk, gint32, TY_PEOPLE_BIRTH)[human->index]
      <= ty_date_to_days (search->today))
    return;

  date = ty_date_to_record (ty_record_get_date (record, TY_PERSON_BIRTH));
  /* Translators: a name and a date */
  add (search, TY_PROBLEM_BIRTH, human, TY_UNIT_NONE,
       g_strdup_printf (_("The date of birth of %s, %s, is still to come, so that no age is known."),
                        human->name, date));
}

static const char *
get_post (TySearch *search,
          Human    *human,
          guint     holding)
{
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint16, TY_HOLDINGS_POST)[holding];

  return ty_codebook_get (ty_columns_get_book (search->columns, TY_BOOK_POST), post);
}

static gboolean
is_post (TySearch *search,
         Human    *human,
         guint     holding)
{
  return *get_post (search, human, holding) != '\t';
}

/* A holding ends before it begins. */
static char *
dup_period_text (TySearch   *search,
                 Human      *human,
                 guint       holding,
                 const char *unit)
{
  const char *key = get_post (search, human, holding);
  g_autofree char *post = NULL;

  if (strcmp (key, TY_POST_RESERVE) == 0)
    return g_strdup_printf (_("The time for which %s was a reserve of %s ends before it begins, so that it "
                              "counts on no date."), human->name, unit);
  if (strcmp (key, TY_POST_MENTOR) == 0)
    return g_strdup_printf (_("The time for which %s was a mentor ends before it begins, so that it counts "
                              "on no date."), human->name);

  post = ty_post_name_dup (key, NULL);
  /* Translators: a person, a post and a unit */
  return g_strdup_printf (_("The post of %s as “%s” in %s ends before it begins, so that it counts on no "
                            "date."), human->name, post, unit);
}

static char *
dup_text (TySearch      *search,
          TyProblemKind  kind,
          Human         *human,
          guint          holding)
{
  guint32 number = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT)[holding];
  g_autofree char *unit = ty_search_dup_unit_name (search, number);
  g_autofree char *post = NULL;

  if (kind == TY_PROBLEM_PERIOD)
    return dup_period_text (search, human, holding, unit);

  post = ty_post_name_dup (get_post (search, human, holding), NULL);
  if (kind == TY_PROBLEM_TWICE)
    /* Translators: a person, a post and a unit */
    return g_strdup_printf (_("%s has the post “%s” in %s twice at the same time."), human->name, post,
                            unit);

  /* Translators: a person, a post, and twice a unit */
  return g_strdup_printf (_("%s has the post “%s” in %s also at a time when %s did not exist; then it does "
                            "not count."), human->name, post, unit, unit);
}

static void
add_of_holding (TySearch      *search,
                TyProblemKind  kind,
                Human         *human,
                guint          holding)
{
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  add (search, kind, human, unit, dup_text (search, kind, human, holding));
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
        && ty_search_overlap (from[i], until[i], from[holding], until[holding]))
      return TRUE;

  return FALSE;
}

static void
check_holdings (TySearch *search,
                Human    *human)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (human->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_UNTIL);

  for (guint i = first[human->index]; i < first[human->index + 1]; i++)
    {
      if (until[i] < from[i])
        add_of_holding (search, TY_PROBLEM_PERIOD, human, i);
      if (until[i] <= from[i] || !is_post (search, human, i))
        continue;
      if (is_twice (human, first[human->index], i))
        add_of_holding (search, TY_PROBLEM_TWICE, human, i);
      if (!ty_search_is_covered (search, unit[i], from[i], until[i]))
        add_of_holding (search, TY_PROBLEM_OUTSIDE, human, i);
    }
}

/* Where the person serves, or served last. */
static gint64
find_place (TySearch *search,
            Human    *human)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (human->chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (human->chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (human->chunk, gint32, TY_HOLDINGS_FROM);
  guint32 place = TY_UNIT_NONE;
  gint32 since = TY_DAY_FIRST;

  for (guint i = first[human->index]; i < first[human->index + 1]; i++)
    {
      if (unit[i] == TY_UNIT_NONE || !ty_search_has_unit (search, unit[i]))
        continue;
      if (is_post (search, human, i) && ty_view_is_held (search->view, human->chunk, i))
        return ty_units_get_id (search->units, unit[i]);
      if (place == TY_UNIT_NONE || from[i] > since)
        {
          place = unit[i];
          since = from[i];
        }
    }
  return place != TY_UNIT_NONE ? ty_units_get_id (search->units, place) : 0;
}

/**
 * ty_search_set_places:
 * @search: a search
 *
 * Says of each problem of a person where the person serves. A problem of a unit has its place already.
 */
void
ty_search_set_places (TySearch *search)
{
  for (guint i = 0; i < search->list->problems->len; i++)
    {
      TyProblem *problem = g_ptr_array_index (search->list->problems, i);
      guint32 row;

      if (problem->place == 0 && problem->person != 0
          && ty_columns_find_person (search->columns, problem->person, &row))
        {
          Human human = { ty_columns_get_chunk (search->columns, row >> TY_CHUNK_SHIFT),
                          row & (TY_CHUNK_PEOPLE - 1), problem->person, problem->name, NULL };

          problem->place = find_place (search, &human);
        }
    }
}

/* What the records of one person tell is looked for by the model. */
static void
check_human (TySearch              *search,
             Human                 *human,
             const TyPersonRecords *records,
             guint32                facts)
{
  const TyPersonQuestion question = {
    search->view != NULL ? ty_view_get_as_of (search->view) : TY_DATE_NONE, search->today,
    (facts & TY_FACT_IN_OFFICE) != 0, search->kept,
  };

  human->name = ty_record_get_text (records->person, TY_PERSON_NAME);
  check_birth (search, human, records->person);
  check_holdings (search, human);
  ty_person_problems_find (records, &question, human->found);
}

static void
free_found (gpointer problem)
{
  if (problem != NULL)
    ty_problem_free (problem);
}

/* Returns: whether it goes on */
static gboolean
count_person (TySearch  *search,
              GError   **error)
{
  GCancellable *cancellable = search->pace != NULL ? search->pace->cancellable : NULL;

  if (++search->n_done % TOLD_EVERY != 0)
    return TRUE;

  ty_search_tell_progress (search);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * ty_search_visit:
 * @search: a search
 * @number: number of a chunk
 * @from: index of a person in the chunk
 * @until: index of another
 * @func: (scope call): told what is found of each
 * @data: for @func
 * @error: a `TY_STORE_ERROR`
 *
 * Looks at the posts and records of people. Columns and rows are of one state.
 *
 * Returns: whether they were read
 */
gboolean
ty_search_visit (TySearch     *search,
                 guint         number,
                 guint         from,
                 guint         until,
                 TyVisitFunc   func,
                 gpointer      data,
                 GError      **error)
{
  const TyChunk *chunk = ty_columns_get_chunk (search->columns, number);
  const gint64 *id = TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID);
  const guint32 *facts = search->view != NULL ? ty_view_get_facts (search->view, number) : NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (free_found);
  g_autoptr(GError) problem = NULL;
  const TyPersonRecords *records;
  guint i = from;

  if (search->rows == NULL)
    search->rows = ty_person_rows_new (search->database, error);
  if (search->rows == NULL)
    return FALSE;

  ty_person_rows_select (search->rows, id[from], id[until - 1]);
  while ((records = ty_person_rows_next (search->rows, &problem)) != NULL)
    {
      gint64 person = ty_record_get_integer (records->person, TY_PERSON_ID);

      while (i < until && id[i] < person)
        i++;
      if (i < until && id[i] == person)
        {
          Human human = { chunk, i, person, NULL, found };

          check_human (search, &human, records, facts != NULL ? facts[i] : 0);
          func (search, i, found, data);
          g_ptr_array_set_size (found, 0);
        }
      if (!count_person (search, error))
        return FALSE;
    }
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
add_found_cb (TySearch  *search,
              guint      index,
              GPtrArray *found,
              gpointer   data)
{
  for (guint i = 0; i < found->len; i++)
    ty_search_add (search, g_steal_pointer (&found->pdata[i]));
}

/**
 * ty_search_check_person:
 * @search: a search on a date
 * @error: a `TY_STORE_ERROR`
 *
 * Looks at the posts and records of the person who is asked for.
 *
 * Returns: whether they were read
 */
gboolean
ty_search_check_person (TySearch  *search,
                        GError   **error)
{
  guint32 row;
  guint index;

  if (!ty_columns_find_person (search->columns, search->person, &row))
    return TRUE;
  if (!ty_problem_table_get_kept (search->database, &search->kept, error))
    return FALSE;

  index = row & (TY_CHUNK_PEOPLE - 1);
  return ty_search_visit (search, row >> TY_CHUNK_SHIFT, index, index + 1, add_found_cb, NULL, error);
}
