/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem-workbook"

#include "config.h"

#include "ty-problem-workbook.h"

#include "ty-import-report.h"
#include "ty-text.h"
#include "ty-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is given back to an office whose tables have mistakes: a copy of all of their sheets, with the cells marked,
 * and behind the last column what is wrong in the row. It is written as it is read, row by row. No formula is
 * written: cells hold what they showed. */

#define LEAST_WIDTH 6
#define MOST_WIDTH 42
#define PROBLEM_WIDTH 60
#define LINE_HEIGHT 16
#define MOST_LINES 20
#define ROWS_FOR_WIDTHS 1000

/* Columns beyond have the usual width. */
#define MAX_WIDTHS 1000

/* What has to be known of a sheet before its first row is written. */
typedef struct
{
  double widths[MAX_WIDTHS];
  guint n_columns;
  guint n_rows;
  guint first_heading; /* its rows, from 1; 0 where there is none */
  guint heading_row;
  GArray *merges;    /* (owned) (element-type TyCellRange) */
  char *name;        /* (owned) */
  gboolean shown;
} Shape;

typedef struct
{
  TyXlsxWriter *writer;
  Shape *shape;
  const char *sheet;
  gboolean first;        /* whether it is the first sheet, where what holds for the whole file stands */
  GHashTable *by_row;    /* (owned): rows and the arrays of their problems */
  guint row;             /* that was written last */
  guint next_merge;
} Copy;

static void
shape_free (gpointer data)
{
  Shape *shape = data;

  g_clear_pointer (&shape->merges, g_array_unref);
  g_free (shape->name);
  g_free (shape);
}

static gboolean
measure_row (guint          row,
             const TyCell  *cells,
             guint          n_cells,
             gpointer       data,
             GError       **error)
{
  Shape *shape = data;

  shape->n_rows++;
  shape->n_columns = MAX (shape->n_columns, cells[n_cells - 1].column + 1);
  for (guint i = 0; i < n_cells && shape->n_rows <= ROWS_FOR_WIDTHS; i++)
    {
      g_autofree char *text = NULL;

      /* Titles and notes run over the cells beside them. */
      if (cells[i].column >= MAX_WIDTHS || n_cells < 3)
        continue;
      text = ty_cell_dup_text (&cells[i]);
      shape->widths[cells[i].column]
        = CLAMP (ty_text_width (text) + 2, shape->widths[cells[i].column], MOST_WIDTH);
    }
  return TRUE;
}

static int
compare_merges (gconstpointer a,
                gconstpointer b)
{
  const TyCellRange *first = a;
  const TyCellRange *second = b;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static Shape *
measure (TyTableSource  *source,
         guint           sheet,
         TyHeadingFunc   knows,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  Shape *shape = g_new0 (Shape, 1);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(TyTableHead) head = NULL;

  for (guint i = 0; i < MAX_WIDTHS; i++)
    shape->widths[i] = LEAST_WIDTH;
  shape->merges = ty_table_source_scan_merges (source, sheet, cancellable, error);
  lines = shape->merges != NULL ? ty_table_source_peek (source, sheet, TY_TABLE_HEAD_ROWS, cancellable, error)
                                : NULL;
  if (lines == NULL
      || !ty_table_source_read_sheet (source, sheet, measure_row, shape, cancellable, error))
    {
      shape_free (shape);
      return NULL;
    }

  head = ty_table_head_find (lines, shape->merges, knows, data);
  shape->first_heading = head->first_row;
  shape->heading_row = head->last_row;
  g_array_sort (shape->merges, compare_merges);
  return shape;
}

static gboolean
is_here (const Copy      *copy,
         const TyImportProblem *problem)
{
  return problem->sheet == NULL ? copy->first : strcmp (problem->sheet, copy->sheet) == 0;
}

/* What holds for the whole sheet stands in its first row. */
static void
sort_problems (Copy      *copy,
               GPtrArray *problems)
{
  copy->by_row = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < problems->len; i++)
    {
      TyImportProblem *problem = g_ptr_array_index (problems, i);
      gpointer row = GUINT_TO_POINTER (MAX (problem->row, 1));
      GPtrArray *those = g_hash_table_lookup (copy->by_row, row);

      if (!is_here (copy, problem))
        continue;
      if (those == NULL)
        {
          those = g_ptr_array_new ();
          g_hash_table_insert (copy->by_row, row, those);
        }
      g_ptr_array_add (those, problem);
    }
}

static GPtrArray *
get_problems (Copy  *copy,
              guint  row)
{
  return g_hash_table_lookup (copy->by_row, GUINT_TO_POINTER (row));
}

/* A problem without a column is one of the whole row. */
static gboolean
is_at (const TyImportProblem *problem,
       guint                  column)
{
  g_autofree char *place = ty_cell_place_to_string (1, column);

  return problem->column != NULL && strlen (problem->column) + 1 == strlen (place)
         && g_str_has_prefix (place, problem->column);
}

static const TyImportProblem *
find_problem (GPtrArray *problems,
              guint      column)
{
  const TyImportProblem *found = NULL;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const TyImportProblem *problem = g_ptr_array_index (problems, i);

      if (is_at (problem, column) && (found == NULL || problem->error))
        found = problem;
    }
  return found;
}

static TyXlsxStyle
pick_style (const TyImportProblem *problem,
            TyXlsxStyle            plain,
            guint                  which)
{
  if (problem == NULL)
    return plain;

  return (problem->error ? TY_XLSX_WRONG : TY_XLSX_DOUBTFUL) + which;
}

/* Digits without an exponent: the 15 that the number has, and zeros for those that are lost. */
static char *
dup_digits (const TyCell *cell)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE];
  GString *digits;
  guint64 exponent;

  if (cell->kind != TY_CELL_NUMBER || fabs (cell->number) >= 1e20)
    return ty_cell_dup_text (cell);

  g_ascii_formatd (plain, sizeof plain, "%.14e", cell->number);
  exponent = g_ascii_strtoull (strchr (plain, 'e') + 2, NULL, 10);
  digits = g_string_new_len (plain, strcspn (plain, "e"));
  g_string_replace (digits, ".", "", 1);
  for (guint64 i = 14; i < exponent; i++)
    g_string_append_c (digits, '0');
  return g_string_free (digits, FALSE);
}

/* Above the table nothing has a grid. */
static TyXlsxStyle
get_text_style (Copy *copy)
{
  if (copy->row < copy->shape->first_heading)
    return TY_XLSX_LINE;

  return copy->row <= copy->shape->heading_row ? TY_XLSX_HEADING : TY_XLSX_TEXT;
}

/* Numbers that a spreadsheet cannot hold whole, such as ID numbers, are texts, so that what is typed
 * into the cell stays one. */
static void
add_cell (Copy            *copy,
          const TyCell    *cell,
          const TyImportProblem *problem)
{
  g_autofree char *text = NULL;

  if (cell->kind == TY_CELL_DATE)
    ty_xlsx_writer_add_date (copy->writer, pick_style (problem, TY_XLSX_DAY, 3), cell->date);
  else if (cell->kind == TY_CELL_NUMBER && fabs (cell->number) < 1e15)
    ty_xlsx_writer_add_number (copy->writer,
                               cell->decimals == 2 ? pick_style (problem, TY_XLSX_DECIMAL, 2)
                                                   : pick_style (problem, TY_XLSX_NUMBER, 1),
                               cell->number);
  else
    {
      text = dup_digits (cell);
      ty_xlsx_writer_add_text (copy->writer, pick_style (problem, get_text_style (copy), 0), text);
    }
}

static void
add_blank (Copy            *copy,
           const TyImportProblem *problem,
           gboolean         in_table)
{
  ty_xlsx_writer_add_text (copy->writer,
                           pick_style (problem, in_table ? get_text_style (copy) : TY_XLSX_LINE, 0), NULL);
}

/* How many lines a text needs in a column, as far as that can be told without its font. */
static guint
count_lines (const char *text,
             double      width)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += 1 + (guint) (MAX (ty_text_width (lines[i]), 1) - 1) / (guint) MAX (width - 1, 1);
  return MAX (n, 1);
}

/* The sentences of a row, each on a line of its own and with the heading of its column. */
static char *
dup_sentences (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const TyImportProblem *problem = g_ptr_array_index (problems, i);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (problem->heading != NULL)
        /* Translators: the heading of a column, and a sentence that says what is wrong there */
        g_string_append_printf (text, C_("problem", "%s: %s"), problem->heading, problem->text);
      else
        g_string_append (text, problem->text);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (((TyImportProblem *) g_ptr_array_index (problems, i))->error)
      return TRUE;

  return FALSE;
}

static void
add_sentences (Copy       *copy,
               GPtrArray  *problems,
               const char *sentences)
{
  if (problems == NULL && copy->row == copy->shape->heading_row)
    ty_xlsx_writer_add_text (copy->writer, TY_XLSX_HEADING, C_("heading of a column", "Problem"));
  else if (problems != NULL)
    ty_xlsx_writer_add_text (copy->writer, has_error (problems) ? TY_XLSX_WRONG : TY_XLSX_DOUBTFUL, sentences);
}

/* The highest cell makes the row. Titles and headings have the usual height. */
static double
estimate_height (Copy         *copy,
                 const TyCell *cells,
                 guint         n_cells,
                 const char   *sentences)
{
  guint n = count_lines (sentences, PROBLEM_WIDTH);

  for (guint i = 0; i < n_cells && copy->row > copy->shape->heading_row; i++)
    if (cells[i].kind == TY_CELL_TEXT && cells[i].column < MAX_WIDTHS)
      n = MAX (n, count_lines (cells[i].text, copy->shape->widths[cells[i].column]));
  return n > 1 ? LINE_HEIGHT * MIN (n, MOST_LINES) : 0;
}

static void
add_merges (Copy *copy)
{
  GArray *merges = copy->shape->merges;

  for (; copy->next_merge < merges->len; copy->next_merge++)
    {
      const TyCellRange *range = &g_array_index (merges, TyCellRange, copy->next_merge);

      if (range->first_row > copy->row)
        return;
      if (range->first_row == copy->row && range->last_column < copy->shape->n_columns)
        ty_xlsx_writer_merge (copy->writer, range->first_column, range->last_column,
                              range->last_row - range->first_row + 1);
    }
}

static gboolean
write_row (Copy          *copy,
           const TyCell  *cells,
           guint          n_cells,
           GError       **error)
{
  GPtrArray *problems = get_problems (copy, copy->row);
  g_autofree char *sentences = dup_sentences (problems);
  const guint place = MIN (copy->shape->n_columns, TY_XLSX_MAX_COLUMNS - 1);
  guint column = 0;

  ty_xlsx_writer_begin_fitting_row (copy->writer, estimate_height (copy, cells, n_cells, sentences));
  add_merges (copy);
  for (guint i = 0; i < n_cells && cells[i].column < place; i++)
    {
      for (; column < cells[i].column; column++)
        add_blank (copy, find_problem (problems, column), TRUE);
      add_cell (copy, &cells[i], find_problem (problems, column));
      column++;
    }
  for (; column < place; column++)
    add_blank (copy, find_problem (problems, column), n_cells > 0);
  add_sentences (copy, problems, sentences);
  return ty_xlsx_writer_end_row (copy->writer, error);
}

static gboolean
copy_row (guint          row,
          const TyCell  *cells,
          guint          n_cells,
          gpointer       data,
          GError       **error)
{
  Copy *copy = data;

  while (copy->row + 1 < row)
    {
      copy->row++;
      if (!write_row (copy, NULL, 0, error))
        return FALSE;
    }
  copy->row = row;
  return write_row (copy, cells, n_cells, error);
}

static gboolean
copy_sheet (const TyProblemTable  *table,
            guint                  sheet,
            Shape                 *shape,
            TyXlsxWriter          *writer,
            GCancellable          *cancellable,
            GError               **error)
{
  Copy copy = { .writer = writer, .shape = shape, .first = sheet == 0,
                .sheet = ty_table_source_get_sheet_name (table->source, sheet) };
  gboolean done;

  sort_problems (&copy, table->problems);
  done = ty_table_source_read_sheet (table->source, sheet, copy_row, &copy, cancellable, error);
  /* A sheet without a row may have a problem as a whole. */
  if (done && copy.row == 0)
    {
      copy.row = 1;
      done = write_row (&copy, NULL, 0, error);
    }
  g_hash_table_unref (copy.by_row);
  return done;
}

/* Beside other files a sheet is called by its file; of several sheets each keeps its name behind that. */
static char *
dup_name (const TyProblemTable *table,
          guint                 sheet)
{
  const char *name = ty_table_source_get_sheet_name (table->source, sheet);

  if (table->name == NULL)
    return g_strdup (name);

  return ty_table_source_get_n_sheets (table->source) > 1 ? g_strdup_printf ("%s %s", table->name, name)
                                                          : g_strdup (table->name);
}

static gboolean
measure_all (const TyProblemTable  *table,
             GPtrArray             *shapes,
             TyHeadingFunc          knows,
             gpointer               data,
             GCancellable          *cancellable,
             GError               **error)
{
  for (guint i = 0; i < ty_table_source_get_n_sheets (table->source); i++)
    {
      Shape *shape = measure (table->source, i, knows, data, cancellable, error);

      if (shape == NULL)
        return FALSE;
      shape->name = dup_name (table, i);
      shape->shown = ty_table_source_get_sheet_shown (table->source, i);
      g_ptr_array_add (shapes, shape);
    }
  return TRUE;
}

static TyXlsxWriter *
begin_workbook (GPtrArray  *shapes,
                int         fd,
                GError    **error)
{
  g_autofree TyXlsxPage *pages = g_new0 (TyXlsxPage, shapes->len);

  for (guint i = 0; i < shapes->len; i++)
    {
      Shape *shape = g_ptr_array_index (shapes, i);
      guint n = MIN (shape->n_columns, MAX_WIDTHS - 1);

      shape->widths[n] = PROBLEM_WIDTH;
      pages[i].name = shape->name;
      pages[i].hidden = !shape->shown;
      pages[i].widths = shape->widths;
      pages[i].n_columns = n + 1;
      pages[i].n_frozen_rows = shape->heading_row;
      pages[i].first_repeated = pages[i].last_repeated = shape->heading_row;
    }
  return ty_xlsx_writer_new_book (fd, pages, shapes->len, error);
}

/**
 * ty_problem_workbook_write:
 * @tables: (array length=n_tables): the files that were read
 * @n_tables: how many, at least 1
 * @knows: (nullable): who knows their headings
 * @data: for @knows
 * @fd: a regular file, open for writing
 * @cancellable: (nullable): stops it
 * @error: a `TY_XLSX_ERROR` of a source, or a `G_IO_ERROR`
 *
 * Writes the files once more as one .xlsx with all of their sheets, in which the cells with problems are filled,
 * red for errors and yellow for remarks, and a last column says what is the matter.
 *
 * Returns: whether it was written whole
 */
gboolean
ty_problem_workbook_write (const TyProblemTable  *tables,
                           guint                  n_tables,
                           TyHeadingFunc          knows,
                           gpointer               data,
                           int                    fd,
                           GCancellable          *cancellable,
                           GError               **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new_with_free_func (shape_free);
  g_autoptr(TyXlsxWriter) writer = NULL;
  guint next = 0;

  g_return_val_if_fail (n_tables > 0, FALSE);

  for (guint i = 0; i < n_tables; i++)
    if (!measure_all (&tables[i], shapes, knows, data, cancellable, error))
      return FALSE;
  writer = begin_workbook (shapes, fd, error);
  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < ty_table_source_get_n_sheets (tables[i].source); j++, next++)
      if ((next > 0 && !ty_xlsx_writer_next_sheet (writer, error))
          || !copy_sheet (&tables[i], j, g_ptr_array_index (shapes, next), writer, cancellable, error))
        return FALSE;

  return ty_xlsx_writer_finish (writer, error);
}
