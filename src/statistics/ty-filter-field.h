/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyFilterKind:
 * @TY_FILTER_YEARS: full years at the cut-off date, by months as ages are
 * @TY_FILTER_CHOICE: some of the values that there are
 * @TY_FILTER_UNIT: some units, each with those below it
 * @TY_FILTER_RESULT: the result of a year, or of any year
 * @TY_FILTER_TEXT: a text in one field of a person
 * @TY_FILTER_ROWS: a text in the rows of a person, or whether there are any
 *
 * What a field of a filter is compared with.
 */
typedef enum
{
  TY_FILTER_YEARS,
  TY_FILTER_CHOICE,
  TY_FILTER_UNIT,
  TY_FILTER_RESULT,
  TY_FILTER_TEXT,
  TY_FILTER_ROWS,
} TyFilterKind;

/**
 * TyFilterHow:
 * @TY_FILTER_BETWEEN: two numbers, the first not above the second
 * @TY_FILTER_AT_LEAST: a number
 * @TY_FILTER_AT_MOST: a number
 * @TY_FILTER_IS: values of which one is enough; of a result the year first, empty for any
 * @TY_FILTER_CONTAINS: a text, in either script
 * @TY_FILTER_FILLED: nothing: whether something is there
 * @TY_FILTER_EMPTY: nothing: whether nothing is there
 *
 * How it is compared.
 */
typedef enum
{
  TY_FILTER_BETWEEN,
  TY_FILTER_AT_LEAST,
  TY_FILTER_AT_MOST,
  TY_FILTER_IS,
  TY_FILTER_CONTAINS,
  TY_FILTER_FILLED,
  TY_FILTER_EMPTY,
} TyFilterHow;

#define TY_N_FILTER_HOWS (TY_FILTER_EMPTY + 1)

/**
 * TyFilterSource:
 * @TY_FILTER_OF_COLUMNS: numbers of the columns
 * @TY_FILTER_OF_DIMENSION: values of the dimension of the same word
 * @TY_FILTER_OF_WHO: words of ty_who_to_string()
 * @TY_FILTER_OF_CONDITIONS: words of ty_condition_to_string()
 * @TY_FILTER_OF_LISTS: keys of named lists, which the columns hold
 * @TY_FILTER_OF_CODES: keys of a code list, in records
 * @TY_FILTER_OF_WORDS: words of the field itself, in records
 * @TY_FILTER_OF_TERMS: years of term elections, in records
 * @TY_FILTER_OF_RECORDS: texts of records
 *
 * From what a field is answered, and what its values are.
 */
typedef enum
{
  TY_FILTER_OF_COLUMNS,
  TY_FILTER_OF_DIMENSION,
  TY_FILTER_OF_WHO,
  TY_FILTER_OF_CONDITIONS,
  TY_FILTER_OF_LISTS,
  TY_FILTER_OF_CODES,
  TY_FILTER_OF_WORDS,
  TY_FILTER_OF_TERMS,
  TY_FILTER_OF_RECORDS,
} TyFilterSource;

/**
 * TyFilterWord:
 * @key: a value
 * @label: its name in English, marked for translation
 */
typedef struct
{
  const char *key;
  const char *label;
} TyFilterWord;

/**
 * TyFilterField:
 * @key: the word in JSON
 * @label: the name in English, marked for translation
 * @group: the heading under which it is offered, marked for translation
 * @kind: with what it is compared
 * @source: from what it is answered
 * @codes: (nullable): of %TY_FILTER_OF_CODES: the code list
 * @words: (nullable): of %TY_FILTER_OF_WORDS: the values, ended by one without a key
 *
 * What can be asked of people by a filter. All are static entries of one table.
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *group;
  TyFilterKind kind;
  TyFilterSource source;
  const char *codes;
  const TyFilterWord *words;
} TyFilterField;

guint                ty_filter_field_get_n      (void);
const TyFilterField *ty_filter_field_get        (guint                 number);
const TyFilterField *ty_filter_field_find       (const char           *key);
char                *ty_filter_field_dup_label  (const TyFilterField  *self) G_GNUC_WARN_UNUSED_RESULT;
char                *ty_filter_field_dup_group  (const TyFilterField  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean             ty_filter_field_is_of_records (const TyFilterField *self);
gboolean             ty_filter_field_allows     (const TyFilterField  *self,
                                                 TyFilterHow           how);
char                *ty_filter_field_dup_how    (const TyFilterField  *self,
                                                 TyFilterHow           how) G_GNUC_WARN_UNUSED_RESULT;
char                *ty_filter_field_dup_value_label (const TyFilterField *self,
                                                 const char           *key) G_GNUC_WARN_UNUSED_RESULT;

const char          *ty_filter_how_to_string    (TyFilterHow           self);
gboolean             ty_filter_how_parse        (const char           *word,
                                                 TyFilterHow          *how);

G_END_DECLS
