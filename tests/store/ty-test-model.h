/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-test-county.h"

G_BEGIN_DECLS

/* A county file as rows of texts, for tests that must say beforehand what the tables hold. */

#define TY_TEST_MAX_COLUMNS 8
#define TY_TEST_N_TABLES 7

typedef enum
{
  TY_TEST_VALUE_KEY_ID,     /* minted */
  TY_TEST_VALUE_KEY_PERSON, /* one of the people */
  TY_TEST_VALUE_KEY_SMALL,  /* one of few numbers */
  TY_TEST_VALUE_KEY_WORD,   /* one of few words */
  TY_TEST_VALUE_TEXT,       /* or NULL */
  TY_TEST_VALUE_TEXT_SET,   /* never NULL */
  TY_TEST_VALUE_NUMBER,
  TY_TEST_VALUE_PERSON,     /* one of the people, or NULL */
} TyTestValueKind;

typedef struct
{
  const char *name;
  struct { const char *name; TyTestValueKind kind; } columns[TY_TEST_MAX_COLUMNS];
} TyTestTable;

typedef struct
{
  const TyTestTable *table;
  char *values[TY_TEST_MAX_COLUMNS]; /* (owned) (nullable) */
} TyTestRow;

typedef struct
{
  GRand *random;
  TyTestCounty *county;
  GHashTable *rows; /* (owned): key to TyTestRow, what the tables hold */
} TyTestModel;

extern const TyTestTable ty_test_tables[TY_TEST_N_TABLES];

TyTestRow *ty_test_row_dup             (const TyTestRow *row);
void       ty_test_row_free            (gpointer data);
gboolean   ty_test_row_equal           (const TyTestRow *first,
                                        const TyTestRow *second);
gboolean   ty_test_value_is_key        (TyTestValueKind kind);
char      *ty_test_row_dup_key         (const TyTestRow *row);
void       ty_test_model_put           (TyTestModel     *model,
                                        const char      *key,
                                        const TyTestRow *row);
gboolean   ty_test_model_is_consistent (TyTestModel *model);
TyTestRow *ty_test_model_pick          (TyTestModel       *model,
                                        const TyTestTable *table);
char      *ty_test_model_dup_value     (TyTestModel     *model,
                                        TyTestValueKind  kind);
void       ty_test_model_assert_store  (TyTestModel *model);
void       ty_test_model_assert_ends_empty (TyTestCounty *county);

G_END_DECLS
