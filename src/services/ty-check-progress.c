/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-check-progress"

#include "config.h"

#include "ty-check-progress.h"

#define PARTS 1000

struct _TyCheckProgress
{
  gatomicrefcount n_refs;
  int done;            /* (atomic): of PARTS */
};

/**
 * ty_check_progress_new:
 *
 * Returns: (transfer full): the progress of something that did not begin
 */
TyCheckProgress *
ty_check_progress_new (void)
{
  TyCheckProgress *self = g_new0 (TyCheckProgress, 1);

  g_atomic_ref_count_init (&self->n_refs);
  return self;
}

TyCheckProgress *
ty_check_progress_ref (TyCheckProgress *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
ty_check_progress_unref (TyCheckProgress *self)
{
  if (g_atomic_ref_count_dec (&self->n_refs))
    g_free (self);
}

/**
 * ty_check_progress_tell:
 * @n_done: how much is done
 * @n_all: of how much
 * @self: (type gpointer): a progress
 *
 * Any thread may tell it. It is a `TyProblemProgressFunc`.
 */
void
ty_check_progress_tell (guint    n_done,
                        guint    n_all,
                        gpointer self)
{
  TyCheckProgress *progress = self;

  if (n_all > 0)
    g_atomic_int_set (&progress->done, (int) ((guint64) MIN (n_done, n_all) * PARTS / n_all));
}

/**
 * ty_check_progress_get_fraction:
 * @self: a progress
 *
 * Returns: how much of it is done, from 0 to 1
 */
double
ty_check_progress_get_fraction (TyCheckProgress *self)
{
  return (double) g_atomic_int_get (&self->done) / PARTS;
}
