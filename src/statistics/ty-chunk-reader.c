/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chunk-reader"

#include "config.h"

#include "ty-chunk-reader.h"

#include "ty-column-table.h"
#include "ty-columns.h"
#include "ty-date.h"
#include "ty-key-memo.h"

#include <string.h>

/* A small table, whose rows are stepped through beside those of a large one. */
typedef struct
{
  TyStatement *statement; /* (unowned) */
  gint64 person;          /* of its row; G_MAXINT64 behind the last */
} Walk;

/* Where the rows of a large table belong: from person to person through the chunks. */
typedef struct
{
  TyChunkReader *reader;
  TyRowKind kind;
  guint number;      /* of the chunk */
  TyChunk *chunk;    /* (nullable): %NULL behind the last person */
  const gint64 *ids; /* of its people */
  guint index;       /* which of them */
} Place;

/**
 * TyChunkReader:
 *
 * Reads people with all that the columns hold of them: first themselves, then their posts and with
 * these what the small tables say, then their studies.
 */
struct _TyChunkReader
{
  TyStatement *statements[TY_N_COLUMN_TABLES]; /* (owned) */
  Walk walks[TY_N_COLUMN_TABLES];
  TyUnits *units;              /* (unowned) */
  TyKeyMemo memos[TY_N_BOOKS];
  gint64 last_unit;
  guint32 last_number;
  guint reserve;
  guint mentor;

  /* While it reads. */
  GPtrArray *chunks;           /* (unowned) */
  guint first_chunk;           /* of those that it makes */
  GCancellable *cancellable;   /* (unowned) (nullable) */
};

/**
 * ty_chunk_reader_new:
 * @database: a connection
 * @units: its units, which outlive the reader
 * @books: (array length=TY_N_BOOKS): the codebooks, which outlive the reader
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a reader
 */
TyChunkReader *
ty_chunk_reader_new (TyDatabase  *database,
                     TyUnits     *units,
                     TyCodebook **books,
                     GError     **error)
{
  g_autoptr(TyChunkReader) self = g_new0 (TyChunkReader, 1);

  self->units = units;
  self->last_number = TY_UNIT_NONE;
  self->reserve = ty_codebook_add (books[TY_BOOK_POST], TY_POST_RESERVE);
  self->mentor = ty_codebook_add (books[TY_BOOK_POST], TY_POST_MENTOR);
  for (guint i = 0; i < TY_N_BOOKS; i++)
    ty_key_memo_init (&self->memos[i], books[i]);
  for (guint i = 0; i < TY_N_COLUMN_TABLES; i++)
    if (i != TY_COLUMN_TABLE_NAMES)
      {
        self->statements[i] = ty_column_table_prepare (database, i, error);
        if (self->statements[i] == NULL)
          return NULL;
      }
  return g_steal_pointer (&self);
}

void
ty_chunk_reader_free (TyChunkReader *self)
{
  for (guint i = 0; i < TY_N_COLUMN_TABLES; i++)
    g_clear_pointer (&self->statements[i], ty_statement_free);
  g_free (self);
}

static gboolean
advance (Walk    *walk,
         GError **error)
{
  TyStep step = ty_statement_step (walk->statement, error);

  walk->person = step == TY_STEP_ROW ? ty_statement_get_int (walk->statement, 0) : G_MAXINT64;
  return step != TY_STEP_ERROR;
}

static gboolean
begin_walks (TyChunkReader  *self,
             gint64          first,
             gint64          last,
             GError        **error)
{
  for (guint i = TY_COLUMN_TABLE_MANDATES; i < TY_N_COLUMN_TABLES; i++)
    {
      self->walks[i].statement = self->statements[i];
      ty_column_table_select (self->statements[i], first, last);
      if (!advance (&self->walks[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Behind the rows of people who are none of ours: they were merged into others. */
static gboolean
walk_to (Walk    *walk,
         gint64   person,
         GError **error)
{
  while (walk->person < person)
    if (!advance (walk, error))
      return FALSE;

  return TRUE;
}

static guint
add_key (TyChunkReader     *self,
         TyCodebookKind     kind,
         const TyGatherRow *row,
         int                column)
{
  gsize length;
  const char *key = ty_gather_row_get_text (row, column, &length);

  return ty_key_memo_add (&self->memos[kind], key, length);
}

static guint
add_walked_key (TyChunkReader  *self,
                TyCodebookKind  kind,
                TyStatement    *statement,
                int             column)
{
  const char *key = ty_statement_get_text (statement, column);

  return ty_key_memo_add (&self->memos[kind], key, key != NULL ? strlen (key) : 0);
}

static guint32
find_unit (TyChunkReader *self,
           gint64         id)
{
  if (id == self->last_unit)
    return self->last_number;

  self->last_number = ty_units_find_near (self->units, id, self->last_number);
  self->last_unit = id;
  return self->last_number;
}

static gint32
get_day (const TyGatherRow *row,
         int                column)
{
  return ty_date_days_from_iso (ty_gather_row_get_text (row, column, NULL));
}

static gint32
first_day (gint32 day)
{
  return day != 0 ? day : TY_DAY_FIRST;
}

static gint32
last_day (gint32 day)
{
  return day != 0 ? day : TY_DAY_LAST;
}

/* People. */

static TyChunk *
get_last_chunk (TyChunkReader  *self,
                GError        **error)
{
  TyChunk *last = self->chunks->len > self->first_chunk
                    ? g_ptr_array_index (self->chunks, self->chunks->len - 1) : NULL;

  if (last != NULL && ty_chunk_get_n (last) < TY_CHUNK_PEOPLE)
    return last;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;

  last = ty_chunk_new ();
  g_ptr_array_add (self->chunks, last);
  return last;
}

static gboolean
read_sources (TyChunkReader  *self,
              gint64          person,
              guint32        *sources,
              GError        **error)
{
  Walk *walk = &self->walks[TY_COLUMN_TABLE_BACKGROUNDS];

  if (!walk_to (walk, person, error))
    return FALSE;
  while (walk->person == person)
    {
      guint number = add_walked_key (self, TY_BOOK_SOURCE, walk->statement, 1);

      if (number != TY_CODEBOOK_NONE)
        *sources |= (guint32) 1 << (number - 1);
      if (!advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_own (TyChunkReader  *self,
          gint64          person,
          TyChunk        *chunk,
          guint           owner,
          GError        **error)
{
  Walk *walk = &self->walks[TY_COLUMN_TABLE_OWN];

  if (!walk_to (walk, person, error))
    return FALSE;
  while (walk->person == person)
    {
      guint row = ty_chunk_append (chunk, TY_ROWS_OWN);

      TY_CHUNK_SET (chunk, TY_ROWS_OWN, TY_OWN_OWNER, guint16, row, (guint16) owner);
      TY_CHUNK_SET (chunk, TY_ROWS_OWN, TY_OWN_FIELD, guint16, row,
                    (guint16) add_walked_key (self, TY_BOOK_OWN_FIELD, walk->statement, 1));
      TY_CHUNK_SET (chunk, TY_ROWS_OWN, TY_OWN_VALUE, guint32, row,
                    add_walked_key (self, TY_BOOK_OWN_VALUE, walk->statement, 2));
      if (!advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_person (const TyGatherRow  *row,
             gpointer            data,
             GError            **error)
{
  TyChunkReader *self = data;
  gint64 person = ty_gather_row_get_key (row);
  const char *sex = ty_gather_row_get_text (row, 1, NULL);
  TyChunk *chunk = get_last_chunk (self, error);
  guint32 sources = 0;
  guint last;

  if (chunk == NULL || !read_sources (self, person, &sources, error))
    return FALSE;

  last = ty_chunk_append (chunk, TY_ROWS_PEOPLE);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_ID, gint64, last, person);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_SEX, guint8, last, sex != NULL ? (guint8) *sex : 0);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_BIRTH, gint32, last, get_day (row, 2));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_PARTY, gint32, last, get_day (row, 3));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_ETHNICITY, guint8, last,
                (guint8) add_key (self, TY_BOOK_ETHNICITY, row, 4));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_POLITICAL, guint8, last,
                (guint8) add_key (self, TY_BOOK_POLITICAL, row, 5));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_WORK, gint32, last, get_day (row, 6));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_SOURCES, guint32, last, sources);
  return read_own (self, person, chunk, last, error);
}

/* Holdings. */

/* What was over before it began was never held: it begins behind all days. */
static guint
append_holding (TyChunk *chunk,
                guint    post,
                guint32  unit,
                gint32   from,
                gint32   until)
{
  guint row = ty_chunk_append (chunk, TY_ROWS_HOLDINGS);

  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_POST, guint16, row, (guint16) post);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_UNIT, guint32, row, unit);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_FROM, gint32, row,
                from <= until ? from : TY_DAY_LAST);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_UNTIL, gint32, row, until);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_HOW, guint8, row, TY_CODEBOOK_NONE);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_END, guint8, row, TY_CODEBOOK_NONE);
  return row;
}

static gboolean
append_memberships (Place         *place,
                    TyColumnTable  table,
                    guint          post,
                    GError       **error)
{
  TyChunkReader *self = place->reader;
  Walk *walk = &self->walks[table];
  gint64 person = place->ids[place->index];

  if (!walk_to (walk, person, error))
    return FALSE;
  while (walk->person == person)
    {
      TyStatement *statement = walk->statement;

      append_holding (place->chunk, post, find_unit (self, ty_statement_get_int (statement, 2)),
                      first_day (ty_date_days_from_iso (ty_statement_get_text (statement, 3))),
                      last_day (ty_date_days_from_iso (ty_statement_get_text (statement, 4))));
      if (!advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

static void
enter_chunk (Place *place,
             guint  number)
{
  GPtrArray *chunks = place->reader->chunks;

  place->number = number;
  place->index = 0;
  place->chunk = number < chunks->len ? g_ptr_array_index (chunks, number) : NULL;
  if (place->chunk != NULL)
    place->ids = TY_CHUNK_PEOPLE_FIELD (place->chunk, gint64, TY_PEOPLE_ID);
}

/* Memberships stand behind the posts, so that these keep the order of their keys. */
static gboolean
leave_person (Place   *place,
              GError **error)
{
  TyChunkReader *self = place->reader;
  gboolean holdings = place->kind == TY_ROWS_HOLDINGS;

  if (holdings
      && (!append_memberships (place, TY_COLUMN_TABLE_RESERVES, self->reserve, error)
          || !append_memberships (place, TY_COLUMN_TABLE_MENTORS, self->mentor, error)))
    return FALSE;

  place->index++;
  TY_CHUNK_SET (place->chunk, TY_ROWS_PEOPLE,
                holdings ? TY_PEOPLE_FIRST_HOLDING : TY_PEOPLE_FIRST_STUDY, guint32, place->index,
                place->chunk->rows[place->kind].n);
  if (place->index < ty_chunk_get_n (place->chunk))
    return TRUE;

  enter_chunk (place, place->number + 1);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* To the person, or to the next one if there is none. */
static gboolean
go_to (Place   *place,
       gint64   person,
       GError **error)
{
  while (place->chunk != NULL && place->ids[place->index] < person)
    if (!leave_person (place, error))
      return FALSE;

  return TRUE;
}

static gboolean
is_at (const Place *place,
       gint64       person)
{
  return place->chunk != NULL && place->ids[place->index] == person;
}

static void
append_mandate (TyChunkReader *self,
                TyStatement   *statement,
                TyChunk       *chunk,
                guint          holding)
{
  guint row = ty_chunk_append (chunk, TY_ROWS_MANDATES);

  TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_HOLDING, guint32, row, holding);
  TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_TERM, gint64, row,
                ty_statement_get_int (statement, 2));
  TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_BATCH, guint8, row,
                (guint8) add_walked_key (self, TY_BOOK_BATCH, statement, 3));
  TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_FILED, gint32, row,
                last_day (ty_date_days_from_iso (ty_statement_get_text (statement, 4))));
}

/* Mandates come in the order of the appointments, as these do. */
static gboolean
append_mandates (TyChunkReader *self,
                 gint64         person,
                 gint64         appointment,
                 TyChunk       *chunk,
                 guint          holding,
                 GError       **error)
{
  Walk *walk = &self->walks[TY_COLUMN_TABLE_MANDATES];

  if (!walk_to (walk, person, error))
    return FALSE;
  while (walk->person == person && ty_statement_get_int (walk->statement, 1) <= appointment)
    {
      if (ty_statement_get_int (walk->statement, 1) == appointment)
        append_mandate (self, walk->statement, chunk, holding);
      if (!advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_post (const TyGatherRow  *row,
           gpointer            data,
           GError            **error)
{
  Place *place = data;
  TyChunkReader *self = place->reader;
  gint64 person = ty_gather_row_get_key (row);
  guint holding;

  if (!go_to (place, person, error))
    return FALSE;
  if (!is_at (place, person))
    return TRUE;

  holding = append_holding (place->chunk, add_key (self, TY_BOOK_POST, row, 3),
                            find_unit (self, ty_gather_row_get_int (row, 2)),
                            first_day (get_day (row, 4)), last_day (get_day (row, 5)));
  TY_CHUNK_SET (place->chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_HOW, guint8, holding,
                (guint8) add_key (self, TY_BOOK_HOW, row, 6));
  TY_CHUNK_SET (place->chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_END, guint8, holding,
                (guint8) add_key (self, TY_BOOK_END, row, 7));
  return append_mandates (self, person, ty_gather_row_get_int (row, 1), place->chunk, holding, error);
}

/* Studies. */

/* Mode, level, outcome and degree, joined by tabulators; whether they fit. */
static gboolean
join_study (const TyGatherRow *row,
            char              *key,
            gsize             *length)
{
  *length = 0;
  for (int column = 2; column <= 5; column++)
    {
      gsize n;
      const char *part = ty_gather_row_get_text (row, column, &n);

      if (*length + n + 2 > TY_KEY_MEMO_BYTES)
        return FALSE;
      if (column > 2)
        key[(*length)++] = '\t';
      if (n > 0)
        memcpy (key + *length, part, n);
      *length += n;
    }
  return TRUE;
}

static const char *
get_part (const TyGatherRow *row,
          int                column)
{
  const char *part = ty_gather_row_get_text (row, column, NULL);

  return part != NULL ? part : "";
}

static guint
add_study_kind (TyChunkReader     *self,
                const TyGatherRow *row)
{
  char key[TY_KEY_MEMO_BYTES];
  gsize length;
  g_autofree char *whole = NULL;

  if (join_study (row, key, &length))
    return ty_key_memo_add (&self->memos[TY_BOOK_STUDY], key, length);

  whole = g_strjoin ("\t", get_part (row, 2), get_part (row, 3), get_part (row, 4), get_part (row, 5),
                     NULL);
  return ty_codebook_add (self->memos[TY_BOOK_STUDY].book, whole);
}

static gboolean
take_study (const TyGatherRow  *row,
            gpointer            data,
            GError            **error)
{
  Place *place = data;
  gint64 person = ty_gather_row_get_key (row);
  guint last;

  if (!go_to (place, person, error))
    return FALSE;
  if (!is_at (place, person))
    return TRUE;

  last = ty_chunk_append (place->chunk, TY_ROWS_STUDIES);
  TY_CHUNK_SET (place->chunk, TY_ROWS_STUDIES, TY_STUDIES_UNTIL, gint32, last,
                first_day (get_day (row, 1)));
  TY_CHUNK_SET (place->chunk, TY_ROWS_STUDIES, TY_STUDIES_KIND, guint16, last,
                (guint16) add_study_kind (place->reader, row));
  return TRUE;
}

static gboolean
read_rows (TyChunkReader  *self,
           TyRowKind       kind,
           gint64          first,
           gint64          last,
           GError        **error)
{
  Place place = { .reader = self, .kind = kind };
  gboolean holdings = kind == TY_ROWS_HOLDINGS;

  enter_chunk (&place, self->first_chunk);
  if (!ty_column_table_gather (self->statements[holdings ? TY_COLUMN_TABLE_POSTS
                                                         : TY_COLUMN_TABLE_STUDIES],
                               first, last, holdings ? take_post : take_study, &place, error))
    return FALSE;
  while (place.chunk != NULL)
    if (!leave_person (&place, error))
      return FALSE;

  return TRUE;
}

/**
 * ty_chunk_reader_read:
 * @self: a reader
 * @first: the lowest key of a person
 * @last: the highest key of a person
 * @chunks: (inout) (element-type TyChunk): finished chunks with these people are appended
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR` or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether all of them were read; if not, the chunks are of no use
 */
gboolean
ty_chunk_reader_read (TyChunkReader  *self,
                      gint64          first,
                      gint64          last,
                      GPtrArray      *chunks,
                      GCancellable   *cancellable,
                      GError        **error)
{
  self->chunks = chunks;
  self->first_chunk = chunks->len;
  self->cancellable = cancellable;
  if (!begin_walks (self, first, last, error)
      || !ty_column_table_gather (self->statements[TY_COLUMN_TABLE_PEOPLE], first, last, take_person,
                                  self, error)
      || !read_rows (self, TY_ROWS_HOLDINGS, first, last, error)
      || !read_rows (self, TY_ROWS_STUDIES, first, last, error))
    return FALSE;

  for (guint i = self->first_chunk; i < chunks->len; i++)
    ty_chunk_finish (g_ptr_array_index (chunks, i));
  return TRUE;
}
