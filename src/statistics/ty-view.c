/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-view"

#include "config.h"

#include "ty-view-private.h"

#include "ty-code-list.h"
#include "ty-education-word.h"
#include "ty-parallel.h"

#include <string.h>

/* Ages are looked up by the days since birth, from the oldest date that the calendar of the file
 * allows. */
#define OLDEST_YEAR 1800

/* The chunks that are scanned at once. */
typedef struct
{
  TyView *view;
  GArray *numbers; /* (element-type guint) */
} Near;

static guint32
make_post_facts (const char *post)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);
  const char *body = code != NULL ? ty_code_get_attribute (code, "body") : NULL;
  guint32 facts = TY_FACT_IN_OFFICE | TY_FACT_ANYWHERE;

  if (g_strcmp0 (post, TY_POST_RESERVE) == 0)
    return TY_FACT_RESERVE;
  if (g_strcmp0 (post, TY_POST_MENTOR) == 0)
    return TY_FACT_MENTOR;
  if (code == NULL)
    return facts;

  if (ty_code_get_flag (code, "two_committees"))
    facts |= TY_FACT_MEMBER;
  if (ty_code_get_flag (code, "head"))
    facts |= g_strcmp0 (body, "party") == 0 ? TY_FACT_SECRETARY : TY_FACT_HEAD;
  if (g_strcmp0 (body, "party") == 0)
    facts |= TY_FACT_PARTY_POST;
  if (strcmp (post, "P9") == 0)
    facts |= TY_FACT_SPECIALIST;
  return facts;
}

static guint32
make_study_facts (const char *kind)
{
  g_auto(GStrv) parts = g_strsplit (kind != NULL ? kind : "\t\t\t", "\t", -1);
  guint32 facts = 0;

  if (g_strv_length (parts) < 3)
    return 0;
  if (ty_education_is_college (parts[1], parts[2]))
    facts |= TY_FACT_COLLEGE;
  if (strcmp (parts[0], "fulltime") == 0 && ty_education_is_bachelor (parts[1], parts[2]))
    facts |= TY_FACT_BACHELOR;
  return facts;
}

static guint8
make_batch_shift (const char *batch)
{
  static const struct { const char *batch; guint32 fact; } facts[] = {
    { "retained", TY_FACT_RETAINED },
    { "from_reserves", TY_FACT_FROM_RESERVES },
    { "returned_home", TY_FACT_RETURNED_HOME },
    { "dispatched", TY_FACT_DISPATCHED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_strcmp0 (facts[i].batch, batch) == 0)
      return (guint8) __builtin_ctz (facts[i].fact);

  return 0;
}

static guint32 *
tabulate (TyCodebook  *book,
          guint32    (*func) (const char *key))
{
  guint n = ty_codebook_get_n (book);
  guint32 *table = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    table[i] = func (ty_codebook_get (book, i));
  return table;
}

static void
make_tables (TyView *self)
{
  TyCodebook *political = ty_columns_get_book (self->columns, TY_BOOK_POLITICAL);
  TyCodebook *batches = ty_columns_get_book (self->columns, TY_BOOK_BATCH);
  guint n_batches = ty_codebook_get_n (batches);

  self->post_facts = tabulate (ty_columns_get_book (self->columns, TY_BOOK_POST), make_post_facts);
  self->study_facts = tabulate (ty_columns_get_book (self->columns, TY_BOOK_STUDY), make_study_facts);
  self->batch_shifts = g_new0 (guint8, n_batches);
  for (guint i = 0; i < n_batches; i++)
    self->batch_shifts[i] = make_batch_shift (ty_codebook_get (batches, i));
  self->party[ty_codebook_find (political, "01")] = TRUE;
  self->party[ty_codebook_find (political, "02")] = TRUE;
  self->party[TY_CODEBOOK_NONE] = FALSE;
  self->han = ty_codebook_find (ty_columns_get_book (self->columns, TY_BOOK_ETHNICITY), "01");
}

/* Ages go by months (field.md 6.2): all days of a month are as old. */
static void
make_ages (TyView *self)
{
  gint32 oldest = ty_date_to_days (ty_date_new (OLDEST_YEAR, 1, 1));
  guint year = self->as_of.year;
  guint month = MAX (self->as_of.month, 1);
  guint days = g_date_get_days_in_month (month, (GDateYear) year);
  guint next = 0;

  self->last_day = ty_date_to_days (ty_date_new (year, month, days));
  self->n_ages = self->last_day >= oldest ? (guint) (self->last_day - oldest) + 1 : 0;
  self->ages = g_new0 (guint16, self->n_ages + 1);
  for (guint months = 0; next < self->n_ages; months++)
    {
      for (guint end = MIN (next + days, self->n_ages); next < end; next++)
        self->ages[next] = (guint16) (months / 12);
      year -= month == 1;
      month = month == 1 ? 12 : month - 1;
      days = g_date_get_days_in_month (month, (GDateYear) year);
    }
}

static int
find_term (TyColumns *columns,
           gint32     day)
{
  GArray *terms = ty_columns_get_terms (columns);

  for (guint i = 0; i < terms->len; i++)
    if (g_array_index (terms, TyTermRow, i).from <= day)
      return g_array_index (terms, TyTermRow, i).year;

  return 0;
}

/* Of a far chunk nobody asked for there are none. */
static void
release_facts (gpointer data)
{
  if (data != NULL)
    g_atomic_rc_box_release (data);
}

/* Two threads may come for the same far chunk: what the first one found stays. */
static const guint32 *
scan_facts (TyView *self,
            guint   number)
{
  const TyChunk *chunk = ty_columns_get_chunk (self->columns, number);
  guint32 *facts = g_atomic_rc_box_alloc (MAX (ty_chunk_get_n (chunk), 1) * sizeof *facts);

  ty_view_scan_chunk (self, chunk, facts);
  if (g_atomic_pointer_compare_and_exchange (&self->facts->pdata[number], NULL, facts))
    return facts;

  g_atomic_rc_box_release (facts);
  return g_atomic_pointer_get (&self->facts->pdata[number]);
}

static void
scan_chunk (guint    item,
            gpointer data)
{
  const Near *near = data;

  scan_facts (near->view, g_array_index (near->numbers, guint, item));
}

/* A township of a province has its people in one chunk or two. The others are scanned when somebody asks for
 * them, which figures of the scope do not. */
static void
scan_near (TyView *self)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  Near near = { self, numbers };

  for (guint i = 0; i < self->facts->len; i++)
    if (g_ptr_array_index (self->facts, i) == NULL
        && !ty_view_is_far (self, ty_columns_get_chunk (self->columns, i)))
      g_array_append_val (numbers, i);
  ty_parallel_run (numbers->len, scan_chunk, &near);
}

static void
find_units (TyView *self)
{
  const guint32 *order = ty_unit_tree_get_order (self->tree);

  self->lowest_unit = TY_UNIT_NONE;
  for (guint i = 0; self->scope != 0 && i < self->n_ranks; i++)
    {
      self->lowest_unit = MIN (self->lowest_unit, order[self->first_rank + i]);
      self->highest_unit = MAX (self->highest_unit, order[self->first_rank + i]);
    }
}

static gboolean
can_share (TyView *self,
           TyView *before)
{
  GArray *terms = ty_columns_get_terms (self->columns);
  GArray *old = ty_columns_get_terms (before->columns);

  return before->tree == self->tree && before->day == self->day && before->scope == self->scope
         && before->term == self->term && terms->len == old->len
         && (terms->len == 0
             || memcmp (terms->data, old->data, terms->len * sizeof (TyTermRow)) == 0)
         && ty_columns_get_book (before->columns, TY_BOOK_POST)
              == ty_columns_get_book (self->columns, TY_BOOK_POST);
}

/* What was scanned in a chunk that did not change is true now too. */
static void
share_facts (TyView *self,
             TyView *before)
{
  g_autoptr(GHashTable) numbers = NULL;

  if (before == NULL || !can_share (self, before))
    return;

  numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < before->facts->len; i++)
    g_hash_table_insert (numbers, ty_columns_get_chunk (before->columns, i),
                         g_atomic_pointer_get (&before->facts->pdata[i]));
  for (guint i = 0; i < self->facts->len; i++)
    {
      guint32 *facts = g_hash_table_lookup (numbers, ty_columns_get_chunk (self->columns, i));

      if (facts != NULL)
        g_ptr_array_index (self->facts, i) = g_atomic_rc_box_acquire (facts);
    }
}

/**
 * ty_view_new:
 * @columns: a generation
 * @as_of: the cut-off date; a month stands for its first day
 * @scope: key of a unit, or 0 for the whole file
 * @term: year of the term election for whose mandates the four batches are asked, or 0 for that of
 *   the term in which @as_of lies
 * @before: (nullable): a view of an earlier generation; where it is of the same date and scope,
 *   only what changed since is scanned
 *
 * Returns: (transfer full): everybody on that date in that scope; nobody is in a scope that did not
 * exist then
 */
TyView *
ty_view_new (TyColumns *columns,
             TyDate     as_of,
             gint64     scope,
             int        term,
             TyView    *before)
{
  TyView *self = g_new0 (TyView, 1);

  g_atomic_ref_count_init (&self->count);
  g_mutex_init (&self->mutex);
  self->columns = ty_columns_ref (columns);
  self->as_of = as_of;
  self->day = ty_date_to_days (as_of);
  self->date = ty_date_from_days (self->day);
  self->scope = scope;
  self->village = g_quark_from_static_string ("village");
  self->term = term != 0 ? term : find_term (columns, self->day);
  self->tree = ty_units_get_tree (ty_columns_get_units (columns), as_of);
  self->ranks = ty_unit_tree_get_ranks (self->tree);
  ty_unit_tree_get_range (self->tree, scope, &self->first_rank, &self->n_ranks);
  find_units (self);
  make_tables (self);
  make_ages (self);
  g_datalist_init (&self->kept);
  self->facts = g_ptr_array_new_with_free_func (release_facts);
  g_ptr_array_set_size (self->facts, (int) ty_columns_get_n_chunks (columns));
  share_facts (self, before);
  scan_near (self);
  return self;
}

/**
 * ty_view_ref:
 * @self: a view
 *
 * Returns: (transfer full): the same
 */
TyView *
ty_view_ref (TyView *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_view_unref (TyView *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_datalist_clear (&self->kept);
  g_ptr_array_unref (self->facts);
  ty_unit_tree_unref (self->tree);
  ty_columns_unref (self->columns);
  g_mutex_clear (&self->mutex);
  g_free (self->post_facts);
  g_free (self->study_facts);
  g_free (self->batch_shifts);
  g_free (self->ages);
  for (guint i = 0; i < G_N_ELEMENTS (self->unit_facts); i++)
    g_free (self->unit_facts[i]);
  g_free (self);
}

/**
 * ty_view_get_columns:
 * @self: a view
 *
 * Returns: (transfer none): the generation of which it is
 */
TyColumns *
ty_view_get_columns (TyView *self)
{
  return self->columns;
}

/**
 * ty_view_get_as_of:
 * @self: a view
 *
 * Returns: its date
 */
TyDate
ty_view_get_as_of (TyView *self)
{
  return self->as_of;
}

/**
 * ty_view_get_day:
 * @self: a view
 *
 * Returns: the day for which its date stands
 */
gint32
ty_view_get_day (TyView *self)
{
  return self->day;
}

/**
 * ty_view_get_date:
 * @self: a view
 *
 * Returns: the same as a date, for who asks it of each person
 */
TyDate
ty_view_get_date (TyView *self)
{
  return self->date;
}

/**
 * ty_view_get_scope:
 * @self: a view
 *
 * Returns: key of the unit, or 0
 */
gint64
ty_view_get_scope (TyView *self)
{
  return self->scope;
}

/**
 * ty_view_get_term:
 * @self: a view
 *
 * Returns: year of the term whose four batches it knows, or 0
 */
int
ty_view_get_term (TyView *self)
{
  return self->term;
}

/**
 * ty_view_get_tree:
 * @self: a view
 *
 * Returns: (transfer none): the units on its date
 */
TyUnitTree *
ty_view_get_tree (TyView *self)
{
  return self->tree;
}

/**
 * ty_view_get_facts:
 * @self: a view
 * @chunk: number of a chunk
 *
 * Returns: (transfer none): the facts of its people
 */
const guint32 *
ty_view_get_facts (TyView *self,
                   guint   chunk)
{
  const guint32 *facts = g_atomic_pointer_get (&self->facts->pdata[chunk]);

  return facts != NULL ? facts : scan_facts (self, chunk);
}

/**
 * ty_view_get_size:
 * @self: a view
 *
 * Returns: the bytes of the facts that were scanned for it
 */
gsize
ty_view_get_size (TyView *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->facts->len; i++)
    if (g_atomic_pointer_get (&self->facts->pdata[i]) != NULL)
      size += ty_chunk_get_n (ty_columns_get_chunk (self->columns, i)) * sizeof (guint32);
  return size;
}

/**
 * ty_view_is_within:
 * @self: a view
 * @other: another of the same generation, of an earlier date or of the same
 *
 * Returns: whether its scope has no unit beyond those of the other: who is far from the other is far from it
 */
gboolean
ty_view_is_within (TyView *self,
                   TyView *other)
{
  return other->scope == 0
         || (self->scope != 0 && self->lowest_unit >= other->lowest_unit
             && self->highest_unit <= other->highest_unit);
}

/**
 * ty_view_has_unit:
 * @self: a view
 * @unit: number of a unit, or %TY_UNIT_NONE
 *
 * Returns: whether it existed on that date in the scope
 */
gboolean
ty_view_has_unit (TyView  *self,
                  guint32  unit)
{
  return ty_view_is_in_scope (self, unit, (TyGroups){ NULL, 0 });
}

/**
 * ty_view_is_held:
 * @self: a view
 * @chunk: a chunk of its generation
 * @holding: one of its holdings
 *
 * Returns: whether it is in force on that date, in whatever scope
 */
gboolean
ty_view_is_held (TyView        *self,
                 const TyChunk *chunk,
                 guint          holding)
{
  return TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM)[holding] <= self->day
         && self->day < TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL)[holding];
}

/**
 * ty_view_get_post_facts:
 * @self: a view
 * @post: number of a post
 *
 * Returns: the facts of who holds it
 */
guint32
ty_view_get_post_facts (TyView *self,
                        guint   post)
{
  return self->post_facts[post];
}

/**
 * ty_view_get_last_day:
 * @self: a view
 *
 * Returns: the last day of the month of its date: ages go by months
 */
gint32
ty_view_get_last_day (TyView *self)
{
  return self->last_day;
}

/**
 * ty_view_get_age:
 * @self: a view
 * @birth: the day of birth, 0 = not known
 *
 * Returns: full years, as ty_date_full_years(); -1 where not known or not born
 */
int
ty_view_get_age (TyView *self,
                 gint32  birth)
{
  guint32 days = (guint32) self->last_day - (guint32) birth;

  return days < self->n_ages ? self->ages[days] : -1;
}

/**
 * ty_view_get_age_limit:
 * @self: a view
 * @age: full years
 *
 * Returns: how many days before ty_view_get_last_day() somebody of that age can have been born at
 * most, and one more: at most as old is who was born less days before
 */
guint32
ty_view_get_age_limit (TyView *self,
                       int     age)
{
  guint low = 0;
  guint high = self->n_ages;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->ages[middle] <= age)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ty_view_get_kept:
 * @self: a view
 * @name: a name
 *
 * Returns: (transfer none) (nullable): what ty_view_keep() was given
 */
gpointer
ty_view_get_kept (TyView     *self,
                  const char *name)
{
  return g_datalist_get_data (&self->kept, name);
}

/**
 * ty_view_keep:
 * @self: a view
 * @name: a name
 * @data: (transfer full): what was made for the view, which whoever makes it again need not make
 * @destroy: frees @data
 *
 * Any thread may call it. Of two that come at a time, the first stays until the view goes.
 */
void
ty_view_keep (TyView         *self,
              const char     *name,
              gpointer        data,
              GDestroyNotify  destroy)
{
  /* Whoever has the first may still look at it. */
  if (!g_datalist_id_replace_data (&self->kept, g_quark_from_string (name), NULL, data, destroy, NULL))
    destroy (data);
}
