/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* People in a chunk at most: a power of two, so that row numbers split by a shift. */
#define TY_CHUNK_SHIFT 14
#define TY_CHUNK_PEOPLE (1u << TY_CHUNK_SHIFT)

/* For how many rows more there must be room where the owners of rows are found. */
#define TY_CHUNK_OWNERS_MORE 4

/* Days that stand for no date: a period without a beginning began before all days, one without an
 * end ends after all, and a study without a date was finished before all. */
#define TY_DAY_FIRST G_MININT32
#define TY_DAY_LAST G_MAXINT32

/* A unit that the file does not know. */
#define TY_UNIT_NONE G_MAXUINT32

/**
 * TyRowKind:
 * @TY_ROWS_PEOPLE: a row for each person, by key
 * @TY_ROWS_HOLDINGS: a row for each post, membership in the reserve pool and in the mentor pool
 * @TY_ROWS_STUDIES: a row for each course of study
 * @TY_ROWS_MANDATES: a row for each appointment in a term
 * @TY_ROWS_OWN: a row for each value in a field of the county
 *
 * The tables of a chunk. The rows of a person stand together, in the order of the people.
 */
typedef enum
{
  TY_ROWS_PEOPLE,
  TY_ROWS_HOLDINGS,
  TY_ROWS_STUDIES,
  TY_ROWS_MANDATES,
  TY_ROWS_OWN,
  TY_N_ROW_KINDS,
} TyRowKind;

/* The fields of each kind of rows, with the type of their elements. */
enum
{
  TY_PEOPLE_ID,             /* gint64: key of the person */
  TY_PEOPLE_FIRST_HOLDING,  /* guint32: where the person's holdings begin; one more at the end */
  TY_PEOPLE_FIRST_STUDY,    /* guint32: the same of the studies */
  TY_PEOPLE_BIRTH,          /* gint32: day, 0 = not known */
  TY_PEOPLE_PARTY,          /* gint32: day of joining the party, 0 = not known */
  TY_PEOPLE_WORK,           /* gint32: day of starting work, 0 = not known */
  TY_PEOPLE_SOURCES,        /* guint32: a bit for each background */
  TY_PEOPLE_SEX,            /* guint8: the digit as it is stored, 0 = not filled in */
  TY_PEOPLE_ETHNICITY,      /* guint8: of the codebook */
  TY_PEOPLE_POLITICAL,      /* guint8: of the codebook */
  TY_PEOPLE_HOME,           /* guint32: the unit of all holdings, TY_UNIT_NONE of several and of none; the
                             * end of the making sets it */
  TY_N_PEOPLE_FIELDS,
};

enum
{
  TY_HOLDINGS_UNIT,  /* guint32: number of the unit */
  TY_HOLDINGS_FROM,  /* gint32: the first day; TY_DAY_LAST of what was over before it began */
  TY_HOLDINGS_UNTIL, /* gint32: the first day that does not count any more */
  TY_HOLDINGS_POST,  /* guint16: of the codebook */
  TY_HOLDINGS_HOW,   /* guint8: how it was obtained, of the codebook; of memberships none */
  TY_HOLDINGS_END,   /* guint8: why it ended, in the same way */
  TY_N_HOLDINGS_FIELDS,
};

enum
{
  TY_STUDIES_UNTIL, /* gint32: the day on which it was finished */
  TY_STUDIES_KIND,  /* guint16: mode, level, outcome and degree, of the codebook */
  TY_N_STUDIES_FIELDS,
};

enum
{
  TY_MANDATES_HOLDING, /* guint32: which holding of the chunk */
  TY_MANDATES_BATCH,   /* guint8: of the codebook */
  TY_MANDATES_FILED,   /* gint32: the day of the county filing; TY_DAY_LAST without day or number */
  TY_MANDATES_TERM,    /* gint64: key of the term */
  TY_N_MANDATES_FIELDS,
};

/* In the order of the people. */
enum
{
  TY_OWN_VALUE, /* guint32: of the codebook */
  TY_OWN_OWNER, /* guint16: which person of the chunk */
  TY_OWN_FIELD, /* guint16: of the codebook */
  TY_N_OWN_FIELDS,
};

#define TY_N_FIELDS TY_N_PEOPLE_FIELDS

/**
 * TyRows:
 * @n: how many rows
 * @n_allocated: for how many there is room
 * @fields: the values of each field
 *
 * A table of a chunk, field by field.
 */
typedef struct
{
  guint n;
  guint n_allocated;
  gpointer fields[TY_N_FIELDS];
} TyRows;

/**
 * TyChunk:
 * @rows: its tables
 * @lowest_unit: the lowest number of a unit of its holdings; %TY_UNIT_NONE without any
 * @highest_unit: the highest
 *
 * Some people with all that figures ask of them. It is made once, then only read: a change makes
 * another chunk, and who still reads the old one keeps it.
 */
typedef struct
{
  gatomicrefcount count;
  TyRows rows[TY_N_ROW_KINDS];
  guint32 lowest_unit;
  guint32 highest_unit;
} TyChunk;

/* The values of a field of all rows of a chunk. */
#define TY_CHUNK_PEOPLE_FIELD(self, type, field) \
  ((const type *) (self)->rows[TY_ROWS_PEOPLE].fields[field])
#define TY_CHUNK_HOLDINGS_FIELD(self, type, field) \
  ((const type *) (self)->rows[TY_ROWS_HOLDINGS].fields[field])
#define TY_CHUNK_STUDIES_FIELD(self, type, field) \
  ((const type *) (self)->rows[TY_ROWS_STUDIES].fields[field])
#define TY_CHUNK_MANDATES_FIELD(self, type, field) \
  ((const type *) (self)->rows[TY_ROWS_MANDATES].fields[field])
#define TY_CHUNK_OWN_FIELD(self, type, field) \
  ((const type *) (self)->rows[TY_ROWS_OWN].fields[field])

TyChunk  *ty_chunk_new          (void) G_GNUC_WARN_UNUSED_RESULT;
TyChunk  *ty_chunk_ref          (TyChunk       *self);
void      ty_chunk_unref        (TyChunk       *self);
guint     ty_chunk_append       (TyChunk       *self,
                                 TyRowKind      kind);
void      ty_chunk_append_range (TyChunk       *self,
                                 const TyChunk *other,
                                 guint          first,
                                 guint          end);
void      ty_chunk_finish       (TyChunk       *self);
gboolean  ty_chunk_find         (const TyChunk *self,
                                 gint64         person,
                                 guint         *index);
void      ty_chunk_find_owners  (const TyChunk *self,
                                 TyRowKind      kind,
                                 guint16       *owners);
gsize     ty_chunk_get_size     (const TyChunk *self);

static inline guint
ty_chunk_get_n (const TyChunk *self)
{
  return self->rows[TY_ROWS_PEOPLE].n;
}

/* While a chunk is made: the value of a field of a row, to be written. */
#define TY_CHUNK_SET(self, kind, field, type, row, value) \
  (((type *) (self)->rows[kind].fields[field])[row] = (value))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyChunk, ty_chunk_unref)

G_END_DECLS
