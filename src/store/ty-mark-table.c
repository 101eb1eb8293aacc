/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mark-table"

#include "config.h"

#include "ty-mark-table.h"

#include "ty-decimal.h"
#include "ty-statement.h"

/* Whoever did not come has no days. The last month of a period follows from its key: Y, H1, Q3, M07. */
#define LAST_MONTH \
  "CASE substr (period, 1, 1) WHEN 'H' THEN 6 * substr (period, 2) WHEN 'Q' THEN 3 * substr (period, 2) " \
  "WHEN 'M' THEN 1 * substr (period, 2) ELSE 12 END"

/* By the length of the period: of two that end on the same day the longer one counts. */
#define LENGTH "instr ('MQHY', substr (period, 1, 1))"

/* What a village tells of a year, known on its last day. */
#define OF_YEAR(column) \
  "SELECT unit, year || '-12-31', NULL, NULL, " column " FROM unit_year " \
  "WHERE " column " IS NOT NULL AND year BETWEEN 1000 AND 9999 ORDER BY unit, year"

#define OF_RESERVE(column) \
  "SELECT person, from_date, until_date, " column ", NULL FROM reserve " \
  "ORDER BY person, coalesce (from_date, ''), id"

/* What was only proposed is no pairing yet. */
#define OF_PAIRING(owner) \
  "SELECT " owner ", from_date, until_date, state, NULL FROM pairing WHERE state <> 'proposed' " \
  "ORDER BY " owner ", coalesce (from_date, ''), id"

#define OF_PROGRAMME(column) \
  "SELECT g.person, g.from_date, g.until_date, " column ", NULL FROM pairing g JOIN programme o " \
  "ON o.id = g.programme WHERE g.state <> 'proposed' ORDER BY g.person, coalesce (g.from_date, ''), g.id"

/* Two who are under way meet on, whatever the end that was planned; who was under way, until it ended. */
#define MEETS "g.state IN ('under_way', 'review')"

/* It lasts on in the same way from the day on which it was agreed. */
#define LASTS "state IN ('agreed', 'under_way', 'review')"

#define OF_COURSE(column) \
  "SELECT a.person, c.from_date, NULL, c." column ", NULL FROM attendance a JOIN course c ON c.id = a.course " \
  "WHERE a.result IS NOT 'absent' AND c.from_date IS NOT NULL ORDER BY a.person, c.from_date, c.id"

#define IS_FILLED(column) "(coalesce (" column ", '') <> '')"

static const char *const statements[TY_N_MARK_KINDS] = {
  [TY_MARK_TRAINING] =
    "SELECT a.person, c.from_date, NULL, NULL, coalesce (a.days, c.days) FROM attendance a "
    "JOIN course c ON c.id = a.course WHERE a.result IS NOT 'absent' AND c.from_date IS NOT NULL "
    "ORDER BY a.person, c.from_date, c.id",
  [TY_MARK_APPRAISAL] =
    "SELECT person, day, NULL, grade, NULL FROM (SELECT person, id, grade, " LENGTH " AS length, "
    "date (printf ('%04d-%02d-01', year, " LAST_MONTH "), '+1 month', '-1 day') AS day FROM appraisal "
    "WHERE grade IS NOT NULL) WHERE day IS NOT NULL ORDER BY person, day, length, id",
  [TY_MARK_COURSE_KIND] = OF_COURSE ("kind"),
  [TY_MARK_COURSE_LEVEL] = OF_COURSE ("level"),
  [TY_MARK_RESULT] =
    "SELECT person, year || '-12-31', NULL, result, NULL FROM annual_result "
    "WHERE result IS NOT NULL AND year BETWEEN 1000 AND 9999 ORDER BY person, year",
  [TY_MARK_CLASS] =
    "SELECT unit, from_date, until_date, class, NULL FROM unit_class "
    "ORDER BY unit, coalesce (from_date, ''), id",
  [TY_MARK_INCOME] = OF_YEAR ("operating_income"),
  [TY_MARK_COLLECTIVE] = OF_YEAR ("income"),
  [TY_MARK_DEBT] = OF_YEAR ("debt"),
  [TY_MARK_HOUSEHOLDS] = OF_YEAR ("households"),
  [TY_MARK_POPULATION] = OF_YEAR ("population"),
  [TY_MARK_PARTY_MEMBERS] = OF_YEAR ("party_members"),
  [TY_MARK_RESIDENTS] = OF_YEAR ("residents"),
  [TY_MARK_FOUR_ONES] =
    "SELECT unit, from_date, until_date, class, " IS_FILLED ("leader") " + " IS_FILLED ("cadre") " + "
    IS_FILLED ("work_group") " + " IS_FILLED ("contact_unit") " + " IS_FILLED ("plan") " FROM unit_class "
    "ORDER BY unit, coalesce (from_date, ''), id",
  [TY_MARK_SEAT] =
    "SELECT unit, from_date, until_date, body, max (0, min (seats, 9999)) FROM seat ORDER BY unit, id",
  [TY_MARK_SEAT_WOMEN] =
    "SELECT unit, from_date, until_date, body, max (0, min (women, 9999)) FROM seat ORDER BY unit, id",
  [TY_MARK_RESERVE_POST] = OF_RESERVE ("post"),
  [TY_MARK_RESERVE_WAY] = OF_RESERVE ("way_in"),
  [TY_MARK_RESERVE_SOURCE] = OF_RESERVE ("source"),
  [TY_MARK_RESERVE_WAY_OUT] =
    "SELECT person, until_date, NULL, way_out, NULL FROM reserve WHERE until_date IS NOT NULL "
    "ORDER BY person, substr (until_date || '-01-01', 1, 10), id",
  [TY_MARK_HONOUR] = "SELECT person, date, NULL, NULL, NULL FROM honour ORDER BY person, coalesce (date, ''), id",
  [TY_MARK_PAIRING] = OF_PAIRING ("person"),
  [TY_MARK_MENTEE] = OF_PAIRING ("mentor"),
  [TY_MARK_PROGRAMME] = OF_PROGRAMME ("o.name"),
  [TY_MARK_PAIRING_LEVEL] = OF_PROGRAMME ("o.level"),
  [TY_MARK_PAIRING_MENTOR] = OF_PROGRAMME ("CAST (g.mentor AS TEXT)"),
  [TY_MARK_PAIRING_RESULT] =
    "SELECT person, until_date, NULL, result, NULL FROM pairing WHERE result IS NOT NULL AND until_date IS NOT NULL "
    "ORDER BY person, substr (until_date || '-01-01', 1, 10), id",
  [TY_MARK_MEETING] =
    "SELECT g.person, g.from_date, CASE WHEN NOT " MEETS " THEN g.until_date END, CAST (g.mentor AS TEXT), "
    "CAST (o.talks AS TEXT) FROM pairing g JOIN programme o ON o.id = g.programme "
    "WHERE " MEETS " OR (g.state IN ('done', 'ended') AND g.until_date IS NOT NULL) ORDER BY g.person, g.id",
  [TY_MARK_TALK] =
    "SELECT person, date, NULL, CAST (mentor AS TEXT), NULL FROM talk WHERE date IS NOT NULL "
    "ORDER BY person, date, id",
  [TY_MARK_PAUSE] =
    "SELECT person, from_date, until_date, CAST (mentor AS TEXT), NULL FROM pairing_pause ORDER BY person, id",
  [TY_MARK_MENTOR_LEVEL] =
    "SELECT person, from_date, until_date, level, NULL FROM mentor ORDER BY person, coalesce (from_date, ''), id",
  [TY_MARK_PROGRAMME_LEVEL] = "SELECT id, from_date, until_date, level, NULL FROM programme ORDER BY id",
  [TY_MARK_PROGRAMME_NAME] = "SELECT id, from_date, until_date, name, NULL FROM programme ORDER BY id",
  [TY_MARK_PROGRAMME_NEED] =
    "SELECT programme, NULL, NULL, kind, CAST (threshold AS TEXT) FROM programme_need ORDER BY programme, kind",
  [TY_MARK_NEED] =
    "SELECT person, from_date, until_date, kind, CASE WHEN waived = 'yes' THEN '1' END FROM need ORDER BY person, id",
  [TY_MARK_PAIRED_IN] =
    "SELECT person, from_date, CASE WHEN NOT " LASTS " THEN until_date END, CAST (programme AS TEXT), NULL "
    "FROM pairing WHERE " LASTS " OR (state IN ('done', 'ended') AND until_date IS NOT NULL) ORDER BY person, id",
};

#define MOST_SOURCES 2

/* Of which tables each kind is read. */
static const char *const sources[TY_N_MARK_KINDS][MOST_SOURCES + 1] = {
  [TY_MARK_TRAINING] = { "attendance", "course" },
  [TY_MARK_APPRAISAL] = { "appraisal" },
  [TY_MARK_COURSE_KIND] = { "attendance", "course" },
  [TY_MARK_COURSE_LEVEL] = { "attendance", "course" },
  [TY_MARK_RESULT] = { "annual_result" },
  [TY_MARK_CLASS] = { "unit_class" },
  [TY_MARK_INCOME] = { "unit_year" },
  [TY_MARK_COLLECTIVE] = { "unit_year" },
  [TY_MARK_DEBT] = { "unit_year" },
  [TY_MARK_HOUSEHOLDS] = { "unit_year" },
  [TY_MARK_POPULATION] = { "unit_year" },
  [TY_MARK_PARTY_MEMBERS] = { "unit_year" },
  [TY_MARK_RESIDENTS] = { "unit_year" },
  [TY_MARK_FOUR_ONES] = { "unit_class" },
  [TY_MARK_SEAT] = { "seat" },
  [TY_MARK_SEAT_WOMEN] = { "seat" },
  [TY_MARK_RESERVE_POST] = { "reserve" },
  [TY_MARK_RESERVE_WAY] = { "reserve" },
  [TY_MARK_RESERVE_SOURCE] = { "reserve" },
  [TY_MARK_RESERVE_WAY_OUT] = { "reserve" },
  [TY_MARK_HONOUR] = { "honour" },
  [TY_MARK_PAIRING] = { "pairing" },
  [TY_MARK_MENTEE] = { "pairing" },
  [TY_MARK_PROGRAMME] = { "pairing", "programme" },
  [TY_MARK_PAIRING_LEVEL] = { "pairing", "programme" },
  [TY_MARK_PAIRING_MENTOR] = { "pairing", "programme" },
  [TY_MARK_PAIRING_RESULT] = { "pairing" },
  [TY_MARK_MEETING] = { "pairing", "programme" },
  [TY_MARK_TALK] = { "talk" },
  [TY_MARK_PAUSE] = { "pairing_pause" },
  [TY_MARK_MENTOR_LEVEL] = { "mentor" },
  [TY_MARK_PROGRAMME_LEVEL] = { "programme" },
  [TY_MARK_PROGRAMME_NAME] = { "programme" },
  [TY_MARK_PROGRAMME_NEED] = { "programme_need" },
  [TY_MARK_NEED] = { "need" },
  [TY_MARK_PAIRED_IN] = { "pairing" },
};

/**
 * ty_mark_table_get_sources:
 * @kind: of what kind
 *
 * Returns: (transfer none) (array zero-terminated=1): the tables of which it is read: where none of them
 *   changed, it is as it was
 */
const char * const *
ty_mark_table_get_sources (TyMarkKind kind)
{
  return sources[kind];
}

/**
 * ty_mark_table_list:
 * @database: a connection
 * @kind: of what kind
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyMarkRow): all of the file, in the order of their owners
 *   and dates
 */
GArray *
ty_mark_table_list (TyDatabase  *database,
                    TyMarkKind   kind,
                    GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, statements[kind], error);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyMarkRow));
  TyStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      const char *number = ty_statement_get_text (statement, 4);
      TyMarkRow row = { ty_statement_get_int (statement, 0),
                        ty_date_from_iso (ty_statement_get_text (statement, 1)),
                        ty_date_from_iso (ty_statement_get_text (statement, 2)),
                        g_intern_string (ty_statement_get_text (statement, 3)), 0 };

      if (number != NULL && !ty_decimal_parse (number, &row.number))
        continue;
      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
