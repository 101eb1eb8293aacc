/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-work-cards"

#include "config.h"

#include "ty-person-work-cards.h"

#include "ty-annual-result.h"
#include "ty-appraisal.h"
#include "ty-attendance.h"
#include "ty-decimal.h"
#include "ty-format.h"
#include "ty-person-sections.h"
#include "ty-row-grid.h"
#include "ty-training-table.h"

#include <glib/gi18n-lib.h>

/* How somebody is trained and appraised. */

static const char *
text_of (gpointer record,
         guint    field)
{
  const char *text = ty_record_get_text (record, field);

  return text != NULL ? text : "";
}

static void
add_edit_button (GtkWidget       *grid,
                 TyPersonSection  section,
                 guint            index)
{
  ty_row_grid_add_button (TY_ROW_GRID (grid), ty_person_section_get_edit_label (section), "person.edit-row",
                          g_variant_new ("(uu)", (guint) section, index));
}

/**
 * ty_person_results_build:
 * @file: a person’s file
 *
 * Returns: (transfer floating): the official results of the years, a row each
 */
GtkWidget *
ty_person_results_build (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->results->len; i++)
    {
      gpointer result = g_ptr_array_index (file->results, i);
      g_autofree char *year = g_strdup_printf ("%d", (int) ty_record_get_integer (result,
                                                                                  TY_ANNUAL_RESULT_YEAR));
      g_autofree char *word = ty_format_code ("annual_result",
                                              ty_record_get_text (result,
                                                                  TY_ANNUAL_RESULT_RESULT));
      const char *texts[] = { year, word, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_RESULTS, i);
    }
  return grid;
}

/**
 * ty_person_appraisals_build:
 * @file: a person’s file
 *
 * Returns: (transfer floating): the appraisals, a row each
 */
GtkWidget *
ty_person_appraisals_build (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  ty_row_grid_set_numeric (TY_ROW_GRID (grid), 2);
  for (guint i = 0; i < file->appraisals->len; i++)
    {
      gpointer appraisal = g_ptr_array_index (file->appraisals, i);
      g_autofree char *period = ty_format_code ("appraisal_period",
                                                text_of (appraisal, TY_APPRAISAL_PERIOD));
      /* Translators: a year and a part of it: 2021 first half-year */
      g_autofree char *when = g_strdup_printf (_("%1$d %2$s"),
                                               (int) ty_record_get_integer (appraisal, TY_APPRAISAL_YEAR),
                                               period);
      g_autofree char *kind = ty_format_code ("appraisal_kind", text_of (appraisal, TY_APPRAISAL_KIND));
      g_autofree char *grade = ty_format_code ("appraisal_grade", text_of (appraisal, TY_APPRAISAL_GRADE));
      const char *texts[] = { when, kind, text_of (appraisal, TY_APPRAISAL_SCORE), grade,
                              text_of (appraisal, TY_APPRAISAL_APPRAISED_BY), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_APPRAISALS, i);
    }
  return grid;
}

/**
 * ty_person_training_build:
 * @file: a person’s file
 *
 * Whoever did not come is dimmed: there is no training to be counted.
 *
 * Returns: (transfer floating): the courses, a row each
 */
GtkWidget *
ty_person_training_build (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  ty_row_grid_set_numeric (TY_ROW_GRID (grid), 2);
  for (guint i = 0; i < file->training->len; i++)
    {
      gpointer attendance = g_ptr_array_index (file->training, i);
      gpointer course = ty_person_file_find_course (file, attendance);
      TyDate day = course != NULL ? ty_record_get_date (course, TY_COURSE_FROM_DATE) : TY_DATE_NONE;
      g_autofree char *from = ty_format_month (day);
      g_autofree char *number = ty_decimal_format (ty_training_get_days (attendance, course));
      g_autofree char *days = g_strdup_printf (_("%s days"), number);
      g_autofree char *result = ty_format_code ("training_result",
                                                text_of (attendance, TY_ATTENDANCE_RESULT));
      const char *texts[] = { from, course != NULL ? text_of (course, TY_COURSE_NAME) : "", days, result,
                              text_of (attendance, TY_ATTENDANCE_CERTIFICATE), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      if (g_str_equal (text_of (attendance, TY_ATTENDANCE_RESULT), "absent"))
        ty_row_grid_dim_last (TY_ROW_GRID (grid));
      add_edit_button (grid, TY_PERSON_SECTION_TRAINING, i);
    }
  return grid;
}

/**
 * ty_person_training_dup_caption:
 * @file: a person’s file
 *
 * Returns: (transfer full): how many days of training there were in the year of the cut-off date
 */
char *
ty_person_training_dup_caption (TyPersonFile *file)
{
  g_autofree char *days = ty_decimal_format (file->training_days);

  /* Translators: of training: how many days in which year */
  return g_strdup_printf (_("%1$s days in %2$d"), days, file->training_year);
}
