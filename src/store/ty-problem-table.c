/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem-table"

#include "config.h"

#include "ty-problem-table.h"

#include "ty-period.h"
#include "ty-person.h"
#include "ty-statement.h"
#include "ty-table.h"

#include <string.h>

/* What a county has of at least one in so many of its people, it wants of all of them. */
#define ONE_IN 10
/* It is asked of the people who came last: a million tell no more about it. */
#define N_ASKED "5000"

static void
like_person_free (gpointer data)
{
  TyLikePerson *like = data;

  g_free (like->name);
  g_free (like->other_name);
  g_free (like->value);
  g_free (like);
}

/* Each with the first other one. Two numbers that differ tell two people apart, whatever their names. */
static const char *const like_sql[] = {
  [TY_LIKENESS_ID_NUMBER] =
    "SELECT p.id, p.name, p.id_number, o.id, o.name FROM person p JOIN person o ON o.id = "
    "(SELECT min(id) FROM person WHERE id_number = p.id_number AND id <> p.id AND merged_into IS NULL) "
    "WHERE p.merged_into IS NULL AND p.id_number > '' AND %s ORDER BY p.id",
  [TY_LIKENESS_NAME_AND_BIRTH] =
    "SELECT p.id, p.name, substr(p.birth, 1, 7), o.id, o.name FROM person p JOIN person o ON o.id = "
    "(SELECT min(id) FROM person WHERE name = p.name AND id <> p.id AND merged_into IS NULL "
    "AND substr(birth, 1, 7) = substr(p.birth, 1, 7) "
    "AND (id_number IS NULL OR p.id_number IS NULL)) "
    "WHERE p.merged_into IS NULL AND length(p.birth) >= 7 AND %s ORDER BY p.id",
};

/* One pass over an index or a sort finds the few groups, whatever the size of the file. */
static const char *const group_sql[] = {
  [TY_LIKENESS_ID_NUMBER] =
    "p.id_number IN (SELECT id_number FROM person WHERE id_number > '' AND merged_into IS NULL "
    "GROUP BY id_number HAVING count(*) > 1)",
  [TY_LIKENESS_NAME_AND_BIRTH] =
    "p.id IN (SELECT q.id FROM (SELECT name AS n, substr(birth, 1, 7) AS m FROM person WHERE merged_into "
    "IS NULL AND length(birth) >= 7 GROUP BY 1, 2 HAVING count(*) > 1 AND count(id_number) < count(*)) g "
    "JOIN person q ON q.name = g.n AND substr(q.birth, 1, 7) = g.m)",
};

/**
 * ty_problem_table_list_like:
 * @database: a connection
 * @likeness: in what they are alike
 * @person: key of a person, or 0 for everybody
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyLikePerson): those who are alike, each with another, in
 *   the order of their keys
 */
GPtrArray *
ty_problem_table_list_like (TyDatabase  *database,
                            TyLikeness   likeness,
                            gint64       person,
                            GError     **error)
{
  g_auto(GStrv) halves = g_strsplit (like_sql[likeness], "%s", 2);
  g_autofree char *sql = g_strconcat (halves[0], person != 0 ? "p.id = ?1" : group_sql[likeness],
                                      halves[1], NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  g_autoptr(GPtrArray) likes = g_ptr_array_new_with_free_func (like_person_free);
  TyStep step;

  if (statement == NULL)
    return NULL;
  if (person != 0)
    ty_statement_bind_int (statement, 0, person);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyLikePerson *like = g_new0 (TyLikePerson, 1);

      like->person = ty_statement_get_int (statement, 0);
      like->name = g_strdup (ty_statement_get_text (statement, 1));
      like->value = g_strdup (ty_statement_get_text (statement, 2));
      like->other = ty_statement_get_int (statement, 3);
      like->other_name = g_strdup (ty_statement_get_text (statement, 4));
      g_ptr_array_add (likes, like);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&likes) : NULL;
}

/**
 * ty_problem_table_list_terms:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPeriod): the terms of the county, the earliest first
 */
GArray *
ty_problem_table_list_terms (TyDatabase  *database,
                             GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT from_date, until_date FROM term ORDER BY coalesce(from_date, ''), id", error);
  g_autoptr(GArray) terms = g_array_new (FALSE, FALSE, sizeof (TyPeriod));
  TyStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyPeriod term = ty_period_from_iso (ty_statement_get_text (statement, 0),
                                          ty_statement_get_text (statement, 1));

      g_array_append_val (terms, term);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&terms) : NULL;
}

/* The columns in the order of the fields, then the tables. */
static char *
dup_kept_sql (void)
{
  GString *sql = g_string_new ("SELECT count(*)");

  for (guint i = 0; i < ty_person_info.n_fields; i++)
    g_string_append_printf (sql, ", count(\"%s\")", ty_person_info.fields[i].column);
  g_string_append (sql,
                   ", sum(EXISTS (SELECT 1 FROM resume_entry r WHERE r.person = p.id))"
                   ", sum(EXISTS (SELECT 1 FROM family_member f WHERE f.person = p.id))"
                   ", sum(EXISTS (SELECT 1 FROM education e WHERE e.person = p.id))"
                   " FROM (SELECT * FROM person WHERE merged_into IS NULL ORDER BY id DESC LIMIT " N_ASKED
                   ") p");
  return g_string_free (sql, FALSE);
}

/**
 * ty_problem_table_get_kept:
 * @database: a connection
 * @kept: (out): bits as in #TyPersonQuestion
 * @error: a `TY_STORE_ERROR`
 *
 * Tells what the county collects: where nobody has a photo, nobody’s is missing.
 *
 * Returns: whether it was read
 */
gboolean
ty_problem_table_get_kept (TyDatabase  *database,
                           guint32     *kept,
                           GError     **error)
{
  static const guint32 materials[] = { TY_MATERIAL_RESUME, TY_MATERIAL_FAMILY, TY_MATERIAL_EDUCATION };
  g_autofree char *sql = dup_kept_sql ();
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  gint64 all;

  *kept = 0;
  if (statement == NULL || ty_statement_step (statement, error) != TY_STEP_ROW)
    return FALSE;

  all = ty_statement_get_int (statement, 0);
  for (guint i = 0; i < ty_person_info.n_fields + G_N_ELEMENTS (materials); i++)
    {
      gint64 n = ty_statement_get_int (statement, (int) i + 1);

      if (n > 0 && n * ONE_IN >= all)
        *kept |= i < ty_person_info.n_fields ? 1u << i : materials[i - ty_person_info.n_fields];
    }
  return TRUE;
}

/**
 * ty_problem_table_dup_name:
 * @database: a connection
 * @person: key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
ty_problem_table_dup_name (TyDatabase  *database,
                           gint64       person,
                           GError     **error)
{
  g_autoptr(TyRecord) record = ty_table_get (database, &ty_person_info, person, error);

  return record != NULL ? g_strdup (ty_record_get_text (record, TY_PERSON_NAME)) : NULL;
}
