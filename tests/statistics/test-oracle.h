/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TestContext:
 * @day: a whole ISO day
 * @scope: key of a unit, or 0 for everything
 * @term: year of the term of the four batches, or 0 for that in which @day lies
 * @dimension: (nullable): by which dimension of units the scope is narrowed
 * @key: (nullable): to which of its values
 *
 * Where and when the oracle is asked.
 */
typedef struct
{
  const char *day;
  gint64 scope;
  int term;
  const char *dimension;
  const char *key;
} TestContext;

/**
 * TestRow:
 * @id: key of a person or of a unit
 * @number: of posts: which of the person's appointments, in the order of their keys; of numbers: the
 *   number; else 0
 * @value: (nullable): of values: the value, interned; %NULL for none
 *
 * A row of an answer.
 */
typedef struct
{
  gint64 id;
  gint64 number;
  const char *value;
} TestRow;

typedef struct _TestOracle TestOracle;

TestOracle *test_oracle_new            (TyDatabase        *database,
                                        const TestContext *context) G_GNUC_WARN_UNUSED_RESULT;
void        test_oracle_free           (TestOracle        *self);
guint       test_oracle_add_population (TestOracle        *self,
                                        const char        *json);
guint       test_oracle_add_values     (TestOracle        *self,
                                        const char        *dimension);
guint       test_oracle_add_numbers    (TestOracle        *self,
                                        const char        *word);
gboolean    test_oracle_knows_number   (const char        *word);
char       *test_oracle_dup_sql        (TestOracle        *self) G_GNUC_WARN_UNUSED_RESULT;
void        test_oracle_run            (TestOracle        *self);
GArray     *test_oracle_get            (TestOracle        *self,
                                        guint              part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestOracle, test_oracle_free)

G_END_DECLS
