/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-age-band.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By what is said of a person: age, sex, ethnicity, political status, background. */

static void
fill_age_bands (const TyScale *scale,
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

/* An age that no band names is not filled in, so that nobody is lost. */
void
ty_dimension_make_age_band (TyScale *scale,
                            TyView  *view)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));
  GPtrArray *bands = ty_county_rules_get_age_bands (rules);

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_age_bands;
  scale->table = g_new0 (guint32, G_MAXUINT8 + 1);
  for (guint i = 0; i < bands->len; i++)
    {
      const TyAgeBand *band = g_ptr_array_index (bands, i);
      guint value = ty_scale_add (scale, band->key, ty_age_band_get_label (band));

      for (int age = 0; age <= G_MAXUINT8; age++)
        if (scale->table[age] == TY_SCALE_NONE && ty_age_band_contains (band, age))
          scale->table[age] = value;
    }
}

static void
fill_bytes (const TyScale *scale,
            const guint8  *bytes,
            guint          n,
            guint32       *values)
{
  for (guint i = 0; i < n; i++)
    values[i] = scale->table[bytes[i]];
}

static void
fill_sexes (const TyScale *scale,
            TyView        *view,
            guint          chunk,
            guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  fill_bytes (scale, TY_CHUNK_PEOPLE_FIELD (people, guint8, TY_PEOPLE_SEX), ty_chunk_get_n (people),
              values);
}

void
ty_dimension_make_sex (TyScale *scale,
                       TyView  *view)
{
  guint first = ty_scale_add_codes (scale, "sex");

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_sexes;
  scale->table = g_new0 (guint32, G_MAXUINT8 + 1);
  for (guint value = first; value < ty_scale_get_n (scale); value++)
    scale->table[(guint8) *ty_scale_get_key (scale, value)] = value;
}

/* Codes of a list, then those that only the file knows. */
static void
make_codes (TyScale        *scale,
            TyView         *view,
            TyCodebookKind  kind,
            const char     *list)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), kind);
  guint n = ty_codebook_get_n (book);

  ty_scale_add_codes (scale, list);
  scale->table = g_new0 (guint32, MAX (n, G_MAXUINT8 + 1));
  for (guint i = 1; i < n; i++)
    {
      const char *key = ty_codebook_get (book, i);

      if (!ty_scale_find (scale, key, &scale->table[i]))
        scale->table[i] = ty_scale_add (scale, key, key);
    }
}

static void
fill_ethnicities (const TyScale *scale,
                  TyView        *view,
                  guint          chunk,
                  guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  fill_bytes (scale, TY_CHUNK_PEOPLE_FIELD (people, guint8, TY_PEOPLE_ETHNICITY),
              ty_chunk_get_n (people), values);
}

void
ty_dimension_make_ethnicity (TyScale *scale,
                             TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_ethnicities;
  make_codes (scale, view, TY_BOOK_ETHNICITY, "ethnicity");
}

/* What somebody was before joining the party is not known. */
static void
fill_politicals (const TyScale *scale,
                 TyView        *view,
                 guint          chunk,
                 guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);
  const guint8 *political = TY_CHUNK_PEOPLE_FIELD (people, guint8, TY_PEOPLE_POLITICAL);
  const gint32 *party = TY_CHUNK_PEOPLE_FIELD (people, gint32, TY_PEOPLE_PARTY);
  gint32 day = ty_view_get_day (view);

  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    {
      guint value = scale->table[political[i]];
      const char *key = g_ptr_array_index (scale->keys, value);

      values[i] = party[i] > day && (strcmp (key, "01") == 0 || strcmp (key, "02") == 0)
                    ? TY_SCALE_NONE : value;
    }
}

void
ty_dimension_make_political (TyScale *scale,
                             TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_politicals;
  make_codes (scale, view, TY_BOOK_POLITICAL, "political");
}

static void
fill_sources (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  memcpy (values, TY_CHUNK_PEOPLE_FIELD (people, guint32, TY_PEOPLE_SOURCES),
          ty_chunk_get_n (people) * sizeof *values);
}

/* Somebody may be a retired soldier and a getting-rich leader: each counts. */
void
ty_dimension_make_source (TyScale *scale,
                          TyView  *view)
{
  scale->kind = TY_SCALE_MARKS;
  scale->fill = fill_sources;
  make_codes (scale, view, TY_BOOK_SOURCE, "source");
}
