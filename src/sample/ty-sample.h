/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TY_SAMPLE_DEFAULT_VILLAGES 159
#define TY_SAMPLE_DEFAULT_SEED 1

/**
 * TySampleOptions:
 * @n_villages: how many villages and communities; 0 is 159
 * @seed: which of the many counties; the same seed gives the same county
 */
typedef struct
{
  guint n_villages;
  guint32 seed;
} TySampleOptions;

gboolean ty_sample_create (const char             *path,
                           const TySampleOptions  *options,
                           const char             *user,
                           GCancellable           *cancellable,
                           GError                **error);

G_END_DECLS
