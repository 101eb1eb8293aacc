/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-person.h"

G_BEGIN_DECLS

/**
 * TY_SAMPLE_FACES:
 *
 * How many faces there are of a sex in ten years of age.
 */
#define TY_SAMPLE_FACES 12
#define TY_SAMPLE_FACE_BANDS 5

/**
 * TySamplePhotos:
 * @seed: of the sample
 * @hashes: of the portraits that are in the file already
 *
 * The drawn portraits, each of which several people share.
 */
typedef struct
{
  guint32 seed;
  char *hashes[2][TY_SAMPLE_FACE_BANDS][TY_SAMPLE_FACES];
} TySamplePhotos;

const char *ty_sample_photos_get   (TySamplePhotos        *self,
                                    const TySamplePerson  *person,
                                    GRand                 *rand,
                                    TyDatabase            *database,
                                    GError               **error);
void        ty_sample_photos_clear (TySamplePhotos        *self);

G_END_DECLS
