/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem-index"

#include "config.h"

#include "ty-problem-index-private.h"

#include "ty-problem-part.h"
#include "ty-problem-table.h"

#include <string.h>

/**
 * TyProblemIndex:
 *
 * Everything that can be found in one generation of the columns. An action makes another generation, which takes
 * over the parts whose people nothing touched. Parts are read one after the other; who is cancelled in between
 * leaves those that are there.
 */
struct _TyProblemIndex
{
  GMutex mutex;          /* held by who reads or asks; guards the rest */
  TyColumns *columns;    /* (owned) (nullable) */
  TyDate today;
  guint32 kept;          /* what the county collects, as in #TyPersonQuestion */
  TyProblemList *county; /* (owned) (nullable): what only the county tells */
  GPtrArray *parts;      /* (owned) (element-type TyProblemPart): by number of the chunk, %NULL = not yet read */
};

static void
free_part (gpointer part)
{
  if (part != NULL)
    ty_problem_part_unref (part);
}

/**
 * ty_problem_index_new:
 *
 * Returns: (transfer full): an empty index
 */
TyProblemIndex *
ty_problem_index_new (void)
{
  TyProblemIndex *self = g_new0 (TyProblemIndex, 1);

  g_mutex_init (&self->mutex);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

void
ty_problem_index_free (TyProblemIndex *self)
{
  ty_problem_index_clear (self);
  g_ptr_array_unref (self->parts);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * ty_problem_index_clear:
 * @self: an index
 *
 * Forgets the file.
 */
void
ty_problem_index_clear (TyProblemIndex *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_ptr_array_set_size (self->parts, 0);
  g_clear_pointer (&self->county, ty_problem_list_free);
  g_clear_pointer (&self->columns, ty_columns_unref);
}

/**
 * ty_problem_index_lock: (skip)
 * @self: an index
 *
 * Returns: (transfer full): until it is freed, nobody else uses the index
 */
GMutexLocker *
ty_problem_index_lock (TyProblemIndex *self)
{
  return g_mutex_locker_new (&self->mutex);
}

/* Parts of the people whom nothing touched since, where they were asked the same. */
static void
take_parts (TyProblemIndex *self,
            TyColumns      *columns)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->parts);

  self->parts = g_ptr_array_new_with_free_func (free_part);
  g_ptr_array_set_size (self->parts, (int) ty_columns_get_n_chunks (columns));
  for (guint i = 0; i < before->len; i++)
    {
      TyProblemPart *part = g_ptr_array_index (before, i);

      for (guint j = 0; part != NULL && j < self->parts->len; j++)
        if (ty_problem_part_is_of (part, ty_columns_get_chunk (columns, j), ty_columns_get_units (columns),
                                   self->kept, self->today))
          {
            self->parts->pdata[j] = ty_problem_part_ref (part);
            break;
          }
    }
}

/* What only the county tells is short work, but for the people who are alike. */
static gboolean
begin_generation (TyProblemIndex  *self,
                  TySearch        *search,
                  GError         **error)
{
  if (self->columns == search->columns && ty_date_compare (self->today, search->today) == 0
      && self->county != NULL)
    return TRUE;

  g_clear_pointer (&self->county, ty_problem_list_free);
  g_clear_pointer (&self->columns, ty_columns_unref);
  if (!ty_problem_table_get_kept (search->database, &self->kept, error))
    return FALSE;

  self->columns = ty_columns_ref (search->columns);
  self->today = search->today;
  take_parts (self, search->columns);
  if (!ty_search_check_county (search, error))
    return FALSE;

  self->county = ty_search_steal_list (search);
  return TRUE;
}

/* Of how many people sentences may still be kept, by kind. */
static void
count_room (TyProblemIndex *self,
            guint           room[TY_N_PROBLEM_KINDS])
{
  for (guint kind = 0; kind < TY_N_PROBLEM_KINDS; kind++)
    {
      guint told = 0;

      for (guint i = 0; i < self->parts->len; i++)
        if (self->parts->pdata[i] != NULL)
          told += ty_problem_part_get_n_told (self->parts->pdata[i], kind);
      room[kind] = told < TY_PROBLEMS_KEPT ? TY_PROBLEMS_KEPT - told : 0;
    }
}

static gboolean
read_parts (TyProblemIndex       *self,
            TySearch             *search,
            const TyProblemPace  *pace,
            GError              **error)
{
  guint room[TY_N_PROBLEM_KINDS];

  search->n_done = 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      guint n = ty_chunk_get_n (ty_columns_get_chunk (self->columns, i));
      guint before = search->n_done;

      if (self->parts->pdata[i] == NULL)
        {
          count_room (self, room);
          self->parts->pdata[i] = ty_problem_part_read (search, i, self->kept, room, error);
          if (self->parts->pdata[i] == NULL)
            return FALSE;
          if (pace->until != 0 && g_get_monotonic_time () >= pace->until)
            return TRUE;
        }
      search->n_done = before + n;
    }
  ty_search_tell_progress (search);
  return TRUE;
}

/**
 * ty_problem_index_update: (skip)
 * @self: an index that is locked
 * @columns: the generation that is asked
 * @database: a connection that sees the same state of the file
 * @today: the day after which nothing can have happened
 * @pace: how long it may take
 * @error: a `TY_STORE_ERROR`
 *
 * Reads what is not in the index yet.
 *
 * Returns: whether it was read, maybe only in part
 */
gboolean
ty_problem_index_update (TyProblemIndex       *self,
                         TyColumns            *columns,
                         TyDatabase           *database,
                         TyDate                today,
                         const TyProblemPace  *pace,
                         GError              **error)
{
  g_auto(TySearch) search = { 0 };

  ty_search_init (&search, NULL, columns, database, today);
  search.pace = pace;
  return begin_generation (self, &search, error) && read_parts (self, &search, pace, error);
}

/**
 * ty_problem_index_list: (skip)
 * @self: an index that is locked and up to date
 * @search: a search on a date in a scope
 * @error: a `TY_STORE_ERROR`
 *
 * Adds to the search what is found there.
 *
 * Returns: whether what is told of it could be read
 */
gboolean
ty_problem_index_list (TyProblemIndex  *self,
                       TySearch        *search,
                       GError         **error)
{
  search->kept = self->kept;
  for (guint i = 0; i < self->county->problems->len; i++)
    ty_search_add (search, ty_problem_copy (g_ptr_array_index (self->county->problems, i)));
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (self->parts->pdata[i] == NULL)
        continue;
      if (!ty_problem_part_list (self->parts->pdata[i], search, i, error))
        return FALSE;
      search->list->n_done += ty_chunk_get_n (ty_columns_get_chunk (self->columns, i));
    }
  search->list->n_people = ty_columns_get_n_people (self->columns);
  return TRUE;
}
