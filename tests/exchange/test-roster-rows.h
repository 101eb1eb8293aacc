/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-test-xlsx.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TestColumn:
 *
 * The columns of the acceptance rosters.
 */
typedef enum
{
  TEST_NUMBER,
  TEST_TOWNSHIP,
  TEST_VILLAGE,
  TEST_NAME,
  TEST_SEX,
  TEST_BIRTH,
  TEST_ETHNICITY,
  TEST_POLITICAL,
  TEST_PARTY_DATE,
  TEST_FULL_TIME,
  TEST_IN_SERVICE,
  TEST_SCHOOL,
  TEST_POST,
  TEST_SINCE,
  TEST_ID_NUMBER,
  TEST_SOURCE,
  TEST_PHONE,
  TEST_NOTE,
  TEST_N_COLUMNS,
} TestColumn;

/**
 * TestRow:
 *
 * A row of an acceptance roster: texts by column, empty where the cell is.
 */
typedef char **TestRow;

extern const char *const test_headings[TEST_N_COLUMNS];

char       *test_acceptance_dup_path (const char    *name);
JsonObject *test_acceptance_expect   (const char    *member);
GPtrArray  *test_rows_read           (const char    *name);
TestRow     test_rows_get            (GPtrArray     *rows,
                                      guint          i);
void        test_rows_shuffle        (GPtrArray     *rows,
                                      guint32        seed);
void        test_rows_add_header     (TyTestXlsx    *xlsx,
                                      guint          row);
void        test_rows_add_row        (TyTestXlsx    *xlsx,
                                      guint          row,
                                      TestRow        texts);
void        test_rows_save           (GPtrArray     *rows,
                                      const char    *path);
void        test_set_text            (TyTestXlsx    *xlsx,
                                      guint          row,
                                      guint          column,
                                      const char    *text);

G_END_DECLS
