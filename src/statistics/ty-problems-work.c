/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems-work"

#include "config.h"

#include "ty-problems-private.h"

#include "ty-code-list.h"
#include "ty-work-fault-table.h"

#include <glib/gi18n-lib.h>

/* What the records of the work with people and villages tell: training, appraisals, classes. */

static const char *
get_label (const char *list,
           const char *key)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped (list), key);

  return code != NULL ? ty_code_get_label (code) : key;
}

static char *
dup_text (TyWorkFault           fault,
          const TyWorkFaultRow *row,
          const char           *unit)
{
  if (fault == TY_WORK_FAULT_DAYS)
    /* Translators: a name, days, a course and its days */
    return g_strdup_printf (_("%s attended %s days of “%s”, which had %s."), row->name, row->second, row->first,
                            row->third);
  if (fault == TY_WORK_FAULT_APPRAISALS)
    /* Translators: a name, a year and a period, such as “Whole year” */
    return g_strdup_printf (_("%s was appraised twice for %s, %s."), row->name, row->first,
                            get_label ("appraisal_period", row->second));

  /* Translators: a village and two difficulty classes */
  return g_strdup_printf (_("%s is of two difficulty classes at the same time: %s and %s."), unit,
                          get_label ("unit_class", row->first), get_label ("unit_class", row->second));
}

static void
add_of_unit (TySearch             *self,
             const TyWorkFaultRow *row)
{
  guint32 unit = ty_units_find (self->units, row->owner);
  g_autofree char *name = NULL;

  if (unit == TY_UNIT_NONE)
    return;
  name = ty_search_dup_unit_name (self, unit);
  ty_search_add (self, ty_problem_new (TY_PROBLEM_CLASSES, 0, row->owner, name,
                                       dup_text (TY_WORK_FAULT_CLASSES, row, name)));
}

/**
 * ty_search_check_work:
 * @self: a search
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for days of training beyond those of the course, appraisals that are there twice, and villages of two
 * difficulty classes at once, on whatever date.
 *
 * Returns: whether they were read
 */
gboolean
ty_search_check_work (TySearch  *self,
                      GError   **error)
{
  static const TyProblemKind kinds[] = {
    [TY_WORK_FAULT_DAYS] = TY_PROBLEM_TRAINING_DAYS,
    [TY_WORK_FAULT_APPRAISALS] = TY_PROBLEM_APPRAISALS,
    [TY_WORK_FAULT_CLASSES] = TY_PROBLEM_CLASSES,
  };

  for (guint fault = 0; fault < G_N_ELEMENTS (kinds); fault++)
    {
      g_autoptr(GPtrArray) rows = ty_work_fault_table_list (self->database, fault, self->person, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          const TyWorkFaultRow *row = g_ptr_array_index (rows, i);

          if (fault == TY_WORK_FAULT_CLASSES)
            add_of_unit (self, row);
          else
            ty_search_add (self, ty_problem_new (kinds[fault], row->owner, 0, row->name,
                                                 dup_text (fault, row, NULL)));
        }
    }
  return TRUE;
}
