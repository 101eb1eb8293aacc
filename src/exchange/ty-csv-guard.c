/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-csv-guard"

#include "config.h"

#include "ty-csv-guard.h"

#include <string.h>

/* Spreadsheets take a text of a CSV that begins with one of these for a formula, and run it. An
 * apostrophe before it makes it a text; one that a text begins with by itself gets another, so that
 * a reader knows which to take off. */
static const char dangerous[] = "=+-@\t\r'";

/**
 * ty_csv_guard_is_needed:
 * @text: a text
 *
 * Returns: whether it must have an apostrophe before it in a CSV
 */
gboolean
ty_csv_guard_is_needed (const char *text)
{
  return *text != '\0' && strchr (dangerous, *text) != NULL;
}

/**
 * ty_csv_guard_take_off:
 * @cell: what stands in a cell of a CSV, without its quotation marks
 *
 * The other way round. A reader calls it for each cell.
 *
 * Returns: (transfer none): the text, which is @cell or the rest of it
 */
const char *
ty_csv_guard_take_off (const char *cell)
{
  return cell[0] == '\'' && ty_csv_guard_is_needed (cell + 1) ? cell + 1 : cell;
}
