/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-print"

#include "config.h"

#include "ty-village-print.h"

#include <glib/gi18n-lib.h>

/* The team of a village as a table on paper: who has which seat, and which is vacant. */

#define N_COLUMNS 8

static void
add_team (TyTableSheet *sheet,
          TyTeam       *team)
{
  for (guint i = 0; i < team->members->len; i++)
    {
      const TyTeamMember *member = g_ptr_array_index (team->members, i);
      const char *cells[N_COLUMNS] = { team->label, member->posts, member->name, member->sex, member->age,
                                       member->political, member->education, member->since };

      ty_table_sheet_add_row (sheet, cells);
    }
  for (guint i = 0; i < team->vacancies->len; i++)
    {
      const TyVacancy *vacancy = g_ptr_array_index (team->vacancies, i);
      const char *cells[N_COLUMNS] = { team->label, vacancy->post, C_("instead of a name", "Vacant"), "",
                                       "", "", "", vacancy->since };

      ty_table_sheet_add_row (sheet, cells);
    }
}

/* `云屏县　石泉镇　截至 2021.12.31` */
static char *
dup_subtitle (TyVillageFile *file,
              TyOffice      *office)
{
  g_autofree char *day = ty_date_to_record (ty_office_get_as_of (office));
  /* Translators: on a printed table: the day for which it speaks, such as 2021.12.31 */
  g_autofree char *as_of = g_strdup_printf (_("As of %s"), day);
  const char *parts[] = { ty_office_get_county_name (office), file->above, as_of };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", parts[i]);
  return g_string_free (text, FALSE);
}

/**
 * ty_village_print_build:
 * @file: a village
 * @office: the county, and the cut-off date for which @file was read
 *
 * Returns: (transfer full): its team by body and seat
 */
TyTableSheet *
ty_village_print_build (TyVillageFile *file,
                        TyOffice      *office)
{
  const TySheetColumn columns[N_COLUMNS] = {
    { _("Body"), 12, FALSE },
    { _("Posts"), 17, FALSE },
    { _("Name"), 10, FALSE },
    { _("Sex"), 9, FALSE },
    { _("Age"), 6, TRUE },
    { _("Political status"), 14, FALSE },
    { _("Education"), 13, FALSE },
    { C_("heading of a column", "Since"), 10, TRUE },
  };
  /* Translators: the heading of a printed table, with the name of a village */
  g_autofree char *title = g_strdup_printf (_("Team of %s"), file->name);
  g_autofree char *subtitle = dup_subtitle (file, office);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  /* Translators: at the foot of a printed page, with a day such as 2021.12.31 */
  g_autofree char *footer = g_strdup_printf (_("Printed on %s"), today);
  TyTableSheet *sheet = ty_table_sheet_new (title, subtitle, footer, columns, N_COLUMNS);

  for (guint i = 0; i < file->teams->len; i++)
    add_team (sheet, g_ptr_array_index (file->teams, i));
  return sheet;
}
