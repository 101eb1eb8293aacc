/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-table"

#include "config.h"

#include "ty-filter-table.h"

#include "ty-gather.h"

#include <string.h>

/* What a filter asks of records that are not kept in memory. Each is one walk through a table in the
 * order of the people, ?1 being who takes the rows and ?2 the cut-off date: dates as far as known
 * compare with a whole day as text. */

#define MOST_TEXTS 4
#define TAKER 0
#define AS_OF 1

#define OF_PERSON(column) \
  "SELECT gather (?1, id, " column ") FROM person WHERE merged_into IS NULL"
#define ALREADY(column) "(" column " IS NULL OR " column " <= ?2)"
#define STILL(column) "(" column " IS NULL OR " column " > ?2)"
#define NOT_FILLED_IN(column) \
  "SELECT gather (?1, id) FROM person WHERE merged_into IS NULL AND coalesce (" column ", '') = ''"
#define NO_ROWS(table) \
  "SELECT gather (?1, id) FROM person WHERE merged_into IS NULL " \
  "AND NOT EXISTS (SELECT 1 FROM " table " AS t WHERE t.person = person.id)"

/* The term in which a day lies is the newest of those that had begun by then. */
#define PRESENT_TERM \
  "(SELECT id FROM term WHERE " ALREADY ("from_date") " ORDER BY year DESC, id DESC LIMIT 1)"

static const struct
{
  const char *field;
  guint n_texts;
  const char *sql;
} queries[] = {
  { "name", 2, OF_PERSON ("name, pinyin") },
  { "native_place", 1, OF_PERSON ("native_place") },
  { "birth_place", 1, OF_PERSON ("birth_place") },
  { "health", 1, OF_PERSON ("health") },
  { "marital", 1, OF_PERSON ("marital") },
  { "skill", 1, OF_PERSON ("skill") },
  { "note", 1, OF_PERSON ("note") },
  { "school", 1, "SELECT gather (?1, person, school) FROM education" },
  { "resume", 1, "SELECT gather (?1, person, text) FROM resume_entry WHERE " ALREADY ("from_date") },
  { "family", 2, "SELECT gather (?1, person, name, occupation) FROM family_member" },
  { "honour", 2, "SELECT gather (?1, person, title, granted_by) FROM honour WHERE " ALREADY ("date") },
  { "penalty", 3, "SELECT gather (?1, person, title, reason, decided_by) FROM penalty "
                  "WHERE " ALREADY ("date") },
  { "penalty_in_force", 3, "SELECT gather (?1, person, title, reason, decided_by) FROM penalty "
                           "WHERE " ALREADY ("date") " AND " STILL ("until_date") },
  { "annual_result", 2, "SELECT gather (?1, person, year, result) FROM annual_result "
                        "WHERE year <= CAST (substr (?2, 1, 4) AS INTEGER)" },
  { "document", 1, "SELECT gather (?1, person, document) FROM appointment WHERE " ALREADY ("from_date") },
  { "appointed_how", 1, "SELECT gather (?1, person, how) FROM appointment WHERE "
                        ALREADY ("from_date") " AND " STILL ("until_date") },
  { "end_reason", 1, "SELECT gather (?1, person, end_reason) FROM appointment WHERE until_date <= ?2" },
  { "reserve_way_in", 1, "SELECT gather (?1, person, way_in) FROM reserve WHERE "
                         ALREADY ("from_date") " AND " STILL ("until_date") },
  { "reserve_post", 1, "SELECT gather (?1, person, post) FROM reserve WHERE "
                       ALREADY ("from_date") " AND " STILL ("until_date") },
  { "reserve_way_out", 1, "SELECT gather (?1, person, way_out) FROM reserve WHERE until_date <= ?2" },
  { "mentor_level", 1, "SELECT gather (?1, person, level) FROM mentor WHERE "
                       ALREADY ("from_date") " AND " STILL ("until_date") },
  { "term", 1, "SELECT gather (?1, m.person, t.year) FROM mandate AS m CROSS JOIN term AS t "
               "ON t.id = m.term WHERE " ALREADY ("t.from_date") },
  { "batch", 1, "SELECT gather (?1, person, batch) FROM mandate WHERE term = " PRESENT_TERM },
  /* Who served in the same unit before the month of the election was elected again. */
  { "elected", 1, "SELECT gather (?1, m.person, CASE WHEN EXISTS (SELECT 1 FROM appointment AS b "
                  "WHERE b.person = m.person AND b.unit = a.unit "
                  "AND substr (coalesce (b.from_date, ''), 1, 7) "
                  "< substr (coalesce (m.date, a.from_date, ''), 1, 7)) THEN 'again' ELSE 'new' END) "
                  "FROM mandate AS m CROSS JOIN appointment AS a ON a.person = m.person "
                  "AND a.id = m.appointment WHERE m.term = " PRESENT_TERM },
  { "missing/birth", 0, NOT_FILLED_IN ("birth") },
  { "missing/ethnicity", 0, NOT_FILLED_IN ("ethnicity") },
  { "missing/native_place", 0, NOT_FILLED_IN ("native_place") },
  { "missing/political", 0, NOT_FILLED_IN ("political") },
  { "missing/party_date", 0, NOT_FILLED_IN ("party_date") " AND political IN ('01', '02')" },
  { "missing/work_date", 0, NOT_FILLED_IN ("work_date") },
  { "missing/health", 0, NOT_FILLED_IN ("health") },
  { "missing/marital", 0, NOT_FILLED_IN ("marital") },
  { "missing/id_number", 0, NOT_FILLED_IN ("id_number") },
  { "missing/phone", 0, NOT_FILLED_IN ("phone") },
  { "missing/address", 0, NOT_FILLED_IN ("address") },
  { "missing/photo", 0, NOT_FILLED_IN ("photo") },
  { "missing/education", 0, NO_ROWS ("education") },
  { "missing/resume_entry", 0, NO_ROWS ("resume_entry") },
  { "missing/family_member", 0, NO_ROWS ("family_member") },
};

typedef struct
{
  guint n_texts;
  TyFilterTableFunc func;
  gpointer data;
} Reading;

static int
find (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (strcmp (queries[i].field, field) == 0)
      return (int) i;

  return -1;
}

static gboolean
take_row (const TyGatherRow  *row,
          gpointer            data,
          GError            **error)
{
  const Reading *reading = data;
  const char *texts[MOST_TEXTS] = { NULL };

  for (guint i = 0; i < reading->n_texts; i++)
    texts[i] = ty_gather_row_get_text (row, (int) i + 1, NULL);
  reading->func (ty_gather_row_get_key (row), texts, reading->n_texts, reading->data);
  return TRUE;
}

/**
 * ty_filter_table_has:
 * @field: the word of a field of filters
 *
 * Returns: whether it is asked of records
 */
gboolean
ty_filter_table_has (const char *field)
{
  return find (field) >= 0;
}

/**
 * ty_filter_table_read:
 * @database: a connection
 * @field: the word of a field of filters for which ty_filter_table_has() returns %TRUE
 * @as_of: the cut-off date, a whole ISO day
 * @func: takes each row, ascending by person
 * @data: for @func
 * @error: a `TY_STORE_ERROR`
 *
 * Reads what everybody has of a field on a date.
 *
 * Returns: whether all was read
 */
gboolean
ty_filter_table_read (TyDatabase         *database,
                      const char         *field,
                      const char         *as_of,
                      TyFilterTableFunc   func,
                      gpointer            data,
                      GError            **error)
{
  int number = find (field);
  Reading reading = { 0, func, data };
  g_autoptr(TyStatement) statement = NULL;

  g_return_val_if_fail (number >= 0, FALSE);

  statement = ty_database_prepare (database, queries[number].sql, error);
  if (statement == NULL)
    return FALSE;

  reading.n_texts = queries[number].n_texts;
  if (strstr (queries[number].sql, "?2") != NULL)
    ty_statement_bind_text (statement, AS_OF, as_of);
  return ty_gather_run (statement, TAKER, take_row, &reading, error);
}
