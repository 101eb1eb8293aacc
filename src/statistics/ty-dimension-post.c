/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-code-list.h"
#include "ty-main-post.h"
#include "ty-post-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By the posts held on the date in the scope. */

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  int first = ty_post_name_get_rank (ty_code_get_key (*(TyCode *const *) a));
  int second = ty_post_name_get_rank (ty_code_get_key (*(TyCode *const *) b));

  return (first > second) - (first < second);
}

static gboolean
is_membership (const char *key)
{
  return *key == '\t';
}

/* Posts in their official order, then those that only the file knows. */
void
ty_dimension_make_post (TyScale *scale,
                        TyView  *view)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_POST);
  TyCodeList *codes = ty_code_list_get_shipped ("post");
  g_autoptr(GPtrArray) ordered = g_ptr_array_new ();
  guint n = ty_codebook_get_n (book);

  scale->kind = TY_SCALE_POSTS;
  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    g_ptr_array_add (ordered, ty_code_list_get_item (codes, i));
  g_ptr_array_sort (ordered, compare_ranks);
  for (guint i = 0; i < ordered->len; i++)
    ty_scale_add (scale, ty_code_get_key (g_ptr_array_index (ordered, i)),
                  ty_code_get_label (g_ptr_array_index (ordered, i)));

  scale->table = g_new0 (guint32, n);
  for (guint i = 1; i < n; i++)
    {
      const char *key = ty_codebook_get (book, i);

      if (!is_membership (key) && !ty_scale_find (scale, key, &scale->table[i]))
        scale->table[i] = ty_scale_add (scale, key, key);
    }
}

void
ty_dimension_make_body (TyScale *scale,
                        TyView  *view)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_POST);
  guint n = ty_codebook_get_n (book);

  scale->kind = TY_SCALE_POSTS;
  ty_scale_add_codes (scale, "body");
  scale->table = g_new0 (guint32, n);
  for (guint i = 1; i < n; i++)
    {
      TyCode *post = ty_code_list_lookup (ty_code_list_get_shipped ("post"),
                                          ty_codebook_get (book, i));
      const char *body = post != NULL ? ty_code_get_attribute (post, "body") : NULL;

      if (body != NULL)
        ty_scale_find (scale, body, &scale->table[i]);
    }
}

/* Whole years in the bands in which offices count them. */
static guint32
get_band (int years)
{
  return years < 0 ? TY_SCALE_NONE
         : years < 1 ? 1
         : years < 3 ? 2
         : years < 5 ? 3
         : years < 10 ? 4 : 5;
}

static void
add_bands (TyScale *scale)
{
  ty_scale_add (scale, "lt_1", _("less than 1 year"));
  ty_scale_add (scale, "1_2", _("1–2 years"));
  ty_scale_add (scale, "3_4", _("3–4 years"));
  ty_scale_add (scale, "5_9", _("5–9 years"));
  ty_scale_add (scale, "ge_10", _("10 years and more"));
}

/* Full years since the highest post held in the scope began. */
static guint32
find_tenure (const TyScale *scale,
             TyView        *view,
             const TyChunk *chunk,
             guint          index,
             TyGroups       groups)
{
  return get_band (ty_main_post_get_tenure (view, chunk, index, scale->table, groups));
}

/* Full years since the first post in a village of now. */
static guint32
find_village_years (const TyScale *scale,
                    TyView        *view,
                    const TyChunk *chunk,
                    guint          index,
                    TyGroups       groups)
{
  return get_band (ty_main_post_get_village_years (view, chunk, index, groups));
}

static void
fill_tenures (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    values[i] = scale->find (scale, view, people, i, (TyGroups){ NULL, 0 });
}

void
ty_dimension_make_tenure (TyScale *scale,
                          TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_tenures;
  scale->find = find_tenure;
  scale->table = ty_main_post_dup_ranks (view);
  add_bands (scale);
}

void
ty_dimension_make_village_years (TyScale *scale,
                                 TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_tenures;
  scale->find = find_village_years;
  add_bands (scale);
}
