/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-oracle"

#include "config.h"

#include "test-oracle-private.h"

#include <string.h>

/* What a population is, a condition and a dimension, in SQL over the tables, as the design and the
 * documentation of TyWho, TyCondition and TyDimension say it. In these texts
 *
 *   #  stands for the number of a context: a date, a scope, and to what it is narrowed
 *   @  for its day, as a text of SQL
 *   $  for 1 where its scope is everything, and 0 where it is not
 *   %  for the year of its term
 *
 * Each says which people (or units, or posts) are meant, as rows of id and number. */

/* The whole day for which a stored date stands; NULL for none and for what is no day of the calendar:
 * where a day is counted on, 30 February becomes another. */
#define DAY(date) \
  "(SELECT w FROM (SELECT CASE length(" date ") WHEN 4 THEN " date " || '-01-01' " \
  "WHEN 7 THEN " date " || '-01' WHEN 10 THEN " date " END AS w) " \
  "WHERE date(w, '+0 days') = w AND w BETWEEN '1800-01-01' AND '2200-12-31')"

/* A period begins before all days where no beginning is known, and ends after all where no end is. */
#define START "coalesce(" DAY ("from_date") ", '')"
#define STOP "coalesce(" DAY ("until_date") ", '~')"
#define HOLDS "start <= @ AND @ < stop"
#define SOON "stop <> '~' AND stop <= date (@, '+365 days') "
#define MONTHS(day) "(substr(" day ", 1, 4) * 12 + substr(" day ", 6, 2))"

/* A table of the connection, filled by the select that follows. */
#define TABLE(name, columns) \
  "CREATE TEMP TABLE " name " (" columns "); INSERT INTO " name " "

const char test_sql_common[] =
  /* Who was merged into another is nobody. */
  TABLE ("human", "id PRIMARY KEY, sex, born, party, ethnicity, political, work")
  "  SELECT id, sex, " DAY ("birth") ", coalesce(" DAY ("party_date") ", ''), ethnicity, political, "
  "  " DAY ("work_date") " "
  "  FROM person WHERE merged_into IS NULL;"
  TABLE ("post", "person, id, number, unit, post, start, stop, how, reason")
  "  SELECT person, id, row_number() OVER (PARTITION BY person ORDER BY id) - 1, unit, post, "
  "  " START ", " STOP ", how, end_reason FROM appointment WHERE person IN (SELECT id FROM human);"
  TABLE ("pool", "pool, person, unit, start, stop")
  "  SELECT 'reserve', person, unit, " START ", " STOP " FROM reserve "
  "  WHERE person IN (SELECT id FROM human) UNION ALL "
  "  SELECT 'mentor', person, unit, " START ", " STOP " FROM mentor "
  "  WHERE person IN (SELECT id FROM human);"
  /* Only who graduated reached a level; undated, it was reached before all days. */
  TABLE ("study", "person, mode, level, degree, done")
  "  SELECT person, mode, level, degree, coalesce(" DAY ("until_date") ", '') FROM education "
  "  WHERE outcome = 'graduated' AND person IN (SELECT id FROM human);"
  TABLE ("election", "id, year, start")
  "  SELECT id, year, coalesce(" DAY ("from_date") ", '') FROM term;"
  TABLE ("award", "person, day")
  "  SELECT person, coalesce(" DAY ("date") ", '') FROM honour;"
  TABLE ("pair", "person, mentor, start, stop, id, began, programme, level")
  "  SELECT person, mentor, " START ", " STOP ", g.id, coalesce(g.from_date, ''), o.name, o.level FROM (SELECT * "
  "  FROM pairing WHERE state <> 'proposed') g JOIN (SELECT id AS key, name, level FROM programme) o "
  "  ON o.key = g.programme;"
  TABLE ("fruit", "person, id, result, day")
  "  SELECT person, id, result, " DAY ("until_date") " FROM pairing WHERE result IS NOT NULL;"
  TABLE ("meet", "person, mentor, talks, start, stop")
  "  SELECT person, mentor, wanted, " START ", CASE WHEN state IN ('under_way', 'review') THEN '~' ELSE " STOP " END "
  "  FROM pairing JOIN (SELECT id AS key, talks AS wanted FROM programme) ON key = programme "
  "  WHERE " DAY ("from_date") " IS NOT NULL AND (state IN ('under_way', 'review') OR (state IN ('done', 'ended') "
  "  AND until_date IS NOT NULL));"
  TABLE ("chat", "person, mentor, day")
  "  SELECT person, mentor, " DAY ("date") " FROM talk;"
  TABLE ("rest", "person, mentor, start, stop")
  "  SELECT person, mentor, " START ", " STOP " FROM pairing_pause;"
  TABLE ("guide", "person, id, level, began, start, stop")
  "  SELECT person, id, level, coalesce(from_date, ''), " START ", " STOP " FROM mentor;"
  TABLE ("keep", "person, id, post, way_in, way_out, source, began, ended, start, stop")
  "  SELECT person, id, post, way_in, way_out, source, coalesce(from_date, ''), " DAY ("until_date") ", "
  "  " START ", " STOP " FROM reserve "
  "  WHERE person IN (SELECT id FROM human);"
  TABLE ("scheme", "scheme, level, start, stop")
  "  SELECT id, level, " START ", " STOP " FROM programme;"
  TABLE ("wish", "scheme, kind, most")
  "  SELECT programme, kind, threshold FROM programme_need;"
  TABLE ("hand", "person, kind, waived, start, stop")
  "  SELECT person, kind, coalesce(waived, ''), " START ", " STOP " FROM need WHERE person IN (SELECT id FROM human);"
  TABLE ("helped", "person, scheme, start, stop")
  "  SELECT person, programme, " START ", CASE WHEN state IN ('agreed', 'under_way', 'review') THEN '~' ELSE " STOP
  "  END FROM pairing WHERE state IN ('agreed', 'under_way', 'review') OR (state IN ('done', 'ended') "
  "  AND until_date IS NOT NULL);"
  TABLE ("place", "unit, body, seats, women, start, stop")
  "  SELECT unit, body, seats, women, " START ", " STOP " FROM seat;"
  TABLE ("state", "unit, id, parent, name, level, kind, party_form, position, start, stop")
  "  SELECT unit, id, parent, name, level, kind, party_form, position, " START ", " STOP
  "  FROM unit_state;";

const char test_sql_context[] =
  /* What each unit was: where by mistake it was two things, the one that began last. */
  TABLE ("state#", "unit PRIMARY KEY, parent, name, level, kind, party_form, position")
  "  SELECT unit, parent, name, level, kind, party_form, position FROM ("
  "  SELECT s.*, row_number() OVER (PARTITION BY unit ORDER BY start DESC, position, id) AS n "
  "  FROM state s WHERE " HOLDS ") WHERE n = 1;"
  /* Circles end, since UNION adds no row twice. */
  TABLE ("above#", "unit, above, PRIMARY KEY (unit, above)")
  "  WITH RECURSIVE up (unit, above) AS ("
  "  SELECT a.unit, a.parent FROM state# a JOIN state# b ON b.unit = a.parent "
  "  UNION SELECT c.unit, a.parent FROM up c JOIN state# a ON a.unit = c.above "
  "  JOIN state# b ON b.unit = a.parent) SELECT unit, above FROM up;"
  /* Of a circle, the first in the official order stands at the top. */
  TABLE ("top#", "unit")
  "  WITH circle (unit) AS (SELECT unit FROM above# WHERE above = unit) "
  "  SELECT s.unit FROM state# s WHERE s.unit IN (SELECT unit FROM circle) "
  "  AND NOT EXISTS (SELECT 1 FROM above# a JOIN state# o ON o.unit = a.above "
  "  WHERE a.unit = s.unit AND a.above IN (SELECT unit FROM circle) "
  "  AND (o.position, o.unit) < (s.position, s.unit));"
  TABLE ("tree#", "unit PRIMARY KEY, parent, level, kind, party_form")
  "  SELECT unit, CASE WHEN unit NOT IN (SELECT unit FROM top#) "
  "  AND parent IN (SELECT unit FROM state#) THEN parent END, level, kind, party_form FROM state#;"
  /* Each unit with those above it, itself among them. */
  TABLE ("path#", "unit, above, PRIMARY KEY (unit, above)")
  "  WITH RECURSIVE up (unit, above) AS (SELECT unit, unit FROM tree# "
  "  UNION SELECT p.unit, t.parent FROM up p JOIN tree# t ON t.unit = p.above "
  "  WHERE t.parent IS NOT NULL) SELECT unit, above FROM up;"
  TABLE ("depth#", "unit PRIMARY KEY, depth")
  "  SELECT unit, count(*) FROM path# GROUP BY unit;"
  TABLE ("aged#", "id, age")
  "  SELECT id, (" MONTHS ("@") " - " MONTHS ("born") ") / 12 "
  "  FROM human WHERE born IS NOT NULL AND " MONTHS ("born") " <= " MONTHS ("@") ";";

const char test_sql_posts[] =
  TABLE ("held#", "person, id, number, unit, post, start")
  "  SELECT person, id, number, unit, post, start FROM post "
  "  WHERE " HOLDS " AND unit IN (SELECT unit FROM here#);"
  /* The highest post that somebody holds; of two as high, the one that was entered first. */
  TABLE ("main#", "person, years")
  "  SELECT person, "
  "  CASE WHEN start <> '' THEN (" MONTHS ("@") " - " MONTHS ("start") ") / 12 END FROM ("
  "  SELECT h.*, row_number() OVER (PARTITION BY person ORDER BY coalesce(rank, 1000000), id) AS n "
  "  FROM held# h LEFT JOIN rank USING (post)) WHERE n = 1;";

/* The tables, to be dropped. */
const char *const test_sql_common_tables[] = { "human", "post", "pool", "study", "election", "state",
                                               "award", "pair", "fruit", "meet", "chat", "rest", "guide",
                                               "keep", "place", "scheme", "wish", "hand", "helped",
                                               "rank", "level", NULL };
const char *const test_sql_context_tables[] = { "state", "above", "top", "tree", "path", "depth", "aged",
                                                "here", "held", "main", NULL };

#define PARTY "('D1', 'D2', 'D3', 'D4', 'D5', 'D6')"
#define COMMITTEE "('C1', 'C2', 'C3', 'J1', 'J2', 'J3')"
#define HEADS "('C1', 'J1')"
#define HELD(post) "SELECT person AS id, 0 AS number FROM held# WHERE post IN " post

static const TestSql whos[] = {
  { "in_office", "SELECT person AS id, 0 AS number FROM held#" },
  { "secretaries", HELD ("('D1')") },
  { "heads", HELD (HEADS) },
  { "members", "SELECT person AS id, 0 AS number FROM held# "
               "WHERE post IN " PARTY " OR post IN " COMMITTEE },
  { "specialists", HELD ("('P9')") },
  /* What was over before it began was never held; what ended on the day on which it began was held, for
   * as far as the days are known. */
  { "departed", "SELECT person AS id, 0 AS number FROM post WHERE start <= stop AND stop <= @ "
                "AND ($ OR unit IN (SELECT unit FROM here#)) "
                "EXCEPT SELECT person, 0 FROM post WHERE " HOLDS },
  { "reserves", "SELECT person AS id, 0 AS number FROM pool WHERE pool = 'reserve' AND " HOLDS
                " AND unit IN (SELECT unit FROM here#)" },
  /* A mentor of the county may have no unit. */
  { "mentors", "SELECT person AS id, 0 AS number FROM pool WHERE pool = 'mentor' AND " HOLDS
               " AND (unit IN (SELECT unit FROM here#) OR ($ AND unit IS NULL))" },
  { "everybody", "SELECT id, 0 AS number FROM human" },
  { "villages", "SELECT unit AS id, 0 AS number FROM here# JOIN tree# USING (unit) "
                "WHERE level = 'village'" },
  { "posts", "SELECT person AS id, number FROM held#" },
};

#define AGED(age) "SELECT id, 0 AS number FROM aged# WHERE age <= " age
#define BATCH(batch) \
  "SELECT h.person AS id, 0 AS number FROM held# h " \
  "JOIN mandate m ON m.person = h.person AND m.appointment = h.id JOIN election t ON t.id = m.term " \
  "WHERE h.post = 'D1' AND m.batch = '" batch "' AND t.year = %"
#define BOTH(column, first, second) \
  "SELECT a." column " AS id, 0 AS number FROM held# a JOIN held# b USING (person, unit) " \
  "WHERE a.post IN " first " AND b.post IN " second

static const TestSql conditions[] = {
  { "age_le_35", AGED ("35") },
  { "age_le_45", AGED ("45") },
  { "age_le_50", AGED ("50") },
  { "birth_known", "SELECT id, 0 AS number FROM aged#" },
  { "college_and_above", "SELECT person AS id, 0 AS number FROM study WHERE done <= @ "
                         "AND (level GLOB '[12]*' OR level IN ('31', '32', '33', '34'))" },
  { "fulltime_bachelor_and_above", "SELECT person AS id, 0 AS number FROM study WHERE done <= @ "
                                   "AND mode = 'fulltime' AND level GLOB '[12]*'" },
  { "female", "SELECT id, 0 AS number FROM human WHERE sex = '2'" },
  { "dual_role", BOTH ("person", "('D1')", HEADS) },
  { "cross_appointments", BOTH ("person", PARTY, COMMITTEE) },
  { "retained", BATCH ("retained") },
  { "from_reserves", BATCH ("from_reserves") },
  { "returned_home", BATCH ("returned_home") },
  { "dispatched", BATCH ("dispatched") },
  { "party", "SELECT id, 0 AS number FROM human WHERE political IN ('01', '02') AND party <= @" },
  { "minority", "SELECT id, 0 AS number FROM human WHERE ethnicity <> '01'" },
};

#define MEMBER "(post IN " PARTY " OR post IN " COMMITTEE ")"

static const TestSql village_conditions[] = {
  { "dual_role", BOTH ("unit", "('D1')", HEADS) },
  { "team", "SELECT unit AS id, 0 AS number FROM held# WHERE post IN " PARTY " OR post IN " COMMITTEE },
  { "headed", "SELECT unit AS id, 0 AS number FROM held# WHERE post IN " HEADS },
  { "with_specialist", "SELECT unit AS id, 0 AS number FROM held# WHERE post = 'P9'" },
  { "led", "SELECT unit AS id, 0 AS number FROM held# WHERE post = 'D1'" },
  { "with_woman", "SELECT unit AS id, 0 AS number FROM held# JOIN human h ON h.id = person "
                  "WHERE sex = '2' AND " MEMBER },
  { "with_young", "SELECT unit AS id, 0 AS number FROM held# JOIN aged# a ON a.id = person "
                  "WHERE age <= 35 AND " MEMBER },
  { "with_college", "SELECT unit AS id, 0 AS number FROM held# JOIN study s USING (person) "
                    "WHERE done <= @ AND (level GLOB '[12]*' OR level GLOB '3[1234]*') AND " MEMBER },
};

#define BEST(filter) \
  "SELECT person AS id, 0 AS number, value FROM (SELECT person, value, min(rank) " \
  "FROM study JOIN level USING (level) WHERE done <= @ " filter " GROUP BY person)"

/* Days of training in the year of the date. */
#define TRAINED(person) \
  "(SELECT total(coalesce(a.days, c.days)) FROM attendance a JOIN course c ON c.id = a.course " \
  "WHERE a.person = " person " AND substr(c.from_date, 1, 4) = substr(@, 1, 4) AND c.from_date <= @ " \
  "AND coalesce(a.result, '') <> 'absent')"

#define HONOURS(person, filter) \
  "(SELECT count(*) FROM award o WHERE o.person = " person " AND " filter " AND o.day <= @)"
#define THIS_YEAR "o.day >= substr(@, 1, 4) || '-01-01'"

/* What was only proposed is no pairing. */
#define PAIRINGS(column, person) \
  "(SELECT count(*) FROM pair WHERE " column " = " person " AND " HOLDS ")"

/* Of the membership in force that began last. */
#define RESERVE(column) \
  "SELECT person AS id, 0 AS number, value FROM (SELECT person, " column " AS value, row_number() OVER (" \
  "PARTITION BY person ORDER BY began DESC, id DESC) AS n FROM keep WHERE " HOLDS ") WHERE n = 1 AND value <> ''"

/* What ended last. */
#define LAST(column, day, table, then) \
  "SELECT person AS id, 0 AS number, value FROM (SELECT person, " column " AS value, row_number() OVER (PARTITION BY " \
  "person ORDER BY " day " DESC, " then " DESC) AS n FROM " table " WHERE " day " <= @) WHERE n = 1 AND value <> ''"
#define OF_YEAR_OF(day) "substr(" day ", 1, 4) = substr(@, 1, 4) AND " day " <= @"
#define COURSES(column) \
  "SELECT DISTINCT a.person AS id, 0 AS number, c." column " AS value FROM attendance a JOIN course c ON c.id = a.course " \
  "WHERE coalesce(a.result, '') <> 'absent' AND c." column " <> '' AND a.person IN (SELECT id FROM human) AND " \
  OF_YEAR_OF ("c.from_date")

/* Of the pairing in force that began last. */
#define PAIRED(column) \
  "SELECT person AS id, 0 AS number, value FROM (SELECT p.person, " column " AS value, row_number() OVER (" \
  "PARTITION BY p.person ORDER BY began DESC, p.id DESC) AS n FROM pair p WHERE " HOLDS ") " \
  "WHERE n = 1 AND value <> ''"

/* Talks by calendar months: the month of the date, and the one before. */
#define THIS_MONTH "substr(@, 1, 7)"
#define MONTH_BEFORE "substr(date(substr(@, 1, 7) || '-01', '-1 month'), 1, 7)"
#define DAYS(month) \
  "(WITH RECURSIVE d (day) AS (SELECT " month " || '-01' UNION ALL SELECT date(day, '+1 day') FROM d " \
  "WHERE substr(date(day, '+1 day'), 1, 7) = " month ") SELECT day FROM d)"
#define LENGTH(month) "(SELECT count(*) FROM " DAYS (month) ")"
#define RUNS(month, more) \
  "(SELECT count(*) FROM " DAYS (month) " x WHERE m.start <= x.day AND x.day < m.stop AND NOT EXISTS (SELECT 1 " \
  "FROM rest r WHERE r.person = m.person AND r.mentor = m.mentor AND r.start <= x.day AND x.day < r.stop) " more ")"
/* The share of the month on which the pairing runs, rounded half up. */
#define DUE(month) "((2 * m.talks * " RUNS (month, "") " + " LENGTH (month) ") / (2 * " LENGTH (month) "))"
#define DONE(month) \
  "(SELECT count(*) FROM chat c WHERE c.person = m.person AND c.mentor = m.mentor AND c.day >= m.start " \
  "AND c.day < m.stop AND c.day <= @ AND substr(c.day, 1, 7) = " month ")"
#define MEETS "FROM meet m WHERE m.start <= @ AND @ < m.stop"
#define RESTS \
  "EXISTS (SELECT 1 FROM rest r WHERE r.person = m.person AND r.mentor = m.mentor AND r.start <= @ AND @ < r.stop)"
/* Late in this month, or none yet in it after one that lacks some. */
#define OVERDUE \
  "(NOT " RESTS " AND (coalesce(" DUE (THIS_MONTH) " * " RUNS (THIS_MONTH, "AND x.day <= @") " / nullif(" \
  RUNS (THIS_MONTH, "") ", 0), 0) > " DONE (THIS_MONTH) " OR (" DUE (MONTH_BEFORE) " > " DONE (MONTH_BEFORE) \
  " AND " DONE (THIS_MONTH) " = 0)))"

/* Who needs a mentor, for what, by which programme: by the rules, less what was waived, with what was added by hand for
 * who has anything to do with the scope. */
#define LIMIT(usual) "CASE most WHEN 0 THEN " usual " ELSE most END"
#define RULED(rule, from) "SELECT h.person, scheme, kind FROM wanted JOIN held# h " from " WHERE kind = '" rule "' AND "
#define NEW(posts, usual) \
  "(SELECT min(p.start) FROM post p WHERE p.person = h.person AND p." posts ") > date(@, '-' || " LIMIT (usual) \
  " || ' months')"
#define ASKED(filter) \
  "(WITH wanted AS (SELECT w.scheme, w.kind, w.most FROM wish w JOIN scheme o USING (scheme) " \
  "WHERE " HOLDS " AND " filter "), ruled AS (" \
  RULED ("weak_base", "JOIN unit_class u USING (unit)") "post = 'D1' AND class = 'difficult' " \
  "AND coalesce(u.from_date, '') <= @ AND @ < coalesce(u.until_date, '~') UNION " \
  RULED ("weak_economy", "JOIN (SELECT unit, operating_income + 0 AS told, max(year) FROM unit_year WHERE " \
         "operating_income IS NOT NULL AND year || '-12-31' <= @ GROUP BY unit) USING (unit)") \
  "post = 'D1' AND told < " LIMIT ("100000") " UNION " \
  RULED ("new_secretary", "") "post = 'D1' AND " NEW ("post = 'D1'", "24") " UNION " \
  RULED ("young_secretary", "JOIN aged# a ON a.id = h.person") "post = 'D1' AND age <= " LIMIT ("35") " UNION " \
  RULED ("new_cadre", "") "h." MEMBERS " AND " NEW (MEMBERS, "12") " UNION " \
  RULED ("specialist", "") "post = 'P9' UNION " \
  "SELECT person, scheme, kind FROM wanted JOIN pool WHERE kind = 'reserve' AND pool = 'reserve' AND " HOLDS \
  " AND unit IN (SELECT unit FROM here#)) SELECT person, scheme, kind FROM ruled r WHERE NOT EXISTS (SELECT 1 FROM " \
  "hand x WHERE x.person = r.person AND x.kind = r.kind AND waived = 'yes' AND " HOLDS ") UNION " \
  "SELECT person, scheme, kind FROM hand JOIN wanted USING (kind) WHERE waived <> 'yes' AND " HOLDS " AND ($ OR " \
  "person IN (SELECT person FROM post WHERE start <= @ AND unit IN (SELECT unit FROM here#)) OR " \
  "person IN (SELECT person FROM pool WHERE start <= @ AND unit IN (SELECT unit FROM here#)))) AS asked"
#define MEMBERS "post IN ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'C1', 'C2', 'C3', 'J1', 'J2', 'J3')"
/* Only whom each programme that asks has given one, is served. */
#define IS_SERVED \
  "min(EXISTS (SELECT 1 FROM helped p WHERE p.person = asked.person AND p.scheme = asked.scheme AND " HOLDS "))"
#define COVERAGE(filter) \
  "SELECT person AS id, 0 AS number, CASE WHEN " IS_SERVED " THEN 'served' ELSE 'waiting' END AS value FROM " \
  ASKED (filter) " GROUP BY person"
#define SERVED(filter) "SELECT person AS id, " IS_SERVED " AS number, NULL AS value FROM " ASKED (filter) " GROUP BY person"

/* Of the post in the scope that ended last; of several on one day, the one that was entered first. */
#define LEFT(column) \
  "SELECT person AS id, 0 AS number, value FROM (SELECT person, " column " AS value, row_number() OVER (" \
  "PARTITION BY person ORDER BY stop DESC, id) AS n FROM post WHERE start <= stop AND stop <= @ " \
  "AND unit IN (SELECT unit FROM here#)) WHERE n = 1 AND value <> ''"

/* Who sits in the body of a row of seats. */
#define SITTING \
  "(SELECT count(DISTINCT p.person) FROM post p JOIN rank r USING (post) WHERE p.unit = s.unit " \
  "AND r.body = s.body AND p.start <= @ AND @ < p.stop)"
#define WOMEN_SITTING \
  "(SELECT count(DISTINCT p.person) FROM post p JOIN rank r USING (post) JOIN human h ON h.id = p.person " \
  "WHERE p.unit = s.unit AND h.sex = '2' AND r.body = s.body AND p.start <= @ AND @ < p.stop)"
#define SEATS "place s WHERE " HOLDS " AND s.body IN (SELECT body FROM rank)"
#define RESERVES(unit) \
  "(SELECT count(DISTINCT person) FROM pool r WHERE pool = 'reserve' AND r.unit = " unit " AND " HOLDS ")"

/* Who has which value. */
static const TestSql pairs[] = {
  { "honoured", "SELECT id, 0 AS number, CASE WHEN " HONOURS ("human.id", THIS_YEAR) " > 0 THEN 'this_year' "
                "WHEN " HONOURS ("human.id", "1") " > 0 THEN 'earlier' ELSE 'no' END AS value FROM human" },
  { "paired", "SELECT id, 0 AS number, CASE WHEN " PAIRINGS ("person", "human.id") " > 0 THEN 'yes' ELSE 'no' END "
              "AS value FROM human" },
  { "programme", PAIRED ("programme") },
  { "pairing_level", PAIRED ("level") },
  { "pairing_form", PAIRED ("CASE WHEN (SELECT count(*) FROM pair o WHERE o.mentor = p.mentor AND o.start <= @ "
                            "AND @ < o.stop) > 1 THEN 'several' ELSE 'one' END") },
  { "pairing_result", "SELECT person AS id, 0 AS number, result AS value FROM (SELECT person, result, row_number() "
                      "OVER (PARTITION BY person ORDER BY day DESC, id DESC) AS n FROM fruit WHERE day <= @) "
                      "WHERE n = 1" },
  { "mentor_level", "SELECT person AS id, 0 AS number, level AS value FROM (SELECT person, level, row_number() OVER "
                    "(PARTITION BY person ORDER BY began DESC, id DESC) AS n FROM guide WHERE " HOLDS ") "
                    "WHERE n = 1 AND level <> ''" },
  { "mentor_load", "SELECT id, 0 AS number, CASE " PAIRINGS ("mentor", "human.id") " WHEN 0 THEN 'none' WHEN 1 "
                   "THEN 'one' ELSE 'several' END AS value FROM human" },
  { "talk_state", "SELECT person AS id, 0 AS number, CASE WHEN max(late) THEN 'overdue' ELSE 'kept' END AS value "
                  "FROM (SELECT m.person, " OVERDUE " AS late " MEETS ") GROUP BY person" },
  { "need", "SELECT person AS id, 0 AS number, kind AS value FROM " ASKED ("1") },
  { "coverage", COVERAGE ("1") },
  { "coverage:county", COVERAGE ("level = 'county'") },
  { "coverage:township", COVERAGE ("level = 'township'") },
  { "coverage:village", COVERAGE ("level = 'village'") },
  { "coverage:2", COVERAGE ("scheme = 2") },
  { "leave_reason", LEFT ("reason") },
  { "leave_post", LEFT ("post") },
  { "appointment_how", "SELECT person AS id, 0 AS number, value FROM (SELECT h.person, p.how AS value, row_number() "
                       "OVER (PARTITION BY h.person ORDER BY h.start DESC, h.id) AS n FROM held# h JOIN post p "
                       "ON p.person = h.person AND p.id = h.id) WHERE n = 1 AND value <> ''" },
  { "reserve_post", RESERVE ("post") },
  { "reserve_change", "SELECT person AS id, 0 AS number, 'joined' AS value FROM keep WHERE " OF_YEAR_OF ("start")
                      " UNION SELECT person, 0, 'left' FROM keep WHERE " OF_YEAR_OF ("stop") },
  { "reserve_way_out", LAST ("way_out", "ended", "keep", "id") },
  { "annual_result", LAST ("result", "ended", "(SELECT person, result, year || '-12-31' AS ended FROM annual_result "
                           "WHERE result IS NOT NULL AND person IN (SELECT id FROM human))", "ended") },
  { "course_kind", COURSES ("kind") },
  { "course_level", COURSES ("level") },
  { "reserve_way_in", RESERVE ("way_in") },
  { "reserve_source", RESERVE ("source") },
  { "age_band", "SELECT id, 0 AS number, CASE WHEN age <= 35 THEN 'le_35' WHEN age <= 45 THEN '36_45' "
                "WHEN age <= 50 THEN '46_50' WHEN age <= 55 THEN '51_55' WHEN age <= 60 THEN '56_60' "
                "ELSE 'gt_60' END AS value FROM aged#" },
  /* Bands of a card. */
  { "age:30,35,50", "SELECT id, 0 AS number, CASE WHEN age <= 30 THEN 'le_30' WHEN age <= 35 THEN '31_35' "
                    "WHEN age <= 50 THEN '36_50' ELSE 'ge_51' END AS value FROM aged#" },
  { "sex", "SELECT id, 0 AS number, sex AS value FROM human WHERE sex IN ('0', '1', '2', '9')" },
  { "education", BEST ("") },
  { "full_time_education", BEST ("AND mode = 'fulltime'") },
  { "in_service_education", BEST ("AND mode = 'inservice'") },
  { "degree", "SELECT person AS id, 0 AS number, min(substr(degree, 1, 1)) AS value FROM study "
              "WHERE done <= @ AND degree GLOB '[234]*' GROUP BY person" },
  { "ethnicity", "SELECT id, 0 AS number, ethnicity AS value FROM human WHERE ethnicity IS NOT NULL" },
  /* What somebody was before joining the party is not known. */
  { "political", "SELECT id, 0 AS number, political AS value FROM human WHERE political IS NOT NULL "
                 "AND NOT (political IN ('01', '02') AND party > @)" },
  { "source", "SELECT person AS id, 0 AS number, source AS value FROM background "
              "WHERE person IN (SELECT id FROM human)" },
  /* Wherever the post or the pool is: the scope is that of who is asked for. */
  { "duty", "SELECT id, 0 AS number, 'age_reached' AS value FROM aged# WHERE age >= 60 "
            "UNION ALL SELECT id, 0, 'age_near' FROM aged# WHERE age = 59 "
            "UNION ALL SELECT DISTINCT person, 0, 'unfiled' FROM post p WHERE " HOLDS " AND post = 'D1' "
            "AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person = p.person AND m.appointment = p.id "
            "AND filing_number IS NOT NULL AND " DAY ("filing_date") " <= @) "
            "UNION ALL SELECT DISTINCT person, 0, 'post_ends' FROM post WHERE " HOLDS " AND " SOON
            "UNION ALL SELECT DISTINCT person, 0, pool || '_ends' FROM pool WHERE " HOLDS " AND " SOON
            " UNION ALL SELECT DISTINCT person, 0, 'training_below' FROM post WHERE " HOLDS " AND post = 'D1' "
            "AND substr(@, 6, 2) >= '10' AND EXISTS (SELECT 1 FROM attendance) AND " TRAINED ("post.person") " < 3" },
  { "training", "SELECT id, 0 AS number, CASE WHEN days >= 3 THEN 'enough' WHEN days > 0 THEN 'below' "
                "ELSE 'none' END AS value FROM (SELECT id, " TRAINED ("human.id") " AS days FROM human)" },
  /* The newest appraisal that was over; a month ends before its year does. */
  { "appraisal_grade", "SELECT person AS id, 0 AS number, grade AS value FROM (SELECT person, grade, "
                       "row_number() OVER (PARTITION BY person ORDER BY ended DESC, length DESC, id DESC) AS n "
                       "FROM (SELECT *, date(year || '-' || substr('0' || month, -2) || '-01', '+1 month', "
                       "'-1 day') AS ended FROM (SELECT *, CASE WHEN period = 'Y' THEN 12 "
                       "WHEN period = 'H1' THEN 6 WHEN period = 'H2' THEN 12 WHEN period LIKE 'Q_' "
                       "THEN substr(period, 2) * 3 ELSE substr(period, 2) + 0 END AS month, "
                       "CASE substr(period, 1, 1) WHEN 'Y' THEN 4 WHEN 'H' THEN 3 WHEN 'Q' THEN 2 ELSE 1 END "
                       "AS length FROM appraisal WHERE grade IS NOT NULL AND person IN (SELECT id FROM human))) "
                       "WHERE ended <= @) WHERE n = 1" },
  { "village_years", "SELECT id, 0 AS number, CASE WHEN years < 1 THEN 'lt_1' WHEN years < 3 THEN '1_2' WHEN years < 5 "
                     "THEN '3_4' WHEN years < 10 THEN '5_9' ELSE 'ge_10' END AS value FROM (SELECT h.person AS id, "
                     "(" MONTHS ("@") " - " MONTHS ("min(p.start)") ") / 12 AS years FROM held# h JOIN post p ON "
                     "p.person = h.person AND p.unit = h.unit AND p.start <> '' AND p.start <= p.stop AND p.start <= @ "
                     "GROUP BY h.person)" },
  { "tenure", "SELECT person AS id, 0 AS number, CASE WHEN years < 1 THEN 'lt_1' "
              "WHEN years < 3 THEN '1_2' WHEN years < 5 THEN '3_4' WHEN years < 10 THEN '5_9' "
              "ELSE 'ge_10' END AS value FROM main# WHERE years IS NOT NULL" },
};

/* What each post held is; NULL where it is nothing of the kind. */
static const TestSql post_pairs[] = {
  { "post", "SELECT person AS id, number, post AS value FROM held#" },
  { "body", "SELECT person AS id, number, body AS value FROM held# LEFT JOIN rank USING (post)" },
};

#define AT_LEVEL(level) \
  "SELECT unit, value FROM (SELECT p.unit AS unit, CAST (p.above AS TEXT) AS value, max(d.depth) " \
  "FROM path# p JOIN tree# t ON t.unit = p.above AND t.level = '" level "' " \
  "JOIN depth# d ON d.unit = p.above GROUP BY p.unit)"

/* Of difficult villages: a leader, a cadre, a group, a unit, and a plan. */
#define FOUR_ONES(value, unit) \
  "SELECT " unit ", " value " AS value FROM (SELECT unit, min(length(coalesce(leader, '')), length(coalesce(cadre, '')), " \
  "length(coalesce(work_group, '')), length(coalesce(contact_unit, '')), length(coalesce(plan, ''))) > 0 AS given " \
  "FROM unit_class WHERE class = 'difficult' AND coalesce(from_date, '') <= @ AND @ < coalesce(until_date, '~'))"

/* What each unit is; of units above it, the nearest. */
static const TestSql units[] = {
  { "city", AT_LEVEL ("city") },
  { "county", AT_LEVEL ("county") },
  { "township", AT_LEVEL ("township") },
  { "village", AT_LEVEL ("village") },
  { "unit_kind", "SELECT unit, kind AS value FROM tree#" },
  { "party_form", "SELECT unit, party_form AS value FROM tree# WHERE party_form IS NOT NULL" },
  { "unit_class", "SELECT unit, class AS value FROM unit_class WHERE coalesce(from_date, '') <= @ "
                  "AND @ < coalesce(until_date, '~')" },
  { "seat_state", "SELECT unit, CASE WHEN sum(max(0, seats - " SITTING ")) > 0 THEN 'vacant' ELSE 'full' END "
                  "AS value FROM " SEATS " GROUP BY unit HAVING sum(seats) > 0" },
  { "reserve_state", "SELECT unit, CASE WHEN " RESERVES ("tree#.unit") " >= 2 THEN 'enough' ELSE 'few' END "
                     "AS value FROM tree#" },
  { "four_ones", FOUR_ONES ("CASE WHEN given THEN 'complete' ELSE 'incomplete' END", "unit") },
  { "weak_economy", "SELECT unit, CASE WHEN operating_income + 0 < 100000 THEN 'weak' ELSE 'other' END AS value "
                    "FROM (SELECT unit, operating_income, max(year) FROM unit_year WHERE operating_income "
                    "IS NOT NULL AND year || '-12-31' <= @ GROUP BY unit)" },
};

#define KNOWN(column, table) "SELECT id, " column " AS number, NULL AS value FROM " table
#define PAD(number) "substr('00000000000000000000' || (" number "), -20)"

/* The holding by which a roster places a person, of whatever scope: the highest of the posts held; of
 * who holds none, the highest of those that ended last. */
#define PLACE \
  "SELECT person, unit, rank, held, start FROM (" \
  "SELECT p.*, rank, @ < stop AS held, row_number() OVER (PARTITION BY person ORDER BY @ < stop DESC, " \
  "CASE WHEN @ < stop THEN '' ELSE stop END DESC, coalesce(rank, 1000000), id) AS n " \
  "FROM post p LEFT JOIN rank USING (post) WHERE start <= @ AND start <= stop) WHERE n = 1"
#define PLACES(number) "SELECT person AS id, " number " AS number, NULL AS value FROM (" PLACE ")"

/* A number for each village, and of what it is where that is not one village. */
#define OF_SEATS(number) "SELECT unit AS id, sum(" number ") AS number, NULL AS value FROM " SEATS " GROUP BY unit"
#define OF_SEATS_IF(number, bodies) \
  "SELECT unit AS id, sum(" number ") AS number, NULL AS value FROM " SEATS " AND s.body IN " bodies " GROUP BY unit"
#define OF_VILLAGES(number) "SELECT unit AS id, " number " AS number, NULL AS value FROM tree#"
#define OF_YEAR(column, number) \
  "SELECT unit AS id, " number " AS number, NULL AS value FROM (SELECT unit, " column " + 0 AS told, max(year) " \
  "FROM unit_year WHERE " column " IS NOT NULL AND year || '-12-31' <= @ GROUP BY unit)"

/* The rank of the highest post held, and its unit. */
#define HIGHEST(filter) \
  "SELECT person AS id, rank AS number, CAST (unit AS TEXT) AS value FROM (SELECT person, unit, " \
  "coalesce(rank, 1000000) AS rank, row_number() OVER (PARTITION BY person ORDER BY coalesce(rank, 1000000), id) " \
  "AS n FROM held# LEFT JOIN rank USING (post) WHERE " filter ") WHERE n = 1"

static const TestSql numbers[] = {
  { "highest:in_office", HIGHEST ("1") },
  { "highest:members", HIGHEST (MEMBER) },
  { "honours", "SELECT id, " HONOURS ("human.id", "1") " AS number, NULL AS value FROM human" },
  { "honours_this_year", "SELECT id, " HONOURS ("human.id", THIS_YEAR) " AS number, NULL AS value FROM human" },
  { "mentees", "SELECT id, " PAIRINGS ("mentor", "human.id") " AS number, NULL AS value FROM human" },
  { "average_mentees", "SELECT id, " PAIRINGS ("mentor", "human.id") " AS number, NULL AS value FROM human" },
  { "talks_due", "SELECT m.person AS id, sum(" DUE (THIS_MONTH) ") AS number, NULL AS value " MEETS " GROUP BY m.person" },
  { "talks_held", "SELECT m.person AS id, sum(" DONE (THIS_MONTH) ") AS number, NULL AS value " MEETS
                  " GROUP BY m.person" },
  { "in_need", "SELECT DISTINCT person AS id, 1 AS number, NULL AS value FROM " ASKED ("1") },
  { "waiting", "SELECT id, NOT number AS number, value FROM (" SERVED ("1") ")" },
  { "of:served", SERVED ("1") },
  { "of:served_county", SERVED ("level = 'county'") },
  { "of:served_township", SERVED ("level = 'township'") },
  { "of:served_village", SERVED ("level = 'village'") },
  { "average_training", "SELECT id, CAST(round(" TRAINED ("human.id") " * 10000) AS INTEGER) / 100 AS number, "
                        "NULL AS value FROM human" },
  { "seats", OF_SEATS ("seats") },
  { "seated", OF_SEATS (SITTING) },
  { "vacancies", OF_SEATS ("max(0, seats - " SITTING ")") },
  { "over_filled", OF_SEATS ("max(0, " SITTING " - seats)") },
  { "seats_party", OF_SEATS_IF ("seats", "('party')") },
  { "seated_party", OF_SEATS_IF (SITTING, "('party')") },
  { "vacancies_party", OF_SEATS_IF ("max(0, seats - " SITTING ")", "('party')") },
  { "seats_committee", OF_SEATS_IF ("seats", "('village_committee', 'residents_committee')") },
  { "seated_committee", OF_SEATS_IF (SITTING, "('village_committee', 'residents_committee')") },
  { "vacancies_committee", OF_SEATS_IF ("max(0, seats - " SITTING ")", "('village_committee', 'residents_committee')") },
  { "seats_women", OF_SEATS ("women") },
  { "seated_women", OF_SEATS (WOMEN_SITTING) },
  { "vacancies_women", OF_SEATS ("max(0, women - " WOMEN_SITTING ")") },
  { "four_ones", "SELECT id, value AS number, NULL AS value FROM (" FOUR_ONES ("given", "unit AS id") ")" },
  { "of:four_ones", "SELECT id, 1 AS number, NULL AS value FROM (" FOUR_ONES ("given", "unit AS id") ")" },
  { "residents", OF_YEAR ("residents", "told * 10000") },
  { "of:residents", OF_YEAR ("residents", "1") },
  { "training_days", "SELECT id, CAST(round(" TRAINED ("human.id") " * 10000) AS INTEGER) / 100 AS number, "
                     "NULL AS value FROM human" },
  { "reserves_joined", "SELECT DISTINCT person AS id, 1 AS number, NULL AS value FROM keep WHERE " OF_YEAR_OF ("start") },
  { "reserves_left", "SELECT DISTINCT person AS id, 1 AS number, NULL AS value FROM keep WHERE " OF_YEAR_OF ("stop") },
  { "seats_filled", OF_SEATS ("min(seats, " SITTING ")") },
  { "of:seats_filled", OF_SEATS ("seats") },
  { "with_vacancy", "SELECT id, number > 0 AS number, value FROM (" OF_SEATS ("max(0, seats - " SITTING ")") ")" },
  { "of:with_vacancy", "SELECT id, number > 0 AS number, value FROM (" OF_SEATS ("seats") ")" },
  { "reserves", OF_VILLAGES (RESERVES ("tree#.unit")) },
  { "average_reserves", OF_VILLAGES (RESERVES ("tree#.unit")) },
  { "with_reserves", OF_VILLAGES (RESERVES ("tree#.unit") " >= 2") },
  { "income", OF_YEAR ("income", "told * 10000") },
  { "average_income", OF_YEAR ("income", "told * 10000") },
  { "of:income", OF_YEAR ("income", "1") },
  { "of:average_income", OF_YEAR ("income", "1") },
  { "operating_income", OF_YEAR ("operating_income", "told * 10000") },
  { "of:operating_income", OF_YEAR ("operating_income", "1") },
  { "average_operating_income", OF_YEAR ("operating_income", "told * 10000") },
  { "of:average_operating_income", OF_YEAR ("operating_income", "1") },
  { "debts", OF_YEAR ("debt", "told * 10000") },
  { "of:debts", OF_YEAR ("debt", "1") },
  { "average_debts", OF_YEAR ("debt", "told * 10000") },
  { "of:average_debts", OF_YEAR ("debt", "1") },
  { "weak_economy", OF_YEAR ("operating_income", "told < 100000") },
  { "of:weak_economy", OF_YEAR ("operating_income", "1") },
  { "enough_income", OF_YEAR ("operating_income", "told >= 100000") },
  { "of:enough_income", OF_YEAR ("operating_income", "1") },
  { "households", OF_YEAR ("households", "told * 10000") },
  { "of:households", OF_YEAR ("households", "1") },
  { "population", OF_YEAR ("population", "told * 10000") },
  { "of:population", OF_YEAR ("population", "1") },
  { "party_members", OF_YEAR ("party_members", "told * 10000") },
  { "of:party_members", OF_YEAR ("party_members", "1") },
  { "age", KNOWN ("age", "aged#") },
  { "tenure", "SELECT person AS id, years AS number, NULL AS value FROM main# WHERE years IS NOT NULL" },
  { "posts", "SELECT person AS id, count(*) AS number, NULL AS value FROM held# GROUP BY person" },
  /* Of units: the place in the official order of the tree, siblings by position and key; circles come
   * behind, in the order of the first that hangs on each. */
  { "unit_rank", "SELECT unit AS id, row_number() OVER (ORDER BY way) AS number, NULL AS value FROM ("
                 "WITH RECURSIVE ways (unit, way) AS (SELECT s.unit, CASE WHEN s.unit IN "
                 "(SELECT unit FROM top#) THEN '1' || (SELECT min(" PAD ("o.position + 100")
                 " || " PAD ("o.unit") ") FROM path# p JOIN state# o ON o.unit = p.unit "
                 "WHERE above = s.unit) ELSE '0' || " PAD ("position + 100") " END || " PAD ("s.unit")
                 " FROM state# s JOIN tree# t USING (unit) WHERE t.parent IS NULL UNION ALL "
                 "SELECT t.unit, way || " PAD ("s.position + 100") " || " PAD ("t.unit")
                 " FROM ways w JOIN tree# t ON t.parent = w.unit JOIN state# s ON s.unit = t.unit) "
                 "SELECT unit, way FROM ways)" },
  { "place_unit", PLACES ("unit") },
  { "place_post", PLACES ("coalesce(rank, 1000000)") },
  { "place_since", PLACES ("CASE WHEN held AND start <> '' THEN julianday(start) END") },
  /* By which units somebody is found: those of present posts, or that of the last. */
  { "units", "SELECT person AS id, unit AS number, name AS value FROM state# JOIN ("
             "SELECT person, unit FROM post WHERE " HOLDS " UNION SELECT person, unit FROM (" PLACE "))"
             " USING (unit)" },
  { "sex", KNOWN ("sex", "human WHERE sex IN ('1', '2')") },
  { "birth", KNOWN ("julianday(born)", "human WHERE born IS NOT NULL") },
  /* What was not finished comes behind all that was. */
  { "education", "SELECT person AS id, min(rank + CASE WHEN outcome IN ('incomplete', 'studying') "
                 "THEN 100 ELSE 0 END) AS number, NULL AS value FROM education JOIN level USING (level) "
                 "WHERE coalesce(" DAY ("until_date") ", '') <= @ AND person IN (SELECT id FROM human) "
                 "GROUP BY person" },
};

static const char *
find (const TestSql *list,
      guint          n,
      const char    *word)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (list[i].word, word) == 0)
      return list[i].sql;

  return NULL;
}

#define FIND(list, word) find (list, G_N_ELEMENTS (list), word)

const char *
test_sql_find_who (const char *word)
{
  return FIND (whos, word);
}

const char *
test_sql_find_condition (const char *word,
                         gboolean    villages)
{
  return villages ? FIND (village_conditions, word) : FIND (conditions, word);
}

/**
 * test_sql_find_pairs:
 * @dimension: the word of a dimension, but of none of units
 * @of_posts: (out): whether it sorts posts, so that who holds one may have no value for it
 *
 * Returns: (transfer none) (nullable): rows of id, number and value
 */
const char *
test_sql_find_pairs (const char *dimension,
                     gboolean   *of_posts)
{
  *of_posts = FIND (post_pairs, dimension) != NULL;
  return *of_posts ? FIND (post_pairs, dimension) : FIND (pairs, dimension);
}

const char *
test_sql_find_units (const char *dimension)
{
  return FIND (units, dimension);
}

const char *
test_sql_find_numbers (const char *word)
{
  return FIND (numbers, word);
}
