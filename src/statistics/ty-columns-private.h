/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-columns.h"

G_BEGIN_DECLS

typedef struct
{
  TyCodebook *books[TY_N_BOOKS]; /* (owned) */
} TyBooks;

/**
 * TyColumns:
 *
 * Everybody in the file with all that figures ask, as it was after an action: a generation. It is
 * only read; a change makes the next one, which shares with it all chunks that nothing touched.
 */
struct _TyColumns
{
  gatomicrefcount count;
  TyBooks *books;     /* (owned): shared with all other generations */
  TyUnits *units;     /* (owned) */
  GPtrArray *chunks;  /* (owned) (element-type TyChunk): by key of the people */
  TyPersonLists *lists; /* (owned) */
  TyMarks *marks;     /* (owned) */
  GArray *terms;      /* (owned) (element-type TyTermRow) */
  GPtrArray *fields;  /* (owned) (element-type TyCustomField): those of the county */
  TyCountyRules *rules; /* (owned) */
  char *rules_json;   /* (owned) */
  guint n_people;
  gint64 seq;
};

TyColumns *ty_columns_new        (TyColumns   *before) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_columns_read_terms (TyColumns   *self,
                                  TyDatabase  *database,
                                  GError     **error);
gboolean   ty_columns_read_fields (TyColumns  *self,
                                  TyDatabase  *database,
                                  GError     **error);
gboolean   ty_columns_read_rules (TyColumns   *self,
                                  TyColumns   *before,
                                  TyDatabase  *database,
                                  GError     **error);
void       ty_columns_finish     (TyColumns   *self);
guint      ty_columns_find_chunk (TyColumns   *self,
                                  gint64       person);

G_END_DECLS
