/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-oracle"

#include "config.h"

#include "test-oracle-private.h"

#include "ty-code-list.h"

/* Ranks of the code lists, as tables. */

void
test_sql_append_text (GString    *sql,
             const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);

  g_string_append_printf (sql, "'%s'", quoted);
}

static void
append_codes (GString    *sql,
              const char *list,
              const char *table,
              const char *columns,
              void      (*append) (GString *sql, TyCodeList *codes, TyCode *code))
{
  TyCodeList *codes = ty_code_list_get_shipped (list);

  g_string_append_printf (sql, "CREATE TEMP TABLE %s (%s); INSERT INTO %s VALUES ", table, columns, table);
  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    {
      TyCode *code = ty_code_list_get_item (codes, i);

      g_string_append (sql, i > 0 ? ", (" : "(");
      test_sql_append_text (sql, ty_code_get_key (code));
      append (sql, codes, code);
      g_string_append_printf (sql, ", %d)", ty_code_get_integer (code, "rank"));
    }
  g_string_append (sql, "; ");
}

static void
append_body (GString    *sql,
             TyCodeList *codes,
             TyCode     *code)
{
  g_string_append (sql, ", ");
  test_sql_append_text (sql, ty_code_get_attribute (code, "body"));
}

/* Levels of one rank are called by the first of them. */
static void
append_level (GString    *sql,
              TyCodeList *codes,
              TyCode     *code)
{
  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    {
      TyCode *other = ty_code_list_get_item (codes, i);

      if (ty_code_get_integer (other, "rank") != ty_code_get_integer (code, "rank"))
        continue;
      g_string_append (sql, ", ");
      test_sql_append_text (sql, ty_code_get_key (other));
      return;
    }
}

/* Adds the statements that make them. */
void
test_sql_append_codes (GString *sql)
{
  append_codes (sql, "post", "rank", "post, body, rank", append_body);
  append_codes (sql, "education", "level", "level, value, rank", append_level);
}
