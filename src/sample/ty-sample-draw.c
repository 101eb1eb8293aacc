/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-draw"

#include "config.h"

#include "ty-sample-draw.h"

/* Whole numbers only, so that every machine draws the same. */

/**
 * ty_sample_draw_range:
 * @rand: the sample's generator
 * @lowest: may be drawn
 * @highest: may be drawn; where it is below @lowest, @lowest is drawn
 *
 * Returns: a number, each as likely as the others
 */
int
ty_sample_draw_range (GRand *rand,
                      int    lowest,
                      int    highest)
{
  return highest <= lowest ? lowest : g_rand_int_range (rand, lowest, highest + 1);
}

/**
 * ty_sample_draw_middle:
 * @rand: the sample's generator
 * @lowest: may be drawn
 * @highest: may be drawn
 *
 * Returns: a number, those in the middle likelier than those at the ends
 */
int
ty_sample_draw_middle (GRand *rand,
                       int    lowest,
                       int    highest)
{
  int first = ty_sample_draw_range (rand, lowest, highest);

  return (first + ty_sample_draw_range (rand, lowest, highest)) / 2;
}

/**
 * ty_sample_draw_percent:
 * @rand: the sample's generator
 * @percent: how often in a hundred
 *
 * Returns: %TRUE that often
 */
gboolean
ty_sample_draw_percent (GRand *rand,
                        int    percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

/**
 * ty_sample_draw_order:
 * @rand: the sample's generator
 * @n: how many
 *
 * Returns: (transfer full): the numbers from 0 to @n - 1 in a drawn order
 */
guint *
ty_sample_draw_order (GRand *rand,
                      guint  n)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) ty_sample_draw_range (rand, 0, (int) i);

      order[i] = order[j];
      order[j] = i;
    }
  return order;
}
