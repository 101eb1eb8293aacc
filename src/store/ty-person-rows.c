/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-rows"

#include "config.h"

#include "ty-person-rows.h"

#include "ty-appointment.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-person.h"
#include "ty-resume-entry.h"
#include "ty-statement.h"
#include "ty-table.h"

/* All tables of a person begin their keys with it, so that one pass over each of them, side by side,
 * hands over a person after the other. Nothing is kept of those who were before. */

enum
{
  APPOINTMENTS,
  RESUME,
  EDUCATIONS,
  FAMILY,
  HONOURS,
  N_TABLES
};

static const TyRecordInfo *const infos[N_TABLES] = {
  &ty_appointment_info, &ty_resume_entry_info, &ty_education_info, &ty_family_member_info,
  &ty_honour_info,
};

/**
 * TyPersonRows:
 *
 * The records of people, a person at a time in the order of their keys.
 */
struct _TyPersonRows
{
  TyStatement *people;              /* (owned) */
  TyStatement *tables[N_TABLES];    /* (owned) */
  gboolean at_row[N_TABLES];        /* whether the statement stands at a row that is not yet read */
  gboolean ended[N_TABLES];
  GPtrArray *rows[N_TABLES];        /* (owned) */
  TyPersonRecords records;
};

/**
 * ty_person_rows_new:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a reader; nobody is selected yet
 */
TyPersonRows *
ty_person_rows_new (TyDatabase  *database,
                    GError     **error)
{
  g_autoptr(TyPersonRows) self = g_new0 (TyPersonRows, 1);

  self->people = ty_table_select (database, &ty_person_info,
                                  "WHERE id BETWEEN ?1 AND ?2 AND merged_into IS NULL ORDER BY id", error);
  if (self->people == NULL)
    return NULL;
  for (guint i = 0; i < N_TABLES; i++)
    {
      self->rows[i] = g_ptr_array_new_with_free_func (g_object_unref);
      self->tables[i] = ty_table_select (database, infos[i],
                                         "WHERE person BETWEEN ?1 AND ?2 ORDER BY person, id", error);
      if (self->tables[i] == NULL)
        return NULL;
    }

  self->records.appointments = self->rows[APPOINTMENTS];
  self->records.resume = self->rows[RESUME];
  self->records.educations = self->rows[EDUCATIONS];
  self->records.family = self->rows[FAMILY];
  self->records.honours = self->rows[HONOURS];
  return g_steal_pointer (&self);
}

void
ty_person_rows_free (TyPersonRows *self)
{
  g_clear_object (&self->records.person);
  g_clear_pointer (&self->people, ty_statement_free);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_clear_pointer (&self->tables[i], ty_statement_free);
      g_clear_pointer (&self->rows[i], g_ptr_array_unref);
    }
  g_free (self);
}

static void
select_in (TyStatement *statement,
           gint64       first,
           gint64       last)
{
  ty_statement_reset (statement);
  ty_statement_bind_int (statement, 0, first);
  ty_statement_bind_int (statement, 1, last);
}

/**
 * ty_person_rows_select:
 * @self: a reader
 * @first: the lowest key
 * @last: the highest key
 *
 * Begins with the people whose keys lie there. Who was merged into another is left out.
 */
void
ty_person_rows_select (TyPersonRows *self,
                       gint64        first,
                       gint64        last)
{
  select_in (self->people, first, last);
  for (guint i = 0; i < N_TABLES; i++)
    {
      select_in (self->tables[i], first, last);
      self->at_row[i] = self->ended[i] = FALSE;
    }
}

static gboolean
read_rows (TyPersonRows  *self,
           guint          table,
           gint64         person,
           GError       **error)
{
  TyStatement *statement = self->tables[table];

  g_ptr_array_set_size (self->rows[table], 0);
  while (!self->ended[table])
    {
      if (!self->at_row[table])
        switch (ty_statement_step (statement, error))
          {
          case TY_STEP_ROW:
            self->at_row[table] = TRUE;
            break;
          case TY_STEP_DONE:
            self->ended[table] = TRUE;
            return TRUE;
          case TY_STEP_ERROR:
          default:
            return FALSE;
          }
      if (ty_statement_get_int (statement, 0) > person)
        return TRUE;
      if (ty_statement_get_int (statement, 0) == person)
        g_ptr_array_add (self->rows[table], ty_table_read (statement, infos[table]));
      self->at_row[table] = FALSE;
    }
  return TRUE;
}

/**
 * ty_person_rows_next:
 * @self: a reader
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer none) (nullable): the records of the next person, until this is called again; %NULL
 *   without an error at the end
 */
const TyPersonRecords *
ty_person_rows_next (TyPersonRows  *self,
                     GError       **error)
{
  gint64 person;

  g_clear_object (&self->records.person);
  if (ty_statement_step (self->people, error) != TY_STEP_ROW)
    return NULL;

  self->records.person = ty_table_read (self->people, &ty_person_info);
  person = ty_record_get_integer (self->records.person, TY_PERSON_ID);
  for (guint i = 0; i < N_TABLES; i++)
    if (!read_rows (self, i, person, error))
      return NULL;

  return &self->records;
}
