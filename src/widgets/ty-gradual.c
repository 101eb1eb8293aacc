/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gradual"

#include "config.h"

#include "ty-gradual.h"

#define INTERVAL 16 /* ms: about a frame */
#define BUDGET 4000 /* µs of a frame: what is made must be laid out and drawn in it, too */

/* Widgets of very many parts come piece by piece, one owner after the other, so that no frame is late. */

typedef struct
{
  GtkWidget *owner; /* (unowned): which stops it before it goes */
  TyGradualFunc func;
} Gradual;

static GQueue queue = G_QUEUE_INIT;
static guint timeout_id;

static Gradual *
find (GtkWidget *owner)
{
  for (GList *link = queue.head; link != NULL; link = link->next)
    if (((Gradual *) link->data)->owner == owner)
      return link->data;

  return NULL;
}

static gboolean
timeout_cb (gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + BUDGET;

  while (!g_queue_is_empty (&queue) && g_get_monotonic_time () < end)
    {
      Gradual *gradual = g_queue_peek_head (&queue);
      GtkWidget *owner = gradual->owner;

      if (!gradual->func (owner))
        ty_gradual_stop (owner);
    }
  if (!g_queue_is_empty (&queue))
    return G_SOURCE_CONTINUE;

  timeout_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * ty_gradual_start:
 * @owner: a widget, which calls ty_gradual_stop() when it is disposed of
 * @func: makes the next piece of it
 *
 * Goes on to fill a widget, a little in each frame, after those that are waiting already.
 */
void
ty_gradual_start (GtkWidget     *owner,
                  TyGradualFunc  func)
{
  Gradual *gradual;

  g_return_if_fail (GTK_IS_WIDGET (owner));

  if (find (owner) != NULL)
    return;

  gradual = g_new0 (Gradual, 1);
  gradual->owner = owner;
  gradual->func = func;
  g_queue_push_tail (&queue, gradual);
  if (timeout_id == 0)
    timeout_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, INTERVAL, timeout_cb, NULL, NULL);
}

/**
 * ty_gradual_stop:
 * @owner: a widget
 *
 * Fills it no more.
 */
void
ty_gradual_stop (GtkWidget *owner)
{
  Gradual *gradual = find (owner);

  if (gradual == NULL)
    return;
  g_queue_remove (&queue, gradual);
  g_free (gradual);
}

/**
 * ty_gradual_finish:
 * @owner: a widget
 *
 * Fills it now, as far as it is not yet.
 */
void
ty_gradual_finish (GtkWidget *owner)
{
  Gradual *gradual = find (owner);

  while (gradual != NULL && gradual->func (owner))
    continue;
  ty_gradual_stop (owner);
}

/**
 * ty_gradual_is_on:
 * @owner: a widget
 *
 * Returns: whether it is still being filled
 */
gboolean
ty_gradual_is_on (GtkWidget *owner)
{
  return find (owner) != NULL;
}
