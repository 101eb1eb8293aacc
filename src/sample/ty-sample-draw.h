/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TY_SAMPLE_PICK:
 * @rand: the sample's generator
 * @array: an array, not a pointer
 *
 * One of the elements, each as likely as the others.
 */
#define TY_SAMPLE_PICK(rand, array) \
  ((array)[g_rand_int_range ((rand), 0, (gint32) G_N_ELEMENTS (array))])

int      ty_sample_draw_range   (GRand        *rand,
                                 int           lowest,
                                 int           highest);
int      ty_sample_draw_middle  (GRand        *rand,
                                 int           lowest,
                                 int           highest);
gboolean ty_sample_draw_percent (GRand        *rand,
                                 int           percent);
guint   *ty_sample_draw_order   (GRand        *rand,
                                 guint         n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
