/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-stop"

#include "config.h"

#include "ty-cli-stop.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

/* How often it is told how far something is, in microseconds. */
#define TELL_EVERY (G_USEC_PER_SEC / 5)

/**
 * TyCliStop:
 *
 * Long work at a terminal: it says how far it is, and Ctrl+C stops it in an orderly way, so that nothing half done is
 * left. A second Ctrl+C ends the program.
 */
struct _TyCliStop
{
  GCancellable *cancellable; /* (owned) */
  struct sigaction before;
  gint64 told;               /* when it was told the last time */
  gboolean terminal;
};

static volatile sig_atomic_t interrupted;

static void
interrupt_cb (int number)
{
  interrupted = 1;
}

/**
 * ty_cli_stop_new:
 *
 * Returns: (transfer full): what listens to Ctrl+C until it is freed
 */
TyCliStop *
ty_cli_stop_new (void)
{
  TyCliStop *self = g_new0 (TyCliStop, 1);
  struct sigaction action = { .sa_handler = interrupt_cb, .sa_flags = SA_RESETHAND };

  interrupted = 0;
  self->cancellable = g_cancellable_new ();
  self->terminal = isatty (STDERR_FILENO);
  sigaction (SIGINT, &action, &self->before);
  return self;
}

void
ty_cli_stop_free (TyCliStop *self)
{
  sigaction (SIGINT, &self->before, NULL);
  if (self->terminal && self->told != 0)
    g_printerr ("\r\033[K");
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * ty_cli_stop_get_cancellable:
 * @self: a piece of work
 *
 * Returns: (transfer none): is cancelled by Ctrl+C
 */
GCancellable *
ty_cli_stop_get_cancellable (TyCliStop *self)
{
  return self->cancellable;
}

/**
 * ty_cli_stop_tell:
 * @n_done: how much is done
 * @n_all: how much there is
 * @self: a piece of work
 *
 * Says on a terminal how far it is, and looks whether it was stopped.
 */
void
ty_cli_stop_tell (guint    n_done,
                  guint    n_all,
                  gpointer self)
{
  TyCliStop *stop = self;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *text = NULL;

  if (interrupted)
    g_cancellable_cancel (stop->cancellable);
  if (!stop->terminal || now - stop->told < TELL_EVERY)
    return;

  stop->told = now;
  /* Translators: how much is done, and how much there is */
  text = g_strdup_printf (_("%u of %u"), n_done, n_all);
  g_printerr ("\r%s", text);
}
