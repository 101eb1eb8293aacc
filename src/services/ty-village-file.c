/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-file"

#include "config.h"

#include "ty-village-file.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 7

static const char *const headings[N_COLUMNS] = {
  N_("Body"), N_("Posts"), N_("Name"), N_("Sex"), N_("Age"), N_("Education"), NULL,
};

void
ty_team_member_free (TyTeamMember *self)
{
  g_free (self->name);
  g_free (self->sex);
  g_free (self->age);
  g_free (self->political);
  g_free (self->education);
  g_free (self->posts);
  g_free (self->since);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

void
ty_vacancy_free (TyVacancy *self)
{
  g_free (self->post);
  g_free (self->since);
  g_free (self);
}

void
ty_team_free (TyTeam *self)
{
  g_free (self->label);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->vacancies, g_ptr_array_unref);
  g_free (self);
}

void
ty_village_file_free (TyVillageFile *self)
{
  g_free (self->name);
  g_free (self->above);
  g_free (self->kind);
  g_free (self->party_form);
  g_clear_pointer (&self->ages, g_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->seats, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  g_clear_pointer (&self->reserves, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_village_file_count_vacancies:
 * @self: a village
 *
 * Returns: how many approved seats nobody has
 */
guint
ty_village_file_count_vacancies (TyVillageFile *self)
{
  guint n = 0;

  for (guint i = 0; i < self->teams->len; i++)
    n += ((TyTeam *) g_ptr_array_index (self->teams, i))->count.vacant;
  return n;
}

typedef void (*RowFunc) (GString           *text,
                         const char *const *cells,
                         gboolean           heading);

static void
add_team (GString *text,
          TyTeam  *team,
          RowFunc  func)
{
  for (guint i = 0; i < team->members->len; i++)
    {
      TyTeamMember *member = g_ptr_array_index (team->members, i);

      func (text, (const char *const[N_COLUMNS]){ team->label, member->posts, member->name,
                                                  member->sex, member->age, member->education,
                                                  member->since }, FALSE);
    }
  for (guint i = 0; i < team->vacancies->len; i++)
    {
      TyVacancy *vacancy = g_ptr_array_index (team->vacancies, i);

      func (text, (const char *const[N_COLUMNS]){ team->label, vacancy->post,
                                                  C_("instead of a name", "Vacant"), "", "", "",
                                                  vacancy->since }, FALSE);
    }
}

static void
add_table (TyVillageFile *self,
           GString       *text,
           RowFunc        func)
{
  const char *cells[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = headings[i] != NULL ? _(headings[i]) : C_("heading of a column", "Since");
  func (text, cells, TRUE);
  for (guint i = 0; i < self->teams->len; i++)
    add_team (text, g_ptr_array_index (self->teams, i), func);
}

/* A tab or a new line in a cell would be another cell. */
static void
add_text_row (GString           *text,
              const char *const *cells,
              gboolean           heading)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *cell = g_strdup (cells[i]);

      g_strdelimit (cell, "\t\r\n", ' ');
      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
    }
  g_string_append_c (text, '\n');
}

static void
add_html_row (GString           *text,
              const char *const *cells,
              gboolean           heading)
{
  const char *tag = heading ? "th" : "td";

  g_string_append (text, "<tr>");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *cell = g_markup_escape_text (cells[i], -1);

      g_string_append_printf (text, "<%s>%s</%s>", tag, cell, tag);
    }
  g_string_append (text, "</tr>\n");
}

/**
 * ty_village_file_dup_text:
 * @self: a village
 *
 * Returns: (transfer full): its team as lines of cells between tabs, as spreadsheets paste them
 */
char *
ty_village_file_dup_text (TyVillageFile *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  add_table (self, text, add_text_row);
  return g_string_free (text, FALSE);
}

/**
 * ty_village_file_dup_html:
 * @self: a village
 *
 * Returns: (transfer full): its team as a table with its name, as word processors paste it
 */
char *
ty_village_file_dup_html (TyVillageFile *self)
{
  g_autofree char *name = g_markup_escape_text (self->name, -1);
  GString *text = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\">\n");

  g_string_append_printf (text, "<caption>%s</caption>\n", name);
  add_table (self, text, add_html_row);
  g_string_append (text, "</table>\n");
  return g_string_free (text, FALSE);
}
