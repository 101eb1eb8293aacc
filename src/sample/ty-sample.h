/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TY_SAMPLE_DEFAULT_VILLAGES 159
#define TY_SAMPLE_DEFAULT_SEED 1

/**
 * TY_SAMPLE_MOST_RICH_VILLAGES:
 *
 * The largest county with everything that Touyan keeps. Above it the sample is a province with
 * units, people in office, their posts and education only.
 */
#define TY_SAMPLE_MOST_RICH_VILLAGES 2000
#define TY_SAMPLE_MOST_VILLAGES 600000

typedef void (*TySampleProgress) (guint    n_done,
                                  guint    n_villages,
                                  gpointer data);

/**
 * TySampleOptions:
 * @n_villages: how many villages and communities; 0 is 159
 * @seed: which of the many counties; the same seed gives the same county
 * @progress: (nullable): told of the villages of a province; when all are done, the indexes follow
 * @progress_data: for @progress
 */
typedef struct
{
  guint n_villages;
  guint32 seed;
  TySampleProgress progress;
  gpointer progress_data;
} TySampleOptions;

gboolean ty_sample_create (const char             *path,
                           const TySampleOptions  *options,
                           const char             *user,
                           GCancellable           *cancellable,
                           GError                **error);

G_END_DECLS
