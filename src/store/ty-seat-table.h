/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TySeatRow:
 * @unit: key of the unit
 * @body: (transfer none): key of the body, interned
 * @seats: how many seats are approved
 * @women: how many of them are to be women’s
 *
 * What is approved on a date.
 */
typedef struct
{
  gint64 unit;
  const char *body;
  guint seats;
  guint women;
} TySeatRow;

GArray *ty_seat_table_list (TyDatabase  *database,
                            TyDate       as_of,
                            GError     **error);
gboolean ty_seat_table_has_rows (TyDatabase  *database,
                                 gboolean    *has_rows,
                                 GError     **error);

G_END_DECLS
