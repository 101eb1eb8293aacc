/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension-band.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bands of age of one’s own, for a pyramid in steps of five years or the form of another office. Their
 * word says the last age of each band: `age:25,30,35` are 25 and under, 26–30, 31–35, 36 and over, so
 * that they can neither overlap nor leave a gap. A dimension is made when it is first asked for and is
 * never freed, as those of the table are. */

#define PREFIX "age:"
#define MAX_AGE 120

typedef struct
{
  TyDimension dimension; /* comes first */
  char *key;
  int ends[TY_DIMENSION_BANDS - 1];
  guint n_ends;
} BandDimension;

static GMutex mutex;
static GHashTable *dimensions; /* key to BandDimension; guarded by the mutex */

static const BandDimension *
get_band (const TyScale *scale)
{
  return (const BandDimension *) scale->dimension;
}

static void
fill_ages (const TyScale *scale,
           TyView        *view,
           guint          chunk,
           guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);
  const gint32 *birth = TY_CHUNK_PEOPLE_FIELD (people, gint32, TY_PEOPLE_BIRTH);

  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    {
      int age = ty_view_get_age (view, birth[i]);

      values[i] = age < 0 ? TY_SCALE_NONE : scale->table[MIN (age, G_MAXUINT8)];
    }
}

static void
add_band (TyScale *scale,
          int      from,
          int      to)
{
  g_autofree char *key = from == 0 ? g_strdup_printf ("le_%d", to)
                         : to == G_MAXINT ? g_strdup_printf ("ge_%d", from)
                                          : g_strdup_printf ("%d_%d", from, to);
  /* Translators: a band of ages */
  g_autofree char *label = from == 0 ? g_strdup_printf (C_("age band", "%d and under"), to)
                           : to == G_MAXINT ? g_strdup_printf (C_("age band", "%d and over"), from)
                           : from == to ? g_strdup_printf ("%d", from)
                                        : g_strdup_printf (C_("age band", "%d–%d"), from, to);
  guint value = ty_scale_add (scale, key, label);

  for (int age = from; age <= MIN (to, G_MAXUINT8); age++)
    scale->table[age] = value;
}

static void
make_bands (TyScale *scale,
            TyView  *view)
{
  const BandDimension *self = get_band (scale);

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_ages;
  scale->table = g_new0 (guint32, G_MAXUINT8 + 1);
  for (guint i = 0; i < self->n_ends; i++)
    add_band (scale, i == 0 ? 0 : self->ends[i - 1] + 1, self->ends[i]);
  add_band (scale, self->ends[self->n_ends - 1] + 1, G_MAXINT);
}

/**
 * ty_dimension_band_get:
 * @ends: (array length=n_ends): the last age of each band but the last, ascending
 * @n_ends: their number, at most %TY_DIMENSION_BANDS - 1
 *
 * Returns: (transfer none): the dimension
 */
const TyDimension *
ty_dimension_band_get (const int *ends,
                       guint      n_ends)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr(GString) key = g_string_new (PREFIX);
  BandDimension *self;

  g_return_val_if_fail (n_ends > 0 && n_ends < TY_DIMENSION_BANDS, NULL);

  for (guint i = 0; i < n_ends; i++)
    g_string_append_printf (key, "%s%d", i > 0 ? "," : "", ends[i]);
  if (dimensions == NULL)
    dimensions = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (dimensions, key->str);
  if (self != NULL)
    return &self->dimension;

  self = g_new0 (BandDimension, 1);
  self->key = g_strdup (key->str);
  memcpy (self->ends, ends, n_ends * sizeof *ends);
  self->n_ends = n_ends;
  self->dimension = (TyDimension){ self->key, N_("Age band"), FALSE, FALSE, make_bands, FALSE };
  g_hash_table_insert (dimensions, self->key, self);
  return &self->dimension;
}

/**
 * ty_dimension_band_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the dimension; %NULL where the word is of no bands, or they do not
 *   ascend
 */
const TyDimension *
ty_dimension_band_find (const char *key)
{
  g_auto(GStrv) words = NULL;
  int ends[TY_DIMENSION_BANDS - 1];
  guint n = 0;

  if (!g_str_has_prefix (key, PREFIX))
    return NULL;

  words = g_strsplit (key + strlen (PREFIX), ",", TY_DIMENSION_BANDS + 1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 end;

      if (n == G_N_ELEMENTS (ends) || !g_ascii_string_to_unsigned (words[i], 10, 0, MAX_AGE, &end, NULL)
          || (n > 0 && (int) end <= ends[n - 1]))
        return NULL;
      ends[n++] = (int) end;
    }
  return n > 0 ? ty_dimension_band_get (ends, n) : NULL;
}

/**
 * ty_dimension_band_get_ends:
 * @self: a dimension
 * @n_ends: (out): their number
 *
 * Returns: (transfer none) (nullable) (array length=n_ends): the last age of each band but the last; %NULL
 *   of a dimension of something else
 */
const int *
ty_dimension_band_get_ends (const TyDimension *self,
                            guint             *n_ends)
{
  const BandDimension *band = (const BandDimension *) self;

  *n_ends = 0;
  if (self->make != make_bands)
    return NULL;

  *n_ends = band->n_ends;
  return band->ends;
}
