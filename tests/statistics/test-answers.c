/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-answers"

#include "config.h"

#include "test-answers.h"

#include "ty-grouping.h"
#include "ty-order.h"

#include <string.h>

/* All that a generation of the columns can be asked, as a text without its numbers: two generations of
 * the same state of a file number codes, units and rows in another way, and must say the same. */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static const char *
get_key (TyColumns      *columns,
         TyCodebookKind  kind,
         guint           number)
{
  const char *key = number != TY_CODEBOOK_NONE
                      ? ty_codebook_get (ty_columns_get_book (columns, kind), number) : NULL;

  return key != NULL ? key : "-";
}

static gint64
get_unit (TyColumns *columns,
          guint32    unit)
{
  return unit != TY_UNIT_NONE ? ty_units_get_id (ty_columns_get_units (columns), unit) : 0;
}

static void
append_sources (TyColumns *columns,
                guint32    sources,
                GString   *text)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();

  for (guint bit = 0; bit < 32; bit++)
    if ((sources >> bit) & 1)
      g_ptr_array_add (keys, (gpointer) get_key (columns, TY_BOOK_SOURCE, bit + 1));
  g_ptr_array_sort (keys, compare_texts);
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (keys, i));
}

static void
append_holdings (TyColumns     *columns,
                 const TyChunk *chunk,
                 guint          index,
                 GString       *text)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *of = TY_CHUNK_MANDATES_FIELD (chunk, guint32, TY_MANDATES_HOLDING);

  for (guint i = first[index]; i < first[index + 1]; i++)
    g_string_append_printf (
      text, "  holding %s %" G_GINT64_FORMAT " %d %d\n",
      get_key (columns, TY_BOOK_POST, TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[i]),
      get_unit (columns, TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[i]),
      TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM)[i],
      TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL)[i]);
  for (guint i = 0; i < chunk->rows[TY_ROWS_MANDATES].n; i++)
    if (of[i] >= first[index] && of[i] < first[index + 1])
      g_string_append_printf (
        text, "  mandate %u %" G_GINT64_FORMAT " %d %s\n", of[i] - first[index],
        TY_CHUNK_MANDATES_FIELD (chunk, gint64, TY_MANDATES_TERM)[i],
        TY_CHUNK_MANDATES_FIELD (chunk, gint32, TY_MANDATES_FILED)[i],
        get_key (columns, TY_BOOK_BATCH, TY_CHUNK_MANDATES_FIELD (chunk, guint8, TY_MANDATES_BATCH)[i]));
}

static void
append_person (TyColumns     *columns,
               const TyChunk *chunk,
               guint          index,
               const char    *name,
               GString       *text)
{
  const guint32 *studies = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_STUDY);

  g_string_append_printf (
    text, "person %" G_GINT64_FORMAT " %s: %d %d %d %s %s", TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[index],
    name, TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_SEX)[index],
    TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[index],
    TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_PARTY)[index],
    get_key (columns, TY_BOOK_ETHNICITY, TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_ETHNICITY)[index]),
    get_key (columns, TY_BOOK_POLITICAL, TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_POLITICAL)[index]));
  append_sources (columns, TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_SOURCES)[index], text);
  g_string_append_c (text, '\n');
  append_holdings (columns, chunk, index, text);
  for (guint i = studies[index]; i < studies[index + 1]; i++)
    g_string_append_printf (text, "  study %d %s\n",
                            TY_CHUNK_STUDIES_FIELD (chunk, gint32, TY_STUDIES_UNTIL)[i],
                            get_key (columns, TY_BOOK_STUDY,
                                     TY_CHUNK_STUDIES_FIELD (chunk, guint16, TY_STUDIES_KIND)[i]));
}

static void
append_units (TyColumns *columns,
              GString   *text)
{
  TyUnits *units = ty_columns_get_units (columns);

  /* The official order of siblings, with those of all dates. */
  for (guint i = 0; i < ty_units_get_n_spans (units); i++)
    {
      const TyUnitSpan *span = ty_units_get_span (units, i);

      g_string_append_printf (text, "unit %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %" G_GINT64_FORMAT
                                    " %s %s %s %s\n", get_unit (columns, span->unit),
                              get_unit (columns, span->parent), span->from, span->until, span->position,
                              span->name, g_quark_to_string (span->level), g_quark_to_string (span->kind),
                              g_quark_to_string (span->party_form));
    }
}

static void
append_settings (TyColumns *columns,
                 GString   *text)
{
  GArray *terms = ty_columns_get_terms (columns);
  GPtrArray *bands = ty_county_rules_get_age_bands (ty_columns_get_rules (columns));

  for (guint i = 0; i < terms->len; i++)
    {
      const TyTermRow *term = &g_array_index (terms, TyTermRow, i);

      g_string_append_printf (text, "term %" G_GINT64_FORMAT " %d %d\n", term->id, term->year, term->from);
    }
  for (guint i = 0; i < bands->len; i++)
    g_string_append_printf (text, "band %s\n", ((TyAgeBand *) g_ptr_array_index (bands, i))->key);
}

/**
 * test_answers_dup_rows:
 * @columns: a generation
 * @names: (nullable): its names
 *
 * Returns: (transfer full): everybody and everything in it, field by field
 */
char *
test_answers_dup_rows (TyColumns   *columns,
                       TyNameIndex *names)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT ", %u people\n", ty_columns_get_seq (columns),
                          ty_columns_get_n_people (columns));
  append_settings (columns, text);
  append_units (columns, text);
  for (guint number = 0; number < ty_columns_get_n_chunks (columns); number++)
    {
      const TyChunk *chunk = ty_columns_get_chunk (columns, number);

      g_assert_cmpuint (ty_chunk_get_n (chunk), >, 0);
      g_assert_cmpuint (ty_chunk_get_n (chunk), <=, TY_CHUNK_PEOPLE);
      for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
        {
          g_autofree char *name = names != NULL
                                    ? ty_names_dup_name (ty_name_index_get_names (names),
                                                         ty_name_index_get_numbers (names, number)[i])
                                    : NULL;

          append_person (columns, chunk, i, name, text);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_person (TyColumns     *first,
               const TyChunk *chunk,
               guint          index,
               TyColumns     *second,
               const TyChunk *other,
               guint          other_index)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) other_text = g_string_new (NULL);

  append_person (first, chunk, index, NULL, text);
  append_person (second, other, other_index, NULL, other_text);
  g_assert_cmpstr (text->str, ==, other_text->str);
}

/* Whether the rows of a kind are the same bytes, but for the fields that count rows of the chunk. Codes
 * of two generations that came out of each other have the same numbers. */
static gboolean
is_same_rows (const TyChunk *chunk,
              const TyChunk *other,
              TyRowKind      kind,
              guint          first,
              guint          other_first,
              guint          n)
{
  static const guint sizes[TY_N_ROW_KINDS][TY_N_FIELDS] = {
    [TY_ROWS_PEOPLE] = { 8, 0, 0, 4, 4, 4, 4, 1, 1, 1, 4 },
    [TY_ROWS_HOLDINGS] = { 4, 4, 4, 2, 1, 1 },
    [TY_ROWS_STUDIES] = { 4, 2 },
  };

  for (guint i = 0; i < TY_N_FIELDS; i++)
    if (sizes[kind][i] != 0
        && memcmp ((const char *) chunk->rows[kind].fields[i] + (gsize) first * sizes[kind][i],
                   (const char *) other->rows[kind].fields[i] + (gsize) other_first * sizes[kind][i],
                   (gsize) n * sizes[kind][i]) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_same_person (const TyChunk *chunk,
                guint          index,
                const TyChunk *other,
                guint          other_index)
{
  const guint32 *holdings = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING) + index;
  const guint32 *studies = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_STUDY) + index;
  const guint32 *other_holdings = TY_CHUNK_PEOPLE_FIELD (other, guint32, TY_PEOPLE_FIRST_HOLDING)
                                  + other_index;
  const guint32 *other_studies = TY_CHUNK_PEOPLE_FIELD (other, guint32, TY_PEOPLE_FIRST_STUDY)
                                 + other_index;

  return chunk->rows[TY_ROWS_MANDATES].n == 0 && other->rows[TY_ROWS_MANDATES].n == 0
         && holdings[1] - holdings[0] == other_holdings[1] - other_holdings[0]
         && studies[1] - studies[0] == other_studies[1] - other_studies[0]
         && is_same_rows (chunk, other, TY_ROWS_PEOPLE, index, other_index, 1)
         && is_same_rows (chunk, other, TY_ROWS_HOLDINGS, holdings[0], other_holdings[0],
                          holdings[1] - holdings[0])
         && is_same_rows (chunk, other, TY_ROWS_STUDIES, studies[0], other_studies[0],
                          studies[1] - studies[0]);
}

/**
 * test_answers_assert_people:
 * @first: a generation
 * @second: one that should hold the same people, in whatever chunks
 *
 * The same as comparing the texts of test_answers_dup_rows(), for many people: only where bytes differ,
 * words are made of them.
 */
void
test_answers_assert_people (TyColumns *first,
                            TyColumns *second)
{
  guint number = 0, index = 0;

  g_assert_cmpuint (ty_columns_get_n_people (first), ==, ty_columns_get_n_people (second));
  for (guint i = 0; i < ty_columns_get_n_chunks (first); i++)
    {
      const TyChunk *chunk = ty_columns_get_chunk (first, i);

      g_assert_cmpuint (ty_chunk_get_n (chunk), >, 0);
      g_assert_cmpuint (ty_chunk_get_n (chunk), <=, TY_CHUNK_PEOPLE);
      for (guint j = 0; j < ty_chunk_get_n (chunk); j++, index++)
        {
          const TyChunk *other;

          if (index == ty_chunk_get_n (ty_columns_get_chunk (second, number)))
            {
              number++;
              index = 0;
            }
          other = ty_columns_get_chunk (second, number);
          if (chunk != other && !is_same_person (chunk, j, other, index))
            assert_person (first, chunk, j, second, other, index);
        }
    }
}

static void
append_list (TyPopulation *population,
             TyView       *view,
             TyViews      *views,
             GString      *text)
{
  g_autoptr(GArray) list = ty_population_list (population, view, views);
  g_autofree char *json = ty_population_to_json (population);
  TySubject subject;

  ty_population_get_subject (population, &subject, NULL);
  g_string_append_printf (text, "%s %u:", json, ty_population_count (population, view, views));
  for (guint i = 0; i < list->len; i++)
    if (subject == TY_SUBJECT_POSTS)
      g_string_append_printf (text, " %" G_GINT64_FORMAT ".%u", g_array_index (list, TyPostRef, i).person,
                              g_array_index (list, TyPostRef, i).number);
    else
      g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (list, gint64, i));
  g_string_append_c (text, '\n');
}

/* Units of a later generation may have other numbers, so that villages come in another order. */
static void
append_lists (TyView  *view,
              TyViews *views,
              GString *text)
{
  for (TyWho who = 0; who < TY_N_WHO; who++)
    for (TyCondition condition = 0; condition < TY_N_CONDITIONS; condition++)
      if (ty_condition_suits (condition, who))
        {
          g_autoptr(TyPopulation) population = ty_population_new_simple (who, condition);

          if (ty_who_get_subject (who) == TY_SUBJECT_VILLAGES)
            g_string_append_printf (text, "villages %d: %u\n", condition,
                                    ty_population_count (population, view, views));
          else
            append_list (population, view, views, text);
        }
}

static void
append_grouping (guint    number,
                 TyView  *view,
                 TyViews *views,
                 GString *text)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_IN_OFFICE);
  TyGroupingSpec spec = { .population = population, .n_dimensions = 1 };
  const TyDimension *dimension = ty_dimension_get (number);
  g_autoptr(TyGrouping) grouping = NULL;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  spec.dimensions[0] = dimension;
  /* Not all have room at once: each dimension has the number, and others than the one before. */
  spec.measures[spec.n_measures++] = ty_measure_get (0);
  for (guint i = 0; i < ty_measure_get_n () && spec.n_measures < TY_GROUPING_MEASURES; i++)
    {
      const TyMeasure *measure = ty_measure_get ((number + i) % ty_measure_get_n ());

      if (measure != ty_measure_get (0) && ty_measure_suits (measure, TY_SUBJECT_PEOPLE))
        spec.measures[spec.n_measures++] = measure;
    }
  grouping = ty_grouping_new (&spec, view, views);
  for (guint value = 0; value < ty_scale_get_n (ty_grouping_get_scale (grouping, 0)); value++)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      g_string_append_printf (line, "by %s %s:", dimension->key,
                              ty_scale_get_key (ty_grouping_get_scale (grouping, 0), value));
      for (guint i = 0; i < spec.n_measures; i++)
        {
          TyAmount amount = ty_grouping_get_amount (grouping, value, 0, i);

          g_string_append_printf (line, " %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, amount.sum, amount.n);
        }
      /* A code that nobody has any more may be remembered. */
      if (ty_grouping_get_amount (grouping, value, 0, 0).sum > 0)
        g_ptr_array_add (lines, g_strdup (line->str));
    }
  g_ptr_array_sort (lines, compare_texts);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
}

static void
append_order (TyView      *view,
              TyNameIndex *names,
              GString     *text)
{
  static const TySortKey keys[] = { { TY_SORT_STROKES, TRUE }, { TY_SORT_BIRTH, FALSE } };
  g_autoptr(TyOrder) order = ty_order_new (view, names);
  TyColumns *columns = ty_view_get_columns (view);
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_EVERYBODY);
  g_autoptr(TyBitmap) rows = ty_population_mark (population, view, NULL);

  for (guint n = 0; n <= G_N_ELEMENTS (keys); n++)
    {
      g_autoptr(GArray) sorted = ty_order_sort (order, rows, keys, n);

      g_string_append_printf (text, "by %u keys:", n);
      for (guint i = 0; i < sorted->len; i++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT,
                                ty_columns_get_person (columns, g_array_index (sorted, guint32, i)));
      g_string_append_c (text, '\n');
    }
}

/**
 * test_answers_dup_figures:
 * @columns: a generation
 * @names: its names
 * @views: where views are kept, also those of earlier generations
 * @days: (array length=n_places): days
 * @scopes: (array length=n_places): keys of units
 * @n_places: how many places are asked
 *
 * Returns: (transfer full): figures, lists, groups and orders
 */
char *
test_answers_dup_figures (TyColumns         *columns,
                          TyNameIndex       *names,
                          TyViews           *views,
                          const char *const *days,
                          const gint64      *scopes,
                          guint              n_places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(TyView) view = ty_views_get (views, columns, ty_date_from_iso (days[i]), scopes[i], 0);

      g_string_append_printf (text, "%s, scope %" G_GINT64_FORMAT ", term %d\n", days[i], scopes[i],
                              ty_view_get_term (view));
      append_lists (view, views, text);
      for (guint j = 0; j < ty_dimension_get_n (); j++)
        append_grouping (j, view, views, text);
      append_order (view, names, text);
    }
  return g_string_free (text, FALSE);
}

/**
 * test_answers_assert_same:
 * @first: answers
 * @second: those that should be the same
 */
void
test_answers_assert_same (const char *first,
                          const char *second)
{
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) others = NULL;

  if (strcmp (first, second) == 0)
    return;

  lines = g_strsplit (first, "\n", -1);
  others = g_strsplit (second, "\n", -1);
  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}
