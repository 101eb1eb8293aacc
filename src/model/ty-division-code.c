/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-division-code"

#include "config.h"

#include "ty-division-code.h"

#include <string.h>

/**
 * ty_division_code_is_valid:
 * @code: what may be a division code
 *
 * A code tells the county by six digits (GB/T 2260), the township by nine (GB/T 10114), and as used in statistics
 * the village by twelve, which is how those of counties and townships are written, too, with zeros behind.
 *
 * Returns: whether it has six, nine or twelve digits and nothing else
 */
gboolean
ty_division_code_is_valid (const char *code)
{
  size_t n;

  g_return_val_if_fail (code != NULL, FALSE);

  n = strspn (code, "0123456789");
  return code[n] == '\0' && (n == 6 || n == 9 || n == 12);
}
