/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-database.h"
#include "ty-gather.h"
#include "ty-store-types.h"

#include <gio/gio.h>
#include <string.h>

/* Rows of a table that is in the memory of one connection. */
typedef struct
{
  TyDatabase *database;
  GString *seen;
  gint64 last; /* after which it stops; 0 = never */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->database = ty_database_open ("", TY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  ty_database_exec (fixture->database,
                    "CREATE TABLE thing (owner INTEGER, id INTEGER, name TEXT, PRIMARY KEY (owner, id)) "
                    "STRICT, WITHOUT ROWID;"
                    "INSERT INTO thing VALUES (7, 1, '七'), (-2, 4, NULL), (3, 2, ''), (3, 1, 'three');"
                    "CREATE INDEX thing_name ON thing (name DESC)", &error);
  g_assert_no_error (error);
  fixture->seen = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_string_free (fixture->seen, TRUE);
  ty_database_close (fixture->database);
}

static gboolean
take (const TyGatherRow  *row,
      gpointer            data,
      GError            **error)
{
  Fixture *fixture = data;
  gsize length;
  const char *name = ty_gather_row_get_text (row, 2, &length);

  g_assert_cmpuint (length, ==, name != NULL ? strlen (name) : 0);
  g_assert_cmpint (ty_gather_row_get_int (row, 0), ==, ty_gather_row_get_key (row));
  g_string_append_printf (fixture->seen, "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %s, ",
                          ty_gather_row_get_key (row), ty_gather_row_get_int (row, 1),
                          name != NULL ? name : "-");
  if (fixture->last == 0 || ty_gather_row_get_key (row) < fixture->last)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Enough");
  return FALSE;
}

static gboolean
gather (Fixture     *fixture,
        TyStatement *statement,
        gint64       from,
        GError     **error)
{
  g_string_truncate (fixture->seen, 0);
  ty_statement_bind_int (statement, 1, from);
  return ty_gather_run (statement, 0, take, fixture, error);
}

#define BY_OWNER "SELECT gather (?1, owner, id, name) FROM thing WHERE owner >= ?2"

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (fixture->database, BY_OWNER, &error);

  g_assert_no_error (error);
  g_assert_true (gather (fixture, statement, -5, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->seen->str, ==, "-2.4 -, 3.1 three, 3.2 , 7.1 七, ");
  g_assert_true (gather (fixture, statement, 4, &error));
  g_assert_cmpstr (fixture->seen->str, ==, "7.1 七, ");
  g_assert_true (gather (fixture, statement, 8, &error));
  g_assert_cmpstr (fixture->seen->str, ==, "");
}

/* What the function says is the error, and the next run begins anew. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (fixture->database, BY_OWNER, NULL);

  fixture->last = 3;
  g_assert_false (gather (fixture, statement, -5, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (fixture->seen->str, ==, "-2.4 -, 3.1 three, ");
  g_clear_error (&error);
  fixture->last = 0;
  g_assert_true (gather (fixture, statement, 3, &error));
  g_assert_cmpstr (fixture->seen->str, ==, "3.1 three, 3.2 , 7.1 七, ");
}

/* Rows in another order than that of their keys are no rows. */
static void
test_disorder (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement
    = ty_database_prepare (fixture->database,
                           "SELECT gather (?1, owner, id, name) FROM thing INDEXED BY thing_name "
                           "WHERE name IS NOT NULL AND owner >= ?2", &error);

  g_assert_no_error (error);
  g_assert_false (gather (fixture, statement, -5, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED);
  g_assert_cmpstr (fixture->seen->str, ==, "7.1 七, ");
}

/* What SQLite says is the error, if it is not the function that stopped. */
static void
test_overflow (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement
    = ty_database_prepare (fixture->database,
                           "SELECT gather (?1, owner, id, name) FROM thing "
                           "WHERE owner >= ?2 AND abs (-9223372036854775807 - (owner = 3)) > 0", &error);

  g_assert_no_error (error);
  g_assert_false (gather (fixture, statement, -5, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED);
}

/* Without the receiver, which no SQL can make, nothing is called. */
static void
test_forged (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const forged[] = {
    "SELECT gather (1, 2, 3)", "SELECT gather ('touyan-gather', 2)", "SELECT gather (x'00', 1)",
    "SELECT gather (NULL)", "SELECT gather ()",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autoptr(TyStatement) statement = ty_database_prepare (fixture->database, forged[i], NULL);

      if (statement == NULL)
        continue;
      g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
      g_assert_true (ty_statement_is_null (statement, 0));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/gather/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/gather/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/gather/disorder", Fixture, NULL, set_up, test_disorder, tear_down);
  g_test_add ("/gather/error-of-sqlite", Fixture, NULL, set_up, test_overflow, tear_down);
  g_test_add ("/gather/forged", Fixture, NULL, set_up, test_forged, tear_down);

  return g_test_run ();
}
