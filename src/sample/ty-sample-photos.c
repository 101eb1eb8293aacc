/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-photos"

#include "config.h"

#include "ty-sample-photos.h"

#include "ty-blob-table.h"
#include "ty-portrait.h"
#include "ty-sample-draw.h"

#define PHOTO_WIDTH 120
#define PHOTO_HEIGHT 168

/**
 * ty_sample_photos_get:
 * @self: the portraits
 * @person: somebody
 * @rand: the sample's generator
 * @database: the connection for writing
 * @error: a `TY_STORE_ERROR` or `TY_PORTRAIT_ERROR`
 *
 * Returns: (transfer none) (nullable): the hash of a portrait of that sex and age, which is in the
 * file
 */
const char *
ty_sample_photos_get (TySamplePhotos        *self,
                      const TySamplePerson  *person,
                      GRand                 *rand,
                      TyDatabase            *database,
                      GError               **error)
{
  int band = CLAMP (ty_sample_person_age (person, TY_SAMPLE_END) / 10 - 2, 0,
                    TY_SAMPLE_FACE_BANDS - 1);
  int face = ty_sample_draw_range (rand, 0, TY_SAMPLE_FACES - 1);
  char **hash = &self->hashes[person->sex - 1][band][face];
  guint32 number = (guint32) ((band * 2 + person->sex) * TY_SAMPLE_FACES + face);
  g_autoptr(GBytes) png = NULL;

  if (*hash != NULL)
    return *hash;

  png = ty_portrait_draw_png (self->seed * 1000 + number,
                              person->sex,
                              24 + band * 10 + face * 7 % 9,
                              PHOTO_WIDTH,
                              PHOTO_HEIGHT,
                              error);
  if (png == NULL)
    return NULL;

  *hash = ty_blob_table_add (database, png, "image/png", error);
  return *hash;
}

/**
 * ty_sample_photos_clear:
 * @self: the portraits
 *
 * Forgets the hashes; the portraits stay in the file.
 */
void
ty_sample_photos_clear (TySamplePhotos *self)
{
  for (guint sex = 0; sex < 2; sex++)
    for (guint band = 0; band < TY_SAMPLE_FACE_BANDS; band++)
      for (guint face = 0; face < TY_SAMPLE_FACES; face++)
        g_clear_pointer (&self->hashes[sex][band][face], g_free);
}
