/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-order"

#include "config.h"

#include "ty-order.h"

#include "ty-collate.h"
#include "ty-custom-field.h"
#include "ty-dimension.h"
#include "ty-scale.h"

#include <string.h>

/* Who has no value comes last. */
#define UNKNOWN G_MAXUINT32

/* The order of what people have in a field of the county: that of the values of its dimension (choices as
 * the county wrote them, numbers, dates), but texts by pinyin. So what is sensitive sorts by whether it is
 * filled in, since its dimension tells no more. */

typedef struct
{
  guint value;
  char *key; /* (owned) */
} Text;

static void
text_clear (gpointer data)
{
  g_free (((Text *) data)->key);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Text *) a)->key, ((const Text *) b)->key);
}

static void
rank_by_pinyin (TyScale *scale,
                guint32 *ranks)
{
  g_autoptr(GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));

  g_array_set_clear_func (texts, text_clear);
  for (guint i = 1; i < ty_scale_get_n (scale); i++)
    {
      Text text = { i, ty_collate_key_pinyin (ty_scale_get_label (scale, i), "") };

      g_array_append_val (texts, text);
    }
  g_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    ranks[g_array_index (texts, Text, i).value] = i;
}

static guint32 *
make_value_ranks (TyScale       *scale,
                  TyCustomField *field)
{
  guint32 *ranks = g_new (guint32, ty_scale_get_n (scale) + 1);

  for (guint i = 0; i < ty_scale_get_n (scale); i++)
    ranks[i] = i == TY_SCALE_NONE ? UNKNOWN : i;
  if (field != NULL && ty_custom_field_get_kind (field) == TY_CUSTOM_KIND_TEXT)
    rank_by_pinyin (scale, ranks);
  return ranks;
}

/**
 * ty_order_own_make_ranks:
 * @view: a date and a scope
 * @field: key of a field of the county
 *
 * Returns: (transfer full) (element-type guint32): for each row of the columns the place of what the person
 *   has in that field; %G_MAXUINT32 where nothing is filled in, or there is no such field
 */
GArray *
ty_order_own_make_ranks (TyView *view,
                         gint64  field)
{
  TyColumns *columns = ty_view_get_columns (view);
  guint n_chunks = ty_columns_get_n_chunks (columns);
  g_autofree char *word = g_strdup_printf ("own:%" G_GINT64_FORMAT, field);
  g_autoptr(TyScale) scale = ty_dimension_measure (ty_dimension_find (word), view);
  g_autofree guint32 *ranks = make_value_ranks (scale, ty_columns_get_field (columns, field));
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_chunks * TY_CHUNK_PEOPLE);

  g_array_set_size (rows, n_chunks * TY_CHUNK_PEOPLE);
  for (guint number = 0; number < n_chunks; number++)
    {
      guint32 *values = &g_array_index (rows, guint32, number * TY_CHUNK_PEOPLE);

      scale->fill (scale, view, number, values);
      for (guint i = 0; i < ty_chunk_get_n (ty_columns_get_chunk (columns, number)); i++)
        values[i] = ranks[values[i]];
    }
  return rows;
}
