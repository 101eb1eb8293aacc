/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-division"

#include "config.h"

#include "ty-office-division.h"

#include "ty-code-list.h"
#include "ty-office-private.h"
#include "ty-unit-table.h"

#define OF_PROVINCE 2 /* digits of a division code that tell the province */

/* Divisions change: the units of the file are asked before the list of provinces, which is all that the program
 * knows of others. */
static gpointer
find_division (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const char *division = data;
  g_autofree char *province = g_strndup (division, OF_PROVINCE);
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("province"), province);
  char *name;

  if (!ty_unit_table_find_division (ty_office_thread_get_database (thread), division, &name, error))
    return NULL;
  if (name == NULL)
    name = g_strdup (code != NULL ? ty_code_get_label (code) : "");
  return name;
}

/**
 * ty_office_find_division_async:
 * @self: an open office
 * @division: the first six digits of an ID number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is known
 * @user_data: for @callback
 *
 * Finds what the place is called where an ID number was given out.
 */
void
ty_office_find_division_async (TyOffice            *self,
                               const char          *division,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_division_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, find_division, g_strdup (division), g_free, g_free);
}

/**
 * ty_office_find_division_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the unit of the file, else the province, else the empty text
 */
char *
ty_office_find_division_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_division_async, error);
}
