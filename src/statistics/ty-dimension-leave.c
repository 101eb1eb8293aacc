/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-view-private.h"

/* How somebody came and why somebody left: of the post held in the scope that began last, and of the one that
 * ended last there. With comings and goings (ty-dimension-change.c) they are the reasons of a report. */

/* A post that was held and has ended by the date. */
static gboolean
has_ended (TyView        *view,
           const TyChunk *chunk,
           guint          holding,
           TyGroups       groups)
{
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);

  return until[holding] <= view->day && from[holding] <= until[holding]
         && ty_view_is_post (view, TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding])
         && ty_view_is_in_scope (view, TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding],
                                 groups);
}

typedef gboolean (*CountsFunc) (TyView        *view,
                                const TyChunk *chunk,
                                guint          holding,
                                TyGroups       groups);

static gboolean
is_held (TyView        *view,
         const TyChunk *chunk,
         guint          holding,
         TyGroups       groups)
{
  return ty_view_holds_post (view, chunk, holding, groups);
}

/* Of several on one day the one that was entered first; @n where there is none. */
static guint
find_last (TyView        *view,
           const TyChunk *chunk,
           guint          index,
           TyGroups       groups,
           guint          field,
           CountsFunc     counts)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *days = (const gint32 *) chunk->rows[TY_ROWS_HOLDINGS].fields[field];
  guint last = G_MAXUINT;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if ((last == G_MAXUINT || days[i] > days[last]) && counts (view, chunk, i, groups))
      last = i;
  return last;
}

static guint32
find_reason (const TyScale *scale,
             TyView        *view,
             const TyChunk *chunk,
             guint          index,
             TyGroups       groups)
{
  guint last = find_last (view, chunk, index, groups, TY_HOLDINGS_UNTIL, has_ended);

  return last != G_MAXUINT ? scale->table[TY_CHUNK_HOLDINGS_FIELD (chunk, guint8, TY_HOLDINGS_END)[last]]
                           : TY_SCALE_NONE;
}

static guint32
find_post (const TyScale *scale,
           TyView        *view,
           const TyChunk *chunk,
           guint          index,
           TyGroups       groups)
{
  guint last = find_last (view, chunk, index, groups, TY_HOLDINGS_UNTIL, has_ended);

  return last != G_MAXUINT ? scale->table[TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[last]]
                           : TY_SCALE_NONE;
}

static guint32
find_how (const TyScale *scale,
          TyView        *view,
          const TyChunk *chunk,
          guint          index,
          TyGroups       groups)
{
  guint last = find_last (view, chunk, index, groups, TY_HOLDINGS_FROM, is_held);

  return last != G_MAXUINT ? scale->table[TY_CHUNK_HOLDINGS_FIELD (chunk, guint8, TY_HOLDINGS_HOW)[last]]
                           : TY_SCALE_NONE;
}

static void
fill (const TyScale *scale,
      TyView        *view,
      guint          chunk,
      guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    values[i] = scale->find (scale, view, people, i, (TyGroups){ NULL, 0 });
}

/* Codes of a list, then those that only the file knows. */
static void
make (TyScale         *scale,
      TyView          *view,
      TyCodebookKind   kind,
      const char      *list,
      TyScaleFindFunc  find)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), kind);
  guint n = ty_codebook_get_n (book);

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill;
  scale->find = find;
  scale->table = g_new0 (guint32, MAX (n, G_MAXUINT8 + 1));
  ty_scale_add_codes (scale, list);
  for (guint i = 1; i < n; i++)
    {
      const char *key = ty_codebook_get (book, i);

      if (*key != '\0' && !ty_scale_find (scale, key, &scale->table[i]))
        scale->table[i] = ty_scale_add (scale, key, key);
    }
}

void
ty_dimension_make_leave_reason (TyScale *scale,
                                TyView  *view)
{
  make (scale, view, TY_BOOK_END, "end_reason", find_reason);
}

void
ty_dimension_make_leave_post (TyScale *scale,
                              TyView  *view)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_POST);
  guint n = ty_codebook_get_n (book);

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill;
  scale->find = find_post;
  scale->table = g_new0 (guint32, n);
  ty_scale_add_codes (scale, "post");
  for (guint i = 1; i < n; i++)
    {
      const char *key = ty_codebook_get (book, i);

      if (ty_view_is_post (view, i) && !ty_scale_find (scale, key, &scale->table[i]))
        scale->table[i] = ty_scale_add (scale, key, key);
    }
}

void
ty_dimension_make_appointment_how (TyScale *scale,
                                   TyView  *view)
{
  make (scale, view, TY_BOOK_HOW, "appointment_how", find_how);
}
