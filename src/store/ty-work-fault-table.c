/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-work-fault-table"

#include "config.h"

#include "ty-work-fault-table.h"

#include "ty-statement.h"

static void
row_free (gpointer data)
{
  TyWorkFaultRow *row = data;

  g_free (row->name);
  g_free (row->first);
  g_free (row->second);
  g_free (row->third);
  g_free (row);
}

/* Each is one pass over a table and its key. What would be told in the same words is told once. */
static const char *const fault_sql[] = {
  [TY_WORK_FAULT_DAYS] =
    "SELECT DISTINCT a.person, p.name, c.name, a.days, c.days FROM attendance a JOIN course c ON c.id = a.course "
    "JOIN person p ON p.id = a.person WHERE CAST(a.days AS REAL) > CAST(c.days AS REAL) "
    "AND p.merged_into IS NULL AND (?1 = 0 OR a.person = ?1) ORDER BY 1, 3, 4",
  [TY_WORK_FAULT_APPRAISALS] =
    "SELECT DISTINCT a.person, p.name, a.year, a.period, '' FROM appraisal a JOIN person p ON "
    "p.id = a.person WHERE EXISTS (SELECT 1 FROM appraisal o WHERE o.person = a.person AND o.id < a.id "
    "AND o.year = a.year AND o.period = a.period AND coalesce(o.kind, '') = coalesce(a.kind, '') "
    "AND coalesce(o.appraised_by, '') = coalesce(a.appraised_by, '')) "
    "AND p.merged_into IS NULL AND (?1 = 0 OR a.person = ?1) ORDER BY 1, 3, 4",
  [TY_WORK_FAULT_CLASSES] =
    "SELECT DISTINCT a.unit, '', o.class, a.class, '' FROM unit_class a JOIN unit_class o ON o.unit = a.unit AND o.id <> a.id "
    "WHERE (coalesce(o.from_date, ''), o.id) < (coalesce(a.from_date, ''), a.id) "
    "AND coalesce(a.from_date, '') < coalesce(o.until_date, '9') AND ?1 = 0 ORDER BY 1, 3, 4",
};

/**
 * ty_work_fault_table_list:
 * @database: a connection
 * @fault: what is looked for
 * @person: key of a person, or 0 for everybody and every village
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyWorkFaultRow): those that cannot be right, in the order of
 *   the keys of their owners
 */
GPtrArray *
ty_work_fault_table_list (TyDatabase   *database,
                          TyWorkFault   fault,
                          gint64        person,
                          GError      **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, fault_sql[fault], error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, person);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyWorkFaultRow *row = g_new0 (TyWorkFaultRow, 1);

      row->owner = ty_statement_get_int (statement, 0);
      row->name = g_strdup (ty_statement_get_text (statement, 1));
      row->first = g_strdup (ty_statement_get_text (statement, 2));
      row->second = g_strdup (ty_statement_get_text (statement, 3));
      row->third = g_strdup (ty_statement_get_text (statement, 4));
      g_ptr_array_add (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
