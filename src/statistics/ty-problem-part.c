/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem-part"

#include "config.h"

#include "ty-problem-part.h"

/* Found of one person. What is not kept as a whole is read again when it is told: sentences that tell the cut-off
 * date, and those of which there are very many. */
typedef struct
{
  TyProblem *problem; /* (owned) (nullable) */
  gint32 from;
  gint32 until;
  guint16 index;      /* of the person in the chunk */
  guint8 kind;
  gboolean in_office : 1;
} Fault;

G_STATIC_ASSERT (TY_CHUNK_PEOPLE <= G_MAXUINT16);

struct _TyProblemPart
{
  gatomicrefcount n_refs;
  TyChunk *chunk;                    /* (owned) */
  TyUnits *units;                    /* (owned) */
  guint32 kept;
  TyDate today;
  GArray *faults;                    /* (owned) (element-type Fault): by person, as they were found */
  guint n_told[TY_N_PROBLEM_KINDS];  /* those with their sentences */
};

static void
clear_fault (gpointer data)
{
  g_clear_pointer (&((Fault *) data)->problem, ty_problem_free);
}

typedef struct
{
  TyProblemPart *part;
  const guint *room;
} Reading;

/* Of one person all of a kind are kept with their sentences, or none. */
static void
take_cb (TySearch  *search,
         guint      index,
         GPtrArray *found,
         gpointer   data)
{
  Reading *reading = data;
  TyProblemPart *self = reading->part;
  gboolean has_room[TY_N_PROBLEM_KINDS];

  for (guint kind = 0; found->len > 0 && kind < TY_N_PROBLEM_KINDS; kind++)
    has_room[kind] = self->n_told[kind] < reading->room[kind];
  for (guint i = 0; i < found->len; i++)
    {
      TyProblem *problem = g_ptr_array_index (found, i);
      Fault fault = { NULL, problem->from, problem->until, (guint16) index, (guint8) problem->kind,
                      problem->in_office };

      if (problem->text != NULL && has_room[problem->kind])
        {
          fault.problem = problem;
          found->pdata[i] = NULL;
          self->n_told[fault.kind]++;
        }
      g_array_append_val (self->faults, fault);
    }
}

/**
 * ty_problem_part_read:
 * @search: a search on whatever date
 * @number: number of a chunk
 * @kept: what the county collects
 * @room: by kind: of how many the sentences are kept
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what is found of the people in the chunk
 */
TyProblemPart *
ty_problem_part_read (TySearch     *search,
                      guint         number,
                      guint32       kept,
                      const guint   room[TY_N_PROBLEM_KINDS],
                      GError      **error)
{
  g_autoptr(TyProblemPart) self = g_new0 (TyProblemPart, 1);
  Reading reading = { self, room };

  g_atomic_ref_count_init (&self->n_refs);
  self->chunk = ty_chunk_ref (ty_columns_get_chunk (search->columns, number));
  self->units = ty_units_ref (search->units);
  self->kept = search->kept = kept;
  self->today = search->today;
  self->faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  g_array_set_clear_func (self->faults, clear_fault);
  if (!ty_search_visit (search, number, 0, ty_chunk_get_n (self->chunk), take_cb, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}

TyProblemPart *
ty_problem_part_ref (TyProblemPart *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
ty_problem_part_unref (TyProblemPart *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_array_unref (self->faults);
  ty_chunk_unref (self->chunk);
  ty_units_unref (self->units);
  g_free (self);
}

/**
 * ty_problem_part_is_of:
 * @self: a part
 * @chunk: a chunk
 * @units: the units
 * @kept: what the county collects
 * @today: the day after which nothing can have happened
 *
 * Returns: whether the part is what would be found of the chunk
 */
gboolean
ty_problem_part_is_of (TyProblemPart *self,
                       TyChunk       *chunk,
                       TyUnits       *units,
                       guint32        kept,
                       TyDate         today)
{
  return self->chunk == chunk && self->units == units && self->kept == kept
         && ty_date_compare (self->today, today) == 0;
}

/**
 * ty_problem_part_get_n_told:
 * @self: a part
 * @kind: a kind
 *
 * Returns: how many of the kind are kept with their sentences
 */
guint
ty_problem_part_get_n_told (TyProblemPart *self,
                            TyProblemKind  kind)
{
  return self->n_told[kind];
}

/* A place in the list of the search, for what is to be read. */
typedef struct
{
  guint place;
  guint16 index;
  guint8 kind;
} Gap;

typedef struct
{
  GArray *gaps; /* (element-type Gap) */
  guint next;   /* the first of the person */
} Filling;

/* The first of the kind is the first again. */
static TyProblem *
steal_of_kind (GPtrArray     *found,
               TyProblemKind  kind)
{
  for (guint i = 0; i < found->len; i++)
    if (found->pdata[i] != NULL && ((TyProblem *) found->pdata[i])->kind == kind)
      return g_steal_pointer (&found->pdata[i]);

  return NULL;
}

static void
fill_cb (TySearch  *search,
         guint      index,
         GPtrArray *found,
         gpointer   data)
{
  Filling *filling = data;

  for (guint i = filling->next; i < filling->gaps->len; i++)
    {
      const Gap *gap = &g_array_index (filling->gaps, Gap, i);

      if (gap->index != index)
        return;
      search->list->problems->pdata[gap->place] = steal_of_kind (found, gap->kind);
    }
}

static gboolean
fill_gaps (TySearch  *search,
           guint      number,
           GArray    *gaps,
           GError   **error)
{
  Filling filling = { gaps, 0 };

  while (filling.next < gaps->len)
    {
      guint index = g_array_index (gaps, Gap, filling.next).index;

      if (!ty_search_visit (search, number, index, index + 1, fill_cb, &filling, error))
        return FALSE;
      while (filling.next < gaps->len && g_array_index (gaps, Gap, filling.next).index == index)
        filling.next++;
    }
  return TRUE;
}

static gboolean
is_found (const Fault *fault,
          TySearch    *search,
          guint32      facts)
{
  gint32 day = ty_view_get_day (search->view);

  return fault->from <= day && day < fault->until
         && (!fault->in_office || (facts & TY_FACT_IN_OFFICE) != 0)
         && (ty_view_get_scope (search->view) == 0 || (facts & TY_PROBLEM_FACTS) != 0);
}

/**
 * ty_problem_part_list:
 * @self: a part
 * @search: a search on a date in a scope
 * @number: number of the chunk
 * @error: a `TY_STORE_ERROR`
 *
 * Adds to the search what is found there.
 *
 * Returns: whether what is told of it could be read
 */
gboolean
ty_problem_part_list (TyProblemPart  *self,
                      TySearch       *search,
                      guint           number,
                      GError        **error)
{
  const guint32 *facts = ty_view_get_facts (search->view, number);
  g_autoptr(GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));

  for (guint i = 0; i < self->faults->len; i++)
    {
      const Fault *fault = &g_array_index (self->faults, Fault, i);
      Gap gap = { search->list->problems->len, fault->index, fault->kind };

      if (!is_found (fault, search, facts[fault->index])
          || search->list->counts[fault->kind]++ >= TY_PROBLEMS_KEPT)
        continue;
      g_ptr_array_add (search->list->problems,
                       fault->problem != NULL ? ty_problem_copy (fault->problem) : NULL);
      if (fault->problem == NULL)
        g_array_append_val (gaps, gap);
    }
  return fill_gaps (search, number, gaps, error);
}
