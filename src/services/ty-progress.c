/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-progress"

#include "config.h"

#include "ty-progress.h"

/* How far a thread is, told in the main thread until the work ends: what is still on its way then finds
 * nobody any more. */

struct _TyProgress
{
  TyProgressFunc func; /* (nullable) */
  gpointer data;
  gboolean ended;      /* in the main thread only */
};

typedef struct
{
  TyProgress *progress; /* (owned) */
  guint n_done;
  guint n_all;
} Tick;

/**
 * ty_progress_new:
 * @func: (nullable): hears in the main thread how far it is
 * @data: for @func
 *
 * Returns: (transfer full): a progress
 */
TyProgress *
ty_progress_new (TyProgressFunc func,
                 gpointer       data)
{
  TyProgress *self = g_atomic_rc_box_new0 (TyProgress);

  self->func = func;
  self->data = data;
  return self;
}

TyProgress *
ty_progress_ref (TyProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ty_progress_unref (TyProgress *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * ty_progress_end:
 * @self: a progress
 *
 * Says nothing more. To be called in the main thread.
 */
void
ty_progress_end (TyProgress *self)
{
  self->ended = TRUE;
}

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  ty_progress_unref (tick->progress);
  g_free (tick);
}

static gboolean
tick_cb (gpointer user_data)
{
  const Tick *tick = user_data;

  if (!tick->progress->ended)
    tick->progress->func (tick->n_done, tick->n_all, tick->progress->data);
  return G_SOURCE_REMOVE;
}

/**
 * ty_progress_tell:
 * @n_done: how much is done
 * @n_all: how much there is
 * @self: a #TyProgress
 *
 * Says how far it is, in whichever thread.
 */
void
ty_progress_tell (guint    n_done,
                  guint    n_all,
                  gpointer self)
{
  TyProgress *progress = self;
  Tick *tick;

  if (progress->func == NULL)
    return;

  tick = g_new (Tick, 1);
  *tick = (Tick){ ty_progress_ref (progress), n_done, n_all };
  g_idle_add_full (G_PRIORITY_DEFAULT, tick_cb, tick, tick_free);
}
