/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-chunk.h"
#include "ty-codebook.h"
#include "ty-county-rules.h"
#include "ty-custom-field.h"
#include "ty-database.h"
#include "ty-marks.h"
#include "ty-person-lists.h"
#include "ty-units.h"

G_BEGIN_DECLS

/**
 * TyCodebookKind:
 * @TY_BOOK_POST: posts; the memberships in the pools of reserves and mentors have numbers here too
 * @TY_BOOK_STUDY: mode, level, outcome and degree of a course, joined by tabulators
 * @TY_BOOK_ETHNICITY: keys of `ethnicity`
 * @TY_BOOK_POLITICAL: keys of `political`
 * @TY_BOOK_SOURCE: keys of `source`; the number less 1 is the bit
 * @TY_BOOK_BATCH: keys of `batch`
 * @TY_BOOK_HOW: keys of `appointment_how`
 * @TY_BOOK_END: keys of `end_reason`
 * @TY_BOOK_OWN_FIELD: fields of the county, by key
 * @TY_BOOK_OWN_VALUE: what people have in them
 */
typedef enum
{
  TY_BOOK_POST,
  TY_BOOK_STUDY,
  TY_BOOK_ETHNICITY,
  TY_BOOK_POLITICAL,
  TY_BOOK_SOURCE,
  TY_BOOK_BATCH,
  TY_BOOK_HOW,
  TY_BOOK_END,
  TY_BOOK_OWN_FIELD,
  TY_BOOK_OWN_VALUE,
  TY_N_BOOKS,
} TyCodebookKind;

/* What the book of posts calls memberships; no post has such a key. */
#define TY_POST_RESERVE "\treserve"
#define TY_POST_MENTOR "\tmentor"

/**
 * TyTermRow:
 * @id: key of the term
 * @year: year of the term election
 * @from: the day on which it began, 0 = not known
 */
typedef struct
{
  gint64 id;
  int year;
  gint32 from;
} TyTermRow;

TyColumns  *ty_columns_load          (TyDatabase    **databases,
                                      guint           n_databases,
                                      GCancellable   *cancellable,
                                      GError        **error);
TyColumns  *ty_columns_refresh       (TyColumns      *self,
                                      TyDatabase     *database,
                                      GError        **error);
TyColumns  *ty_columns_ref           (TyColumns      *self);
void        ty_columns_unref         (TyColumns      *self);

gint64      ty_columns_get_seq       (TyColumns      *self);
guint       ty_columns_get_n_people  (TyColumns      *self);
guint       ty_columns_get_n_chunks  (TyColumns      *self);
TyChunk    *ty_columns_get_chunk     (TyColumns      *self,
                                      guint           number);
TyUnits    *ty_columns_get_units     (TyColumns      *self);
TyCodebook *ty_columns_get_book      (TyColumns      *self,
                                      TyCodebookKind  kind);
GArray     *ty_columns_get_terms     (TyColumns      *self);
TyCountyRules *ty_columns_get_rules  (TyColumns      *self);
TyPersonLists *ty_columns_get_lists  (TyColumns      *self);
TyMarks       *ty_columns_get_marks  (TyColumns      *self);
GPtrArray  *ty_columns_get_fields    (TyColumns      *self);
TyCustomField *ty_columns_get_field  (TyColumns      *self,
                                      gint64          key);
gint64      ty_columns_get_person    (TyColumns      *self,
                                      guint32         row);
gboolean    ty_columns_find_person   (TyColumns      *self,
                                      gint64          person,
                                      guint32        *row);
gsize       ty_columns_get_size      (TyColumns      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyColumns, ty_columns_unref)

G_END_DECLS
