/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-code-list.h"

#include <string.h>

/* By the highest course of study that was finished by the date: only who graduated reached a level
 * (design.md 6). Lower values are higher levels. */

static void
fill_studies (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (people, guint32, TY_PEOPLE_FIRST_STUDY);
  const gint32 *until = TY_CHUNK_STUDIES_FIELD (people, gint32, TY_STUDIES_UNTIL);
  const guint16 *kind = TY_CHUNK_STUDIES_FIELD (people, guint16, TY_STUDIES_KIND);
  gint32 day = ty_view_get_day (view);

  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    {
      guint32 best = G_MAXUINT32;

      for (guint j = first[i]; j < first[i + 1]; j++)
        if (until[j] <= day && scale->table[kind[j]] != TY_SCALE_NONE)
          best = MIN (best, scale->table[kind[j]]);
      values[i] = best != G_MAXUINT32 ? best : TY_SCALE_NONE;
    }
}

/* Levels of one rank are one value, called by the first of them. */
static void
add_levels (TyScale *scale)
{
  TyCodeList *codes = ty_code_list_get_shipped ("education");

  for (int rank = 1; rank < 10; rank++)
    for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
      {
        TyCode *code = ty_code_list_get_item (codes, i);

        if (ty_code_get_integer (code, "rank") != rank)
          continue;
        ty_scale_add (scale, ty_code_get_key (code), ty_code_get_label (code));
        break;
      }
}

static guint
find_level (TyScale    *scale,
            const char *level)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("education"), level);
  int rank = code != NULL ? ty_code_get_integer (code, "rank") : 0;

  for (guint value = 1; rank != 0 && value < ty_scale_get_n (scale); value++)
    {
      TyCode *other = ty_code_list_lookup (ty_code_list_get_shipped ("education"),
                                           ty_scale_get_key (scale, value));

      if (ty_code_get_integer (other, "rank") == rank)
        return value;
    }
  return TY_SCALE_NONE;
}

typedef guint (*FindFunc) (TyScale     *scale,
                           char       **parts);

static void
make_studies (TyScale  *scale,
              TyView   *view,
              FindFunc  find)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_STUDY);
  guint n = ty_codebook_get_n (book);

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_studies;
  scale->table = g_new0 (guint32, n);
  for (guint i = 1; i < n; i++)
    {
      g_auto(GStrv) parts = g_strsplit (ty_codebook_get (book, i), "\t", 4);

      /* A key that was too long has lost its end. */
      if (g_strv_length (parts) == 4 && strcmp (parts[2], "graduated") == 0)
        scale->table[i] = find (scale, parts);
    }
}

static guint
find_education (TyScale  *scale,
                char    **parts)
{
  return find_level (scale, parts[1]);
}

void
ty_dimension_make_education (TyScale *scale,
                             TyView  *view)
{
  add_levels (scale);
  make_studies (scale, view, find_education);
}

static guint
find_full_time (TyScale  *scale,
                char    **parts)
{
  return strcmp (parts[0], "fulltime") == 0 ? find_level (scale, parts[1]) : TY_SCALE_NONE;
}

void
ty_dimension_make_full_time (TyScale *scale,
                             TyView  *view)
{
  add_levels (scale);
  make_studies (scale, view, find_full_time);
}

static guint
find_in_service (TyScale  *scale,
                 char    **parts)
{
  return strcmp (parts[0], "inservice") == 0 ? find_level (scale, parts[1]) : TY_SCALE_NONE;
}

void
ty_dimension_make_in_service (TyScale *scale,
                              TyView  *view)
{
  add_levels (scale);
  make_studies (scale, view, find_in_service);
}

/* The first digit of a degree is that of its group; an honorary doctor has no degree. */
static guint
find_degree (TyScale  *scale,
             char    **parts)
{
  const char group[2] = { parts[3][0], '\0' };
  guint value;

  return group[0] != '1' && group[0] != '\0' && ty_scale_find (scale, group, &value) ? value
                                                                                     : TY_SCALE_NONE;
}

void
ty_dimension_make_degree (TyScale *scale,
                          TyView  *view)
{
  static const char *const groups[] = { "2", "3", "4" };
  TyCodeList *codes = ty_code_list_get_shipped ("degree");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    ty_scale_add (scale, groups[i], ty_code_get_label (ty_code_list_lookup (codes, groups[i])));
  make_studies (scale, view, find_degree);
}
