/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-oracle"

#include "config.h"

#include "test-oracle.h"

#include "test-oracle-private.h"

#include "ty-code-list.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Where a part of a population is asked. */
typedef struct
{
  char *day;             /* (owned) */
  gint64 scope;
  int term;
  GPtrArray *narrowings; /* (owned) (element-type utf8): a dimension and a key in turn */
} Context;

typedef enum
{
  SUBJECT_PEOPLE,
  SUBJECT_VILLAGES,
  SUBJECT_POSTS,
} Subject;

/**
 * TestOracle:
 *
 * Answers of SQL, slow and independent, to what populations, dimensions and measures ask. It reads
 * populations from their JSON, as it is documented.
 */
struct _TestOracle
{
  TyDatabase *database;  /* (unowned) */
  GPtrArray *contexts;   /* (owned) (element-type Context): the first is that in which is asked */
  GString *tests;        /* (owned): a table for each condition of a filter: its words nest too deep */
  guint n_tests;
  GString *parts;        /* (owned): the selects, joined */
  GPtrArray *answers;    /* (owned) (element-type GArray): of TestRow, by part */
};

static void
context_free (gpointer data)
{
  Context *context = data;

  g_free (context->day);
  g_ptr_array_unref (context->narrowings);
  g_free (context);
}

static Context *
context_new (const char *day,
             gint64      scope,
             int         term,
             GPtrArray  *narrowings)
{
  Context *context = g_new0 (Context, 1);

  context->day = g_strdup (day);
  context->scope = scope;
  context->term = term;
  context->narrowings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; narrowings != NULL && i < narrowings->len; i++)
    g_ptr_array_add (context->narrowings, g_strdup (g_ptr_array_index (narrowings, i)));
  return context;
}

static void
narrow (Context    *context,
        const char *dimension,
        const char *key)
{
  g_ptr_array_add (context->narrowings, g_strdup (dimension));
  g_ptr_array_add (context->narrowings, g_strdup (key));
}

/**
 * test_oracle_new:
 * @database: a connection, which outlives it
 * @context: where and when it is asked
 *
 * Returns: (transfer full): an oracle that was not asked anything yet
 */
TestOracle *
test_oracle_new (TyDatabase        *database,
                 const TestContext *context)
{
  TestOracle *self = g_new0 (TestOracle, 1);
  Context *first = context_new (context->day, context->scope, context->term, NULL);

  self->database = database;
  self->contexts = g_ptr_array_new_with_free_func (context_free);
  self->tests = g_string_new (NULL);
  self->parts = g_string_new (NULL);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  if (context->dimension != NULL)
    narrow (first, context->dimension, context->key);
  g_ptr_array_add (self->contexts, first);
  return self;
}

void
test_oracle_free (TestOracle *self)
{
  g_ptr_array_unref (self->contexts);
  g_string_free (self->tests, TRUE);
  g_string_free (self->parts, TRUE);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

/* The term in which a day lies is the newest of those that had begun, or whose beginning is not
 * known. */
static void
append_term (GString *sql,
             Context *context)
{
  if (context->term != 0)
    g_string_append_printf (sql, "%d", context->term);
  else
    g_string_append_printf (sql, "(SELECT year FROM election WHERE start <= '%s' "
                                 "ORDER BY year DESC, id DESC LIMIT 1)", context->day);
}

static void
append_template (TestOracle *self,
                 GString    *sql,
                 guint       number,
                 const char *template)
{
  Context *context = g_ptr_array_index (self->contexts, number);
  gboolean everything = context->scope == 0 && context->narrowings->len == 0;

  for (const char *p = template; *p != '\0'; p++)
    if (*p == '#')
      g_string_append_printf (sql, "%u", number);
    else if (*p == '@')
      test_sql_append_text (sql, context->day);
    else if (*p == '$')
      g_string_append (sql, everything ? "1" : "0");
    else if (*p == '%')
      append_term (sql, context);
    else
      g_string_append_c (sql, *p);
}

/* The units in which is asked. */
static void
append_here (TestOracle *self,
             GString    *sql,
             guint       number)
{
  Context *context = g_ptr_array_index (self->contexts, number);

  g_string_append_printf (sql, "CREATE TEMP TABLE here%u (unit PRIMARY KEY); "
                               "INSERT INTO here%u SELECT DISTINCT unit FROM path%u "
                               "WHERE (%" G_GINT64_FORMAT " = 0 OR above = %" G_GINT64_FORMAT ")",
                          number, number, number, context->scope, context->scope);
  for (guint i = 0; i < context->narrowings->len; i += 2)
    {
      const char *key = g_ptr_array_index (context->narrowings, i + 1);

      g_string_append_printf (sql, " AND unit %s (SELECT unit FROM (", *key == '\0' ? "NOT IN" : "IN");
      append_template (self, sql, number,
                       test_sql_find_units (g_ptr_array_index (context->narrowings, i)));
      g_string_append (sql, ")");
      if (*key != '\0')
        {
          g_string_append (sql, " WHERE value = ");
          test_sql_append_text (sql, key);
        }
      g_string_append (sql, ")");
    }
  g_string_append (sql, "; ");
}

static guint
add_context (TestOracle *self,
             Context    *context)
{
  for (guint i = 0; i < self->contexts->len; i++)
    {
      Context *other = g_ptr_array_index (self->contexts, i);
      gboolean same = strcmp (other->day, context->day) == 0 && other->scope == context->scope
                      && other->term == context->term
                      && other->narrowings->len == context->narrowings->len;

      for (guint j = 0; same && j < context->narrowings->len; j++)
        same = strcmp (g_ptr_array_index (other->narrowings, j),
                       g_ptr_array_index (context->narrowings, j)) == 0;
      if (same)
        {
          context_free (context);
          return i;
        }
    }
  g_ptr_array_add (self->contexts, context);
  return self->contexts->len - 1;
}

static Subject
find_subject (JsonNode *node,
              gboolean *found)
{
  JsonObject *object = json_node_get_object (node);
  static const char *const members[] = { "not", "of" };
  const char *who = json_object_get_string_member_with_default (object, "who", NULL);
  Subject subject = SUBJECT_PEOPLE;
  JsonArray *list = json_object_has_member (object, "all") ? json_object_get_array_member (object, "all")
                    : json_object_has_member (object, "any")
                        ? json_object_get_array_member (object, "any") : NULL;

  if (who != NULL)
    {
      *found = TRUE;
      return strcmp (who, "villages") == 0 ? SUBJECT_VILLAGES
             : strcmp (who, "posts") == 0 ? SUBJECT_POSTS : SUBJECT_PEOPLE;
    }
  for (guint i = 0; list != NULL && i < json_array_get_length (list) && !*found; i++)
    subject = find_subject (json_array_get_element (list, i), found);
  for (guint i = 0; i < G_N_ELEMENTS (members) && !*found; i++)
    if (json_object_has_member (object, members[i]))
      subject = find_subject (json_object_get_member (object, members[i]), found);
  return subject;
}

/* Everything of which can be asked: everybody whom the file knows, but only villages and posts that
 * are there. */
static void
append_all (TestOracle *self,
            GString    *sql,
            guint       context,
            Subject     subject)
{
  append_template (self, sql, context,
                   test_sql_find_who (subject == SUBJECT_PEOPLE ? "everybody"
                                      : subject == SUBJECT_VILLAGES ? "villages" : "posts"));
}

static void
append_condition (TestOracle *self,
                  GString    *sql,
                  guint       context,
                  Subject     subject,
                  const char *word)
{
  const char *template = test_sql_find_condition (word, subject == SUBJECT_VILLAGES);

  append_all (self, sql, context, subject);
  if (strcmp (word, "count") == 0)
    return;

  g_assert_nonnull (template);
  g_string_append (sql, " INTERSECT ");
  append_template (self, sql, context, template);
}

/* Rows of id, number and value: of people, villages or posts. */
static void
append_pairs (TestOracle *self,
              GString    *sql,
              guint       context,
              Subject     subject,
              const char *dimension)
{
  gboolean of_posts;
  const char *pairs = test_sql_find_pairs (dimension, &of_posts);
  const char *units = test_sql_find_units (dimension);

  g_assert_true (pairs != NULL || units != NULL);
  if (pairs != NULL && subject == SUBJECT_PEOPLE && of_posts)
    {
      g_string_append (sql, "SELECT id, 0 AS number, value FROM (");
      append_template (self, sql, context, pairs);
      g_string_append (sql, ")");
      return;
    }
  if (pairs != NULL)
    {
      append_template (self, sql, context, pairs);
      return;
    }
  append_template (self, sql, context,
                   subject == SUBJECT_PEOPLE ? "SELECT person AS id, 0 AS number, value FROM held# "
                   : subject == SUBJECT_POSTS ? "SELECT person AS id, number, value FROM held# "
                                              : "SELECT unit AS id, 0 AS number, value FROM here# ");
  g_string_append (sql, "LEFT JOIN (");
  append_template (self, sql, context, units);
  g_string_append (sql, ") USING (unit)");
}

static gboolean
is_of_holdings (const char *dimension)
{
  gboolean of_posts;

  return test_sql_find_pairs (dimension, &of_posts) == NULL || of_posts;
}

/* Who has a value, or none: who holds something that has none has none too. */
static void
append_value_select (TestOracle *self,
                     GString    *sql,
                     guint       context,
                     Subject     subject,
                     const char *dimension,
                     const char *key)
{
  append_all (self, sql, context, subject);
  g_string_append (sql, *key == '\0' ? " EXCEPT SELECT id, number FROM ("
                                     : " INTERSECT SELECT id, number FROM (");
  append_pairs (self, sql, context, subject, dimension);
  if (*key != '\0')
    {
      g_string_append (sql, ") WHERE value = ");
      test_sql_append_text (sql, key);
      return;
    }
  if (subject != SUBJECT_PEOPLE || !is_of_holdings (dimension))
    {
      g_string_append (sql, ") WHERE value IS NOT NULL");
      return;
    }
  g_string_append (sql, ") UNION SELECT id, number FROM (");
  append_pairs (self, sql, context, subject, dimension);
  g_string_append (sql, ") WHERE value IS NULL");
}

/* In a table of its own, where it is not in one already: deep within a population it would nest too deep. */
static void
append_value (TestOracle *self,
              GString    *sql,
              guint       context,
              Subject     subject,
              const char *dimension,
              const char *key)
{
  g_autoptr(GString) select = g_string_new (NULL);

  append_value_select (self, select, context, subject, dimension, key);
  if (sql == self->tests)
    {
      g_string_append (sql, select->str);
      return;
    }

  g_string_append_printf (self->tests, "CREATE TEMP TABLE test%u (id, number); INSERT INTO test%u %s; ",
                          self->n_tests, self->n_tests, select->str);
  g_string_append_printf (sql, "SELECT id, number FROM test%u", self->n_tests);
  self->n_tests++;
}

/* One of the values is enough. */
static void
append_test (TestOracle *self,
             GString    *asked,
             guint       context,
             JsonObject *object)
{
  GString *sql = self->tests;
  const char *word = json_object_get_string_member (object, "test");
  JsonArray *values = json_object_get_array_member (object, "values");
  g_autofree char *template = test_sql_dup_test (object);

  g_string_append_printf (asked, "SELECT id, number FROM test%u", self->n_tests);
  g_string_append_printf (sql, "CREATE TEMP TABLE test%u (id, number); INSERT INTO test%u ",
                          self->n_tests, self->n_tests);
  self->n_tests++;
  if (template != NULL)
    append_template (self, sql, context, template);
  for (guint i = 0; template == NULL && i < json_array_get_length (values); i++)
    {
      const char *value = json_array_get_string_element (values, i);

      g_string_append (sql, i > 0 ? " UNION SELECT id, number FROM (" : "SELECT id, number FROM (");
      if (strcmp (word, "who") == 0)
        append_template (self, sql, context, test_sql_find_who (value));
      else if (strcmp (word, "is") == 0)
        append_condition (self, sql, context, SUBJECT_PEOPLE, value);
      else
        append_value (self, sql, context, SUBJECT_PEOPLE, word, value);
      g_string_append (sql, ")");
    }
  g_string_append (sql, "; ");
}

static void append_node (TestOracle *self,
                         GString    *sql,
                         guint       context,
                         Subject     subject,
                         JsonNode   *node);

static void
append_list (TestOracle *self,
             GString    *sql,
             guint       context,
             Subject     subject,
             JsonArray  *list,
             const char *joined_by)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_string_append (sql, i > 0 ? joined_by : "");
      append_node (self, sql, context, subject, json_array_get_element (list, i));
    }
}

/* The same asked elsewhere: another date keeps the scope, with all to which it is narrowed; another
 * scope does not. */
static guint
find_elsewhere (TestOracle *self,
                guint       number,
                JsonObject *object)
{
  Context *context = g_ptr_array_index (self->contexts, number);
  const char *as_of = json_object_get_string_member_with_default (object, "as_of", NULL);
  const char *scope = json_object_get_string_member_with_default (object, "scope", NULL);
  g_autofree char *whole = as_of == NULL ? g_strdup (context->day)
                                         : g_strdup_printf ("%s%s", as_of, "-01-01" + strlen (as_of) - 4);

  return add_context (self, context_new (whole,
                                         scope != NULL ? g_ascii_strtoll (scope, NULL, 10)
                                                       : context->scope,
                                         as_of != NULL ? 0 : context->term,
                                         scope != NULL ? NULL : context->narrowings));
}

static guint
find_narrower (TestOracle *self,
               guint       number,
               JsonObject *in)
{
  Context *context = g_ptr_array_index (self->contexts, number);
  Context *narrower = context_new (context->day, context->scope, context->term, context->narrowings);

  narrow (narrower, json_object_get_string_member (in, "dimension"),
          json_object_get_string_member (in, "value"));
  return add_context (self, narrower);
}

static void
append_of (TestOracle *self,
           GString    *sql,
           guint       context,
           Subject     subject,
           JsonObject *object)
{
  guint other = json_object_has_member (object, "in")
                  ? find_narrower (self, context, json_object_get_object_member (object, "in"))
                  : find_elsewhere (self, context, object);

  append_node (self, sql, other, subject, json_object_get_member (object, "of"));
}

/* Who is on it, or stands for somebody on it who was merged; a pointer to a pointer is followed once. */
static void
append_named_list (TestOracle *self,
                   GString    *sql,
                   guint       context,
                   const char *list)
{
  append_all (self, sql, context, SUBJECT_PEOPLE);
  g_string_append (sql, " INTERSECT SELECT p.id, 0 AS number FROM person p JOIN person_list_member m "
                        "JOIN person q ON q.id = m.person WHERE (q.id = p.id OR q.merged_into = p.id "
                        "OR EXISTS (SELECT 1 FROM person r WHERE r.id = q.merged_into "
                        "AND r.merged_into = p.id)) AND m.list = ");
  g_string_append (sql, list);
}

static void
append_node (TestOracle *self,
             GString    *sql,
             guint       context,
             Subject     subject,
             JsonNode   *node)
{
  JsonObject *object = json_node_get_object (node);

  g_string_append (sql, "SELECT id, number FROM (");
  if (json_object_has_member (object, "who"))
    append_template (self, sql, context,
                     test_sql_find_who (json_object_get_string_member (object, "who")));
  else if (json_object_has_member (object, "is"))
    append_condition (self, sql, context, subject, json_object_get_string_member (object, "is"));
  else if (json_object_has_member (object, "dimension"))
    append_value (self, sql, context, subject, json_object_get_string_member (object, "dimension"),
                  json_object_get_string_member (object, "value"));
  else if (json_object_has_member (object, "list"))
    append_named_list (self, sql, context, json_object_get_string_member (object, "list"));
  else if (json_object_has_member (object, "all"))
    append_list (self, sql, context, subject, json_object_get_array_member (object, "all"),
                 " INTERSECT ");
  else if (json_object_has_member (object, "any"))
    append_list (self, sql, context, subject, json_object_get_array_member (object, "any"), " UNION ");
  else if (json_object_has_member (object, "not"))
    {
      append_all (self, sql, context, subject);
      g_string_append (sql, " EXCEPT ");
      append_node (self, sql, context, subject, json_object_get_member (object, "not"));
    }
  else if (json_object_has_member (object, "test"))
    append_test (self, sql, context, object);
  else
    append_of (self, sql, context, subject, object);
  g_string_append (sql, ")");
}

static guint
begin_part (TestOracle *self,
            const char *columns)
{
  guint part = self->answers->len;

  g_ptr_array_add (self->answers, g_array_new (FALSE, FALSE, sizeof (TestRow)));
  g_string_append_printf (self->parts, "%s SELECT DISTINCT %u AS part, %s FROM (",
                          part > 0 ? " UNION ALL" : "", part, columns);
  return part;
}

/**
 * test_oracle_add_population:
 * @self: an oracle that was not run
 * @json: a population as ty_population_to_json() writes it
 *
 * Returns: the part of the answer: rows of id and number
 */
guint
test_oracle_add_population (TestOracle *self,
                            const char *json)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  gboolean found = FALSE;
  guint part = begin_part (self, "id, number, NULL AS value");

  append_node (self, self->parts, 0, find_subject (node, &found), node);
  g_string_append (self->parts, ")");
  return part;
}

/**
 * test_oracle_add_values:
 * @self: an oracle that was not run
 * @dimension: the word of a dimension
 *
 * Returns: the part of the answer: the values of people, with %NULL for a post without one
 */
guint
test_oracle_add_values (TestOracle *self,
                        const char *dimension)
{
  guint part = begin_part (self, "id, 0 AS number, value");

  append_pairs (self, self->parts, 0, SUBJECT_PEOPLE, dimension);
  g_string_append (self->parts, ")");
  return part;
}

/**
 * test_oracle_add_numbers:
 * @self: an oracle that was not run
 * @word: `age`, `tenure` in full years, or `posts`, of which who is not in the answer holds none; and
 *   by what rosters are sorted
 *
 * Returns: the part of the answer: people with their numbers, or units with `unit_rank`
 */
guint
test_oracle_add_numbers (TestOracle *self,
                         const char *word)
{
  guint part = begin_part (self, "id, number, value");

  append_template (self, self->parts, 0, test_sql_find_numbers (word));
  g_string_append (self->parts, ")");
  return part;
}

/**
 * test_oracle_knows_number:
 * @word: a word
 *
 * Returns: whether test_oracle_add_numbers() knows it
 */
gboolean
test_oracle_knows_number (const char *word)
{
  return test_sql_find_numbers (word) != NULL;
}

/**
 * test_oracle_dup_sql:
 * @self: an oracle
 *
 * Returns: (transfer full): the statements that prepare everything that was added; they leave tables
 * on the connection
 */
char *
test_oracle_dup_sql (TestOracle *self)
{
  GString *sql = g_string_new (test_sql_common);

  test_sql_append_codes (sql);
  for (guint i = 0; i < self->contexts->len; i++)
    {
      append_template (self, sql, i, test_sql_context);
      append_here (self, sql, i);
      append_template (self, sql, i, test_sql_posts);
    }
  g_string_append (sql, self->tests->str);
  return g_string_free (sql, FALSE);
}

static void
drop_tables (TestOracle *self)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; test_sql_common_tables[i] != NULL; i++)
    g_string_append_printf (sql, "DROP TABLE temp.%s; ", test_sql_common_tables[i]);
  for (guint context = 0; context < self->contexts->len; context++)
    for (guint i = 0; test_sql_context_tables[i] != NULL; i++)
      g_string_append_printf (sql, "DROP TABLE temp.%s%u; ", test_sql_context_tables[i], context);
  for (guint i = 0; i < self->n_tests; i++)
    g_string_append_printf (sql, "DROP TABLE temp.test%u; ", i);
  ty_database_exec (self->database, sql->str, &error);
  g_assert_no_error (error);
}

static void
read_answers (TestOracle *self)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM (%s) ORDER BY 1, 2, 3, 4", self->parts->str);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (self->database, sql, &error);
  TyStep step;

  g_assert_no_error (error);
  while ((step = ty_statement_step (statement, &error)) == TY_STEP_ROW)
    {
      GArray *answer = g_ptr_array_index (self->answers, (guint) ty_statement_get_int (statement, 0));
      TestRow row = { ty_statement_get_int (statement, 1), ty_statement_get_int (statement, 2),
                      g_intern_string (ty_statement_get_text (statement, 3)) };

      g_array_append_val (answer, row);
    }
  g_assert_no_error (error);
}

/**
 * test_oracle_run:
 * @self: an oracle
 *
 * Asks for everything that was added.
 */
void
test_oracle_run (TestOracle *self)
{
  g_autofree char *sql = test_oracle_dup_sql (self);
  g_autoptr(GError) error = NULL;

  ty_database_exec (self->database, sql, &error);
  g_assert_no_error (error);
  read_answers (self);
  drop_tables (self);
}

/**
 * test_oracle_get:
 * @self: an oracle that was run
 * @part: what was added
 *
 * Returns: (transfer none) (element-type TestRow): the answer, ascending
 */
GArray *
test_oracle_get (TestOracle *self,
                 guint       part)
{
  return g_ptr_array_index (self->answers, part);
}
