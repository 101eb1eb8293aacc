/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-ratio"

#include "config.h"

#include "ty-ratio.h"

/**
 * ty_ratio_round:
 * @numerator: a count or a sum
 * @denominator: of how many, not 0
 * @scale: 100 for a share in per cent, 1 for an average
 * @decimals: how many decimals, 0 to 4
 *
 * Returns: the value that ty_ratio_format() shows, without its point: 9863 for `98.63`
 */
guint64
ty_ratio_round (guint64 numerator,
                guint64 denominator,
                guint   scale,
                int     decimals)
{
  guint64 power = 1;

  g_return_val_if_fail (denominator != 0, 0);

  for (int i = 0; i < CLAMP (decimals, 0, 4); i++)
    power *= 10;
  return (numerator * scale * power * 2 + denominator) / (denominator * 2);
}

/**
 * ty_ratio_format:
 * @numerator: a count or a sum
 * @denominator: of how many
 * @scale: 100 for a share in per cent, 1 for an average
 * @decimals: how many decimals, 0 to 4
 *
 * Divides exactly and rounds half up, as offices do (design.md 6, field.md 9.3). A binary fraction
 * would round 0.125 the wrong way now and then.
 *
 * Returns: (transfer full): such as `98.63`; `—` of an empty population
 */
char *
ty_ratio_format (guint64 numerator,
                 guint64 denominator,
                 guint   scale,
                 int     decimals)
{
  guint64 power = 1;
  guint64 rounded;

  if (denominator == 0)
    return g_strdup ("—");

  for (int i = 0; i < CLAMP (decimals, 0, 4); i++)
    power *= 10;
  rounded = ty_ratio_round (numerator, denominator, scale, decimals);
  if (power == 1)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, rounded);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, rounded / power,
                          CLAMP (decimals, 0, 4), rounded % power);
}
