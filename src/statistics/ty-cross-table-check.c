/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-table"

#include "config.h"

#include "ty-cross-table.h"

#include <glib/gi18n-lib.h>

/* What is said before anything is counted. */

/* A table of more amounts is of no use to anybody: 320 MB for each thread. */
#define MAX_AMOUNTS 20000000

static gboolean
check_dimensions (const TyCrossTableSpec  *spec,
                  TySubject                subject,
                  GError                 **error)
{
  for (guint i = 0; i < spec->n_dimensions; i++)
    if (!ty_dimension_suits (spec->dimensions[i], subject))
      {
        /* Translators: a word of the command line, such as “sex” */
        g_set_error (error, TY_CROSS_TABLE_ERROR, TY_CROSS_TABLE_ERROR_UNSUITABLE,
                     _("Villages and posts are not sorted by “%s”."), spec->dimensions[i]->key);
        return FALSE;
      }
  if (spec->n_dimensions < 2 || spec->dimensions[0] != spec->dimensions[1])
    return TRUE;

  g_set_error (error, TY_CROSS_TABLE_ERROR, TY_CROSS_TABLE_ERROR_UNSUITABLE,
               _("The rows are by “%s” already. Choose something else for the columns."),
               spec->dimensions[1]->key);
  return FALSE;
}

static gboolean
check_measures (const TyCrossTableSpec  *spec,
                TySubject                subject,
                GError                 **error)
{
  for (guint i = 0; i < spec->n_measures; i++)
    if (!ty_measure_suits (spec->measures[i], subject))
      {
        /* Translators: a word of the command line, such as “average_age” */
        g_set_error (error, TY_CROSS_TABLE_ERROR, TY_CROSS_TABLE_ERROR_UNSUITABLE,
                     _("“%s” cannot be measured of what is counted."), spec->measures[i]->key);
        return FALSE;
      }
  return TRUE;
}

/* Before anything is counted: a column for each of 600,000 villages has no place in memory. */
static gboolean
check_size (const TyCrossTableSpec  *spec,
            TyView                  *view,
            GError                 **error)
{
  guint64 n = spec->n_measures + 1;

  for (guint i = 0; i < spec->n_dimensions; i++)
    {
      g_autoptr(TyScale) scale = ty_dimension_measure (spec->dimensions[i], view);

      n *= ty_scale_get_n (scale);
    }
  if (n <= MAX_AMOUNTS)
    return TRUE;

  g_set_error_literal (error, TY_CROSS_TABLE_ERROR, TY_CROSS_TABLE_ERROR_SIZE,
                       _("The table would have too many cells. Choose a smaller scope."));
  return FALSE;
}

/**
 * ty_cross_table_check:
 * @spec: what a table shows
 * @subject: (out): of what
 * @error: as of ty_cross_table_prepare()
 *
 * Returns: whether it can be counted
 */
gboolean
ty_cross_table_check (const TyCrossTableSpec  *spec,
                      TySubject               *subject,
                      GError                 **error)
{
  if (!ty_population_get_subject (spec->population, subject, error)
      || !check_dimensions (spec, *subject, error) || !check_measures (spec, *subject, error)
      || !check_size (spec, spec->view, error))
    return FALSE;

  return spec->before == NULL || check_size (spec, spec->before, error);
}
