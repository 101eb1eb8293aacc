/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-table"

#include "config.h"

#include "ty-appointment-table.h"

#include "ty-appointment.h"
#include "ty-table.h"

/**
 * ty_appointment_table_list_below:
 * @database: a connection
 * @township: key of a township
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyAppointment): all appointments, of any time,
 * in villages that belong or belonged to the township
 */
GPtrArray *
ty_appointment_table_list_below (TyDatabase  *database,
                                 gint64       township,
                                 GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_appointment_info,
    "WHERE unit IN (SELECT unit FROM unit_state WHERE parent = ?) ORDER BY id", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_int (statement, 0, township);
  return ty_table_collect (statement, &ty_appointment_info, error);
}
