/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-training-print"

#include "config.h"

#include "ty-training-print.h"

#include "ty-attendee-item.h"
#include "ty-course-item.h"

#include <glib/gi18n-lib.h>

/* Who is entered for a course, as a table on paper with room to sign. */

#define N_COLUMNS (TY_N_ATTENDEE_COLUMNS + 1)

static char *
dup_subtitle (TyOffice *office,
              TyRecord *course)
{
  g_autofree char *when = ty_course_item_dup_when (course);
  const char *parts[] = { ty_office_get_county_name (office), when, ty_record_get_text (course, TY_COURSE_PLACE),
                          ty_record_get_text (course, TY_COURSE_ORGANISER) };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", parts[i]);
  return g_string_free (text, FALSE);
}

/**
 * ty_training_print_build:
 * @office: the county
 * @course: a course
 * @people: #TyAttendeeItem, who are entered
 *
 * Returns: (transfer full): the list of participants
 */
TyTableSheet *
ty_training_print_build (TyOffice   *office,
                         TyRecord   *course,
                         GListModel *people)
{
  const TySheetColumn columns[N_COLUMNS] = {
    { C_("heading of a column", "No."), 5, TRUE },
    { _("Name"), 10, FALSE },
    { _("Unit"), 20, FALSE },
    { _("Posts"), 22, FALSE },
    { _("Days attended"), 6, TRUE },
    { _("Result of the training"), 9, FALSE },
    { _("Certificate"), 12, FALSE },
  };
  g_autofree char *subtitle = dup_subtitle (office, course);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  /* Translators: at the foot of a printed page, with a day such as 2021.12.31 */
  g_autofree char *footer = g_strdup_printf (_("Printed on %s"), today);
  TyTableSheet *sheet = ty_table_sheet_new (ty_record_get_text (course, TY_COURSE_NAME), subtitle, footer, columns,
                                            N_COLUMNS);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(TyAttendeeItem) item = g_list_model_get_item (people, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *cells[N_COLUMNS] = { number };

      for (guint k = 0; k < TY_N_ATTENDEE_COLUMNS; k++)
        cells[k + 1] = ty_attendee_item_get_text (item, k);
      ty_table_sheet_add_row (sheet, cells);
    }
  return sheet;
}
