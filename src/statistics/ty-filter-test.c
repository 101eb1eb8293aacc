/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-test"

#include "config.h"

#include "ty-filter-test.h"

#include "ty-code-list.h"
#include "ty-filter-table.h"
#include "ty-text.h"
#include "ty-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

/**
 * ty_filter_test_new:
 * @field: what is asked
 * @how: how it is compared
 * @values: (array zero-terminated=1): with what
 *
 * Returns: (transfer full): the test, which need not make sense: ty_filter_test_check() tells
 */
TyFilterTest *
ty_filter_test_new (const TyFilterField *field,
                    TyFilterHow          how,
                    const char * const  *values)
{
  TyFilterTest *self = g_new0 (TyFilterTest, 1);

  self->field = field;
  self->how = how;
  self->values = g_strdupv ((char **) values);
  return self;
}

/**
 * ty_filter_test_copy:
 * @self: (nullable): a test
 *
 * Returns: (transfer full) (nullable): the same
 */
TyFilterTest *
ty_filter_test_copy (const TyFilterTest *self)
{
  return self != NULL ? ty_filter_test_new (self->field, self->how, (const char * const *) self->values)
                      : NULL;
}

void
ty_filter_test_free (TyFilterTest *self)
{
  g_strfreev (self->values);
  g_free (self);
}

/**
 * ty_filter_test_equal:
 * @self: (nullable): a test
 * @other: (nullable): another
 *
 * Returns: whether both ask the same
 */
gboolean
ty_filter_test_equal (const TyFilterTest *self,
                      const TyFilterTest *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  return self->field == other->field && self->how == other->how
         && g_strv_equal ((const char * const *) self->values, (const char * const *) other->values);
}

static gboolean
refuse (guint        number,
        const char  *message,
        guint       *wrong,
        GError     **error)
{
  if (wrong != NULL)
    *wrong = number;
  g_set_error_literal (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_VALUE, message);
  return FALSE;
}

static gboolean
parse_number (const char *text,
              int         least,
              int         most,
              int        *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, (guint64) least, (guint64) most, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static gboolean
check_years (const TyFilterTest  *self,
             guint               *wrong,
             GError             **error)
{
  guint n = g_strv_length (self->values);
  int numbers[2] = { 0, 0 };

  if (n != (self->how == TY_FILTER_BETWEEN ? 2u : 1u))
    return refuse (n, _("Enter a number of years from 0 to 150."), wrong, error);
  for (guint i = 0; i < n; i++)
    if (!parse_number (self->values[i], 0, TY_FILTER_MOST_YEARS, &numbers[i]))
      return refuse (i, _("Enter a number of years from 0 to 150."), wrong, error);
  if (n == 2 && numbers[0] > numbers[1])
    return refuse (1, _("The second number must not be smaller than the first."), wrong, error);

  return TRUE;
}

static gboolean
check_result (const TyFilterTest  *self,
              guint               *wrong,
              GError             **error)
{
  int year;

  if (self->values[0] == NULL
      || (*self->values[0] != '\0' && !parse_number (self->values[0], FIRST_YEAR, LAST_YEAR, &year)))
    return refuse (0, _("Enter a year such as 2021, or none for any year."), wrong, error);
  if (self->values[1] == NULL)
    return refuse (1, _("Choose at least one value."), wrong, error);

  return TRUE;
}

static gboolean
is_known_value (const TyFilterField *field,
                const char          *value)
{
  TyWho who;
  g_autofree char *label = NULL;
  int year;
  gint64 key;

  if (field->kind == TY_FILTER_UNIT || field->source == TY_FILTER_OF_LISTS)
    return g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, &key, NULL);
  switch (field->source)
    {
    case TY_FILTER_OF_WHO:
      return ty_who_parse (value, &who) && ty_who_get_subject (who) == TY_SUBJECT_PEOPLE;
    case TY_FILTER_OF_TERMS:
      return parse_number (value, FIRST_YEAR, LAST_YEAR, &year);
    case TY_FILTER_OF_CONDITIONS:
    case TY_FILTER_OF_WORDS:
      label = ty_filter_field_dup_value_label (field, value);
      return label != NULL;
    case TY_FILTER_OF_COLUMNS:
    case TY_FILTER_OF_DIMENSION:
    case TY_FILTER_OF_LISTS:
    case TY_FILTER_OF_CODES:
    case TY_FILTER_OF_RECORDS:
    default:
      /* A code that only the file knows is a value too. */
      return TRUE;
    }
}

static gboolean
check_choice (const TyFilterTest  *self,
              guint               *wrong,
              GError             **error)
{
  if (self->values[0] == NULL)
    return refuse (0, _("Choose at least one value."), wrong, error);

  for (guint i = 0; self->values[i] != NULL; i++)
    if (!is_known_value (self->field, self->values[i]))
      {
        if (wrong != NULL)
          *wrong = i;
        g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
                     _("The filter asks for “%s”, which this version does not know."),
                     self->values[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_text (const TyFilterTest  *self,
            guint               *wrong,
            GError             **error)
{
  g_autofree char *folded = NULL;

  if (self->how != TY_FILTER_CONTAINS)
    return self->values[0] == NULL || refuse (0, _("Nothing can be entered here."), wrong, error);

  folded = self->values[0] != NULL ? ty_text_fold (self->values[0]) : g_strdup ("");
  if (*folded == '\0' || self->values[1] != NULL)
    return refuse (0, _("Enter the text that is looked for."), wrong, error);
  if (strlen (self->values[0]) > TY_FILTER_MOST_BYTES)
    return refuse (0, _("The text is too long."), wrong, error);

  return TRUE;
}

/**
 * ty_filter_test_check:
 * @self: a test
 * @wrong: (out) (optional): which value is wrong, from 0
 * @error: a `TY_POPULATION_ERROR`
 *
 * Returns: whether it can be asked
 */
gboolean
ty_filter_test_check (const TyFilterTest  *self,
                      guint               *wrong,
                      GError             **error)
{
  guint n = g_strv_length (self->values);

  if (!ty_filter_field_allows (self->field, self->how))
    return refuse (0, _("This field is not compared in this way."), wrong, error);
  if (n > TY_FILTER_MOST_VALUES)
    return refuse (TY_FILTER_MOST_VALUES, _("These are too many values."), wrong, error);

  switch (self->field->kind)
    {
    case TY_FILTER_YEARS:
      return check_years (self, wrong, error);
    case TY_FILTER_RESULT:
      return check_result (self, wrong, error);
    case TY_FILTER_TEXT:
    case TY_FILTER_ROWS:
      return check_text (self, wrong, error);
    case TY_FILTER_CHOICE:
    case TY_FILTER_UNIT:
    default:
      return check_choice (self, wrong, error);
    }
}

/**
 * ty_filter_test_get_years:
 * @self: a test of years that can be asked
 * @least: (out): the fewest years that pass
 * @most: (out): the most
 */
void
ty_filter_test_get_years (const TyFilterTest *self,
                          int                *least,
                          int                *most)
{
  int first = atoi (self->values[0]);

  *least = self->how == TY_FILTER_AT_MOST ? 0 : first;
  *most = self->how == TY_FILTER_AT_MOST ? first
          : self->how == TY_FILTER_BETWEEN ? atoi (self->values[1]) : G_MAXINT;
}

/* A unit as a value of the dimension of its level on the date; one that was none then has nobody. */
static TyPopulation *
make_unit (const char *key,
           TyView     *view)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));
  guint32 unit = ty_units_find (units, g_ascii_strtoll (key, NULL, 10));
  const TyUnitSpan *span = unit != TY_UNIT_NONE ? ty_unit_tree_get_span (ty_view_get_tree (view), unit)
                                                : NULL;
  const TyDimension *dimension = span != NULL ? ty_dimension_find (g_quark_to_string (span->level)) : NULL;

  return ty_population_new_value (dimension != NULL ? dimension : ty_dimension_find ("village"), key);
}

static TyPopulation *
make_value (const TyFilterTest *self,
            const char         *value,
            TyView             *view)
{
  switch (self->field->source)
    {
    case TY_FILTER_OF_WHO:
      return ty_population_new_who (ty_who_from_string (value));
    case TY_FILTER_OF_CONDITIONS:
      return ty_population_new_condition (ty_condition_from_string (value));
    case TY_FILTER_OF_DIMENSION:
      return ty_population_new_value (ty_dimension_find (self->field->key), value);
    case TY_FILTER_OF_LISTS:
      return ty_population_new_list (g_ascii_strtoll (value, NULL, 10));
    case TY_FILTER_OF_COLUMNS:
    case TY_FILTER_OF_CODES:
    case TY_FILTER_OF_WORDS:
    case TY_FILTER_OF_TERMS:
    case TY_FILTER_OF_RECORDS:
    default:
      return make_unit (value, view);
    }
}

/**
 * ty_filter_test_lower:
 * @self: a test that can be asked
 * @view: the date and the scope in which it is
 *
 * Returns: (transfer full) (nullable): the same in words that populations had without it; %NULL for
 * years, and for what is asked of records
 */
TyPopulation *
ty_filter_test_lower (const TyFilterTest *self,
                      TyView             *view)
{
  g_autoptr(TyPopulation) any = NULL;

  if (self->field->kind == TY_FILTER_YEARS || ty_filter_field_is_of_records (self->field))
    return NULL;

  for (guint i = 0; self->values[i] != NULL; i++)
    {
      g_autoptr(TyPopulation) value = make_value (self, self->values[i], view);
      g_autoptr(TyPopulation) before = g_steal_pointer (&any);

      any = before != NULL ? ty_population_new_or (before, value) : ty_population_ref (value);
    }
  return g_steal_pointer (&any);
}

/* Reading records. */

typedef struct
{
  const TyFilterTest *test;
  TyColumns *columns;
  TyBitmap *rows;
  TyCodeList *codes;  /* (nullable) */
  char *folded;       /* (owned) (nullable): the text that is looked for */
} Reading;

static gboolean
has_text (const Reading *reading,
          const char    *text)
{
  g_autofree char *folded = text != NULL ? ty_text_fold (text) : NULL;

  return folded != NULL && strstr (folded, reading->folded) != NULL;
}

/* “Married” is also who is married for the first time. */
static gboolean
is_value (const Reading *reading,
          const char    *text)
{
  gboolean result = reading->test->field->kind == TY_FILTER_RESULT;
  const char * const *values = (const char * const *) reading->test->values + (result ? 1 : 0);
  const char *key = text != NULL ? text : "";

  for (guint depth = 0; key != NULL && depth < 8; depth++)
    {
      TyCode *code = reading->codes != NULL ? ty_code_list_lookup (reading->codes, key) : NULL;

      if (g_strv_contains (values, key))
        return TRUE;
      key = code != NULL ? ty_code_get_parent (code) : NULL;
      if (key != NULL && *key == '\0')
        key = NULL;
    }
  return FALSE;
}

static gboolean
is_met (const Reading      *reading,
        const char * const *texts,
        guint               n_texts)
{
  const TyFilterTest *test = reading->test;

  if (test->field->kind == TY_FILTER_RESULT)
    return (*test->values[0] == '\0' || g_strcmp0 (texts[0], test->values[0]) == 0)
           && is_value (reading, texts[1]);
  if (n_texts == 0)
    return TRUE;
  if (test->how == TY_FILTER_IS)
    return is_value (reading, texts[0]);

  for (guint i = 0; i < n_texts; i++)
    if (test->how == TY_FILTER_CONTAINS ? has_text (reading, texts[i])
                                        : texts[i] != NULL && *texts[i] != '\0')
      return TRUE;
  return FALSE;
}

static void
take_row (gint64              person,
          const char * const *texts,
          guint               n_texts,
          gpointer            data)
{
  Reading *reading = data;
  guint32 row;

  if (is_met (reading, texts, n_texts) && ty_columns_find_person (reading->columns, person, &row))
    ty_bitmap_set (reading->rows, row);
}

static gboolean
read_field (Reading     *reading,
            const char  *as_of,
            TyDatabase  *database,
            GError     **error)
{
  const TyFilterTest *test = reading->test;

  if (strcmp (test->field->key, "missing") != 0)
    return ty_filter_table_read (database, test->field->key, as_of, take_row, reading, error);

  for (guint i = 0; test->values[i] != NULL; i++)
    {
      g_autofree char *field = g_strconcat ("missing/", test->values[i], NULL);

      if (!ty_filter_table_read (database, field, as_of, take_row, reading, error))
        return FALSE;
    }
  return TRUE;
}

/* Who has nothing: everybody but who has something. */
static void
turn_round (TyBitmap  *rows,
            TyColumns *columns)
{
  for (guint chunk = 0; chunk < ty_columns_get_n_chunks (columns); chunk++)
    for (guint i = 0; i < ty_chunk_get_n (ty_columns_get_chunk (columns, chunk)); i++)
      {
        guint row = (chunk << TY_CHUNK_SHIFT) | i;

        rows->words[row / 64] ^= (guint64) 1 << (row % 64);
      }
}

/**
 * ty_filter_test_read:
 * @self: a test of records that can be asked
 * @columns: everybody
 * @as_of: the cut-off date
 * @database: a connection that sees the file as the columns have it
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the rows of who passes
 */
TyBitmap *
ty_filter_test_read (const TyFilterTest  *self,
                     TyColumns           *columns,
                     TyDate               as_of,
                     TyDatabase          *database,
                     GError             **error)
{
  g_autofree char *day = ty_date_to_iso (ty_date_from_days (ty_date_to_days (as_of)));
  g_autoptr(TyBitmap) rows = ty_bitmap_new (ty_columns_get_n_chunks (columns) << TY_CHUNK_SHIFT);
  Reading reading = { self, columns, rows, NULL, NULL };
  gboolean done;

  if (self->field->codes != NULL)
    reading.codes = ty_code_list_get_shipped (self->field->codes);
  if (self->how == TY_FILTER_CONTAINS)
    reading.folded = ty_text_fold (self->values[0]);
  done = read_field (&reading, day, database, error);
  g_free (reading.folded);
  if (!done)
    return NULL;

  if (self->how == TY_FILTER_EMPTY)
    turn_round (rows, columns);
  return g_steal_pointer (&rows);
}
