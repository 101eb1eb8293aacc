/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *word;
  const char *sql;
} TestSql;

/* Tables common to all questions; those of each context, before and after that of its units; and the
 * names of both. */
extern const char test_sql_common[];
extern const char test_sql_context[];
extern const char test_sql_posts[];
extern const char *const test_sql_common_tables[];
extern const char *const test_sql_context_tables[];

const char *test_sql_find_who       (const char *word);
const char *test_sql_find_condition (const char *word,
                                     gboolean    villages);
const char *test_sql_find_pairs     (const char *dimension,
                                     gboolean   *of_posts);
const char *test_sql_find_units     (const char *dimension);
char       *test_sql_dup_test       (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
const char *test_sql_find_numbers   (const char *word);

/* test-oracle-codes.c */
void        test_sql_append_text    (GString    *sql,
                                     const char *text);
void        test_sql_append_codes   (GString    *sql);

G_END_DECLS
