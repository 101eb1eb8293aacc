/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-month"

#include "config.h"

#include "ty-sample-month.h"

static char *
write_month (TySampleMonth self,
             char          separator)
{
  if (self == 0)
    return NULL;
  if (self % 12 == 0)
    return g_strdup_printf ("%04d", self / 12);

  return g_strdup_printf ("%04d%c%02d", self / 12, separator, self % 12 + 1);
}

/**
 * ty_sample_month_known:
 * @self: a month
 *
 * Returns: @self, or the next month where it would stand for a year
 */
TySampleMonth
ty_sample_month_known (TySampleMonth self)
{
  return self != 0 && self % 12 == 0 ? self + 1 : self;
}

/**
 * ty_sample_month_to_iso:
 * @self: a month
 *
 * Returns: (transfer full) (nullable): `1978-05`, or `1978`
 */
char *
ty_sample_month_to_iso (TySampleMonth self)
{
  return write_month (self, '-');
}

/**
 * ty_sample_month_to_text:
 * @self: a month
 *
 * Returns: (transfer full) (nullable): `1978.05`, or `1978` (field.md 6.3)
 */
char *
ty_sample_month_to_text (TySampleMonth self)
{
  return write_month (self, '.');
}
