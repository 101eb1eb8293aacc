/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-photos.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TySampleProfiles:
 * @store: the file
 * @rand: the sample's generator
 * @photos: the portraits
 * @numbers: (element-type utf8): the ID numbers given out
 * @n_phones: how many phone numbers were given out
 *
 * What is needed to write one person after the other.
 */
typedef struct
{
  TyStore *store;
  GRand *rand;
  TySamplePhotos photos;
  GHashTable *numbers;
  guint n_phones;
} TySampleProfiles;

gint64 ty_sample_profile_write (TySampleProfiles      *profiles,
                                const TySamplePerson  *person,
                                gboolean               married,
                                GError               **error);

G_END_DECLS
