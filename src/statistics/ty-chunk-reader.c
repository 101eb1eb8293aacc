/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chunk-reader"

#include "config.h"

#include "ty-chunk-reader.h"

#include "ty-column-table.h"
#include "ty-columns.h"
#include "ty-date.h"

#include <string.h>

/* Keys up to that length, and so many of them, are remembered without asking the codebook, which has
 * a lock: a file has millions of rows and some hundred different keys. */
#define KEY_BYTES 32
#define MEMO_BITS 8

/* A table that is walked beside that of the people. */
typedef struct
{
  TyStatement *statement; /* (owned) */
  gint64 person;          /* of its row; G_MAXINT64 behind the last */
} Walk;

typedef struct
{
  guint64 words[KEY_BYTES / 8];
  guint number; /* 0 = nothing is remembered here */
} Memo;

/**
 * TyChunkReader:
 *
 * Reads people with all that the columns hold of them, walking the tables side by side.
 */
struct _TyChunkReader
{
  Walk walks[TY_N_COLUMN_TABLES];
  TyUnits *units;      /* (unowned) */
  TyCodebook **books;  /* (unowned) */
  Memo memos[TY_N_BOOKS][1 << MEMO_BITS];
  gint64 last_unit;
  guint32 last_number;
  guint16 reserve;
  guint16 mentor;
};

/**
 * ty_chunk_reader_new:
 * @database: a connection
 * @units: its units, which outlive the reader
 * @books: (array length=TY_N_BOOKS): the codebooks, which outlive the reader
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a reader before its first people
 */
TyChunkReader *
ty_chunk_reader_new (TyDatabase  *database,
                     TyUnits     *units,
                     TyCodebook **books,
                     GError     **error)
{
  g_autoptr(TyChunkReader) self = g_new0 (TyChunkReader, 1);

  self->units = units;
  self->books = books;
  self->last_number = TY_UNIT_NONE;
  self->reserve = (guint16) ty_codebook_add (books[TY_BOOK_POST], TY_POST_RESERVE);
  self->mentor = (guint16) ty_codebook_add (books[TY_BOOK_POST], TY_POST_MENTOR);
  for (guint i = 0; i < TY_N_COLUMN_TABLES; i++)
    if (i != TY_COLUMN_TABLE_NAMES)
      {
        self->walks[i].statement = ty_column_table_select (database, i, 0, 0, error);
        if (self->walks[i].statement == NULL)
          return NULL;
      }
  return g_steal_pointer (&self);
}

void
ty_chunk_reader_free (TyChunkReader *self)
{
  for (guint i = 0; i < TY_N_COLUMN_TABLES; i++)
    g_clear_pointer (&self->walks[i].statement, ty_statement_free);
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

/**
 * ty_chunk_reader_begin:
 * @self: a reader
 * @first: the lowest key of a person
 * @last: the highest key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it stands before these people
 */
gboolean
ty_chunk_reader_begin (TyChunkReader  *self,
                       gint64          first,
                       gint64          last,
                       GError        **error)
{
  for (guint i = 0; i < TY_N_COLUMN_TABLES; i++)
    {
      Walk *walk = &self->walks[i];

      if (walk->statement == NULL)
        continue;
      ty_column_table_select_again (walk->statement, first, last);
      if (i != TY_COLUMN_TABLE_PEOPLE && !advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

/* @key: (array fixed-size=32): with zeros behind its end. */
static guint
add_short_key (TyChunkReader  *self,
               TyCodebookKind  kind,
               const char     *key)
{
  guint64 words[KEY_BYTES / 8];
  guint64 hash;
  Memo *memo;

  memcpy (words, key, sizeof words);
  hash = (words[0] * 3 + words[1] * 5 + words[2] * 7 + words[3] * 11) * 0x9E3779B97F4A7C15u;
  memo = &self->memos[kind][hash >> (64 - MEMO_BITS)];
  if (memo->number == 0 || memcmp (memo->words, words, sizeof words) != 0)
    {
      memcpy (memo->words, words, sizeof words);
      memo->number = ty_codebook_add (self->books[kind], key);
    }
  return memo->number;
}

static guint
add_key (TyChunkReader  *self,
         TyCodebookKind  kind,
         const char     *key)
{
  char room[KEY_BYTES] = { 0 };
  size_t length;

  if (key == NULL)
    return TY_CODEBOOK_NONE;

  length = strlen (key);
  if (length >= KEY_BYTES)
    return ty_codebook_add (self->books[kind], key);

  memcpy (room, key, length);
  return add_short_key (self, kind, room);
}

static guint32
find_unit (TyChunkReader *self,
           gint64         id)
{
  if (id == self->last_unit)
    return self->last_number;

  /* People are often in the order of their units. */
  if (self->last_number + 1 < ty_units_get_n (self->units)
      && ty_units_get_id (self->units, self->last_number + 1) == id)
    self->last_number++;
  else
    self->last_number = ty_units_find (self->units, id);
  self->last_unit = id;
  return self->last_number;
}

static gint32
get_first_day (TyStatement *statement,
               int          column)
{
  gint32 day = ty_date_days_from_iso (ty_statement_get_text (statement, column));

  return day != 0 ? day : TY_DAY_FIRST;
}

static gint32
get_last_day (TyStatement *statement,
              int          column)
{
  gint32 day = ty_date_days_from_iso (ty_statement_get_text (statement, column));

  return day != 0 ? day : TY_DAY_LAST;
}

static void
append_person (TyChunkReader *self,
               TyChunk       *chunk)
{
  TyStatement *statement = self->walks[TY_COLUMN_TABLE_PEOPLE].statement;
  const char *sex = ty_statement_get_text (statement, 1);
  guint row = ty_chunk_append (chunk, TY_ROWS_PEOPLE);

  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_ID, gint64, row, ty_statement_get_int (statement, 0));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_SEX, guint8, row, sex != NULL ? (guint8) *sex : 0);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_BIRTH, gint32, row,
                ty_date_days_from_iso (ty_statement_get_text (statement, 2)));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_PARTY, gint32, row,
                ty_date_days_from_iso (ty_statement_get_text (statement, 3)));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_ETHNICITY, guint8, row,
                (guint8) add_key (self, TY_BOOK_ETHNICITY, ty_statement_get_text (statement, 4)));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_POLITICAL, guint8, row,
                (guint8) add_key (self, TY_BOOK_POLITICAL, ty_statement_get_text (statement, 5)));
}

/* What was over before it began was never held: it begins behind all days. */
static void
append_holding (TyChunkReader *self,
                TyStatement   *statement,
                guint          post,
                int            from_column,
                TyChunk       *chunk)
{
  guint row = ty_chunk_append (chunk, TY_ROWS_HOLDINGS);
  gint32 from = get_first_day (statement, from_column);
  gint32 until = get_last_day (statement, from_column + 1);

  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_UNIT, guint32, row,
                find_unit (self, ty_statement_get_int (statement, 2)));
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_POST, guint16, row, (guint16) post);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_FROM, gint32, row,
                from <= until ? from : TY_DAY_LAST);
  TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_UNTIL, gint32, row, until);
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
                (guint8) add_key (self, TY_BOOK_BATCH, ty_statement_get_text (statement, 3)));
}

/* Mandates come in the order of the appointments, as these do. */
static gboolean
append_posts (TyChunkReader *self,
              gint64         person,
              TyChunk       *chunk,
              GError       **error)
{
  Walk *posts = &self->walks[TY_COLUMN_TABLE_POSTS];
  Walk *mandates = &self->walks[TY_COLUMN_TABLE_MANDATES];

  while (posts->person == person)
    {
      gint64 appointment = ty_statement_get_int (posts->statement, 1);
      guint holding = chunk->rows[TY_ROWS_HOLDINGS].n;

      append_holding (self, posts->statement,
                      add_key (self, TY_BOOK_POST, ty_statement_get_text (posts->statement, 3)), 4,
                      chunk);
      while (mandates->person == person
             && ty_statement_get_int (mandates->statement, 1) <= appointment)
        {
          if (ty_statement_get_int (mandates->statement, 1) == appointment)
            append_mandate (self, mandates->statement, chunk, holding);
          if (!advance (mandates, error))
            return FALSE;
        }
      if (!advance (posts, error))
        return FALSE;
    }
  return TRUE;
}

/* Behind the posts, so that these keep the order of their keys. */
static gboolean
append_memberships (TyChunkReader *self,
                    TyColumnTable  table,
                    guint          post,
                    gint64         person,
                    TyChunk       *chunk,
                    GError       **error)
{
  Walk *walk = &self->walks[table];

  while (walk->person == person)
    {
      append_holding (self, walk->statement, post, 3, chunk);
      if (!advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

/* Mode, level, outcome and degree, joined by tabulators; whether they fit. */
static gboolean
join_study (TyStatement *statement,
            char        *key)
{
  size_t length = 0;

  for (int column = 2; column <= 5; column++)
    {
      const char *part = ty_statement_get_text (statement, column);
      size_t n = part != NULL ? strlen (part) : 0;

      if (length + n + 2 > KEY_BYTES)
        return FALSE;
      if (column > 2)
        key[length++] = '\t';
      if (n > 0)
        memcpy (key + length, part, n);
      length += n;
    }
  return TRUE;
}

static char *
dup_study (TyStatement *statement)
{
  const char *mode = ty_statement_get_text (statement, 2);
  const char *level = ty_statement_get_text (statement, 3);
  const char *outcome = ty_statement_get_text (statement, 4);
  const char *degree = ty_statement_get_text (statement, 5);

  return g_strconcat (mode != NULL ? mode : "", "\t", level != NULL ? level : "", "\t",
                      outcome != NULL ? outcome : "", "\t", degree != NULL ? degree : "", NULL);
}

static guint
add_study_kind (TyChunkReader *self,
                TyStatement   *statement)
{
  char key[KEY_BYTES] = { 0 };
  g_autofree char *whole = NULL;

  if (join_study (statement, key))
    return add_short_key (self, TY_BOOK_STUDY, key);

  whole = dup_study (statement);
  return ty_codebook_add (self->books[TY_BOOK_STUDY], whole);
}

static void
append_study (TyChunkReader *self,
              TyStatement   *statement,
              TyChunk       *chunk)
{
  guint row = ty_chunk_append (chunk, TY_ROWS_STUDIES);

  TY_CHUNK_SET (chunk, TY_ROWS_STUDIES, TY_STUDIES_UNTIL, gint32, row, get_first_day (statement, 1));
  TY_CHUNK_SET (chunk, TY_ROWS_STUDIES, TY_STUDIES_KIND, guint16, row,
                (guint16) add_study_kind (self, statement));
}

static gboolean
append_studies (TyChunkReader *self,
                gint64         person,
                TyChunk       *chunk,
                GError       **error)
{
  Walk *walk = &self->walks[TY_COLUMN_TABLE_STUDIES];

  while (walk->person == person)
    {
      append_study (self, walk->statement, chunk);
      if (!advance (walk, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_sources (TyChunkReader *self,
                gint64         person,
                TyChunk       *chunk,
                GError       **error)
{
  Walk *walk = &self->walks[TY_COLUMN_TABLE_BACKGROUNDS];
  guint32 sources = 0;

  while (walk->person == person)
    {
      guint number = add_key (self, TY_BOOK_SOURCE, ty_statement_get_text (walk->statement, 1));

      if (number != TY_CODEBOOK_NONE)
        sources |= (guint32) 1 << (number - 1);
      if (!advance (walk, error))
        return FALSE;
    }
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_SOURCES, guint32, ty_chunk_get_n (chunk) - 1, sources);
  return TRUE;
}

/* Rows of people who are none of ours: they were merged into others. */
static gboolean
skip_others (TyChunkReader *self,
             gint64         person,
             GError       **error)
{
  for (guint i = TY_COLUMN_TABLE_PEOPLE + 1; i < TY_N_COLUMN_TABLES; i++)
    while (self->walks[i].statement != NULL && self->walks[i].person < person)
      if (!advance (&self->walks[i], error))
        return FALSE;

  return TRUE;
}

/**
 * ty_chunk_reader_next:
 * @self: a reader
 * @chunk: a chunk that is being made
 * @error: a `TY_STORE_ERROR`
 *
 * Appends the next person.
 *
 * Returns: %TY_STEP_ROW where there was one
 */
TyStep
ty_chunk_reader_next (TyChunkReader *self,
                      TyChunk       *chunk,
                      GError       **error)
{
  TyStatement *people = self->walks[TY_COLUMN_TABLE_PEOPLE].statement;
  TyStep step = ty_statement_step (people, error);
  gint64 person;

  if (step != TY_STEP_ROW)
    return step;

  person = ty_statement_get_int (people, 0);
  append_person (self, chunk);
  return skip_others (self, person, error)
         && append_posts (self, person, chunk, error)
         && append_memberships (self, TY_COLUMN_TABLE_RESERVES, self->reserve, person, chunk, error)
         && append_memberships (self, TY_COLUMN_TABLE_MENTORS, self->mentor, person, chunk, error)
         && append_studies (self, person, chunk, error)
         && append_sources (self, person, chunk, error) ? TY_STEP_ROW : TY_STEP_ERROR;
}
