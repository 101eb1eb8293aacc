/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chunk"

#include "config.h"

#include "ty-chunk.h"

#include <string.h>

/* Bytes of an element of each field. */
static const guint8 sizes[TY_N_ROW_KINDS][TY_N_FIELDS] = {
  [TY_ROWS_PEOPLE] = {
    [TY_PEOPLE_ID] = 8,    [TY_PEOPLE_FIRST_HOLDING] = 4, [TY_PEOPLE_FIRST_STUDY] = 4,
    [TY_PEOPLE_BIRTH] = 4, [TY_PEOPLE_PARTY] = 4,         [TY_PEOPLE_SOURCES] = 4,
    [TY_PEOPLE_SEX] = 1,   [TY_PEOPLE_ETHNICITY] = 1,     [TY_PEOPLE_POLITICAL] = 1,
    [TY_PEOPLE_WORK] = 4,  [TY_PEOPLE_HOME] = 4,
  },
  [TY_ROWS_HOLDINGS] = {
    [TY_HOLDINGS_UNIT] = 4, [TY_HOLDINGS_FROM] = 4, [TY_HOLDINGS_UNTIL] = 4, [TY_HOLDINGS_POST] = 2,
    [TY_HOLDINGS_HOW] = 1,  [TY_HOLDINGS_END] = 1,
  },
  [TY_ROWS_STUDIES] = { [TY_STUDIES_UNTIL] = 4, [TY_STUDIES_KIND] = 2 },
  [TY_ROWS_MANDATES] = {
    [TY_MANDATES_HOLDING] = 4, [TY_MANDATES_BATCH] = 1, [TY_MANDATES_FILED] = 4,
    [TY_MANDATES_TERM] = 8,
  },
  [TY_ROWS_OWN] = { [TY_OWN_VALUE] = 4, [TY_OWN_OWNER] = 2, [TY_OWN_FIELD] = 2 },
};

/* Fields that mostly say the same of everybody in a chunk: then all such chunks share one block. */
#define COMMON_ROWS 65536

typedef struct
{
  TyRowKind kind;
  guint field;
  guint32 value;
} Common;

static const Common commons[] = {
  { TY_ROWS_PEOPLE, TY_PEOPLE_SOURCES, 0 },
  { TY_ROWS_HOLDINGS, TY_HOLDINGS_UNTIL, TY_DAY_LAST },
};

static gpointer
make_common (gpointer data)
{
  const Common *common = data;
  guint32 *block = g_new (guint32, COMMON_ROWS);

  for (guint i = 0; i < COMMON_ROWS; i++)
    block[i] = common->value;
  return block;
}

/* Never freed: a block for each entry of the table. */
static gpointer
get_common (guint number)
{
  static GOnce onces[G_N_ELEMENTS (commons)] = { G_ONCE_INIT, G_ONCE_INIT };

  return g_once (&onces[number], make_common, (gpointer) &commons[number]);
}

static gboolean
is_common (gpointer field)
{
  for (guint i = 0; i < G_N_ELEMENTS (commons); i++)
    if (field == get_common (i))
      return TRUE;

  return FALSE;
}

static gboolean
says_the_same (const guint32 *values,
               guint          n,
               guint32        value)
{
  guint32 differences = 0;

  for (guint i = 0; i < n; i++)
    differences |= values[i] ^ value;
  return differences == 0;
}

static void
share_commons (TyChunk *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (commons); i++)
    {
      TyRows *rows = &self->rows[commons[i].kind];
      gpointer *field = &rows->fields[commons[i].field];

      if (rows->n >= COMMON_ROWS || !says_the_same (*field, rows->n, commons[i].value))
        continue;
      g_free (*field);
      *field = get_common (i);
    }
}

/* Beside the rows there is room for one more: the end of the last person's rows. */
static void
resize (TyRows    *rows,
        TyRowKind  kind,
        guint      n)
{
  for (guint i = 0; i < TY_N_FIELDS && sizes[kind][i] > 0; i++)
    rows->fields[i] = g_realloc_n (rows->fields[i], (gsize) n + 1, sizes[kind][i]);
  rows->n_allocated = n;
}

static void
reserve (TyRows    *rows,
         TyRowKind  kind,
         guint      n_more)
{
  guint n = rows->n + n_more;

  if (n > rows->n_allocated)
    resize (rows, kind, MAX (n, rows->n_allocated + rows->n_allocated / 2 + 16));
}

/**
 * ty_chunk_new:
 *
 * Returns: (transfer full): a chunk without people, to be filled before others see it
 */
TyChunk *
ty_chunk_new (void)
{
  TyChunk *self = g_new0 (TyChunk, 1);

  g_atomic_ref_count_init (&self->count);
  return self;
}

/**
 * ty_chunk_ref:
 * @self: a chunk
 *
 * Returns: (transfer full): the same
 */
TyChunk *
ty_chunk_ref (TyChunk *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_chunk_unref (TyChunk *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  for (guint kind = 0; kind < TY_N_ROW_KINDS; kind++)
    for (guint i = 0; i < TY_N_FIELDS; i++)
      if (!is_common (self->rows[kind].fields[i]))
        g_free (self->rows[kind].fields[i]);
  g_free (self);
}

/**
 * ty_chunk_append:
 * @self: a chunk that is being made
 * @kind: a kind of rows; those of a person are appended before the next person
 *
 * Returns: the number of a new last row, all of whose fields are to be set; but that a person begins
 * without other rows is set already
 */
guint
ty_chunk_append (TyChunk   *self,
                 TyRowKind  kind)
{
  TyRows *rows = &self->rows[kind];
  guint row = rows->n;

  if (row == rows->n_allocated)
    reserve (rows, kind, 1);
  if (kind == TY_ROWS_PEOPLE)
    {
      TY_CHUNK_SET (self, kind, TY_PEOPLE_FIRST_HOLDING, guint32, row,
                    self->rows[TY_ROWS_HOLDINGS].n);
      TY_CHUNK_SET (self, kind, TY_PEOPLE_FIRST_STUDY, guint32, row, self->rows[TY_ROWS_STUDIES].n);
    }
  rows->n++;
  return row;
}

/* Appends rows as they are; returns how many there were before. */
static guint
append_rows (TyChunk       *self,
             const TyChunk *other,
             TyRowKind      kind,
             guint          first,
             guint          end)
{
  TyRows *rows = &self->rows[kind];
  guint before = rows->n;

  reserve (rows, kind, end - first);
  for (guint i = 0; i < TY_N_FIELDS && sizes[kind][i] > 0 && end > first; i++)
    memcpy ((char *) rows->fields[i] + (gsize) before * sizes[kind][i],
            (const char *) other->rows[kind].fields[i] + (gsize) first * sizes[kind][i],
            (gsize) (end - first) * sizes[kind][i]);
  rows->n += end - first;
  return before;
}

static void
shift (gpointer field,
       guint    first,
       guint    end,
       guint    by)
{
  guint32 *values = field;

  for (guint i = first; i < end; i++)
    values[i] += by;
}

static void
append_mandates (TyChunk       *self,
                 const TyChunk *other,
                 guint          first_holding,
                 guint          end_holding,
                 guint          holdings_before)
{
  const guint32 *holding = TY_CHUNK_MANDATES_FIELD (other, guint32, TY_MANDATES_HOLDING);
  guint n = other->rows[TY_ROWS_MANDATES].n;
  guint first = 0;
  guint end, before;

  while (first < n && holding[first] < first_holding)
    first++;
  for (end = first; end < n && holding[end] < end_holding;)
    end++;
  before = append_rows (self, other, TY_ROWS_MANDATES, first, end);
  shift (self->rows[TY_ROWS_MANDATES].fields[TY_MANDATES_HOLDING], before,
         self->rows[TY_ROWS_MANDATES].n, holdings_before - first_holding);
}

static void
append_own (TyChunk       *self,
            const TyChunk *other,
            guint          first_person,
            guint          end_person,
            guint          people_before)
{
  const guint16 *owners = TY_CHUNK_OWN_FIELD (other, guint16, TY_OWN_OWNER);
  guint16 *appended;
  guint n = other->rows[TY_ROWS_OWN].n;
  guint first = 0;
  guint end, before;

  while (first < n && owners[first] < first_person)
    first++;
  for (end = first; end < n && owners[end] < end_person;)
    end++;
  before = append_rows (self, other, TY_ROWS_OWN, first, end);
  appended = self->rows[TY_ROWS_OWN].fields[TY_OWN_OWNER];
  for (guint i = before; i < self->rows[TY_ROWS_OWN].n; i++)
    appended[i] = (guint16) (appended[i] - first_person + people_before);
}

/**
 * ty_chunk_append_range:
 * @self: a chunk that is being made
 * @other: a finished chunk
 * @first: one of its people
 * @end: the first that is not appended any more
 *
 * Appends people with all their rows.
 */
void
ty_chunk_append_range (TyChunk       *self,
                       const TyChunk *other,
                       guint          first,
                       guint          end)
{
  const guint32 *holdings = TY_CHUNK_PEOPLE_FIELD (other, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *studies = TY_CHUNK_PEOPLE_FIELD (other, guint32, TY_PEOPLE_FIRST_STUDY);
  guint people_before, holdings_before, studies_before;

  if (first == end)
    return;

  people_before = append_rows (self, other, TY_ROWS_PEOPLE, first, end);
  holdings_before = append_rows (self, other, TY_ROWS_HOLDINGS, holdings[first], holdings[end]);
  studies_before = append_rows (self, other, TY_ROWS_STUDIES, studies[first], studies[end]);
  shift (self->rows[TY_ROWS_PEOPLE].fields[TY_PEOPLE_FIRST_HOLDING], people_before, ty_chunk_get_n (self),
         holdings_before - holdings[first]);
  shift (self->rows[TY_ROWS_PEOPLE].fields[TY_PEOPLE_FIRST_STUDY], people_before, ty_chunk_get_n (self),
         studies_before - studies[first]);
  append_mandates (self, other, holdings[first], holdings[end], holdings_before);
  append_own (self, other, first, end, people_before);
}

/* Most people have to do with one village all their lives: where they belong is then known without looking at
 * their holdings. */
static void
find_homes (TyChunk *self)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (self, guint32, TY_HOLDINGS_UNIT);

  for (guint i = 0; i < ty_chunk_get_n (self); i++)
    {
      guint32 home = first[i] < first[i + 1] ? unit[first[i]] : TY_UNIT_NONE;

      for (guint j = first[i] + 1; j < first[i + 1]; j++)
        home = unit[j] == home ? home : TY_UNIT_NONE;
      TY_CHUNK_SET (self, TY_ROWS_PEOPLE, TY_PEOPLE_HOME, guint32, i, home);
    }
}

static void
find_range (TyChunk *self)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (self, guint32, TY_HOLDINGS_UNIT);

  self->lowest_unit = TY_UNIT_NONE;
  self->highest_unit = 0;
  for (guint i = 0; i < self->rows[TY_ROWS_HOLDINGS].n; i++)
    {
      self->lowest_unit = MIN (self->lowest_unit, unit[i]);
      self->highest_unit = MAX (self->highest_unit, unit[i] != TY_UNIT_NONE ? unit[i] : 0);
    }
}

/**
 * ty_chunk_finish:
 * @self: a chunk that is being made
 *
 * Ends the making: from now on it is only read, and takes no more memory than it needs.
 */
void
ty_chunk_finish (TyChunk *self)
{
  for (guint kind = 0; kind < TY_N_ROW_KINDS; kind++)
    resize (&self->rows[kind], kind, self->rows[kind].n);

  TY_CHUNK_SET (self, TY_ROWS_PEOPLE, TY_PEOPLE_FIRST_HOLDING, guint32, ty_chunk_get_n (self),
                self->rows[TY_ROWS_HOLDINGS].n);
  TY_CHUNK_SET (self, TY_ROWS_PEOPLE, TY_PEOPLE_FIRST_STUDY, guint32, ty_chunk_get_n (self),
                self->rows[TY_ROWS_STUDIES].n);
  find_homes (self);
  find_range (self);
  share_commons (self);
}

/**
 * ty_chunk_find:
 * @self: a finished chunk
 * @person: key of a person
 * @index: (out): where the person is, or would be
 *
 * Returns: whether the person is in it
 */
gboolean
ty_chunk_find (const TyChunk *self,
               gint64         person,
               guint         *index)
{
  const gint64 *ids = TY_CHUNK_PEOPLE_FIELD (self, gint64, TY_PEOPLE_ID);
  guint low = 0;
  guint high = ty_chunk_get_n (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ids[middle] < person)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  return low < ty_chunk_get_n (self) && ids[low] == person;
}

/**
 * ty_chunk_find_owners:
 * @self: a finished chunk
 * @kind: %TY_ROWS_HOLDINGS or %TY_ROWS_STUDIES
 * @owners: (out caller-allocates): for each row, which person’s it is; with room for
 *   %TY_CHUNK_OWNERS_MORE more
 *
 * Each person writes into four rows, of which those are another’s that are not his: the next one
 * writes over them. So there is no branch but for who has more than four.
 */
void
ty_chunk_find_owners (const TyChunk *self,
                      TyRowKind      kind,
                      guint16       *owners)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (self, guint32, kind == TY_ROWS_HOLDINGS
                                                                 ? TY_PEOPLE_FIRST_HOLDING
                                                                 : TY_PEOPLE_FIRST_STUDY);

  for (guint i = 0; i < ty_chunk_get_n (self); i++)
    {
      guint16 owner = (guint16) i;
      const guint16 four[TY_CHUNK_OWNERS_MORE] = { owner, owner, owner, owner };

      memcpy (owners + first[i], four, sizeof four);
      for (guint row = first[i] + TY_CHUNK_OWNERS_MORE; row < first[i + 1]; row++)
        owners[row] = owner;
    }
}

/**
 * ty_chunk_get_size:
 * @self: a chunk
 *
 * Returns: the bytes that it takes
 */
gsize
ty_chunk_get_size (const TyChunk *self)
{
  gsize size = sizeof *self;

  for (guint kind = 0; kind < TY_N_ROW_KINDS; kind++)
    for (guint i = 0; i < TY_N_FIELDS; i++)
      if (!is_common (self->rows[kind].fields[i]))
        size += ((gsize) self->rows[kind].n_allocated + 1) * sizes[kind][i];
  return size;
}
