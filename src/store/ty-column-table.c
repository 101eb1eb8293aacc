/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-column-table"

#include "config.h"

#include "ty-column-table.h"

#define LEAST_PART 100000 /* keys: a smaller part is not worth a thread */

/* Where the parameters of a query are: the people, and who takes the rows. */
enum
{
  PARAMETER_FIRST,
  PARAMETER_LAST,
  PARAMETER_GATHER,
};

/* What is kept of everybody in memory. Each query walks its table once in the order of the people,
 * without a sort; the large ones in one step. Who was merged into another is only a pointer to that
 * one. */
static const char *const queries[TY_N_COLUMN_TABLES] = {
  [TY_COLUMN_TABLE_PEOPLE] = "SELECT gather (?3, id, sex, birth, party_date, ethnicity, political, "
                             "work_date) "
                             "FROM person WHERE id BETWEEN ?1 AND ?2 AND merged_into IS NULL",
  [TY_COLUMN_TABLE_POSTS] = "SELECT gather (?3, person, id, unit, post, from_date, until_date, how, end_reason) "
                            "FROM appointment WHERE person BETWEEN ?1 AND ?2",
  [TY_COLUMN_TABLE_STUDIES] = "SELECT gather (?3, person, until_date, mode, level, outcome, degree) "
                              "FROM education WHERE person BETWEEN ?1 AND ?2",
  [TY_COLUMN_TABLE_NAMES] = "SELECT gather (?3, id, name, pinyin) "
                            "FROM person WHERE id BETWEEN ?1 AND ?2 AND merged_into IS NULL",
  [TY_COLUMN_TABLE_MANDATES] = "SELECT person, appointment, term, batch, "
                               "CASE WHEN filing_number IS NOT NULL THEN filing_date END "
                               "FROM mandate WHERE person BETWEEN ?1 AND ?2 ORDER BY person, appointment, term",
  [TY_COLUMN_TABLE_BACKGROUNDS] = "SELECT person, source FROM background "
                                  "WHERE person BETWEEN ?1 AND ?2 ORDER BY person, source",
  [TY_COLUMN_TABLE_RESERVES] = "SELECT person, id, unit, from_date, until_date FROM reserve "
                               "WHERE person BETWEEN ?1 AND ?2 ORDER BY person, id",
  [TY_COLUMN_TABLE_MENTORS] = "SELECT person, id, unit, from_date, until_date FROM mentor "
                              "WHERE person BETWEEN ?1 AND ?2 ORDER BY person, id",
  [TY_COLUMN_TABLE_OWN] = "SELECT person, CAST (field AS TEXT), value FROM custom_value "
                          "WHERE person BETWEEN ?1 AND ?2 ORDER BY person, field",
};

/**
 * ty_column_table_prepare:
 * @database: a connection
 * @table: what is asked for
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement for ty_column_table_gather(), or for
 * ty_column_table_select() where the table is a small one
 */
TyStatement *
ty_column_table_prepare (TyDatabase     *database,
                         TyColumnTable   table,
                         GError        **error)
{
  return ty_database_prepare (database, queries[table], error);
}

/**
 * ty_column_table_select:
 * @statement: a statement of a small table
 * @first: the lowest key of a person
 * @last: the highest key of a person
 *
 * Makes the statement ready to step through the rows of these people.
 */
void
ty_column_table_select (TyStatement *statement,
                        gint64       first,
                        gint64       last)
{
  ty_statement_reset (statement);
  ty_statement_bind_int (statement, PARAMETER_FIRST, first);
  ty_statement_bind_int (statement, PARAMETER_LAST, last);
}

/**
 * ty_column_table_gather:
 * @statement: a statement of a large table
 * @first: the lowest key of a person
 * @last: the highest key of a person
 * @func: takes a row
 * @data: for @func
 * @error: a `TY_STORE_ERROR`, or whatever @func sets
 *
 * Gives the rows of these people to @func.
 *
 * Returns: whether it took all of them
 */
gboolean
ty_column_table_gather (TyStatement   *statement,
                        gint64         first,
                        gint64         last,
                        TyGatherFunc   func,
                        gpointer       data,
                        GError       **error)
{
  ty_column_table_select (statement, first, last);
  return ty_gather_run (statement, PARAMETER_GATHER, func, data, error);
}

#define UNIT_QUERY "SELECT unit, from_date, until_date, parent, name, level, kind, party_form, " \
                   "position FROM unit_state "

/**
 * ty_column_table_select_unit_ids:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the keys of all units, ascending
 */
TyStatement *
ty_column_table_select_unit_ids (TyDatabase  *database,
                                 GError     **error)
{
  return ty_database_prepare (database, "SELECT id FROM unit ORDER BY id", error);
}

/**
 * ty_column_table_select_units:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): all states of all units by unit: unit, from_date, until_date,
 * parent, name, level, kind, party_form, position
 */
TyStatement *
ty_column_table_select_units (TyDatabase  *database,
                              GError     **error)
{
  return ty_database_prepare (database, UNIT_QUERY "ORDER BY unit, id", error);
}

/**
 * ty_column_table_select_unit:
 * @database: a connection
 * @unit: key of a unit
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): all states of one unit, with the columns of
 * ty_column_table_select_units()
 */
TyStatement *
ty_column_table_select_unit (TyDatabase  *database,
                             gint64       unit,
                             GError     **error)
{
  TyStatement *statement = ty_database_prepare (database, UNIT_QUERY "WHERE unit = ?", error);

  if (statement != NULL)
    ty_statement_bind_int (statement, 0, unit);
  return statement;
}

/**
 * ty_column_table_get_seq:
 * @database: a connection
 * @seq: (out): the sequence of the last action, or 0
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was found
 */
gboolean
ty_column_table_get_seq (TyDatabase  *database,
                         gint64      *seq,
                         GError     **error)
{
  return ty_database_get_integer (database, "SELECT max(seq) FROM action", seq, error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * ty_column_table_split:
 * @database: a connection
 * @n_parts: in how many parts the people are to be read
 * @error: a `TY_STORE_ERROR`
 *
 * Keys were given out by writers in turn, each counting from 1: where their counts are cut in equal
 * parts, about as many people lie between two cuts.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys at which a part begins,
 * ascending, without that of the first; there may be fewer than asked for
 */
GArray *
ty_column_table_split (TyDatabase  *database,
                       guint        n_parts,
                       GError     **error)
{
  g_autoptr(GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TyStatement) statement = NULL;
  gint64 sum = 0, before = 0;
  guint next = 1;
  TyStep step;

  if (!ty_database_get_integer (database, "SELECT sum(counter) FROM writer", &sum, error))
    return NULL;
  n_parts = (guint) MIN (n_parts, 1 + sum / LEAST_PART);
  statement = ty_database_prepare (database, "SELECT number, counter FROM writer ORDER BY number",
                                   error);
  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 counter = ty_statement_get_int (statement, 1);

      for (; next < n_parts && sum / n_parts * next < before + counter; next++)
        {
          gint64 cut = (ty_statement_get_int (statement, 0) << 32)
                       + (sum / n_parts * next - before);

          g_array_append_val (cuts, cut);
        }
      before += counter;
    }
  g_array_sort (cuts, compare_keys);
  return step == TY_STEP_DONE ? g_steal_pointer (&cuts) : NULL;
}
