/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-parallel"

#include "config.h"

#include "ty-parallel.h"

/* More threads than that only wait for the memory. */
#define MAX_THREADS 8

typedef struct
{
  TyParallelFunc func;
  gpointer data;
  guint n_items;
  gint next; /* atomic: the item that nobody has taken yet */
} Run;

static gpointer
work (gpointer data)
{
  Run *run = data;

  while (TRUE)
    {
      guint item = (guint) g_atomic_int_add (&run->next, 1);

      if (item >= run->n_items)
        return NULL;
      run->func (item, run->data);
    }
}

/**
 * ty_parallel_get_n_threads:
 *
 * Returns: how many threads ty_parallel_run() uses at most, the caller's among them
 */
guint
ty_parallel_get_n_threads (void)
{
  static gsize n = 0;

  /* The system reads a file to tell it. */
  if (g_once_init_enter (&n))
    g_once_init_leave (&n, CLAMP (g_get_num_processors (), 1, MAX_THREADS));
  return (guint) n;
}

/**
 * ty_parallel_run:
 * @n_items: how many things there are to do
 * @func: does one of them
 * @data: for @func
 *
 * Does all of them, in any order, in the calling thread and in others that help it, and returns
 * when the last is done. What is one thing only is done without another thread.
 */
void
ty_parallel_run (guint          n_items,
                 TyParallelFunc func,
                 gpointer       data)
{
  Run run = { func, data, n_items, 0 };
  guint n_threads = MIN (ty_parallel_get_n_threads (), n_items);
  GThread *helpers[MAX_THREADS];
  guint n_helpers = 0;

  while (n_helpers + 1 < n_threads)
    {
      GThread *helper = g_thread_try_new ("ty-parallel", work, &run, NULL);

      /* Where there is no thread to be had, the others do its share. */
      if (helper == NULL)
        break;
      helpers[n_helpers++] = helper;
    }
  work (&run);
  for (guint i = 0; i < n_helpers; i++)
    g_thread_join (helpers[i]);
}
