/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-oracle"

#include "config.h"

#include "test-oracle-private.h"

#include <string.h>

/* What a condition of a filter is, in SQL over the tables; see test-oracle-sql.c for the signs. The
 * values are those that tests draw, which have no sign in them. */

/* Dates as far as known stand for their first day; what is no date was before all days. */
#define BY(column) "coalesce(" column ", '') <= @"
#define NOT_OVER(column) "(" column " IS NULL OR " column " > @)"
#define LATEST "(SELECT id FROM term WHERE " BY ("from_date") " ORDER BY year DESC, id DESC LIMIT 1)"
#define AGE(day) "((substr(@, 1, 4) * 12 + substr(@, 6, 2)) - (substr(" day ", 1, 4) * 12 + substr(" day \
                 ", 6, 2))) / 12"

/* Years: rows of id and years. */
static const TestSql years[] = {
  { "age", "SELECT id, age AS years FROM aged#" },
  { "party_years", "SELECT id, " AGE ("party") " AS years FROM human WHERE political IN ('01', '02') "
                   "AND party <> '' AND party <= @" },
  { "work_years", "SELECT id, " AGE ("work") " AS years FROM human WHERE work IS NOT NULL "
                  "AND substr(work, 1, 7) <= substr(@, 1, 7)" },
  { "tenure", "SELECT person AS id, years FROM main# WHERE years IS NOT NULL" },
  { "village_years", "SELECT h.person AS id, " AGE ("min(p.start)") " AS years FROM held# h "
                     "JOIN post p ON p.person = h.person AND p.unit = h.unit AND p.start <> '' "
                     "AND p.start <= p.stop AND p.start <= @ GROUP BY h.person" },
};

/* Records: rows of id, and what stands there. */
static const TestSql records[] = {
  { "name", "SELECT id, name || '|' || coalesce(pinyin, '') AS t FROM person" },
  { "native_place", "SELECT id, native_place AS t FROM person" },
  { "birth_place", "SELECT id, birth_place AS t FROM person" },
  { "skill", "SELECT id, skill AS t FROM person" },
  { "note", "SELECT id, note AS t FROM person" },
  { "marital", "SELECT id, coalesce(marital, '') AS t FROM person" },
  { "health", "SELECT id, coalesce(health, '') AS t FROM person" },
  { "school", "SELECT person AS id, school AS t FROM education" },
  { "resume", "SELECT person AS id, text AS t FROM resume_entry WHERE " BY ("from_date") },
  { "family", "SELECT person AS id, name || '|' || coalesce(occupation, '') AS t FROM family_member" },
  { "honour", "SELECT person AS id, title || '|' || coalesce(granted_by, '') AS t FROM honour "
              "WHERE " BY ("date") },
  { "penalty", "SELECT person AS id, title AS t FROM penalty WHERE " BY ("date") },
  { "penalty_in_force", "SELECT person AS id, title AS t FROM penalty WHERE " BY ("date")
                        " AND " NOT_OVER ("until_date") },
  { "document", "SELECT person AS id, document AS t FROM appointment WHERE " BY ("from_date") },
  { "appointed_how", "SELECT person AS id, coalesce(how, '') AS t FROM appointment WHERE "
                     BY ("from_date") " AND " NOT_OVER ("until_date") },
  { "end_reason", "SELECT person AS id, coalesce(end_reason, '') AS t FROM appointment "
                  "WHERE until_date <= @" },
  { "reserve_post", "SELECT person AS id, post AS t FROM reserve WHERE " BY ("from_date")
                    " AND " NOT_OVER ("until_date") },
  { "reserve_way_in", "SELECT person AS id, coalesce(way_in, '') AS t FROM reserve WHERE "
                      BY ("from_date") " AND " NOT_OVER ("until_date") },
  { "reserve_way_out", "SELECT person AS id, coalesce(way_out, '') AS t FROM reserve "
                       "WHERE until_date <= @" },
  { "mentor_level", "SELECT person AS id, coalesce(level, '') AS t FROM mentor WHERE " BY ("from_date")
                    " AND " NOT_OVER ("until_date") },
  { "term", "SELECT person AS id, CAST (year AS TEXT) AS t FROM mandate JOIN term ON term.id = term "
            "WHERE " BY ("from_date") },
  { "batch", "SELECT person AS id, coalesce(batch, '') AS t FROM mandate WHERE term = " LATEST },
  { "elected", "SELECT m.person AS id, CASE WHEN (SELECT count(*) FROM appointment b "
               "WHERE b.person = m.person AND b.unit = a.unit AND substr(coalesce(b.from_date, ''), 1, 7) "
               "< substr(coalesce(m.date, a.from_date, ''), 1, 7)) > 0 THEN 'again' ELSE 'new' END AS t "
               "FROM mandate m JOIN appointment a ON a.person = m.person AND a.id = m.appointment "
               "WHERE m.term = " LATEST },
  { "annual_result", "SELECT person AS id, year || '|' || result AS t FROM annual_result "
                     "WHERE year <= CAST (substr(@, 1, 4) AS INTEGER)" },
};

/* Missing: the number of what is there. */
static const TestSql there[] = {
  { "education", "(SELECT count(*) FROM education e WHERE e.person = p.id)" },
  { "resume_entry", "(SELECT count(*) FROM resume_entry e WHERE e.person = p.id)" },
  { "family_member", "(SELECT count(*) FROM family_member e WHERE e.person = p.id)" },
  { "party_date", "(political NOT IN ('01', '02') OR political IS NULL OR coalesce(length(party_date), 0) > 0)" },
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

static const char *
get_value (JsonObject *object,
           guint       number)
{
  JsonArray *values = json_object_get_array_member (object, "values");

  return number < json_array_get_length (values) ? json_array_get_string_element (values, number) : NULL;
}

static void
append_years (GString    *sql,
              const char *template,
              const char *how,
              JsonObject *object)
{
  g_string_append_printf (sql, "SELECT id, 0 AS number FROM (%s) WHERE years ", template);
  if (strcmp (how, "between") == 0)
    g_string_append_printf (sql, "BETWEEN %s AND %s", get_value (object, 0), get_value (object, 1));
  else
    g_string_append_printf (sql, "%s %s", strcmp (how, "at_least") == 0 ? ">=" : "<=",
                            get_value (object, 0));
}

/* Keys below a key of a list, as they stand in the lists that ship: 21 is 20, 5A is 5. */
static void
append_keys (GString    *sql,
             const char *word,
             JsonObject *object,
             guint       first)
{
  g_string_append (sql, "IN (");
  for (guint i = first; get_value (object, i) != NULL; i++)
    {
      const char *key = get_value (object, i);

      g_string_append_printf (sql, "%s'%s'", i > first ? ", " : "", key);
      if (strcmp (word, "marital") == 0 && strcmp (key, "20") == 0)
        g_string_append (sql, ", '21', '22', '23'");
    }
  g_string_append (sql, ")");
}

static void
append_records (GString    *sql,
                const char *word,
                const char *template,
                const char *how,
                JsonObject *object)
{
  if (strcmp (how, "empty") == 0)
    g_string_append (sql, "SELECT id, 0 AS number FROM human EXCEPT ");
  g_string_append_printf (sql, "SELECT id, 0 AS number FROM (%s) WHERE id IN (SELECT id FROM human) AND ",
                          template);
  if (strcmp (word, "annual_result") == 0)
    {
      if (*get_value (object, 0) != '\0')
        g_string_append_printf (sql, "substr(t, 1, 4) = '%s' AND ", get_value (object, 0));
      g_string_append (sql, "substr(t, 6) ");
      append_keys (sql, word, object, 1);
    }
  else if (strcmp (how, "is") == 0)
    {
      g_string_append (sql, "t ");
      append_keys (sql, word, object, 0);
    }
  else if (strcmp (how, "contains") == 0)
    g_string_append_printf (sql, "instr(t, '%s') > 0", get_value (object, 0));
  else
    g_string_append (sql, "length(replace(t, '|', '')) > 0");
}

static void
append_missing (GString    *sql,
                JsonObject *object)
{
  g_string_append (sql, "SELECT id, 0 AS number FROM person p WHERE merged_into IS NULL AND (");
  for (guint i = 0; get_value (object, i) != NULL; i++)
    {
      const char *own = FIND (there, get_value (object, i));

      g_string_append (sql, i > 0 ? " OR " : "");
      if (own != NULL)
        g_string_append_printf (sql, "NOT %s", own);
      else
        g_string_append_printf (sql, "coalesce(length(%s), 0) = 0", get_value (object, i));
    }
  g_string_append (sql, ")");
}

/* Whose post is in a unit, or in one whose nearest of the same level it is. */
static void
append_units (GString    *sql,
              JsonObject *object)
{
  for (guint i = 0; get_value (object, i) != NULL; i++)
    g_string_append_printf (sql, "%sSELECT person AS id, 0 AS number FROM held# WHERE unit IN (SELECT unit "
                                 "FROM (SELECT p.unit AS unit, p.above AS value, max(d.depth) FROM path# p "
                                 "JOIN tree# t ON t.unit = p.above AND t.level = (SELECT level FROM tree# "
                                 "WHERE unit = %s) JOIN depth# d ON d.unit = p.above GROUP BY p.unit) "
                                 "WHERE value = %s)", i > 0 ? " UNION " : "", get_value (object, i),
                            get_value (object, i));
}

/* Who is on it, or stands for somebody on it who was merged; a pointer to a pointer is followed once. */
static void
append_lists (GString    *sql,
              JsonObject *object)
{
  g_string_append (sql, "SELECT DISTINCT h.id, 0 AS number FROM human h JOIN person_list_member m "
                        "JOIN person q ON q.id = m.person WHERE (q.id = h.id OR q.merged_into = h.id "
                        "OR EXISTS (SELECT 1 FROM person r WHERE r.id = q.merged_into "
                        "AND r.merged_into = h.id)) AND m.list IN (");
  for (guint i = 0; get_value (object, i) != NULL; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", get_value (object, i));
  g_string_append (sql, ")");
}

/**
 * test_sql_dup_test:
 * @object: a condition of a filter
 *
 * Returns: (transfer full) (nullable): rows of id and number; %NULL for what has other words
 */
char *
test_sql_dup_test (JsonObject *object)
{
  const char *word = json_object_get_string_member (object, "test");
  const char *how = json_object_get_string_member (object, "how");
  g_autoptr(GString) sql = g_string_new (NULL);

  if (FIND (years, word) != NULL)
    append_years (sql, FIND (years, word), how, object);
  else if (FIND (records, word) != NULL)
    append_records (sql, word, FIND (records, word), how, object);
  else if (strcmp (word, "missing") == 0)
    append_missing (sql, object);
  else if (strcmp (word, "unit") == 0)
    append_units (sql, object);
  else if (strcmp (word, "list") == 0)
    append_lists (sql, object);
  else
    return NULL;

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
